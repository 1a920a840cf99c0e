"""Late interaction: a question and a passage compared word by word, each in its context (Khattab & Zaharia 2020).

For each token of the question the nearest token of the passage counts, the more the rarer its word is in the corpus.
What stands beside a passage speaks for it too: an answer often begins in one sentence and ends in the next. The tokens
of passages were encoded when they were written: of a search, only the question is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from argmine.encoders.tokens import BYTES, load_token_encoder, unpack

BESIDE = 0.4
"""What the mean of the passages before and behind counts beside the passage itself, which counts 1."""

Passages = Mapping[int, tuple[int, bytes]]
"""Row id → document and packed tokens; what stands beside a row has the row ids beside it and the same document."""


def closeness(
    question: str, passages: Passages, rarity: Callable[[str], float], *, once: bool = False
) -> dict[int, float]:
    """How near each passage is to the question by its own words: the weighted mean of cosines, at most 1.

    `once` is as in `TokenEncoder.words`.
    """
    words, asked = load_token_encoder().words(question, once=once)
    weights = np.array([rarity(word) for word in words], np.float32)
    near = dict.fromkeys(passages, 0.0)
    filled = [row for row, (_, packed) in passages.items() if packed]
    if not filled or not weights.sum():
        return near
    packed = [passages[row][1] for row in filled]
    starts = np.cumsum([0, *(len(each) // BYTES for each in packed[:-1])])
    # Not `@`: to wake the threads of BLAS takes longer than so small a product.
    cosines = np.einsum("qd,td->qt", asked, unpack(b"".join(packed)))
    best = np.maximum.reduceat(cosines, starts, axis=1)
    return near | dict(zip(filled, (weights @ best / weights.sum()).tolist(), strict=True))


def in_context(row: int, passages: Passages, own: Mapping[int, float]) -> float:
    """The closeness of a passage together with that of its neighbours; a missing neighbour counts as the passage."""
    document = passages[row][0]
    beside = [own[near] if passages.get(near, (0,))[0] == document else own[row] for near in (row - 1, row + 1)]
    return own[row] + BESIDE * sum(beside) / 2


def neighbours(rows: Iterable[int]) -> list[int]:
    """The rows and those beside them, each once."""
    return sorted({near for row in rows for near in (row - 1, row, row + 1)})
