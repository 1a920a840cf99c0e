"""What was not read well is counted, kept, listed in a line each, and exported."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from argmine.store import Database, Failure
from argmine.types import PageQuality, Quality
from argmine.view.exports.records import document_record
from argmine.view.shown.triage import show_failures, show_grades, summary
from tests.store.material import paper, write

PAGE = PageQuality(2, "poor", ("columns uncertain",))
POOR = Quality("poor", ("columns uncertain (pages: 1 of 2)", "text recognised from a picture (pages: 1 of 2)"), (PAGE,))
DOUBTFUL = Quality("doubtful", ("notes without a marker (notes: 3 of 10)",), ())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three papers: read well, doubtfully, poorly."""
    grades = (Quality("good", (), ()), DOUBTFUL, POOR)
    for number, quality in enumerate(grades, start=1):
        document, analysis, vectors = paper(number, f"papers/a-name-that-is-quite-long-for-a-file-{number}.pdf")
        write(tmp_path, (replace(document, quality=quality), analysis, vectors))
    return tmp_path


def printed(width: int) -> tuple[Console, StringIO]:
    out = StringIO()
    return Console(file=out, width=width), out


def test_an_ingest_ends_with_how_many_were_not_read_well(corpus: Path) -> None:
    with Database.open(corpus) as database:
        assert database.grades() == {"good": 1, "doubtful": 1, "poor": 1}
        assert summary(database.grades()) == "Of 3 documents 1 read poorly and 1 with doubts: argmine status --quality"
    assert summary({"good": 5, "doubtful": 1, "poor": 0}).startswith("Of 6 documents 1 with doubts")
    assert not summary({"good": 5, "doubtful": 0, "poor": 0})


@pytest.mark.parametrize("width", [80, 120])
def test_each_document_that_needs_a_look_has_its_whole_name_and_reasons_the_poor_first(
    corpus: Path, width: int
) -> None:
    console, out = printed(width)
    with Database.open(corpus) as database:
        show_grades(database.documents_to_look_at(), console)
    lines = out.getvalue().splitlines()
    assert [line.split()[0] for line in lines if not line.startswith("  ")] == ["reading", "poor", "doubtful"]
    assert lines[1].split("   2  ")[1].strip() == "columns uncertain 1 · scan 1"
    names = "".join(line[10:].partition("  ")[0].strip() for line in lines)
    assert names.endswith("".join(f"a-name-that-is-quite-long-for-a-file-{number}.pdf" for number in (3, 2)))
    assert max(map(len, lines)) <= width


def test_a_document_is_exported_with_its_grades(corpus: Path) -> None:
    with Database.open(corpus) as database:
        records = [document_record(row) for row in database.iter_documents()]
    assert [record["grade"] for record in records] == ["good", "doubtful", "poor"]
    assert records[2]["doubtful_pages"] == [{"page": 2, "grade": "poor", "reasons": ["columns uncertain"]}]
    assert records[0]["sources"] == ["papers/a-name-that-is-quite-long-for-a-file-1.pdf"]
    assert records[0]["title"] == "Paper 1"


def test_failures_stand_under_what_can_be_done_about_them() -> None:
    console, out = printed(100)
    failures = [Failure(f"{name}.pdf", "", "", "read", f"{name}.pdf is a scan.", "Add --ocr.") for name in "ab"]
    show_failures([*failures, Failure("c.zip", "", "", "fetch", "c.zip is damaged.", "Fetch it again.")], console)
    assert [" ".join(line.split()) for line in out.getvalue().splitlines()] == [
        "", "3 sources could not be read", "Add --ocr.", "a.pdf is a scan.", "b.pdf is a scan.",
        "Fetch it again.", "c.zip (fetch) is damaged.",
    ]  # fmt: skip
