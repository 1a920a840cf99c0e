"""How the notes of a recognised document begin: how far they are set in, and whether white parts them.

The numbers may be lost in recognition, but the place of the first lines is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from argmine.extract.pages.lines.printed import PrintedLine

_KNOWN = 4  # notes that have to begin before they tell
_LATEST = 24  # of them count
_DEEP = 1.6  # ems further in than notes begin: a quotation within one
_LIKE = 0.8  # ems between two lines that are set in alike
PARTED = 1.7  # ems from one line to the next: white between two notes
_MOSTLY = 0.7


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
        inset, latest = self._inset(), self.whites[-_LATEST:]
        if inset is None or inset < _LIKE or abs((line.x0 - edge) / line.size - inset) > _LIKE:
            return False
        are_parted = len(latest) >= _KNOWN and sum(latest) >= _MOSTLY * len(latest)
        return are_parted and (not before or is_parted(before[-1], line))

    def _inset(self) -> float | None:
        latest = self.insets[-_LATEST:]
        return median(latest) if len(latest) >= _KNOWN else None


def is_parted(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether white parts two lines."""
    return line.base - above.base > PARTED * line.size
