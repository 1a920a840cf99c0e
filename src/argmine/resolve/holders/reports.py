"""Reports: the attributions of a document whose source is somebody, with the holder whom it means.

They are read in their order, so that "it further submitted", "in her view", "the tribunal", "the delegation" find the
holder before them; with no candidate, or with one of another kind, they are nobody's: better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from argmine.knowledge.lexicon import reporting
from argmine.resolve.holders.actors import ONE_DELEGATION, UNNAMED, impersonal
from argmine.resolve.holders.cast import Cast
from argmine.resolve.holders.papers import speaking_paper
from argmine.resolve.holders.proceedings import court_in_case
from argmine.resolve.holders.pronouns import (
    HE,
    REACH,
    THEY,
    is_beside,
    is_next,
    pointed_back_to,
    points_back,
    told_together,
)
from argmine.resolve.holders.registered import known
from argmine.types import Attribution, Document, Holder, Span

_LEARNED = re.compile(r"(?:Judge|Prof(?:essor|\.)|Dr\.?|Sir)\s[A-Z]")
_PARTIES = (
    r"(?:applicant|respondent|claimant|petitioner|plaintiff|defendant|appellant|appellee|memorial|counter-memorial|petition|"
    r"complaint|industry)s?\Z"
)
_GOES_ON = re.compile(
    r"the (?:argument|reasoning|theory) (?:goes|runs|continues)|in this (?:reasoning|theory)", re.IGNORECASE
)
_PARTY = re.compile(
    rf"the\s+(?:(?:first|second|third|fourth|fifth|other|remaining)\s+)?(?:{_PARTIES}|(?-i:Government)\Z)",
    re.IGNORECASE,
)
# "Applicant contends", "the Federal Appellees argue"
_LITIGANT = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][a-z]+\s+)?(?P<name>(?:Applicant|Respondent|Claimant|Petitioner|Plaintiff|Defendant|Appell(?:ant|ee))s?)\Z"
)
# "according to this opinion": whose it was; "according to these comments": somebody's in any case
_VIEW = re.compile(
    r"(?:this|that|these|those|the (?:same|latter|former|[“\"‘'].{2,30}?[”\"’'])) .*?"
    r"(?:view|opinion|comment|theory|thesis|doctrine|school|argument|position|"
    r"explanation|reasoning)s?(?: of thought)?\Z",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\b(?:comment|theory|thesis|doctrine|school)", re.IGNORECASE)
_OURS = re.compile(r"(?:my|our)\s", re.IGNORECASE)
# what a text of the law recites as recognised or declared is nobody's reading
_LAW = re.compile(
    r"\b(?:[Pp]reamble|[Aa]rticle|[Pp]aragraph|Treaty|Convention|Agreement|Charter|Statute|Covenant|Protocol)\b"
)
_EXPRESSED = re.compile(r"the (?:view|opinion|concern|hope) was (?:also |further )?expressed", re.IGNORECASE)
# a court reports its parties so, others themselves
_CONTENDED = re.compile(r"it is .*that", re.IGNORECASE)
# "the AV would have", "CNS makes": letters may be a thing's
_ACRONYM = re.compile(r"(?:[Tt]he\s+)?[A-Z]{2,4}")
# "not surprising that commentators find": no pronoun
_SCANNED_I = re.compile(r"\Al\.(?=[A-Z]\.)")
_THAT = re.compile(r"that\s(?=[a-z]+s\Z)")
# what treaties, rules and studies do not do
_ARGUES = re.compile(
    r"(?:argu|believ|think|thought|claim|contend|maintain|insist|urg|propos|complain|object|fear|hope|felt|feel|agre|opin)"
)
_ADVERB = re.compile(r"\s+(?:\w+ly\s+)?")
_JUDGED = re.compile(r"\b(?:understood|interpreted|read|construed|regarded|viewed|seen|considered|treated|taken)\b")


# "it was stated by Ambassador Halvorsen that"
_AGENT = re.compile(r"\bby (?P<name>(?:the )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*){0,5}) that\Z")


@dataclass(frozen=True, slots=True)
class Report:
    """An attribution with the holder whom its source means, and who reports it if not the document itself."""

    attribution: Attribution
    holder: Holder
    reporter: Holder | None = None


def find_reports(
    document: Document, cast: Cast, attributions: Sequence[Attribution], takes: Sequence[Attribution]
) -> Iterator[Report]:
    """The attributions whose source is somebody, in the order of the text."""
    last: tuple[Span, Holder] | None = None
    said = {attribution.cue.start: attribution for attribution in attributions}
    ordered = sorted((*takes, *attributions), key=lambda each: (each.source.start, each.content.start))
    outer: dict[Span, Holder] = {}
    for attribution in ordered:
        is_said = said.get(attribution.cue.start) is attribution
        holder = _meant(document, cast, attribution, last, is_said=is_said)
        if holder is None or (attribution.within and _LAW.search(attribution.within.of(document.text))):
            continue
        outer[attribution.source] = holder
        # "the delegate, as was suggested by Chile, stated": "he" is the delegate
        if attribution.within is None and (is_said or last is None or not attribution.content.covers(last[0])):
            last = (attribution.source, holder)
        yield Report(attribution, holder, outer.get(attribution.within) if attribution.within else None)


def _meant(
    document: Document, cast: Cast, attribution: Attribution, last: tuple[Span, Holder] | None, *, is_said: bool
) -> Holder | None:
    words = _SCANNED_I.sub("I.", _THAT.sub("", " ".join(attribution.source.of(document.text).split())))
    if agent := _AGENT.search(words) if attribution.source == attribution.cue else None:
        words = agent["name"]
    elif attribution.source == attribution.cue:
        goes_on = _GOES_ON.match(words) and last is not None and is_next(document, last[0], attribution.source)
        return last[1] if goes_on and last else _nobody(document, words, is_said=is_said)
    if _OURS.match(words):
        return cast.speaking(attribution.source.start)
    told = last[1] if last and is_beside(document, last[0], attribution.source) else None
    if attribution.cue.of(document.text).casefold() == "according to" and _VIEW.match(words):
        return told or (UNNAMED if _SCHOOL.search(words) else None)
    litigant = _LITIGANT.match(words)
    if litigant or _PARTY.match(words):
        called = f"the {litigant['name']}" if litigant else words
        return _party(document, cast, called, attribution.source, last)
    paper = speaking_paper(words, document.id, told)
    return paper or _named(document, cast, words, attribution, last, is_said=is_said)


def _named(
    document: Document,
    cast: Cast,
    words: str,
    attribution: Attribution,
    last: tuple[Span, Holder] | None,
    *,
    is_said: bool,
) -> Holder | None:
    """Whom a pronoun or a name means."""
    if points_back(words):
        found = pointed_back_to(document, cast, words, attribution, last)
        if found is None and is_said and HE.fullmatch(words):
            return cast.carried(attribution.source) or UNNAMED
        if found is None and is_said and THEY.fullmatch(words) and _ARGUES.match(attribution.cue.of(document.text)):
            return UNNAMED
        return found
    court = court_in_case(document.text, attribution.source)
    if told := court or told_together(document, words, attribution.source, last):
        return told
    if is_said:
        named = cast.named(words, attribution.source.start)
        return None if named and _disagrees(document.text, attribution, named) else named
    return _taking(document, cast, words, attribution)


def _disagrees(text: str, attribution: Attribution, holder: Holder) -> bool:
    """ "Furrher assume that": the verb of many, or an order; no one person's."""
    is_one = holder.type == "scholar" and not re.search(r" and |\bal\b|,|&", holder.name)
    is_bare = _ADVERB.fullmatch(text, attribution.source.end, attribution.cue.start) is not None
    return is_one and is_bare and attribution.cue.of(text) in _plurals()


