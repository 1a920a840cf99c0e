"""Line ends: which hyphens were printed only because the line ended, and where two lines join without a space.

Witnesses, in order: the word as the document writes it elsewhere, the words of its language, and whether the document
breaks words at all (most word processors do not).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from argmine.extract.lexicon import words_of
from argmine.extract.metadata.languages import find_language

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Prefixes after which legal English (and French) keeps the hyphen.
_KEPT = frozenset("non self ex quasi vice well half cross".split())
# Prefixes that are written together with their word, as a rule.
_JOINED = frozenset("multi inter intra trans over under out sub super hyper micro macro geo bio un dis mis re".split())
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
_ADDRESS = re.compile(r"[\w%~+.-]{1,80}[/?=&#_]\S|[\w-]{1,60}\.(?:html?|pdf|aspx|php|org|com)\b")
_FILE = re.compile(r"(?:html?|pdf|aspx?|php|docx?)\b")
_DASHES = "–—"
_COMMON = 500  # occurrences in the lexicon: a word that nobody would rather write with a hyphen
_LONG = 6  # letters of the shortest word that is taken for one parted in an address
_EVERYDAY = 200_000  # occurrences: "in", "of"; shorter than a word, but one
_PART = 3  # letters of the shortest word that is taken for a part of a compound
_SHORT = 2  # letters of the longest abbreviation ("US-UK")


class Vocabulary:
    """The words of a document as it writes them inside its lines, which are given in order."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)

    @cached_property
    def count(self) -> Counter[str]:
        """How often each word occurs, those broken at a line end left out."""
        count: Counter[str] = Counter()
        for line in self.lines:
            words = _WORD.findall(line.lower())
            count.update(words[1:-1] if line.endswith("-") else words[1:])
        return count

    @cached_property
    def lexicon(self) -> Mapping[str, int]:
        """The words of the document's language, with how common they are."""
        return words_of(find_language("\n".join(self.lines)))

    @cached_property
    def breaks_words(self) -> bool:
        """Whether the document breaks words at line ends: more ends are within a word than between two."""
        broken = compounds = 0
        for line, following in pairwise(self.lines):
            if line.endswith("-") and (pair := _halves(line, following)):
                head, tail = (half.lower() for half in pair)
                parts, common = self._are_words(head, tail), self.lexicon.get(head + tail, 0)
                broken += common >= (_COMMON if parts else 1)
                compounds += parts and not common
        return broken >= compounds

    def joins(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of `line` falls away before `following`."""
        pair = _halves(line, following)
        if pair is None:
            return False
        head, tail = pair[0].lower(), pair[1].lower()
        joined, kept = self.count[head + tail], self.count[f"{head}-{tail}"]
        if joined != kept:
            return joined > kept
        if _keeps_by_form(*pair):
            return False
        return self._is_one_word(*_beside(head, tail)) if self.lexicon else not (tail in _TAILS and len(head) > _PART)

    def parts_address(self, line: str, following: str) -> bool:
        """Whether a hyphen at the line end is none of the web address that it parts."""
        if re.search(r"[./]-$", line):
            return True
        pair = _halves(line, following)
        if pair is None or pair[0].isupper() or pair[1].isupper():  # the letters of a code
            return False
        parts = self._parts_word(*pair)
        return self.breaks_addresses if parts is None else parts

    @cached_property
    def breaks_addresses(self) -> bool:
        """Whether the document breaks web addresses within words (TeX does not, word processors do)."""
        ends = ((line, following) for line, following in pairwise(self.lines) if line.endswith("-"))
        pairs = (_halves(*end) for end in ends if _is_broken_address(*end))
        parts = [self._parts_word(*pair) for pair in pairs if pair]
        return parts.count(True) * 3 > parts.count(False)

    def _parts_word(self, head: str, tail: str) -> bool | None:
        """Whether the hyphen parts one word of an address rather than two; None where the words do not tell."""
        head, tail = _beside(head, tail)
        if all(self.lexicon.get(half, 0) >= (1 if len(half) >= _PART else _EVERYDAY) for half in (head, tail)):
            return False
        return True if len(head + tail) >= _LONG and head + tail in self.lexicon else None

    def _is_one_word(self, head: str, tail: str) -> bool:
        """By the language's words: whether the two halves are one word rather than a compound."""
        common = self.lexicon.get(head + tail, 0)
        parts = self._are_words(head, tail)
        if not common:
            return self.breaks_words and (not parts or head in _JOINED)
        if common < _COMMON and (tail in _TAILS or self._hyphenates(head)):
            return False
        return self.breaks_words or not parts

    def _are_words(self, head: str, tail: str) -> bool:
        return all(len(half) >= _PART and half in self.lexicon for half in _beside(head, tail))

    def _hyphenates(self, head: str) -> bool:
        """Whether the document sets this first part off with a hyphen in another word."""
        return head in self._heads

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(word.split("-", 1)[0] for word in self.count if "-" in word)

    @cached_property
    def spaces_dashes(self) -> bool:
        """Whether the document sets a long dash between spaces."""
        text = "\n".join(self.lines)
        return text.count(" — ") > len(re.findall(r"\w—\w", text))


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """The word before the hyphen at a line end, and the one that begins the next line."""
    before, after = _LAST.search(line), _FIRST.match(following)
    return (before[1], after[0]) if before and after else None


def _beside(head: str, tail: str) -> tuple[str, str]:
    """What stands right beside the hyphen: of "low-earn" and "ing", "earn" and "ing"."""
    return head.lower().rsplit("-", 1)[-1], tail.lower().split("-", 1)[0]


def _keeps_by_form(head: str, tail: str) -> bool:
    """Without a witness in the document: a capital, a number or a known prefix keeps the hyphen."""
    capitals = head.isupper() and tail.isupper() and min(len(head), len(tail)) > _SHORT
    if tail[0].isupper() and not capitals:
        return True
    if head.lower() in _KEPT:
        word = tail.lower() in words_of("en") or head.lower() != "ex"  # "ex-cludes"
        return word and words_of("en").get((head + tail).lower(), 0) < _COMMON
    return head.lower() in _NUMBERS and _UNITS.match(tail.lower()) is not None


def joint(line: str, following: str, vocabulary: Vocabulary) -> str:
    """`line` as it stands in running text before `following`: with a space, or without its line-end hyphen."""
    if _is_broken_address(line, following):
        return line[:-1] if line.endswith("-") and vocabulary.parts_address(line, following) else line
    if line.endswith("-") and len(line) > 1 and not line[-2].isspace():
        if _SUSPENDED.match(following):
            return line + " "
        if vocabulary.joins(line, following):
            return line[:-1]
        return line if following[:1].isalnum() else line + " "
    return line if _dash_joins(line, following, vocabulary) else line + " "


def _dash_joins(line: str, following: str, vocabulary: Vocabulary) -> bool:
    """Whether a dash at the line end, or at the next one's beginning, touches the words on both sides."""
    if line[-1:] in _DASHES and line[-2:-1].strip():
        return line[-1] == "–" or not vocabulary.spaces_dashes
    return following[:1] == "—" and following[1:2].strip() != "" and not vocabulary.spaces_dashes


def _is_broken_address(line: str, following: str) -> bool:
    """A web address or document symbol that goes on in the next line."""
    last = line.rsplit(" ", 1)[-1]
    if following[:1] in tuple("[(<"):
        return False
    if (last.endswith(("/", "_")) and len(last) > 1) or (last.endswith(".") and _FILE.match(following)):
        return True
    if following.startswith("//"):
        return last.endswith(":")
    if "://" not in last and not last.lstrip("([<").startswith("www."):
        return False
    first = following.split(" ", 1)[0]
    if last[-1] in "/-_=&?.%:" and first[:1].isalnum():
        return last[-1] != "." or _ADDRESS.match(first) is not None or first[:1].islower()
    return last[-1].isalnum() and (first[:1] in tuple("/?&=#%_") or _ADDRESS.match(first) is not None)
