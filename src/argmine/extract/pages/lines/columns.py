"""Columns: the white strips down a page, cut before any line is built.

A gutter is a strip that no run crosses over a good stretch of the page, with text on both sides of it. Above and below
that stretch the page may run over its full width (a title, an abstract, notes under both columns), so a page is cut
into bands, and a band into columns; three columns are a column cut again.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from argmine.extract.pages.lines.printed import PrintedLine, join_markers, line_of, rows_of
from argmine.extract.pages.lines.runs import Run, usual_size

_STRIP = 6.0  # points: the narrowest gutter
_STEP = 2.0  # points between the places tried
_SIDE = 0.2  # of the text's width: a narrower column is a column of labels or of numbers
_FILLED = 0.45  # of the gutter's height that text must stand on, on either side
_ROWS = 6  # lines that a gutter is at least high
_LEAST_LEADING = 8.0  # points
_AS_WIDE = 0.8  # of another white of the line, at least
_AS_LARGE = 1.08  # of the type beside a gutter, at most
_RAISED = 0.5  # ems above the baseline that a raised number stands on, at most
_INDENT = 4.0  # ems by which the first line of a paragraph is set in, at most
_NEARLY = 0.6  # of the text at the edge that has most of it
_ROWS_BOXED = 3  # and beside a box in another type size (a pull quote)
_HANGING = 0.3  # ems by which a quotation mark, a hyphen or a stop may hang out of its column
_HANGS_LEFT, _HANGS_RIGHT = frozenset("“‘\"'(«"), frozenset("-–—.,;:”’\"')»")


class _Gutter(NamedTuple):
    x: float
    top: float
    bottom: float


class _Place(NamedTuple):
    """Where several pages have a gutter, and the largest type that stands beside it."""

    x: float
    size: float


@dataclass(frozen=True, slots=True)
class Gutters:
    """The gutters of a document: the tallest one of each page, and the places where several pages have one.

    At such a place a few lines on both sides are enough to be columns (the last page of a record).
    """

    tallest: tuple[_Gutter | None, ...]
    places: tuple[_Place, ...]


def find_gutters(pages: Iterable[list[Run]]) -> Gutters:
    """Look at all pages of a document, each with its runs."""
    found = [(runs, _best_gutter(runs)) for runs in pages]
    groups: list[list[_Place]] = []
    for place in sorted(_Place(gutter.x, _size_beside(runs, gutter)) for runs, gutter in found if gutter):
        if groups and place.x - groups[-1][0].x <= _STRIP:
            groups[-1].append(place)
        else:
            groups.append([place])
    several = [group for group in groups if len(group) >= 2]
    places = (_Place(median(one.x for one in group), max(one.size for one in group)) for group in several)
    return Gutters(tuple(gutter for _, gutter in found), tuple(places))


def _size_beside(runs: list[Run], gutter: _Gutter) -> float:
    return usual_size(run for run in runs if gutter.top < run.base < gutter.bottom)


def _cut(runs: list[Run], gutter: _Gutter | None, places: tuple[_Place, ...]) -> list[list[Run]]:
    """The columns of a page (or of one column), in reading order."""
    if not runs:
        return []
    gutter = gutter or next(filter(None, (_short_gutter(runs, place) for place in places)), None)
    if gutter is None:
        return [runs]
    end = _upper_edge(runs, gutter.bottom)
    above = [run for run in runs if run.base <= gutter.top]
    below = [run for run in runs if run.base >= end and run.base > gutter.top]
    band = [run for run in runs if gutter.top < run.base < end]
    left = [run for run in band if run.x1 <= gutter.x + _STRIP / 2]
    right = [run for run in band if run.x1 > gutter.x + _STRIP / 2]
    return [column for part in (above, left, right, below) for column in _cut(part, _best_gutter(part), places)]


def _upper_edge(runs: list[Run], base: float) -> float:
    """Where the line on a baseline begins: the raised number of a note stands higher, and belongs to it."""
    return min((run.base - _RAISED * run.size for run in runs if run.base == base), default=base)


def _short_gutter(runs: list[Run], place: _Place) -> _Gutter | None:
    """The stretch at a known gutter's place, however short, when whole lines stand on both sides of it.

    A shorter one than the tallest may be the white between words: it has two lines, at least, on either side. So may
    one beside larger type than columns have elsewhere: that of a text above notes in two columns.
    """
    x = place.x
    crossing = sorted(run.base for run in runs if run.x0 < x < run.x1)
    edges = [min(run.base for run in runs) - 1, *crossing, max(run.base for run in runs) + 1]
    least = 1
    for top, bottom in sorted(itertools.pairwise(edges), key=lambda pair: pair[0] - pair[1]):
        inside = [run for run in runs if top < run.base < bottom]
        left, right = [run for run in inside if run.x1 <= x], [run for run in inside if run.x0 >= x]
        rows = [{round(run.base) for run in side} for side in (left, right)]
        beside = min(map(len, rows)) >= least and len(rows[0] | rows[1]) > 1 and _is_as_small(inside, place.size)
        if beside and (least == 1 or min(run.x0 for run in right) - max(run.x1 for run in left) >= _STRIP):
            return _Gutter(x, top, bottom)
        least = 2
    return None


def _is_as_small(runs: list[Run], size: float) -> bool:
    return usual_size(runs) <= _AS_LARGE * size


def _best_gutter(runs: list[Run]) -> _Gutter | None:
    if len(runs) < 2 * _ROWS_BOXED:
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    ends = min(run.base for run in runs) - 1, max(run.base for run in runs) + 1
    found: list[_Gutter] = []
    last: list[float] | None = None
    gutter: _Gutter | None = None
    for x, crossing in _crossings(runs, left, right):
        if crossing != last:  # between two words nothing changes from place to place
            gutter, last = _gutter_at(runs, x, [ends[0], *crossing, ends[1]]), crossing
        if gutter is not None:
            found.append(gutter._replace(x=x))
    if not found:
        return None
    height = max(gutter.bottom - gutter.top for gutter in found)
    tallest = [gutter for gutter in found if gutter.bottom - gutter.top >= 0.98 * height]
    return tallest[len(tallest) // 2]


def _crossings(runs: list[Run], left: float, right: float) -> Iterator[tuple[float, list[float]]]:
    """Each place where a gutter may be, with the baselines of the runs that cross it, from top to bottom."""
    first = left + _SIDE * (right - left)
    crossed: list[list[float]] = [[] for _ in range(int((right - left) * (1 - 2 * _SIDE) / _STEP) + 1)]
    for run in sorted(runs, key=lambda run: run.base):
        x0, x1 = _flush_edges(run)
        begin = max(0, math.ceil((x0 - _STRIP / 2 - first) / _STEP))
        end = math.floor((x1 + _STRIP / 2 - first) / _STEP)
        for crossing in crossed[begin : max(0, end + 1)]:
            crossing.append(run.base)
    for step, crossing in enumerate(crossed):
        yield first + step * _STEP, crossing


def _flush_edges(run: Run) -> tuple[float, float]:
    """Where a run begins and ends, but for what may hang out into the white."""
    out = min(_HANGING * run.size, (run.x1 - run.x0) / 2)
    return run.x0 + out * (run.text[0] in _HANGS_LEFT), run.x1 - out * (run.text[-1] in _HANGS_RIGHT)


def _gutter_at(runs: list[Run], x: float, edges: list[float]) -> _Gutter | None:
    """The tallest stretch at `x` that nothing crosses and that has columns on both sides."""
    stretches = sorted(itertools.pairwise(edges), key=lambda pair: pair[0] - pair[1])
    for top, bottom in stretches[:2]:
        if bottom - top < _ROWS_BOXED * _LEAST_LEADING:
            continue
        end = _upper_edge(runs, bottom)
        inside = [run for run in runs if top < run.base < end]
        sides = [run for run in inside if run.x1 <= x], [run for run in inside if run.x1 > x]
        if all(sides) and _are_columns(*sides) and not _is_river(inside, x):
            return _Gutter(x, top, bottom)
    return None


def _is_river(runs: list[Run], x: float) -> bool:
    """Whether a strip is the white of stretched lines that happens to stand one above the other.

    The spaces of a justified line are of one width: in most lines there are then others as wide as that at `x`, more
    than the gutter of a third column.
    """
    rows = [row for row in rows_of(runs) if row[0].x1 <= x < row[-1].x1]
    return 2 * sum(map(_is_stretched, rows, itertools.repeat(x))) > len(rows)


def _is_stretched(row: list[Run], x: float) -> bool:
    whites = {before.x1: after.x0 - before.x1 for before, after in itertools.pairwise(row)}
    at = max(end for end in whites if end <= x)
    return sum(white >= _AS_WIDE * whites[at] for end, white in whites.items() if end != at) >= 2


def _are_columns(left: list[Run], right: list[Run]) -> bool:
    """Whether the runs on both sides of a strip are lines of text, one below the other."""
    sizes = [usual_size(side) for side in (left, right)]
    rows = _ROWS_BOXED if max(sizes) > 1.1 * min(sizes) else _ROWS
    both = [*left, *right]
    height = max(run.base for run in both) - min(run.base for run in both)
    whole = max(run.x1 for run in both) - min(run.x0 for run in both)
    return all(_is_column(side, rows, height, whole) for side in (left, right))


def _is_column(side: list[Run], rows: int, height: float, whole: float) -> bool:
    bases = sorted({round(run.base) for run in side})
    leading = 1.8 * max(run.size for run in side)
    filled = sum(min(after - before, leading) for before, after in itertools.pairwise(bases))
    width = max(run.x1 for run in side) - min(run.x0 for run in side)
    text = sum(run.x1 - run.x0 for run in side)
    lines = {round(run.base) for run in side if run.x1 - run.x0 > 2 * run.size}  # raised markers stand on no line
    return (
        len(bases) >= rows
        and filled >= _FILLED * height
        and width >= _SIDE * whole
        and text >= 0.5 * width * len(lines)
    )


def lines_of(runs: list[Run], page: int, first: int, gutters: Gutters) -> list[list[PrintedLine]]:
    """The lines of a page, by column in reading order; columns are numbered from `first`."""
    columns = []
    for number, column in enumerate(_cut(runs, gutters.tallest[page - 1], gutters.places), first):
        edges = _edges(column)
        columns.append(join_markers([line_of(row, page, number, edges) for row in rows_of(column)]))
    return columns


def _edges(runs: list[Run]) -> tuple[float, float]:
    """Where most lines of a column begin, and where they end: flush, or as far as the longest.

    Of wide lines half may be set in, as the first lines of paragraphs: nearly as many further left are enough.
    """
    rows = rows_of(runs)
    starts: dict[int, float] = {}
    for row in rows:
        width = sum(run.x1 - run.x0 for run in row)
        key = round(row[0].x0 / 3)
        starts[key] = starts.get(key, 0.0) + width
    most = max(starts.values())
    usual = min(key for key, width in starts.items() if width == most)
    outer = min(key for key, width in starts.items() if width >= _NEARLY * most)
    near = 3 * (usual - outer) <= _INDENT * rows[0][0].size
    if outer < usual and near and _are_first_lines([round(row[0].x0 / 3) == usual for row in rows]):
        usual = outer
    left = min(row[0].x0 for row in rows if round(row[0].x0 / 3) == usual)
    ends = [max(run.x1 for run in row) for row in rows]
    flush = [end for end in ends if sum(abs(end - other) <= 1.5 for other in ends) >= 0.3 * len(ends)]
    return left, max(flush or ends)


def _are_first_lines(begin: list[bool]) -> bool:
    """Whether rows that begin at one edge stand apart, as the first lines of paragraphs do, not one below the other."""
    below = sum(above and here for above, here in itertools.pairwise(begin))
    return 2 * below < sum(begin)
