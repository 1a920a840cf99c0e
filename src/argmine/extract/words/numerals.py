"""Numbers as lists and notes print them: "iv", "(c)", "‡"."""

from __future__ import annotations

from argmine.knowledge import numerals

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LEVEL = str.maketrans(SUPERSCRIPT, "0123456789")
"""Raised digits set level."""
_SYMBOLS = "*†‡§"
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 10  # "jjjjjjjjjj" and on: nobody counts so; the number is written instead


def written(number: int, form: str) -> str:
    """A number in a form that Office Open XML names (ECMA-376, ST_NumberFormat), decimal where there is no such form.

    Letters are repeated after z ("aa", "bb"), and so are the four symbols of the Chicago style.
    """
    if number < 1 or form in ("none", "bullet"):
        return "" if form in ("none", "bullet") else str(number)
    if form in ("lowerLetter", "upperLetter"):
        letters = _repeated("abcdefghijklmnopqrstuvwxyz", number)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if form == "upperRoman" else roman(number)
    if form == "chicago":
        return _repeated(_SYMBOLS, number)
    if form == "decimalZero":
        return f"{number:02d}"
    return f"{number}{_ordinal_end(number)}" if form == "ordinal" else str(number)


def _repeated(signs: str, number: int) -> str:
    times, place = divmod(number - 1, len(signs))
    return signs[place] * (times + 1) if times < _MOST_LETTERS else str(number)


def roman(number: int) -> str:
    """A number from 1 to 3,999 in small Roman numerals; larger ones as they are."""
    return numerals.roman(number).lower() if number <= _LARGEST_ROMAN else str(number)


def roman_value(numeral: str) -> int | None:
    """What a Roman numeral in small letters says; None for letters that are no numeral ("iiv")."""
    return numerals.number_of(numeral) if numeral.islower() else None


def _ordinal_end(number: int) -> str:
    if 10 < number % 100 < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
