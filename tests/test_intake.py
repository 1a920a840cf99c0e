"""An ingest does what is new, changed or gone, and nothing else; whatever fails is kept and named."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from argmine.commands.ingest import index
from argmine.errors import Locked, ModelError, OlderSchema, SourceError
from argmine.intake import Job, Outcome, Plan, Report, drop, make_plan, read_here, run
from argmine.settings import Settings
from argmine.store import Database
from argmine.store.connection import MIGRATIONS
from tests.conftest import Silent


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(corpus=str(tmp_path / "processed"))


def ingest(sources: Path, settings: Settings, *, retry: bool = False) -> Report:
    with make_plan([str(sources)], settings, retry=retry) as plan:
        return run(plan, settings, read_here, Silent())


def planned(sources: Path, settings: Settings, *, retry: bool = False) -> Plan:
    with make_plan([str(sources)], settings, retry=retry) as plan:
        return plan


def dump(settings: Settings) -> list[str]:
    with sqlite3.connect(settings.folder / "argmine.db") as database:
        return list(database.iterdump())


def test_a_first_ingest_reads_everything(sources: Path, settings: Settings) -> None:
    report = ingest(sources, settings)
    assert (report.read, report.claims, report.links, report.failures) == (3, 3, 3, [])


def test_a_second_ingest_does_nothing(sources: Path, settings: Settings) -> None:
    ingest(sources, settings)
    before = dump(settings)
    plan = planned(sources, settings)
    assert plan.is_empty
    assert len(plan.unchanged) == 3
    ingest(sources, settings)
    assert dump(settings) == before


def test_a_changed_file_is_read_again_and_one_that_is_gone_is_forgotten(sources: Path, settings: Settings) -> None:
    ingest(sources, settings)
    (sources / "one.txt").write_text("Article I of the OST permits all States to mine the Moon.", encoding="utf-8")
    (sources / "two.txt").unlink()
    report = ingest(sources, settings)
    assert (report.read, report.unchanged, report.removed) == (1, 1, 1)
    with Database.open(settings.folder) as database:
        assert [Path(name).name for name in database.known()] == ["one.txt", "three.md"]
        assert {str(link.provision) for claim in database.iter_claims() for link in claim.links} == {"OST:I", "OST:VI"}


def test_copies_of_a_file_are_one_document(sources: Path, settings: Settings) -> None:
    (sources / "copy.txt").write_bytes((sources / "one.txt").read_bytes())
    assert ingest(sources, settings).read == 3
    with Database.open(settings.folder) as database:
        assert len({known.document_id for known in database.known().values()}) == 3
    assert planned(sources, settings).is_empty


def test_of_two_files_with_the_same_content_a_wrong_name_does_not_spoil_the_right_one(
    sources: Path, settings: Settings
) -> None:
    (sources / "one.pdf").write_bytes((sources / "one.txt").read_bytes())
    report = ingest(sources, settings)
    assert (report.read, report.failures) == (3, [])
    with Database.open(settings.folder) as database:
        assert [Path(name).name for name in database.known()] == ["one.pdf", "one.txt", "three.md", "two.txt"]


def test_a_bad_file_is_named_with_its_reason_and_stops_nothing(sources: Path, settings: Settings) -> None:
    (sources / "empty.pdf").write_bytes(b"")
    (sources / "table.xlsx").write_bytes(b"PK\x03\x04 no table")
    report = ingest(sources, settings)
    assert report.read == 3
    assert [Path(failure.path).name for failure in report.failures] == ["empty.pdf", "table.xlsx"]
    assert all(failure.reason and failure.hint for failure in report.failures)


def test_a_failure_is_not_tried_again_unless_asked(sources: Path, settings: Settings) -> None:
    (sources / "empty.pdf").write_bytes(b"")
    first, second = ingest(sources, settings), ingest(sources, settings)
    assert (len(first.failures), first.failed_before, second.failures, second.failed_before) == (1, 0, [], 1)
    assert planned(sources, settings).is_empty
    assert [Path(job.path).name for job in planned(sources, settings, retry=True).jobs] == ["empty.pdf"]


def test_an_ingest_that_is_cut_short_and_run_again_ends_as_one_that_was_not(
    sources: Path, settings: Settings, tmp_path: Path
) -> None:
    class CutError(Exception):
        pass

    def cut(jobs: Sequence[Job], settings: Settings) -> Iterator[Outcome]:
        yield next(read_here(jobs, settings))
        raise CutError

    with pytest.raises(CutError):
        run(planned(sources, settings), settings, cut, Silent())
    ingest(sources, settings)
    whole = Settings(corpus=str(tmp_path / "whole"))
    ingest(sources, whole)
    assert dump(settings) == dump(whole)


@pytest.mark.parametrize("made", range(1, len(MIGRATIONS)))
def test_a_database_of_an_older_schema_is_brought_up(
    sources: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, made: int
) -> None:
    """So is one of which the making was cut short."""
    with monkeypatch.context() as patched:
        patched.setattr("argmine.store.connection.MIGRATIONS", MIGRATIONS[:made])
        Database.open(settings.folder, write=True).close()
    with pytest.raises(OlderSchema, match=f"older schema {made}"):
        Database.open(settings.folder)
    assert len(planned(sources, settings).jobs) == 3
    Database.open(settings.folder).close()


def test_an_older_schema_is_brought_up_without_the_sources(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("argmine.store.connection.MIGRATIONS", MIGRATIONS[:-1])
        Database.open(settings.folder, write=True).close()
    with pytest.raises(OlderSchema, match="`argmine index` brings it up"):
        Database.open(settings.folder)
    index(settings.corpus)
    Database.open(settings.folder).close()


def test_a_folder_that_does_not_exist_is_said_so(settings: Settings) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        planned(Path("nowhere"), settings)


def test_a_model_that_is_missing_stops_the_ingest_and_blames_no_source(sources: Path, settings: Settings) -> None:
    wrong = Settings(corpus=settings.corpus, encoder=str(sources / "no-model"))
    with pytest.raises(ModelError):
        ingest(sources, wrong)
    assert not settings.folder.exists()


def test_who_plans_and_writes_loads_neither_spacy_nor_torch() -> None:
    code = "import sys, argmine.intake, argmine.commands.ingest; print({'torch', 'spacy'} & set(sys.modules))"
    run_ = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run_.stdout.strip() == "set()"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.zip"])
def test_a_pipe_among_the_sources_is_listed_and_not_waited_for(sources: Path, settings: Settings, name: str) -> None:
    os.mkfifo(sources / name)
    report = ingest(sources, settings)
    assert (report.read, [each.reason for each in report.failures]) == (
        3,
        [f"{(sources / name).as_posix()} is no file."],
    )
    assert planned(sources, settings).is_empty


def test_links_that_lead_nowhere_or_out_are_listed_once(sources: Path, settings: Settings, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "other.txt").write_text("Article II of the OST.", encoding="utf-8")
    targets = {
        "nowhere.md": tmp_path / "none",
        "out.txt": outside / "other.txt",
        "folder": outside,
        "self.txt": "self.txt",
    }
    for name, target in {**targets, "within.txt": "one.txt"}.items():
        (sources / name).symlink_to(target)
    report = ingest(sources, settings)
    told = {Path(each.path).name: each.reason.removeprefix(each.path) for each in report.failures}
    assert (report.read, told) == (3, {
        "nowhere.md": " is a link that leads nowhere.", "self.txt": " is a link that leads nowhere.",
        "out.txt": " is a link out of its folder.", "folder": " is a link out of its folder.",
    })  # fmt: skip
    assert planned(sources, settings).is_empty
    again = ingest(sources, settings)
    assert (again.failures, again.failed_before) == ([], 4)


def test_while_sources_are_read_others_may_write_but_no_second_ingest_runs(sources: Path, settings: Settings) -> None:
    others = []

    def reading(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, Outcome]]:
        for job, outcome in read_here(jobs, settings):
            with Database.open(settings.folder, write=True, patience=0) as database:
                others.append(database.counts()["documents"])
            with pytest.raises(Locked, match=r"ingest\.lock"):
                run(Plan(), settings, read_here, Silent())
            yield job, outcome

    run(planned(sources, settings), settings, reading, Silent())
    assert others == [0, 1, 2]


def test_a_copy_whose_document_was_dropped_meanwhile_is_listed(sources: Path, settings: Settings) -> None:
    shutil.copy(sources / "one.txt", sources / "zero.txt")

    def dropped(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, Outcome]]:
        yield from read_here(jobs, settings)
        with Database.open(settings.folder, write=True) as database:
            drop(database, "one.txt")

    report = run(planned(sources, settings), settings, dropped, Silent())
    assert [(Path(each.path).name, each.hint) for each in report.failures] == [("zero.txt", "Run the ingest again.")]
