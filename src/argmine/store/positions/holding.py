"""Who holds something: holders by name, and their claims that belong to no reading of a provision."""

from __future__ import annotations

from collections.abc import Sequence

from argmine.errors import QueryError
from argmine.store.connection import Connection
from argmine.store.positions.nearby import near_names
from argmine.types import Holder

_MOST_NAMED = 6
_BY_CLAIMS = """
SELECT holder, holder_type, holder_id FROM claims WHERE holder_type != 'author'
UNION SELECT names.value, 'scholar', names.value FROM documents, json_each(authors) AS names
WHERE EXISTS (SELECT 1 FROM claims WHERE claims.document = documents.row_id AND holder = 'author') ORDER BY 1, 3
"""
_WITHOUT_POSITION = """
SELECT row_id FROM claims WHERE part_of IS NULL
AND NOT EXISTS (SELECT 1 FROM positions WHERE positions.claim = claims.row_id)
AND row_id IN (
    SELECT row_id FROM claims WHERE holder = ?1
    UNION SELECT ours.row_id FROM positions JOIN claims ON claims.row_id = positions.claim
          JOIN claims AS ours ON ours.holder = claims.holder
          WHERE positions.holder_id = ?2 AND claims.holder_type != 'author'
    UNION SELECT claims.row_id FROM documents, json_each(authors) AS names JOIN claims
          ON claims.document = documents.row_id AND claims.holder = 'author' WHERE names.value = ?1)
ORDER BY row_id
"""
_UNCOMPARED = """
SELECT count(*) FROM documents
WHERE EXISTS (SELECT 1 FROM claims JOIN links ON links.claim = claims.row_id
              WHERE claims.document = documents.row_id AND region = 'body' AND relation = 'interprets')
AND NOT EXISTS (SELECT 1 FROM claims JOIN positions ON positions.claim = claims.row_id
                WHERE claims.document = documents.row_id)
"""


def holders(sql: Connection) -> list[Holder]:
    """Everybody who holds a position, by name."""
    return [
        Holder(*row) for row in sql.rows("SELECT DISTINCT holder, holder_type, holder_id FROM positions ORDER BY 1, 3")
    ]


def holder(sql: Connection, name: str) -> Holder:
    """The holder of that name, id, or part of a name; QueryError if none or several are.

    A whole name wins over a part, and a part over nothing: "Halvorsen" finds Solveig T. Halvorsen. Who holds no
    position is found by his claims.
    """
    if not name.strip():
        raise QueryError("No holder is named.", "`argmine trace PROVISION` names those who hold a position.")
    known = holders(sql)
    found = _called(name, known)
    if not found:
        known = list({row[0]: Holder(*row) for row in sql.rows(_BY_CLAIMS)}.values())
        found = _called(name, known)
    if len(found) == 1:
        return found[0]
    raise _several(name, found) if found else _nobody(name, known)


def _called(name: str, known: Sequence[Holder]) -> list[Holder]:
    words = " ".join(name.split()).casefold()
    exact = [each for each in known if words in (each.name.casefold(), each.id.casefold())]
    whole = [each for each in known if set(words.split()) <= set(each.name.casefold().split())]
    return exact or whole or [each for each in known if words in each.name.casefold()]


def _several(name: str, found: Sequence[Holder]) -> QueryError:
    several = ", ".join(f"{each.name} ({each.id})" for each in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return QueryError(
        f"Several holders are called {name!r}: {several}{more}.", "Give the whole name, or the id in brackets."
    )


def _nobody(name: str, known: Sequence[Holder]) -> QueryError:
    near = near_names(name, [each.name for each in known])
    hint = f"Did you mean {near}?" if near else "`argmine trace PROVISION` names those who hold a reading of it."
    return QueryError(f"Nobody in the corpus holds a claim under the name {name!r}.", hint)


def without_position(sql: Connection, found: Holder) -> list[int]:
    """The claims of a holder that belong to no reading of a provision, in the order of writing: row ids."""
    return [int(row) for (row,) in sql.rows(_WITHOUT_POSITION, (found.name, found.id))]


def uncompared(sql: Connection) -> int:
    """How many documents interpret a provision and stand in no position: those of an ingest that has not ended."""
    (count,) = sql.row(_UNCOMPARED)
    return int(count)
