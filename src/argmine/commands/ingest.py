"""`argmine ingest`, `argmine index`: sources into the database, and its indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import Corpus, Encoder, Volume, console, effective, remark

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from rich.console import Console

    from argmine.intake import Plan, Report
    from argmine.settings import Settings


def ingest(
    sources: Annotated[list[str], typer.Argument(metavar="FILE_OR_FOLDER...", help="What to read.")],
    direct: Annotated[bool, typer.Option("--direct", help="Read in this process, without Prefect.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Read again what could not be read before.")] = False,
    corpus: Corpus = None,
    encoder: Encoder = None,
) -> None:
    """Read documents into the database: what is new or changed is read, what is gone is removed.

    Examples: argmine ingest papers/ · argmine ingest --direct brief.pdf
    """
    from argmine.intake import make_plan

    settings = effective(corpus, encoder)
    plan = make_plan(sources, settings, retry=retry)
    # Starting Prefect takes longer than finding out that there is nothing to do.
    report = _direct(plan, settings) if direct or plan.is_empty else _flow(sources, settings, retry)
    _print_report(report, console(stderr=True))
    raise typer.Exit(1 if report.failures else 0)


def index(corpus: Corpus = None, encoder: Encoder = None) -> None:
    """Build the indexes of vectors and words again from the database.

    Example: argmine index
    """
    from argmine.store import reindex

    settings = effective(corpus, encoder)
    done = reindex(settings.folder, settings.encoder)
    remark("The indexes are built." if done else "The indexes are in order.")


def _direct(plan: Plan, settings: Settings) -> Report:
    from argmine.intake import read_here, run
    from argmine.view.progress import Bar

    with Bar(shown=not Volume.quiet) as watch:
        return run(plan, settings, read_here, watch)


def _flow(sources: list[str], settings: Settings, retry: bool) -> Report:
    from argmine.flows.ingest import ingest as flow
    from argmine.intake import Report
    from argmine.store import Failure

    counts = flow(sources, settings.corpus, settings.encoder, retry=retry, bar=not Volume.quiet)
    failures = [Failure(**failure) for failure in counts.pop("failures")]
    return Report(**counts, failures=failures)


def _print_report(report: Report, console: Console) -> None:
    from argmine.view.terminal import show_counts, show_failures

    if not (report.read or report.removed):
        console.print(f"Nothing to do: {report.unchanged} documents are up to date.")
    else:
        show_counts(report.counts(), console)
    show_failures(report.failures, console)
