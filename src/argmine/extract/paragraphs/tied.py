"""Sources that tie their notes themselves: word-processor files, books, marked-up articles.

Nothing about a note has to be guessed. Where such a source has no note of its own kind, the numbers that somebody typed
as superscripts are matched with their notes as in any other text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmine.extract.draft import Anchor, Draft, DraftBlock, DraftNote, Piece, plain_block
from argmine.extract.paragraphs.headings import division_levels, find_headings
from argmine.extract.paragraphs.passages import CLOSE, OPEN, TIED, TIED_END, Paragraph, label_of, listed
from argmine.extract.paragraphs.streams import lift, sort_streams

_TIED = re.compile(rf"{TIED}(\d+){TIED_END}")
_BETWEEN = re.compile(rf"(?<={TIED_END})\s*[,;–-]?\s*(?={TIED})")
_MARKED = re.compile(rf"{OPEN}([^{CLOSE}]*){CLOSE}")
_FEWEST = 2  # headings that a source has to mark for its marking to be believed
_BOLD = 2  # the level of a heading that only its bold type marks


@dataclass(frozen=True, slots=True)
class TiedNote:
    """A note that its source ties to a place: its printed number, and its words without it."""

    number: str
    text: str


def without_number(text: str, number: str) -> str:
    """A note's words, where its own number was typed before them."""
    own = re.match(rf"\s*(?:{OPEN}{re.escape(number)}{CLOSE}|{re.escape(number)}(?!\w))\s*", text)
    return text[own.end() :] if own else text


def draft_of(paragraphs: Sequence[Paragraph], notes: Sequence[TiedNote], info: Mapping[str, str]) -> Draft:
    """The three streams of a source: its notes where it ties them, headings found where it marks none."""
    paragraphs = division_levels(_with_headings(paragraphs))
    return _tied_streams(paragraphs, notes, info) if notes else sort_streams(paragraphs, info)


def _with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs; where the source marks no headings, lines in bold are, and those found by their words."""
    bold = {at for at, one in enumerate(paragraphs) if one.kind == "heading" and not one.level}
    out = [
        replace(listed(one.text), furniture=one.furniture) if at in bold else one for at, one in enumerate(paragraphs)
    ]
    if sum(one.kind == "heading" and not one.furniture for one in out) >= _FEWEST:
        return [_labelled(one) for one in out]
    found = find_headings(out)
    for at, one in enumerate(out):
        if _has_fellow(out, at):
            found[at] = one
        elif found[at].kind == "heading":
            found[at] = replace(found[at], label=found[at].label or one.label)
        elif at in bold:
            found[at] = replace(one, kind="heading", level=_BOLD)
    return [_labelled(one) for one in found]


def _has_fellow(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether an item of a list stands right by another of its level: it is no heading then."""
    here = paragraphs[at]
    beside = [*paragraphs[max(0, at - 1) : at], *paragraphs[at + 1 : at + 2]]
    return here.kind == "list_item" and any(one.kind == "list_item" and one.level == here.level for one in beside)


def _labelled(paragraph: Paragraph) -> Paragraph:
    if paragraph.kind != "heading" or paragraph.label:
        return paragraph
    return replace(paragraph, label=label_of(paragraph.text))


def _tied_streams(paragraphs: Sequence[Paragraph], notes: Sequence[TiedNote], info: Mapping[str, str]) -> Draft:
    body = [one for one in paragraphs if not one.furniture]
    furniture = [
        *(_printed(one.text, notes) for one in paragraphs if one.furniture),
        *(mark for one in body for mark in _MARKED.findall(one.text)),  # typed beside real notes: markers of nothing
        *(one.number for one in notes if not one.text.strip()),  # markers whose note is missing
    ]
    blocks, anchors = _anchored(body)
    return Draft(
        blocks=tuple(blocks),
        notes=tuple(
            DraftNote(one.number, (Piece(_printed(one.text, notes)),), anchors.get(at) if blocks else None)
            for at, one in enumerate(notes)
            if one.text.strip()
        ),
        furniture=tuple(Piece(text) for text in furniture if text.strip()),
        info=dict(info),
    )


def _anchored(paragraphs: Sequence[Paragraph]) -> tuple[list[DraftBlock], dict[int, Anchor]]:
    """The blocks of the body without markers, and the place of each note's."""
    blocks: list[DraftBlock] = []
    anchors: dict[int, Anchor] = {}
    for paragraph in paragraphs:
        text, places = lift(_BETWEEN.sub("", _MARKED.sub(f"{TIED}{TIED_END}", paragraph.text)))
        if text.strip():
            blocks.append(plain_block(text, paragraph.kind, paragraph.level, paragraph.label))
            anchors |= {note: Anchor(len(blocks) - 1, offset) for note, offset in places}
        else:  # a marker in a line of its own belongs to what stands above it
            end = len(blocks[-1].text) if blocks else 0
            anchors |= {note: Anchor(max(0, len(blocks) - 1), end) for note, _ in places}
    return blocks, anchors


def _printed(text: str, notes: Sequence[TiedNote]) -> str:
    """A text with its markers as printed: notes and furniture keep them."""
    return _MARKED.sub(r"\1", _TIED.sub(lambda found: notes[int(found[1])].number, text))
