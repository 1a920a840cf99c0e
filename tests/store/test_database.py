"""The database gives back what it was given, knows every source, and keeps one document for one content."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.errors import Damaged, Locked, NoCorpus, QueryError, StoreError, WrongSchema
from argmine.store import Database, Failure, KnownSource
from argmine.store.connection import FILE, LOCK

from .material import ENCODER, Result, paper, write
from .strategies import results, texts


def tables(folder: Path, kind: str = "table") -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, or of all views."""
    connection = sqlite3.connect(folder / FILE)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))]
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608 (own names)
    connection.close()
    return rows


@given(results())
@settings(deadline=None)
def test_any_document_and_analysis_come_back_equal(result: Result) -> None:
    document, analysis, vectors = result
    with TemporaryDirectory() as folder:
        write(Path(folder), result)
        with Database.open(Path(folder)) as database:
            assert database.document(document.id) == document
            assert database.analysis(document.id) == analysis
            written = [row for _, batch in database.vectors(ENCODER) for row in batch.tolist()]
            assert sorted(written) == sorted(vectors.tolist())
            assert sorted(_each(database)) == sorted(claim.id for claim in analysis.claims)


def _each(database: Database) -> list[str]:
    """The ids of all claims, those of clauses inside their sentences."""
    return [each.id for claim in database.iter_claims() for each in (claim, *claim.clauses)]


@given(results(), results())
@settings(deadline=None, max_examples=50)
def test_the_later_result_of_a_path_replaces_the_earlier_one_without_a_trace(old: Result, new: Result) -> None:
    """But for claims.row_id, which is never used twice, and the generation, which names the history."""
    document = replace(new[0], source=replace(new[0].source, path=old[0].source.path))
    with TemporaryDirectory() as replaced, TemporaryDirectory() as fresh:
        write(Path(fresh), (document, *new[1:]))
        write(Path(replaced), old, (document, *new[1:]))
        for name in ("documents", "texts", "sources", "blocks", "sentences", "citations"):
            assert tables(Path(replaced))[name] == tables(Path(fresh))[name]
        with Database.open(Path(replaced)) as database:
            assert database.analysis(document.id) == new[1]


@given(st.lists(results(), max_size=4, unique_by=(lambda result: result[0].id, lambda result: result[0].source.path)))
@settings(deadline=None, max_examples=40)
def test_what_is_forgotten_is_gone_from_every_table(all_results: list[Result]) -> None:
    with TemporaryDirectory() as name:
        with Database.open(Path(name), write=True) as database:
            for document, analysis, _ in all_results:
                bare = replace(analysis, claims=(), links=(), supports=(), relations=())
                database.write(document, bare, np.zeros((len(bare.searchable), 3), np.float32), ENCODER)
        with Database.open(Path(name), write=True) as database:
            database.forget([document.source.path for document, _, _ in all_results])
        left = {table: rows for table, rows in tables(Path(name)).items() if rows}
        assert set(left) <= {"meta", "sqlite_sequence"}


def test_a_paper_with_claims_links_and_vectors_is_forgotten_whole(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    with Database.open(tmp_path, write=True) as database:
        database.forget(["papers/001.txt", "no such path"])
        assert [claim.title for claim in database.iter_claims()] == ["Paper 2"] * 3
        database.forget(["papers/002.txt"])
    assert {table for table, rows in tables(tmp_path).items() if rows} == {"meta", "sqlite_sequence"}


def test_a_row_id_is_never_given_to_another_claim(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2), paper(2))
    with Database.open(tmp_path) as database:
        assert [claim.row for claim in database.iter_claims()] == [1, 2, 3, 9, 10, 11]


def test_every_source_is_known_with_its_content_and_recipe(tmp_path: Path) -> None:
    with Database.open(tmp_path, write=True) as database:
        database.write(*paper(1), ENCODER)
        database.fail("scan.pdf", "abc", "extract", "scan.pdf has no text layer.", "Run OCR.", "r2")
        assert database.known() == {
            "papers/001.txt": KnownSource(paper(1)[0].source.sha256, "r1", paper(1)[0].id),
            "scan.pdf": KnownSource("abc", "r2", None),
        }
        assert [source.failed for source in database.known().values()] == [False, True]
        assert database.failures() == (
            Failure("scan.pdf", "abc", "r2", "extract", "scan.pdf has no text layer.", "Run OCR."),
        )


def test_a_source_that_fails_loses_its_older_document_and_one_that_is_mended_its_failure(tmp_path: Path) -> None:
    with Database.open(tmp_path, write=True) as database:
        for _ in range(2):
            database.write(*paper(1), ENCODER)
            assert not database.failures()
            database.fail("papers/001.txt", "abc", "extract", "Damaged.", "", "r1")
            assert database.counts() == dict.fromkeys(database.counts(), 0) | {"failures": 1}


