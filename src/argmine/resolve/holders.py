"""Who holds a claim: the document's author, the State that speaks, or somebody whose words are reported.

A State, organ, court or group is recognised by the names in `knowledge/`; a person by a name that could be one. What is
neither keeps the claim with the author: a wrong holder is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from argmine.knowledge import instruments, organs, states
from argmine.knowledge.lexicon import reporting
from argmine.resolve.instruments import instrument_of
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Attribution, Claim, Document, Holder, Speech

UNNAMED = Holder("unnamed", "group", "unnamed")
"""Somebody whom the text does not name: "it has been argued that …"."""

_AUTHOR = Holder("author", "author", "author")
_SHARE = 0.4  # of a claim's words that must be reported for the claim to be the reported one's
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
    r"Declaration|Paragraph|Part|Chapter|Report|Brief|Paper|Study|Note|Figure|Table|Moon|Earth|Mars|Space|Outer|Guidelines?|"
    r"This|That|These|Those|It|He|She|They|We|I|One|Others?|Both|Some|Many|However|Thus|There|Here|Author|Authors|Parties|State|States)\b"
)
_PERSON = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){0,4}[A-Z][\w’'-]{2,}(?:\s+et\s+al\.)?(?:,?\s+(?:and|&)\s+(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]{2,})?"
)
_LEAD_WORD = re.compile(
    r"^(?:(?:The|In|As|For|But|And|Yet|Thus|However|Moreover|Furthermore|Indeed|While|Although|Similarly|Likewise|Finally|"
    r"Later|Also|Again|Hence|Professor|Prof\.|Judge|Dr\.|Mr\.|Mrs\.|Ms\.|Sir|Ambassador),?\s+)+"
)
_PRESENT_AUTHOR = re.compile(
    r"\b(?:this|the present|the)\s+(?:author|paper|article|writer|brief|essay|contribution)\b", re.IGNORECASE
)


def resolve_holders(
    document: Document, claims: Iterable[Claim], attributions: Sequence[Attribution]
) -> Iterator[Claim]:
    """Each claim with its holder and the kind of its attribution."""
    starts = [attribution.content.start for attribution in attributions]
    present = {holder.name: holder for holder in map(_speaking, document.speeches)}
    for claim in claims:
        near = attributions[max(bisect_right(starts, claim.span.start) - 1, 0) : bisect_right(starts, claim.span.end)]
        attribution = next((each for each in near if _reports(each, claim)), None)
        reported = _reported(attribution, document.text) if attribution else None
        if reported is not None and attribution is not None:
            yield replace(
                claim,
                holder=present.get(reported.name, reported),
                attribution="quoted" if attribution.quoted else "reported",
            )
        else:
            yield replace(claim, holder=_speaking(document.speech_at(claim.span.start)))


def holder_of(source: str) -> Holder | None:
    """The holder that the words of a source name; None for the author and for what cannot hold a view.

    "the delegation of Belgium" is Belgium; "some scholars" a group of that name.
    """
    words = " ".join(source.split()).strip(" ,")
    if _PRESENT_AUTHOR.search(words):
        return None
    bare = _DELEGATION.sub("", words)
    known = _known(bare) or _joint(bare) or _group(words) or _instrument(bare)
    if known is None and bare != words:
        return _state(bare)
    return known or _institution(bare) or _person(bare)


def _reported(attribution: Attribution, text: str) -> Holder | None:
    words = attribution.source.of(text)
    return _impersonal(words) if attribution.source == attribution.cue else holder_of(words)


def _reports(attribution: Attribution, claim: Claim) -> bool:
    """Whether most of the claim is the content of the attribution, the words of attributing left aside."""
    shared = min(attribution.content.end, claim.span.end) - max(attribution.content.start, claim.span.start)
    attributing = max(attribution.source.end, attribution.cue.end) - min(
        attribution.source.start, attribution.cue.start
    )
    return shared > 0 and shared >= _SHARE * (claim.span.end - claim.span.start - attributing)


def _speaking(speech: Speech | None) -> Holder:
    if speech is None:
        return _AUTHOR
    if speech.affiliation is None:
        return _known(speech.speaker) or Holder(speech.speaker, "organ", f"organ:{_slug(speech.speaker)}")
    return _known(speech.affiliation) or _institution(speech.affiliation) or _state(speech.affiliation)


def _state(name: str) -> Holder:
    """A State that is not in the registry: whoever sends a delegation."""
    return Holder(name, "state", f"state:{_slug(name)}")


def _known(words: str) -> Holder | None:
    """A State, organ, court or group of the registry, named with nothing but an article or a title around it."""
    match = _registry_pattern().fullmatch(re.sub(r"^[Tt]he\s+", "", words))
    return _registry()[_folded(match.group())] if match else None


def _joint(words: str) -> Holder | None:
    """ "Chile and Peru": those who speak together are a group of their own."""
    known = [_known(part) for part in re.split(r",?\s+and\s+|,\s+", words)]
    if len(known) < 2 or None in known:
        return None
    return Holder(words, "group", "+".join(sorted(each.id for each in known if each is not None)))


def _group(words: str) -> Holder | None:
    nouns = reporting()["groups"]["nouns"]
    if any(words.casefold().endswith(noun.casefold()) for noun in nouns):
        return Holder(words[0].lower() + words[1:], "group", f"group:{_slug(words)}")
    return None


def _instrument(words: str) -> Holder | None:
    """Accords and statutes speak for those who made them; a treaty's words are nobody's reading of it."""
    code = instrument_of(words)
    if code is None or instruments()[code].kind == "treaty":
        return None
    return Holder(re.sub(r"^[Tt]he\s+", "", words), "instrument", f"instrument:{code}")


def _institution(words: str) -> Holder | None:
    name = re.sub(r"^[Tt]he\s+", "", words)
    if not _INSTITUTION.search(name) or not name[0].isupper():
        return None
    return Holder(name, "court" if _COURT.search(name) else "organ", f"organ:{_slug(name)}")


def _person(words: str) -> Holder | None:
    name = _LEAD_WORD.sub("", words)
    if _NOT_A_PERSON.search(name) or not _PERSON.fullmatch(name):
        return None
    return Holder(name, "scholar", f"scholar:{_slug(name)}")


def _impersonal(cue: str) -> Holder:
    """ "some argue that" is held by some; "it has been said that" by somebody unnamed."""
    first = cue.partition(" ")[0].lower()
    if first in reporting()["impersonal"]["pronouns"]:
        return Holder(first, "group", f"group:{first}")
    return UNNAMED


def _slug(name: str) -> str:
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
