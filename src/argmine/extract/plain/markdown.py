"""Markdown, parsed as CommonMark with tables: words without markup, headings, lists, quotations, notes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from argmine.extract.draft import Draft
from argmine.extract.metadata.sidecar import read_mapping, scalars
from argmine.extract.paragraphs.furniture import mark_furniture
from argmine.extract.paragraphs.headings import division_levels, find_headings
from argmine.extract.paragraphs.markers import superscript
from argmine.extract.paragraphs.passages import CLOSE, Paragraph, listed, mark, squeeze
from argmine.extract.paragraphs.streams import sort_streams
from argmine.extract.paragraphs.wrapping import split_items
from argmine.extract.words.hyphens import Vocabulary

_SIGNS = (
    re.compile(r"^#{1,6} ?\S", re.MULTILINE),
    re.compile(r"\]\([^()\s]*\)"),
    re.compile(r"\*\*[^\s*][^*\n]*\*\*"),
    re.compile(r"^\[\^[^\]\s]{1,12}\]:", re.MULTILINE),
    re.compile(r"^\|[^\n]*\|[ \t]*\n\|[ :|-]+\|", re.MULTILINE),
)
# "####Definitions": a heading to most tools, none to CommonMark. One "#" may be a tag or a number sign.
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{1,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FRONT_LINE = re.compile(r"([A-Za-z][\w-]{0,40}):[ \t]+(\S.*)")
_NOTE_REFERENCE = re.compile(r"\[\^([^\]\s]{1,12})\]:?")
_MARKED = re.compile(mark(rf"([^\s{CLOSE}]{{1,12}})"))
_CARETS = re.compile(r"\^(\d{1,3}|\*)\^")
_TAG = re.compile(r"<[^<>]*>")


def is_markdown(text: str) -> bool:
    """Whether a text file holds Markdown: two kinds of its signs, or several of one kind."""
    counts = [len(sign.findall(text, 0, 200_000)) for sign in _SIGNS]
    return sum(count > 0 for count in counts) > 1 or max(counts) > 2


def read_markdown(text: str) -> Draft:
    """The body, notes and furniture of a Markdown text, without its markup.

    A line break is white space, as in CommonMark, unless what follows begins an item ("(b)"), so that no label of a
    converted treaty is lost in mid-line. Links keep their text. What YAML front matter says is the draft's `info`.
    """
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["code", "reference", "lheading"])
    matter = _FRONT_MATTER.match(text)
    info = _front(matter[1]) if matter else {}
    head = [Paragraph(squeeze(line), furniture=True) for line in matter[1].splitlines()] if matter and info else []
    text = text[matter.end() :] if matter and info else text
    tokens = parser.parse(_TIGHT_HEADING.sub(r"\1 ", text))
    paragraphs = _in_order([one for one in _Reader(Vocabulary(text.splitlines())).paragraphs(tokens) if one.text])
    return _numbered(sort_streams(division_levels(find_headings(mark_furniture([*head, *paragraphs]))), info))


def _front(matter: str) -> dict[str, str]:
    """What front matter says; line by line where it is no YAML, as with a colon in a title that nobody quoted."""
    lines = [_FRONT_LINE.fullmatch(line.strip()) for line in matter.splitlines() if line.strip()]
    said = scalars(read_mapping(matter)) or {line[1]: line[2] for line in lines if line and all(lines)}
    return {key.lower(): value for key, value in said.items()}


def _in_order(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Notes in the order of their references, where each has a name of its own: Markdown lets them stand in any."""
    begun = {place: match[1] for place, one in enumerate(paragraphs) if (match := _MARKED.match(one.text))}
    text = (one.text for place, one in enumerate(paragraphs) if place not in begun)
    called = {name: place for place, name in enumerate(dict.fromkeys(_MARKED.findall("\n".join(text))))}
    if len(set(begun.values())) < len(begun) or not called.keys() >= set(begun.values()):
        return paragraphs
    ordered = iter(sorted(begun, key=lambda place: called[begun[place]]))
    return [paragraphs[next(ordered)] if place in begun else one for place, one in enumerate(paragraphs)]


def _numbered(draft: Draft) -> Draft:
    """Notes called by letters or words bear numbers in print, in the order of their places; "(n 2)" means these."""
    if any(note.number[:1].isdecimal() for note in draft.notes):
        return draft
    placed = sorted(
        (astuple(note.anchor), note.number) for note in draft.notes if note.anchor and note.number.isalpha()
    )
    numbers = {name: str(number) for number, (_, name) in enumerate(placed, start=1)}
    notes = tuple(replace(note, number=numbers.get(note.number, note.number)) for note in draft.notes)
    return replace(draft, notes=notes)


class _Reader:
    """Tokens into paragraphs; keeps how deep in lists and quotations they stand."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._depth = 0
        self._quoted = 0
        self._item: str | None = None

    def paragraphs(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        """The paragraphs in the order of the text."""
        table: list[list[str]] = []
        for index, token in enumerate(tokens):
            self._enter(token)
            if token.type == "tr_open":
                table.append([])
            elif token.type == "table_close":
                yield Paragraph("\n".join("\t".join(row) for row in table), "table")
                table = []
            elif token.type == "inline" and tokens[index - 1].type in ("th_open", "td_open"):
                table[-1].append(squeeze(_inline(token)))
            elif token.type == "inline":
                yield from self._text(tokens[index - 1], _inline(token))
            elif token.type in ("html_block", "fence"):
                content = _TAG.sub(" ", token.content) if token.type == "html_block" else token.content
                yield Paragraph(squeeze(html.unescape(content)))

    def _enter(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self._depth += token.nesting
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quoted += token.nesting
        elif token.type == "list_item_open":
            self._item = f"{token.info}{token.markup} " if token.info else ""

    def _text(self, opening: Token, text: str) -> Iterator[Paragraph]:
        if opening.type == "heading_open":
            yield Paragraph(squeeze(text), "heading", int(opening.tag[1:]))
            return
        for part in split_items([squeeze(line) for line in text.split("\n") if line.strip()], self._words):
            item, self._item = self._item, None
            if item is not None:
                yield listed(item + part, self._depth)
            elif self._quoted:
                yield replace(listed(part), kind="quotation")
            else:
                yield listed(part)


def _inline(token: Token) -> str:
    """The words of a line of Markdown, note references marked."""
    out = ""
    opened: int | None = None
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            out += "\n"
        elif child.type == "html_inline" and child.content.lower() == "<sup>":
            opened = len(out)
        elif child.type == "html_inline" and child.content.lower() == "</sup>" and opened is not None:
            out = out[:opened] + superscript(out[opened:], out[:opened])
            opened = None
        elif child.type in ("text", "code_inline", "image"):
            out += _references(child.content)
    return out


def _references(text: str) -> str:
    text = _CARETS.sub(lambda match: mark(match[1]), text)
    return _NOTE_REFERENCE.sub(lambda match: mark(match[1]), text)
