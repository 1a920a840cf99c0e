"""What a browser shows of a page, in reading order: texts with the kind of block that each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from argmine.extract.markup.elements import NOTE, Element
from argmine.extract.paragraphs.passages import CLOSE, OPEN, Paragraph, listed, squeeze
from argmine.extract.paragraphs.running import LONGEST_CELL, PARTED
from argmine.types import BlockKind

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr img br nobr ruby rt rp input".split()
)
_FENCES = frozenset("nav footer form button select dialog menu".split())
_FENCE_ROLES = frozenset("navigation search contentinfo dialog alertdialog menu menubar".split())
_FENCE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|advert\w{0,9}|ads?|sponsor\w{0,4}|newsletter|subscribe|share|sharing|social|related|"
    r"breadcrumbs?|nav|navbar|navigation|menu|sidebar|promo|popup|modal|skip-link|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FENCED_SHARE = 0.3  # of the page's letters: what holds more is no mere box, whatever its name
_PAGE = re.compile(r"page-break-(?:before|after)\s*:\s*always", re.IGNORECASE)
_BACK = re.compile(rf"^({OPEN}[^{CLOSE}]*{CLOSE})[\s^↑↩]+")  # the sign of a way back, left at the start of a note


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the page has it, with its line breaks, and the element that holds it.

    `fenced` within a menu, a form or a box for advertising; `note` for a footnote; `page` counts printed pages from 1,
    0 where the page has none.
    """

    text: str
    kind: BlockKind
    level: int
    holder: Element
    fenced: bool
    note: bool
    page: int


def paragraphs_of(shown: Shown) -> list[Paragraph]:
    """The paragraphs of a text: two line breaks in a row part them."""
    texts = [squeeze(part) for part in PARTED.split(shown.text)]
    if shown.kind == "table":
        return [Paragraph(shown.text, "table")]
    if shown.kind in ("heading", "caption"):
        return [Paragraph(text, shown.kind, shown.level) for text in texts if text]
    if shown.kind == "quotation":
        return [Paragraph(text, "quotation") for text in texts if text]
    return [listed(text, shown.level) for text in texts if text]


def shown_in(body: Element) -> Iterator[Shown]:
    """The texts of a page whose tree has been made readable."""
    return _Walk(body).texts(body)


class _Walk:
    """Where a walk through the tree stands: in which list, quotation, heading, box."""

    def __init__(self, body: Element) -> None:
        self._letters = max(1, len(body.text_content()))
        self._buffer: list[str] = []
        self._rows: list[list[str]] | None = None
        self._open: dict[str, int] = dict.fromkeys(("list", "quotation", "fence", "note", "table"), 0)
        self._heading = 0
        self._caption = False
        self._page = 0

    def texts(self, body: Element) -> Iterator[Shown]:
        """The texts in reading order."""
        roles: dict[Element, tuple[str, ...]] = {}
        for event, element in etree.iterwalk(body, events=("start", "end")):
            breaks = element.tag not in _INLINE
            if event == "end" and element.tag == NOTE:
                text = _BACK.sub(r"\1", self._taken())
                yield Shown(text, "paragraph", 0, element, False, True, self._page)
            elif breaks:
                yield from self._flush(element if event == "end" else element.getparent())
            if event == "start":
                roles[element] = self._roles(element)
                self._enter(element, roles[element], 1)
                self._buffer.append(element.text or "")
                continue
            yield from self._leave(element)
            self._enter(element, roles.pop(element), -1)
            self._buffer.append((element.tail or "") if element is not body else "")
        yield from self._flush(body)

    def _roles(self, element: Element) -> tuple[str, ...]:
        roles = []
        if element.tag in ("ul", "ol", "dl"):
            roles.append("list")
        elif element.tag == "blockquote":
            roles.append("quotation")
        elif element.tag == NOTE:
            roles.append("note")
        elif element.tag == "table" and _holds_data(element):
            roles.append("table")
        if self._is_fence(element):
            roles.append("fence")
        return tuple(roles)

    def _is_fence(self, element: Element) -> bool:
        if element.tag in _FENCES or element.get("role") in _FENCE_ROLES:
            return True
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return bool(_FENCE_NAMES.search(names)) and len(element.text_content()) < _FENCED_SHARE * self._letters

    def _enter(self, element: Element, roles: tuple[str, ...], step: int) -> None:
        for role in roles:
            self._open[role] += step
        if re.fullmatch("h[1-6]", element.tag):
            self._heading = int(element.tag[1]) if step > 0 else 0
        elif element.tag in ("caption", "figcaption"):
            self._caption = step > 0
        elif step > 0 and _PAGE.search(element.get("style", "")):
            self._page += 1
        if step > 0 and "table" in roles:
            self._rows = []
        elif step > 0 and self._rows is not None and element.tag == "tr":
            self._rows.append([])

    def _leave(self, element: Element) -> Iterator[Shown]:
        if self._rows is None:
            return
        if element.tag in ("td", "th"):
            self._rows = self._rows or [[]]
            self._rows[-1].append(self._taken())
        elif element.tag == "table":
            rows, self._rows = self._rows, None
            yield self._shown("\n".join("\t".join(row) for row in rows), "table", element)

    def _flush(self, holder: Element) -> Iterator[Shown]:
        """What stands in the buffer, unless the block goes on: a note or a cell holds one text."""
        if self._rows is not None or self._open["note"]:
            self._buffer.append(" ")
            return
        text = "".join(self._buffer).strip()
        self._buffer.clear()
        if not text:
            return
        if self._heading:
            yield self._shown(text, "heading", holder)
        elif self._caption:
            yield self._shown(text, "caption", holder)
        else:
            yield self._shown(text, "quotation" if self._open["quotation"] else "paragraph", holder)

    def _taken(self) -> str:
        text = squeeze("".join(self._buffer))
        self._buffer.clear()
        return text

    def _shown(self, text: str, kind: BlockKind, holder: Element) -> Shown:
        level = self._heading if kind == "heading" else self._open["list"] if kind == "paragraph" else 0
        return Shown(text, kind, level, holder, self._open["fence"] > 0, False, self._page)


def _holds_data(table: Element) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return all(len(cell.text_content()) <= LONGEST_CELL for cell in table.iter("td", "th"))
