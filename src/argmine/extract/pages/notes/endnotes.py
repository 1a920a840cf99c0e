"""Endnotes: the notes under a heading of their own, at the end of a text, of a chapter or of a book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes.anchors import FoundNote, markers_of
from argmine.extract.pages.notes.numbering import Numbering
from argmine.extract.pages.notes.starts import note_start

_TITLE = re.compile(
    r"(?:[\dIVX]{1,4}\.?\s+)?(?:end\s?notes?|foot\s?notes?|notes?(?: and references)?|references(?: and notes)?|"
    r"anmerkungen|fußnoten|notes? de fin|notas(?: finales)?|note|примечания)\s?[:.]?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[.,;:”\"’')\]a-z])(\d{1,3})(?=[\s.,;:]|$)|\[(\d{1,3})\]")
_CALLED = 0.5  # of the numbers that the body calls, at least: else a bibliography, or numbered paragraphs
_MISSED = 2  # numbers that may be missing between two notes
_HEADINGS = 2  # lines between the title, or the last note of a chapter, and the next note
_SET_IN = 1.2  # ems from the first note's edge within which a note begins


@dataclass(frozen=True, slots=True)
class _Begun:
    number: str
    value: int
    length: int


def take_endnotes(
    columns: list[list[PrintedLine]], numbering: Numbering
) -> tuple[list[list[PrintedLine]], list[FoundNote]]:
    """The columns of the body without the endnotes, and these; their titles stay in the body."""
    lines = [line for column in columns for line in column]
    found: list[FoundNote] = []
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        if _TITLE.fullmatch(lines[at].text.strip()) and (area := _area(lines, at + 1, numbering)):
            notes, used = area
            if _are_called(notes, [line for index, line in enumerate(lines) if index not in used], numbering):
                found += notes
                taken |= used
                at = max(used)
        at += 1
    gone = {id(lines[index]) for index in taken}
    return [[line for line in column if id(line) not in gone] for column in columns], found


def _area(lines: Sequence[PrintedLine], start: int, numbering: Numbering) -> tuple[list[FoundNote], set[int]] | None:
    """The notes from `start` on, and the indexes of their lines."""
    ahead = range(start, min(start + _HEADINGS + 1, len(lines)))
    first = next((at for at in ahead if _begun(lines[at], 1, numbering)), None)
    if first is None:
        return None
    model = lines[first]
    notes: list[FoundNote] = []
    used: set[int] = set()
    last, at = 0, first
    while at < len(lines):
        line = lines[at]
        begun = _begun(line, last + 1, numbering) if _stands_like(line, model) else None
        if begun:
            last = begun.value
            notes.append(FoundNote(begun.number, [line.after(begun.length)], ending=True))
        elif _goes_on(lines[at - 1], line, model):
            notes[-1].lines.append(line)
        elif (again := _restart(lines, at, model, numbering)) is not None:
            last, at = 0, again
            continue
        else:
            break
        used.add(at)
        at += 1
    return notes, used


def _begun(line: PrintedLine, due: int, numbering: Numbering) -> _Begun | None:
    start = note_start(line, numbering)
    value = numbering.value(start.number) if start else None
    if start is None or value is None:
        return None
    missed = _MISSED if due > 1 and (start.sure or numbering.is_decimal) else 0
    return _Begun(start.number, value, start.length) if due <= value <= due + missed else None


def _stands_like(line: PrintedLine, model: PrintedLine) -> bool:
    """Whether a line begins where the first note began; numbers may be set flush right ("9.", "10.")."""
    near = _SET_IN * line.size
    return abs(line.x0 - model.x0) <= near or abs((line.x0 - line.left) - (model.x0 - model.left)) <= near


def _goes_on(last: PrintedLine, line: PrintedLine, model: PrintedLine) -> bool:
    """Whether a line without a number belongs to the note above: its type, no white, not set as a heading."""
    if abs(line.size - model.size) > 0.08 * model.size or (line.bold > 0.8 and model.bold < 0.5):
        return False
    if line.column != last.column:
        return not _TITLE.fullmatch(line.text)
    return 0 < line.base - last.base <= 1.75 * line.size


def _restart(lines: Sequence[PrintedLine], at: int, model: PrintedLine, numbering: Numbering) -> int | None:
    """The index of note 1 of the next chapter, when a chapter's heading stands at `at`."""
    ahead = range(at + 1, min(at + 1 + _HEADINGS, len(lines)))
    return next(
        (index for index in ahead if _begun(lines[index], 1, numbering) and _stands_like(lines[index], model)), None
    )


def _are_called(notes: list[FoundNote], body: list[PrintedLine], numbering: Numbering) -> bool:
    called = {marker.number for marker in markers_of(body, numbering)}
    called |= {match[1] or match[2] for line in body for match in _GLUED.finditer(line.text)}
    return sum(note.number in called for note in notes) >= _CALLED * len(notes)
