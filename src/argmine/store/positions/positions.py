"""Interpretations, positions and oppositions in rows: written whole after an ingest, read by provision or holder."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmine.knowledge.registry import covered_by
from argmine.store.connection import Connection
from argmine.store.rows import dumped, listed
from argmine.types import Comparison, Correction, Holder, Provision, Stance, Stand

_STANDS = """
SELECT claims.row_id, claims.id, links.instrument, path, claims.text, stance, attribution, holder, holder_type,
       holder_id,
       documents.id, claims.start, kind, confidence, score, claims.document, authors, title, vector
FROM links JOIN claims ON claims.row_id = links.claim JOIN documents ON documents.row_id = claims.document
JOIN vectors ON vectors.row_id = claims.row_id
WHERE relation = 'interprets' AND region = 'body' AND NOT EXISTS (
    SELECT 1 FROM claims AS clauses JOIN links AS theirs ON theirs.claim = clauses.row_id
    WHERE clauses.part_of = claims.row_id AND theirs.provision = links.provision)
ORDER BY claims.row_id, links.position
"""
_INTERPRETATIONS = """
SELECT interpretations.id, provision, label, stance, claim, holder, holder_type, holder_id, centrality
FROM interpretations JOIN positions ON positions.interpretation = interpretations.id
"""


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A claim by which a holder holds an interpretation; `claim` is its row id."""

    claim: int
    holder: Holder
    centrality: float


@dataclass(frozen=True, slots=True)
class InterpretationRow:
    """One reading of a provision with the claims that are evidence of it, in the order in which they were written."""

    id: str
    provision: str
    label: str
    stance: Stance | None
    positions: tuple[PositionRow, ...]

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Who holds it, each once."""
        return tuple(dict.fromkeys(position.holder for position in self.positions))


@dataclass(frozen=True, slots=True)
class OppositionRow:
    """Two readings that exclude each other, by id, and the claims that show it, by row id."""

    one: str
    other: str
    one_claim: int
    other_claim: int


def stands(sql: Connection) -> Iterator[tuple[Stand, tuple[str, ...], str | None, bytes]]:
    """Claims that interpret a provision, once for each article: stand, the document's authors, its title, vector."""
    seen: set[tuple[int, Provision]] = set()
    paragraphs = _Paragraphs(sql)
    for row, claim, instrument, path, *said in sql.rows(_STANDS):
        provision = Provision(instrument, tuple(json.loads(path)[:1]))
        if (row, provision) in seen:
            continue
        seen.add((row, provision))
        text, stance, attribution, name, kind, holder, document, start, *sure, inside, authors, title, vector = said
        holds = Holder(name, kind, holder)
        place = document, start, paragraphs.at(inside, start)
        yield (
            Stand(row, claim, provision, text, stance, attribution, holds, *place, *sure),
            listed(authors),
            title,
            vector,
        )


class _Paragraphs:
    """Which block of a document holds a place; those of the document asked for last are kept."""

    def __init__(self, sql: Connection) -> None:
        self._sql = sql
        self._document, self._starts = -1, list[int]()

    def at(self, document: int, place: int) -> int:
        if document != self._document:
            found = self._sql.rows("SELECT start FROM blocks WHERE document = ? ORDER BY position", (document,))
            self._document, self._starts = document, [start for (start,) in found]
        return bisect_right(self._starts, place) - 1


def belonging(sql: Connection) -> dict[tuple[str, str], str]:
    """(claim id, provision) → the interpretation to which the claim belongs now."""
    rows = sql.rows(
        """SELECT claims.id, provision, interpretations.id FROM positions JOIN claims ON claims.row_id = claim
           JOIN interpretations ON interpretations.id = interpretation"""
    )
    return {(claim, provision): interpretation for claim, provision, interpretation in rows}


def rewrite(sql: Connection, comparison: Comparison) -> None:
    """Put a comparison in place of the one before, inside the caller's transaction."""
    for table in ("oppositions", "positions", "interpretations"):
        sql.run(f"DELETE FROM {table}")  # noqa: S608 (constants)
    sql.run_many(
        "INSERT INTO interpretations VALUES (?, ?, ?, ?)",
        ((each.id, str(each.provision), each.label, each.stance) for each in comparison.interpretations),
    )
    sql.run_many(
        "INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?)",
        (
            (each.id, held.place, held.holder.id, held.holder.name, held.holder.type, held.centrality)
            for each in comparison.interpretations
            for held in each.positions
        ),
    )
    sql.run_many(
        "INSERT INTO oppositions VALUES (?, ?, ?, ?)",
        ((each.one, each.other, each.one_claim, each.other_claim) for each in comparison.oppositions),
    )


