"""Numbers as instruments write them: Roman, Arabic, with a suffix ("12 bis", "37A")."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
}
"""Numbers as words, in small letters."""
_LONGEST = 15
"""MMMDCCCLXXXVIII, the longest Roman numeral below 4000."""
_SUFFIXED = re.compile(
    r"([0-9]{1,6}|[ivxlcdm]{1,15}(?= )) ?(bis|ter|quater|quinquies|penter|sexies|[a-z])", re.IGNORECASE
)


def roman(n: int) -> str:
    """The Roman numeral of `n`, 1 to 3999, in capitals.

    Raises:
        ValueError: there is no such numeral.
    """
    if not 0 < n < 4000:
        raise ValueError(f"no Roman numeral: {n}")
    signs = []
    for value, sign in _SIGNS:
        count, n = divmod(n, value)
        signs.append(sign * count)
    return "".join(signs)


def number_of(numeral: str) -> int | None:
    """The number that a Roman or Arabic numeral writes, in either case; None for anything else.

    Roman is strict ("IIII" and "IC" are None), and so is a numeral with a suffix ("12 bis", "37A").
    """
    if numeral.isascii() and numeral.isdigit():
        return int(numeral) if len(numeral) < _LONGEST else None
    signs = numeral.upper()
    if not 0 < len(signs) <= _LONGEST or not all(sign in _VALUES for sign in signs):
        return None
    n = added_up(signs)
    return n if 0 < n < 4000 and roman(n) == signs else None


def added_up(signs: str) -> int:
    """What Roman signs add up to, a smaller one before a larger one being taken off, be they a numeral or not."""
    values = [_VALUES[sign] for sign in signs]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=8192)
def same_number(numeral: str) -> str:
    """One spelling for all the ways to write the number of a unit: "ii", "Two" and "2" give "2", "12 bis" "12bis".

    What is no number ("A.1") is only put in lower case.
    """
    numeral = " ".join(numeral.split())
    n = number_of(numeral) or WORDS.get(numeral.lower())
    if n is not None:
        return str(n)
    suffixed = _SUFFIXED.fullmatch(numeral)
    if suffixed is None:
        return numeral.lower()
    return f"{number_of(suffixed[1]) or suffixed[1]}{suffixed[2]}".lower()
