"""The indexes answer for the database that they were built from, and for no other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from argmine.errors import Locked, NoCorpus, StaleIndex, StoreError
from argmine.store import Database, Filters, open_indexes, reindex
from argmine.store.connection import FILE, LOCK
from argmine.store.indexes.facets import Facets
from argmine.store.indexes.publishing import MANIFEST

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
    assert found(tmp_path) == ([2], [2, 6])
    assert names(tmp_path) == {FILE, LOCK, MANIFEST, "index-GENERATION"}


def test_what_is_in_order_is_not_built_again(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    assert [reindex(tmp_path, ENCODER) for _ in range(2)] == [True, False]


def test_an_index_older_than_its_database_is_still_searched_until_it_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    reindex(tmp_path, ENCODER)
    with Database.open(tmp_path, write=True) as database:
        database.forget(["papers/001.txt"])
    with Database.open(tmp_path) as database:
        assert not open_indexes(database, ENCODER).current
        assert [claim.row for claim in database.claims([2, 6])] == [6]
    assert found(tmp_path) == ([2], [2, 6])
    assert reindex(tmp_path, ENCODER)
    assert found(tmp_path) == ([6], [6])
    assert names(tmp_path) == {FILE, LOCK, MANIFEST, "index-GENERATION"}


def test_a_question_of_another_encoder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    with pytest.raises(StaleIndex, match=r"of test-3, not of another\. Ask with --encoder test-3, or run `argmine"):
        found(tmp_path, "another")
    with pytest.raises(StaleIndex, match=r"4 sentences have no vector of another\. Run `argmine ingest FOLDER` again"):
        reindex(tmp_path, "another")
    assert found(tmp_path) == ([2], [2])


def test_a_database_half_way_to_another_encoder_makes_no_index(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    write(tmp_path, paper(1), encoder="another")
    with pytest.raises(StaleIndex, match="4 sentences have no vector of another"):
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


@pytest.mark.parametrize(
    "name", ["vectors.faiss", "newer.faiss", "fulltext/meta.json", "fulltext/*.fast", "facets.npy", "postings.npy"]
)
def test_a_damaged_index_is_mended(tmp_path: Path, name: str) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    (damaged,) = tmp_path.glob(f"index-*/{name}")
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
        reindex(tmp_path, ENCODER, patience=0)


def test_a_disk_that_is_full_leaves_the_old_pair_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, paper(1))
    reindex(tmp_path, ENCODER)
    before = (tmp_path / MANIFEST).read_bytes()
    write(tmp_path, paper(2))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("argmine.store.indexes.fulltext.FullTextIndex.build", full)
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
        assert [claim.row for claim in database.claims([2, 6])] == [2]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every corpus counts as large: changes are added to the indexes that there are."""
    monkeypatch.setattr("argmine.store.indexes.publishing.SMALL", 0)
    monkeypatch.setattr("argmine.store.indexes.publishing._GONE", 0.5)


def everything(folder: Path) -> tuple[object, ...]:
    """What the indexes find, by any way."""
    with Database.open(folder) as database:
        indexes = open_indexes(database, ENCODER)
        query, live = np.array([0.3, 0.5, 0.1], np.float32), indexes.facets.live
        near = indexes.vectors.search(query, 20, live)[0].tolist()
        words = indexes.fulltext.search("extraction forbids", 20)[0].tolist()
        filters = (
            Filters(kinds=("normative",)), Filters(holders=("Ruritania",)), Filters(cites=("a/res/62/101",)),
            Filters(claims_only=True), Filters(kinds=("none",)), Filters(stances=("none",)), Filters(regions=("note",)),
        )  # fmt: skip
        allowed = [np.flatnonzero(database.allowed(indexes.facets, indexes.postings, each)) for each in filters]
        return sorted(near), sorted(words), [rows.tolist() for rows in allowed], len(indexes.fulltext)


@pytest.mark.usefixtures("large")
def test_a_changed_index_finds_what_one_built_anew_finds(tmp_path: Path) -> None:
    write(tmp_path, *map(paper, range(1, 9)))
    reindex(tmp_path, ENCODER)
    before = settled(tmp_path)
    for step in (
        lambda: write(tmp_path, paper(20), paper(21)),
        lambda: forget(tmp_path, 3),
        lambda: forget(tmp_path, 21),
    ):
        step()
        assert reindex(tmp_path, ENCODER)
        changed = everything(tmp_path)
        assert settled(tmp_path) == before
    (tmp_path / MANIFEST).unlink()
    reindex(tmp_path, ENCODER)
    assert settled(tmp_path) > before
    assert everything(tmp_path) == changed


@pytest.mark.usefixtures("large")
def test_an_index_of_which_much_is_gone_is_built_anew(tmp_path: Path) -> None:
    write(tmp_path, *map(paper, range(1, 5)))
    reindex(tmp_path, ENCODER)
    for number in (1, 2, 3):
        forget(tmp_path, number)
        reindex(tmp_path, ENCODER)
    with Database.open(tmp_path) as database:
        assert not open_indexes(database, ENCODER).holds_gone


def settled(folder: Path) -> int:
    """The last row id in the file of vectors that changes leave as it is."""
    return int(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["settled"])


def forget(folder: Path, number: int) -> None:
    with Database.open(folder, write=True) as database:
        database.forget([f"papers/{number:03}.txt"])


def test_facets_tell_claims_and_what_stands_in_notes() -> None:
    claimed = ("normative", None, "body", "author", "paper", "en", None)
    noted = (None, None, "note", None, "paper", "en", None)
    facets = Facets.of([(1, *claimed), (2, *noted)])
    assert (facets.claims([1, 2]), facets.in_notes([1, 2])) == ([True, False], [False, True])
    assert facets.in_notes([]) == []
