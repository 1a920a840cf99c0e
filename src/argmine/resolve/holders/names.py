"""Names of people: which may be one person's, and how they stand in an id."""

from __future__ import annotations

import re
import unicodedata

NAMES = re.compile(r"[^\W\d_][\w’'-]*")
"""Each name of a person's names."""


def slug(name: str) -> str:
    """A name as part of an id: small letters without diacritics, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "unknown"


def fits_in(given: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether each given name is the other's or its initial, in their order: none, "S.", "Solveig" and "Solveig T."."""
    if len(given) > len(fuller) or sum(map(len, given)) > sum(map(len, fuller)):
        return False
    return all(
        slug(one) == slug(other) or (len(one) == 1 and slug(other).startswith(slug(one)))
        for one, other in zip(given, fuller, strict=False)
    )


def agrees(name: str, full: str) -> bool:
    """Whether the given names of `name` fit those of `full`, which has the same surname."""
    return fits_in(tuple(NAMES.findall(name)[:-1]), tuple(NAMES.findall(full)[:-1]))
