"""Claims as they are searched, traced and exported: whole rows, one query for each table, never one for each claim."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from argmine.errors import QueryError
from argmine.store.claims import structure
from argmine.store.claims.filters import on_provision
from argmine.store.connection import Connection
from argmine.store.rows import Authority, ClaimRow, dumped, link, listed, reported
from argmine.types import Holder, Link, Provision, Span, Wording

_CLAIMS = """
SELECT claims.row_id, claims.id, documents.id, (SELECT min(path) FROM sources WHERE document_id = documents.id),
       title, authors, date, genre, region, section, page, page_label, paragraph, text, start, stop, kind, stance,
       holder, holder_type, holder_id, attribution, confidence, rules, reporter,
       (SELECT id FROM claims AS sentences WHERE sentences.row_id = claims.part_of),
       modality, strength, polarity, decided_by,
       (SELECT json_array(holder, holder_type, holder_id) FROM positions WHERE claim = claims.row_id LIMIT 1)
FROM json_each(?) AS wanted JOIN claims ON claims.row_id = wanted.value
JOIN documents ON documents.row_id = claims.document ORDER BY wanted.key
"""
_LINKS = """
SELECT claims.row_id, claims.id, instrument, path, method, score, evidence_start, evidence_stop, relation
FROM links JOIN claims ON claims.row_id = links.claim
WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position
"""
_CITATIONS = """
SELECT claim, text, start, stop, kind, identifier, note
FROM claim_citations JOIN citations ON citations.row_id = claim_citations.citation
WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position
"""
_SEARCHABLE = """
SELECT claims.row_id AS row_id, claims.text, coalesce(title, ''), holder,
       coalesce((SELECT group_concat(provision, ' ') FROM links WHERE claim = claims.row_id), '')
