"""The vector index answers as comparing with every vector would."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from argmine.errors import StaleIndex
from argmine.store.indexes.vectors import VectorIndex, nearest

Matrix = NDArray[np.float32]
whole = st.integers(-4, 4).map(np.float32)
matrices = st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, 3), elements=whole))


def index(folder: Path, vectors: Matrix, first: int = 1, batch: int = 5) -> VectorIndex:
    """An index of these rows, numbered by threes from `first`."""
    ids = first + 3 * np.arange(len(vectors), dtype=np.int64)
    VectorIndex.build(
        folder / "v.faiss", ((ids[at : at + batch], vectors[at : at + batch]) for at in range(0, len(ids), batch))
    )
    return VectorIndex.open(folder / "v.faiss")


def cosines(vectors: Matrix, query: Matrix) -> Matrix:
    lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(query)
    return vectors @ query / np.where(lengths > 0, lengths, 1)


@given(matrices, arrays(np.float32, 3, elements=whole), st.integers(0, 15), st.sets(st.integers(0, 40)))
@settings(deadline=None)
def test_search_ranks_the_allowed_rows_by_cosine(vectors: Matrix, query: Matrix, k: int, allowed: set[int]) -> None:
    with TemporaryDirectory() as folder:
        searched = index(Path(folder), vectors)
        expected = cosines(vectors, query)
        for rows in (None, np.isin(np.arange(50), sorted(allowed))):
            ids, scores = searched.search(query, k, rows)
            among = [row for row in range(len(vectors)) if rows is None or 1 + 3 * row in allowed]
            best = sorted((expected[row] for row in among), reverse=True)[:k]
            assert len(set(ids.tolist())) == len(ids)
            assert np.allclose(scores, best, atol=2e-3)
            assert np.allclose(scores, [expected[(row - 1) // 3] for row in ids], atol=2e-3)
            assert set(((ids - 1) // 3).tolist()) <= set(among)


@given(matrices, arrays(np.float32, 3, elements=whole), st.integers(1, 15))
@settings(deadline=None)
def test_to_compare_with_each_finds_what_the_index_finds(vectors: Matrix, query: Matrix, k: int) -> None:
    rows = np.arange(len(vectors), dtype=np.int64)
    with TemporaryDirectory() as folder:
        _, expected = index(Path(folder), vectors).search(query, k)
    ids, scores = nearest(query, rows, vectors, k)
    assert np.allclose(scores, expected, atol=2e-3)
    assert np.allclose(scores, cosines(vectors, query)[ids], atol=2e-3)


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    empty = index(tmp_path, np.empty((0, 3), np.float32))
    assert len(empty) == 0
    assert [found.tolist() for found in empty.search(np.ones(3, np.float32), 5)] == [[], []]


def test_a_question_from_another_encoder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StaleIndex, match=r"vectors of 3 numbers, not 2\. Rebuild it with `argmine index`"):
        index(tmp_path, np.eye(3, dtype=np.float32)).search(np.ones(2, np.float32), 1)


def test_vectors_of_two_lengths_make_no_index(tmp_path: Path) -> None:
    batches = [(np.array([row], np.int64), np.ones((1, row), np.float32)) for row in (2, 3)]
    with pytest.raises(StaleIndex, match="3 and of 2 numbers"):
        VectorIndex.build(tmp_path / "v.faiss", batches)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [None, b"", b"not an index", b"IxMp"])
def test_what_is_no_index_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "v.faiss").write_bytes(content)
    with pytest.raises(StaleIndex, match=r"v\.faiss cannot be read.*argmine index"):
        VectorIndex.open(tmp_path / "v.faiss")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    index(tmp_path, np.ones((1000, 3), np.float32))
    content = (tmp_path / "v.faiss").read_bytes()
    (tmp_path / "cut.faiss").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(StaleIndex, match=r"cut\.faiss cannot be read"):
        VectorIndex.open(tmp_path / "cut.faiss")


def test_an_inverted_file_finds_nearly_what_comparing_with_all_finds(tmp_path: Path) -> None:
    drawn = np.random.default_rng(0)
    centres = drawn.normal(size=(200, 16))
    vectors = (centres[drawn.integers(0, 200, 20_000)] + 0.4 * drawn.normal(size=(20_000, 16))).astype(np.float32)
    ids = np.arange(20_000, dtype=np.int64)
    VectorIndex.build(tmp_path / "v.faiss", [(ids, vectors)], vectors[::8])
    searched, found = VectorIndex.open(tmp_path / "v.faiss"), []
    odd = ids % 2 == 1
    for query in vectors[:100]:
        for rows in (None, odd, ids % 1000 == 7):
            near, _ = searched.search(query, 10, rows)
            assert rows is None or rows[near].all()
            expected = cosines(vectors, query)
            best = np.argsort(-np.where(True if rows is None else rows, expected, -2))[:10]
            found.append(len(set(near.tolist()) & set(best.tolist())) / 10)
    assert np.mean(found) >= 0.95


def test_two_files_are_searched_as_one(tmp_path: Path) -> None:
    VectorIndex.build(tmp_path / "old.faiss", [(np.array([1, 2]), np.eye(2, dtype=np.float32))])
    VectorIndex.build(tmp_path / "new.faiss", [(np.array([7]), np.array([[1, 1]], np.float32))])
    both = VectorIndex.open(tmp_path / "old.faiss", tmp_path / "new.faiss")
    assert len(both) == 3
    assert both.search(np.array([1, 0.9], np.float32), 2)[0].tolist() == [7, 1]
