"""How the notes of a recognised document begin: how far they are set in, and whether white parts them.

The numbers may be lost in recognition, but the place of the first lines is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes.starts import SENTENCE_END

_KNOWN = 4  # notes that have to begin before they tell
_LATEST = 24  # of them count
_DEEP = 1.6  # ems further in than notes begin: a quotation within one
_LIKE = 0.8  # ems between two lines that are set in alike
PARTED = 1.7  # ems from one line to the next: white between two notes
_MOSTLY = 0.7
_GARBLED = re.compile(
    r"[^\w\s(\[“\"]{1,3}\s?(?=[A-Z])|[\dlIiOoQSsZzBbgqJjnUHT|!?'\"°~^*•]{1,4}\s+(?=[A-Z\[(]|ld\b|[Ii]d\b)"
)


@dataclass(slots=True)
class Habits:
    """What the first lines of the notes so far have in common; ems from the notes' edge, and white above."""

    insets: list[float] = field(default_factory=list)
    whites: list[bool] = field(default_factory=list)

    def learn(self, line: PrintedLine, edge: float, before: Sequence[PrintedLine]) -> None:
        """Keep how a note begins."""
        self.insets.append((line.x0 - edge) / line.size)
        if before:
            self.whites.append(is_parted(before[-1], line))

    def is_deep(self, line: PrintedLine, edge: float) -> bool:
        """Whether a line is set in further than notes begin, as a quotation within a note is."""
        inset = self._inset()
        return inset is not None and (line.x0 - edge) / line.size > inset + _DEEP

    def begins(self, line: PrintedLine, edge: float, before: Sequence[PrintedLine]) -> bool:
        """Whether a line stands as the first lines of notes do: set in like them, and under white where they are."""
        latest = self.whites[-_LATEST:]
        are_parted = len(latest) >= _KNOWN and sum(latest) >= _MOSTLY * len(latest)
        return self._is_set_in(line, edge) and are_parted and (not before or is_parted(before[-1], line))

    def garbled(self, line: PrintedLine, edge: float, before: Sequence[PrintedLine]) -> int:
        """How many letters at the head of a line that stands as a note's first are the remains of its number."""
        ends = not before or SENTENCE_END.search(before[-1].text) is not None
        match = _GARBLED.match(line.text) if ends and self._is_set_in(line, edge) else None
        return match.end() if match else 0

    def _is_set_in(self, line: PrintedLine, edge: float) -> bool:
        inset = self._inset()
        return inset is not None and inset >= _LIKE and abs((line.x0 - edge) / line.size - inset) <= _LIKE

    def _inset(self) -> float | None:
        latest = self.insets[-_LATEST:]
        return median(latest) if len(latest) >= _KNOWN else None


def is_parted(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether white parts two lines."""
    return line.base - above.base > PARTED * line.size
