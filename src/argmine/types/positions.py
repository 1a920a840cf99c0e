"""What the corpus says together: interpretations, who holds them, and which exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmine.types.claims import AttributionKind, ClaimKind, Holder, Stance
from argmine.types.provisions import Provision

CorrectionKind = Literal["rename", "merge", "move", "holder", "work", "provision", "stance", "held"]
OF_CLAIMS: tuple[CorrectionKind, ...] = ("provision", "stance", "held")
"""The kinds of correction that put right what was found of a single claim."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim as evidence of a reading of one provision: what `compare` sees of it.

    `place` is its row in the database, in the order in which claims were written; `provision` is an article or an
    instrument as a whole; `holder` is one over the corpus, `document_id`, `start` and `paragraph` (the index of its
    block) say where it stands; `kind` and `confidence` are of the claim, `link` is the score of what ties it to the
    provision.
    """

    place: int
    claim_id: str
    provision: Provision
    text: str
    stance: Stance | None
    attribution: AttributionKind
    holder: Holder
    document_id: str
    start: int
    paragraph: int
    kind: ClaimKind = "interpretive"
    confidence: float = 1.0
    link: float = 1.0


@dataclass(frozen=True, slots=True)
class Position:
    """A claim by which somebody holds an interpretation; `centrality` is its mean likeness to the others, 0..1."""

    place: int
    holder: Holder
    centrality: float


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One reading of one provision, whoever holds it.

    `id` names the claim that founded it and stays when claims are added; `label` is the text of its most central claim,
    or a user's; `stance` is that of its claims, None where none has one.
    """

    id: str
    provision: Provision
    label: str
    stance: Stance | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two interpretations, by their ids, that exclude each other, and the claim of each that shows it, by its place."""

    one: str
    other: str
    one_claim: int
    other_claim: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user put right: `rename` an interpretation, `merge` it into another, `move` a claim to an interpretation
    (or to itself, which founds one: a split), say that a `holder` is another, or that a `work` is, by a key of each.

    Of a claim: the `provision`s that it is about, as JSON [[instrument, [article, paragraph …]] …]; its `stance`, as
    JSON [stance]; by whom it is `held`, as JSON [name, type, id, attribution].
    """

    kind: CorrectionKind
    target: str
    value: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the corpus says, gathered: readings of provisions, and which of them exclude each other."""

    interpretations: tuple[Interpretation, ...]
    oppositions: tuple[Opposition, ...]
