"""The rows of manifests: CSV, JSON, CSL-JSON, Zotero's JSON and CSV, BibTeX."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from argmine.errors import Damaged, TooLarge
from argmine.extract.files.encoding import decode
from argmine.extract.metadata.bibliography import Record, faults_of, fields_of, metadata_of
from argmine.extract.metadata.bibtex import read_bibtex
from argmine.types import Metadata

FORMS = (".csv", ".json", ".bib")
_LARGEST = 50_000_000  # bytes
_TITLE = 100  # characters of a title that Zotero puts into the name of a file
_HINT = "Export it again, or mend it."


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of one source; `password` opens it, where it is encrypted."""

    metadata: Metadata = field(default=Metadata())
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a manifest: where it stands, the paths that it names, what else its file may be called, and what it says
    that is not understood."""

    origin: str
    paths: tuple[str, ...]
    names: tuple[str, ...]
    entry: Entry
    faults: tuple[str, ...] = ()


def read_rows(path: Path, *, named: bool) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of a manifest, and what is wrong in it.

    Args:
        path: a file of one of the `FORMS`.
        named: whether it is known to be a manifest; any other has to look like one, or has no rows.

    Raises:
        Damaged: it is known to be a manifest, and cannot be read.
        TooLarge: more than 50 MB.
    """
    if path.stat().st_size > _LARGEST:
        raise TooLarge(f"{path.name} has more than {_LARGEST:,} bytes.", "Split it.")
    text = decode(path.read_bytes(), path.name)
    mistakes: tuple[str, ...] = ()
    records: Sequence[Record]
    if path.suffix.lower() == ".bib":
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
    password = said.get("password")
    entry = Entry(metadata, str(password) if isinstance(password, str | int) else None)
    place = f"{origin} ({label[:80]})" if label else origin
    return Row(place, paths, tuple(_names(key, metadata)), entry, tuple(faults_of(record)))


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
