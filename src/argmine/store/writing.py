"""A document and its analysis, into rows."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from argmine.store import structure
from argmine.store.connection import Connection
from argmine.store.rows import dumped, reporter_column
from argmine.store.works import citation_columns, marks
from argmine.types import Analysis, Claim, Document, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def insert(sql: Connection, document: Document, analysis: Analysis, halves: NDArray[np.float16], encoder: str) -> None:
    """Write a document, its analysis and one vector for each claim, inside the caller's transaction."""
    source, metadata = document.source, document.metadata
    about = (source.sha256, source.media_type, source.size, metadata.title, dumped(metadata.authors), metadata.date)
    more = (metadata.language, metadata.genre, metadata.symbol, metadata.container, metadata.url, analysis.instrument)
    row = sql.run(
        "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (document.id, *about, *more, analysis.recipe),
    )
    _insert_layout(sql, row, document)
    _insert_mentions(sql, row, analysis)
    claims = _insert_claims(sql, row, document, analysis)
    sql.run_many(
        "INSERT INTO vectors VALUES (?, ?, ?)",
        ((claims[c.id], encoder, half.tobytes()) for c, half in zip(analysis.claims, halves, strict=True)),
    )
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


def _insert_claims(sql: Connection, row: int, document: Document, analysis: Analysis) -> dict[str, int]:
    rows: dict[str, int] = {}
    for claim in analysis.claims:
        rows[claim.id] = sql.run(
            f"INSERT INTO claims VALUES (NULL, {marks(19)})",  # noqa: S608 (question marks)
            (claim.id, row, *_claim_columns(document, claim), rows[claim.part_of] if claim.part_of else None),
        )
    return rows


def _claim_columns(document: Document, claim: Claim) -> tuple[object, ...]:
    start, page = claim.span.start, document.page_at(claim.span.start)
    place = (start, claim.span.end, claim.span.of(document.text), claim.region, dumped(document.section_at(start)))
    printed = (page.number, page.label) if page else (None, None)
    holder = (claim.holder.id, claim.holder.name, claim.holder.type)
    decided = (claim.attribution, claim.confidence, dumped(claim.rules), reporter_column(claim.reporter))
    return *place, *printed, claim.kind, claim.stance, *holder, *decided


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
