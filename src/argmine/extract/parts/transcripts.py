"""Transcripts of meetings that are printed as articles: who speaks in capitals before a colon.

"PROF. GARY MYERS: The main …", "MS. MEREDITH: I am going to talk …", "MALE VOICE: Right."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmine.types import UNKNOWN_SPEAKER, Block, Document, Span, Speech

_STYLE = r"(?:MR|MRS|MS|MISS|DR|PROF|PROFESSOR|JUDGE|JUSTICE|DEAN|AMBASSADOR|SENATOR|GENERAL|COLONEL|HON)\b\.?"
_CAPITALS = r"[^\W\d_a-zà-ÿ](?:[^\W\d_a-zà-ÿ]|['’.-]){0,30}"
_ROLE = (
    r"(?:(?:UNIDENTIFIED|AUDIENCE|FEMALE|MALE|THE)\s+)?"
    r"(?:SPEAKER|VOICE|MEMBER|QUESTION(?:ER)?|MODERATOR|CHAIR(?:MAN|WOMAN|PERSON)?|PARTICIPANT)"
)
_BEHIND = r"(?:\A|(?<=[.?!…]\s)|(?<=[.?!][”\"’']\s))"
_TURN = re.compile(rf"{_BEHIND}(?:(?P<role>{_ROLE})|(?:{_STYLE}\s+)+(?P<name>{_CAPITALS}(?:\s+{_CAPITALS}){{0,4}})):\s")
_FEWEST, _SPEAKERS = 5, 2  # turns, and people who take them, of a transcript
_OPENING = 12  # blocks of a text in which the first turn stands
_PROSE = ("paragraph", "list_item", "quotation")


def find_turns(document: Document, first: int, end: int) -> tuple[Speech, ...]:
    """The speeches among the blocks from `first` to before `end`; none where these are no transcript.

    A speaker who is named by surname only has the full name that he has elsewhere; a voice has none.
    """
    blocks = document.blocks[first:end]
    turns = list(_turns(document.text, blocks))
    opens = blocks[min(_OPENING, len(blocks)) - 1].span.end if blocks else 0
    if len(turns) < _FEWEST or len({name for _, name in turns}) < _SPEAKERS or turns[0][0] > opens:
        return ()
    full = _full_names([name for _, name in turns])
    starts = (*(start for start, _ in turns), blocks[-1].span.end)
    ends = (_last_word(blocks, start, after) for start, after in pairwise(starts))
    return tuple(
        Speech(Span(start, stop), full.get(name, name)) for (start, name), stop in zip(turns, ends, strict=True)
    )


def _turns(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Where each turn begins, and the name of who speaks."""
    for block in blocks:
        if block.kind in _PROSE:
            words = block.span.of(text)
            for match in _TURN.finditer(words):
                yield block.span.start + match.start(), _cased(match["name"]) if match["name"] else UNKNOWN_SPEAKER


def _cased(name: str) -> str:
    """ "GARY G. BORDA" → "Gary G. Borda"."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), " ".join(name.split()))


def _full_names(names: Sequence[str]) -> dict[str, str]:
    """Surname to the one full name that ends in it."""
    found: dict[str, set[str]] = {}
    for name in names:
        if " " in name and name != UNKNOWN_SPEAKER:
            found.setdefault(name.rsplit(" ", 1)[-1], set()).add(name)
    return {surname: max(full, key=len) for surname, full in found.items() if len({one[0] for one in full}) == 1}


def _last_word(blocks: Sequence[Block], start: int, after: int) -> int:
    """Where the speech that begins at `start` ends: the headings before the next one are nobody's."""
    inside = [block for block in blocks if start < block.span.end and block.span.start < after]
    said = [min(block.span.end, after) for block in inside if block.kind != "heading"]
    return max(said, default=after)
