"""Places that an ingest reads from, end to end: archives, addresses, manifests, passwords; and what changes later."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.errors import SourceError
from argmine.intake import Report, make_plan, read_here, run
from argmine.settings import Settings
from argmine.store import Database
from tests.conftest import Silent

CLAIM = "Article II of the Outer Space Treaty prohibits private ownership of ice."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(corpus=str(tmp_path / "processed"))


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """A remote place that is empty before and after."""
    system = fsspec.filesystem("memory")
    yield system
    for path in system.ls("/", detail=False):
        system.rm(path, recursive=True)


def ingest(settings: Settings, *places: str | Path, manifests: tuple[Path, ...] = (), retry: bool = False) -> Report:
    given = [str(manifest) for manifest in manifests]
    with make_plan([str(place) for place in places], settings, manifests=given, retry=retry) as plan:
        return run(plan, settings, read_here, Silent())


def titles(settings: Settings) -> dict[str, str | None]:
    """The title of each document by the name of its source; None for a source that failed."""
    with Database.open(settings.folder) as database:
        known = {Path(path).name: source.document_id for path, source in database.known().items()}
        return {name: database.document(of).metadata.title if of else None for name, of in known.items()}


def paths(settings: Settings) -> list[str]:
    with Database.open(settings.folder) as database:
        return list(database.known())


def put(folder: Path, **files: str) -> Path:
    """A folder with these texts; dots are written as two underscores."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def packed(archive: Path, **files: str) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in files.items():
            out.writestr(name.replace("__", "."), text)
    return archive


def test_an_archive_is_read_and_what_left_it_is_forgotten(tmp_path: Path, settings: Settings) -> None:
    box = packed(tmp_path / "box.zip", a__txt=CLAIM, b__txt=f"{CLAIM} Twice.")
    assert ingest(settings, box).read == 2
    assert paths(settings) == [f"{box}/a.txt", f"{box}/b.txt"]
    assert ingest(settings, box).unchanged == 2
    packed(box, a__txt=CLAIM)
    assert ingest(settings, box).removed == 1
    assert paths(settings) == [f"{box}/a.txt"]


def test_a_file_in_an_archive_and_beside_it_is_one_document(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM)
    packed(folder / "box.zip", b__txt=CLAIM)
    report = ingest(settings, folder)
    assert (report.read, report.unchanged) == (1, 1)


def test_an_archive_that_is_damaged_stops_nothing(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM)
    (folder / "box.zip").write_bytes(b"PK\x03\x04 and no more")
    report = ingest(settings, folder)
    assert report.read == 1
    assert [(Path(failure.path).name, failure.stage) for failure in report.failures] == [("box.zip", "fetch")]


def test_an_address_is_read_under_its_name(memory: fsspec.AbstractFileSystem, settings: Settings) -> None:
    memory.pipe({"/corpus/a.txt": CLAIM.encode(), "/corpus/sub/b.txt": f"{CLAIM} Twice.".encode()})
    assert ingest(settings, "memory://corpus").read == 2
    assert paths(settings) == ["memory://corpus/a.txt", "memory://corpus/sub/b.txt"]
    memory.rm("/corpus/a.txt")
    assert ingest(settings, "memory://corpus").removed == 1


def test_an_address_that_fails_is_listed_and_what_is_known_of_it_stays(
    memory: fsspec.AbstractFileSystem, tmp_path: Path, settings: Settings
) -> None:
    memory.pipe("/corpus/a.txt", CLAIM.encode())
    ingest(settings, "memory://corpus")
    memory.rm("/corpus", recursive=True)
    report = ingest(settings, "memory://corpus", put(tmp_path / "papers", b__txt=f"{CLAIM} Twice."))
    assert (report.read, report.removed) == (1, 0)
    assert [failure.reason for failure in report.failures] == ["There is nothing at memory://corpus."]
    assert "memory://corpus/a.txt" in paths(settings)


def test_a_manifest_wins_and_a_change_of_it_is_heeded(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, manifest__csv='file,title,authors\na.txt,On Ice,"Doe, Ada"\n')
    ingest(settings, folder)
    assert titles(settings) == {"a.txt": "On Ice"}
    assert ingest(settings, folder).unchanged == 1
    put(folder, manifest__csv="file,title\na.txt,On Water\n")
    assert ingest(settings, folder).read == 1
    assert titles(settings) == {"a.txt": "On Water"}


