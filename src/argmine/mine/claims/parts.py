"""Clauses as claims: what each clause of a claim claims by itself, with its own kind and stance.

A sentence is cut where it lists propositions, or where a connective joins two. The sentence stays a claim; its clauses
are claims `part_of` it, if at least two of them argue by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmine.mine.attributions import find_attributions
from argmine.mine.claims.classifier import classifier
from argmine.mine.claims.clauses import find_items
from argmine.mine.claims.features import Example
from argmine.mine.claims.finding import claim_of
from argmine.mine.claims.junctions import Junction, find_junctions
from argmine.types import Attribution, Claim, Document, Sentence, Span

_TELLS = re.compile(r"\bthat\b", re.IGNORECASE)
_LENIENCE = 0.15  # a clause of a sentence that is known to argue needs less


def with_parts(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, each followed by those of its clauses that are claims themselves."""
    return tuple(each for claim in claims for each in (claim, *_parts(document, claim)))


def clause_attributions(text: str, claims: Iterable[Claim], found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions for the clauses: those of the sentences, but what one clause reports ends with it.

    "While Halvorsen holds that A, Okonjo argues that B" reports two; "Okonjo argues that A; that B" one.
    """
    parts = [claim.span for claim in claims if claim.part_of]
    inside = find_attributions(text, tuple(Sentence(part, "body") for part in parts))
    around = (each for each in found if not any(part.covers(each.cue) for part in parts))
    return tuple(sorted((*around, *inside), key=lambda each: each.content))


def _parts(document: Document, claim: Claim) -> Iterator[Claim]:
    items = find_items(document.text, claim.span)
    parts = list(_judged(document, claim, items or _joined(document.text, claim.span)))
    found = [part for part in parts if part.confidence >= classifier().threshold - _LENIENCE]
    if len(found) > 1:
        yield from parts if items else found  # of a list that argues, no item is left out


def _joined(text: str, sentence: Span) -> tuple[Span, ...]:
    junctions = [each for each in find_junctions(text, sentence) if not _reported(text, each)]
    return tuple(sorted({span for each in junctions for span in (each.source, each.target)}))


def _reported(text: str, junction: Junction) -> bool:
    """Whether a reason may belong to a view that is told before it: "they argue that A because P"."""
    first = min(junction.source, junction.target)
    told = _TELLS.search(first.of(text)) or find_attributions(text, (Sentence(first, "body"),))
    return junction.kind == "support" and first.end <= junction.marker.start and bool(told)


def _judged(document: Document, claim: Claim, spans: tuple[Span, ...]) -> Iterator[Claim]:
    genre = "note" if claim.region == "note" else document.metadata.genre
    lead = Span(claim.span.start, spans[0].start).of(document.text).strip() if spans else ""
    examples = [Example(span.of(document.text), genre, lead=lead or None) for span in spans]
    for span, judgement in zip(spans, classifier().judge(examples), strict=True):
        yield claim_of(document, span, claim.region, judgement, part_of=claim.id)
