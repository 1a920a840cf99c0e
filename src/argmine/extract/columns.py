"""Columns: the white strips down a page, cut before any line is built.

A gutter is a strip that no run crosses over a good stretch of the page, with text on both sides of it. Above and below
that stretch the page may run over its full width (a title, an abstract, notes under both columns), so a page is cut
into bands, and a band into columns; three columns are a column cut again.
"""

from __future__ import annotations

from typing import NamedTuple

from argmine.extract.lines import PrintedLine, Run, line_of, rows_of

_STRIP = 6.0  # points: the narrowest gutter
_STEP = 2.0  # points between the places tried
_SIDE = 0.2  # of the text's width: a narrower column is a column of labels or of numbers
_FILLED = 0.45  # of the gutter's height that text must stand on, on either side
_ROWS = 6  # lines that a gutter is at least high


class _Gutter(NamedTuple):
    x: float
    top: float
    bottom: float


def cut(runs: list[Run]) -> list[list[Run]]:
    """The columns of a page (or of one column), in reading order."""
    if len(runs) < 2 * _ROWS:
        return [runs] if runs else []
    gutter = _best_gutter(runs)
    if gutter is None:
        return [runs]
    above = [run for run in runs if run.base <= gutter.top]
    below = [run for run in runs if run.base >= gutter.bottom]
    band = [run for run in runs if gutter.top < run.base < gutter.bottom]
    left = [run for run in band if run.x1 <= gutter.x + _STRIP / 2]
    right = [run for run in band if run.x1 > gutter.x + _STRIP / 2]
    return [column for part in (above, left, right, below) for column in cut(part)]


def _best_gutter(runs: list[Run]) -> _Gutter | None:
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    margin = _SIDE * (right - left)
    steps = int((right - left - 2 * margin) / _STEP)
    gutters = (_gutter_at(runs, left + margin + step * _STEP) for step in range(max(0, steps)))
    found = [gutter for gutter in gutters if gutter is not None]
    if not found:
        return None
    height = max(gutter.bottom - gutter.top for gutter in found)
    tallest = [gutter for gutter in found if gutter.bottom - gutter.top >= 0.98 * height]
    return tallest[len(tallest) // 2]


def _gutter_at(runs: list[Run], x: float) -> _Gutter | None:
    """The tallest stretch at `x` that nothing crosses and that has columns on both sides."""
    half = _STRIP / 2
    crossing = sorted(run.base for run in runs if run.x0 < x + half and run.x1 > x - half)
    edges = [min(run.base for run in runs) - 1, *crossing, max(run.base for run in runs) + 1]
    stretches = sorted(zip(edges, edges[1:], strict=False), key=lambda pair: pair[0] - pair[1])
    for top, bottom in stretches[:2]:
        inside = [run for run in runs if top < run.base < bottom]
        if len(inside) >= 2 * _ROWS and _is_column(inside, x, left=True) and _is_column(inside, x, left=False):
            return _Gutter(x, top, bottom)
    return None


def _is_column(runs: list[Run], x: float, *, left: bool) -> bool:
    """Whether the runs on one side of `x` are lines of text, one below the other."""
    side = [run for run in runs if (run.x1 <= x) == left]
    if not side:
        return False
    bases = sorted({round(run.base) for run in side})
    height = max(run.base for run in runs) - min(run.base for run in runs)
    leading = 1.8 * max(run.size for run in side)
    filled = sum(min(after - before, leading) for before, after in zip(bases, bases[1:], strict=False))
    width = max(run.x1 for run in side) - min(run.x0 for run in side)
    whole = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    text = sum(run.x1 - run.x0 for run in side)
    return len(bases) >= _ROWS and filled >= _FILLED * height and width >= _SIDE * whole and text >= 0.5 * width * len(bases)


def lines_of(runs: list[Run], page: int, first: int) -> list[list[PrintedLine]]:
    """The lines of a page, by column in reading order; columns are numbered from `first`."""
    columns = []
    for number, column in enumerate(cut(runs), first):
        edges = _edges(column)
        columns.append([line_of(row, page, number, edges) for row in rows_of(column)])
    return columns


def _edges(runs: list[Run]) -> tuple[float, float]:
    """Where most lines of a column begin, and where its longest ends."""
    rows = rows_of(runs)
    starts: dict[int, float] = {}
    for row in rows:
        width = sum(run.x1 - run.x0 for run in row)
        key = round(row[0].x0 / 3)
        starts[key] = starts.get(key, 0.0) + width
    usual = max(starts, key=lambda key: (starts[key], -key))
    left = min(row[0].x0 for row in rows if round(row[0].x0 / 3) == usual)
    return left, max(row[-1].x1 for row in rows)
