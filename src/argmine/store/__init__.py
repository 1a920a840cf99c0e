"""Everything that was read and found, once: SQLite is the truth, the indexes of vectors and words are caches of it."""

from argmine.store.database import Database
from argmine.store.filters import Filters
from argmine.store.indexes import Indexes, open_indexes, reindex
from argmine.store.rows import (
    Authority,
    ClaimRow,
    DocumentRow,
    End,
    Failure,
    KnownSource,
    PassageRow,
    ProvisionText,
    RelationRow,
)

__all__ = [
    "Authority",
    "ClaimRow",
    "Database",
    "DocumentRow",
    "End",
    "Failure",
    "Filters",
    "Indexes",
    "KnownSource",
    "PassageRow",
    "ProvisionText",
    "RelationRow",
    "open_indexes",
    "reindex",
]
