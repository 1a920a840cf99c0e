"""Sentences on the law of a State: what the passage has said of a treaty is not carried over to them.

    "Under the Harbour Act a permit may be transferred."          says itself that it is
    "The Minister may revoke it." "Applicants must be insured."    words of permits behind such a sentence

A sentence that names a treaty is on that, and another section may be on anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from argmine.knowledge import instruments, states
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Document, Mention, Sentence, Span

_ACT = (
    r"\b(?:(?!Final\b|General\b|Single\b|European\b|The\b|An?\b|No\b)[A-Z][\w’'-]+\s+(?:(?:and|of|on|for)\s+)?){1,8}"
    r"(?<!Final )(?<!General )Act\b(?!\s+of\s+(?:God|State|War|Aggression)\b)"
)
# the rules of an organization of States are called Regulations, too
_REGULATIONS = (
    r"\b(?!(?:Radio|Staff|Health|International|Administrative|Hague|Telecommunication|Mining|Financial|European"
    r"|The|These|Such)\b)[A-Z][\w’'-]+\s+(?:[A-Z][\w’'-]+\s+)?(?<!Radio )(?<!Hague )Regulations\b"
)
_REPORTED = r"\b\d+\s+(?:U\.\s?S\.\s?C|C\.\s?F\.\s?R|Fed\.\s?Reg|Stat)\.|\bPub(?:lic|\.)\s+L(?:aw|\.)|\(Cth\)"
_OFFICE = (
    r"\b[Tt]he\s+(?:Minister|Secretary)(?![-–]|\s+(?:for\s+Foreign|General|of\s+State))\b[^.;]{0,40}?\s"
    r"(?:may|must|shall|can|cannot)\b"
)
_FEDERAL = r"\b(?:[Ff]ederal|[Ss]tate)\s+(?:law|laws|legislation|statutes?|regulations?|agency|agencies|officials?)\b"
_LAWS = (
    r"\s+(?:(?:national|domestic|federal|space|launch|licensing|commercial)\s+){0,2}"
    r"(?:laws?|legislation|statutes?|regulations?|licensing)\b"
)
_DEFINED = re.compile(
    r"[^;\n]{0,150}?[\[(]\s?(?:hereinafter:?\s+)?(?:the\s+)?"
    r"[“\"]?(?P<alias>(?:(?:1[89]|20)\d\d )?[A-Z][\w ]{2,30}?)[”\"]?\s?[\])]"
)
_REACH = 12
"""Sentences behind one on such law in which words of permits are of it."""
_OF_PERMITS = re.compile(
    r"\b(?:licen[cs](?:es?|ed|ing|ees?)|permits?(?!\s+(?:the|an?|any|no|it|this|that|them|states?)\b)|certificates?|"
    r"applicants?|transferees?|(?:civil|criminal)\s+(?:penalt(?:y|ies)|sanctions?)|fines?|"
    r"the\s+(?:Act|statute|Regulations|Minister|Secretary|government))\b"
)


class Domestic:
    """Which sentences of a document are on the law of a State."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._signs = (_pattern(), phrase_pattern(set(_aliases(document.text))))
        codes = ((each.span.start, each.provision.instrument) for each in mentions)
        self._treaties = [start for start, code in codes if not is_statute(code)]
        self._starts = [sentence.span.start for sentence in sentences]
        self._spoken = list(self._read(sentences))

    def _read(self, sentences: Sequence[Sentence]) -> Iterator[bool]:
        since = _REACH
        for sentence in sentences:
            says = any(sign.search(self._document.text, sentence.span.start, sentence.span.end) for sign in self._signs)
            since = 0 if says else _REACH if self._is_heading(sentence) else since + 1
            if since < _REACH and _OF_PERMITS.search(self._document.text, sentence.span.start, sentence.span.end):
                since = 0
            yield since == 0 and not self._names_treaty(sentence.span)

    def _is_heading(self, sentence: Sentence) -> bool:
        return sentence.block is not None and self._document.blocks[sentence.block].kind == "heading"

    def _names_treaty(self, span: Span) -> bool:
        return bisect_left(self._treaties, span.start) < bisect_left(self._treaties, span.end)

    def is_spoken_of(self, span: Span) -> bool:
        """Whether the sentence in which a span begins is on such law, and names no treaty."""
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and self._spoken[place]


def is_statute(code: str) -> bool:
    """Whether an instrument of the registry is itself the law of a State."""
    return instruments()[code].kind == "statute"


def _aliases(text: str) -> Iterator[str]:
    """The short names that a document gives to acts and regulations."""
    for act in _titles().finditer(text):
        if found := _DEFINED.match(text, act.end()):
            yield found["alias"]


@cache
def _titles() -> re.Pattern[str]:
    return re.compile("|".join((_ACT, _REGULATIONS, _REPORTED)))


@cache
def _pattern() -> re.Pattern[str]:
    names = {name for state in states() for name in (*state.names, *state.adjectives)}
    of_state = phrase_pattern(names).pattern
    owned = rf"(?:{of_state}(?:['’]s?)?{_LAWS}|\blaws?\s+(?:of|in)\s+(?:the\s+)?{of_state})"
    return re.compile("|".join((_titles().pattern, _OFFICE, _FEDERAL, owned)))
