"""The command line: every command, and how errors end. Results on stdout, progress and complaints on stderr.

Exit codes: 0 all well · 1 some sources could not be read · 2 the command could not run.
"""

from __future__ import annotations

import sys
from traceback import format_exception
from typing import Annotated

import typer

from argmine.commands.config import config
from argmine.commands.correct import correct
from argmine.commands.duplicates import duplicates
from argmine.commands.evaluate import evaluate
from argmine.commands.export import export
from argmine.commands.ingest import index, ingest
from argmine.commands.options import Volume
from argmine.commands.positions import compare, gaps, holder
from argmine.commands.reading import text, view
from argmine.commands.search import search
from argmine.commands.show import instruments, show, status
from argmine.commands.trace import report, trace
from argmine.commands.works import authorities, cites, works
from argmine.errors import ArgmineError

app = typer.Typer(
    help="Who argues which interpretation of which treaty article, where exactly, and on whose authority?",
    no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
for command in (
    ingest, text, view, search, trace, holder, compare, gaps, correct, cites, authorities, works,
    report, show, status, duplicates, export, index, instruments, config,
):  # fmt: skip
    app.command()(command)
app.command("eval")(evaluate)


@app.callback()
def common(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks: results and errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="With an error, where it came from.")] = False,
) -> None:
    """Options that stand before the command."""
    Volume.quiet, Volume.verbose = quiet, verbose


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
