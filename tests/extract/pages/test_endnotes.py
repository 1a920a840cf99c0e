"""Endnotes, and notes that stand or read otherwise than usual."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.extract.draft import Draft
from argmine.extract.pages.pdf import read_pdf
from tests.extract.pages.test_notes import draw

CHAPTERS = (("The Sea", 3), ("The Sky", 4))


def body(canvas: Canvas, y: float, chapter: str, notes: int) -> float:
    """Paragraphs that each have a note, numbered from 1."""
    draw(canvas, 60, y, chapter, size=15)
    for number in range(1, notes + 1):
        y -= 24
        draw(canvas, 60, y, f"Scholars of law dispute claim {number} on {chapter.lower()}.", str(number))
    return y - 30


def endnotes(canvas: Canvas, y: float, chapter: str, notes: int) -> float:
    for number in range(1, notes + 1):
        draw(canvas, 60, y, f"{number}. Authority {number} on {chapter.lower()}, which is cited at some length so that")
        draw(canvas, 60, y - 13, "the note has a second line.")
        y -= 26
    return y


def noted(draft: Draft) -> list[tuple[str, str, str]]:
    """Each note's number, the words before its marker, and its own first words."""
    found = []
    for note in draft.notes:
        assert note.anchor is not None
        before = draft.blocks[note.anchor.block].text[: note.anchor.offset]
        found.append((note.number, " ".join(before.split()[-5:]), " ".join(note.text.split(",", 1)[0].split())))
    return found


EXPECTED = [
    (str(number), f"claim {number} on {chapter.lower()}.", f"Authority {number} on {chapter.lower()}")
    for chapter, notes in CHAPTERS
    for number in range(1, notes + 1)
]


@pytest.mark.parametrize("title", ["Notes", "ENDNOTES", "V. Notes and References"])
def test_endnotes_in_the_type_of_the_body_are_notes(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    y = body(canvas, 600, *CHAPTERS[0])
    draw(canvas, 60, y, title, size=15)
    endnotes(canvas, y - 24, *CHAPTERS[0])
    canvas.save()
    draft = read_pdf(path)
    assert noted(draft) == EXPECTED[:3]
    assert draft.blocks[-1].text == title
    assert all(note.text.endswith("the note has a second line.") for note in draft.notes)


def test_notes_at_the_end_of_each_chapter_belong_to_its_markers(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for chapter in CHAPTERS:
        y = body(canvas, 620, *chapter)
        draw(canvas, 60, y, "Notes", size=13)
        endnotes(canvas, y - 24, *chapter)
        canvas.showPage()
    canvas.save()
    assert noted(read_pdf(path)) == EXPECTED


def test_notes_at_the_end_of_a_book_begin_again_with_each_chapter(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for chapter in CHAPTERS:
        body(canvas, 620, *chapter)
        canvas.showPage()
    draw(canvas, 60, 620, "Notes", size=15)
    y = 590.0
    for chapter, notes in CHAPTERS:
        draw(canvas, 60, y, chapter, size=13)
        y = endnotes(canvas, y - 22, chapter, notes) - 14
    canvas.save()
    assert noted(read_pdf(path)) == EXPECTED


def test_a_numbered_list_of_works_that_nothing_calls_is_no_list_of_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "A text without a single note in it, which ends here.")
    draw(canvas, 60, 560, "References", size=15)
    endnotes(canvas, 536, "the sea", 3)
    canvas.save()
    draft = read_pdf(path)
    assert not draft.notes
    assert "Authority 2 on the sea" in " ".join(block.text for block in draft.blocks)


def test_short_notes_on_one_line_are_several(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for number in (1, 2, 3):
        draw(canvas, 60, 640 - 24 * number, f"Claim {number} is made in this line of the text.", str(number))
    for x, number, text in ((60, "1", " Authority, at 3."), (170, "2", " Ibid."), (240, "3", " Ibid., at 5.")):
        draw(canvas, x, 100, text, before=number, size=8)
    canvas.save()
    notes = read_pdf(path).notes
    assert [(note.number, note.text) for note in notes] == [
        ("1", "Authority, at 3."),
        ("2", "Ibid."),
        ("3", "Ibid., at 5."),
    ]


def test_notes_are_found_beside_indented_text_and_where_none_has_a_second_line(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 630, "The court said, in words that this line introduces and that follow:")
    for number in range(1, 13):
        draw(canvas, 90, 630 - 22 * number, f"Word {number} of the court is quoted at length.", str(number))
    for number in range(1, 13):
        draw(canvas, 75, 180 - 10 * number, f"{number}. Judgment, para. {number + 7}.", size=8)
    canvas.save()
    assert [note.number for note in read_pdf(path).notes] == [str(number) for number in range(1, 13)]


def test_one_lost_marker_does_not_draw_the_others_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for page in ("sea", "sky"):
        for number in (1, 2, 3):
            marker = "" if (page, number) == ("sea", 2) else str(number)
            draw(canvas, 60, 640 - 24 * number, f"Here is made Claim {number} on the {page}.", marker)
            draw(canvas, 60, 130 - 10 * number, f" Authority {number} on the {page}.", before=str(number), size=8)
        canvas.showPage()
    canvas.save()
    draft = read_pdf(path)
    words = [draft.blocks[note.anchor.block].text[: note.anchor.offset] if note.anchor else "" for note in draft.notes]
    assert [text.rsplit("Claim ", 1)[-1] for text in words] == [
        "1 on the sea.",
        "",
        "3 on the sea.",
        "1 on the sky.",
        "2 on the sky.",
        "3 on the sky.",
    ]
