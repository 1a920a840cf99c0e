"""Large first letters that hang beside two lines or more: set back into the first of them."""

from __future__ import annotations

from argmine.extract.pages.lines.runs import Run, usual_size

_LARGE = 1.8  # of the usual size, at least
_LETTERS = 3  # with a quotation mark
_NEAR = 1.2  # ems of white between the letter and the lines beside it, at most
_WORD = 0.25  # ems of white that make "A" or "I" a word of its own


def unfold_drop_caps(runs: list[Run]) -> list[Run]:
    """The runs of a page, each drop cap as a letter of its line, and the lines beside it at its left edge."""
    drops = [run for run in runs if len(run.text) <= _LETTERS and any(map(str.isalpha, run.text))]
    if not drops:
        return runs
    usual = usual_size(runs)
    changed: dict[int, Run] = {}
    for drop in (drop for drop in drops if drop.size >= _LARGE * usual):
        changed |= _unfolded(drop, runs, usual)
    return [changed.get(id(run), run) for run in runs]


def _unfolded(drop: Run, runs: list[Run], usual: float) -> dict[int, Run]:
    beside = [run for run in runs if run is not drop and _is_beside(run, drop, usual)]
    if len({round(run.base) for run in beside}) <= 1:
        return {}  # a title, or a letter in front of one line
    first = min(beside, key=lambda run: run.base)
    gap = first.x0 - drop.x1
    is_word = drop.text in ("A", "I", "O") and gap > _WORD * usual
    right = drop.x1 if is_word or not first.text[0].isalpha() else first.x0
    letter = drop._replace(base=first.base, size=first.size, style=first.style, x1=right, head=right)
    return {id(drop): letter, **{id(run): run._replace(x0=drop.x0) for run in beside if run is not first}}


def _is_beside(run: Run, drop: Run, usual: float) -> bool:
    near = -0.3 * usual <= run.x0 - drop.x1 <= _NEAR * usual
    high = drop.top < run.base <= drop.base + 0.3 * usual
    return near and high and run.size <= 1.3 * usual
