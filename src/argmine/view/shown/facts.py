"""All that is known of one sentence, in words, under names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmine.store import Authority, ClaimRow, PassageRow
from argmine.types import Document
from argmine.view.sourced import holder_name, place


def claim_facts(claim: ClaimRow, document: Document) -> Mapping[str, str]:
    """What is known of a claim, several things of a kind on lines of their own."""
    return {
        "id": claim.id, "holder": f"{holder_name(claim)} ({claim.holder.type}, {claim.attribution})",
        "kind": claim.kind, "stance": claim.stance or "none",
        "provisions": "\n".join(_evidence(claim, document)) or "none",
        "place": _where(claim),
        "source": claim.source, "date": claim.date or "undated", "authorities": _authorities(claim.citations) or "none",
        "clauses": "\n".join(_clause(each) for each in claim.clauses) or "none",
        "structure": "\n".join(_relations(claim)) or "none",
        "confidence": f"{claim.confidence:.2f}", "rules": ", ".join(claim.rules),
    }  # fmt: skip


def passage_facts(passage: PassageRow) -> Mapping[str, str]:
    """What is known of a sentence that is no claim."""
    return {"id": passage.id, "found": "no claim", "place": _where(passage), "source": passage.source}


def _where(passage: PassageRow) -> str:
    return " · ".join(filter(None, [place(passage), " › ".join(passage.section), passage.region]))


def _evidence(claim: ClaimRow, document: Document) -> list[str]:
    return [
        f"{link.provision}  {link.method}, {link.score:.2f}: “{link.evidence.of(document.text)}”"
        for link in claim.links
    ]


def _clause(claim: ClaimRow) -> str:
    parts = (claim.kind, claim.stance, holder_name(claim), claim.id)
    return f"“{claim.text}” · {' · '.join(filter(None, parts))}"


_ROLES = {
    ("support", True): "supports", ("support", False): "is supported by",
    ("attack", True): "attacks", ("attack", False): "is attacked by",
    ("concession", True): "is held against", ("concession", False): "is conceded by",
}  # fmt: skip


def _relations(claim: ClaimRow) -> list[str]:
    """One line for each relation: what the claim does, the marker, the other side."""
    lines = []
    for each in claim.relations:
        acts = each.source.claim == claim.id
        other = each.target if acts else each.source
        lines.append(
            f"{_ROLES[each.kind, acts]} (“{each.marker}”) “{other.text}”" + (f" · {other.claim}" if other.claim else "")
        )
    return lines


def _authorities(citations: Iterable[Authority]) -> str:
    return "\n".join(f"{f'note {each.note}: ' if each.note else ''}{each.text}" for each in citations)
