"""Attributions: who (source) says (cue) what (content), in the scheme of the PARC corpora (Pareti 2012).

Halvorsen argues that …          source, reporting verb, content behind "that", ":" or a quotation mark
According to Ruritania, …        phrase, source, content behind the comma
…, as Halvorsen notes.           the sentence without the aside
It has been argued that …        no source: the cue is the source too
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmine.knowledge.lexicon import reporting
from argmine.types import Attribution, Sentence, Span

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_LINKS = r"(?:of|the|and|&|for|on|in|de|la|du|des|van|von|der|den|al|bin|et\sal\.)"
_NAME = rf"(?:[Tt]he\s+)?{_CAPITAL}(?:,?\s+(?:{_LINKS}\s+){{0,2}}{_CAPITAL}){{0,6}}(?:\s+of\s+\d+)?(?:\s+et\s+al\.)?"
# "Judge Xue, in her dissent, has rightly" held
_BETWEEN = (
    r"(?:,\s[\w\s’']{1,60})?,?\s+(?:(?:\w+ly|also|further|thus|once|even|still|often|however|therefore|then|himself|"
    r"herself|itself|has|have|had|was|were|would)\s+){0,3}"
)
_OPENS = r"(?:\s+(?:\w+ly\s+)?that\b|\s*[:,]\s*(?=[“\"‘])|\s*:|\s+(?=[“\"]))"
_QUOTE = re.compile(r"\s*[“\"‘]")


def find_attributions(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions in each sentence, at most one, the outermost; in the order of the text."""
    found = (_attribution(text, sentence.span) for sentence in sentences)
    return tuple(attribution for attribution in found if attribution is not None)


def _attribution(text: str, sentence: Span) -> Attribution | None:
    candidates = [found for finder in (_by_phrase, _by_verb, _aside, _impersonal) for found in finder(text, sentence)]
    return min(candidates, key=lambda found: found.cue.start, default=None)


def _by_phrase(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _phrase_pattern().search(text, sentence.start, sentence.end)
    if match:
        # At the sentence's end ("…, according to Belgium.") the content stands before the phrase.
        behind = sentence.end - match.end() > 15
        content = Span(match.end(), sentence.end) if behind else Span(sentence.start, match.start())
        yield _made(text, match, content)


def _by_verb(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _verb_pattern().search(text, sentence.start, sentence.end)
    if match:
        yield _made(text, match, Span(match.end(), sentence.end))


def _aside(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _aside_pattern().search(text, sentence.start, sentence.end)
    if match:
        yield _made(text, match, Span(sentence.start, match.start()))


def _impersonal(text: str, sentence: Span) -> Iterator[Attribution]:
    match = _impersonal_pattern().search(text, sentence.start, sentence.end)
    if match:
        cue = Span(*match.span("cue"))
        yield Attribution(cue, cue, Span(match.end(), sentence.end))


def _made(text: str, match: re.Match[str], content: Span) -> Attribution:
    return Attribution(
        Span(*match.span("source")), Span(*match.span("cue")), content,
        quoted=_QUOTE.match(text, content.start, content.end) is not None,
    )  # fmt: skip


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))


@cache
def _source() -> str:
    return rf"(?:{_groups()}|{_NAME})"


@cache
def _groups() -> str:
    groups = reporting()["groups"]
    quantifiers, nouns = _any(groups["quantifiers"]), _any(groups["nouns"])
    return rf"(?i:(?:(?:{quantifiers})\s+(?:of\s+the\s+)?(?:\w+\s+)?)?(?:{nouns}))(?!\w)"


@cache
def _verbs() -> str:
    return _any([form for forms in reporting()["verbs"].values() for verb in forms for form in verb[:4]])


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?<![Nn]o )(?P<source>{_source()}){_BETWEEN}(?P<cue>{_verbs()}){_OPENS}")


@cache
def _phrase_pattern() -> re.Pattern[str]:
    phrases = _any(reporting()["phrases"]["phrases"])
    return re.compile(rf"(?<!\w)(?P<cue>(?i:{phrases}))\s+(?P<source>{_source()})(?:\s*,|\s*:|\s+that\b|(?=[.;)]))")


@cache
def _aside_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[,—–”\"]\s*(?:as\s+)?(?P<source>{_source()}){_BETWEEN}(?P<cue>{_verbs()})(?=[.,;][”\"]?\s*$|\.[”\"]?$)"
    )


@cache
def _impersonal_pattern() -> re.Pattern[str]:
    forms = reporting()["impersonal"]
    adverb, said = rf"(?:{_any(forms['adverbs'])})\s+", rf"(?:{_any(forms['participles'])})\s+that"
    frames = (
        rf"it\s+has\s+(?:{adverb})?been\s+{said}",
        rf"it\s+was\s+(?:{adverb})?{said}",
        rf"it\s+is\s+{adverb}{said}",
        rf"(?:{_any(forms['pronouns'])})\s+(?:have\s+)?(?:{_verbs()})\s+that",
        _any(forms["openings"]),
    )
    return re.compile(rf"(?<!\w)(?P<cue>{'|'.join(frames)})\b,?", re.IGNORECASE)
