"""Positions as they are exported: each claim by which somebody holds a reading of a provision."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmine.store.connection import Connection
from argmine.types import Holder

_BATCH = 1000
_POSITIONS = """
SELECT interpretations.id, provision, label, interpretations.stance, positions.holder, positions.holder_type,
       positions.holder_id, centrality, claims.id, claims.text, documents.id,
       (SELECT min(path) FROM sources WHERE document_id = documents.id), title, date, page, page_label,
       (SELECT json_group_array(against) FROM (
           SELECT other AS against FROM oppositions WHERE one = interpretations.id
           UNION SELECT one FROM oppositions WHERE other = interpretations.id ORDER BY against))
FROM interpretations JOIN positions ON positions.interpretation = interpretations.id
JOIN claims ON claims.row_id = positions.claim JOIN documents ON documents.row_id = claims.document
WHERE (interpretations.id, positions.claim) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
ORDER BY provision, interpretations.id, positions.claim
"""
_KEYS = """
SELECT interpretation, claim FROM positions JOIN interpretations ON interpretations.id = interpretation
ORDER BY provision, interpretation, claim
"""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A holder, a reading, and the claim that shows that he holds it.

    `interpretation` is the id of the reading, `opposed` are those of readings that exclude it; `centrality` is how much
    the claim is like the others of the reading, 0 to 1.
    """

    interpretation: str
    provision: str
    label: str
    stance: str | None
    holder: Holder
    centrality: float
    claim_id: str
    text: str
    document_id: str
    source: str
    title: str | None
    date: str | None
    page: int | None
    page_label: str | None
    opposed: tuple[str, ...]


def every(sql: Connection) -> Iterator[HeldRow]:
    """All positions by provision and reading, a batch in memory at a time."""
    keys = sql.rows(_KEYS)
    for first in range(0, len(keys), _BATCH):
        for columns in sql.rows(_POSITIONS, (json.dumps(keys[first : first + _BATCH]),)):
            yield _row(*columns)


def _row(*columns: Any) -> HeldRow:
    reading, provision, label, stance, name, kind, holder_id, centrality, claim, text, document, path, *where = columns
    title, date, page, page_label, opposed = where
    return HeldRow(
        reading, provision, label, stance, Holder(name, kind, holder_id), centrality, claim, text, document,
        os.fsdecode(path), title, date, page, page_label, tuple(json.loads(opposed)),
    )  # fmt: skip
