"""Line ends: which hyphens were printed only because the line ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Prefixes after which legal English (and French) keeps the hyphen.
_KEPT = frozenset("non self ex quasi vice well half cross".split())
_NUMBERS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)

# Second halves of compounds that are written with a hyphen.
_TAILS = frozenset(
    "making based related driven oriented wide term specific level scale led owned binding called free sharing "
    "building taking seeking finding intensive dependent neutral bound focused".split()
)

# "norm- and decision-making": the hyphen stands for the second half of the word.
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|und|oder|y|o|u|e)\s")


class Vocabulary:
    """The words of a document as it writes them inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.count: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.lower())
            self.count.update(words[1:-1] if line.endswith("-") else words[1:])

    def joins(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of `line` falls away before `following`."""
        before, after = _LAST.search(line), _FIRST.match(following)
        if before is None or after is None:
            return False
        head, tail = before[1].lower(), after[0].lower()
        joined, kept = self.count[head + tail], self.count[f"{head}-{tail}"]
        if joined != kept:
            return joined > kept
        if tail in _TAILS and len(head) >= 4:
            return False
        return _looks_broken(before[1], after[0])


def _looks_broken(head: str, tail: str) -> bool:
    """Without a witness in the document: lower case goes on; a capital, a number or a known prefix keeps the hyphen."""
    if tail[0].isupper() or head.lower() in _KEPT:
        return False
    return not (head.lower() in _NUMBERS and _UNITS.match(tail.lower()))


def joint(line: str, following: str, vocabulary: Vocabulary) -> str:
    """`line` as it stands in running text before `following`: with a space, or without its line-end hyphen."""
    if line.endswith("-") and len(line) > 1 and not line[-2].isspace():
        if _SUSPENDED.match(following):
            return line + " "
        if vocabulary.joins(line, following):
            return line[:-1]
        return line if following[:1].isalnum() else line + " "
    return line if _is_broken_address(line, following) else line + " "


def _is_broken_address(line: str, following: str) -> bool:
    """A web address or document symbol that goes on in the next line."""
    last = line.rsplit(" ", 1)[-1]
    if last.endswith("/") and len(last) > 1:
        return True
    return ("://" in last or last.startswith("www.")) and last[-1] in "/-_=&?.%" and following[:1].isalnum()
