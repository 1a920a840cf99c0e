"""What operates on what in a sentence: its deontic operators in their order, as features of the stance that it takes.

"Nothing in Article II forbids it."   negation prohibition
"It may only do so with consent."     permission qualification

Counting such words misleads: a breach that must be answered for requires, a right that does not extend so far limits.
So runs of operators are features, what stands beside each, and which of them a negation reaches within its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from argmine.knowledge.lexicon import operators

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[?;:]")
_NEAR = 4  # tokens between operators that act on each other
_REACH = 6  # tokens as far as which a negation reaches
_RUN = 4  # operators of a clause that make a feature together
_JOINT = "joint"
Token = tuple[str, str | None]


def operator_features(text: str) -> Iterator[str]:
    """Names of what is to be seen of a sentence's operators."""
    tokens = _tokens(text)
    found = [(place, *token) for place, token in enumerate(tokens) if token[1] not in (None, _JOINT)]
    kinds = [kind or "" for _, _, kind in found]
    yield f"operators {' '.join(kinds[:_RUN])}"
    yield from (f"first {kind}" for kind in kinds[:1])
    yield from (f"last {kind}" for kind in kinds[-1:])
    yield from (f"{kind} {min(kinds.count(kind), 3)} times" for kind in dict.fromkeys(kinds))
    yield from _of_pairs(found)
    yield from _of_neighbours(tokens)
    yield from (f"clause {' '.join(run[:_RUN])}" for run in dict.fromkeys(_clauses(tokens)))
    yield from (f"negated {each}" for each in dict.fromkeys(_negated(tokens)))


def _tokens(text: str) -> list[Token]:
    return [(word, _kind(word)) for word in _TOKEN.findall(text.lower())]


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str | None:
    """The operator that a word is; joints of clauses are told apart."""
    if word.endswith(("n't", "n’t")):
        return "negation"
    if word in operators()["joints"]:
        return _JOINT
    if whole := operators()["operators"].get(word):
        return whole
    return next((operator for stem, operator in _stems() if word.startswith(stem)), None)


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Beginnings of words, the longest first."""
    stems = [(word[:-1], operator) for word, operator in operators()["operators"].items() if word.endswith("*")]
    return tuple(sorted(stems, key=lambda pair: -len(pair[0])))


def _of_pairs(found: Sequence[tuple[int, str, str | None]]) -> Iterator[str]:
    for (place, word, kind), (next_place, next_word, next_kind) in pairwise(found):
        yield f"then {kind} {next_kind}"
        if next_place - place <= _NEAR:
            yield f"near {kind} {next_kind}"
            yield f"near {word} {next_kind}"
            yield f"near {kind} {next_word}"


def _of_neighbours(tokens: Sequence[Token]) -> Iterator[str]:
    framed = [("<", None), *tokens, (">", None)]
    for (before, _), (_, kind), (after, _) in zip(framed, framed[1:], framed[2:], strict=False):
        if kind and kind != _JOINT:
            yield f"{before} {kind}"
            yield f"{kind} {after}"


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """The operators of each clause, each with the joint that opens it."""
    run: list[str] = []
    for word, kind in tokens:
        if kind == _JOINT:
            if len(run) > 1:
                yield tuple(run)
            run = [word]
        elif kind:
            run.append(kind)
    if len(run) > 1:
        yield tuple(run)


def _negated(tokens: Sequence[Token]) -> Iterator[str]:
    """What a negation reaches within its clause: operators, and their words."""
    reach = 0
    for word, kind in tokens:
        reach = _REACH if kind == "negation" else 0 if kind == _JOINT else reach - 1
        if reach > 0 and kind not in (None, "negation"):
            yield f"{kind}"
            yield f"word {word}"
