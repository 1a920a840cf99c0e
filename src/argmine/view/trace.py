"""Trace: who argues which reading of a provision, where they say it, since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from argmine.knowledge import instrument, instruments
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, ProvisionText
from argmine.types import Provision
from argmine.view.names import match_names
from argmine.view.sourced import holder_name

STANCES = ("permits", "limits", "prohibits", "requires", "open", None)
"""The order in which readings are shown: those that answer each other stand side by side."""
LABELS = {
    "permits": "It permits", "limits": "It permits under conditions", "prohibits": "It prohibits",
    "requires": "It requires", "open": "It is open", None: "Other claims about it",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that have something in common, oldest first; `stance` where they have that in common."""

    label: str
    claims: tuple[ClaimRow, ...]
    stance: str | None = None

    @property
    def years(self) -> tuple[str, str] | None:
        """The first and the last year of the documents; None where none is dated."""
        return years(self.claims)

    @property
    def heading(self) -> str:
        """Its label, how many claims, since when: "It prohibits: 3 claims, 1984–2019"."""
        count = f"{len(self.claims):,} claim{'' if len(self.claims) == 1 else 's'}"
        dates = f", {'–'.join(dict.fromkeys(self.years))}" if self.years else ""
        return f"{self.label}: {count}{dates}"


@dataclass(frozen=True, slots=True)
class Trace:
    """All that the corpus says on one provision."""

    provision: Provision
    title: str
    heading: str | None
    gist: str
    own_words: ProvisionText | None
    groups: tuple[Group, ...]

    @property
    def claims(self) -> tuple[ClaimRow, ...]:
        """The claims of all groups."""
        return tuple(claim for group in self.groups for claim in group.claims)

    @property
    def holders(self) -> tuple[tuple[str, str, int], ...]:
        """(name, type, claims), those with most claims first."""
        counts = Counter((holder_name(claim), claim.holder.type) for claim in self.claims)
        return tuple((name, kind, count) for (name, kind), count in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def trace(
    settings: Settings, provision: Provision, by: str = "stance", holder: str | None = None, since: int | None = None
) -> Trace:
    """The claims on a provision and everything below it, grouped by "stance", "holder", "year" or "genre".

    Args:
        holder: only what he holds, by a name as people type it.
        since: only documents of that year and later.

    Raises:
        NoCorpus: nothing has been ingested.
        QueryError: there is no such holder.
    """
    known = instrument(provision.instrument) or instruments()[provision.instrument]
    unit = known.article(provision.path[0]) if provision.path else None
    with Database.open(settings.folder) as database:
        claims = _limited(database.claims_on(provision), holder, since)
        own_words = database.provision_text(provision) if provision.path else None
    return Trace(
        provision, known.title, unit.heading if unit else None, unit.gist if unit else "", own_words,
        _grouped(claims, by),
    )  # fmt: skip


def _limited(claims: Iterable[ClaimRow], holder: str | None, since: int | None) -> list[ClaimRow]:
    kept = [claim for claim in claims if since is None or (claim.date or "0")[:4] >= str(since)]
    if holder is None:
        return kept
    names, _ = match_names(holder, sorted({holder_name(claim) for claim in kept}))
    return [claim for claim in kept if holder_name(claim) in names]


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


def years(claims: Sequence[ClaimRow]) -> tuple[str, str] | None:
    """The first and the last year of the documents that hold `claims`."""
    dated = sorted(claim.date[:4] for claim in claims if claim.date)
    return (dated[0], dated[-1]) if dated else None


_KEYS: dict[str, Callable[[ClaimRow], str]] = {
    "holder": holder_name,
    "year": lambda claim: claim.date[:4] if claim.date else "undated",
    "genre": lambda claim: claim.genre.replace("_", " "),
}
