"""How works, and the places where they are cited, look in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from argmine.store.works import CitingRow, WorkRow
from argmine.view.answers.authorities import named
from argmine.view.shown.listed import NARROW


def _counted(row: WorkRow) -> str:
    citations = "1 citation" if row.citations == 1 else f"{row.citations:,} citations"
    return f"{citations} in {'1 document' if row.documents == 1 else f'{row.documents:,} documents'}"


def show_cites(row: WorkRow, places: list[CitingRow], console: Console) -> None:
    """Print a work and the places where it is cited, by document."""
    console.print(Text(named(row.work), style="bold"))
    console.print(
        f"{_counted(row)}; joined by: {', '.join(row.work.keys) or 'nothing'}",
        markup=False,
    )
    if row.work.document_id:
        console.print(f"It is the document {row.work.document_id}.", markup=False)
    last = None
    for place in places:
        if place.document_id != last:
            console.print(
                Text(
                    f"\n{' and '.join(place.authors) or place.title or place.document_id} ({(place.date or '?')[:4]})",
                    style="bold",
                )
            )
            last = place.document_id
        signal = f"{place.signal}: " if place.signal else ""
        note = f"n. {place.note}: " if place.note else ""
        console.print(Padding(Text(f"{note}{signal}{' '.join(place.text.split())}"), (0, 0, 0, 2)))
        if place.claim:
            console.print(Padding(Text(f"for: {' '.join(place.claim.split())}", style="dim"), (0, 0, 0, 5)))


def show_works(rows: list[WorkRow], console: Console, limit: int) -> None:
    """Print works with how often they are cited and the keys that joined their citations."""
    for row in rows[:limit]:
        console.print(Text(f"{row.work.id}  {named(row.work)}", style="bold"))
        console.print(Text(f"    {_counted(row)}"))
        for key in row.work.keys:
            console.print(Padding(Text(f"joined by: {key}", style="dim"), (0, 0, 0, 4)))
        if row.work.document_id:
            console.print(Text(f"    is the document {row.work.document_id}"))
    if len(rows) > limit or not rows:
        console.print(f"{len(rows):,} works{f', {limit} shown' if rows else ''}.")


def show_authorities(rows: list[tuple[WorkRow, int]], console: Console) -> None:
    """Print works with the number of claims that rest on them; in a narrow terminal the ids below them."""
    if rows and console.width <= NARROW:
        for row, claims in rows:
            console.print(Text(f"{claims}  {named(row.work)}"), Padding(Text(row.work.id, "dim"), (0, 0, 0, 3)))
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for row, claims in rows:
        table.add_row(str(claims), Text(named(row.work)), row.work.id)
    if rows:
        console.print(table)
    else:
        console.print("No authority is given for any claim on it.")