def test_a_changed_file_takes_the_place_of_its_older_content(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2, path="papers/001.txt"))
    with Database.open(tmp_path) as database:
        assert {claim.title for claim in database.iter_claims()} == {"Paper 2"}
        assert list(database.known()) == ["papers/001.txt"]


def test_copies_share_a_document_until_the_last_is_gone(tmp_path: Path) -> None:
    document, analysis, vectors = paper(1)
    with Database.open(tmp_path, write=True) as database:
        database.write(document, analysis, vectors, ENCODER)
        database.link_source("copy.txt", document.source.sha256, document.id)
        assert database.counts()["documents"] == 1
        database.forget(["papers/001.txt"])
        assert database.document(document.id).source.path == "copy.txt"
        database.fail("copy.txt", "abc", "extract", "Damaged.", "", "r1")
        assert database.counts()["documents"] == 0


def test_a_document_read_anew_keeps_its_copies_and_gives_them_its_recipe(tmp_path: Path) -> None:
    document, analysis, vectors = paper(1)
    with Database.open(tmp_path, write=True) as database:
        database.write(document, analysis, vectors, ENCODER)
        database.link_source("copy.txt", document.source.sha256, document.id)
        database.write(document, replace(analysis, recipe="r2"), vectors, ENCODER)
        assert {path: source.recipe for path, source in database.known().items()} == {
            "copy.txt": "r2",
            "papers/001.txt": "r2",
        }


def test_linking_a_path_twice_changes_nothing_and_to_no_document_is_an_error(tmp_path: Path) -> None:
    document, analysis, vectors = paper(1)
    with Database.open(tmp_path, write=True) as database:
        database.write(document, analysis, vectors, ENCODER)
        before = database.generation()
        database.link_source(document.source.path, document.source.sha256, document.id)
        assert database.document(document.id) == document
        assert database.generation() == before
        with pytest.raises(StoreError, match="nowhere"):
            database.link_source("copy.txt", "abc", "nowhere")


def test_the_generation_names_the_history_of_documents_and_not_of_failures(tmp_path: Path) -> None:
    with Database.open(tmp_path / "one", write=True) as one, Database.open(tmp_path / "two", write=True) as two:
        names = [one.generation()]
        for change in (
            lambda database: database.write(*paper(1), ENCODER),
            lambda database: database.write(*paper(1), "another encoder"),
            lambda database: database.write(*paper(2), ENCODER),
            lambda database: database.forget(["papers/001.txt"]),
        ):
            change(one)
            change(two)
            assert one.generation() == two.generation()
            names.append(one.generation())
        assert len(set(names)) == len(names)
        one.fail("scan.pdf", "", "extract", "No text layer.", "", "r1")
        assert one.generation() == names[-1]


def test_counts(tmp_path: Path) -> None:
    write(tmp_path, paper(1), paper(2))
    with Database.open(tmp_path) as database:
        assert database.counts() == {
            "documents": 2,
            "pages": 4,
            "sentences": 6,
            "claims": 6,
            "passages": 2,
            "citations": 2,
            "links": 6,
            "unresolved": 2,
            "articles": 0,
            "failures": 0,
        }


def broken_results() -> list[tuple[str, Result]]:
    document, analysis, vectors = paper(1)
    first, *others = analysis.claims
    return [
        ("another document", (document, replace(analysis, document_id="x"), vectors)),
        ("4 claims and passages and 2 vectors", (document, analysis, vectors[:2])),
        ("two claims of one id", (document, replace(analysis, claims=(first, first, *others[1:])), vectors)),
        ("a claim that it lacks", (document, replace(analysis, supports=(("x", 0),)), vectors)),
        ("a citation that it lacks", (document, replace(analysis, citations=()), vectors)),
        ("not finite", (document, analysis, vectors * np.float32(np.nan))),
        ("not finite", (document, analysis, vectors + np.float32(np.inf))),
    ]


@pytest.mark.parametrize(("reason", "result"), broken_results())
def test_a_result_that_contradicts_itself_is_refused_and_nothing_is_lost(
    tmp_path: Path, reason: str, result: Result
) -> None:
    write(tmp_path, paper(1))
    before = tables(tmp_path)
    with pytest.raises(StoreError, match=reason):
        write(tmp_path, result)
    assert tables(tmp_path) == before


