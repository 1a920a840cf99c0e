"""What belongs together, by average linkage: two groups become one while the mean chance of their pairs is high enough.

Nearest-neighbour chains (Murtagh 1983; Müllner 2011) give the groups that joining the likeliest two again and again
would give, in the square of their number. Two that must stay apart keep their groups apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_APART = -np.inf


def gather(
    chances: NDArray[np.float32], apart: NDArray[np.bool_], bar: float, together: Sequence[Sequence[int]] = ()
) -> list[list[int]]:
    """Groups of rows, each in ascending order, by their first rows.

    Args:
        chances: square and symmetrical: how likely two rows belong together.
        apart: which never do.
        bar: the least mean chance for which two groups are joined.
        together: rows that belong together whatever else is said.
    """
    likeness = np.where(apart, _APART, chances)
    np.fill_diagonal(likeness, _APART)
    groups = {row: [row] for row in range(len(likeness))}
    for several in together:
        first, *others = sorted({_owner(groups, row) for row in several})
        for other in others:
            _join(likeness, groups, first, other)
    _chain(likeness, groups, bar)
    return sorted(sorted(group) for group in groups.values())


def _owner(groups: dict[int, list[int]], row: int) -> int:
    return next(owner for owner, rows in groups.items() if row in rows)


def _chain(likeness: NDArray[np.float32], groups: dict[int, list[int]], bar: float) -> None:
    """From each group to the one it is likest, until two are each other's."""
    waiting = list(groups)
    chain: list[int] = []
    while waiting:
        if not chain:
            chain = [waiting[-1]]
        last = chain[-1]
        nearest = int(likeness[last].argmax())
        if len(chain) > 1 and likeness[last, nearest] <= likeness[last, chain[-2]]:
            nearest = chain[-2]
        if likeness[last, nearest] < bar:  # its likest is too unlike, and so is all that it may ever become
            waiting.remove(chain.pop())
        elif len(chain) > 1 and nearest == chain[-2]:
            _join(likeness, groups, nearest, last)
            waiting.remove(last)
            del chain[-2:]
        else:
            chain.append(nearest)


def _join(likeness: NDArray[np.float32], groups: dict[int, list[int]], one: int, other: int) -> None:
    """Put `other` into `one`; the means of their pairs follow from the means of both (Lance and Williams 1967)."""
    mine, his = len(groups[one]), len(groups[other])
    mean = (mine * likeness[one] + his * likeness[other]) / (mine + his)
    mean[one] = _APART
    likeness[one], likeness[:, one] = mean, mean
    likeness[other], likeness[:, other] = _APART, _APART
    groups[one] += groups.pop(other)
