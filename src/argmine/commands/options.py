"""What several commands share: options, where they write, how loud they are."""

# ruff: noqa: PLC0415
from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO

import typer

from argmine.errors import QueryError
from argmine.whole import whole

if TYPE_CHECKING:
    from rich.console import Console

    from argmine.settings import Settings


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class Volume:
    """How loud argmine is: `quiet` leaves progress and remarks out, `verbose` adds where an error came from."""

    quiet = False
    verbose = False


Corpus = Annotated[
    str | None,
    typer.Option(
        "--corpus", metavar="FOLDER", help="Folder of the database [default: corpus/processed, or ARGMINE_CORPUS]."
    ),
]
Encoder = Annotated[
    str | None, typer.Option(metavar="NAME", help='"static", "minilm", or the path of a sentence-transformers model.')
]
OutputFormat = Annotated[
    Format, typer.Option("--format", "-f", help="table for people, md for papers, jsonl or csv for programs.")
]
Since = Annotated[
    int | None, typer.Option(metavar="YEAR", min=1000, max=9999, help="Only documents of that year and later.")
]
Stance = Annotated[list[str], typer.Option(help="permits, prohibits, requires, limits, open, none.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file; stdout when left out.")]


def effective(corpus: str | None, encoder: str | None = None) -> Settings:
    """The effective settings; a folder of one's own knowledge goes into the environment, for all that reads it."""
    from argmine.settings import load_settings

    settings = load_settings(corpus=corpus, encoder=encoder)
    if settings.knowledge:
        from argmine.knowledge.tables import VARIABLE as KNOWLEDGE

        os.environ.setdefault(KNOWLEDGE, settings.knowledge)
    return settings


def console(*, stderr: bool = False) -> Console:
    """Where tables go; colours are off when it is no terminal, and where NO_COLOR is set."""
    from rich.console import Console

    class Piped(Console):
        def on_broken_pipe(self) -> NoReturn:
            """Who reads has enough: that is no fault."""
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0)

    return Piped(stderr=stderr, highlight=False, quiet=stderr and Volume.quiet)


def many(limit: int) -> int:
    """How many are shown: 0 stands for all."""
    return limit or sys.maxsize


def remark(words: str) -> None:
    """Say something beside the results, on stderr."""
    if not Volume.quiet:
        sys.stderr.write(f"{words}\n")


def write_records(records: Iterable[dict[str, Any]], form: str, output: Path | None = None) -> None:
    """Write records as jsonl or csv."""
    from argmine.view.exports.records import WRITERS

    write_text(lambda out: WRITERS[form](records, out), output)


_ODD = "backslashreplace"
"""Names of files need not be Unicode; JSON reads these escapes."""


def check_output(output: Path) -> None:
    """Refuse, before any work is done for it, a file that cannot be written where it is named.

    Raises:
        QueryError: it is a folder, or lies in none.
    """
    if output.is_dir():
        raise QueryError(f"{output} is a folder.", "Name a file in it.")
    if not output.absolute().parent.is_dir():
        raise QueryError(f"There is no folder {output.parent}.", "Make it, or name a file elsewhere.")


def write_text(write: Callable[[TextIO], object], output: Path | None) -> None:
    """Let `write` fill a file, which has its name only when it is whole, or stdout."""
    if output is None:
        write(sys.stdout)
        return
    check_output(output)
    with whole(output) as unfinished, unfinished.open("w", encoding="utf-8", errors=_ODD, newline="") as out:
        write(out)
