"""The measure: how wide the text of a document is set, and so where the edges of each column are.

A page that is half a block quotation, or that stands askew on the glass of a scanner, does not tell by itself where its
text begins and ends: most of its lines are set in, or no two begin at the same place. The other pages tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from argmine.extract.pages.lines.printed import PrintedLine

_ALONE = 2.5  # points between the edges of two lines that may be one edge, askew
_SHARE = 0.1  # of a column's lines that stand on an edge, at least, and never one alone
_NEAR = 0.8  # ems by which the measure of a page may differ from that of the others
_SET_IN = 1.0  # ems: what is narrower by more has lost an edge
_COMMON = 0.3  # of a document's lines that have its measure, at least


def to_measure(columns: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """The columns; those that seem narrower than the document's measure have its edges, where lines reach these."""
    outer = [_outer_edges(column) for column in columns]
    usual = _usual_width(columns, outer)
    return [
        [replace(line, left=edges[0], right=edges[1]) for line in column]
        if usual and edges and _has_lost_edge(column[0], edges, usual)
        else column
        for column, edges in zip(columns, outer, strict=True)
    ]


def _has_lost_edge(line: PrintedLine, edges: tuple[float, float], usual: float) -> bool:
    is_usual = abs(edges[1] - edges[0] - usual) <= _NEAR * line.size
    return is_usual and line.right - line.left < usual - _SET_IN * line.size


def _outer_edges(column: list[PrintedLine]) -> tuple[float, float] | None:
    """The outermost places at which several lines begin, and end."""
    left = _outermost(line.x0 for line in column)
    right = _outermost(-line.x1 for line in column)
    return (left, -right) if left is not None and right is not None else None


def _outermost(places: Iterable[float]) -> float | None:
    """The middle of the first group of places that are near each other and many enough."""
    ordered = sorted(places)
    group: list[float] = []
    for place in ordered:
        if group and place - group[-1] > _ALONE:
            if _is_edge(group, ordered):
                break
            group = []
        group.append(place)
    return group[len(group) // 2] if _is_edge(group, ordered) else None


def _is_edge(group: list[float], places: list[float]) -> bool:
    return len(group) >= max(2, _SHARE * len(places))


def _usual_width(columns: list[list[PrintedLine]], outer: list[tuple[float, float] | None]) -> float | None:
    """The width that most lines of the document are set to, in points; None where there is none."""
    widths = [
        (edges[1] - edges[0], len(column), column[0].size)
        for column, edges in zip(columns, outer, strict=True)
        if edges is not None
    ]
    shares = [
        (sum(lines for width, lines, _ in widths if abs(width - one) <= 0.5 * size), one) for one, _, size in widths
    ]
    most, usual = max(shares, default=(0, 0.0))
    return usual if most >= _COMMON * sum(map(len, columns)) else None
