"""Where sources come from: folders, zip archives, and addresses of every kind that fsspec knows, as local files.

What is not in a file of its own yet is written to a temporary folder that lasts as long as the context does. Names are
kept, so that a source out of an archive is called by the path of the archive and its own within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

from argmine.errors import SourceError, TooLarge
from argmine.extract.files.sources import find_sources, stray_links
from argmine.extract.files.zipped import leads_out, open_zip

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::|://)")
_PAGES = ("http", "https")  # schemes whose folders are web pages with links, which are not followed
_MOST_FILES = 100_000
_CHUNK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Capacity:
    """What is fetched or unpacked at most: bytes of one file, and of all files of one address."""

    file: int = 200_000_000
    total: int = 2_000_000_000


@dataclass(slots=True)
class Gathered:
    """The sources at an address.

    `files` are local files by the names that users know them by; `folders` are the local folders in which manifests may
    stand; `refused` are the archives, files and links that could not be had, and why.
    """

    files: dict[str, Path] = field(default_factory=dict)
    folders: list[Path] = field(default_factory=list)
    refused: dict[str, SourceError] = field(default_factory=dict)


@contextmanager
def gather(address: str, capacity: Capacity = Capacity()) -> Iterator[Gathered]:
    """The sources at an address: a file, a folder, a zip archive, or a URL of any scheme that fsspec knows.

    Archives in a folder are opened as well; archives in archives are not. Files that were fetched or unpacked are gone
    when the context ends.

    Raises:
        SourceError: there is nothing at the address, or it cannot be reached.
        TooLarge: a remote address holds more than `capacity` allows.
    """
    with TemporaryDirectory(prefix="argmine-") as temporary:
        space = _Space(Path(temporary), capacity)
        gathered = Gathered()
        remote = is_remote(address)
        place = space.fetch(address, gathered) if remote else Path(address)
        if place.is_dir():
            gathered.folders.append(place)
        for path in find_sources(place):
            space.add(path, _name(address, place, path) if remote else path.as_posix(), gathered)
        gathered.refused |= {path.as_posix(): fault for path, fault in stray_links(place).items()}
        yield gathered


def is_remote(address: str) -> bool:
    """Whether an address is a URL, or what fsspec takes for one, and no file or folder here."""
    return _SCHEME.match(address) is not None and not Path(address).exists()


def _name(address: str, place: Path, path: Path) -> str:
    """What a file is called: by the address, and where it stands below it."""
    inside = path.relative_to(place).as_posix()
    return f"{address.rstrip('/')}/{inside}" if inside != "." else address


class _Space:
    """The temporary folder, and how much may be written to it."""

    def __init__(self, folder: Path, capacity: Capacity) -> None:
        self._folder = folder
        self._capacity = capacity
        self._left = capacity.total
        self._rooms = 0

    def add(self, path: Path, name: str, gathered: Gathered) -> None:
        """Add a file, or what stands in it if it is a zip archive."""
        if path.suffix.lower() != ".zip" or not path.is_file():
            gathered.files[name] = path
            return
        try:
            room = self._unpack(path, name)
        except SourceError as error:
            gathered.refused[name] = error
            return
        gathered.folders.append(room)
        gathered.files |= {f"{name}/{one.relative_to(room).as_posix()}": one for one in find_sources(room)}

    def fetch(self, address: str, gathered: Gathered) -> Path:
        """The local copy of a remote file, or of a remote folder with all that is in it."""
        try:
            return self._fetch(address, gathered)
        except SourceError:
            raise
        except ImportError as error:
            raise SourceError(f"{address} cannot be reached: {error}.", "Install the package that it names.") from error
        except Exception as error:  # each file system raises errors of its own
            cause = error.__cause__ or error  # "no such file" of an address hides what the network said
            reason = " ".join(str(cause).replace(address, "").split())[:200] or type(cause).__name__
            raise SourceError(
                f"{address} cannot be fetched: {reason}.", "Check the address and the network."
            ) from error

    def _fetch(self, address: str, gathered: Gathered) -> Path:
        system, root = _file_system(address)
        remotes = _listing(system, root, address)
        if len(remotes) > _MOST_FILES:
            raise TooLarge(f"{address} holds {len(remotes):,} files, over the limit of {_MOST_FILES:,}.", "Split it.")
        room = self._room()
        if remotes == [root]:
            return self._copy(system, root, room / _local_name(root, ""))
        for remote in remotes:
            inside = _local_name(remote, root)
            try:
                self._copy(system, remote, room / inside)
            except SourceError as error:
                gathered.refused[f"{address.rstrip('/')}/{inside}"] = error
        return room

    def _unpack(self, path: Path, name: str) -> Path:
        room = self._room()
        with open_zip(path, name, self._left) as zipped:
            for member in zipped.members:
                place = room.joinpath(*PurePosixPath(member.replace("\\", "/")).parts)
                zipped.extract(member, place)
                self._left -= place.stat().st_size
        return room

    def _copy(self, system: Any, remote: str, place: Path) -> Path:
        """Copy a remote file, believing no size that it claims."""
        most = min(self._left, self._capacity.file)
        place.parent.mkdir(parents=True, exist_ok=True)
        with system.open(remote, "rb") as source, place.open("xb") as out:
            while part := source.read(_CHUNK):
                most -= len(part)
                self._left -= len(part)
                if most < 0:
                    break
                out.write(part)
        if most < 0:
            place.unlink()
            raise TooLarge(f"{remote} is over the limit of {self._capacity.file:,} bytes.", "Fetch it by hand.")
        return place

    def _room(self) -> Path:
        self._rooms += 1
        room = self._folder / str(self._rooms)
        room.mkdir()
        return room


def _file_system(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # type: ignore[import-untyped] # noqa: PLC0415 - for remote sources only

    try:
        system, root = url_to_fs(address)
    except ValueError as error:
        raise SourceError(f"{address} has an unknown scheme.", "Use a path, or a scheme of fsspec.") from error
    return system, str(root)


def _listing(system: Any, root: str, address: str) -> list[str]:
    """The remote files: a page or a file alone, or all that is below a folder."""
    if address.partition(":")[0].lower() in _PAGES:
        return [root]
    found = system.find(root)
    if not found:
        raise SourceError(f"There is nothing at {address}.", "Check the address.")
    return [str(one) for one in found]


def _local_name(remote: str, root: str) -> str:
    """The name of the copy of a remote file: its own, or in a folder its path there."""
    path = unquote(remote.partition("?")[0].partition("#")[0]) if "://" in remote else remote
    name = path.removeprefix(root).strip("/") if root else path.rstrip("/").rpartition("/")[2]
    if leads_out(name):
        raise SourceError(f"{remote} has a name that leads out of its folder.", "Do not trust it.")
    return name or "source"
