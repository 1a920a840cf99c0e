"""Junctions: where a connective joins two clauses of one sentence, and which way its relation runs.

    "[because P], C", "C, because P"     P supports C
    "[although A], B", "A, but B"        B is held though A is granted
    "A; however, B", "P; therefore, C"   as between sentences

Both sides must be whole propositions; the rules of the table tell a connective from its other uses ("since 1967").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from argmine.knowledge.structure import Marker, markers
from argmine.mine.claims.clauses import fragments, hidden, is_proposition, joining, semicolon_clauses, trimmed
from argmine.types import RelationKind, Span

_BEFORE = 160  # characters before a marker that its rules look at
_BETWEEN = re.compile(r"[\s,:–—]*")
_DANGLING = re.compile(r"(?:[ ,;:–—]|\b(?:and|or|but)\b)+\Z")
_COMPLEMENT = re.compile(r"\bthat\b", re.IGNORECASE)
_OF_MAIN = re.compile(
    r"(?:and|or|nor|but|which|who|whom|whose|including|such as|as well as|namely|for example)\b", re.I
)
_ADVERBIAL = re.compile(
    r"(?:in|on|under|for|as|by|at|with|from|of|to|according|nevertheless|nonetheless|however|thus|therefore|then|still|"
    r"it|yet|today|here|there|within|without|after|before|through|since|despite|\w+ly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Junction:
    """Two clauses and the words between them that relate the one to the other."""

    kind: RelationKind
    source: Span
    target: Span
    marker: Span


def find_junctions(text: str, sentence: Span) -> tuple[Junction, ...]:
    """The junctions between the clauses of a sentence, or, where there are none, the first within it."""
    parts = semicolon_clauses(text, sentence)
    if joined := tuple(_neighbours(text, parts)):
        return joined
    inside = (found for part in parts or (sentence,) for found in _inside(text, part))
    return tuple(found for found in [next(inside, None)] if found)


def opening(text: str, span: Span) -> tuple[Marker, Span] | None:
    """The connective at the beginning of a sentence or clause, or within it, that points to what stands before."""
    masked = hidden(text, span)
    start = joining(masked) if masked[:1] in ",;:–—- " else 0
    for marker in markers("opening"):
        match = marker.words.match(masked, start)
        if match and not marker.not_behind.match(masked[match.end() :].lstrip()):
            return marker, _shifted(match.span(), span)
    return _inner(masked, span)


def _inner(masked: str, span: Span) -> tuple[Marker, Span] | None:
    """ "B, however, is free", "it must therefore be read": in the main clause, before any other."""
    for marker in markers("inner"):
        match = marker.words.search(masked)
        if match is None or ";" in masked[: match.start()] or not _may_stand(masked, match, marker):
            continue
        if marker.relation == "support" and _grounded(masked[: match.start()]):
            continue
        between_commas = masked[: match.start()].rstrip().endswith(",") and masked[match.end() :].startswith(",")
        if marker.relation == "support" or between_commas:
            return marker, _shifted(match.span(), span)
    return None


def _grounded(before: str) -> bool:
    """Whether the ground stands in the same sentence, before "thus": a clause of its own, or one that "that" opens."""
    return is_proposition(before) or _COMPLEMENT.search(before) is not None


def _neighbours(text: str, parts: tuple[Span, ...]) -> Iterator[Junction]:
    for before, part in pairwise(parts):
        found = opening(text, part)
        if found and _proposes(text, before) and _proposes(text, Span(found[1].end, part.end), lenient=True):
            marker, place = found
            here = Span(_behind(text, place), part.end) if place.start == part.start else part
            yield _junction(marker, here, before, place)


def _inside(text: str, part: Span) -> Iterator[Junction]:
    masked = hidden(text, part)
    for marker in (*markers("subordinate"), *markers("coordinate")):
        for match in marker.words.finditer(masked):
            if not _may_stand(masked, match, marker):
                continue
            sides = (_coordinated if marker.place == "coordinate" else _subordinated)(masked, match)
            if sides and all(is_proposition(masked[side.start : side.end]) for side in sides):
                here, there = (trimmed(masked, _without_ends(masked, side), part.start) for side in sides)
                yield _junction(marker, here, there, _shifted(match.span(), part))


def _junction(marker: Marker, here: Span, there: Span, place: Span) -> Junction:
    source, target = (here, there) if marker.here else (there, here)
    return Junction(marker.relation, source, target, place)


def _may_stand(masked: str, match: re.Match[str], marker: Marker) -> bool:
    before = masked[max(match.start() - _BEFORE, 0) : match.start()].rstrip()
    if marker.not_before.search(before) or marker.not_behind.match(masked[match.end() :].lstrip(" ,")):
        return False
    return not marker.comma or not before or before.endswith((",", "–", "—", "("))


def _coordinated(masked: str, match: re.Match[str]) -> tuple[Span, Span] | None:
    """(behind, before) the marker, which needs a comma or the like before it."""
    before = masked[: match.start()].rstrip()
    if not before.endswith((",", "–", "—")):
        return None
    return Span(match.end(), len(masked)), Span(0, len(before))


def _subordinated(masked: str, match: re.Match[str]) -> tuple[Span, Span] | None:
    """(subordinate, main) clause: the main one behind a comma where the marker opens the sentence, else before it."""
    if masked[: match.start()].strip(" ,"):
        return Span(match.end(), len(masked)), Span(0, match.start())
    for comma in fragments(masked):
        if comma > match.end() and _begins_main(masked, comma + 1) and is_proposition(masked[match.end() : comma]):
            return Span(match.end(), comma), Span(comma + 1, len(masked))
    return None


def _begins_main(masked: str, start: int) -> bool:
    """Whether the main clause may begin here: a subject and its verb before the next comma, or an adverbial first."""
    rest = masked[start:].lstrip()
    if _OF_MAIN.match(rest):
        return False
    first = rest.split(",", 1)[0]
    return is_proposition(first) or (_ADVERBIAL.match(first) is not None and is_proposition(rest))


def _proposes(text: str, span: Span, *, lenient: bool = False) -> bool:
    masked = hidden(text, span)
    return is_proposition(masked) or (lenient and is_proposition("it " + masked))


def _behind(text: str, place: Span) -> int:
    match = _BETWEEN.match(text, place.end)
    return match.end() if match else place.end


def _without_ends(masked: str, side: Span) -> Span:
    words = masked[side.start : side.end]
    left = len(words) - len(words.lstrip(" ,;:–—"))
    right = len(_DANGLING.sub("", words))
    return Span(side.start + left, side.start + max(right, left))


def _shifted(place: tuple[int, int], span: Span) -> Span:
    return Span(span.start + place[0], span.start + place[1])
