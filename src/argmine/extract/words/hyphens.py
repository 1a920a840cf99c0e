"""Line ends: which hyphens were printed only because the line ended, and where two lines join without a space.

Witnesses, in order: the word as the document writes it elsewhere, its other words, the words of its language, and
whether the document breaks words at all (most word processors do not).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from argmine.extract.words.addresses import AddressBreaks, goes_on, is_address
from argmine.extract.words.languages import find_language
from argmine.extract.words.lexicon import EVERYDAY, SHORTEST, words_of
from argmine.knowledge import citations

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# Prefixes after which legal English (and French) keeps the hyphen.
_KEPT = frozenset("non self ex quasi vice well half cross".split())
_EITHER = "non"  # which some documents write together with its word
# Prefixes that are set off with a hyphen from a word with which they make none that is known.
_SET_OFF = frozenset("co pre neo proto anti post pro semi re e".split())
# Those of them that no old word begins with.
_LOOSE = frozenset("co neo proto anti post semi".split())
# Prefixes that are written together with their word, as a rule.
_JOINED = frozenset("multi inter intra trans over under out sub super hyper micro macro geo bio un dis mis".split())
# Beginnings of many words, with a hyphen before few of them.
_BARE = frozenset("re de".split())
_NUMBERS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)

# Second halves of compounds that are written with a hyphen.
_TAILS = frozenset(
    "making based related driven oriented wide term specific level scale led owned binding called free sharing "
    "building taking seeking finding intensive dependent neutral bound focused style era born up".split()
)
# Endings that are words by chance.
_ENDINGS = frozenset("ing ings able ably ness ment ments ism isms ish ant ants ally ate ates".split())

# "norm- and decision-making": the hyphen stands for the second half of the word.
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|und|oder|y|o|u|e)\s")
_CAMEL = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+\b")
_DASHES = "–—"
_CLOSING = re.compile(r"[,;:)\]](?:\s|$)|[.](?:\s[^.]|$)")
_COMMON = 500  # occurrences in the lexicon: a word that nobody would rather write with a hyphen
_HARDLY, _DOUBLED = 60, 600  # occurrences of words with a prefix that is as often set off; "ee", "oo"
_STEM = 5  # letters of a second half that tell its stem
_SHORT = 2  # letters of the longest abbreviation ("US-UK")
_CERTAIN = 2  # line ends that part no two words, but one: the document breaks words


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
    def addresses(self) -> AddressBreaks:
        """How the document breaks web addresses."""
        return AddressBreaks(self.lines, self.lexicon)

    @cached_property
    def breaks_words(self) -> bool:
        """Whether the document breaks words at line ends: some part what is no two words, or most part one word."""
        certain = broken = compounds = 0
        for line, following in pairwise(self.lines):
            if line.endswith("-") and (pair := _halves(line, following)):
                head, tail = (half.lower() for half in pair)
                parts, common = self._are_words(head, tail), self.lexicon.get(head + tail, 0)
                certain += common > 0 and not parts and min(len(head), len(tail)) >= SHORTEST
                broken += common >= (_COMMON if parts else 1)
                compounds += parts and not common
        return certain >= _CERTAIN or broken >= compounds

    def joins(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of `line` falls away before `following`."""
        pair = _halves(line, following)
        if pair is None or _doubles_prefix(*pair):
            return False
        if _are_words_apart(*pair):
            return "".join(pair) in self._names
        head, tail = pair[0].lower(), pair[1].lower()
        if not self.breaks_words and (head in _SET_OFF or self._are_words(head, tail)):
            return False
        told = self._told(head, tail)
        return self._guessed(*pair) if told is None else told

    def _told(self, head: str, tail: str) -> bool | None:
        """What the document tells by the same word, or by one of the same stem, elsewhere."""
        for count, end in ((self.count.__getitem__, None), (self._count_stem, _STEM)):
            joined, kept = count(head + tail[:end]), count(f"{head}-{tail[:end]}")
            if joined != kept:
                return joined > kept
        return None

    def _guessed(self, first: str, second: str) -> bool:
        """What the halves, as printed, and the language's words tell."""
        if self._is_name(first, second):
            return self.breaks_words
        head, tail = first.lower(), second.lower()
        if _keeps_by_form(first, second):
            return head == _EITHER and self._joins_either and self._is_part(tail)
        return self._is_one_word(head, tail) if self.lexicon else not (tail in _TAILS and len(head) > SHORTEST)

    def _count_stem(self, stem: str) -> int:
        """How often words that begin so occur: "decision-makers" tells of "decision-making"."""
        first, last = (bisect_left(self._sorted, end) for end in (stem, f"{stem}\uffff"))
        return sum(self.count[word] for word in self._sorted[first:last])

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.count)

    def _is_name(self, head: str, tail: str) -> bool:
        """Whether the halves may be those of a name: the first is no word that the document writes small."""
        compound = tail in _TAILS or tail.endswith(("ed", "ing"))
        return head.istitle() and tail.islower() and not compound and head.lower() not in self._small

    @cached_property
    def _names(self) -> frozenset[str]:
        """Names with a capital inside, as the document and journals write them: "CalMatters", "SpaceNews"."""
        journals = (entry.name for entry in citations.series().values())
        return frozenset(name for text in (*self.lines, *journals) for name in _CAMEL.findall(text))

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for line in self.lines for word in _WORD.findall(line) if word.islower())

    def _is_one_word(self, head: str, tail: str) -> bool:
        """By the language's words: whether the two halves are one word rather than a compound."""
        if tail in _ENDINGS:
            return True
        if "-" in tail and self._is_part(head) and self._is_everyday(tail.split("-", 1)[0]):  # "case-by-case"
            return False
        head, tail = _beside(head, tail)
        common = self.lexicon.get(head + tail, 0)
        parts = self._are_words(head, tail)
        if not common:
            set_off = parts or (head in _SET_OFF and self._is_part(tail))
            return self.breaks_words and (not set_off or head in _JOINED)
        if common < _COMMON and (tail in _TAILS or self._hyphenates(head, tail)):
            return False
        if head in _SET_OFF and self._is_part(tail) and common < _rare(head, tail):
            return False
        return self.breaks_words or not parts

    @cached_property
    def _joins_either(self) -> bool:
        """Whether the document writes most words with "non" as one word, as reviews in the United States do."""
        apart = {word.split("-", 2)[1] for word in self.count if word.startswith(f"{_EITHER}-")}
        rest = {word.removeprefix(_EITHER) for word in self.count if word.startswith(_EITHER) and "-" not in word}
        together = {word for word in rest if self._is_part(word) and self.lexicon.get(_EITHER + word, 0) < _COMMON}
        return len(together) >= 2 * max(1, len(apart))

    def _are_words(self, head: str, tail: str) -> bool:
        return all(self._is_part(half) for half in _beside(head, tail))

    def _is_part(self, word: str) -> bool:
        return (len(word) >= SHORTEST and word in self.lexicon) or self._is_everyday(word)

    def _is_everyday(self, word: str) -> bool:
        return self.lexicon.get(word, 0) >= EVERYDAY

    def _hyphenates(self, head: str, tail: str) -> bool:
        """Whether the document sets this first part off with a hyphen before other words."""
        joined, alone = self.lexicon.get(head + tail, 0), self.lexicon.get(tail, 0)
        if head in _BARE or self._is_everyday(head) or joined > alone:  # "proscribed", for all that "scribed" is a word
            return False
        return head in self._heads and alone >= (_COMMON if head in _JOINED else 1)

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


