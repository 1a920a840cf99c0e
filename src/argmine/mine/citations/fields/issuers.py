"""Issuers: the State, court or body that stands before a document or that its own words name.

Luxembourg, Law of 20 July 2017 on ...      ICJ, Ice (A v. B), Judgment ...      UNGA, Resolution 77/121 ...
Working paper submitted by Ruritania        Federal Law No. 12 of 2019 ..., United Arab Emirates
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from argmine.knowledge.actors import State, states
from argmine.knowledge.citations import courts, letters
from argmine.mine.citations.fields.names import is_body, is_person
from argmine.mine.citations.triggers import Triggered

_BEFORE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^,:;()“”]{1,80}?)(?:\s\((?P<short>[^()]{2,24})\))?[,:]\s(?:\([^()]{2,40}\),?\s)?(?=[A-ZÀ-Þ“‘\"\d])"
)
_ONE_OF_STATES = re.compile(
    r"\s?(?:the\s)?(?P<name>[A-ZÀ-Þ](?:(?!\sand\s)[^,:;()“”]){1,60}?)(?:,\s(?=and\s)|\s(?=and\s))?(?P<end>[,:]|and)(?=\s)"
)
_TRIBUNAL = re.compile(r"\b(?:Claims\sCommission|Conciliation\sCommission|Arbitral\sTribunal|Arbitration\sCommission)$")
_CHAMBER = re.compile(
    r"(?:Grand\sChamber|(?:Appeals|Trial|Pre-Trial)\sChamber(?:\s[IVX]+)?|\w+\sSection|\w+\sSenate),\s"
)
_SUBMITTED = Triggered(
    r"\b(?:submitted|prepared|presented|made|circulated|proposed|delivered)\sby\s(?:the\s)?(?:(?:representative"
    r"|delegation|Government|Permanent\sMission|Ambassador|delegate)s?\sof\s(?:the\s)?)?(?P<who>[A-ZÀ-Þ][^,;()]{1,80}?)"
    r"(?=[,;()]|$|\s(?:at|to|during|before|under)\s|\son\s(?:behalf|\d|the\s[a-z]|agenda)|\sin\s(?:the\s[a-z]|\d|[A-Z]\w+\s\d))",
    words="submitted prepared presented made circulated proposed delivered",
)
_OF = Triggered(
    r"^(?:[A-Z][\w’-]*\s){0,3}?(?:[Rr]eport|[Nn]ote(?:\s[Vv]erbale)?|[Ll]etter|[Ss]tatement|[Rr]emarks|[Ss]peech|[Pp]roposal|[Ww]orking\s"
    r"[Pp]aper|[Pp]ress\s[Rr]elease|[Dd]eclaration|[Ii]ntervention|[Cc]ommunication|[Ss]ummary|[Oo]pinion|[Mm]emorandum)\s(?:dated\s[^,]{4,20}\s)?(?:of|by|from)\s(?:the\s)?"
    r"(?P<of>(?:representative|delegation|delegate|Permanent\sMission)\sof\s(?:the\s)?)?(?P<who>[A-ZÀ-Þ][^,;()]{1,80}?)"
    r"(?=,|;|\s\(|$|\s(?:on|to|at|in|regarding|concerning|addressed|for|under|during|before|of\s\d)\b)",
    words="report note letter statement remarks speech proposal paper release declaration intervention communication"
    " summary opinion memorandum",
)
_OFFICE = re.compile(
    r"\b(?:Secretary|President|Chair|Rapporteur|Director|Minister|Ambassador|Court|Government|Registrar|Legal\sCounsel)"
)
_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*")
_MOST = 6
_LONG = 20


def court_before(text: str) -> tuple[str, str] | None:
    """(court, rest) of "ICJ, Ice (A v. B) ..." and "Permanent Court of Arbitration: ..."."""
    match = _BEFORE.match(text)
    if match is None:
        return None
    name = courts().get(letters(match["name"]))
    if name is None and not _TRIBUNAL.search(match["name"]):
        return None
    chamber = _CHAMBER.match(text, match.end())
    return name or match["name"], text[chamber.end() if chamber else match.end() :]


def states_before(text: str) -> tuple[tuple[str, ...], str] | None:
    """(States, rest) of "Belgium and Greece, Proposal ..." and "France, Italy and Spain: Working paper ..."."""
    found, rest = list[str](), text
    while (match := _ONE_OF_STATES.match(rest)) is not None and (state := _states().get(letters(match["name"]))):
        found.append(state)
        rest = rest[match.end() :]
        if match["end"] in (",", ":") and not _ONE_OF_STATES.match(rest):
            break
    return (tuple(found), rest.lstrip()) if found and match and match["end"] != "and" else None


def state_before(text: str) -> tuple[str, str] | None:
    """(State, rest) of "Luxembourg, Law of ..." and "Japan: Act on ..."."""
    match = _BEFORE.match(text)
    state = _states().get(letters(match["name"])) if match else None
    return (state, text[match.end() :]) if match and state else None


def state_behind(text: str) -> tuple[str, str] | None:
    """(text before, State) of "Federal Law No. 12 ..., United Arab Emirates" and "Ice Act 1986 (UK)"."""
    head, comma, last = text.rstrip(" .)").rpartition(", ")
    if not comma:
        head, comma, last = text.rstrip(" .)").rpartition(" (")
    state = _states().get(letters(last.removeprefix("the "))) if comma else None
    return (head, state) if state else None


def state_in(text: str) -> str | None:
    """The first State that the words name, or of which an adjective says that something is its own."""
    words = list(_WORD.finditer(text[:300]))
    for place, word in enumerate(words):
        for last in words[min(place + _MOST, len(words)) - 1 : place - 1 if place else None : -1]:
            name = text[word.start() : last.end()].removesuffix("’s").removesuffix("'s")
            if (state := _states().get(letters(name)) or _adjectives().get(letters(name))) is not None:
                return state
    return None


def authors_in(title: str) -> tuple[str, ...]:
    """Who a title says made it: "Report of the Secretary-General", "Working paper by Arcadia and Ruritania"."""
    who = _author_in(title)
    several = [each.strip().removeprefix("the ") for each in re.split(r",\s|\sand\s", who)] if who else []
    if len(several) > 1 and all(map(is_state, several)):
        return tuple(several)
    return (who,) if who else ()


def _author_in(title: str) -> str | None:
    if match := _SUBMITTED.search(title):
        return match["who"].strip(" .")
    match = _OF.search(title)
    if match is None:
        return None
    who = match["who"].strip(" .")
    states = [each.removeprefix("the ") for each in who.split(" and ")]
    known = is_body(who) or is_person(who) or all(map(is_state, states)) or _OFFICE.search(who) or match["of"]
    return who if known else None


def is_state(name: str) -> bool:
    """Whether the words are a State's name."""
    return letters(name) in _states()


@cache
def _states() -> Mapping[str, str]:
    return {letters(name): _called(each) for each in states() for name in each.names}


@cache
def _adjectives() -> Mapping[str, str]:
    return {letters(word): _called(each) for each in states() for word in each.adjectives}


def _called(state: State) -> str:
    """The name by which literature calls it: "United States" for the United States of America."""
    return state.names[1] if len(state.name) > _LONG and len(state.names) > 1 else state.name
