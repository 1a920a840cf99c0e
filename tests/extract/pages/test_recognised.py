"""Pages that are pictures: what is left of their notes in recognised text, and recognition itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from argmine.errors import NoTextLayer
from argmine.extract.pages.blocks.kinds import Styles, introduces, name_block
from argmine.extract.pages.engines import ocr
from argmine.extract.pages.engines.glyphs import Glyph, Sheet
from argmine.extract.pages.engines.slant import level
from argmine.extract.pages.lines.measure import to_measure
from argmine.extract.pages.lines.printed import PrintedLine, line_of, rows_of
from argmine.extract.pages.lines.runs import Run
from argmine.extract.pages.notes.anchors import FoundNote
from argmine.extract.pages.notes.misread import tie_misread
from argmine.extract.pages.notes.reader import NoteReader, PageLines
from argmine.extract.pages.notes.recognised import filled, start_of, unweighted
from argmine.extract.pages.notes.sequence import number_in_sequence
from argmine.extract.pages.pdf import read_pdf
from tests.extract.pages.test_notes import draw

SIZE = (460, 680)
BODY = (
    "The treaty forbids that States appropriate the sea floor.'",
    "Its drafters wished the same of the Moon and said so often.Z",
    "Others have written that nobody knows what they wished.3 It is",
    "a question that the court has left open in both of its opinions.",
)
NOTES = ('" First authority, in a series on the sea.', "Z Second authority, at 42.", "3 Third authority.")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A page that a picture covers, with text whose numbers were read wrong."""
    return recognised_page(tmp_path / "scan.pdf", BODY, NOTES)


def recognised_page(path: Path, body: Sequence[str], notes: Sequence[str]) -> Path:
    """A page that a picture covers, with lines of text and below them notes, the last of two lines."""
    canvas = Canvas(str(path), pagesize=SIZE)
    canvas.drawImage(ImageReader(_picture("")), 0, 0, *SIZE)
    draw(canvas, 60, 618, "8. The first line of this text is a paragraph with a number of its own.")
    draw(canvas, 60, 606, "9 Fish are said to be in the sea and not to be objects of law at all.")
    for at, line in enumerate(body):
        draw(canvas, 60, 594 - 12 * at, line)
    for at, line in enumerate(notes):
        draw(canvas, 75, 120 - 12 * at, line, size=8.5)
    draw(canvas, 60, 120 - 12 * len(notes), "Second line of it.", size=8.5)
    canvas.save()
    return path


MISREAD = (
    'He called the sea "a road for all who wish to use it." The court',
    'said "a road is a road," and left it at that." Others read the sea as',
    "a field,ll which can be sown by nobody's ship in the U.S. Its floor is",
    "another thing.l2 They ask who may dig there and whose the find is",
    "when it is brought up and has been sold for much more than sand.",
)
UNREAD = ('" First authority, in a series.', '" Second authority, at 42.', "l2 Third authority.")


def test_as_many_signs_as_notes_are_their_markers_whatever_they_look_like(tmp_path: Path) -> None:
    draft = read_pdf(recognised_page(tmp_path / "a.pdf", MISREAD, UNREAD))
    text = draft.blocks[-1].text
    ends = [text[: note.anchor.offset].split()[-1] for note in draft.notes if note.anchor]
    assert ends == ["that.", "field,", "thing."]
    assert 'it." The court said "a road is a road," and left it at that. Others' in text
    assert "a field, which" in text
    assert "in the U.S. Its" in text


def test_the_number_of_a_paragraph_is_no_marker(tmp_path: Path) -> None:
    """One note, one sign in all: the quotation of a treaty's paragraph would lose a word."""
    body = (
        "The treaty forbids it and so it is under Article 11, par. 5 of the",
        "agreement, which says so in plain words.",
    )
    draft = read_pdf(recognised_page(tmp_path / "a.pdf", body, UNREAD[:1]))
    assert "Article 11, par. 5 of the agreement" in draft.blocks[-1].text


def test_fewer_notes_than_signs_leave_the_text_as_it_is(tmp_path: Path) -> None:
    draft = read_pdf(recognised_page(tmp_path / "a.pdf", MISREAD, UNREAD[:1]))
    assert 'left it at that." Others' in draft.blocks[-1].text


