"""What the lexical rules say of a sentence: for which kind of claim they speak, for none, and for which stance.

Each rule of `knowledge/claims.toml` adds its weights to the kinds of claim and to "none". The rules stand for the cues
that annotators of argument name: deontic modals and legal effect for interpretation (Wyner et al. 2010), directives for
norms, evaluation and consequence for the rest. They explain a result, and are features of the model that decides.

All rules are looked for in one pass over the sentence, by RE2's sets of patterns; that takes a fiftieth of the time of
one search for each, and linear time whatever the text.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast, get_args

import re2

from argmine.knowledge.lexicon import claim_rules, stance_rules
from argmine.types import ClaimKind, Stance

_SLOPE = 1.6
_BIAS = -0.55
_KINDS = get_args(ClaimKind)
_QUOTED = re.compile(r"“[^”]{12,}”|\"[^\"]{12,}\"|«[^»]{12,}»")
_MEMORY = 256 << 20  # bytes that the automaton of a set may grow to


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the rules say of one sentence: sums per kind and for "none", and the names of the rules that matched."""

    kinds: tuple[tuple[str, float], ...]
    none: float
    rules: tuple[str, ...]

    @property
    def kind(self) -> ClaimKind:
        """The kind with the highest sum; the order of the kinds breaks ties."""
        return cast(ClaimKind, max(self.kinds, key=lambda pair: pair[1])[0])

    @property
    def confidence(self) -> float:
        """Logistic curve over the margin between the best kind and "none", 0..1."""
        margin = max(value for _, value in self.kinds) - self.none + _BIAS
        return round(1 / (1 + math.exp(-_SLOPE * margin)), 3)


@lru_cache(maxsize=4096)  # the features of a sentence and the claim made of it ask the same
def weigh(text: str) -> Weighing:
    """Add up the weights of all rules that match `text`."""
    sums = dict.fromkeys((*_KINDS, "none"), 0.0)
    matching = [claim_rules()[index] for index in _matching(_rules(), text)]
    for rule in matching:
        for kind, weight in rule.weights:
            sums[kind] += weight
    none = sums.pop("none")
    return Weighing(tuple(sums.items()), none, tuple(rule.name for rule in matching))


def stance_of(text: str) -> Stance | None:
    """The stance that the words take towards what is lawful; the first matching pattern of the table decides."""
    matching = _matching(_stances(), text)
    return cast(Stance, stance_rules()[matching[0]][0]) if matching else None


def quoted_share(text: str) -> float:
    """The share of the characters that stand in quotation marks."""
    return sum(len(match.group()) for match in _QUOTED.finditer(text)) / max(len(text), 1)


def _matching(patterns: Any, text: str) -> list[int]:
    """The places of the patterns that are found in `text`, in their order."""
    return sorted(patterns.Match(text.encode("utf-8", "replace")) or ())


@cache
def _rules() -> Any:
    return _set_of(rule.pattern if not rule.case else f"(?-i:{rule.pattern})" for rule in claim_rules())


@cache
def _stances() -> Any:
    return _set_of(pattern for _, pattern in stance_rules())


def _set_of(patterns: Any) -> Any:
    options = re2.Options()
    options.case_sensitive, options.max_mem = False, _MEMORY
    found = re2.Set.SearchSet(options)
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found
