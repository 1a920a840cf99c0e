"""Claims: what is argued, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmine.types.documents import Region, Span

ClaimKind = Literal["interpretive", "normative", "evaluative"]
Stance = Literal["permits", "prohibits", "requires", "limits", "open"]
AttributionKind = Literal["own", "reported", "quoted", "endorsed", "rejected"]
AttributionManner = Literal["neutral", "endorsed", "rejected"]
HolderType = Literal["author", "state", "organ", "court", "scholar", "group", "instrument"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim. `name` is "author" for the document's own authors; `id` is stable over the corpus."""

    name: str
    type: HolderType
    id: str


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
class Claim:
    """A sentence, or the clause of one, that argues. `rules` name what decided, `confidence` is 0..1.

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
