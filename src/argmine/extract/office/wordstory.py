"""A story of a Word file: its body, a note, a running head, by paragraphs (ECMA-376 part 1, 17.2 to 17.4)."""

from __future__ import annotations

from dataclasses import replace

from argmine.extract.files.xmltree import Element, attribute, child, tag_of, value_of
from argmine.extract.office.wordlooks import paragraph_look
from argmine.extract.office.wordruns import Runs, Setting, unfinished_fields, unwrapped
from argmine.extract.paragraphs.looks import Look
from argmine.extract.paragraphs.passages import Paragraph, plain
from argmine.extract.paragraphs.running import set_paragraph, table_of
from argmine.extract.words.letters import letters_of

_NO_LIST = "0"  # the number that takes a paragraph out of the list of its style
_STRUCK = ("del", "moveFrom")


class Story:
    """Reads one story; `paragraphs` is what has been read, `boxed` the places of those that stand in text boxes."""

    def __init__(self, setting: Setting, root: Element) -> None:
        self.paragraphs: list[Paragraph] = []
        self.boxed: set[int] = set()
        self._setting = setting
        self._runs = Runs(setting, unfinished_fields(root))
        self._apart = 0  # cells and boxes that are open
        self._blocks(root)
        self._finish(Look(), None)

    def _blocks(self, parent: Element) -> None:
        for element in unwrapped(parent):
            tag = tag_of(element)
            if tag == "p":
                self._paragraph(element)
            elif tag == "tbl":
                self._table(element)
            elif tag == "sectPr":
                self._setting.sections.append(element)

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = value_of(child(properties, "pStyle"))
        look = paragraph_look(properties).over(self._setting.styles.paragraph(style)).beside(self._setting.usual)
        self._runs.read(element, look)
        if _goes_on(properties):
            return
        self._finish(look, self._label(look, style))
        section = child(properties, "sectPr")
        if section is not None:
            self._setting.sections.append(section)

    def _label(self, look: Look, style: str | None) -> tuple[str, int] | None:
        """The printed number ("" for a bullet) and level in its list; None for a paragraph that is in none."""
        number, at = look.listing
        if number is None or number == _NO_LIST:
            return None
        level = self._setting.lists.level_of_style(number, style or "") if at is None else at
        label = self._setting.lists.count(number, level)
        return None if label is None else (label, level + 1)

    def _finish(self, look: Look, label: tuple[str, int] | None) -> None:
        """Close the paragraph, then read the text boxes that hang on it."""
        line = self._runs.taken()
        texts = line.texts
        if not texts and label and look.heading and any(char.isalpha() for char in label[0]):
            texts = ("",)  # "Article 5": the number is all there is
        for text in texts:
            one = set_paragraph(text, replace(look, bold=line.bold), label)
            self.paragraphs.append(replace(one, furniture=line.contents or look.is_contents))
            label = None
        for box in line.boxes:
            inside = self._read_apart(box)
            if not self._apart:
                self.boxed.update(range(len(self.paragraphs), len(self.paragraphs) + len(inside)))
            self.paragraphs += inside

    def _read_apart(self, element: Element) -> list[Paragraph]:
        """The paragraphs of a cell or a text box."""
        outer, self.paragraphs = self.paragraphs, []
        self._apart += 1
        self._blocks(element)
        self._finish(Look(), None)
        self._apart -= 1
        inner, self.paragraphs = self.paragraphs, outer
        return inner

    def _table(self, element: Element) -> None:
        rows = [one for one in unwrapped(element) if tag_of(one) == "tr" and child(one, "trPr", "del") is None]
        cells = [[self._read_apart(one) for one in unwrapped(row) if tag_of(one) == "tc"] for row in rows]
        self.paragraphs += table_of(cells)


def without_pull_quotes(story: Story) -> list[Paragraph]:
    """The paragraphs of a story; a text box that only repeats words of the text is furniture."""
    words = [letters_of(plain(one.text)) for one in story.paragraphs]
    text = "\n".join(letters for at, letters in enumerate(words) if at not in story.boxed)
    return [
        replace(one, furniture=True) if at in story.boxed and words[at] in text else one
        for at, one in enumerate(story.paragraphs)
    ]


def _goes_on(properties: Element | None) -> bool:
    """Whether the next paragraph goes on in the same line: behind a struck-out end or a large initial."""
    mark, frame = child(properties, "rPr"), child(properties, "framePr")
    struck = any(child(mark, name) is not None for name in _STRUCK)
    return struck or (frame is not None and attribute(frame, "dropCap") not in (None, "none"))
