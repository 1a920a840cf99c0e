"""argmine holder, argmine compare, argmine gaps."""

# ruff: noqa: PLC0415
from __future__ import annotations

from typing import Annotated

import typer

from argmine.commands.options import Corpus, console, effective, many

Provision = Annotated[str, typer.Argument(help='OST:II, "Art. II OST", "Outer Space Treaty, article 2", OST.')]
Holder = Annotated[str, typer.Argument(metavar="HOLDER", help="A name, a part of one, or an id.")]
Readings = Annotated[int, typer.Option(min=0, help="How many readings of a kind, the strongest first; 0 shows all.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="Quotations per reading; 0 shows all.")]


def holder(
    name: Holder,
    provision: Annotated[
        str | None, typer.Option("--provision", "-p", help="Only what he makes of it: OST:II.")
    ] = None,
    readings: Readings = 3,
    limit: Limit = 3,
    corpus: Corpus = None,
) -> None:
    """Show what somebody holds, on which provisions, since when, and against whom.

    Examples: argmine holder Halvorsen · argmine holder "United States" -p OST:II --readings 0
    """
    from argmine.view.answers.holder import holder as gather
    from argmine.view.answers.question import parse_provision
    from argmine.view.shown.holders import show_profile

    wanted = parse_provision(provision) if provision else None
    show_profile(gather(effective(corpus), name, wanted), console(), many(limit), readings)


def compare(
    provision: Provision, one: Holder, other: Holder, readings: Readings = 3, limit: Limit = 2, corpus: Corpus = None
) -> None:
    """Set two holders' readings of a provision side by side: those of both, those against each other, then the others.

    Example: argmine compare OST:II Castellane Thorncastle
    """
    from argmine.view.answers.compare import compare as gather
    from argmine.view.answers.question import parse_provision
    from argmine.view.shown.meetings import show_meeting

    show_meeting(gather(effective(corpus), parse_provision(provision), one, other), console(), many(limit), readings)


def gaps(provision: Provision, corpus: Corpus = None) -> None:
    """Show what nobody interprets in a provision, and which references could not be tied to it.

    Examples: argmine gaps OST:I · argmine gaps MOON
    """
    from argmine.view.answers.gaps import gaps as gather
    from argmine.view.answers.question import parse_provision
    from argmine.view.shown.gaps import show_gaps

    show_gaps(gather(effective(corpus), parse_provision(provision)), console())
