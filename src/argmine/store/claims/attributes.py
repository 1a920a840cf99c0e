"""What sentences are told apart by that has few values, and these values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from argmine.errors import QueryError
from argmine.types import ClaimKind, Genre, HolderType, Region, Stance

VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(ClaimKind), "stance": get_args(Stance), "region": get_args(Region),
    "holder_type": get_args(HolderType), "genre": get_args(Genre),
}  # fmt: skip
"""Attribute → its values, in an order that `facets` counts on."""


def check_values(attribute: str, given: Iterable[str]) -> None:
    """Refuse what is no value of an attribute; "none" stands for its absence.

    Raises:
        QueryError: one of them is none.
    """
    for value in given:
        if value not in (*VALUES[attribute], "none"):
            name, values = attribute.replace("_", " "), ", ".join(VALUES[attribute])
            raise QueryError(f"There is no {name} {value!r}.", f"Write one of: {values}, none.")
