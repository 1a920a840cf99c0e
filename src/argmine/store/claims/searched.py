"""The part of a database that searches, traces and exports look at: claims, and the sentences that are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmine.store.claims import claims, filters, passages
from argmine.store.connection import Connection
from argmine.store.rows import ClaimRow, PassageRow
from argmine.types import Provision

if TYPE_CHECKING:
    from argmine.store.claims.filters import Filters
    from argmine.store.indexes.facets import Facets
    from argmine.store.indexes.hits import Rows
    from argmine.store.indexes.postings import Postings


class Searched:
    """Claims and passages by their row ids, ids and provisions."""

    _sql: Connection

    def claims(self, ids: Sequence[int]) -> list[ClaimRow]:
        """The claims with these row ids, in this order; ids that are gone are left out."""
        return claims.rows(self._sql, ids)

    def found(self, ids: Sequence[int]) -> list[PassageRow]:
        """The claims and passages with these row ids, in this order; ids that are gone are left out."""
        known: dict[int, PassageRow] = {claim.row: claim for claim in self.claims(ids)}
        known |= {
            passage.row: passage for passage in passages.rows(self._sql, [row for row in ids if row not in known])
        }
        return [known[row] for row in ids if row in known]

    def passage(self, name: str) -> PassageRow:
        """The claim with this id or beginning of one, or the passage with this id; QueryError if there is none."""
        row = passages.row_id(self._sql, name)
        return self.claim(name) if row is None else self.found([row])[0]

    def tokens(self, ids: Sequence[int]) -> dict[int, tuple[int, bytes]]:
        """Row id → document and packed tokens, of those that have them."""
        return passages.tokens(self._sql, ids)

    def claim(self, prefix: str) -> ClaimRow:
        """The claim with this id, or the only one that begins so; QueryError if none or several do."""
        return self.claims([claims.row_id(self._sql, prefix)])[0]

    def claims_on(self, provision: Provision) -> list[ClaimRow]:
        """The claims on a provision and everything below it, in the order in which they were written."""
        return self.claims(self.ids_on(provision))

    def ids_on(self, provision: Provision) -> list[int]:
        """The row ids of `claims_on`, ascending: what a search may be limited to."""
        return claims.ids_on(self._sql, provision)

    def iter_claims(self) -> Iterator[ClaimRow]:
        """All claims in the order in which they were written, a batch in memory at a time."""
        return claims.every(self._sql)

    def allowed(self, facets: Facets, postings: Postings, chosen: Filters) -> Rows:
        """The claims and passages that meet every condition."""
        return filters.allowed(self._sql, facets, postings, chosen)

    def surest(self, ids: Sequence[int], limit: int) -> list[int]:
        """The row ids of the `limit` claims of highest confidence among `ids`."""
        return claims.surest(self._sql, ids, limit)
