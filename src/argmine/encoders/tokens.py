"""Text to one vector for each token, for late interaction: four bits a number, so that they can be stored.

A token is its state after three layers of MiniLM in 64 directions, of length 1. Packed, a sentence of thirty tokens
takes a kilobyte. Measured on 14 analysts' questions and the 75 of `benchmarks/questions.jsonl`, reranking forty
candidates of each index: nDCG@10 .641 with 32-bit floats, .641 with four bits, .623 with two, .61 with a product
quantiser of 16 bytes a token.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from argmine.encoders.layers import load_layers
from argmine.encoders.minilm import lower_half
from argmine.encoders.pieces import framed, tokens_of
from argmine.encoders.weights import blaming, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Encoding

DIMENSIONS = 64
_STEP = 3 / 64
"""Numbers of a rotated row spread by an eighth: so wide are the sixteen steps that hold three times that."""
BYTES = DIMENSIONS // 2
"""Of a packed token."""
_PAIRS = np.array([(byte >> 4, byte & 15) for byte in range(256)], np.float32) - np.float32(7.5)
"""The middles of the two steps that a byte holds."""


class TokenEncoder:
    """A vector for each token that has a letter or a digit."""

    def __init__(self, folder: Path) -> None:
        with blaming(folder / "basis.npy"):
            self._basis = np.load(folder / "basis.npy", allow_pickle=False)

    def words(self, text: str, *, once: bool = False) -> tuple[list[str], NDArray[np.float32]]:
        """For each token of a question the word to which it belongs, as written, and its row of length 1.

        `once`: where no other question will follow, numpy is done with it before onnxruntime is loaded. The rows differ
        by what onnxruntime rounds, a cosine of .99.
        """
        found = tokens_of(text)
        states = load_layers().states(framed(found)) if once else lower_half().states(text)[1][0]
        telling = _telling(found)
        spans = [found.word_to_chars(found.token_to_word(place) or 0) or (0, 0) for place in telling]
        return [text[start:end] for start, end in spans], self._rows(states, telling)

    def pack(self, text: str) -> bytes:
        """The rows of a passage, half a byte a number."""
        found, states = lower_half().states(text)
        rows = self._rows(states[0], _telling(found))
        steps = (np.clip(np.floor(rows / _STEP), -8, 7) + 8).astype(np.uint8)
        return bytes((steps[:, ::2] << 4 | steps[:, 1::2]).tobytes())

    def _rows(self, states: NDArray[np.float32], telling: list[int]) -> NDArray[np.float32]:
        return _normalised(states[1:-1][telling] @ self._basis)


def _telling(found: Encoding) -> list[int]:
    return [place for place, token in enumerate(found.tokens) if any(map(str.isalnum, token))]


def unpack(packed: bytes) -> NDArray[np.float32]:
    """The rows that `pack` made of one text, or of several one behind the other (tokens × dimensions), of length 1."""
    return _normalised(_PAIRS.take(np.frombuffer(packed, np.uint8), axis=0).reshape(-1, DIMENSIONS))


def load_token_encoder() -> TokenEncoder:
    """The encoder of tokens that ships with argmine, read once a process.

    Raises:
        ModelError: a file is missing or damaged.
    """
    return _loaded(os.getpid())


@cache
def _loaded(_process: int) -> TokenEncoder:
    return TokenEncoder(shipped("late")[0])


def _normalised(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    normal: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return normal
