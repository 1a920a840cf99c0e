"""Nearest sentences by their vectors. The only module that imports faiss, which takes a fifth of a second to load.

Few vectors lie in a flat index of 16-bit floats, as in the database: exact but for their rounding. Many lie in an
inverted file (IVF; Jégou, Douze & Schmid 2011) of 8-bit codes, of which a search looks into the lists that are nearest
to the question. Both are mapped into memory, never read whole.

The lists are as many as four times the root of the vectors, and a search looks into six times the root of their
number: of 1,000,000 sentences into 384 of 4,096, in which .964 of the ten nearest by comparing with every vector are
found (512: .972, 320: .957, 256: .936). Where only some rows are allowed, it looks into three sixteenths of them, and
where few are, into ever more: they are soon compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from argmine.errors import StaleIndex
from argmine.store.connection import REINDEX
from argmine.store.indexes.hits import NONE, Hits, Rows
from argmine.whole import whole

FLAT = 120_000
"""Up to so many vectors a search compares with every one of them, which then takes less than 10 ms."""
TRAINING = 40
"""Vectors to learn the lists from, for each list."""
_PROBED, _PROBED_FOR_SOME, _FEW = 6, 3 / 16, 0.01
_SEED = 1967
_faiss: Any = faiss  # its stubs describe the raw SWIG classes, which take no arrays

Batches = Iterable[tuple[NDArray[np.int64], NDArray[np.float32]]]


class VectorIndex:
    """Vectors of sentences keyed by row id, compared by cosine; in one file, or in a large and a small one."""

    def __init__(self, *parts: faiss.Index) -> None:
        self._parts = parts

    @classmethod
    def build(cls, path: Path, batches: Batches, sample: NDArray[np.float32] | None = None) -> None:
        """Write an index of all batches of (row ids (n,), vectors (n × d)) to `path`, under its name only when whole.

        With a `sample` of the vectors (m × d) it is an inverted file whose lists are learnt from them, else flat.
        Vectors need not be normalised. Raises StaleIndex if they are not all of one length.
        """
        index: Any = None if sample is None else _trained(sample)
        for ids, vectors in batches:
            if index is None:
                index = _flat(vectors.shape[1])
            if vectors.shape[1] != index.d:
                raise StaleIndex(
                    f"Vectors of {vectors.shape[1]} and of {index.d} numbers.", "Run `argmine ingest` again."
                )
            index.add_with_ids(_normalised(vectors), ids)
        with whole(path) as unfinished:
            faiss.write_index(index if index is not None else _flat(1), str(unfinished))

    @classmethod
    def open(cls, *paths: Path) -> VectorIndex:
        """Map the indexes at `paths` as one; StaleIndex where one cannot be read."""
        parts = [_opened(path) for path in paths]
        return cls(*(part for part in parts if part.ntotal))

    def __len__(self) -> int:
        return sum(int(part.ntotal) for part in self._parts)

    def search(self, query: NDArray[np.float32], k: int, allowed: Rows | None = None) -> Hits:
        """The `k` nearest to `query` (d,), among the `allowed` rows if given, with their cosines.

        Raises StaleIndex for a query of another length: it comes from another encoder.
        """
        if not self._parts or k < 1 or (allowed is not None and not allowed.any()):
            return NONE
        if query.shape != (self._parts[0].d,):
            held = self._parts[0].d
            raise StaleIndex(f"The index holds vectors of {held} numbers, not {query.shape[-1]}.", REINDEX)
        faiss.omp_set_num_threads(1)  # to wake a second thread takes longer than to compare with 100,000 sentences
        return _best([self._search(part, _normalised(query[None]), k, allowed) for part in self._parts], k)

    def _search(self, part: Any, query: NDArray[np.float32], k: int, allowed: Rows | None) -> Hits:
        chosen: dict[str, Any] = {} if allowed is None else {"sel": _selector(allowed)}
        if isinstance(part, faiss.IndexIVF):
            chosen["nprobe"] = math.ceil(part.nlist * _probed(part, allowed))
            parameters = _faiss.SearchParametersIVF(**chosen)
        else:
            parameters = _faiss.SearchParameters(**chosen)
        scores, ids = part.search(query, min(k, part.ntotal), params=parameters)
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]


def nearest(query: NDArray[np.float32], ids: NDArray[np.int64], vectors: NDArray[np.float32], k: int) -> Hits:
    """The `k` of these rows (n,) whose vectors (n × d) are nearest to `query` (d,), each of them compared."""
    if not len(ids):
        return NONE
    cosines: NDArray[np.float32] = (_normalised(vectors) @ _normalised(query[None])[0]).astype(np.float32)
    return _best([(ids, cosines)], k)


def _probed(part: Any, allowed: Rows | None) -> float:
    """The share of the lists into which a search looks."""
    if allowed is None:
        return min(_PROBED / math.sqrt(part.nlist), 1.0)
    share = _FEW * part.ntotal / np.count_nonzero(allowed)
    return min(max(_PROBED_FOR_SOME, float(share)), 1.0)


def lists(vectors: int) -> int:
    """How many lists an inverted file of so many vectors has: a power of two."""
    return 1 << round(math.log2(4 * math.sqrt(vectors)))


def _opened(path: Path) -> Any:
    """The index, mapped; a flat one is also brought into the system's cache, since a search looks at all of it.

    Left to page faults, the first search after a start of the machine takes 1.2 s for 100,000 sentences, not 0.05 s.
    """
    try:
        index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        if not isinstance(index, faiss.IndexIVF):
            _read_ahead(path)
    except (OSError, RuntimeError) as error:
        raise StaleIndex(f"{path} cannot be read as an index of vectors.", REINDEX) from error
    return index


def _read_ahead(path: Path) -> None:
    buffer = bytearray(1 << 20)
    with path.open("rb", buffering=0) as file:
        while file.readinto(buffer):
            pass


def _flat(dimensions: int) -> faiss.IndexIDMap:
    flat = faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap(flat)


def _trained(sample: NDArray[np.float32]) -> faiss.IndexIVF:
    """An empty inverted file whose lists divide the sample."""
    dimensions, number = sample.shape[1], max(len(sample) // TRAINING, 1)
    around: Any = faiss.IndexFlatIP(dimensions)
    index = faiss.IndexIVFScalarQuantizer(
        around, dimensions, number, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.cp.niter, index.cp.spherical, index.cp.seed = 10, True, _SEED
    index.cp.min_points_per_centroid = 1
    _faiss.omp_set_num_threads(_faiss.omp_get_max_threads())
    index.train(_normalised(sample))
    around.this.disown()  # the index owns what it searches its lists with
    index.own_fields = True
    return index


def _best(found: Sequence[Hits], k: int) -> Hits:
    """The `k` best of several answers."""
    ids, scores = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(-scores, kind="stable")[:k]
    return ids[order], scores[order]


def _selector(allowed: Rows) -> Any:
    """One bit for each row id: a look-up costs the same however many are allowed."""
    return _faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))


def _normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of length 1, so that the inner product is the cosine; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.ascontiguousarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
