"""Everything that was read and found, once: SQLite is the truth, the indexes of vectors and words are caches of it."""

from argmine.store.database import Database
from argmine.store.filters import Filters
from argmine.store.indexes import Indexes, open_indexes, reindex
from argmine.store.rows import Authority, ClaimRow, Failure, KnownSource, ProvisionText

__all__ = [
    "Authority",
    "ClaimRow",
    "Database",
    "Failure",
    "Filters",
    "Indexes",
    "KnownSource",
    "ProvisionText",
    "open_indexes",
    "reindex",
]
