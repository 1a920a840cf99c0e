"""`argmine text` and `argmine view` show what the reader makes of a file, and store nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmine.errors import QueryError
from argmine.extract import read
from argmine.view.shown.drawn import outlines
from tests.conftest import ROOT
from tests.test_cli import argmine

PAPER = ROOT / "corpus" / "raw" / "halvorsen-2019.pdf"


def test_text_as_json_is_the_whole_document() -> None:
    record = json.loads(argmine("text", str(PAPER), "--format", "json").stdout)
    document = read(PAPER)
    assert record["text"] == document.text
    assert [note["anchor"] for note in record["notes"]] == [note.anchor for note in document.notes]
    assert len(record["lines"]) == len(document.lines)


def test_text_of_a_part_is_that_part() -> None:
    notes = argmine("text", str(PAPER), "--part", "notes").stdout
    assert "\n\n1 U.S. Commercial Space Launch Competitiveness Act" in notes
    assert "Ambleside Journal" not in notes


def test_view_draws_a_page(tmp_path: Path) -> None:
    done = argmine("view", str(PAPER), "--page", "2", "-o", str(tmp_path / "page.png"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_outlines_are_of_what_stands_on_the_page() -> None:
    found = outlines(read(PAPER), 2)
    assert [one.label for one in found if one.part == "note"] == ["6", "7", "8", "9"]
    assert [one.label for one in found if one.part == "marker"] == ["6", "7", "8", "9"]
    assert sum(one.part == "heading" for one in found) == 2


def test_a_page_that_is_not_there_is_said_so() -> None:
    with pytest.raises(QueryError, match="has no page 99"):
        outlines(read(PAPER), 99)