@pytest.mark.parametrize("sign", ["l5", "I6", "lO", "ll"])
def test_a_raised_number_that_was_read_as_letters_stands_in_its_line(sign: str) -> None:
    row = [Run("no State", 60, 100, 200, 10, 0, 70), Run("may own it", 120, 170, 200, 10, 0, 135)]
    raised = Run(sign, 101, 109, 197, 10, 0, 109)
    below = [Run("and no person may.", 60, 150, 212, 10, 0, 75)]
    rows = rows_of([*row, raised, *below])
    assert [line_of(one, 1, 0, (60.0, 180.0)).text for one in rows] == [
        f"no State{sign} may own it",
        "and no person may.",
    ]


def _picture(text: str) -> object:
    """A page with the words of `text`, as a picture."""
    canvas = Canvas("", pagesize=SIZE)
    for at, line in enumerate(text.splitlines()):
        draw(canvas, 60, 600 - 20 * at, line, size=14)
    canvas.showPage()
    page = pypdfium2.PdfDocument(canvas.getpdfdata())[0]
    return page.render(scale=3).to_pil()


def test_smaller_type_at_the_foot_of_a_scan_is_notes_whatever_their_numbers(scan: Path) -> None:
    draft = read_pdf(scan)
    assert [note.number for note in draft.notes] == ["1", "2", "3"]
    assert draft.notes[2].text == "Third authority. Second line of it."
    assert not any("authority" in block.text for block in draft.blocks)


def test_a_marker_that_was_read_as_a_letter_is_taken_only_where_one_place_fits(scan: Path) -> None:
    draft = read_pdf(scan)
    places = [draft.blocks[note.anchor.block].text[: note.anchor.offset] if note.anchor else "" for note in draft.notes]
    assert [text.split()[-1:] for text in places] == [["floor."], ["often."], ["wished."]]


def test_a_scan_with_text_is_doubtful_and_says_why(scan: Path) -> None:
    quality = read_pdf(scan).quality
    assert quality is not None
    assert quality.grade == "doubtful"
    assert any("recognised from a picture" in reason for reason in quality.reasons)


def _scan_of(text: str, path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=SIZE)
    canvas.drawImage(ImageReader(_picture(text)), 0, 0, *SIZE)
    canvas.save()
    return path


def test_a_picture_of_a_page_is_refused_and_the_hint_names_the_way(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer, match="is a scan: 1 of its 1 pages") as caught:
        read_pdf(_scan_of("The parties agree.", tmp_path / "picture.pdf"))
    assert "--ocr" in caught.value.hint


def test_a_page_with_nothing_on_it_is_no_scan(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "empty.pdf"), pagesize=SIZE)
    canvas.showPage()
    canvas.save()
    with pytest.raises(NoTextLayer, match="has no text: 1 of its 1 pages"):
        read_pdf(tmp_path / "empty.pdf", ocr=True)


def test_without_tesseract_a_picture_is_refused_even_if_recognition_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoTextLayer) as caught:
        read_pdf(_scan_of("The parties agree.", tmp_path / "picture.pdf"), ocr=True)
    assert "Install Tesseract" in caught.value.hint


@pytest.mark.skipif(not ocr.is_installed(), reason="tesseract is not installed")
def test_a_picture_is_recognised_where_that_is_allowed_and_flagged(tmp_path: Path) -> None:
    sentence = "The parties agree that the Moon\nis the common heritage of all\nmankind, as it was before."
    draft = read_pdf(_scan_of(sentence, tmp_path / "picture.pdf"), ocr=True)
    assert "common heritage" in " ".join(block.text for block in draft.blocks)
    assert draft.quality is not None
    assert [page.reasons for page in draft.quality.pages] == [("text recognised from a picture",)]


def test_a_page_that_lies_askew_is_made_level() -> None:
    line = "The parties agree that the sea is free."
    glyphs = [
        Glyph(char, 60 + 9 * x, 69 + 9 * x, 100 + 14 * row - 0.008 * 9 * x, 10, 0)
        for row in range(8)
        for x, char in enumerate(line)
    ]
    sheet = Sheet(1, *SIZE, glyphs=glyphs)
    level(sheet)
    bases = [{round(glyph.base, 1) for glyph in sheet.glyphs[at : at + len(line)]} for at in range(0, 312, len(line))]
    assert [len(row) for row in bases] == [1] * 8


