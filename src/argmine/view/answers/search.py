"""Search: sentences by meaning and by words, joined by reciprocal rank (Cormack, Clarke & Büttcher 2009).

Filters come before ranking: each index looks only at what meets them. A sentence given as an example moves the question
towards it, or away from it, in the space of the vectors (Rocchio 1971). The best of both indexes are then compared with
the question word by word (`late`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from argmine.encoders import load_encoder
from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import Filters, Indexes, Opened, PassageRow, kept_open, open_indexes
from argmine.store.indexes.fulltext import matches
from argmine.store.indexes.vectors import FLAT, nearest
from argmine.view.answers.hits import Hit, folded, of_sentences
from argmine.view.answers.late import Compared, neighbours
from argmine.view.answers.names import match_names

_DEPTH = 100
"""How many sentences each index proposes, at least; deeper hits hardly move a sum of reciprocal ranks. With a filter
only those that are compared word by word: what few sentences meet is soon sought among all."""
_DAMPING = 60
"""The constant k of reciprocal rank fusion, as in the paper."""
_TOWARDS, _AWAY = 1.0, 0.5
"""What the mean of the examples counts beside the question itself, which counts 1."""
_FEW = 500
"""So many vectors at most are fetched one by one, in less time than a look into the lists of a large index takes."""
_RERANKED = 40
"""So many of the best by meaning and of the best by words are compared with the question word by word."""
_CLAIMED = 0.02
"""What it counts that a sentence is a claim: of two that are equally near, what is argued answers a question rather
than a heading, a title in a note or what all know. Of .01 to .04 the best on the 75 questions of `benchmarks`."""
_BRIEF = 0.5
"""What it counts that a sentence is none: of fewer than ten tokens, and no claim, are headings, titles, entries of an
index, which have the words of a question and say nothing on it."""
_NOTED = 0.1
"""What it counts that what is no claim stands in a note: mostly it is the title of a work."""
_NEAR, _NEAR_UNWORDED = 0.62, 0.70
"""The closeness, word by word, from which the best sentence is near a question; and where it has no word of it. Of 24
questions on cakes and football these refuse 20 to 24, of 92 on the law that two corpora hold in part 0 to 17."""
_QUOTES = frozenset('"“”„«»')
ANY = Filters()
"""Any sentence."""

Ranking = dict[int, tuple[int, float]]
"""Row id → its rank, from 1, and its score."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search.

    `current` is false while documents are being written that it does not know yet; `read_as` holds the names that
    nobody has, with those for which they were taken; `far` tells that there are sentences, but none near the question.
    """

    hits: tuple[Hit, ...]
    current: bool
    read_as: tuple[tuple[str, tuple[str, ...]], ...] = ()
    far: bool = False


@dataclass(frozen=True, slots=True)
class Examples:
    """Ids of claims that the answers should be like, and of some that they should not be like."""

    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


def search(  # noqa: PLR0913 (what a question may come with)
    settings: Settings,
    question: str,
    filters: Filters = ANY,
    limit: int = 10,
    examples: Examples = Examples(),
    rerank: bool = True,
    *,
    once: bool = False,
    floor: bool = False,
) -> Found:
    """The sentences that best answer `question` among those that meet `filters`, best first.

    Holders among the filters are names as people type them (see `names`). `once` tells that this process asks no other
    question: the first one is then answered sooner (see `encoders.tokens`).

    `floor` leaves all out where even the best is far from the question; with filters, phrases or examples, which say
    themselves what is wanted, it does nothing.

    Without words, but with `examples`, those that are most like these; with filters alone, the surest claims.

    Raises:
        QueryError: there is no question at all, or no such example, document or holder.
        NoCorpus, StaleIndex, ModelError: there is nothing to search, or the index does not fit.
    """
    if not (any(map(str.isalnum, question)) or filters or examples.like):
        raise QueryError("The question has no words.", 'Write it in quotation marks: argmine search "who may own …".')
    with kept_open(settings.folder) as database:
        indexes = open_indexes(database, settings.encoder)
        holders, read_as = _named(indexes, filters.holders)
        chosen = replace(filters, holders=holders)
        allowed = database.allowed(indexes.facets, indexes.postings, chosen) if chosen else None
        hits = _Asked(database, indexes, settings, question, examples, once).hits(allowed, limit, rerank)
        if floor and hits and not (chosen or examples.like or _is_near(question, hits)):
            return Found((), indexes.current, read_as, far=True)
        return Found(hits, indexes.current, read_as)


def _is_near(question: str, hits: Sequence[Hit]) -> bool:
    """Whether the best hit answers the question rather than being the least unlike it."""
    compared = [hit.closeness for hit in hits if hit.closeness is not None]
    worded = any(hit.by_words for hit in hits)
    return not compared or bool(_QUOTES & set(question)) or max(compared) >= (_NEAR if worded else _NEAR_UNWORDED)


def _named(indexes: Indexes, typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Names as they stand in the corpus for names as they were typed, and which of these nobody has."""
    found = {name: match_names(name, indexes.postings.holders()) for name in typed}
    names = tuple(name for several, _ in found.values() for name in several)
    return names, tuple((name, several) for name, (several, exact) in found.items() if not exact)


