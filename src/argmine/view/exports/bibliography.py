"""Citations and works for other programs: records, CSL-JSON, BibTeX, TEI.

CSL-JSON: the schema of the Citation Style Language, 1.0.2; its types are argmine's kinds. BibTeX: written by pybtex, so
that what it reads it has written. TEI: P5, `listBibl` of `biblStruct`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO
from xml.etree import ElementTree as Xml

from argmine.store.works import WorkRow
from argmine.types import Cited, Description, Work
from argmine.view.exports.records import write_csv, write_jsonl

_BIBTEX = {
    "article-journal": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "thesis": "phdthesis",
    "report": "techreport",
}
_DOI = "doi:"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEI = "http://www.tei-c.org/ns/1.0"


def citation_record(cited: Cited, document_id: str, text: str) -> dict[str, Any]:
    """A citation with its fields; `text` as printed, `start` and `end` in the document's text, `root` what it means."""
    citation, about = cited.citation, cited.citation.description
    return {
        "id": cited.place,
        "document_id": document_id,
        "start": citation.span.start,
        "end": citation.span.end,
        "text": text,
        "kind": citation.kind,
        "note": citation.note,
        "signal": citation.signal,
        **_described(about),
        "pinpoints": [{"unit": pin.unit, "value": pin.value} for pin in citation.pinpoints],
        "parenthetical": citation.parenthetical,
        "quoted": citation.quoted,
        "defined": citation.defined,
        "means": cited.root,
    }


def work_record(row: WorkRow) -> dict[str, Any]:
    """A work with its fields, what joined its citations, and how often it is cited."""
    return {
        "id": row.work.id,
        "kind": row.work.kind,
        **_described(row.work.description),
        "keys": list(row.work.keys),
        "citations": row.citations,
        "documents": row.documents,
        "document_id": row.work.document_id,
    }


def _described(about: Description) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value := getattr(about, name), tuple) else value
        for name in Description.__slots__
    }


