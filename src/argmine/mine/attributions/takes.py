"""Takes: what is said of somebody's stand without a verb of saying.

Freedonia regards every zone as unlawful        the subject of a verb of judging
Freedonia shares that view                      how somebody stands to what was told before
Freedonia made the following points: …          what follows is what it says
Castellane draws the contrary inference         only of a person: "Ruritania relies on …" need be no reading
Critics point to the silence of the preamble    only of those who think for a trade, and of "some", "others", "he"
Castellane's argument rests on the preamble     a noun for a thesis, with its owner
For Marchmont the first paragraph is empty      "for"
a reading put forward by Thorncastle            the agent of a participle
The article is commonly presented as a rule …   by somebody unnamed
It is contended that …                          by a party, where a court writes so

They are reports only if the subject is one who holds views: `resolve.holders` knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from argmine.knowledge.lexicon import reporting
from argmine.mine.attributions.manner import manner_of
from argmine.mine.attributions.saying import ASIDE, BETWEEN
from argmine.mine.attributions.sources import CAP, NAME, OFFICE, PRONOUN, any_of, envoys, groups, made, positions
from argmine.types import Attribution, Sentence, Span

_THEORISTS = (
    r"(?:(?:some|many|most|other|several|the|these|those|such|certain|various|numerous|few|a\sfew|all|a\snumber\sof|its|their)\s)?(?:\w+\s)?"
    r"(?:delegations|scholars|academics|authors|commentators|critics|writers|publicists|jurists|observers|experts|"
    r"proponents|opponents|supporters|advocates|defenders|sceptics|skeptics)(?:\s(?:of|in)\s(?:[^,.;:“”\"]|[“\"][\w-]+[”\"]){1,60}?)?"
)
_BARE = rf"{CAP}(?:\s(?:and\s)?{CAP}){{0,4}}"
_LEAD = (
    r"(?:[A-Z][a-z]+,\s+|(?:But|Yet|And)\s+|For\s(?:example|instance),\s+|(?:Writing|Speaking)\s[^.;:“”,]{1,40}?,?\s+|"
    r"(?:From|In|On|With|To|Against|As\s+to|By|Under|Like|Unlike)\s[^.;:“”]{1,60}?,?\s+)?"
)
_SOME = r"(?:some|others|many|most|several|a\sfew|a\sminority)"
_MOTION = re.compile(r"\b(?:proposal|amendment|reservation|draft|motion|request|resolution|bill|offer)s?\b")
_OFFICIAL = r"(?:[Tt]he\s)?(?:\w+\s)?(?:authorities|governments|representatives)\s(?:of|from)\s[^,.;:“”]{1,90}"
"""Those who speak for States: "the official authorities of several western States"."""
_THESIS = (
    r"(?:argument|approach|view|reading|interpretation|proposal|position|thesis|theory|analysis|suggestion|conclusion|"
    r"contention|reasoning|objection|criticism|concern|critique|solution)"
)


def find_takes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """What sentences say of somebody's stand without a verb of saying, at most one in each.

    "Freedonia regards every zone as unlawful", "Castellane infers the contrary", "For Marchmont the text is empty".
    """
    found = (_take(text, sentence.span) for sentence in sentences)
    return tuple(attribution for attribution in found if attribution is not None)


def _is_of_a_motion(text: str, sentence: Span, match: re.Match[str]) -> bool:
    """ "The amendment was rejected by the Committee": an event, nobody's reading."""
    return "reject" in match["cue"] and _MOTION.search(text, sentence.start, match.start()) is not None


