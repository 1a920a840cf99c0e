"""Text as word-processor files and marked-up articles give it: run by run, with what they say of its place.

A reader writes each block into a `Running`, note markers as what they are, and gets a `Paragraph`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmine.extract.files.encoding import clean
from argmine.extract.paragraphs.looks import Look
from argmine.extract.paragraphs.markers import superscript
from argmine.extract.paragraphs.passages import TIED, TIED_END, Paragraph, ends_sentence, listed, mark, plain, squeeze

LINE_BREAK = "\u2028"
"""A line break within a paragraph; two in a row part paragraphs. The reader of bytes lets none through from outside."""

PARTED = re.compile(rf"(?:{LINE_BREAK}\s*){{2,}}")
_BEFORE = 12  # characters before a superscript that tell an exponent from a marker
_LINE = 160  # characters: no heading is longer
LONGEST_CELL = 600
"""Characters: a table with a longer cell only lays out the page."""


class Running:
    """The text of one block as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._raised: list[str] = []

    def write(self, text: str, *, raised: bool = False) -> None:
        """Go on with `text`; `raised` if it is printed as a superscript."""
        text = clean(text)
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
        return tuple(squeezed for part in PARTED.split(text) if (squeezed := squeeze(part)))

    def _settle(self) -> None:
        """Write what was raised: superscripts may be broken into several runs."""
        raised = "".join(self._raised)
        if not raised:
            return
        self._raised.clear()
        content = raised.strip()
        before, after = raised[: len(raised) - len(raised.lstrip())], raised[len(raised.rstrip()) :]
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
    if not wide or any(one.kind == "table" for one in inside) or any(_length(cell) > LONGEST_CELL for cell in cells):
        return inside
    lines = ("\t".join(" ".join(one.text for one in cell) for cell in row) for row in rows)
    text = "\n".join(line.rstrip("\t") for line in lines).strip("\n")
    return [Paragraph(text, "table")] if text.strip() else []


def _length(cell: Sequence[Paragraph]) -> int:
    return sum(len(plain(one.text)) for one in cell)
