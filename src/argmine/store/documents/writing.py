"""A document and its analysis, into rows."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from sys import maxsize
from typing import TYPE_CHECKING

from argmine.store.claims import structure
from argmine.store.connection import Connection
from argmine.store.documents.described import METADATA, insert_quality, metadata_columns
from argmine.store.documents.paragraphs import Paragraphs
from argmine.store.rows import dumped, reporter_column, wording_columns
from argmine.store.works import citation_columns, marks
from argmine.types import Analysis, Claim, Document, Link, Region, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Signs:
    """What the claims and then the passages of a document are compared by.

    `halves` are their vectors (n × dimensions), from the encoder of that name, `tokens` their packed tokens; none where
    they are not to be compared word by word.
    """

    encoder: str
    halves: NDArray[np.float16]
    tokens: Sequence[bytes] = ()


def insert(sql: Connection, document: Document, analysis: Analysis, signs: Signs) -> None:
    """Write a document, its analysis and what its claims and passages are compared by, in the caller's transaction."""
    source = document.source
    about = (source.sha256, source.media_type, source.size, analysis.instrument, analysis.recipe)
    row = sql.run(
        f"INSERT INTO documents (id, sha256, media_type, size, instrument, recipe, {METADATA}) VALUES ({marks(18)})",  # noqa: S608 (names)
        (document.id, *about, *metadata_columns(document.metadata)),
    )
    insert_quality(sql, row, document)
    _insert_layout(sql, row, document)
    _insert_mentions(sql, row, analysis)
    keys = _keys(sql, analysis)
    claims = _insert_claims(sql, row, document, analysis, keys)
    _insert_passages(sql, row, document, analysis, keys[len(analysis.claims) :])
    _insert_signs(sql, row, keys, signs)
    _insert_links(sql, row, analysis, claims)
    _insert_citations(sql, row, document, analysis, claims)
    structure.insert(sql, row, document, analysis.relations, claims)


def _insert_layout(sql: Connection, row: int, document: Document) -> None:
    furniture = [(span.start, span.end) for span in document.furniture]
    lines = [(line.span.start, line.span.end, line.page, *line.box) for line in document.lines]
    packed = zlib.compress(dumped(lines).encode())
    sql.run("INSERT INTO texts VALUES (?, ?, ?, ?)", (row, document.text, dumped(furniture), packed))
    sql.run_many(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
        ((row, page.number, page.label, page.width, page.height) for page in document.pages),
    )
    sql.run_many(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((row, i, b.kind, b.span.start, b.span.end, b.level, b.label) for i, b in enumerate(document.blocks)),
    )
    sql.run_many(
        "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)",
        ((row, i, n.number, n.span.start, n.span.end, n.anchor) for i, n in enumerate(document.notes)),
    )
    sql.run_many(
        "INSERT INTO speeches VALUES (?, ?, ?, ?, ?, ?)",
        ((row, i, s.span.start, s.span.end, s.speaker, s.affiliation) for i, s in enumerate(document.speeches)),
    )
    sql.run_many(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)",
        ((row, i, a.number, a.heading, a.span.start, a.span.end) for i, a in enumerate(document.articles)),
    )


def _insert_mentions(sql: Connection, row: int, analysis: Analysis) -> None:
    sql.run_many(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)",
        ((row, i, s.span.start, s.span.end, s.region, s.block) for i, s in enumerate(analysis.sentences)),
    )
    sql.run_many(
        "INSERT INTO unresolved VALUES (?, ?, ?, ?, ?)",
        ((row, i, u.span.start, u.span.end, u.reason) for i, u in enumerate(analysis.unresolved)),
    )


def _keys(sql: Connection, analysis: Analysis) -> list[int]:
    """A row id for each claim and then each passage, in the order of the text; clauses come behind all sentences.

    Claims stay in their order among themselves. What stands side by side thus has row ids side by side.
    """
    (last,) = sql.row("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name IN ('claims', 'passages')")
    order = sorted(range(len(analysis.searchable)), key=_order(analysis))
    places = {index: last + place for place, index in enumerate(order, start=1)}
    return [places[index] for index in range(len(order))]


