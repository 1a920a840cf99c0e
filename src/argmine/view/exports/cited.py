"""Citations, and the places where a work is cited, as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmine.store import Database
from argmine.store.works import CitingRow, WorkRow
from argmine.view.exports.bibliography import citation_record, work_record


def citation_records(database: Database) -> Iterator[dict[str, Any]]:
    """Every citation whose authority is certain, as a record."""
    ids = dict(database.document_ids())
    texts: tuple[int, str] = (0, "")
    for cited in database.cited():
        if texts[0] != cited.document:
            texts = (cited.document, database.document(ids[cited.document]).text)
        yield citation_record(cited, ids[cited.document], cited.citation.span.of(texts[1]))


def citing_record(row: CitingRow) -> dict[str, Any]:
    """One place where a work is cited."""
    return {
        "document_id": row.document_id,
        "title": row.title,
        "authors": list(row.authors),
        "date": row.date,
        "note": row.note,
        "signal": row.signal,
        "citation": row.text,
        "pinpoints": [{"unit": pin.unit, "value": pin.value} for pin in row.pinpoints],
        "claim_id": row.claim_id,
        "claim": row.claim,
        "stance": row.stance,
    }


def authority_record(row: WorkRow, claims: int) -> dict[str, Any]:
    """A work and the number of claims that rest on it."""
    return {"claims": claims, **work_record(row)}
