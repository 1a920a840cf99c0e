"""Verbs of saying that report nothing: what they tell is supposed, owed or done.

if the Council determines that …          a condition
operators must demonstrate that …         a duty
the mission has shown that it can …       a deed
"""

from __future__ import annotations

import re

# "if the Council determines that", "to ensure that operators understand that": what nobody is said to say
_SUPPOSED = re.compile(
    r"(?<!\bas\s)\b(?:[Ii]f|[Ww]hether|[Uu]nless|[Pp]rovided\sthat|[Ii]n\sthe\sevent\sthat|(?:ensur|requir|demand)(?:es?|ed|ing)?(?:\sthat)?)"
    r"\s+[“\"]?(?:the\s)?\Z"
)
# "operators of old ships must demonstrate that": a duty to say so
_OUGHT = re.compile(r"\b(?:must|shall|should|ought\sto|(?:are|is)\s(?:required|obliged)\sto)\s+(?:\w+ly\s|also\s)?\Z")
# "The mission has demonstrated that it can protect them": it has done so
_CAN = re.compile(
    r"\s(?:it|they|he|she)\s(?:can(?:not)?\b(?!\s(?:not\s)?be\b)|(?:is|are|was|were)\s(?:able|willing|ready|prepared|capable|fit)\b)"
)
_DOES = re.compile(r"\b(?:demonstrat|prov|show)(?:e?s?|ed|en|n)?\Z")


def says_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether the verb is only supposed or owed, or tells what somebody does."""
    before = text[max(match.start("source") - 40, 0) : match.start("source")]
    is_done = _DOES.search(match["cue"]) and _CAN.match(text, match.end())
    is_owed = _OUGHT.search(text, match.start("source"), match.start("cue"))
    return bool(is_done or is_owed or _SUPPOSED.search(before))
