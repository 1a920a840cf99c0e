"""Hits of a search: a sentence once, whether whole or by a clause; the same words once, wherever they are printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from argmine.store import ClaimRow, PassageRow
from argmine.types import Span

_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence found, and how; a `ClaimRow` where it is a claim.

    `by_meaning` and `by_words` are ranks from 1, `cosine` and `bm25` the scores behind them; None where that index
    lacked it. `marks` are the words of the text that match the question, `also_in` sentences of the same words: mostly
    the same document in another format. `closeness` is that of late interaction, None where there was none; `score` is
    then made of it, and of reciprocal ranks otherwise.
    """

    passage: PassageRow
    score: float
    by_meaning: int | None
    by_words: int | None
    cosine: float | None = None
    bm25: float | None = None
    marks: tuple[Span, ...] = ()
    also_in: tuple[PassageRow, ...] = ()
    closeness: float | None = None


def folded(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Hits of the same words as one, the best of them first; where letters and digits differ, nothing is folded.

    Sentences that are merely much alike stay apart: what tells two rules from each other may be the word "not".
    """
    kept: dict[tuple[str | None, ...], list[Hit]] = {}
    for hit in hits:
        kept.setdefault(_saying(hit.passage), []).append(hit)
    return tuple(_joined(first, others) if others else first for first, *others in kept.values())


def of_sentences(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit of each sentence: the whole of it or one of its clauses, whichever is the best."""
    best: dict[str, Hit] = {}
    for hit in hits:
        sentence = hit.passage.part_of if isinstance(hit.passage, ClaimRow) else None
        best.setdefault(sentence or hit.passage.id, hit)
    return tuple(best.values())


def _saying(passage: PassageRow) -> tuple[str | None, ...]:
    """What is said, by whom: what two hits must share to be one."""
    claim = (passage.holder.name, passage.stance) if isinstance(passage, ClaimRow) else ()
    return _letters(passage.text), *claim


def _joined(hit: Hit, others: Sequence[Hit]) -> Hit:
    return replace(hit, also_in=tuple(other.passage for other in others))


def _letters(text: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
