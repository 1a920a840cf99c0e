"""Instruments that the registry has not: named before an article, or given a short form ('Hereafter "Convention."').

Such a short form is that instrument's throughout the document: no other is meant by "Convention, Article 3(3)".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from argmine.resolve.instruments.nearness import Surroundings
from argmine.types import Document, Naming, Note, Reference, Span

NOUN = (
    r"(?:Treaty|Convention|Agreement|Charter|Statute|Protocol|Covenant|Constitution|Accords?|Act|Law|Declaration|Code)"
)
"""What an instrument is called, with a capital."""
_DEFINED = re.compile(
    r"\b[Hh]ere(?:in)?after[:,]?\s+(?:(?:simply|also)\s+)?(?:(?:referred\s+to|cited|called|known)(?:\s+as)?[:,]?\s+)?"
    rf"[“\"‘']{{0,2}}(?:[Tt]he\s+)?[“\"‘']{{0,2}}(?P<noun>{NOUN})(?=[”\"’'.,;:)\]])"
)
TITLE = re.compile(
    rf"\b(?:(?!The\b|This\b|That\b)[A-Z][\w’'-]+\s{NOUN}\b"
    rf"|{NOUN}\s(?:on|for|of|to|relating|concerning|regarding|between|establishing|against)\s)"
)
"""Words that look like the title of an instrument, known or not."""
_REACH = 400
"""Characters before a definition in which its instrument is named."""
# "the Montreal Convention … nothing in its article 1": an instrument is named nearer, though not one that we know
_NAMED = (
    r"\b(?!(?:The|This|That|These|Such|Its|Both|Each|Under|In|Of|And|United|Nations)\s)[A-Z][\w’'-]+\s"
    r"(?:(?:[A-Z][\w’'-]+|of|on|the|and)\s){0,4}?"
    r"(?:Convention|Treaty|Protocol|Covenant|Agreement|Accords|Constitution|Code)\b"
)
# "TRIPS Article 13", "It is in TRIPS. Article 13 …"; the article of a court or an organ is of its statute
_LETTERS = (
    r"\b(?<![A-Z] )(?!(?:ICJ|ICC|ILC|UNGA|UNSC|NATO|ICAO|ITU|USA|ICTY|ICTR|NOT|AND|THE|SEE|UNDER|WITH|THAT|BOTH)\b)"
    r"[A-Z]{4,9}(?:[’']s)?[,.]?\s[Aa]rt(?:icle|s?\.)"
)
# of a tribunal: the courts whose statutes the registry has are called otherwise
_STATUTE = r"\bStatute\sof\sthe\s(?:[A-Z][\w’'-]*\s){1,4}Tribunal\b|\bTribunal[’']s\sStatute\b"
_OVERLAP = 8
"""Characters of a reference that the form "TRIPS Article" reads too."""


def strange_nouns(document: Document, namings: Sequence[Naming]) -> frozenset[str]:
    """The nouns that the document defines as short for an instrument that is not among `namings`.

    A noun that it gives to one of these too is not strange.
    """
    strange: set[str] = set()
    known: set[str] = set()
    for match in _DEFINED.finditer(document.text):
        place = _place(document, match.start())
        (known if _is_named(document.text, place, namings) else strange).add(match["noun"])
    return frozenset(strange - known)


def _place(document: Document, start: int) -> Span:
    """What stands before a definition: in its note, or before the mark of a note that is nothing else."""
    note = _note_at(document.notes, start)
    if note is None:
        return Span(max(start - _REACH, 0), start)
    if note.anchor is not None and not document.text[note.span.start : start].strip(' ([“"'):
        return Span(max(note.anchor - _REACH, 0), note.anchor)
    return Span(max(note.span.start, start - _REACH), start)


def _note_at(notes: Sequence[Note], start: int) -> Note | None:
    return next((note for note in notes if note.span.start <= start < note.span.end), None)


def _is_named(text: str, place: Span, namings: Sequence[Naming]) -> bool:
    """Whether what is named last in a place is one of the registry's instruments."""
    last = max((naming.span.end for naming in namings if place.covers(naming.span)), default=-1)
    titles = [match.end() for match in TITLE.finditer(text, place.start, place.end)]
    return last >= 0 and not any(title > last for title in titles)


def foreign_names(strange: frozenset[str]) -> re.Pattern[str]:
    """Names of instruments of any kind, and the nouns that a document has defined for one that the registry has not."""
    nouns = "|".join(sorted(strange))
    own = [rf"\b(?:{nouns})\b(?!\s(?:on|for|of)\s)"] if nouns else []
    return re.compile("|".join((_NAMED, _LETTERS, _STATUTE, *own)))


def is_foreign(
    text: str,
    reference: Reference,
    namings: Sequence[Naming],
    surroundings: Surroundings,
    foreign: re.Pattern[str],
) -> bool:
    """Whether what is named last before a reference is not in the registry: in its sentence or the one before, and
    before an article in figures, which any treaty may have, in the few before too."""
    before = surroundings.before(reference.span)
    if not before:
        return False
    floor = before[-1 if reference.paths[0][0][0].isdigit() else min(1, len(before) - 1)].start
    last = bisect_left(namings, reference.span.start, key=lambda naming: naming.span.start) - 1
    start = max(floor, namings[last].span.end) if last >= 0 else floor
    end = reference.span.start
    return start < end and foreign.search(text, start, min(end + _OVERLAP, reference.span.end)) is not None
