"""Reports that run on: claims between and behind those that say whose view they give.

Halvorsen argues that … The State answers for it. He adds that …      between two reports of one holder
Halvorsen argues that … The State answers for it.¹²                   note 12 cites him
Halvorsen argues that … Furthermore, “the State answers for it”.      his words go on in quotation marks

All in one paragraph, and nothing by which an author takes the word again: "However", "I submit", a verdict.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from argmine.knowledge.lexicon import refutation
from argmine.resolve.quoted import Noted, is_quoted
from argmine.resolve.reports import Report
from argmine.types import Claim, Document, Holder

_BETWEEN = 500
"""Characters between a claim and the reports of its holder on either side."""
_TURN = re.compile(
    r"\W*(?:However|But|Yet|Nevertheless|Nonetheless|Still|Conversely|Instead|By contrast|In contrast|"
    r"On the (?:other hand|contrary)|In (?:my|our|this author.s)|I|We|My|Our|"
    r"This (?:paper|article|author|brief|section|chapter|argument|view|position|reading|interpretation|approach)|"
    r"The (?:present|better)|It is (?:submitted|suggested|true|clear|doubtful)|Others?|Some|Many|Most|Several|See|"
    r"Although|While|Whereas|Despite)\b"
)


class Running:
    """The named reports of a document in the order of the text."""

    def __init__(self, document: Document, noted: Noted, reports: Sequence[Report]) -> None:
        named = (each for each in reports if not each.holder.id.startswith(("unnamed", "group:")))
        self._reports = sorted(named, key=lambda each: each.attribution.cue.start)
        self._starts = [each.attribution.cue.start for each in self._reports]
        self._document, self._noted = document, noted

    def report(self, claim: Claim) -> Report | None:
        """The report before a claim that goes on in it; None where nothing says that it does."""
        before = self._beside(claim, bisect_left(self._starts, claim.span.start) - 1)
        words = claim.span.of(self._document.text)
        if before is None or _TURN.match(words) or refutation().search(words):
            return None
        if claim.span.start - before.attribution.content.end > _BETWEEN:
            return None
        cites_him = _is_same(self._noted.holder(claim.span), before.holder)
        goes_on = is_quoted(self._document.text, claim.span) or self._is_between(claim, before)
        return before if cites_him or goes_on else None

    def _is_between(self, claim: Claim, before: Report) -> bool:
        behind = self._beside(claim, bisect_right(self._starts, claim.span.end))
        is_near = behind is not None and behind.attribution.cue.start - claim.span.end <= _BETWEEN
        return is_near and behind is not None and behind.holder.id == before.holder.id

    def _beside(self, claim: Claim, place: int) -> Report | None:
        """The report at a place, if it stands in the paragraph of the claim."""
        if not 0 <= place < len(self._reports):
            return None
        block = self._document.block_at(claim.span.start)
        found = self._reports[place]
        return found if self._document.block_at(found.attribution.cue.start) == block else None


def _is_same(one: Holder | None, other: Holder) -> bool:
    """Whether a cited author is the one who was reported, under whatever given names."""
    if one is None or one.type != "scholar" or other.type != "scholar":
        return False
    return one.id == other.id or one.name.split()[-1] == other.name.split()[-1]
