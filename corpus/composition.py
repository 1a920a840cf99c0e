"""From a source text to lines set in columns, with page footnotes: the composing room of the samples.

    source (sources/*.txt) → blocks and notes → lines → columns

A source has a header (`key: value`), blocks divided by blank lines, one sentence per line, and notes (`[^4]: …`).
A block opens with its mark: `=` title, `#` heading (one per level), `>` quotation, `-` list item, `+` numbered
paragraph, `!` pull quote, `%` note of procedure, `@` speech (the speaker stands on that line); no mark is a plain
paragraph.
Inside: `*italic*`, `**bold**`, `[^4]` the marker of note 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

MARKS = {
    "=": "title",
    "#": "heading",
    ">": "quotation",
    "-": "item",
    "+": "numbered",
    "!": "pull",
    "%": "procedure",
    "@": "speech",
}
INLINE = re.compile(r"\[\^(?P<marker>[^\]]+)\]|\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|(?P<plain>[^*\[]+|\[)")
VOWELS = frozenset("aeiouy")
INSEPARABLE = re.compile(r"[tcspgw]h|[ts]w|ck|ng|qu|[tpbdcgf]r|[pbcfgsl]l|s[ptcs]|wr")
Faces = tuple[str, str, str]
RULE = 9.0
"""Points between the last line of a column and its notes, with the rule in the middle."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item … of the source; `level` counts from 1 for headings."""

    kind: str
    text: str
    level: int = 0
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A source as read."""

    header: Mapping[str, str]
    blocks: tuple[Block, ...]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set: `faces` are roman, italic and bold; measures in points."""

    faces: Faces
    size: float
    leading: float
    before: float = 0.0
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    align: str = "justify"
    hyphens: bool = True
    keep: bool = False
    shade: str = ""
    ink: str = "#000000"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face and size; `rise` lifts a note's marker."""

    text: str
    face: str
    size: float
    rise: float = 0.0
    marker: str = ""

    @property
    def width(self) -> float:
        """In points."""
        return float(stringWidth(self.text, self.face, self.size))


Word = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be printed; `stretch` is added to each space."""

    words: tuple[Word, ...]
    style: Style
    x: float = 0.0
    stretch: float = 0.0
    before: float = 0.0

    @property
    def height(self) -> float:
        """With the white space above."""
        return self.style.leading + self.before

    @property
    def markers(self) -> tuple[str, ...]:
        """The notes that are called in this line."""
        return tuple(run.marker for word in self.words for run in word if run.marker)


def read(path: Path) -> Text:
    """Read a source."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    notes = dict(re.findall(r"^\[\^([^\]]+)\]: (.+)$", rest, re.MULTILINE))
    body = re.sub(r"^\[\^[^\]]+\]: .+\n?", "", rest, flags=re.MULTILINE)
    return Text(header, tuple(map(_block, re.split(r"\n{2,}|\n(?=- )", body.strip()))), notes)


def _block(lines: str) -> Block:
    mark, _, rest = lines.partition(" ")
    kind = MARKS.get(mark[:1], "paragraph") if set(mark) <= set(MARKS) and len(set(mark)) == 1 else "paragraph"
    if kind == "paragraph":
        return Block(kind, " ".join(lines.splitlines()))
    if kind == "speech":
        speaker, _, rest = rest.partition("\n")
        return Block(kind, " ".join(rest.splitlines()), speaker=speaker)
    return Block(kind, " ".join(rest.splitlines()), level=len(mark))


def words(text: str, style: Style) -> list[Word]:
    """The words of a text in the faces of a style; a marker belongs to the word before it."""
    found: list[list[Run]] = [[]]
    for match in INLINE.finditer(text):
        group = str(match.lastgroup)
        for index, piece in enumerate(match[group].split(" ")):
            if index:
                found.append([])
            if piece:
                found[-1].append(_run(piece, group, style))
    return [tuple(word) for word in found if word]


def _run(piece: str, group: str, style: Style) -> Run:
    if group == "marker":
        return Run(piece, style.faces[0], style.size * 0.62, style.size * 0.36, piece)
    face = style.faces[{"italic": 1, "bold": 2}.get(group, 0)]
    return Run(piece, face, style.size)


def hyphenate(word: str) -> Iterator[tuple[str, str]]:
    """The ways to break a word, the longest head first: at its own hyphen, or between two consonants inside it."""
    letters = re.match(r"[A-Za-z’-]*", word)
    core = letters.group() if letters else ""
    for cut in range(len(core) - 3, 2, -1):
        if word[cut - 1] == "-":
            yield word[:cut], word[cut:]
        elif core[1:].islower() and core.isalpha() and len(core) > 6 and _syllable_ends(core.lower(), cut):
            yield word[:cut] + "-", word[cut:]


