"""Train the claim model: `python -m argmine.flows.train`. Minutes on two cores; needs the extra "train" (scikit-learn).

Reads the labelled sentences of `corpus/labelled`, fits one linear model for each of three questions (claim or none,
kind, stance), calibrates the first on folds that it had not seen, prints scores by folds of whole passages, and writes
`models/claims`. The same sentences give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from argmine.flows.manifest import describe
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from argmine.encoder import load_encoder
from argmine.mine.attributions import find_attributions
from argmine.mine.claims.classifier import OF_VECTOR
from argmine.mine.claims.features import COLUMNS, Example, features
from argmine.types import Sentence, Span

NAME = "claim-model-1"
KINDS = ("interpretive", "normative", "evaluative")
STANCES = ("permits", "prohibits", "requires", "limits", "open", "")
_STRENGTH = 1.0  # inverse of the regularisation, chosen by folds
_FOLDS = 4
_SHARE_BARE = 0.3  # how much a sentence without its surroundings counts
Row = dict[str, Any]


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--labelled", type=Path, default=Path("corpus/labelled"))
    arguments.add_argument("--out", type=Path, default=Path("models/claims"))
    given = arguments.parse_args()
    rows = load(given.labelled)
    matrix = _matrix([row["example"] for row in rows])
    claim, kind, stance = _targets(rows)
    share = np.array([row["share"] for row in rows])
    logits = _by_folds(matrix, claim, share, [row["passage"] for row in rows])
    print(
        f"{len(rows)} sentences; claim F1 by folds of passages {f1_score(claim, logits > 0, sample_weight=share):.3f}"
    )
    calibration = LogisticRegression(C=1e6).fit(logits[:, None], claim, share)
    is_claim = np.flatnonzero(claim)
    models = (
        _fitted(matrix, claim, share),
        _fitted(matrix[is_claim], kind[is_claim], share[is_claim], balanced=True),
        _fitted(matrix[is_claim], stance[is_claim], share[is_claim], balanced=True),
    )
    slope, offset = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
    _write(given.out, models, (slope, offset), _threshold(slope * logits + offset, claim, share))
    describe()


def load(folder: Path) -> list[Row]:
    """The labelled sentences, each with its `example`, once with its surroundings and once without.

    The sentence before it is the one above it in its passage.
    """
    rows: list[Row] = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            before = rows[-1]["text"] if rows and rows[-1]["passage"] == row["passage"] else None
            rows.append({**row, "example": _example(row, before), "share": 1.0})
    return [*rows, *({**row, "example": _bare(row["example"]), "share": _SHARE_BARE} for row in rows)]


def _bare(example: Example) -> Example:
    """The sentence alone: the model must do without surroundings that a document does not give."""
    return Example(example.text, "other", attributed=example.attributed)


def _example(row: Row, before: str | None) -> Example:
    sentence = Sentence(Span(0, len(row["text"])), "body")
    attributed = bool(find_attributions(row["text"], (sentence,)))
    return Example(row["text"], row["genre"], row["block"], row["heading"], before, row["lead"], attributed)


def _matrix(examples: Sequence[Example]) -> sparse.csr_matrix:
    """Examples × (hashed columns, then the dimensions of the static vector)."""
    found = [features(example) for example in examples]
    ends = np.cumsum([0, *(len(values) for values in found)])
    columns = np.fromiter((column for values in found for column in values), np.int32, ends[-1])
    values = np.fromiter((value for values in found for value in values.values()), np.float32, ends[-1])
    words = sparse.csr_matrix((values, columns, ends), shape=(len(found), COLUMNS))
    vectors = load_encoder("static").encode([example.text for example in examples]) * OF_VECTOR
    return sparse.hstack([words, sparse.csr_matrix(vectors)]).tocsr()


def _targets(rows: Sequence[Row]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    claim = np.array([int(row["claim"]) for row in rows])
    kind = np.array([KINDS.index(row["kind"]) if row["kind"] else -1 for row in rows])
    stance = np.array([STANCES.index(row["stance"] or "") for row in rows])
    return claim, kind, stance


def _fitted(
    matrix: sparse.csr_matrix, labels: NDArray[np.int64], share: NDArray[np.float64], *, balanced: bool = False
) -> LogisticRegression:
    """Rare labels count more, by the root of how rare they are, where `balanced`."""
    weights = None
    if balanced:
        counts = np.bincount(labels)
        weights = {label: float((counts.max() / count) ** 0.5) for label, count in enumerate(counts)}
    return LogisticRegression(C=_STRENGTH, max_iter=150, class_weight=weights).fit(matrix, labels, share)


def _by_folds(
    matrix: sparse.csr_matrix, claim: NDArray[np.int64], share: NDArray[np.float64], passages: Sequence[str]
) -> NDArray[np.float64]:
    """The logit of each sentence from a model that saw nothing of its passage."""
    logits = np.zeros(len(claim))
    for train, test in GroupKFold(_FOLDS).split(matrix, claim, passages):
        logits[test] = _fitted(matrix[train], claim[train], share[train]).decision_function(matrix[test])
    return logits


def _threshold(logits: NDArray[np.float64], claim: NDArray[np.int64], share: NDArray[np.float64]) -> float:
    """The probability from which on a sentence is taken for a claim: the best F1 on sentences that were not seen."""
    probabilities = 1 / (1 + np.exp(-logits))
    steps = [round(0.3 + 0.02 * step, 2) for step in range(16)]
    best = max(steps, key=lambda step: f1_score(claim, probabilities >= step, sample_weight=share))
    print(f"threshold {best}: claim F1 {f1_score(claim, probabilities >= best, sample_weight=share):.3f}")
    return best


def _write(
    folder: Path, models: Sequence[LogisticRegression], calibration: tuple[float, float], threshold: float
) -> None:
    weights = np.vstack([model.coef_ for model in models]).T
    scales = np.abs(weights).max(axis=0) / 127
    whole = np.rint(weights / scales).astype(np.int8)
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "columns.npy", whole[:COLUMNS], allow_pickle=False)
    np.save(folder / "vector.npy", whole[COLUMNS:], allow_pickle=False)
    model = {
        "name": NAME,
        "heads": [{"name": name, "labels": list(labels)} for name, labels in
                  (("claim", ["claim"]), ("kind", KINDS), ("stance", STANCES))],
        "scales": [round(float(scale), 9) for scale in scales],
        "biases": [round(float(bias), 6) for model in models for bias in model.intercept_],
        "threshold": threshold,
        "calibration": [round(value, 6) for value in calibration],
    }  # fmt: skip
    (folder / "model.json").write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
