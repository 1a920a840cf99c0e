"""Printing: composed lines go onto pages, with masthead, running heads and notes. What the layouts have in common."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from composition import Column, Faces, Line, Style, Text, fill, set_lines
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Place = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The look of one document. Measures in points, `top` and `bottom` from the upper edge of the page.

    `masthead` prints what stands above the columns of the first page and returns where they begin; `furniture` prints
    running heads and numbers of the page with that index among so many. `packed`: words are placed one by one, with
    no printed space.
    """

    page: tuple[float, float]
    columns: tuple[float, ...]
    width: float
    top: float
    bottom: float
    styles: Mapping[str, Style]
    masthead: Callable[[Sheet], float]
    furniture: Callable[[Sheet, int, int], None]
    note: str = "[^{}] "
    endnotes: bool = False
    packed: bool = False
    bullet: str = "• "

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return self.columns[0]

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.columns[-1] + self.width


def styles(faces: Faces, size: float, leading: float, **more: Style) -> dict[str, Style]:
    """The styles of a document, from its body text; `more` goes before."""
    body = Style(faces, size, leading, first=size * 1.4)
    roman, italic, bold = ((face,) * 3 for face in faces)
    head = replace(body, faces=bold, first=0, before=leading, align="left", hyphens=False, keep=True)
    return {
        "paragraph": body,
        "numbered": replace(body, before=leading / 2),
        "speech": replace(body, before=leading / 2),
        "procedure": replace(body, faces=italic, before=leading / 2, left=18, first=0),
        "item": replace(body, first=-10, left=22, before=2),
        "quotation": replace(body, size=size - 0.5, first=0, left=22, right=22, before=leading / 2),
        "note": replace(body, size=size * 0.8, leading=size * 0.8 + 1.8, first=0),
        "title": replace(head, size=size * 1.4, leading=size * 1.75, align="center"),
        "author": replace(head, faces=roman, align="center", before=leading / 2),
        "heading1": head,
        "heading2": replace(head, faces=italic, before=leading * 0.8),
        "heading3": replace(head, faces=roman, left=12, before=leading * 0.6),
        **more,
    }


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page under the press."""

    canvas: Canvas
    text: Text
    layout: Layout

    def say(self, words: str, x: float, y: float, face: str, size: float) -> None:
        """Print words from `x` on, their baseline `y` points below the upper edge."""
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, self.layout.page[1] - y, words)

    def say_at(self, place: Place, words: str, y: float, face: str, size: float) -> None:
        """Print words at the left or right edge of the columns or between the two."""
        left, right = self.layout.left, self.layout.right - stringWidth(words, face, size)
        self.say(words, {"left": left, "center": (left + right) / 2, "right": right}[place], y, face, size)

    def rule(self, left: float, right: float, y: float, weight: float = 0.5) -> None:
        """Print a line across, `y` points below the upper edge."""
        self.canvas.setStrokeColor(HexColor("#000000"))
        self.canvas.setLineWidth(weight)
        self.canvas.line(left, self.layout.page[1] - y, right, self.layout.page[1] - y)

    def notice(self, y: float) -> float:
        """Print across the page that this is a sample; returns where the next line may begin."""
        style = Style(("Helvetica",) * 3, 7, 9, left=4, right=4, align="left", hyphens=False)
        width = self.layout.right - self.layout.left
        lines = set_lines(self.text.header["notice"], style, width)
        self.canvas.setStrokeColor(HexColor("#888888"))
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(self.layout.left, self.layout.page[1] - y - 9 * len(lines) - 5, width, 9 * len(lines) + 5)
        return self.flow(lines, self.layout.left, y) + 6

    def across(self, kind: str, words: str, y: float) -> float:
        """Print words in the style of `kind` over the whole width; returns where the next line may begin."""
        style = self.layout.styles[kind]
        lines = set_lines(words, style, self.layout.right - self.layout.left)
        return self.flow(lines, self.layout.left, y + style.before)

    def flow(self, lines: Sequence[Line], x: float, y: float) -> float:
        """Print lines downwards from `y`; the white space above the first is left out."""
        for index, line in enumerate(lines):
            y += line.height if index else line.style.leading
            if line.style.shade:
                self._shade(line, x, y)
            self._print(line, x, self.layout.page[1] - y)
        return y

    def _shade(self, line: Line, x: float, y: float) -> None:
        self.canvas.setFillColor(HexColor(line.style.shade))
        base, height = self.layout.page[1] - y - line.style.leading * 0.3, line.style.leading
        self.canvas.rect(x, base, self.layout.width, height + 0.3, stroke=0, fill=1)

    def _print(self, line: Line, x: float, baseline: float) -> None:
        text = self.canvas.beginText(x + line.x, baseline)
        text.setFillColor(HexColor(line.style.ink))
        text.setWordSpace(0 if self.layout.packed else line.stretch)
        face, position = ("", 0.0, 0.0), x + line.x
        for index, word in enumerate(line.words):
            if self.layout.packed:
                text.setTextOrigin(position, baseline)
            for part, run in enumerate(word):
                if (run.face, run.size, run.rise) != face:
                    face = (run.face, run.size, run.rise)
                    text.setFont(run.face, run.size)
                    text.setRise(run.rise)
                text.textOut((" " if index and not part and not self.layout.packed else "") + run.text)
                position += run.width
            position += stringWidth(" ", line.style.faces[0], line.style.size) + line.stretch
        text.setRise(0)
        self.canvas.drawText(text)

    def column(self, column: Column, x: float, top: float) -> None:
        """Print a column, and its notes at the foot under a rule."""
        self.flow(column.body, x, top)
        if column.feet:
            y = self.layout.bottom - sum(line.height for line in column.feet)
            self.rule(x, x + 72, y - 3)
            self.flow(column.feet, x, y)


def body(text: Text, layout: Layout) -> list[Line]:
    """All lines of the columns; the title stands above them."""
    lines: list[Line] = []
    number = 0
    for block in text.blocks:
        if block.kind == "title":
            continue
        number += block.kind == "numbered"
        opening = {"numbered": f"{number}. ", "item": layout.bullet, "speech": f"{_speaker(block.speaker)} "}
        kind = f"heading{block.level}" if block.kind == "heading" else block.kind
        lines += set_lines(opening.get(kind, "") + block.text, layout.styles[kind], layout.width)
    if layout.endnotes:
        lines += set_lines("Notes", layout.styles["heading1"], layout.width)
        lines += [line for note in notes(text, layout).values() for line in note]
    return lines


def _speaker(label: str) -> str:
    name, bracket, rest = label.partition(" (")
    return f"**{name}**{bracket}" + re.sub(r"\((spoke in \w+)\)", r"(*\1*)", rest) if bracket else f"**{label}**"


def notes(text: Text, layout: Layout) -> dict[str, list[Line]]:
    """The lines of each note."""
    style = layout.styles["note"]
    return {
        mark: set_lines(layout.note.format(mark) + words, style, layout.width) for mark, words in text.notes.items()
    }


def typeset(text: Text, layout: Layout, target: Path) -> None:
    """Compose a source and write the PDF. Its dates are the document's own."""
    day = datetime.fromisoformat(text.header["date"]).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    canvas = Canvas(str(target), pagesize=layout.page, invariant=1, lang="en")
    canvas.setTitle(text.header["title"])
    canvas.setAuthor(text.header["author"])
    canvas.setSubject("Sample written for argmine: persons, periodicals, States and symbols are invented")
    canvas.setKeywords("sample, fictional")
    sheet = Sheet(canvas, text, layout)
    start, per_page = layout.masthead(sheet), len(layout.columns)
    feet = {} if layout.endnotes else notes(text, layout)
    columns = fill(body(text, layout), feet, lambda i: layout.bottom - (start if i < per_page else layout.top))
    for first in range(0, len(columns), per_page):
        layout.furniture(sheet, first // per_page, -(-len(columns) // per_page))
        for x, column in zip(layout.columns, columns[first : first + per_page], strict=False):
            sheet.column(column, x, layout.top if first else start)
        canvas.showPage()
    canvas.save()
