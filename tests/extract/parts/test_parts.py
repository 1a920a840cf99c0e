"""Files that hold several texts: where another one opens, whose it is, and who speaks in a transcript."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.extract import read
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft, plain_block
from argmine.extract.parts.texts import ANOTHER_TEXT
from argmine.extract.parts.transcripts import find_turns
from argmine.types import UNKNOWN_SPEAKER, Document, Metadata, Source

SENTENCES = (
    "The flag that a ship flies does not answer whose its cargo is.",
    "Nobody has asked so far who owns the sand that a dredger lifts.",
    "Samples have been given to museums, and museums keep what they have.",
    "A licence to look is silent on what is found by those who look.",
)
FIRST = ("JOURNAL OF EXAMPLES [VOL. 46", "WHO OWNS A SAMPLE?")  # heads of left and right pages
SECOND = ("JOURNAL OF EXAMPLES [VOL. 46", "THE DREDGER AND ITS FLAG")
PRINT = 101  # the number on the first page


def issue(path: Path, openings: dict[int, Sequence[str]], heads: Sequence[Sequence[str]], pages: int = 12) -> Document:
    """Pages of a journal; those in `openings` begin with a title and lines below, and have their number at the foot."""
    canvas = Canvas(str(path), pagesize=(520, 680))
    text = 0
    for page in range(pages):
        number = PRINT + page
        text += page > 0 and page in openings
        top = 60
        if page in openings:
            title, *below = openings[page]
            canvas.setFont("Times-Bold", 16)
            canvas.drawCentredString(260, 600, title)
            canvas.setFont("Times-Roman", 11)
            for at, line in enumerate(below):
                canvas.drawCentredString(260, 570 - 20 * at, line)
            canvas.drawCentredString(260, 40, str(number))
            top = 180
        else:
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(
                60, 640, f"{number} {heads[text][0]}" if number % 2 == 0 else f"2019] {heads[text][1]} {number}"
            )
        canvas.setFont("Times-Roman", 11)
        for at in range(25):
            canvas.drawString(60, 680 - top - 16 - 14 * at, f"{SENTENCES[(at + page) % 4]} And so on, page {number}.")
        canvas.showPage()
    canvas.save()
    return read(path)


def test_an_article_behind_another_is_its_author_s(tmp_path: Path) -> None:
    document = issue(
        tmp_path / "a.pdf",
        {0: ("Who Owns a Sample?", "Ida Marrow*"), 7: ("The Dredger and Its Flag", "Tobias Quill*")},
        (FIRST, SECOND),
    )
    assert [(speech.speaker, document.page_at(speech.span.start).label) for speech in document.speeches] == [
        ("Tobias Quill", "108")
    ]  # type: ignore[union-attr]
    assert document.metadata.authors == ("Ida Marrow",)
    assert document.quality is not None
    assert [page.page for page in document.quality.pages if ANOTHER_TEXT in page.reasons] == [8, 9, 10, 11, 12]


def test_a_text_behind_an_article_without_an_author_is_somebody_s(tmp_path: Path) -> None:
    openings = {
        0: ("Who Owns a Sample?", "Ida Marrow*"),
        7: ("Report of a Colloquium", "Contributed by the rapporteurs of its four sessions"),
    }
    document = issue(tmp_path / "a.pdf", openings, (FIRST, SECOND))
    assert [speech.speaker for speech in document.speeches] == [UNKNOWN_SPEAKER]


def test_the_end_of_another_article_before_the_author_s_is_somebody_s(tmp_path: Path) -> None:
    openings = {2: ("The Dredger and Its Flag", "Tobias Quill*")}
    document = issue(tmp_path / "a.pdf", openings, (FIRST, SECOND))
    (speech,) = document.speeches
    assert (speech.speaker, speech.span.start) == (UNKNOWN_SPEAKER, 0)
    assert document.quality is not None
    assert [page.page for page in document.quality.pages if ANOTHER_TEXT in page.reasons] == [1, 2]


def test_an_article_of_its_own_has_no_other_voice(tmp_path: Path) -> None:
    document = issue(tmp_path / "a.pdf", {0: ("Who Owns a Sample?", "Ida Marrow*")}, (FIRST,))
    assert document.speeches == ()


def test_a_chapter_that_opens_a_page_of_a_book_is_the_author_s(tmp_path: Path) -> None:
    """The heads name no journal, and nobody signs the chapter."""
    heads = (("ON SAMPLES", "WHO OWNS A SAMPLE?"), ("ON SAMPLES", "THE DREDGER AND ITS FLAG"))
    openings = {0: ("Who Owns a Sample?", "Chapter One"), 7: ("The Dredger and Its Flag", "Chapter Two")}
    assert issue(tmp_path / "a.pdf", openings, heads).speeches == ()


def test_a_heading_at_the_top_of_a_page_that_has_its_running_head_opens_no_text(tmp_path: Path) -> None:
    document = issue(tmp_path / "a.pdf", {0: ("Who Owns a Sample?", "Ida Marrow*")}, (FIRST,), pages=6)
    assert document.speeches == ()
    assert [int(after.label or 0) - int(before.label or 0) for before, after in pairwise(document.pages)] == [1] * 5


# --- transcripts


def turns(*paragraphs: str) -> list[tuple[str, str]]:
    """Who says what."""
    blocks = [plain_block(one[2:], "heading", 1) if one.startswith("# ") else plain_block(one) for one in paragraphs]
    document = assemble(Draft(tuple(blocks)), "0" * 12, Source("r.txt", "0" * 64, "text/plain", 1), Metadata())
    return [(speech.speaker, speech.span.of(document.text)) for speech in find_turns(document, 0, len(blocks))]


def test_who_speaks_in_a_transcript_stands_in_capitals_before_a_colon() -> None:
    assert turns(
        "# A SYMPOSIUM",
        "PROF. IDA MARROW: Welcome.",
        "We begin.",
        "MR. TOBIAS T. QUILL: I speak of sand.",
        "MS. O'DAY: And I of ships.",
        "FEMALE VOICE: Whose? MALE VOICE: Theirs.",
        "# SECOND PANEL",
        "PROF. MARROW: Thank you.",
    ) == [
        ("Ida Marrow", "PROF. IDA MARROW: Welcome.\n\nWe begin."),
        ("Tobias T. Quill", "MR. TOBIAS T. QUILL: I speak of sand."),
        ("O'Day", "MS. O'DAY: And I of ships."),
        (UNKNOWN_SPEAKER, "FEMALE VOICE: Whose? "),
        (UNKNOWN_SPEAKER, "MALE VOICE: Theirs."),
        ("Ida Marrow", "PROF. MARROW: Thank you."),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("MR. QUILL: One.", "PROF. MARROW: Two.", "MR. QUILL: Three."),  # too few
        tuple(f"MR. QUILL: {n}." for n in range(9)),  # one alone
        (*("The hearing is quoted far below." for _ in range(20)), *("MR. QUILL: A.", "MS. DAY: B.") * 4),
    ],
)
def test_what_is_quoted_of_a_hearing_makes_no_transcript(paragraphs: tuple[str, ...]) -> None:
    assert turns(*paragraphs) == []
