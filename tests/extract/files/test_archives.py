"""Addresses: folders, zip archives and remote files as local ones, and what is refused."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import fsspec
import pytest

from argmine.errors import Damaged, Encrypted, SourceError, TooLarge
from argmine.extract.files.archives import Capacity, gather

ROOM = Capacity()


def archive(path: Path, **members: str) -> Path:
    """A zip archive of these members, dots written as two underscores."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name.replace("__", "."), text)
    return path


def texts(address: str | Path, capacity: Capacity = ROOM) -> dict[str, str]:
    """The texts at an address, by the names of their files below it."""
    with gather(str(address), capacity) as found:
        assert not found.refused
        return {name.removeprefix(str(address)).lstrip("/"): path.read_text() for name, path in found.files.items()}


def refused(address: str | Path, capacity: Capacity = ROOM) -> SourceError:
    """Why the only file at an address was refused."""
    with gather(str(address), capacity) as found:
        assert not found.files
        (error,) = found.refused.values()
        return error


def test_a_file_and_a_folder_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "sub" / "b.txt").write_text("B")
    assert texts(tmp_path / "a.txt") == {"": "A"}
    assert texts(tmp_path) == {"a.txt": "A", "sub/b.txt": "B"}
    with gather(str(tmp_path)) as found:
        assert found.files[f"{tmp_path}/a.txt"] == tmp_path / "a.txt"
        assert found.folders == [tmp_path]


def test_archives_are_unpacked_under_their_names_and_gone_afterwards(tmp_path: Path) -> None:
    archive(tmp_path / "box.zip", a__txt="A", **{"sub/b__txt": "B", ".hidden": "x", "__MACOSX/._a__txt": "x"})
    assert texts(tmp_path / "box.zip") == {"a.txt": "A", "sub/b.txt": "B"}
    assert texts(tmp_path) == {"box.zip/a.txt": "A", "box.zip/sub/b.txt": "B"}
    with gather(str(tmp_path / "box.zip")) as found:
        (room,) = found.folders
        assert (room / "a.txt").exists()
    assert not room.exists()


def test_remote_files_and_folders_are_fetched_under_their_names() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/corpus/a b.txt": b"A", "/corpus/sub/b.txt": b"B"})
    try:
        assert texts("memory://corpus") == {"a b.txt": "A", "sub/b.txt": "B"}
        assert texts("memory://corpus/sub/b.txt") == {"": "B"}
        with gather("memory://corpus/a b.txt") as found:
            assert [path.name for path in found.files.values()] == ["a b.txt"]
    finally:
        memory.rm("/corpus", recursive=True)


def test_a_remote_archive_is_unpacked(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/box.zip", archive(tmp_path / "box.zip", a__txt="A").read_bytes())
    try:
        assert texts("memory://box.zip") == {"a.txt": "A"}
    finally:
        memory.rm("/box.zip")


def test_a_remote_file_over_the_limit_is_refused_and_the_others_are_not() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/corpus/a.txt": b"A", "/corpus/large.txt": b"B" * 100})
    try:
        with gather("memory://corpus", Capacity(file=50)) as found:
            assert list(found.files) == ["memory://corpus/a.txt"]
            assert "over the limit of 50 bytes" in found.refused["memory://corpus/large.txt"].reason
        with pytest.raises(TooLarge), gather("memory://corpus/large.txt", Capacity(total=50)):
            pass
    finally:
        memory.rm("/corpus", recursive=True)


@pytest.mark.parametrize("address", ["memory://nothing", "nonsense://a/b", "no/such/folder"])
def test_an_address_with_nothing_behind_it_is_an_error(address: str) -> None:
    with pytest.raises(SourceError) as caught, gather(address):
        pass
    assert address in caught.value.reason
    assert caught.value.hint


@pytest.mark.parametrize("name", ["../a.txt", "sub/../../a.txt", "/etc/passwd", "C:\\a.txt", "..\\a.txt"])
def test_an_archive_with_a_name_that_leads_out_of_it_is_refused_whole(tmp_path: Path, name: str) -> None:
    box = tmp_path / "in" / "box.zip"
    box.parent.mkdir()
    archive(box, good__txt="A", **{name: "x"})
    error = refused(box)
    assert isinstance(error, Damaged)
    assert "leads out of it" in error.reason
    assert [path.name for path in tmp_path.rglob("*.txt")] == []


def test_bombs_are_refused_by_what_they_say_and_by_what_they_hold(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "bomb.zip", a__txt="0" * 30_000_000)
    assert isinstance(refused(bomb), TooLarge)
    assert isinstance(refused(archive(tmp_path / "large.zip", a__txt="0" * 2_000), Capacity(total=1_000)), TooLarge)
    lying = bytearray(bomb.read_bytes())
    at = lying.rindex(b"PK\x01\x02") + 24  # the size that the list of members says a.txt unpacks to
    lying[at : at + 4] = struct.pack("<I", 1_000)
    (tmp_path / "lying.zip").write_bytes(lying)
    assert isinstance(refused(tmp_path / "lying.zip"), Damaged)


def test_archives_that_cannot_be_opened_are_refused_beside_good_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    locked = bytearray(archive(tmp_path / "locked.zip", a__txt="A").read_bytes())
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1  # the bit that says so
    (tmp_path / "locked.zip").write_bytes(locked)
    with zipfile.ZipFile(tmp_path / "odd.zip", "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("a.txt", "A")
    archive(tmp_path / "clash.zip", a="A", **{"a/b": "B"})
    with gather(str(tmp_path)) as found:
        assert [Path(name).name for name in found.files] == ["a.txt"]
        assert {Path(name).name: type(error) for name, error in found.refused.items()} == {
            "broken.zip": Damaged, "clash.zip": Damaged, "locked.zip": Encrypted, "odd.zip": Damaged,
        }  # fmt: skip
