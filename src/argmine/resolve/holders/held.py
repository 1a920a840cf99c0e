"""Who holds a claim: the document's author, the State that speaks or submits, or somebody whose words are reported.

Belgium argues that …                        most of the claim is what somebody is reported to say
It is “…” it is “…”                          a quotation goes on over sentences, and over a paragraph behind a colon
On this view …  · First, …                   the next sentence goes on with what was reported
Halvorsen argues that …¹ …²                  a sentence whose note says "Ibid."
It has been argued that …¹²                  unnamed: those whose works note 12 cites
Some States argue that: (a) … (b) …          the items of a list whose lead reports
Okonjo, at 5 (arguing that …)                what brackets say of a cited work: its author's
“…”¹²                                        the words of the one whose work note 12 cites
Halvorsen turns to the text. “…” Moreover, “…”   those of who is spoken of or quoted right before
(a) For Halvorsen …                          the rest of a lettered paragraph, under "the views are as follows:"
Halvorsen writes that:                       the paragraph behind it
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from argmine.knowledge.lexicon import overruling, refutation
from argmine.resolve.holders.actors import UNNAMED
from argmine.resolve.holders.bracketed import Bracketed
from argmine.resolve.holders.cast import Cast
from argmine.resolve.holders.listed import listed_reports, without_drafts
from argmine.resolve.holders.quoted import (
    Noted,
    is_quoted,
    led_reports,
    quotation_reports,
    quoted_on,
    school_reports,
)
from argmine.resolve.holders.reports import Report, find_reports
from argmine.types import Antecedent, Attribution, AttributionKind, Citation, Claim, Document, Holder, Span

_SHARE = 0.4  # of a claim's words that must be reported for the claim to be the reported one's
_PASSAGE = 1200  # characters from a report within which its holder's view may be unfolded
_OPENING = 150  # characters of a paragraph
_TAKEN_UP = re.compile(
    r"(?:(?:But|Yet|However,|In my view,?)\s+)?(?:(?:this|that|the|such(?: an?)?|both|neither|it|its)\b)", re.IGNORECASE
)
_ON_THIS_VIEW = re.compile(
    r"(?:(?:Accordingly|Thus|Therefore|Hence|So|Moreover|Furthermore|Consequently),?\s+)?(?:[Oo]n|[Uu]nder|[Aa]ccording\s+to|[Ii]n|[Bb]y|[Ff]rom|[Ff]ollowing)\s+"
    r"(?:this|that|such\s+an?|either|both|these|their|the\s+(?:same|latter|former|first|second))\s+(?:\w+\s+)?"
    r"(?:view|reading|interpretation|approach|argument|theory|analysis|understanding|position|logic|construction|reasoning|account|"
    r"thesis|conception|perspective|opinion|hypothesis|line\s+of\s+(?:argument|reasoning|thought))s?\b"
    r"|(?:So|Thus)\s+(?:understood|read|construed|interpreted),"
)
# behind these "this perspective" is another one
_TURNED = re.compile(r"(?:\A|[.?!][”\"’)]{0,2}\d{0,3})\s*(?:However|But|Yet|Nevertheless|Nonetheless|Still)\b")
# "…; this argument is untenable, since …": where what was reported ends
_TURN = re.compile(
    r"(?:[;.—–]\s+(?:(?:but|yet|though|however|and),?\s+)?|,\s+(?:but|yet|though)\s+)"
    r"(?=(?:this|such|it|that\s(?:argument|view|claim|reading|interpretation|position|contention|conclusion|opinion))\b)",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"(?:First|Second|Third|Fourth|Firstly|Secondly|Thirdly|Lastly|Finally|In addition)\b,?\s")
_ANNOUNCED = re.compile(
    r"\b(?:reasons|grounds|arguments|points|propositions|considerations)\b"
    # "four principal elements."
    r"|\b(?:two|three|four|five|six|several|following)\s(?:[\w-]+\s){0,2}[a-z]{3,}s\W*\Z"
)


def resolve_holders(
    document: Document,
    claims: Iterable[Claim],
    attributions: Sequence[Attribution],
    takes: Sequence[Attribution] = (),
    citations: Sequence[Citation] = (),
    antecedents: Sequence[Antecedent] = (),
) -> Iterator[Claim]:
    """Each claim with its holder and the kind of its attribution.

    Args:
        takes: attributions that count only if their source is known to hold views.
        citations: what the document cites; whose works they are, and in which notes.
        antecedents: what short forms among them mean.
    """
    noted = Noted(document, citations, antecedents)
    cast = Cast(document, noted.authors)
    bracketed = Bracketed(document, citations, antecedents)
    found = without_drafts(document, cast, list(find_reports(document, cast, attributions, takes)))
    found += [
        *quotation_reports(document, cast, noted, found),
        *led_reports(document, found),
        *listed_reports(document, found),
        *school_reports(document, found),
    ]
    reports = sorted(found, key=lambda report: report.attribution.content.start)
    starts = [report.attribution.content.start for report in reports]
    for claim in claims:
        behind = bisect_right(starts, claim.span.end)
        near = reports[max(bisect_right(starts, claim.span.start) - 3, 0) : behind]
        fitting = [report for report in near if _is_of(report.attribution, claim)]
        if (told := bracketed.told(claim)) is not None:
            report: Report | None = _inner(told, fitting)
        else:
            report = fitting[-1] if fitting else _unfolding(document, cast, noted, claim, near)
        yield _held(document, cast, noted, claim, report)


def _inner(told: Report, fitting: Sequence[Report]) -> Report:
    """Halvorsen, at 3 (noting that Belgium argued that …): Belgium, as Halvorsen reports."""
    inner = [each for each in fitting if told.attribution.content.covers(each.attribution.source)]
    return replace(inner[-1], reporter=told.holder) if inner else told


def _held(document: Document, cast: Cast, noted: Noted, claim: Claim, report: Report | None) -> Claim:
    speaking = cast.speaking(claim.span.start)
    if report is None:
        is_bare = is_quoted(document.text, claim.span)
        quoted = (noted.speaker(claim.span) or noted.beside(document.text, claim.span)) if is_bare else None
        own = replace(claim, holder=speaking, reporter=cast.spokesman(claim.span.start))
        return replace(claim, holder=quoted, attribution="quoted") if quoted else own
    if report.holder == speaking:
        return replace(claim, holder=speaking, reporter=cast.spokesman(claim.span.start))
    told = _told(document, claim)
    if report.holder == UNNAMED and report.attribution.quoted and noted.is_official(told):
        return replace(claim, holder=speaking, reporter=cast.spokesman(claim.span.start))
    holder = (noted.holder(told) if report.holder == UNNAMED else None) or report.holder
    reporter = report.reporter or (speaking if speaking.type != "author" else None)
    return replace(claim, holder=holder, attribution=_kind(document, claim, report.attribution), reporter=reporter)


def _told(document: Document, claim: Claim) -> Span:
    """The claim up to where it turns against what it reports: notes behind that are the author's."""
    turn = _refuted_at(document.text, claim)
    return Span(claim.span.start, turn - 2) if turn is not None else claim.span


