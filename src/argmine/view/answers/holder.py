"""Holder: what one State, court or scholar holds, on which provisions, since when, and against whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from argmine.errors import QueryError
from argmine.settings import Settings
from argmine.store import ClaimRow, Database
from argmine.store.positions.positions import InterpretationRow, OppositionRow
from argmine.types import Holder, Provision
from argmine.view.answers.groups import shortened
from argmine.view.answers.names import also_called

_MOST_NAMED = 2
"""Holders of a reading that are named beside its label."""


@dataclass(frozen=True, slots=True)
class Held:
    """A reading that somebody holds: his claims, the oldest document's first, and what excludes it, in a line each.

    `named` where its label is a user's: any other is a sentence of whoever it may be, not always his.
    """

    holder: Holder
    interpretation: InterpretationRow
    claims: tuple[ClaimRow, ...]
    opposed: tuple[str, ...]
    named: bool = False

    @property
    def known_how(self) -> str:
        """Whether the holder was heard himself, or is known by the reports of others."""
        kinds = {claim.attribution for claim in self.claims}
        if "own" in kinds:
            return "own words"
        if kinds == {"rejected"}:
            return "known only from an opponent's report"
        return "quoted" if "quoted" in kinds else "known only from reports"


@dataclass(frozen=True, slots=True)
class Profile:
    """All that one holder holds; readings by provision, those with most claims first.

    `beside` are his claims that belong to no reading, of the `provision` where one was asked for those that are linked
    to it; `uncompared` documents are not in the readings yet.
    """

    holder: Holder
    held: tuple[Held, ...]
    beside: tuple[ClaimRow, ...] = ()
    uncompared: int = 0
    provision: Provision | None = None

    @property
    def changes(self) -> tuple[str, ...]:
        """Provisions on which the holder's own stance changed: "OST:II: prohibits 1984, permits 2019"."""
        dated: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for each in self.held:
            for claim in each.claims:
                if claim.stance and claim.date and claim.attribution == "own":
                    dated[each.interpretation.provision][claim.date[:4]][claim.stance] += 1
        return tuple(filter(None, (_change(provision, years) for provision, years in sorted(dated.items()))))


def _change(provision: str, years: dict[str, Counter[str]]) -> str | None:
    """The prevailing stance of each year at which it is another than the year before; None where it never is."""
    prevailing = [(year, years[year].most_common(1)[0][0]) for year in sorted(years)]
    turns = [each for place, each in enumerate(prevailing) if not place or each[1] != prevailing[place - 1][1]]
    return f"{provision}: " + ", ".join(f"{stance} {year}" for year, stance in turns) if len(turns) > 1 else None


def holder(settings: Settings, name: str, provision: Provision | None = None) -> Profile:
    """The readings that the holder called `name` holds, of a provision or all, with his other claims.

    Raises:
        QueryError: nobody, or more than one, is called so.
        NoCorpus: nothing has been ingested.
    """
    with Database.open(settings.folder) as database:
        found = find_holder(database, name)
        readings = database.interpretations_of(found.id)
        if provision is not None:
            wanted = {each.id for each in database.interpretations_on(provision)}
            readings = tuple(each for each in readings if each.id in wanted)
        held = held_by(database, found, readings)
        return Profile(found, held, beside(database, found, provision), database.uncompared(), provision)


def find_holder(database: Database, name: str) -> Holder:
    """Who is called so, a State or court also by its other names and its code: "USA", "ITLOS".

    Raises:
        QueryError: nobody, or more than one, is called so.
    """
    try:
        return database.holder(name)
    except QueryError:
        same = also_called(name, sorted({each.name for each in database.holders()}))
        if len(same) != 1:
            raise
        return database.holder(same[0])


def beside(database: Database, found: Holder, provision: Provision | None = None) -> tuple[ClaimRow, ...]:
    """The claims of a holder that belong to no reading; only those linked to a provision where one is given."""
    rows = database.claims_without_position(found)
    if provision is not None:
        linked = set(database.ids_on(provision))
        rows = [row for row in rows if row in linked]
    return tuple(database.claims(rows))


def held_by(database: Database, found: Holder, readings: Sequence[InterpretationRow]) -> tuple[Held, ...]:
    """What `found` holds of these readings."""
    oppositions = database.oppositions([each.id for each in readings])
    labels = _labels(database, readings)
    named = {each.target for each in database.corrections() if each.kind == "rename"}
    return tuple(
        Held(
            found,
            reading,
            _claims(database, reading, found),
            tuple(labels[each] for each in _against(reading.id, oppositions)),
            reading.id in named,
        )
        for reading in sorted(readings, key=lambda each: (each.provision, -len(each.positions)))
        if any(position.holder.id == found.id for position in reading.positions)
    )


def _labels(database: Database, readings: Sequence[InterpretationRow]) -> dict[str, str]:
    """Of each reading of the same provisions its label, and who holds it."""
    provisions = {each.provision for each in readings}
    return {each.id: _with_holders(each) for one in provisions for each in database.interpretations_at(one)}


def _with_holders(reading: InterpretationRow) -> str:
    names = [each.name for each in reading.holders]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{shortened(reading.label)} ({', '.join(names[:_MOST_NAMED])}{more})"


def _against(own: str, oppositions: Sequence[OppositionRow]) -> list[str]:
    return [each.other if each.one == own else each.one for each in oppositions if own in (each.one, each.other)]


def _claims(database: Database, reading: InterpretationRow, found: Holder) -> tuple[ClaimRow, ...]:
    """His claims for a reading: the oldest document first, of each the most telling claim first."""
    telling = {each.claim: each.centrality for each in reading.positions if each.holder.id == found.id}
    rows = database.claims(list(telling))
    return tuple(
        sorted(
            rows,
            key=lambda claim: (
                claim.date or "9999", claim.document_id, claim.stance != reading.stance, -telling[claim.row],
            ),
        )
    )  # fmt: skip