def test_a_page_that_is_level_stays_as_it_is() -> None:
    glyphs = [Glyph("x", 60.0 + 9 * x, 69.0 + 9 * x, 100.0 + 14 * row, 10, 0) for row in range(8) for x in range(38)]
    sheet = Sheet(1, *SIZE, glyphs=list(glyphs))
    level(sheet)
    assert sheet.glyphs == glyphs


@pytest.mark.skipif(not ocr.is_installed(), reason="tesseract is not installed")
def test_a_page_whose_picture_leaves_white_around_it_is_recognised_too(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "small.pdf"), pagesize=(2 * SIZE[0], 2 * SIZE[1]))
    canvas.drawImage(ImageReader(_picture("The parties agree that the Moon\nis nobody's.")), 0, 0, *SIZE)
    canvas.save()
    assert "the Moon" in read_pdf(tmp_path / "small.pdf", ocr=True).blocks[0].text


@pytest.mark.parametrize(("weights", "kept"), [((0.0, 1.0, 0.0, 1.0), False), ((1.0, 0.0, 0.0, 0.0), True)])
def test_weight_that_comes_and_goes_within_a_sentence_was_guessed(weights: tuple[float, ...], kept: bool) -> None:
    texts = ("4. The heading", "Nobody knows what it is", "that they wished when", "they wrote of the sea")
    column = [
        PrintedLine(text, 1, (60.0, 0.0, 300.0, 10.0), 12.0 * at, 10.0, weight, 0.0, (), 0.0, right=400.0)
        for at, (text, weight) in enumerate(zip(texts, weights, strict=True))
    ]
    assert [line.bold for line in unweighted([column])[0]] == (list(weights) if kept else [0.0] * 4)


def test_a_line_of_nothing_but_marks_is_read_in_linear_time() -> None:
    text = """."' """ * 15_000
    raised = tuple((at, at + 1) for at in range(0, len(text), 4))
    line = PrintedLine(text, 1, (0.0, 0.0, 400.0, 10.0), 10.0, 10.0, 0.0, 0.0, raised, 0.0)
    notes = [FoundNote(str(number), [line]) for number in range(3)]
    tie_misread(notes, [line])
    assert all(note.anchor is None for note in notes)


def test_a_line_that_recognition_ends_short_of_the_edge_goes_on_with_a_short_word_in_capitals() -> None:
    """ "since the Outer | Space Treaty": no room is left above, though the words of the picture stand askew."""
    box = {"page": 1, "bold": 0.0, "italic": 0.0, "raised": (), "gap": 0.0, "size": 10.0, "left": 60.0, "right": 360.0}
    ends = {"since the Outer": 335.0, "Space Treaty was": 358.0, "(a) a list": 340.0, "made so.": 340.0, "Here": 200.0}
    column = [
        PrintedLine(text=text, box=(60.0, 12.0 * at, end, 12.0 * at + 9), base=12.0 * at + 8, **box)  # type: ignore[arg-type]
        for at, (text, end) in enumerate(ends.items())
    ]
    assert [line.right for line in filled(column)] == [335.0, 360.0, 340.0, 360.0, 360.0]


def foot_line(text: str) -> PrintedLine:
    """A line of a note, on its own."""
    return line_of([Run(text, 75, 75 + 4 * len(text), 100, 8.5, 0, 80)], 1, 0, (60, 400))


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("'18 U.S.T. 2410", 0, ("", "18 U.S.T. 2410")),  # the volume stays
        ("42 REPORTS OF AWARDS 829", 3, ("4", "2 REPORTS OF AWARDS 829")),
        ("695upra note 29", 68, ("69", "5upra note 29")),
        ("USee supra note 1.", 10, ("", "See supra note 1.")),
        ("nU.N. Doc. A/4141.", 14, ("", "U.N. Doc. A/4141.")),
        ("•Professor of Law.", 0, ("*", "Professor of Law.")),
        ("Paris, at 12.", 10, ("", "Paris, at 12.")),
    ],
)
def test_a_note_set_in_under_white_begins_whatever_its_number_became(
    text: str, last: int, expected: tuple[str, str]
) -> None:
    found = start_of(foot_line(text), last, indented=True, apart=True)
    assert found is not None
    assert (found[0], text[found[1] :]) == expected


