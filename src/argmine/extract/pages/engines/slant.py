"""Scans that lie askew: their lines rise or fall, and are made level."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from argmine.extract.pages.engines.glyphs import Glyph, Sheet

_LINE = 0.25  # of the page's width: a shorter stretch tells nothing of the slant
_FEWEST = 5  # lines that have to agree
_LEVEL = 0.001  # a slant under which nothing is done: half a point over the width of a page
_STEP = 0.4  # of the type size: from one character to the next on the same line


def level(sheet: Sheet) -> None:
    """Turn the characters of a page until its lines are level; a page that is level stays as it is."""
    slants = [one for line in _lines(sheet.glyphs) if (one := _slant(line, sheet.width)) is not None]
    slant = median(slants) if len(slants) >= _FEWEST else 0.0
    if abs(slant) < _LEVEL:
        return
    middle = sheet.width / 2
    turned = (glyph._replace(base=glyph.base - slant * (glyph.x0 - middle)) for glyph in sheet.glyphs)
    sheet.glyphs = list(turned)


def _lines(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Stretches of characters that follow each other to the right, as they stand in the file."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and (glyph.x0 < line[-1].x0 or abs(glyph.base - line[-1].base) > _STEP * glyph.size):
            yield line
            line = []
        line.append(glyph)
    yield line


def _slant(line: list[Glyph], width: float) -> float | None:
    """How far a line falls for each point to the right; None of a line that is too short."""
    if not line or line[-1].x1 - line[0].x0 < _LINE * width or not math.isfinite(line[-1].base):
        return None
    return (line[-1].base - line[0].base) / (line[-1].x0 - line[0].x0)
