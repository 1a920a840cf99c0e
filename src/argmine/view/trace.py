"""Trace: who argues which reading of a provision, where they say it, since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from argmine.knowledge import instrument, instruments
from argmine.settings import Settings
from argmine.store import ClaimRow, Database, ProvisionText
from argmine.types import Provision

STANCES = ("permits", "limits", "prohibits", "requires", "open", None)
"""The order in which readings are shown: those that answer each other stand side by side."""
LABELS = {
    "permits": "It permits", "limits": "It permits under conditions", "prohibits": "It prohibits",
    "requires": "It requires", "open": "It is open", None: "Other claims about it",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one stance, oldest first."""

    stance: str | None
    claims: tuple[ClaimRow, ...]

    @property
    def years(self) -> tuple[str, str] | None:
        """The first and the last year of the documents; None where none is dated."""
        return years(self.claims)


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


def trace(settings: Settings, provision: Provision) -> Trace:
    """The claims on a provision and everything below it, grouped by stance.

    Raises:
        NoCorpus: nothing has been ingested.
    """
    known = instrument(provision.instrument) or instruments()[provision.instrument]
    unit = known.article(provision.path[0]) if provision.path else None
    with Database.open(settings.folder) as database:
        claims = database.claims_on(provision)
        own_words = database.provision_text(provision) if provision.path else None
    groups = (Group(stance, _of_stance(claims, stance)) for stance in STANCES)
    return Trace(
        provision, known.title, unit.heading if unit else None, unit.gist if unit else "", own_words,
        tuple(group for group in groups if group.claims),
    )  # fmt: skip


def _of_stance(claims: Sequence[ClaimRow], stance: str | None) -> tuple[ClaimRow, ...]:
    return tuple(sorted((claim for claim in claims if claim.stance == stance), key=lambda c: (c.date or "9999", c.row)))


def holder_name(claim: ClaimRow) -> str:
    """The holder as people know him: the authors' names where a document's own author speaks."""
    if claim.holder.type != "author":
        return claim.holder.name
    return " and ".join(claim.authors) or claim.title or claim.source


def years(claims: Sequence[ClaimRow]) -> tuple[str, str] | None:
    """The first and the last year of the documents that hold `claims`."""
    dated = sorted(claim.date[:4] for claim in claims if claim.date)
    return (dated[0], dated[-1]) if dated else None


def place(claim: ClaimRow) -> str:
    """Where a claim is printed, as a lawyer pinpoints: the printed page, else the file's, else the section."""
    if claim.page_label:
        return f"p. {claim.page_label}"
    if claim.page:
        return f"page {claim.page} of the file"
    return claim.section[-1] if claim.section else ""
