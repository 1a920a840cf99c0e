"""Trace: who argues which reading of a provision, where they say it, since when, against whom, on whose authority."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argmine.knowledge import instrument, instruments
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, ProvisionText
from argmine.store.claims.attributes import check_values
from argmine.store.positions.positions import InterpretationRow, OppositionRow
from argmine.types import Correction, Provision, Work
from argmine.view.answers.authorities import is_authority
from argmine.view.answers.groups import LABELS, STANCES, Group, counted, surest, tells
from argmine.view.answers.names import match_names
from argmine.view.sourced import holder_name, one_name

TYPES = {
    "author": "authors", "state": "States", "court": "courts", "organ": "organs", "group": "groups",
    "scholar": "scholars", "instrument": "instruments",
}  # fmt: skip
"""What the holders of each type are called together."""
_ORDER = list(TYPES).index


@dataclass(frozen=True, slots=True)
class Trace:
    """All that the corpus says on one provision; `rests` has each claim with each work on which it rests.

    `corrections` are a user's own, some of which say who is the same as another; `uncompared` documents are in no
    reading of any provision yet.
    """

    provision: Provision
    title: str
    heading: str | None
    gist: str
    own_words: ProvisionText | None
    groups: tuple[Group, ...]
    rests: tuple[tuple[ClaimRow, Work], ...] = ()
    corrections: tuple[Correction, ...] = ()
    uncompared: int = 0

    @property
    def claims(self) -> tuple[ClaimRow, ...]:
        """The claims of all groups, each once."""
        return tuple({claim.row: claim for group in self.groups for claim in group.claims}.values())

    @property
    def readings(self) -> tuple[Group, ...]:
        """The groups that are readings."""
        return tuple(group for group in self.groups if group.reading)

    def strongest(self, most: int) -> Trace:
        """The trace with so many readings, or groups of another kind, and no claims beside them; 0: with all."""
        return replace(self, groups=(self.readings or self.groups)[:most]) if most else self

    @property
    def abreast(self) -> tuple[tuple[Group, ...], ...]:
        """The groups one by one, but a reading with the one behind it that excludes it."""
        waiting, rows = list(self.groups), []
        while waiting:
            first = waiting.pop(0)
            answered = bool(waiting) and waiting[0].reading in first.opposed
            rows.append((first, waiting.pop(0)) if answered else (first,))
        return tuple(rows)

    @property
    def holders(self) -> tuple[tuple[str, str, int], ...]:
        """(name, type, claims), those with most claims first; a name in capitals is no other one.

        Whoever wrote one of the documents is an author, also where others report him; of types the first counts.
        """
        held: dict[str, list[ClaimRow]] = defaultdict(list)
        for claim in self.claims:
            held[one_name(claim).casefold()].append(claim)
        ordered = sorted(held.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        return tuple((one_name(own[0]), min((c.holder.type for c in own), key=_ORDER), len(own)) for _, own in ordered)

    @property
    def holders_by_type(self) -> dict[str, list[tuple[str, int]]]:
        """What the holders of a type are called together → (name, claims)."""
        found: dict[str, list[tuple[str, int]]] = {}
        for name, kind, count in self.holders:
            found.setdefault(TYPES[kind], []).append((name, count))
        return found

    @property
    def authorities(self) -> tuple[tuple[Work, int], ...]:
        """The works on which claims rest, with the number of these claims, most first."""
        counts = Counter(work.id for _, work in self.rests)
        works = {work.id: work for _, work in self.rests}
        return tuple((works[work], count) for work, count in counts.most_common())


@dataclass(frozen=True, slots=True)
class Only:
    """Which claims on a provision are wanted.

    Attributes:
        holder: what he holds, by a name as people type it.
        since: of documents of that year and later.
        stances: of these stances; "none" stands for its absence.
        min_score: of which the link to the provision, or to something below it, has this score at least.
    """

    holder: str | None = None
    since: int | None = None
    stances: tuple[str, ...] = ()
    min_score: float = 0

    def __post_init__(self) -> None:
        check_values("stance", self.stances)


ALL = Only()


def trace(settings: Settings, provision: Provision, by: str = "reading", only: Only = ALL) -> Trace:
    """The claims on a provision and everything below it, grouped by "reading", "stance", "holder", "year" or "genre".

    Readings are the interpretations of the corpus; claims that belong to none follow them, by stance.

    Raises:
        NoCorpus: nothing has been ingested.
        QueryError: there is no such holder.
    """
    known = instrument(provision.instrument) or instruments()[provision.instrument]
    unit = known.article(provision.path[0]) if provision.path else None
    with Database.open(settings.folder) as database:
        claims = _wanted(_with_one_name_each(database.claims_on(provision)), provision, only)
        corrections = database.corrections()
        return Trace(
            provision, known.title, unit.heading if unit else None, unit.gist if unit else "",
            database.provision_text(provision) if provision.path else None,
            _readings(database, provision, claims, corrections) if by == "reading" else _grouped(claims, by),
            tuple(_rests(database, provision, claims)), corrections, database.uncompared(),
        )  # fmt: skip


def _rests(database: Database, provision: Provision, claims: Sequence[ClaimRow]) -> Iterator[tuple[ClaimRow, Work]]:
    """The claims that rest on authorities, with each of these; the provision's own text is none."""
    rows = {claim.row: claim for claim in claims}
    return ((rows[row], work) for row, work in database.rests(list(rows)) if is_authority(work, provision))


