"""Notes: which lines are notes, and where each one begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from argmine.extract.pages.blocks.tables import table_end
from argmine.extract.pages.engines.glyphs import Rule
from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes import recognised
from argmine.extract.pages.notes.anchors import FoundNote, markers_of
from argmine.extract.pages.notes.habits import Habits, is_parted
from argmine.extract.pages.notes.numbering import Numbering
from argmine.extract.pages.notes.starts import SENTENCE_END, Start, join_numbers, note_start, runs_into, second_note

_SMALL = 0.935  # of the body's size, at most
_INDENT = 0.6  # ems
_MISSED = 8  # numbers that may be missing between two notes (OCR)
_SHORT_RULE = 0.55  # of the column's width: above notes, not around a table
_UNDERLINE = 0.3  # ems below the base line, at most


@dataclass(slots=True)
class PageLines:
    """The lines of one page, by column in reading order, and the rules drawn on it.

    `scanned` is whether the page is a picture with recognised text.
    """

    number: int
    columns: list[list[PrintedLine]]
    rules: list[Rule]
    scanned: bool = False


@dataclass(slots=True)
class NoteReader:
    """Takes the notes out of the columns, page by page, and keeps what the next page needs to know."""

    body_size: float
    numbering: Numbering = field(default=Numbering())
    found: list[FoundNote] = field(default_factory=list)
    last: int = 0
    styles: list[tuple[bool, bool]] = field(default_factory=list)
    edge: float = 0.0
    scanned: bool = False
    waiting: set[str] = field(default_factory=set)
    again: bool = False
    raised: set[str] = field(default_factory=set)
    habits: Habits = field(default_factory=Habits)

    def split(self, page: PageLines) -> list[list[PrintedLine]]:
        """The page's columns without the notes, which go to `found`."""
        columns = [join_numbers(column) for column in page.columns]
        markers = (marker for column in columns for marker in markers_of(column, self.numbering))
        marked = {marker.number for marker in markers if self.numbering.value(marker.number) is not None}
        self.scanned = page.scanned
        self.waiting |= marked
        bodies = []
        for column in columns:
            starts = (note_start(line, self.numbering) for line in column if self._is_small(line))
            self.raised = {start.number for start in starts if start and start.sure}
            at = self._area(column, page.rules, marked)
            bodies.append(column[:at])
            self._read(column[at:], marked)
        self.waiting = marked
        return bodies

    def _area(self, column: list[PrintedLine], rules: list[Rule], marked: set[str]) -> int:
        """The index of the first line of the notes at a column's foot; its length when there are none."""
        end = len(column)
        table = table_end(column, self.body_size)
        small = end
        while small > table and self._is_small(column[small - 1]):
            small -= 1
        ruled, is_short = _below_rule(column, rules)
        ruled = ruled if ruled >= table else end
        self.edge = min((*(line.left for line in column[-1:]), *(line.x0 for line in column[small:])), default=0.0)
        if ruled < end and (
            self._begins_notes(column, ruled, small, marked) or (is_short and self._goes_on(column[ruled:]))
        ):
            return ruled
        foot = recognised.foot_of(column, self.body_size) if self.scanned else None
        if foot is not None:
            self.edge = min(line.x0 for line in column[foot:])
            return foot
        first = next((at for at in range(small, end) if self._is_start(column[at], column[at - 1 : at], marked)), None)
        if first is None:
            return small if small < end and self._is_open() and self._stands_apart(column, small) else end
        if first > small and self._is_open():
            return small
        if first > small and self.found and self._stands_apart(column, small):
            return small if _is_even(column, small, first) else first
        return first

    def _begins_notes(self, column: list[PrintedLine], at: int, small: int, marked: set[str]) -> bool:
        if at >= small:
            return self._is_start(column[at], [], marked) or bool(self.found)
        start = self._begun(column[at])
        if start is None or any(line.size > 1.02 * self.body_size for line in column[at:]):
            return False
        return start.sure or (at > 0 and start.number in marked and self._ahead(start) == 1)  # 0: the rule of a head

    def _goes_on(self, lines: list[PrintedLine]) -> bool:
        """Whether lines in the body's size, under a short rule, are the rest of a note, and the notes after it."""
        if not self.found or self.body_size <= 0 or any(line.size > 1.02 * self.body_size for line in lines):
            return False
        starts = filter(None, map(self._begun, lines))
        due = next((start for start in starts if not start.sure and self._ahead(start) == 1), None)
        return self._is_open() if due is None else due.number in self.waiting

    def _begun(self, line: PrintedLine) -> Start | None:
        """The number with which a line begins; where it runs into the text, the number that is due."""
        start = note_start(line, self.numbering)
        if start is not None and (start.sure or start.number in self.waiting):
            return start
        due = str(self.last + 1)
        glued = self.numbering.is_decimal and due in self.waiting and runs_into(due, line.text)
        return Start(due, len(due), False) if glued and not self._hangs(line) else start

    def _hangs(self, line: PrintedLine) -> bool:
        """Whether a line is set in where the notes before begin flush: it goes on with one."""
        before = self.styles[-6:]
        return self._is_set_in(line) and bool(before) and not any(deep for _, deep in before)

    def _ahead(self, start: Start) -> int:
        """How many numbers the start of a note is ahead of the last one; a symbol is none ahead."""
        return (self.numbering.value(start.number) or self.last) - self.last

    def _is_small(self, line: PrintedLine) -> bool:
        return line.size <= _SMALL * self.body_size

    def _is_set_in(self, line: PrintedLine) -> bool:
        return line.x0 - self.edge >= _INDENT * line.size

    def _is_start(self, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> bool:
        """Whether a small line begins a note: by a raised number, or by one that the body calls or that is due."""
        start = self._begun(line)
        if start is None or start.sure:
            return start is not None
        return self._is_level_start(start, line, before, marked)

    def _is_level_start(self, start: Start, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> bool:
        word = not self.numbering.is_decimal and not self._is_next(start)  # "a treaty", "i. e."
        within = before and not SENTENCE_END.search(before[0].text)
        cut = within and line.text[start.length : start.length + 1].isdigit()  # "31 Review 77" is not note 3
        if word or cut or start.number in self.raised:  # "Art." at the end of a line, and "31" in front of the next
            return False
        if not self._is_in_style(line):
            due = start.number in marked and self._ahead(start) == 1
            return due and bool(before) and SENTENCE_END.search(before[0].text) is not None
        if start.number in marked:
            return True
        if within and not self._is_set_in(line):
            return False
        if self.numbering.value(start.number) == 1 and (self.again or self._counts_anew(marked)):
            return self.found[-1].page < line.page or not before  # its marker may have the number of another page
        ahead = self._ahead(start)
        return ahead == 1 or (1 < ahead <= _MISSED and self._is_set_in(line) and not self._hangs(line))

    def _counts_anew(self, marked: set[str]) -> bool:
        """Whether the markers of a page are those of notes that are counted anew."""
        values = {self.numbering.value(number) for number in marked}
        return {2, 3} <= values and self.last > 3

    def _is_next(self, start: Start) -> bool:
        return self._ahead(start) == 1 or self.numbering.value(start.number) == 1

    def _is_in_style(self, line: PrintedLine) -> bool:
        """Whether a number on the line stands as in the notes before: none of them raised, and indented as they are."""
        before = self.styles[-6:]
        indented = self._is_set_in(line)
        return not any(sure for sure, _ in before) and (indented or not before or not all(deep for _, deep in before))

    def _is_open(self) -> bool:
        """Whether the last note breaks off in the middle of a sentence."""
        return bool(self.found) and not SENTENCE_END.search(self.found[-1].lines[-1].text)

    def _stands_apart(self, column: list[PrintedLine], at: int) -> bool:
        return at == 0 or column[at].base - column[at - 1].base > 1.5 * column[at].size

    def _read(self, lines: list[PrintedLine], marked: set[str]) -> None:
        before: list[PrintedLine] = []
        for line in lines:
            start = self._start(line, before, marked)
            if start is not None:
                self._begin(line, start, before)
            elif self.found:
                self.found[-1].lines.append(line)
            else:
                self.found.append(FoundNote("", [line]))
            self._part_last()
            before = [line]

    def _start(self, line: PrintedLine, before: list[PrintedLine], marked: set[str]) -> Start | None:
        if self.scanned and self.habits.is_deep(line, self.edge):
            return None
        if self._is_start(line, before, marked):
            return self._begun(line)
        if not self.scanned:
            return None
        apart = any(is_parted(one, line) and SENTENCE_END.search(one.text) for one in before)
        apart = apart or self.habits.begins(line, self.edge, before)
        found = recognised.start_of(line, self.last, indented=self._is_set_in(line), apart=apart)
        if found is None and (remains := self.habits.garbled(line, self.edge, before)):
            return Start("", remains, False)
        return Start(*found, False) if found else None

    def _begin(self, line: PrintedLine, start: Start, before: Sequence[PrintedLine] = ()) -> None:
        self.habits.learn(line, self.edge, before)
        self.found.append(FoundNote(start.number, [line.after(start.length)]))
        value = self.numbering.value(start.number)
        if value is not None:
            self.again |= value == 1 < self.last
            self.last = value
            self.styles.append((start.sure, self._is_set_in(line)))

    def _part_last(self) -> None:
        """Part the last line where the next notes begin on it ("3 Ibid.   4 Ibid., p. 12.")."""
        while (cut := second_note(self.found[-1].lines[-1], self.last + 1)) is not None:
            line = self.found[-1].lines[-1]
            raised = tuple(span for span in line.raised if span[1] <= cut)
            self.found[-1].lines[-1] = replace(line, text=line.text[:cut].rstrip(), raised=raised)
            rest = line.after(cut)
            start = note_start(rest, self.numbering)
            self._begin(rest, start or Start(str(self.last + 1), len(str(self.last + 1)), False))


def _below_rule(column: list[PrintedLine], rules: Iterable[Rule]) -> tuple[int, bool]:
    """The index of the first line below the lowest rule with text under it, and whether the rule is short."""
    if not column:
        return 0, False
    left, right = column[0].left, column[0].right
    inside = (
        rule for rule in rules if rule.x0 >= left - 40 and rule.x1 <= right + 40 and not _underlines(rule, column)
    )
    lowest = max((rule for rule in inside if rule.y < column[-1].base), key=lambda rule: rule.y, default=None)
    if lowest is None:
        return len(column), False
    below = next(at for at, line in enumerate(column) if line.base > lowest.y)
    return below, lowest.x1 - lowest.x0 <= _SHORT_RULE * (right - left)


def _underlines(rule: Rule, column: Sequence[PrintedLine]) -> bool:
    """Whether a rule is drawn under words of a line, as under a link: it parts nothing."""
    return any(
        0 <= rule.y - line.base <= _UNDERLINE * line.size and line.x0 - 1 <= rule.x0 and rule.x1 <= line.x1 + 1
        for line in column
    )


def _is_even(column: list[PrintedLine], start: int, end: int) -> bool:
    """Whether the lines from `start` to `end` follow each other without a gap, as one note and the next do."""
    steps = [column[at + 1].base - column[at].base for at in range(start, end)]
    return all(step <= 1.6 * column[start].size for step in steps)
