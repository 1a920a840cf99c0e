"""The static encoder: a table of token vectors, summed. No neural network runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from argmine.encoders.pieces import clean, shared_tokenizer
from argmine.encoders.weights import blaming


class StaticEncoder:
    """A text is the normalised sum of the vectors of its tokens; those lie on the disk, memory-mapped.

    Distilled in the manner of model2vec (Tulkens and van Dongen, 2024, doi:10.5281/zenodo.17270888): `vectors.npy`
    holds one row of 8-bit integers per token, `scales.npy` what each row is multiplied by.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        with blaming(folder / "vectors.npy"):
            self._vectors = np.asarray(np.load(folder / "vectors.npy", mmap_mode="r", allow_pickle=False))
        with blaming(folder / "scales.npy"):
            self._scales = np.asarray(np.load(folder / "scales.npy", mmap_mode="r", allow_pickle=False))
        self._tokenizer = shared_tokenizer()
        self.dimensions: int = self._vectors.shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`; the order, number or length of the other texts changes nothing in a row."""
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            tokens = self._tokenizer.encode(clean(text), add_special_tokens=False).ids
            row[:] = self._scales[tokens] @ self._vectors[tokens]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        normal: NDArray[np.float32] = np.divide(rows, lengths, out=rows, where=lengths > 0)
        return normal
