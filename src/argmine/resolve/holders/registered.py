"""States, organs and courts of the registry, by their names, their people and those whom they send."""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge import organs, states
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Holder

_ENVOY = re.compile(
    r"(?P<adjective>[A-Z][\w.’' -]*?)\s+(?:delegat(?:e|ion)|representative|government|ambassador|negotiator|minister|"
    r"official|diplomat|foreign minist(?:er|ry)|statement|authoritie|lawyer|proposal|draft|working paper|position|"
    r"view|interpretation|stance|reading)s?\b.*",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"(?:(?:Ambassador|Minister|President|Mr\.|Mrs\.|Ms\.|Dr\.|Professor)\s).{2,50}?\sof\s(?:the\s)?(?P<state>.+)"
)


def known(words: str) -> Holder | None:
    """A State, organ, court or group of the registry, named with nothing but an article or a title around it."""
    match = _registry_pattern().fullmatch(re.sub(r"^[Tt]he\s+", "", words))
    return _registry()[_folded(match.group())] if match else None


def named_court(words: str) -> Holder | None:
    """The first court of the registry that `words` name somewhere."""
    found = (_registry()[_folded(match.group())] for match in _registry_pattern().finditer(words))
    return next((holder for holder in found if holder.type == "court"), None)


def court_titled(line: str) -> Holder | None:
    """The court of the registry whose name a line is, whatever its spaces: "INTERNATIONAL COURT O F JUSTICE"."""
    return _courts().get(re.sub(r"\W+", "", line).casefold())


def court_in(words: str) -> Holder | None:
    """ "The International Court of Justice in Halvorsen": the court."""
    court = known(words.partition(" in ")[0])
    return court if court is not None and court.type == "court" else None


def sent(words: str) -> Holder | None:
    """ "the French delegate", "Ambassador Maes of Belgium": the State for which they speak."""
    if match := _OF_STATE.match(words):
        return known(match["state"])
    match = _ENVOY.fullmatch(re.sub(r"^[Tt]he\s+", "", words))
    return _adjectives().get(_folded(match["adjective"])) if match else None


def people_of(words: str) -> Holder | None:
    """ "The Americans": the State."""
    match = re.fullmatch(r"[Tt]he\s+(?P<adjective>[A-Z][\w -]+?)s", words)
    return _adjectives().get(_folded(match["adjective"])) if match else None


def _folded(name: str) -> str:
    letters = re.sub(r"(?<=\b\w\.)\s(?=\w\.)", "", " ".join(name.replace("’", "'").split()))  # "U. S."
    return letters.casefold()


@cache
def _registry() -> dict[str, Holder]:
    known = {
        _folded(name): Holder(state.name, "state", f"state:{state.code}") for state in states() for name in state.names
    }
    known |= {
        _folded(name): Holder(organ.name, organ.type, f"{organ.type}:{organ.id}")
        for organ in organs()
        for name in organ.names
    }
    return known


@cache
def _courts() -> dict[str, Holder]:
    """Letters of a name alone → the court."""
    return {re.sub(r"\W+", "", name): holder for name, holder in _registry().items() if holder.type == "court"}


@cache
def _adjectives() -> dict[str, Holder]:
    """ "French" and, before a noun, "United States"."""
    return {
        _folded(word): Holder(each.name, "state", f"state:{each.code}")
        for each in states()
        for word in (*each.adjectives, *each.names)
    }


@cache
def _registry_pattern() -> re.Pattern[str]:
    return phrase_pattern(_registry(), re.IGNORECASE)
