"""Search: claims by meaning and by words, joined by reciprocal rank (Cormack, Clarke & Büttcher 2009)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from argmine.encoder import load_encoder
from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, open_indexes
from argmine.types import Provision

_DEPTH = 100
"""How many claims each index proposes, at least; deeper hits hardly move a sum of reciprocal ranks."""
_DAMPING = 60
"""The constant k of reciprocal rank fusion, as in the paper."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found: its score, and its rank (from 1) by meaning and by words; None where that index lacked it."""

    claim: ClaimRow
    score: float
    by_meaning: int | None
    by_words: int | None


def search(settings: Settings, question: str, provision: Provision | None = None, limit: int = 10) -> tuple[Hit, ...]:
    """The claims that best answer `question`, best first; only those on `provision` and below, if one is given.

    Raises:
        QueryError: the question is empty.
        NoCorpus, StaleIndex, ModelError: there is nothing to search, or the index does not fit.
    """
    if not question.strip():
        raise QueryError("The question is empty.", 'Write it in quotation marks: argmine search "who may own …".')
    with Database.open(settings.folder) as database:
        indexes = open_indexes(database, settings.encoder)
        allowed = np.array(database.ids_on(provision), dtype=np.int64) if provision else None
        if allowed is not None and not allowed.size:
            return ()
        vector = load_encoder(settings.encoder).encode([question])[0]
        depth = max(_DEPTH, limit)
        near, _ = indexes.vectors.search(vector, depth, allowed)
        worded, _ = indexes.fulltext.search(question, depth, allowed)
        return _hits(database, _fused(near, worded)[:limit], _ranks(near), _ranks(worded))


def _hits(
    database: Database, best: list[tuple[int, float]], near: dict[int, int], worded: dict[int, int]
) -> tuple[Hit, ...]:
    rows = {claim.row: claim for claim in database.claims([row for row, _ in best])}
    return tuple(Hit(rows[row], round(score, 5), near.get(row), worded.get(row)) for row, score in best if row in rows)


def _fused(*rankings: NDArray[np.int64]) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for row, rank in _ranks(ranking).items():
            scores[row] = scores.get(row, 0.0) + 1 / (_DAMPING + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _ranks(rows: Iterable[int]) -> dict[int, int]:
    return {int(row): rank for rank, row in enumerate(rows, start=1)}
