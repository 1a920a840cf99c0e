"""Interpretations: claims on one provision that say the same, gathered into one reading.

How likely two claims say the same is told by `likeness`; `gathering` puts together what belongs together. No reading
has claims whose stances exclude each other, unless a user put them there. All readings are made anew from all claims,
so that the order in which documents came does not count; a reading keeps its id while most of its claims stay together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from argmine.resolve.interpretations.byhand import ByHand
from argmine.resolve.interpretations.gathering import gather
from argmine.resolve.interpretations.likeness import Vectors, chances
from argmine.resolve.interpretations.oppositions import exclude
from argmine.resolve.interpretations.telling import telling
from argmine.types import Correction, Interpretation, Position, Provision, Stance, Stand

LIKE = 0.26
"""Mean chance of saying the same from which two groups of claims are one reading: on 189 claims that one reader sorted
nearly as many readings come out as he made, of which more hold what belongs together than with a lower bar."""
_AT_ONCE = 3000
"""Claims on one provision that are compared each with each. Of more, so many at a time are gathered, and then the
readings by their most central claims."""

Stances = frozenset[Stance | None]
_ALL: tuple[Stance | None, ...] = ("permits", "prohibits", "requires", "limits", "open", None)
_EXCLUDE = {stance: frozenset(other for other in _ALL if exclude(stance, other)) for stance in _ALL}


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims that say the same, in the order in which they were written."""

    stands: tuple[Stand, ...]
    vectors: Vectors

    @property
    def stance(self) -> Stance | None:
        """The stance that most of its claims take."""
        taken = Counter(stand.stance for stand in self.stands if stand.stance)
        return taken.most_common(1)[0][0] if taken else None

    @property
    def centralities(self) -> Vectors:
        """For each claim its mean likeness to the others."""
        others = max(len(self.vectors) - 1, 1)
        sums = (self.vectors @ self.vectors.sum(axis=0)) - (self.vectors * self.vectors).sum(axis=1)
        return np.asarray(np.clip(sums / others, 0, 1), np.float32)

    @property
    def central(self) -> int:
        """The claim that tells best what the others say too; of those that take the group's stance, where one does."""
        own = np.array([stand.stance == self.stance for stand in self.stands])
        tells = np.array([telling(each.text, each.kind, each.confidence, each.link) for each in self.stands])
        return int(((1 + self.centralities) * tells + 2 * own).argmax())

    def of(self, rows: Sequence[int]) -> _Group:
        """Some of its claims."""
        return _Group(tuple(self.stands[row] for row in rows), self.vectors[list(rows)])


def find_interpretations(
    stands: Iterable[tuple[Stand, Vectors]],
    before: Mapping[tuple[str, str], str] | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Interpretation, ...]:
    """The readings of each provision, in the order of their first claims.

    Args:
        stands: claims with their vectors (length 1), in the order in which they were written.
        before: (claim id, provision) → id of the interpretation to which it belonged: what stays together keeps its id.
        corrections: a user's; they win.
    """
    of_provision: dict[Provision, list[tuple[Stand, Vectors]]] = defaultdict(list)
    for stand, vector in stands:
        of_provision[stand.provision].append((stand, vector))
    hand = ByHand(before or {}, corrections)
    return tuple(each for claims in of_provision.values() for each in _readings(claims, hand))


def _readings(claims: Sequence[tuple[Stand, Vectors]], hand: ByHand) -> Iterator[Interpretation]:
    whole = _Group(tuple(stand for stand, _ in claims), np.stack([vector for _, vector in claims]))
    groups = [whole.of(rows) for rows in hand.put(_gathered(whole, hand), whole.stands)]
    for group, name in zip(groups, hand.names([group.stands for group in groups]), strict=True):
        yield _finished(group, name, hand)


def _gathered(whole: _Group, hand: ByHand) -> list[list[int]]:
    """The rows of each reading."""
    together = hand.together(whole.stands)
    if len(whole.stands) <= _AT_ONCE:
        return _compared(whole, [frozenset({stand.stance}) for stand in whole.stands], hand, together)
    parts = range(0, len(whole.stands), _AT_ONCE)
    found: list[list[int]] = []
    for start in parts:
        rows = range(start, min(start + _AT_ONCE, len(whole.stands)))
        some = whole.of(rows)
        stances = [frozenset({stand.stance}) for stand in some.stands]
        found += [[start + row for row in group] for group in _compared(some, stances, hand, [])]
    return _joined(whole, found, hand, together)


def _joined(whole: _Group, found: list[list[int]], hand: ByHand, together: list[list[int]]) -> list[list[int]]:
    """Readings of parts, put together by their most central claims; those with most claims, where they are too many."""
    ordered = sorted(found, key=len, reverse=True)
    heads, rest = ordered[:_AT_ONCE], ordered[_AT_ONCE:]
    owner = {row: place for place, rows in enumerate(heads) for row in rows}
    central = whole.of([rows[whole.of(rows).central] for rows in heads])
    stances = [frozenset(whole.stands[row].stance for row in rows) for rows in heads]
    by_hand = [sorted({owner[row] for row in rows if row in owner}) for rows in together]
    groups = _compared(central, stances, hand, [several for several in by_hand if len(several) > 1])
    return sorted([*(sorted(row for place in group for row in heads[place]) for group in groups), *rest])


def _compared(group: _Group, stances: Sequence[Stances], hand: ByHand, together: list[list[int]]) -> list[list[int]]:
    apart = _apart(stances)
    placed = [row for row, stand in enumerate(group.stands) if hand.is_placed(stand)]
    apart[placed], apart[:, placed] = True, True
    return gather(chances(group.stands, group.vectors), apart, LIKE, together)


def _apart(stances: Sequence[Stances]) -> NDArray[np.bool_]:
    """Which groups of claims have stances that exclude each other."""
    kinds = list(dict.fromkeys(stances))
    table = np.array([[any(_EXCLUDE[one] & other for one in mine) for other in kinds] for mine in kinds])
    places = np.array([kinds.index(each) for each in stances])
    return np.asarray(table[places][:, places], np.bool_)


def _finished(group: _Group, name: str, hand: ByHand) -> Interpretation:
    positions = tuple(
        Position(stand.place, stand.holder, round(float(centrality), 4))
        for stand, centrality in zip(group.stands, group.centralities, strict=True)
    )
    first, central = group.stands[0], group.stands[group.central]
    return Interpretation(name, first.provision, hand.label(name, central.text), group.stance, positions)
