"""The runs of a paragraph of a Word file: words, fields, note markers (ECMA-376 part 1, 17.3.3 and 17.16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmine.extract.files.xmltree import Element, attribute, child, tag_of, value_of
from argmine.extract.office.wordlists import Lists
from argmine.extract.office.wordlooks import run_look
from argmine.extract.office.wordnotes import Reference
from argmine.extract.paragraphs.looks import Look, Styles
from argmine.extract.paragraphs.running import Running

# What is only wrapped around blocks and runs. Tracked insertions are read, deletions ("del", "moveFrom") are not.
WRAPPERS = frozenset(
    "ins moveTo sdt sdtContent customXml smartTag hyperlink fldSimple dir bdo ruby rubyBase AlternateContent Choice "
    "Fallback".split()
)
_CONTENTS = frozenset(("TOC", "TOA", "INDEX"))  # fields whose results repeat headings, authorities, words
_LONGEST_MARK = 12  # characters
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_SYMBOLS = {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xA2: "′", 0xB2: "″", 0xAE: "→"}


@dataclass(slots=True)
class Setting:
    """What the stories of a file share: `references` and `sections` are those met so far.

    `usual` are the indents, left and right in points, that most of the text has.
    """

    styles: Styles
    lists: Lists
    usual: tuple[float, float] = (0.0, 0.0)
    references: list[Reference] = field(default_factory=list)
    sections: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """What the runs of a paragraph make: its text, parted where lines are left empty, and what stood in them.

    `bold` if all of it is; `contents` if it belongs to a table of contents; `boxes` are the text boxes that hang on it.
    """

    texts: tuple[str, ...]
    bold: bool
    contents: bool
    boxes: tuple[Element, ...]


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False


class Runs:
    """Reads runs, paragraph after paragraph; fields may stay open over several."""

    def __init__(self, setting: Setting, broken: frozenset[Element]) -> None:
        self._setting = setting
        self._broken = broken
        self._running = Running()
        self._fields: list[_Field] = []
        self._boxes: list[Element] = []
        self._unmarked: Reference | None = None
        self._contents, self._bold = False, True
        self._page = 0

    def read(self, parent: Element, paragraph: Look) -> None:
        """Go on with the runs of a paragraph that looks like this."""
        for element in unwrapped(parent):
            tag = tag_of(element)
            if tag == "r":
                self._run(element, paragraph)
            elif tag in ("oMath", "oMathPara"):
                self._write("".join(one.text or "" for one in element.iter() if tag_of(one) == "t"), paragraph)

    def taken(self) -> Line:
        """What has been read; the next paragraph begins."""
        line = Line(self._running.taken(), self._bold, self._contents, tuple(self._boxes))
        self._boxes.clear()
        self._contents, self._bold = False, True
        return line

    def _run(self, run: Element, paragraph: Look) -> None:
        properties = child(run, "rPr")
        look = paragraph
        if properties is not None:
            styled = self._setting.styles.look(value_of(child(properties, "rStyle")))
            look = run_look(properties).over(styled).over(paragraph)
        for element in unwrapped(run):
            self._content(element, look)

    def _content(self, element: Element, look: Look) -> None:
        tag = tag_of(element)
        if tag == "t":
            self._write(element.text or "", look)
        elif tag in _SIGNS:
            self._write(_SIGNS[tag], look)
        elif tag == "sym":
            self._write(_symbol(element), look)
        elif tag in ("br", "cr"):
            self._break(attribute(element, "type"))
        elif tag in ("footnoteReference", "endnoteReference"):
            self._refer(element, tag.removesuffix("Reference"))
        elif tag == "lastRenderedPageBreak":
            self._page += 1
        elif tag in ("drawing", "pict", "object"):
            self._boxes += _text_boxes(element)
        elif tag == "fldChar" and element not in self._broken:
            self._field(attribute(element, "fldCharType"))
        elif tag == "instrText" and self._fields:
            self._fields[-1].code += element.text or ""

    def _write(self, text: str, look: Look) -> None:
        if look.hidden or not self._shown():
            return
        if self._unmarked is not None and text.strip():
            reference, self._unmarked = self._unmarked, None
            if len(text.strip()) <= _LONGEST_MARK:
                reference.mark = text.strip()
                return
        self._contents = self._contents or any(_CONTENTS & set(one.code.split()[:1]) for one in self._fields)
        self._bold = self._bold and (bool(look.bold) or not text.strip())
        self._running.write(text, raised=bool(look.raised))

    def _shown(self) -> bool:
        """Whether what comes is printed: no field's code is."""
        return all(one.shown for one in self._fields)

    def _break(self, kind: str | None) -> None:
        if self._shown() and kind in (None, "textWrapping"):
            self._running.break_line()
        else:
            self._running.write(" ")

    def _refer(self, element: Element, kind: str) -> None:
        own = attribute(element, "customMarkFollows") in ("1", "true", "on")
        setting = self._setting
        reference = Reference(kind, attribute(element, "id") or "", len(setting.sections), self._page, own)
        self._running.tie(len(setting.references))
        setting.references.append(reference)
        self._unmarked = reference if own else None

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def unwrapped(parent: Element) -> Iterator[Element]:
    """What stands in an element, wrappers opened; of alternatives the first that has text."""
    for element in parent:
        tag = tag_of(element)
        if tag == "AlternateContent":
            yield from unwrapped(_alternative(element))
        elif tag in WRAPPERS:
            yield from unwrapped(element)
        else:
            yield element


def unfinished_fields(root: Element) -> frozenset[Element]:
    """The beginnings of fields that never end: what comes behind them is no code."""
    open_ones: list[Element] = []
    for one in root.iter("{*}fldChar"):
        kind = attribute(one, "fldCharType")
        if kind == "begin":
            open_ones.append(one)
        elif kind == "end" and open_ones:
            open_ones.pop()
    return frozenset(open_ones)


def _alternative(element: Element) -> Element:
    written = (one for one in element if next(one.iter("{*}t", "{*}sym"), None) is not None)
    return next(written, element[0] if len(element) else element)


def _text_boxes(element: Element) -> Iterator[Element]:
    for one in unwrapped(element):
        if tag_of(one) == "txbxContent":
            yield one
        else:
            yield from _text_boxes(one)


def _symbol(element: Element) -> str:
    """A character that is named by its place in a font: those fonts fill the private area of Unicode."""
    code = attribute(element, "char") or ""
    place = int(code, 16) if len(code) <= 5 and all(sign in "0123456789abcdefABCDEF" for sign in code) and code else 0
    if not 0xF000 <= place <= 0xF0FF:
        return chr(place) if place > 0x20 else ""
    place -= 0xF000
    if (attribute(element, "font") or "") != "Symbol":
        return ""
    return chr(place) if 0x20 <= place < 0x40 else _SYMBOLS.get(place, "")
