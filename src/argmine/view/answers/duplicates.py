"""Near-duplicates: documents that say the same in nearly the same words, as one article under two file names.

A text is known by every sixteenth of the hashes of its runs of five words. Of two texts, the share of the shorter one's
that the other has too estimates how much of it that one holds (containment; Broder 1997): an article is found again in
a file of the whole issue, or with pages of its neighbours, where what both have would be little of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from argmine.store import Database

_WORD = re.compile(r"\w+")
_RUN = 5
_EVERY = 16
_FEWEST = 12
"""A text of fewer marks, half a page, is too short to be told from its like."""
_COMMON = 20
"""A mark that more texts have is of a phrase and tells nothing."""
ALIKE = 0.55
"""Of two recognitions of one print, one holds about two thirds of the other's runs; of two articles by one author on
one matter, a fifth."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two documents of which one holds what the other says: `resemblance` is the share of the shorter one, 0..1.

    `original` has more pages, or comes first.
    """

    original: str
    copy: str
    original_source: str
    copy_source: str
    resemblance: float


def find_duplicates(database: Database, least: float = ALIKE) -> list[Duplicate]:
    """Pairs of documents of which one holds at least that share of the other, the most alike first."""
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
    """The marks of a text: the hashes of its runs of words that sixteen divides."""
    words = _WORD.findall(text.casefold())
    hashes = (crc32(" ".join(run).encode()) for run in _runs(words))
    return frozenset(mark for mark in hashes if mark % _EVERY == 0)


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text's marks that the other has."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(_RUN)), strict=False)


def _candidates(sketches: dict[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share enough marks to be worth a look."""
    holders: dict[int, list[str]] = {}
    for name, marks in sketches.items():
        for mark in marks:
            holders.setdefault(mark, []).append(name)
    shared = Counter(pair for names in holders.values() if 1 < len(names) <= _COMMON for pair in combinations(names, 2))
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST // 2)
