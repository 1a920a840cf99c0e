"""What sentences are told apart by that has few values, and these values."""

from __future__ import annotations

from typing import get_args

from argmine.types import ClaimKind, Genre, HolderType, Region, Stance

VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(ClaimKind), "stance": get_args(Stance), "region": get_args(Region),
    "holder_type": get_args(HolderType), "genre": get_args(Genre),
}  # fmt: skip
"""Attribute → its values, in an order that `facets` counts on."""
