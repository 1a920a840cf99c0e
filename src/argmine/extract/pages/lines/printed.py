"""Printed lines: the runs of one column that stand side by side.

Raised small characters (note markers, ordinals, exponents) stay in their line's text, with their place known.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from argmine.extract.draft import Box
from argmine.extract.pages.engines.glyphs import BOLD, ITALIC
from argmine.extract.pages.lines.runs import HANGING, SPACE, Run
from argmine.extract.words.numerals import SUPERSCRIPT

_NUMBER = re.compile(r"[\dlIiOoSsZzBgqtJ|!?(]{1,3}")
_CAPITALS = 0.85  # of the letters of a line in capitals


def in_capitals(text: str) -> bool:
    """Whether letters are capitals but for a few, which text recognition took for small ones ("1HE COMMlTTEE")."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) >= _CAPITALS * letters


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of one column.

    `left` and `right` are the edges of its column, `gap` is the widest white inside the line; `raised` are the
    stretches of `text` that stand higher and smaller; `bold` and `italic` are shares of its letters; `column` counts
    the columns of the document in reading order; `head` is where its first word ends,
    `holes` are the stretches of white wider than an em, where they differ: between the cells of a table.
    """

    text: str
    page: int
    box: Box
    base: float
    size: float
    bold: float
    italic: float
    raised: tuple[tuple[int, int], ...]
    gap: float
    column: int = 0
    left: float = 0.0
    right: float = 0.0
    head: float = 0.0
    holes: tuple[tuple[float, float], ...] = ()

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.box[2]

    @property
    def indent(self) -> float:
        """Distance from the column's left edge."""
        return self.box[0] - self.left

    @property
    def words(self) -> str:
        """Its text without raised signs at the end: the markers of notes."""
        text = self.text
        for start, end in reversed(self.raised):
            if text[end:].strip():
                break
            text = text[:start]
        return text.rstrip()

    def after(self, offset: int) -> PrintedLine:
        """The line without its first `offset` characters (a note's number)."""
        text = self.text[offset:].lstrip()
        cut = len(self.text) - len(text)
        raised = tuple((start - cut, end - cut) for start, end in self.raised if start >= cut)
        return replace(self, text=text, raised=raised)


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that stand side by side, from top to bottom; raised and lowered small ones join the row they belong to."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.base, run.x0)):
        if rows and abs(run.base - rows[-1][0].base) <= 0.2 * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    rows = _attach_small(rows)
    return [sorted(row, key=lambda run: run.x0) for row in sorted(rows, key=_row_base)]


def _row_base(row: list[Run]) -> float:
    return max(row, key=lambda run: run.size * len(run.text)).base


def _attach_small(rows: list[list[Run]]) -> list[list[Run]]:
    kept: list[list[Run]] = []
    for index, row in enumerate(rows):
        hosts = [host for host in (*kept[-1:], *rows[index + 1 : index + 4]) if host is not row]
        loose: list[Run] = []
        for run in row:
            host = next((host for host in hosts if _hosts(host, run)), None)
            (loose if host is None else host).append(run)
        if loose:
            kept.append(loose)
    return kept


def _hosts(row: list[Run], run: Run) -> bool:
    """Whether `run` is a raised or lowered small run (a raised number of any size) beside a run of `row`."""
    middle = run.base - 0.35 * run.size
    return any(
        (abs(run.x0 - other.x1) <= 0.5 * other.size or -0.5 * other.size <= other.x0 - run.x1 <= 2 * other.size)
        and (run.size <= 0.85 * other.size or _is_raised_number(run, other))
        and other.top - 0.25 * other.size <= middle <= other.bottom
        for other in row
    )