def test_a_line_in_a_note_begins_none_without_a_sign_or_white() -> None:
    assert start_of(foot_line("Paris, at 12."), 10, indented=True) is None
    assert start_of(foot_line("USee supra note 1."), 10, indented=False, apart=True) is None
    assert start_of(foot_line("223"), 10, indented=True, apart=True) is None


def bold_lines(*weights: float) -> list[PrintedLine]:
    """Lines of one paragraph that fill their measure, the last but one of which ends no sentence."""
    text = "and it is said of them that they are of no importance at all to"
    return [
        replace(line_of([Run(text, 60, 400, 100 + 12 * at, 10, 0, 80)], 1, 0, (60, 400)), bold=weight)
        for at, weight in enumerate(weights)
    ]


def test_a_line_that_alone_is_bold_within_a_sentence_is_not() -> None:
    lines = bold_lines(*[0.0] * 30, 1.0, 0.0)
    assert [line.bold for line in unweighted([lines])[0]] == [0.0] * 32


def test_a_paragraph_in_bold_stays_so() -> None:
    lines = bold_lines(1.0, 1.0, 1.0)
    assert unweighted([lines])[0] == lines


QUOTED = "The Moon belongs to nobody, and nobody may take it."


def page_of(quoted: int, *, page: int, askew: float = 0.0) -> list[PrintedLine]:
    """Forty lines of which `quoted` stand in the middle, set in from both sides; each further right or left."""
    edges = [(96.0, 324.0) if 10 <= at < 10 + quoted else (60.0, 360.0) for at in range(40)]
    return [
        line_of([Run(QUOTED, x0 + askew * at, x1 + askew * at, 60 + 12.0 * at, 10, 0, x0 + 20)], page, page, edges[15])
        for at, (x0, x1) in enumerate(edges)
    ]


@pytest.mark.parametrize("askew", [0.0, 0.1, -0.1])
def test_a_page_that_is_mostly_a_quotation_has_the_edges_of_the_other_pages(askew: float) -> None:
    columns = to_measure([page_of(0, page=1), page_of(0, page=2), page_of(28, page=3, askew=askew)])
    edges = {(line.left, line.right) for line in columns[2]}
    assert all(abs(left - 60) < 5 and abs(right - 360) < 5 for left, right in edges)
    assert all((line.indent > 25) == (10 <= at < 38) for at, line in enumerate(columns[2]))


def test_a_narrow_column_that_no_line_of_it_exceeds_keeps_its_edges() -> None:
    narrow = page_of(28, page=3)[10:38]
    assert to_measure([page_of(0, page=1), page_of(0, page=2), narrow])[2] == narrow


def set_in(*texts: str, first: float = 95, right: float = 360) -> list[PrintedLine]:
    """Lines between the edges 60 and 360 that begin at 95, the first at `first`, and end at `right`."""
    return [
        line_of([Run(text, x0, right, 60 + 12.0 * at, 10, 0, x0 + 20)], 1, 0, (60.0, 360.0))
        for at, (text, x0) in enumerate(zip(texts, [first, *[95.0] * len(texts)], strict=False))
    ]


EXTRACT = ("the sea is a road for all who wish", "to use it, and so is the sky, and it", "is a field for nobody at all")


@pytest.mark.parametrize(
    ("lines", "led", "kind"),
    [
        (set_in(*EXTRACT, right=325), False, "quotation"),  # as if centred, but flush
        (set_in(*EXTRACT), True, "quotation"),
        (set_in(*EXTRACT), False, "paragraph"),
        (set_in("U) " + EXTRACT[0], *EXTRACT[1:], first=72, right=325), True, "paragraph"),  # a label that is misread
        (set_in("~'.,'' -L ''.", "'''.~ ,. |-", "''' .,,", right=325), True, "paragraph"),
    ],
)
def test_what_is_set_in_from_both_sides_or_led_by_a_colon_is_a_quotation(
    lines: list[PrintedLine], led: bool, kind: str
) -> None:
    text = " ".join(line.text for line in lines)
    assert name_block(lines, text, Styles([lines], 10), led=led)[0] == kind


