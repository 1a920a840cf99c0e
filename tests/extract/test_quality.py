"""Letters that are letters, and letters that are not."""

from __future__ import annotations

import pytest

from argmine.errors import Garbled
from argmine.extract.quality import check_letters

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
