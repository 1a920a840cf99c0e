"""Roles of sentences in decisions on veterans' claims: `python benchmarks/vetclaims.py ../shared/data/vetclaims`.

VetClaims (Walker et al., ASAIL 2019; MIT) labels sentences of 75 decisions as finding, reasoning, evidence, legal rule,
citation or none of these. Learnt here from fifty decisions and tried on the other 25, from the features of our linear
model and, beside it, by logistic regression on MiniLM vectors.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from argmine.encoders import load_encoder
from argmine.mine.claims.features import Example
from argmine.training.linear import matrix_of

FIFTY, OTHERS = "BVA Decisions JSON Format", "BVA Decisions JSON Format +25"
ROLES = ("Finding", "Reasoning", "Evidence", "LegalRule", "Citation", "")


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    seen, roles = zip(*sentences(folder / FIFTY), strict=True)
    unseen, truth = zip(*sentences(folder / OTHERS), strict=True)
    features = {
        "argmine's features": matrix_of,
        "MiniLM vectors": vectors_of,
    }
    print(f"{len(seen)} sentences seen, {len(unseen)} others, F1 of", *ROLES[:-1], "none, macro")
    for name, matrix in features.items():
        model = LogisticRegression(max_iter=400).fit(matrix(seen), roles)
        said = model.predict(matrix(unseen))
        each = f1_score(truth, said, labels=ROLES, average=None, zero_division=0)
        print(f"{name:22}", *(f"{score:.3f}"[1:] for score in (*each, np.mean(each))))


def vectors_of(examples: Sequence[Example]) -> sparse.csr_matrix:
    """Of the words alone."""
    return sparse.csr_matrix(load_encoder("minilm").encode([each.text for each in examples]) * 3)


def sentences(folder: Path) -> Iterator[tuple[Example, str]]:
    """Each labelled sentence with the one before it, and its role."""
    for path in sorted(folder.glob("*.json")):
        before = None
        for row in json.loads(path.read_text("utf-8"))["sentences"]:
            labels = row.get("rhetRole") or row["rhetClass"]
            label = labels[0] if isinstance(labels, list) else labels
            role = label.removesuffix("Sentence")
            yield Example(row["text"], "judgment", before=before), role if role in ROLES else ""
            before = row["text"]


if __name__ == "__main__":
    main()
