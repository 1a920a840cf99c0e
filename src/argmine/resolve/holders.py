"""Who holds a claim: the document's author, the State that speaks or submits, or somebody whose words are reported.

Reports are read in their order, so that "it further submitted", "in her view", "the tribunal", "the delegation" find
the holder before them; with no candidate, or with one of another kind, the claim stays with the author: a wrong holder
is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmine.knowledge.lexicon import refutation
from argmine.resolve.actors import ONE_DELEGATION, UNNAMED, holder_of, impersonal
from argmine.resolve.cast import Cast
from argmine.types import Attribution, AttributionKind, Claim, Document, Holder, Span

_SHARE = 0.4  # of a claim's words that must be reported for the claim to be the reported one's
_REACH = 500  # characters between a pronoun and the report before it
_HE = re.compile(r"(?:he|she|his|her|him)\Z", re.IGNORECASE)
_IT = re.compile(r"(?:it|its)\Z", re.IGNORECASE)
_THEY = re.compile(r"(?:they|their)\Z", re.IGNORECASE)
_SAME = re.compile(
    r"(?:the|this|that|his|her|its|their)\s+(?:same\s+|said\s+)?(?:delegation|author|writer|scholar|commentator|judge|"
    r"arbitrator|representative|government|country|critic|applicant|respondent)s?\Z",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?:my|our)\s", re.IGNORECASE)
_ADVERBIAL = 60  # characters
_THINGS = re.compile(
    r"\b(?:show|demonstrat|prove|suggest|indicat|impl|reveal|presuppos|confirm|establish|illustrat|make|assum|mean)"
)
# what a text of the law recites as recognised or declared is nobody's reading
_LAW = re.compile(
    r"\b(?:[Pp]reamble|[Aa]rticle|[Pp]aragraph|Treaty|Convention|Agreement|Charter|Statute|Covenant|Protocol)\b"
)
_EXPRESSED = re.compile(r"the (?:view|opinion) was expressed", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"(?:(?:But|Yet|However,|In my view,?)\s+)?(?:(?:this|that|the|such(?: an?)?|both|neither|it|its)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Report:
    """An attribution with the holder whom its source means, and who reports it if not the document itself."""

    attribution: Attribution
    holder: Holder
    reporter: Holder | None


def resolve_holders(
    document: Document,
    claims: Iterable[Claim],
    attributions: Sequence[Attribution],
    takes: Sequence[Attribution] = (),
    authors: Collection[str] = (),
) -> Iterator[Claim]:
    """Each claim with its holder and the kind of its attribution.

    Args:
        takes: attributions that count only if their source is known to hold views.
        authors: the names of those whose works the document cites.
    """
    cast = Cast(document, authors)
    reports = list(_reports(document, cast, attributions, takes))
    starts = [report.attribution.content.start for report in reports]
    for claim in claims:
        near = reports[max(bisect_right(starts, claim.span.start) - 2, 0) : bisect_right(starts, claim.span.end)]
        fitting = [report for report in near if _is_of(report.attribution, claim)]
        speaking = cast.speaking(claim.span.start)
        if not fitting or (report := fitting[-1]).holder == speaking:
            yield replace(claim, holder=speaking)
            continue
        reporter = report.reporter or (speaking if speaking.type != "author" else None)
        kind = _kind(document, claim, report.attribution)
        yield replace(claim, holder=report.holder, attribution=kind, reporter=reporter)


def _reports(
    document: Document, cast: Cast, attributions: Sequence[Attribution], takes: Sequence[Attribution]
) -> Iterator[_Report]:
    """The attributions whose source is somebody, in the order of their contents."""
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
        if attribution.within is None:
            last = (attribution.source, holder)
        yield _Report(attribution, holder, outer.get(attribution.within) if attribution.within else None)


def _meant(
    document: Document, cast: Cast, attribution: Attribution, last: tuple[Span, Holder] | None, *, is_said: bool
) -> Holder | None:
    words = " ".join(attribution.source.of(document.text).split())
    if attribution.source == attribution.cue:
        of_committee = document.metadata.genre in ("un_document", "record") and _EXPRESSED.match(words)
        return ONE_DELEGATION if of_committee else impersonal(words)
    if _OURS.match(words):
        return cast.speaking(attribution.source.start)
    if any(pattern.match(words) for pattern in (_HE, _IT, _THEY, _SAME)):
        return _antecedent(document, cast, words, attribution, last)
    if is_said:
        return cast.known(words, attribution.source.start) or holder_of(words)
    is_agent = attribution.cue.start < attribution.source.start and attribution.content.covers(attribution.cue)
    holder = cast.known(words, attribution.source.start)
    return None if is_agent and holder is not None and holder.id.startswith("group:") else holder


def _antecedent(
    document: Document, cast: Cast, words: str, attribution: Attribution, last: tuple[Span, Holder] | None
) -> Holder | None:
    """The holder of the report before, where it is near, in the same paragraph, and of a kind that fits."""
    source = attribution.source
    if last is None or last[1] == UNNAMED or source.start - last[0].end > _REACH:
        return None
    if document.block_at(source.start) != document.block_at(last[0].start):
        return None
    holder = last[1]
    if _HE.match(words):
        return holder if holder.type in ("scholar", "court") else None
    if _THEY.match(words):
        return holder if holder.type == "group" or " and " in holder.name or "et al" in holder.name else None
    if _IT.match(words):
        return (
            _body(holder, cast)
            if _begins_sentence(document.text, source) and not _is_of_things(attribution, document)
            else None
        )
    return holder


def _body(holder: Holder, cast: Cast) -> Holder | None:
    """What "it" may be: a State, an organ; a name taken for a scholar's that nobody cites is one of them."""
    if holder.type == "scholar":
        return holder if " " not in holder.name and not cast.is_scholar(holder.name) else None
    return None if holder.id.startswith("group:") else holder


def _begins_sentence(text: str, source: Span) -> bool:
    """Whether no more than an adverbial stands before the pronoun in its sentence."""
    before = re.split(r"[.?!]\s", text[max(source.start - 200, 0) : source.start])[-1]
    return len(before.strip()) <= _ADVERBIAL and not re.search(r"[:;]", before)


def _is_of_things(attribution: Attribution, document: Document) -> bool:
    """Whether the cue is a verb that arguments and awards have for subject: "it shows that"."""
    return _THINGS.search(attribution.cue.of(document.text)) is not None


def _is_of(attribution: Attribution, claim: Claim) -> bool:
    """Whether most of the claim is the content of the attribution, the words of attributing left aside."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    shared = min(content.end, claim.span.end) - max(content.start, claim.span.start)
    first, last = min(source.start, cue.start), max(source.end, cue.end)
    attributing = (content.start if content.start >= last else last) - first
    return shared > 0 and shared >= _SHARE * (claim.span.end - claim.span.start - attributing)


def _kind(document: Document, claim: Claim, attribution: Attribution) -> AttributionKind:
    if attribution.manner == "rejected" or _is_refuted_behind(document, claim):
        return "rejected"
    if attribution.quoted:
        return "quoted"
    return "endorsed" if attribution.manner == "endorsed" else "reported"


def _is_refuted_behind(document: Document, claim: Claim) -> bool:
    """Whether the next sentence of the paragraph takes the claim up and rejects it: "That cannot be correct."."""
    block = document.block_at(claim.span.start)
    if block is None:
        return False
    behind = document.text[claim.span.end : document.blocks[block].span.end].lstrip()[:120]
    first = re.split(r"[.;:,]\s", behind, maxsplit=1)[0]
    return _TAKEN_UP.match(behind) is not None and refutation().search(first) is not None
