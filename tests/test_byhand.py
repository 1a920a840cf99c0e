"""What a person puts right of a claim holds over ingests and can be taken back; a document that is dropped is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmine.errors import QueryError, StoreError
from argmine.intake import compare_all, drop, make_plan, read_here, run
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, check_writable
from argmine.types import Correction
from argmine.view.answers.byhand import corrections_of, of_claim, records
from tests.conftest import Silent

TEXT = "Article II of the Outer Space Treaty prohibits private ownership of ice."


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("byhand")
    (folder / "sources").mkdir()
    (folder / "sources" / "one.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(corpus=str(folder / "corpus"))
    ingest(settings)
    return settings


def ingest(settings: Settings) -> None:
    with make_plan([str(settings.folder.parent / "sources")], settings) as plan:
        run(plan, settings, read_here, Silent())


def only(database: Database) -> ClaimRow:
    (claim,) = database.iter_claims()
    return claim


def test_a_claim_is_put_right_and_as_it_was_when_that_is_taken_back(settings: Settings) -> None:
    with Database.open(settings.folder, write=True) as database:
        found = only(database)
        for kind, value in (("stance", "limits"), ("held", "Belgium"), ("provision", "OST:VI, OST:I(2)")):
            database.correct(of_claim(database, kind, found.id, value))
        compare_all(database)
        right = only(database)
        assert (right.stance, right.holder.id, right.attribution) == ("limits", "state:BEL", "reported")
        assert [(str(link.provision), link.method) for link in right.links] == [
            ("OST:VI", "by hand"), ("OST:I(2)", "by hand"),
        ]  # fmt: skip
        assert {each.provision for each in database.positions()} == {"OST:VI", "OST:I"}
        for kind in ("stance", "held", "provision"):
            database.take_back(kind, found.id)
        compare_all(database)
        assert only(database) == found


def test_corrections_are_read_back_and_outlive_a_document_that_was_dropped(settings: Settings) -> None:
    with Database.open(settings.folder, write=True) as database:
        database.correct(of_claim(database, "stance", only(database).id, "open"))
        kept = [json.dumps(record) for record in records(database.corrections())]
        assert corrections_of(kept, "kept") == list(database.corrections())
        assert drop(database, "one.txt") == (f"{settings.folder.parent}/sources/one.txt",)
        assert (database.counts()["documents"], database.counts()["claims"]) == (0, 0)
    ingest(settings)
    with Database.open(settings.folder, write=True) as database:
        assert only(database).stance == "open"
        assert drop(database, database.known()[f"{settings.folder.parent}/sources/one.txt"].document_id or "")
    ingest(settings)


@pytest.mark.parametrize(
    "line",
    ["", "no", "[]", '{"kind": "stance", "target": "x", "value": "[1]"}', '{"kind": "x", "target": "x", "value": ""}'],
)
def test_what_is_no_correction_is_refused_with_its_line(line: str) -> None:
    if not line:
        assert corrections_of([line], "mine.jsonl") == []
        return
    with pytest.raises(QueryError, match=r"mine\.jsonl, line 2"):
        corrections_of(["", line], "mine.jsonl")


@pytest.mark.parametrize(
    ("kind", "value", "fault"),
    [
        ("held", ["X", "bogus", "id", "own"], "no correction"),
        ("held", ["X", "state", "id", "nonsense"], "no correction"),
        ("held", ["X", "state", "id"], "no correction"),
        ("provision", [["OST"]], "no correction"),
        ("provision", [["NOPE", ["1"]]], "no instrument has the code 'NOPE'"),
        ("provision", [["OST", ["II"]], ["OST", ["999"]]], "OST has no article 999"),
        ("provision", [["OST", ["2"]]], "OST has no article 2"),
    ],
)
def test_values_that_argmine_does_not_know_are_refused(kind: str, value: object, fault: str) -> None:
    line = json.dumps({"kind": kind, "target": "x", "value": json.dumps(value)})
    with pytest.raises(QueryError, match=rf"^mine, line 1: {fault}\."):
        corrections_of([line], "mine")


@pytest.mark.parametrize(
    ("one", "other", "fault"), [("a@OST:II", "a@OST:II", "with itself"), ("a@OST:II", "b@OST:VI", "of two provisions")]
)
def test_a_reading_is_merged_with_another_of_its_provision_only(one: str, other: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        corrections_of([json.dumps({"kind": "merge", "target": one, "value": other})], "mine")


@pytest.mark.parametrize("value", ["", ",", " , "])
def test_no_provision_has_to_be_said_in_words(settings: Settings, value: str) -> None:
    with Database.open(settings.folder) as database, pytest.raises(QueryError, match="No provision is given"):
        of_claim(database, "provision", only(database).id, value)


def test_corrections_of_claims_that_are_not_there_are_counted(settings: Settings) -> None:
    with Database.open(settings.folder) as database:
        targets = (only(database).id, "none-1-2")
        assert database.waiting([Correction("stance", target, '["open"]') for target in targets]) == 1
        assert database.waiting([Correction("holder", "none", "other")]) == 0


def test_a_document_that_nobody_knows_is_not_dropped(settings: Settings) -> None:
    with Database.open(settings.folder, write=True) as database, pytest.raises(QueryError, match="two"):
        drop(database, "two.txt")


def test_a_folder_that_is_read_only_is_said_so_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StoreError, match=r"is read-only\. Copy it .* with --corpus\.$"):
        check_writable(tmp_path)
