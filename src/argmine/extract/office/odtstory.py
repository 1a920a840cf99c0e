"""The text of an OpenDocument file, paragraph by paragraph (OpenDocument 1.3, part 3, 5 to 9)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from argmine.extract.files.xmltree import Element, attribute, child, tag_of, text_of, whole
from argmine.extract.office.odtlooks import OUTLINE, Lists, new_counts
from argmine.extract.paragraphs.looks import Look, Styles
from argmine.extract.paragraphs.passages import Paragraph
from argmine.extract.paragraphs.running import Running, set_paragraph, table_of
from argmine.extract.paragraphs.tied import TiedNote, without_number

_WRAPPERS = frozenset("section index-body index-title numbered-paragraph bibliography list-header text-box g".split())
_CONTENTS = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index".split()
)
_ROWS = frozenset("table-header-rows table-rows table-row-group".split())
# Struck-out text is kept apart; scripts, hidden words and descriptions of pictures are not printed.
_UNSEEN = frozenset(
    "tracked-changes number ruby-text hidden-text hidden-paragraph script desc title annotation-end forms".split()
)
_MOST_SPACES = 100


@dataclass(slots=True)
class Setting:
    """What the stories of a file share; `notes` and `comments` are those met so far.

    `usual` are the indents, left and right in points, that most of the text has.
    """

    styles: Styles
    lists: Lists
    usual: tuple[float, float] = (0.0, 0.0)
    notes: list[TiedNote] = field(default_factory=list)
    comments: list[Paragraph] = field(default_factory=list)
    counts: dict[str, list[int | None]] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    """A list that is open: its style, its level from 1, how far it has counted, and the label that its item awaits."""

    style: str
    level: int
    counts: list[int | None]
    label: str | None = None


class Story:
    """Reads one story; `paragraphs` is what has been read."""

    def __init__(self, setting: Setting, root: Element) -> None:
        self.paragraphs: list[Paragraph] = []
        self._setting = setting
        self._running = Running()
        self._bold = True
        self._boxes: list[Element] = []
        self._list: _List | None = None
        self._blocks(root)

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            tag = tag_of(element)
            if tag in ("p", "h"):
                self._paragraph(element, tag)
            elif tag == "list":
                self._read_list(element)
            elif tag == "table":
                self._table(element)
            elif tag in _CONTENTS:
                self.paragraphs += [replace(one, furniture=True) for one in self._apart(element, "index-body")]
            elif tag == "frame" or (tag in _WRAPPERS and attribute(element, "display") != "none"):
                self._blocks(element)

    def _paragraph(self, element: Element, tag: str) -> None:
        style = attribute(element, "style-name")
        look = self._setting.styles.paragraph(f"paragraph:{style}").beside(self._setting.usual)
        label = self._label()
        if tag == "h":
            look = replace(look, outline=whole(attribute(element, "outline-level"), 1))
            label = label or self._heading_label(element, look)
        if not look.hidden:
            self._inline(element, look)
        self._finish(look, label)

    def _label(self) -> tuple[str, int] | None:
        """The label that stands before the first paragraph of an item; later ones belong to the item without one."""
        if self._list is None:
            return None
        label, self._list.label = self._list.label, ""
        return label or "", self._list.level

    def _heading_label(self, element: Element, look: Look) -> tuple[str, int] | None:
        if attribute(element, "is-list-header") == "true" or not look.outline:
            return None
        counts = self._setting.counts.setdefault(OUTLINE, new_counts())
        at = min(look.outline, len(counts) - 2)
        return self._setting.lists.label(OUTLINE, at, counts, _start(element, "restart-numbering")), at

    def _finish(self, look: Look, label: tuple[str, int] | None) -> None:
        texts, bold = self._running.taken(), self._bold
        self._bold = True
        if not texts and look.heading and label and any(char.isalpha() for char in label[0]):
            texts = ("",)  # "Article 5": the number is all there is
        for text in texts:
            self.paragraphs.append(set_paragraph(text, replace(look, bold=bold), label))
            label = None
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.paragraphs += self._apart(box)

    def _apart(self, element: Element, *path: str) -> list[Paragraph]:
        """The paragraphs of a note, a cell or a box."""
        inside = child(element, *path) if path else element
        return [] if inside is None else Story(self._setting, inside).paragraphs

    def _read_list(self, element: Element) -> None:
        above = self._list
        style = attribute(element, "style-name") or (above.style if above else "")
        level = above.level + 1 if above else 1
        if level <= len(new_counts()) - 2:
            self._list = _List(style, level, above.counts if above else self._counts(element, style))
            for item in element:
                self._item(item, self._list)
        self._list = above

    def _counts(self, element: Element, style: str) -> list[int | None]:
        """How far the list has counted that this one goes on with; where it goes on with none, a new count."""
        known = self._setting.counts
        other = attribute(element, "continue-list")
        goes_on = f"#{other}" if other else style if attribute(element, "continue-numbering") == "true" else ""
        counts = known.get(goes_on) or new_counts()
        known[style] = known[f"#{attribute(element, 'id')}"] = counts
        return counts

    def _item(self, item: Element, here: _List) -> None:
        """Read an item; it is counted if it has a paragraph of its own before any list within it."""
        here.label = ""
        first = next((one for one in item if tag_of(one) != "number"), None)
        if tag_of(item) == "list-item" and first is not None and tag_of(first) in ("p", "h"):
            counted = self._setting.lists.label(here.style, here.level, here.counts, _start(item))
            here.label = text_of(child(item, "number")) or counted
        self._list = here
        self._blocks(item)

    def _table(self, element: Element) -> None:
        self.paragraphs += table_of(self._rows(element))

    def _rows(self, element: Element) -> list[list[list[Paragraph]]]:
        rows: list[list[list[Paragraph]]] = []
        for one in element:
            if tag_of(one) in _ROWS:
                rows += self._rows(one)
            elif tag_of(one) == "table-row":
                rows.append([self._apart(cell) for cell in one if tag_of(cell) in ("table-cell", "covered-table-cell")])
        return rows

    def _inline(self, element: Element, look: Look) -> None:
        self._write(element.text or "", look)
        for one in element:
            self._content(one, look)
            self._write(one.tail or "", look)

    def _content(self, element: Element, look: Look) -> None:
        tag = tag_of(element)
        if tag == "span":
            styled = self._setting.styles.look(f"text:{attribute(element, 'style-name')}")
            self._inline(element, styled.over(look))
        elif tag == "s":
            self._write(" " * min(whole(attribute(element, "c"), 1), _MOST_SPACES), look)
        elif tag == "tab":
            self._write(" ", look)
        elif tag == "line-break":
            self._running.break_line()
        elif tag == "note":
            self._note(element)
        elif tag == "annotation":
            self._setting.comments += self._apart(element)
        elif tag in ("frame", "custom-shape", "rect", "g"):
            self._boxes.append(element)
        elif tag not in _UNSEEN:
            self._inline(element, look)

    def _note(self, element: Element) -> None:
        number = text_of(child(element, "note-citation"))
        self._running.tie(len(self._setting.notes))
        at = len(self._setting.notes)
        self._setting.notes.append(TiedNote(number, ""))
        text = " ".join(one.text for one in self._apart(element, "note-body"))
        own = attribute(child(element, "note-citation"), "label")
        self._setting.notes[at] = TiedNote(number, without_number(text, own) if own else text)

    def _write(self, text: str, look: Look) -> None:
        if look.hidden:
            return
        self._bold = self._bold and (bool(look.bold) or not text.strip())
        self._running.write(text, raised=bool(look.raised))


def _start(element: Element, needed: str | None = None) -> int | None:
    """The number at which an item or a heading says to begin."""
    if needed and attribute(element, needed) != "true":
        return None
    start = attribute(element, "start-value")
    return whole(start, 1) if start else None