def _refuted_at(text: str, claim: Claim) -> int | None:
    """Where a claim takes up what it has reported and rejects it: "…; this argument is untenable, since …"."""
    for turn in _TURN.finditer(text, claim.span.start, claim.span.end):
        clause = re.split(r"[.;:,]\s", text[turn.end() : claim.span.end], maxsplit=1)[0]
        if refutation().search(clause):
            return turn.start()
    return None


def _is_of(attribution: Attribution, claim: Claim) -> bool:
    """Whether most of the claim is the content of the attribution, the words of attributing left aside."""
    shared = claim.span.shared(attribution.content)
    first = min(attribution.source.start, attribution.cue.start)
    last = max(attribution.source.end, attribution.cue.end)
    attributing = Span(first, max(attribution.content.start, last) if attribution.content.start >= last else last)
    return shared > 0 and shared >= _SHARE * (claim.span.end - claim.span.start - claim.span.shared(attributing))


def _unfolding(document: Document, cast: Cast, noted: Noted, claim: Claim, near: Sequence[Report]) -> Report | None:
    """The report that a claim goes on with: "on this view", "ibid.", or one of the arguments that were announced."""
    before = [each for each in near if each.attribution.content.end <= claim.span.start]
    is_near = before and claim.span.start - before[-1].attribution.content.end <= _PASSAGE
    last = before[-1] if is_near else None
    if noted.holder(claim.span) is None and (quoted := quoted_on(document, cast, claim.span, last)):
        return quoted
    if last is None:
        return None
    words = claim.span.of(document.text)
    is_beside = document.block_at(claim.span.start) == document.block_at(last.attribution.source.start)
    between = document.text[last.attribution.content.end : claim.span.start]
    if is_beside and _ON_THIS_VIEW.match(words) and not _TURNED.search(between):
        return last
    if is_beside and (_is_partys_paragraph(document, last) or _is_cited_on(noted, last, claim)):
        return last
    announced = _ANNOUNCED.search(last.attribution.content.of(document.text)) is not None
    return last if announced and _ENUMERATED.match(words) else None


def _is_cited_on(noted: Noted, report: Report, claim: Claim) -> bool:
    """Whether the note of a claim, and every note since the report, cites whoever was reported: "Ibid."."""
    cited = noted.holder(claim.span)
    since = noted.holder(Span(report.attribution.source.start, claim.span.end))
    if cited is None or cited != since or report.holder.type != "scholar":
        return False
    return _surnames(cited) == _surnames(report.holder)


def _surnames(holder: Holder) -> list[str]:
    return [name.split()[-1] for name in holder.name.split(" and ")]


def _is_partys_paragraph(document: Document, report: Report) -> bool:
    """Whether a judgment gives a paragraph to what a party submits: it opens with "The applicant argued that"."""
    block = document.block_at(report.attribution.source.start)
    if document.metadata.genre != "judgment" or block is None or report.holder.type not in ("group", "state"):
        return False
    return report.attribution.source.start - document.blocks[block].span.start <= _OPENING


def _kind(document: Document, claim: Claim, attribution: Attribution) -> AttributionKind:
    if (
        attribution.manner == "rejected"
        or _refuted_at(document.text, claim) is not None
        or _is_refuted_behind(document, claim)
    ):
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
    if overruling().match(behind):
        return True
    first = re.split(r"[.;:,]\s", behind, maxsplit=1)[0]
    return _TAKEN_UP.match(behind) is not None and refutation().search(first) is not None
