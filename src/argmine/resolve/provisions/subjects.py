""" "It" that goes on with the instrument or the article of which the sentence before speaks as its subject.

The Convention states the rule. It requires no proof of fault.     both are of the Convention
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmine.types import Mention, Sentence, Span

_SCORE = 0.7
_IT = re.compile(
    r"[”\"’']?\d{0,3}\s?(?:(?:But|And|Yet|Thus|Hence|However|Moreover|Furthermore|Further|Nor|Rather|Instead|Similarly|Indeed|Finally),?\s)?"
    r"(?P<it>[Ii]t)\s(?:(?:also|further|thus|then|however|therefore|only|expressly|explicitly|merely|[a-z]+ly)\s)?"
    r"(?:provid|establish|requir|oblig|prohibit|forbid|permit|allow|enabl|secur|cover|appl|impos|contain|defin|deal|lay|set|"
    r"grant|confer|exclud|extend|limit|speak|refer|state|stipulat|overrul|protect|affirm|declar|govern|regulat|creat|"
    r"entitl|leav|giv|prescrib|mandat|bind|specif|guarante|obligat|reserv|call|codif|fail)(?:e?s|ies)\b"
    r"|[”\"’']?\d{0,3}\s?(?P<does>It)\sdoes\s(?:not\s)?(?!not|follow|matter|seem|appear|mean|happen)[a-z]+"
)
_OPENING = re.compile(
    r"[”\"’'(]*\d{0,3}\s?(?:(?:[A-Z][a-z]+(?:\s[a-z]+){0,4},\s|(?:But|And|Yet|Thus|Hence|While|Although)\s))?(?:[Tt]he\s)?"
)
_VERB = re.compile(
    r"\s(?:(?:[a-z]+ly|also|thus|then|further|only)\s)?(?:does|do|did|is|was|has|had|may|must|shall|would|could|will|can(?:not)?|"
    r"(?!as\b|its\b|this\b|was\b|is\b|has\b|does\b)[a-z]+(?:s|ed))\s"
)


def resolve_subjects(text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The mentions that "it" makes at the beginning of sentences."""
    subject: Mention | None = None
    for before, sentence in pairwise(sentences):
        if sentence.region != before.region or sentence.block != before.block:
            subject = None
            continue
        subject = _subject(text, before.span, mentions) or (subject if _IT.match(text, before.span.start) else None)
        it = _IT.match(text, sentence.span.start, sentence.span.end)
        if it is not None and subject is not None:
            yield Mention(Span(*it.span("it" if it["it"] else "does")), subject.provision, "anaphoric", _SCORE)


def _subject(text: str, sentence: Span, mentions: Sequence[Mention]) -> Mention | None:
    """What a sentence that opens with an instrument or an article says something of."""
    first = bisect_left(mentions, sentence.start, key=_start)
    found = next(iter(mentions[first : first + 1]), None)
    if found is None or not sentence.covers(found.span) or found.method == "implicit":
        return None
    opens = _OPENING.fullmatch(text, sentence.start, found.span.start)
    return found if opens and _VERB.match(text, found.span.end) else None


def _start(mention: Mention) -> int:
    return mention.span.start
