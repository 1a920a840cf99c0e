"""Parentheticals: what is said of an authority in brackets behind it, and the authority that it quotes or cites.

    ... 476 U.S. 667 (1986) (holding that it may) (quoting A v. B, 1 U.S. 2 (1800))       Bluebook rule 1.5

Brackets that belong to the citation are none: imprints and years, editors, "(n 12)", "(adopted 27 January 1967)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.types import Span

_LONGEST = 1500
_EXPLAINS = re.compile(r"\((?:[“‘\"]|\[?[a-z]|(?:In|The|A|An|This|It|He|She|That)\s)(?!(?:td|nd|rd|th)\b)", re.DOTALL)
_BELONGS = re.compile(
    r"\((?:last|first|hereinafter|hereafter|ci-après|adopted|opened|signed|entered|done|concluded|not\scodified|to\sbe\scodified|codified"
    r"|on\sfile|forthcoming|nn?\.?\s?\d|notes?\s\d|fn|see\s(?:foot)?note|eds?\b|edited|text\b|as\samended|paras?\b|arts?\b"
    r"|vols?\b|nos?\b|trans|rev\.|unpublished|visited|accessed|available|with\sannex|v\.?\s|pp?\.|ser\.|c\.|hrsg|dir)"
    r"|\((?:the\s)?[“\"‘][A-Z][^”\"’]{0,60}[”\"’]\)$",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"\(((?:citing|quoting|discussing|reprinted\sin|cited\sin|quoted\sin)(?:,\se\.g\.,)?)\s(?=[A-Z“‘\d])"
)


def trailing(text: str) -> tuple[int, tuple[Span, ...]]:
    """(where the citation ends without them, the parentheticals behind it with their brackets, left to right)."""
    end, found = len(text.rstrip(" .,;")), list[Span]()
    while (start := _opening(text, end)) is not None and _is_parenthetical(text[start:end]):
        found.insert(0, Span(start, end))
        end = len(text[:start].rstrip(" .,;"))
    return (end, tuple(found)) if end > 3 else (len(text), ())


_IMPRINT = re.compile(r"\([A-ZÀ-Þ][^()“”;]{2,60},?\s(?:1[5-9]|20)\d\d\)$")  # "(The Hague, 1971)"


def _is_parenthetical(words: str) -> bool:
    if _IMPRINT.match(words):
        return False
    return _EXPLAINS.match(words) is not None and _BELONGS.match(words) is None and len(words) > 8


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`."""
    if end == 0 or text[end - 1] != ")":
        return None
    depth = 0
    for place in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place
    return None


def related(text: str, parentheticals: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """(relation, the authority that a parenthetical quotes or cites): "(quoting A v. B, 1 U.S. 2 (1800))"."""
    for span in parentheticals:
        match = _RELATION.match(text, span.start, span.end)
        if match:
            yield match[1], Span(match.end(), span.end - 1)
