"""Markers that text recognition misread: letters, quotation marks or strokes where the number of a note was printed.

The notes at the foot of a page tell how many markers stand on it, and in which order. Where the markers already tied
leave as many signs between them as notes, these belong together, whatever the signs look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes.anchors import COUNTED, FoundNote, Marker
from argmine.extract.pages.notes.numbering import SYMBOLS

_DIGITS = str.maketrans("lIi!|JOoQSsZzBbgq", "11111100055228699")
_STOP = r"(?:(?<=[^\W\d_]{2}[.,;:!?”\")\]])|(?<=\d{4}[.,;])|(?<=[.,;:!?”\"’')\]]{2}))"
_LIKE = r"[\dlIiOoQSsZzBbgqJ|!]"
_NUMBER = rf"{_LIKE}{{0,2}}\d{_LIKE}{{0,2}}"
_SIGN = re.compile(
    rf"{_STOP}(?:\s?{_NUMBER}|[lIiOoQSZzB|!]{{1,3}}|\s(?:l[lIOoSs]|I[IOS]|lI))(?=[\s.,;:)]|$)(?!\s\()"
    r"|(?<=[a-z]{2}['’])\d{1,3}(?=[\s.,;:)]|$)|(?<=[a-z]{3})(?:\d[\dlIOoS]{0,2}|[lI]\d{1,2})(?=[\s.,;:)]|$)"
)
_RAISED = re.compile(rf"\s?(?:{_LIKE}|[^\w\s]){{1,4}}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ORDINAL = re.compile(r"s|st|is?", re.IGNORECASE)
_MARK = re.compile(r"[\"“”]|['‘’]")
_OPENING = " ([—-"  # what may stand before an opening quotation mark
_CLOSED = ".,;:!?\"”’')]"
_SET_IN = 0.8  # ems: a paragraph begins


class _Sign(NamedTuple):
    """What may be a marker: its place, what it reads, and whether it looks like a number."""

    line: int
    start: int
    end: int
    reads: str
    sure: bool

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.start


def tie_misread(notes: Sequence[FoundNote], lines: list[PrintedLine]) -> None:
    """Tie the notes that are left, page by page, where as many signs as notes stand between markers that are known."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    signs = {page: list(_signs_of(lines, indexes)) for page, indexes in pages.items()}
    footnotes = [note for note in notes if not note.ending and (not note.number or note.number not in SYMBOLS)]
    for left in _gaps(footnotes):
        page = footnotes[left[0]].page
        low, high = _bounds(footnotes, left, len(lines))
        between = [sign for sign in signs.get(page, ()) if low < sign.place < high]
        for pool in ([sign for sign in between if sign.sure], between):
            if len(pool) == len(left):
                for at, sign in zip(left, pool, strict=True):
                    _tie(footnotes, at, sign, page)
                break


def _gaps(notes: Sequence[FoundNote]) -> Iterator[list[int]]:
    """The indexes of notes without a marker that follow each other on a page."""
    gap: list[int] = []
    for at, note in enumerate(notes):
        if gap and (note.anchor is not None or note.page != notes[gap[0]].page):
            yield gap
            gap = []
        if note.anchor is None:
            gap.append(at)
    if gap:
        yield gap


def _bounds(notes: Sequence[FoundNote], gap: list[int], end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places of the markers that are known before and behind a gap."""
    before = next((note.anchor for note in reversed(notes[: gap[0]]) if note.anchor), None)
    behind = next((note.anchor for note in notes[gap[-1] + 1 :] if note.anchor), None)
    return (before.line, before.end) if before else (-1, 0), (behind.line, behind.start) if behind else (end, 0)


def _tie(notes: Sequence[FoundNote], at: int, sign: _Sign, page: int) -> None:
    note = notes[at]
    note.anchor = Marker(note.number or sign.reads, sign.line, page, sign.start, sign.end)
    if not note.number and sign.reads.isdecimal():
        low = next((int(other.number) for other in reversed(notes[:at]) if other.number.isdecimal()), 0)
        high = next((int(other.number) for other in notes[at + 1 :] if other.number.isdecimal()), 10_000)
        if low < int(sign.reads) < high:
            note.number = str(int(sign.reads))


def _signs_of(lines: list[PrintedLine], indexes: list[int]) -> list[_Sign]:
    found = [sign for index in indexes for sign in _numbers(lines[index], index)]
    taken = {(sign.line, at) for sign in found for at in range(sign.start, sign.end)}
    found += [sign for sign in _stray_marks(lines, indexes) if (sign.line, sign.start) not in taken]
    return sorted(found)


def _numbers(line: PrintedLine, index: int) -> Iterator[_Sign]:
    """Raised signs, and what looks like a number behind a stop or a word."""
    for start, end in line.raised:
        text = line.text[start:end]
        if _RAISED.fullmatch(text) and not _ORDINAL.fullmatch(text.strip()):
            yield _Sign(index, start, end, _read(text), True)
    covered = {at for start, end in line.raised for at in range(start, end)}
    for match in _SIGN.finditer(line.text):
        start, end = match.span()
        if COUNTED.search(line.text[:start]):
            continue
        if covered.isdisjoint(range(start, end)) and not _YEAR.fullmatch(match[0].strip()):
            yield _Sign(index, start, end, _read(match[0]), True)


def _read(sign: str) -> str:
    digits = sign.strip(" .,").translate(_DIGITS)
    return digits if digits.isdecimal() else ""


def _stray_marks(lines: list[PrintedLine], indexes: list[int]) -> Iterator[_Sign]:
    """Quotation marks behind a stop that close nothing."""
    is_open = {True: False, False: False}  # double, single
    for at, index in enumerate(indexes):
        line = lines[index]
        if at == 0 or (line.indent > _SET_IN * line.size and lines[indexes[at - 1]].text[-1:] in _CLOSED):
            is_open = {True: False, False: False}
        for match in _MARK.finditer(line.text):
            double, start = match[0] in '"“”', match.start()
            ahead, behind = line.text[max(0, start - 1) : start], line.text[start + 1 : start + 2]
            if ahead.strip(_OPENING) == "" and behind.strip():
                is_open[double] = True
            elif is_open[double] and ahead.strip() and (double or not behind.isalpha()):
                is_open[double] = False
            elif ahead and ahead in _CLOSED and (not behind or behind in " '\""):
                yield _Sign(index, start, start + 1, "", False)
