"""Claims as records that other programs read: one line of JSON each, stable keys, or CSV with the same columns."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from argmine.knowledge import is_unwritten
from argmine.store import ClaimRow, PassageRow
from argmine.types import Holder, Provision
from argmine.view.sourced import link

if TYPE_CHECKING:
    from argmine.store import Database, DocumentRow, End, RelationRow
    from argmine.store.positions.held import HeldRow
    from argmine.types import Link
    from argmine.view.answers.hits import Hit

Record = Mapping[str, Any]


class Readings:
    """The interpretations to which claims belong, and those that exclude each."""

    def __init__(self, database: Database) -> None:
        self._own: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for (claim, provision), reading in sorted(database.belonging().items()):
            self._own[claim].append((provision, reading))
        self._opposed: dict[str, list[str]] = defaultdict(list)
        for each in database.oppositions([reading for owned in self._own.values() for _, reading in owned]):
            self._opposed[each.one].append(each.other)
            self._opposed[each.other].append(each.one)

    def of(self, claim: ClaimRow) -> list[dict[str, Any]]:
        """Its interpretations in the order of its links: provision, id, ids of those that exclude it."""
        order = {
            str(Provision(link.provision.instrument, link.provision.path[:1])): place
            for place, link in reversed(list(enumerate(claim.links)))
        }
        owned = sorted(self._own.get(claim.id, ()), key=lambda pair: order.get(pair[0], len(order)))
        return [
            {"provision": provision, "id": reading, "opposed": sorted(set(self._opposed.get(reading, ())))}
            for provision, reading in owned
        ]


def claim_record(claim: ClaimRow, readings: Readings | None = None) -> dict[str, Any]:
    """A claim in the agreed format; `start`, `end` and `evidence` count characters of the document's text.

    `provisions` are of written law; that a claim is on customary law, `custom` says.
    `interpretation` is that of the first of its provisions, `interpretations` has all; neither without `readings`.
    """
    own = readings.of(claim) if readings else []
    return _place_record(claim) | {
        "kind": claim.kind, "stance": claim.stance,
        "holder": {"name": claim.holder.name, "type": claim.holder.type, "id": claim.holder.id},
        "attribution": claim.attribution, "reporter": claim.reporter.name if claim.reporter else None,
        "modality": claim.wording.modality, "strength": claim.wording.strength, "polarity": claim.wording.polarity,
        "confidence": claim.confidence, "decided_by": claim.decided_by, "rules": list(claim.rules),
        "provisions": [_link_record(link) for link in claim.links if not is_unwritten(link.provision.instrument)],
        "custom": [_link_record(link) for link in claim.links if is_unwritten(link.provision.instrument)],
        "citations": [
            {"text": each.text, "kind": each.kind, "identifier": each.identifier, "note": each.note}
            for each in claim.citations
        ],
        "interpretation": own[0]["id"] if own else None, "interpretations": own,
        "part_of": claim.part_of, **_structure_record(claim),
        "clauses": [claim_record(clause, readings) for clause in claim.clauses],
    }  # fmt: skip


def _place_record(passage: PassageRow) -> dict[str, Any]:
    return {
        "id": passage.id, "document_id": passage.document_id, "source": passage.source, "title": passage.title,
        "authors": list(passage.authors), "date": passage.date, "genre": passage.genre, "region": passage.region,
        "section": list(passage.section), "page": passage.page, "page_label": passage.page_label,
        "paragraph": passage.paragraph,
        "text": passage.text, "start": passage.start, "end": passage.end,
    }  # fmt: skip


def passage_record(passage: PassageRow) -> dict[str, Any]:
    """A claim, or a passage with the same keys: null or empty where only a claim has something."""
    if isinstance(passage, ClaimRow):
        return claim_record(passage)
    return _nothing_claimed() | _place_record(passage)


def _nothing_claimed() -> dict[str, Any]:
    """The keys of a claim's record, in their order, with nothing in them."""
    return {key: [] if isinstance(value, list) else None for key, value in claim_record(_NO_CLAIM).items()}


_NO_CLAIM = ClaimRow(
    0, "", "", "", None, (), None, "other", "body", (), None, None, None, "", 0, 0,
    "normative", None, Holder("", "author", ""), "own", 0.0, (), (), (),
)  # fmt: skip


