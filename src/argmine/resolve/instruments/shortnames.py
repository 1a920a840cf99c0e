"""Short names that several instruments share: "the Treaty", "that Agreement", "the Court's Statute".

Each means the one candidate named nearest before it. A court or an organisation whose statute or charter it is counts
as naming it: in a speech on the International Court of Justice, "the Statute" is that court's.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial

from argmine.knowledge import Instrument, instruments
from argmine.resolve.instruments.nearness import Codes, Fits, Surroundings, between, nearest, principal
from argmine.resolve.phrases import THE, phrase_pattern
from argmine.types import Naming, Span, Unresolved

# "the Convention on Registration" begins a title; "the Charter for such acts" and "the Statute of the Court" do not
_TITLE_GOES_ON = re.compile(
    r"\s+(?:(?:on|for|relating\s+to|against|concerning|regarding|between|governing)\s+(?:the\s+|an?\s+)?(?=[A-Z“])"
    r"|(?=[A-Z][a-z]+ing\s)|of(?!\s+(?:the|that|this)\s+(?:Court|Organi[sz]ation|Union)\b)\b)"
)
_AROUND = 500
"""How many characters to either side tell which of several instruments of one name is meant."""
_STEM = 5
_TREATIES = "treat"
# Words of a title that any text on the law has; those in small letters join the others: "between", "in respect of".
_TELLS_NOTHING = re.compile(r"\b(?:[a-z]+|States?|International|Respect|Vienna|Convention)\b")
_ORGANIC = re.compile(r"(?:Statute|Charter|Constitution) of the (?P<body>[A-Z].+)")


def resolve_short_names(
    text: str, namings: Sequence[Naming], surroundings: Surroundings, strange: frozenset[str] = frozenset()
) -> tuple[tuple[Naming, ...], tuple[Unresolved, ...]]:
    """All namings, those by a shared short name now among them, in order.

    What was resolved counts as named for what follows; a short name with two candidates nearby is unresolved. A short
    name of its own kind ("the Vienna Convention") in a document that gives no full name is the oldest of its owners.
    A noun in `strange` is short for an instrument that the registry has not, and no other's.
    """
    named, evidence = list(namings), sorted((*namings, *find_bodies(text)), key=lambda naming: naming.span)
    times = Counter(naming.code for naming in namings)
    unresolved = []
    for match in _short_pattern().finditer(text):
        span = Span(*match.span())
        if _TITLE_GOES_ON.match(text, span.end) or _is_taken(span, named) or match["form"] in strange:
            continue
        form = " ".join(["the", *match["form"].split()])
        codes = _owners(span, evidence, surroundings, partial(_goes_by, form)) or _unnamed(text, span, form, namings)
        if len(codes) > 1:
            codes = principal(codes, times, span, namings, surroundings)
        if len(codes) == 1:
            naming = Naming(span, codes[0], "anaphoric")
            for those in (named, evidence):
                insort(those, naming, key=lambda naming: naming.span)
        elif codes:
            unresolved.append(Unresolved(span, f'"{match.group()}" may be {" or ".join(codes)}'))
    return tuple(named), tuple(unresolved)


def _owners(span: Span, evidence: Sequence[Naming], surroundings: Surroundings, fits: Fits) -> Codes:
    """The codes that fit in the nearest window that names any: own sentence, those before, the speech or all so far."""
    own = surroundings.sentence_at(span)
    return (
        (between(evidence, own.start, span.start, fits) if own else ())
        or (between(evidence, own.start, own.end, fits) if own else ())
        or nearest(span, evidence, surroundings, fits)
        or between(evidence, surroundings.floor(span), span.start, fits)
    )


def _goes_by(form: str, instrument: Instrument) -> bool:
    if form in instrument.short:
        return True
    # "the Vienna Convention" in a document on the Vienna Convention on Diplomatic Relations
    own = form.removeprefix("the ") + " "
    return own.count(" ") > 1 and any(name.startswith(own) for name in (instrument.title, *instrument.names))


def _unnamed(text: str, span: Span, form: str, namings: Sequence[Naming]) -> Codes:
    """Whom a short form of two words or more means that nothing before it goes by: what is named behind it, in the
    notes as a rule; else the one whose title the words around it sound like; else the oldest of its owners."""
    if form.count(" ") < 2:
        return ()
    if behind := {naming.code for naming in namings if _goes_by(form, instruments()[naming.code])}:
        return tuple(sorted(behind))
    if spoken := _spoken_of(text[max(span.start - _AROUND, 0) : span.end + _AROUND], form):
        return (spoken,)
    owners = [instrument for instrument in instruments().values() if form in instrument.short]
    return tuple(instrument.code for instrument in sorted(owners, key=lambda each: each.date)[:1])


def _spoken_of(words: str, form: str) -> str | None:
    """ "The Vienna Convention" among envoys or consuls: the one whose own words of the title are met most often."""
    stems = Counter(_stems(words))
    alike = [each for each in instruments().values() if _goes_by(form, each)]
    titles = {each.code: _stems(_TELLS_NOTHING.sub(" ", each.title)) for each in alike}
    shared = Counter(stem for title in titles.values() for stem in set(title))
    own = {
        code: sum(stems[stem] for stem in set(title) if shared[stem] == 1 or stem == _TREATIES)
        for code, title in titles.items()
    }
    ordered = sorted(own, key=lambda code: -own[code])
    is_plain = len(ordered) > 1 and own[ordered[0]] > own[ordered[1]]
    return ordered[0] if is_plain else None


def _stems(words: str) -> list[str]:
    return [word[:_STEM] for word in re.findall(r"[a-z]{5,}", words.casefold())]


def _is_taken(span: Span, namings: Sequence[Naming]) -> bool:
    index = bisect_right(namings, span.start, key=lambda naming: naming.span.start)
    return any(naming.span.overlaps(span) for naming in namings[max(index - 1, 0) : index + 1])


def find_bodies(text: str) -> list[Naming]:
    """Where a court or organisation is named, as a naming of its statute or charter."""
    bodies = _body_codes()
    return [
        Naming(Span(*match.span()), bodies[" ".join(match.group().split())]) for match in _body_pattern().finditer(text)
    ]


@cache
def _body_codes() -> dict[str, str]:
    return {
        match["body"]: code
        for code, instrument in instruments().items()
        for name in (instrument.title, *instrument.names)
        if (match := _ORGANIC.fullmatch(name) or _ORGANIC.search(name))
    }


@cache
def _body_pattern() -> re.Pattern[str]:
    return phrase_pattern(_body_codes())


@cache
def _short_pattern() -> re.Pattern[str]:
    """ "the", "this", "that", "its" or "the Court's" before any short form of the registry."""
    forms = {form.removeprefix("the ") for instrument in instruments().values() for form in instrument.short}
    articles = rf"(?:{THE}|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts(?:\s+own)?|[Tt]he\s+(?:Court|Organi[sz]ation)['’]s(?:\s+own)?)"
    return re.compile(rf"\b{articles}\s+(?P<form>{phrase_pattern(forms).pattern})")
