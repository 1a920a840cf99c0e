"""Names that a document gives its authorities: "(hereinafter “Ice Rules”)", "(“Ice Rules”)", the head of a title.

Ice Rules, Rule 4 · Rule 4 of the Ice Rules · Ice Rule 4          once the rules were cited in full and named so
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmine.knowledge.citations import letters
from argmine.mine.citations.back.names import Name, Names, first_word
from argmine.mine.citations.triggers import words_of
from argmine.types import Citation

_HEAD = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*\s){1,4}[A-ZÀ-Þ][\w’'-]*(?=:|\s(?:for|on|of|to|concerning|relating|governing)\s)"
)
_KINDS = frozenset(("report", "treaty", "legislation", "document", "webpage", "bill"))
_LEAST = 3  # letters of a name


class OwnNames:
    """The names given so far, by the letters of their first word."""

    def __init__(self) -> None:
        self.names: dict[str, Names] = {}
        self.last_words: set[str] = set()

    def learn(self, citation: Citation) -> None:
        """Take up what a full citation is called from now on."""
        for name, is_telling in _called(citation):
            self._add(name, Name("short", is_telling, name))
            if name.endswith("s") and " " in name:  # "Ice Rule 4"
                self._add(name[:-1], Name("short", False, name, is_unit=True))

    def _add(self, written: str, name: Name) -> None:
        first = letters(first_word(written))
        before = self.names.get(first, Names({}, 1))
        known: Mapping[str, Name] = {letters(written): name, **before.names}
        self.names[first] = Names(known, max(before.most, 2 * len(written.split())))
        self.last_words |= words_of(written.rsplit(maxsplit=1)[-1])


def _called(citation: Citation) -> Iterator[tuple[str, bool]]:
    """(name, whether it needs no place beside it): what the document says, and the head of a document's title."""
    defined = (citation.defined or "").strip(" ’‘'\"”“,")
    if len(defined) >= _LEAST and defined[0].isupper():
        yield defined, " " in defined
    about = citation.description
    if citation.kind in _KINDS and about.title and (head := _HEAD.match(about.title)) is not None:
        yield head.group(), False
