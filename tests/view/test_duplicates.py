"""Near-duplicates are found by their words, listed, joined and parted; works on one matter are not taken for one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from argmine.view.answers.duplicates import ALIKE, resemblance, sketch

RAW = Path(__file__).parents[2] / "corpus" / "raw"
TEXT = (RAW / "castellane-1984.md").read_text("utf-8")


def argmine(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from argmine.cli import main; main()", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def noisy(text: str) -> str:
    """As another recognition of the same print has it: a slip in one word of twenty."""
    words = text.split(" ")
    return " ".join(word.replace("e", "c", 1) if place % 20 == 0 else word for place, word in enumerate(words))


def test_a_text_resembles_itself_wholly_and_its_noisy_copy_mostly() -> None:
    assert resemblance(sketch(TEXT), sketch(TEXT)) == 1
    assert resemblance(sketch(TEXT), sketch(noisy(TEXT))) >= ALIKE


def test_another_paper_on_the_same_matter_is_no_duplicate() -> None:
    other = (RAW / "thorncastle-2015.txt").read_text("utf-8")
    assert resemblance(sketch(TEXT), sketch(other)) < ALIKE / 4


def test_an_article_is_found_in_the_issue_that_holds_it_behind_another() -> None:
    before = (RAW / "thorncastle-2015.txt").read_text("utf-8")
    issue = sketch(f"{before}\n\n{noisy(TEXT)}")
    assert resemblance(sketch(TEXT), issue) >= ALIKE
    assert resemblance(issue, sketch(before)) > 0.95


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database of a paper, its noisy copy and another one; and the folder of the sources."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "one.md").write_text(TEXT, "utf-8")
    (folder / "same.md").write_text(noisy(TEXT), "utf-8")
    (folder / "other.txt").write_text((RAW / "thorncastle-2015.txt").read_text("utf-8"), "utf-8")
    database = tmp_path_factory.mktemp("corpus")
    done = argmine("-q", "ingest", "--direct", "--corpus", str(database), str(folder))
    assert done.returncode == 0, done.stderr
    return database, folder


def test_the_pair_is_listed_joined_and_parted(corpus: tuple[Path, Path]) -> None:
    database, folder = corpus
    listed = argmine("duplicates", "--format", "jsonl", "--corpus", str(database)).stdout
    (pair,) = [json.loads(line) for line in listed.splitlines()]
    assert {Path(pair["original_source"]).name, Path(pair["copy_source"]).name} == {"one.md", "same.md"}
    joined = argmine("duplicates", "--join", pair["copy"], pair["original"], "--corpus", str(database))
    assert (joined.returncode, joined.stdout) == (0, "")
    assert argmine("duplicates", "--format", "jsonl", "--corpus", str(database)).stdout == ""
    parted = argmine("duplicates", "--part", pair["copy_source"], "--corpus", str(database))
    assert parted.returncode == 0
    argmine("-q", "ingest", "--direct", "--corpus", str(database), str(folder))
    again = argmine("duplicates", "--format", "jsonl", "--corpus", str(database)).stdout
    assert [json.loads(line)["copy"] for line in again.splitlines()] == [pair["copy"]]


def test_what_is_joined_to_nothing_is_said_in_one_line(corpus: tuple[Path, Path]) -> None:
    done = argmine("duplicates", "--part", "nowhere.pdf", "--corpus", str(corpus[0]))
    assert done.returncode == 2
    assert done.stderr.startswith("argmine: nowhere.pdf is joined to nothing.")
