"""How likely two claims on one provision say the same of it.

A logit over five signs, fitted to 376 claims on three articles of the Outer Space Treaty that one reader sorted into 52
readings. All claims on a provision share its words, so what they share is taken away first: the mean of their vectors,
and the weight of words that most of them have. What stands close together in one document is mostly one argument.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from argmine.types import Stand

Vectors = NDArray[np.float32]
Chances = NDArray[np.float32]

_MEANING, _WORDS = 3.3, 7.4
_NEAR = ((0, 3.8), (1, 2.3), (3, 1.6))
"""Within so many paragraphs of one document, what is added."""
_BIAS = -3.6
_SHRINK = 2
"""So many claims on nothing in particular are thought beside those on a provision, whose mean says little while few."""
_STEM = 7  # letters: "appropriate", "appropriation"
_WORD = re.compile(r"[^\W\d_]{4,}")


def chances(stands: Sequence[Stand], vectors: Vectors) -> Chances:
    """For each pair of claims on one provision the chance, 0..1, that they say the same.

    Args:
        stands: the claims.
        vectors: theirs, a row each, of length 1.
    """
    centred = vectors - vectors.sum(axis=0) / (len(vectors) + _SHRINK)
    words = _shared_words(stands)
    logits = _MEANING * _cosines(centred) + _WORDS * (words @ words.T) + _nearness(stands) + _BIAS
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _cosines(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.maximum(lengths, 1e-9)
    return np.asarray(rows @ rows.T, np.float32)


def _shared_words(stands: Sequence[Stand]) -> Vectors:
    """Of each claim the stems that it shares with another, the rarer the heavier; with all others of length 1."""
    bags = [frozenset(word[:_STEM] for word in _WORD.findall(stand.text.casefold())) for stand in stands]
    having = Counter(stem for bag in bags for stem in bag)
    weights = {stem: log((len(stands) + 1) / times) for stem, times in having.items()}
    column = {stem: place for place, stem in enumerate(stem for stem, times in having.items() if times > 1)}
    rows = np.zeros((len(stands), len(column)), np.float32)
    for row, bag in zip(rows, bags, strict=True):
        length = sqrt(sum(weights[stem] ** 2 for stem in bag)) or 1.0
        for stem in bag & column.keys():
            row[column[stem]] = weights[stem] / length
    return rows


def _nearness(stands: Sequence[Stand]) -> Vectors:
    names = {name: place for place, name in enumerate(dict.fromkeys(stand.document_id for stand in stands))}
    documents = np.array([names[stand.document_id] for stand in stands])
    paragraphs = np.array([stand.paragraph for stand in stands])
    apart = np.abs(paragraphs[:, None] - paragraphs[None])
    added = np.zeros(apart.shape, np.float32)
    for reach, worth in reversed(_NEAR):
        added[apart <= reach] = worth
    added[documents[:, None] != documents[None]] = 0
    return added