def _syllable_ends(word: str, cut: int) -> bool:
    pair = word[cut - 1 : cut + 1]
    closed = word[cut - 2] in VOWELS and word[cut + 1] in VOWELS and not VOWELS & set(pair)
    return closed and not INSEPARABLE.match(pair)


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """Break a text into lines, first come first served, and justify all but the last."""
    lines: list[Line] = []
    row: list[Word] = []
    queue = words(text, style)
    while queue:
        room = width - style.left - style.right - (0 if lines else style.first)
        head, tail = _fit(row, queue[0], room, style)
        if head:
            row.append(head)
        if tail:
            lines.append(_line(row, style, room, first=not lines, last=False))
            row, queue[0] = [], tail
        else:
            queue.pop(0)
    room = width - style.left - style.right - (0 if lines else style.first)
    return [*lines, _line(row, style, room, first=not lines, last=True)]


def _measure(row: Sequence[Word], style: Style) -> float:
    space = stringWidth(" ", style.faces[0], style.size)
    return float(sum(run.width for word in row for run in word) + space * max(len(row) - 1, 0))


def _fit(row: list[Word], word: Word, room: float, style: Style) -> tuple[Word, Word]:
    """What of `word` goes into the row, and what stays for the next; an empty row takes all."""
    if not row or _measure([*row, word], style) <= room:
        return word, ()
    if style.hyphens:
        for head, tail in hyphenate(word[0].text):
            cut = (replace(word[0], text=head),)
            if _measure([*row, cut], style) <= room:
                return cut, (replace(word[0], text=tail), *word[1:])
    return (), word


def _line(row: list[Word], style: Style, room: float, *, first: bool, last: bool) -> Line:
    spare = room - _measure(row, style)
    x = style.left + (style.first if first else 0)
    if style.align == "center":
        x += spare / 2
    stretch = spare / (len(row) - 1) if style.align == "justify" and not last and len(row) > 1 else 0.0
    return Line(tuple(row), style, x, stretch, style.before if first else 0.0)


@dataclass(slots=True)
class Column:
    """Lines over notes; `carried` are the lines of a note that go on in the next column."""

    room: float
    body: list[Line] = field(default_factory=list)
    feet: list[Line] = field(default_factory=list)
    carried: list[Line] = field(default_factory=list)

    def spare(self, body: Iterable[Line] = (), feet: Iterable[Line] = ()) -> float:
        """Points left once these are added; white space above the first line does not count."""
        lines, notes = [*self.body, *body], [*self.feet, *feet]
        white = lines[0].before if lines else 0.0
        return self.room + white - sum(line.height for line in [*lines, *notes]) - (RULE if notes else 0.0)

    def takes(self, lines: Sequence[Line], notes: Sequence[Line]) -> bool:
        """Whether there is room for the lines with so much of their notes."""
        return not self.carried and self.spare(lines, notes) >= 0

    def add(self, line: Line, notes: Sequence[Line]) -> None:
        """Set a line, and as much of its notes as there is room for."""
        self.body.append(line)
        for index, note in enumerate(notes):
            if self.spare(feet=[note]) < 0:
                self.carried = list(notes[index:])
                return
            self.feet.append(note)


def fill(lines: Sequence[Line], notes: Mapping[str, list[Line]], room: Callable[[int], float]) -> list[Column]:
    """Distribute lines over columns, each note beginning at the foot of the column in which it is called."""
    columns = [Column(room(0), feet=list(notes.get("*", [])))]
    for index, line in enumerate(lines):
        called = [notes[marker] for marker in line.markers if marker in notes]
        start = [foot for note in called[:-1] for foot in note] + [foot for note in called[-1:] for foot in note[:2]]
        while not columns[-1].takes(_with_next(lines, index), start):
            columns.append(Column(room(len(columns)), feet=columns[-1].carried))
        columns[-1].add(line, [foot for note in called for foot in note])
    return columns


def _with_next(lines: Sequence[Line], index: int) -> list[Line]:
    """A line and those from which it must not be parted: a heading stays with two lines of what follows."""
    end = index
    while end < len(lines) and lines[end].style.keep:
        end += 1
    return list(lines[index : end + 2]) if end > index else [lines[index]]
