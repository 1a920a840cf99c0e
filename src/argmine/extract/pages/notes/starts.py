"""Where a note begins on a line: its number, raised, level, run into the text, or alone before the line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes.numbering import Numbering
from argmine.extract.words.numerals import LEVEL

_APART = 1.2  # ems of white before a second note on a line
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")
_RAISED_BEHIND = re.compile(r"[.!?:;…][”\"’')\]]*$")
_SYMBOL_NUMBER = re.compile(r"([*†‡]{1,4}|‖{1,2}|[§¶])\s?(?=[^\s\d*†‡§¶‖])")
_ABOVE = 0.75  # ems that a lone number stands above the line that it begins, at most
_LONE_NUMBER = re.compile(r"\d{1,3}\.?$")
_SECOND_NUMBER = re.compile(r"[.!?”\"’')\]]\s+(?=(\d{1,4})[.)]?\s*[A-Z“\"‘])")


class Start(NamedTuple):
    """A note's number at the head of a line, and how many letters of the line it takes."""

    number: str
    length: int
    sure: bool  # raised, or a symbol: not a number that only happens to begin a line


def note_start(line: PrintedLine, numbering: Numbering) -> Start | None:
    """The number with which a line begins, when it may begin a note."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        match = numbering.raised.match(line.text[:end].translate(LEVEL))
        return Start(match[1], match.end(), True) if match else None
    if match := _SYMBOL_NUMBER.match(line.text):
        return Start(match[1], match.end(), True)
    if match := numbering.level.match(line.text):
        return Start(match[1], match.end(), False)
    return None


def runs_into(number: str, text: str) -> bool:
    """Whether a note's number stands right before capitals ("6SFFA") or digits ("50111 Cong. Rec."), not in a year.

    Nor in a number with noughts: "600 U.S." is no "00 U.S." in note 6.
    """
    rest = text.removeprefix(number)
    return rest != text and re.match(r"[A-Z\[]|[1-9]", rest) is not None and not re.match(r"(?:18|19|20)\d\d\b", text)


def second_note(line: PrintedLine, due: int) -> int | None:
    """Where in a note's line the note with the number that is due begins: raised, or behind white."""
    for start, end in line.raised:
        if start > 0 and line.text[start:end].translate(LEVEL).strip() == str(due):
            return start if _RAISED_BEHIND.search(line.text[:start].rstrip()) else None
    if line.gap < _APART * line.size:
        return None
    found = (match for match in _SECOND_NUMBER.finditer(line.text) if match[1] == str(due))
    return next((match.end() for match in found), None)


def join_numbers(column: list[PrintedLine]) -> list[PrintedLine]:
    """The column, a number that stands alone, raised before a line, joined to that line as its note's number."""
    joined: list[PrintedLine] = []
    for line in column:
        last = joined[-1] if joined else None
        if last is None or not _is_number_before(last, line):
            joined.append(line)
            continue
        number = last.text.rstrip(".")
        length = len(number) + 1
        raised = ((0, len(number)), *((start + length, end + length) for start, end in line.raised))
        box = (last.x0, min(last.box[1], line.box[1]), line.x1, max(last.box[3], line.box[3]))
        joined[-1] = replace(line, text=f"{number} {line.text}", raised=raised, box=box)
    return joined


def _is_number_before(last: PrintedLine, line: PrintedLine) -> bool:
    near = 0 < line.base - last.base <= _ABOVE * line.size
    return near and last.x1 < line.x0 and _LONE_NUMBER.match(last.text) is not None
