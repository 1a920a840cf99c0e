"""The claim model: a linear model for every sentence, a small transformer for those of which that is not sure.

    columns.npy   features.COLUMNS × outputs, 8-bit integers
    vector.npy    dimensions of the static encoder × outputs, 8-bit integers
    model.json    labels of each head, what to multiply by, biases, temperature; made by `argmine.training.linear`
    reader.onnx   the transformer, see `argmine.mine.claims.reader`

Linear models on words come close to small transformers on legal sentences at a thousandth of the cost (Chalkidis et al.
2022, on LexGLUE), and know for which sentences they do not (cascades: Viola and Jones 2001). Probabilities are tempered
on sentences that the models had not seen (Guo et al. 2017).
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from argmine.encoders import load_encoder
from argmine.errors import ModelError
from argmine.mine.claims.features import COLUMNS, Example, features
from argmine.mine.claims.reader import Reader
from argmine.mine.claims.turns import OPPOSITE, turned_stance
from argmine.mine.claims.weighing import stance_of
from argmine.types import ClaimKind, Stance

_REMEDY = "Make it with `python -m argmine.training.linear`, or install argmine again."
OF_VECTOR = 2.0
"""The length of the sentence's vector among the features."""
SURE = 0.8
"""From which probability of the best kind on the linear model decides alone; below, both read the sentence."""
SURE_OF_STANCE = 0.7  # the same for the stance of what may be a claim on the law
_MAY_BE_CLAIM = 0.3  # probability
# Chosen on documents that no model was trained on, as what the linear model counts where both have read:
_SHARE_OF_KIND = 0.35
_SHARE_OF_STANCE = 0.35
_OF_RULE = 0.2  # what a rule's match adds to the probability of its stance; chosen on the same documents
_OF_TURN = 0.4  # the same of what turns a permission or a prohibition around
_CLAIMED = 0.95  # a stance is given unless it is likelier than this that none is taken


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a sentence: how likely it is a claim (calibrated, 0..1), of which kind and stance.

    `by` names who decided: the linear model, or both.
    """

    probability: float
    kind: ClaimKind
    stance: Stance | None
    by: str


class Classifier:
    """The model in memory; use `classifier()`. With `reading` false the linear model decides alone."""

    def __init__(self, folder: Path, *, reading: bool = True) -> None:
        try:
            self._columns = np.asarray(np.load(folder / "columns.npy", mmap_mode="r", allow_pickle=False))
            self._vector = np.load(folder / "vector.npy", allow_pickle=False).astype(np.float32)
            self._model: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
            self._heat: float = json.loads((folder / "reader.json").read_text("utf-8"))["temperature"] if reading else 1
            self._kinds, self._stances = (head["labels"] for head in self._model["heads"])
            self._scales = np.array(self._model["scales"], np.float32)
            self._biases = np.array(self._model["biases"], np.float32)
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"The claim model in {folder} cannot be read: {error}.", _REMEDY) from error
        if self._columns.shape != (COLUMNS, len(self._scales)):
            raise ModelError(f"The claim model in {folder} does not fit this argmine.", _REMEDY)
        self._reader = Reader(folder) if reading else None

    @property
    def threshold(self) -> float:
        """From which probability on a sentence is taken for a claim."""
        return float(self._model["threshold"])

    def judge(self, examples: Sequence[Example]) -> list[Judgement]:
        """One judgement for each example."""
        if not examples:
            return []
        scores = self._scores(examples)
        kinds, stances = self._probabilities(scores, self._model["temperature"])
        unsure = np.flatnonzero(_unsure(kinds, stances)) if self._reader else np.array([], int)
        if self._reader and len(unsure):
            read = self._probabilities(self._reader.logits([examples[index] for index in unsure]), self._heat)
            for mine, theirs, share in zip((kinds, stances), read, (_SHARE_OF_KIND, _SHARE_OF_STANCE), strict=True):
                mine[unsure] = share * mine[unsure] + (1 - share) * theirs
        asked = set(unsure.tolist())
        return [
            self._judgement(kinds[index], self._with_rule(stances[index], example), index in asked)
            for index, example in enumerate(examples)
        ]

    def _with_rule(self, stances: NDArray[np.float32], example: Example) -> NDArray[np.float32]:
        """Where a rule speaks for a stance, one is taken; which, the rule helps to say. What turns a permission or a
        prohibition around leaves nothing of its opposite."""
        if turned := turned_stance(example.text, attributed=example.attributed):
            stances[self._stances.index(turned)] += _OF_TURN
            stances[[self._stances.index(OPPOSITE[turned]), -1]] = 0
        elif by_rule := stance_of(example.text):
            stances[self._stances.index(by_rule)] += _OF_RULE
            stances[-1] = 0
        return stances

    def _judgement(self, kinds: NDArray[np.float32], stances: NDArray[np.float32], read: bool) -> Judgement:
        """Kinds begin with "none"; stances end with that of no stance."""
        kind = self._kinds[1 + int(kinds[1:].argmax())]
        stance = None if stances[-1] > _CLAIMED else self._stances[int(stances[:-1].argmax())]
        name = f"{self._model['name']}+reader" if read else str(self._model["name"])
        return Judgement(round(float(1 - kinds[0]), 3), cast(ClaimKind, kind), cast("Stance | None", stance), name)

    def _probabilities(
        self, logits: NDArray[np.float32], heat: float
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        kinds, stances = np.split(logits, [len(self._kinds)], axis=1)
        return softmax(kinds / heat), softmax(stances)

    def _scores(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """Examples × outputs."""
        vectors = load_encoder("static").encode([example.text for example in examples]) * OF_VECTOR
        scores = vectors @ self._vector
        for row, example in enumerate(examples):
            values = features(example)
            columns = np.fromiter(values, np.int64, len(values))
            weights = np.fromiter(values.values(), np.float32, len(values))
            scores[row] += weights @ self._columns.take(columns, axis=0).astype(np.float32)
        result: NDArray[np.float32] = scores * self._scales + self._biases
        return result


def _unsure(kinds: NDArray[np.float32], stances: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Of which sentences the linear model does not know enough: what they are, or which stance they take."""
    of_law = (kinds[:, 0] < 1 - _MAY_BE_CLAIM) & (kinds[:, 3] < 1 / 2)
    unsure: NDArray[np.bool_] = (kinds.max(axis=1) < SURE) | (of_law & (stances.max(axis=1) < SURE_OF_STANCE))
    return unsure


def softmax(logits: NDArray[Any]) -> NDArray[Any]:
    """Logits → probabilities, in rows that sum to one."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: NDArray[Any] = raised / raised.sum(axis=1, keepdims=True)
    return result


def classifier() -> Classifier:
    """The model that ships with argmine.

    Raises:
        ModelError: it is not there or damaged.
    """
    return _loaded(os.getpid())  # threads of onnxruntime do not survive a fork


@cache
def _loaded(_process: int) -> Classifier:
    return Classifier(Path(str(resources.files("argmine.models").joinpath("claims"))))
