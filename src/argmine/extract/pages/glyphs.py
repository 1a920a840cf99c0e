"""What both PDF engines give: the characters of a page with place, size and style, and its horizontal rules."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from argmine.extract.draft import Box

BOLD, ITALIC = 1, 2
_COVERED = 0.7  # of a page that a picture covers: the page is a scan

# U+FFFE and U+0002 are what pdfium writes for a hyphen at a line end; a soft hyphen that has a glyph is a printed one.
_HYPHENS = dict.fromkeys("\u2010\u2011\u00ad\ufffe\x02", "-")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NOTHING = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076", "•")  # Symbol and Wingdings, by their private places
_LETTERS = {**_HYPHENS, **_LIGATURES, **_NOTHING, **_BULLETS}


class Glyph(NamedTuple):
    """One printed character (a ligature is several letters); lengths in PDF points, y downwards from the page's top.

    `base` is the baseline, `size` the height of the type, `style` a sum of `BOLD` and `ITALIC`.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    style: int


class Rule(NamedTuple):
    """A horizontal line drawn on the page."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Sheet:
    """One page as an engine read it.

    `sideways` holds rotated text (stamps in the margin) with its boxes; `scanned` is whether a picture covers the page,
    so that its text, if any, was recognised from it.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    sideways: list[tuple[str, Box]] = field(default_factory=list)
    scanned: bool = False


def covers(width: float, height: float, sheet: Sheet) -> bool:
    """Whether a picture of this size is the page itself: a scan."""
    return width * height >= _COVERED * sheet.width * sheet.height


def is_rule(width: float, height: float) -> bool:
    """Whether a drawing of this size is a horizontal line."""
    return height <= 4.5 and width >= 30


def letters(char: str) -> str:
    """The letters that one character of a PDF stands for; empty for control characters.

    Ligatures are written out, hyphens of all kinds become "-", spaces of all kinds " ".
    """
    if " " < char < "\x7f":
        return char
    known = _LETTERS.get(char)
    if known is not None:
        return known
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return " "
    return "" if category == "Cc" else "\ufffd" if category == "Cs" else char


def style_of(font: str, weight: int = 400) -> int:
    """Bold and italic, as a font's name (and weight, where known) tells."""
    name = font.lower()
    bold = weight >= 600 or any(word in name for word in ("bold", "black", "heavy", "-bd", "cmbx"))
    italic = any(word in name for word in ("italic", "oblique", "-it", "cmti", "cmsl"))
    return BOLD * bold + ITALIC * italic
