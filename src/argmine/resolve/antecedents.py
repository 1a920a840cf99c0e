"""What "Article VI", "the Treaty", "that article", "the second paragraph" point back to.

The antecedent is sought in the order in which a reader finds it: in the sentence before the reference; by the
document's own usage, where it has tied that very article to one instrument; in the sentences before, the nearest
first; at last in the whole document so far. It is taken when exactly one candidate fits (an instrument that has the
article and the paragraph, writes it in these numerals, goes by this short name); two mean unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from argmine.knowledge import Instrument, instruments
from argmine.resolve.phrases import phrase_pattern
from argmine.resolve.provisions import has_owner_elsewhere, is_of_unit, mentions_of
from argmine.types import Mention, Naming, Provision, Reference, Sentence, Span, Unresolved

_REACH = 4
"""How many sentences before its own an antecedent may stand."""
_USUAL = 0.8
"""The share of a document's uses of an article's number that makes one instrument the usual one."""
# "the Convention on …" is the beginning of a title
_TITLE_GOES_ON = re.compile(r"\s+(?:on|for|relating|against|concerning|of|regarding|between|governing)\b")
_SAME = re.compile(
    r"\b(?:[Tt]h(?:is|at|ese|e same|e said|e latter)|[Ss]uch(?: an?)?)\s+"
    r"(?:articles?|provisions?|paragraphs?|clauses?|principles?|norms?|rules?|sections?)\b(?!\s+[IVXLC\d])"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth".split()
_NTH = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|that|[Aa])\s+(?P<nth>{'|'.join(_ORDINALS)})\s+paragraph\b(?!\s+(?:of|above|below))"
)
# "is the subject of Article VII and of the Liability Convention": the name behind is another thing
_AND_OF = re.compile(r"\s+(?:and|or)\s+(?:of|in|under)\s+(?:the\s+)?\Z")

Codes = tuple[str, ...]


def resolve_short_names(
    text: str, namings: Sequence[Naming], sentences: Sequence[Sentence]
) -> tuple[tuple[Naming, ...], tuple[Unresolved, ...]]:
    """All namings, those by a shared short name ("the Treaty", "that Agreement") now among them, in order.

    What was resolved counts as named for what follows; a short name with two candidates nearby is unresolved. A short
    name of its own kind ("the Vienna Convention") in a document that gives no full name is the oldest of its owners.
    """
    named = list(namings)
    unresolved = []
    for match in _short_pattern().finditer(text):
        span = Span(*match.span())
        if _TITLE_GOES_ON.match(text, span.end) or _is_taken(span, named):
            continue
        form = " ".join(["the", *match.group().split()[1:]])
        codes = _recent_codes(span, named, sentences, partial(_goes_by, form)) or _unnamed(form, namings)
        if len(codes) == 1:
            insort(named, Naming(span, codes[0], "anaphoric"), key=lambda naming: naming.span)
        elif codes:
            unresolved.append(Unresolved(span, f'"{match.group()}" may be {" or ".join(codes)}'))
    return tuple(named), tuple(unresolved)


def resolve_orphans(
    text: str,
    orphans: Sequence[Reference],
    namings: Sequence[Naming],
    sentences: Sequence[Sentence],
    tied: Sequence[Mention],
) -> Iterator[Mention | Unresolved]:
    """References without an instrument beside them: "Article VI" after the Treaty was named.

    `tied` are the mentions of provisions that have their instrument beside them; what was resolved counts with them
    for what follows.
    """
    usage = list(tied)
    for reference in orphans:
        if has_owner_elsewhere(text, reference.span):
            continue
        if reference.unit == "article":
            for found in _resolved(reference, _owners(text, reference, namings, sentences, usage)):
                if isinstance(found, Mention):
                    insort(usage, found, key=lambda mention: mention.span)
                yield found
        else:
            # "Section 3" may be the paper's own: only where the instrument is near
            near = _nearest(reference.span, namings, sentences, partial(_has, reference))
            if len(near) == 1 and any(mention.provision.instrument == near[0] for mention in tied):
                yield from mentions_of(reference, near[0], "anaphoric")


def resolve_demonstratives(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> Iterator[Mention | Unresolved]:
    """ "that article", "the second paragraph": the one provision of the nearest sentence before that mentions any."""
    starts = [mention.span.start for mention in mentions]
    bounds = [sentence.span.start for sentence in sentences]
    matches = [(match, None) for match in _SAME.finditer(text)]
    nth = [(match, str(_ORDINALS.index(match["nth"]) + 1)) for match in _NTH.finditer(text)]
    for match, paragraph in (*matches, *nth):
        span = Span(*match.span())
        provisions = _provisions_before(span, mentions, starts, sentences, bounds)
        if paragraph is not None:
            provisions = tuple(dict.fromkeys(Provision(each.instrument, each.path[:1]) for each in provisions))
        if len(provisions) == 1:
            below = (paragraph,) if paragraph else ()
            yield Mention(span, Provision(provisions[0].instrument, provisions[0].path + below), "anaphoric", 0.8)
        elif provisions:
            yield Unresolved(span, f'"{match.group()}" may be {" or ".join(map(str, provisions))}')


def _provisions_before(
    span: Span, mentions: Sequence[Mention], starts: list[int], sentences: Sequence[Sentence], bounds: list[int]
) -> tuple[Provision, ...]:
    own = bisect_right(bounds, span.start) - 1
    for index in range(own, max(own - 3, -1), -1):
        end = min(sentences[index].span.end, span.start)
        before = mentions[bisect_left(starts, sentences[index].span.start) : bisect_left(starts, end)]
        provisions = {mention.provision for mention in before if mention.provision.path and mention.span.end <= span.start}
        if provisions:
            return tuple(sorted(provisions))
    return ()


def _owners(
    text: str,
    reference: Reference,
    namings: Sequence[Naming],
    sentences: Sequence[Sentence],
    tied: Sequence[Mention],
) -> Codes:
    """The instruments that an article without a name may be of; one is an answer."""
    fits = partial(_has, reference)
    usage = _tied_before(reference, tied)
    own = _sentence_at(reference.span, sentences)
    for codes in (_between(namings, own.start, reference.span.start, fits) if own else (), usage):
        if len(narrowed := _narrowed(text, reference, codes, usage, own)) == 1:
            return narrowed
    for codes in (
        _nearest(reference.span, namings, sentences, fits),
        _behind(text, reference, namings, own, fits),
        _between(namings, 0, reference.span.start, fits),
        _between(namings, 0, len(text), fits),  # named in a note, which stands behind the body
    ):
        if codes:
            return _narrowed(text, reference, codes, usage, own)
    return ()


def _narrowed(text: str, reference: Reference, codes: Codes, usage: Codes, own: Span | None) -> Codes:
    """Of several candidates those that have the paragraph, then those the document has tied to this article, then
    those whose key terms stand in the sentence; a test that none or all pass changes nothing."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda code: _has_paragraph(reference, instruments()[code]),
        lambda code: code in usage,
        lambda code: own is not None and _speaks_its_terms(own.of(text), reference, instruments()[code]),
    )
    for test in tests:
        if len(codes) > 1:
            codes = tuple(code for code in codes if test(code)) or codes
    return codes


