"""A page with what was read on it: outlines of blocks, notes, markers and furniture over its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from argmine.errors import QueryError
from argmine.types import Document, Line, Span

Box = tuple[float, float, float, float]
Part = Literal["heading", "paragraph", "list_item", "quotation", "table", "caption", "note", "marker", "furniture"]

COLOURS: dict[str, str] = {
    "heading": "#c0392b", "paragraph": "#1f5fbf", "list_item": "#1a8fb3", "quotation": "#7d3fb0", "table": "#946b2d",
    "caption": "#b03f82", "note": "#1e8449", "marker": "#e67e22", "furniture": "#7f8c8d",
}  # fmt: skip
"""Of the parts, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One box on a page, in PDF points from its top left, and what was read there."""

    part: Part
    box: Box
    label: str = ""


def outlines(document: Document, page: int) -> list[Outline]:
    """What was read on a page: a box for each block, note and line of furniture, and for each marker's place.

    Raises:
        QueryError: the document has no such page.
    """
    if not 1 <= page <= len(document.pages):
        pages = f"pages 1 to {len(document.pages)}" if document.pages else "no pages"
        raise QueryError(f"{document.source.path} has no page {page}.", f"It has {pages}.")
    lines = [line for line in document.lines if line.page == page]
    return [*_parts(document, lines), *_markers(document, lines)]


def _parts(document: Document, lines: list[Line]) -> Iterator[Outline]:
    streams: list[tuple[Part, Span, str]] = [(block.kind, block.span, block.label or "") for block in document.blocks]
    streams += [("note", note.span, note.number) for note in document.notes]
    streams += [("furniture", span, "") for span in document.furniture]
    for part, span, label in streams:
        boxes = [line.box for line in lines if span.covers(line.span)]
        for box in _columns(boxes):
            yield Outline(part, box, label)


def _columns(boxes: list[Box]) -> Iterator[Box]:
    """One box around the lines of each column."""
    column: list[Box] = []
    for box in boxes:
        if column and box[1] < column[-1][1] - 1:  # further up the page: the next column
            yield _around(column)
            column = []
        column.append(box)
    if column:
        yield _around(column)


def _around(boxes: list[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _markers(document: Document, lines: list[Line]) -> Iterator[Outline]:
    """The place of each marker, by its share of the characters of its line."""
    for note in document.notes:
        at = note.anchor
        line = next((one for one in lines if at is not None and one.span.start <= at <= one.span.end), None)
        if line is not None and at is not None:
            x0, top, x1, bottom = line.box
            x = x0 + (x1 - x0) * (at - line.span.start) / max(1, line.span.end - line.span.start)
            yield Outline("marker", (x - 1.5, top, x + 1.5, bottom), note.number)
