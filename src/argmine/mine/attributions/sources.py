"""Sources: the words that may stand for whoever holds a view.

Halvorsen · Quintanar and Okonjo · Smith et al.      names
the delegation of Belgium · the French delegate      who speaks for a State
the tribunal · the same author · it · they           whose name stands before
many commentators · those who favour a licence       people without a name
insurance underwriters                               the same, before a verb that only people have for a predicate
"""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge import states
from argmine.knowledge.lexicon import reporting
from argmine.types import Attribution, Span

CAP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_LINKS = r"(?:of|the|and|&|for|on|in|de|la|du|des|van|von|der|den|al|bin|et\sal\.)"
_PART = rf"(?:(?:[A-Zl]\.){{2,4}}|{CAP}\.?)"  # a scan shows I. as l.
_PROPER = rf"{_PART}(?:\s+(?:(?!the\s){_LINKS}\s+(?:{_LINKS}\s+)?)?{_PART}){{0,6}}"
NAME = (
    rf"(?:[Tt]he\s+)?{_PROPER}(?:(?:,\s+{_PROPER}){{0,10}},?\s+(?:and|&)\s+{_PROPER})?(?:\s+of\s+\d+)?(?:\s+et\s+al\.)?"
)
PRONOUN = r"(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey)"
_OFFICES = (
    r"(?:tribunal|court|chamber|commission|committee|subcommittee|sub-committee|delegation|delegate|author|writer|judge|arbitrator|"
    r"[Gg]overnment|[Aa]mbassador|representative|country|scholar|commentator|critic|[Aa]pplicant|[Rr]espondent|"
    r"[Cc]laimant|[Pp]etitioner|[Pp]laintiff|[Dd]efendant|[Aa]ppell(?:ant|ee)|[Mm]emorial|[Cc]ounter-[Mm]emorial|[Pp]etition|"
    r"[Cc]omplaint|[Ii]ndustry|majority|minority|dissent|(?:[Ff]oreign|[Pp]rime)\s[Mm]inister)"
)
OFFICE = (
    r"(?:[Tt]he(?:\s+same|\s+said|\s+quoted|\s+cited|\s+latter)?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)(?:\s+(?:arbitral|first|second|third|fourth|fifth|other|remaining))?"
    rf"\s+{_OFFICES}s?"
)
VIEW_MEANT = (
    r"(?:(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]he\s(?:same|latter|former|[“\"‘'][\w\s-]{2,30}[”\"’']))\s(?:[\w-]+\s)?"
    r"(?:view|opinion|comment|theory|thesis|doctrine|school|argument|position|explanation|reasoning)s?)(?:\sof\sthought)?"
)
"""A view that was told before: "according to this opinion", "according to the 'defensive' theory"."""
SENT = (
    r"(?:[Tt]he\s+)?(?:delegations?|delegates?|representatives?|[Gg]overnments?|observers?|[Aa]mbassadors?|"
    r"[Pp]ermanent\s+(?:[Mm]issions?|[Rr]epresentatives?))\s+(?:of|from)\s+"
)
_SENT_TO = rf"(?:\s(?:to|at|in|on)\sthe\s{CAP}(?:\s(?:of\s(?:the\s)?)?{CAP}){{0,4}})?"
"""Where a delegate sits: "the representative of Chile to the Legal Sub-Committee"."""
ENVOY = (
    r"(?:delegates?|delegations?|representatives?|[Gg]overnments?|[Aa]mbassadors?|negotiators?|ministers?|officials?|diplomats?|"
    r"(?:[Ff]oreign\s+[Mm]inist(?:er|ry))|[Ss]tatements?|authorities|lawyers|"
    r"proposal|draft|working\s+paper)"
)
POSITION = r"(?:position|view|interpretation|stance|reading|proposal)"
_WHICH = r"(?:\s(?:of|in|at|from|on|for|within|among|who|that|which|\w+ed\sby)\s[^,.;:“”]{1,160}?)?"
"""What tells unnamed people from others: "delegates of countries who read it so"."""
_LONGEST_TELLING = 80
# "the three African Council", "other Western and non-aligned", "Soviet"
_TELLING = re.compile(
    r"(?:(?<=\s)|\A)(?:(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ther|[Mm]any|[Ss]ome|[Ss]everal|[Mm]ost|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s){0,2}"
    r"(?:(?!(?:But|Yet|And|In|For|As|While|If|When|That|Thus|Although|Though|Since|Because|Indeed|Nor|So|Even|Like|To|By|Of)\s)"
    r"[A-Z][a-z]+(?:-[A-Za-z]+)?\s|[a-z]+-[a-z]+,?\s|(?:and|or)\s(?=[A-Z]|[a-z]+-)){1,5}\Z"
)
_APPOSITIVE = re.compile(rf",\s+(?P<name>{CAP}(?:\s+{CAP}){{0,3}}),")
_QUOTE = re.compile(r"\s*[“\"‘]")