class _Asked:
    """One question to the indexes of one corpus."""

    def __init__(
        self, database: Opened, indexes: Indexes, settings: Settings, question: str, examples: Examples, once: bool
    ) -> None:
        self._database, self._indexes, self._encoder = database, indexes, settings.encoder
        self._like = [database.passage(name) for name in examples.like]
        self._unlike = [database.passage(name) for name in examples.unlike]
        self._question, self._once = question.strip(), once
        self._words = self._question or " ".join(each.text for each in self._like)

    def hits(self, allowed: NDArray[np.bool_] | None, limit: int, rerank: bool) -> tuple[Hit, ...]:
        if not self._words:
            return self._surest(allowed, limit)
        depth = max(_DEPTH if allowed is None else _RERANKED, 2 * limit)
        worded = _ranked(*self._indexes.fulltext.search(self._words, depth, allowed))  # phrases are among the words
        near = self._near(self._with_phrases(allowed), depth)
        examples = {each.row for each in (*self._like, *self._unlike)}
        best = [(row, score) for row, score in _fused(near, worded) if row not in examples]
        if rerank and self._question and not examples:
            found = self._reranked(best, near, worded, 2 * limit)
        else:
            found = self._hits(best[: 2 * limit], near, worded, {})
        shown = of_sentences(folded(found))[:limit]
        return tuple(replace(hit, marks=matches(self._question, hit.passage.text)) for hit in shown)

    def _near(self, allowed: NDArray[np.bool_] | None, depth: int) -> Ranking:
        """The sentences that are nearest by meaning; where few of many are allowed, each of these is compared."""
        vectors = self._indexes.vectors
        if allowed is not None and len(vectors) > FLAT and np.count_nonzero(allowed) <= _FEW:
            rows = np.flatnonzero(allowed)
            return _ranked(*nearest(self._vector(), *self._database.vectors_of(rows.tolist()), depth))
        live = self._indexes.facets.live if allowed is None and self._indexes.holds_gone else allowed
        return _ranked(*vectors.search(self._vector(), depth, live))

    def _reranked(self, best: Sequence[tuple[int, float]], near: Ranking, worded: Ranking, limit: int) -> list[Hit]:
        """The best few compared word by word, in the new order; then the others in the old one."""
        chosen = _first(near, _RERANKED) | _first(worded, _RERANKED)
        tokens = self._database.tokens(neighbours(chosen))
        compared = Compared(self._question, tokens, self._indexes.fulltext.rarity, once=self._once)
        rows = [row for row, _ in best if row in chosen and row in tokens]
        facets = self._indexes.facets
        claimed, noted = (np.array(each(rows), np.float32) for each in (facets.claims, facets.in_notes))
        beside = _BRIEF * compared.brevity(rows) + _NOTED * noted
        context = compared.in_context(rows) + _CLAIMED * claimed - (1 - claimed) * beside
        own, scores = (dict(zip(rows, each.tolist(), strict=True)) for each in (compared.closeness(rows), context))
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        others = [(row, score) for row, score in best if row not in scores]
        return self._hits([*ranked, *others][:limit], near, worded, own)

    def _with_phrases(self, allowed: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
        """What is allowed and has every phrase that stands in quotation marks."""
        having = self._indexes.fulltext.with_phrases(self._question, self._indexes.facets.last + 1)
        if having is None:
            return allowed
        return having & (self._indexes.facets.live if allowed is None else allowed)

    def _vector(self) -> NDArray[np.float32]:
        parts = [load_encoder(self._encoder).encode([self._question])[0]] if self._question else []
        for several, weight in ((self._like, _TOWARDS), (self._unlike, -_AWAY)):
            if several:
                parts.append(weight * np.mean([self._database.vector(each.row) for each in several], axis=0))
        vector: NDArray[np.float32] = np.sum(parts, axis=0, dtype=np.float32)
        return vector

    def _hits(
        self, best: Sequence[tuple[int, float]], near: Ranking, worded: Ranking, own: Mapping[int, float]
    ) -> list[Hit]:
        """The sentences of these rows with their scores; `own` is the closeness of those that were compared."""
        rows = {found.row: found for found in self._database.found([row for row, _ in best])}
        return [
            _hit(rows[row], score, near.get(row), worded.get(row), own.get(row)) for row, score in best if row in rows
        ]

    def _surest(self, allowed: NDArray[np.bool_] | None, limit: int) -> tuple[Hit, ...]:
        rows = np.flatnonzero(self._indexes.facets.live if allowed is None else allowed)
        claims = self._database.claims(self._database.surest(rows.tolist(), limit))
        return tuple(Hit(claim, claim.confidence, None, None) for claim in claims)


def _hit(
    passage: PassageRow,
    score: float,
    near: tuple[int, float] | None,
    worded: tuple[int, float] | None,
    closeness: float | None,
) -> Hit:
    by_meaning, cosine = near or (None, None)
    by_words, bm25 = worded or (None, None)
    scores = _rounded(cosine), _rounded(bm25)
    return Hit(passage, round(score, 5), by_meaning, by_words, *scores, closeness=_rounded(closeness))


def _ranked(ids: Iterable[int], scores: Iterable[float]) -> Ranking:
    pairs = zip(ids, scores, strict=True)
    return {int(row): (rank, float(score)) for rank, (row, score) in enumerate(pairs, start=1)}


def _first(ranking: Ranking, number: int) -> set[int]:
    return set(islice(ranking, number))  # best first, as the indexes gave them


def _fused(*rankings: Ranking) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for row, (rank, _) in ranking.items():
            scores[row] = scores.get(row, 0.0) + 1 / (_DAMPING + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
