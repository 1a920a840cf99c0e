"""Documents with their claims as a spaCy DocBin, to train and to evaluate on (https://spacy.io/api/docbin).

Span groups of each Doc: "claims" (sentences and their clauses; label: kind, id: the claim's, kb_id: the first
provision), "sentences", "citations", "relations" (the words that show one; label: kind, id: "SOURCE>TARGET").
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as SpacySpan

from argmine.store import Database
from argmine.types import Analysis, Document, Span


def write_docbin(database: Database, documents: Iterable[str], path: Path) -> None:
    """Write the documents of these ids; spans begin and end with whole tokens."""
    english = spacy.blank("en")
    packed = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for document_id in documents:
        document = database.document(document_id)
        english.max_length = max(english.max_length, len(document.text) + 1)
        packed.add(_annotated(english.make_doc(document.text), document, database.analysis(document_id)))
    packed.to_disk(path)


def _annotated(doc: Doc, document: Document, analysis: Analysis) -> Doc:
    about = {link.claim_id: str(link.provision) for link in reversed(analysis.links)}
    doc.spans["claims"] = [
        _span(doc, claim.span, claim.kind, claim.id, about.get(claim.id, "")) for claim in analysis.claims
    ]
    doc.spans["sentences"] = [_span(doc, sentence.span, sentence.region) for sentence in analysis.sentences]
    doc.spans["citations"] = [_span(doc, each.span, each.kind, each.identifier or "") for each in analysis.citations]
    doc.spans["relations"] = [
        _span(doc, each.marker, each.kind, f"{each.source_claim or ''}>{each.target_claim}")
        for each in analysis.relations
    ]
    doc.user_data["document"] = {"id": document.id, "title": document.metadata.title, "source": document.source.path}
    return doc


def _span(doc: Doc, span: Span, label: str, name: str = "", provision: str = "") -> SpacySpan:
    found = doc.char_span(
        span.start, span.end, label, kb_id=provision, span_id=name, alignment_mode="expand"
    )  # fmt: skip
    return found if found is not None else SpacySpan(doc, 0, 0, label)
