"""The nouns: what flows from stage to stage.

Everything here is a frozen record of standard-library types. A `Span` is half-open and counts characters of
`Document.text`, the one coordinate system: after `extract/` has built the text it never changes, and page, printed
label, box and quotation are looked up by offset.

    Source → Document (text, blocks, notes, furniture, pages) → Analysis (sentences, claims, citations, links)

To make such a class costs Python a millisecond: a module is loaded when one of its nouns is first asked for, since a
search wants a dozen of the sixty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmine.on_demand import loader

if TYPE_CHECKING:
    from argmine.types.analyses import Analysis
    from argmine.types.citations import (
        Antecedent,
        Citation,
        Cited,
        Description,
        Pinpoint,
        Pointer,
        PointerForm,
        Work,
        in_full,
    )
    from argmine.types.claims import (
        AUTHOR,
        PLAIN,
        Attribution,
        AttributionKind,
        AttributionManner,
        Claim,
        ClaimKind,
        Holder,
        HolderType,
        Modality,
        Polarity,
        Relation,
        RelationKind,
        Stance,
        Strength,
        Wording,
        claim_id,
        relation_of,
    )
    from argmine.types.documents import (
        RECOGNISED,
        UNKNOWN_SPEAKER,
        Article,
        Block,
        BlockKind,
        Document,
        Grade,
        Line,
        Metadata,
        Note,
        Page,
        PageQuality,
        Quality,
        Sentence,
        Source,
        Speech,
        document_id,
    )
    from argmine.types.positions import (
        OF_CLAIMS,
        Comparison,
        Correction,
        CorrectionKind,
        Interpretation,
        Opposition,
        Position,
        Stand,
    )
    from argmine.types.provisions import (
        Link,
        LinkMethod,
        LinkRelation,
        Mention,
        Naming,
        Provision,
        Reference,
        Unresolved,
    )
    from argmine.types.spans import Genre, Region, Span

__all__ = [
    "AUTHOR",
    "OF_CLAIMS",
    "PLAIN",
    "RECOGNISED",
    "UNKNOWN_SPEAKER",
    "Analysis",
    "Antecedent",
    "Article",
    "Attribution",
    "AttributionKind",
    "AttributionManner",
    "Block",
    "BlockKind",
    "Citation",
    "Cited",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Correction",
    "CorrectionKind",
    "Description",
    "Document",
    "Genre",
    "Grade",
    "Holder",
    "HolderType",
    "Interpretation",
    "Line",
    "Link",
    "LinkMethod",
    "LinkRelation",
    "Mention",
    "Metadata",
    "Modality",
    "Naming",
    "Note",
    "Opposition",
    "Page",
    "PageQuality",
    "Pinpoint",
    "Pointer",
    "PointerForm",
    "Polarity",
    "Position",
    "Provision",
    "Quality",
    "Reference",
    "Region",
    "Relation",
    "RelationKind",
    "Sentence",
    "Source",
    "Span",
    "Speech",
    "Stance",
    "Stand",
    "Strength",
    "Unresolved",
    "Wording",
    "Work",
    "claim_id",
    "document_id",
    "in_full",
    "relation_of",
]

_NOUNS = {
    "spans": "Genre Region Span",
    "provisions": "Link LinkMethod LinkRelation Mention Naming Provision Reference Unresolved",
    "claims": "AUTHOR PLAIN Attribution AttributionKind AttributionManner Claim ClaimKind Holder HolderType Modality "
    "Polarity Relation RelationKind Stance Strength Wording claim_id relation_of",
    "documents": "RECOGNISED UNKNOWN_SPEAKER Article Block BlockKind Document Grade Line Metadata Note Page "
    "PageQuality Quality Sentence Source Speech document_id",
    "citations": "Antecedent Citation Cited Description Pinpoint Pointer PointerForm Work in_full",
    "analyses": "Analysis",
    "positions": "OF_CLAIMS Comparison Correction CorrectionKind Interpretation Opposition Position Stand",
}

if not TYPE_CHECKING:  # which knows them from above
    __getattr__ = loader(__name__, _NOUNS)