FROM claims JOIN documents ON documents.row_id = claims.document WHERE claims.row_id > ?1
UNION ALL SELECT passages.row_id, passages.text, coalesce(title, ''), '', ''
FROM passages JOIN documents ON documents.row_id = passages.document WHERE passages.row_id > ?1
ORDER BY row_id LIMIT ?2
"""
_DESCRIBED = """
SELECT claims.row_id AS row_id, kind, stance, region, holder_type, genre, language, date
FROM claims JOIN documents ON documents.row_id = claims.document WHERE claims.row_id > ?1
UNION ALL SELECT passages.row_id, NULL, NULL, region, NULL, genre, language, date
FROM passages JOIN documents ON documents.row_id = passages.document WHERE passages.row_id > ?1
ORDER BY row_id LIMIT ?2
"""
_LISTED = """
SELECT instrument, path, group_concat(claim) FROM links GROUP BY instrument, path
UNION ALL SELECT 'holder', holder, group_concat(row_id) FROM claims WHERE holder != 'author' GROUP BY holder
UNION ALL SELECT 'holder', names.value, group_concat(claims.row_id) FROM documents, json_each(authors) AS names
JOIN claims ON holder = 'author' AND claims.document = documents.row_id GROUP BY names.value
"""
_HOLDER, _WORDING = ("holder", "holder_type", "holder_id"), ("modality", "strength", "polarity")
_COLUMNS = (
    "row", "id", "document_id", "source", "title", "authors", "date", "genre", "region", "section",
    "page", "page_label", "paragraph", "text", "start", "end", "kind", "stance",
    *_HOLDER, "attribution", "confidence", "rules", "reporter", "part_of", *_WORDING, "decided_by", "one",
)  # fmt: skip
"""What `_CLAIMS` selects, by the names that a row has."""
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
    found = [_row(columns, links[columns[0]], citations[columns[0]]) for columns in sql.rows(_CLAIMS, wanted)]
    return list(_structured(sql, found))


def _structured(sql: Connection, found: Sequence[ClaimRow]) -> Iterator[ClaimRow]:
    """The claims with their clauses and their relations."""
    ids = [claim.row for claim in found]
    clauses, relations = structure.clauses_of(sql, ids), structure.relations_of(sql, ids)
    wanted = [row for several in clauses.values() for row in several]
    known = {clause.row: clause for clause in (rows(sql, wanted) if wanted else ())}
    for claim in found:
        if claim.row not in clauses and claim.row not in relations:
            yield claim
            continue
        own = tuple(known[row] for row in clauses.get(claim.row, ()))
        yield replace(claim, clauses=own, relations=tuple(relations.get(claim.row, ())))


def _row(columns: Sequence[Any], links: Sequence[Link], citations: Sequence[Authority]) -> ClaimRow:
    said = dict(zip(_COLUMNS, columns, strict=True))
    holder, wording = ([said.pop(key) for key in keys] for keys in (_HOLDER, _WORDING))
    said["source"] = os.fsdecode(said["source"])
    said |= {key: listed(said[key]) for key in ("authors", "section", "rules")}
    said["reporter"], said["one"] = reported(said["reporter"]), reported(said["one"])
    return ClaimRow(
        **said, holder=Holder(*holder), wording=Wording(*wording), links=tuple(links), citations=tuple(citations)
    )


def every(sql: Connection) -> Iterator[ClaimRow]:
    """All claims in the order of their row ids, a batch in memory at a time; clauses come inside their sentences."""
    last = 0
    query = "SELECT row_id FROM claims WHERE row_id > ? AND part_of IS NULL LIMIT ?"
    while ids := [row for (row,) in sql.rows(query, (last, _BATCH))]:
        yield from rows(sql, ids)
        last = ids[-1]


def ids_on(sql: Connection, provision: Provision) -> list[int]:
    """Row ids of the claims on a provision or on anything below it, ascending."""
    query, parameters = on_provision(provision)
    return sorted(without_wholes(sql, {row for (row,) in sql.rows(query, parameters)}))


def without_wholes(sql: Connection, ids: set[int]) -> set[int]:
    """The row ids, sentences left out whose clauses are among them too."""
    query = "SELECT part_of FROM claims WHERE part_of IS NOT NULL AND row_id IN (SELECT value FROM json_each(?))"
    return ids - {sentence for (sentence,) in sql.rows(query, (dumped(sorted(ids)),))}


def present(sql: Connection) -> list[int]:
    """The row ids of all claims and passages, ascending."""
    query = "SELECT row_id FROM claims UNION ALL SELECT row_id FROM passages ORDER BY row_id"
    return [row for (row,) in sql.rows(query)]


def row_id(sql: Connection, prefix: str) -> int:
    """The claim whose id is, or alone begins with, `prefix`; QueryError unless there is exactly one."""
    if not prefix.strip():
        raise QueryError("No claim is named.", "`argmine search` and `argmine trace` print the ids.")
    found = sql.rows(
        "SELECT row_id, id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 4", (prefix, prefix + "\U0010ffff")
    )
    if not found:
        raise QueryError(f"There is no claim {prefix}.", "`argmine search` and `argmine trace` print the ids.")
    if len(found) > 1 and found[0][1] != prefix:
        several = ", ".join(claim for _, claim in found)
        raise QueryError(f"Several claims begin with {prefix!r}: {several} ...", "Give more letters of the id.")
    return int(found[0][0])


def surest(sql: Connection, ids: Sequence[int], limit: int) -> list[int]:
    """The row ids of the `limit` claims of highest confidence among `ids`; of equal ones, the first written."""
    query = """SELECT row_id FROM claims WHERE row_id IN (SELECT value FROM json_each(?))
               ORDER BY confidence DESC, row_id LIMIT ?"""
    return [row for (row,) in sql.rows(query, (dumped(ids), limit))]


def vectors(sql: Connection, encoder: str, after: int = 0) -> Iterator[tuple[list[int], list[bytes]]]:
    """Row ids above `after` and packed vectors of the claims and passages, ascending, in batches."""
    query = "SELECT row_id, vector FROM vectors WHERE row_id > ? AND encoder = ? ORDER BY row_id LIMIT ?"
    while found := sql.rows(query, (after, encoder, _VECTORS)):
        yield [row for row, _ in found], [vector for _, vector in found]
        after = found[-1][0]


def some_vectors(sql: Connection, encoder: str, step: int) -> list[bytes]:
    """The packed vectors of every `step`-th row id: a sample of the whole corpus."""
    query = "SELECT vector FROM vectors WHERE row_id % ? = 0 AND encoder = ? ORDER BY row_id"
    return [vector for (vector,) in sql.rows(query, (step, encoder))]


def vectors_of(sql: Connection, ids: Sequence[int]) -> tuple[list[int], list[bytes]]:
    """Those of these row ids that have a vector, ascending, and their packed vectors."""
    query = "SELECT row_id, vector FROM vectors WHERE row_id IN (SELECT value FROM json_each(?)) ORDER BY row_id"
    found = sql.rows(query, (dumped(ids),))
    return [row for row, _ in found], [vector for _, vector in found]


def vector(sql: Connection, row: int) -> bytes:
    """The packed vector of one claim or passage."""
    return bytes(sql.row("SELECT vector FROM vectors WHERE row_id = ?", (row,))[0])


def searchable(sql: Connection, after: int = 0) -> Iterator[tuple[int, str, str, str, str]]:
    """Row id, text, title, holder and provisions of each sentence above `after`: what full text search looks at."""
    return _batched(sql, _SEARCHABLE, after)


def described(sql: Connection, after: int = 0) -> Iterator[tuple[Any, ...]]:
    """Row id and what the facets hold of each claim and passage above `after`, ascending."""
    return _batched(sql, _DESCRIBED, after)


def listed_rows(sql: Connection) -> list[tuple[str, str, str]]:
    """The row ids of the claims on each provision and of each holder, as `postings.Listed`."""
    return sql.rows(_LISTED)


def _batched(sql: Connection, query: str, after: int) -> Iterator[Any]:
    while found := sql.rows(query, (after, _BATCH)):
        yield from found
        after = found[-1][0]
