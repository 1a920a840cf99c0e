"""Styles of word-processor files: what a paragraph is by the style that it has.

Both formats (WordprocessingML, ECMA-376 part 1, 17.7; OpenDocument 1.3, part 3, 16) let a style inherit from another;
a `Look` is what remains when that is done, and when what stands at the paragraph or run itself is put on top.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from argmine.types import BlockKind

_QUOTE = re.compile(r"quot|block ?text|zitat|citation longue|extract", re.IGNORECASE)
_NO_QUOTE = re.compile(r"unquote|quotation mark", re.IGNORECASE)
_CAPTION = re.compile(r"caption|beschriftung|légende", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|authorities)|index \d|contents[ _]\d", re.IGNORECASE)
_HEADING = re.compile(r"heading ?(\d)", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_INHERITED = ("outline", "left", "right", "raised", "hidden", "bold")
_INSET = 10.0  # points: what is set in that far on both sides is a quotation


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or a run is set; None: not said.

    `names` are those of its style and of all that it inherits from. `outline` is the level as a heading, from 1, 0 for
    none. `left` and `right` are indents in points. `listing` is (list, level) of a numbered paragraph, as the format
    names them.
    """

    names: tuple[str, ...] = ()
    outline: int | None = None
    left: float | None = None
    right: float | None = None
    raised: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None
    listing: tuple[str | None, int | None] = (None, None)

    def over(self, below: Look) -> Look:
        """This look, completed by the one that it inherits from."""
        said = {name: value for name in _INHERITED if (value := getattr(self, name)) is not None}
        number, level = self.listing
        listing = (below.listing[0] if number is None else number, below.listing[1] if level is None else level)
        return replace(below, **said, names=self.names + below.names, listing=listing)

    def beside(self, usual: tuple[float, float]) -> Look:
        """This look with indents counted from those that the document's text usually has."""
        return replace(self, left=(self.left or 0.0) - usual[0], right=(self.right or 0.0) - usual[1])

    @property
    def heading(self) -> int:
        """The level as a heading, 0 if it is none."""
        if self.outline is not None:
            return self.outline
        for name in self.names:
            if found := _HEADING.fullmatch(name):
                return int(found[1])
            if name.lower() in _TITLES:
                return _TITLES[name.lower()]
        return 0

    @property
    def kind(self) -> BlockKind:
        """What the paragraph is, headings and lists apart."""
        if any(_CAPTION.search(name) for name in self.names):
            return "caption"
        named = any(_QUOTE.search(name) and not _NO_QUOTE.search(name) for name in self.names)
        inset = min(self.left or 0.0, self.right or 0.0) >= _INSET
        return "quotation" if named or inset else "paragraph"

    @property
    def is_contents(self) -> bool:
        """Whether the paragraph is a line of a table of contents, of authorities, or of an index."""
        return any(_CONTENTS.match(name) for name in self.names)


@dataclass(slots=True)
class Styles:
    """The styles of a file by their identifiers: own look, and the style that each inherits from.

    `default` is the style of paragraphs that name none.
    """

    own: Mapping[str, tuple[Look, str | None]]
    default: str | None = None
    _whole: dict[str, Look] = field(default_factory=dict)

    def look(self, style: str | None) -> Look:
        """The look of a style, with all that it inherits; a circle of styles ends where it closes."""
        if style is None or style not in self.own:
            return Look()
        if style not in self._whole:
            self._whole[style] = self._inherited(style)
        return self._whole[style]

    def paragraph(self, style: str | None) -> Look:
        """The look of a paragraph that names this style; one that the file does not have tells by its name alone."""
        if style is None or style in self.own:
            return self.look(style or self.default)
        return Look(names=(style.rpartition(":")[2].replace("_20_", " "),)).over(self.look(self.default))

    def _inherited(self, style: str) -> Look:
        chain: dict[str, Look] = {}
        above: str | None = style
        while above is not None and above in self.own and above not in chain:
            chain[above], above = self.own[above]
        look = Look()
        for own in reversed(chain.values()):
            look = own.over(look)
        return look
