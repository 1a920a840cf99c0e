"""The structure of argument in rows: clauses of claims, and which claim speaks for or against which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from argmine.store.connection import Connection
from argmine.store.rows import End, RelationRow, dumped
from argmine.types import Relation, Span

if TYPE_CHECKING:
    from argmine.types import Document

_RELATIONS = """
SELECT source_claim, target_claim, relations.kind, marker, marker_start, marker_stop, source.id, source_text,
       source_start, source_stop, target.id, target_text, target_start, target_stop
FROM relations LEFT JOIN claims AS source ON source.row_id = source_claim
JOIN claims AS target ON target.row_id = target_claim
WHERE source_claim IN (SELECT value FROM json_each(?1)) OR target_claim IN (SELECT value FROM json_each(?1))
ORDER BY relations.document, position
"""


def insert(
    sql: Connection, row: int, document: Document, relations: Iterable[Relation], claims: dict[str, int]
) -> None:
    """Write the relations of a document; `claims` are the row ids of its claims."""
    sql.run_many(
        "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((row, i, *_columns(document.text, each, claims)) for i, each in enumerate(relations)),
    )


def _columns(text: str, relation: Relation, claims: dict[str, int]) -> tuple[object, ...]:
    source, target, marker = relation.source, relation.target, relation.marker
    return (
        relation.kind,
        source.start, source.end, source.of(text), claims[relation.source_claim] if relation.source_claim else None,
        target.start, target.end, target.of(text), claims[relation.target_claim],
        marker.start, marker.end, marker.of(text),
    )  # fmt: skip


def read(sql: Connection, row: int) -> tuple[Relation, ...]:
    """The relations of a document as they were written."""
    rows = sql.rows(
        """SELECT relations.kind, source_start, source_stop, target_start, target_stop, marker_start, marker_stop,
                  source.id, target.id
           FROM relations LEFT JOIN claims AS source ON source.row_id = source_claim
           JOIN claims AS target ON target.row_id = target_claim
           WHERE relations.document = ? ORDER BY position""",
        (row,),
    )
    return tuple(
        Relation(kind, Span(a, b), Span(c, d), Span(e, f), source, target)
        for kind, a, b, c, d, e, f, source, target in rows
    )


def relations_of(sql: Connection, ids: Sequence[int]) -> dict[int, list[RelationRow]]:
    """The relations in which each of these claims stands, on either side."""
    found: dict[int, list[RelationRow]] = defaultdict(list)
    for source, target, kind, marker, start, stop, *ends in sql.rows(_RELATIONS, (dumped(ids),)):
        relation = RelationRow(kind, End(*ends[:4]), End(*ends[4:]), marker, Span(start, stop))
        for claim in {source, target} - {None}:
            found[claim].append(relation)
    return found


def clauses_of(sql: Connection, ids: Sequence[int]) -> dict[int, list[int]]:
    """The row ids of the clauses of each of these claims, in the order of the text."""
    found: dict[int, list[int]] = defaultdict(list)
    query = (
        "SELECT part_of, row_id FROM claims WHERE part_of IN (SELECT value FROM json_each(?)) ORDER BY start, row_id"
    )
    for sentence, clause in sql.rows(query, (dumped(ids),)):
        found[sentence].append(clause)
    return found