@cache
def _plurals() -> frozenset[str]:
    """Verbs of saying in the plural of the present: "assume"."""
    return frozenset(verb[0] for forms in reporting()["verbs"].values() for verb in forms if verb[0] not in verb[1:4])


def _nobody(document: Document, words: str, *, is_said: bool) -> Holder | None:
    """Whoever is meant where no source is written; "it is contended that" has one in a judgment only."""
    genre = document.metadata.genre
    if not is_said and _CONTENDED.fullmatch(words) and genre != "judgment":
        return None
    return ONE_DELEGATION if genre in ("un_document", "record") and _EXPRESSED.match(words) else impersonal(words)


def _taking(document: Document, cast: Cast, words: str, attribution: Attribution) -> Holder | None:
    """Who takes a stand without a verb of saying: only one who is known to hold views."""
    named = cast.named if _LEARNED.match(words) else cast.known
    holder = named(words, attribution.source.start) or _shown(document, cast, attribution)
    is_nobody = _is_put_by_some(document, attribution, holder) or _is_beneficiary(document, attribution, holder)
    return None if is_nobody or (_ACRONYM.fullmatch(words) and known(words) is None) else holder


def _shown(document: Document, cast: Cast, attribution: Attribution) -> Holder | None:
    """The subject of a sentence who is not cited, but named so that it is shown to be a person's name: of one word it
    may be a State's."""
    if attribution.cue.start < attribution.source.start:
        return None
    holder = cast.named(" ".join(attribution.source.of(document.text).split()), attribution.source.start)
    return holder if holder is not None and holder.type == "scholar" and " " in holder.name else None


def _is_put_by_some(document: Document, attribution: Attribution, holder: Holder | None) -> bool:
    """ "A reading favoured by some": what they favour is not said here; "is understood by some as" says it."""
    is_agent = attribution.cue.start < attribution.source.start and attribution.content.covers(attribution.cue)
    is_group = holder is not None and holder.id.startswith("group:")
    return is_agent and is_group and not _JUDGED.search(attribution.cue.of(document.text))


def _is_beneficiary(document: Document, attribution: Attribution, holder: Holder | None) -> bool:
    """ "For States it is possible to sue": a group written with a capital is not of those who think for a trade."""
    is_for = attribution.cue.of(document.text) in ("For", "To")
    is_group = holder is not None and holder.type == "group"
    return is_for and is_group and attribution.source.of(document.text)[:1].isupper()


def _party(document: Document, cast: Cast, words: str, source: Span, last: tuple[Span, Holder] | None) -> Holder:
    """ "The Applicant", whoever it is: a party of the case that this document is about, or what it wrote.

    "The Government" is that of the State whose report stands before, or that is the party; else a party itself.
    """
    name = words.partition(" ")[2]
    party = Holder(f"the {name}", "group", f"group:{name.lower()}@{document.id}")
    if name != "Government":
        return replace(party, name=f"the {name.lower()}")
    if last is not None and last[1].type == "state" and source.start - last[0].end <= REACH:
        return last[1]
    return cast.envoys.meant(words, source.start) or cast.party or party
