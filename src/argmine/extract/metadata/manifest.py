"""Manifests: what somebody who knows the sources wrote down beside them. It wins over what they say of themselves.

Read are `manifest.csv` and `manifest.json`, and what Zotero and other reference managers export: CSL-JSON and Zotero's
own JSON (`*.json`), its CSV (`*.csv`), BibTeX (`*.bib`). A row belongs to the file that it names by path or name; one
that names none, to the file that is called as reference managers call it: by key, by title, or "Author - Year - Title".
"""

from __future__ import annotations

import csv
import json
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any

from argmine.errors import Damaged, TooLarge
from argmine.extract.encoding import decode
from argmine.extract.metadata.bibliography import Record, fields_of, metadata_of
from argmine.extract.metadata.bibtex import read_bibtex
from argmine.extract.metadata.guessed import merge
from argmine.extract.sources import find_sources
from argmine.types import Metadata

_LARGEST = 50_000_000  # bytes
_FORMS = (".csv", ".json", ".bib")
_TITLE = 100  # characters of a title that Zotero puts into the name of a file
_HINT = "Export it again, or mend it."


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a manifest: where it stands, the paths that it names, what else its file may be called."""

    origin: str
    paths: tuple[str, ...]
    names: tuple[str, ...]
    metadata: Metadata


def load_manifest(folder: Path) -> tuple[Mapping[str, Metadata], tuple[str, ...]]:
    """What the manifests in a folder say of the sources below it.

    Returns:
        Metadata by the path of the source, written as the folder is; and a line for each row that could not be tied to
        one file, with the reason.

    Raises:
        Damaged: a manifest cannot be read.
        TooLarge: a manifest of more than 50 MB.
    """
    found: dict[str, Metadata] = {}
    loose: list[str] = []
    for place in sorted(_homes(folder)):
        files = _Files(place)
        for path in sorted(_manifests(place), key=_precedence):
            rows, mistakes = _rows(path)
            loose += [f"{path.name}: {mistake}." for mistake in mistakes]
            for row in rows:
                matches, reason = files.matches(row)
                loose += [] if matches else [f"{row.origin}: {reason}."]
                found |= {one: merge(found.get(one, row.metadata), row.metadata) for one in matches}
    return found, tuple(loose)


def _homes(folder: Path) -> Iterator[Path]:
    """The folders in which manifests stand; hidden ones are left out."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(_is_manifest(name) for name in names):
            yield Path(above)


def _manifests(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _is_manifest(path.name) and path.is_file()]


def _is_manifest(name: str) -> bool:
    return name.lower().endswith(_FORMS) and not name.startswith(".")


def _precedence(path: Path) -> tuple[bool, int, str]:
    """What is called a manifest comes first; its word is then only completed by the others."""
    return path.stem.lower() != "manifest", _FORMS.index(path.suffix.lower()), path.name


def _rows(path: Path) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of a manifest, and what is wrong in it."""
    if path.stat().st_size > _LARGEST:
        raise TooLarge(f"{path.name} has more than {_LARGEST:,} bytes.", "Split it.")
    named = path.stem.lower() == "manifest"
    text = decode(path.read_bytes(), path.name)
    mistakes: tuple[str, ...] = ()
    if path.suffix.lower() == ".bib":
        records: Sequence[Record]
        records, mistakes = read_bibtex(text)
    elif path.suffix.lower() == ".json":
        records = _json_records(text, path.name, named)
    else:
        records = _csv_records(text, path.name, named)
    return [_row(record, f"{path.name}, row {number}") for number, record in enumerate(records, 1)], mistakes


def _csv_records(text: str, name: str, named: bool) -> Sequence[Record]:
    """The rows of a table; one that is not called a manifest has to say so by its columns."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(StringIO(text), delimiter=delimiter)
    try:
        records = list(reader)
    except csv.Error as error:
        raise Damaged(f"{name} is no table: {error}.", _HINT) from error
    columns = fields_of(dict.fromkeys(reader.fieldnames or (), "x"))
    if "file" in columns and (named or "title" in columns):
        return records
    if named:
        raise Damaged(f"{name} has no column that names files.", 'Call it "file".')
    return ()


def _json_records(text: str, name: str, named: bool) -> Sequence[Record]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        if not named:
            return ()
        raise Damaged(f"{name} is no JSON: {str(error)[:100]}.", _HINT) from error
    items = list(_items(data))
    return items if named or all(_is_bibliographic(one) for one in items) else ()


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """The records of a list, of Zotero's {"items": [...]}, or of {"file": {...}}."""
    if isinstance(data, dict):
        listed = data.get("items", data.get("references"))
        if isinstance(listed, list):
            data = listed
        elif all(isinstance(value, dict) for value in data.values()):
            data = [{"file": file, **value} for file, value in data.items()]
        else:
            data = [data]
    yield from (one for one in data if isinstance(one, dict)) if isinstance(data, list) else ()


def _is_bibliographic(record: dict[str, Any]) -> bool:
    return ("type" in record or "itemType" in record) and ("title" in record or "id" in record)


def _row(record: Record, origin: str) -> Row:
    said = fields_of(record)
    metadata = metadata_of(record)
    paths = tuple(_paths(said.get("file")))
    key = said.get("key")
    label = ", ".join(paths) or metadata.title or str(key or "")
    return Row(f"{origin} ({label[:80]})" if label else origin, paths, tuple(_names(key, metadata)), metadata)


def _paths(value: object) -> Iterator[str]:
    """The paths that a field names: one, several parted as Zotero does, or a list of attachments."""
    if isinstance(value, str):
        yield from (part for piece in value.split(";") if (part := piece.strip()))
    elif isinstance(value, list):
        for one in value:
            path = one.get("path") or one.get("localPath") if isinstance(one, dict) else one
            yield from [path] if isinstance(path, str) else []


def _names(key: object, metadata: Metadata) -> Iterator[str]:
    """What reference managers call the file of a work."""
    if isinstance(key, str | int):
        yield str(key).rpartition("/")[2]
    if not metadata.title:
        return
    families = [author.rpartition(" ")[2] for author in metadata.authors]
    first = families[0] if len(families) == 1 else " and ".join(families) if len(families) == 2 else ""
    first = first or (f"{families[0]} et al." if families else "")
    yield f"{first} {(metadata.date or '')[:4]} {metadata.title[:_TITLE]}"
    yield metadata.title


class _Files:
    """The sources below a folder, by the ends of their paths and by their names."""

    def __init__(self, folder: Path) -> None:
        self._by_end: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in find_sources(folder):
            parts = _parts(path.relative_to(folder).as_posix())
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
    return "".join(char for char in unicodedata.normalize("NFKC", name).casefold() if char.isalnum())
