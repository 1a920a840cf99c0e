"""A file that could not be written to its end leaves nothing behind, and what was there before stays."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

import pytest

from argmine.commands.options import write_text
from argmine.errors import QueryError, Unwritable
from argmine.whole import whole


def fails(out: TextIO) -> None:
    out.write("half")
    raise ValueError("no more")


def test_what_fails_half_way_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("older", "utf-8")
    with pytest.raises(ValueError, match="no more"):
        write_text(fails, tmp_path / "claims.csv")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"claims.csv": "older"}


def test_what_is_whole_takes_the_place_of_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("older", "utf-8")
    write_text(lambda out: out.write("newer\n"), tmp_path / "claims.csv")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"claims.csv": "newer\n"}


def test_a_folder_that_is_not_there_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "claims.csv"
    with (
        pytest.raises(Unwritable, match=f"{output} cannot be written: No such file or directory"),
        whole(output) as unfinished,
    ):
        unfinished.write_text("x", "utf-8")


def test_no_work_is_done_for_a_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=f"There is no folder {tmp_path / 'nowhere'}"):
        write_text(lambda out: pytest.fail("worked"), tmp_path / "nowhere" / "claims.csv")


def test_a_link_stays_one_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("older", "utf-8")
    (tmp_path / "link.csv").symlink_to("claims.csv")
    write_text(lambda out: out.write("newer"), tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "claims.csv").read_text("utf-8") == "newer"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unwritable, match="pipe is no file that can be replaced"):
        write_text(lambda out: out.write("x"), tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_an_error_of_another_file_is_not_taken_for_one_of_this(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="source"), whole(tmp_path / "claims.csv") as unfinished:
        unfinished.write_bytes((tmp_path / "source").read_bytes())
    assert list(tmp_path.iterdir()) == []
