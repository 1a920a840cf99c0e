"""Passages, the sentences that are no claims, and what a search compares word by word."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from argmine.store.connection import Connection
from argmine.store.rows import PassageRow, dumped, listed
from argmine.types import claim_id

_PASSAGES = """
SELECT passages.row_id, documents.id, (SELECT min(path) FROM sources WHERE document_id = documents.id), title, authors,
       date, genre, region, section, page, page_label, paragraph, text, start, stop
FROM passages JOIN documents ON documents.row_id = passages.document
WHERE passages.row_id IN (SELECT value FROM json_each(?))
"""


def rows(sql: Connection, ids: Sequence[int]) -> list[PassageRow]:
    """The passages among these row ids, in any order."""
    return [_row(columns) for columns in sql.rows(_PASSAGES, (dumped(ids),))] if ids else []


def _row(columns: Sequence[Any]) -> PassageRow:
    row, document, path, title, authors, date, genre, region, section, *columns = columns
    page, label, paragraph, text, start, stop = columns
    return PassageRow(
        row, claim_id(document, start, stop), document, os.fsdecode(path), title, listed(authors), date, genre,
        region, listed(section), page, label, paragraph, text, start, stop,
    )  # fmt: skip


def row_id(sql: Connection, name: str) -> int | None:
    """The row id of the passage with this id; None if there is none."""
    document, *place = name.rsplit("-", 2)
    query = """SELECT passages.row_id FROM documents JOIN passages ON passages.document = documents.row_id
               WHERE documents.id = ? AND start = ? AND stop = ?"""
    found = sql.row(query, (document, *place)) if len(place) == 2 else None
    return int(found[0]) if found else None


def tokens(sql: Connection, ids: Sequence[int]) -> dict[int, tuple[int, bytes]]:
    """Row id → document and packed tokens, of those that have them."""
    query = "SELECT row_id, document, packed FROM tokens WHERE row_id IN (SELECT value FROM json_each(?))"
    return {row: (document, packed) for row, document, packed in sql.rows(query, (dumped(ids),))}
