"""Notes among the paragraphs of a text that has no pages any more.

A text converted from PDF carries its footnotes as paragraphs in mid-text, or as a list at its end. A paragraph that
begins with a marked or raised number is a note; one that begins with a bare number ("12 See …") is a note only where
the body has a marker of that number before it, in running order, and where most of its kind do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmine.extract.paragraphs.markers import Marker, align, find_markers
from argmine.extract.paragraphs.passages import CLOSE, OPEN, Paragraph, ends_sentence, plain
from argmine.extract.words.numerals import LEVEL, SUPERSCRIPT

_MARKED = re.compile(
    rf"(?:{OPEN}(?P<marked>[^{OPEN}{CLOSE}]{{1,12}}){CLOSE}|(?P<raised>[{SUPERSCRIPT}]{{1,3}}))[.:)]?\s*"
)
_NUMBERED = re.compile(
    r"(?:(?P<bare>\d{1,3})\s+|(?P<dotted>\d{1,3})\.\s+|(?P<closed>\d{1,3})\)\s+|\((?P<round>\d{1,3})\)\s+"
    r"|\[(?P<square>\d{1,3})\][:.]?\s+|(?P<glued>\d{1,3})(?=[A-Z][A-Za-z.]|[“\"‘]|https?:)|(?P<symbol>\*{1,3}|†|‡)\s?)(?=\S)"
)

_HEADING = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:foot|end)?notes?(?: (?:and|&) references)?:?|notes? de bas de page", re.IGNORECASE
)
_LIST_HEADING = re.compile(rf"{_HEADING.pattern}|references|sources|endnotes", re.IGNORECASE)
# What the notes of legal writing are full of: signals, back references, reporters, years, pages, addresses.
_AUTHORITY = re.compile(
    r"\b(?:see|ibid|id\.|idem|cf|supra|infra|op\. cit|loc\. cit|hereinafter|pp?\. ?\d|paras?\. ?\d|vols?\.|nos?\. ?\d|"
    r"arts?\. ?\d|eds?\.|et al|UNTS|UST|ILM|ICJ|PCIJ|I\.C\.J|[AST]/[A-Z\d]|G\.A\. Res|(?:19|20)\d\d|voir|vgl)\b|https?://|www\.|§",
    re.IGNORECASE,
)
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that may be a note: its number, how that is printed, and where the note's words begin."""

    paragraph: int
    number: str
    form: str
    start: int
    in_list: bool = False

    @property
    def certain(self) -> bool:
        """Whether its form alone makes it a note."""
        return self.in_list or self.form in ("marked", "raised")


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: the paragraphs that hold it, the place of its words in the first, and its marker, if there is one."""

    number: str
    paragraphs: tuple[int, ...]
    start: int
    marker: Marker | None


def find_notes(paragraphs: Sequence[Paragraph]) -> tuple[FoundNote, ...]:
    """The notes, in the order in which they stand."""
    lists = _note_lists(paragraphs)
    heads = _find_heads(paragraphs, lists)
    taken = {head.paragraph for head in heads if head.certain} | set(lists)
    markers = [marker for marker in find_markers(paragraphs) if marker.paragraph not in taken]
    pairs = _aligned(paragraphs, heads, markers)
    forms = _trusted_forms(paragraphs, heads, pairs)
    kept = [head for head in heads if head.certain or head.form in forms]
    kept = _in_running_order(kept, _aligned(paragraphs, kept, markers))
    inside = {head.paragraph for head in kept}
    markers = [marker for marker in markers if marker.paragraph not in inside]
    pairs = _aligned(paragraphs, kept, markers)
    return tuple(
        FoundNote(
            head.number,
            (head.paragraph, *_continuation(head, lists, inside)),
            head.start,
            markers[pairs[index]] if index in pairs else None,
        )
        for index, head in enumerate(kept)
    )


def note_list_headings(paragraphs: Sequence[Paragraph], notes: Sequence[FoundNote]) -> frozenset[int]:
    """The headings ("Notes", "References") under which nothing but notes stands."""
    inside = {index for note in notes for index in note.paragraphs}
    headings: set[int] = set()
    heading, empty = -1, True
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading" or _LIST_HEADING.fullmatch(paragraph.text):
            heading, empty = (index if _LIST_HEADING.fullmatch(paragraph.text) else -1), True
        elif index in inside and heading >= 0 and empty:
            headings.add(heading)
        elif index not in inside and not paragraph.furniture:
            headings.discard(heading)
            empty = False
    return frozenset(headings)


def _note_lists(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The paragraphs under a heading "Notes" that begin with a numbered one, each with the place of that heading."""
    below: dict[int, int] = {}
    heading, opened = -1, False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.furniture:
            continue
        if paragraph.kind == "heading" or _HEADING.fullmatch(paragraph.text):
            heading, opened = (index if _HEADING.fullmatch(paragraph.text) else -1), False
        elif heading >= 0 and (opened or _head(index, paragraph)):
            opened = True
            below[index] = heading
    return below


