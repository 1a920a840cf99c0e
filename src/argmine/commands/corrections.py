"""`argmine corrections`: what was put right by hand, to keep it and to bring it back."""

# ruff: noqa: PLC0415
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import (
    Corpus,
    Format,
    Output,
    OutputFormat,
    console,
    effective,
    remark,
    write_records,
    write_text,
)

if TYPE_CHECKING:
    from argmine.settings import Settings


def corrections(
    load: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take over the corrections of a file of JSON lines.")
    ] = None,
    form: OutputFormat = Format.TABLE,
    output: Output = None,
    corpus: Corpus = None,
) -> None:
    """List what was put right by hand; write it to a file, or take it over from one.

    Examples: argmine corrections · argmine corrections -f jsonl -o mine.jsonl · argmine corrections --load mine.jsonl
    """
    from argmine.store import Database
    from argmine.view.answers.byhand import records

    settings = effective(corpus)
    if load is not None:
        _load(settings, load)
        return
    with Database.open(settings.folder) as database:
        rows = list(records(database.corrections()))
    if form in (Format.JSONL, Format.CSV):
        write_records(rows, form, output)
    elif form is Format.MD:
        from argmine.view.shown.markdown import table_as_markdown

        table = table_as_markdown(("what", "of", "is"), [list(row.values()) for row in rows])
        write_text(lambda out: out.write(table), output)
    elif not rows:
        remark("Nothing was put right by hand.")
    else:
        _show(rows)


def _load(settings: Settings, file: Path) -> None:
    from argmine.errors import QueryError
    from argmine.intake import compare_all
    from argmine.store import Database, reindex
    from argmine.view.answers.byhand import corrections_of

    try:
        found = corrections_of(file.read_text("utf-8").splitlines(), str(file))
    except UnicodeDecodeError as error:
        raise QueryError(f"{file} is no text.", "Give what `argmine corrections -f jsonl` wrote.") from error
    with Database.open(settings.folder, write=True) as database:
        database.correct_all(found)
        waiting = database.waiting(found)
        compare_all(database)
    reindex(settings.folder, settings.encoder)
    remark(f"{len(found)} correction{'s' * (len(found) != 1)} taken over.")
    if waiting:
        remark(f"{waiting} of them wait{'s' * (waiting == 1)} for documents that are not in the corpus.")


def _show(rows: list[dict[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("what", box=None)
    for name in ("of", "is"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[key]) for key in ("kind", "target", "value")))
    console().print(table)
