"""Running heads, feet and page numbers: what is furniture, and what only stands as high."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from argmine.extract.draft import Draft
from argmine.extract.pages.pdf import read_pdf

SENTENCES = (
    "The flag that a ship flies does not answer whose its cargo is.",
    "Nobody has asked so far who owns the sand that a dredger lifts.",
    "Samples have been given to museums, and museums keep what they have.",
    "A licence to look is silent on what is found by those who look.",
)
Part = tuple[float, float, str]  # from the left, from the top, words


def read(path: Path, heads: Sequence[Sequence[Part]], feet: Sequence[Sequence[Part]] = ()) -> Draft:
    """Pages of twelve lines of text, each with the parts of its head and of its foot."""
    canvas = Canvas(str(path), pagesize=(520, 680))
    for page, head in enumerate(heads):
        for x, y, words in (*head, *(feet[page] if feet else ())):
            canvas.drawString(x, 680 - y, words)
        for at in range(12):
            canvas.drawString(60, 610 - 13 * at, f"{SENTENCES[(at + page) % 4]} {'abcdefghij'[page]}")
        canvas.showPage()
    canvas.save()
    return read_pdf(path)


def test_a_title_as_high_as_the_running_heads_is_no_head(tmp_path: Path) -> None:
    heads = ["ON SAMPLES AND THEIR OWNERS", "30 JOURNAL OF EXAMPLES", "2019 SAMPLES 31", "32 JOURNAL OF EXAMPLES"]
    draft = read(tmp_path / "a.pdf", [[(60, 40, head)] for head in heads])
    assert draft.blocks[0].text == "ON SAMPLES AND THEIR OWNERS"
    assert [piece.text for piece in draft.furniture] == heads[1:]


def test_a_title_that_ends_with_a_number_of_its_own_is_no_head(tmp_path: Path) -> None:
    heads = ["THE CRASH OF VESSEL 954+", "30 JOURNAL OF EXAMPLES", "2019 VESSEL 31", "32 JOURNAL OF EXAMPLES"]
    draft = read(tmp_path / "a.pdf", [[(60, 40, head)] for head in heads])
    assert draft.blocks[0].text == heads[0]


def test_the_title_of_an_article_that_begins_on_a_later_page_is_no_head(tmp_path: Path) -> None:
    heads = ["29 JOURNAL OF EXAMPLES", "30 JOURNAL OF EXAMPLES", "WHO OWNS A SAMPLE?", "32 JOURNAL OF EXAMPLES"]
    draft = read(tmp_path / "a.pdf", [[(60, 40, head)] for head in heads])
    assert "WHO OWNS A SAMPLE?" in [block.text for block in draft.blocks]
    assert len(draft.furniture) == 3


def test_a_head_is_known_by_the_heads_near_by_though_its_letters_were_misread(tmp_path: Path) -> None:
    heads = [
        "THE LAW OF SAMPLES",
        "THE LA W OF SAMPLFS",
        "TIIE LAW OF SAMPLES",
        "MARKETS FOR SAND",
        "THE LAW QF SAMPLES",
    ]
    draft = read(tmp_path / "a.pdf", [[(60, 58, head)] for head in heads])  # no white below: no page number
    assert [piece.text for piece in draft.furniture] == [heads[1], heads[2], heads[4]]


def test_the_parts_of_a_head_that_stand_a_little_higher_or_lower_are_one_head(tmp_path: Path) -> None:
    heads = [[(60, 40, str(104 + page)), (200, 43, f"SAMPLES{'' if page else ' AGAIN'}")] for page in range(4)]
    draft = read(tmp_path / "a.pdf", heads)
    assert [page.label for page in draft.pages] == ["104", "105", "106", "107"]
    assert len(draft.furniture) == 8
    assert not any("SAMPLES" in block.text for block in draft.blocks)


def test_numbers_that_stand_alone_at_the_same_place_are_furniture_beside_those_of_the_pages(tmp_path: Path) -> None:
    heads = [[(60, 40, f"{20 + page} JOURNAL OF EXAMPLES")] for page in range(5)]
    feet = [[(400, 520, str(7 + page // 2))] if page % 2 == 0 else [] for page in range(5)]
    draft = read(tmp_path / "a.pdf", heads, feet)
    assert {"7", "8", "9"} <= {piece.text for piece in draft.furniture}


def test_notes_that_cite_the_same_work_at_the_foot_of_each_page_are_no_running_feet(tmp_path: Path) -> None:
    feet = [[(60, 600, f"{2 * page + 11} Sand Weekly, {3 * page + 2} March 2019.")] for page in range(5)]
    draft = read(tmp_path / "a.pdf", [[] for _ in feet], feet)
    assert not draft.furniture


def test_a_title_of_two_lines_that_reads_as_the_heads_of_its_article_is_no_head(tmp_path: Path) -> None:
    heads = [
        [(60, 40, "20 JOURNAL OF EXAMPLES")],
        [(60, 40, "WHO OWNS THE SAMPLES OF")],
        *[[(60, 40, f"WHO OWNS THE SAMPLES OF {22 + page}")] for page in range(3)],
    ]
    heads[1].append((60, 54, "THE OPEN SEA?"))
    draft = read(tmp_path / "a.pdf", heads)
    assert not {"WHO OWNS THE SAMPLES OF", "THE OPEN SEA?"} & {piece.text for piece in draft.furniture}
    assert len(draft.furniture) == 4


def test_a_number_at_the_foot_of_a_small_page_on_large_paper_is_its_number(tmp_path: Path) -> None:
    heads = [[], *([(60, 40, f"{30 + page} JOURNAL OF EXAMPLES")] for page in (1, 2, 3))]
    draft = read(tmp_path / "a.pdf", heads, [[(250, 250, "30")], [], [], []])
    assert [page.label for page in draft.pages] == ["30", "31", "32", "33"]
    assert not any(block.text == "30" for block in draft.blocks)


def labels(path: Path, heads: Sequence[str], feet: Sequence[str]) -> list[str | None]:
    """The labels of pages with these words at the head and at the foot."""
    sides = [[[(60.0, y, words)] if words else [] for words in side] for side, y in ((heads, 40.0), (feet, 640.0))]
    return [page.label for page in read(path, *sides).pages]


def test_a_page_whose_number_was_lost_is_counted_by_its_neighbours(tmp_path: Path) -> None:
    heads = ["", *(f"{150 + page} JOURNAL OF EXAMPLES" for page in (1, 2, 3)), ""]
    assert labels(tmp_path / "a.pdf", heads, ["J~O", "", "", "", ""]) == ["150", "151", "152", "153", "154"]


def test_behind_a_blank_page_that_is_missing_the_number_is_the_one_at_the_foot(tmp_path: Path) -> None:
    heads = [*(f"{380 + page} JOURNAL OF EXAMPLES" for page in (0, 1, 2, 3)), ""]
    assert labels(tmp_path / "a.pdf", heads, ["", "", "", "", "385"]) == ["380", "381", "382", "383", "385"]


def test_a_cover_that_an_archive_puts_before_an_article_is_not_counted(tmp_path: Path) -> None:
    heads = ["Recommended Citation", *(f"{30 + page} JOURNAL OF EXAMPLES" for page in range(4))]
    assert labels(tmp_path / "a.pdf", heads, [""] * 5) == [None, "30", "31", "32", "33"]


def test_the_number_of_a_page_right_below_the_last_line_is_furniture(tmp_path: Path) -> None:
    """On a first page whose notes reach down to it, no white parts the two."""
    heads = [[], *([(60.0, 40.0, f"{30 + page} JOURNAL OF EXAMPLES")] for page in (1, 2, 3))]
    notes = [(60.0, 610.0 - 13 * at, "A line of the notes that stand at the foot.") for at in range(8)]
    draft = read(tmp_path / "a.pdf", heads, [[*notes, (250.0, 623.0, "30")], [], [], []])
    assert "30" in [piece.text for piece in draft.furniture]
