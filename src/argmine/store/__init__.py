"""Everything that was read and found, once: SQLite is the truth, the indexes of vectors and words are caches of it."""

from typing import TYPE_CHECKING

from argmine.on_demand import loader

if TYPE_CHECKING:
    from argmine.store.claims.filters import Filters
    from argmine.store.database import Database
    from argmine.store.indexes.publishing import Indexes, open_indexes, reindex
    from argmine.store.opened import Opened, check_writable, ingesting_alone, kept_open
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
    "Opened",
    "PassageRow",
    "ProvisionText",
    "RelationRow",
    "check_writable",
    "ingesting_alone",
    "kept_open",
    "open_indexes",
    "reindex",
]

if not TYPE_CHECKING:  # which knows them from above
    __getattr__ = loader(
        __name__,
        {
            "database": "Database",
            "claims.filters": "Filters",
            "indexes.publishing": "Indexes open_indexes reindex",
            "opened": "Opened check_writable ingesting_alone kept_open",
            "rows": "Authority ClaimRow DocumentRow End Failure KnownSource PassageRow ProvisionText RelationRow",
        },
    )
