"""Articles meant by a phrase: no number is written, yet readers of the field know which article is spoken of.

alone                "the non-appropriation principle"
in quotation marks   key terms of one article of the instruments named: "by any other means"
with the name        "the Liability Convention imposes absolute liability"
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from argmine.knowledge import instruments
from argmine.resolve.instruments.nearness import Surroundings
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Mention, Naming, Provision, Span

_SCORE = 0.6
_STEPS = 2
"""Sentences behind the one that names an instrument in which it is still the one spoken of."""
_QUOTED_SPACES = 2  # three words at least: two are a phrase of many articles
_QUOTED = re.compile(r"[“\"‘](?P<words>[^“”\"‘’]{6,160})[”\"’]")


# "in conformity with international law, including the Treaty": said of another instrument, which goes on
_IN_PASSING = re.compile(r"\b(?:including|in particular|in (?:accordance|conformity) with)\b[^.;:]{0,200}\Z")
# "Convention of International | Liability for Damage": words of a title
_IN_TITLE = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Protocol)\s(?:of|on|for|concerning|regarding|relating\sto)\s"
    r"(?:(?:[A-Z][\w’'-]*|of|on|the|and|for|by|in|into|to),?\s){0,12}\Z"
)
_LONGEST_TITLE = 160
_AND = re.compile(r",?\s+(?:and|or|as\s+well\s+as)\s+(?:(?:of|in)\s+)?(?:the\s+)?")


def concept_mentions(text: str, within: Span) -> Iterator[Mention]:
    """Phrases that by themselves denote one provision."""
    for match in _concept_pattern().finditer(text, within.start, within.end):
        span = Span(*match.span())
        if not _is_of_title(text, span):
            yield Mention(span, _concepts()[_plain(match.group())], "implicit", _SCORE)


def _is_of_title(text: str, phrase: Span) -> bool:
    """Whether a phrase stands in the title of an instrument, known or not."""
    before = text[max(phrase.start - _LONGEST_TITLE, 0) : phrase.start]
    return text[phrase.start].isupper() and _IN_TITLE.search(before) is not None


def quoted_terms(text: str, namings: Sequence[Naming]) -> Iterator[Mention]:
    """Words in quotation marks that are key terms of one provision of the instruments named.

    "use or occupation" is Article II's, in a document on the Outer Space Treaty. Where articles of several instruments
    have the words, the instrument named last before them decides; what two articles of one say is no one's.
    """
    starts = [naming.span.start for naming in namings]
    codes = dict.fromkeys(naming.code for naming in namings)
    for match in _QUOTED.finditer(text):
        words = " ".join(match.group("words").casefold().split()).strip(" ,.;")
        owners = (
            [owner for code in codes for owner in _with_term(code, words)] if words.count(" ") >= _QUOTED_SPACES else []
        )
        if len(owners) > 1:
            before = bisect_left(starts, match.start()) - 1
            owners = [owner for owner in owners if before >= 0 and owner.instrument == namings[before].code]
        if len(owners) == 1:
            yield Mention(Span(*match.span("words")), owners[0], "implicit", _SCORE)


def _with_term(code: str, words: str) -> list[Provision]:
    return [
        Provision(code, (unit.number,))
        for unit in instruments()[code].articles
        if any(words in term or (term in words and term.count(" ") >= _QUOTED_SPACES) for term in unit.terms)
    ]


def named_concepts(
    text: str, namings: Sequence[Naming], surroundings: Surroundings, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Phrases that denote an article where its instrument is named in the sentence, or, where none is, in one right
    before; of several instruments the one named nearest.

    A sentence of which `mentions` has an article of the instrument means that one.
    """
    found: dict[Span, set[str]] = defaultdict(set)
    by_code: dict[str, list[Naming]] = defaultdict(list)
    for naming in sorted(namings, key=_start):
        by_code[naming.code].append(naming)
    for code, place in _places(text, namings, surroundings, mentions):
        for match in _named()[code].finditer(text, place.start, place.end):
            found[Span(*match.span())].add(code)
    for span, codes in found.items():
        if _is_of_title(text, span):
            continue
        owners = [_beside(by_code[code], span) for code in sorted(codes)]
        for code in _nearest(text, span, [each for each in owners if not each.span.overlaps(span)]):
            number = _numbers(code)[_plain(span.of(text))]
            yield Mention(span, Provision(code, (number,)), "implicit", _SCORE)


def _places(
    text: str, namings: Sequence[Naming], surroundings: Surroundings, mentions: Sequence[Mention]
) -> Iterator[tuple[str, Span]]:
    """The sentences in which phrases of an instrument denote its articles, each once for each instrument."""
    starts = [each.span.start for each in mentions]
    named = sorted(naming.span.start for naming in namings)
    seen: set[tuple[str, Span]] = set()
    for naming in namings:
        own = surroundings.sentence_at(naming.span)
        if own is None or naming.code not in _named() or (naming.code, own) in seen:
            continue
        seen.add((naming.code, own))
        is_passing = _IN_PASSING.search(text, own.start, naming.span.start) is not None
        behind = () if is_passing else _silent(surroundings.after(naming.span, _STEPS), named)
        for place in (own, *behind):
            inside = mentions[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
            if not any(each.provision.path and each.provision.instrument == naming.code for each in inside):
                yield naming.code, place


def _start(naming: Naming) -> int:
    return naming.span.start


def _beside(namings: Sequence[Naming], span: Span) -> Naming:
    """The naming that begins nearest to a phrase."""
    behind = bisect_left(namings, span.start, key=_start)
    return min(namings[max(behind - 1, 0) : behind + 1], key=lambda naming: abs(naming.span.start - span.start))


def _nearest(text: str, span: Span, owners: Sequence[Naming]) -> tuple[str, ...]:
    """The instrument named nearest to a phrase, and one that "and" joins to it."""
    ordered = sorted(owners, key=lambda naming: abs(naming.span.start - span.start))
    if not ordered:
        return ()
    first = ordered[0].span
    joined = [
        each.code
        for each in ordered[1:]
        if _AND.fullmatch(text[min(each.span.end, first.end) : max(each.span.start, first.start)])
    ]
    return tuple(sorted({ordered[0].code, *joined}))


def _silent(sentences: Sequence[Span], named: Sequence[int]) -> Iterator[Span]:
    """The sentences up to the first that names an instrument; `named` are the places where one is named."""
    for sentence in sentences:
        if bisect_left(named, sentence.start) < bisect_left(named, sentence.end):
            return
        yield sentence


@cache
def _named() -> dict[str, re.Pattern[str]]:
    """For each instrument that has such phrases, any of them."""
    return {code: phrase_pattern(_numbers(code), re.IGNORECASE) for code in instruments() if _numbers(code)}


@cache
def _numbers(code: str) -> dict[str, str]:
    """Such a phrase of an instrument → the number of its article."""
    return {_plain(phrase): unit.number for unit in instruments()[code].articles for phrase in unit.with_name}


def _plain(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("’", "'").split())


@cache
def _concepts() -> dict[str, Provision]:
    return {
        phrase.casefold(): Provision(code, (unit.number,))
        for code, instrument in instruments().items()
        for unit in instrument.articles
        for phrase in unit.concepts
    }


@cache
def _concept_pattern() -> re.Pattern[str]:
    return phrase_pattern(_concepts(), re.IGNORECASE)
