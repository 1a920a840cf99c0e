"""Late interaction: a question and a passage compared word by word, each in its context (Khattab & Zaharia 2020).

For each token of the question the nearest token of the passage counts, the more the rarer its word is in the corpus.
What stands beside a passage speaks for it too: an answer often begins in one sentence and ends in the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from argmine.encoder import load_token_encoder

BESIDE = 0.4
"""What the mean of the passages before and behind counts beside the passage itself, which counts 1."""
_UNIT = 127**2

Passages = Mapping[int, tuple[str, str]]
"""Row id → document and text; the passages beside a row have the row ids beside it and the same document."""


def closeness(question: str, passages: Passages, rarity: Callable[[str], float]) -> dict[int, float]:
    """How near each passage is to the question by its own words: the weighted mean of cosines, at most 1."""
    encoder = load_token_encoder()
    words, asked = encoder.words(question)
    weights = np.array([rarity(word) for word in words], np.float32)
    if not weights.sum():
        return dict.fromkeys(passages, 0.0)
    rows = asked.astype(np.float32)
    return {row: _near(rows, weights, encoder.encode(text)) for row, (_, text) in passages.items()}


def in_context(row: int, passages: Passages, own: Mapping[int, float]) -> float:
    """The closeness of a passage together with that of its neighbours; a missing neighbour counts as the passage."""
    document = passages[row][0]
    beside = [own[near] if passages.get(near, ("",))[0] == document else own[row] for near in (row - 1, row + 1)]
    return own[row] + BESIDE * sum(beside) / 2


def neighbours(rows: Sequence[int]) -> list[int]:
    """The rows and those beside them, each once."""
    return sorted({near for row in rows for near in (row - 1, row, row + 1)})


def _near(asked: NDArray[np.float32], weights: NDArray[np.float32], passage: NDArray[np.int8]) -> float:
    if not len(passage):
        return 0.0
    best = (asked @ passage.T.astype(np.float32)).max(axis=1) / _UNIT
    return float(best @ weights / weights.sum())
