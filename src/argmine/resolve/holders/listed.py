"""Lists and drafts: what stands in the paragraphs under a lead that reports, or that proposes a text.

Three arguments are made for it: 1. … 2. …              each item is theirs of whom the lead reports
None of them convinces.                                 and rejected, where the paragraph behind says so
Ruritania submitted the following considerations: …; …  up to the paragraph that does not end in a semicolon
Halvorsen proposes this declaration: (a) Ruritania understands that …   Halvorsen's, no position of Ruritania
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from argmine.knowledge.lexicon import overruling
from argmine.resolve.holders.cast import Cast
from argmine.resolve.holders.reports import Report
from argmine.types import Attribution, Block, Document, Holder, Span

_LEADS = re.compile(r":[\s.\"”]{0,3}\Z")
_FIRST = re.compile(r"[“\"]?\(?(?:1|a|i)[.)]\s")
_NEXT = re.compile(r"[“\"]?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_UNENDED = re.compile(r"[;,](?:\s(?:and|or))?\s*\Z")
_NOTHING = 8  # characters that are no words: a colon, the mark of a note
_LONGEST_LEAD = 500  # characters at the end of a paragraph
_DRAFT = re.compile(
    r"\b(?:draft(?:ed|s)?|recommend\w*|propos(?:e|es|ed|ing|al|als)|suggest(?:s|ed|ing|ion)?|favou?r(?:s|ed)?|urges?|urged|"
    r"model|should)\b[^:]*\b(?:declarations?|understandings?|reservations?|texts?|articles?|clauses?|wording|language|resolution|"
    r"amendments?|statements?|principles|provisions?|formula(?:tion)?|paragraphs?|terms)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"(?P<name>(?:[Tt]he\s)?[A-Z][\w.’'-]*(?:\s(?:(?:of|the|for|on|and)\s){0,2}[A-Z][\w.’'-]*){0,8})\s(?:(?:\w+ly|has|have|had|also|therefore|then)\s){0,2}"
    r"(?:recommend(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?|favou?r(?:s|ed)?|urge[sd]?|drafted|submitted|offer(?:s|ed)?)\b"
)


@dataclass(frozen=True, slots=True)
class _List:
    """The items under a lead; `kind` of the first, whether it is numbered, and what stands behind the last."""

    lead: Span
    items: list[Span]
    kind: str
    is_numbered: bool
    behind: Span | None = None


def listed_reports(document: Document, reports: Sequence[Report]) -> Iterator[Report]:
    """A report for each item of a list whose lead reports: "Some States argue that:", "Three objections were made:"."""
    ordered = sorted(reports, key=lambda each: each.attribution.content.end)
    places = [report.attribution.content.end for report in ordered]
    for found in _lists(document):
        last = bisect_right(places, found.lead.end) - 1
        if last < 0 or found.kind == "quotation" or not _is_of_lead(document, found, ordered[last].attribution):
            continue
        told = _judged(document, found, ordered[last].attribution)
        is_quoted = found.kind == "paragraph" and not found.is_numbered
        for item in found.items:
            content = replace(told, content=item, quoted=is_quoted or told.quoted)
            yield replace(ordered[last], attribution=content)


def _is_of_lead(document: Document, found: _List, lead: Attribution) -> bool:
    """Whether a lead reports up to its end, and, where nothing marks the items, nothing but what follows."""
    end = found.lead.start + len(found.lead.of(document.text).rstrip())
    is_marked = found.kind == "list_item" or found.is_numbered
    return lead.content.end >= end - 1 if is_marked else end - _NOTHING <= lead.content.start


def _judged(document: Document, found: _List, lead: Attribution) -> Attribution:
    """ "None of them convinces." behind the list."""
    is_rejected = found.behind is not None and overruling().match(document.text, found.behind.start)
    return replace(lead, manner="rejected") if is_rejected else lead


def without_drafts(document: Document, cast: Cast, reports: Sequence[Report]) -> list[Report]:
    """The reports, where what a draft makes a State declare is whose the draft is."""
    found = list(reports)
    for draft in _lists(document):
        words = draft.lead.of(document.text)[-_LONGEST_LEAD:]
        if (draft.kind == "paragraph" and not draft.is_numbered) or not _DRAFT.search(words):
            continue
        whole = Span(draft.items[0].start, draft.items[-1].end)
        found = [each for each in found if each.holder.type != "state" or not whole.covers(each.attribution.source)]
        if (holder := _proposing(cast, draft.lead, words)) is not None:
            found += [Report(Attribution(draft.lead, draft.lead, item, quoted=True), holder) for item in draft.items]
    return found


def _proposing(cast: Cast, lead: Span, words: str) -> Holder | None:
    """ "The Association recommended the following declaration:"."""
    match = _PROPOSES.search(words)
    return cast.named(" ".join(match["name"].split()), lead.end - len(words) + match.start()) if match else None


def _lists(document: Document) -> Iterator[_List]:
    found: _List | None = None
    for before, block in pairwise(document.blocks):
        if found and _goes_on(document, found, before, block):
            found.items.append(block.span)
            continue
        if found:
            yield replace(found, behind=block.span)
        found = _begun(document, before, block)
    if found:
        yield found


def _begun(document: Document, before: Block, block: Block) -> _List | None:
    if before.kind == "heading" or block.kind not in ("paragraph", "list_item", "quotation"):
        return None
    if not _LEADS.search(document.text, max(before.span.end - 5, before.span.start), before.span.end):
        return None
    is_numbered = _FIRST.match(document.text, block.span.start) is not None
    return _List(before.span, [block.span], block.kind, is_numbered)


def _goes_on(document: Document, found: _List, before: Block, block: Block) -> bool:
    if block.kind != found.kind:
        return False
    is_next = found.is_numbered and _NEXT.match(document.text, block.span.start) is not None
    is_unended = _UNENDED.search(document.text, max(before.span.end - 6, before.span.start), before.span.end)
    return block.kind != "paragraph" or is_next or (not found.is_numbered and is_unended is not None)
