"""MiniLM on onnxruntime, in 8-bit integers, in two halves: a state for each token, and a vector for a text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from argmine.encoders.pieces import framed, shared_tokenizer, tokens_of
from argmine.encoders.weights import open_session, shipped

if TYPE_CHECKING:
    from tokenizers import Encoding


class OnnxEncoder:
    """A transformer with its pooling and normalisation, in two ONNX files: tokens → states → vector."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self._lower = lower_half()
        shared_tokenizer()
        self._upper = open_session(folder / "upper.onnx", threads=1)
        self.dimensions: int = self._upper.get_outputs()[0].shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`.

        One text at a time: quantisation takes its range from the whole batch, so that in a batch the neighbours of a
        text would change its vector, and two ingests of one corpus would differ.
        """
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            _, states = self._lower.states(text)
            row[:] = self._upper.run(None, {"states": states})[0][0]
        return rows


class LowerHalf:
    """The embeddings and first three layers of MiniLM: a state for each token in its context."""

    def __init__(self, folder: Path) -> None:
        # One thread: of a sentence, a second one would spend its time waiting (4.7 ms with one, 9.9 with two).
        self._session = open_session(folder / "lower.onnx", threads=1, optimised=True)

    def states(self, text: str) -> tuple[Encoding, NDArray[np.float32]]:
        """The tokens of a text, as many as the model takes, and the states (1 × tokens + 2 × 384) between two marks."""
        found = tokens_of(text)
        return found, self._session.run(None, {"tokens": np.array([framed(found)])})[0]


def lower_half() -> LowerHalf:
    """The lower half of MiniLM, read once a process; ModelError where it cannot be."""
    return _lower_half(os.getpid())


@cache
def _lower_half(_process: int) -> LowerHalf:
    return LowerHalf(shipped("minilm")[0])
