"""Train the claim model: `python -m argmine.training.linear --texts FOLDER...`. Minutes; needs scikit-learn.

Fits a linear model for each of two questions, which kind of claim a sentence is if any, and which stance it takes;
finds on folds of whole passages the temperature that calibrates the first, and draws how reliable it then is; and
writes `models/claims`. The second reader has a command of its own, `argmine.training.reader`. The same sentences give
the same bytes. Sentences of public texts, if given, count twice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from argmine.encoders import load_encoder
from argmine.mine.claims.classifier import OF_VECTOR, softmax
from argmine.mine.claims.features import COLUMNS, Example, features
from argmine.mine.claims.reader import KINDS, STANCES
from argmine.training.labelled import Labelled, arguments, bare, load
from argmine.training.manifest import describe, ships
from argmine.training.reliability import DRAWING, draw, tempered

NAME = "claim-model-6"
THRESHOLD = 0.55  # chosen with the second reader, on documents that neither was trained on
_STRENGTH = 1.0  # inverse of the regularisation, chosen by folds
_FOLDS = 4
_PUBLIC_COUNTS = 2.0
_BARE = 6  # of so many sentences one is also shown alone, without what stands around it


def main() -> None:
    """The command."""
    given = arguments(__doc__)
    given.out.mkdir(parents=True, exist_ok=True)
    rows = load(given.labelled, given.texts)
    rows += [bare(row) for row in rows[::_BARE]]
    matrix = matrix_of([row.example for row in rows])
    kind = np.array([KINDS.index(row.kind) for row in rows])
    stance = np.array([STANCES.index(row.stance) for row in rows])
    share = np.array([1.0 if row.written else _PUBLIC_COUNTS for row in rows])
    temperature = _by_folds(rows, matrix, kind, share, DRAWING if ships(given.out) else given.out / DRAWING.name)
    of_law = np.flatnonzero([row.kind in ("interpretive", "normative") for row in rows])
    models = (_fitted(matrix, kind, share), _fitted(matrix[of_law], stance[of_law], share[of_law]))
    _write(given.out, models, temperature)
    describe(given.out)


def matrix_of(examples: Sequence[Example]) -> sparse.csr_matrix:
    """Examples × (hashed columns, then the dimensions of the static vector)."""
    found = [features(example) for example in examples]
    ends = np.cumsum([0, *(len(values) for values in found)])
    columns = np.fromiter((column for values in found for column in values), np.int32, ends[-1])
    values = np.fromiter((value for values in found for value in values.values()), np.float32, ends[-1])
    words = sparse.csr_matrix((values, columns, ends), shape=(len(found), COLUMNS))
    vectors = load_encoder("static").encode([example.text for example in examples]) * OF_VECTOR
    return sparse.hstack([words, sparse.csr_matrix(vectors)]).tocsr()


def _fitted(matrix: sparse.csr_matrix, labels: NDArray[np.int64], share: NDArray[np.float64]) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=60, tol=1e-3).fit(matrix, labels, share)


def _by_folds(
    rows: Sequence[Labelled],
    matrix: sparse.csr_matrix,
    kind: NDArray[np.int64],
    share: NDArray[np.float64],
    drawing: Path,
) -> float:
    """Score and draw what models say of passages that they had not seen; the temperature that makes it likeliest."""
    logits = np.zeros((len(rows), len(KINDS)))
    for train, test in GroupKFold(_FOLDS).split(matrix, kind, [row.passage for row in rows]):
        logits[test] = _fitted(matrix[train], kind[train], share[train]).decision_function(matrix[test])
    temperature = tempered(logits, kind)
    claim = 1 - softmax(logits / temperature)[:, 0]
    for name, chosen in (("written", True), ("public", False)):
        some = np.array([row.written is chosen for row in rows])
        if some.any():
            f1 = f1_score(kind[some] > 0, claim[some] >= THRESHOLD)
            print(f"{some.sum()} {name} sentences: claim F1 by folds of passages {f1:.3f}")
    draw(claim, kind > 0, drawing)
    return temperature


def _write(folder: Path, models: Sequence[LogisticRegression], temperature: float) -> None:
    weights = np.vstack([model.coef_ for model in models]).T
    scales = np.abs(weights).max(axis=0) / 127
    whole = np.rint(weights / scales).astype(np.int8)
    np.save(folder / "columns.npy", whole[:COLUMNS], allow_pickle=False)
    np.save(folder / "vector.npy", whole[COLUMNS:], allow_pickle=False)
    model = {
        "name": NAME,
        "heads": [{"name": "kind", "labels": list(KINDS)}, {"name": "stance", "labels": list(STANCES)}],
        "scales": [round(float(scale), 9) for scale in scales],
        "biases": [round(float(bias), 6) for model in models for bias in model.intercept_],
        "threshold": THRESHOLD,
        "temperature": temperature,
    }
    (folder / "model.json").write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
