"""Annotations made in INCEpTION, as UIMA CAS XMI. Needs the extra `gold` (dkpro-cassis).

INCEpTION (Klie et al. 2018) exports a document as an XMI file beside `TypeSystem.xml`, mostly in one zip archive. Any
span layer with a feature whose value is a kind of claim is read ("interpretive", "normative", "evaluative").
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import get_args

from argmine.errors import SourceError, TooLarge
from argmine.extract.files.xmltree import parse_xml
from argmine.extract.files.zipped import open_zip
from argmine.extras import install
from argmine.types import ClaimKind

_LARGEST = 200_000_000  # bytes of an export, unpacked
_HINT = "Export the documents from INCEpTION as UIMA CAS XMI, with their type system."


def marked_texts(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each document of an export: its text, and its stretches with the kind of claim that they were given.

    Raises:
        SourceError: the export is damaged, larger than 200 MB or a bomb, or dkpro-cassis is not installed.
    """
    try:
        from cassis import load_cas_from_xmi, load_typesystem  # noqa: PLC0415  an extra
    except ImportError as error:
        raise SourceError(f"{path} is an export of INCEpTION", install("gold")) from error
    files = _files(path)
    types = next((data for name, data in files.items() if name.lower().endswith("typesystem.xml")), None)
    if types is None:
        raise SourceError(f"{path} has no TypeSystem.xml beside it", _HINT)
    try:
        system = load_typesystem(BytesIO(types))
        for name, data in sorted(files.items()):
            if name.lower().endswith(".xmi"):
                cas = load_cas_from_xmi(BytesIO(data), typesystem=system)
                yield str(cas.sofa_string or ""), list(_marks(cas))
    except (ValueError, KeyError, TypeError, OSError, SyntaxError) as error:
        raise SourceError(f"{path} is no UIMA CAS XMI: {error}", _HINT) from error


def _marks(cas: object) -> Iterator[tuple[int, int, str]]:
    kinds = get_args(ClaimKind)
    for annotation in cas.select_all_annotations():  # type: ignore[attr-defined]
        for feature in annotation.type.all_features:
            value = getattr(annotation, feature.name, None)
            if isinstance(value, str) and value.lower() in kinds:
                yield annotation.begin, annotation.end, value.lower()


def _files(path: Path) -> dict[str, bytes]:
    """The files of an archive, or an XMI file and the type system in its folder, by name; each is sound XML."""
    if path.suffix.lower() == ".xmi":
        beside = path.with_name("TypeSystem.xml")
        found = {each.name: _bytes(each) for each in (path, beside) if each.exists()}
    else:
        found = dict(_unpacked(path))
    for name, data in found.items():
        parse_xml(data, f"{path}: {name}")  # refuses what a parser could be made to grow
    return found


def _unpacked(path: Path) -> Iterator[tuple[str, bytes]]:
    with open_zip(path, str(path), _LARGEST) as archive:
        for member in archive.members:
            if member.lower().endswith((".xmi", ".xml")):
                yield PurePosixPath(member).name, archive.read(member)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise TooLarge(f"{path} is larger than {_LARGEST:,} bytes.", _HINT)
    return path.read_bytes()
