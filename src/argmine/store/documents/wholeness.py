"""Whether the parts of one document's result fit together, before anything of it is written."""

from __future__ import annotations

from argmine.errors import StoreError
from argmine.types import Analysis, Document


def check(document: Document, analysis: Analysis, vectors: int) -> None:
    """What the parts of one result owe each other.

    Raises:
        StoreError: they do not fit together.
    """
    wrong = _of_claims(document, analysis) | _of_citations(analysis)
    wrong[f"has {len(analysis.searchable)} claims and passages and {vectors} vectors"] = (
        len(analysis.searchable) != vectors
    )
    for what, holds in wrong.items():
        if holds:
            raise StoreError(f"The result for {document.source.path} {what}.")


def _of_claims(document: Document, analysis: Analysis) -> dict[str, bool]:
    ids = {claim.id for claim in analysis.claims}
    named = {link.claim_id for link in analysis.links} | {claim for claim, _ in analysis.supports}
    named |= {claim for each in analysis.relations for claim in (each.source_claim, each.target_claim) if claim}
    places = {claim.id: place for place, claim in enumerate(analysis.claims)}
    clauses = ((place, claim.part_of) for place, claim in enumerate(analysis.claims) if claim.part_of is not None)
    return {
        "is the analysis of another document": analysis.document_id != document.id,
        "has two claims of one id": len(ids) < len(analysis.claims),
        "ties something to a claim that it lacks": not named <= ids,
        "has a clause before its sentence": any(places.get(whole, place) >= place for place, whole in clauses),
    }


def _of_citations(analysis: Analysis) -> dict[str, bool]:
    known = range(len(analysis.citations))
    meant = (index for each in analysis.antecedents for index in (each.citation, each.target or 0))
    return {
        "rests a claim on a citation that it lacks": any(index not in known for _, index in analysis.supports),
        "means a citation that it lacks": any(index not in known for index in meant),
    }
