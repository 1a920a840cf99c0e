"""Late interaction: a question and a passage compared word by word, each in its context (Khattab & Zaharia 2020).

For each token of the question the nearest token of the passage counts, the more the rarer its word is in the corpus.
What stands beside a passage speaks for it too: an answer often begins in one sentence and ends in the next, so that a
word that the passage lacks may stand in one of them. The tokens of passages were encoded when they were written: of a
search, only the question is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from argmine.encoders.tokens import BYTES, load_token_encoder, unpack

TOGETHER = 0.8
"""What a passage and its neighbours as if they were one count beside the passage itself, which counts 1."""
BESIDE = 0.2
"""What the mean of the passages before and behind counts."""
_FEW = 10
"""Tokens of a short sentence."""

Passages = Mapping[int, tuple[int, bytes]]
"""Row id → document and packed tokens; what stands beside a row has the row ids beside it and the same document."""


class Compared:
    """A question and some passages, compared word by word.

    Closeness is the mean of the cosines of the words of the question to the nearest ones, weighted by their rarity: at
    most 1. `once` is as in `TokenEncoder.words`.
    """

    def __init__(
        self, question: str, passages: Passages, rarity: Callable[[str], float], *, once: bool = False
    ) -> None:
        words, asked = load_token_encoder().words(question, once=once)
        weights = np.array([rarity(word) for word in words], np.float32)
        self._passages = passages
        self._places = {row: place for place, row in enumerate(passages)}
        self._tokens = np.array([len(packed) // BYTES for _, packed in passages.values()], np.float32)
        # What each word of the question adds to the closeness of each passage.
        self._shares = np.zeros((len(passages), len(words)), np.float32)
        filled = [place for place, (_, packed) in enumerate(passages.values()) if packed]
        if filled and weights.sum():
            tokens = [packed for _, packed in passages.values() if packed]
            self._shares[filled] = _nearest(asked, tokens).T * (weights / weights.sum())

    def closeness(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """How near each of these passages is to the question by its own words."""
        return self._own(self._places[row] for row in rows)

    def in_context(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """The closeness of each of these passages with what its neighbours count: at most 2.

        A missing neighbour counts as the passage.
        """
        here, before, behind = ([self._beside(row, by) for row in rows] for by in (0, -1, 1))
        together = np.maximum.reduce([self._shares[places] for places in (here, before, behind)])
        beside = (self._own(before) + self._own(behind)) / 2
        context: NDArray[np.float32] = self._own(here) + TOGETHER * together.sum(axis=1) + BESIDE * beside
        return context

    def brevity(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """What share of a short sentence of ten tokens each of these passages lacks."""
        brief: NDArray[np.float32] = np.maximum(1 - self._tokens[[self._places[row] for row in rows]] / _FEW, 0)
        return brief

    def _own(self, places: Iterable[int]) -> NDArray[np.float32]:
        own: NDArray[np.float32] = self._shares[list(places)].sum(axis=1)
        return own

    def _beside(self, row: int, by: int) -> int:
        document, _ = self._passages[row]
        found = self._passages.get(row + by)
        return self._places[row + by if found is not None and found[0] == document else row]


def _nearest(asked: NDArray[np.float32], passages: Sequence[bytes]) -> NDArray[np.float32]:
    """The cosine of each token of the question (rows) to the nearest of each passage (columns)."""
    starts = np.cumsum([0, *(len(each) // BYTES for each in passages[:-1])])
    # Not `@`: to wake the threads of BLAS takes longer than so small a product.
    cosines = np.einsum("qd,td->qt", asked, unpack(b"".join(passages)))
    nearest: NDArray[np.float32] = np.maximum.reduceat(cosines, starts, axis=1)
    return nearest


def neighbours(rows: Iterable[int]) -> list[int]:
    """The rows and those beside them, each once."""
    return sorted({near for row in rows for near in (row - 1, row, row + 1)})
