"""Arguments in speeches of the Security Council: `python benchmarks/argunsc.py ../shared/data/argunsc/data`.

ArgUNSC (Poiaganova and Stede 2025, MIT) labels each sentence of 144 speeches as claim, premise or neither. Two tasks of
the paper: argumentative or not (ACS), and claim or premise where argumentative (ACC). Learnt here from the features of
our linear model, beside logistic regression on MiniLM vectors; five folds by speech, so that no speech is in training
and test, where the paper draws sentences. What it reports of RoBERTa fine-tuned stands in the last line.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from argmine.encoders import load_encoder
from argmine.mine.claims.features import Example
from argmine.training.linear import matrix_of

PUBLISHED = "RoBERTa, as published  .957 .682 .819   .761 .750 .755"


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    speeches, examples, labels = zip(*sentences(arguments.parse_args().folder), strict=True)
    kinds, groups = np.array(labels), np.array(speeches)
    features = {
        "argmine's features": matrix_of(examples),
        "MiniLM vectors": sparse.csr_matrix(load_encoder("minilm").encode([each.text for each in examples]) * 3),
    }
    print("                       argument, not, macro   claim, premise, weighted")
    for name, matrix in features.items():
        argued = kinds != "non-arg"
        first = folds(matrix, argued, groups)
        second = folds(matrix[argued], kinds[argued] == "claim", groups[argued])
        print(f"{name:22}", *(f"{score:.3f}"[1:] for score in scores(first, argued, "macro")), end="   ")
        print(*(f"{score:.3f}"[1:] for score in scores(second, kinds[argued] == "claim", "weighted")))
    print(PUBLISHED)


def sentences(folder: Path) -> Iterator[tuple[str, Example, str]]:
    """Speech, the sentence with the one before it, and its label by the longer component."""
    csv.field_size_limit(sys.maxsize)
    with (folder / "sentence_CP.csv").open(encoding="utf-8", newline="") as rows:
        labels = {row["Sentence_ID"]: row["Arg_Type"] for row in csv.DictReader(rows)}
    speech = before = None
    with (folder / "base.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if label := labels.pop(row["Sentence_ID"], None):
                above = before if row["Speech"] == speech else None
                yield row["Speech"], Example(row["Full_Sentence"], "record", before=above), label
                speech, before = row["Speech"], row["Full_Sentence"]


def folds(matrix: sparse.csr_matrix, labels: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """What models say of the speeches that they have not seen."""
    said = np.zeros(len(labels), bool)
    for train, test in GroupKFold(5).split(matrix, labels, groups):
        said[test] = LogisticRegression(max_iter=200).fit(matrix[train], labels[train]).predict(matrix[test])
    return said


def scores(said: np.ndarray, labels: np.ndarray, average: str) -> tuple[float, float, float]:
    """F1 of what is, of what is not, and of both."""
    return f1_score(labels, said), f1_score(~labels, ~said), f1_score(labels, said, average=average)


if __name__ == "__main__":
    main()
