"""Who relies on what: the places where a work is cited, and the works on which readings of a provision rest."""

from __future__ import annotations

from argmine.knowledge import instrument
from argmine.settings import Settings
from argmine.store import Database
from argmine.store.works import CitingRow, WorkRow
from argmine.types import Provision, Work
from argmine.view.answers.groups import lag


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


def named(work: Work) -> str:
    """A work in one line: authors, title, volume and container, year; its first key where it has no title."""
    about = work.description
    place = " ".join(part for part in (about.volume, about.container) if part)
    what = about.title or (place and " ") or " ".join(work.keys[:1]).upper()
    year = f" ({about.year})" if about.year else ""
    parts = (", ".join(about.authors), what.strip(), place)
    return (" · ".join(part for part in parts if part) or work.id) + year
