"""Citations in running text: symbols, places in a series, DOIs, addresses, and what the same brackets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from argmine.mine.citations.fields.parts import DOI, URL
from argmine.mine.citations.forms.readings import read_citation
from argmine.mine.citations.marks.series import find_volumes
from argmine.mine.citations.marks.symbols import find_symbols
from argmine.types import Citation, Description, Span

_SERIES_KINDS = {
    "treaty": "treaty",
    "case": "legal_case",
    "legislation": "legislation",
    "document": "report",
    "journal": "article-journal",
}
_OUTER = re.compile(r"\((?:[^()]|\([^()]{0,200}\)){4,400}\)|\[[^\[\]]{4,400}\]")
_MOST = 20_000
"""References of one kind that are read in a paragraph: what holds more is no text, and ends in time."""
_AROUND = 400  # characters on each side in which brackets around a mark are looked for


def in_running_text(text: str, within: Span) -> Iterator[Citation]:
    """Forms that are a citation wherever they stand, with what the same brackets hold of them."""
    end = within.start
    for bare in sorted(_bare(text, within), key=lambda citation: (citation.span.start, citation.span.end)):
        if bare.span.start < end:
            continue
        around = _around(text, within, bare.span)
        read = read_citation(around.of(text)) if around != bare.span and around.start >= end else None
        citation = replace(read, span=around) if read is not None else bare
        yield citation
        end = citation.span.end


def _bare(text: str, within: Span) -> Iterator[Citation]:
    """Symbols, places in a series, addresses and DOIs, by themselves."""
    for span, symbol in islice(find_symbols(text, within), _MOST):
        yield _handle(span, "report", symbol)
    for volume in islice(find_volumes(text, within), _MOST):
        if not volume.series.is_word:
            identifier = volume.identifier
            about = Description(
                container=volume.series.abbreviation,
                volume=volume.volume,
                year=volume.year,
                pages=volume.page,
                identifiers=(identifier,),
            )
            yield Citation(volume.span, _SERIES_KINDS[volume.series.kind], identifier, None, about)
    for pattern, kind, prefix in ((URL, "webpage", ""), (DOI, "article", "doi:")):
        for match in islice(pattern.finditer(text, within), _MOST):
            words = match.group().strip("<>").rstrip(".,;:")
            start = match.start() + (match.group()[0] == "<")
            yield _handle(Span(start, start + len(words)), kind, prefix + words)


def _handle(span: Span, kind: str, identifier: str) -> Citation:
    return Citation(span, kind, identifier, None, Description(identifiers=(identifier,)))


def _around(text: str, within: Span, mark: Span) -> Span:
    """What the brackets around a mark hold, where it begins like a citation; else the mark."""
    first = max(within.start, mark.start - _AROUND)
    if text.rfind("(", first, mark.start) < 0 and text.rfind("[", first, mark.start) < 0:
        return mark
    for bracket in _OUTER.finditer(text, first, min(within.end, mark.end + _AROUND)):
        if bracket.start() >= mark.start:
            break
        if bracket.end() >= mark.end and text[bracket.start() + 1].isupper() and ";" not in bracket.group():
            return Span(bracket.start() + 1, bracket.end() - 1)
    return mark
