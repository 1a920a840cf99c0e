"""The table of `wording.toml`: the words by which claims are put."""

from __future__ import annotations

from functools import cache
from typing import Any

import re2

from argmine.knowledge.lexicon import table


@cache
def modalities() -> tuple[tuple[str, Any], ...]:
    """(modality, its pattern); the first that matches counts."""
    return tuple((each["name"], _compiled(each["pattern"])) for each in table("wording.toml")["modality"])


@cache
def hedging() -> dict[str, Any]:
    """Patterns of the words that "hedged" and "boosted" claims hold."""
    return {name: _compiled(pattern) for name, pattern in table("wording.toml")["hedging"].items()}


@cache
def polarity() -> dict[str, Any]:
    """Patterns of "negative" words, and of "idle" ones that only look negative."""
    return {name: _compiled(pattern) for name, pattern in table("wording.toml")["polarity"].items()}


def _compiled(pattern: str) -> Any:
    return re2.compile(f"(?i){pattern}")