def _are_words_apart(head: str, tail: str) -> bool:
    """Whether no word is broken there: behind a first letter ("N-word"), before a capital ("Sea-Bed")."""
    return len(head) == 1 or (tail.istitle() and not head.isupper())


def _doubles_prefix(head: str, tail: str) -> bool:
    """Whether a prefix stands before a word that begins with it: "anti-antidiscrimination", "meta-metaphysics"."""
    return len(head) > SHORTEST and head.lower().isalpha() and tail.lower().startswith(head.lower())


def _rare(head: str, tail: str) -> int:
    """Occurrences below which a prefix is rather set off: "re-enacted", "pre-existing", "co-sponsored"."""
    if head[-1] == tail[0]:
        return _DOUBLED
    return _HARDLY if head in _LOOSE else 0


def _beside(head: str, tail: str) -> tuple[str, str]:
    """What stands right beside the hyphen: of "low-earn" and "ing", "earn" and "ing"."""
    return head.lower().rsplit("-", 1)[-1], tail.lower().split("-", 1)[0]


def _keeps_by_form(head: str, tail: str) -> bool:
    """Without a witness in the document: a capital, a number or a known prefix keeps the hyphen."""
    capitals = head.isupper() and tail.isupper() and min(len(head), len(tail)) > _SHORT
    if tail[0].isupper() and not capitals:
        return True
    if head.lower() in _KEPT:
        known = words_of("en").get((head + tail).lower(), 0)
        return known < (1 if head.lower() == "ex" else _COMMON)  # "ex-acerbated"
    return head.lower() in _NUMBERS and _UNITS.match(tail.lower()) is not None


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Lines as they stand in running text: each but the last with a space, or without its line-end hyphen."""
    pieces: list[str] = []
    address = ""  # what stands without a space before the line
    for line, following in pairwise(lines):
        pieces.append(joint(line.rstrip(), following, vocabulary, address))
        word = f"{address}{pieces[-1]}".rsplit(" ", 1)[-1]
        address = word if is_address(word) else ""
    return [*pieces, lines[-1].rstrip()]


def joint(line: str, following: str, vocabulary: Vocabulary, before: str = "") -> str:
    """`line` as it stands in running text before `following`: with a space, or without its line-end hyphen.

    `before` is the beginning of the address that the line goes on with, if it does.
    """
    if goes_on(before + line, following):
        return line[:-1] if line.endswith("-") and vocabulary.addresses.drops_hyphen(line, following) else line
    if line.endswith("-") and len(line) > 1 and not line[-2].isspace():
        if following[:1] == "-" and following[1:2].isalpha():  # printed twice, as some languages do
            return line[:-1]
        if _SUSPENDED.match(following):
            return line + " "
        if vocabulary.joins(line, following):
            return line[:-1]
        return line if following[:1].isalnum() else line + " "
    in_address = "://" in (before + line).rsplit(" ", 1)[-1]  # which may be broken before a stop
    closes = in_address and _CLOSING.match(following) is not None
    return line if closes or _dash_joins(line, following, vocabulary) else line + " "


def _dash_joins(line: str, following: str, vocabulary: Vocabulary) -> bool:
    """Whether a dash at the line end, or at the next one's beginning, touches the words on both sides."""
    if line[-1:] in _DASHES and line[-2:-1].strip():
        return line[-1] == "–" or not vocabulary.spaces_dashes
    return following[:1] == "—" and following[1:2].strip() != "" and not vocabulary.spaces_dashes
