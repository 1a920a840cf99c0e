"""The commands. Results on stdout, progress and complaints on stderr.

Exit codes: 0 all well · 1 some sources could not be read · 2 the command could not run.
"""

from __future__ import annotations

import sys
from traceback import format_exception
from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.config import config
from argmine.commands.export import export
from argmine.commands.options import (
    Corpus,
    Encoder,
    Format,
    OutputFormat,
    Volume,
    console,
    effective,
    remark,
    write_records,
)
from argmine.commands.positions import compare, gaps, holder
from argmine.commands.search import search
from argmine.commands.trace import report, trace
from argmine.errors import ArgmineError

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from rich.console import Console

    from argmine.intake import Plan, Report
    from argmine.settings import Settings

app = typer.Typer(
    help="Who argues which interpretation of which treaty article, where exactly, and on whose authority?",
    no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
for answer in (search, trace, holder, compare, gaps, report, export, config):
    app.command()(answer)


@app.callback()
def common(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks: results and errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="With an error, where it came from.")] = False,
) -> None:
    """Options that stand before the command."""
    Volume.quiet, Volume.verbose = quiet, verbose


@app.command()
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


@app.command()
def show(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="As search and trace print it, or its beginning.")
    ],
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """Show one claim: its paragraph, holder, provisions with their evidence, authorities.

    Example: argmine show 3fa9c1d2e4b7-1042-1180
    """
    from argmine.store import Database

    with Database.open(effective(corpus).folder) as database:
        claim = database.claim(claim_id)
        document = database.document(claim.document_id)
    if form in (Format.JSONL, Format.CSV):
        from argmine.view.export import claim_record

        write_records([claim_record(claim)], form)
        return
    from argmine.view.terminal import show_claim

    show_claim(claim, document, console())


@app.command()
def status(corpus: Corpus = None) -> None:
    """Show what the database holds, and which sources could not be read.

    Example: argmine status
    """
    from argmine.store import Database
    from argmine.view.terminal import show_counts, show_failures

    settings = effective(corpus)
    with Database.open(settings.folder) as database:
        counts: dict[str, int | str] = {"database": str(settings.folder), "encoder": database.encoder() or "none"}
        counts.update(database.counts())
        failures = database.failures()
    show_counts(counts, console())
    show_failures(failures, console())


@app.command()
def index(corpus: Corpus = None, encoder: Encoder = None) -> None:
    """Build the indexes of vectors and words again from the database.

    Example: argmine index
    """
    from argmine.store import reindex

    settings = effective(corpus, encoder)
    done = reindex(settings.folder, settings.encoder)
    remark("The indexes are built." if done else "The indexes are in order.")


@app.command()
def instruments(
    code: Annotated[str | None, typer.Argument(help="One of them, with its articles.")] = None,
) -> None:
    """List the treaties and other instruments that argmine knows, or the articles of one.

    Examples: argmine instruments · argmine instruments OST
    """
    from argmine.view.registry import show_articles, show_instruments

    if code is None:
        show_instruments(console())
    else:
        show_articles(code, console())


def main() -> None:
    """The command line: errors of argmine become one line and exit code 2."""
    try:
        app()
    except ArgmineError as error:
        if Volume.verbose:
            sys.stderr.write("".join(format_exception(error)))
        sys.stderr.write(f"argmine: {error}\n")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        sys.stderr.write("argmine: stopped; what was written stays, and the same command goes on from there.\n")
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


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
