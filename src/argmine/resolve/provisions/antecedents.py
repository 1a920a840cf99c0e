"""What "Article VI" without an instrument beside it points back to; `demonstratives` has "that article".

The antecedent is sought in the order in which a reader finds it: in the sentence before the reference; by the
document's own usage, where it has tied that very article to one instrument; in the sentences before, the nearest
first; at last in the whole document so far. It is taken when exactly one candidate fits (an instrument that has the
article and the paragraph, and writes it in these numerals); two mean unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from argmine.knowledge import instruments
from argmine.resolve.instruments.nearness import Codes, Fits, Surroundings, between, nearest, principal
from argmine.resolve.instruments.strangers import foreign_names, is_foreign
from argmine.resolve.provisions.fitting import has, has_and_is, is_alike, lists, speaks_its_terms
from argmine.resolve.provisions.references import ANNEX, has_owner_elsewhere, mentions_of
from argmine.types import Mention, Naming, Reference, Span, Unresolved

_USUAL = 0.8
"""The share of a document's uses of an article's number that makes one instrument the usual one."""
_OF_LAW = ("article", "principle", "guideline", "conclusion", "block")
"""Units that a paper has none of its own of."""
_ALONE = re.compile(r"\b(?P<noun>Treaty|Convention|Agreement|Charter|Statute|Protocol|Covenant|Constitution)\b")
_STROKES = {"1": "I", "11": "II", "111": "III"}
"""Roman numerals as old scans show them."""
_OFTEN = 3
_SPOILED = re.compile(r"\s+(?:of|in|under)\s+(?!both\b|each\b|said\b)[^\s,;:.()]{1,6}\s+")
_JUST_BEFORE = 300
"""Characters between what was cited and "Id." behind it."""
_TURN = re.compile(r"\s+(?:of|in|under)\s+the\s+(?P<which>former|latter)\b")
_PROPOSED = re.compile(r"\b(?:[Pp]roposed|[Dd]raft|[Nn]ew)\s+\Z")
# "Id. at art. IX": of what stands before it in the note
_IBID = re.compile(r"\b(?:[Ii1l]d|[Ii]bid)\.,?\s(?:at\s)?\Z")
# "is the subject of Article VII and of the Liability Convention": the name behind is another thing
_AND_OF = re.compile(r"\s+(?:and|or)\s+(?:of|in|under)\s+(?:the\s+)?\Z")


def resolve_orphans(
    text: str,
    orphans: Sequence[Reference],
    namings: Sequence[Naming],
    surroundings: Surroundings,
    tied: Sequence[Mention],
    strange: frozenset[str] = frozenset(),
) -> Iterator[Mention | Unresolved]:
    """References without an instrument beside them: "Article VI" after the Treaty was named.

    `tied` are the mentions of provisions that have their instrument beside them; what was resolved counts with them
    for what follows. A noun in `strange` is short for an instrument that the registry has not.
    """
    usage = list(tied)
    foreign = foreign_names(strange)
    for written in orphans:
        if has_owner_elsewhere(text, written.span):
            continue
        if reason := _ownerless(text, written, namings, surroundings, foreign):
            yield Unresolved(written.span, reason)
            continue
        # "the Moon Agreement … its Article 11": an instrument near by counts in figures, no scan has lost strokes
        near = nearest(written.span, namings, surroundings, partial(has, written))
        reference = written if near else _as_meant(written, usage)
        if reference.unit in _OF_LAW:
            codes = _owners(text, reference, namings, surroundings, usage)
            if len(codes) > 1 and not _is_ibid(text, written):
                codes = principal(codes, _cited_articles(usage), reference.span, namings, surroundings)
            for found in _resolved(reference, codes):
                if isinstance(found, Mention):
                    insort(usage, found, key=lambda mention: mention.span)
                yield found
        # "Section 3" may be the paper's own: only where the instrument is near
        elif len(near) == 1 and any(is_alike(mention.provision, near[0], reference) for mention in tied):
            yield from mentions_of(reference, near[0], "anaphoric")


def _ownerless(
    text: str, written: Reference, namings: Sequence[Naming], surroundings: Surroundings, foreign: re.Pattern[str]
) -> str | None:
    """Why no instrument is to be sought for a reference; None where one is."""
    if written.unit.startswith(ANNEX):
        return "it is of an annex, of which instrument is not said beside it"
    if _PROPOSED.search(text, max(written.span.start - 20, 0), written.span.start):
        return "it is of a draft"
    if _is_unjoined(text, written, namings):
        return "what stands between it and the instrument behind it was not understood"
    if is_foreign(text, written, namings, surroundings, foreign):
        return "the instrument named before it is not in the registry"
    return None


def _is_unjoined(text: str, reference: Reference, namings: Sequence[Naming]) -> bool:
    """Whether an instrument stands behind "of" and a word that a scan has spoiled: "Article 3 of tbc Moon Treaty"."""
    behind = bisect_left(namings, reference.span.end, key=lambda naming: naming.span.start)
    return (
        behind < len(namings) and _SPOILED.fullmatch(text, reference.span.end, namings[behind].span.start) is not None
    )


def _as_meant(reference: Reference, usage: Sequence[Mention]) -> Reference:
    """ "Article 1" where a scan shows Article I so, of which the document speaks again and again."""
    numbers = {path[0] for path in reference.paths}
    if reference.unit != "article" or not numbers <= _STROKES.keys() or _tied_before(reference, usage):
        return reference
    meant = {_STROKES[number] for number in numbers}
    often = Counter(each.provision.path[0] for each in usage if each.provision.path)
    if any(often[number] < _OFTEN for number in meant):
        return reference
    return replace(reference, paths=tuple((_STROKES[number], *below) for number, *below in reference.paths))


def _owners(
    text: str,
    reference: Reference,
    namings: Sequence[Naming],
    surroundings: Surroundings,
    tied: Sequence[Mention],
) -> Codes:
    """The instruments that an article without a name may be of; one is an answer."""
    own = surroundings.sentence_at(reference.span)
    noun = _noun_before(text, reference, namings, own)
    fits = partial(has, reference) if noun is None else partial(has_and_is, reference, noun)
    usage = tuple(code for code in _tied_before(reference, tied) if fits(instruments()[code]))
    if ibid := _of_ibid(text, reference, tied):
        return ibid
    if (turn := _TURN.match(text, reference.span.end)) is not None:
        return _in_turn(turn["which"], namings, surroundings, reference.span)
    in_own = between(namings, own.start, reference.span.start, fits) if own else ()
    if own and not in_own and not usage and (other := _in_other_numerals(reference, namings, own, tied)):
        return other
    for codes in (in_own, _just_tied(reference, tied, surroundings), usage):
        if len(narrowed := _narrowed(text, reference, codes, usage, own)) == 1:
            return narrowed
    words = own.of(text) if own else ""
    floor = surroundings.floor(reference.span)
    for codes in (
        nearest(reference.span, namings, surroundings, fits),
        _behind(text, reference, namings, own, fits),
        _cited(between(namings, floor, reference.span.start, fits), reference, tied, words),
        _cited(between(namings, 0, len(text), fits), reference, tied, words),  # in a note, which stands behind the body
    ):
        if codes:
            return _narrowed(text, reference, codes, usage, own)
    return ()


def _is_ibid(text: str, reference: Reference) -> bool:
    return _IBID.search(text, max(reference.span.start - 12, 0), reference.span.start) is not None


def _of_ibid(text: str, reference: Reference, tied: Sequence[Mention]) -> Codes:
    """ "Id. at art. IV": of the instrument that was cited right before."""
    if not _is_ibid(text, reference):
        return ()
    last = bisect_left(tied, reference.span.start, key=lambda each: each.span.start)
    cited = [each for each in tied[max(last - 3, 0) : last] if each.method != "implicit" and each.provision.path]
    near = [each.provision.instrument for each in cited if each.span.end > reference.span.start - _JUST_BEFORE]
    return tuple(code for code in near[-1:] if has(reference, instruments()[code]))


def _in_other_numerals(reference: Reference, namings: Sequence[Naming], own: Span, tied: Sequence[Mention]) -> Codes:
    """ "Article I of the Treaty and the terms of Article 2": the one instrument whose articles the sentence has cited,
    be they numbered otherwise; for an article that the document has tied to none in these numerals."""
    before = Span(own.start, reference.span.start)
    first, last = (bisect_left(tied, place, key=lambda each: each.span.start) for place in (before.start, before.end))
    inside = tied[first:last]
    codes = {each.provision.instrument for each in inside if each.provision.path and before.covers(each.span)}
    named = set(between(namings, before.start, before.end, lambda each: True))
    if reference.unit != "article" or len(codes) != 1 or named - codes:
        return ()
    return tuple(code for code in codes if all(lists(instruments()[code], *path) for path in reference.paths))


def _noun_before(text: str, reference: Reference, namings: Sequence[Naming], own: Span | None) -> str | None:
    """A word alone for the instrument before a reference: "as the Convention provides in Article VI"."""
    if own is None:
        return None
    last = bisect_left(namings, reference.span.start, key=lambda naming: naming.span.start) - 1
    start = max(own.start, namings[last].span.end) if last >= 0 else own.start
    found = [match["noun"] for match in _ALONE.finditer(text, start, reference.span.start)]
    return found[-1] if found else None


def _cited(codes: Codes, reference: Reference, tied: Sequence[Mention], sentence: str) -> Codes:
    """Of instruments named far away the one of which the document cites most articles, and those that it cites and
    whose key terms stand in the sentence: "Article 5" may be of any treaty.

    A Roman numeral is less common, and its instrument is taken without.
    """
    if not reference.paths[0][0][0].isdigit():
        return codes
    articles = _cited_articles(tied)
    return tuple(
        code
        for code in codes
        if articles[code]
        and (2 * articles[code] >= articles.total() or speaks_its_terms(sentence, reference, instruments()[code]))
    )


def _cited_articles(tied: Sequence[Mention]) -> Counter[str]:
    """How often the document cites articles of each instrument."""
    return Counter(mention.provision.instrument for mention in tied if mention.provision.path)


def _in_turn(which: str, namings: Sequence[Naming], surroundings: Surroundings, span: Span) -> Codes:
    """The former or the latter of the two instruments that the nearest sentence before names."""
    for place in surroundings.before(span):
        codes = tuple(dict.fromkeys(naming.code for naming in namings if place.covers(naming.span)))
        if codes:
            return codes[:1] if which == "former" else codes[1:2] if len(codes) == 2 else ()
    return ()


def _narrowed(text: str, reference: Reference, codes: Codes, usage: Codes, own: Span | None) -> Codes:
    """Of several candidates those that the document has tied to this article, then those whose key terms stand in the
    sentence; a test that none or all pass changes nothing."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda code: code in usage,
        lambda code: own is not None and speaks_its_terms(own.of(text), reference, instruments()[code]),
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
        if mention.provision.path and has(reference, instrument):
            units = {unit.number for path in reference.paths if (unit := instrument.article(path[0]))}
            found[instrument.code] += mention.provision.path[0] in units
    usual = [code for code, times in found.items() if times >= max(_USUAL * found.total(), 1)]
    return tuple(usual or sorted(code for code, times in found.items() if times))


def _just_tied(reference: Reference, tied: Sequence[Mention], surroundings: Surroundings) -> Codes:
    """The instruments beside which this very article was written in the sentence right before."""
    before = surroundings.before(reference.span)[1:2]
    near = [each for each in tied if each.method == "explicit" and before and before[0].covers(each.span)]
    return _tied_before(reference, near)


def _resolved(reference: Reference, codes: Codes) -> Iterator[Mention | Unresolved]:
    match codes:
        case (code,):
            yield from mentions_of(reference, code, "anaphoric")
        case ():
            yield Unresolved(reference.span, "no instrument named before has this article")
        case _:
            yield Unresolved(reference.span, f"may be of {' or '.join(codes)}")


def _behind(
    text: str,
    reference: Reference,
    namings: Sequence[Naming],
    own: Span | None,
    fits: Fits,
) -> Codes:
    """The codes that fit behind the reference in its own sentence."""
    if own is None:
        return ()
    first = bisect_left(namings, reference.span.end, key=lambda naming: naming.span.start)
    if first < len(namings) and _AND_OF.search(text[reference.span.end : namings[first].span.start]):
        first += 1
    start = namings[first].span.start if first < len(namings) else own.end
    return between(namings, start, own.end, fits)
