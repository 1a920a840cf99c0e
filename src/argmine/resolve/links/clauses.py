"""Clauses of a claim: the provisions that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from argmine.resolve.links.mentioned import link_claims
from argmine.types import Claim, Link, Mention, relation_of

_SCORE = 0.7


def link_clauses(
    text: str, clauses: Sequence[Claim], links: Iterable[Link], mentions: Sequence[Mention]
) -> Iterator[Link]:
    """What a clause names itself; a clause that names nothing is about what its sentence is about.

    Args:
        links: those of the sentences.
    """
    own = list(link_claims(text, clauses, mentions))
    yield from own
    named = {link.claim_id for link in own}
    of_sentence: dict[str | None, list[Link]] = defaultdict(list)
    for link in links:
        of_sentence[link.claim_id].append(link)
    for clause in clauses:
        if clause.id not in named:
            yield from (_handed_down(clause, link) for link in of_sentence[clause.part_of])


def _handed_down(clause: Claim, link: Link) -> Link:
    """Named beside the clause, so no more than meant by it."""
    method = "anaphoric" if link.method == "explicit" else link.method
    relation = link.relation if relation_of(clause) == "interprets" else "mentions"
    return replace(link, claim_id=clause.id, method=method, score=min(link.score, _SCORE), relation=relation)
