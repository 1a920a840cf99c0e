"""Letters that are letters, and letters that are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmine.errors import Garbled
from argmine.extract.pages.pdf import read_pdf
from argmine.extract.quality import PageSigns, grade_document, grade_page, grade_text, unknown_words
from argmine.extract.words.legible import check_letters
from tests.conftest import SHARED

CORPUS = SHARED / "corpus"

GOOD = {
    "English": "The Parties shall carry on their activities in accordance with international law and for all. ",
    "French": "Les activités des États parties sont menées selon le droit international et pour tous. ",
    "Spanish": "Las actividades de los Estados Partes se realizarán según el derecho internacional y para todos. ",
    "German": "Die Tätigkeiten der Vertragsstaaten werden nach dem Völkerrecht und für alle ausgeübt. ",
    "Russian": "Деятельность государств-участников ведется по международному праву и на благо всех. ",
    "Chinese": "各缔约国的活动应当按照国际法进行，并为所有国家谋福利和利益，不论其经济或科学发展程度如何。",
    "Arabic": "تضطلع الدول الأطراف بأنشطتها وفقا للقانون الدولي ولصالح جميع البلدان أيا كانت درجة نمائها. ",
    "Swahili": "Nchi wanachama zitafanya shughuli zao kulingana na sheria ya kimataifa kwa manufaa ya watu wote. ",
}


@pytest.mark.parametrize("language", GOOD)
def test_a_text_of_any_language_passes(language: str) -> None:
    check_letters(GOOD[language] * 40, "good.pdf")


def test_a_table_of_names_and_figures_in_a_text_passes() -> None:
    table = "AUT 12.5 BEL 13.1 CZE 9.8 DNK 44.0 EST 1.2 FIN 7.7 GRC 8.1 HUN 3.9 "
    check_letters(GOOD["English"] * 60 + table * 30, "table.pdf")


def test_an_alphabet_shifted_by_a_constant_is_nonsense() -> None:
    shifted = "".join(chr(ord(char) - 29) if char.isalpha() else char for char in GOOD["English"])
    with pytest.raises(Garbled, match=r"shifted\.pdf"):
        check_letters(shifted * 40, "shifted.pdf")


def test_letters_of_the_phonetic_alphabet_are_nonsense() -> None:
    moved = "".join(chr(ord(char) - 0x410 + 0x240) if char >= "А" else char for char in GOOD["Russian"])
    with pytest.raises(Garbled, match="no alphabet"):
        check_letters(moved * 40, "moved.pdf")


def test_many_scripts_in_one_sentence_are_nonsense() -> None:
    mixed = "".join(sum(zip(*(text[:60] for text in GOOD.values()), strict=False), ()))
    with pytest.raises(Garbled, match="scripts"):
        check_letters(mixed * 10, "mixed.pdf")


def test_a_short_text_is_not_judged() -> None:
    check_letters("WKH 3DUWLHV", "short.pdf")


FINE = PageSigns(page=1, text=GOOD["English"] * 20, scanned=False, wide=0.0, notes=5, unmarked=0, strays=0)


def test_a_page_with_nothing_wrong_is_good() -> None:
    page = grade_page(FINE)
    assert (page.grade, page.reasons) == ("good", ())


@pytest.mark.parametrize(
    ("change", "grade", "reason"),
    [
        ({"scanned": True}, "doubtful", "text recognised from a picture"),
        ({"scanned": True, "text": ""}, "poor", "no text"),
        ({"wide": 0.5}, "poor", "columns uncertain"),
        ({"unmarked": 3}, "doubtful", "notes without a marker"),
        ({"strays": 4}, "doubtful", "markers without a note"),
        ({"unknown": 0.4}, "doubtful", "words in no dictionary"),
        ({"text": "12.5 13.1 | 44.0 " * 30}, "doubtful", "few letters"),
        ({"text": "ə" * 400}, "poor", "letters that are no letters"),
        (
            {"scanned": True, "text": (GOOD["English"] + GOOD["French"]) * 10},
            "poor",
            "two languages side by side",
        ),
    ],
)
def test_what_is_doubtful_on_a_page_is_named(change: dict[str, object], grade: str, reason: str) -> None:
    page = grade_page(replace(FINE, **change))  # type: ignore[arg-type]
    assert page.grade == grade
    assert reason in page.reasons


def test_names_and_words_that_a_line_end_breaks_are_not_asked_for() -> None:
    assert unknown_words("the sea and Ruritania's ice-\nbreaker " * 20, {"the", "sea", "and"}) == 0.0
    assert unknown_words("the zea and tbe ice " * 20, {"the", "sea", "and", "ice"}) == 0.4
    assert unknown_words("tbe zea", set()) == 0.0


def test_a_source_without_pages_is_graded_by_its_notes_and_letters() -> None:
    assert grade_text(GOOD["English"], notes=10, unmarked=2).grade == "good"
    lost = grade_text(GOOD["English"], notes=10, unmarked=3)
    assert (lost.grade, lost.reasons) == ("doubtful", ("notes without a marker (notes: 3 of 10)",))
    shifted = GOOD["English"] + "ə" * 400
    assert grade_text(shifted, notes=0, unmarked=0).reasons == ("letters that are no letters",)


def test_a_document_is_poor_when_a_third_of_its_pages_are() -> None:
    good, poor = grade_page(FINE), grade_page(replace(FINE, wide=0.5))
    grades = [grade_document([good] * (6 - bad) + [poor] * bad).grade for bad in (0, 1, 2)]
    assert grades == ["good", "doubtful", "poor"]
    assert grade_document([good, poor]).reasons == ("columns uncertain (pages: 1 of 2)",)


@pytest.mark.parametrize(
    ("name", "grade"),
    [("S-PV.492-scanned-bilingual.pdf", "poor"), ("A-79-PV.29.pdf", "good"), ("A-64-PV.121.pdf", "good")],
)
def test_a_scanned_bilingual_record_is_flagged_and_clean_ones_are_not(name: str, grade: str) -> None:
    path = CORPUS / "un" / name
    if not path.exists():
        pytest.skip(f"{path} is absent")
    quality = read_pdf(path).quality
    assert quality is not None
    assert quality.grade == grade


def test_a_form_of_a_few_english_words_is_no_nonsense() -> None:
    check_letters("TEST RESULT, PART TWELVE; NEXT TEST RESULT, SHEET THIRTY. " * 20, "form.pdf")


def test_letters_of_many_scripts_between_english_words_are_no_nonsense() -> None:
    samples = "Sample text in this font: Αθήνα Москва 東京 서울 بيروت. " * 20
    check_letters(samples + "It is used by default in all formal documents. " * 10, "fonts.pdf")
