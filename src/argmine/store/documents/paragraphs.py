"""The numbers of paragraphs, by which judgments, reports and records are cited."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from argmine.types import Block, Document

_A_SERIES = 8
"""Numbers that follow each other: fewer are the points of a list."""


class Paragraphs:
    """The numbered paragraphs of a document: what stands under a number belongs to it, up to the next heading."""

    def __init__(self, document: Document) -> None:
        marks = [block for block in document.blocks if block.kind == "heading" or _is_numbered(block)]
        marks = marks if _follow_each_other([block for block in marks if _is_numbered(block)]) else []
        self._starts = [block.span.start for block in marks]
        self._numbers = [block.label if _is_numbered(block) else None for block in marks]
        self._end = document.blocks[-1].span.end if document.blocks else 0

    def at(self, offset: int) -> str | None:
        """The number of the paragraph around a character; None in notes, and where paragraphs have no numbers."""
        index = bisect_right(self._starts, offset) - 1
        return self._numbers[index] if index >= 0 and offset < self._end else None


def _is_numbered(block: Block) -> bool:
    return block.kind == "paragraph" and block.label is not None and block.label.isdecimal()


def _follow_each_other(blocks: list[Block]) -> bool:
    """Whether most numbers are the next one after that before; a list that begins anew is no series."""
    numbers = [int(block.label or 0) for block in blocks]
    following = sum(behind == before + 1 for before, behind in pairwise(numbers))
    return following >= _A_SERIES and following * 5 >= len(numbers) * 4
