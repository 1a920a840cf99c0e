"""Names of those who hold views: States, organs, courts and groups by the registry, scholars by the look of a name.

Belgium · the delegation of Belgium · the Belgian delegate · Ambassador Maes of Belgium     the State
many commentators · critics of the act · insurance underwriters                             a group without a name
the Space Law Institute · NASA                                                              a body
Solveig Halvorsen · Professor Halvorsen · Quintanar and Okonjo                              scholars
"""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge import instruments
from argmine.knowledge.lexicon import MONTH, reporting
from argmine.knowledge.structure import finite_verbs
from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import court_in, known, people_of, sent
from argmine.resolve.instruments.namings import code_titled
from argmine.types import Holder

UNNAMED = Holder("some", "group", "unnamed")
"""Somebody whom the text does not name: "it has been argued that …"."""
ONE_DELEGATION = Holder("one delegation", "group", "unnamed:one-delegation")
"""Whom "the view was expressed" means in a report of a committee of the UN."""

GENERAL_VIEW = Holder("general view", "group", "unnamed:general-view")
"""What everybody is said to hold: "it is generally accepted that …"."""

_DELEGATION = re.compile(
    r"^(?:the\s+)?(?:delegation|delegate|representative|government|permanent mission|permanent representative|"
    r"ambassador|observer|position|submission|statement)s?\s+(?:of|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\s(?:to|at|in|on)\s(?:the\s)?[A-Z].*\Z")
