"""What "that article", "the second paragraph", "to do the same" point back to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from argmine.types import Mention, Provision, Sentence, Span, Unresolved

_SAME = re.compile(
    r"\b(?:[Tt]h(?:is|at|ese|e same|e said|e latter)|[Ss]uch(?: an?)?)\s+"
    r"(?:articles?|provisions?|paragraphs?|clauses?|principles?|norms?|rules?|sections?)\b(?!\s+[IVXLC\d])"
)
_STEPS = 3
"""Sentences, its own among them, in which the antecedent of "that article" stands; of "to do the same", fewer."""
_STEPS_OF_ACT = 2
_DO_SO = re.compile(r"\b(?:do|does|did|done|doing)\s+(?:so|the\s+same|likewise)\b(?<![Ii]n doing so)")
_ORDINALS = "first second third fourth fifth sixth seventh eighth".split()
_NTH = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|that|[Aa])\s+(?P<nth>{'|'.join(_ORDINALS)})\s+paragraph\b(?!\s+(?:of|above|below))"
)


def resolve_demonstratives(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> Iterator[Mention | Unresolved]:
    """ "That article", "the second paragraph", "to do the same": the one provision of the nearest sentence before that
    mentions any; "these rules" are no article that only a phrase has called up."""
    cited = [mention for mention in mentions if mention.method != "implicit"]
    bounds = [sentence.span.start for sentence in sentences]
    matches = [(match, None) for pattern in (_SAME, _DO_SO) for match in pattern.finditer(text)]
    nth = [(match, str(_ORDINALS.index(match["nth"]) + 1)) for match in _NTH.finditer(text)]
    for match, paragraph in (*matches, *nth):
        span = Span(*match.span())
        is_act = match.re is _DO_SO
        candidates = cited if match.group().endswith("s") and match.re is _SAME else mentions
        provisions = _provisions_before(span, candidates, sentences, bounds, _STEPS_OF_ACT if is_act else _STEPS)
        if paragraph is not None:
            provisions = tuple(dict.fromkeys(Provision(each.instrument, each.path[:1]) for each in provisions))
        if len(provisions) == 1:
            below = (paragraph,) if paragraph else ()
            yield Mention(span, Provision(provisions[0].instrument, provisions[0].path + below), "anaphoric", 0.8)
        elif provisions and not is_act:
            yield Unresolved(span, f'"{match.group()}" may be {" or ".join(map(str, provisions))}')


def _provisions_before(
    span: Span,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    bounds: list[int],
    steps: int,
) -> tuple[Provision, ...]:
    own = bisect_right(bounds, span.start) - 1
    for index in range(own, max(own - steps, -1), -1):
        end = min(sentences[index].span.end, span.start)
        first = bisect_left(mentions, sentences[index].span.start, key=_start)
        before = mentions[first : bisect_left(mentions, end, key=_start)]
        provisions = {
            mention.provision for mention in before if mention.provision.path and mention.span.end <= span.start
        }
        if provisions:
            return tuple(sorted(provisions))
    return ()


def _start(mention: Mention) -> int:
    return mention.span.start
