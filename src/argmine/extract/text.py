"""Plain text: paragraphs from blank lines, printed lines or one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.extract.draft import Draft
from argmine.extract.furniture import is_page_number, mark_furniture
from argmine.extract.headings import division_levels, find_headings
from argmine.extract.hyphens import Vocabulary
from argmine.extract.markdown import is_markdown, read_markdown
from argmine.extract.passages import Paragraph, listed, squeeze
from argmine.extract.streams import sort_streams
from argmine.extract.wrapping import unwrap

_LONG_LINE = 160  # characters: no printed line is longer
_IN_LONG_LINES = 0.3  # share of the letters from which on each line is a paragraph

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\f")


def read_text(text: str) -> Draft:
    """The body, notes and furniture of a text file; one with Markdown in it is read as Markdown.

    Footnotes that a conversion from PDF left in mid-text go to the notes, each tied to the place of its marker, and the
    sentence around them is whole again.
    """
    if is_markdown(text):
        return read_markdown(text)
    return sort_streams(division_levels(find_headings(mark_furniture(list(_paragraphs(text))))))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    words = Vocabulary(text.splitlines())
    wrapped = sum(len(line) for line in text.split("\n") if len(line) > _LONG_LINE) < _IN_LONG_LINES * len(text)
    for chunk in _BLANK.split(text):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        while lines and is_page_number(lines[0]):
            yield Paragraph(lines.pop(0), furniture=True)
        numbers = []
        while lines and is_page_number(lines[-1]):
            numbers.append(Paragraph(lines.pop(), furniture=True))
        yield from (listed(squeeze(paragraph)) for paragraph in (unwrap(lines, words) if wrapped else lines))
        yield from reversed(numbers)
