"""Files that hold more than one text: where another one opens, and whose it is.

The scan of an issue of a journal is cut at the wrong page, or not at all. On the opening page of an article the running
head is missing and the page's number stands at its foot; a title begins the page, the author's name follows, notes are
counted anew, and later pages have another head. Chapters of one author's book open so, too: without the heads of a
journal, the name of an author is wanted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from argmine.extract.metadata.guessed import names_on
from argmine.extract.parts.transcripts import find_turns
from argmine.extract.quality import grade_document
from argmine.extract.words.letters import letters_of
from argmine.types import UNKNOWN_SPEAKER, Document, Page, PageQuality, Span, Speech

ANOTHER_TEXT = "another text: split the file"
"""The reason of each page that belongs to a text of another author."""

_GENRES = ("paper", "brief", "other")
_FEWEST = 3  # pages of a file that may hold two texts
_LETTERS = 8  # of the shortest running head
_TITLE = 5  # letters of the shortest title: "REPORT"
_AROUND = 6  # pages before and behind, whose heads are compared
_WORDED = 0.5  # of these that have a head, at least
_ALIKE = 0.7  # of the letters of two heads that are one
_BYLINE = 4  # blocks from the title among which the authors are named
_NAME_WORDS = 6
_MARKED = re.compile(r"(?:by )?(?:[^\W\d_a-z][\w.,'’-]*\s){1,5}?[^\W\d_a-z][\w.’-]*\s?[*†‡•+~'’\"”>°]{1,2}")
_ENDED = re.compile(r"[.?!:;\d][”\"’')\]*]*\s*$|[”\"’')\]]\s*$")
_NUMBER = re.compile(r"\W{0,2}\d{1,4}\W{0,2}")


@dataclass(frozen=True, slots=True)
class Part:
    """A text behind the first one: the page and the index of the block with which it opens, and who wrote it."""

    page: int
    block: int
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the texts of a file: its blocks from `first` to before `end`, and its pages."""

    first: int
    end: int
    pages: range
    authors: tuple[str, ...]
    own: bool = True


@dataclass(frozen=True, slots=True)
class _Margin:
    """The furniture of a page: its head in words, and whether its number stands at the foot."""

    head: str
    foot: bool


def with_voices(document: Document) -> Document:
    """The document; the texts in it that are not its author's have their speakers, and their pages a remark."""
    texts = _texts(document, find_parts(document))
    voices = sorted(_voices(document, texts), key=lambda speech: speech.span.start)
    others = {page for text in texts if not text.own for page in text.pages}
    document = replace(document, speeches=tuple(voices))
    return _remarked(document, others) if others else document


def find_parts(document: Document) -> tuple[Part, ...]:
    """The texts behind the first one, in their order."""
    if document.metadata.genre not in _GENRES or len(document.pages) < _FEWEST:
        return ()
    margins = _margins(document)
    firsts = _first_blocks(document)
    found = (
        _opening(document, page, firsts[page.number], margins) for page in document.pages[1:] if page.number in firsts
    )
    return tuple(part for part in found if part is not None)


def _first_blocks(document: Document) -> dict[int, int]:
    """The block with which a page begins, by page; pages that begin within a block are left out."""
    starts = {block.span.start: index for index, block in enumerate(document.blocks)}
    end = document.blocks[-1].span.end if document.blocks else 0
    firsts: dict[int, int | None] = {}
    for line in document.lines:
        if line.span.start < end and line.page not in firsts:
            firsts[line.page] = starts.get(line.span.start)
    return {page: block for page, block in firsts.items() if block is not None}


def _margins(document: Document) -> dict[int, _Margin]:
    heads: dict[int, str] = {}
    feet: set[int] = set()
    starts = [line.span.start for line in document.lines]
    for span in document.furniture:
        at = bisect_left(starts, span.start)
        if at == len(starts) or starts[at] != span.start:
            continue
        line, text = document.lines[at], span.of(document.text)
        upper = line.box[1] < document.pages[line.page - 1].height / 2
        if upper and len(letters_of(text)) >= _LETTERS:
            heads[line.page] = heads.get(line.page, "") + letters_of(text)
        elif not upper and _NUMBER.fullmatch(text.strip()):
            feet.add(line.page)
    return {page.number: _Margin(heads.get(page.number, ""), page.number in feet) for page in document.pages}


def _opening(document: Document, page: Page, block: int, margins: dict[int, _Margin]) -> Part | None:
    """The part that opens on a page, if one does."""
    at = page.number
    title = document.blocks[block]
    near = [margins[other] for other in range(at - _AROUND, at + _AROUND + 1) if other in margins and other != at]
    usual = sum(bool(other.head) for other in near) >= _WORDED * len(near)
    is_title = title.kind == "heading" and len(letters_of(title.span.of(document.text))) >= _TITLE
    ended = _ENDED.search(document.text[max(0, title.span.start - 40) : title.span.start].rstrip()) is not None
    if margins[at].head or not (usual and is_title and ended):
        return None
    below = [one.span.of(document.text) for one in document.blocks[block + 1 : block + _BYLINE]]
    authors = next((names for line in below if (names := names_on(line))), ())
    journal = document.metadata.container is not None
    signed = bool(authors) or (journal and any(map(_is_marked, below)))
    signs = (signed, _counts_anew(document, at), _heads_change(margins, at))
    feet = sum(other.foot for other in near)
    foot = margins[at].foot and 2 * feet < len(near)
    enough = sum(signs) + foot >= 2
    return Part(at, block, authors) if enough and (journal or authors) else None