def corrections(sql: Connection) -> tuple[Correction, ...]:
    """All corrections, in the order of what they correct."""
    return tuple(
        Correction(*row) for row in sql.rows("SELECT kind, target, value FROM corrections ORDER BY kind, target")
    )


def correct(sql: Connection, correction: Correction) -> None:
    """Keep a correction; one of the same kind for the same target gives way."""
    sql.run(
        "INSERT INTO corrections VALUES (?, ?, ?) ON CONFLICT (kind, target) DO UPDATE SET value = excluded.value",
        (correction.kind, correction.target, correction.value),
    )


def absent(sql: Connection, claims: Sequence[str]) -> int:
    """How many of these ids are no claim's."""
    query = "SELECT count(*) FROM json_each(?) WHERE value NOT IN (SELECT id FROM claims)"
    return int(sql.row(query, (dumped(claims),))[0])


def undo(sql: Connection, kind: str, target: str) -> Correction | None:
    """Take a correction back; what it was, None where there was none."""
    row = sql.row("SELECT kind, target, value FROM corrections WHERE kind = ? AND target = ?", (kind, target))
    sql.run("DELETE FROM corrections WHERE kind = ? AND target = ?", (kind, target))
    return Correction(*row) if row else None


def on_provision(sql: Connection, provision: Provision) -> tuple[InterpretationRow, ...]:
    """The readings of an article, or of an instrument and all its articles; those with most claims first."""
    paths = covered_by(Provision(provision.instrument, provision.path[:1]))
    articles = dumped([str(Provision(provision.instrument, path)) for path in paths])
    below = f"{provision.instrument}:%" if not provision.path else ""
    return _read(sql, "WHERE provision IN (SELECT value FROM json_each(?)) OR provision LIKE ?", (articles, below))


def of_holder(sql: Connection, holder_id: str) -> tuple[InterpretationRow, ...]:
    """The readings that a holder holds, with the positions of all who hold them."""
    return _read(
        sql, "WHERE interpretations.id IN (SELECT interpretation FROM positions WHERE holder_id = ?)", (holder_id,)
    )


def _read(sql: Connection, where: str, parameters: Sequence[object]) -> tuple[InterpretationRow, ...]:
    positions: dict[tuple[str, str, str, Stance | None], list[PositionRow]] = defaultdict(list)
    for interpretation, provision, label, stance, claim, name, kind, holder_id, centrality in sql.rows(
        f"{_INTERPRETATIONS} {where} ORDER BY claim", parameters
    ):
        positions[interpretation, provision, label, stance].append(
            PositionRow(claim, Holder(name, kind, holder_id), centrality)
        )
    found = [InterpretationRow(*interpretation, tuple(rows)) for interpretation, rows in positions.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.positions), each.id)))


def oppositions(sql: Connection, ids: Sequence[str]) -> tuple[OppositionRow, ...]:
    """The oppositions in which one of these interpretations stands."""
    wanted = dumped(ids)
    rows = sql.rows(
        """SELECT one, other, one_claim, other_claim FROM oppositions
           WHERE one IN (SELECT value FROM json_each(?)) OR other IN (SELECT value FROM json_each(?))
           ORDER BY one, other""",
        (wanted, wanted),
    )
    return tuple(OppositionRow(*row) for row in rows)


def unresolved_on(sql: Connection, words: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Unresolved mentions whose text or reason has one of `words`: mention, reason, title or path, document id."""
    rows = sql.rows(
        """SELECT mention, reason,
               coalesce(document, (SELECT min(path) FROM sources WHERE sources.document_id = found.document_id), ''),
               document_id
           FROM unresolved_mentions AS found
           WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE mention LIKE value OR reason LIKE value)
           ORDER BY document_id, mention""",
        (dumped([f"%{word}%" for word in words]),),
    )
    return [(str(mention), str(reason), str(title), str(document)) for mention, reason, title, document in rows]


def unlinked(sql: Connection) -> int:
    """How many interpretive claims of bodies have no link."""
    (count,) = sql.row(
        """SELECT count(*) FROM claims WHERE kind = 'interpretive' AND region = 'body'
           AND NOT EXISTS (SELECT 1 FROM links WHERE claim = claims.row_id)"""
    )
    return int(count)


def at(sql: Connection, provision: str) -> tuple[InterpretationRow, ...]:
    """The readings of exactly this provision, as it is written in the database."""
    return _read(sql, "WHERE provision = ?", (provision,))
