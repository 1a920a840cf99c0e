"""Text to vectors: by what search and `compare` measure likeness.

`load_encoder()` gives the default. Two encoders ship in `argmine.models`, both made from all-MiniLM-L6-v2 by
`python -m argmine.training.encoders`; any other sentence-transformers model is named by its folder.

    static   a table of token vectors, summed: no neural network runs, a cold query costs milliseconds
    minilm   the transformer itself in 8-bit integers, on onnxruntime: slower, closest to the original

The lower half of `minilm` also serves late interaction (`tokens`), for one question by numpy (`layers`), and the second
reader of claims takes its embeddings. All cut texts into the same word pieces (`pieces`); `weights` opens their files.

What each of them retrieves, and why `static` is the default, stands in `models.toml`. Nothing here asks a network.
"""

# ruff: noqa: PLC0415 - a query pays only for the libraries of its own encoder, `--help` for none
from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from argmine.encoders.weights import shipped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULT = "static"


class Encoder(Protocol):
    """Anything that turns texts into vectors of one length."""

    @property
    def name(self) -> str:
        """What an index is stamped with: another name means that the vectors cannot be compared."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text (n × dimensions), each of length 1, so that a product of rows is their cosine.

        A text in which the encoder knows no token may be a row of zeros: it is like nothing. No texts give (0, d).
        """


def load_encoder(name: str = DEFAULT) -> Encoder:
    """The encoder `name`: "static", "minilm", or the folder of a sentence-transformers model; read once a process.

    Raises:
        ModelError: a file is missing or damaged, a library is not installed, or there is no such model.
    """
    # Threads of onnxruntime do not survive a fork, so a child process must load its own.
    return _loaded(name, os.getpid())


@cache
def _loaded(name: str, _process: int) -> Encoder:
    if name == "static":
        from argmine.encoders.static import StaticEncoder

        return StaticEncoder(*shipped(name))
    if name == "minilm":
        from argmine.encoders.minilm import OnnxEncoder

        return OnnxEncoder(*shipped(name))
    from argmine.encoders.foreign import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name)
