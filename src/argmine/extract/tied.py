"""Sources that tie their notes themselves: word-processor files and marked-up articles.

Their readers write each block's text run by run into a `Running`, note markers as what they are, and hand over
paragraphs and notes; nothing about a note has to be guessed. Where such a file has no note of its own kind, the numbers
that somebody typed as superscripts are matched with their notes as in any other text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmine.extract.draft import Anchor, Draft, DraftNote, Piece, plain_block
from argmine.extract.encoding import _LETTERS
from argmine.extract.headings import division_levels, find_headings
from argmine.extract.markers import superscript
from argmine.extract.passages import CLOSE, OPEN, TIED, TIED_END, Paragraph, ends_sentence, label_of, listed, mark, plain, squeeze
from argmine.extract.streams import _lift as lift
from argmine.extract.streams import sort_streams
from argmine.extract.wordstyles import Look

LINE_BREAK = "\u2028"
"""A line break within a paragraph; two in a row part paragraphs."""

_PARAGRAPHS = re.compile(rf"(?:{LINE_BREAK}\s*){{2,}}")
_TIED = re.compile(rf"{TIED}(\d+){TIED_END}")
_MARKED = re.compile(rf"{OPEN}([^{CLOSE}]*){CLOSE}")
_BETWEEN = re.compile(rf"(?<={TIED_END})\s*[,;–-]?\s*(?={TIED})")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_BEFORE = 12  # characters before a superscript that tell an exponent from a marker
_LINE = 160  # characters: no heading is longer
_FEWEST = 2  # headings that a source has to mark for its marking to be believed
_BOLD = 2  # the level of a heading that only its bold type marks
_CELL = 600  # characters: a table with a longer cell only lays out the page


@dataclass(frozen=True, slots=True)
class TiedNote:
    """A note that its source ties to a place: its printed number, and its words without it."""

    number: str
    text: str


def without_number(text: str, number: str) -> str:
    """A note's words, where its own number was typed before them."""
    own = re.match(rf"\s*(?:{OPEN}{re.escape(number)}{CLOSE}|{re.escape(number)}(?!\w))\s*", text)
    return text[own.end() :] if own else text


class Running:
    """The text of one block as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._raised: list[str] = []

    def write(self, text: str, *, raised: bool = False) -> None:
        """Go on with `text`; `raised` if it is printed as a superscript."""
        text = unicodedata.normalize("NFC", text.translate(_LETTERS))
        if raised:
            self._raised.append(text)
            return
        self._settle()
        self._parts.append(text)

    def break_line(self) -> None:
        """Go on with a new line of the same block."""
        self._settle()
        self._parts.append(LINE_BREAK)

    def tie(self, note: int) -> None:
        """Put the marker of a note here, by the note's index."""
        self._settle()
        self._parts.append(f"{TIED}{note}{TIED_END}")

    def mark(self, number: str) -> None:
        """Put the marker of a note that is tied elsewhere here."""
        self._settle()
        self._parts.append(mark(number))

    def taken(self) -> tuple[str, ...]:
        """The paragraphs that the text makes, white space squeezed; the text begins anew."""
        self._settle()
        text = "".join(self._parts)
        self._parts.clear()
        return tuple(squeezed for part in _PARAGRAPHS.split(text) if (squeezed := squeeze(part)))

    def _settle(self) -> None:
        """Write what was raised: superscripts may be broken into several runs."""
        raised = "".join(self._raised)
        if not raised:
            return
        self._raised.clear()
        edges = _EDGES.fullmatch(raised)
        before, content, after = edges.groups() if edges else ("", raised, "")
        above = "".join(self._parts[-3:])[-_BEFORE:] + before
        self._parts.append(before + superscript(content, above) + after if content else raised)


def set_paragraph(text: str, look: Look, label: tuple[str, int] | None) -> Paragraph:
    """A paragraph as it is set; `label` is its printed number ("" for a bullet) and its level in a list, if any.

    A short line in bold is a heading of level 0: whether such lines are headings, the whole document decides.
    """
    if look.heading and not _is_prose(text):
        whole = f"{label[0]} {text}".strip() if label else text
        return Paragraph(whole, "heading", look.heading, _bare(label[0]) if label else None)
    if label:
        return numbered(*label, text) if label[0] else Paragraph(text, "list_item", label[1])
    if look.bold and _is_line(text):
        return Paragraph(text, "heading")
    return listed(text) if look.kind == "paragraph" else Paragraph(text, look.kind)


def numbered(label: str, level: int, text: str) -> Paragraph:
    """A paragraph whose printed number the source keeps apart; the number begins the text.

    As in other texts, a long numbered text is a numbered paragraph and a short one an item of a list.
    """
    found = listed(f"{label} {text}", level)
    return found if found.label else Paragraph(found.text, "list_item", level, _bare(label))


