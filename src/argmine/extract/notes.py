"""Notes: which lines are notes, where each one begins, and where its marker stands in the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from argmine.extract.anchors import SUPERSCRIPT, FoundNote, markers_of
from argmine.extract.glyphs import Rule
from argmine.extract.lines import PrintedLine

_SMALL = 0.935  # of the body's size, at most
_INDENT = 0.6  # ems
_MISSED = 8  # numbers that may be missing between two notes (OCR)
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")
_RAISED_NUMBER = re.compile(r"[\[(]?(\d{1,4}|[*†‡§¶]{1,4}|[a-z])[\])]?")
_PLAIN_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\]).]{0,2}(?=\s)")
_SYMBOL_NUMBER = re.compile(r"([*†‡]{1,4}|[§¶])\s?(?=[^\s\d*†‡§¶])")


@dataclass(slots=True)
class PageLines:
    """The lines of one page, by column in reading order, and the rules drawn on it."""

    number: int
    columns: list[list[PrintedLine]]
    rules: list[Rule]


class _Start(NamedTuple):
    number: str
    length: int
    sure: bool  # raised, or a symbol: not a number that only happens to begin a line


@dataclass(slots=True)
class NoteReader:
    """Takes the notes out of the columns, page by page, and keeps what the next page needs to know."""

    body_size: float
    found: list[FoundNote] = field(default_factory=list)
    last: int = 0
    styles: list[tuple[bool, bool]] = field(default_factory=list)

    def split(self, page: PageLines) -> list[list[PrintedLine]]:
        """The page's columns without the notes, which go to `found`."""
        marked = {marker.number for column in page.columns for marker in markers_of(column) if marker.number.isdigit()}
        bodies = []
        for column in page.columns:
            at = self._area(column, page.rules, marked)
            bodies.append(column[:at])
            self._read(column[at:], marked)
        return bodies

    def _area(self, column: list[PrintedLine], rules: list[Rule], marked: set[str]) -> int:
        """The index of the first line of the notes at a column's foot; its length when there are none."""
        end = len(column)
        small = end
        while small > 0 and self._is_small(column[small - 1]):
            small -= 1
        ruled = _below_rule(column, rules)
        if ruled is not None and ruled < end and self._begins_notes(column, ruled, small, marked):
            return ruled
        first = next((at for at in range(small, end) if self._is_start(column[at], column[at - 1 : at], marked)), None)
        if first is None:
            return small if small < end and self._is_open() and self._stands_apart(column, small) else end
        if first > small and self.found and self._stands_apart(column, small):
            return small if self._is_open() or _is_even(column, small, first) else first
        return first

    def _begins_notes(self, column: list[PrintedLine], at: int, small: int, marked: set[str]) -> bool:
        if at >= small:
            return self._is_start(column[at], [], marked) or bool(self.found)
        start = note_start(column[at])
        return start is not None and start.sure and all(line.size <= 1.02 * self.body_size for line in column[at:])

    def _is_small(self, line: PrintedLine) -> bool:
        return line.size <= _SMALL * self.body_size

    def _is_start(self, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> bool:
        """Whether a small line begins a note: by a raised number, or by one that the body calls or that is due."""
        start = note_start(line)
        if start is None or start.sure or not self._is_in_style(line):
            return start is not None and start.sure
        if start.number in marked:
            return True
        if line.indent < _INDENT * line.size and before and not _SENTENCE_END.search(before[0].text):
            return False
        ahead = int(start.number) - self.last
        return ahead == 1 or (1 < ahead <= _MISSED and line.indent >= _INDENT * line.size)

    def _is_in_style(self, line: PrintedLine) -> bool:
        """Whether a number on the line stands as in the notes before: none of them raised, and indented as they are."""
        before = self.styles[-6:]
        indented = line.indent >= _INDENT * line.size
        return not any(sure for sure, _ in before) and (indented or not before or not all(deep for _, deep in before))

    def _is_open(self) -> bool:
        """Whether the last note breaks off in the middle of a sentence."""
        return bool(self.found) and not _SENTENCE_END.search(self.found[-1].lines[-1].text)

    def _stands_apart(self, column: list[PrintedLine], at: int) -> bool:
        return at == 0 or column[at].base - column[at - 1].base > 1.5 * column[at].size

    def _read(self, lines: list[PrintedLine], marked: set[str]) -> None:
        before: list[PrintedLine] = []
        for line in lines:
            start = note_start(line) if self._is_start(line, before, marked) else None
            before = [line]
            if start is not None:
                self.found.append(FoundNote(start.number, [line.after(start.length)]))
                if start.number.isdigit():
                    self.last = int(start.number)
                    self.styles.append((start.sure, line.indent >= _INDENT * line.size))
            elif self.found:
                self.found[-1].lines.append(line)
            else:
                self.found.append(FoundNote("", [line]))


def note_start(line: PrintedLine) -> _Start | None:
    """The number with which a line begins, when it may begin a note."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        match = _RAISED_NUMBER.match(line.text[:end].translate(SUPERSCRIPT))
        return _Start(match[1], match.end(), True) if match else None
    if match := _SYMBOL_NUMBER.match(line.text):
        return _Start(match[1], match.end(), True)
    if match := _PLAIN_NUMBER.match(line.text):
        return _Start(match[1], match.end(), False)
    return None


def _below_rule(column: list[PrintedLine], rules: Iterable[Rule]) -> int | None:
    """The index of the first line below the lowest rule that has text of this column under it."""
    if not column:
        return None
    left, right = column[0].left - 40, column[0].right + 40
    heights = [rule.y for rule in rules if rule.x0 >= left and rule.x1 <= right and rule.y < column[-1].base]
    if not heights:
        return None
    return next(at for at, line in enumerate(column) if line.base > max(heights))


def _is_even(column: list[PrintedLine], start: int, end: int) -> bool:
    """Whether the lines from `start` to `end` follow each other without a gap, as one note and the next do."""
    steps = [column[at + 1].base - column[at].base for at in range(start, end)]
    return all(step <= 1.6 * column[start].size for step in steps)
