"""Where a document names an instrument: by title, usual name, abbreviation, series, or a short name of its own.

A document's own short names are definitions behind a name: "… Celestial Bodies, 610 U.N.T.S. 205 [hereinafter: OST]",
"… on the Moon (the “Agreement”)". They hold for that document only, and never when two instruments share one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from argmine.knowledge import Instrument, instruments
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Naming, Span

_GENERIC = re.compile(
    r"(?:the\s+)?(?:Treaty|Convention|Agreement|Accords?|Charter|Statute|Protocol|Principles|Declaration|Guidelines|Act|Law|Constitution)",
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(
    r"[\[(]\s?(?:hereinafter|hereafter|henceforth)[:,]?\s+(?:referred\s+to\s+as\s+|called\s+|cited\s+as\s+)?"
    r"[\"“'‘]?(?P<alias>[^\"”’\])\n]{2,60}?)[\"”’']?\s?[\])]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[\[(]\s?(?:(?:or|the)\s+)?(?:[\"“](?P<quoted>[^\"”\n]{2,50})[\"”]|(?P<bare>[A-Z]{2,8}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){1,3}))\s?[\])]"
)
_REACH_HEREINAFTER = 220
_REACH_BRACKET = 3


def find_namings(text: str) -> tuple[Naming, ...]:
    """Every place where a registered instrument is named, in the order of the text, none overlapping."""
    known = _known(text)
    return _longest((*known, *_aliased(text, _definitions(text, known))))


def instrument_of(title: str | None) -> str | None:
    """The code of the instrument that `title` names, when the title is little more than that name."""
    words = " ".join((title or "").split())
    namings = _longest(_known(words))
    if len(namings) != 1:
        return None
    return namings[0].code if len(namings[0].span.of(words)) >= 0.6 * len(words) else None


def _longest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda naming: (naming.span.start, -naming.span.end)):
        if not kept or naming.span.start >= kept[-1].span.end:
            kept.append(naming)
    return tuple(kept)


def _known(text: str) -> tuple[Naming, ...]:
    return (*_matches(text, _names(), _NAMED), *_matches(text, _codes(), _CODED))


_NAMED = "names"
_CODED = "codes"


def _matches(text: str, codes: Mapping[str, str], which: str) -> Iterator[Naming]:
    for match in _pattern(which).finditer(text):
        if match.group()[0].isupper() or match.group()[0].isdigit():
            yield Naming(Span(*match.span()), codes[_key(match.group(), fold=which == _NAMED)])


@cache
def _pattern(which: str) -> re.Pattern[str]:
    if which == _NAMED:
        return phrase_pattern(_names(), re.IGNORECASE)
    return phrase_pattern(_codes())


def _key(words: str, *, fold: bool) -> str:
    plain = " ".join(words.replace("’", "'").split())
    return plain.casefold() if fold else plain


@cache
def _names() -> dict[str, str]:
    return {
        _key(name, fold=True): code
        for code, instrument in instruments().items()
        for name in (instrument.title, *instrument.names, *_foreign(instrument))
    }


@cache
def _codes() -> dict[str, str]:
    return {
        _key(form, fold=False): code
        for code, instrument in instruments().items()
        for form in (*instrument.abbreviations, *instrument.series)
    }


def _foreign(instrument: Instrument) -> Iterator[str]:
    for names in instrument.foreign.values():
        yield from names


def _definitions(text: str, namings: Iterable[Naming]) -> dict[str, str]:
    """Short names that the document defines: name → code; a name with two owners is nobody's."""
    owners: dict[str, set[str]] = {}
    ordered = sorted(namings, key=lambda naming: naming.span)
    starts = [naming.span.start for naming in ordered]
    for naming in ordered:
        following = bisect_left(starts, naming.span.end)
        limit = starts[following] if following < len(starts) else len(text)
        for alias in _defined_behind(text, naming.span.end, limit):
            owners.setdefault(alias, set()).add(naming.code)
    known = set(_names()) | {code.casefold() for code in _codes()}
    return {alias: codes.pop() for alias, codes in owners.items() if len(codes) == 1 and alias.casefold() not in known}


def _defined_behind(text: str, end: int, limit: int) -> Iterator[str]:
    # The alias may itself be a known name ("[hereinafter Outer Space Treaty]"): it then needs no definition.
    near = _BRACKETED.search(text, end, min(end + _REACH_BRACKET + 60, limit + 60))
    if near and near.start() <= end + _REACH_BRACKET:
        yield _alias(near.group("quoted") or near.group("bare"))
    far = _HEREINAFTER.search(text, end, min(end + _REACH_HEREINAFTER, limit + 80))
    if far and ";" not in text[end : far.start()]:
        yield _alias(far.group("alias"))


def _alias(written: str) -> str:
    """As the document will write it: a generic word only with its article ("the Agreement")."""
    words = " ".join(written.split()).strip(" ,.")
    if _GENERIC.fullmatch(words):
        return "the " + words.removeprefix("the ").removeprefix("The ")
    return words.removeprefix("the ").removeprefix("The ")


def _aliased(text: str, definitions: Mapping[str, str]) -> Iterator[Naming]:
    forms = {form: code for alias, code in definitions.items() for form in {alias, alias[0].upper() + alias[1:]}}
    for match in phrase_pattern(forms).finditer(text):
        yield Naming(Span(*match.span()), forms[" ".join(match.group().split())])
