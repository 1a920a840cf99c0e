"""Of which session of an organ a document is, and under which item of the agenda it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmine.extract.metadata.dates import ordinal

_LINE = 160  # characters: a longer line is text and speaks of other sessions
_LINES = 30  # of a first page
_SESSION = re.compile(
    r"\b(?P<number>(?:[a-z]+[- ])?[a-z]+(?:st|nd|rd|th)|\d{1,3}(?:st|nd|rd|th))\s+"
    r"(?:(?:regular|annual|special|emergency|resumed)\s+){0,2}session\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:session|séance)\s+(?:no\.?\s*)?(?P<number>\d{1,3})\b", re.IGNORECASE)
_OF_SYMBOL = re.compile(r"(?:A|ISBA)/(?:RES/|C\.\d/|BUR/|INF/|DEC/)?(?P<number>\d{1,3})/")
_ITEM = re.compile(
    r"\bagenda\s+items?\s+(?P<own>\d{1,3}(?:\s*\([a-z]\))?)|"
    r"\bitems?\s+(?P<listed>\d{1,3}(?:\s*\([a-z]\))?)\s.{0,40}?\bof\s+the\s+(?:\w+\s+){0,2}(?:agenda|list)\b",
    re.IGNORECASE,
)


def session_of(lines: Sequence[str], symbol: str | None) -> str | None:
    """The number of the session that a first page names, or that a symbol has."""
    named = _OF_SYMBOL.match(symbol or "")
    if named:
        return named["number"]
    for line in _short(lines):
        found = _SESSION.search(line)
        if found and (number := ordinal(found["number"])):
            return str(number)
        if after := _AFTER.search(line):
            return after["number"]
    return None


def agenda_item_of(lines: Sequence[str]) -> str | None:
    """The first item of the agenda that a first page names: "75", "7 (a)"."""
    found = next((match for line in _short(lines) if (match := _ITEM.search(line))), None)
    return " ".join((found["own"] or found["listed"]).replace("(", " (").split()) if found else None


def _short(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if len(line) <= _LINE][:_LINES]
