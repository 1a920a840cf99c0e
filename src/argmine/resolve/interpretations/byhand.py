"""What a user put right of the readings: which claims belong together, which stand alone, names and labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from argmine.types import Correction, Stand

Stands = Sequence[Stand]


class ByHand:
    """A user's corrections, and the readings as they were when he made them."""

    def __init__(self, before: Mapping[tuple[str, str], str], corrections: Sequence[Correction]) -> None:
        self._before = before
        self._merged = {each.target: each.value for each in corrections if each.kind == "merge"}
        self._moved = {each.target: each.value for each in corrections if each.kind == "move"}
        self._labels = {each.target: each.value for each in corrections if each.kind == "rename"}
        self._touched = {*self._labels, *self._merged, *self._merged.values(), *self._moved.values()}

    def together(self, stands: Stands) -> list[list[int]]:
        """The rows of claims that belong together: those of a reading that a user touched, and of what he merged."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row, stand in enumerate(stands):
            if not self.is_placed(stand) and (name := self._reading(stand)) is not None:
                rows[name].append(row)
        return [several for several in rows.values() if len(several) > 1]

    def is_placed(self, stand: Stand) -> bool:
        """Whether a user moved the claim, to a reading or to one of its own: it is compared with no other."""
        moved = self._moved.get(stand.claim_id, "")
        return moved == stand.claim_id or moved.endswith(_on(stand))

    def put(self, groups: list[list[int]], stands: Stands) -> list[list[int]]:
        """The groups with the claims that a user moved where he wants them; what he split off stays alone."""
        homes: dict[str, list[int]] = {}
        for group in groups:
            for row in group:
                if not self.is_placed(stands[row]) and (name := self._reading(stands[row])):
                    homes.setdefault(name, group)
        kept = [group for group in groups if not self.is_placed(stands[group[0]])]
        for row in (group[0] for group in groups if self.is_placed(stands[group[0]])):
            name = self._reading(stands[row])
            if name in homes:
                homes[name].append(row)
            else:
                kept.append([row])
                homes.update({name: kept[-1]} if name else {})
        return sorted(sorted(group) for group in kept)

    def names(self, groups: Sequence[Stands]) -> list[str]:
        """The id of each group: that which most of its claims had, one that a user touched before others; else the id
        of its first claim. No two have the same."""
        wishes = sorted(
            (name not in self._touched, -votes, place, name)
            for place, group in enumerate(groups)
            for name, votes in self._votes(group).items()
        )
        names: dict[int, str] = {}
        for _, _, place, name in wishes:
            if place not in names and name not in names.values():
                names[place] = name
        for place, group in enumerate(groups):
            names.setdefault(place, _free(group, set(names.values())))
        return [names[place] for place in range(len(groups))]

    def label(self, name: str, central: str) -> str:
        """The user's label of a reading; its most central claim where he gave none."""
        return self._labels.get(name, central)

    def _reading(self, stand: Stand) -> str | None:
        """The reading that a user touched to which a claim belongs: moved there, in it before, or its founder."""
        moved = self._moved.get(stand.claim_id, "")
        if moved == stand.claim_id:
            return None
        name = moved if moved.endswith(_on(stand)) else self._before.get((stand.claim_id, str(stand.provision)))
        name = name or identity(stand)
        return self._into(name) if name in self._touched else None

    def _votes(self, group: Stands) -> Counter[str]:
        named = (self._reading(stand) or self._before.get((stand.claim_id, str(stand.provision))) for stand in group)
        alone = self._moved.get(group[0].claim_id) == group[0].claim_id
        return Counter() if alone else Counter(filter(None, named))

    def _into(self, name: str) -> str:
        """The reading into which one was merged, step by step; none of another provision."""
        seen, provision = {name}, name.rpartition("@")[2]
        while (target := self._merged.get(name)) and target not in seen and target.rpartition("@")[2] == provision:
            name = target
            seen.add(name)
        return name


def identity(stand: Stand) -> str:
    """The id of a reading that the claim founds."""
    return f"{stand.claim_id}{_on(stand)}"


def _on(stand: Stand) -> str:
    return f"@{stand.provision}"


def _free(group: Stands, taken: set[str]) -> str:
    """The id of the first of its claims whose id no other reading has."""
    first = group[0]
    return next((name for name in map(identity, group) if name not in taken), f"{first.claim_id}~{_on(first)}")
