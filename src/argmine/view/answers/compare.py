"""Compare: what two holders make of one provision, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.console import Console
from rich.console import Group as Lines
from rich.table import Table
from rich.text import Text

from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import Database
from argmine.types import Holder, Provision
from argmine.view.answers.groups import lag
from argmine.view.answers.holder import Held, held_by, held_lines, show_held
from argmine.view.shown.listed import WIDE

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two holders on one provision: readings that both hold, that one holds, and those in which they clash.

    In `clashes` each reading is set beside one of the other's only, that which opposes it with most claims;
    `uncompared` documents are not in the readings yet.
    """

    provision: Provision
    one: Holder
    other: Holder
    shared: tuple[tuple[Held, Held], ...]
    only_one: tuple[Held, ...]
    only_other: tuple[Held, ...]
    clashes: tuple[tuple[Held, Held], ...]
    uncompared: int = 0


def compare(settings: Settings, provision: Provision, one: str, other: str) -> Meeting:
    """The readings of a provision that two holders hold.

    Raises:
        QueryError: nobody, or more than one, is called so; or both names are of one.
        NoCorpus: nothing has been ingested.
    """
    with Database.open(settings.folder) as database:
        first, second = database.holder(one), database.holder(other)
        if first == second:
            raise QueryError(f"{one!r} and {other!r} are both {first.name}.", "`argmine holder NAME` shows one holder.")
        readings = database.interpretations_on(provision)
        ours = {held.interpretation.id: held for held in held_by(database, first, readings)}
        theirs = {held.interpretation.id: held for held in held_by(database, second, readings)}
        clashes, uncompared = _clashes(database, ours, theirs), database.uncompared()
    return Meeting(
        provision, first, second,
        shared=tuple((ours[each], theirs[each]) for each in ours if each in theirs),
        only_one=tuple(held for each, held in ours.items() if each not in theirs),
        only_other=tuple(held for each, held in theirs.items() if each not in ours),
        clashes=clashes, uncompared=uncompared,
    )  # fmt: skip


def _clashes(database: Database, ours: dict[str, Held], theirs: dict[str, Held]) -> tuple[tuple[Held, Held], ...]:
    """Readings of the one, each with that of the other which opposes it, those with most claims first."""
    pairs = [
        (ours[mine], theirs[his])
        for opposition in database.oppositions(list(ours))
        for mine, his in ((opposition.one, opposition.other), (opposition.other, opposition.one))
        if mine in ours and his in theirs
    ]
    pairs.sort(key=lambda pair: -min(len(pair[0].claims), len(pair[1].claims)))
    met: set[str] = set()
    found = []
    for mine, his in pairs:
        ids = {mine.interpretation.id, his.interpretation.id}
        if not ids & met:
            met |= ids
            found.append((mine, his))
    return tuple(found)


def show_meeting(meeting: Meeting, console: Console, limit: int = 3, most: int = 0) -> None:
    """What they share, where they clash, what only one of them says; of each the first `most` readings, 0 for all."""
    console.print(Text(f"{meeting.provision}: {meeting.one.name} and {meeting.other.name}", "bold"))
    if not (meeting.shared or meeting.only_one or meeting.only_other):
        console.print("Neither holds a reading of it in this corpus.")
    if behind := lag(meeting.uncompared):
        console.print(Text(f"{behind}\n", "yellow"))
    for pair in _first(meeting.shared, most):
        console.rule(Text("both", "green"), align="left")
        _abreast(pair, console, limit)
    _tell_more(len(meeting.shared), most, "of both", console)
    for pair in _first(meeting.clashes, most):
        console.rule(Text("against each other", "red"), align="left")
        _abreast(pair, console, limit)
    _tell_more(len(meeting.clashes), most, "against each other", console)
    clashing = {held.interpretation.id for pair in _first(meeting.clashes, most) for held in pair}
    for holder, only in ((meeting.one, meeting.only_one), (meeting.other, meeting.only_other)):
        rest = [held for held in only if held.interpretation.id not in clashing]
        if rest:
            console.rule(Text(f"only {holder.name}"), align="left")
        for held in _first(rest, most):
            show_held(held, console, limit, opposed=False)
        _tell_more(len(rest), most, f"of {holder.name}", console)


def _abreast(pair: tuple[Held, Held], console: Console, limit: int) -> None:
    """Two readings side by side, one above the other where the terminal is narrow."""
    parts = [Lines(Text(held.holder.name, "bold"), *held_lines(held, limit, opposed=False)) for held in pair]
    if console.width < WIDE:
        console.print(*parts)
        return
    table = Table.grid("", "", padding=(0, 3, 0, 0), expand=True)
    for column in table.columns:
        column.ratio = 1
    table.add_row(*parts)
    console.print(table)


def _first(several: Sequence[T], most: int) -> Sequence[T]:
    return several[:most] if most else several


def _tell_more(number: int, most: int, what: str, console: Console) -> None:
    if most and number > most:
        console.print(Text(f"… and {number - most} more {what} (--readings 0 shows all)\n", "dim"))
