"""The document: one text, one coordinate system, and everything else a span over it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from argmine.types.spans import Genre, Region, Span

Grade = Literal["good", "doubtful", "poor"]
BlockKind = Literal["heading", "paragraph", "list_item", "quotation", "table", "caption"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as found. `path` is as the user named it (relative paths stay relative), `size` in bytes."""

    path: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; `date` is ISO 8601 and may stop at the month or the year.

    `volume` is the container's; `session` and `agenda_item` are the numbers of the meetings of an organ, as printed.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    genre: Genre = "other"
    symbol: str | None = None
    container: str | None = None
    url: str | None = None
    volume: str | None = None
    doi: str | None = None
    session: str | None = None
    agenda_item: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1 in the file, `label` is the printed number; size in PDF points."""

    number: int
    label: str | None
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `box` is x0, top, x1, bottom in PDF points, origin top left."""

    span: Span
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the body; may run over columns and pages.

    `level` is the depth of a heading (1 is the highest) or of a list item, else 0. `label` is the printed number of a
    numbered paragraph, list item or heading ("12", "a", "OP4"), which stays in the text too.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    `number` is as printed ("12", "*"), `span` the note's text without its number, `anchor` the offset in the body where
    its marker stood (the marker itself is not in the text); None when no marker was found.
    """

    number: str
    span: Span
    anchor: int | None = None


UNKNOWN_SPEAKER = "unknown author"
"""The speaker of words that are not those of the document's author, where nobody is named."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One intervention in a record or a transcript, or a text of another author in the same file.

    `affiliation` is the State or organ in brackets behind the name, if any.
    """

    span: Span
    speaker: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article (section, principle, operative paragraph) of an ingested instrument, with its own words."""

    number: str
    heading: str | None
    span: Span


RECOGNISED = "text recognised from a picture"
"""The reason of every page that is a scan with text."""


@dataclass(frozen=True, slots=True)
class PageQuality:
    """The grade of a page (`page` counts from 1) and the reasons for it; none when it is good."""

    page: int
    grade: Grade
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The grade of a document, why, and on how many pages; `pages` holds those that are not good."""

    grade: Grade
    reasons: tuple[str, ...]
    pages: tuple[PageQuality, ...]


_ID = 12  # hexadecimal characters of a file's hash


def document_id(sha256: str) -> str:
    """The id of the document in a file with this hash."""
    return sha256[:_ID]


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read: every word of the source is in exactly one of body, notes, furniture.

    `text` holds the body first, then the notes in their order, then the furniture (running heads, page numbers,
    menus); pieces are separated by blank lines, and blocks, notes and furniture tile everything else.
    `lines` are in the order of their spans and are empty where the source has no pages. `quality` is what
    the reading is worth.
    """

    id: str
    source: Source
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    speeches: tuple[Speech, ...] = ()
    articles: tuple[Article, ...] = ()
    quality: Quality | None = None

    def page_at(self, offset: int) -> Page | None:
        """The page on which the character at `offset` is printed; None where the source has no pages."""
        if not self.lines:
            return None
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        return self.pages[self.lines[max(index, 0)].page - 1]

    def block_at(self, offset: int) -> int | None:
        """The index of the block around `offset`; None in notes and furniture."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return index if index >= 0 and offset < self.blocks[index].span.end else None

    def speech_at(self, offset: int) -> Speech | None:
        """The speech around `offset`."""
        index = bisect_right(self.speeches, offset, key=lambda speech: speech.span.start) - 1
        return self.speeches[index] if index >= 0 and offset < self.speeches[index].span.end else None

    def section_at(self, offset: int) -> tuple[str, ...]:
        """The headings above `offset`, highest first."""
        path: list[Block] = []
        for block in self.blocks:
            if block.span.start > offset:
                break
            if block.kind == "heading":
                path = [above for above in path if above.level < block.level] + [block]
        return tuple(block.span.of(self.text) for block in path)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body or of a note; `block` is the index of its block, None in a note."""

    span: Span
    region: Region
    block: int | None = None
