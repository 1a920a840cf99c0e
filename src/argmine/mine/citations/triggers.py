"""Triggers: the words and marks of which one must stand in a text before it is worth looking for a form.

Most forms that a citation may have it has not. A text is taken apart into words once; asking a set of words costs a
hundredth of a search for a pattern with thirty alternatives, so each costly pattern says which words open it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from argmine.types import Span

END = " .,;:\n"
"""What may be cut off behind a citation without changing what stands in it."""
_FIRST = re.compile(r"[^\W\d_]+|\(|\[d|1d|/d")
_WORD = re.compile(r"[a-zß-ÿ]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters; "int’l" and "U.N." are two."""
    return _words(text.rstrip(END))


@lru_cache(maxsize=256)  # a note, its segments and their readers ask for the same words
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def beginnings(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the words and brackets with which forms begin, in small letters, capitals and as names are written.

    It begins with plain letters only, so that the engine skips all others; a form is then matched where one stands.
    """
    words = {match[0] for form in forms if (match := _FIRST.match(form))}
    written = sorted(
        {way for word in words for way in (word, word.capitalize(), word.upper())}, key=lambda way: (-len(way), way)
    )
    return re.compile("|".join(re.escape(way) + (r"(?![^\W\d_])" if way[0].isalpha() else "") for way in written))


class Triggered:
    """A pattern that is looked for only where one of its words or one of its marks stands.

    `words` are whole words in small letters, `marks` are pieces of text. A pattern must hold one of them wherever it
    matches: a test compares both ways over all forms of citation.
    """

    def __init__(self, pattern: str, words: str = "", marks: Iterable[str] = (), flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.pattern = pattern
        self._words = frozenset(words.split())
        self._marks = tuple(marks)
        ALL.append(self)

    def opens(self, text: str) -> bool:
        """Whether a word or a mark stands in the text."""
        for mark in self._marks:
            if mark in text:
                return True
        return bool(self._words) and not self._words.isdisjoint(words_of(text))

    def search(self, text: str, start: int = 0, *, of: str | None = None) -> re.Match[str] | None:
        """The first match from `start` on; `of` is the text whose words decide, where `text` is a masked form of it."""
        return self.regex.search(text, start) if self.opens(of or text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which the text begins."""
        return self.regex.match(text)

    def without(self, text: str) -> str:
        """The text without what matches."""
        return self.regex.sub("", text) if self.opens(text) else text

    def finditer(self, text: str, within: Span) -> Iterator[re.Match[str]]:
        """Every match in a stretch."""
        return self.regex.finditer(text, within.start, within.end) if self.opens(within.of(text)) else iter(())


ALL: list[Triggered] = []
"""Every triggered pattern, for the test that compares them with their patterns."""
