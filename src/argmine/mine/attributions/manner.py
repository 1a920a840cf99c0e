"""Manner: how whoever reports a view stands to it.

Halvorsen wrongly argues that …           an adverb at the cue rejects, another endorses
Marchmont's argument that … is mistaken   a verdict behind the content
"""

from __future__ import annotations

import re

from argmine.knowledge.lexicon import refutation
from argmine.mine.attributions.viewing import IS_THESIS
from argmine.types import Attribution, AttributionManner

_REJECTED = re.compile(
    r"\b(?:wrongly|mistakenly|erroneously|incorrectly|unconvincingly|unpersuasively|falsely|misguidedly|implausibly)\b",
    re.IGNORECASE,
)
_ENDORSED = re.compile(
    r"\b(?:rightly|correctly|convincingly|persuasively|aptly|cogently|justly|properly|wisely)\b", re.IGNORECASE
)


def manner_of(text: str, found: Attribution) -> AttributionManner:
    """How the text stands to what is reported; neutral where it does not say."""
    around = text[min(found.source.start, found.cue.start) : max(found.source.end, found.cue.end)]
    if _REJECTED.search(around) or _behind_thesis(text, found):
        return "rejected"
    return "endorsed" if _ENDORSED.search(around) else "neutral"


def _behind_thesis(text: str, found: Attribution) -> bool:
    """ "Marchmont's argument that … is mistaken": only a noun leaves room for a verdict in the same sentence."""
    is_thesis = IS_THESIS.search(found.cue.of(text)) is not None
    return is_thesis and refutation().search(text, found.content.start, found.content.end) is not None
