"""BibTeX as reference managers export it, the paths of attachments included. pybtex reads the format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_PART = re.compile(r"(?:[^;\\]|\\.)+")  # up to a semicolon that is not escaped
_FIELD = re.compile(r"(?:[^:\\]|\\.)*")
_ESCAPED = re.compile(r"\\(.)")


def read_bibtex(text: str) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """The entries as records, and what is wrong in the file; entries behind a mistake may be missing."""
    from pybtex import errors  # type: ignore[import-untyped] # noqa: PLC0415 - for bibliographies only
    from pybtex.database.input.bibtex import Parser  # type: ignore[import-untyped] # noqa: PLC0415

    with errors.capture() as mistakes:
        entries = Parser().parse_string(text).entries
    return [_record(key, entry) for key, entry in entries.items()], tuple(
        " ".join(str(one).split()) for one in mistakes
    )


def _record(key: str, entry: Any) -> dict[str, Any]:
    said = {field.lower(): value for field, value in entry.fields.items()}
    files = attachments(said.pop("file", ""))
    said = {field: _plain(value) for field, value in said.items()}
    names = [_name(person) for person in entry.persons.get("author", ())]
    date = said.get("date") or " ".join(said[part] for part in ("day", "month", "year") if part in said)
    authors = [{"literal": name} for name in names]
    return {**said, "type": entry.type, "author": authors, "date": date, "file": files, "id": key}


def _plain(value: str) -> str:
    """A value without the markup of TeX; as it stands, where its braces do not pair."""
    from pybtex.exceptions import PybtexError  # type: ignore[import-untyped] # noqa: PLC0415
    from pybtex.richtext import Text  # type: ignore[import-untyped] # noqa: PLC0415

    try:
        return str(Text.from_latex(value))
    except (PybtexError, ValueError):
        return value


def _name(person: Any) -> str:
    parts = (person.rich_first_names, person.rich_middle_names, person.rich_prelast_names, person.rich_last_names)
    return " ".join(str(word) for words in (*parts, person.rich_lineage_names) for word in words)


def attachments(field: str) -> list[str]:
    """The paths in a `file` field: "title:path:type" several times, parted by semicolons, or a path alone."""
    return [path for part in _PART.findall(field) if (path := _path(part.strip()))]


def _path(part: str) -> str:
    fields = list(_split(part))
    if len(fields) >= 3:
        return fields[1]
    drive = len(fields) == 2 and len(fields[0]) == 1
    return f"{fields[0]}:{fields[1]}" if drive else fields[0]


def _split(part: str) -> Iterator[str]:
    """The fields that colons part, unless escaped; escapes undone."""
    at = 0
    while at <= len(part):
        found = _FIELD.match(part, at)
        if found is None:
            return
        yield _ESCAPED.sub(r"\1", found[0])
        at = found.end() + 1
