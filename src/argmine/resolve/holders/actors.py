"""Names of those who hold views: States, organs, courts and groups by the registry, scholars by the look of a name.

Belgium · the delegation of Belgium · the Belgian delegate · Ambassador Maes of Belgium     the State
many commentators · critics of the act · insurance underwriters                             a group without a name
the Space Law Institute · NASA                                                              a body
Solveig Halvorsen · Professor Halvorsen · Quintanar and Okonjo                              scholars
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from argmine.knowledge import instruments, organs, states
from argmine.knowledge.lexicon import MONTH, reporting
from argmine.knowledge.structure import finite_verbs
from argmine.resolve.instruments.namings import code_titled
from argmine.resolve.phrases import phrase_pattern
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
_ENVOY = re.compile(
    r"(?P<adjective>[A-Z][\w.’' -]*?)\s+(?:delegat(?:e|ion)|representative|government|ambassador|negotiator|minister|"
    r"official|diplomat|foreign minist(?:er|ry)|statement|authoritie|lawyer|proposal|draft|working paper|position|"
    r"view|interpretation|stance|reading)s?\b.*",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\s(?:to|at|in|on)\s(?:the\s)?[A-Z].*\Z")
_STOP = re.compile(r"(?<=[a-z]{4})\.\Z")
"""A full stop that ends a sentence, and no abbreviation."""
_OF_STATE = re.compile(
    r"(?:(?:Ambassador|Minister|President|Mr\.|Mrs\.|Ms\.|Dr\.|Professor)\s).{2,50}?\sof\s(?:the\s)?(?P<state>.+)"
)
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
NAMES = re.compile(r"[^\W\d_][\w’'-]*")
"""Each name of a person's names."""
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
        or _court_in(bare)
        or joint(bare)
        or _sent(bare)
        or _people_of(bare)
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


def _court_in(words: str) -> Holder | None:
    """ "The International Court of Justice in Halvorsen": the court."""
    court = known(words.partition(" in ")[0])
    return court if court is not None and court.type == "court" else None


def _sent(words: str) -> Holder | None:
    """ "the French delegate", "Ambassador Maes of Belgium": the State for which they speak."""
    if match := _OF_STATE.match(words):
        return known(match["state"])
    match = _ENVOY.fullmatch(re.sub(r"^[Tt]he\s+", "", words))
    return _adjectives().get(_folded(match["adjective"])) if match else None


def _people_of(words: str) -> Holder | None:
    """ "The Americans": the State."""
    match = re.fullmatch(r"[Tt]he\s+(?P<adjective>[A-Z][\w -]+?)s", words)
    return _adjectives().get(_folded(match["adjective"])) if match else None


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


def slug(name: str) -> str:
    """A name as part of an id: small letters without diacritics, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "unknown"


def fits_in(given: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether each given name is the other's or its initial, in their order: none, "S.", "Solveig" and "Solveig T."."""
    if len(given) > len(fuller) or sum(map(len, given)) > sum(map(len, fuller)):
        return False
    return all(
        slug(one) == slug(other) or (len(one) == 1 and slug(other).startswith(slug(one)))
        for one, other in zip(given, fuller, strict=False)
    )


def agrees(name: str, full: str) -> bool:
    """Whether the given names of `name` fit those of `full`, which has the same surname."""
    return fits_in(tuple(NAMES.findall(name)[:-1]), tuple(NAMES.findall(full)[:-1]))


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


@cache
def _registry_pattern() -> re.Pattern[str]:
    return phrase_pattern(_registry(), re.IGNORECASE)
