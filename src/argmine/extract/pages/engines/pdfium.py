"""Characters of a page by pdfium: fast, read one by one through its C interface."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing, suppress
from sys import maxunicode
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from argmine.errors import Damaged, TooLarge
from argmine.extract.pages.engines.calls import address_of, loose_box, object_at, unicode_at
from argmine.extract.pages.engines.glyphs import (
    BOLD,
    DIGITS,
    ITALIC,
    Glyph,
    Rule,
    Sheet,
    composed,
    covers,
    is_ligature,
    is_rule,
    is_stroke,
    letters,
    raised_digit,
    style_of,
    underscored,
)

_CHARACTERS = 200_000  # on one page: more is an attack, or damage
_STROKES = 100  # on one page: more are the marks of a chart
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6  # PDF 32000-1, table 123
_WRITTEN_UPON = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP))
_GENERATED = frozenset((0x20, 0x0D, 0x0A))
_UNSPACED = "-”’"  # which no space stands before
_DOUBTFUL_SPACE = -0.1, 0.12  # ems: a gap so narrow (an f hangs over) is a word space where pdfium says so


def check_characters(document: pypdfium2.PdfDocument, name: str) -> None:
    """Stop at a document with a page that holds more characters than any page does, for engines that do not count.

    Raises:
        TooLarge: there is such a page.
    """
    for number in range(1, len(document) + 1):
        with (
            suppress(pypdfium2.PdfiumError),
            closing(document[number - 1]) as page,
            closing(page.get_textpage()) as text,
        ):
            _check_count(text, number, name)


def pdfium_sheets(document: pypdfium2.PdfDocument, name: str) -> Iterator[Sheet]:
    """The pages of a document; one that cannot be opened is an empty sheet.

    Raises:
        Damaged: more than half of the pages cannot be opened.
        TooLarge: a page holds more characters than any page does.
    """
    broken = 0
    for number in range(1, len(document) + 1):
        try:
            page = _opened(document, number)
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:  # one broken page: the others are worth reading
            broken += 1
            if broken > 0.5 * len(document):
                raise Damaged(f"{name}: more than half of its pages cannot be opened.", "Fetch it again.") from error
            yield Sheet(number, 612.0, 792.0)
            continue
        _check_count(text, number, name)
        yield _PdfiumPage(page, text).sheet(number)
        text.close()
        page.close()


def _opened(document: pypdfium2.PdfDocument, number: int) -> Any:
    """A page; what is filled into its fields, stamped or written upon it is a part of its text."""
    page = document[number - 1]
    if any(kind in _WRITTEN_UPON for kind in _annotations(page)):
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = document[number - 1]
    return page


def _annotations(page: Any) -> Iterator[int]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        yield pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _check_count(text: pypdfium2.PdfTextPage, number: int, name: str) -> None:
    if (count := text.count_chars()) > _CHARACTERS:
        raise TooLarge(f"{name} has {count:,} characters on page {number}.", "No page holds that: it is damaged.")


class _PdfiumPage:
    """One page of pdfium, read character by character."""

    def __init__(self, page: Any, text: Any) -> None:
        self.page, self.text = page, text.raw
        self.styles: dict[int, int] = {}  # by the font's address, which holds no longer than the page
        self.width, self.height = page.get_size()
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = page.get_rotation()
        self._address = address_of(self.text)
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._box_address = ctypes.addressof(self._box)
        self._ink = tuple(ctypes.c_double() for _ in range(4))
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def sheet(self, number: int) -> Sheet:
        sheet = Sheet(number, self.width, self.height)
        self._add_shapes(sheet)
        drawn_by, last, upright, style, base, size = 0, 0, True, 0, 0.0, 0.0
        spaced, glyphs, page = False, sheet.glyphs, self._address
        for index in range(pdfium.FPDFText_CountChars(self.text)):
            code = unicode_at(page, index)
            if code in _GENERATED and pdfium.FPDFText_IsGenerated(self.text, index):
                spaced = code == 0x20
                continue
            address = object_at(page, index)
            if address != drawn_by:
                drawn_by = address
                upright, size = self._turn_and_size(index)
                style, base = self._style(index), self._baseline(index)
            char = letters(chr(code) if code <= maxunicode else "\ufffd")
            if not char:
                continue
            if upright:
                x0, x1 = self._place(index)
                if last == address and glyphs and is_ligature(glyphs[-1], char, x0, x1):
                    glyphs[-1] = glyphs[-1]._replace(text=glyphs[-1].text + char)
                    continue
                if spaced and char not in _UNSPACED and _is_narrow_space(glyphs, x0, base, size):
                    glyphs.append(Glyph(" ", x0, x0, base, size, style))
                glyph = Glyph(char, x0, x1, base, size, style)
                glyphs.append(self._raised(index, glyph) if char in DIGITS else glyph)
            else:
                self._add_sideways(sheet, index, char, joined=last == address)
            last, spaced = address, False
        sheet.glyphs = composed(underscored(sheet))
        return sheet

    def _place(self, index: int) -> tuple[float, float]:
        """Left and right: the loose box is one advance wide."""
        box = self._box
        loose_box(self._address, index, self._box_address)
        if self.turn == 0:
            return box.left - self.left, box.right - self.left
        x0, _, x1, _ = self._seen(box.left, box.bottom, box.right, box.top)
        return x0, x1

    def _raised(self, index: int, digit: Glyph) -> Glyph:
        """A digit, as high and as large as its ink: fonts have raised digits of their own, on the line's baseline."""
        left, right, bottom, top = self._ink
        pdfium.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        _, high, _, low = self._seen(left.value, bottom.value, right.value, top.value)
        return raised_digit(digit, high, low)

    def _seen(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the file as the reader sees it: x0, top, x1, bottom, the page's rotation applied."""
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    def _turn_and_size(self, index: int) -> tuple[bool, float]:
        """Whether the text reads from left to right, and the height of its type."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.text, index, matrix)
        across, up = {0: (matrix.a, matrix.b), 90: (-matrix.b, matrix.a), 180: (-matrix.a, -matrix.b)}.get(
            self.turn, (matrix.b, -matrix.a)
        )
        size = pdfium.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        return bool(across >= 0 and abs(up) <= 0.1 * abs(across)), size or 1.0

    def _baseline(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self.text, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        return self._seen(x, y, x, y)[1]

    def _style(self, index: int) -> int:
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self.text, index))
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.styles:
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, name, 128)
            flags = pdfium.FPDFFont_GetFlags(font)
            style = style_of(name.value.decode("utf-8", "replace"))
            self.styles[key] = style | BOLD * bool(flags & _FORCE_BOLD) | ITALIC * bool(flags & _ITALIC_FLAG)
        return self.styles[key]

    def _add_sideways(self, sheet: Sheet, index: int, char: str, joined: bool) -> None:
        left, right, bottom, top = self._ink
        pdfium.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        box = self._seen(left.value, bottom.value, right.value, top.value)
        if joined and sheet.sideways:
            text, old = sheet.sideways[-1]
            x0, y0, x1, y1 = (*map(min, old[:2], box[:2]), *map(max, old[2:], box[2:]))
            sheet.sideways[-1] = (text + char, (x0, y0, x1, y1))
        else:
            sheet.sideways.append((char, box))

    def _add_shapes(self, sheet: Sheet) -> None:
        kinds = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
        for item in self.page.get_objects(filter=kinds, max_depth=2):
            try:
                x0, top, x1, bottom = self._seen(*item.get_bounds())
            except pypdfium2.PdfiumError:
                continue
            if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                sheet.scanned |= covers(x1 - x0, bottom - top, sheet)
            elif is_rule(x1 - x0, bottom - top):
                sheet.rules.append(Rule(x0, x1, (top + bottom) / 2))
            elif is_stroke(x1 - x0, bottom - top) and len(sheet.strokes) < _STROKES:
                sheet.strokes.append(Rule(x0, x1, (top + bottom) / 2))


def _is_narrow_space(glyphs: list[Glyph], x0: float, base: float, size: float) -> bool:
    if not glyphs or abs(glyphs[-1].base - base) > 0.1 * size:
        return False
    return _DOUBTFUL_SPACE[0] <= (x0 - glyphs[-1].x1) / size <= _DOUBTFUL_SPACE[1]
