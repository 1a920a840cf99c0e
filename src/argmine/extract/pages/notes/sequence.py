"""Numbers of recognised notes: what was read, set right by the order in which notes count.

A number may be lost, or read as another: "21" where 22 is printed. Of all ways to count the notes on, from each to the
next, the one is taken that agrees best with what was read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from argmine.extract.pages.notes.anchors import CONFUSED, FoundNote

_SIGN = re.compile(r"[\dlIOoSsZz|!°~]{2,3}")
_BEGINNING = re.compile(r"[A-Z\[]|ld\b|0n\b")
_READ, _ALIKE, _OTHER = 3.0, 1.0, -1.5  # the number that was read; one that looks like it; quite another
_SKIPPED, _EACH = -1.0, -0.5  # numbers are missing; and for each of them
_MISSING = 8  # numbers that may be missing between two notes
_ANEW, _ELSEWHERE, _BACK = -3.0, -5.0, -10.0  # counted anew from 1; gone on with a number far away; a little back
_NO_NOTE = -2.5  # what seems to begin a note is none, or has no number
_HOPELESS = 20.0  # so much behind the best way


class _Way(NamedTuple):
    """The best way to number the notes up to one: what speaks for it, and the numbers given."""

    weight: float
    numbers: tuple[int, ...]


def number_in_sequence(notes: Sequence[FoundNote]) -> None:
    """Give the notes the numbers that fit best; one that no number fits has none."""
    counted = [note for note in notes if not note.number or note.number.isdecimal()]
    read = [int(note.number) if note.number else None for note in counted]
    for note, number in zip(counted, _counted_back(_best(read), read), strict=True):
        note.number = str(number) if number else ""
        if number and (sign := _sign_of(note.number, note.lines[0].text)):
            note.lines[0] = note.lines[0].after(sign)


def _sign_of(number: str, text: str) -> int:
    """How many letters at the head of a note still stand for its number: of "360n the" and of "4°Id." two."""
    sign, rest = text[: len(number)], text[len(number) :]
    if sign == number:
        return len(number) if _BEGINNING.match(rest) else 0
    is_number = _SIGN.fullmatch(sign) is not None and any(map(str.isdigit, sign))
    return len(number) if is_number and _BEGINNING.match(rest) else 0


def _best(notes: Sequence[int | None]) -> list[int]:
    """The number of each note; 0 for one without. A way is known by its last number: of two the weightier goes on."""
    ways = {0: _Way(0.0, ())}
    for read in notes:
        following: dict[int, _Way] = {}
        for last, way in ways.items():
            for number, weight in _steps(last, read):
                after = number or last
                if after not in following or way.weight + weight > following[after].weight:
                    following[after] = _Way(way.weight + weight, (*way.numbers, number))
        most = max(way.weight for way in following.values())
        ways = {last: way for last, way in following.items() if way.weight > most - _HOPELESS}
    return list(max(ways.values(), key=lambda way: way.weight).numbers)


def _steps(last: int, read: int | None) -> list[tuple[int, float]]:
    """The numbers that may come after `last`, each with what speaks for it; 0 is none."""
    steps = [(0, _NO_NOTE if last or read else 0.0)]
    for number in range(last + 1, last + 2 + _MISSING):
        missing = number - last - 1
        steps.append((number, _agreement(number, read) + (_SKIPPED + _EACH * missing if missing else 0.0)))
    if read and not last < read <= last + 1 + _MISSING:
        steps.append((read, _READ + _break(last, read)))
    return steps


def _break(last: int, read: int) -> float:
    """What speaks against a number that does not go on from the last one: another text may begin."""
    if read == 1 or not last:
        return _ANEW
    return _BACK if last < 2 * read <= 2 * last else _ELSEWHERE


def _counted_back(numbers: list[int], read: Sequence[int | None]) -> list[int]:
    """The numbers; notes before one that begins at another number than 1 are counted back from it."""
    counted = list(numbers)
    last = 0
    for at, number in enumerate(numbers):
        if number and not last < number <= last + 1 + _MISSING:
            before = itertools.takewhile(lambda index: read[index] is None, range(at - 1, -1, -1))
            for index, one in zip(before, range(number - 1, 0, -1), strict=False):
                counted[index] = one
        last = number or last
    return counted


def _agreement(number: int, read: int | None) -> float:
    if read is None:
        return 0.0
    if read == number:
        return _READ
    return _ALIKE if _is_alike(str(number), str(read)) else _OTHER


def _is_alike(number: str, read: str) -> bool:
    """Whether the digits of a number may have been taken for those of another, or one of them is lost."""
    if len(number) != len(read):
        return read in (number[:-1], number[1:])
    unlike = sum(one != other and other not in CONFUSED[one] for one, other in zip(number, read, strict=True))
    return unlike < len(number) and unlike <= 1
