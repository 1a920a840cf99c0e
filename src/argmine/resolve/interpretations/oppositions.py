"""Oppositions: readings of one provision that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from argmine.resolve.interpretations.likeness import Vectors, chances
from argmine.types import Interpretation, Opposition, Provision, Stance, Stand

_SUBJECT = 0.045
"""Mean chance of saying the same, stances apart, from which two readings speak of the same thing. Of 78 pairs among 33
readings that one reader sorted and whose stances exclude each other, 19 have it."""
_AT_ONCE = 3000  # claims that are compared each with each
_EXCLUDING = frozenset({frozenset({"permits", "prohibits"}), frozenset({"limits", "prohibits"})})
"""Stances of which a provision can have one."""


def exclude(one: Stance | None, other: Stance | None) -> bool:
    """Whether two stances cannot both be right of one provision."""
    return frozenset({one, other}) in _EXCLUDING


def find_oppositions(
    interpretations: Iterable[Interpretation], vectors: Mapping[int, Vectors], stands: Mapping[int, Stand]
) -> Iterator[Opposition]:
    """Readings of one provision whose stances exclude each other and that speak of the same thing.

    All claims on a provision share its words; what counts is what two readings share beyond these (`likeness`). The
    evidence is the pair of claims, one of each, that are most like each other. Nobody opposes himself in one document:
    there he tells the rule from its exception.
    """
    of_provision: dict[Provision, list[Interpretation]] = defaultdict(list)
    for interpretation in interpretations:
        if any(interpretation.stance in each for each in _EXCLUDING):
            of_provision[interpretation.provision].append(interpretation)
    for readings in of_provision.values():
        yield from _among(readings, vectors, stands)


def _among(
    readings: Sequence[Interpretation], vectors: Mapping[int, Vectors], stands: Mapping[int, Stand]
) -> Iterator[Opposition]:
    most = max(_AT_ONCE // len(readings), 1)
    telling = [_telling(each, stands)[:most] for each in readings]
    claims = [stands[place] for places in telling for place in places]
    alike = chances(claims, np.stack([vectors[claim.place] for claim in claims]))
    ends = pairwise(accumulate(map(len, telling), initial=0))
    rows = [list(range(*each)) for each in ends]
    for (one, mine), (other, his) in combinations(zip(readings, rows, strict=True), 2):
        if exclude(one.stance, other.stance) and (found := _most_alike(mine, his, alike, claims)):
            yield Opposition(one.id, other.id, *found)


def _telling(reading: Interpretation, stands: Mapping[int, Stand]) -> list[int]:
    """The claims of a reading that take its stance, the most central first."""
    ordered = sorted(reading.positions, key=lambda each: (-each.centrality, each.place))
    return [each.place for each in ordered if stands[each.place].stance == reading.stance]


def _most_alike(
    mine: Sequence[int], his: Sequence[int], alike: NDArray[np.float32], claims: Sequence[Stand]
) -> tuple[int, int] | None:
    """The two claims that show it; None where nobody is against another, or they speak of different things."""
    apart = np.array([[_are_two(claims[one], claims[other]) for other in his] for one in mine])
    chance = alike[np.ix_(mine, his)]
    if not apart.any() or chance[apart].mean() < _SUBJECT:
        return None
    row, column = np.unravel_index(int(np.where(apart, chance, -1.0).argmax()), chance.shape)
    return claims[mine[int(row)]].place, claims[his[int(column)]].place


def _are_two(one: Stand, other: Stand) -> bool:
    return (one.holder.id, one.document_id) != (other.holder.id, other.document_id)
