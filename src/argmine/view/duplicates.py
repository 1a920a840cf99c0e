"""Near-duplicates: documents that say the same in nearly the same words, as one article under two file names.

A text is known by the least hashes of its runs of five words; the share that two texts have in common of the least
hashes of both estimates how much they resemble each other (min-wise independent permutations; Broder 1997).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

from argmine.store import Database

_WORD = re.compile(r"\w+")
_RUN = 5
_SKETCH = 256
_FEWEST = 20
"""A text of fewer runs is too short to be told from its like."""
ALIKE = 0.4
"""Two recognitions of one print share about half of their runs; two articles by one author on one matter a tenth."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two documents that resemble each other, 0..1; `original` has more pages, or comes first."""

    original: str
    copy: str
    original_source: str
    copy_source: str
    resemblance: float


def find_duplicates(database: Database, least: float = ALIKE) -> list[Duplicate]:
    """Pairs of documents that resemble each other by `least` or more, the most alike first."""
    rows = [(row, sketch(row[4])) for row in database.texts()]
    known = {row[0]: (row, marks) for row, marks in rows if len(marks) >= _FEWEST}
    found = []
    for one, other in _candidates({name: marks for name, (_, marks) in known.items()}):
        likeness = resemblance(known[one][1], known[other][1])
        if likeness >= least:
            first, second = sorted((known[one][0], known[other][0]), key=lambda row: (-row[3], row[1]))
            found.append(Duplicate(first[0], second[0], first[1], second[1], round(likeness, 2)))
    return sorted(found, key=lambda pair: (-pair.resemblance, pair.original_source, pair.copy_source))


def sketch(text: str) -> frozenset[int]:
    """The least hashes of a text's runs of words."""
    words = _WORD.findall(text.casefold())
    return frozenset(nsmallest(_SKETCH, {crc32(" ".join(run).encode()) for run in _runs(words)}))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the least hashes of both that both have."""
    least = nsmallest(_SKETCH, one | other)
    return sum(mark in one and mark in other for mark in least) / max(len(least), 1)


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(_RUN)), strict=False)


def _candidates(sketches: dict[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share enough hashes to be worth a look; a hash that very many share tells nothing."""
    holders: dict[int, list[str]] = {}
    for name, marks in sketches.items():
        for mark in marks:
            holders.setdefault(mark, []).append(name)
    shared = Counter(pair for names in holders.values() if 1 < len(names) <= _FEWEST for pair in combinations(names, 2))
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST // 2)