def _find_heads(paragraphs: Sequence[Paragraph], lists: Mapping[int, int]) -> list[Head]:
    heads = (
        _head(index, paragraph, index in lists)
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.furniture and paragraph.kind != "heading"
    )
    return [head for head in heads if head is not None]


def _head(index: int, paragraph: Paragraph, in_list: bool = False) -> Head | None:
    found = _MARKED.match(paragraph.text) or _NUMBERED.match(paragraph.text)
    if not found:
        return None
    form, number = next((form, number) for form, number in found.groupdict().items() if number)
    return Head(index, number.translate(LEVEL), form, found.end(), in_list)


def _aligned(paragraphs: Sequence[Paragraph], heads: Sequence[Head], markers: Sequence[Marker]) -> dict[int, int]:
    noted = {head.paragraph for head in heads}
    others = (index for index in range(len(paragraphs) - 1, -1, -1) if index not in noted and paragraphs[index].text)
    end = next((index for index in others if not paragraphs[index].furniture), -1)
    return align([(head.paragraph, head.number) for head in heads], markers, end)


def _trusted_forms(paragraphs: Sequence[Paragraph], heads: Sequence[Head], pairs: Mapping[int, int]) -> set[str]:
    """The ways of printing a number at a paragraph's start that mean a note in this document."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for index, head in enumerate(heads):
        if not head.certain:
            by_form[head.form].append(index)
    return {form for form, members in by_form.items() if _is_trusted(form, members, paragraphs, heads, pairs)}


def _is_trusted(
    form: str, members: Sequence[int], paragraphs: Sequence[Paragraph], heads: Sequence[Head], pairs: Mapping[int, int]
) -> bool:
    tied = [heads[index] for index in members if index in pairs]
    if len(tied) < _MOST * len(members):
        return False
    if form == "symbol":
        return len(tied) == len(members)
    if form in ("bare", "glued", "square"):
        return bool(tied)
    # "12." numbers paragraphs and lists too: these have to look like notes as well.
    noted = [head for head in tied if _cites(paragraphs[head.paragraph]) or _interrupts(paragraphs, head.paragraph)]
    return len(noted) >= max(1, _MOST * len(members))


def _cites(paragraph: Paragraph) -> bool:
    return bool(_AUTHORITY.search(paragraph.text))


def _interrupts(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the paragraph stands within a sentence that begins above it and goes on below."""
    above = next((at for at in range(index - 1, -1, -1) if not paragraphs[at].furniture), None)
    below = next((at for at in range(index + 1, len(paragraphs)) if not paragraphs[at].furniture), None)
    if above is None or below is None:
        return False
    return not ends_sentence(paragraphs[above].text) and plain(paragraphs[below].text)[:1].islower()


def _in_running_order(heads: list[Head], pairs: Mapping[int, int]) -> list[Head]:
    """Certain heads, tied ones, and those without a marker whose number follows the one before."""
    kept: list[Head] = []
    for index, head in enumerate(heads):
        follows = bool(kept) and head.number.isdigit() and kept[-1].number.isdigit()
        if head.certain or index in pairs or (follows and int(head.number) == int(kept[-1].number) + 1):
            kept.append(head)
    return kept


def _continuation(head: Head, lists: Mapping[int, int], heads: set[int]) -> tuple[int, ...]:
    """In a list of notes, the paragraphs without a number that follow: they belong to the note above."""
    if not head.in_list:
        return ()
    after: list[int] = []
    index = head.paragraph + 1
    while index in lists and index not in heads and lists[index] == lists[head.paragraph]:
        after.append(index)
        index += 1
    return tuple(after)
