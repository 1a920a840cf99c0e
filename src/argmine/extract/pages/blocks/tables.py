"""Tables: rows of cells, with their caption and their notes; they float, and the text goes on around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.extract.pages.lines.printed import PrintedLine

CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Tableau|Chart|Box|Map)\s+[\dIVX]{1,4}\b")
_HOLES = 2  # between the cells of a row, at least, one above the other from row to row
_ROWS = 3
_ABOVE, _BELOW = 3, 4  # lines of a caption, and of notes, at most
_SMALL = 0.935  # of the body's size: the type of a table's notes
_NOTE = re.compile(r"(?:Notes?|Sources?)\b", re.IGNORECASE)


def part_tables(column: list[PrintedLine], body_size: float) -> Iterator[tuple[bool, list[PrintedLine]]]:
    """The column in stretches: those of a table (its caption, its rows, its notes) and those of text."""
    done = 0
    for start, end in _tables(column):
        above, below = _caption(column, max(done, start - _ABOVE), start), _notes(column, end, body_size)
        if above > done:
            yield False, column[done:above]
        for first, last in ((above, start), (start, end), (end, below)):
            if last > first:
                yield True, column[first:last]
        done = below
    if done < len(column):
        yield False, column[done:]


def table_end(column: list[PrintedLine], body_size: float) -> int:
    """The index of the first line after the last table in the body's type and its notes; 0 where there is none."""
    found = (end for start, end in _tables(column) if column[start].size > _SMALL * body_size)
    return max((_notes(column, end, body_size) for end in found), default=0)


def is_table(lines: list[PrintedLine]) -> bool:
    """Whether a group of lines is the rows of a table."""
    return len(lines) >= _ROWS and all(len(line.holes) >= _HOLES for line in lines)


def _tables(column: list[PrintedLine]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(column) + 1):
        if at == len(column) or not _are_rows(column[at - 1], column[at]):
            if at - start >= _ROWS:
                yield start, at
            start = at


def _are_rows(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether the cells of two lines stand one above the other."""
    shared = sum(
        any(min(right, other[1]) > max(left, other[0]) for other in below.holes) for left, right in above.holes
    )
    return shared >= _HOLES


def _caption(column: list[PrintedLine], first: int, rows: int) -> int:
    return next((at for at in range(first, rows) if CAPTION.match(column[at].text)), rows)


def _notes(column: list[PrintedLine], rows: int, body_size: float) -> int:
    end = rows
    while end < len(column) and _may_be_note(column[end], column[end - 1], body_size):
        end += 1
    told = end > rows and _NOTE.match(column[rows].text)
    return min(end, rows + _BELOW) if told or end <= rows + _BELOW else rows  # a quotation is longer


def _may_be_note(line: PrintedLine, above: PrintedLine, body_size: float) -> bool:
    near = 0 < line.base - above.base <= 2 * line.size
    return near and (line.size <= _SMALL * body_size or _NOTE.match(line.text) is not None)
