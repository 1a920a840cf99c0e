"""Nearest claims by their vectors. The only module that imports faiss, which takes a fifth of a second to load.

A flat index: exact but for the rounding of its codes, which are 16-bit floats as in the database (half the size and time
of 32-bit ones, cosines right to three digits). They are mapped into memory on opening.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import ArrayLike, NDArray

from argmine.errors import StaleIndex
from argmine.store.connection import REINDEX
from argmine.store.hits import NONE, Hits

_faiss: Any = faiss  # its stubs describe the raw SWIG classes, which take no arrays


class VectorIndex:
    """Vectors of claims keyed by row id, compared by cosine."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, path: Path, batches: Iterable[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> None:
        """Write an index of all batches of (row ids (n,), vectors (n × d)) to `path`, under its name only when whole.

        Vectors need not be normalised. Raises StaleIndex if they are not all of one length.
        """
        index: faiss.IndexIDMap | None = None
        for ids, vectors in batches:
            if index is None:
                index = _empty(vectors.shape[1])
            if vectors.shape[1] != index.d:
                raise StaleIndex(
                    f"Vectors of {vectors.shape[1]} and of {index.d} numbers.", "Run `argmine ingest` again."
                )
            index.add_with_ids(_normalised(vectors), ids)
        unfinished = path.with_name(f"{path.name}.tmp")
        faiss.write_index(index if index is not None else _empty(1), str(unfinished))
        unfinished.replace(path)

    @classmethod
    def open(cls, path: Path) -> VectorIndex:
        """Map the index at `path`; StaleIndex where there is none that can be read."""
        try:
            _read_ahead(path)
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except (OSError, RuntimeError) as error:
            raise StaleIndex(f"{path} cannot be read as an index of vectors.", REINDEX) from error

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: NDArray[np.float32], k: int, allowed: ArrayLike | None = None) -> Hits:
        """The `k` nearest to `query` (d,), among the row ids of `allowed` if given, with their cosines.

        Raises StaleIndex for a query of another length: it comes from another encoder.
        """
        if not len(self) or k < 1:
            return NONE
        if query.shape != (self._index.d,):
            raise StaleIndex(f"The index holds vectors of {self._index.d} numbers, not {query.shape[-1]}.", REINDEX)
        parameters = None if allowed is None else _faiss.SearchParameters(sel=_selector(np.asarray(allowed, np.int64)))
        faiss.omp_set_num_threads(1)  # to wake a second thread takes longer than to compare with 100,000 claims
        scores, ids = self._index.search(_normalised(query[None]), min(k, len(self)), params=parameters)
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]


def _read_ahead(path: Path) -> None:
    """Bring the file into the system's cache in one sequence, since a flat search looks at all of it.

    Left to page faults, the first search after a start of the machine takes 1.2 s for 100,000 claims, not 0.05 s.
    """
    buffer = bytearray(1 << 20)
    with path.open("rb", buffering=0) as file:
        while file.readinto(buffer):
            pass


def _empty(dimensions: int) -> faiss.IndexIDMap:
    flat = faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap(flat)


def _selector(rows: NDArray[np.int64]) -> Any:
    """One bit for each row id up to the highest: a look-up costs the same however many are allowed."""
    bits = np.zeros((int(rows.max(initial=0)) // 8 + 1) * 8, dtype=bool)
    bits[rows] = True
    return _faiss.IDSelectorBitmap(np.packbits(bits, bitorder="little"))


def _normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length 1, so that the inner product is the cosine; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.ascontiguousarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
