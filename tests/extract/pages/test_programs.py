"""What typesetting programs other than TeX do: line numbers, markers side by side, raised digits of the font itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.extract.pages.engines.glyphs import Glyph, raised_digit
from argmine.extract.pages.pdf import read_pdf
from argmine.extract.words.hyphens import Vocabulary, joined
from tests.extract.reading import body, furniture, notes

TEXT = "The delegate held that a sample stays where it belongs and did not"


def draw(canvas: Canvas, x: float, y: float, text: str, size: float = 11) -> float:
    """Draws `text`, what stands in braces raised; where it ends."""
    for at, part in enumerate(text.replace("}", "{").split("{")):
        raised = at % 2 == 1
        canvas.setFont("Times-Roman", 0.6 * size if raised else size)
        canvas.drawString(x, y + (0.35 * size if raised else 0), part)
        x += canvas.stringWidth(part)
    return x


def page_of(canvas: Canvas, lines: Sequence[str], foot: Sequence[str] = ()) -> None:
    for at, line in enumerate(lines):
        draw(canvas, 60, 600 - 13 * at, line)
    for at, line in enumerate(foot):
        draw(canvas, 60, 120 - 10 * at, line, 8)


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_are_furniture_on_every_page(tmp_path: Path, step: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    for page in range(3):
        page_of(canvas, [f"{TEXT} see {word} {'xyz'[page]}" for word in "abcdefghijklmnopqrst"])
        for line in range(1, 21):
            if line % step == 0:
                draw(canvas, 30, 613 - 13 * line, str(20 * page + line), 8)
        canvas.showPage()
    canvas.save()
    draft = read_pdf(tmp_path / "a.pdf")
    assert furniture(draft) == [str(number) for number in range(1, 61) if number % step == 0]
    assert not any(char.isdigit() for text in body(draft) for char in text)


def test_numbers_of_a_list_in_the_margin_stay(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    for page in range(2):
        page_of(canvas, [f"{TEXT} see {word} {'xyz'[page]}" for word in "abcdefghijkl"])
        for number, line in enumerate((0, 3, 4, 9), 4 * page + 1):
            draw(canvas, 40, 600 - 13 * line, str(number))
        canvas.showPage()
    canvas.save()
    assert furniture(read_pdf(tmp_path / "a.pdf")) == []


def test_markers_side_by_side_are_those_of_two_notes(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    claims = [f"Claim {'abcdefghijk'[n - 1]} is made.{{{n}}}" for n in range(1, 10)]
    page_of(
        canvas, [*claims, "The last is made twice.{1011} It is so."], [f"{{{n}}} Authority {n}." for n in range(1, 12)]
    )
    canvas.save()
    draft = read_pdf(tmp_path / "a.pdf")
    assert body(draft)[0].endswith("Claim i is made.⟦9⟧ The last is made twice.⟦10⟧⟦11⟧ It is so.")


def test_a_marker_alone_on_the_next_line_belongs_to_the_line_above(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    page_of(
        canvas,
        ["A first claim{1} stands here, and a second is made so that the line is full."],
        ["{1} First.", "{2} Second."],
    )
    draw(canvas, 60, 587, "{2}")
    draw(canvas, 74, 570, "Another paragraph follows.")
    canvas.save()
    draft = read_pdf(tmp_path / "a.pdf")
    assert body(draft) == [
        "A first claim⟦1⟧ stands here, and a second is made so that the line is full.⟦2⟧", "Another paragraph follows.",
    ]  # fmt: skip


def test_a_note_may_stand_on_the_page_before_its_marker(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    page_of(canvas, [f"{TEXT} see it,{{1}} for"], ["{1} First.", "{2} Second."])
    canvas.showPage()
    page_of(canvas, ["it was his.{2} Nobody replied."])
    canvas.save()
    assert body(read_pdf(tmp_path / "a.pdf")) == [f"{TEXT} see it,⟦1⟧ for it was his.⟦2⟧ Nobody replied."]


def test_a_level_number_before_a_bracket_begins_a_note(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    page_of(canvas, [f"{TEXT}{{1}} see it{{2}} carried away."], ["1 First.", "2[2022] ABC 41, at [88]."])
    canvas.save()
    assert notes(read_pdf(tmp_path / "a.pdf")) == ["1 First.", "2 [2022] ABC 41, at [88]."]


def test_the_raised_number_of_a_note_under_two_columns_stands_with_its_note(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    for at in range(30):
        draw(
            canvas,
            60,
            600 - 13 * at,
            "The delegate held that it is so{1}" if at == 2 else "The delegate held that it is so,",
        )
        draw(canvas, 240, 600 - 13 * at, "and nobody replied to what he said,")
    draw(canvas, 60, 207, "{1} A note under both columns, which runs over the whole width of the page and is long.", 8)
    canvas.save()
    assert notes(read_pdf(tmp_path / "a.pdf")) == [
        "1 A note under both columns, which runs over the whole width of the page and is long."
    ]


def test_a_digit_of_the_font_that_is_drawn_raised_is_raised() -> None:
    digit = Glyph("7", 10, 12, 100.0, 11.0, 0)
    assert raised_digit(digit, 92.4, 100.1) == digit
    higher = raised_digit(digit, 92.3, 96.0)
    assert higher.base == 96.0
    assert higher.size == pytest.approx(5.6, abs=0.1)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[https://perma.example/68Q", "7-NXVN] (“It held”)"], "[https://perma.example/68Q7-NXVN] (“It held”)"),
        (["see https://x.example/a/", "662b", "_lec.pdf [a copy]"], "see https://x.example/a/662b_lec.pdf [a copy]"),
        (["https://x.example/law-week#", "cite on"], "https://x.example/law-week#cite on"),
        (["at https://x.example/article", "(last visited 2020)"], "at https://x.example/article (last visited 2020)"),
        (["http://x.example/s /moor/22/10/", "new/?", "sh=5e9"], "http://x.example/s /moor/22/10/new/?sh=5e9"),
    ],
)  # fmt: skip
def test_addresses_go_on_over_line_ends(lines: list[str], expected: str) -> None:
    assert "".join(joined(lines, Vocabulary(lines))) == expected


def test_a_word_processor_that_breaks_words_breaks_those_of_addresses() -> None:
    english = ["It is for the States that are parties to the treaty to say what they have agreed upon, and when."] * 4
    lines = [
        *english,
        "at https://seabed.example/a, https://deep-sea.example/b and",
        "https://sea-",
        "bed.example/agree-",
        "ment/on-the-",
        "seabed and https://deep-",
        "sea.example/c",
    ]
    text = "".join(joined(lines[4:], Vocabulary(lines)))
    assert "https://seabed.example/agreement/on-the-seabed" in text
    assert text.endswith("https://deep-sea.example/c")


def test_a_line_that_goes_on_with_a_note_does_not_begin_one_with_the_first_digit_of_a_number(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    foot = ["1 First.", "2 Sefton, Samples and Sovereigns,", "31 Meridian Review 77.", "3 Third."]
    page_of(canvas, [f"{TEXT}{{1}} see it{{2}} carried{{3}} away."], foot)
    canvas.save()
    assert notes(read_pdf(tmp_path / "a.pdf"))[1:] == [
        "2 Sefton, Samples and Sovereigns, 31 Meridian Review 77.",
        "3 Third.",
    ]


def test_a_date_in_a_head_is_no_page_number(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    for page in range(3):
        draw(canvas, 60, 650, "3/4/2031, 9:15 PM Who Owns the Ice", 8)
        page_of(canvas, [f"{TEXT} see {word} {'xyz'[page]}" for word in "abcdefghijkl"])
        canvas.showPage()
    canvas.save()
    assert furniture(read_pdf(tmp_path / "a.pdf")) == ["3/4/2031, 9:15 PM Who Owns the Ice"] * 3


def test_the_rule_of_a_running_head_is_none_above_notes(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    canvas.line(60, 640, 400, 640)
    page_of(canvas, ["1. The First Heading", f"{TEXT}{{1}} see it."], ["{1} First."])
    canvas.line(60, 130, 120, 130)
    canvas.save()
    draft = read_pdf(tmp_path / "a.pdf")
    assert notes(draft) == ["1 First."]
    assert " ".join(body(draft)) == f"1. The First Heading {TEXT}⟦1⟧ see it."


def test_the_numbers_of_notes_in_the_margin_do_not_count_lines(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    for page in range(2):
        page_of(canvas, [f"{TEXT} see {word} {'xyz'[page]}" for word in "abcdefghijklmnopqrst"])
        for at, sight in enumerate(("Sights.", "Hearings.", "Soundings.", "Readings.")):
            number = str(4 * page + at + 1)
            draw(canvas, 60 + canvas.stringWidth(TEXT, "Times-Roman", 11), 603 - 39 * at, number, 7)
            draw(canvas, 54, 123 - 10 * at, number, 6)
            draw(canvas, 60, 120 - 10 * at, sight, 8)
        canvas.showPage()
    canvas.save()
    draft = read_pdf(tmp_path / "a.pdf")
    assert furniture(draft) == []
    assert notes(draft)[:3] == ["1 Sights.", "2 Hearings.", "3 Soundings."]
