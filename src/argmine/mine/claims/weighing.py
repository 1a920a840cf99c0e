"""What the lexical rules say of a sentence: for which kind of claim they speak, for none, and for which stance.

Each rule of `knowledge/claims.toml` adds its weights to the kinds of claim and to "none". The rules stand for the cues
that annotators of argument name: deontic modals and legal effect for interpretation (Wyner et al. 2010), directives for
norms, evaluation and consequence for the rest. They explain a result, and are features of the model that decides.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from argmine.knowledge.lexicon import claim_rules, stance_rules
from argmine.types import ClaimKind, Stance

_SLOPE = 1.6
_BIAS = -0.55
_KINDS = get_args(ClaimKind)
_QUOTED = re.compile(r"“[^”]{12,}”|\"[^\"]{12,}\"|«[^»]{12,}»")


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


def weigh(text: str) -> Weighing:
    """Add up the weights of all rules that match `text`."""
    sums = dict.fromkeys((*_KINDS, "none"), 0.0)
    names = []
    for name, pattern, weights in _compiled():
        if pattern.search(text):
            names.append(name)
            for kind, weight in weights:
                sums[kind] += weight
    none = sums.pop("none")
    return Weighing(tuple(sums.items()), none, tuple(names))


def stance_of(text: str) -> Stance | None:
    """The stance that the words take towards what is lawful; the first matching pattern of the table decides."""
    for stance, pattern in _stances():
        if pattern.search(text):
            return stance
    return None


def quoted_share(text: str) -> float:
    """The share of the characters that stand in quotation marks."""
    return sum(len(match.group()) for match in _QUOTED.finditer(text)) / max(len(text), 1)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], tuple[tuple[str, float], ...]], ...]:
    return tuple(
        (rule.name, re.compile(rule.pattern, 0 if rule.case else re.IGNORECASE), rule.weights) for rule in claim_rules()
    )


@cache
def _stances() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    return tuple((cast(Stance, stance), re.compile(pattern, re.IGNORECASE)) for stance, pattern in stance_rules())
