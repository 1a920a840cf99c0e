"""The second engine: pdfplumber's characters, for comparison and for files that pdfium reads badly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from argmine.errors import Damaged
from argmine.extract.pages.engines.glyphs import (
    Glyph,
    Rule,
    Sheet,
    composed,
    covers,
    is_rule,
    is_stroke,
    letters,
    style_of,
    underscored,
)

_Char = dict[str, Any]


def plumbed_sheets(path: Path, name: str, password: str | None) -> list[Sheet]:
    """The pages of a PDF.

    Raises:
        Damaged: pdfminer, which pdfplumber reads with, cannot make sense of the file.
    """
    import pdfplumber  # noqa: PLC0415  (half a second that only this engine should cost)

    try:
        with pdfplumber.open(path, password=password or "") as document:
            return [_sheet(page) for page in document.pages]
    except Exception as error:  # whatever a broken file makes pdfminer stumble over: it has no error of its own for it
        reason = f"{name} cannot be read by pdfplumber: {type(error).__name__}."
        raise Damaged(reason, "Read it with the other engine, pdfium, or fetch it again.") from error


def _sheet(page: Any) -> Sheet:
    sheet = Sheet(page.page_number, float(page.width), float(page.height))
    depths = _depths(page.chars)
    for char in page.chars:
        _add(sheet, char, depths)
    sheet.glyphs = composed(underscored(sheet))
    for shape in (*page.lines, *page.rects):
        if is_rule(shape["width"], shape["height"]):
            sheet.rules.append(Rule(shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2))
        elif is_stroke(shape["width"], shape["height"]):
            sheet.strokes.append(Rule(shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2))
    sheet.scanned = any(covers(image["width"], image["height"], sheet) for image in page.images)
    page.close()
    return sheet


def _depths(chars: list[_Char]) -> dict[str, float]:
    """How far below its baseline each font's box reaches, in ems.

    The matrix of a character does not tell that it is raised (`Ts`); its box does, against the depth of its font's
    other characters.
    """
    count: dict[str, Counter[float]] = {}
    for char in chars:
        depth = (char["matrix"][5] - char["y0"]) / max(char["size"], 0.1)
        count.setdefault(char["fontname"], Counter())[round(depth, 2)] += 1
    return {font: depths.most_common(1)[0][0] for font, depths in count.items()}


def _add(sheet: Sheet, char: _Char, depths: dict[str, float]) -> None:
    text = "".join(letters(letter) for letter in char["text"])
    if not text:
        return
    if not char["upright"]:
        sheet.sideways.append((text, (char["x0"], char["top"], char["x1"], char["bottom"])))
        return
    base = char["bottom"] - depths[char["fontname"]] * char["size"]
    sheet.glyphs.append(Glyph(text, char["x0"], char["x1"], base, char["size"], style_of(char["fontname"])))
