"""The instruments that argmine knows, as tables."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from argmine.errors import QueryError
from argmine.knowledge import instruments


def show_instruments(console: Console) -> None:
    """Code, date, title and number of articles of each."""
    table = Table("code", "date", "title", "units")
    for instrument in instruments().values():
        units = f"{len(instrument.articles)} {instrument.unit}s" if instrument.articles else "as a whole"
        table.add_row(instrument.code, instrument.date, instrument.title, units)
    console.print(table)


def show_articles(code: str, console: Console) -> None:
    """Number, heading and gist of each article.

    Raises:
        QueryError: there is no such instrument.
    """
    instrument = instruments().get(code.upper())
    if instrument is None:
        raise QueryError(f"No instrument has the code {code!r}.", "`argmine instruments` lists them.")
    table = Table(instrument.unit, "heading", "in short", title=instrument.title)
    for unit in instrument.articles:
        table.add_row(f"{instrument.code}:{unit.number}", unit.heading, unit.gist)
    console.print(table)
