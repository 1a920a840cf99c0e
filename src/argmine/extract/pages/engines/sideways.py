"""What reads upwards or downwards: captions beside a figure, notices along the edge of a page."""

from __future__ import annotations

from collections.abc import Iterable

from argmine.extract.draft import Box

_LETTERS, _WORDS = 0.4, 1.2  # of the height of the type: the white between two letters, and between two words


def written(pieces: Iterable[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Pieces in the order of the file, as the words that they make: programs draw such text letter by letter."""
    found: list[tuple[str, Box]] = []
    for text, box in pieces:
        white = _white(found[-1][1], box) if found else None
        if white is None or white > _WORDS:
            found.append((text, box))
            continue
        before, whole = found[-1]
        space = " " if white > _LETTERS and not before.endswith(" ") else ""
        found[-1] = before + space + text, _around(whole, box)
    return found


def _white(one: Box, other: Box) -> float | None:
    """How far two pieces of one column stand apart, by the height of their type; None where they are of none."""
    height = max(one[2] - one[0], other[2] - other[0])
    if height <= 0 or min(one[2], other[2]) <= max(one[0], other[0]):
        return None
    return max(0.0, other[1] - one[3], one[1] - other[3]) / height


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
