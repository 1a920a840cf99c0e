"""Measures over gold sentences, with an interval for each.

What one sentence adds to a measure is a `Count`; a figure is made of their sum, so that sentences can be drawn again
with replacement (bootstrap; Efron & Tibshirani 1993), which gives the interval that a figure has on so few sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 1000
_SEED = 20260101
_PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Count:
    """`right` of `found` are right, `met` of `owed` were found. For a share of right answers the two pairs agree."""

    right: int = 0
    found: int = 0
    met: int = 0
    owed: int = 0

    @property
    def is_perfect(self) -> bool:
        """Whether nothing is wrong and nothing is missing."""
        return self.right == self.found and self.met == self.owed


@dataclass(frozen=True, slots=True)
class Figure:
    """F1 with precision and recall over `of` owed answers; `low` and `high` bound 95 % of the bootstrap's F1."""

    f1: float
    precision: float
    recall: float
    of: int
    low: float
    high: float


Tally = Mapping[str, Count]
"""What one sentence adds to each measure, by the measure's name; measures to which it adds nothing are left out."""


def figures(tallies: Sequence[Tally], measures: Sequence[str]) -> dict[str, Figure]:
    """One figure for each measure; measures for which nothing was owed and nothing found are left out."""
    counts = np.array([[_row(tally.get(name, Count())) for name in measures] for tally in tallies], np.int64)
    if not len(counts):
        return {}
    drawn = np.random.default_rng(_SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), _ROUNDS)
    sums, resampled = counts.sum(axis=0), np.einsum("rs,smc->rmc", drawn, counts)
    return {
        name: _figure(sums[place], resampled[:, place])
        for place, name in enumerate(measures)
        if sums[place, 1] or sums[place, 3]
    }


def _row(count: Count) -> tuple[int, int, int, int]:
    return count.right, count.found, count.met, count.owed


def _figure(sums: NDArray[np.int64], resampled: NDArray[np.int64]) -> Figure:
    (precision, recall, f1), (_, _, spread) = _scores(sums[None]), _scores(resampled)
    low, high = np.percentile(spread, _PERCENTILES)
    numbers = (float(each) for each in (f1[0], precision[0], recall[0]))
    one, two, three = (round(each, 4) for each in numbers)
    return Figure(one, two, three, int(sums[3]), round(float(low), 4), round(float(high), 4))


def _scores(sums: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Precision, recall and F1 of rows of sums; 0 of nothing."""
    right, found, met, owed = sums.T.astype(np.float64)
    precision = np.divide(right, found, out=np.zeros_like(right), where=found > 0)
    recall = np.divide(met, owed, out=np.zeros_like(met), where=owed > 0)
    both = precision + recall
    return precision, recall, np.divide(2 * precision * recall, both, out=np.zeros_like(both), where=both > 0)
