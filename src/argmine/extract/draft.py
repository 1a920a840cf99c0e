"""What a reader hands over: streams of pieces, before they become one text with one coordinate system.

A reader (PDF, HTML, plain text ...) decides what is body, note and furniture; `assembly.assemble` lays the three out
as a `Document`. A piece is what one printed line gives to its block, already joined to the next one: it ends with a
space where the block goes on with a new word, and without its hyphen where a word was broken at the line end. So the
text of a block is nothing but its pieces in a row, and every character of it knows its page and box.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from argmine.types import BlockKind, Page, Quality

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a block that stands on one printed line.

    `page` is the page's number, counted from 1, and `box` x0, top, x1, bottom in PDF points, origin top left; both are
    None where the source has no pages.
    """

    text: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block of the body; `level` and `label` as in `types.Block`."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    level: int = 0
    label: str | None = None

    @property
    def text(self) -> str:
        """The block's words, joined over its lines."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note's marker stood: before the character `offset` of the text of block `block` (an index)."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote or endnote: its printed number, its words without that number, and its place in the body."""

    number: str
    pieces: tuple[Piece, ...]
    anchor: Anchor | None = None

    @property
    def text(self) -> str:
        """The note's words, joined over its lines."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Draft:
    """A source, sorted into three streams: every character of it is in exactly one.

    `furniture` holds one piece for each line that is no part of the argument (running heads, page numbers, menus).
    `info` is what the file says of itself (keys in lower case, as "title", "author", "creationdate"), unchecked.
    `quality` is what the reading is worth, where the reader tells.
    """

    blocks: tuple[DraftBlock, ...]
    notes: tuple[DraftNote, ...] = ()
    furniture: tuple[Piece, ...] = ()
    pages: tuple[Page, ...] = ()
    info: dict[str, str] = field(default_factory=dict)
    quality: Quality | None = None


def plain_block(text: str, kind: BlockKind = "paragraph", level: int = 0, label: str | None = None) -> DraftBlock:
    """A block of a source without pages."""
    return DraftBlock(kind, (Piece(text),), level, label)