def _take(text: str, sentence: Span) -> Attribution | None:
    if match := _following_pattern().match(text, sentence.start, sentence.end):
        return made(text, match, Span(match.end(), sentence.end))
    for pattern in (
        _for_pattern(),
        _take_pattern(),
        _stand_pattern(),
        _venture_pattern(),
        _thinker_pattern(),
        _owner_pattern(),
        _position_pattern(),
    ):
        if match := pattern.match(text, sentence.start, sentence.end):
            behind = match.end("source") if match.group("source") else match.end("pronoun")
            take = made(text, match, Span(behind, sentence.end))
            return replace(take, manner=manner_of(text, take))
    match = _agent_pattern().search(text, sentence.start, sentence.end)
    if match and not _is_of_a_motion(text, sentence, match):
        return made(text, match, sentence)
    if match := _contended_pattern().search(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        return Attribution(cue, cue, Span(cue.end, sentence.end))
    if match := _presented_pattern().search(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        return Attribution(cue, cue, sentence)
    return None


@cache
def _take_pattern() -> re.Pattern[str]:
    """At the beginning of a sentence, behind an adverbial at most."""
    view = r"(?:view|position|approach|stance|line|interpretation|reading)"
    taking = rf"(?:takes?|took|taken|adopts?|adopted)\s(?:an?|the|this)\s(?:[\w-]+\s){{0,2}}{view}"
    cues = rf"{any_of(reporting()['takes']['forms'])}|{taking}"
    return _subject_and(cues, rf"{OFFICE}|{PRONOUN}|{envoys()}|{groups()}|{NAME}")


@cache
def _stand_pattern() -> re.Pattern[str]:
    """How somebody stands to a view told before: "Freedonia shares that view", "once claimed the contrary"."""
    stands, takes, says = (any_of(reporting()["takes"][key]) for key in ("standing", "taking", "asserting"))
    opposite = r"the\s(?:contrary|opposite|reverse)"
    that = rf"(?:this|that|such\san?|these|those|the\s(?:same|latter|former)|{opposite})"
    view = rf"{that}\s(?:[\w-]+\s)?(?:{_THESIS}|claim|line)s?"
    it = r"(?:it|them|both)(?=[.,;:]|\s(?:as|on|in|because|since|for|from|outright|throughout)\b)"
    so = rf"(?:so|otherwise|as\smuch|likewise|{opposite}|the\ssame)(?=[.,;:]|\s[a-z])"
    cues = rf"(?:{stands})\s(?:{it}|{view})|(?:{takes})\s{view}|(?:{says})\s{so}|so\s(?:{says})"
    return _subject_and(cues, rf"{OFFICE}|{PRONOUN}|{envoys()}|{groups()}|{NAME}")


@cache
def _following_pattern() -> re.Pattern[str]:
    """ "Ruritania submitted, inter alia, the following considerations:": what follows is what it says."""
    said = r"(?:considerations|arguments|reasons|points|grounds|objections|submissions|contentions|observations|claims)"
    return re.compile(
        rf"(?:[–—•-]\s)?{_LEAD}(?P<source>{envoys()}|{groups()}|{OFFICE}|{NAME})(?P<pronoun>){BETWEEN}"
        rf"(?P<cue>[a-z]{{3,}}(?:s|ed|ught|ve))(?:,\s[^,.;:“”]{{1,30}},)?\s(?:the\sfollowing|two|three|four|five|six|several)\s"
        rf"(?:[a-z]+\s){{0,2}}{said}(?:\s[^.;:“”]{{1,90}})?(?=:)"
    )


@cache
def _venture_pattern() -> re.Pattern[str]:
    """What is a stand only if a person is the subject: "Marchmont relies on …", as against "Ruritania relies on …"."""
    return _subject_and(any_of(reporting()["takes"]["by_persons"]), rf"(?:[Hh]e|[Ss]he)|{_BARE}")


@cache
def _thinker_pattern() -> re.Pattern[str]:
    """What is a stand only of those who think for a trade: "critics point to …", "others see …", "he suggests a …"."""
    return _subject_and(
        any_of(reporting()["takes"]["by_thinkers"]), rf"(?:[Hh]e|[Ss]he|[Tt]hey)|(?i:{_THEORISTS}|{_SOME})|{_BARE}"
    )


@cache
def _owner_pattern() -> re.Pattern[str]:
    """ "Castellane's argument rests on the preamble", whatever is said of it."""
    return re.compile(
        rf"{_LEAD}(?:(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir)|(?P<source>{CAP}(?:\s(?:and\s)?{CAP}){{0,3}}?)[’']s?)\s"
        rf"(?:[\w-]+\s){{0,2}}(?P<cue>{_THESIS}s?)\s(?=(?:\w+ly\s)?[a-z]{{2,}}\b)"
    )


@cache
def _position_pattern() -> re.Pattern[str]:
    """ "The French position rejects it", whatever is said of it."""
    return re.compile(
        rf"{_LEAD}(?P<source>{positions()})(?P<pronoun>)\s(?P<cue>(?:\w+ly\s)?[a-z]{{3,}}(?:s|ed)|is|was)\b"
    )


def _subject_and(cues: str, sources: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?P<source>{sources})(?P<pronoun>)(?:{BETWEEN}|{ASIDE}?\s)(?P<cue>{cues})\b")


@cache
def _for_pattern() -> re.Pattern[str]:
    """ "For Marchmont the first paragraph is empty"."""
    return re.compile(
        rf"(?:\(?(?:[a-z]|\d)\)\s?[-–—]?\s?)?(?P<cue>For|To)\s+(?P<source>{CAP}(?:\s{CAP}){{0,2}}|him|her|{_SOME}(?=,)|{_THEORISTS}(?=,)|{_OFFICIAL}(?=,))(?P<pronoun>)(?=,|\s[a-z])"
    )


@cache
def _agent_pattern() -> re.Pattern[str]:
    """ "a reading put forward most forcefully by Thorncastle"."""
    forms = any_of(reporting()["takes"]["by"])
    # "hearings were held by the Senate"; "it was held by the Court to bind"
    judged = any_of([each for each in reporting()["takes"]["judged_by"] if each != "held"])
    judged += r"|held(?=\s+by\s(?:(?:[A-Z][\w’'-]*|the|of)\s){1,8}(?:to\s(?:be|have|bind)|that)\b)"
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
        rf"|(?:(?<=has\sbeen\s)|(?<=have\sbeen\s))(?:\w+ly\s+)?(?:described|characteri[sz]ed|interpreted|understood|construed|"
        rf"portrayed|depicted|presented|(?:{any_of(reporting()['takes']['accused'])}))\s+(?:as|for|of)"
        rf"|(?:{adverb}\s+)?(?:{any_of(reporting()['takes']['alleged'])})\s+to\s(?=[a-z])"
        r"|(?:\w+ly\s+)?(?:denounced|criticized|criticised|condemned|hailed|attacked)\s+as)\b"
    )


@cache
def _contended_pattern() -> re.Pattern[str]:
    """ "It is accordingly contended that": by a party, where a court writes so; others write so of themselves."""
    said = any_of(reporting()["of_parties"]["participles"])
    return re.compile(rf"(?<!\w)[Ii]t\s+is,?\s+(?:\w+,?\s+)?(?P<cue>{said})(?:,\s\w+,)?\s+that\b")
