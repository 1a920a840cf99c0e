"""Who relies on what: the places where a work is cited, and the works on which readings of a provision rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from argmine.knowledge import instrument
from argmine.settings import Settings
from argmine.store import Database
from argmine.store.works import CitingRow, WorkRow
from argmine.types import Provision, Work
from argmine.view.answers.groups import lag
from argmine.view.exports.bibliography import citation_record, work_record


def cites(settings: Settings, words: str) -> tuple[WorkRow, list[CitingRow]]:
    """A work, by id, key or words of its authors and title, and every place where it is cited.

    Raises:
        QueryError: no work has these words, or several have.
    """
    with Database.open(settings.folder) as database:
        row = database.work(words)
        return row, database.citing(row.work)


def authorities(settings: Settings, provision: Provision) -> list[tuple[WorkRow, int]]:
    """The works on which claims on a provision rest, with the number of these claims, most first."""
    with Database.open(settings.folder) as database:
        found = database.authorities(provision)
    return [(row, claims) for row, claims in found if is_authority(row.work, provision)]


def lag_of_works(settings: Settings) -> str:
    """What is to be said where an ingest has not ended, so that the works lag behind; empty where they do not."""
    with Database.open(settings.folder) as database:
        return lag(database.unjoined(), "Works")


def is_authority(work: Work, provision: Provision) -> bool:
    """Whether claims on a provision may rest on a work: on its own treaty none does, and a name alone is no work."""
    about = work.description
    known = instrument(provision.instrument)
    title = (about.title or "").casefold()
    return bool(title or about.container or work.keys) and not (known and title == known.title.casefold())


def works(settings: Settings, words: str) -> list[WorkRow]:
    """The works whose id, keys, authors or title have all these words, the most cited first."""
    wanted = words.casefold().split()
    with Database.open(settings.folder) as database:
        rows = [row for row in database.works() if all(word in _searched(row.work) for word in wanted)]
    return sorted(rows, key=lambda row: (-row.documents, -row.citations))


def _searched(work: Work) -> str:
    about = work.description
    return " ".join((work.id, *work.keys, *about.authors, about.title or "")).casefold()


def citation_records(database: Database) -> Iterator[dict[str, Any]]:
    """Every citation whose authority is certain, as a record."""
    ids = dict(database.document_ids())
    texts: tuple[int, str] = (0, "")
    for cited in database.cited():
        if texts[0] != cited.document:
            texts = (cited.document, database.document(ids[cited.document]).text)
        yield citation_record(cited, ids[cited.document], cited.citation.span.of(texts[1]))


def citing_record(row: CitingRow) -> dict[str, Any]:
    """One place where a work is cited."""
    return {
        "document_id": row.document_id,
        "title": row.title,
        "authors": list(row.authors),
        "date": row.date,
        "note": row.note,
        "signal": row.signal,
        "citation": row.text,
        "pinpoints": [{"unit": pin.unit, "value": pin.value} for pin in row.pinpoints],
        "claim_id": row.claim_id,
        "claim": row.claim,
        "stance": row.stance,
    }


def authority_record(row: WorkRow, claims: int) -> dict[str, Any]:
    """A work and the number of claims that rest on it."""
    return {"claims": claims, **work_record(row)}


def named(work: Work) -> str:
    """A work in one line: authors, title, volume and container, year; its first key where it has no title."""
    about = work.description
    place = " ".join(part for part in (about.volume, about.container) if part)
    what = about.title or (place and " ") or " ".join(work.keys[:1]).upper()
    year = f" ({about.year})" if about.year else ""
    parts = (", ".join(about.authors), what.strip(), place)
    return (" · ".join(part for part in parts if part) or work.id) + year


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
    """Print works with the number of claims that rest on them."""
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
