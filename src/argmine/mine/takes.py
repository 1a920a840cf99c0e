"""Takes: what is said of somebody's stand without a verb of saying.

Freedonia regards every zone as unlawful        the subject of a verb of judging
Castellane draws the contrary inference         only of a person: "Ruritania relies on …" need be no reading
For Marchmont the first paragraph is empty      "for"
a reading put forward by Thorncastle            the agent of a participle
The article is commonly presented as a rule …   by somebody unnamed

They are reports only if the subject is one who holds views: `resolve.holders` knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from argmine.knowledge.lexicon import reporting
from argmine.mine.attributions.manner import manner_of
from argmine.mine.attributions.saying import ASIDE, BETWEEN
from argmine.mine.attributions.sources import CAP, NAME, OFFICE, PRONOUN, any_of, envoys, groups, made
from argmine.types import Attribution, Sentence, Span

_THEORISTS = (
    r"(?:(?:some|many|most|other|several|the)\s)?(?:\w+\s)?"
    r"(?:delegations|scholars|authors|commentators|critics|writers|proponents|opponents|supporters|advocates|jurists)"
)


def find_takes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """What sentences say of somebody's stand without a verb of saying, at most one in each.

    "Freedonia regards every zone as unlawful", "Castellane infers the contrary", "For Marchmont the text is empty".
    """
    found = (_take(text, sentence.span) for sentence in sentences)
    return tuple(attribution for attribution in found if attribution is not None)


def _take(text: str, sentence: Span) -> Attribution | None:
    for pattern in (_for_pattern(), _take_pattern(), _venture_pattern()):
        if match := pattern.match(text, sentence.start, sentence.end):
            take = made(text, match, Span(match.end("source"), sentence.end))
            return replace(take, manner=manner_of(text, take))
    if match := _agent_pattern().search(text, sentence.start, sentence.end):
        return made(text, match, sentence)
    if match := _presented_pattern().search(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        return Attribution(cue, cue, sentence)
    return None


@cache
def _take_pattern() -> re.Pattern[str]:
    """At the beginning of a sentence, behind an adverbial at most."""
    return _subject_and(reporting()["takes"]["forms"], rf"{OFFICE}|{PRONOUN}|{envoys()}|{groups()}|{NAME}")


@cache
def _venture_pattern() -> re.Pattern[str]:
    """What is a stand only if a person is the subject: "Marchmont relies on …", as against "Ruritania relies on …"."""
    return _subject_and(reporting()["takes"]["by_persons"], rf"(?:[Hh]e|[Ss]he)|{CAP}(?:\s{CAP}){{0,3}}")


def _subject_and(cues: list[str], sources: str) -> re.Pattern[str]:
    lead = r"(?:[A-Z][a-z]+,\s+|(?:From|In|On|With|To|Against|As\s+to|By|Under)\s[^.;:“”]{1,60}?,?\s+)?"
    return re.compile(rf"{lead}(?P<source>{sources})(?P<pronoun>)(?:{BETWEEN}|{ASIDE}?\s)(?P<cue>{any_of(cues)})\b")


@cache
def _for_pattern() -> re.Pattern[str]:
    """ "For Marchmont the first paragraph is empty"."""
    return re.compile(
        rf"(?P<cue>For)\s+(?P<source>{CAP}(?:\s{CAP}){{0,2}}|him|her|{_THEORISTS}(?=,))(?P<pronoun>)(?=,|\s[a-z])"
    )


@cache
def _agent_pattern() -> re.Pattern[str]:
    """ "a reading put forward most forcefully by Thorncastle"."""
    forms, judged = any_of(reporting()["takes"]["by"]), any_of(reporting()["takes"]["judged_by"])
    return re.compile(
        rf"(?P<cue>(?:{forms}|(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:{judged}))(?:\s\w+){{0,3}}?\s+by)\s+"
        rf"(?P<source>{envoys()}|{groups()}|{NAME})(?P<pronoun>)"
    )


@cache
def _presented_pattern() -> re.Pattern[str]:
    """ "is commonly presented as", "had been denounced as": by somebody."""
    adverb, judged = any_of(reporting()["impersonal"]["adverbs"]), any_of(reporting()["takes"]["judged_by"])
    return re.compile(
        r"\b(?:is|are|was|were|has been|had been|have been)\s+"
        rf"(?:(?:{adverb})\s+(?:{judged})\s+(?:as|to)"
        r"|(?:\w+ly\s+)?(?:denounced|criticized|criticised|condemned|hailed|attacked)\s+as)\b"
    )
