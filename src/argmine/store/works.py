"""Citations and works in columns: written, read, joined over the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from argmine.errors import QueryError
from argmine.store.connection import Connection
from argmine.store.documents.described import METADATA, metadata_of
from argmine.store.rows import dumped, listed
from argmine.types import Citation, Cited, Description, Metadata, Pinpoint, Pointer, Span, Work

_DESCRIPTION = (
    "authors, title, container, editors, volume, issue, edition, year, date, publisher, place, pages, identifiers"
)
CITATION = f"kind, identifier, note, signal, {_DESCRIPTION}, pinpoints, parenthetical, quoted, defined, pointer"
"""The columns of a citation behind its place, in the order of `citation_columns`."""
_FIELDS = len(_DESCRIPTION.split(", "))
_LISTS = ("authors", "editors", "identifiers")


def marks(count: int) -> str:
    """So many question marks."""
    return ", ".join("?" * count)


def citation_columns(citation: Citation) -> tuple[object, ...]:
    """A citation's columns, in the order of `CITATION`."""
    pointer = citation.pointer
    return (
        citation.kind,
        citation.identifier,
        citation.note,
        citation.signal,
        *_described(citation.description),
        dumped([[pin.unit, pin.value] for pin in citation.pinpoints]),
        citation.parenthetical,
        citation.quoted,
        citation.defined,
        dumped([pointer.form, pointer.note, pointer.name]) if pointer else None,
    )


def citation_of(start: int, stop: int, columns: Sequence[Any]) -> Citation:
    """The citation of these columns."""
    kind, identifier, note, signal, *rest = columns
    pinpoints, parenthetical, quoted, defined, pointer = rest[_FIELDS:]
    return Citation(
        Span(start, stop),
        kind,
        identifier,
        note,
        _description(rest[:_FIELDS]),
        tuple(Pinpoint(*pin) for pin in json.loads(pinpoints)),
        signal,
        parenthetical,
        quoted,
        defined,
        Pointer(*json.loads(pointer)) if pointer else None,
    )


def _described(description: Description) -> Iterator[object]:
    for name in Description.__slots__:
        value = getattr(description, name)
        yield dumped(value) if name in _LISTS else value


def _description(columns: Sequence[Any]) -> Description:
    values: dict[str, Any] = dict(zip(Description.__slots__, columns, strict=True))
    values |= {name: listed(values[name]) for name in _LISTS}
    return Description(**values)


@dataclass(frozen=True, slots=True)
class CitingRow:
    """One place where a work is cited, as it is shown: as printed, its note, the claim that rests on it."""

    text: str
    note: str | None
    signal: str | None
    pinpoints: tuple[Pinpoint, ...]
    document_id: str
    title: str | None
    authors: tuple[str, ...]
    date: str | None
    claim_id: str | None
    claim: str | None
    stance: str | None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A work and how often it is cited: by citations, and by documents."""

    work: Work
    citations: int
    documents: int


def cited(sql: Connection) -> Iterator[Cited]:
    """Every citation whose authority is certain, in the order in which they were written."""
    rows = sql.rows(
        f"""SELECT row_id, citations.document, coalesce(target, row_id), start, stop, {CITATION}
            FROM citations LEFT JOIN antecedents ON antecedents.citation = row_id AND kind = 'short'
            WHERE kind <> 'short' OR target IS NOT NULL ORDER BY row_id"""  # noqa: S608 (names of columns)
    )
    for place, document, root, start, stop, *columns in rows:
        yield Cited(place, document, citation_of(start, stop, columns), root)


def documents(sql: Connection) -> Iterator[tuple[str, Metadata]]:
    """Id and metadata of every document, in the order in which they were written."""
    for document_id, *columns in sql.rows(f"SELECT id, {METADATA} FROM documents ORDER BY row_id"):  # noqa: S608 (names)
        yield document_id, metadata_of(*columns)


def rewrite(sql: Connection, works: Iterable[Work]) -> None:
    """Put these works in place of all, inside the caller's transaction."""
    sql.run("DELETE FROM works")
    for work in works:
        row = sql.run(
            f"""INSERT INTO works VALUES (NULL, ?, ?, {marks(_FIELDS)}, ?,
                                          (SELECT row_id FROM documents WHERE id = ?))""",  # noqa: S608 (marks)
            (work.id, work.kind, *_described(work.description), dumped(work.keys), work.document_id),
        )
        sql.run_many("INSERT INTO work_citations VALUES (?, ?)", ((row, place) for place in work.places))


_WORKS = f"""
SELECT works.row_id, works.id, kind, {", ".join("works." + name for name in _DESCRIPTION.split(", "))}, keys,
       documents.id
FROM works LEFT JOIN documents ON documents.row_id = works.document
"""  # noqa: S608 (names of columns)


