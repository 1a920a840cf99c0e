"""One evaluation and the one before: figures, and which sentences were gained and lost in between.

A run is kept as JSON beside the database. Of each measure it names the sentences that were not perfect, by a hash: the
gold itself is not copied.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from argmine.evaluation.claims import Aligned, tally
from argmine.evaluation.measures import Count, Figure
from argmine.whole import whole

FILE = "evaluation.json"


@dataclass(frozen=True, slots=True)
class Score:
    """What one gold file gave: `figures` by measure, `faults` the hashes of imperfect sentences by measure."""

    gold: str
    sentences: int
    figures: dict[str, Figure]
    faults: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that a measure gained (it is right now) or lost since the run before."""

    gold: str
    measure: str
    gained: bool
    text: str


def faults(rows: Sequence[Aligned]) -> dict[str, list[str]]:
    """By measure, the sentences where something is wrong or missing."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for measure, count in tally(row).items():
            if not count.is_perfect:
                found.setdefault(measure, []).append(_hash(row.text))
    return found


def changes(score: Score, before: Score | None, rows: Sequence[Aligned]) -> list[Change]:
    """What was gained and lost since `before`, in the order of the gold; nothing without a run before."""
    if before is None:
        return []
    found = []
    for row in rows:
        mark = _hash(row.text)
        for measure in _measures(row):
            wrong, was_wrong = (mark in each.faults.get(measure, ()) for each in (score, before))
            if wrong != was_wrong:
                found.append(Change(score.gold, measure, was_wrong, row.text))
    return found


def _measures(row: Aligned) -> tuple[str, ...]:
    return tuple(measure for measure, count in tally(row).items() if count != Count())


def read_run(folder: Path) -> Mapping[str, Score]:
    """The last run by the names of the gold files; empty when there is none, or none that can be read."""
    try:
        kept: Mapping[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        return {name: _score(name, score) for name, score in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_run(folder: Path, scores: Sequence[Score]) -> None:
    """Keep a run; gold files that it leaves out keep their last figures."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {**read_run(folder), **{score.gold: score for score in scores}}
    words = json.dumps({name: asdict(score) for name, score in sorted(kept.items())}, ensure_ascii=False, indent=1)
    with whole(folder / FILE) as unfinished:
        unfinished.write_text(words + "\n", "utf-8")


def _score(name: str, kept: Mapping[str, Any]) -> Score:
    known = {measure: Figure(**figure) for measure, figure in kept["figures"].items()}
    return Score(name, kept["sentences"], known, kept["faults"])


def _hash(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]
