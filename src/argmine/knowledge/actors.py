"""Who speaks for many: States, and organs, courts and groups, under the names that documents give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from argmine.errors import KnowledgeError
from argmine.knowledge.tables import Table, load, shipped

OrganType = Literal["organ", "court", "group"]


@dataclass(frozen=True, slots=True)
class State:
    """A State, or one that was.

    `code` is ISO 3166-1 alpha-3, or ISO 3166-3's where the State is no more ("SUN"), or our own where ISO never had one
    ("TANG"). `name` is the short English name in use at the UN, `names` all that denote it, `name` first, with straight
    apostrophes; `adjectives` say that something is its own.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ, court or group; `names` are all that denote it, `name` first, with straight apostrophes."""

    id: str
    name: str
    names: tuple[str, ...]
    type: OrganType


@cache
def states() -> tuple[State, ...]:
    """All members and observers of the UN, and the States of its records that are no more.

    Raises:
        KnowledgeError: the file is wrong.
    """
    rows = _file("states.toml").tables("states")
    found = tuple(_state(row) for row in rows)
    _check_once("states.toml", ({state.code, *state.names, *state.adjectives} for state in found))
    return found


@cache
def organs() -> tuple[Organ, ...]:
    """Organs and bodies of the UN, international courts, groups of States and of scholars.

    Raises:
        KnowledgeError: the file is wrong.
    """
    rows = _file("organs.toml").tables("organs")
    found = tuple(_organ(row) for row in rows)
    _check_once("organs.toml", ({organ.id, *organ.names} for organ in found))
    return found


def _file(name: str) -> Table:
    return load(next(file for file in shipped() if file.name == name))


def _state(table: Table) -> State:
    table.only("code", "name", "names", "adjectives")
    code, name = table.text("code"), table.text("name")
    if not re.fullmatch("[A-Z]{3,4}", code):
        raise table.error("code", f'"{code}" is not a code of three or four capitals', 'Write code = "AUT"')
    return State(code, name, _with(name, table), table.texts("adjectives"))


def _organ(table: Table) -> Organ:
    table.only("id", "name", "names", "type")
    kind = cast("OrganType", table.choice("type", "organ", "court", "group"))
    name = table.text("name")
    return Organ(table.text("id"), name, _with(name, table), kind)


def _with(name: str, table: Table) -> tuple[str, ...]:
    """All names, the first being the one in use; it need not be written twice."""
    names = table.texts("names")
    if name in names:
        raise table.error("names", f'"{name}" is the name already', "Leave it out there")
    return (name, *names)


def _check_once(file: str, rows: Iterable[set[str]]) -> None:
    """A code, a name or an adjective stands for one row only."""
    seen: set[str] = set()
    for row in rows:
        if twice := seen & row:
            raise KnowledgeError(f'{file}: names: "{min(twice)}" stands for two.', "Leave it out of one, or of both.")
        seen |= row
