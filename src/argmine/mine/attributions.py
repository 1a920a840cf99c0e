"""Attributions: who (source) says (cue) what (content), in the scheme of the PARC corpora (Pareti 2012).

Halvorsen argues that …          source, reporting verb, content behind "that", ":" or a quotation mark
According to Ruritania, …        phrase, source, content behind the comma
In Halvorsen's view …            source in the genitive, content: the sentence
…, as Halvorsen notes.           the sentence without the aside
It has been argued that …        no source: the cue is the source too
Halvorsen wrongly argues that …  the same, rejected by whoever reports it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from argmine.knowledge.lexicon import refutation, reporting
from argmine.types import Attribution, AttributionManner, Sentence, Span

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_LINKS = r"(?:of|the|and|&|for|on|in|de|la|du|des|van|von|der|den|al|bin|et\sal\.)"
NAME = rf"(?:[Tt]he\s+)?{_CAPITAL}(?:,?\s+(?:{_LINKS}\s+){{0,2}}{_CAPITAL}){{0,6}}(?:\s+of\s+\d+)?(?:\s+et\s+al\.)?"
CAP = r"[A-ZÀ-ÖØ-Þ][\w-]*"
_OWNER = (
    r"(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|the\s+(?:signatories|drafters|critics|authors|parties)(?=['’]))['’]?"
    rf"|(?P<source>(?:[Tt]he\s+)?{CAP}(?:\s+(?:{_LINKS}\s+){{0,2}}{CAP}){{0,4}})['’]s?)"
)
_APPOSITIVE = re.compile(rf",\s+(?P<name>{CAP}(?:\s+{CAP}){{0,3}}),")
_SENT = (
    r"(?:[Tt]he\s+)?(?:delegations?|representatives?|[Gg]overnments?|observers?|[Pp]ermanent\s+[Mm]issions?)\s+of\s+"
)
PRONOUN = r"(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey)"
OFFICE = (
    r"(?:[Tt]he(?:\s+same|\s+said)?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)(?:\s+arbitral)?\s+(?:tribunal|"
    r"court|chamber|commission|committee|subcommittee|delegation|author|writer|judge|arbitrator|[Gg]overnment|representative|"
    r"country|scholar|commentator|critic|applicant|respondent)s?"
)
# "Judge Xue, in her dissent, has rightly" held; "Freedonia, which was heard as a friend," took the position
ASIDE = r"(?:,\s(?!and\b|but\b|or\b)[^,.;:“”]{1,110},)"
_ADVERBS = (
    r"(?:(?:\w+ly|also|further|thus|once|even|still|often|however|therefore|then|first|himself|herself|itself|has|have|had|"
    r"was|were|would|indeed|does|did|long|nevertheless|alone|again)\s+){0,4}"
)
BETWEEN = rf"{ASIDE}?,?\s+{_ADVERBS}"
_CIRCUMSTANCE = r"(?:,?\s+(?:in|with|at|on|as|by|before|during|for|to|twenty|ten|many|some|here)\s[^.;:“”,]{1,80}?,?)?"
_OPENS = rf"(?:{_CIRCUMSTANCE}\s+(?:\w+ly\s+)?that\b|\s*[:,]\s*(?=[“\"‘])|\s*:|\s+(?=[“\"]))"
_QUOTE = re.compile(r"\s*[“\"‘]")
# "the Preamble stipulates that the Parties recognise …": nobody's reading
_NOT_ALL = re.compile(r"\b[Nn]ot?\s+(?:all\s+|every\s+|many\s+)?\Z")
_OF_THE_LAW = re.compile(r"\b(?:stipulat|provid|declar|stat|requir|say|lay|recogni|affirm)\w*\s+(?:down\s+)?that\s*\Z")
_VIEW = (
    r"(?:view|opinion|reading|judgment|judgement|understanding|submission|interpretation|estimation|eyes|words|account|"
    r"analysis|assessment|contention)s?"
)
_THESIS = (
    r"(?:argument|claim|contention|assertion|submission|thesis|theory|objection|suggestion|conclusion|position|view|opinion|"
    r"statement|belief|idea|reading|interpretation|assumption|conviction)"
)
_REJECTED_BY = re.compile(
    r"\b(?:wrongly|mistakenly|erroneously|incorrectly|unconvincingly|unpersuasively|falsely|misguidedly)\b",
    re.IGNORECASE,
)
_ENDORSED_BY = re.compile(
    r"\b(?:rightly|correctly|convincingly|persuasively|aptly|cogently|justly|properly)\b", re.IGNORECASE
)


def find_attributions(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions in each sentence, the outermost and one inside it, in the order of the text."""
    return tuple(found for sentence in sentences for found in _both(text, sentence.span))


