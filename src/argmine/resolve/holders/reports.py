"""Reports: the attributions of a document whose source is somebody, with the holder whom it means.

They are read in their order, so that "it further submitted", "in her view", "the tribunal", "the delegation" find the
holder before them; with no candidate, or with one of another kind, they are nobody's: better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from argmine.resolve.holders.actors import ONE_DELEGATION, UNNAMED, impersonal, known
from argmine.resolve.holders.cast import Cast
from argmine.resolve.holders.papers import speaking_paper
from argmine.types import Attribution, Document, Holder, HolderType, Span

_REACH = 500  # characters between a pronoun and the report before it
_PARAGRAPH = 2000  # characters that "he" may look back
_HE = re.compile(r"(?:he|she|his|her|him)\Z", re.IGNORECASE)
_LEARNED = re.compile(r"(?:Judge|Prof(?:essor|\.)|Dr\.?|Sir)\s[A-Z]")
_IT = re.compile(r"(?:it|its)\Z", re.IGNORECASE)
_THEY = re.compile(r"(?:they|their|them)\Z", re.IGNORECASE)
_PARTIES = (
    r"(?:applicant|respondent|claimant|petitioner|plaintiff|defendant|appellant|appellee|memorial|counter-memorial|petition|"
    r"complaint|industry)s?\Z"
)
_SAME = re.compile(
    r"(?:the|this|that|his|her|its|their)\s+(?:(?:same|said|quoted|cited|latter)\s+)?(?:(?:delegation|delegate|author|writer|scholar|commentator|"
    r"judge|arbitrator|representative|ambassador|government|country)s?\Z)",
    re.IGNORECASE,
)
# "these authors", where some authors were reported before
_THESE = re.compile(
    r"(?:these|those|such|both|the\s(?:same|said|former|latter))\s+(?:two\s|three\s)?(?P<noun>[a-z]+s)\Z", re.IGNORECASE
)
_WRITERS = ("authors", "scholars", "writers", "commentators", "jurists", "experts", "publicists")
_GOES_ON = re.compile(
    r"the (?:argument|reasoning|theory) (?:goes|runs|continues)|in this (?:reasoning|theory)", re.IGNORECASE
)
_ENVOY = re.compile(r"(?:its|their|that|the same)\s.*(?:delegat|representative|ambassador|government)", re.IGNORECASE)
_DELEGATE = re.compile(r"the\s+(?:delegat(?:e|ion)|representative|ambassador|government)\Z", re.IGNORECASE)
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
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Ambassador|Minister|[Dd]elegate|[Rr]epresentative|President)\b")
_ADVERBIAL = 60  # characters
_THINGS = re.compile(
    r"\b(?:show|demonstrat|prove|suggest|indicat|impl|reveal|presuppos|suppos|confirm|establish|illustrat|make|assum|mean)"
)
# what a text of the law recites as recognised or declared is nobody's reading
_LAW = re.compile(
    r"\b(?:[Pp]reamble|[Aa]rticle|[Pp]aragraph|Treaty|Convention|Agreement|Charter|Statute|Covenant|Protocol)\b"
)
_EXPRESSED = re.compile(r"the (?:view|opinion|concern|hope) was (?:also |further )?expressed", re.IGNORECASE)
# a court reports its parties so, others themselves
_CONTENDED = re.compile(r"it is .*that", re.IGNORECASE)
# "the AV would have", "CNS makes": letters may be a thing's
_ACRONYM = re.compile(r"(?:[Tt]he\s+)?[A-Z]{2,4}")
_JUDGED = re.compile(r"\b(?:understood|interpreted|read|construed|regarded|viewed|seen|considered|treated|taken)\b")


_STATES: tuple[HolderType, ...] = ("state",)
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
    words = " ".join(attribution.source.of(document.text).split())
    if agent := _AGENT.search(words) if attribution.source == attribution.cue else None:
        words = agent["name"]
    elif attribution.source == attribution.cue:
        goes_on = _GOES_ON.match(words) and last is not None and _is_next(document, last[0], attribution.source)
        return last[1] if goes_on and last else _nobody(document, words, is_said=is_said)
    if _OURS.match(words):
        return cast.speaking(attribution.source.start)
    told = last[1] if last and _is_beside(document, last[0], attribution.source) else None
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
    if any(pattern.match(words) for pattern in (_HE, _IT, _THEY, _SAME)):
        found = _before(document, cast, words, attribution, last)
        if found is None and is_said and _HE.fullmatch(words):
            return cast.carried(attribution.source) or UNNAMED
        return found
    if told := _told_together(document, words, attribution.source, last):
        return told
    if is_said:
        return cast.named(words, attribution.source.start)
    return _taking(document, cast, words, attribution)


def _told_together(document: Document, words: str, source: Span, last: tuple[Span, Holder] | None) -> Holder | None:
    """ "These authors": those who were reported before them in the paragraph, called by the same noun or by name."""
    these = _THESE.fullmatch(words)
    if these is None or last is None or not _is_next(document, last[0], source):
        return None
    noun, holder = these["noun"].casefold(), last[1]
    is_same = holder.type == "group" and noun in holder.name.casefold().split()
    is_several = holder.type == "scholar" and " and " in holder.name and noun in _WRITERS
    return holder if is_same or is_several else None


def _nobody(document: Document, words: str, *, is_said: bool) -> Holder | None:
    """Whoever is meant where no source is written; "it is contended that" has one in a judgment only."""
    genre = document.metadata.genre
    if not is_said and _CONTENDED.fullmatch(words) and genre != "judgment":
        return None
    return ONE_DELEGATION if genre in ("un_document", "record") and _EXPRESSED.match(words) else impersonal(words)


def _taking(document: Document, cast: Cast, words: str, attribution: Attribution) -> Holder | None:
    """Who takes a stand without a verb of saying: only one who is known to hold views."""
    named = cast.named if _LEARNED.match(words) else cast.known
    holder = named(words, attribution.source.start)
    is_nobody = _is_put_by_some(document, attribution, holder) or _is_beneficiary(document, attribution, holder)
    return None if is_nobody or (_ACRONYM.fullmatch(words) and known(words) is None) else holder


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
    if last is not None and last[1].type == "state" and source.start - last[0].end <= _REACH:
        return last[1]
    return cast.envoys.meant(words, source.start) or cast.party or party


def _is_party(holder: Holder) -> bool:
    return holder.id.startswith("group:") and "@" in holder.id


def _before(
    document: Document, cast: Cast, words: str, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """Whom a pronoun or "the same author" means."""
    if _HE.fullmatch(words):
        return _person(document, cast, attribution, last)
    return _antecedent(document, cast, words, attribution, last)


def _person(
    document: Document, cast: Cast, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """Whom "he" means: whoever was reported or was the subject of a sentence last, in the same paragraph."""
    source = attribution.source
    subject = cast.subject_before(source)
    envoy = cast.envoys.before(source)
    if envoy and envoy[0] > max(last[0].start if last else -1, subject[0] if subject else -1):
        return envoy[1]
    if (
        last
        and last[1].type == "state"
        and _HE.fullmatch(last[0].of(document.text))
        and _is_next(document, last[0], source)
    ):
        return last[1]
    if last is None or not _is_beside(document, last[0], source) or (subject and subject[0] > last[0].start):
        return subject[1] if subject else None
    if last[1].type == "scholar" or _PERSON.search(last[0].of(document.text)) or _is_party(last[1]):
        return last[1] if source.start - last[0].end <= _PARAGRAPH else None
    is_he = _HE.fullmatch(last[0].of(document.text)) is not None
    return subject[1] if subject else UNNAMED if is_he and last[1] == UNNAMED else None


def _antecedent(
    document: Document, cast: Cast, words: str, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """The holder of the report before, where it is near, in the same paragraph, and of a kind that fits."""
    source = attribution.source
    if _IT.match(words) and (told := _told_of(document, cast, attribution, last)) is not None:
        return told
    if (
        last is None
        or last[1] == UNNAMED
        or source.start - last[0].end > _REACH
        or not _is_beside(document, last[0], source)
    ):
        if _ENVOY.match(words):
            return cast.sender(source)
        return cast.envoys.meant(words, source.start) if _DELEGATE.match(words) else None
    holder = last[1]
    if _THEY.match(words):
        return holder if holder.type == "group" or " and " in holder.name or "et al" in holder.name else None
    if _IT.match(words):
        is_person = _HE.fullmatch(last[0].of(document.text)) is not None
        return _body(holder, cast) if not is_person and _is_subject_of_saying(attribution, document) else None
    return holder


def _told_of(
    document: Document, cast: Cast, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """The State that was the subject of a sentence behind the last report: "Chile took another view. It added …"."""
    place = attribution.source
    subject = cast.subject_before(place, _STATES)
    if subject is None or place.start - subject[0] > _REACH or not _is_subject_of_saying(attribution, document):
        return None
    return subject[1] if last is None or last[0].start < subject[0] else None


def _is_next(document: Document, one: Span, other: Span) -> bool:
    """Whether what stands at `other` goes on with `one`: near, in the same paragraph."""
    return other.start - one.end <= _REACH and _is_beside(document, one, other)


def _is_beside(document: Document, one: Span, other: Span) -> bool:
    """Whether two places stand in one paragraph."""
    return document.block_at(one.start) == document.block_at(other.start)


def _is_subject_of_saying(attribution: Attribution, document: Document) -> bool:
    """Whether "it" may be somebody: early in its sentence, before a verb that arguments do not have for predicate."""
    is_of_things = _THINGS.search(attribution.cue.of(document.text)) is not None
    return not is_of_things and _begins_sentence(document.text, attribution.source)


def _body(holder: Holder, cast: Cast) -> Holder | None:
    """What "it" may be: a State, an organ; a name taken for a scholar's that nobody cites is one of them."""
    if holder.type == "scholar":
        return holder if " " not in holder.name and not cast.is_scholar(holder.name) else None
    return None if holder.id.startswith("group:") and not _is_party(holder) else holder


def _begins_sentence(text: str, source: Span) -> bool:
    """Whether no more than an adverbial stands before the pronoun in its sentence."""
    before = re.split(r"[.?!][”\"’')]*\d{0,3}\s", text[max(source.start - 200, 0) : source.start])[-1]
    return len(before.strip()) <= _ADVERBIAL and not re.search(r"[:;]", before)
