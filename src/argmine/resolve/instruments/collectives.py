"""Several instruments under one word: "both treaties", "the two laws", "neither statute", "these conventions".

They are those of that kind that were named last. "Both" and "the two" want two, and no third beside them; "these" what
one sentence named together. "This law", "the legislation" are the statutes that were named last, be it one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmine.knowledge import instruments
from argmine.resolve.instruments.descriptions import KINDS
from argmine.resolve.instruments.nearness import Codes, Surroundings, between, nearest
from argmine.types import Mention, Naming, Provision, Span

_SCORE = 0.7
_NOUNS = "|".join(dict.fromkeys("|".join(KINDS.values()).split("|")))
_COLLECTIVE = re.compile(
    r"\b(?:(?P<two>[Bb]oth(?:\s+of)?(?:\s+the(?:se)?)?|[Nn]either(?:\s+of\s+the(?:se)?)?|[Ee]ither(?:\s+of\s+the(?:se)?)?|"
    r"[Tt]h(?:e|ese|ose)\s+two)|[Tt]h(?:ese|ose)|[Tt]he(?=\s+(?:national|domestic)\s))\s+(?:(?!include\b|are\b)[a-z-]{3,}(?<!s)(?<!ed)\s+)?"
    rf"(?:pieces\s+of\s+)?(?P<noun>{_NOUNS}|instruments?|texts)\b(?!\s+(?:of|on)\b)"
)
_STATUTES = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Ss]uch)\s+(?:(?:national|domestic|new|said)\s+){0,2}(?P<noun>legislation)\b(?!\s+(?:of|on|in|by|adopted|enacted|passed)\b)"
    r"|\b[Tt]his\s+(?:(?:national|domestic|new)\s+)?(?P<one>law|act|statute)\b(?!\s+(?:of|on)\b)"
)


def find_collectives(text: str, namings: Sequence[Naming], surroundings: Surroundings) -> Iterator[Mention]:
    """Mentions of each of the instruments that such a word means; none where it is not plain which."""
    for match in _COLLECTIVE.finditer(text):
        span = Span(*match.span())
        for code in _meant(match["noun"], span, namings, surroundings, is_pair=match["two"] is not None):
            yield Mention(span, Provision(code), "anaphoric", _SCORE)
    for match in _STATUTES.finditer(text):
        span = Span(*match.span())
        for code in _statutes(span, namings, surroundings, is_one=match["one"] is not None):
            yield Mention(span, Provision(code), "anaphoric", _SCORE)


def _statutes(span: Span, namings: Sequence[Naming], surroundings: Surroundings, *, is_one: bool) -> Codes:
    """The statutes that the nearest sentence before names which names any; for "this law" one, or none."""
    codes = nearest(span, namings, surroundings, lambda each: each.kind == "statute")
    return codes if len(codes) == 1 or not is_one else ()


def _meant(noun: str, span: Span, namings: Sequence[Naming], surroundings: Surroundings, *, is_pair: bool) -> Codes:
    """What was named in the nearest sentences before, one more at a time, until there are two or more."""
    found: set[str] = set()
    for place in surroundings.before(span):
        found.update(between(namings, place.start, place.end, lambda each: _is_one(noun, each.kind, each.code)))
        if len(found) > 1 or (found and not is_pair):
            break
    return tuple(sorted(found)) if len(found) == 2 or (len(found) > 1 and not is_pair) else ()


def _is_one(noun: str, kind: str, code: str) -> bool:
    """Whether an instrument may be called so: by its kind, and "agreements" are what is called agreement."""
    if noun.startswith(("instrument", "text")):
        return True
    if not re.fullmatch(KINDS[kind], noun, re.IGNORECASE):
        return False
    is_of_kind = kind == "statute" or noun.startswith("treat")
    own = instruments()[code]
    return is_of_kind or any(noun.rstrip("s").casefold() in name.casefold() for name in (own.title, *own.names))
