"""Provisions of instruments, and the places that speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmine.types.spans import Span

LinkMethod = Literal["explicit", "anaphoric", "implicit", "topical", "by hand"]
"""How a provision is known to be meant: named; pointed back to; denoted by a phrase; suggested by what its passage is
about and its words sound like, which is a guess with a probability; given by a user."""
LinkRelation = Literal["interprets", "mentions"]


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in an instrument: `Provision("MOON", ("11", "7", "d"))` is written `MOON:11(7)(d)`."""

    instrument: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.path:
            return self.instrument
        article, *below = self.path
        return f"{self.instrument}:{article}" + "".join(f"({part})" for part in below)


@dataclass(frozen=True, slots=True)
class Reference:
    """A written reference to units of an instrument, before anyone knows which instrument.

    "Articles I – III, para. 2" has unit "article" and paths ("I",), ("II",), ("III", "2"); ranges are expanded.
    """

    span: Span
    unit: str
    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where an instrument is named; `code` is its registry code.

    `method` is "explicit" for a name of its own, "anaphoric" for one that it shares ("the Treaty").
    """

    span: Span
    code: str
    method: LinkMethod = "explicit"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of a provision, with how we know."""

    span: Span
    provision: Provision
    method: LinkMethod
    score: float


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that could not be tied to one thing, and why. Kept, so that recall can be counted."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """A claim tied to the provision that it is about; `evidence` is what was read, `score` is 0..1.

    `evidence` may stand outside the claim: in a note, or where the antecedent was named. A claim *interprets* the
    provision, or only *mentions* it (in brackets, as the treaty that somebody signed).
    """

    claim_id: str
    provision: Provision
    method: LinkMethod
    score: float
    evidence: Span
    relation: LinkRelation = "interprets"