def _structure_record(claim: ClaimRow) -> dict[str, Any]:
    """What the claim speaks for and against, and what is given as a reason for it."""
    acts = [relation for relation in claim.relations if relation.source.claim == claim.id]
    reasons = [each for each in claim.relations if each.target.claim == claim.id and each.kind == "support"]
    return {
        "supports": [_relation_record(each, each.target) for each in acts if each.kind == "support"],
        "attacks": [_relation_record(each, each.target) for each in acts if each.kind != "support"],
        "premises": [_relation_record(each, each.source) for each in reasons],
    }


def _relation_record(relation: RelationRow, other: End) -> dict[str, Any]:
    return {
        "claim": other.claim, "kind": relation.kind, "text": other.text, "start": other.start, "end": other.end,
        "marker": relation.marker, "evidence": [relation.marker_span.start, relation.marker_span.end],
    }  # fmt: skip


def hit_record(hit: Hit) -> dict[str, Any]:
    """A sentence found: its score with the ranks and scores behind it, the words that match, the same words elsewhere.

    `found` is "claim" or "passage", a sentence in which there is no claim.

    `marks` count characters of the document's text, as `start` and `end` do; `link` opens the source at its page.
    """
    start = hit.passage.start
    return {
        "score": hit.score, "by_meaning": hit.by_meaning, "by_words": hit.by_words, "cosine": hit.cosine,
        "bm25": hit.bm25, "closeness": hit.closeness,
        "marks": [[start + mark.start, start + mark.end] for mark in hit.marks],
        "also_in": [other.id for other in hit.also_in], "link": link(hit.passage),
        "found": "claim" if isinstance(hit.passage, ClaimRow) else "passage", **passage_record(hit.passage),
    }  # fmt: skip


def position_record(held: HeldRow) -> dict[str, Any]:
    """A claim by which somebody holds a reading of a provision; `opposed` are the ids of readings that exclude it."""
    return {
        "interpretation": held.interpretation, "provision": held.provision, "label": held.label, "stance": held.stance,
        "holder": {"name": held.holder.name, "type": held.holder.type, "id": held.holder.id},
        "claim": held.claim_id, "text": held.text, "centrality": held.centrality, "document_id": held.document_id,
        "source": held.source, "title": held.title, "date": held.date, "page": held.page,
        "page_label": held.page_label, "opposed": list(held.opposed),
    }  # fmt: skip


def document_record(document: DocumentRow) -> dict[str, Any]:
    """A document: its sources, what it says of itself, and what its reading is worth (see `types.Quality`)."""
    said, quality = document.metadata, document.quality
    return {
        "id": document.id, "sources": list(document.sources), "media_type": document.media_type,
        **asdict(said), "authors": list(said.authors), "instrument": document.instrument, "pages": document.pages,
        "grade": quality.grade if quality else None, "reasons": list(quality.reasons) if quality else [],
        "doubtful_pages": [
            {"page": page.page, "grade": page.grade, "reasons": list(page.reasons)}
            for page in (quality.pages if quality else ())
        ],
    }  # fmt: skip


def _link_record(link: Link) -> dict[str, Any]:
    return {
        "provision": str(link.provision), "method": link.method, "score": link.score, "relation": link.relation,
        "evidence": [link.evidence.start, link.evidence.end],
    }  # fmt: skip


def write_jsonl(records: Iterable[Record], out: TextIO) -> None:
    """One record a line."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_csv(records: Iterable[Record], out: TextIO) -> None:
    """A row for each record, with a line of names; lists and records inside a cell are JSON (RFC 4180)."""
    writer: csv.DictWriter[str] | None = None
    for record in records:
        if writer is None:
            writer = csv.DictWriter(out, list(record), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _cell(value) for key, value in record.items()})


_RUN = ("=", "+", "-", "@", "\t", "\n")


def _cell(value: Any) -> Any:
    """A spreadsheet runs a cell that begins with = + - @ as a formula, also behind white space that it skips: such text
    gets an apostrophe before it. A carriage return becomes a line feed, which alone is quoted.
    """
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n")
        return f"'{lines}" if lines.startswith(_RUN) else lines
    return value


WRITERS: Mapping[str, Callable[[Iterable[Record], TextIO], None]] = {"jsonl": write_jsonl, "csv": write_csv}