def csl_record(work: Work) -> dict[str, Any]:
    """A work as an item of CSL-JSON."""
    about = work.description
    authority = work.kind in ("legal_case", "legislation", "bill", "treaty")
    item: dict[str, Any] = {
        "id": work.id,
        "type": work.kind,
        "title": about.title,
        "container-title": about.container,
        "volume": about.volume,
        "issue": about.issue,
        "edition": about.edition,
        "publisher": about.publisher,
        "publisher-place": about.place,
        "page": about.pages,
        "authority": "; ".join(about.authors) if authority else None,
        "author": None if authority else [_csl_name(name) for name in about.authors],
        "editor": [_csl_name(name) for name in about.editors],
        "issued": {"date-parts": [[about.year]]} if about.year else None,
        "DOI": next((each.removeprefix(_DOI) for each in about.identifiers if each.startswith(_DOI)), None),
        "URL": next((each for each in about.identifiers if each.startswith("http")), None),
        "number": next((each for each in about.identifiers if not each.startswith((_DOI, "http"))), None),
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    given, family = _split(name)
    return {"family": family, "given": given} if given else {"literal": family}


def _split(name: str) -> tuple[str, str]:
    """(given, family): particles belong to the family; a body or a single word has no given name."""
    words = name.split()
    if not 1 < len(words) <= 5 or any(word.lower() in ("of", "for", "on", "the", "and") for word in words):
        return "", name
    first = next((i for i, word in enumerate(words[1:-1], 1) if word.islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def write_csl(rows: Iterable[WorkRow], out: TextIO) -> None:
    """One JSON list."""
    json.dump([csl_record(row.work) for row in rows], out, ensure_ascii=False, indent=1)
    out.write("\n")


def write_bibtex(rows: Iterable[WorkRow], out: TextIO) -> None:
    """BibTeX entries with distinct keys."""
    from pybtex.database import (  # type: ignore[import-untyped]  # noqa: PLC0415 (only this format needs it)
        BibliographyData,
        Entry,
        Person,
    )

    entries: dict[str, Any] = {}
    for row in rows:
        about = row.work.description
        entry = Entry(
            _BIBTEX.get(row.work.kind, "misc"),
            [(key, _braced(value)) for key, value in _bibtex_fields(row.work) if value],
        )
        for role, names in (("author", about.authors), ("editor", about.editors)):
            if names:
                entry.persons[role] = [_person(name, Person) for name in names]
        entries[_bibtex_key(row.work, entries)] = entry
    out.write(BibliographyData(entries).to_string("bibtex"))


def _bibtex_fields(work: Work) -> Iterable[tuple[str, str | None]]:
    about, journal = work.description, work.kind.startswith("article")
    yield "title", about.title
    yield "journal" if journal else "booktitle" if work.kind == "chapter" else "series", about.container
    yield from (("volume", about.volume), ("number", about.issue), ("edition", about.edition), ("pages", about.pages))
    yield from (("year", str(about.year) if about.year else None), ("address", about.place))
    yield (
        "school" if work.kind == "thesis" else "institution" if work.kind == "report" else "publisher",
        about.publisher,
    )
    yield "doi", next((each.removeprefix(_DOI) for each in about.identifiers if each.startswith(_DOI)), None)
    yield "url", next((each for each in about.identifiers if each.startswith("http")), None)
    yield "note", "; ".join(each for each in about.identifiers if not each.startswith((_DOI, "http"))) or None


def _person(name: str, person: Callable[..., Any]) -> Any:
    given, family = _split(_braced(name))
    return person(first=given, last=family if given else f"{{{family}}}")


def _braced(value: str) -> str:
    """Without what BibTeX would take for its own marks: a brace that stands alone breaks a file."""
    return re.sub(r"[{}\\@\"]|\s+", lambda match: " " if match.group().isspace() else "", value)


def _bibtex_key(work: Work, taken: Mapping[str, object]) -> str:
    about = work.description
    first = _split(about.authors[0])[1] if about.authors else about.title or work.kind
    plain = "".join(re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", first.casefold()))[:2])
    stem = f"{plain[:24] or 'work'}{about.year or ''}"
    return next(
        key
        for key in (stem, f"{stem}-{work.id}", *(f"{stem}-{work.id}-{n}" for n in range(len(taken))))
        if key.casefold() not in {each.casefold() for each in taken}
    )


def write_tei(rows: Iterable[WorkRow], out: TextIO) -> None:
    """A TEI document with one `biblStruct` for each work."""
    Xml.register_namespace("", _TEI)
    root = Xml.Element(f"{{{_TEI}}}TEI")
    header = _under(_under(root, "teiHeader"), "fileDesc")
    _under(_under(header, "titleStmt"), "title", "Works cited")
    _under(_under(header, "publicationStmt"), "p", "Exported by argmine")
    _under(_under(header, "sourceDesc"), "p", "Citations found in the corpus")
    listed = _under(_under(_under(root, "text"), "body"), "listBibl")
    for row in rows:
        _bibl_struct(listed, row.work)
    Xml.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n")


def _bibl_struct(parent: Xml.Element, work: Work) -> None:
    about = work.description
    struct = _under(parent, "biblStruct", type=work.kind, n=work.id)
    part = work.kind in ("article-journal", "article-newspaper", "chapter") and about.container is not None
    first = _under(struct, "analytic") if part else _under(struct, "monogr")
    _names(first, "author", about.authors)
    if about.title:
        _under(first, "title", about.title, level="a" if part else "m")
    outer = _under(struct, "monogr") if part else first
    if about.container:
        _under(outer, "title", about.container, level="j" if work.kind.startswith("article") else "m")
    _names(outer, "editor", about.editors)
    if about.edition:
        _under(outer, "edition", about.edition)
    _imprint(outer, about)
    for identifier in about.identifiers:
        _under(struct, "idno", identifier)


def _imprint(parent: Xml.Element, about: Description) -> None:
    imprint = _under(parent, "imprint")
    for tag, value in (("publisher", about.publisher), ("pubPlace", about.place)):
        if value:
            _under(imprint, tag, value)
    when = {"when": f"{about.year:04}"} if about.year else {}
    _under(imprint, "date", about.date or (str(about.year) if about.year else ""), **when)
    for unit, value in (("volume", about.volume), ("issue", about.issue), ("page", about.pages)):
        if value:
            _under(imprint, "biblScope", value, unit=unit)


def _names(parent: Xml.Element, role: str, names: Iterable[str]) -> None:
    for name in names:
        given, family = _split(name)
        holder = _under(_under(parent, role), "persName" if given else "orgName", None if given else family)
        if given:
            _under(holder, "forename", given)
            _under(holder, "surname", family)


def _under(parent: Xml.Element, tag: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, f"{{{_TEI}}}{tag}", attributes)
    element.text = _NOT_XML.sub("", text) if text is not None else None
    return element


def _records(rows: Iterable[WorkRow]) -> Iterable[dict[str, Any]]:
    return (work_record(row) for row in rows)


WORK_WRITERS: Mapping[str, Callable[[Iterable[WorkRow], TextIO], None]] = {
    "jsonl": lambda rows, out: write_jsonl(_records(rows), out),
    "csv": lambda rows, out: write_csv(_records(rows), out),
    "csl-json": write_csl,
    "bibtex": write_bibtex,
    "tei": write_tei,
}
"""How works are exported; citations themselves go as jsonl or csv, from `citation_record`."""
