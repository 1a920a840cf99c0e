"""Courts and organs of one document: each one entity, under its full name and its short ones.

the United Nations Administrative Tribunal … the Administrative Tribunal     the end of one fuller name: the same
IL0 Administrative Tribunal                                                  a scan's nought for a letter
the Tribunal                     the one named before it in its paragraph, else the one of which the document speaks
the Judgement of the Tribunal    the same
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from argmine.resolve.holders.actors import LEAD_WORD, institution
from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import known, named_court
from argmine.types import Document, Holder

GENERIC = re.compile(
    r"(?:[Tt]he\s+)?(?:arbitral\s+)?(?P<noun>[Cc]ourt|[Tt]ribunal|[Cc]hamber|[Cc]ommission|[Cc]ommittee|[Ss]ubcommittee|"
    r"[Aa]ssembly|[Cc]ouncil|[Cc]onference|[Ss]ecretariat|[Gg]overnment)"
)
"""A body without its name."""
# "the Judgement of the Tribunal", "once the Tribunal": the court's
_JUDGMENT_OF = re.compile(
    r"(?:[Tt]he\s+)?(?:Judge?ments?|Awards?|Decisions?|Opinions?)\s+of\s+(?=(?:the\s+)?[A-Z])"
    r"|(?:Once|Until|Unless|Though|Before|After)\s+(?=the\s)"
)
_FULL = re.compile(
    r"\b(?:[A-Z][\w’'-]*\s+(?:(?:of|on|for|and)\s+(?:the\s+)?)?){0,6}?[A-Z][\w’'-]*\s+(?:Court|Tribunal|Chamber|Commission|Committee|"
    r"Subcommittee|Assembly|Council|Conference|Secretariat)\b"
    r"(?:\s+(?:of|on|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s(?:(?:of|the|on|for|and)\s){0,2}[A-Z][\w’'-]*){0,5})?"
)
_COURTS = ("court", "tribunal", "chamber")
_NOUGHT = re.compile(r"(?<=[A-Z])0(?=[A-Z\s])")
_MOST = 0.75
"""The share of all namings by one noun that makes a body the one of which a document speaks."""
_OFTEN = 5


def written_out(words: str) -> str:
    """The name of a body without what stands before it: "the Judgement of the Tribunal" → "the Tribunal"."""
    return _NOUGHT.sub("O", _JUDGMENT_OF.sub("", words))


class Bodies:
    """Whom the names of bodies in a document mean, and "the Tribunal" without a name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        named = _named(document.text)
        self._fuller = _fuller_names(Counter(holder for _, holder in named))
        self._named = [(start, self.same(holder)) for start, holder in named]
        self._starts = [start for start, _ in self._named]

    def same(self, holder: Holder) -> Holder:
        """The body under its fullest name in the document."""
        return self._fuller.get(holder.id, holder)

    def meant(self, noun: str, words: str, offset: int) -> Holder:
        """ "The Tribunal": the one named before it in its paragraph, the document's usual one, the last named before.

        Where none is named it is a body of this document alone.
        """
        before = [each for each in self._named[: bisect_left(self._starts, offset)] if _is_called(each[1], noun)]
        block = self._document.block_at(offset)
        if before and block is not None and before[-1][0] >= self._document.blocks[block].span.start:
            return before[-1][1]
        usual = self._usual(noun)
        if usual is not None or before:
            return usual or before[-1][1]
        name = re.sub(r"^(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:same\s+|said\s+)?", "", words)
        is_court = noun in _COURTS
        return Holder(name[0].upper() + name[1:], "court" if is_court else "organ", f"{slug(name)}@{self._document.id}")

    def _usual(self, noun: str) -> Holder | None:
        counted = Counter(holder for _, holder in self._named if _is_called(holder, noun))
        if not counted:
            return None
        holder, times = counted.most_common(1)[0]
        return holder if times >= max(_OFTEN, _MOST * counted.total()) else None


def _is_called(holder: Holder, noun: str) -> bool:
    return noun in holder.name.casefold().split()


def _named(text: str) -> list[tuple[int, Holder]]:
    """Courts and organs that the text names in full, with their places."""
    names = ((match.start(), written_out(LEAD_WORD.sub("", match.group()))) for match in _FULL.finditer(text))
    found = ((start, known(name) or named_court(name) or institution(name)) for start, name in names if " " in name)
    return [(start, holder) for start, holder in found if holder is not None and holder.type in ("court", "organ")]


def _fuller_names(named: Counter[Holder]) -> dict[str, Holder]:
    """Id → the body whose name goes on before it: of several the one that the document names far more often."""
    found: dict[str, Holder] = {}
    for holder in named:
        longer = [each for each in named if each.name.endswith(f" {holder.name}") and " of " not in each.name]
        longer.sort(key=lambda each: -named[each])
        if longer and not known(holder.name) and all(named[longer[0]] >= 2 * named[each] for each in longer[1:]):
            found[holder.id] = longer[0]
    return found
