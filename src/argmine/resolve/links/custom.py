"""Claims on customary international law, which has no articles: an instrument of the kind "custom" in the registry.

    "Custom binds all but the persistent objector."     named: explicit
    "It needs practice and the conviction of law."      behind that in its paragraph, or under a heading: anaphoric

A claim that names an article, or an instrument, is about that. Custom is no antecedent for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from argmine.knowledge import instruments
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Claim, Document, Link, LinkMethod, Provision, Span, relation_of

_SCORES: dict[LinkMethod, float] = {"explicit": 0.9, "anaphoric": 0.5}


def link_custom(document: Document, claims: Iterable[Claim], links: Iterable[Link]) -> Iterator[Link]:
    """Links to unwritten law of the claims that name it, and of those that go on about it.

    Args:
        links: what the claims are linked to already.
    """
    named = {link.claim_id for link in links if link.method == "explicit"}
    spoken: Span | None = None
    block: int | None = None
    for claim in sorted((claim for claim in claims if claim.region == "body"), key=lambda claim: claim.span):
        own = _pattern().search(document.text, claim.span.start, claim.span.end)
        if own is not None:
            spoken, block = Span(*own.span()), document.block_at(claim.span.start)
            yield _link(document, claim, spoken, "explicit")
        elif claim.id not in named:
            if spoken is None or block != document.block_at(claim.span.start):
                spoken = _heading(document, claim)
                block = document.block_at(claim.span.start)
            if spoken is not None:
                yield _link(document, claim, spoken, "anaphoric")


def _heading(document: Document, claim: Claim) -> Span | None:
    """Where the heading right above a claim names custom."""
    place = document.block_at(claim.span.start)
    while place is not None and place > 0:
        place -= 1
        block = document.blocks[place]
        if block.kind == "heading":
            found = _pattern().search(document.text, block.span.start, block.span.end)
            return Span(*found.span()) if found else None
    return None


def _link(document: Document, claim: Claim, evidence: Span, method: LinkMethod) -> Link:
    words = " ".join(evidence.of(document.text).casefold().split())
    return Link(claim.id, Provision(_codes()[words]), method, _SCORES[method], evidence, relation_of(claim))


@cache
def _codes() -> dict[str, str]:
    return {
        name.casefold(): code
        for code, instrument in instruments().items()
        if not instrument.is_written
        for name in instrument.names
    }


@cache
def _pattern() -> re.Pattern[str]:
    return phrase_pattern(_codes(), re.IGNORECASE)
