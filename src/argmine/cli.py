"""The command line: every command, and how errors end. Results on stdout, progress and complaints on stderr.

Exit codes: 0 all well · 1 some sources could not be read · 2 the command could not run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any, TextIO

import typer
from typer.core import TyperGroup
from typer.main import get_command

from argmine.commands import HOMES
from argmine.commands.options import Volume
from argmine.errors import ArgmineError

_STOPPED = 130
"""The exit code after Ctrl-C, as shells have it and typer gives it."""
_MANNERS: dict[str, Any] = {
    "pretty_exceptions_enable": False, "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}  # fmt: skip


class _Commands(Mapping[str, Any]):
    """The commands by name; a search waits for its own only, since to read the options of all takes a tenth of a
    second.
    """

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)

    def __getitem__(self, name: str) -> Any:
        module, function = HOMES[name].split()
        alone = typer.Typer(add_completion=False, **_MANNERS)
        alone.command(name)(getattr(import_module(f"argmine.commands.{module}"), function))
        return get_command(alone)


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands()  # type: ignore[assignment]  # nothing is added to it


app = typer.Typer(
    help="Who argues which interpretation of which treaty article, where exactly, and on whose authority?",
    no_args_is_help=True, cls=_Group, **_MANNERS,
)  # fmt: skip


def _version(wanted: object) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (only when it is asked for)

        print(f"argmine {version('argmine')}")
        raise typer.Exit


_Version = typer.Option("--version", callback=_version, is_eager=True, help="Which argmine this is.")


@app.callback()
def common(
    context: typer.Context,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no remarks: results and errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="With an error, where it came from.")] = False,
    version: Annotated[bool, _Version] = False,
) -> None:
    """Options that stand before the command."""
    Volume.quiet, Volume.verbose = quiet, verbose
    _Ending.at_once = context.invoked_subcommand == "search"


class _Ending:
    """How the process ends. To take models and indexes apart piece by piece would be a tenth of a search."""

    at_once = False


def main() -> None:
    """The command line: errors of argmine become one line and exit code 2."""
    out = sys.stdout
    _take_every_letter(out)
    code = _run()
    try:
        out.flush()
    except BrokenPipeError:  # who reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    if sys.stdout is not out:  # typer has met the broken pipe, and put something silent in its place
        code = 0
    if _Ending.at_once:
        sys.stderr.flush()
        os._exit(code)
    raise SystemExit(code)


def _take_every_letter(out: TextIO) -> None:
    """A terminal shows what it cannot show as "?"; whoever reads a pipe or a file gets UTF-8, as JSON wants it, unless
    PYTHONIOENCODING says otherwise: then "\\u201c", which JSON reads, stands for what that lacks.
    """
    if not isinstance(out, TextIOWrapper):
        return
    if out.isatty():
        out.reconfigure(errors="replace")
    else:
        encoding = None if "PYTHONIOENCODING" in os.environ else "utf-8"
        out.reconfigure(encoding=encoding, errors="backslashreplace")


def _run() -> int:
    try:
        app()
    except ArgmineError as error:
        return _complaint(error, str(error))
    except OSError as error:  # of a file that a person named, or that the system does not name
        way_out = "Check the path, your rights, and the room on the disk."
        return _complaint(error, f"{error.filename or _somewhere()}: {error.strerror or error}. {way_out}")
    except SystemExit as end:
        if end.code == _STOPPED:
            sys.stderr.write("argmine: stopped; what was written stays, and the same command goes on from there.\n")
        return end.code if isinstance(end.code, int) else 0
    return 0


def _somewhere() -> str:
    """Where a file may lie that cannot be written and of which the system tells no name."""
    from tempfile import gettempdir  # noqa: PLC0415 (as above)

    return f"A file in the corpus or in {gettempdir()}"


def _complaint(error: Exception, line: str) -> int:
    if Volume.verbose:
        from traceback import format_exception  # noqa: PLC0415 (with an error only)

        sys.stderr.write("".join(format_exception(error)))
    sys.stderr.write(f"argmine: {line}\n")
    return 2
