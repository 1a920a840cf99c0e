"""Whether the parts of one document's result fit together, before anything of it is written."""

from __future__ import annotations

from argmine.errors import StoreError
from argmine.types import Analysis, Document


def check(document: Document, analysis: Analysis, vectors: int) -> None:
    """What the parts of one result owe each other.

    Raises:
        StoreError: they do not fit together.
    """
    ids = {claim.id for claim in analysis.claims}
    named = {link.claim_id for link in analysis.links} | {claim for claim, _ in analysis.supports}
    named |= {claim for each in analysis.relations for claim in (each.source_claim, each.target_claim) if claim}
    searchable = len(analysis.searchable)
    places = {claim.id: place for place, claim in enumerate(analysis.claims)}
    wrong = {
        "is the analysis of another document": analysis.document_id != document.id,
        "has two claims of one id": len(ids) < len(analysis.claims),
        "ties something to a claim that it lacks": not named <= ids,
        "has a clause before its sentence": any(
            claim.part_of is not None and places.get(claim.part_of, place) >= place
            for place, claim in enumerate(analysis.claims)
        ),
        "rests a claim on a citation that it lacks": any(
            not 0 <= index < len(analysis.citations) for _, index in analysis.supports
        ),
        "means a citation that it lacks": any(
            not 0 <= index < len(analysis.citations)
            for each in analysis.antecedents
            for index in (each.citation, each.target or 0)
        ),
        f"has {searchable} claims and passages and {vectors} vectors": searchable != vectors,
    }
    for what, holds in wrong.items():
        if holds:
            raise StoreError(f"The result for {document.source.path} {what}.")
