"""Citations: references to authorities in notes and in running text, each with its fields.

A note is cut into segments (`segments`); in each, pointers back (`pointers`) are read first, then the form of the rest,
the most certain first: legislation, cases, what has its title in quotation marks, articles, documents by symbol,
chapters, treaties, books. In the body only forms that cannot be anything else count: symbols, resolutions, places in a
series, DOIs and addresses, with the words in the same brackets. Kinds are CSL 1.0.2 types, and "short" for pointers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from argmine.mine.citations.back.mentions import once_each
from argmine.mine.citations.back.own_names import OwnNames
from argmine.mine.citations.cutting.segments import Segment, find_segments
from argmine.mine.citations.in_text import in_running_text
from argmine.mine.citations.marks.series import find_volumes
from argmine.mine.citations.noted import IDEM, Noted
from argmine.types import Citation, Document, Note, Span

# "the rules of 2019 (hereinafter “Ice Rules”)", its note behind
_NAMED = re.compile(
    r"\((?:hereinafter|hereafter|henceforth|the|or|in short)?[:,]?\s?(?:the\s)?[“\"‘](?P<name>[A-ZÀ-Þ][\w’&/ -]{2,60})"
    r"[”\"’]\)[.,;:]?\s?$"
)
_CALLED = re.compile(r"\s?[\[(]herein?after\s[“\"]?(?P<name>[^\])”\"]{2,80})[”\"]?[\])]$")
_LONGEST_NAME = 100  # characters before a marker in which such a name stands
_LONGEST_NOTE = 100_000
"""Characters of a note that are read: a longer one is no note, and what is made to be slow ends in time."""
_BESIDE = 30  # characters that may stand beside the places of a parallel citation: a year, a command paper


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Citations in the body, then note by note, in the order of the text."""
    body = [each for block in document.blocks for each in in_running_text(document.text, block.span)]
    return (*body, *_in_notes(document))


def _in_notes(document: Document) -> Iterator[Citation]:
    own = OwnNames()
    for note in document.notes:
        here = _called_in_body(document.text, note, tuple(once_each(_in_note(document.text, note, own))))
        for citation in here:
            if citation.pointer is None:
                own.learn(citation)
        yield from here


def _called_in_body(text: str, note: Note, here: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The one authority of a note with the name that stands in brackets right before its marker."""
    full = [place for place, each in enumerate(here) if each.pointer is None]
    if note.anchor is None or len(full) != 1 or here[full[0]].defined is not None:
        return here
    name = _NAMED.search(text, max(note.anchor - _LONGEST_NAME, 0), note.anchor)
    if name is None:
        return here
    return tuple(replace(each, defined=name["name"]) if place == full[0] else each for place, each in enumerate(here))


def _in_note(text: str, note: Note, own: OwnNames) -> Iterator[Citation]:
    before: Citation | None = None
    read = Span(note.span.start, min(note.span.end, note.span.start + _LONGEST_NOTE))
    noted = Noted.of(text, replace(note, span=read), own)
    for segment in find_segments(text, read, noted.volumes):
        if before is not None and (more := _parallel(text, before, segment)) is not None:
            before = more
            continue
        for citation in noted.in_segment(segment):
            if before is not None:
                yield before
            before = _in_same_volume(citation, before)
    if before is not None:
        yield before


def _in_same_volume(citation: Citation, before: Citation | None) -> Citation:
    """ "26 id. at 139 (1983)" is in the journal of the article before, "Lind, Snow, id. at 17" in its volume."""
    about = citation.description
    if about.authors == (IDEM,):
        return replace(citation, description=replace(about, authors=before.description.authors if before else ()))
    if citation.kind != "short" and citation.pointer is not None and citation.pointer.form == "preceding":
        return _in_volume_of(before, replace(citation, pointer=None))
    if citation.kind != "article-journal" or about.container:
        return citation
    if before is None or before.kind != citation.kind:
        return citation
    return replace(citation, description=replace(about, container=before.description.container))


def _in_volume_of(before: Citation | None, citation: Citation) -> Citation:
    """A work in the journal's volume or the book of the one before; the page is where it begins."""
    about, page = citation.description, next((pin.value for pin in citation.pinpoints if pin.unit == "page"), None)
    if before is None or before.kind not in ("article-journal", "chapter"):
        return citation
    holder = before.description.container or about.container
    within = replace(
        before.description, authors=about.authors, title=about.title, container=holder, pages=page, identifiers=()
    )
    return replace(citation, kind=before.kind, description=within, pinpoints=())


def _parallel(text: str, before: Citation, segment: Segment) -> Citation | None:
    """The treaty before with the further places where it is printed: "961 UNTS 187; UKTS No. 16; 24 UST 2389"."""
    is_document = before.kind == "report" and "/" in (before.identifier or "")
    if not (before.kind == "treaty" or is_document) or segment.signal:
        return None
    words = segment.span.of(text).rstrip(" .")
    called = _CALLED.search(words)
    places = words[: called.start()] if called else words
    kinds = ("treaty", "legislation") if before.kind == "treaty" and not before.identifier else ("treaty",)
    volumes = [each for each in find_volumes(places, Span(0, len(places))) if each.series.kind in kinds]
    if not volumes or volumes[0].inside or volumes[0].span.start > 0:
        return None
    if len(places) - sum(each.span.end - each.span.start for each in volumes) > _BESIDE:
        return None
    identifiers = (*before.description.identifiers, *(each.identifier for each in volumes))
    about = replace(before.description, identifiers=tuple(dict.fromkeys(identifiers)))
    return replace(
        before, span=Span(before.span.start, segment.span.start + len(words)), description=about,
        identifier=before.identifier or identifiers[0], defined=before.defined or (called["name"] if called else None),
    )  # fmt: skip