def _tied_before(reference: Reference, tied: Sequence[Mention]) -> Codes:
    """The instruments to which the document has tied this very article before; one alone if nearly always to it."""
    found: Counter[str] = Counter()
    for mention in tied:
        if mention.span.start >= reference.span.start:
            break
        instrument = instruments()[mention.provision.instrument]
        if mention.provision.path and _has(reference, instrument):
            units = {unit.number for path in reference.paths if (unit := instrument.article(path[0]))}
            found[instrument.code] += mention.provision.path[0] in units
    usual = [code for code, times in found.items() if times >= max(_USUAL * found.total(), 1)]
    return tuple(usual or sorted(code for code, times in found.items() if times))


def _has_paragraph(reference: Reference, instrument: Instrument) -> bool:
    """Whether the registry lists the paragraphs that are cited; one whose paragraphs it does not know may have any."""
    for number, *below in reference.paths:
        unit = instrument.article(number)
        if unit is None or not below:
            continue
        written = below[0] + "".join(f"({part})" for part in below[1:])
        if unit.paragraphs and written not in unit.paragraphs and below[0] not in unit.paragraphs:
            return False
    return True


def _speaks_its_terms(sentence: str, reference: Reference, instrument: Instrument) -> bool:
    words = sentence.casefold()
    units = [instrument.article(path[0]) for path in reference.paths]
    return any(term in words for unit in units if unit for term in (*unit.terms, *unit.concepts))


