"""Web addresses that are parted at a line end: where they go on, and whether a hyphen there belongs to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from argmine.extract.words.lexicon import EVERYDAY, SHORTEST

_ADDRESS = re.compile(r"[\w%~+.-]{1,80}[/?=&#_]\S|[\w-]{1,60}\.(?:html?|pdf|aspx|php|org|com)\b")
_PATH = re.compile(r"/[\w-]{2,60}/[\w-]")
_FILE = re.compile(r"(?:html?|pdf|aspx?|php|docx?)\b")
_BEFORE, _AFTER = re.compile(r"([^\W\d_]+)-$"), re.compile(r"[^\W\d_]+")
_HOST = re.compile(r"(?:://|\bwww\.)(?:www\.)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,4})/")
_HOST_HEAD = re.compile(r"(?:://|\bwww\.)(?:www\.)?([\w.-]{1,80})-$")
_HOST_TAIL = re.compile(r"[\w.-]{1,80}(?=/)")
_TELLING = 20  # hyphens at line ends, of which one parts a word, where an address has none of its own that would
_LONG = 6  # letters of the shortest word that is taken for one parted in an address


def goes_on(line: str, following: str) -> bool:
    """Whether a web address, or the symbol of a document, goes on in the next line."""
    last = line.rsplit(" ", 1)[-1]
    if following[:1] in tuple("[(<"):
        return False
    if (last.endswith(("/", "_")) and len(last) > 1) or (last.endswith(".") and _FILE.match(following)):
        return True
    if following.startswith("//"):
        return last.endswith(":")
    if not is_address(last):
        return False
    first = following.split(" ", 1)[0]
    if last[-1] in "/-_=&?.%:#~" and first[:1].isalnum():
        return last[-1] != "." or _ADDRESS.match(first) is not None or first[:1].islower()
    within = first[:1] in tuple("/?&=#%_") or _ADDRESS.match(first) is not None
    return _closes(last, first) or (last[-1].isalnum() and within)


def is_address(word: str) -> bool:
    """Whether a word is the beginning of an address, or a path that a space has cut off from its host."""
    return "://" in word or word.lstrip("([<").startswith("www.") or _PATH.match(word) is not None


def _closes(last: str, first: str) -> bool:
    """Whether a bracket that opens right before an address closes in the next line's first word."""
    opening = last.find("http") - 1
    closing = {"[": "]", "(": ")", "<": ">"}.get(last[opening : opening + 1], "")
    return closing != "" and closing not in last and closing in first


class AddressBreaks:
    """Whether a document breaks web addresses within words (TeX does not, word processors do), by its lines in order.

    `lexicon` says how common the words of its language are.
    """

    def __init__(self, lines: Sequence[str], lexicon: Mapping[str, int]) -> None:
        self.lexicon = lexicon
        self.hosts = frozenset(host for line in lines for host in _HOST.findall(line))
        ends = [(line, following) for line, following in pairwise(lines) if line.endswith("-")]
        parted = [self._parts(*end) for end in ends if goes_on(*end)]
        self.within_words = 0 < len(parted) <= _TELLING * parted.count(True)

    def drops_hyphen(self, line: str, following: str) -> bool:
        """Whether the hyphen at the line end is none of the address that it parts."""
        if re.search(r"[./]-$", line):
            return True
        pair = _halves(line, following)
        if (known := self._parts_host(line, following)) is not None:
            return known
        if pair is None or pair[0].isupper() or pair[1].isupper():  # the letters of a code
            return False
        if self.within_words and (self._is_word("".join(pair)) or _HOST_HEAD.search(line)):
            return True
        parts = self._parts_word(*pair)
        if parts is not None:
            return parts
        return self.within_words and not any(self._stands_alone(half) for half in pair)

    def _stands_alone(self, half: str) -> bool:
        return (len(half) > SHORTEST and self._is_known(half)) or self.lexicon.get(half, 0) >= EVERYDAY

    def _parts(self, line: str, following: str) -> bool | None:
        """Whether the hyphen at a line end parts one word, or one name of a host; None where nothing tells."""
        known, pair = self._parts_host(line, following), _halves(line, following)
        return known if known is not None or pair is None else self._parts_word(*pair)

    def _parts_host(self, line: str, following: str) -> bool | None:
        """Whether the hyphen parts the name of a host that stands whole elsewhere; None where neither writing does."""
        head, tail = _HOST_HEAD.search(line), _HOST_TAIL.match(following)
        if head is None or tail is None:
            return None
        whole = {dropped: f"{head[1]}{'' if dropped else '-'}{tail[0]}" in self.hosts for dropped in (True, False)}
        return next((dropped for dropped, known in whole.items() if known), None)

    def _parts_word(self, head: str, tail: str) -> bool | None:
        """Whether the hyphen parts one word rather than two; None where the words do not tell."""
        if self._is_known(head) and self._is_known(tail):
            return False
        return True if self._is_word(head + tail) else None

    def _is_known(self, part: str) -> bool:
        return self.lexicon.get(part, 0) >= (1 if len(part) >= SHORTEST else EVERYDAY)

    def _is_word(self, word: str) -> bool:
        return len(word) >= _LONG and word in self.lexicon


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """What stands right beside the hyphen at a line end: of "low-earn-" and "ing-x", "earn" and "ing"."""
    before, after = _BEFORE.search(line), _AFTER.match(following)
    return (before[1], after[0]) if before and after else None
