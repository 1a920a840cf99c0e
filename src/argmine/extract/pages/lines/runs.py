"""Runs: characters that stand on one baseline in one style, without a wide gap."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple, Protocol

from argmine.extract.pages.engines.glyphs import Glyph

_BREAK = 0.6  # ems: a wider gap ends a run, so that columns and table cells fall apart
SPACE = 0.11  # ems more than between letters: a word space (LaTeX shrinks its 0.33 to 0.22, Word to 0.12)
_KERNED = 0.025  # ems that are one before a capital ("of Art."), where no space is a character
_WORD_LENGTH = 12  # letters: a run with fewer spaces has none that are characters
HANGING = 0.2  # ems by which the hyphen at a line end may stand off its word
_QUOTES = (frozenset("“‘\"'"), frozenset("”’\"'"))  # side by side, both opening or closing, they stand as far off
_ASCENT, _DESCENT = 0.75, 0.22  # ems above and below the baseline


class Run(NamedTuple):
    """Characters on one baseline, in one size and style."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    style: int
    head: float
    """Where its first word ends."""

    @property
    def top(self) -> float:
        """Upper edge, by the type's size."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge, by the type's size."""
        return self.base + _DESCENT * self.size


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """Characters in the order of the file, into runs; blank ones are dropped."""
    runs: list[Run] = []
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _continues(held[-1], glyph):
            runs.append(_run(held))
            held = []
        if held or glyph.text != " ":
            held.append(glyph)
    if held:
        runs.append(_run(held))
    return runs


def _continues(last: Glyph, glyph: Glyph) -> bool:
    return (
        glyph.style == last.style
        and abs(glyph.base - last.base) <= 0.05 * last.size
        and abs(glyph.size - last.size) <= 0.03 * last.size
        and -0.3 * last.size <= glyph.x0 - last.x1 <= _BREAK * last.size
    )


def _run(glyphs: list[Glyph]) -> Run:
    while len(glyphs) > 1 and glyphs[-1].text == " ":
        glyphs.pop()
    first, size = glyphs[0], glyphs[0].size
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(glyphs)]
    usual = _letter_gap(glyphs, gaps)
    limit = SPACE * size + usual
    narrow = limit if _has_spaces(glyphs) else _KERNED * size + usual
    parts = [first.text]
    for gap, glyph in zip(gaps, glyphs[1:], strict=True):
        hangs = (glyph is glyphs[-1] and glyph.text == "-") or _are_one_side(parts[-1], glyph.text)
        least = max(limit, HANGING * size) if hangs else limit
        wide = gap > (narrow if parts[-1][-1:].islower() and glyph.text[:1].isupper() else least)
        if wide and glyph.text != " " and parts[-1] != " ":
            parts.append(" ")
        if glyph.text != " " or parts[-1] != " ":
            parts.append(glyph.text)
    text, right = "".join(parts), max(glyph.x1 for glyph in glyphs)
    return Run(text, first.x0, right, first.base, size, first.style, _head(glyphs, text, right))


def _are_one_side(quote: str, other: str) -> bool:
    return any(quote in side and other in side for side in _QUOTES)


def _head(glyphs: list[Glyph], text: str, right: float) -> float:
    """Where the first word of a run ends."""
    letters = text.find(" ")
    if letters < 0:
        return right
    for glyph in glyphs:
        letters -= len(glyph.text)
        if letters <= 0:
            return glyph.x1
    return right


def _has_spaces(glyphs: list[Glyph]) -> bool:
    """Whether the word spaces of a run are characters, as word processors write them."""
    return _WORD_LENGTH * sum(glyph.text == " " for glyph in glyphs) >= len(glyphs)


def _letter_gap(glyphs: list[Glyph], gaps: list[float]) -> float:
    """The usual white between two letters of a run: nothing, or more in a title that is spaced out."""
    between = [
        gap
        for gap, before, after in zip(gaps, glyphs, glyphs[1:], strict=False)
        if " " not in (before.text, after.text) and (before.text.isalnum() or after.text.isalnum())  # ". . ." has none
    ]
    return max(0.0, median(between)) if len(between) >= 3 else 0.0


class _Sized(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def size(self) -> float: ...


def usual_size(runs: Iterable[_Sized]) -> float:
    """The type size of most letters, in points, to half a point."""
    count: Counter[float] = Counter()
    for run in runs:
        count[round(2 * run.size) / 2] += len(run.text)
    return max(count, key=lambda size: (count[size], size))
