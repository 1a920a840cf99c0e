"""Names of those who hold views: States, organs, courts and groups by the registry, scholars by the look of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from argmine.knowledge import instruments, organs, states
from argmine.knowledge.lexicon import reporting
from argmine.resolve.instruments import instrument_of
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Holder

UNNAMED = Holder("some", "group", "unnamed")
"""Somebody whom the text does not name: "it has been argued that …"."""
ONE_DELEGATION = Holder("one delegation", "group", "unnamed:one-delegation")
"""Whom "the view was expressed" means in a report of a committee of the UN."""

_DELEGATION = re.compile(
    r"^(?:the\s+)?(?:delegation|representative|government|permanent mission|position|submission|statement)s?"
    r"\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:Committee|Commission|Council|Union|Agency|Organi[sz]ation|Court|Tribunal|Institute|Association|Secretariat|"
    r"Assembly|Government|Ministry|Department|Chamber|Group|Bank|Office|Congress|Parliament|Panel|Board|Conference|Society|Federation|League|Foundation|University|Centre|Center|Fund)\b"
)
_COURT = re.compile(r"\b(?:Court|Tribunal|Chamber)\b")
_NOT_A_PERSON = re.compile(
    r"\b(?:Article|Treaty|Convention|Agreement|Charter|Statute|Protocol|Accords?|Act|Law|Section|Principles?|Resolution|"
    r"Declaration|Preamble|Annex|Clause|Paragraph|Part|Chapter|Report|Brief|Paper|Study|Note|Figure|Table|Moon|Earth|Mars|Space|Outer|Guidelines?|"
    r"This|That|These|Those|It|He|She|They|We|I|One|Others?|Both|Some|Many|However|Thus|There|Here|Author|Authors|Parties|State|States)\b"
)
_PERSON = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){0,4}[A-Z][\w’'-]{2,}(?:\s+et\s+al\.)?(?:,?\s+(?:and|&)\s+(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]{2,})?"
)
_LEAD_WORD = re.compile(
    r"^(?:(?:The|In|As|For|But|And|Yet|Thus|However|Moreover|Furthermore|Indeed|While|Although|Similarly|Likewise|Finally|"
    r"Later|Also|Again|Hence|[A-Z][a-z]+ly|For\s+example|For\s+instance|In\s+fact|Instead|Rather|Nevertheless|Still|Professor|Prof\.|Judge|Dr\.|Mr\.|Mrs\.|Ms\.|Sir|Ambassador),?\s+)+"
)
_NOBODY = re.compile(r"(?:nobody|no[ -]one|none|neither|nothing|everyone|everybody|anyone)\b", re.IGNORECASE)
_PRESENT_AUTHOR = re.compile(
    r"\b(?:this|the present|the)\s+(?:author|paper|article|writer|brief|essay|contribution)\b", re.IGNORECASE
)


def holder_of(source: str) -> Holder | None:
    """The holder that the words of a source name; None for the author and for what cannot hold a view.

    "the delegation of Belgium" is Belgium; "some scholars" a group of that name.
    """
    words = " ".join(source.split()).strip(" ,")
    if _PRESENT_AUTHOR.search(words) or _NOBODY.match(words):
        return None
    bare = _DELEGATION.sub("", words)
    found = known(bare) or joint(bare) or _group(words) or _instrument(bare)
    if found is None and bare != words:
        return state(bare)
    return found or institution(bare) or person(bare)


def joint(words: str) -> Holder | None:
    """ "Chile and Peru": those who speak together are a group of their own."""
    parts = [known(part) for part in re.split(r",?\s+and\s+|,\s+", words)]
    if len(parts) < 2 or None in parts:
        return None
    return Holder(words, "group", "+".join(sorted(each.id for each in parts if each is not None)))


def state(name: str) -> Holder:
    """A State that is not in the registry: whoever sends a delegation."""
    return Holder(name, "state", f"state:{slug(name)}")


def known(words: str) -> Holder | None:
    """A State, organ, court or group of the registry, named with nothing but an article or a title around it."""
    match = _registry_pattern().fullmatch(re.sub(r"^[Tt]he\s+", "", words))
    return _registry()[_folded(match.group())] if match else None


def _group(words: str) -> Holder | None:
    nouns = reporting()["groups"]["nouns"]
    if any(words.casefold().endswith(noun.casefold()) for noun in nouns):
        return Holder(words[0].lower() + words[1:], "group", f"group:{slug(words)}")
    return None


def _instrument(words: str) -> Holder | None:
    """Accords and statutes speak for those who made them; a treaty's words are nobody's reading of it."""
    code = instrument_of(words)
    if code is None or instruments()[code].kind == "treaty":
        return None
    return Holder(re.sub(r"^[Tt]he\s+", "", words), "instrument", f"instrument:{code}")


def institution(words: str) -> Holder | None:
    """A body that the registry does not know, by the noun in its name."""
    name = re.sub(r"^[Tt]he\s+", "", words)
    if not _INSTITUTION.search(name) or not name[0].isupper():
        return None
    return Holder(name, "court" if _COURT.search(name) else "organ", f"organ:{slug(name)}")


def person(words: str) -> Holder | None:
    """A scholar: words that look like a name and like nothing else."""
    name = _LEAD_WORD.sub("", words)
    if _NOT_A_PERSON.search(name) or re.search(r"['’]s\s", name) or not _PERSON.fullmatch(name):
        return None
    return Holder(name, "scholar", f"scholar:{slug(name)}")


def impersonal(cue: str) -> Holder:
    """ "some argue that" is held by some; "it has been said that" by somebody unnamed."""
    first = cue.partition(" ")[0].lower()
    if first in reporting()["impersonal"]["pronouns"]:
        return Holder(first, "group", f"group:{first}")
    return UNNAMED


def slug(name: str) -> str:
    """A name as part of an id: small letters without diacritics, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "unknown"


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


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
def _registry_pattern() -> re.Pattern[str]:
    return phrase_pattern(_registry(), re.IGNORECASE)
