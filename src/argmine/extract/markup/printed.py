"""Pages of print that a converter made into HTML: every printed line kept, a division for each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from argmine.extract.markup.shown import Shown
from argmine.extract.paragraphs.furniture import is_page_number
from argmine.extract.paragraphs.passages import Paragraph, ends_sentence, listed, squeeze
from argmine.extract.paragraphs.wrapping import unwrap
from argmine.extract.words.hyphens import Vocabulary
from argmine.extract.words.letters import letters_of

_LINES = re.compile(r"[\n\u2028]")
_ORNAMENT = re.compile(r"[\W_]+")
_NOTE = re.compile(r"(\d{1,3})\s?(?=[A-Z“\"‘][\w.“\"‘]|https?:)")
_MISSED = 3  # notes whose numbers were not recognised, at most, before one that was
_EDGE = 2  # texts at the top and at the foot of a page among which its running head and number are
_RUNNING_HEAD = 110  # characters
_TIMES, _OFTEN = 3, 0.1  # times, and share of the pages, from which on a text is a running head
_ALIKE = 0.8  # letters in common: recognised letters are not always the same
_FULL = 0.75  # a line shorter than this share of the usual width is the last one of its paragraph


def printed_paragraphs(shown: Sequence[Shown]) -> list[Paragraph]:
    """The paragraphs of all pages; running heads, page numbers and ornaments are furniture."""
    return list(_Reader(shown).paragraphs())


class _Reader:
    """What is known of the whole print while its pages are read: running heads, words, line width, the next note."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        self._pages = [list(page) for _, page in groupby(shown, key=lambda one: one.page)]
        lines = [squeeze(line) for one in shown for line in _LINES.split(one.text)]
        lengths = sorted(len(line) for line in lines if line)
        self._words = Vocabulary(lines)
        self._heads = _running_heads(self._pages)
        self._width = lengths[len(lengths) * 9 // 10] if lengths else 0
        self._next_note = 1

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of all pages."""
        for page in self._pages:
            held: list[str] = []
            for index, one in enumerate(page):
                text = squeeze(one.text)
                at_edge = min(index, len(page) - 1 - index) < _EDGE
                if at_edge and (is_page_number(text) or _is_running_head(text, self._heads)):
                    yield Paragraph(text, furniture=True)
                elif one.kind in ("heading", "table"):
                    yield from self._unwrapped(held)
                    yield Paragraph(text, one.kind, one.level)
                else:
                    yield from self._text(one.text, held)
            yield from self._unwrapped(held)

    def _text(self, text: str, held: list[str]) -> Iterator[Paragraph]:
        """Lines of one element: to those held where the sentence goes on, else to a new paragraph."""
        for index, line in enumerate(squeeze(line) for line in _LINES.split(text)):
            if _ORNAMENT.fullmatch(line):
                yield from self._unwrapped(held)
                yield Paragraph(line, furniture=True)
            elif line:
                if self._begins_note(line) or (index == 0 and held and not self._goes_on(held[-1])):
                    yield from self._unwrapped(held)
                held.append(line)

    def _goes_on(self, line: str) -> bool:
        return len(line) >= _FULL * self._width and not ends_sentence(line)

    def _begins_note(self, line: str) -> bool:
        """Whether the line begins with the number of the note that is due."""
        number = _NOTE.match(line)
        if number is None or not 0 <= int(number[1]) - self._next_note <= _MISSED:
            return False
        self._next_note = int(number[1]) + 1
        return True

    def _unwrapped(self, held: list[str]) -> Iterator[Paragraph]:
        yield from [listed(paragraph) for paragraph in unwrap(held, self._words)]
        held.clear()


def _running_heads(pages: Sequence[Sequence[Shown]]) -> list[str]:
    """The texts, digits left out, that stand at the edge of several pages."""
    texts = (letters_of(one.text) for page in pages for one in (page[0], page[-1]) if len(one.text) <= _RUNNING_HEAD)
    edges = Counter(text for text in texts if text)
    return [text for text in edges if len(text) > 3 and _times(text, edges) >= max(_TIMES, _OFTEN * len(pages))]


def _times(text: str, edges: Counter[str]) -> int:
    """How often a text, or one that differs in a few letters, stands at the edge of a page."""
    return sum(count for other, count in edges.items() if other == text or _alike(text, other))


def _alike(one: str, other: str) -> bool:
    if not 0.7 < len(one) / len(other) < 1.4:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _is_running_head(text: str, heads: Sequence[str]) -> bool:
    letters = letters_of(text)
    if len(text) > _RUNNING_HEAD or not letters:
        return False
    return any(letters == head or _alike(letters, head) for head in heads)
