"""Notes: which lines are notes, and where each one begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from argmine.extract.pages import recognised
from argmine.extract.pages.anchors import SUPERSCRIPT, FoundNote, markers_of
from argmine.extract.pages.glyphs import Rule
from argmine.extract.pages.lines import PrintedLine

_SMALL = 0.935  # of the body's size, at most
_INDENT = 0.6  # ems
_MISSED = 8  # numbers that may be missing between two notes (OCR)
_APART = 1.2  # ems of white before a second note on a line
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")
_RAISED_NUMBER = re.compile(r"[\[(]?(\d{1,4}|[*†‡§¶]{1,4}|[a-z])[\])]?")
_PLAIN_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\]).]{0,2}(?=\s|[A-Z][a-z]|[“‘\"])")
_SYMBOL_NUMBER = re.compile(r"([*†‡]{1,4}|[§¶])\s?(?=[^\s\d*†‡§¶])")
_LONE_NUMBER = re.compile(r"\d{1,3}\.?$")
_SECOND_NUMBER = re.compile(r"[.!?”\"’')\]]\s+(?=(\d{1,4})[.)]?\s*[A-Z“\"‘])")


@dataclass(slots=True)
class PageLines:
    """The lines of one page, by column in reading order, and the rules drawn on it.

    `scanned` is whether the page is a picture with recognised text.
    """

    number: int
    columns: list[list[PrintedLine]]
    rules: list[Rule]
    scanned: bool = False


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
    edge: float = 0.0
    scanned: bool = False

    def split(self, page: PageLines) -> list[list[PrintedLine]]:
        """The page's columns without the notes, which go to `found`."""
        columns = [join_numbers(column) for column in page.columns]
        marked = {marker.number for column in columns for marker in markers_of(column) if marker.number.isdigit()}
        self.scanned = page.scanned
        bodies = []
        for column in columns:
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
        self.edge = min((*(line.left for line in column[-1:]), *(line.x0 for line in column[small:])), default=0.0)
        if ruled is not None and ruled < end and self._begins_notes(column, ruled, small, marked):
            return ruled
        foot = recognised.foot_of(column, self.body_size) if self.scanned else None
        if foot is not None:
            self.edge = min(line.x0 for line in column[foot:])
            return foot
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
        if start is None or any(line.size > 1.02 * self.body_size for line in column[at:]):
            return False
        return start.sure or (start.number in marked and int(start.number) == self.last + 1)

    def _is_small(self, line: PrintedLine) -> bool:
        return line.size <= _SMALL * self.body_size

    def _is_set_in(self, line: PrintedLine) -> bool:
        return line.x0 - self.edge >= _INDENT * line.size

    def _is_start(self, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> bool:
        """Whether a small line begins a note: by a raised number, or by one that the body calls or that is due."""
        start = note_start(line)
        if start is None or start.sure:
            return start is not None
        if not self._is_in_style(line):
            due = start.number in marked and int(start.number) == self.last + 1
            return due and bool(before) and _SENTENCE_END.search(before[0].text) is not None
        if start.number in marked:
            return True
        if not self._is_set_in(line) and before and not _SENTENCE_END.search(before[0].text):
            return False
        ahead = int(start.number) - self.last
        return ahead == 1 or (1 < ahead <= _MISSED and self._is_set_in(line))

    def _is_in_style(self, line: PrintedLine) -> bool:
        """Whether a number on the line stands as in the notes before: none of them raised, and indented as they are."""
        before = self.styles[-6:]
        indented = self._is_set_in(line)
        return not any(sure for sure, _ in before) and (indented or not before or not all(deep for _, deep in before))

    def _is_open(self) -> bool:
        """Whether the last note breaks off in the middle of a sentence."""
        return bool(self.found) and not _SENTENCE_END.search(self.found[-1].lines[-1].text)

    def _stands_apart(self, column: list[PrintedLine], at: int) -> bool:
        return at == 0 or column[at].base - column[at - 1].base > 1.5 * column[at].size

    def _read(self, lines: list[PrintedLine], marked: set[str]) -> None:
        before: list[PrintedLine] = []
        for line in lines:
            start = self._start(line, before, marked)
            before = [line]
            if start is not None:
                self._begin(line, start)
            elif self.found:
                self.found[-1].lines.append(line)
            else:
                self.found.append(FoundNote("", [line]))
            self._part_last()

    def _start(self, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> _Start | None:
        if self._is_start(line, before, marked):
            return note_start(line)
        if not self.scanned:
            return None
        found = recognised.start_of(line, self.last, indented=self._is_set_in(line))
        return _Start(*found, False) if found else None

    def _begin(self, line: PrintedLine, start: _Start) -> None:
        self.found.append(FoundNote(start.number, [line.after(start.length)]))
        if start.number.isdigit():
            self.last = int(start.number)
            self.styles.append((start.sure, self._is_set_in(line)))

    def _part_last(self) -> None:
        """Part the last line where the next notes begin on it ("3 Ibid.   4 Ibid., p. 12.")."""
        while (cut := _second_note(self.found[-1].lines[-1], self.last + 1)) is not None:
            line = self.found[-1].lines[-1]
            raised = tuple(span for span in line.raised if span[1] <= cut)
            self.found[-1].lines[-1] = replace(line, text=line.text[:cut].rstrip(), raised=raised)
            rest = line.after(cut)
            start = note_start(rest)
            self._begin(rest, start or _Start(str(self.last + 1), len(str(self.last + 1)), False))


def _second_note(line: PrintedLine, due: int) -> int | None:
    """Where in a note's line the note with the number that is due begins: raised, or behind white."""
    for start, end in line.raised:
        if start > 0 and line.text[start:end].translate(SUPERSCRIPT).strip() == str(due):
            return start if _SENTENCE_END.search(line.text[:start].rstrip()) else None
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
    near = 0 < line.base - last.base <= 0.6 * line.size
    return near and last.x1 < line.x0 and _LONE_NUMBER.match(last.text) is not None


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
