"""Plain text: streams, sentences made whole, markers lifted out, web pages saved as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.errors import Damaged
from argmine.extract.files.encoding import declared_charset, decode
from argmine.extract.plain.text import read_text
from tests.conftest import SHARED
from tests.extract.reading import all_letters, body, furniture, kinds, letters, notes

LONG = (
    "This paragraph is here to be long enough for nobody to take it for a heading, a caption or the name of a person."
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Traité de l’espace".encode(), "Traité de l’espace"),
        ("\ufeffThe Treaty".encode(), "The Treaty"),
        ("The Treaty".encode("utf-16"), "The Treaty"),
        ("Traité – “Moon”".encode("cp1252"), "Traité – “Moon”"),
        ("ﬁrst oﬃce".encode(), "first office"),
        ("Traite\u0301 sou\u00admis".encode(), "Traité soumis"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_bytes_become_letters(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


def test_a_declared_character_set_counts_where_the_bytes_are_not_utf_8() -> None:
    page = b'<meta charset="windows-1251">' + "Договор".encode("windows-1251")
    assert decode(page, "a.html", declared_charset(page)).endswith("Договор")


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x00\x01\x02 text", b"text\x01\x02\x03\x04\x05\x06"])
def test_bytes_that_are_no_text_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"a\.txt"):
        decode(data, "a.txt")


def test_a_footnote_in_mid_sentence_goes_to_the_notes_and_the_sentence_is_whole() -> None:
    draft = read_text(
        "The Accords affirm that extraction is not appropriation.12 The position of the\n\n"
        "12 See the Artemis Accords, Section 10.\n\n"
        "other signatories is not known."
    )
    assert body(draft) == [
        "The Accords affirm that extraction is not appropriation.⟦12⟧ "
        "The position of the other signatories is not known."
    ]
    assert notes(draft) == ["12 See the Artemis Accords, Section 10."]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("States disagree¹ on mining.", "States disagree⟦1⟧ on mining."),
        ("States disagree [1] on mining.", "States disagree⟦1⟧ on mining."),
        ("States disagree on mining [1].", "States disagree on mining⟦1⟧."),
        ("States disagree on mining.[1] They do.", "States disagree on mining.⟦1⟧ They do."),
        ("States “disagree”1 on mining.", "States “disagree”⟦1⟧ on mining."),
        ("States disagree on mining.¹They do.", "States disagree on mining.⟦1⟧ They do."),
        ("States (some of them)1 disagree.", "States (some of them)⟦1⟧ disagree."),
    ],
)
def test_a_marker_leaves_the_text_without_harm(text: str, marked: str) -> None:
    assert body(read_text(f"{text}\n\n1 Ibid., p. 3."))[0] == marked


@pytest.mark.parametrize(
    "text",
    [
        "Emissions of CO2 fell.",
        "The session opened on 20 June.",
        "They rely on Art.5 and on No.7 of the list.",
        "The area measures 12 m² and 10⁶ tonnes.",
        "Resolution A/RES/77/321 and document S/PV.8422 say so.",
        "The Court held in [2004] that it had jurisdiction, see at [12] of the award.",
        "It numbers items2 and pages3 for no reason at all.",
    ],
)
def test_numbers_that_are_no_markers_stay(text: str) -> None:
    assert body(read_text(f"{text} {LONG}")) == [f"{text} {LONG}"]


def test_markers_in_a_row_stand_at_one_place() -> None:
    draft = read_text("States disagree.¹,² They always did.\n\n¹ One.\n\n² Two.")
    assert body(draft) == ["States disagree.⟦1⟧⟦2⟧ They always did."]


def test_notes_keep_their_markers_apart_from_powers() -> None:
    draft = read_text("A field of 5 m² was claimed.¹ It was sold.² It was returned.³\n\n¹ One.\n\n² Two.\n\n³ Three.")
    assert body(draft) == ["A field of 5 m² was claimed.⟦1⟧ It was sold.⟦2⟧ It was returned.⟦3⟧"]


def test_a_marker_without_a_note_is_furniture() -> None:
    draft = read_text("The notes of this text were lost.⁴ Its words were not.")
    assert (body(draft), furniture(draft)) == (["The notes of this text were lost. Its words were not."], ["4"])


def test_numbers_that_start_anew_on_each_page_stay_with_their_own() -> None:
    draft = read_text("Page one says this.¹\n\n¹ First page.\n\nPage two says that.¹\n\n¹ Second page.")
    assert body(draft) == ["Page one says this.⟦1⟧", "Page two says that.⟦1⟧"]
    assert notes(draft) == ["1 First page.", "1 Second page."]


def test_a_list_of_notes_at_the_end_goes_to_the_notes_with_its_continuations() -> None:
    draft = read_text(
        "Article II is clear.[1] It is not simple.[2]\n\n"
        "Notes\n\n1. Outer Space Treaty, Article II.\nIt has no exceptions.\n\n2. Ibid."
    )
    assert body(draft) == ["Article II is clear.⟦1⟧ It is not simple.⟦2⟧"]
    assert notes(draft) == ["1 Outer Space Treaty, Article II. It has no exceptions.", "2 Ibid."]
    assert furniture(draft) == ["Notes"]


def test_numbered_paragraphs_are_no_notes() -> None:
    draft = read_text("\n\n".join(f"{number}. {LONG}" for number in range(1, 6)))
    assert [block.label for block in draft.blocks] == ["1", "2", "3", "4", "5"]
    assert not draft.notes


def test_a_word_broken_at_a_line_end_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    draft = read_text(
        "The interpretation of the principle of non-\nappropriation is a matter of inter-\n"
        "national law, and of norm- and\ndecision-making."
    )
    assert body(draft) == [
        "The interpretation of the principle of non-appropriation is a matter of international law, and of norm- and "
        "decision-making."
    ]


def test_lines_with_labels_are_items() -> None:
    draft = read_text("States shall:\n(a) inform the public;\n(b) consult each other; and\n• keep records.")
    assert [(block.kind, block.label, block.text) for block in draft.blocks] == [
        ("paragraph", None, "States shall:"),
        ("list_item", "a", "(a) inform the public;"),
        ("list_item", "b", "(b) consult each other; and"),
        ("list_item", None, "keep records."),
    ]


def test_headings_by_capitals_numbers_and_place() -> None:
    draft = read_text(
        f"THE LAW OF THE MOON\n\n{LONG}\n\n1. First approach\n\n{LONG}\n\na. A refinement\n\n{LONG}\n\n"
        f"The way forward\n\n{LONG}"
    )
    assert [kind for kind in kinds(draft) if kind[0] == "heading"] == [
        ("heading", 1, "THE LAW OF THE MOON"),
        ("heading", 1, "1. First approach"),
        ("heading", 3, "a. A refinement"),
        ("heading", 2, "The way forward"),
    ]


def test_a_numbered_list_of_short_items_is_no_row_of_headings() -> None:
    draft = read_text(f"{LONG} They are the following:\n\n1. Objective\n\n2. Scope\n\n3. Definition of terms")
    assert [block.kind for block in draft.blocks] == ["paragraph", "list_item", "list_item", "list_item"]


def test_underlined_lines_are_headings() -> None:
    assert kinds(read_text(f"The question\n------------\n\n{LONG}"))[0] == ("heading", 2, "The question")


def test_page_numbers_and_running_heads_are_furniture() -> None:
    ends = ("and so it goes", "over the page", "to its end.")
    pages = [
        f"Journal of Invented Law {number}\n{LONG} It is long\n{end}"
        for number, end in zip((7, 8, 9), ends, strict=True)
    ]
    draft = read_text("\f".join(pages))
    assert furniture(draft) == [f"Journal of Invented Law {number}" for number in (7, 8, 9)]
    assert read_text(f"{LONG}\n\n- 12 -\n\n{LONG}").furniture[0].text == "- 12 -"


def test_a_sentence_goes_on_over_a_page_number() -> None:
    draft = read_text(
        "The State that registers an object shall retain its jurisdiction\n\n12\n\nover it while it is in space."
    )
    assert body(draft) == [
        "The State that registers an object shall retain its jurisdiction over it while it is in space."
    ]


def test_a_quotation_that_a_page_break_cut_off_is_joined() -> None:
    draft = read_text(
        "Examples include the following arguments, of which the last is the oldest; prohibited\n\n"
        "“appropriation” is national."
    )
    assert len(draft.blocks) == 1


def test_preambular_paragraphs_are_not_joined() -> None:
    draft = read_text(
        f"The General Assembly,\n\nRecalling its resolution 1962 (XVIII), {LONG[:-1]},\n\nConvinced of this,"
    )
    assert len(draft.blocks) == 3


def test_a_web_page_saved_as_text_loses_its_menus_but_none_of_its_words() -> None:
    text = (
        "nl en\nOpinion\nWho owns the ice?\nX Linkedin Facebook Email\nPublished by Ada Example\n"
        + f"{LONG * 3}\nADVERTISEMENT\n{LONG * 3}\n{LONG * 2}\nRelated Articles\n"
        + "Opinion\nA look at treaties.\nOpinion\nA look at courts.\nOpinion\nA look at maps.\n"
        + "This website uses cookies."
    )
    draft = read_text(text)
    assert body(draft) == ["Who owns the ice?", "Published by Ada Example", LONG * 3, LONG * 3, LONG * 2]
    assert {"nl en", "X Linkedin Facebook Email", "ADVERTISEMENT", "Related Articles"} <= set(furniture(draft))
    assert all_letters(draft) == letters(text)


def test_a_text_on_advertising_keeps_its_words() -> None:
    text = f"Share of the market\n\n{LONG}\n\nCookies are small files. {LONG}"
    assert not read_text(text).furniture


@given(
    st.lists(
        st.sampled_from(
            [LONG, "12 See A.", "word.12 The", "¹ Note.", "and so on", "II. Title", "3", "- x", "Notes", "§ 4"]
        )
    )
)
def test_no_letter_is_lost(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert all_letters(read_text(text)) == letters(text)


@given(st.text(alphabet=st.sampled_from("abcZ19 .,;:\n\n()[]“”¹²*†-—/|")))
def test_any_text_is_read_with_its_anchors_inside(text: str) -> None:
    draft = read_text(text)
    for note in draft.notes:
        assert note.anchor is None or note.anchor.offset <= len(draft.blocks[note.anchor.block].text)
    assert all_letters(draft) == letters(text)


def test_reading_a_long_text_takes_no_more_than_its_share() -> None:
    """Twenty thousand lines that each end in a hyphen join to one word."""
    assert len(body(read_text("ab-\n" * 20_000 + "c"))[0]) == 40_001


needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")


@needs_shared
def test_the_notes_of_the_brief_are_all_found_and_tied() -> None:
    draft = read_text((SHARED / "corpus/web/smuclerova-policy-brief.txt").read_text("utf-8"))
    assert [note.number for note in draft.notes] == [str(number) for number in range(1, 36)]
    assert all(note.anchor for note in draft.notes)


@needs_shared
@pytest.mark.parametrize("name", ["hague-working-group", "negotiating-space-norms"])
def test_no_letter_of_a_saved_web_page_is_lost(name: str) -> None:
    text = (SHARED / f"corpus/web/{name}.txt").read_text("utf-8")
    assert all_letters(read_text(text)) == letters(text)
