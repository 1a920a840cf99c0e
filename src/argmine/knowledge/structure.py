"""Words that show how claims hang together: connectives with their rules of use, and forms of verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from argmine.errors import KnowledgeError
from argmine.knowledge.lexicon import table
from argmine.types import RelationKind

Place = Literal["subordinate", "coordinate", "opening", "inner"]
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Marker:
    """Connectives of one use.

    `here`: the source of the relation is the clause or sentence that the marker opens. `comma`: it needs one before it.
    `not_before` is searched in the words before the marker, `not_behind` matched on those behind it.
    """

    relation: RelationKind
    place: Place
    here: bool
    words: re.Pattern[str]
    comma: bool
    not_before: re.Pattern[str]
    not_behind: re.Pattern[str]


@cache
def markers(place: Place) -> tuple[Marker, ...]:
    """The connectives that stand in this place, in the order of the table.

    Raises:
        KnowledgeError: an entry has a relation or a place that is not known.
    """
    return tuple(marker for marker in map(_marker, table("structure.toml")["marker"]) if marker.place == place)


def _marker(entry: dict[str, object]) -> Marker:
    relation, place, side = (str(entry.get(key)) for key in ("relation", "place", "from"))
    if relation not in get_args(RelationKind) or place not in get_args(Place) or side not in ("here", "there"):
        raise KnowledgeError(f"knowledge/structure.toml: {entry.get('words')}: unknown {relation}, {place} or {side}.")
    words = sorted(cast("list[str]", entry["words"]), key=len, reverse=True)
    return Marker(
        cast(RelationKind, relation), cast(Place, place), side == "here",
        _any_of(words, cast("list[str]", entry.get("followed_by", []))),
        bool(entry.get("comma", False)),
        re.compile(str(entry.get("not_before", _NEVER)), re.IGNORECASE),
        re.compile(str(entry.get("not_behind", _NEVER)), re.IGNORECASE),
    )  # fmt: skip


def _any_of(words: list[str], followed_by: list[str]) -> re.Pattern[str]:
    spaced = (r"\s+".join(map(re.escape, word.split())) for word in words)
    behind = rf"(?=\s+(?:{'|'.join(map(re.escape, followed_by))})\b)" if followed_by else ""
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b{behind}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rejection:
    """How a text rejects the view that it has just reported: what takes it up, and a verdict on it."""

    taken_up: re.Pattern[str]
    verdict: re.Pattern[str]


@cache
def rejection() -> Rejection:
    """The patterns of rejection."""
    patterns = table("structure.toml")["rejection"]
    return Rejection(*(re.compile(patterns[key], re.IGNORECASE) for key in ("taken_up", "verdict")))


@cache
def finite_verbs() -> re.Pattern[str]:
    """A finite verb: an auxiliary, or a form of a verb that is hardly ever a noun; no infinitive."""
    verbs = table("structure.toml")["verbs"]
    plain = [*verbs["auxiliary"], *verbs["third"], *verbs["past"], *map(third_person, verbs["base"])]
    plural = "|".join(verbs["base"])
    return re.compile(
        rf"\b(?:{'|'.join(sorted(plain, key=len, reverse=True))})\b"
        rf"|(?<!\bto )(?<!\bnot )(?<!\bmay )(?<!\bcan )(?<!\band )(?<!\bor )(?<!\bmust )(?<!\bwill )(?<!\bwould )"
        rf"(?<!\bcould )(?<!\bshall )(?<!\bshould )(?<!\bmight )(?<!\bcannot )(?<!\bdo )(?<!\bdoes )(?<!\bdid )"
        rf"(?<!n't )\b(?:{plural})\b",
        re.IGNORECASE,
    )


@cache
def auxiliaries() -> tuple[str, ...]:
    """Verbs that stand before another one: "is", "must"."""
    return tuple(table("structure.toml")["verbs"]["auxiliary"])


def third_person(verb: str) -> str:
    """ "imply" → "implies", "encompass" → "encompasses"."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
