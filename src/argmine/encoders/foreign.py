"""Any sentence-transformers model, by its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmine.encoders.pieces import clean
from argmine.errors import ModelError
from argmine.extras import install


class SentenceTransformerEncoder:
    """Any sentence-transformers model in a folder, or one that is already in its cache under `name`."""

    def __init__(self, name: str) -> None:
        self.name = str(Path(name).resolve()) if Path(name).is_dir() else name
        self._model = _sentence_transformer(self.name)
        self.dimensions: int = self._model.encode([""]).shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        cleaned = [clean(text) for text in texts]
        rows: NDArray[np.float32] = self._model.encode(cleaned, normalize_embeddings=True, show_progress_bar=False)
        return rows.astype(np.float32, copy=False)


def _sentence_transformer(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise ModelError(
            f"The encoder '{name}' needs sentence-transformers.",
            install("transformers"),
        ) from error
    try:
        # Weights in safetensors only: the older format is a pickle, which can run code.
        return SentenceTransformer(name, device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True})
    except Exception as error:  # transformers, safetensors and the hub each have their own
        raise ModelError(
            f"There is no encoder '{name}'.",
            "It is 'static', 'minilm' or the folder of a sentence-transformers model with safetensors weights.",
        ) from error
