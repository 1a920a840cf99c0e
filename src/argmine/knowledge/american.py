"""American reporters and law journals, as the Free Law Project's reporters-db lists them.

Courts of fifty States have some thirteen hundred series under four thousand writings. eyecite finds citations by this
list; argmine looks a form up in it when a number stands before and behind, which costs nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from reporters_db import JOURNALS, REPORTERS

_NEUTRAL = frozenset(("neutral", "specialty_lexis", "specialty_west"))  # "2019 WL 12" has no series of its own


def reporters() -> Iterator[tuple[str, str, str]]:
    """(writing, usual abbreviation, name) of each series of decisions."""
    for entries in REPORTERS.values():
        for entry in entries:
            if entry["cite_type"] in _NEUTRAL:
                continue
            for edition in entry["editions"]:
                yield edition, edition, entry["name"]
            for writing, edition in entry["variations"].items():
                yield writing, edition, entry["name"]


def journals() -> Iterator[tuple[str, str]]:
    """(writing, name) of each law journal."""
    for abbreviation, entries in JOURNALS.items():
        for entry in entries:
            for writing in (abbreviation, *entry["variations"]):
                yield writing, entry["name"]


def is_telling(writing: str, name: str) -> bool:
    """Whether a writing can be nothing else: two words, an edition ("N.E.2d"), or a State's own reports ("Ill.")."""
    if " " in writing.strip() or any(letter.isdigit() for letter in writing):
        return "." in writing
    return name.endswith(" Reports") and name.casefold().startswith(writing.rstrip(".").casefold())
