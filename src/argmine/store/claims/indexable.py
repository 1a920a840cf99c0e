"""What the indexes are built from: vectors, words and attributes of claims and passages, by ascending row id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from argmine.store.claims import claims
from argmine.store.connection import Connection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Indexable:
    """The part of a database that its indexes look at."""

    _sql: Connection

    def vectors(self, encoder: str, after: int = 0) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Row ids (n,) above `after` and vectors (n × dimensions) of claims and passages, ascending, in batches."""
        import numpy as np  # noqa: PLC0415 (trace and status do without)

        for ids, halves in claims.vectors(self._sql, encoder, after):
            yield np.array(ids, dtype=np.int64), _unpacked(halves)

    def some_vectors(self, encoder: str, step: int) -> NDArray[np.float32]:
        """The vectors (n × dimensions) of every `step`-th row id."""
        return _unpacked(claims.some_vectors(self._sql, encoder, step))

    def vectors_of(self, rows: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The row ids (n,) of those of `rows` that have a vector, and their vectors (n × dimensions)."""
        import numpy as np  # noqa: PLC0415 (as above)

        ids, halves = claims.vectors_of(self._sql, rows)
        return np.array(ids, dtype=np.int64), _unpacked(halves)

    def vector(self, row: int) -> NDArray[np.float32]:
        """The vector of one claim or passage."""
        vector: NDArray[np.float32] = _unpacked([claims.vector(self._sql, row)])[0]
        return vector

    def searchable(self, after: int = 0) -> Iterator[tuple[int, str, str, str, str]]:
        """Row id, text, title, holder and provisions of each sentence above `after`: what full text search looks at."""
        return claims.searchable(self._sql, after)

    def described(self, after: int = 0) -> Iterator[tuple[Any, ...]]:
        """What the facets hold of each sentence above `after` (`facets.Described`), ascending."""
        return claims.described(self._sql, after)

    def listed(self) -> list[tuple[str, str, str]]:
        """The claims on each provision and of each holder (`postings.Listed`)."""
        return claims.listed_rows(self._sql)

    def present(self) -> list[int]:
        """The row ids of all claims and passages, ascending."""
        return claims.present(self._sql)

    def without_vector(self, encoder: str) -> int:
        """How many claims and passages have no vector from this encoder."""
        query = """SELECT (SELECT count(*) FROM claims) + (SELECT count(*) FROM passages)
                        - (SELECT count(*) FROM vectors WHERE encoder = ?)"""
        return int(self._sql.row(query, (encoder,))[0])


def _unpacked(halves: Sequence[bytes]) -> NDArray[np.float32]:
    """Packed vectors as rows of a matrix."""
    import numpy as np  # noqa: PLC0415 (as above)

    flat: NDArray[np.float32] = np.frombuffer(b"".join(halves), dtype="<f2").astype(np.float32)
    rows: NDArray[np.float32] = flat.reshape(len(halves), -1 if halves else 0)
    return rows
