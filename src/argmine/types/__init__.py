"""The nouns: what flows from stage to stage.

Everything here is a frozen record of standard-library types. A `Span` is half-open and counts characters of
`Document.text`, the one coordinate system: after `extract/` has built the text it never changes, and page, printed
label, box and quotation are looked up by offset.

    Source → Document (text, blocks, notes, furniture, pages) → Analysis (sentences, claims, citations, links)
"""

from __future__ import annotations

from argmine.types.analyses import Analysis
from argmine.types.citations import Antecedent, Citation, Cited, Description, Pinpoint, Pointer, PointerForm, Work
from argmine.types.claims import (
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
)
from argmine.types.documents import (
    Article,
    Block,
    BlockKind,
    Document,
    Genre,
    Grade,
    Line,
    Metadata,
    Note,
    Page,
    PageQuality,
    Quality,
    Region,
    Sentence,
    Source,
    Span,
    Speech,
)
from argmine.types.positions import Comparison, Correction, CorrectionKind, Interpretation, Opposition, Position, Stand
from argmine.types.provisions import Link, LinkMethod, LinkRelation, Mention, Naming, Provision, Reference, Unresolved

__all__ = [
    "PLAIN",
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
]
