"""What "Article VI", "the Treaty", "that article" point back to.

The antecedent is sought backwards: in the sentence, in the few sentences before it, at last in the whole document so
far. It is taken when exactly one candidate fits (an instrument that has the article, writes it in these numerals, goes
by this short name); two candidates mean unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from argmine.knowledge import Instrument, instruments
from argmine.resolve.phrases import phrase_pattern
from argmine.resolve.provisions import has_owner_elsewhere, mentions_of
from argmine.types import Mention, Naming, Reference, Sentence, Span, Unresolved

_REACH = 4
"""How many sentences before its own an antecedent may stand."""
# "the Convention on …" is the beginning of a title
_TITLE_GOES_ON = re.compile(r"\s+(?:on|for|relating|against|concerning|of|regarding|between|governing)\b")
_SAME = re.compile(
    r"\b(?:[Tt]h(?:is|at|ese|e same|e said|e latter)|[Ss]uch(?: an?)?)\s+"
    r"(?:articles?|provisions?|paragraphs?|clauses?|principles?|norms?|rules?|sections?)\b"
)


def resolve_short_names(
    text: str, namings: Sequence[Naming], sentences: Sequence[Sentence]
) -> tuple[tuple[Naming, ...], tuple[Unresolved, ...]]:
    """All namings, those by a shared short name ("the Treaty", "that Agreement") now among them, in order.

    What was resolved counts as named for what follows; a short name with two candidates nearby is unresolved.
    """
    named = list(namings)
    unresolved = []
    for match in _short_pattern().finditer(text):
        span = Span(*match.span())
        if _TITLE_GOES_ON.match(text, span.end) or _is_taken(span, named):
            continue
        form = " ".join(["the", *match.group().split()[1:]])
        codes = _recent_codes(span, named, sentences, partial(_goes_by, form))
        if len(codes) == 1:
            insort(named, Naming(span, codes[0], "anaphoric"), key=lambda naming: naming.span)
        elif codes:
            unresolved.append(Unresolved(span, f'"{match.group()}" may be {" or ".join(codes)}'))
    return tuple(named), tuple(unresolved)


def resolve_orphans(
    text: str, orphans: Sequence[Reference], namings: Sequence[Naming], sentences: Sequence[Sentence]
) -> Iterator[Mention | Unresolved]:
    """References without an instrument beside them: "Article VI" after the Treaty was named."""
    for reference in orphans:
        if reference.unit == "article" and not has_owner_elsewhere(text, reference.span):
            codes = _recent_codes(reference.span, namings, sentences, partial(_has, reference))
            yield from _resolved(reference, codes)


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


def _goes_by(form: str, instrument: Instrument) -> bool:
    return form in instrument.short


def _has(reference: Reference, instrument: Instrument) -> bool:
    """Whether the instrument has all the articles of a reference, and numbers them in its numerals."""
    is_roman = not reference.paths[0][0][0].isdigit()
    if (instrument.numerals == "roman") != is_roman:
        return False
    return all(instrument.article(path[0]) is not None for path in reference.paths)


def _is_taken(span: Span, namings: Sequence[Naming]) -> bool:
    index = bisect_right(namings, span.start, key=lambda naming: naming.span.start)
    return any(naming.span.overlaps(span) for naming in namings[max(index - 1, 0) : index + 1])


def _recent_codes(
    span: Span, namings: Sequence[Naming], sentences: Sequence[Sentence], fits: Callable[[Instrument], bool]
) -> tuple[str, ...]:
    """The codes that fit in the nearest window that names any: own sentence, the few before, all before."""
    for start, end in _windows(span, sentences):
        first = bisect_left(namings, start, key=lambda naming: naming.span.start)
        last = bisect_left(namings, end, key=lambda naming: naming.span.start)
        codes = sorted({naming.code for naming in namings[first:last] if fits(instruments()[naming.code])})
        if codes:
            return tuple(codes)
    return ()


def _windows(span: Span, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    own = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if own >= 0:
        sentence = sentences[own].span
        yield sentence.start, span.start
        yield sentence.start, sentence.end
        yield sentences[max(own - _REACH, 0)].span.start, sentence.start
    yield 0, span.start


@cache
def _short_pattern() -> re.Pattern[str]:
    """ "the", "this" or "that" before any short form of the registry."""
    forms = {
        f"{article} {form.removeprefix('the ')}"
        for instrument in instruments().values()
        for form in instrument.short
        for article in ("the", "The", "this", "This", "that", "That")
    }
    return phrase_pattern(forms)