def test_text_that_is_no_text_is_one_damaged_source_and_nothing_is_lost(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    before = tables(tmp_path)
    document, analysis, vectors = paper(1)
    with pytest.raises(Damaged, match="Half a character"):
        write(tmp_path, (replace(document, text=f"{document.text}\ud800"), analysis, vectors))
    assert tables(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_file_name_that_is_not_unicode_is_kept_as_it_is(tmp_path: Path) -> None:
    path, other = os.fsdecode(b"caf\xe9.pdf"), os.fsdecode(b"\xff.pdf")
    with Database.open(tmp_path, write=True) as database:
        database.write(*paper(1, path), ENCODER)
        database.fail(other, "", "extract", f"{other} is empty.", "", "r1")
        assert set(database.known()) == {path, other}
        assert {claim.source for claim in database.iter_claims()} == {path}
        assert database.failures()[0].reason == r"\udcff.pdf is empty."
        database.forget([path, other])
        assert database.known() == {}


@given(texts)
@settings(max_examples=20, deadline=None)
def test_what_is_not_there_is_a_query_error(name: str) -> None:
    with TemporaryDirectory() as folder:
        Database.open(Path(folder), write=True).close()
        with Database.open(Path(folder)) as database:
            for question in (database.document, database.analysis, database.claim):
                with pytest.raises(QueryError, match=r"There is no|No \w+ is named"):
                    question(name)


def test_reading_where_nothing_was_ingested_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(NoCorpus, match="argmine ingest FOLDER"):
        Database.open(tmp_path)
    (tmp_path / FILE).touch()
    with pytest.raises(NoCorpus, match="argmine ingest FOLDER"):
        Database.open(tmp_path)


def test_a_second_writer_is_told_which_file_is_held_and_a_reader_is_not_kept_waiting(tmp_path: Path) -> None:
    with Database.open(tmp_path, write=True) as writer:
        writer.write(*paper(1), ENCODER)
        with pytest.raises(Locked, match=rf"{LOCK}.*Wait"):
            Database.open(tmp_path, write=True, patience=0)
        with Database.open(tmp_path) as reader:
            writer.write(*paper(2), ENCODER)
            assert reader.counts()["documents"] == 1
        with Database.open(tmp_path) as reader:
            assert reader.counts()["documents"] == 2
    Database.open(tmp_path, write=True).close()


def test_after_a_clean_close_the_folder_holds_one_database_file(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    with Database.open(tmp_path) as database:
        database.claim(paper(1)[1].claims[0].id)
    assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK}


def test_a_folder_that_cannot_be_written_to_is_read_as_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, paper(1))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Database.open(tmp_path) as database:
        assert database.counts()["documents"] == 1
        assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK}


def test_a_reader_cannot_change_anything(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    with Database.open(tmp_path) as database, pytest.raises(StoreError, match=r"readonly|within a transaction"):
        database.forget(["papers/001.txt"])


@pytest.mark.parametrize("mode", [True, False])
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("PRAGMA user_version = 99", "has schema 99; this argmine knows up to 8. Use a newer argmine."),
        ("PRAGMA application_id = 1", "is not a database of argmine."),
    ],
)
def test_a_database_of_another_version_or_program_is_left_alone(
    tmp_path: Path, mode: bool, script: str, reason: str
) -> None:
    write(tmp_path, paper(1))
    connection = sqlite3.connect(tmp_path / FILE)
    connection.executescript(script)
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(WrongSchema) as error:
        Database.open(tmp_path, write=mode)
    assert reason in str(error.value)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_file_that_is_no_database_is_named_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database " * 100)
    for mode in (True, False):
        with pytest.raises(StoreError, match=r"argmine\.db.*delete it and run `argmine ingest FOLDER`"):
            Database.open(tmp_path, write=mode)


def test_a_damaged_database_is_named_with_the_way_out(tmp_path: Path) -> None:
    write(tmp_path, *(paper(number) for number in range(20)))
    content = bytearray((tmp_path / FILE).read_bytes())
    half = len(content) // 2
    content[half:] = b"\xaa" * (len(content) - half)
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(StoreError, match="delete it and run"), Database.open(tmp_path) as database:
        for document_id in {claim.document_id for claim in database.iter_claims()}:
            database.document(document_id)


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made: Not a directory"):
        Database.open(tmp_path / "file" / "corpus", write=True)


def test_every_view_can_be_read(tmp_path: Path) -> None:
    write(tmp_path, paper(1))
    rows = tables(tmp_path, "view")
    assert sorted(row[:2] for row in rows["provision_claims"]) == [
        ("OST:I(2)", "explicit"),
        ("OST:II", "anaphoric"),
        ("OST:II", "explicit"),
    ]
    assert rows["unresolved_mentions"][0][:2] == ("the United Nations", "no article is named")
    assert {row[1]: row[3] for row in rows["holders"]} == {"author": 2, "Ruritania": 1}
    assert rows["authorities_of_claims"][0][1] == "A/RES/62/101"
    assert rows["treaty_articles"] == rows["failures"] == []
