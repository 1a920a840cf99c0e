"""Which instrument of the registry a full citation of a treaty or a statute is, by its title."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from argmine.knowledge import Instrument, written
from argmine.knowledge.citations import letters
from argmine.types import Citation


def instrument_cited(citation: Citation) -> Instrument | None:
    """The instrument that the title names: by its own title, another name, or its abbreviation as printed."""
    title = citation.description.title if citation.kind in ("treaty", "legislation") else None
    return instrument_named(title) if title is not None else None


def instrument_named(name: str) -> Instrument | None:
    """The instrument that bears the name."""
    return _abbreviated().get(name) or _named().get(letters(name.removeprefix("The ")))


@cache
def _named() -> Mapping[str, Instrument]:
    return {letters(name): each for each in written() for name in (each.title, *each.names)}


@cache
def _abbreviated() -> Mapping[str, Instrument]:
    return {name: each for each in written() for name in each.abbreviations}
