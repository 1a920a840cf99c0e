"""Drafts into documents: body, notes and furniture laid out as one text with one coordinate system."""

from __future__ import annotations

from collections.abc import Iterable

from argmine.extract.draft import Draft, DraftNote, Piece
from argmine.types import Block, Document, Line, Metadata, Note, Source, Span

SEPARATOR = "\n\n"


class _Text:
    """The text as it grows, and the printed lines that gave it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0

    def add(self, pieces: Iterable[Piece]) -> Span:
        """Append pieces in a row, a blank line before them; where they came to stand."""
        if self.parts:
            self._append(SEPARATOR)
        start = self.length
        for piece in pieces:
            span = Span(self.length, self.length + len(piece.text))
            self._append(piece.text)
            if piece.page is not None and piece.box is not None:
                self.lines.append(Line(span, piece.page, piece.box))
        return Span(start, self.length)

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def assemble(draft: Draft, document_id: str, source: Source, metadata: Metadata) -> Document:
    """Lay the draft's streams out as one text: blocks, then notes, then furniture, blank lines between.

    No character is added or lost but the separators; a note's anchor becomes an offset into the whole text.
    """
    text = _Text()
    blocks = tuple(Block(block.kind, text.add(block.pieces), block.level, block.label) for block in draft.blocks)
    notes = tuple(Note(note.number, text.add(note.pieces), _anchor(note, blocks)) for note in draft.notes)
    furniture = tuple(text.add([piece]) for piece in draft.furniture)
    return Document(
        id=document_id,
        source=source,
        metadata=metadata,
        text="".join(text.parts),
        blocks=blocks,
        notes=notes,
        furniture=furniture,
        pages=draft.pages,
        lines=tuple(text.lines),
        quality=draft.quality,
    )


def _anchor(note: DraftNote, blocks: tuple[Block, ...]) -> int | None:
    return None if note.anchor is None else blocks[note.anchor.block].span.start + note.anchor.offset