def _resolved(reference: Reference, codes: Codes) -> Iterator[Mention | Unresolved]:
    match codes:
        case (code,):
            yield from mentions_of(reference, code, "anaphoric")
        case ():
            yield Unresolved(reference.span, "no instrument named before has this article")
        case _:
            yield Unresolved(reference.span, f"may be of {' or '.join(codes)}")


def _goes_by(form: str, instrument: Instrument) -> bool:
    if form in instrument.short:
        return True
    # "the Vienna Convention" in a document on the Vienna Convention on Diplomatic Relations
    own = form.removeprefix("the ") + " "
    return own.count(" ") > 1 and any(name.startswith(own) for name in (instrument.title, *instrument.names))


def _unnamed(form: str, namings: Sequence[Naming]) -> Codes:
    """Whom a short form of two words or more means that nothing before it goes by: what is named behind it, in the
    notes as a rule, else the oldest of its owners."""
    if form.count(" ") < 2:
        return ()
    if behind := {naming.code for naming in namings if _goes_by(form, instruments()[naming.code])}:
        return tuple(sorted(behind))
    owners = [instrument for instrument in instruments().values() if form in instrument.short]
    return tuple(instrument.code for instrument in sorted(owners, key=lambda each: each.date)[:1])


def _has(reference: Reference, instrument: Instrument) -> bool:
    """Whether the instrument has all the units of a reference, and numbers them in its numerals."""
    is_roman = not reference.paths[0][0][0].isdigit()
    if reference.unit == "article" and (instrument.numerals == "roman") != is_roman:
        return False
    return is_of_unit(reference, instrument) and all(instrument.article(path[0]) for path in reference.paths)


def _is_taken(span: Span, namings: Sequence[Naming]) -> bool:
    index = bisect_right(namings, span.start, key=lambda naming: naming.span.start)
    return any(naming.span.overlaps(span) for naming in namings[max(index - 1, 0) : index + 1])


def _recent_codes(
    span: Span, namings: Sequence[Naming], sentences: Sequence[Sentence], fits: Callable[[Instrument], bool]
) -> Codes:
    """The codes that fit in the nearest window that names any: own sentence, those before, all before."""
    own = _sentence_at(span, sentences)
    return (
        (_between(namings, own.start, span.start, fits) if own else ())
        or (_between(namings, own.start, own.end, fits) if own else ())
        or _nearest(span, namings, sentences, fits)
        or _between(namings, 0, span.start, fits)
    )


def _nearest(
    span: Span, namings: Sequence[Naming], sentences: Sequence[Sentence], fits: Callable[[Instrument], bool]
) -> Codes:
    """The codes that fit in the nearest of the few sentences before that names any."""
    own = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if own >= 0 and (codes := _between(namings, sentences[own].span.start, span.start, fits)):
        return codes
    for index in range(own - 1, max(own - 1 - _REACH, -1), -1):
        if codes := _between(namings, sentences[index].span.start, sentences[index].span.end, fits):
            return codes
    return ()


def _behind(
    text: str,
    reference: Reference,
    namings: Sequence[Naming],
    own: Span | None,
    fits: Callable[[Instrument], bool],
) -> Codes:
    """The codes that fit behind the reference in its own sentence."""
    if own is None:
        return ()
    first = bisect_left(namings, reference.span.end, key=lambda naming: naming.span.start)
    if first < len(namings) and _AND_OF.search(text[reference.span.end : namings[first].span.start]):
        first += 1
    start = namings[first].span.start if first < len(namings) else own.end
    return _between(namings, start, own.end, fits)


def _between(namings: Sequence[Naming], start: int, end: int, fits: Callable[[Instrument], bool]) -> Codes:
    first = bisect_left(namings, start, key=lambda naming: naming.span.start)
    last = bisect_left(namings, end, key=lambda naming: naming.span.start)
    return tuple(sorted({naming.code for naming in namings[first:last] if fits(instruments()[naming.code])}))


def _sentence_at(span: Span, sentences: Sequence[Sentence]) -> Span | None:
    own = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[own].span if own >= 0 else None


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
