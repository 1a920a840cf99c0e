"""The commands. Results on stdout, progress and complaints on stderr.

Exit codes: 0 all well · 1 some sources could not be read · 2 the command could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
)  # fmt: skip


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class Machine(StrEnum):
    """Formats for programs."""

    JSONL = "jsonl"
    CSV = "csv"


class Exported(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"


Corpus = Annotated[
    str | None,
    typer.Option(
        "--corpus", metavar="FOLDER", help="Folder of the database [default: corpus/processed, or ARGMINE_CORPUS]."
    ),
]
Encoder = Annotated[
    str | None, typer.Option(metavar="NAME", help='"static", "minilm", or the path of a sentence-transformers model.')
]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="table for people, jsonl or csv for programs.")]


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

    settings = _settings(corpus, encoder)
    plan = make_plan(sources, settings, retry=retry)
    # Starting Prefect takes longer than finding out that there is nothing to do.
    report = _direct(plan, settings) if direct or plan.is_empty else _flow(sources, settings, retry)
    _print_report(report, _console(stderr=True))
    raise typer.Exit(1 if report.failures else 0)


@app.command()
def search(
    question: Annotated[str, typer.Argument(help="In your own words; words in quotation marks must stand together.")],
    provision: Annotated[
        str | None, typer.Option("--provision", "-p", help='Only claims on it: OST:II, "Art. II OST".')
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="How many claims.")] = 10,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
    encoder: Encoder = None,
) -> None:
    """Find claims by meaning and by words.

    Example: argmine search "may States appropriate extracted resources?" --provision OST:II
    """
    from argmine.view.question import parse_provision
    from argmine.view.search import search as find

    settings = _settings(corpus, encoder)
    hits = find(settings, question, parse_provision(provision) if provision else None, limit)
    if form is not Format.TABLE:
        from argmine.view.export import hit_record

        _write((hit_record(hit) for hit in hits), form)
        return
    from argmine.view.terminal import show_hits

    show_hits(hits, _console())
    if not hits:
        _console(stderr=True).print("No claim found.")


@app.command()
def trace(
    provision: Annotated[str, typer.Argument(help='OST:II, "Art. II OST", "Outer Space Treaty, article 2", OST.')],
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Quotations per reading; 0 shows all.")] = 5,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """Show who argues which reading of a provision, with quotations and pages.

    Example: argmine trace OST:II
    """
    from argmine.view.question import parse_provision
    from argmine.view.trace import trace as gather

    traced = gather(_settings(corpus), parse_provision(provision))
    if form is not Format.TABLE:
        from argmine.view.export import claim_record

        _write((claim_record(claim) for claim in traced.claims), form)
        return
    from argmine.view.terminal import show_trace

    show_trace(traced, _console(), limit or len(traced.claims))


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

    with Database.open(_settings(corpus).folder) as database:
        claim = database.claim(claim_id)
        document = database.document(claim.document_id)
    if form is not Format.TABLE:
        from argmine.view.export import claim_record

        _write([claim_record(claim)], form)
        return
    from argmine.view.terminal import show_claim

    show_claim(claim, document, _console())


@app.command()
def status(corpus: Corpus = None) -> None:
    """Show what the database holds, and which sources could not be read.

    Example: argmine status
    """
    from argmine.store import Database
    from argmine.view.terminal import show_counts, show_failures

    settings = _settings(corpus)
    with Database.open(settings.folder) as database:
        counts: dict[str, int | str] = {"database": str(settings.folder), "encoder": database.encoder() or "none"}
        counts.update(database.counts())
        failures = database.failures()
    show_counts(counts, _console())
    show_failures(failures, _console())


@app.command()
def export(
    what: Annotated[Exported, typer.Argument(help="What to export.")],
    form: Annotated[Machine, typer.Option("--format", "-f", help="One record a line, or a table.")] = Machine.JSONL,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; stdout when left out.")] = None,
    corpus: Corpus = None,
) -> None:
    """Write all claims for other programs.

    Example: argmine export claims --format jsonl > claims.jsonl
    """
    from argmine.store import Database
    from argmine.view.export import claim_record

    with Database.open(_settings(corpus).folder) as database:
        _write((claim_record(claim) for claim in database.iter_claims()), form, output)


@app.command()
def index(corpus: Corpus = None, encoder: Encoder = None) -> None:
    """Build the indexes of vectors and words again from the database.

    Example: argmine index
    """
    from argmine.store import reindex

    settings = _settings(corpus, encoder)
    done = reindex(settings.folder, settings.encoder)
    _console(stderr=True).print("The indexes are built." if done else "The indexes are in order.")


@app.command()
def instruments(
    code: Annotated[str | None, typer.Argument(help="One of them, with its articles.")] = None,
) -> None:
    """List the treaties and other instruments that argmine knows, or the articles of one.

    Examples: argmine instruments · argmine instruments OST
    """
    from argmine.view.registry import show_articles, show_instruments

    if code is None:
        show_instruments(_console())
    else:
        show_articles(code, _console())


def main() -> None:
    """The command line: errors of argmine become one line and exit code 2."""
    try:
        app()
    except ArgmineError as error:
        sys.stderr.write(f"argmine: {error.reason}\n" + (f"         {error.hint}\n" if error.hint else ""))
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        sys.stderr.write("argmine: stopped; what was written stays, and the same command goes on from there.\n")
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def _settings(corpus: str | None, encoder: str | None = None) -> Settings:
    from argmine.settings import load_settings

    return load_settings(corpus=corpus, encoder=encoder)


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def _direct(plan: Plan, settings: Settings) -> Report:
    from argmine.intake import read_here, run
    from argmine.view.progress import Bar

    with Bar() as watch:
        return run(plan, settings, read_here, watch)


def _flow(sources: list[str], settings: Settings, retry: bool) -> Report:
    from argmine.flows.ingest import ingest as flow
    from argmine.intake import Report
    from argmine.store import Failure

    counts = flow(sources, settings.corpus, settings.encoder, retry=retry, bar=True)
    failures = [Failure(**failure) for failure in counts.pop("failures")]
    return Report(**counts, failures=failures)


def _print_report(report: Report, console: Console) -> None:
    from argmine.view.terminal import show_counts, show_failures

    if not (report.read or report.removed):
        console.print(f"Nothing to do: {report.unchanged} documents are up to date.")
    else:
        show_counts(report.counts(), console)
    show_failures(report.failures, console)


def _write(records: Iterable[dict[str, Any]], form: StrEnum, output: Path | None = None) -> None:
    from argmine.view.export import WRITERS

    if output is None:
        WRITERS[form.value](records, sys.stdout)
        return
    unfinished = output.with_name(f"{output.name}.tmp")
    with unfinished.open("w", encoding="utf-8", newline="") as out:
        WRITERS[form.value](records, out)
    unfinished.replace(output)