def notes_of(marked: str) -> list[FoundNote]:
    """Notes as read, parted by bars: the number that was read, a colon, the words."""
    parts = (part.split(":") for part in marked.split("|"))
    return [
        FoundNote(number, [line_of([Run(text, 60, 300, 500, 8, 0, 80)], 1, 0, (60, 360))]) for number, text in parts
    ]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("1:A|:B|:C|4:D", "1:A|2:B|3:C|4:D"),
        ("20:A|:Fawcett|21:Rajski|23:C|24:D", "20:A|21:Fawcett|22:Rajski|23:C|24:D"),  # 21 where 22 is printed
        ("1:A|2:B|3:C|8:paragraph|4:D|5:E|6:F", "1:A|2:B|3:C|:paragraph|4:D|5:E|6:F"),
        ("1:A|2:B|5:C|6:D", "1:A|2:B|5:C|6:D"),  # two notes were not seen
        ("7:A|8:B|1:C|2:D|3:E", "7:A|8:B|1:C|2:D|3:E"),  # the notes of the next text
        (":A|:B|27:C|28:D", "25:A|26:B|27:C|28:D"),  # the file begins within a text
        ("9:A|10:B|:C|:D|3:E|4:F|5:G|6:H", "9:A|10:B|1:C|2:D|3:E|4:F|5:G|6:H"),
        ("35:A|:360n the law|37:B", "35:A|36:0n the law|37:B"),
        ("39:A|:4°Id. at 40|41:B", "39:A|40:Id. at 40|41:B"),
        ("41:A|:42 Reports 7|43:B", "41:A|42:42 Reports 7|43:B"),
    ],
)
def test_notes_are_numbered_as_they_count_on(read: str, expected: str) -> None:
    notes = notes_of(read)
    number_in_sequence(notes)
    assert "|".join(f"{note.number}:{note.lines[0].text}" for note in notes) == expected


FOOT = [
    (20, 0, "1 Zorin, The Moon 5 (1966)."),
    (20, 20, "2 Orlov, The Sea 7 (1967)."),
    (20, 40, "3 Supra note 1."),
    (20, 60, "4 The Declaration of 1963 says"),
    (40, 80, "5. Each State is bound, and none may"),
    (40, 90, "6. claim what is nobody's at all."),
    (20, 110, "HIbid., with further"),
    (0, 120, "authorities there"),
    (20, 140, "USee Orlov at 8."),
]


def test_notes_begin_where_the_notes_before_began_whatever_was_read_of_their_numbers() -> None:
    body = [Run("All that is on the Moon is free.", 60, 360, 40 + 12 * at, 10, 0, 90) for at in range(9)]
    foot = [Run(text, 60 + x, 350, 200 + y, 8, 0, 70 + x) for x, y, text in FOOT]
    lines = [line_of([run], 1, 0, (60, 360)) for run in (*body, *foot)]
    reader = NoteReader(10.0)
    reader.split(PageLines(1, [lines], [], scanned=True))
    number_in_sequence(reader.found)
    found = [(note.number, len(note.lines)) for note in reader.found]
    assert found == [("1", 1), ("2", 1), ("3", 1), ("4", 3), ("5", 2), ("6", 1)]


@pytest.mark.parametrize(
    ("text", "leads"),
    [("As the reporter of the committee put it:", True), ("In favour:", False), ("It was so held.", False)],
)
def test_a_sentence_with_a_colon_introduces_a_quotation_and_a_label_does_not(text: str, leads: bool) -> None:
    assert introduces(text) == leads


def test_a_year_is_no_misread_marker() -> None:
    line = line_of([Run("The taxis of September, 1914. were owned by all.", 60, 300, 100, 10, 0, 80)], 1, 0, (60, 360))
    note = notes_of(":Authority")[0]
    tie_misread([note], [line])
    assert note.anchor is None
