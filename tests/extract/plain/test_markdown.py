"""Markdown: no markup in the text, levels, lists, quotations, tables, notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.extract.plain.markdown import is_markdown, read_markdown
from argmine.extract.plain.text import read_text
from tests.conftest import SHARED
from tests.extract.reading import all_letters, body, furniture, kinds, letters, notes

LONG = (
    "This paragraph is here to be long enough for nobody to take it for a heading, a caption or the name of a person."
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **Outer Space Treaty** and *res communis*.", "The Outer Space Treaty and res communis."),
        ("See the [Treaty](https://a.example/t), now.", "See the Treaty, now."),
        (r"Section 10 \(2\) and \[sic\].", "Section 10 (2) and [sic]."),
        ("The file ILRS_presentation_2023_.pdf here.", "The file ILRS_presentation_2023_.pdf here."),
        ("5 m<sup>2</sup> in the 19<sup>th</sup> century &amp; later.", "5 m² in the 19th century & later."),
        ("`A/AC.105` is a symbol.", "A/AC.105 is a symbol."),
    ],
)
def test_markup_leaves_the_words(source: str, text: str) -> None:
    assert body(read_markdown(source)) == [text]


@pytest.mark.parametrize("marker", ["[^1]", "<sup>1</sup>", "^1^", "¹", "[1]"])
@pytest.mark.parametrize(
    "note", ["[^1]: Ibid., p. 3.", "¹ Ibid., p. 3.", "1. Ibid., p. 3.", "- ¹ Ibid., p. 3.", "1 Ibid., p. 3."]
)
def test_every_form_of_marker_finds_every_form_of_note(marker: str, note: str) -> None:
    draft = read_markdown(f"States disagree{marker} on mining.\n\n{note}\n")
    assert body(draft) == ["States disagree⟦1⟧ on mining."]
    assert notes(draft) == ["1 Ibid., p. 3."]


def test_headings_have_levels_with_or_without_a_space() -> None:
    draft = read_markdown(f"# A treatise\n\n##Part one\n\n{LONG}\n\n### A *question*\n\n{LONG}")
    assert [kind for kind in kinds(draft) if kind[0] == "heading"] == [
        ("heading", 1, "A treatise"),
        ("heading", 2, "Part one"),
        ("heading", 3, "A question"),
    ]


def test_the_divisions_of_an_instrument_give_the_levels_whatever_the_file_says() -> None:
    draft = read_markdown(
        "#### A Treaty\n\n### PART I\n\n#### Purposes\n\n### Article 1\n\n#### Scope\n\nIt applies.\n\n"
        "### Article 2\n\nIt ends."
    )
    assert [(level, text) for _, level, text in kinds(draft)] == [
        (1, "A Treaty"),
        (2, "PART I"),
        (3, "Purposes"),
        (4, "Article 1"),
        (5, "Scope"),
        (0, "It applies."),
        (4, "Article 2"),
        (0, "It ends."),
    ]


def test_lists_keep_printed_numbers_and_lose_bullets() -> None:
    draft = read_markdown("Two ways:\n\n- to permit\n    - with a licence\n- to forbid\n\n3. third\n4. fourth\n")
    assert [(block.level, block.label, block.text) for block in draft.blocks[1:]] == [
        (1, None, "to permit"),
        (2, None, "with a licence"),
        (1, None, "to forbid"),
        (1, "3", "3. third"),
        (1, "4", "4. fourth"),
    ]


def test_lettered_lines_of_one_paragraph_are_items() -> None:
    draft = read_markdown("The State shall:\n(a). register the object;\n(b). inform the Secretary-General.")
    assert [block.label for block in draft.blocks] == [None, "a", "b"]


def test_a_line_break_alone_ends_no_paragraph() -> None:
    assert body(read_markdown("The first sentence stands here.\nThe second goes on.")) == [
        "The first sentence stands here. The second goes on."
    ]


def test_quotations_and_tables_are_blocks_of_their_own() -> None:
    draft = read_markdown(
        "> What may not be owned as a whole\n> may not be owned in pieces.\n\n"
        "| State | View |\n|---|---|\n| A | *yes* |\n"
    )
    assert kinds(draft) == [
        ("quotation", 0, "What may not be owned as a whole may not be owned in pieces."),
        ("table", 0, "State\tView\nA\tyes"),
    ]


def test_notes_between_pages_and_running_heads_leave_whole_sentences() -> None:
    draft = read_markdown(
        "He contended that minerals are free.¹ The\n\n1 T. Ashgrove, *Lectures*, p. 33.\n\n"
        "P. Castellane: The Commons 53\n\n"
        "Government agreed.² Nor is it\n\n2 Reproduced in the *Yearbook*, p. 301.\n\n54 Invented Yearbook\n\n"
        f"of any avail to object. {LONG}\n\nP. Castellane: The Commons 55\n\nand so on, as was said\n\n"
        "P. Castellane: The Commons 57\n\nbefore."
    )
    assert body(draft)[0].startswith("He contended that minerals are free.⟦1⟧ The Government agreed.⟦2⟧ Nor is it")
    assert notes(draft) == ["1 T. Ashgrove, Lectures, p. 33.", "2 Reproduced in the Yearbook, p. 301."]
    assert [f"P. Castellane: The Commons {page}" for page in (53, 55, 57)] == furniture(draft)


def test_front_matter_is_information_and_furniture() -> None:
    draft = read_markdown("---\ntitle: On Ice\nauthor: Ada Example\n---\n\n# On Ice\n\nIt melts.")
    assert (draft.info["title"], draft.info["author"]) == ("On Ice", "Ada Example")
    assert furniture(draft) == ["title: On Ice", "author: Ada Example"]


def test_front_matter_whose_title_has_a_colon_is_read_line_by_line() -> None:
    draft = read_markdown("---\ntitle: On Ice: A Study\nauthor: Ada Example\n---\n\nIt melts.")
    assert (draft.info["title"], draft.info["author"]) == ("On Ice: A Study", "Ada Example")
    assert body(draft) == ["It melts."]


def test_what_stands_between_two_rules_is_text() -> None:
    assert body(read_markdown("---\nIt melts.\nNote: slowly.\n---\n\nSo what?"))[0] == "It melts. Note: slowly."


def test_notes_called_by_letters_have_the_numbers_of_their_references() -> None:
    draft = read_markdown("Ice melts.[^vell] It is free.[^b]\n\n[^vell]: H. Vell, *Ice*.\n\n[^b]: Marr (n 1) 2.\n")
    assert body(draft) == ["Ice melts.⟦1⟧ It is free.⟦2⟧"]
    assert notes(draft) == ["1 H. Vell, Ice.", "2 Marr (n 1) 2."]


def test_notes_may_stand_in_any_order() -> None:
    draft = read_markdown("Ice melts.[^1] It is free.[^2]\n\n[^2]: Marr (n 1) 2.\n\n[^1]: H. Vell, *Ice*.\n")
    assert body(draft) == ["Ice melts.⟦1⟧ It is free.⟦2⟧"]
    assert notes(draft) == ["1 H. Vell, Ice.", "2 Marr (n 1) 2."]


def test_a_text_file_with_markdown_in_it_is_read_as_markdown() -> None:
    source = "**Bold** words.\n\nA [link](#) here.\n\n- one\n- two"
    assert is_markdown(source)
    assert body(read_text(source)) == ["Bold words.", "A link here.", "one", "two"]
    assert not is_markdown("# 1 is a number.\n\nA price of $5 * 3 * 2.")


@given(
    st.lists(
        st.sampled_from(
            [LONG, "12 See A.", "word.12 The", "[^1]: Note.", "a[^1]", "# II. Title", "3", "- x", "> q", "1. y"]
        )
    )
)
def test_no_letter_is_lost(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert all_letters(read_markdown(text)) == letters(text)


@given(st.text(alphabet=st.sampled_from("abZ19 .,:\n\n()[]^¹*_#>-|`~\\<")))
def test_any_text_is_read_with_its_anchors_inside(text: str) -> None:
    draft = read_markdown(text)
    for note in draft.notes:
        assert note.anchor is None or note.anchor.offset <= len(draft.blocks[note.anchor.block].text)
    assert not any("\ufdd0" <= char <= "\ufdef" for block in draft.blocks for char in block.text)


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
@pytest.mark.parametrize("path", sorted((SHARED / "corpus/treaties").glob("*.md")), ids=lambda path: path.stem)
def test_no_letter_of_a_treaty_is_lost(path: Path) -> None:
    text = path.read_text("utf-8")
    assert all_letters(read_markdown(text)) == letters(text.replace("<sup>", "").replace("</sup>", ""))