@cache
def source() -> str:
    """A pattern for all sources that a verb of saying may have for subject."""
    return rf"(?:{SENT}{NAME}{_SENT_TO}|{envoys()}|{groups()}{_WHICH}|{OFFICE}|{PRONOUN}|{NAME})"


@cache
def agent() -> str:
    """A named group "source" behind "of" or "by": who is named there, no pronoun and no office."""
    return rf"(?P<source>{SENT}{NAME}|{envoys()}|{groups()}|{NAME})(?P<pronoun>)"


@cache
def paper() -> str:
    """A pattern for a document that speaks for who wrote it: "the Columbia report"."""
    return rf"(?:[Tt]he|[Tt]hat)\s+(?:same\s+|said\s+)?(?:{CAP}\s+){{0,4}}(?i:{any_of(reporting()['papers']['nouns'])})"


@cache
def envoys() -> str:
    """A pattern for those who speak for a State, called by its adjective: "the French delegate"."""
    adjectives = any_of([adjective for state in states() for adjective in (*state.adjectives, *_short(state.names))])
    return rf"(?:[Tt]he\s+)?(?:{adjectives})\s+{ENVOY}\b(?:\s(?:to|at|in|on)\s(?:the\s)?{CAP}(?:\s{CAP}){{0,4}})?"


@cache
def positions() -> str:
    """A pattern for what a State holds, called by its adjective: "the French position", "the United States view"."""
    adjectives = any_of([adjective for state in states() for adjective in (*state.adjectives, *_short(state.names))])
    return rf"(?:[Tt]he|[Tt]his|[Aa]n?)\s+(?:{adjectives})\s+(?:\w+\s+)?{POSITION}\b"


def _short(names: tuple[str, ...]) -> list[str]:
    """Names that serve as adjectives too: "the United States delegate"."""
    return [name for name in names if "," not in name and "(" not in name and len(name) < 20]


@cache
def groups() -> str:
    """A pattern for holders who are not named: "a number of delegations", "those who favour it"."""
    words = reporting()["groups"]
    quantifiers, nouns = any_of(words["quantifiers"]), any_of(words["nouns"])
    some = rf"(?:(?:{quantifiers})\s+(?:of\s+(?:the|these|those)\s+)?(?:[\w-]+\s+)?)?(?:{nouns})"
    return rf"(?i:{some}|those\s+(?:who|in\s+favou?r\s+of|opposed\s+to|against)\s[^,.;:“”]{{3,80}}?)(?!\w|\s[A-Z][a-z])"


@cache
def people() -> str:
    """A pattern for any plural: "insurance underwriters"; whether they are people, the verb behind it says."""
    determiner = (
        r"(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Oo]ther|[Cc]ertain|[Tt]hese|[Tt]hose|[Vv]arious)\s+)?"
    )
    noun = r"(?:[a-z-]+\s+){0,2}[a-z-]{3,}s(?<!ss)(?<!us)(?<!is)"
    return rf"(?:{determiner}{noun}|(?!Not?\s)[A-Z](?:[a-z-]+\s+){{0,2}}[a-z-]{{3,}}s(?<!ss)(?<!us)(?<!is)){_WHICH}"


def any_of(words: list[str]) -> str:
    """A pattern for any of `words`, the longest first, the same in each process."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(dict.fromkeys(words), key=len, reverse=True)
    )


def _in_full(text: str, found: Span) -> Span:
    """A group with what tells it from others: "the three African Council members", not "members"."""
    if not groups_alone().fullmatch(text, found.start, found.end):
        return found
    before = _TELLING.search(text, max(found.start - _LONGEST_TELLING, 0), found.start)
    return Span(before.start(), found.end) if before else found


@cache
def groups_alone() -> re.Pattern[str]:
    """The noun of a group without any word before it, or "other" and the like."""
    nouns = any_of(reporting()["groups"]["nouns"])
    return re.compile(rf"(?:(?:other|fellow)\s)?(?:{nouns})", re.IGNORECASE)


def made(text: str, match: re.Match[str], content: Span) -> Attribution:
    """An attribution from a match with the groups "source" or "pronoun", and "cue"."""
    found = Span(*match.span("source" if match.group("source") else "pronoun"))
    found = _in_full(text, found)
    # "its ablest advocate, Marchmont, holds": the name behind the description
    appositive = _APPOSITIVE.match(text, found.end)
    if appositive and found.of(text).split()[-1].islower():
        found = Span(*appositive.span("name"))
    # "it is Belgium's hope that"
    if found.of(text).endswith(("’s", "'s")):
        found = Span(found.start, found.end - 2)
    quoted = _QUOTE.match(text, content.start, content.end) is not None
    return Attribution(found, Span(*match.span("cue")), content, quoted=quoted)