def _order(analysis: Analysis) -> Callable[[int], tuple[int, int]]:
    """By what claims and passages are sorted: a passage stands before the first sentence behind it that is a claim."""
    claims, passages = analysis.claims, analysis.passages
    sentences = [index for index, claim in enumerate(claims) if not claim.part_of]
    reached = [*accumulate((claims[index].span.start for index in sentences), max)]
    anchors = [*sentences, sentences[-1] + 1 if sentences else 0]

    def place(index: int) -> tuple[int, int]:
        if index < len(claims):
            return index, maxsize
        start = passages[index - len(claims)].span.start
        return anchors[bisect_right(reached, start)], start

    return place


def _insert_claims(
    sql: Connection, row: int, document: Document, analysis: Analysis, keys: Sequence[int]
) -> dict[str, int]:
    rows: dict[str, int] = {}
    paragraphs = Paragraphs(document)
    for key, claim in zip(keys, analysis.claims, strict=False):
        rows[claim.id] = key
        around = rows[claim.part_of] if claim.part_of else None
        sql.run(
            f"INSERT INTO claims VALUES ({marks(25)})",  # noqa: S608 (question marks)
            (
                *(key, claim.id, row, *_claim_columns(document, claim), around),
                *(*wording_columns(claim.wording), claim.decided_by, paragraphs.at(claim.span.start)),
            ),
        )
    return rows


def _insert_passages(sql: Connection, row: int, document: Document, analysis: Analysis, keys: Sequence[int]) -> None:
    paragraphs = Paragraphs(document)
    sql.run_many(
        f"INSERT INTO passages VALUES ({marks(10)})",  # noqa: S608 (question marks)
        (
            (key, row, *_place(document, passage.span, passage.region), paragraphs.at(passage.span.start))
            for key, passage in zip(keys, analysis.passages, strict=True)
        ),
    )


def _insert_signs(sql: Connection, row: int, keys: Sequence[int], signs: Signs) -> None:
    sql.run_many(
        "INSERT INTO vectors VALUES (?, ?, ?, ?)",
        ((key, row, signs.encoder, half.tobytes()) for key, half in zip(keys, signs.halves, strict=True)),
    )
    sql.run_many(
        "INSERT INTO tokens VALUES (?, ?, ?)",
        ((key, row, packed) for key, packed in zip(keys, signs.tokens, strict=False)),
    )


def _place(document: Document, span: Span, region: Region) -> tuple[object, ...]:
    """Where a claim or a passage stands, and its words."""
    page = document.page_at(span.start)
    printed = (page.number, page.label) if page else (None, None)
    return span.start, span.end, span.of(document.text), region, dumped(document.section_at(span.start)), *printed


def _claim_columns(document: Document, claim: Claim) -> tuple[object, ...]:
    holder = (claim.holder.id, claim.holder.name, claim.holder.type)
    decided = (claim.attribution, claim.confidence, dumped(claim.rules), reporter_column(claim.reporter))
    return *_place(document, claim.span, claim.region), claim.kind, claim.stance, *holder, *decided


def _insert_links(sql: Connection, row: int, analysis: Analysis, claims: dict[str, int]) -> None:
    sql.run_many(
        "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((row, i, claims[link.claim_id], *_link_columns(link)) for i, link in enumerate(analysis.links)),
    )


def _link_columns(link: Link) -> tuple[object, ...]:
    provision, evidence = link.provision, link.evidence
    place = (str(provision), provision.instrument, dumped(provision.path))
    return *place, link.method, link.score, evidence.start, evidence.end, link.relation


def _insert_citations(
    sql: Connection, row: int, document: Document, analysis: Analysis, claims: dict[str, int]
) -> None:
    citations = [
        sql.run(
            f"INSERT INTO citations VALUES (NULL, {marks(26)})",  # noqa: S608 (question marks)
            (row, c.span.start, c.span.end, c.span.of(document.text), *citation_columns(c)),
        )
        for c in analysis.citations
    ]
    sql.run_many(
        "INSERT INTO claim_citations VALUES (?, ?, ?, ?)",
        ((row, i, claims[claim], citations[index]) for i, (claim, index) in enumerate(analysis.supports)),
    )
    sql.run_many(
        "INSERT INTO antecedents VALUES (?, ?, ?, ?, ?)",
        (
            (row, i, citations[each.citation], None if each.target is None else citations[each.target], each.reason)
            for i, each in enumerate(analysis.antecedents)
        ),
    )
