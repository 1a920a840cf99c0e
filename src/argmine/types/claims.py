"""Claims: what is argued, and by whom, and which claim speaks for or against which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmine.types.provisions import LinkRelation
from argmine.types.spans import Region, Span

RelationKind = Literal["support", "attack", "concession"]
ClaimKind = Literal["interpretive", "normative", "evaluative"]
Stance = Literal["permits", "prohibits", "requires", "limits", "open"]
AttributionKind = Literal["own", "reported", "quoted", "endorsed", "rejected"]
AttributionManner = Literal["neutral", "endorsed", "rejected"]
Modality = Literal["recommendation", "obligation", "permission", "possibility", "prediction"]
Strength = Literal["hedged", "plain", "boosted"]
Polarity = Literal["affirmative", "negative"]
HolderType = Literal["author", "state", "organ", "court", "scholar", "group", "instrument"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim. `name` is "author" for the document's own authors; `id` is stable over the corpus."""

    name: str
    type: HolderType
    id: str


AUTHOR = Holder("author", "author", "author")
"""The document's own authors: the holder of a claim until `resolve.holders` knows better."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words reported: who (`source`), by which verb or phrase (`cue`), and what (`content`).

    `manner` says how whoever reports stands to them; `within` is the source of the report in which this one stands.
    """

    source: Span
    cue: Span
    content: Span
    quoted: bool = False
    manner: AttributionManner = "neutral"
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a claim is put: as what (`modality`), how strongly, and whether it denies.

    `modality` is None where the words have none: "it binds all". `strength` is how sure the holder sounds (hedges
    and boosters: Hyland 1998), not how sure argmine is, which is the claim's `confidence`.
    """

    modality: Modality | None = None
    strength: Strength = "plain"
    polarity: Polarity = "affirmative"


PLAIN = Wording()
"""Words that say no more than what they say."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, or the clause of one, that argues. `rules` name what spoke for it, `confidence` is 0..1.

    `decided_by` is the name and version of the model that decided.

    A sentence that states several claims is a claim, and each of its clauses is one too; `part_of` of these is its id.

    `reporter` is who reports the holder's view, where that is neither the document's author nor unknown: the State that
    speaks, or the one whom the author reports as reporting it.
    """

    id: str
    span: Span
    region: Region
    kind: ClaimKind
    stance: Stance | None
    holder: Holder
    attribution: AttributionKind
    confidence: float
    rules: tuple[str, ...]
    reporter: Holder | None = None
    part_of: str | None = None
    wording: Wording = PLAIN
    decided_by: str = ""


def claim_id(document_id: str, start: int, end: int) -> str:
    """The id of a claim, or of any other sentence: its document's id and its place."""
    return f"{document_id}-{start}-{end}"


def relation_of(claim: Claim) -> LinkRelation:
    """How a claim speaks of the provisions that it is about: only an interpretive one interprets them."""
    return "interprets" if claim.kind == "interpretive" else "mentions"


@dataclass(frozen=True, slots=True)
class Relation:
    """What speaks for or against a claim, and the words that show it (`marker`).

    support: `source` is given as a reason for `target`. attack: `source` says that `target` is wrong. concession: the
    text turns from `target`, which is granted or set against it, to `source`, which limits it or is held all the same.
    `source_claim` is None where the source is no claim, but a fact.
    """

    kind: RelationKind
    source: Span
    target: Span
    marker: Span
    source_claim: str | None
    target_claim: str