def _with_one_name_each(claims: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Who is known by one name from a reading is so in a claim that stands in none, too."""
    known = {holder_name(claim): claim.one for claim in claims if claim.one}
    return [claim if claim.one else replace(claim, one=known.get(holder_name(claim))) for claim in claims]


def _wanted(claims: Iterable[ClaimRow], provision: Provision, only: Only) -> list[ClaimRow]:
    kept = [
        claim
        for claim in claims
        if (only.since is None or (claim.date or "0")[:4] >= str(only.since))
        and (not only.stances or (claim.stance or "none") in only.stances)
        and surest(claim, provision) >= only.min_score
    ]
    if only.holder is None:
        return kept
    names, _ = match_names(only.holder, sorted({name for claim in kept for name in _names(claim)}))
    return [claim for claim in kept if _names(claim) & set(names)]


def _names(claim: ClaimRow) -> set[str]:
    return {holder_name(claim), one_name(claim)}


def _readings(
    database: Database, provision: Provision, claims: Sequence[ClaimRow], corrections: Sequence[Correction]
) -> tuple[Group, ...]:
    """A group for each reading, the strongest first, behind it the strongest that excludes it; then the other claims
    by stance."""
    found = database.interpretations_on(provision)
    against = _against(database.oppositions([each.id for each in found]))
    rows = {claim.row: claim for claim in claims}
    named = {each.target for each in corrections if each.kind == "rename"}
    groups = [_reading(each, rows, each.id in named, provision) for each in found]
    read = {claim.row for group in groups for claim in group.claims}
    ordered = sorted((group for group in groups if group.claims), key=lambda group: _strength(group, provision))
    kept = _in_succession(ordered, against)
    others = _grouped([claim for claim in claims if claim.row not in read], "stance")
    return (*kept, *(map(_beside, others) if kept else others))


def _beside(group: Group) -> Group:
    """A group of claims that are of no reading, where there are readings."""
    return replace(group, label=f"Beside the readings · {group.label}") if group.stance else group


def _reading(reading: InterpretationRow, rows: Mapping[int, ClaimRow], named: bool, provision: Provision) -> Group:
    """The claims of one reading: that which names it, then those of its stance, the most telling first.

    Of a whole instrument, it is told of which article it is.
    """
    held = {position.claim: position.centrality for position in reading.positions if position.claim in rows}

    def place(claim: ClaimRow) -> tuple[bool, bool, float, int]:
        worth = (1 + held[claim.row]) * tells(claim, provision)
        return claim.text != reading.label, claim.stance != reading.stance, -worth, claim.row

    claims = tuple(sorted((rows[claim] for claim in held), key=place))
    article = "" if provision.path else str(reading.provision)
    return Group(reading.label, claims, reading.stance, reading.id, named=named, article=article)


def _strength(group: Group, provision: Provision) -> tuple[float, int]:
    """Less for the stronger reading: how many hold it, each as tellingly as his best claim; how many claims."""
    best: dict[str, float] = defaultdict(float)
    for claim in group.claims:
        name = one_name(claim).casefold()
        best[name] = max(best[name], tells(claim, provision))
    return -sum(best.values()), -len(group.claims)


def _against(oppositions: Iterable[OppositionRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for each in oppositions:
        found[each.one].add(each.other)
        found[each.other].add(each.one)
    return found


def _in_succession(ordered: Sequence[Group], against: Mapping[str, set[str]]) -> list[Group]:
    """In their order, but behind each the strongest that excludes it."""
    waiting = {str(group.reading): replace(group, opposed=_opposed(group, ordered, against)) for group in ordered}
    placed: list[Group] = []
    while waiting:
        first = waiting.pop(next(iter(waiting)))
        answer = next((name for name in first.opposed if name in waiting), None)
        placed += [first, waiting.pop(answer)] if answer else [first]
    return placed


def _opposed(group: Group, ordered: Sequence[Group], against: Mapping[str, set[str]]) -> tuple[str, ...]:
    hostile = against.get(str(group.reading), set())
    return tuple(each.reading for each in ordered if each.reading and each.reading in hostile)


def _grouped(claims: Sequence[ClaimRow], by: str) -> tuple[Group, ...]:
    if by == "stance":
        groups = (Group(LABELS[stance], _of_stance(claims, stance), stance) for stance in STANCES)
        return tuple(group for group in groups if group.claims)
    keys = {claim.row: _KEYS[by](claim) for claim in claims}
    names = sorted(set(keys.values())) if by == "year" else [name for name, _ in Counter(keys.values()).most_common()]
    return tuple(Group(name, _oldest_first(claim for claim in claims if keys[claim.row] == name)) for name in names)


def _of_stance(claims: Sequence[ClaimRow], stance: str | None) -> tuple[ClaimRow, ...]:
    return _oldest_first(claim for claim in claims if claim.stance == stance)


def _oldest_first(claims: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.date or "9999", claim.row)))


def unshown(trace: Trace, shown: Trace) -> str:
    """What of a trace is not among what is shown, and how to see it; empty where all is."""
    left = trace.groups[len(shown.groups) :]
    readings = sum(bool(group.reading) for group in left)
    beside = sum(len(group.claims) for group in left if not group.reading)
    parts = [f"{readings:,} more reading{'s' * (readings != 1)}"] if readings else []
    parts += [f"{counted(beside, 'claim')} in no reading"] if beside else []
    return f"… and {', and '.join(parts)} (--readings 0 shows all)" if parts else ""


_KEYS: dict[str, Callable[[ClaimRow], str]] = {
    "holder": one_name,
    "year": lambda claim: claim.date[:4] if claim.date else "undated",
    "genre": lambda claim: claim.genre.replace("_", " "),
}