def every(sql: Connection) -> Iterator[WorkRow]:
    """All works with their counts, in the order of their first citation."""
    counts = {
        work: counted
        for work, *counted in sql.rows(
            """SELECT work, count(*), count(DISTINCT document) FROM work_citations
               JOIN citations ON citations.row_id = citation GROUP BY work"""
        )
    }
    places = _places(sql)
    for row, *columns in sql.rows(f"{_WORKS} ORDER BY works.row_id"):
        yield WorkRow(_work(columns, places.get(row, ())), *counts.get(row, (0, 0)))


def _places(sql: Connection, where: str = "", parameters: Sequence[object] = ()) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    query = f"SELECT work, citation FROM work_citations {where} ORDER BY work, citation"  # noqa: S608 (constants)
    for work, citation in sql.rows(query, parameters):
        found.setdefault(work, []).append(citation)
    return {work: tuple(places) for work, places in found.items()}


def _work(columns: Sequence[Any], places: tuple[int, ...]) -> Work:
    work, kind, *rest = columns
    keys, document_id = rest[_FIELDS:]
    return Work(work, kind, _description(rest[:_FIELDS]), listed(keys), places, document_id)


def one(sql: Connection, words: str) -> WorkRow:
    """The work with this id, key or title, or the only one whose title or authors have these words.

    Raises:
        QueryError: there is none, or there are several.
    """
    wanted = words.casefold().split()
    if not wanted:
        raise QueryError("No work is named.", "Give words of its authors and title, its id, or one of its keys.")
    found = [row for row in every(sql) if row.work.id == words or words.casefold() in row.work.keys]
    found = found or [row for row in every(sql) if all(word in _searched(row.work) for word in wanted)]
    if not found:
        raise QueryError(f"No work {words!r} is cited.", "`argmine export works` lists them.")
    if len(found) > 1:
        several = " · ".join(f"{row.work.id} {row.work.description.title or row.work.keys[:1]}" for row in found[:5])
        raise QueryError(f"Several works have the words {words!r}: {several}.", "Give the id of one.")
    return found[0]


def _searched(work: Work) -> str:
    about = work.description
    return " ".join((*about.authors, about.title or "", *about.identifiers)).casefold()


def citing(sql: Connection, work: Work) -> list[CitingRow]:
    """Every place where a work is cited, with the claim that rests on it, oldest document first."""
    rows = sql.rows(
        """SELECT citations.text, note, signal, pinpoints, documents.id, documents.title, documents.authors,
                  documents.date, claims.id, claims.text, stance
           FROM json_each(?) AS wanted JOIN citations ON citations.row_id = wanted.value
           JOIN documents ON documents.row_id = citations.document
           LEFT JOIN claim_citations ON claim_citations.citation = citations.row_id
           LEFT JOIN claims ON claims.row_id = claim_citations.claim
           ORDER BY coalesce(documents.date, '9999'), documents.row_id, citations.row_id, claims.row_id""",
        (dumped(work.places),),
    )
    return [
        CitingRow(
            text,
            note,
            signal,
            tuple(Pinpoint(*pin) for pin in json.loads(pins)),
            document,
            title,
            listed(authors),
            *more,
        )
        for text, note, signal, pins, document, title, authors, *more in rows
    ]


def unjoined(sql: Connection) -> int:
    """How many documents have citations that are in no work yet: those of an ingest that has not ended."""
    (count,) = sql.row(
        """SELECT count(DISTINCT document) FROM citations WHERE kind <> 'short'
           AND NOT EXISTS (SELECT 1 FROM work_citations WHERE citation = citations.row_id)"""
    )
    return int(count)


def relied_on(sql: Connection, claims: Sequence[int]) -> list[tuple[WorkRow, int]]:
    """Works on which these claims rest, with the number of claims, most first."""
    rows = sql.rows(
        """SELECT work, count(DISTINCT claim) FROM claim_citations
           JOIN work_citations ON work_citations.citation = claim_citations.citation
           WHERE claim IN (SELECT value FROM json_each(?)) GROUP BY work ORDER BY 2 DESC, 1""",
        (dumped(list(claims)),),
    )
    in_order = dict(
        zip((row for (row,) in sql.rows("SELECT row_id FROM works ORDER BY row_id")), every(sql), strict=True)
    )
    return [(in_order[work], count) for work, count in rows]


def rests(sql: Connection, claims: Sequence[int]) -> list[tuple[int, Work]]:
    """The row id of each of these claims with each work on which it rests."""
    pairs = sql.rows(
        """SELECT DISTINCT claim, work FROM claim_citations
           JOIN work_citations ON work_citations.citation = claim_citations.citation
           WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, work""",
        (dumped(list(claims)),),
    )
    wanted = (dumped(sorted({work for _, work in pairs})),)
    places = _places(sql, "WHERE work IN (SELECT value FROM json_each(?))", wanted)
    rows = sql.rows(f"{_WORKS} WHERE works.row_id IN (SELECT value FROM json_each(?))", wanted)  # noqa: S608
    known = {row: _work(columns, places.get(row, ())) for row, *columns in rows}
    return [(claim, known[work]) for claim, work in pairs]
