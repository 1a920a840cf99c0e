"""The heaviest chain: of pairs that must not cross, those that weigh most together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def heaviest_chain(choices: Iterable[Sequence[tuple[int, float]]]) -> dict[int, int]:
    """For items in their order, the place that each gets, so that places rise with the items.

    Each item has its choices: places, counted from 0, with what speaks for them. An item may get none. Takes time in
    proportion to the choices, times the logarithm of the places.
    """
    given = [list(each) for each in choices]
    chains = _Chains(max((place for each in given for place, _ in each), default=-1) + 1)
    for item, each in enumerate(given):
        chains.extend(item, each)
    return chains.best()


class _Chains:
    """The heaviest chain that ends at or before each place, in a Fenwick tree."""

    def __init__(self, places: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (places + 1)
        self._links: list[tuple[int, int, int]] = []  # item, place, link before

    def extend(self, item: int, choices: Sequence[tuple[int, float]]) -> None:
        """Put the item, at each of its places, behind the heaviest chain that ends before the place."""
        befores = [self._upto(place) for place, _ in choices]
        for (place, weight), (total, before) in zip(choices, befores, strict=True):
            self._links.append((item, place, before))
            self._enter(place, (total + weight, len(self._links) - 1))

    def _enter(self, place: int, entry: tuple[float, int]) -> None:
        at = place + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], entry, key=lambda one: one[0])
            at += at & -at

    def best(self) -> dict[int, int]:
        """The pairs of the heaviest chain."""
        pairs: dict[int, int] = {}
        _, link = self._upto(len(self._tree) - 1)
        while link >= 0:
            item, place, link = self._links[link]
            pairs[item] = place
        return pairs

    def _upto(self, at: int) -> tuple[float, int]:
        heaviest = (0.0, -1)
        while at > 0:
            heaviest = max(heaviest, self._tree[at], key=lambda entry: entry[0])
            at -= at & -at
        return heaviest
