"""Typesets small legal documents as PDFs: columns, page footnotes with raised markers, running heads, hyphenation.

What the tests expect of the reader is what was handed in here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Look:
    """How a document is set; lengths in points."""

    size: float = 11
    leading: float = 13.2
    note_size: float = 9
    note_leading: float = 10.6
    columns: int = 1
    page: tuple[float, float] = (460, 680)
    margin: float = 60
    gutter: float = 18
    indent: float = 14
    gap: float = 0
    justified: bool = True
    spaces: bool = False
    """Whether word spaces are characters (word processors) or only white (TeX)."""
    hyphenated: bool = True
    rule: bool = True
    note_indent: float = 10
    raised_notes: bool = True
    head: bool = True
    two_sided: bool = True
    font: str = "Times-Roman"
    bold: str = "Times-Bold"
    first_page: int = 101


@dataclass
class _Line:
    words: list[list[tuple[str, bool]]]  # a word is its stretches; True: raised
    last: bool = False
    indent: float = 0
    font: str = ""
    size: float = 0
    leading: float = 0
    centred: bool = False
    space_before: float = 0
    notes: list[str] = field(default_factory=list)


def words_of(marked: str) -> list[list[tuple[str, bool]]]:
    """`"mining.{12} The"`: words, with the markers in braces raised."""
    return [
        [(part.strip("{}"), part.startswith("{")) for part in re.split(r"(\{[^}]*\})", word) if part]
        for word in marked.split(" ")
    ]


def plain(marked: str) -> str:
    """The text without its markers: what a reader should give."""
    return re.sub(r"\{[^}]*\}", "", marked)


class Typesetter:
    """Sets items (`("heading", text)`, `("paragraph", marked text)`, ...) and their notes into a PDF."""

    def __init__(self, path: Path, look: Look, title: str = "A Title") -> None:
        self.canvas = Canvas(str(path), pagesize=look.page, invariant=True)
        self.look, self.title = look, title
        self.width = (look.page[0] - 2 * look.margin - (look.columns - 1) * look.gutter) / look.columns
        self.height = look.page[1] - 2 * look.margin
        self.page_number = look.first_page

    def set(self, items: list[tuple[str, str]], notes: dict[str, str]) -> None:
        lines = [line for kind, text in items for line in self._lines(kind, text)]
        carried: list[_Line] = []
        while lines or carried:
            self._head()
            for column in range(self.look.columns):
                carried = self._column(column, lines, notes, carried)
            self.canvas.showPage()
            self.page_number += 1
        self.canvas.save()

    # --- lines

    def _lines(self, kind: str, text: str) -> list[_Line]:
        look = self.look
        if kind == "heading":
            lines = self._break(text, look.bold, look.size, look.leading, 0, hyphenated=False)
            for line in lines:
                line.last = True
            lines[0].space_before = look.leading
            return lines
        first = look.indent if kind == "paragraph" else 0
        lines = self._break(text, look.font, look.size, look.leading, first, hyphenated=look.hyphenated)
        lines[0].space_before = look.gap
        return lines

    def _note_lines(self, number: str, text: str) -> list[_Line]:
        look = self.look
        marked = f"{{{number}}} {text}" if look.raised_notes else f"{number} {text}"
        return self._break(marked, look.font, look.note_size, look.note_leading, look.note_indent, look.hyphenated)

    def _break(
        self, text: str, font: str, size: float, leading: float, first: float, hyphenated: bool = True
    ) -> list[_Line]:
        lines = [_Line([], indent=first, font=font, size=size, leading=leading)]
        queue = words_of(text)
        while queue:
            word = queue.pop(0)
            line = lines[-1]
            room = self.width - line.indent - self._natural(line)
            space = stringWidth(" ", font, size) if line.words else 0
            if space + self._word_width(word, line) > room and line.words:
                head, tail = self._hyphenate(word, line, room - space, hyphenated)
                if head:
                    line.words.append(head)
                    queue.insert(0, tail)
                else:
                    queue.insert(0, word)
                lines.append(_Line([], font=font, size=size, leading=leading))
                continue
            line.words.append(word)
            line.notes += [stretch for stretch, raised in word if raised]
        lines[-1].last = True
        return lines

    def _word_width(self, word: list[tuple[str, bool]], line: _Line) -> float:
        return sum(stringWidth(text, line.font, line.size * (0.65 if raised else 1)) for text, raised in word)

    def _natural(self, line: _Line) -> float:
        space = stringWidth(" ", line.font, line.size)
        return sum(self._word_width(word, line) for word in line.words) + space * max(0, len(line.words) - 1)

    def _hyphenate(
        self, word: list[tuple[str, bool]], line: _Line, room: float, hyphenated: bool
    ) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
        """The longest beginning that fits, with a hyphen, and the rest; nothing where the word cannot be broken."""
        text = word[0][0]
        for at in range(len(text) - 3, 2, -1):
            own = text[at - 1] == "-"
            between = text[at - 1] in "aeiou" and text[at] not in "aeiou" and text[at - 2 : at + 2].isalpha()
            if not own and not (hyphenated and between):
                continue
            head = [(text[:at] + ("" if own else "-"), False)]
            if self._word_width(head, line) <= room:
                return head, [(text[at:], False), *word[1:]]
        return [], word

    # --- pages

    def _head(self) -> None:
        look, canvas = self.look, self.canvas
        if not look.head:
            return
        canvas.setFont(look.font, look.size - 1)
        top = look.page[1] - look.margin + 24
        even = look.two_sided and self.page_number % 2 == 0
        left, right = look.margin, look.page[0] - look.margin
        canvas.drawCentredString(look.page[0] / 2, top, "JOURNAL OF EXAMPLES" if even else self.title.upper())
        if even:
            canvas.drawString(left, top, str(self.page_number))
            canvas.drawRightString(right, top, "[VOL. 46")
        else:
            canvas.drawString(left, top, "2019]")
            canvas.drawRightString(right, top, str(self.page_number))

    def _column(self, column: int, lines: list[_Line], notes: dict[str, str], foot: list[_Line]) -> list[_Line]:
        look = self.look
        body: list[_Line] = []
        carried: list[_Line] = []
        room = self.height - sum(line.leading for line in foot) - (12 if foot else 0)
        if room < 3 * look.leading:  # more notes than a column holds
            keep = int((self.height - 12) / look.note_leading)
            foot, carried, lines_here = foot[:keep], foot[keep:], []
        else:
            lines_here = lines
        while lines_here and not carried:
            line = lines_here[0]
            before = line.space_before if body else 0
            added = [
                note for number in line.notes if number in notes for note in self._note_lines(number, notes[number])
            ]
            need = before + line.leading + sum(note.leading for note in added) + (12 if added and not foot else 0)
            if need > room:
                least = before + line.leading + (added[0].leading if added else 0) + (12 if added and not foot else 0)
                if not added or least > room:
                    break
                fitting = int((room - before - line.leading - (0 if foot else 12)) / look.note_leading)
                added, carried = added[:fitting], added[fitting:]
            foot = foot + added
            room -= need
            body.append(lines_here.pop(0))
        self._draw(column, body, foot)
        return carried

    def _draw(self, column: int, body: list[_Line], foot: list[_Line]) -> None:
        look, canvas = self.look, self.canvas
        left = look.margin + column * (self.width + look.gutter)
        y = look.page[1] - look.margin
        for at, line in enumerate(body):
            y -= line.leading + (line.space_before if at else 0)
            self._draw_line(left, y, line)
        if not foot:
            return
        y = look.margin + sum(line.leading for line in foot)
        if look.rule:
            canvas.line(left, y, left + 0.4 * self.width, y)
        for line in foot:
            y -= line.leading
            self._draw_line(left, y, line)

    def _draw_line(self, left: float, y: float, line: _Line) -> None:
        x = left + line.indent
        space = stringWidth(" ", line.font, line.size)
        if self.look.justified and not line.last and len(line.words) > 1:
            space += (self.width - line.indent - self._natural(line)) / (len(line.words) - 1)
        for word in line.words:
            for text, raised in word:
                size = line.size * (0.65 if raised else 1)
                self.canvas.setFont(line.font, size)
                self.canvas.drawString(x, y + (0.35 * line.size if raised else 0), text)
                x += stringWidth(text, line.font, size)
            if self.look.spaces and word is not line.words[-1]:
                self.canvas.setFont(line.font, line.size)
                self.canvas.drawString(x, y, " ")
            x += space
