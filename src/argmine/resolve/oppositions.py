"""Oppositions: readings of one provision that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from argmine.resolve.likeness import Vectors
from argmine.types import Interpretation, Opposition, Provision, Stance, Stand

_SUBJECT = 0.50  # mean cosine from which two readings speak of the same thing
_EXCLUDING = frozenset({frozenset({"permits", "prohibits"}), frozenset({"limits", "prohibits"})})
"""Stances of which a provision can have one."""


def exclude(one: Stance | None, other: Stance | None) -> bool:
    """Whether two stances cannot both be right of one provision."""
    return frozenset({one, other}) in _EXCLUDING


def find_oppositions(
    interpretations: Iterable[Interpretation], vectors: Mapping[int, Vectors], stands: Mapping[int, Stand]
) -> Iterator[Opposition]:
    """Readings of one provision whose stances exclude each other and that speak of the same thing.

    The evidence is the pair of claims, one of each, that are most like each other. Nobody opposes himself in one
    document: there he tells the rule from its exception.
    """
    of_provision: dict[Provision, list[Interpretation]] = defaultdict(list)
    for interpretation in interpretations:
        of_provision[interpretation.provision].append(interpretation)
    for readings in of_provision.values():
        for place, one in enumerate(readings):
            for other in readings[place + 1 :]:
                if exclude(one.stance, other.stance) and (found := _most_alike(one, other, vectors, stands)):
                    yield Opposition(one.id, other.id, *found)


def _most_alike(
    one: Interpretation, other: Interpretation, vectors: Mapping[int, Vectors], stands: Mapping[int, Stand]
) -> tuple[int, int] | None:
    ours = [each.place for each in one.positions if stands[each.place].stance == one.stance]
    theirs = [each.place for each in other.positions if stands[each.place].stance == other.stance]
    apart = np.array([[_are_two(stands[mine], stands[his]) for his in theirs] for mine in ours])
    cosines = np.stack([vectors[place] for place in ours]) @ np.stack([vectors[place] for place in theirs]).T
    if cosines.mean() < _SUBJECT:
        return None
    if not apart.any():
        return None
    row, column = np.unravel_index(int(np.where(apart, cosines, -1.0).argmax()), cosines.shape)
    return ours[int(row)], theirs[int(column)]


def _are_two(one: Stand, other: Stand) -> bool:
    return (one.holder.id, one.document_id) != (other.holder.id, other.document_id)