def line_of(row: list[Run], page: int, column: int, edges: tuple[float, float]) -> PrintedLine:
    """One line from the runs of a row (left to right)."""
    main = _main(row)
    parts: list[str] = []
    raised: list[tuple[int, int]] = []
    length, last = 0, None
    for run in row:
        if last is not None and _is_apart(last, run) and not parts[-1].endswith(" "):
            parts.append(" ")
            length += 1
        if _is_raised(run, main):
            raised.append((length, length + len(run.text)))
        parts.append(run.text)
        length += len(run.text)
        last = run
    text = "".join(parts)
    box = _rounded(row[0].x0, min(run.top for run in row), max(run.x1 for run in row), max(run.bottom for run in row))
    bold, italic = (_share(row, flag) for flag in (BOLD, ITALIC))
    marks = _join_raised(raised, text)
    same = [run.size for run in row if run.base == main.base]
    size = max(same) if text.isupper() else main.size  # small capitals: their capitals' size
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(row)]
    gap, head, holes = max(gaps, default=0.0), _first_word(row), _holes(row, main.size)
    return PrintedLine(text, page, box, main.base, size, bold, italic, marks, gap, column, *edges, head, holes)


def join_markers(lines: list[PrintedLine]) -> list[PrintedLine]:
    """The lines of a column; one that is nothing but a note's marker, too wide for the line above, joined to that."""
    joined: list[PrintedLine] = []
    for line, following in itertools.pairwise([*lines, None]):
        if line is None:
            continue
        last = joined[-1] if joined else None
        if last is None or not _is_marker_of(line, last) or (following and following.base - line.base < line.size):
            joined.append(line)
            continue
        raised = (*last.raised, (len(last.text), len(last.text) + len(line.text)))
        joined[-1] = replace(last, text=last.text + line.text, raised=raised)
    return joined


def _is_marker_of(line: PrintedLine, last: PrintedLine) -> bool:
    near = 0 < line.base - last.base <= 1.5 * last.size and last.x1 + line.x1 - line.x0 > last.right
    return near and line.text.isdecimal() and len(line.text) <= 3 and line.size <= 0.75 * last.size


def _holes(row: list[Run], size: float) -> tuple[tuple[float, float], ...]:
    """The wide whites of a row; none where all are alike: a line of text that was stretched to the measure."""
    holes = [(before.x1, after.x0) for before, after in itertools.pairwise(row) if after.x0 - before.x1 > size]
    widths = [right - left for left, right in holes]
    return tuple(holes) if widths and max(widths) - min(widths) > 0.15 * size else ()


def _first_word(row: list[Run]) -> float:
    """Where the first word of a row ends, over its runs ("T" and "HE")."""
    for run, following in itertools.pairwise(row):
        if " " in run.text or _is_apart(run, following):
            return run.head
    return row[-1].head


def _main(row: list[Run]) -> Run:
    """The run that gives a line its baseline and size: a note that begins in small capitals is not small."""
    main = max(row, key=lambda run: len(run.text) * run.size)
    whole = sum(len(run.text) for run in row)
    larger = [run for run in row if run.base == main.base and main.size < run.size <= 1.45 * main.size]
    if sum(len(run.text) for run in larger) < 0.2 * whole:
        return main
    return max(larger, key=lambda run: len(run.text) * run.size)


def _rounded(*edges: float) -> Box:
    """A box to a tenth of a point: more is noise, and differs between engines."""
    x0, top, x1, bottom = (round(edge, 1) for edge in edges)
    return x0, top, x1, bottom


def _is_apart(last: Run, run: Run) -> bool:
    size = min(last.size, run.size)
    if run.text == "-" and last.text[-1:].isalpha():
        return run.x0 - last.x1 > HANGING * size
    return not run.text.startswith(" ") and run.x0 - last.x1 > SPACE * size


def _is_raised(run: Run, main: Run) -> bool:
    return (run.size <= 0.85 * main.size and run.base < main.base - 0.1 * main.size) or _is_raised_number(run, main)


def _is_raised_number(run: Run, other: Run) -> bool:
    """Whether a run is a number set higher than `other`; text recognition makes it as large as the text.

    It takes digits for letters, too: "l5", "lO".
    """
    higher = other.base - run.base
    return _NUMBER.fullmatch(run.text) is not None and 0.2 * other.size < higher <= 0.5 * other.size


def _share(row: list[Run], flag: int) -> float:
    return sum(len(run.text) for run in row if run.style & flag) / max(1, sum(len(run.text) for run in row))


def _join_raised(raised: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Raised runs that touch are one; superscript digits of the font itself are raised too."""
    spans = raised + [(at, at + 1) for at, char in enumerate(text) if char in SUPERSCRIPT]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
