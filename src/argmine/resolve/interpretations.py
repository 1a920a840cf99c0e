"""Interpretations: claims on one provision that say the same, gathered into one reading.

Claims are taken in the order in which they were written, and each joins the reading that it is most like, or founds
one (leader clustering; Hartigan 1975, ch. 3): so claims that are added change nothing in what was gathered before. A
reading holds no two claims that exclude each other. What one holder says on a provision in one paragraph is one reading
whatever its words: an author unfolds it over several sentences, one saying what is required, one what is permitted for
it. In the paragraph before or behind some likeness is asked for, elsewhere much, and the same stance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from argmine.types import Correction, Interpretation, Opposition, Position, Provision, Stance, Stand

LIKE = 0.80
"""Mean cosine from which claims say the same. Of short paraphrases .70 is the best bar (Perspectrum, Chen et al. 2019);
claims on one provision share its words, and need more."""
_BESIDE = 0.60
"""Cosine from which the claims of one holder in neighbouring paragraphs say the same."""
_SUBJECT = 0.50  # mean cosine from which two readings speak of the same thing
_EXCLUDING = frozenset({frozenset({"permits", "prohibits"}), frozenset({"limits", "prohibits"})})
"""Stances of which a provision can have one."""

Vectors = NDArray[np.float32]


@dataclass(slots=True)
class _Reading:
    """An interpretation as it grows: its claims, the sum of their vectors, how often each stance is taken."""

    id: str
    provision: Provision
    stands: list[Stand] = field(default_factory=list)
    vectors: list[Vectors] = field(default_factory=list)
    stances: Counter[Stance] = field(default_factory=Counter)
    total: Vectors | float = 0.0
    passages: dict[tuple[str, str], list[tuple[int, Vectors]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def stance(self) -> Stance | None:
        """The stance that most of its claims take."""
        return self.stances.most_common(1)[0][0] if self.stances else None

    def add(self, stand: Stand, vector: Vectors) -> None:
        self.stands.append(stand)
        self.vectors.append(vector)
        self.stances.update([stand.stance] if stand.stance else [])
        self.total = self.total + vector
        self.passages[stand.document_id, stand.holder.id].append((stand.paragraph, vector))

    def admits(self, stance: Stance | None) -> bool:
        return not any(_exclude(stance, other) for other in self.stances)

    def likeness(self, stand: Stand, vector: Vectors) -> float:
        """Mean cosine to its claims; over the bar for what the same holder says in the same paragraph, nought for what
        takes another stance elsewhere."""
        own = self.passages.get((stand.document_id, stand.holder.id), [])
        around = [
            (paragraph == stand.paragraph, float(other @ vector))
            for paragraph, other in own
            if abs(paragraph - stand.paragraph) <= 1
        ]
        is_same, near = max(around, default=(False, 0.0))
        if is_same or near >= _BESIDE:
            return LIKE + is_same + max(near, 0.0)
        if stand.stance and self.stances and stand.stance != self.stance:
            return 0.0
        return float(self.total @ vector) / len(self.stands)


def find_interpretations(
    stands: Iterable[tuple[Stand, Vectors]],
    before: Mapping[tuple[str, str], str] | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Interpretation, ...]:
    """The readings of each provision, in the order in which they were founded.

    Args:
        stands: claims with their vectors (length 1), in the order in which they were written.
        before: (claim id, provision) → id of the interpretation that it belonged to: it stays there.
        corrections: a user's; they win.
    """
    readings: dict[Provision, list[_Reading]] = defaultdict(list)
    moved = {each.target: each.value for each in corrections if each.kind == "move"}
    for stand, vector in stands:
        of_provision = readings[stand.provision]
        wanted = _wanted(stand, moved, before or {})
        reading = _named(of_provision, wanted) if wanted else _likest(of_provision, stand, vector)
        if reading is None or not (reading.admits(stand.stance) or stand.claim_id in moved):
            reading = _founded(of_provision, stand, wanted)
        reading.add(stand, vector)
    found = [reading for of_provision in readings.values() for reading in of_provision]
    return tuple(_finished(reading, corrections) for reading in _merged(found, corrections))


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
                if _exclude(one.stance, other.stance) and (found := _most_alike(one, other, vectors, stands)):
                    yield Opposition(one.id, other.id, *found)


def _wanted(stand: Stand, moved: Mapping[str, str], before: Mapping[tuple[str, str], str]) -> str | None:
    """The id of the reading in which a user or an earlier comparison put a claim."""
    value = moved.get(stand.claim_id)
    if value == stand.claim_id:
        return _id(stand)
    if value is not None and value.endswith(f"@{stand.provision}"):
        return value
    return before.get((stand.claim_id, str(stand.provision)))


def _id(stand: Stand) -> str:
    return f"{stand.claim_id}@{stand.provision}"


def _named(readings: Sequence[_Reading], wanted: str) -> _Reading | None:
    return next((reading for reading in readings if reading.id == wanted), None)


def _founded(readings: list[_Reading], stand: Stand, wanted: str | None) -> _Reading:
    """A new reading, under the id that was wanted or the claim's own; where a claim was moved to one that its founder
    comes to later, the founder finds it there."""
    for name in filter(None, (wanted, _id(stand))):
        there = _named(readings, name)
        if there is not None and there.admits(stand.stance):
            return there
        if there is None:
            readings.append(_Reading(name, stand.provision))
            return readings[-1]
    readings.append(_Reading(f"{_id(stand)}:{stand.stance}", stand.provision))
    return readings[-1]


def _likest(readings: Sequence[_Reading], stand: Stand, vector: Vectors) -> _Reading | None:
    admitting = [reading for reading in readings if reading.admits(stand.stance)]
    if not admitting:
        return None
    likenesses = [reading.likeness(stand, vector) for reading in admitting]
    best = max(range(len(admitting)), key=likenesses.__getitem__)
    return admitting[best] if likenesses[best] >= LIKE else None


def _merged(readings: Sequence[_Reading], corrections: Sequence[Correction]) -> Iterator[_Reading]:
    """The readings, those that a user merged put together under the id of the one that stays."""
    into = {each.target: each.value for each in corrections if each.kind == "merge"}
    known = {reading.id: reading for reading in readings}
    for reading in readings:
        target = known.get(into.get(reading.id, ""))
        if target is None or target is reading or target.provision != reading.provision:
            continue
        for stand, vector in zip(reading.stands, reading.vectors, strict=True):
            target.add(stand, vector)
        del known[reading.id]
    yield from known.values()


def _finished(reading: _Reading, corrections: Sequence[Correction]) -> Interpretation:
    vectors = np.stack(reading.vectors)
    others = max(len(vectors) - 1, 1)
    centralities = ((vectors @ vectors.sum(axis=0)) - (vectors * vectors).sum(axis=1)) / others
    positions = tuple(
        Position(stand.place, stand.holder, round(float(min(max(centrality, 0.0), 1.0)), 4))
        for stand, centrality in zip(reading.stands, centralities, strict=True)
    )
    label = next((each.value for each in corrections if (each.kind, each.target) == ("rename", reading.id)), None)
    central = reading.stands[max(range(len(positions)), key=lambda place: positions[place].centrality)]
    return Interpretation(reading.id, reading.provision, label or central.text, reading.stance, positions)


def _exclude(one: Stance | None, other: Stance | None) -> bool:
    return frozenset({one, other}) in _EXCLUDING


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
