"""Which files are sources, and what each is by its content."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from argmine.errors import Damaged, SourceError, Unsupported

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
XML = "application/xml"
"""JATS or TEI."""

_TYPES = {
    ".docx": DOCX,
    ".docm": DOCX,
    ".odt": ODT,
    ".epub": EPUB,
    ".xml": XML,
    ".nxml": XML,
    ".tei": XML,
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
SUPPORTED: frozenset[str] = frozenset(_TYPES)
"""The suffixes of the files that argmine reads, in lower case."""

_HEAD = 1024  # bytes in which a file says what it is
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# How files of a type begin; locked DOCX files are of the container that older formats of Microsoft are of.
_STARTS = {DOCX: (_ZIP, _COMPOUND), ODT: (_ZIP,), EPUB: (_ZIP,)}
_BINARY = (
    _ZIP,
    _COMPOUND,
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
)
_RICH_TEXT = b"{\\rtf"
# What stands beside sources and tells of them.
_SIDECAR = re.compile(r"manifest\.\w+|metadata\.(?:ya?ml|toml)|.+\.bib", re.IGNORECASE)


def find_sources(place: Path) -> tuple[Path, ...]:
    """Every file in a folder, at any depth, in the order of their names; a file is its own only source.

    Hidden files, and manifests and metadata files that tell of sources, are left out; files of other types are not:
    reading them says why not. Links that lead out of the folder are not followed (`stray_links`).

    Raises:
        SourceError: there is no such file or folder.
    """
    if not place.exists():
        raise SourceError(f"{place} does not exist.", "Check the path.")
    if not place.is_dir():
        return (place,)
    return tuple(sorted(_files(place), key=lambda path: path.as_posix()))


def stray_links(folder: Path) -> dict[Path, SourceError]:
    """The links in a folder that lead nowhere or out of it, and what is wrong with each."""
    faults = ((path, _fault(path, folder)) for path in _seen(folder) if path.is_symlink())
    return {path: fault for path, fault in faults if fault is not None}


def _fault(link: Path, folder: Path) -> SourceError | None:
    if _leads_nowhere(link):
        return SourceError(f"{link.as_posix()} is a link that leads nowhere.", "Mend the link, or take it away.")
    if not _leads_to(link).is_relative_to(_leads_to(folder)):
        return SourceError(f"{link.as_posix()} is a link out of its folder.", "Name what it leads to, or copy it here.")
    return None


def _leads_nowhere(link: Path) -> bool:
    try:
        return not link.exists()
    except OSError:  # it leads to where this user may not look
        return False


def _leads_to(path: Path) -> Path:
    """Where a path ends, also one that goes round in circles, at which `Path.resolve` fails."""
    return Path(os.path.realpath(path))


def _files(folder: Path) -> Iterator[Path]:
    for path in _seen(folder):
        if not path.is_symlink() or (_fault(path, folder) is None and path.is_file()):
            yield path


def _seen(folder: Path) -> Iterator[Path]:
    """All that could be a source, links to folders included; what is hidden or tells of sources is not."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if Path(above, name).is_symlink()]
        paths = (Path(above, name) for name in (*names, *linked) if not name.startswith("."))
        yield from (path for path in paths if not is_sidecar(path))


def is_sidecar(path: Path) -> bool:
    """Whether a file tells of the sources beside it and is none itself."""
    return bool(_SIDECAR.fullmatch(path.name))


def media_type(data: bytes, suffix: str, name: str) -> str:
    """What a file is: by its content where that tells, else by its suffix.

    Raises:
        Damaged: the suffix promises what the content is not.
        Unsupported: a type that argmine does not read.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "application/pdf"
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    kind = _TYPES.get(suffix.lower())
    if kind is None:
        known = ", ".join(sorted(SUPPORTED))
        raise Unsupported(f"{name} is of a type that argmine does not read.", f"Convert it to one of these: {known}.")
    if not data.strip():
        raise Damaged(f"{name} is empty.", "Fetch it again.")
    if kind in _STARTS and head.startswith(_STARTS[kind]):
        return kind
    if kind in ("application/pdf", *_STARTS) or head.startswith((*_BINARY, _RICH_TEXT)):
        raise Damaged(f"{name} is not what its name says.", "Look at what the file really is, and rename it.")
    return kind


def is_well_named(path: Path) -> bool:
    """Whether a file can be opened and its first bytes are what its suffix promises."""
    try:
        with path.open("rb") as file:
            media_type(file.read(_HEAD), path.suffix, path.name)
    except (OSError, SourceError):
        return False
    return True
