"""The indexes answer for the database that they were built from, and for no other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from argmine.errors import Locked, NoCorpus, StaleIndex, StoreError
from argmine.store import Database, open_indexes, reindex
from argmine.store.connection import FILE, LOCK
from argmine.store.indexes import MANIFEST

from .material import ENCODER, paper, write


def names(folder: Path) -> set[str]:
    with Database.open(folder) as database:
        generation = database.generation()
    return {path.name.replace(generation, "GENERATION") for path in folder.iterdir()}


def found(folder: Path, encoder: str = ENCODER) -> tuple[list[int], list[int]]:
    """The nearest claim by vector, and those with the word "extraction"."""
    with Database.open(folder) as database:
        indexes = open_indexes(database, encoder)
        vectors, _ = indexes.vectors.search(np.array([0, 1, 0], np.float32), 1)
        words, _ = indexes.fulltext.search("extraction", 10)
        return vectors.tolist(), sorted(words.tolist())


def test_both_indexes_are_built_from_the_database_and_nothing_is_left_over(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    assert reindex(tmp_path, ENCODER)
    assert found(tmp_path) == ([2], [2, 5])
    assert names(tmp_path) == {FILE, LOCK, MANIFEST, "vectors-GENERATION.faiss", "fulltext-GENERATION"}


def test_what_is_in_order_is_not_built_again(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    assert [reindex(tmp_path, ENCODER) for _ in range(2)] == [True, False]


def test_an_index_older_than_its_database_is_refused_and_replaced(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    reindex(tmp_path, ENCODER)
    with Database.open(tmp_path, write=True) as database:
        database.forget(["papers/001.txt"])
    with pytest.raises(StaleIndex, match=r"older than its database\. Rebuild it with `argmine index`"):
        found(tmp_path)
    assert reindex(tmp_path, ENCODER)
    assert found(tmp_path) == ([5], [5])
    assert names(tmp_path) == {FILE, LOCK, MANIFEST, "vectors-GENERATION.faiss", "fulltext-GENERATION"}


def test_a_question_of_another_encoder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    with pytest.raises(StaleIndex, match=r"holds vectors of test-3, not of another\. Rebuild it with `argmine index`"):
        found(tmp_path, "another")
    with pytest.raises(StaleIndex, match=r"3 claims have no vector of another\. Run `argmine ingest FOLDER` again"):
        reindex(tmp_path, "another")
    assert found(tmp_path) == ([2], [2])


def test_a_database_half_way_to_another_encoder_makes_no_index(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    write(tmp_path, paper(1), encoder="another")
    with pytest.raises(StaleIndex, match="3 claims have no vector of another"):
        reindex(tmp_path, "another")


def test_without_an_index_the_command_that_makes_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    with pytest.raises(StaleIndex, match=r"has no index yet\. Make it with `argmine index`"):
        found(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"generation": 1}', "\udcff"])
def test_a_broken_manifest_is_mended(tmp_path: Path, content: str) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    (tmp_path / MANIFEST).write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(StaleIndex, match="argmine index"):
        found(tmp_path)
    assert reindex(tmp_path, ENCODER)
    assert found(tmp_path) == ([2], [2])


@pytest.mark.parametrize("name", ["vectors-*", "fulltext-*/meta.json", "fulltext-*/*.fast"])
def test_a_damaged_index_is_mended(tmp_path: Path, name: str) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    (damaged,) = tmp_path.glob(name)
    damaged.write_bytes(b"")
    with pytest.raises(StaleIndex, match="argmine index"):
        found(tmp_path)
    assert reindex(tmp_path, ENCODER)
    assert found(tmp_path) == ([2], [2])


def test_an_index_of_an_older_form_is_built_anew(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    built = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    (tmp_path / MANIFEST).write_text(json.dumps(built | {"form": 0}), encoding="utf-8")
    assert reindex(tmp_path, ENCODER)


def test_a_corpus_without_claims_has_an_index_that_finds_nothing(tmp_path: Path) -> None:
    Database.open(tmp_path, write=True).close()
    assert [reindex(tmp_path, ENCODER) for _ in range(2)] == [True, False]
    assert found(tmp_path) == ([], [])


def test_no_index_is_made_where_there_is_no_corpus_or_while_another_writes(tmp_path: Path) -> None:
    with pytest.raises(NoCorpus):
        reindex(tmp_path / "absent", ENCODER)
    with Database.open(tmp_path, write=True), pytest.raises(Locked):
        reindex(tmp_path, ENCODER)


def test_a_disk_that_is_full_leaves_the_old_pair_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    before = (tmp_path / MANIFEST).read_bytes()
    write(tmp_path, paper(2))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("argmine.store.fulltext.FullTextIndex.build", full)
    with pytest.raises(StoreError, match=r"cannot be written: .*No space left.*argmine index"):
        reindex(tmp_path, ENCODER)
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_an_index_in_use_survives_its_replacement(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    with Database.open(tmp_path) as database:
        indexes = open_indexes(database, ENCODER)
        write(tmp_path, paper(2))
        reindex(tmp_path, ENCODER)
        assert indexes.vectors.search(np.array([0, 1, 0], np.float32), 1)[0].tolist() == [2]
        assert indexes.fulltext.search("extraction", 10)[0].tolist() == [2]
        assert [claim.row for claim in database.claims([2, 5])] == [2]