_STOP = re.compile(r"(?<=[a-z]{4})\.\Z")
"""A full stop that ends a sentence, and no abbreviation."""
_INSTITUTION = re.compile(
    r"\b(?:Committee|Commission|Council|Union|Agency|Organi[sz]ation|Court|Tribunal|Institute|Association|Secretariat|"
    r"Assembly|Government|Administration|Ministry|Department|Chamber|Group|Bank|Office|Congress|Parliament|Panel|Board|Conference|Society|Federation|League|Foundation|University|Centre|Center|Fund)\b"
    # "the International Law Section", "the Section of International Law"; not "Section 4 of the Act"
    r"|[A-Z][a-z]+\sSection\Z|\bSection\s(?:of|on)\s(?:[A-Z]\w+\s)*(?:Law|Rights|Affairs|Relations|Resources)\b"
)
# "the ICAO Council on March 9": the name ends before the day
_MONTH = re.compile(rf"\s(?:in|on|of|at|for)\s{MONTH}\Z")
_OF_A_BODY = re.compile(
    r"(?:.*\s)?(?:Yearbooks?|Reports?|Commentary|Statute|Rules|Charter|Constitution|Judgments?|Decisions?|Articles?|Resolutions?)"
    r"\s+(?:of|by)\s+(?:the\s+)?"
)
_ACRONYM = re.compile(r"[A-Z]{2,}[A-Z0-9-]*")
_COURT = re.compile(r"\b(?:Court|Tribunal|Chamber)\b")
_NOT_A_PERSON = re.compile(
    r"\b(?:Article|Treaty|Convention|Agreement|Charter|Statute|Protocol|Accords?|Act|Law|Section|Principles?|Resolution|"
    r"Declaration|Preamble|Annex|Clause|Paragraph|Part|Chapter|Report|Brief|Paper|Study|Note|Figure|Table|Guidelines?|"
    r"See|Compare|Contra|Accord|Supra|Infra|Conventions|Treaties|Agreements|Regulations?|Rules|Covenants?|Codes?|Doctrine|Order|Memorandum|Plan|Policy|Reports|Directive|"
    r"Programme|Program|Project|Initiative|Proposal|Bill|Constitution|Yearbook|Journal|Review|Government|Minister|Having|Being|Given|Another|Others?|Such|Each|Every|All|Most|What|Where|When|Who|Whether|If|Since|Because|While|After|Before|During|Under|No|Not|Nor|Now|Then|So|Only|Even|First|Second|Third|Next|Various|Certain|This|That|These|Those|It|He|She|They|We|I(?!\.)|One|Others?|Both|Some|Many|However|Thus|There|Here|Author|Authors|Parties|State|States)\b"
)
_PERSON = re.compile(
    r"(?:(?:de|von|van|der|den|du|di)\s+){0,2}(?:[A-Z][\w’'.-]*\s+(?:(?:de|von|van|der|den)\s+){0,2}){0,4}[A-Z][\w’'-]{2,}(?:\s+et\s+al\.)?(?:,?\s+(?:and|&)\s+(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]{2,})?"
)
LEAD_WORD = re.compile(
    r"^(?:(?:The|Even|In|As|For|But|And|Yet|Thus|However|Moreover|Furthermore|Indeed|While|Although|Similarly|Likewise|Finally|Whereas|"
    r"Later|Also|Again|Hence|[A-Z][a-z]+ly|For\s+example|If|That|Whether|When|Where|Since|Because|For\s+instance|In\s+fact|Instead|Rather|Nevertheless|Still|(?:Former\s+)?(?:Prime|Foreign)\s+Minister|Chair(?:wo)?man|Professors?|Prof\b\.?|Judges?|Mr\.?\s+Justice|Justice|President|Senator|Congressman|Lord|Dr\b\.?|Mr\b\.?|Mrs\b\.?|Ms\b\.?|Sir|Ambassador),?\s+)+"
)
# "Senator Halvorsen and Senator Lind"
_AND_TITLE = re.compile(
    r"\sand\s(?:Professor|Prof\.?|Judge|Senator|Lord|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Ambassador)\s(?=[A-Z])"
)
_THINGS = re.compile(
    r"\b(?:cases|studies|reports|papers|articles|treaties|conventions|provisions|principles|rules|terms|words|facts|figures|"
    r"regulations|guidelines|instruments|resolutions|declarations|covenants|protocols|clauses|standards|procedures|"
    r"programmes|plans|proposals|policies|arguments|views|laws|statutes|texts|reasons|results|findings|documents|"
    r"agreements|decisions|sources|norms|acts)\Z",
    re.IGNORECASE,
)
# "policymakers in the": the rest is a clause
_CUT_OFF = re.compile(r"\s(?:the|an?|this|that|these|those|of|in|to|by|for|must|shall|should)\Z")
_HELD = re.compile(
    r"the\s+(?P<name>(?:\w[\w-]*\s+){1,3}?(?:view|opinion|position|interpretation|understanding|reading|doctrine|theory))\b",
    re.IGNORECASE,
)
_GENERALLY = re.compile(
    r"\b(?:generally|universally|widely|broadly|commonly|general|broad|wide|widespread|universal)\b", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:nobody|no[ -]one|none|neither|nothing|everyone|everybody|anyone)\b", re.IGNORECASE)
_PRESENT_AUTHOR = re.compile(
    r"\b(?:this|the present|the)\s+(?:author|paper|article|writer|brief|essay|contribution)\b", re.IGNORECASE
)


def holder_of(source: str) -> Holder | None:
    """The holder that the words of a source name; None for the author and for what cannot hold a view.

    "the delegation of Belgium" is Belgium; "some scholars" a group of that name.
    """
    words = _STOP.sub("", _MONTH.sub("", " ".join(source.split()).strip(" ,")))
    if words.casefold() in reporting()["impersonal"]["pronouns"]:
        return impersonal(words)
    if _PRESENT_AUTHOR.search(words) or _NOBODY.match(words):
        return None
    bare = _DELEGATION.sub("", words)
    if bare != words:
        bare = bare if known(bare) else _SEAT.sub("", bare)
        return known(bare) or joint(bare) or state(bare)
    found = (
        known(bare)
        or court_in(bare)
        or joint(bare)
        or sent(bare)
        or people_of(bare)
        or _group(words)
        or _instrument(bare)
    )
    return found or institution(LEAD_WORD.sub("", bare)) or person(bare) or _plural(words)


