"""Do two sentences say the same? `python benchmarks/keypoints.py ../shared/data/ibm_argkp`.

ArgKP (Bar-Haim et al., ACL 2020; CDLA-Sharing) pairs arguments on a debated topic with key points of the same stance
and says which match. The shared task of 2021 scores the half of the arguments of each topic and stance whose best key
point is surest, by mean average precision; pairs on which annotators were undecided count as wrong (strict) or right
(relaxed). Nothing is learnt from these pairs: the likeness is that by which claims are gathered into interpretations.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score

from argmine.encoders import load_encoder
from argmine.resolve.interpretations.likeness import chances
from argmine.types import AUTHOR, Provision, Stand

TOPIC = Provision("TOPIC")
PUBLISHED = "best of the shared task .913 strict (RoBERTa, trained on the task's pairs)"


@dataclass(frozen=True, slots=True)
class Debate:
    """Arguments and key points of one topic and stance; `labels` are arguments × key points, NaN where undecided."""

    arguments: tuple[str, ...]
    points: tuple[str, ...]
    labels: NDArray[np.float64]


Likeness = Callable[[Sequence[str]], NDArray[np.float32]]


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    debates = list(read(arguments.parse_args().folder))
    print(f"{'':24}strict  relaxed   {len(debates)} topics and stances")
    for name, likeness in LIKENESSES.items():
        found = [np.array([likely(debate, likeness, value) for debate in debates]).mean() for value in (0.0, 1.0)]
        print(f"{name:24}{found[0]:.3f}   {found[1]:.3f}")
    print(PUBLISHED)


def read(folder: Path) -> Iterator[Debate]:
    """The test set, a topic and stance at a time."""
    names = ("arguments", "key_points", "labels")
    said, points, labels = (list(_rows(folder / "test_data" / f"{name}_test.csv")) for name in names)
    known = {(row["arg_id"], row["key_point_id"]): float(row["label"]) for row in labels}
    for topic, stance in sorted({(row["topic"], row["stance"]) for row in said}):
        mine = [row for row in said if (row["topic"], row["stance"]) == (topic, stance)]
        theirs = [row for row in points if (row["topic"], row["stance"]) == (topic, stance)]
        table = [[known.get((one["arg_id"], two["key_point_id"]), np.nan) for two in theirs] for one in mine]
        yield Debate(tuple(row["argument"] for row in mine), tuple(row["key_point"] for row in theirs), np.array(table))


def likely(debate: Debate, likeness: Likeness, undecided: float) -> float:
    """Average precision of the surer half of the best pairs."""
    count = len(debate.arguments)
    scores = likeness((*debate.arguments, *debate.points))[:count, count:]
    best = scores.argmax(axis=1)
    sure = np.argsort(-scores.max(axis=1), kind="stable")[: count // 2]
    labels = np.nan_to_num(debate.labels[sure, best[sure]], nan=undecided)
    return float(average_precision_score(labels, scores[sure, best[sure]]))


def gathered(texts: Sequence[str]) -> NDArray[np.float32]:
    """As claims of one provision are gathered, each in a document of its own."""
    stands = [
        Stand(place, str(place), TOPIC, text, None, "own", AUTHOR, str(place), 0, 0) for place, text in enumerate(texts)
    ]
    return chances(stands, load_encoder("static").encode(texts))


def _cosine(name: str) -> Likeness:
    def likeness(texts: Sequence[str]) -> NDArray[np.float32]:
        rows = load_encoder(name).encode(texts)
        return np.asarray(rows @ rows.T, np.float32)

    return likeness


def _words(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    return np.asarray((rows @ rows.T).todense(), np.float32)


LIKENESSES: dict[str, Likeness] = {
    "words (TF-IDF)": _words,
    "static vectors": _cosine("static"),
    "MiniLM": _cosine("minilm"),
    "argmine's likeness": gathered,
}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    main()
