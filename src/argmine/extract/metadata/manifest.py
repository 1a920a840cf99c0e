"""Manifests: what somebody who knows the sources wrote down beside them. It wins over what they say of themselves.

Read are `manifest.csv` and `manifest.json`, and what Zotero and other reference managers export: CSL-JSON and Zotero's
own JSON (`*.json`), its CSV (`*.csv`), BibTeX (`*.bib`). A row belongs to the file that it names by path or name; one
that names none, to the file that is called as reference managers call it: by key, by title, or "Author - Year - Title".
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from argmine.errors import SourceError
from argmine.extract.files.sources import find_sources
from argmine.extract.metadata.guessed import merge
from argmine.extract.metadata.rows import FORMS, Entry, Row, read_rows
from argmine.extract.words.letters import signs_of


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is said of sources, by their paths.

    `loose` has a line for each row that could not be tied to one file, for each second row of one, and for each value
    that is not understood; `files` are the paths of the manifests themselves.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


def load_manifest(folder: Path) -> Manifest:
    """What the manifests in a folder, and in those below it, say of the sources below them.

    Paths are written as the folder is.

    Raises:
        Damaged: a manifest cannot be read.
        TooLarge: a manifest of more than 50 MB.
    """
    return _joined(_said(_manifests(place), find_sources(place), place) for place in sorted(_homes(folder)))


def tie_manifests(manifests: Iterable[Path], sources: Iterable[Path]) -> Manifest:
    """What given manifests say of given sources.

    Raises:
        SourceError: a manifest is not there, is of no known form, or cannot be read.
    """
    files = list(manifests)
    for path in files:
        if not path.is_file():
            raise SourceError(f"{path} is no file.", "Check the path.")
        if path.suffix.lower() not in FORMS:
            raise SourceError(f"{path} is no manifest that argmine reads.", f"Write it as one of: {', '.join(FORMS)}.")
    return _said(files, sources, Path(), named=True)


def manifest_beside(path: Path) -> Manifest:
    """What the manifests beside a file say of it; those that cannot be read are for other files and say nothing."""
    try:
        found = _said(_manifests(path.parent), [path], path.parent)
    except SourceError:
        return Manifest()
    return Manifest(found.entries)


def _said(manifests: Iterable[Path], sources: Iterable[Path], folder: Path, *, named: bool = False) -> Manifest:
    """What the manifests of one folder say, in the order of their precedence."""
    files = _Files(sources, folder)
    entries: dict[str, Entry] = {}
    loose: list[str] = []
    used: list[str] = []
    for path in sorted(manifests, key=_precedence):
        rows, mistakes = read_rows(path, named=named or _is_named(path))
        used += [path.as_posix()] if rows else []
        loose += [f"{path.name}: {mistake}." for mistake in mistakes]
        owners: dict[str, str] = {}
        for row in rows:
            matches, reason = files.matches(row)
            faults = [*row.faults, *([] if matches else [reason])]
            faults += [f"{owners[one]} is of the same file, and wins" for one in matches if one in owners]
            loose += [f"{row.origin}: {fault}." for fault in faults]
            owners |= {one: owners.get(one, row.origin.partition(" (")[0]) for one in matches}
            entries |= {one: _completed(entries.get(one), row.entry) for one in matches}
    return Manifest(entries, tuple(loose), frozenset(used))


def _joined(parts: Iterable[Manifest]) -> Manifest:
    """Several manifests as one; what a folder further up says comes first."""
    entries: dict[str, Entry] = {}
    loose: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    for part in parts:
        entries |= {one: _completed(entries.get(one), entry) for one, entry in part.entries.items()}
        loose, files = loose + part.loose, files | part.files
    return Manifest(entries, loose, files)


def _completed(first: Entry | None, second: Entry) -> Entry:
    if first is None:
        return second
    return Entry(merge(first.metadata, second.metadata), first.password or second.password)


def _homes(folder: Path) -> Iterator[Path]:
    """The folders in which manifests stand; hidden ones are left out."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(_is_manifest(name) for name in names):
            yield Path(above)


def _manifests(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _is_manifest(path.name) and path.is_file()]


def _is_manifest(name: str) -> bool:
    return name.lower().endswith(FORMS) and not name.startswith(".")


def _is_named(path: Path) -> bool:
    return path.stem.lower() == "manifest"


def _precedence(path: Path) -> tuple[bool, int, str]:
    """What is called a manifest comes first; its word is then only completed by the others."""
    return not _is_named(path), FORMS.index(path.suffix.lower()), path.name


class _Files:
    """Sources by the ends of their paths below a folder, and by their names."""

    def __init__(self, sources: Iterable[Path], folder: Path) -> None:
        self._by_end: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in sources:
            parts = _parts((path.relative_to(folder) if folder != Path() else path).as_posix())
            self._by_name[_letters(path.stem)].append(path.as_posix())
            for start in range(len(parts)):
                self._by_end[parts[start:]].append(path.as_posix())

    def matches(self, row: Row) -> tuple[tuple[str, ...], str]:
        """The paths of a row's files, and why there are none."""
        if row.paths:
            ends = [self._at(path) for path in row.paths]
            found = tuple(dict.fromkeys(end[0] for end in ends if len(end) == 1))
            return found, "several files are called so" if any(ends) else "no such file"
        for name in row.names:
            called = self._by_name.get(_letters(name), []) if _letters(name) else []
            if called:
                return (tuple(called), "") if len(called) == 1 else ((), "several files are called so")
        return (), "it names no file, and none is called like it"

    def _at(self, path: str) -> list[str]:
        """The files whose paths end as this one does, by its longest end that any has."""
        parts = _parts(path)
        ends = (self._by_end.get(parts[start:]) for start in range(len(parts)))
        return next((end for end in ends if end), [])


def _parts(path: str) -> tuple[str, ...]:
    path = unicodedata.normalize("NFC", path.replace("\\", "/")).casefold()
    return tuple(part for part in PurePosixPath(path).parts if part not in ("/", ".", ".."))


def _letters(name: str) -> str:
    return signs_of(unicodedata.normalize("NFKC", name))
