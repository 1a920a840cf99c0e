"""Places without the work that they are in: a section of a statute, a page of a report, a place in a journal."""

from __future__ import annotations

import re

from argmine.mine.citations.fields.parts import YEAR
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints, reach
from argmine.mine.citations.marks.series import Volume
from argmine.types import Citation, Description, Pointer, Span

_PRINTED = re.compile(rf"\([^()]*{YEAR}\)")
_YEAR_BEHIND = re.compile(rf",?\s\((?P<year>{YEAR})\)$")


def section_alone(words: str) -> Citation | None:
    """A section and nothing else goes on with the statute before it (Bluebook rule 12.10)."""
    if words[:1] != "§" or (length := reach(words)) < len(words.rstrip(" .")):
        return None
    return Citation(Span(0, 0), "legislation", pinpoints=find_pinpoints(words[:length]), pointer=Pointer("provision"))


def page_alone(words: str, volume: Volume) -> Citation | None:
    """A volume and a page inside a work cited before (Bluebook rule 10.9): "Lind, 602 U.S. at 904".

    `volume` is the first place in a series in the words.
    """
    if not volume.inside or _PRINTED.search(words, volume.span.end):
        return None
    name = words[: volume.span.start].strip(" ,*_") or None
    pins = bare_page(words[volume.span.start + words[volume.span.start : volume.span.end].rfind(" ") :])
    of = f"{volume.volume} {volume.series.abbreviation}"
    return Citation(Span(0, 0), "short", of, pinpoints=pins, pointer=Pointer("report", None, name))


def place_alone(words: str, volume: Volume) -> Citation | None:
    """Where something is printed in a journal, and nothing else: "3 J. Ice L. 99 (1975)"."""
    if volume.span.start > 0 or volume.series.kind != "journal":
        return None
    year = _YEAR_BEHIND.match(words, volume.span.end)
    if year is None:
        return None
    about = Description(
        container=volume.series.name, volume=volume.volume, year=int(year["year"]), pages=volume.page,
        identifiers=(volume.identifier,),
    )  # fmt: skip
    return Citation(Span(0, 0), "article-journal", volume.identifier, description=about)