def _both(text: str, sentence: Span) -> Iterator[Attribution]:
    outer = _attribution(text, sentence)
    if outer is None:
        return
    inner = _attribution(text, outer.content)
    if inner is not None and inner.cue.start - outer.content.start < _NEAR and inner.source != inner.cue:
        yield outer
        yield replace(inner, within=outer.source)
        return
    yield outer


_SHORT = 15
_NEAR = 60
"""How far into reported content another report may begin and still be what is reported, in characters."""


def _attribution(text: str, within: Span) -> Attribution | None:
    finders = (_by_phrase, _by_genitive, _by_thesis, _by_verb, _aside, _impersonal)
    candidates = [found for finder in finders for found in finder(text, within)]
    found = min(candidates, key=lambda found: found.cue.start, default=None)
    return replace(found, manner=manner_of(text, within, found)) if found else None


def manner_of(text: str, within: Span, found: Attribution) -> AttributionManner:
    """How whoever reports stands to it: by the adverb at the cue, or by a verdict behind the content."""
    around = text[min(found.source.start, found.cue.start) : max(found.source.end, found.cue.end)]
    if _REJECTED_BY.search(around) or _behind_thesis(text, found):
        return "rejected"
    return "endorsed" if _ENDORSED_BY.search(around) else "neutral"


def _behind_thesis(text: str, found: Attribution) -> bool:
    """ "Marchmont's argument that … is mistaken": only a noun leaves room for a verdict in the same sentence."""
    is_thesis = re.search(rf"{_THESIS}s?\Z", found.cue.of(text)) is not None
    return is_thesis and refutation().search(text, found.content.start, found.content.end) is not None