def joint(words: str) -> Holder | None:
    """ "Chile and Peru": those who speak together are a group of their own."""
    parts = [known(part) for part in re.split(r",?\s+and\s+|,\s+", words)]
    if len(parts) < 2 or None in parts:
        return None
    return Holder(words, "group", "+".join(sorted(each.id for each in parts if each is not None)))


def state(name: str) -> Holder:
    """A State that is not in the registry: whoever sends a delegation."""
    return Holder(name, "state", f"state:{slug(name)}")


def _group(words: str) -> Holder | None:
    """ "some scholars", "critics of the act": what is said of them behind "who" is no part of their name."""
    match = _group_pattern().match(words)
    if match is None and not words.casefold().startswith("those "):
        return None
    if match and (body := known(match.group())):
        return body
    name = re.split(r"\s(?:who|that|which|will)(?:\s|\Z)", words)[0] if match else words
    if match and (finite_verbs().search(name, match.end()) or _CUT_OFF.search(name)):
        name = match.group()
    return Holder(name[0].lower() + name[1:], "group", f"group:{slug(name)}")


def _plural(words: str) -> Holder | None:
    """Any people: whoever found them knows that they say something."""
    bare = re.split(r"\s(?:who|that|which|of|in|at|from|on|for|within|among)\s", words)[0]
    is_people = re.fullmatch(r"(?:[A-Z]?[a-z-]+\s+){0,4}[A-Z]?[a-z-]{3,}s", bare)
    if not is_people or _THINGS.search(bare) or _places().search(bare):
        return None
    return Holder(words[0].lower() + words[1:], "group", f"group:{slug(words)}")


def _instrument(words: str) -> Holder | None:
    """Accords and statutes speak for those who made them; a treaty's words are nobody's reading of it."""
    code = code_titled(words)
    if code is None or instruments()[code].kind == "treaty":
        return None
    return Holder(re.sub(r"^[Tt]he\s+", "", words), "instrument", f"instrument:{code}")


def institution(words: str) -> Holder | None:
    """A body that the registry does not know, by the noun in its name."""
    name = re.sub(r"^[Tt]he\s+", "", words)
    if _OF_A_BODY.match(name) or not name[:1].isupper() or not (_INSTITUTION.search(name) or _ACRONYM.fullmatch(name)):
        return None
    return Holder(name, "court" if _COURT.search(name) else "organ", f"organ:{slug(name)}")


def person(words: str) -> Holder | None:
    """A scholar: words that look like a name and like nothing else."""
    name = _AND_TITLE.sub(" and ", LEAD_WORD.sub("", words))
    is_other = _NOT_A_PERSON.search(name) or _places().search(name) or re.search(r"['’]s\s", name)
    if is_other or not _PERSON.fullmatch(name):
        return None
    return Holder(name, "scholar", f"scholar:{slug(name)}")


def impersonal(cue: str) -> Holder:
    """ "some argue that" is held by some, "it is generally agreed that" by all, "it was said that" by somebody."""
    first = cue.partition(" ")[0].lower()
    if first in reporting()["impersonal"]["pronouns"]:
        return Holder(first, "group", f"group:{first}")
    if held := _HELD.match(cue):
        name = held["name"].lower()
        return GENERAL_VIEW if name == "general view" else Holder(name, "group", f"group:{slug(name)}")
    return GENERAL_VIEW if _GENERALLY.search(cue) else UNNAMED


@cache
def _places() -> re.Pattern[str]:
    """Words with a capital that are no names of people: places of which the literature speaks."""
    return re.compile(rf"\b(?:{'|'.join(reporting()['places']['words'])})\b")


@cache
def _group_pattern() -> re.Pattern[str]:
    """What ends in a noun for people, or goes on with what tells them from others."""
    nouns = "|".join(re.escape(noun) for noun in sorted(reporting()["groups"]["nouns"], key=len, reverse=True))
    return re.compile(
        rf"(?:[\w’'-]+\s+){{0,6}}?(?:{nouns})(?=\Z|\s(?:of|in|at|from|on|for|within|among|who|that|which|\w+ed\sby)\s)",
        re.IGNORECASE,
    )
