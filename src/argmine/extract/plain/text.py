"""Plain text: paragraphs from blank lines, printed lines or one line each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from argmine.extract.draft import Draft
from argmine.extract.paragraphs.furniture import is_page_number, mark_furniture
from argmine.extract.paragraphs.headings import division_levels, find_headings
from argmine.extract.paragraphs.passages import Paragraph, listed, squeeze
from argmine.extract.paragraphs.streams import sort_streams
from argmine.extract.paragraphs.wrapping import unwrap
from argmine.extract.plain.markdown import is_markdown, read_markdown
from argmine.extract.words.hyphens import Vocabulary

_LONG_LINE = 160  # characters: no printed line is longer
_IN_LONG_LINES = 0.3  # share of the letters from which on each line is a paragraph

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_UNDERLINE = re.compile(r"[-=~_*]{3,}")
_DIGITS = re.compile(r"\d{1,9}")
_TIMES = 3  # pages on which a line stands first or last that is a running head


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
    pages = [page.strip("\n") for page in text.split("\f")]
    heads = _running_heads(pages)
    for page in pages:
        head, inner, foot = _cut_edges(page, heads)
        yield from head
        for chunk in _BLANK.split(inner):
            lines = [squeeze(line) for line in chunk.split("\n") if line.strip()]
            if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
                yield Paragraph(lines[0], "heading", 1 if lines[1][0] == "=" else 2)
                lines = lines[2:]
            for line in unwrap(lines, words) if wrapped else lines:
                yield Paragraph(line, furniture=True) if is_page_number(line) else listed(line)
        yield from foot


def _running_heads(pages: Sequence[str]) -> set[str]:
    """The first and last lines, digits left out, that stand on several pages (parted by form feeds)."""
    edges = Counter(_edge(line) for page in pages for line in {page.partition("\n")[0], page.rpartition("\n")[2]})
    return {edge for edge, times in edges.items() if times >= _TIMES and edge}


def _edge(line: str) -> str:
    return _DIGITS.sub("#", squeeze(line.casefold()))


def _cut_edges(page: str, heads: set[str]) -> tuple[list[Paragraph], str, list[Paragraph]]:
    """A page without its running head and foot, and these."""
    head: list[Paragraph] = []
    foot: list[Paragraph] = []
    first, _, rest = page.partition("\n")
    if _edge(first) in heads:
        head, page = [Paragraph(squeeze(first), furniture=True)], rest.lstrip("\n")
    rest, _, last = page.rpartition("\n")
    if _edge(last) in heads:
        foot, page = [Paragraph(squeeze(last), furniture=True)], rest
    return head, page, foot
