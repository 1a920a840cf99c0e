"""Delegates whom a document names, and their States: "the American delegate", "the representative of Chile"."""

from __future__ import annotations

import re
from itertools import pairwise

from argmine.resolve.holders.actors import UNNAMED, holder_of
from argmine.types import Document, Holder, Span

_REACH = 1500  # characters
_ENVOY = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|[A-Z]\.\s?(?:[A-Z]\.){1,3})\s){1,4}(?:delegat(?:e|ion)|representative|ambassador|government|Government|proposal|"
    r"(?i:draft)(?:\s\w+)?)s?\b"
    r"|\b(?:delegat(?:e|ion)|representative|ambassador|government|Government)s? (?:of|from) (?:the )?"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
)
_SENTENCE_END = re.compile(r"[a-z.”\"’'\d\])][.?!”\"’'][\"”’']*\d{0,3}\s+(?=[A-Z“])")
_IS_PERSON = re.compile(r"\b(?:delegate|representative|ambassador)s?\b", re.IGNORECASE)


class Envoys:
    """Whom "the delegate" and, behind a delegate, "he" mean."""

    def __init__(self, document: Document) -> None:
        self._document = document
        found = ((match.start(), match.group(), holder_of(match.group())) for match in _ENVOY.finditer(document.text))
        self._named = [
            (start, name, holder) for start, name, holder in found if holder is not None and holder.type == "state"
        ]

    def meant(self, words: str, offset: int) -> Holder | None:
        """Whom "the delegate" speaks for: the one State whose delegate was named shortly before."""
        office = words.rsplit(maxsplit=1)[-1][:8].casefold()
        near = {
            holder
            for start, name, holder in self._named
            if offset - _REACH <= start < offset and office in name.casefold()
        }
        return near.pop() if len(near) == 1 else None

    def within(self, span: Span) -> Holder | None:
        """The one State whose delegate or draft a sentence names."""
        sent = {holder for start, _, holder in self._named if span.start <= start < span.end}
        return sent.pop() if len(sent) == 1 else None

    def before(self, pronoun: Span) -> tuple[int, Holder] | None:
        """The delegate whom "he" may mean, in one of the two sentences before; of several, somebody unnamed."""
        for first, behind in reversed(self._sentences_to(pronoun)[-2:]):
            near = [each for each in self._named if first <= each[0] < behind and _IS_PERSON.search(each[1])]
            if near:
                is_one = len({each[2] for each in near}) == 1 and not near[-1][1].endswith("s")
                return near[-1][0], near[-1][2] if is_one else UNNAMED
        return None

    def _sentences_to(self, pronoun: Span) -> list[tuple[int, int]]:
        """Beginnings and ends of the sentences of its paragraph that stand before a pronoun."""
        text, block = self._document.text, self._document.block_at(pronoun.start)
        line = text.rfind("\n", 0, pronoun.start) + 1
        start = self._document.blocks[block].span.start if block is not None else line
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, pronoun.end)]
        return list(pairwise([start, *ends]))
