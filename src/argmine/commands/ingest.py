"""`argmine ingest`, `argmine index`: sources into the database, and its indexes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from signal import SIGTERM, default_int_handler, signal
from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import Corpus, Encoder, Volume, console, effective, remark

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from argmine.intake import Report
    from argmine.settings import Settings


def ingest(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="What to read: files, folders, zip archives, URLs.")
    ],
    manifest: Annotated[
        list[str] | None,
        typer.Option("--manifest", "-m", metavar="FILE", help="Metadata of the sources: CSV, JSON, CSL-JSON, BibTeX."),
    ] = None,
    direct: Annotated[bool, typer.Option("--direct", help="Read without Prefect.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Read again what could not be read before.")] = False,
    ocr: Annotated[
        bool,
        typer.Option("--ocr", help="Recognise the text of pages that are pictures (Tesseract); tries scans again."),
    ] = False,
    corpus: Corpus = None,
    encoder: Encoder = None,
) -> None:
    """Read documents into the database: what is new or changed is read, what is gone is removed.

    Examples: argmine ingest papers/ · argmine ingest papers.zip https://example.org/brief.pdf · argmine ingest -m
    library.bib Zotero/storage · argmine ingest --direct --ocr scan.pdf
    """
    from argmine.store import check_writable

    settings = effective(corpus, encoder)
    settings = replace(settings, ocr=ocr or settings.ocr)
    check_writable(settings.folder)
    signal(SIGTERM, default_int_handler)  # as Ctrl-C: processes and Prefect's server end with the ingest
    if settings.ocr and not _can_recognise():
        remark("Tesseract, which recognises text, is not installed: scans will be listed, not read.")
    wanted = Wanted(tuple(sources), tuple(manifest or ()), retry or ocr)
    report = _direct(wanted, settings) if direct or _is_done(wanted, settings) else _flow(wanted, settings)
    _print_report(report, settings.folder, console(stderr=True))
    raise typer.Exit(1 if report.failures else 0)


def index(corpus: Corpus = None, encoder: Encoder = None) -> None:
    """Build the indexes of vectors and words again from the database, which gets the newest schema first.

    Example: argmine index
    """
    from argmine.errors import OlderSchema
    from argmine.store import Database, reindex

    settings = effective(corpus, encoder)
    try:
        done = reindex(settings.folder, settings.encoder)
    except OlderSchema:
        Database.open(settings.folder, write=True).close()
        done = reindex(settings.folder, settings.encoder)
    remark("The indexes are built." if done else "The indexes are in order.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for."""

    sources: tuple[str, ...]
    manifests: tuple[str, ...]
    retry: bool


def _can_recognise() -> bool:
    from argmine.extract import can_recognise

    return can_recognise()


def _is_done(wanted: Wanted, settings: Settings) -> bool:
    """Whether there is nothing to do: starting Prefect takes longer than finding that out, where nothing is fetched."""
    from argmine.extract import is_remote
    from argmine.intake import make_plan

    if any(is_remote(source) for source in wanted.sources):
        return False
    with make_plan(wanted.sources, settings, retry=wanted.retry, manifests=wanted.manifests) as plan:
        return plan.is_empty


def _direct(wanted: Wanted, settings: Settings) -> Report:
    from argmine.intake import make_plan, read_in_processes, run
    from argmine.view.shown.progress import Bar

    plan = make_plan(wanted.sources, settings, retry=wanted.retry, manifests=wanted.manifests)
    with plan as made, Bar(shown=not Volume.quiet) as watch:
        return run(made, settings, read_in_processes, watch)


def _flow(wanted: Wanted, settings: Settings) -> Report:
    from argmine.flows.ingest import ingest as flow
    from argmine.intake import Report
    from argmine.store import Failure

    counts = flow(
        list(wanted.sources), settings.corpus, settings.encoder, retry=wanted.retry,
        manifests=list(wanted.manifests), ocr=settings.ocr, bar=not Volume.quiet,
    )  # fmt: skip
    failures = [Failure(**failure) for failure in counts.pop("failures")]
    return Report(**counts, failures=failures)


def _print_report(report: Report, folder: Path, console: Console) -> None:
    from argmine.store import Database
    from argmine.view.shown.terminal import show_counts
    from argmine.view.shown.triage import show_failures, show_loose_rows, summary

    if not (report.read or report.removed):
        console.print(f"Nothing to do: {report.unchanged} documents are up to date.")
    else:
        show_counts(report.counts(), console)
    show_loose_rows(report.loose, console)
    show_failures(report.failures, console)
    if report.failed_before:
        count = f"{report.failed_before:,} source{'s' * (report.failed_before != 1)}"
        console.print(f"{count} could not be read before: argmine status lists them, --retry tries them again.")
    with Database.open(folder) as database:
        if line := summary(database.grades()):
            console.print(line)
