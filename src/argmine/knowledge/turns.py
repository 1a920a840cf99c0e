"""What turns a permission or a prohibition around: the patterns of `turns.toml`, compiled by RE2."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from argmine.knowledge.lexicon import table


@dataclass(frozen=True, slots=True)
class Turn:
    """Words in which one operator turns another around, and the stance that the sentence then takes."""

    name: str
    stance: str
    pattern: Any


@dataclass(frozen=True, slots=True)
class Refuted:
    """How a view is called wrong (`patterns`, with a group "view"), and what in a view forbids or permits."""

    patterns: tuple[Any, ...]
    prohibition: Any
    permission: Any


@cache
def turns() -> tuple[Turn, ...]:
    """The turns, those first that reach furthest."""
    return tuple(Turn(row["name"], row["stance"], _compiled(row["pattern"])) for row in table("turns.toml")["turn"])


@cache
def refuted() -> Refuted:
    """How a view of nobody in particular is called wrong."""
    row = table("turns.toml")["refuted"]
    patterns = tuple(map(_compiled, row["patterns"]))
    return Refuted(patterns, _compiled(row["prohibition"]), _compiled(row["permission"]))


@cache
def unsure() -> Any:
    """What makes a turn a condition, a question or one half of a sentence."""
    return _compiled(table("turns.toml")["unsure"]["pattern"])


def _compiled(pattern: str) -> Any:
    """The pattern with the words in place of their names, of which each may stand in another."""
    for name, words in reversed(table("turns.toml")["words"].items()):
        pattern = pattern.replace(f"{{{name}}}", words)
    return re2.compile(f"(?i){pattern}")
