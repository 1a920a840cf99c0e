"""How a document counts its notes: 1, 2, 3 or i, ii, iii or a, b, c.

The form shows in the raised signs of the whole document: the one in which most of them follow each other. Symbols
("*", "†") count nothing, whatever the form; each belongs to its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.words.numerals import LEVEL, roman_value

SYMBOLS = "*†‡§¶‖"
_DIGITS, _ROMAN, _LETTERS = r"\d{1,4}", r"[ivxlc]{1,8}", r"[a-z]{1,2}"
_TOKEN = re.compile(r"\d{1,4}|[a-z]{1,8}")
_LEAST = 3  # signs that follow each other, for a form other than 1, 2, 3


@dataclass(frozen=True)
class Numbering:
    """A form of counting; `sign` is the pattern of one number, `doubled` whether "bb" comes after "aa"."""

    sign: str = _DIGITS
    doubled: bool = True

    @property
    def is_decimal(self) -> bool:
        """Whether notes are counted 1, 2, 3."""
        return self.sign == _DIGITS

    def value(self, number: str) -> int | None:
        """What a printed number counts; None for what is none in this form."""
        if not re.fullmatch(self.sign, number):
            return None
        if self.is_decimal:
            return int(number)
        return roman_value(number) if self.sign == _ROMAN else self._letters(number)

    def _letters(self, number: str) -> int | None:
        last = ord(number[-1]) - ord("a") + 1
        if self.doubled:
            return 26 * (len(number) - 1) + last if len(set(number)) == 1 else None
        return last if len(number) == 1 else 26 * (ord(number[0]) - ord("a") + 1) + last

    @cached_property
    def marker(self) -> re.Pattern[str]:
        """A number or symbol raised in the body; a single letter may always call the note of a table."""
        return re.compile(rf"\d{{1,8}}|{self.sign}|[{SYMBOLS}]{{1,4}}|\b[a-z]\b")

    @cached_property
    def raised(self) -> re.Pattern[str]:
        """The raised number with which a note begins."""
        return re.compile(rf"[\[(]?({self.sign}|\d{{1,4}}|[{SYMBOLS}]{{1,4}}|[a-z])[\])]?")

    @cached_property
    def level(self) -> re.Pattern[str]:
        """The number with which a note begins, as high as its text."""
        return re.compile(rf"[\[(]?({self.sign})[\]).]{{0,2}}(?=\s|[A-Z][a-z.\s]|[“‘\"\[])")


def find_numbering(lines: Iterable[PrintedLine]) -> Numbering:
    """The form in which most raised signs of the lines, given in order, follow each other."""
    raised = [line.text[start:end].translate(LEVEL) for line in lines for start, end in line.raised]
    tokens = [token for text in raised for token in _TOKEN.findall(text)]
    mixed = any(len(token) == 2 and len(set(token)) == 2 for token in tokens if Numbering(_LETTERS).value(token[:1]))
    forms = [Numbering(), Numbering(_ROMAN), Numbering(_LETTERS), *([Numbering(_LETTERS, False)] if mixed else [])]
    best = max(forms, key=lambda form: _steps(form, tokens))
    return best if _steps(best, tokens) >= _LEAST else Numbering()


def _steps(form: Numbering, tokens: list[str]) -> int:
    """How many of the signs follow the one before, or begin again."""
    steps = last = 0
    for value in map(form.value, tokens):
        if value in (last + 1, 1):
            steps, last = steps + 1, value or 0
    return steps
