"""Whom "he", "it", "they", "the same author" and "these authors" mean among those who were reported before."""

from __future__ import annotations

import re

from argmine.resolve.holders.actors import UNNAMED
from argmine.resolve.holders.cast import Cast
from argmine.types import Attribution, Document, Holder, HolderType, Span

REACH = 500  # characters between a pronoun and the report before it
_PARAGRAPH = 2000  # characters that "he" may look back
HE = re.compile(r"(?:he|she|his|her|him)\Z", re.IGNORECASE)
_IT = re.compile(r"(?:it|its)\Z", re.IGNORECASE)
THEY = re.compile(r"(?:they|their|them)\Z", re.IGNORECASE)
_SAME = re.compile(
    r"(?:the|this|that|his|her|its|their)\s+(?:(?:same|said|quoted|cited|latter)\s+)?(?:(?:delegation|delegate|author|writer|scholar|commentator|"
    r"judge|arbitrator|representative|ambassador|government|country)s?\Z)",
    re.IGNORECASE,
)
# "the quoted author": he may have been quoted in the paragraph before
_QUOTED = re.compile(r"the\s(?:same|said|quoted|cited)\s(?:author|writer|scholar|commentator|judge)\Z", re.IGNORECASE)
# "these authors", where some authors were reported before
_THESE = re.compile(
    r"(?:these|those|such|both|the\s(?:same|said|former|latter))\s+(?:two\s|three\s)?(?P<noun>[a-z]+s)\Z", re.IGNORECASE
)
_WRITERS = ("authors", "scholars", "writers", "commentators", "jurists", "experts", "publicists")
_ENVOY = re.compile(r"(?:its|their|that|the same)\s.*(?:delegat|representative|ambassador|government)", re.IGNORECASE)
_DELEGATE = re.compile(r"the\s+(?:delegat(?:e|ion)|representative|ambassador|government)\Z", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Ambassador|Minister|[Dd]elegate|[Rr]epresentative|President)\b")
_ADVERBIAL = 100  # characters
_THINGS = re.compile(
    r"\b(?:show|demonstrat|prove|suggest|indicat|impl|reveal|presuppos|suppos|confirm|establish|illustrat|make|assum|mean)"
)
_STATES: tuple[HolderType, ...] = ("state",)


def points_back(words: str) -> bool:
    """Whether a source is named by a word for somebody who was named before."""
    return any(pattern.match(words) for pattern in (HE, _IT, THEY, _SAME))


def told_together(document: Document, words: str, source: Span, last: tuple[Span, Holder] | None) -> Holder | None:
    """ "These authors": those who were reported before them in the paragraph, called by the same noun or by name."""
    these = _THESE.fullmatch(words)
    if these is None or last is None or not is_next(document, last[0], source):
        return None
    noun, holder = these["noun"].casefold(), last[1]
    is_same = holder.type == "group" and noun in holder.name.casefold().split()
    is_several = holder.type == "scholar" and " and " in holder.name and noun in _WRITERS
    return holder if is_same or is_several else None


def pointed_back_to(
    document: Document, cast: Cast, words: str, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """Whom a pronoun or "the same author" means."""
    if HE.fullmatch(words):
        return _person(document, cast, attribution, last)
    is_scholar = last is not None and last[1].type == "scholar"
    if last and is_scholar and _QUOTED.match(words) and attribution.source.start - last[0].end <= _PARAGRAPH:
        return last[1]
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
        and HE.fullmatch(last[0].of(document.text))
        and is_next(document, last[0], source)
    ):
        return last[1]
    if last is None or not is_beside(document, last[0], source) or (subject and subject[0] > last[0].start):
        return subject[1] if subject else None
    if last[1].type == "scholar" or _PERSON.search(last[0].of(document.text)) or _is_party(last[1]):
        return last[1] if source.start - last[0].end <= _PARAGRAPH else None
    is_he = HE.fullmatch(last[0].of(document.text)) is not None
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
        or source.start - last[0].end > REACH
        or not is_beside(document, last[0], source)
    ):
        if _ENVOY.match(words):
            return cast.sender(source)
        return cast.envoys.meant(words, source.start) if _DELEGATE.match(words) else None
    holder = last[1]
    if THEY.match(words):
        return holder if holder.type == "group" or " and " in holder.name or "et al" in holder.name else None
    if _IT.match(words):
        is_person = HE.fullmatch(last[0].of(document.text)) is not None
        return _body(holder, cast) if not is_person and _is_subject_of_saying(attribution, document) else None
    return holder


def _told_of(
    document: Document, cast: Cast, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """The State that was the subject of a sentence behind the last report: "Chile took another view. It added …"."""
    place = attribution.source
    subject = cast.subject_before(place, _STATES)
    if subject is None or place.start - subject[0] > REACH or not _is_subject_of_saying(attribution, document):
        return None
    return subject[1] if last is None or last[0].start < subject[0] else None


def _body(holder: Holder, cast: Cast) -> Holder | None:
    """What "it" may be: a State, an organ; a name taken for a scholar's that nobody cites is one of them."""
    if holder.type == "scholar":
        return holder if " " not in holder.name and not cast.is_scholar(holder.name) else None
    return None if holder.id.startswith("group:") and not _is_party(holder) else holder


def _is_subject_of_saying(attribution: Attribution, document: Document) -> bool:
    """Whether "it" may be somebody: early in its sentence, before a verb that arguments do not have for predicate."""
    is_of_things = _THINGS.search(attribution.cue.of(document.text)) is not None
    return not is_of_things and _begins_sentence(document.text, attribution.source)


def _begins_sentence(text: str, source: Span) -> bool:
    """Whether no more than an adverbial stands before the pronoun in its sentence."""
    before = re.split(r"[.?!][”\"’')]*\d{0,3}\s", text[max(source.start - 200, 0) : source.start])[-1]
    return len(before.strip()) <= _ADVERBIAL and not re.search(r"[:;]", before)


def _is_party(holder: Holder) -> bool:
    return holder.id.startswith("group:") and "@" in holder.id


def is_next(document: Document, one: Span, other: Span) -> bool:
    """Whether what stands at `other` goes on with `one`: near, in the same paragraph."""
    return other.start - one.end <= REACH and is_beside(document, one, other)


def is_beside(document: Document, one: Span, other: Span) -> bool:
    """Whether two places stand in one paragraph."""
    return document.block_at(one.start) == document.block_at(other.start)
