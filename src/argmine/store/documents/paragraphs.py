"""The numbers of paragraphs, by which judgments, reports and records are cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from argmine.types import Block, Document

_A_SERIES = 8
"""Numbers that follow each other: fewer are the points of a list."""
_LOST = 5
"""So many numbers in a row may not have been read."""


class Paragraphs:
    """The numbered paragraphs of a document: what stands under a number belongs to it, up to the next heading."""

    def __init__(self, document: Document) -> None:
        numbered = [block for block in document.blocks if _is_numbered(block)]
        series = set(_series(numbered)) if _follow_each_other(numbered) else set()
        marks = [block for block in document.blocks if series and (block.kind == "heading" or block in series)]
        self._starts = [block.span.start for block in marks]
        self._numbers = [block.label if _is_numbered(block) else None for block in marks]
        self._end = document.blocks[-1].span.end if document.blocks else 0

    def at(self, offset: int) -> str | None:
        """The number of the paragraph around a character; None in notes, and where paragraphs have no numbers."""
        index = bisect_right(self._starts, offset) - 1
        return self._numbers[index] if index >= 0 and offset < self._end else None


def _is_numbered(block: Block) -> bool:
    return block.kind == "paragraph" and block.label is not None and block.label.isdecimal()


def _series(blocks: list[Block]) -> Iterator[Block]:
    """Those that count on. Points that count from one within a paragraph belong to it, be it the operative one; a long
    count that begins anew is that of an annex or of a judge's own opinion."""
    last = 0
    for place, block in enumerate(blocks):
        number = int(block.label or 0)
        if last < number <= last + 1 + _LOST or _counts_on(blocks[place:]):
            yield block
            last = number


def _counts_on(blocks: list[Block]) -> bool:
    first = int(blocks[0].label or 0)
    return [int(block.label or 0) for block in blocks[:_A_SERIES]] == list(range(first, first + _A_SERIES))


def _follow_each_other(blocks: list[Block]) -> bool:
    """Whether most numbers are the next one after that before; a list that begins anew is no series."""
    numbers = [int(block.label or 0) for block in blocks]
    following = sum(behind == before + 1 for before, behind in pairwise(numbers))
    return following >= _A_SERIES and following * 5 >= len(numbers) * 4
