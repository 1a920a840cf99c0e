"""Where one operator turns another around: what a sentence permits by way of a prohibition, or the other way round.

    "The ban does not extend to huts."                       permits
    "Absence of a ban is not the same as a licence."         prohibits
    "To say that the clause permits it is to forget its end" prohibits

A model that weighs words takes such sentences for the very opposite. By `knowledge/turns.toml`; nothing is said where a
sentence has conditions, asks, or turns both ways.
"""

from __future__ import annotations

from argmine.knowledge.turns import refuted, turns, unsure
from argmine.types import Stance

OPPOSITE: dict[Stance, Stance] = {"permits": "prohibits", "prohibits": "permits"}


def turned_stance(text: str, *, attributed: bool = False) -> Stance | None:
    """The stance of a sentence by what operates on what, where that turns it; else None.

    A view that is called wrong keeps its stance where the sentence is `attributed`: it is then his who holds it.
    """
    view = _refuted(text)
    found = _turn(text) if view is None else None if attributed else _against(view)
    return None if found is None or unsure().search(text) else found


def _against(view: str) -> Stance | None:
    """The stance of whoever calls a view wrong."""
    taken = _turn(view) or _plain(view)
    return OPPOSITE[taken] if taken else None


def _refuted(text: str) -> str | None:
    """The view that a sentence calls wrong."""
    return next((match["view"] for pattern in refuted().patterns if (match := pattern.search(text))), None)


def _turn(text: str) -> Stance | None:
    """By the first turn that is found, unless what is left of the sentence turns the other way."""
    for each in turns():
        if each.pattern.search(text):
            rest = each.pattern.sub(" ", text)
            against = any(other.stance != each.stance and other.pattern.search(rest) for other in turns())
            return None if against else each.stance  # type: ignore[return-value]
    return None


def _plain(view: str) -> Stance | None:
    """What a view says, if it has words of one kind only."""
    forbids, permits = refuted().prohibition.search(view), refuted().permission.search(view)
    if bool(forbids) == bool(permits):
        return None
    return "prohibits" if forbids else "permits"
