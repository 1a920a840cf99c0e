"""A document of one paragraph with notes."""

from __future__ import annotations

from argmine.types import Block, Document, Metadata, Note, Source, Span


def document(body: str, *notes: str) -> Document:
    """Notes are numbered from 1; their markers stand at the end of the paragraph."""
    text, spans = body, []
    for note in notes:
        text += "\n\n" + note
        spans.append(Span(len(text) - len(note), len(text)))
    numbered = tuple(Note(str(number), span, len(body)) for number, span in enumerate(spans, start=1))
    source = Source("sample.txt", "0" * 64, "text/plain", len(text))
    return Document("0" * 12, source, Metadata(), text, (Block("paragraph", Span(0, len(body))),), numbered)