def _by_phrase(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _phrase_pattern().search(text, sentence.start, sentence.end)
    if match:
        # At the sentence's end ("…, according to Belgium.") the content stands before the phrase.
        behind = sentence.end - match.end() > _SHORT
        content = Span(match.end(), sentence.end) if behind else Span(sentence.start, match.start())
        yield made(text, match, content)


def _by_genitive(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "In Halvorsen's view the rule is old", "the rule, in its opinion, is old"."""
    match = _genitive_pattern().search(text, sentence.start, sentence.end)
    if match:
        behind = sentence.end - match.end() > _SHORT
        start = sentence.start if match.start() > sentence.start + 3 else match.end()
        yield made(text, match, Span(start, sentence.end if behind else match.start()))


def _by_thesis(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _thesis_pattern().search(text, sentence.start, sentence.end)
    if match:
        yield made(text, match, Span(match.end(), sentence.end))


def _by_verb(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _verb_pattern().search(text, sentence.start, sentence.end)
    if match and not _is_noun(text, match) and not _OF_THE_LAW.search(text, sentence.start, match.start()):
        yield made(text, match, Span(match.end(), sentence.end))


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """ "Developing states in particular fear that": States, not somebody who states; "not all economists": nobody."""
    if _NOT_ALL.search(text, max(match.start() - 12, 0), match.start()):
        return True
    return match["cue"] == "states" and not text[match.end("cue") :].lstrip().startswith(("that", ":", "“"))


def _aside(text: str, sentence: Span) -> Iterator[Attribution]:
    if opening := _opening_pattern().match(text, sentence.start, sentence.end):
        yield made(text, opening, Span(opening.end(), sentence.end))
    match = _aside_pattern().search(text, sentence.start, sentence.end)
    if match:
        is_last = sentence.end - match.end() < _SHORT
        yield made(text, match, Span(sentence.start, match.start() if is_last else sentence.end))


def _impersonal(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _impersonal_pattern().search(text, sentence.start, sentence.end)
    if match:
        cue = Span(*match.span("cue"))
        yield Attribution(cue, cue, Span(match.end(), sentence.end))


def made(text: str, match: re.Match[str], content: Span) -> Attribution:
    """An attribution from a match with the groups "source" or "pronoun", and "cue"."""
    source = Span(*match.span("source" if match.group("source") else "pronoun"))
    # "its ablest advocate, Marchmont, holds": the name behind the description
    appositive = _APPOSITIVE.match(text, source.end)
    if appositive and source.of(text).split()[-1].islower():
        source = Span(*appositive.span("name"))
    return Attribution(
        source, Span(*match.span("cue")), content,
        quoted=_QUOTE.match(text, content.start, content.end) is not None,
    )  # fmt: skip


def any_of(words: list[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))


@cache
def _source() -> str:
    return rf"(?:{_SENT}{NAME}|{groups()}|{OFFICE}|{PRONOUN}|{NAME})"


@cache
def groups() -> str:
    """A pattern for holders who are not named: "a number of delegations"."""
    groups = reporting()["groups"]
    quantifiers, nouns = any_of(groups["quantifiers"]), any_of(groups["nouns"])
    return rf"(?i:(?:(?:{quantifiers})\s+(?:of\s+the\s+)?(?:\w+\s+)?)?(?:{nouns}))(?!\w)"


@cache
def _verbs() -> str:
    return any_of([form for forms in reporting()["verbs"].values() for verb in forms for form in verb[:4]])


@cache
def _verb_pattern() -> re.Pattern[str]:
    coordinated = r"(?:[^,.;:“”]{1,90}\s+and\s+(?:\w+ly\s+)?)?"
    return re.compile(
        rf"(?<![\w’'-])(?<![Nn]o )(?<![Nn]ot )(?P<source>{_source()})(?P<pronoun>)"
        rf"(?:,\s+whose\s[\w\s]{{1,40}}?\s+|,\s+who\s+{_ADVERBS}|{BETWEEN}{coordinated}|{ASIDE}?\s[^,.;:“”]{{1,90}},\s+and\s+(?:\w+ly\s+)?)"
        rf"(?P<cue>{_verbs()}){_OPENS}"
    )


@cache
def _phrase_pattern() -> re.Pattern[str]:
    phrases = any_of(reporting()["phrases"]["phrases"])
    return re.compile(
        rf"(?<!\w)(?P<cue>(?i:{phrases}))\s+(?P<source>{_source()})(?P<pronoun>)"
        r"(?:,\s(?:who|which|whose)\s[^.;:“”]{1,100}?,|\s*,|\s*:|\s+that\b|(?=[.;)]))"
    )


@cache
def _genitive_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:[Ii]n|[Oo]n|[Tt]o)\s+{_OWNER}\s+(?:own\s+|considered\s+)?(?P<cue>{_VIEW})\b,?")


@cache
def _thesis_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_OWNER}\s+(?:own\s+|\w+ing\s+|main\s+|first\s+|second\s+)?(?P<cue>{_THESIS}s?)"
        r"(?:,\s[^,.;:“”]{1,60},)?\s+(?:(?:is|was|remains)\s+)?that\b"
    )


@cache
def _aside_pattern() -> re.Pattern[str]:
    """At the end of a sentence ("…, as Halvorsen notes."), or between commas in its midst ("…, she argues, …")."""
    return re.compile(
        rf"[,—–”\"]\s*(?:as\s+)?(?P<source>{_source()})(?P<pronoun>){BETWEEN}(?P<cue>{_verbs()})"
        r"(?=[.,;][”\"]?\s*$|\.[”\"]?$|,\s)"
    )


@cache
def _opening_pattern() -> re.Pattern[str]:
    """ "As Halvorsen notes, the rule is old"."""
    return re.compile(rf"As\s+(?P<source>{_source()})(?P<pronoun>){BETWEEN}(?P<cue>{_verbs()})(?:{_CIRCUMSTANCE}),\s")


@cache
def _impersonal_pattern() -> re.Pattern[str]:
    forms = reporting()["impersonal"]
    adverb = rf"(?:{any_of(forms['adverbs'])})\s+"
    said = rf"(?:{any_of(forms['participles'])})(?:,\s\w+,|\s+in\s[\w\s]{{1,30}}?)?\s+that"
    frames = (
        rf"it\s+has\s+(?:{adverb})?been\s+{said}",
        rf"it\s+was\s+(?:{adverb})?{said}",
        rf"it\s+is\s+{adverb}{said}",
        r"(?:we\s+have\s+heard\s+)it\s+said\s+that",
        rf"there\s+(?:are|were|have been)\s+(?:also\s+)?(?:those|some|many|several|{groups()})\s+who\s+(?:have\s+)?"
        rf"(?:{_verbs()})"
        r"(?=\s+(?:that|it|the|this)\b)",
        rf"(?:{any_of(forms['pronouns'])})\s+(?:have\s+)?(?:{_verbs()})\s+that",
        r"it\s+is\s+said,\s\w+,\s+that",
        any_of(forms["openings"]),
    )
    return re.compile(rf"(?<!\w)(?P<cue>{'|'.join(frames)})\b,?", re.IGNORECASE)
