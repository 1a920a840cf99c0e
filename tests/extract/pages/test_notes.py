"""Notes: out of the body, whole, and tied to the place of their marker."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.extract.draft import Draft
from argmine.extract.pages.lines.columns import find_gutters, lines_of
from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.lines.runs import Run
from argmine.extract.pages.notes.anchors import markers_of
from argmine.extract.pages.notes.numbering import Numbering
from argmine.extract.pages.notes.starts import runs_into, second_note
from argmine.extract.pages.pdf import read_pdf
from tests.extract.pages.typesetting import Look, Typesetter, plain

LOOKS = {
    "law review": Look(),
    "two columns": Look(columns=2, size=9.5, leading=11.5, note_size=7.5, note_leading=9, page=(612, 792)),
    "word processor": Look(size=12, note_size=10, page=(595, 842), indent=0, gap=8, justified=False, spaces=True),
    "plain numbers": Look(raised_notes=False),
    "no rule": Look(rule=False),
}
FILLER = (
    "The text goes on for a while so that the page is filled with words of no importance to anybody who reads it, "
    "as the pages of legal writing often are, and it ends in the end. "
)
LONG_NOTE = "This note is long. " + "It cites a great many authorities, one after the other, without any mercy. " * 45


def article(count: int) -> tuple[list[tuple[str, str]], dict[str, str]]:
    items = [
        ("paragraph", f"Claim {n} is made here{{{n}}} and is qualified at once.{{{n + 1}}} {FILLER * 2}".strip())
        for n in range(1, 2 * count, 2)
    ]
    return items, {str(n): f"Authority {n}, at {n + 30}; but see authority {n + 100}." for n in range(1, 2 * count + 1)}


def read(path: Path, items: list[tuple[str, str]], notes: dict[str, str], look: Look) -> Draft:
    Typesetter(path, look, "On Notes").set(items, notes)
    return read_pdf(path)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_notes_leave_the_body_and_keep_their_words(tmp_path: Path, look: Look) -> None:
    items, notes = article(14)
    draft = read(tmp_path / "a.pdf", items, notes, look)
    assert {note.number: note.text for note in draft.notes} == notes
    assert [block.text for block in draft.blocks] == [plain(text) for _, text in items]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_each_note_is_tied_to_the_place_of_its_marker(tmp_path: Path, look: Look) -> None:
    items, notes = article(14)
    draft = read(tmp_path / "a.pdf", items, notes, look)
    for note in draft.notes:
        assert note.anchor is not None
        before = draft.blocks[note.anchor.block].text[: note.anchor.offset]
        assert before.endswith("here" if int(note.number) % 2 else "at once.")


def test_a_note_that_goes_on_over_the_page_is_one_note(tmp_path: Path) -> None:
    items = [("paragraph", FILLER * 12 + "Here.{1} " + FILLER * 9), ("paragraph", "More.{2} " + FILLER.strip())]
    draft = read(tmp_path / "a.pdf", items, {"1": LONG_NOTE.strip(), "2": "Ibid."}, Look(page=(460, 480)))
    assert [note.text for note in draft.notes] == [LONG_NOTE.strip(), "Ibid."]
    assert len({piece.page for piece in draft.notes[0].pieces}) > 1
    assert [block.text for block in draft.blocks] == [plain(text).strip() for _, text in items]


def test_numbers_that_begin_again_on_each_page_belong_to_the_markers_of_their_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for page in ("first", "second"):
        draw(canvas, 60, 600, f"What the {page} page says is supported")
        draw(canvas, 60, 587, "and ends.", "1")
        draw(canvas, 60, 100, f" The authority of the {page} page.", before="1", size=8)
        canvas.showPage()
    canvas.save()
    draft = read_pdf(path)
    assert [(note.number, note.text) for note in draft.notes] == [
        ("1", "The authority of the first page."),
        ("1", "The authority of the second page."),
    ]
    anchors = [note.anchor for note in draft.notes]
    assert all(anchor is not None for anchor in anchors)
    assert len({anchor.block for anchor in anchors if anchor}) == 2


def test_a_marker_that_recognition_has_set_level_is_still_found_by_its_note(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "The treaty forbids it.1 Article 2 of the annex, adopted in 1972, does not say so;2 it")
    draw(canvas, 60, 587, "is silent on the matter.")
    draw(canvas, 60, 110, "1 First authority.", size=8)
    draw(canvas, 60, 100, "2 Second authority.", size=8)
    canvas.save()
    draft = read_pdf(path)
    text = draft.blocks[0].text
    assert text.startswith("The treaty forbids it. Article 2 of the annex, adopted in 1972, does not say so; it")
    assert [text[: note.anchor.offset].split()[-1] for note in draft.notes if note.anchor] == ["it.", "so;"]


@pytest.mark.parametrize("numbers", [("i", "ii", "iii", "iv"), ("a", "b", "c", "d"), ("*", "†", "‡", "§")])
def test_notes_are_counted_in_other_ways_too(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    for at, number in enumerate(numbers):
        draw(canvas, 60, 600 - 13 * at, f"The claim on line {at} goes on for a while and is supported", number)
        draw(canvas, 60, 120 - 10 * at, f" Authority {at}, at 30.", before=number, size=8)
    canvas.save()
    draft = read_pdf(path)
    found = [(note.number, note.text, note.anchor is not None) for note in draft.notes]
    assert found == [(number, f"Authority {at}, at 30.", True) for at, number in enumerate(numbers)]
    assert not any(number in block.text.split() for block in draft.blocks for number in ("ii", "b", "†"))


@pytest.mark.parametrize("marks", ["1,2", "1)2)", "1, 2"])
def test_two_notes_called_at_one_place_are_both_tied_to_it(tmp_path: Path, marks: str) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "The samples were lent, as both of them say.", marks)
    draw(canvas, 60, 587, "They are kept in a museum, emptied and cleaned.", "3")
    for number in (1, 2, 3):
        draw(canvas, 60, 130 - 10 * number, f" Authority {number}, at 30.", before=str(number), size=8)
    canvas.save()
    draft = read_pdf(path)
    places = [draft.blocks[note.anchor.block].text[: note.anchor.offset][-9:] for note in draft.notes if note.anchor]
    assert places == ["them say.", "them say.", " cleaned."]
    assert "".join(block.text for block in draft.blocks).count(",") == 2


def test_a_line_under_a_link_in_a_note_is_no_rule_above_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "The first page has a claim that is supported", "1")
    canvas.line(60, 125, 260, 125)
    draw(canvas, 60, 110, " Authority 1.", before="1", size=8)
    canvas.showPage()
    draw(canvas, 60, 600, "The second page has another claim", "2")
    canvas.line(60, 125, 260, 125)
    draw(canvas, 60, 110, " Halvorsen, The Ice, at 12 [hereinafter Ice], and all who", before="2", size=8)
    draw(canvas, 60, 100, "follow in print", size=8)
    canvas.line(60, 98.5, 105, 98.5)
    draw(canvas, 60, 90, "and elsewhere.", size=8)
    canvas.save()
    draft = read_pdf(path)
    assert [note.text for note in draft.notes] == [
        "Authority 1.", "Halvorsen, The Ice, at 12 [hereinafter Ice], and all who follow in print and elsewhere.",
    ]  # fmt: skip


def test_notes_in_the_type_of_the_body_go_on_under_a_short_rule(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "The first page has a claim with a long note", "1")
    draw(canvas, 60, 110, "1 The note begins here, on the page of its marker, and it goes on to")
    canvas.line(60, 125, 120, 125)
    canvas.showPage()
    draw(canvas, 60, 600, "The second page has another claim", "2")
    draw(canvas, 60, 113, "the next page, where it ends.")
    draw(canvas, 60, 100, "2 Ibid.")
    canvas.line(60, 128, 120, 128)
    canvas.save()
    assert [(note.number, note.text) for note in read_pdf(path).notes] == [
        ("1", "The note begins here, on the page of its marker, and it goes on to the next page, where it ends."),
        ("2", "Ibid."),
    ]


def test_a_star_marks_the_note_on_the_author(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 180, 620, "A. Writer*", size=12)
    draw(canvas, 60, 580, "The article itself begins here and has a note of its own, which is the first", "1")
    draw(canvas, 60, 567, "and the only one that has a number in it.")
    draw(canvas, 60, 110, "* Professor of Examples.", size=8)
    draw(canvas, 60, 100, " Authority.", before="1", size=8)
    canvas.save()
    draft = read_pdf(path)
    assert [(note.number, note.text, note.anchor is not None) for note in draft.notes] == [
        ("*", "Professor of Examples.", True),
        ("1", "Authority.", True),
    ]
    assert draft.blocks[0].text == "A. Writer"


def test_raised_and_lowered_characters_that_are_no_markers_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    draw(canvas, 60, 600, "An area of 100 km", "2")
    x = canvas.stringWidth("CO", "Times-Roman", 11)
    draw(canvas, 60, 540, "CO")
    canvas.setFont("Times-Roman", 7)
    canvas.drawString(60 + x, 538, "2")
    draw(canvas, 66 + x, 540, "was emitted on 20 June under Art. 5.")
    draw(canvas, 60, 480, "The 20", "th")
    draw(canvas, 60, 440, "A claim with a note", "1")
    draw(canvas, 60, 100, " Authority.", before="1", size=8)
    canvas.save()
    texts = [block.text for block in read_pdf(path).blocks]
    assert texts == [
        "An area of 100 km2",
        "CO2 was emitted on 20 June under Art. 5.",
        "The 20th",
        "A claim with a note",
    ]


def draw(canvas: Canvas, x: float, y: float, text: str, after: str = "", before: str = "", size: float = 11) -> None:
    """A line, with a raised number after or before it."""
    for part, raised in ((before, True), (text, False), (after, True)):
        font = 0.6 * size if raised else size
        canvas.setFont("Times-Roman", font)
        canvas.drawString(x, y + (0.35 * size if raised else 0), part)
        x += canvas.stringWidth(part, "Times-Roman", font)


def set_lines(path: Path, pages: list[list[tuple[float, float, float, str]]]) -> Draft:
    """Pages of lines: x, y from the foot of the page, size, and the text, its raised numbers in braces."""
    canvas = Canvas(str(path), pagesize=(460, 680), invariant=1)
    for page in pages:
        for left, y, size, text in page:
            x = left
            for at, part in enumerate(text.replace("}", "{").split("{")):
                small = 0.6 * size if at % 2 else size
                canvas.setFont("Times-Roman", small)
                canvas.drawString(x, y + (0.35 * size if at % 2 else 0), part)
                x += canvas.stringWidth(part, "Times-Roman", small)
        canvas.showPage()
    canvas.save()
    return read_pdf(path)


BODY = "The text runs on from one end of its measure to the other, all the way."


def test_a_marker_at_the_head_of_a_line_belongs_to_the_line_before(tmp_path: Path) -> None:
    rows = [(60.0, 600.0 - 13 * at, 11.0, BODY) for at in range(8)]
    rows.insert(
        4, (60, 600 - 13 * 8, 11, "{1}In asserting this the author goes on, and on, until the measure is full.")
    )
    draft = set_lines(tmp_path / "a.pdf", [[*rows, (60, 80, 9, "{1}See the report.")]])
    assert [(note.number, note.anchor is not None) for note in draft.notes] == [("1", True)]
    assert "all the way. In asserting" in " ".join(block.text for block in draft.blocks)


def test_an_article_at_the_head_of_a_line_is_no_note_where_the_note_of_its_number_comes(tmp_path: Path) -> None:
    rows = [(60.0, 600.0 - 13 * at, 11.0, BODY) for at in range(8)]
    rows += [(60, 600 - 13 * 8, 11, "It rests on the rule{1} and on another one.{2} Both are known to all of them.")]
    notes = [
        "{1}The rules of interpretation laid down in Art.",
        "2 leave the meaning open.",
        "{2}See the report.",
    ]
    foot = [(60.0, 90.0 - 11 * at, 9.0, text) for at, text in enumerate(notes)]
    draft = set_lines(tmp_path / "a.pdf", [[*rows, *foot]])
    assert [note.text for note in draft.notes] == [
        "The rules of interpretation laid down in Art. 2 leave the meaning open.",
        "See the report.",
    ]


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [("6", "6SAMPLE Co.", True), ("6", "611 Rep. 40", True), ("6", "600 Rep. 40", False), ("1", "1998 was", False)],
)
def test_a_number_runs_into_capitals_and_digits_but_is_no_part_of_a_number(
    number: str, text: str, expected: bool
) -> None:
    assert runs_into(number, text) is expected


@pytest.mark.parametrize(
    ("raised", "numbers"),
    [("14", ["14"]), ("102", ["102"]), ("1415", ["14", "15"]), ("910", ["9", "10"]), ("99100", ["99", "100"])],
)
def test_a_marker_is_that_of_one_note_or_of_two_that_follow_each_other(raised: str, numbers: list[str]) -> None:
    line = printed_line(f"the sea.{raised} It", (8, 8 + len(raised)))
    assert [marker.number for marker in markers_of([line], Numbering())] == numbers


@pytest.mark.parametrize(
    ("line", "is_note"),
    [("at 376. 81 Id. at 379.", True), ("Marshall answered: 81 Baldwin, at 5", True), ("on page 81 of it", False)],
)
def test_a_raised_number_that_is_due_begins_a_note_within_a_line(line: str, is_note: bool) -> None:
    at = line.index("81")
    assert second_note(printed_line(line, (at, at + 2)), 81) == (at if is_note else None)


def printed_line(text: str, raised: tuple[int, int]) -> PrintedLine:
    return PrintedLine(text, 1, (60, 90, 360, 102), 100, 10, 0, 0, (raised,), 0)


def test_words_above_notes_in_two_columns_are_not_cut_where_the_notes_are() -> None:
    """The white between two words of each line stands where the gutter of the notes does."""
    wide = [Run(words, x0, x1, 60 + 12.0 * at, 10, 0, x0 + 20) for at in range(8) for words, x0, x1 in BODY_RUNS]
    gap = [Run(words, x0, x1, 160 + 12.0 * at, 10, 0, x0 + 20) for at in range(2) for words, x0, x1 in PARTED_RUNS]
    small = [Run(words, x0, x1, 220 + 9.0 * at, 7, 0, x0 + 20) for at in range(30) for words, x0, x1 in NOTE_RUNS]
    last = [Run(words, x0, x1, 190, 10, 0, x0 + 20) for words, x0, x1 in BODY_RUNS]
    pages = [[*wide, *gap, *last, *small], [*wide, *small]]
    lines = [line for column in lines_of(pages[0], 1, 0, find_gutters(pages)) for line in column]
    assert [line.text for line in lines if line.size == 10][8:-1] == ["of the sea it is that"] * 2


BODY_RUNS = [("what is said of the sea and of all who sail on it", 60, 400)]
PARTED_RUNS = [("of the sea", 60, 224), ("it is that", 238, 400)]
NOTE_RUNS = [("Authority on the sea, at 5", 60, 224), ("Authority on the sky, at 7", 238, 400)]
