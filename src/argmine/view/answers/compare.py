"""Compare: what two holders make of one provision, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import ClaimRow, Database
from argmine.types import Holder, Provision
from argmine.view.answers.holder import Held, beside, find_holder, held_by


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two holders on one provision: readings that both hold, that one holds, and those in which they clash.

    In `clashes` each reading is set beside one of the other's only, that which opposes it with most claims;
    `beside_one` and `beside_other` are claims that are linked to the provision and belong to no reading;
    `uncompared` documents are not in the readings yet.
    """

    provision: Provision
    one: Holder
    other: Holder
    shared: tuple[tuple[Held, Held], ...]
    only_one: tuple[Held, ...]
    only_other: tuple[Held, ...]
    clashes: tuple[tuple[Held, Held], ...]
    beside_one: tuple[ClaimRow, ...] = ()
    beside_other: tuple[ClaimRow, ...] = ()
    uncompared: int = 0


def compare(settings: Settings, provision: Provision, one: str, other: str) -> Meeting:
    """The readings of a provision that two holders hold.

    Raises:
        QueryError: nobody, or more than one, is called so; or both names are of one.
        NoCorpus: nothing has been ingested.
    """
    with Database.open(settings.folder) as database:
        first, second = find_holder(database, one), find_holder(database, other)
        if first == second:
            raise QueryError(f"{one!r} and {other!r} are both {first.name}.", "`argmine holder NAME` shows one holder.")
        readings = database.interpretations_on(provision)
        ours = {held.interpretation.id: held for held in held_by(database, first, readings)}
        theirs = {held.interpretation.id: held for held in held_by(database, second, readings)}
        clashes, uncompared = _clashes(database, ours, theirs), database.uncompared()
        others = tuple(beside(database, each, provision) for each in (first, second))
    return Meeting(
        provision, first, second,
        shared=tuple((ours[each], theirs[each]) for each in ours if each in theirs),
        only_one=tuple(held for each, held in ours.items() if each not in theirs),
        only_other=tuple(held for each, held in theirs.items() if each not in ours),
        clashes=clashes, beside_one=others[0], beside_other=others[1], uncompared=uncompared,
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
