"""Who relies on whom: holders, and those on whom their claims rest, as a graph in layers (Sugiyama et al. 1981).

Whoever only relies on others stands at the left, whoever is only relied on at the right, and between them those who do
both. Within a layer each stands at the mean height of those with whom it is joined, so that few lines cross.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from argmine.resolve.holders.actors import institution
from argmine.resolve.holders.identities import author_of, unify
from argmine.resolve.holders.registered import known
from argmine.store import ClaimRow
from argmine.types import Correction, Holder, Work
from argmine.view.answers.authorities import named
from argmine.view.answers.groups import LABELS
from argmine.view.sourced import holder_name

_MOST = 15
"""Who relies, and on whom, at most: beyond them nothing can be read."""
_LONGEST = 44
_SWEEPS = 6
_DEEPEST = 3

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reliance:
    """One relies on the other: the number of claims, and their most frequent stance."""

    one: str
    other: str
    claims: int
    stance: str | None


def reliances(rests: Iterable[tuple[ClaimRow, Work]], corrections: Sequence[Correction] = ()) -> list[Reliance]:
    """Holders with those on whom they rely, most claims first; nobody is joined to himself.

    Who is one person is decided as for holders over the corpus (`resolve.identities`), a user's corrections included.
    """
    pairs = list(rests)
    names = _Names(pairs, corrections)
    stances: dict[Pair, Counter[str | None]] = {}
    for claim, work in pairs:
        one, other = names.holder(claim), names.authority(work)
        if one != other:
            stances.setdefault((one, other), Counter())[claim.stance] += 1
    found = [Reliance(*pair, counts.total(), counts.most_common(1)[0][0]) for pair, counts in stances.items()]
    return _most(sorted(found, key=lambda each: (-each.claims, each.one, each.other)))


class _Names:
    """One name for a person, whether he speaks or is cited: "S. Gorove" is Stephen Gorove where no other is known."""

    def __init__(self, pairs: Sequence[tuple[ClaimRow, Work]], corrections: Sequence[Correction]) -> None:
        self._documents = {claim.document_id: _speakers(claim) for claim, _ in pairs if claim.holder.type == "author"}
        everybody = [each for claim, work in pairs for each in (*_speakers(claim), *self._relied_on(work))]
        self._one = unify(everybody, corrections)

    def holder(self, claim: ClaimRow) -> str:
        return self._joined(_speakers(claim))

    def authority(self, work: Work) -> str:
        """The authors of a work, as they are called where it is in the corpus; else the work itself."""
        return self._joined(self._relied_on(work))

    def _relied_on(self, work: Work) -> tuple[Holder, ...]:
        if work.document_id in self._documents:
            return self._documents[work.document_id]
        itself = Holder(named(work), "author", f"work:{work.id}")
        return tuple(map(_author, work.description.authors)) or (itself,)

    def _joined(self, holders: Iterable[Holder]) -> str:
        return shorten(" and ".join(self._one[each.id].name for each in holders), _LONGEST, placeholder=" …")


def _speakers(claim: ClaimRow) -> tuple[Holder, ...]:
    """The holder of a claim; where its document's authors speak, each of them."""
    if claim.holder.type != "author":
        return (claim.holder,)
    itself = Holder(holder_name(claim), "author", f"document:{claim.document_id}")
    return tuple(map(_author, claim.authors)) or (itself,)


def _author(name: str) -> Holder:
    """Whoever signs: a body by its name, else a person."""
    return known(name) or institution(name) or author_of((name,), "", None)


def _most(found: list[Reliance]) -> list[Reliance]:
    """Those between the ones who rely most and the ones who are relied on most."""
    relying, relied = Counter[str](), Counter[str]()
    for each in found:
        relying[each.one] += each.claims
        relied[each.other] += each.claims
    ones, others = ({name for name, _ in counts.most_common(_MOST)} for counts in (relying, relied))
    return [each for each in found if each.one in ones and each.other in others]


def places(found: Iterable[Reliance]) -> dict[str, tuple[int, float]]:
    """Name → layer from the left, and height in rows around 0."""
    pairs = [(each.one, each.other) for each in found]
    layers = _layers(pairs)
    columns = [[name for name, layer in layers.items() if layer == at] for at in sorted(set(layers.values()))]
    heights = {name: height for column in columns for name, height in _spread(column).items()}
    for _ in range(_SWEEPS):
        for column in columns:
            wanted = {name: _mean_of_joined(name, pairs, heights) for name in column}
            heights |= _spread(sorted(column, key=lambda name: (wanted[name], name)))
    return {name: (at, heights[name]) for at, column in enumerate(columns) for name in column}


def _layers(pairs: Iterable[Pair]) -> dict[str, int]:
    """Each one step behind the last of those who rely on it, those who rely on nobody at the very end."""
    pairs = list(pairs)
    layers = dict.fromkeys((name for pair in pairs for name in pair), 0)
    for _ in range(_DEEPEST):  # so many steps: two who rely on each other would never end
        for one, other in pairs:
            layers[other] = max(layers[other], min(layers[one] + 1, _DEEPEST))
    relying, last = {one for one, _ in pairs}, max(layers.values(), default=0)
    return {name: layer if name in relying else last for name, layer in layers.items()}


def _spread(column: list[str]) -> dict[str, float]:
    """One below the other, the middle of all at 0."""
    return {name: row - (len(column) - 1) / 2 for row, name in enumerate(column)}


def _mean_of_joined(name: str, pairs: Iterable[Pair], heights: Mapping[str, float]) -> float:
    joined = [heights[other if one == name else one] for one, other in pairs if name in (one, other)]
    return sum(joined) / len(joined)


def nodes(found: list[Reliance]) -> list[dict[str, Any]]:
    """A row for each name: its place, and on which side it is written."""
    at = places(found)
    last = max((layer for layer, _ in at.values()), default=0)
    side = {0: "left", last: "right"}
    return [{"name": name, "x": x, "y": y, "side": side.get(x, "above")} for name, (x, y) in at.items()]


def curves(found: list[Reliance]) -> list[dict[str, Any]]:
    """The four points of each line, which leaves and arrives level."""
    at, rows = places(found), []
    for number, each in enumerate(found):
        (x, y), (x2, y2) = at[each.one], at[each.other]
        for step, point in enumerate(((x, y), ((x + x2) / 2, y), ((x + x2) / 2, y2), (x2, y2))):
            rows.append(
                {"line": number, "step": step, "x": point[0], "y": point[1], "claims": each.claims,
                 "stance": LABELS[each.stance]}
            )  # fmt: skip
    return rows
