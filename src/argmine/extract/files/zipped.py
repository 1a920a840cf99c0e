"""Zip archives from outside: DOCX, ODT and EPUB files are such, and corpora come as such.

What such an archive says of itself is not believed: names that lead out of it, sizes that a bomb unpacks to, and
methods of packing whose output cannot be bounded are refused before anything is unpacked.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from argmine.errors import Damaged, Encrypted, TooLarge

MOST_BYTES = 2_000_000_000
"""What an archive may unpack to, in bytes."""
_MOST_MEMBERS = 100_000
_MOST_PART = 100_000_000
_SMALL, _RATIO = 10_000_000, 200  # bytes; a larger member may not be more times its packed size
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a bound on memory
_LOCKED = 0x1  # the bit that says that a member is encrypted
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError, OSError)
_AGAIN = "Fetch it again, or open it in the program that made it and save it again."


class Zipped:
    """A zip archive whose list of members has been checked."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        self._folded = {member.casefold(): member for member in self._members}

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the files in it, in its own order."""
        return tuple(self._members)

    def find(self, member: str) -> str | None:
        """The member of that name, capitals and small letters alike; None without any."""
        return self._folded.get(member.lstrip("/").casefold())

    def read(self, member: str) -> bytes:
        """The content of a member.

        Raises:
            Damaged: there is none of that name, or it cannot be unpacked.
            TooLarge: over 100 MB, which no text is.
        """
        found = self.find(member)
        if found is None:
            raise Damaged(f"{self._name} lacks its part {member}.", _AGAIN)
        if (size := self._members[found].file_size) > _MOST_PART:
            raise TooLarge(f"{self._name} has a part of {size:,} bytes, over the limit of {_MOST_PART:,}.", "Split it.")
        try:
            return self._archive.read(self._members[found])
        except _BROKEN as error:
            raise _damaged(self._name, error) from error

    def extract(self, member: str, place: Path) -> None:
        """Write a member to a new file, in folders that are made for it.

        Raises:
            Damaged: it cannot be unpacked.
        """
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with self._archive.open(self._members[member]) as packed, place.open("xb") as out:
                while part := packed.read(1 << 20):
                    out.write(part)
        except _BROKEN as error:
            raise _damaged(self._name, error) from error


@contextmanager
def open_zip(source: bytes | Path, name: str, most_bytes: int = MOST_BYTES) -> Iterator[Zipped]:
    """A zip archive, in memory or in a file; `name` is what messages call it.

    Raises:
        Damaged: no zip archive, or one whose names lead out of it.
        Encrypted: a member wants a password.
        TooLarge: too many members, or they unpack to more than `most_bytes` or to many times their packed size.
    """
    try:
        archive = zipfile.ZipFile(source if isinstance(source, Path) else BytesIO(source))
    except _BROKEN as error:
        raise _damaged(name, error) from error
    with archive:
        _check(archive.infolist(), name, most_bytes)
        yield Zipped(archive, name)


def leads_out(member: str) -> bool:
    """Whether a member's name is absolute, has a drive, or climbs above the archive."""
    parts = member.replace("\\", "/").split("/")
    return member.startswith(("/", "\\")) or member[1:2] == ":" or ".." in parts or "\0" in member


def _check(infos: list[zipfile.ZipInfo], name: str, most_bytes: int) -> None:
    if len(infos) > _MOST_MEMBERS:
        raise TooLarge(f"{name} holds {len(infos):,} files, over the limit of {_MOST_MEMBERS:,}.", "Split it.")
    if (total := sum(info.file_size for info in infos)) > most_bytes:
        raise TooLarge(f"{name} unpacks to {total:,} bytes, over the limit of {most_bytes:,}.", "Split it.")
    for info in infos:
        _check_member(info, name)


def _check_member(info: zipfile.ZipInfo, name: str) -> None:
    if leads_out(info.filename):
        raise Damaged(f"{name} holds a file whose name leads out of it: {info.filename!r}.", "Do not trust it.")
    if info.flag_bits & _LOCKED:
        raise Encrypted(f"{name} is locked with a password.", "Unpack it, or save it without a password.")
    if info.compress_type not in _PACKED:
        raise Damaged(f"{name} is packed in an unusual way.", "Pack it again as an ordinary zip archive.")
    if info.file_size > max(_SMALL, _RATIO * info.compress_size):
        reason = f"{name} would unpack {info.filename} to {info.file_size:,} bytes from {info.compress_size:,}"
        raise TooLarge(f"{reason}: a decompression bomb.", "Do not trust it.")


def _damaged(name: str, error: Exception) -> Damaged:
    return Damaged(f"{name} cannot be unpacked: {' '.join(str(error).split()) or type(error).__name__}.", _AGAIN)
