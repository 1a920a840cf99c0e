"""Drafts as lines to look at."""

from __future__ import annotations

from collections import Counter

from argmine.extract.draft import Draft


def body(draft: Draft) -> list[str]:
    """The texts of the body's blocks, each note's number in double brackets where its marker stood."""
    texts = [block.text for block in draft.blocks]
    anchored = sorted(
        (note.anchor.block, note.anchor.offset, index, note.number)
        for index, note in enumerate(draft.notes)
        if note.anchor
    )
    for block, offset, _, number in reversed(anchored):
        texts[block] = f"{texts[block][:offset]}⟦{number}⟧{texts[block][offset:]}"
    return texts


def notes(draft: Draft) -> list[str]:
    """The notes, each behind its number."""
    return [f"{note.number} {note.text}" for note in draft.notes]


def furniture(draft: Draft) -> list[str]:
    """The texts of the furniture."""
    return [piece.text for piece in draft.furniture]


def kinds(draft: Draft) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block."""
    return [(block.kind, block.level, block.text) for block in draft.blocks]


def letters(*texts: str) -> Counter[str]:
    """How often each letter occurs."""
    return Counter(char for text in texts for char in text if char.isalpha())


def all_letters(draft: Draft) -> Counter[str]:
    """The letters of all three streams."""
    return letters(*(block.text for block in draft.blocks), *notes(draft), *furniture(draft))
