"""The edges of pages: the outer rows, where furniture stands, each with its place and the white beside it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from argmine.extract.draft import Piece
from argmine.extract.pages.engines.glyphs import Rule
from argmine.extract.pages.lines.printed import line_of, rows_of
from argmine.extract.pages.lines.runs import Run

_ROWS = 4  # from the top and from the bottom of a page, that may be furniture
_TILT = 0.6  # ems by which the parts of one head may stand apart in height, where a page was scanned askew


@dataclass(slots=True)
class PageRuns:
    """One page while it is sorted: `runs` still to be read, `furniture` set aside."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    furniture: list[Piece] = field(default_factory=list)
    label: str | None = None
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One of the outer rows of a page, `outer` when no other stands further out.

    `alone` when more white than between lines parts it from the next one in, `far` when much more.
    """

    page: int
    runs: tuple[Run, ...]
    text: str
    base: float
    top: bool
    outer: bool
    alone: bool
    far: bool
    scanned: bool = False


def edge_rows(pages: list[PageRuns]) -> list[Row]:
    """The outer rows of all pages."""
    rows = [side_by_side(page.runs) for page in pages]
    steps = [after[0].base - before[0].base for one in rows for before, after in itertools.pairwise(one)]
    usual = median(steps or [0.0])
    both = list(zip(pages, rows, strict=True))
    depth = max((one[-1][0].base / page.height for page, one in both if one), default=1.0)
    return [row for page, one in both for row in _edge_rows(page, one, usual, depth)]


def side_by_side(runs: list[Run]) -> list[list[Run]]:
    """Rows from top to bottom; those that stand side by side, a little higher or lower, are one."""
    rows: list[list[Run]] = []
    for row in rows_of(runs):
        if rows and _are_beside(rows[-1], row):
            rows[-1] = sorted([*rows[-1], *row], key=lambda run: run.x0)
        else:
            rows.append(row)
    return rows


def _are_beside(above: list[Run], row: list[Run]) -> bool:
    step = row[0].base - above[0].base
    apart = all(run.x1 <= other.x0 or other.x1 <= run.x0 for run in above for other in row)
    return apart and step <= _TILT * min(above[0].size, row[0].size)


def _edge_rows(page: PageRuns, rows: list[list[Run]], usual: float, depth: float) -> Iterator[Row]:
    """`depth`: how far down the page, of 1, the lowest row of all pages stands; small pages lie on large paper."""
    bases = [row[0].base for row in rows]
    steps = sorted(after - before for before, after in itertools.pairwise(bases))
    leading = min(steps[len(steps) // 2], max(usual, 0.5 * steps[len(steps) // 2])) if steps else 0.0
    for at, row in enumerate(rows):
        top = at < _ROWS and bases[at] < 0.25 * page.height
        if not top and not (at >= len(rows) - _ROWS and bases[at] > 0.75 * depth * page.height):
            continue
        beside = at + 1 if top else at - 1
        gap = abs(bases[beside] - bases[at]) if 0 <= beside < len(rows) else page.height
        outer = at == (0 if top else len(rows) - 1)
        alone, far = gap > 1.25 * leading, gap > 2.5 * leading
        yield Row(page.number, tuple(row), text_of(row), bases[at], top, outer, alone, far, page.scanned)


def text_of(row: list[Run]) -> str:
    """The words of a row."""
    return line_of(row, 0, 0, (0.0, 0.0)).text
