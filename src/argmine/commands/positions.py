"""argmine holder, argmine compare, argmine gaps."""

# ruff: noqa: PLC0415
from __future__ import annotations

from typing import Annotated

import typer

from argmine.commands.options import Corpus, console, effective

Provision = Annotated[str, typer.Argument(help='OST:II, "Art. II OST", "Outer Space Treaty, article 2", OST.')]
Holder = Annotated[str, typer.Argument(metavar="HOLDER", help="A name, a part of one, or an id.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="Quotations per interpretation.")]


def holder(name: Holder, limit: Limit = 3, corpus: Corpus = None) -> None:
    """Show what somebody holds, on which provisions, since when, and against whom.

    Examples: argmine holder Halvorsen · argmine holder "United States"
    """
    from argmine.view.holder import holder as gather
    from argmine.view.holder import show_profile

    show_profile(gather(effective(corpus), name), console(), limit)


def compare(provision: Provision, one: Holder, other: Holder, limit: Limit = 3, corpus: Corpus = None) -> None:
    """Set two holders' readings of a provision side by side.

    Example: argmine compare OST:II Castellane Thorncastle
    """
    from argmine.view.compare import compare as gather
    from argmine.view.compare import show_meeting
    from argmine.view.question import parse_provision

    show_meeting(gather(effective(corpus), parse_provision(provision), one, other), console(), limit)


def gaps(provision: Provision, corpus: Corpus = None) -> None:
    """Show what nobody interprets in a provision, and which references could not be tied to it.

    Examples: argmine gaps OST:I · argmine gaps MOON
    """
    from argmine.view.gaps import gaps as gather
    from argmine.view.gaps import show_gaps
    from argmine.view.question import parse_provision

    show_gaps(gather(effective(corpus), parse_provision(provision)), console())
