"""What a user put right of single claims: their provisions, their stance, their holder.

A correction names a claim by its id, which is made of the document's content, so it holds when the document is read
again. What argmine had found is kept beside it until the correction is taken back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from argmine.store.connection import Connection
from argmine.store.rows import dumped
from argmine.types import Correction, Provision

Values = list[Any]


def apply(sql: Connection, corrections: tuple[Correction, ...]) -> bool:
    """Put claims as corrections say, inside the caller's transaction; whether anything changed."""
    changed = False
    for each in corrections:
        if each.kind in _KINDS and (row := _row(sql, each.target)) is not None:
            changed |= _put(sql, row, each)
    return changed


def restore(sql: Connection, kind: str, target: str) -> None:
    """Put a claim as argmine had found it, inside the caller's transaction."""
    row = _row(sql, target)
    if row is None:
        return
    found = sql.row("SELECT value FROM originals WHERE claim = ? AND kind = ?", (row, kind))
    if found is not None:
        _KINDS[kind][1](sql, row, json.loads(found[0]))
        sql.run("DELETE FROM originals WHERE claim = ? AND kind = ?", (row, kind))


def _put(sql: Connection, row: int, correction: Correction) -> bool:
    look, write = _KINDS[correction.kind]
    before, wanted = look(sql, row), json.loads(correction.value)
    if correction.kind == "provision":
        wanted = _evidenced(sql, row, wanted)
    if before == wanted:
        return False
    sql.run("INSERT OR IGNORE INTO originals VALUES (?, ?, ?)", (row, correction.kind, dumped(before)))
    write(sql, row, wanted)
    return True


def _row(sql: Connection, claim_id: str) -> int | None:
    found = sql.row("SELECT row_id FROM claims WHERE id = ?", (claim_id,))
    return int(found[0]) if found else None


def _stance(sql: Connection, row: int) -> Values:
    return list(sql.row("SELECT stance FROM claims WHERE row_id = ?", (row,)))


def _write_stance(sql: Connection, row: int, values: Values) -> None:
    sql.run("UPDATE claims SET stance = ? WHERE row_id = ?", (*values, row))


def _holder(sql: Connection, row: int) -> Values:
    return list(sql.row("SELECT holder, holder_type, holder_id, attribution FROM claims WHERE row_id = ?", (row,)))


def _write_holder(sql: Connection, row: int, values: Values) -> None:
    sql.run(
        "UPDATE claims SET holder = ?, holder_type = ?, holder_id = ?, attribution = ? WHERE row_id = ?", (*values, row)
    )


def _links(sql: Connection, row: int) -> Values:
    rows = sql.rows(
        """SELECT provision, instrument, path, method, score, evidence_start, evidence_stop, relation
           FROM links WHERE claim = ? ORDER BY position""",
        (row,),
    )
    return [list(columns) for columns in rows]


def _write_links(sql: Connection, row: int, values: Values) -> None:
    sql.run("DELETE FROM links WHERE claim = ?", (row,))
    document, last = sql.row(
        """SELECT document, (SELECT coalesce(max(position), -1) FROM links WHERE links.document = claims.document)
           FROM claims WHERE row_id = ?""",
        (row,),
    )
    sql.run_many(
        "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((document, last + place, row, *columns) for place, columns in enumerate(values, start=1)),
    )


def _evidenced(sql: Connection, row: int, provisions: list[list[Any]]) -> Values:
    """Links to provisions that a user gave, each as [instrument, path]: the claim itself is the evidence."""
    start, stop, kind = sql.row("SELECT start, stop, kind FROM claims WHERE row_id = ?", (row,))
    relation = "interprets" if kind == "interpretive" else "mentions"
    return [
        [str(Provision(code, tuple(path))), code, dumped(path), "by hand", 1.0, start, stop, relation]
        for code, path in provisions
    ]


Look = Callable[[Connection, int], Values]
Write = Callable[[Connection, int, Values], None]
_KINDS: Mapping[str, tuple[Look, Write]] = {
    "stance": (_stance, _write_stance), "held": (_holder, _write_holder), "provision": (_links, _write_links),
}  # fmt: skip
"""What is put right → how it is read from a claim's rows, and written to them."""
