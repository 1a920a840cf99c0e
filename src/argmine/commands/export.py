"""argmine export."""

# ruff: noqa: PLC0415
from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from argmine.commands.options import Corpus, Output, check_output, effective, remark, write_records, write_text
from argmine.errors import QueryError

if TYPE_CHECKING:
    from argmine.store import Database


class Exported(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"
    POSITIONS = "positions"
    CITATIONS = "citations"
    WORKS = "works"
    DOCUMENTS = "documents"


class Machine(StrEnum):
    """Formats for programs; `pdf` and `docbin` hold whole documents."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    AIF = "aif"
    ANNOTATIONS = "annotations"
    GRAPHML = "graphml"
    ARGDOWN = "argdown"
    DOCBIN = "docbin"
    PDF = "pdf"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    TEI = "tei"


def export(
    what: Annotated[Exported, typer.Argument(help="What to export.")],
    form: Annotated[
        Machine,
        typer.Option(
            "--format",
            "-f",
            help="jsonl, csv, parquet; aif (argument graph), graphml, argdown; annotations (W3C, JSON-LD); "
            "docbin (spaCy); pdf (copies with highlights, into a folder). Positions, "
            "citations, documents: jsonl, csv, parquet. Works: these, csl-json, bibtex, tei.",
        ),
    ] = Machine.JSONL,
    output: Output = None,
    corpus: Corpus = None,
) -> None:
    """Write all claims, positions (who holds which reading, by which claim), citations, works or documents.

    A clause that is a claim of its own stands within its sentence's line (`clauses`); of the citations, those that
    are certain are written. Of a document: its sources, what it says of itself, and how well it was read, page by page.

    Examples: argmine export claims > claims.jsonl · argmine export claims -f parquet -o claims.parquet ·
    argmine export claims -f pdf -o marked/ · argmine export works -f bibtex > works.bib
    """
    from argmine.store import Database
    from argmine.view.exports.bibliography import WORK_WRITERS
    from argmine.view.exports.records import WRITERS

    if form not in _FORMS[what]:
        raise QueryError(f"{what} cannot be written as {form}.", f"They can as {', '.join(_FORMS[what])}.")
    if output is not None and form is not Machine.PDF:  # which fills a folder
        check_output(output)
    with Database.open(effective(corpus).folder) as database:
        if form is Machine.PARQUET:
            _parquet(database, what, _named(form, output))
        elif what is Exported.WORKS:
            write_text(lambda out: WORK_WRITERS[form](database.works(), out), output)
        elif form in WRITERS:
            write_records(_records(database, what), form, output)
        elif form in _FILES:
            _FILES[form](database, _named(form, output))
        else:
            write_text(lambda out: _TEXTS[form](database, out), output)


def _records(database: Database, what: Exported) -> Iterator[dict[str, Any]]:
    from argmine.view.exports.bibliography import work_record
    from argmine.view.exports.cited import citation_records
    from argmine.view.exports.records import Readings, claim_record, document_record, position_record

    if what is Exported.CLAIMS:
        readings = Readings(database)
        return (claim_record(claim, readings) for claim in database.iter_claims())
    records: dict[Exported, Callable[[], Iterator[dict[str, Any]]]] = {
        Exported.POSITIONS: lambda: map(position_record, database.positions()),
        Exported.CITATIONS: lambda: citation_records(database),
        Exported.WORKS: lambda: map(work_record, database.works()),
        Exported.DOCUMENTS: lambda: map(document_record, database.iter_documents()),
    }
    return records[what]()


def _named(form: Machine, output: Path | None) -> Path:
    if output is None:
        raise QueryError(f"{form} is no text.", "Name where it goes with --output.")
    return output


def _aif(database: Database, out: TextIO) -> None:
    from argmine.view.exports.aif import write_aif

    write_aif(database.iter_claims(), out)


def _annotations(database: Database, out: TextIO) -> None:
    from argmine.view.exports.annotations import write_annotations

    write_annotations(database, database.iter_claims(), out)


def _graphml(database: Database, out: TextIO) -> None:
    from argmine.view.exports.graphml import write_graphml

    write_graphml(database.iter_claims(), out)


def _argdown(database: Database, out: TextIO) -> None:
    from argmine.view.exports.argdown import write_argdown

    write_argdown(database.iter_claims(), out)


def _parquet(database: Database, what: Exported, output: Path) -> None:
    from argmine.view.exports.parquet import write_parquet

    write_parquet(_records(database, what), output, what)


def _docbin(database: Database, output: Path) -> None:
    from argmine.docbin import write_docbin

    documents = sorted({source.document_id for source in database.known().values() if source.document_id})
    write_docbin(database, documents, output)


def _pdf(database: Database, output: Path) -> None:
    from argmine.view.exports.highlights import write_highlights

    written = write_highlights(database, database.iter_claims(), output)
    remark(f"{output}: {len(written)} documents.")


_TEXTS: dict[str, Callable[[Database, TextIO], None]] = {
    Machine.AIF: _aif, Machine.ANNOTATIONS: _annotations, Machine.GRAPHML: _graphml, Machine.ARGDOWN: _argdown,
}  # fmt: skip
_FILES: dict[str, Callable[[Database, Path], None]] = {
    Machine.DOCBIN: _docbin, Machine.PDF: _pdf,
}  # fmt: skip
_BIBLIOGRAPHIC = (Machine.CSL_JSON, Machine.BIBTEX, Machine.TEI)
_TABULAR = (Machine.JSONL, Machine.CSV, Machine.PARQUET)
_FORMS: dict[Exported, tuple[Machine, ...]] = {
    Exported.CLAIMS: tuple(form for form in Machine if form not in _BIBLIOGRAPHIC),
    **dict.fromkeys((Exported.POSITIONS, Exported.CITATIONS, Exported.DOCUMENTS), _TABULAR),
    Exported.WORKS: (*_TABULAR, *_BIBLIOGRAPHIC),
}
