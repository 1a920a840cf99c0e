"""What the store answers with: flat records, ready to be printed or exported."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from argmine.types import PLAIN, Holder, Link, Provision, Span, Wording

if TYPE_CHECKING:
    from argmine.types import AttributionKind, ClaimKind, Genre, Metadata, Page, Quality, Region, RelationKind, Stance


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What an ingest needs to know of a path: which content, read how, into which document (None: it failed)."""

    sha256: str
    recipe: str
    document_id: str | None

    @property
    def failed(self) -> bool:
        """Whether it could not be read."""
        return self.document_id is None


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: at which stage, why, and the way out."""

    path: str
    sha256: str
    recipe: str
    stage: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text: where it comes from, what it says of itself, what its reading is worth.

    `instrument` is the code of the treaty whose text it is.
    """

    id: str
    sources: tuple[str, ...]
    metadata: Metadata
    media_type: str
    pages: int
    instrument: str | None
    quality: Quality | None


@dataclass(frozen=True, slots=True)
class Authority:
    """A citation on which a claim rests; `text` as printed, the rest as in `types.Citation`."""

    text: str
    span: Span
    kind: str
    identifier: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: its words, their place, and the id of the claim that they are; None: a fact."""

    claim: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation with the words of both ends and of the marker that shows it."""

    kind: RelationKind
    source: End
    target: End
    marker: str
    marker_span: Span


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A sentence with all that is printed of it; where a claim was found in it, it is a `ClaimRow`.

    `row` is the key of the indexes, `source` the path of the file (the first by name, where copies share a document),
    `section` the headings above, `page` the number in the file, `page_label` the printed one, `paragraph` the number of
    a numbered paragraph; `start` and `end` count characters of the document's text, and `text` is what stands there.
    """

    row: int
    id: str
    document_id: str
    source: str
    title: str | None
    authors: tuple[str, ...]
    date: str | None
    genre: Genre
    region: Region
    section: tuple[str, ...]
    page: int | None
    page_label: str | None
    paragraph: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClaimRow(PassageRow):
    """A claim with all that is printed of it.

    `part_of` is the id of the sentence of which the claim is a clause, `clauses` are those of the claim itself;
    `relations` have it on one of their sides. `one` is who its holder is over the corpus, under all his names; None
    where the claim stands in no reading.
    """

    kind: ClaimKind
    stance: Stance | None
    holder: Holder
    attribution: AttributionKind
    confidence: float
    rules: tuple[str, ...]
    links: tuple[Link, ...]
    citations: tuple[Authority, ...]
    reporter: Holder | None = None
    part_of: str | None = None
    wording: Wording = PLAIN
    decided_by: str = ""
    one: Holder | None = None
    clauses: tuple[ClaimRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """An article's own words, from a treaty that was ingested; `provision` is the article, without its paragraph."""

    provision: Provision
    heading: str | None
    text: str
    document_id: str
    title: str | None
    source: str
    page: Page | None


def dumped(values: Sequence[object]) -> str:
    """A list as compact JSON, as it stands in a column."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@lru_cache(4096)  # authors and headings are those of the row before, mostly
def listed(text: str) -> tuple[str, ...]:
    """A column's JSON list of strings."""
    return tuple(json.loads(text))


def reporter_column(reporter: Holder | None) -> str | None:
    """Who reports a claim, as it stands in a column."""
    return dumped([reporter.name, reporter.type, reporter.id]) if reporter else None


def wording_columns(wording: Wording) -> tuple[str | None, str, str]:
    """How a claim is put, as it stands in the columns."""
    return wording.modality, wording.strength, wording.polarity


def reported(column: str | None) -> Holder | None:
    """Who reports a claim, out of its column."""
    return Holder(*json.loads(column)) if column else None


def link(columns: Sequence[Any]) -> Link:
    """A link from claim id, instrument, path, method, score, start and stop of the evidence, relation."""
    claim_id, instrument, path, method, score, start, stop, relation = columns
    return Link(claim_id, Provision(instrument, listed(path)), method, score, Span(start, stop), relation)
