"""Interpretations that were gathered, beside those that people told apart: which sentences say the same?

A gold file has an interpretation a line: `provision`, `interpretation` and `holders`, each with the `sentence_ids`
(in the gold file of sentences) that state it. Two sentences are a pair where they state one interpretation; a pair is
found where its claims stand in one. Only sentences that state some interpretation count (pairwise F1; Hatzivassiloglou
and McKeown 1993).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmine.errors import SourceError
from argmine.evaluation.claims import align, found_claims
from argmine.evaluation.gold import load_gold
from argmine.evaluation.measures import Count, Figure, figures
from argmine.extract import read
from argmine.pipeline import analyse, compare
from argmine.types import Analysis, Document, Provision, Stand

MEASURE = "same interpretation"
Pairs = frozenset[tuple[int, int]]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]


def is_readings(path: Path) -> bool:
    """Whether a gold file has interpretations rather than sentences."""
    if path.suffix.lower() != ".jsonl":
        return False
    first = next((line for line in path.read_text("utf-8").splitlines() if line.strip()), "{}")
    row = json.loads(first)
    return isinstance(row, dict) and "interpretation" in row and "holders" in row


def sentences_of(gold: Path) -> Path:
    """The gold file of sentences whose ids the interpretations of `gold` name: without "_positions".

    Raises:
        SourceError: there is none beside it.
    """
    file = gold.with_name(gold.name.replace("_positions", ""))
    if file == gold or not file.is_file():
        raise SourceError(
            f"{gold}: no file of its sentences beside it.", "Call it NAME_positions.jsonl, beside NAME.jsonl."
        )
    return file


def load_readings(path: Path) -> list[frozenset[int]]:
    """The interpretations of a gold file, each as the ids of the sentences that state it."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [frozenset(number for holder in row["holders"] for number in holder["sentence_ids"]) for row in rows]


def pairs(readings: Iterable[Iterable[int]]) -> Pairs:
    """The pairs of sentences that state one of these interpretations."""
    return frozenset((one, other) for each in readings for one, other in combinations(sorted(set(each)), 2))


def score_pairs(found: Pairs, owed: Pairs) -> Figure:
    """Precision, recall and F1 of the pairs."""
    right = len(found & owed)
    return figures([{MEASURE: Count(right, len(found), right, len(owed))}], (MEASURE,))[MEASURE]


def score_positions(gold: Path, sentences: Path, source: Path, encode: Encode) -> Figure:
    """How well the claims of a document are gathered.

    Args:
        gold: the interpretations.
        sentences: the gold file of sentences, whose ids the interpretations name.
        source: the document.
        encode: texts → vectors.

    Raises:
        SourceError: a file cannot be read.
    """
    document = read(source, name=source.name)
    analysis = analyse(document)
    readings = load_readings(gold)
    stated = frozenset[int]().union(*readings)
    numbers = _numbers(sentences, document, analysis)
    stands = list(_stands(document, analysis))
    vectors = encode([stand.text for stand in stands])
    gathered = compare(list(zip(stands, vectors, strict=True))).interpretations
    claims = [[stands[each.place].claim_id for each in reading.positions] for reading in gathered]
    found = pairs([numbers[claim] for claim in reading if numbers.get(claim) in stated] for reading in claims)
    return score_pairs(found, pairs(readings))


def _numbers(sentences: Path, document: Document, analysis: Analysis) -> Mapping[str, int]:
    """Claim id → id of the gold sentence that it is."""
    ids = [row["id"] for row in map(json.loads, sentences.read_text("utf-8").splitlines())]
    body = [claim for claim in analysis.claims if claim.region == "body"]
    alone = replace(analysis, links=())
    numbers: dict[str, int] = {}
    for claim, found in zip(body, found_claims(document, alone), strict=True):
        rows = align(load_gold(sentences), [found], partial=True)
        place = next((place for place, row in enumerate(rows) if row.claims), None)
        if place is not None:
            numbers[claim.id] = ids[place]
    return numbers


def _stands(document: Document, analysis: Analysis) -> Iterator[Stand]:
    """What `compare` sees of the claims that interpret a provision, as the database gives it: one for each article."""
    articles: dict[str, dict[Provision, Any]] = defaultdict(dict)
    for link in analysis.links:
        if link.relation == "interprets":
            articles[link.claim_id][Provision(link.provision.instrument, link.provision.path[:1])] = None
    place = 0
    for claim in analysis.claims:
        for provision in articles[claim.id] if claim.region == "body" else ():
            text = claim.span.of(document.text)
            yield Stand(
                place, claim.id, provision, text, claim.stance, claim.attribution, claim.holder, document.id,
                claim.span.start, document.block_at(claim.span.start) or 0, claim.kind, claim.confidence,
            )  # fmt: skip
            place += 1


__all__ = ["MEASURE", "is_readings", "load_readings", "pairs", "score_pairs", "score_positions", "sentences_of"]
