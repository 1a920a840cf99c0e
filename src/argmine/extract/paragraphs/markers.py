"""Markers of notes in running text, and which note each belongs to.

A marker is certain where the source marks it as one, likely where it is a superscript, and possible where a number
stands in brackets or glued to a word ("mining.12 The"). What a possible one is, the running order of the notes decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmine.extract.chains import heaviest_chain
from argmine.extract.paragraphs.passages import CLOSE, OPEN, Paragraph, mark
from argmine.extract.words.numerals import LEVEL, SUPERSCRIPT

_RAISED_DIGITS = str.maketrans("0123456789-−", SUPERSCRIPT + "⁻⁻")
_NUMBERS = re.compile(r"\[?(\d{1,3}|\*{1,3}|†|‡)\]?[,;]?\s*")

_MARKED = re.compile(rf"{OPEN}([^{OPEN}{CLOSE}]{{1,12}}){CLOSE}")
_RAISED = re.compile(rf"[{SUPERSCRIPT}]{{1,3}}")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_GLUED = re.compile(
    r"(?P<before>[a-zà-ÿ]{3}|[^\W\d_][.,;:!?]|[)\]”’\"»][.,;:!?]?)(?P<number>\d{1,3})(?=[\s.,;:)\]”’\"»]|$)"
)
_SYMBOL = re.compile(r"(?<=[\w.,;:!?)\]”’\"»])(\*{1,3}|†|‡)(?=[\s.,;:)]|$)")

# "m²", "10⁶", "x³": a short word or a number, then a small power.
_POWER = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,2}|\d)$")
# A number glued to one of these is the number of something: "No.12", "Art.5".
_COUNTED = re.compile(
    r"(?:^|[^\w.])(?:arts?|nos?|pp?|paras?|vols?|secs?|sects?|chs?|cls?|eds?|figs?|revs?|adds?|corrs?|res|docs?|apps?|pts?|nn?|"
    r"fns?|ss?|regs?|col|dr|st|nr|art\w*|[^\W\d_])[.,:]$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|para\.?|paras\.?|and|to|see) $", re.IGNORECASE)

CERTAIN, BRACKETED, POSSIBLE = 4, 2, 1
_CHOICES = 64  # markers of one number looked at for one note
_TIE = 1e-7  # what the place of a marker weighs against its form


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at `start`..`end` of the text of paragraph `paragraph`; `weight` grows with certainty."""

    paragraph: int
    start: int
    end: int
    number: str
    weight: int


def find_markers(paragraphs: Sequence[Paragraph]) -> list[Marker]:
    """All that may be a note's marker, in reading order; furniture has none."""
    found: list[Marker] = []
    for index, paragraph in enumerate(paragraphs):
        if not paragraph.furniture:
            found += sorted(_markers_in(index, paragraph.text), key=lambda marker: marker.start)
    return found


def _markers_in(index: int, text: str) -> Iterable[Marker]:
    for match in _MARKED.finditer(text):
        yield Marker(index, match.start(), match.end(), match[1], CERTAIN)
    for match in _RAISED.finditer(text):
        weight = POSSIBLE if is_power(text, match.start(), match[0]) else CERTAIN
        yield Marker(index, match.start(), match.end(), match[0].translate(LEVEL), weight)
    for match in _BRACKETED.finditer(text):
        if not _AT.search(text, max(0, match.start() - 12), match.start()):
            yield Marker(index, match.start(), match.end(), match[1], BRACKETED)
    for match in _GLUED.finditer(text):
        if not _COUNTED.search(text[max(0, match.start() - 12) : match.start("number")]):
            yield Marker(index, match.start("number"), match.end(), match["number"], POSSIBLE)
    for match in _SYMBOL.finditer(text):
        yield Marker(index, match.start(), match.end(), match[1], BRACKETED)


def is_power(text: str, start: int, raised: str) -> bool:
    """Whether the superscript at `start` may be an exponent: "m²", "10⁶"."""
    before = text[max(0, start - 3) : start]
    return before.endswith("10") or (raised in ("²", "³") and bool(_POWER.search(before)))


def superscript(content: str, before: str) -> str:
    """What a superscript of a marked-up source is in running text: markers, an exponent ("m²"), or letters ("19th")."""
    content = content.strip()
    if re.fullmatch(r"[-−]?\d{1,3}", content):
        power = content.translate(_RAISED_DIGITS)
        if not content.isdigit() or is_power(before + power, len(before), power):
            return power
    return _NUMBERS.sub(lambda match: mark(match[1]), content) if _only_numbers(content) else content


def _only_numbers(content: str) -> bool:
    return bool(content) and not _NUMBERS.sub("", content)


def align(notes: Sequence[tuple[int, str]], markers: Sequence[Marker], end: int) -> dict[int, int]:
    """Which marker each note has: the heaviest set of pairs that keeps the order of both.

    `notes` are (paragraph, number) in reading order. A marker stands in a paragraph before its note and has its number;
    so numbers that start anew on each page or chapter stay with their own. Of equal choices a note in mid-text takes
    the nearest marker, one in the list from paragraph `end` on the first. Takes time in proportion to the pairs of
    equal number, times the logarithm of the markers.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, marker in enumerate(markers):
        places[marker.number].append(index)
    choices: list[list[tuple[int, float]]] = []
    for paragraph, number in notes:
        same = places.get(number, [])
        before = bisect_left(same, paragraph, key=lambda index: markers[index].paragraph)
        near = same[:before][:_CHOICES] if paragraph >= end else same[max(0, before - _CHOICES) : before]
        sense = -1 if paragraph >= end else 1
        choices.append([(index, markers[index].weight + sense * _TIE * index) for index in near])
    return heaviest_chain(choices)
