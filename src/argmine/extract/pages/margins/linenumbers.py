"""Line numbers in the margin, as drafts, pleadings and bills print them: they count the lines and are furniture."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from argmine.extract.pages.lines.printed import rows_of
from argmine.extract.pages.lines.runs import Run

_FEWEST = 3  # numbers on a page, to tell
_REGULAR = 0.75  # of the steps from number to number that must fit
_PAGES = 0.5  # of the pages with text that have line numbers, at least
_EVEN = 0.06  # of the usual distance: what is still the same
_FLUSH = 2.0  # points
_ABOVE = 4  # lines, at most, that stand above the first number where each line has one


def line_numbers(pages: Sequence[list[Run]]) -> list[list[Run]]:
    """The line numbers of each page, given the runs of all; empty lists where the document has none.

    Where most pages have a column of numbers that count the lines, all that stands in it is one of them: word
    processors count the lines of notes and heads by themselves.
    """
    for beside in (_left_of_text, _right_of_text):
        numbers = [beside(runs) for runs in pages]
        flush = [_flush(found) for found in numbers]
        counting = [_count(found, runs) for found, runs in zip(flush, pages, strict=True)]
        if sum(counting) > _PAGES * sum(map(bool, pages)):
            return [_in_column(found, flush) for found in numbers]
    return [[] for _ in pages]


def _left_of_text(runs: list[Run]) -> list[Run]:
    edge = min((run.x0 for run in runs if _is_words(run)), default=0.0)
    return [run for run in _numbers(runs) if run.x1 < edge]


def _right_of_text(runs: list[Run]) -> list[Run]:
    edge = max((run.x1 for run in runs if _is_words(run)), default=float("inf"))
    return [run for run in _numbers(runs) if run.x0 > edge]


def _is_words(run: Run) -> bool:
    return len(run.text) > 1 and any(map(str.isalpha, run.text))


def _numbers(runs: list[Run]) -> list[Run]:
    """From top to bottom."""
    numbers = (run for run in runs if run.text.isdecimal() and len(run.text) <= 4)
    return sorted(numbers, key=lambda run: run.base)


def _flush(numbers: list[Run]) -> list[Run]:
    """Those of the numbers that stand one below the other, in one type size."""
    edges = Counter((edge, round(run.size)) for run in numbers for edge in (round(run.x0), round(run.x1)))
    if not edges:
        return []
    (edge, size), _ = edges.most_common(1)[0]
    return [run for run in numbers if round(run.size) == size and min(abs(run.x0 - edge), abs(run.x1 - edge)) <= _FLUSH]


def _count(numbers: list[Run], runs: list[Run]) -> bool:
    """Whether numbers go up by one step, and count the lines of the page or stand at even distances."""
    if len(numbers) < _FEWEST:
        return False
    steps = [int(after.text) - int(before.text) for before, after in itertools.pairwise(numbers)]
    step, often = Counter(steps).most_common(1)[0]
    counted = step > 0 and often >= _REGULAR * len(steps) and (_count_rows(numbers, runs) or _are_even(numbers))
    return counted and (step > 1 or _begin_high(numbers, runs))


def _begin_high(numbers: list[Run], runs: list[Run]) -> bool:
    """Whether the first number stands near the head of the page, not at the foot, as those of notes do."""
    line = (numbers[-1].base - numbers[0].base) / max(1, int(numbers[-1].text) - int(numbers[0].text))
    return numbers[0].base - min(run.base for run in runs) <= _ABOVE * line


def _count_rows(numbers: list[Run], runs: list[Run]) -> bool:
    """Whether there are as many lines from number to number as they differ."""
    names = {id(run) for run in numbers}
    bases = [row[0].base for row in rows_of(run for run in runs if id(run) not in names)]
    rows = [(int(run.text), _nearest(bases, run.base)) for run in numbers]
    fitting = sum(after[0] - before[0] == after[1] - before[1] for before, after in itertools.pairwise(rows))
    return fitting >= _REGULAR * (len(rows) - 1)


def _nearest(bases: Sequence[float], base: float) -> int:
    return min(range(len(bases)), key=lambda at: abs(bases[at] - base), default=0)


def _are_even(numbers: list[Run]) -> bool:
    pairs = itertools.pairwise(numbers)
    units = sorted((after.base - before.base) / max(1, int(after.text) - int(before.text)) for before, after in pairs)
    usual = units[len(units) // 2]
    return sum(abs(unit - usual) <= _EVEN * usual for unit in units) >= _REGULAR * len(units)


def _in_column(numbers: list[Run], columns: list[list[Run]]) -> list[Run]:
    """The numbers that stand in the column of line numbers, whatever their size."""
    left = [run.x0 for column in columns for run in column]
    right = [run.x1 for column in columns for run in column]
    return [run for run in numbers if min(left) - _FLUSH <= run.x0 and run.x1 <= max(right) + _FLUSH]
