"""The claim model: linear, on hashed words, matching rules and a static vector; made by `argmine.flows.train`.

    columns.npy   features.COLUMNS × outputs, 8-bit integers
    vector.npy    dimensions of the static encoder × outputs, 8-bit integers
    model.json    labels of each head, what to multiply by, biases, calibration

Linear models on words come close to small transformers on legal sentences at a thousandth of the cost (Chalkidis et al.
2022, on LexGLUE); probabilities are calibrated on sentences that the model had not seen (Platt 1999).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from argmine.encoder import load_encoder
from argmine.errors import ModelError
from argmine.mine.claims.features import COLUMNS, Example, features
from argmine.types import ClaimKind, Stance

_REMEDY = "Make it with `python -m argmine.flows.train`, or install argmine again."
OF_VECTOR = 2.0
"""The length of the sentence's vector among the features."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a sentence: how likely it is a claim (calibrated, 0..1), and of which kind and stance."""

    probability: float
    kind: ClaimKind
    stance: Stance | None


class Classifier:
    """The model in memory; use `classifier()`."""

    def __init__(self, folder: Path) -> None:
        try:
            self._columns = np.load(folder / "columns.npy", mmap_mode="r", allow_pickle=False)
            self._vector = np.load(folder / "vector.npy", allow_pickle=False).astype(np.float32)
            self._model: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"The claim model in {folder} cannot be read: {error}.", _REMEDY) from error
        self._labels: list[list[str]] = [head["labels"] for head in self._model["heads"]]
        self._scales = np.array(self._model["scales"], np.float32)
        self._biases = np.array(self._model["biases"], np.float32)
        if self._columns.shape != (COLUMNS, len(self._scales)):
            raise ModelError(f"The claim model in {folder} does not fit this argmine.", _REMEDY)

    @property
    def name(self) -> str:
        """Name and version, as it stands among the rules of a claim."""
        return str(self._model["name"])

    @property
    def threshold(self) -> float:
        """From which probability on a sentence is taken for a claim."""
        return float(self._model["threshold"])

    def judge(self, examples: Sequence[Example]) -> list[Judgement]:
        """One judgement for each example."""
        if not examples:
            return []
        claim, kind, stance = np.split(self._scores(examples), self._cuts(), axis=1)
        slope, offset = self._model["calibration"]
        probabilities = 1 / (1 + np.exp(-(slope * claim[:, 0] + offset)))
        kinds = [self._labels[1][index] for index in kind.argmax(axis=1)]
        stances = [self._labels[2][index] for index in stance.argmax(axis=1)]
        return [
            Judgement(round(float(probability), 3), cast(ClaimKind, kind), cast("Stance | None", stance or None))
            for probability, kind, stance in zip(probabilities, kinds, stances, strict=True)
        ]

    def _cuts(self) -> list[int]:
        return list(np.cumsum([len(labels) for labels in self._labels])[:-1])

    def _scores(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """Examples × outputs."""
        vectors = load_encoder("static").encode([example.text for example in examples]) * OF_VECTOR
        scores = vectors @ self._vector
        for row, example in enumerate(examples):
            values = features(example)
            columns = np.fromiter(values.keys(), np.int64, len(values))
            weights = np.fromiter(values.values(), np.float32, len(values))
            scores[row] += weights @ self._columns[columns].astype(np.float32)
        result: NDArray[np.float32] = scores * self._scales + self._biases
        return result


@cache
def classifier() -> Classifier:
    """The model that ships with argmine.

    Raises:
        ModelError: it is not there or damaged.
    """
    return Classifier(Path(str(resources.files("argmine.models").joinpath("claims"))))
