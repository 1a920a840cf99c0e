"""Markers: the places in the body from which notes are called, each tied to its note."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmine.extract.chains import heaviest_chain
from argmine.extract.pages.lines.printed import PrintedLine
from argmine.extract.pages.notes.numbering import Numbering
from argmine.extract.words.numerals import LEVEL

_BODY_SYMBOL = re.compile(r"[*†‡]{1,4}|‖{1,2}|[§¶](?!\s?\d)")
_CLOSING = ".,;:!?”\"’')]»"
_CLOSED = r"[.,;:”\"’')\]]"
_SAME_PAGE, _PAGE_BEFORE, _EARLIER, _PAGE_AFTER, _AFTER_STOP = (
    10,
    6,
    3,
    2,
    1,
)  # what speaks for a pair of note and marker

# What text recognition makes of a digit: the letters and signs of about its shape.
CONFUSED = dict(zip("0123456789", ("0oOQ", "1lIi!|tJj'", "2zZ", "3", "4", "5sS", "6b", "7?", "8B", "9gq"), strict=True))
_QUOTED_LINES = 8
# "Article 11, par. 5": the number of what was cut short.
COUNTED = re.compile(r"\b(?:[Aa]rts?|[Pp]aras?|[Pp]ars?|Nos?|[Vv]ols?|[Ss]ecs?|[Cc]hs?|[Pp]p|[Ff]igs?|[Cc]ls?)\.\s?$")
_SHORTEST_PAIR = 3  # digits of two markers that stand side by side: "12" is rather one


class Marker(NamedTuple):
    """A note marker, or what may be one: `number` at `start:end` of the text of line `line` of the body."""

    number: str
    line: int
    page: int
    start: int
    end: int


@dataclass(slots=True)
class FoundNote:
    """A note as printed: its number and its lines, the first without the number.

    `ending` is whether it stands at the end of a text and not at the foot of its page.
    """

    number: str
    lines: list[PrintedLine]
    anchor: Marker | None = None
    ending: bool = False

    @property
    def page(self) -> int:
        """Where the note begins."""
        return self.lines[0].page


def markers_of(lines: Iterable[PrintedLine], numbering: Numbering, *, ahead: bool = False) -> Iterator[Marker]:
    """What may be a note marker in lines of the body, in order: raised numbers and symbols.

    With `ahead`, also those that stand at the head of a line: where all lines are the body's, and none is a note's.
    """
    above = ""
    for index, line in enumerate(lines):
        spans = [(start, end) for start, end in line.raised if start > 0 or ahead]
        spans = [(start, end) for start, end in spans if not COUNTED.search(line.text[:start] or above)]
        above = line.text
        for start, end in spans:
            for number, first, last in _signs(line.text, start, end, numbering):
                if cut := _cut(number):
                    yield Marker(number[:cut], index, line.page, first, first + cut)
                    yield Marker(number[cut:], index, line.page, first + cut, last)
                else:
                    yield Marker(number, index, line.page, first, last)
        for match in _BODY_SYMBOL.finditer(line.text):
            if match.start() > 0 and not any(start <= match.start() < end for start, end in spans):
                yield Marker(match[0], index, line.page, match.start(), match.end())


def _signs(text: str, start: int, end: int, numbering: Numbering) -> Iterator[tuple[str, int, int]]:
    """The numbers of a raised stretch, each with its part of it: of "14, 15" the first has the comma, too."""
    found = list(numbering.marker.finditer(text[start:end].translate(LEVEL)))
    edges = [start, *(start + match.start() for match in found[1:]), end]
    for match, (first, last) in zip(found, itertools.pairwise(edges), strict=False):  # none: a sign of another kind
        yield match[0], first, last


def _cut(digits: str) -> int:
    """Where "1415", the markers of two notes at one place, falls into two; 0 for one number."""
    at = len(digits) // 2
    follows = len(digits) >= _SHORTEST_PAIR and digits[:at].isdecimal() and digits[at:].isdecimal()
    return at if follows and digits[at] != "0" and int(digits[:at]) + 1 == int(digits[at:]) else 0


def tie(notes: list[FoundNote], lines: list[PrintedLine], numbering: Numbering, *, recognised: bool = False) -> None:
    """Give each note the marker that calls it: the same number, and all of them in the same order.

    Args:
        notes: in their order; their anchors are set.
        lines: the body, without the notes.
        numbering: how the notes are counted.
        recognised: whether the text was read from pictures, so that digits may look like letters.
    """
    free: dict[str, list[Marker]] = {}
    for marker in markers_of(lines, numbering, ahead=True):
        free.setdefault(marker.number, []).append(marker)
    counted = [note for note in notes if numbering.value(note.number) is not None]
    _tie_symbols([note for note in notes if numbering.value(note.number) is None], free)
    for ending in (False, True):
        _tie_in_order([note for note in counted if note.ending == ending], free, lines)
    if numbering.is_decimal:
        _tie_level(counted, lines, recognised)
    _tie_strays(counted, [marker for markers in free.values() for marker in markers], lines, numbering)


def _tie_symbols(notes: list[FoundNote], free: dict[str, list[Marker]]) -> None:
    """A symbol calls the note on its own page."""
    for note in notes:
        markers = free.get(note.number, [])
        note.anchor = next((marker for marker in markers if marker.page == note.page), None)
        if note.anchor is not None:
            markers.remove(note.anchor)


def _tie_in_order(notes: list[FoundNote], free: dict[str, list[Marker]], lines: list[PrintedLine]) -> None:
    """Of all ways to tie notes to markers without crossing, the one that ties most."""
    choices = [
        [
            marker
            for marker in reversed(free.get(note.number, []))
            if marker.page <= note.page + (not note.ending)  # a line may move to the next page and leave its note
        ]
        for note in notes
    ]
    places = sorted({marker[1:] for markers in choices for marker in markers})
    rank = {place: at for at, place in enumerate(places)}
    weighed = (
        [(rank[marker[1:]], _weight(note, marker, lines)) for marker in markers]
        for note, markers in zip(notes, choices, strict=True)
    )
    for at, place in heaviest_chain(weighed).items():
        notes[at].anchor = anchor = Marker(notes[at].number, *places[place])
        free[anchor.number].remove(anchor)


def _weight(note: FoundNote, marker: Marker, lines: list[PrintedLine]) -> int:
    before = lines[marker.line].text[: marker.start].rstrip()[-1:]
    away = 0 if note.ending else note.page - marker.page
    nearness = {0: _SAME_PAGE, 1: _PAGE_BEFORE, -1: _PAGE_AFTER}.get(away, _EARLIER)
    return nearness + _AFTER_STOP * (before in _CLOSING)


def _tie_level(notes: list[FoundNote], lines: list[PrintedLine], recognised: bool) -> None:
    """Tie what is left to numbers that stand level behind a word (text recognition lowers them), if only one does."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    for at, note in enumerate(notes):
        if note.anchor is not None:
            continue
        after = next((other.anchor for other in reversed(notes[:at]) if other.anchor), None)
        before = next((other.anchor for other in notes[at + 1 :] if other.anchor), None)
        near = (index for number in _pages_of(note, after, before) for index in pages.get(number, ()))
        found = [
            marker
            for marker in _level_markers(note.number, lines, near, recognised)
            if (after is None or marker[1:] > after[1:]) and (before is None or marker[1:] < before[1:])
        ]
        if len(found) == 1:
            note.anchor = found[0]


