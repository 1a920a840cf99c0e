"""A `metadata.yaml` beside a source: the manifest of that one file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from argmine.extract.files.sources import is_sidecar
from argmine.extract.metadata.dates import find_date
from argmine.types import Genre, Metadata

_NAMES = ("metadata.yaml", "metadata.yml")
_LARGEST = 1_000_000  # bytes
_GENRES: dict[str, Genre] = {
    **dict.fromkeys(("paper", "article", "chapter"), "paper"),
    **dict.fromkeys(("brief", "policy_brief"), "brief"),
    **dict.fromkeys(("treaty", "convention", "agreement"), "treaty"),
    **dict.fromkeys(("resolution", "ga_resolution", "sc_resolution"), "resolution"),
    **dict.fromkeys(("un_document", "soft_law", "soft_law_guideline", "report"), "un_document"),
    **dict.fromkeys(("statute", "act", "legislation"), "statute"),
    **dict.fromkeys(("judgment", "advisory_opinion"), "judgment"),
    **dict.fromkeys(("web", "webpage"), "web"),
    "record": "record",
}
_RESOLUTION = re.compile(r"\b(?:UNGA|UN GA|GA) Res(?:olution)?\.? (\d{1,4}(?:/\d{1,4}| \([IVXL]+\)))", re.IGNORECASE)


def read_sidecar(path: Path) -> Metadata | None:
    """The metadata beside `path`, where it is the only source in its folder; None without any that is YAML."""
    beside = next((path.with_name(name) for name in _NAMES if path.with_name(name).is_file()), None)
    if beside is None or beside.stat().st_size > _LARGEST or not _is_alone(path):
        return None
    try:
        data = read_mapping(beside.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return _metadata(data) if data else None


def read_mapping(text: str) -> dict[str, object]:
    """The top level of a YAML text; empty if it is no mapping, or no YAML."""
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def scalars(data: dict[str, object]) -> dict[str, str]:
    """What a mapping says in one value each.

    Others are passed over: by aliases ("*a"), a few lines of YAML hold lists whose words fill the memory.
    """
    plain = {key: value for key, value in data.items() if value and isinstance(value, str | int | float | date)}
    return {key: " ".join(str(value).split()) for key, value in plain.items()}


def _is_alone(path: Path) -> bool:
    others = (one for one in path.parent.iterdir() if one.is_file() and not one.name.startswith("."))
    return sum(not is_sidecar(one) for one in others) == 1


def _metadata(data: dict[str, object]) -> Metadata:
    said = scalars(data)
    dated = next((said[key] for key in ("date", "adoption_date", "publication_date", "year") if key in said), "")
    cited = _RESOLUTION.search(said.get("official_citation", ""))
    authors = data.get("authors", said.get("author", []))
    return Metadata(
        title=said.get("title"),
        authors=_names(authors if isinstance(authors, list) else [authors]),
        date=find_date(dated) or (dated if re.fullmatch(r"\d{4}", dated) else None),
        language=said.get("language"),
        genre=_GENRES.get((said.get("genre") or said.get("document_type") or "").lower(), "other"),
        symbol=said.get("symbol") or (f"A/RES/{cited[1].replace(' ', '')}" if cited else None),
        url=said.get("url") or said.get("source_url"),
    )


def _names(said: Iterable[object]) -> tuple[str, ...]:
    """Those of the values that are names, each once: an alias may repeat a long one without end."""
    return tuple(dict.fromkeys(one for one in said if isinstance(one, str)))
