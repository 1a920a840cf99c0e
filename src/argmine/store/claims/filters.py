"""Filters: which claims a search may look at, found before anything is ranked.

Conditions on attributes of few values are answered by `facets`, on provisions and holders by `postings`, on documents
and authorities, which pick out few claims, by SQL. What a person types is understood elsewhere: names here are as they
stand in the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from argmine.errors import QueryError
from argmine.knowledge.registry import covered_by
from argmine.store.claims.attributes import VALUES, check_values
from argmine.store.connection import Connection
from argmine.store.rows import dumped
from argmine.types import Provision

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmine.store.indexes.facets import Facets
    from argmine.store.indexes.hits import Rows
    from argmine.store.indexes.postings import Postings


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that all must hold; of the several values of one condition, any may.

    Attributes:
        provisions: the claim is linked to one of them, or to something below it.
        holders: names, as `Postings.holders` gives them; authors of a document hold its own claims.
        kinds, stances, regions, holder_types, genres: values as in `types`; "none" asks for claims without.
        languages: of the document, ISO 639-1.
        since, until: first and last year of the document, both included; undated ones are then left out.
        documents: their ids, or how these begin.
        cites: identifiers of authorities that the claim rests on (A/RES/62/101), in any case.
        claims_only: no passages; a condition on what only claims have leaves them out anyway. Kind "none" asks for
            passages.
    """

    provisions: tuple[Provision, ...] = ()
    holders: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    holder_types: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    documents: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    claims_only: bool = False

    def __post_init__(self) -> None:
        for attribute in VALUES:
            check_values(attribute, getattr(self, f"{attribute}s"))

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) not in ((), None, False) for field in fields(self))


def allowed(sql: Connection, facets: Facets, postings: Postings, filters: Filters) -> Rows:
    """The claims that meet every condition of `filters`."""
    rows = facets.live
    for found in _by_facets(facets, filters):
        rows &= found
    for lists in (*_by_postings(postings, filters), *_by_sql(sql, filters)):
        rows &= _as_rows(lists, len(rows))
    return rows


def _as_rows(lists: Sequence[NDArray[Any]], length: int) -> Rows:
    import numpy as np  # noqa: PLC0415 (trace and status do without)

    rows = np.zeros(length, bool)
    for ids in lists:
        rows[ids[ids < length]] = True  # what was written after the last publication is not indexed yet
    return rows


def _by_facets(facets: Facets, filters: Filters) -> Iterator[Rows]:
    if filters.claims_only or filters.stances or filters.holder_types:
        yield facets.among("kind", VALUES["kind"])
    for attribute in VALUES:
        if values := getattr(filters, f"{attribute}s"):
            yield facets.among(attribute, values)
    if filters.languages:
        yield facets.in_languages(filters.languages)
    if filters.since is not None or filters.until is not None:
        yield facets.in_years(filters.since, filters.until)


def _by_postings(postings: Postings, filters: Filters) -> Iterator[list[NDArray[Any]]]:
    if filters.provisions:
        yield [postings.on(provision) for provision in filters.provisions]
    if filters.holders:
        yield [postings.held_by(name) for name in filters.holders]


def _by_sql(sql: Connection, filters: Filters) -> Iterator[list[NDArray[Any]]]:
    import numpy as np  # noqa: PLC0415 (as above)

    documents = [(_DOCUMENT, (start, start + "\U0010ffff")) for start in filters.documents]
    for start, (_, bounds) in zip(filters.documents, documents, strict=True):
        if sql.row("SELECT 1 FROM documents WHERE id >= ? AND id < ?", bounds) is None:
            raise QueryError(f"No document has an id that begins with {start!r}.", _IDS)
    for queries in (documents, [(_CITES, (identifier,)) for identifier in filters.cites]):
        if queries:
            yield [np.array(sql.rows(*query), np.int64).reshape(-1) for query in queries]


_IDS = "`argmine search` prints ids of sentences, which begin with that of their document."
Query = tuple[str, tuple[object, ...]]
_PROVISION = """
SELECT claim FROM links WHERE instrument = ? AND path = ?
UNION ALL SELECT claim FROM links WHERE instrument = ? AND path > ? AND path < ?"""
_DOCUMENT = """
SELECT claims.row_id FROM documents JOIN claims ON claims.document = documents.row_id
WHERE documents.id >= ?1 AND documents.id < ?2
UNION ALL SELECT passages.row_id FROM documents JOIN passages ON passages.document = documents.row_id
WHERE documents.id >= ?1 AND documents.id < ?2
"""
_CITES = """
SELECT claim FROM citations JOIN claim_citations ON claim_citations.citation = citations.row_id
WHERE identifier = ? COLLATE NOCASE
"""


def on_provision(provision: Provision) -> Query:
    """The query for claims on a provision or on anything below it."""
    covered = [dumped(path) for path in covered_by(provision)]
    return "\nUNION ALL".join([_PROVISION] * len(covered)), tuple(
        value for path in covered for value in _within(provision.instrument, path)
    )


def _within(code: str, path: str) -> tuple[str, ...]:
    below = path[:-1] + ("," if path != "[]" else "")  # what follows begins with a quotation mark, and # is next
    return code, path, code, below, below + "#"
