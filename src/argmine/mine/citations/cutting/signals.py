"""Signals: words that introduce an authority, at the beginning of a citation or behind another one.

Bluebook rule 1.2; OSCOLA 1.2.1: *see*, *cf.*, *but see*, *contra* …; and words of relation: *citing*, *quoting*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmine.knowledge.citations import signals
from argmine.mine.citations.triggers import beginnings, words_of
from argmine.types import Span

_RELATION = (
    "citing|referring to|relying on|quoting|citant|cited in|quoted in|discussed in|cited by|quoted by"
    "|cited with approval in|commented in"
)
_MORE = (
    r"(?:,?\s(?:e\.g\.|eg|inter alia|in extenso|for example|for instance|also|in particular|especially|further"
    r"|among others|dazu|hierzu|etwa|nur|auch|insb\.|insbesondere|statt vieler|notamment|également"
    r"|par exemple|ad es\.)){0,2}"
)
AHEAD = (
    r"(?=[*_]?[\"“‘'«„\[(]?(?:[A-Z§ÉÖÄÜ\d\x01]|the\s|arts?\.?\s[\dIVX]|articles?\s[\dIVX]|ibid|id\."
    r"|https?:|van\s|von\s|de\s))"
)
_FIRST_WORD = re.compile(r"[*_]?([^\W\d_]+)")


def opened_at(note: str, start: int, end: int) -> re.Match[str] | None:
    """The signal with which a stretch begins."""
    first = _FIRST_WORD.match(note, start, end)
    if first is None or first[1].lower() not in openers():
        return None
    return _opening().match(note, start, end)


@cache
def openers() -> frozenset[str]:
    """The words with which a signal may begin."""
    forms = (*signals(), *_RELATION.split("|"), "and", "also", "but", "or")
    return frozenset(match[1].lower() for form in forms if (match := _FIRST_WORD.match(form)))


def signals_on_the_way(note: str, cover: str) -> Iterator[Span]:
    """Signals and words of relation behind another citation; `cover` is the masked note."""
    if openers().isdisjoint(words_of(note)):
        return
    pattern = _on_the_way()
    for first in _first_words().finditer(cover, 1):
        start = first.start() - (cover[first.start() - 1] in "*_")
        if start > 0 and cover[start - 1] in " \n\t(" and (match := pattern.match(cover, start)):
            yield Span(start, match.end())


@cache
def _opening() -> re.Pattern[str]:
    """A signal at the beginning of a segment."""
    forms = "|".join(_written(form) for form in signals())
    return re.compile(
        rf"[*_]?(?i:(?:and|also|but|or)\s+)?(?:(?i:{forms}){_MORE}|(?i:{_RELATION})|[Bb]ut)[*_]?[,:.]?[*_]?\s+{AHEAD}"
    )


@cache
def _first_words() -> re.Pattern[str]:
    """The first words of what `_on_the_way` matches."""
    return beginnings((*_forms_on_the_way(), *_RELATION.split("|"), "and", "also", "but"))


@cache
def _on_the_way() -> re.Pattern[str]:
    """A signal or a word of relation behind another citation."""
    forms = "|".join(_written(form) for form in _forms_on_the_way())
    return re.compile(rf"[*_]?(?:(?:and|also|but)\s+)?(?:(?i:{forms}){_MORE}|{_RELATION})[*_]?[,:]?[*_]?\s+{AHEAD}")


def _forms_on_the_way() -> list[str]:
    firsts = ("see", "but", "cf.", "voir", "vgl.", "siehe", "mais")
    return [form for form in signals() if form.split()[0] in firsts and form != "but"]


def _written(form: str) -> str:
    """A form as it may be written: with or without its stops, with any space."""
    return r",?\s+".join(re.escape(word).replace(r"\.", r"\.?") for word in form.split())
