"""Compare: what two holders make of one provision, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import ClaimRow, Database
from argmine.types import Holder, Provision
from argmine.view.holder import Held, held_by, quotation, show_held


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two holders on one provision: readings that both hold, that one holds, and claims in which they clash."""

    provision: Provision
    one: Holder
    other: Holder
    shared: tuple[tuple[Held, Held], ...]
    only_one: tuple[Held, ...]
    only_other: tuple[Held, ...]
    clashes: tuple[tuple[ClaimRow, ClaimRow], ...]


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
        clashes = _clashes(database, ours, theirs)
    return Meeting(
        provision, first, second,
        shared=tuple((ours[each], theirs[each]) for each in ours if each in theirs),
        only_one=tuple(held for each, held in ours.items() if each not in theirs),
        only_other=tuple(held for each, held in theirs.items() if each not in ours),
        clashes=clashes,
    )  # fmt: skip


def _clashes(
    database: Database, ours: dict[str, Held], theirs: dict[str, Held]
) -> tuple[tuple[ClaimRow, ClaimRow], ...]:
    """For each opposition between a reading of the one and a reading of the other, a claim of each."""
    found = []
    for opposition in database.oppositions(list(ours)):
        for mine, his in ((opposition.one, opposition.other), (opposition.other, opposition.one)):
            if mine in ours and his in theirs:
                found.append((ours[mine].claims[0], theirs[his].claims[0]))
    return tuple(found)


def show_meeting(meeting: Meeting, console: Console, limit: int = 3) -> None:
    """What they share, where they clash, what only one of them says."""
    console.print(Text(f"{meeting.provision}: {meeting.one.name} and {meeting.other.name}", "bold"))
    if not (meeting.shared or meeting.only_one or meeting.only_other):
        console.print("Neither holds a reading of it in this corpus.")
    for mine, his in meeting.shared:
        console.rule(Text("both", "green"), align="left")
        show_held(mine, console, limit)
        show_held(his, console, limit)
    for mine_claim, his_claim in meeting.clashes:
        console.rule(Text("against each other", "red"), align="left")
        for name, claim in ((meeting.one.name, mine_claim), (meeting.other.name, his_claim)):
            console.print(Text(f"{name}: ", "bold").append(quotation(claim)))
        console.print()
    for holder, only in ((meeting.one, meeting.only_one), (meeting.other, meeting.only_other)):
        if only:
            console.rule(Text(f"only {holder.name}"), align="left")
        for held in only:
            show_held(held, console, limit)
