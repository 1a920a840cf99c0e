"""Gaps: what nobody interprets in a provision, and what could not be tied to it."""

from __future__ import annotations

from dataclasses import dataclass

from argmine.knowledge import Unit, instrument, instruments
from argmine.knowledge.registry import is_covered
from argmine.settings import Settings
from argmine.store import Database
from argmine.types import Provision


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing on a provision.

    `silent` are the provisions below it (articles of an instrument, paragraphs of an article) that no claim interprets;
    `general` is how many claims speak of the article without naming a paragraph; `unresolved` are mentions that may
    belong to it: mention, reason, title of the document; `unlinked` is how many claims on the law have no provision.
    """

    provision: Provision
    title: str
    silent: tuple[tuple[Provision, str], ...]
    general: int
    unresolved: tuple[tuple[str, str, str], ...]
    unlinked: int


def gaps(settings: Settings, provision: Provision) -> Gaps:
    """What is missing in the corpus on a provision.

    Raises:
        NoCorpus: nothing has been ingested.
    """
    known = instrument(provision.instrument) or instruments()[provision.instrument]
    unit = known.article(provision.path[0]) if provision.path else None
    below = (
        _paragraphs(provision, unit)
        if unit
        else [(Provision(known.code, (u.number,)), u.heading) for u in known.articles]
    )
    with Database.open(settings.folder) as database:
        links = [link for claim in database.claims_on(provision) for link in claim.links]
        interpreted = {link.provision for link in links if link.relation == "interprets"}
        unresolved = database.unresolved_on([known.code])
        unlinked = database.unlinked()
    silent = tuple((each, heading) for each, heading in below if not any(_covers(each, one) for one in interpreted))
    general = sum(link.provision == Provision(provision.instrument, provision.path[:1]) for link in links)
    mentions = tuple(
        (mention, reason, title) for mention, reason, title, _ in unresolved if _concerns(mention, provision)
    )
    return Gaps(provision, known.title, silent, general, mentions, unlinked)


def _paragraphs(provision: Provision, unit: Unit) -> list[tuple[Provision, str]]:
    paths = [tuple(paragraph.replace(")", "").split("(")) for paragraph in unit.paragraphs]
    return [
        (Provision(provision.instrument, (unit.number, *path)), "")
        for path in paths
        if path[: len(provision.path) - 1] == provision.path[1:]
    ]


def _covers(provision: Provision, other: Provision) -> bool:
    return other.instrument == provision.instrument and is_covered(other.path, provision)


def _concerns(mention: str, provision: Provision) -> bool:
    """Whether an unresolved mention may be of this article: it has its number, or no number at all."""
    if not provision.path:
        return True
    words = mention.replace("(", " ").replace(",", " ").split()
    return provision.path[0] in words or not any(word.isupper() or word.isdigit() for word in words)
