"""Claims as they are searched, traced and exported: whole rows, one query for each table, never one for each claim."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from argmine.errors import QueryError
from argmine.store.connection import Connection
from argmine.store.rows import Authority, ClaimRow, dumped, link, listed
from argmine.types import Holder, Link, Provision, Span

_CLAIMS = """
SELECT claims.row_id, claims.id, documents.id, (SELECT min(path) FROM sources WHERE document_id = documents.id),
       title, authors, date, genre, region, section, page, page_label, text, start, stop, kind, stance,
       holder, holder_type, holder_id, attribution, confidence, rules
FROM json_each(?) AS wanted JOIN claims ON claims.row_id = wanted.value
JOIN documents ON documents.row_id = claims.document ORDER BY wanted.key
"""
_LINKS = """
SELECT claims.row_id, claims.id, instrument, path, method, score, evidence_start, evidence_stop
FROM links JOIN claims ON claims.row_id = links.claim
WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position
"""
_CITATIONS = """
SELECT claim, text, start, stop, kind, identifier, note
FROM claim_citations JOIN citations ON citations.row_id = claim_citations.citation
WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position
"""
_SEARCHABLE = """
SELECT claims.row_id, claims.text, coalesce(title, ''), holder,
       coalesce((SELECT group_concat(provision, ' ') FROM links WHERE claim = claims.row_id), '')
FROM claims JOIN documents ON documents.row_id = claims.document
WHERE claims.row_id > ? ORDER BY claims.row_id LIMIT ?
"""
_BATCH = 1000
_VECTORS = 4096


def rows(sql: Connection, ids: Sequence[int]) -> list[ClaimRow]:
    """The claims with these row ids, in this order; those that are gone are left out."""
    wanted = (dumped([int(row) for row in ids]),)
    links: dict[int, list[Link]] = defaultdict(list)
    for claim, *columns in sql.rows(_LINKS, wanted):
        links[claim].append(link(columns))
    citations: dict[int, list[Authority]] = defaultdict(list)
    for claim, text, start, stop, *columns in sql.rows(_CITATIONS, wanted):
        citations[claim].append(Authority(text, Span(start, stop), *columns))
    return [_row(columns, links[columns[0]], citations[columns[0]]) for columns in sql.rows(_CLAIMS, wanted)]


def _row(columns: Sequence[Any], links: Sequence[Link], citations: Sequence[Authority]) -> ClaimRow:
    row, claim, document, path, title, authors, date, genre, region, section, *columns = columns
    page, page_label, text, start, stop, kind, stance, *holder, attribution, confidence, rules = columns
    return ClaimRow(
        row=row,
        id=claim,
        document_id=document,
        source=os.fsdecode(path),
        title=title,
        authors=listed(authors),
        date=date,
        genre=genre,
        region=region,
        section=listed(section),
        page=page,
        page_label=page_label,
        text=text,
        start=start,
        end=stop,
        kind=kind,
        stance=stance,
        holder=Holder(*holder),
        attribution=attribution,
        confidence=confidence,
        rules=listed(rules),
        links=tuple(links),
        citations=tuple(citations),
    )


def every(sql: Connection) -> Iterator[ClaimRow]:
    """All claims in the order of their row ids, a batch in memory at a time."""
    last = 0
    while ids := [row for (row,) in sql.rows("SELECT row_id FROM claims WHERE row_id > ? LIMIT ?", (last, _BATCH))]:
        yield from rows(sql, ids)
        last = ids[-1]


def ids_on(sql: Connection, provision: Provision) -> list[int]:
    """Row ids of the claims on a provision or on anything below it, ascending."""
    path = dumped(provision.path)
    below = path[:-1] + ("," if provision.path else "")  # what follows begins with a quotation mark, and # is next
    found = sql.rows(
        """SELECT claim FROM links WHERE instrument = ? AND path = ?
           UNION SELECT claim FROM links WHERE instrument = ? AND path > ? AND path < ? ORDER BY claim""",
        (provision.instrument, path, provision.instrument, below, below + "#"),
    )
    return [row for (row,) in found]


def row_id(sql: Connection, prefix: str) -> int:
    """The claim whose id is, or alone begins with, `prefix`; QueryError unless there is exactly one."""
    found = sql.rows(
        "SELECT row_id, id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 4", (prefix, prefix + "\U0010ffff")
    )
    if not found:
        raise QueryError(f"There is no claim {prefix}.", "`argmine search` and `argmine trace` print the ids.")
    if len(found) > 1 and found[0][1] != prefix:
        several = ", ".join(claim for _, claim in found)
        raise QueryError(f"Several claims begin with {prefix!r}: {several} ...", "Give more letters of the id.")
    return int(found[0][0])


def vectors(sql: Connection, encoder: str) -> Iterator[tuple[list[int], list[bytes]]]:
    """Row ids and packed vectors of the claims, ascending, in batches."""
    query = "SELECT claim, vector FROM vectors WHERE claim > ? AND encoder = ? ORDER BY claim LIMIT ?"
    last = 0
    while found := sql.rows(query, (last, encoder, _VECTORS)):
        yield [claim for claim, _ in found], [vector for _, vector in found]
        last = found[-1][0]


def searchable(sql: Connection) -> Iterator[tuple[int, str, str, str, str]]:
    """Row id, text, title, holder and provisions of each claim, ascending: what full text search looks at."""
    last = 0
    while found := sql.rows(_SEARCHABLE, (last, _BATCH)):
        yield from found
        last = found[-1][0]
