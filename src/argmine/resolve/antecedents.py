"""What "Article VI", "the Treaty", "that article" point back to.

The antecedent is sought backwards: in the sentence, in the few sentences before it, at last in the whole document so
far. It is taken when exactly one candidate fits (an instrument that has the article, writes it in these numerals, goes
by this short name); two candidates mean unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from argmine.knowledge import Instrument, instruments
from argmine.resolve.provisions import has_owner_elsewhere, mentions_of
from argmine.types import Mention, Naming, Provision, Reference, Sentence, Span, Unresolved

_REACH = 4
"""How many sentences before its own an antecedent may stand."""
_SHORT_OWNER = re.compile(r"\s+(?:of|in|under|to)\s+((?:the|that|this)\s+[A-Z]?[a-z]+)\b")
_SHORT = re.compile(
    r"\b[Tt]h(?:e|is|at)\s+(?:Treaty|Convention|Agreement|Accords|Charter|Statute|Protocol|Covenant|Constitution|Declaration|Principles)\b"
    r"(?!\s+(?:on|for|relating|against|concerning|of|regarding|between|governing)\b)"
)
_SAME = re.compile(
    r"\b(?:[Tt]h(?:is|at|ese|e same|e said|e latter)|[Ss]uch(?: an?)?)\s+"
    r"(?:articles?|provisions?|paragraphs?|clauses?|principles?|norms?|rules?|sections?)\b"
)


def resolve_orphans(
    text: str, orphans: Sequence[Reference], namings: Sequence[Naming], sentences: Sequence[Sentence]
) -> Iterator[Mention | Unresolved]:
    """References without an instrument beside them: "Article VI" after the Treaty was named."""
    recent = _Recent(namings, sentences)
    for reference in orphans:
        if reference.unit != "article" or has_owner_elsewhere(text, reference.span):
            continue
        written = _SHORT_OWNER.match(text, reference.span.end)
        short = written.group(1) if written else None
        yield from _resolved(reference, recent.codes(reference.span, _Fits(reference, short)))


def resolve_short_names(
    text: str, namings: Sequence[Naming], sentences: Sequence[Sentence], taken: Sequence[Mention]
) -> Iterator[Mention | Unresolved]:
    """ "the Treaty", "that Agreement", where the words are not part of a mention already made."""
    recent = _Recent(namings, sentences)
    for match in _SHORT.finditer(text):
        span = Span(*match.span())
        if _is_taken(span, taken):
            continue
        codes = recent.codes(span, _Fits(None, match.group()))
        if len(codes) == 1:
            yield Mention(span, Provision(codes[0]), "anaphoric", 0.7)
        elif codes:
            yield Unresolved(span, f'"{match.group()}" may be {" or ".join(codes)}')


def resolve_demonstratives(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> Iterator[Mention | Unresolved]:
    """ "that article", "the same provision": the one provision of the nearest sentence before that mentions any."""
    starts = [mention.span.start for mention in mentions]
    bounds = [sentence.span.start for sentence in sentences]
    for match in _SAME.finditer(text):
        span = Span(*match.span())
        own = bisect_right(bounds, span.start) - 1
        for index in range(own, max(own - 3, -1), -1):
            end = min(sentences[index].span.end, span.start)
            before = mentions[bisect_left(starts, sentences[index].span.start) : bisect_left(starts, end)]
            provisions = sorted({mention.provision for mention in before if mention.provision.path})
            if len(provisions) == 1:
                yield Mention(span, provisions[0], "anaphoric", 0.8)
            elif provisions:
                yield Unresolved(span, f'"{match.group()}" may be {" or ".join(map(str, provisions))}')
            if provisions:
                break


def _resolved(reference: Reference, codes: tuple[str, ...]) -> Iterator[Mention | Unresolved]:
    match codes:
        case (code,):
            yield from mentions_of(reference, code, "anaphoric")
        case ():
            yield Unresolved(reference.span, "no instrument named before has this article")
        case _:
            yield Unresolved(reference.span, f"may be of {' or '.join(codes)}")


def _is_taken(span: Span, mentions: Sequence[Mention]) -> bool:
    index = bisect_right(mentions, span.start, key=lambda mention: mention.span.start)
    return any(mention.span.overlaps(span) for mention in mentions[max(index - 2, 0) : index + 1])


class _Fits:
    """Whether an instrument can be what a reference or a short name points to."""

    def __init__(self, reference: Reference | None, short: str | None) -> None:
        self._paths = reference.paths if reference else ()
        self._is_roman = bool(self._paths) and not self._paths[0][0][0].isdigit()
        self._short = short and "the " + short.split()[-1]

    def __call__(self, instrument: Instrument) -> bool:
        if self._short and self._short not in instrument.short:
            return False
        if self._paths and (instrument.numerals == "roman") != self._is_roman:
            return False
        return all(instrument.article(path[0]) is not None for path in self._paths)


class _Recent:
    """The instruments named before a place, nearest window first."""

    def __init__(self, namings: Sequence[Naming], sentences: Sequence[Sentence]) -> None:
        self._namings = namings
        self._starts = [naming.span.start for naming in namings]
        self._sentences = sentences
        self._bounds = [sentence.span.start for sentence in sentences]

    def codes(self, span: Span, fits: _Fits) -> tuple[str, ...]:
        """The codes that fit in the nearest window that holds any: own sentence, the few before, all before."""
        known = instruments()
        for start, end in self._windows(span):
            near = self._namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            codes = sorted({naming.code for naming in near if fits(known[naming.code])})
            if codes:
                return tuple(codes)
        return ()

    def _windows(self, span: Span) -> Iterator[tuple[int, int]]:
        own = max(bisect_right(self._bounds, span.start) - 1, 0)
        if self._sentences:
            yield self._bounds[own], span.start
            yield self._bounds[own], self._sentences[own].span.end
            yield self._bounds[max(own - _REACH, 0)], self._bounds[own]
        yield 0, span.start
