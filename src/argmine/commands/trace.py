"""argmine trace, argmine report."""

# ruff: noqa: PLC0415
from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmine.commands.options import (
    Corpus,
    Format,
    OutputFormat,
    Since,
    Stance,
    check_output,
    console,
    effective,
    many,
    remark,
    write_records,
    write_text,
)

Provision = Annotated[str, typer.Argument(help='OST:II, "Art. II OST", "Outer Space Treaty, article 2", OST.')]
Holder = Annotated[str | None, typer.Option(help="Only what he holds: a name, in part or with a slip.")]
MinScore = Annotated[
    float,
    typer.Option("--min-score", metavar="SCORE", min=0, max=1, help="Leave claims out whose link is weaker: .5, .8."),
]


class By(StrEnum):
    """What puts claims into one group."""

    READING = "reading"
    STANCE = "stance"
    HOLDER = "holder"
    YEAR = "year"
    GENRE = "genre"


def trace(  # noqa: PLR0913, PLR0917 (an option is an argument)
    provision: Provision,
    by: Annotated[By, typer.Option(help="How the claims are grouped.")] = By.READING,
    holder: Holder = None,
    since: Since = None,
    stance: Stance = [],  # noqa: B006 (typer makes its own)
    min_score: MinScore = 0,
    readings: Annotated[int, typer.Option(min=0, help="How many readings, the strongest first; 0 shows all.")] = 6,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Quotations per reading; 0 shows all.")] = 2,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """Show who argues which reading of a provision, with quotations and pages, against whom, on whose authority.

    A reading is named by its most telling claim, or by you (`argmine correct rename`); those held by most come first,
    beside each the strongest that excludes it. jsonl and csv have all claims.

    Examples: argmine trace OST:II · argmine trace OST:II --by holder --since 2015 --stance permits ·
    argmine trace MOON:11 --min-score .5 -f md
    """
    from argmine.view.answers.question import parse_provision
    from argmine.view.answers.trace import Only
    from argmine.view.answers.trace import trace as gather

    only = Only(holder, since, tuple(stance), min_score)
    traced = gather(effective(corpus), parse_provision(provision), by.value, only)
    most = readings if by is By.READING else 0
    if form is Format.TABLE:
        from argmine.view.shown.terminal import show_trace

        show_trace(traced, console(), many(limit), most)
    elif form is Format.MD:
        from argmine.view.shown.markdown import trace_as_markdown

        print(trace_as_markdown(traced, many(limit), most), end="")
    else:
        from argmine.view.exports.records import claim_record

        write_records((claim_record(claim) for claim in traced.claims), form)


def report(
    provision: Provision,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")],
    holder: Holder = None,
    since: Since = None,
    corpus: Corpus = None,
) -> None:
    """Write one page on a provision, with charts: who reads it how, since when; every quotation with its place.

    The page needs no network and no JavaScript. Example: argmine report OST:II -o report.html
    """
    from argmine.view.answers.question import parse_provision
    from argmine.view.answers.trace import Only
    from argmine.view.answers.trace import trace as gather
    from argmine.view.shown.report import page

    check_output(output)
    traced = gather(effective(corpus), parse_provision(provision), only=Only(holder, since))
    html = page(traced, output.absolute().parent)
    write_text(lambda out: out.write(html), output)
    remark(f"{output}: {len(traced.claims):,} claims on {traced.provision}.")