def _is_marked(line: str) -> bool:
    """Whether a line is short and ends with the mark of a note, as the name of an author does."""
    return len(line.split()) <= _NAME_WORDS and _MARKED.fullmatch(line.strip()) is not None


def _counts_anew(document: Document, page: int) -> bool:
    """Whether the first note of a page is note 1, or has a symbol, and notes stand before it."""
    on = [note for note in document.notes if (at := document.page_at(note.span.start)) and at.number == page]
    before = (
        [note for note in document.notes if note.number.isdigit() and note.span.start < on[0].span.start] if on else []
    )
    first = on[0].number if on else ""
    return bool(before) and (first == "1" or (first != "" and not first[0].isalnum()))


def _heads_change(margins: dict[int, _Margin], page: int) -> bool:
    """Whether the pages behind have a head that the pages before have not, and these one that is not found behind."""
    before = [margins[at].head for at in range(page - _AROUND, page) if at in margins and margins[at].head]
    behind = [margins[at].head for at in range(page + 1, page + _AROUND + 1) if at in margins and margins[at].head]
    return any(not _is_among(head, behind) for head in before) and any(not _is_among(head, before) for head in behind)


def _is_among(head: str, others: list[str]) -> bool:
    return any(SequenceMatcher(None, head, other, autojunk=False).ratio() >= _ALIKE for other in others)


def _texts(document: Document, parts: tuple[Part, ...]) -> list[_Text]:
    """All texts of the file; those that the document's author wrote are its own.

    A page or two of another article may stand before the one that the file is about.
    """
    blocks = (0, *(part.block for part in parts), len(document.blocks))
    pages = (1, *(part.page for part in parts), len(document.pages) + 1)
    authors = ((), *(part.authors for part in parts))
    places = zip(pairwise(blocks), pairwise(pages), authors, strict=True)
    texts = [_Text(first, end, range(*between), names) for (first, end), between, names in places]
    named = {_surname(name) for name in document.metadata.authors}
    theirs = [bool(named & {_surname(name) for name in text.authors}) for text in texts]
    if not named and parts:
        lengths = [_length(document, text) for text in texts]
        theirs = [2 * length > sum(lengths) and 4 * lengths[0] < length for length in lengths]
    theirs[0] = not any(theirs) or any(name in letters_of(_opening_words(document)) for name in named)
    return [replace(text, own=own) for text, own in zip(texts, theirs, strict=True)]


def _surname(name: str) -> str:
    return letters_of(name.rsplit(" ", 1)[-1])


def _opening_words(document: Document) -> str:
    return " ".join(block.span.of(document.text) for block in document.blocks[:_BYLINE])


def _length(document: Document, text: _Text) -> int:
    return document.blocks[text.end - 1].span.end - document.blocks[text.first].span.start


def _voices(document: Document, texts: list[_Text]) -> Iterator[Speech]:
    """Whose words the texts are: those of speakers, those of the author of a part, those of somebody unknown."""
    if document.metadata.genre not in _GENRES:
        return
    for text in texts:
        turns = find_turns(document, text.first, text.end)
        yield from turns
        if text.own:
            continue
        speaker = " and ".join(text.authors) or UNKNOWN_SPEAKER
        start = document.blocks[text.first].span.start
        end = turns[0].span.start if turns else document.blocks[text.end - 1].span.end
        if start < end:
            yield Speech(Span(start, end), speaker)
        yield from _noted(document, text.pages, UNKNOWN_SPEAKER if turns else speaker)


def _noted(document: Document, pages: range, speaker: str) -> Iterator[Speech]:
    """The notes on some pages that follow each other, as one stretch."""
    spans = [
        note.span
        for note in document.notes
        if (page := document.page_at(note.span.start)) and page.number in pages and note.span.end > note.span.start
    ]
    if spans:
        yield Speech(Span(spans[0].start, spans[-1].end), speaker)


def _remarked(document: Document, others: set[int]) -> Document:
    """The document with a remark on the pages in `others`."""
    known = {page.page: page for page in document.quality.pages} if document.quality else {}
    pages = [known.get(page.number, PageQuality(page.number, "good", ())) for page in document.pages]
    doubtful = [
        PageQuality(page.page, "poor" if page.grade == "poor" else "doubtful", (ANOTHER_TEXT, *page.reasons))
        if page.page in others
        else page
        for page in pages
    ]
    return replace(document, quality=grade_document(doubtful))