def _tie_strays(notes: list[FoundNote], strays: list[Marker], lines: list[PrintedLine], numbering: Numbering) -> None:
    """Tie a note to the one raised number left between its neighbours' markers on its page, though it is another.

    Word processors count notes anew on the next page and leave the number of a marker that moved there.
    """
    strays = [one for one in strays if numbering.value(one.number) is not None and not is_exponent(one, lines)]
    for before, note, after in zip([None, *notes], notes, [*notes[1:], None], strict=False):
        if note.anchor is not None or note.ending:
            continue
        low = before.anchor[1:] if before and before.anchor else (-1,)
        high = after.anchor[1:] if after and after.anchor else (len(lines),)
        near = [marker for marker in strays if marker.page == note.page and low < marker[1:] < high]
        if len(near) == 1 and (before is None or before.anchor) and (after is None or after.anchor):
            note.anchor = near[0]
            strays.remove(near[0])


def is_exponent(marker: Marker, lines: list[PrintedLine]) -> bool:
    """Whether a raised number stands on a unit ("km2") or a number ("103")."""
    word = lines[marker.line].text[: marker.start].rstrip().rsplit(" ", maxsplit=1)[-1]
    return 0 < len(word) <= 2 or word[-1:].isdigit()


def _pages_of(note: FoundNote, after: Marker | None, before: Marker | None) -> Iterable[int]:
    if not note.ending:
        return (note.page,)
    return range(after.page if after else 1, (before.page if before else note.page) + 1)


def _level_markers(number: str, lines: list[PrintedLine], near: Iterable[int], recognised: bool) -> Iterator[Marker]:
    pattern = re.compile(_recognised(number) if recognised else _level(number))
    for index in near:
        for match in pattern.finditer(lines[index].text):
            if match[0] == "'" and _is_quoted(lines, index):
                continue
            if COUNTED.search(lines[index].text[: match.start()]):
                continue
            yield Marker(number, index, lines[index].page, *match.span())


def _is_quoted(lines: list[PrintedLine], index: int) -> bool:
    """Whether a single quotation mark may close what another has opened a few lines before."""
    above = " ".join(["", *(line.text for line in lines[max(0, index - _QUOTED_LINES) : index + 1])])
    return " '" in above or "('" in above


def _level(number: str) -> str:
    closed = rf"(?:(?<=[^\W\d]{_CLOSED})|(?<=\w{_CLOSED}{{2}}))"
    return rf"{closed}{number}(?=\s|$)|(?<=[^\W\d]{{2}}){number}(?=[\s.,;:]|$)|\s?\[{number}\]"


def _recognised(number: str) -> str:
    """As `_level`; besides, digits behind a stop and a space, and what only looks like the number glued to a stop."""
    digits = r"\s?".join(number)
    like = "".join(f"[{re.escape(CONFUSED[digit])}]" for digit in number)
    stop = r"(?:(?<=[^\W\d][.,;:”\"’')\]])|(?<=[.,;:”\"’')\]]{2})|(?<=\d{4}[.,;]))"
    return rf"{_level(number)}|{stop}\s?{digits}(?=\s|$)|{stop}{like}(?=\s|$)"
