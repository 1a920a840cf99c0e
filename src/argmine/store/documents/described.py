"""The part of a database that tells what documents there are, and what their reading is worth."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from argmine.store.connection import Connection
from argmine.store.rows import DocumentRow, dumped, listed
from argmine.types import Document, Grade, Metadata, PageQuality, Quality

METADATA = "title, authors, date, language, genre, symbol, container, url, volume, doi, session, agenda_item"
"""The columns of a document's metadata, in the order of `types.Metadata`."""


def metadata_columns(metadata: Metadata) -> tuple[object, ...]:
    """A document's metadata, in the order of `METADATA`."""
    title, authors, *more = (getattr(metadata, name) for name in METADATA.split(", "))
    return title, dumped(authors), *more


def metadata_of(title: str | None, authors: str, *more: Any) -> Metadata:
    """The metadata in these columns, in the order of `METADATA`."""
    return Metadata(title, listed(authors), *more)


def insert_quality(sql: Connection, row: int, document: Document) -> None:
    """Write the grades of a document, in the caller's transaction."""
    if (quality := document.quality) is None:
        return
    sql.run("INSERT INTO grades VALUES (?, ?, ?)", (row, quality.grade, dumped(quality.reasons)))
    pages = ((row, page.page, page.grade, dumped(page.reasons)) for page in quality.pages)
    sql.run_many("INSERT INTO page_grades VALUES (?, ?, ?, ?)", pages)


def read_quality(sql: Connection, row: int) -> Quality | None:
    """The grades of a document as they were written."""
    found = sql.row("SELECT grade, reasons FROM grades WHERE document = ?", (row,))
    if found is None:
        return None
    pages = sql.rows("SELECT number, grade, reasons FROM page_grades WHERE document = ? ORDER BY number", (row,))
    graded = tuple(PageQuality(number, grade, listed(reasons)) for number, grade, reasons in pages)
    return Quality(found[0], listed(found[1]), graded)


class Described:
    """What the documents are."""

    _sql: Connection

    def grades(self) -> dict[Grade, int]:
        """How many documents were read how well."""
        rows = dict(self._sql.rows("SELECT grade, count(*) FROM grades GROUP BY grade"))
        grades: tuple[Grade, ...] = ("good", "doubtful", "poor")
        return {grade: rows.get(grade, 0) for grade in grades}

    def iter_documents(self) -> Iterator[DocumentRow]:
        """Every document, in the order in which they were written."""
        for (row,) in self._sql.rows("SELECT row_id FROM documents ORDER BY row_id"):
            yield self._document_row(row)

    def documents_to_look_at(self) -> Iterator[DocumentRow]:
        """The documents that were not read well, the poor ones first."""
        rows = self._sql.rows(
            """SELECT documents.row_id FROM documents_to_look_at JOIN documents USING (id)
               ORDER BY documents_to_look_at.grade = 'poor' DESC, source"""
        )
        for (row,) in rows:
            yield self._document_row(row)

    def _document_row(self, row: int) -> DocumentRow:
        document_id, media_type, instrument, pages, *metadata = self._sql.row(
            f"""SELECT id, media_type, instrument, (SELECT count(*) FROM pages WHERE document = row_id), {METADATA}
                FROM documents WHERE row_id = ?""",  # noqa: S608 (names of columns)
            (row,),
        )
        sources = self._sql.rows("SELECT path FROM sources WHERE document_id = ? ORDER BY path", (document_id,))
        return DocumentRow(
            document_id,
            tuple(os.fsdecode(path) for (path,) in sources),
            metadata_of(*metadata),
            media_type,
            pages,
            instrument,
            read_quality(self._sql, row),
        )