def _bare(label: str) -> str | None:
    return label.strip(" .()[]:–-") or None


def _is_prose(text: str) -> bool:
    """Whether a text is none that a heading has: contracts number their clauses with the styles of headings."""
    return len(text) > 2 * _LINE or (len(text) > _LINE / 2 and ends_sentence(text))


def _is_line(text: str) -> bool:
    return len(text) <= _LINE and text[-1:] not in tuple(".,;:!") and any(char.isalpha() for char in text)


def table_of(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> list[Paragraph]:
    """A table as one paragraph, its cells parted by tabs; what a table merely lays out, as the paragraphs it is."""
    cells = [cell for row in rows for cell in row]
    inside = [one for cell in cells for one in cell]
    wide = max((len(row) for row in rows), default=0) > 1 and len(rows) > 1
    if not wide or any(one.kind == "table" for one in inside) or any(_length(cell) > _CELL for cell in cells):
        return inside
    lines = ("\t".join(" ".join(one.text for one in cell) for cell in row) for row in rows)
    text = "\n".join(line.rstrip("\t") for line in lines).strip("\n")
    return [Paragraph(text, "table")] if text.strip() else []


def draft_of(paragraphs: Sequence[Paragraph], notes: Sequence[TiedNote], info: Mapping[str, str]) -> Draft:
    """The three streams of a source: its notes where it ties them, headings found where it marks none."""
    paragraphs = division_levels(_with_headings(paragraphs))
    return _tied_streams(paragraphs, notes, info) if notes else sort_streams(paragraphs, info)


def _with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs; where the source marks no headings, lines in bold are, and those found by their words."""
    bold = {at for at, one in enumerate(paragraphs) if one.kind == "heading" and not one.level}
    out = [replace(listed(one.text), furniture=one.furniture) if at in bold else one for at, one in enumerate(paragraphs)]
    if sum(one.kind == "heading" and not one.furniture for one in out) >= _FEWEST:
        return [_labelled(one) for one in out]
    found = [replace(one, label=one.label or before.label) for one, before in zip(find_headings(out), out, strict=True)]
    listed_ones = {at for at, one in enumerate(out) if _has_fellow(out, at)}
    return [
        out[at] if at in listed_ones else replace(one, kind="heading", level=_BOLD) if at in bold and not one.level else one
        for at, one in enumerate(found)
    ]


def _has_fellow(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether an item of a list stands right by another of its level: it is no heading then."""
    here = paragraphs[at]
    beside = paragraphs[max(0, at - 1) : at] + paragraphs[at + 1 : at + 2]
    return here.kind == "list_item" and any(one.kind == "list_item" and one.level == here.level for one in beside)


def _labelled(paragraph: Paragraph) -> Paragraph:
    if paragraph.kind != "heading" or paragraph.label:
        return paragraph
    return replace(paragraph, label=label_of(paragraph.text))


def _length(cell: Sequence[Paragraph]) -> int:
    return sum(len(plain(one.text)) for one in cell)


def _tied_streams(paragraphs: Sequence[Paragraph], notes: Sequence[TiedNote], info: Mapping[str, str]) -> Draft:
    blocks = []
    anchors: dict[int, Anchor] = {}
    furniture = [_printed(one.text, notes) for one in paragraphs if one.furniture]
    for paragraph in paragraphs:
        if paragraph.furniture:
            continue
        furniture += _MARKED.findall(paragraph.text)  # a typed superscript beside real notes: a marker of nothing
        text, places = lift(_BETWEEN.sub("", _MARKED.sub(f"{TIED}{TIED_END}", paragraph.text)))
        if text.strip():
            blocks.append(plain_block(text, paragraph.kind, paragraph.level, paragraph.label))
            anchors |= {note: Anchor(len(blocks) - 1, offset) for note, offset in places}
        elif blocks:
            anchors |= {note: Anchor(len(blocks) - 1, len(blocks[-1].text)) for note, _ in places}
    return Draft(
        blocks=tuple(blocks),
        notes=tuple(
            DraftNote(one.number, (Piece(_printed(one.text, notes)),), anchors.get(at)) for at, one in enumerate(notes)
        ),
        furniture=tuple(Piece(text) for text in furniture if text.strip()),
        info=dict(info),
    )


def _printed(text: str, notes: Sequence[TiedNote]) -> str:
    """A text with its markers as printed: notes and furniture keep them."""
    return _MARKED.sub(r"\1", _TIED.sub(lambda found: notes[int(found[1])].number, text))
