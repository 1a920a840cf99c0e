"""`argmine duplicates`: documents that are one, and joining them."""

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415
from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from argmine.commands.options import Corpus, Format, OutputFormat, console, effective, remark, write_records


def duplicates(
    join: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="COPY ORIGINAL", help="Let the copy's sources share the original; ids as listed."),
    ] = None,
    part: Annotated[
        str | None, typer.Option(metavar="PATH", help="Undo a join: the next ingest reads this source for itself.")
    ] = None,
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """List documents that say the same in nearly the same words; join them on request.

    Examples: argmine duplicates · argmine duplicates --join 3fa9c1d2e4b7 90ab12cd34ef
    """
    from argmine.store import Database, reindex

    settings = effective(corpus)
    if join or part:
        with Database.open(settings.folder, write=True) as database:
            if join:
                database.join_documents(*join)
            if part:
                database.part_document(part)
        reindex(settings.folder, settings.encoder)
        remark("Joined." if join else f"Parted: `argmine ingest` reads {part} again.")
        return
    _list(settings.folder, form)


def _list(folder: Path, form: Format) -> None:
    from rich.table import Table

    from argmine.store import Database
    from argmine.view.answers.duplicates import find_duplicates

    with Database.open(folder) as database:
        pairs = find_duplicates(database)
    if form in (Format.JSONL, Format.CSV):
        write_records((asdict(pair) for pair in pairs), form)
    elif not pairs:
        remark("No two documents are nearly the same.")
    else:
        table = Table("alike", box=None)
        for name in ("original", "copy"):
            table.add_column(name, overflow="fold")
        for pair in pairs:
            original, copy = "\n".join((pair.original_source, pair.original)), "\n".join((pair.copy_source, pair.copy))
            table.add_row(f"{pair.resemblance:.2f}", original, copy)
        console().print(table)
