"""What both PDF engines give: the characters of a page with place, size and style, and its horizontal rules."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from argmine.extract.draft import Box
from argmine.extract.files.encoding import LIGATURES

BOLD, ITALIC = 1, 2
DIGITS = frozenset("0123456789")
_RAISED, _HIGHEST = 0.2, 0.7  # ems above the baseline at which the ink of a raised digit begins
_DIGIT = 0.66  # ems that a digit is high
_COVERED = 0.7  # of a page that a picture covers: the page is a scan

# U+FFFE and U+0002 are what pdfium writes for a hyphen at a line end; a soft hyphen that has a glyph is a printed one.
_HYPHENS = dict.fromkeys("\u2010\u2011\u00ad\ufffe\x02", "-")
_NOTHING = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076", "•")  # Symbol and Wingdings, by their private places
_SIGNS = {"\u2217": "*", "\u2225": "‖"}  # what TeX's symbol font has for the marks of notes
_LETTERS = {**_HYPHENS, **LIGATURES, **_NOTHING, **_BULLETS, **_SIGNS}

# Accents that old fonts print as characters of their own, over or under the next letter.
_ACCENTS = dict(zip("´`ˆ^¨˜~¸ˇ˚¯˘˙˝˛", map(chr, (
    0x301, 0x300, 0x302, 0x302, 0x308, 0x303, 0x303, 0x327, 0x30C, 0x30A, 0x304, 0x306, 0x307, 0x30B, 0x328,
)), strict=True))  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_OVER = 0.5  # of an accent's width that the letter must share


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

    `strokes` are drawn lines as short as a letter; `sideways` holds rotated text (stamps in the margin) with its boxes;
    `scanned` is whether a picture covers the page, so that its text, if any, was recognised from it.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    strokes: list[Rule] = field(default_factory=list)
    sideways: list[tuple[str, Box]] = field(default_factory=list)
    scanned: bool = False


def composed(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs, accents that stand over the next letter joined to it."""
    if not any(glyph.text in _ACCENTS for glyph in glyphs):
        return glyphs
    joined: list[Glyph] = []
    for glyph in glyphs:
        whole = _accented(joined[-1], glyph) if joined else None
        if whole is None:
            joined.append(glyph)
        else:
            joined[-1] = glyph._replace(text=whole)
    return joined


def _accented(accent: Glyph, letter: Glyph) -> str | None:
    """The one letter that an accent and the glyph after it print together."""
    if accent.text not in _ACCENTS or abs(accent.base - letter.base) > _OVER * letter.size:
        return None
    shared = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    if shared < _OVER * min(accent.x1 - accent.x0, letter.x1 - letter.x0):
        return None
    plain = _DOTLESS.get(letter.text, letter.text)
    whole = unicodedata.normalize("NFC", plain + _ACCENTS[accent.text])
    return whole if len(whole) == 1 else None


def is_ligature(last: Glyph, char: str, x0: float, x1: float) -> bool:
    """Whether a letter is printed by the glyph that prints the one before: engines may give a ligature in parts."""
    return last.x0 == x0 and last.x1 == x1 and (last.text + char).isalpha() and last.text not in _ACCENTS


def raised_digit(digit: Glyph, top: float, bottom: float) -> Glyph:
    """The digit with the size and the baseline that its ink, from `top` to `bottom`, has.

    Fonts hold raised digits of their own, which stand on the baseline of the text.
    """
    if not _RAISED * digit.size <= digit.base - bottom <= _HIGHEST * digit.size or bottom <= top:
        return digit
    return digit._replace(base=bottom, size=(bottom - top) / _DIGIT)


def covers(width: float, height: float, sheet: Sheet) -> bool:
    """Whether a picture of this size is the page itself: a scan."""
    return width * height >= _COVERED * sheet.width * sheet.height


def is_rule(width: float, height: float) -> bool:
    """Whether a drawing of this size is a horizontal line."""
    return height <= 4.5 and width >= 30


def is_stroke(width: float, height: float) -> bool:
    """Whether a drawing of this size may be an underscore: TeX's old fonts have none, and it draws them."""
    return height <= 1 and 2 <= width <= 10


def underscored(sheet: Sheet) -> list[Glyph]:
    """The glyphs of a page, and between them the underscores that are drawn."""
    if not sheet.strokes:
        return sheet.glyphs
    found: list[Glyph] = []
    for glyph, following in itertools.pairwise([*sheet.glyphs, None]):
        if glyph is not None:
            found.append(glyph)
            found.extend(_drawn(glyph, following, sheet.strokes))
    return found


def _drawn(glyph: Glyph, following: Glyph | None, strokes: list[Rule]) -> Iterator[Glyph]:
    """The underscores that begin where a glyph ends, and which the next one does not cover."""
    near = 0.15 * glyph.size
    for stroke in strokes:
        if abs(stroke.x0 - glyph.x1) > near or not -near <= stroke.y - glyph.base <= 2 * near:
            continue
        if following is None or following.x0 >= stroke.x1 - near or following.x0 < glyph.x0:
            yield Glyph("_", stroke.x0, stroke.x1, glyph.base, glyph.size, glyph.style)


@lru_cache(maxsize=4096)
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