def test_exports_of_reference_managers_are_no_sources(tmp_path: Path, settings: Settings) -> None:
    item = {"id": "a", "type": "article-journal", "title": "On Ice"}
    folder = put(tmp_path / "papers", a__txt=CLAIM, library__json=json.dumps([item]))
    report = ingest(settings, folder)
    assert report.failures == []
    assert titles(settings) == {"a.txt": "On Ice"}


def test_rows_that_fit_no_source_are_reported_every_time(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, manifest__csv="file,title\na.txt,On Ice\nb.txt,On Water\n")
    expected = ["manifest.csv, row 2 (b.txt): no such file."]
    assert [ingest(settings, folder).loose, ingest(settings, folder).loose] == [expected, expected]


def test_a_manifest_that_lies_elsewhere_is_named_and_wins(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, manifest__csv="file,title,symbol\na.txt,On Water,A/1\n")
    bib = put(tmp_path / "zotero", lib__bib="@article{x, title = {On Ice}, file = {a.txt}}") / "lib.bib"
    ingest(settings, folder, manifests=(bib,))
    with Database.open(settings.folder) as database:
        ((_, metadata),) = database.documents()
    assert (metadata.title, metadata.symbol) == ("On Ice", "A/1")


@pytest.mark.parametrize(("name", "reason"), [("none.bib", "is no file"), ("list.txt", "is no manifest")])
def test_a_manifest_that_cannot_be_used_stops_the_ingest(
    tmp_path: Path, settings: Settings, name: str, reason: str
) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM)
    put(tmp_path, list__txt="")
    with pytest.raises(SourceError, match=reason):
        ingest(settings, folder, manifests=(tmp_path / name,))


def test_the_manifest_beside_a_file_tells_of_it_and_of_nothing_else(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, manifest__csv="file,title\na.txt,On Ice\nb.txt,On Water\n")
    assert ingest(settings, folder / "a.txt").loose == []
    assert titles(settings) == {"a.txt": "On Ice"}


def test_what_is_said_of_one_copy_is_said_of_all(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, b__txt=CLAIM, manifest__csv="file,title\nb.txt,On Ice\n")
    assert ingest(settings, folder).read == 1
    assert titles(settings) == {"a.txt": "On Ice", "b.txt": "On Ice"}
    assert ingest(settings, folder).unchanged == 2


def test_a_copy_without_a_word_keeps_the_word_of_a_manifest_elsewhere(tmp_path: Path, settings: Settings) -> None:
    told = put(tmp_path / "told", a__txt=CLAIM, manifest__csv="file,title\na.txt,On Ice\n")
    ingest(settings, told)
    other = put(tmp_path / "other", b__txt=CLAIM)
    assert ingest(settings, other).read == 0
    assert (ingest(settings, other).unchanged, ingest(settings, told).unchanged) == (1, 1)
    assert titles(settings) == {"a.txt": "On Ice", "b.txt": "On Ice"}


def test_a_join_lasts_as_long_as_its_original(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers", a__txt=CLAIM, b__txt=f"{CLAIM} Scanned.")
    ingest(settings, folder)
    with Database.open(settings.folder, write=True) as database:
        ids = {Path(path).name: str(known.document_id) for path, known in database.known().items()}
        database.join_documents(ids["b.txt"], ids["a.txt"])
        assert {known.document_id for known in database.known().values()} == {ids["a.txt"]}
    assert ingest(settings, folder).unchanged == 2
    (folder / "a.txt").unlink()
    assert ingest(settings, folder).read == 1
    with Database.open(settings.folder) as database:
        assert [known.document_id for known in database.known().values()] == [ids["b.txt"]]


def test_a_locked_file_is_named_and_opens_with_the_word_of_a_manifest(tmp_path: Path, settings: Settings) -> None:
    folder = put(tmp_path / "papers")
    canvas = Canvas(str(folder / "locked.pdf"), encrypt="secret")
    canvas.drawString(60, 700, CLAIM)
    canvas.save()
    (failure,) = ingest(settings, folder).failures
    assert (failure.reason, "manifest" in failure.hint) == (f"{folder}/locked.pdf is encrypted.", True)
    put(folder, manifest__csv="file,title,password\nlocked.pdf,On Ice,secret\n")
    assert ingest(settings, folder).failures == []
    assert titles(settings) == {"locked.pdf": "On Ice"}
