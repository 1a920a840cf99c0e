"""How OpenDocument says what text looks like and how its lists are numbered (OpenDocument 1.3, part 3, 16)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmine.extract.files.xmltree import Element, attribute, child, tag_of, whole
from argmine.extract.paragraphs.looks import Look, Styles
from argmine.extract.words.numerals import written

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{0,6})?)(pt|in|cm|mm|pc|px)")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 10
_RAISED = re.compile(r"super|[1-9]\d?%")
OUTLINE = "\0outline"
"""The name under which the numbering of headings is kept, which has none of its own."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; `shown` is how many levels its label shows."""

    form: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1


@dataclass(slots=True)
class Lists:
    """The list styles of a file, by name: levels from 1."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)

    def label(self, style: str, at: int, counts: list[int | None], start: int | None = None) -> str:
        """Count on at a level, in `counts`, and give the label: "" for a bullet or where none is printed."""
        levels = self.levels.get(style, {})
        level = levels.get(at, _Level())
        before = counts[at] if start is None else start - 1
        counts[at] = level.start if before is None else before + 1
        for above in range(1, at):  # a list that begins deeper down counts the levels above it as begun
            counts[above] = counts[above] or levels.get(above, _Level()).start
        counts[at + 1 :] = [None] * (len(counts) - at - 1)
        if not level.form:
            return ""
        shown = range(max(1, at - level.shown + 1), at + 1)
        numbers = (written(counts[one] or 0, levels.get(one, level).form) for one in shown)
        return f"{level.before}{'.'.join(number for number in numbers if number)}{level.after}".strip()


def new_counts() -> list[int | None]:
    """How far a list has counted that has not begun, by level from 1."""
    return [None] * (_LEVELS + 2)


def read_styles(roots: Iterable[Element]) -> Styles:
    """The styles in the parts of a file, by "family:name"."""
    own: dict[str, tuple[Look, str | None]] = {}
    for style in (one for root in roots for one in root.iter("{*}style", "{*}default-style")):
        family, name = attribute(style, "family") or "", attribute(style, "name") or ""
        above = attribute(style, "parent-style-name")
        own[f"{family}:{name}"] = (_look(style), f"{family}:{above or ''}" if name else None)
    return Styles(own, "paragraph:")


def read_lists(roots: Iterable[Element]) -> Lists:
    """The list styles in the parts of a file, and the numbering of headings."""
    levels: dict[str, dict[int, _Level]] = {}
    for style in (one for root in roots for one in root.iter("{*}list-style", "{*}outline-style")):
        name = OUTLINE if tag_of(style) == "outline-style" else attribute(style, "name") or ""
        levels[name] = {whole(attribute(one, "level"), 1): _level(one) for one in style}
    return Lists(levels)


def usual_indents(body: Element, styles: Styles) -> tuple[float, float]:
    """The indents, left and right in points, that most of the text has."""
    letters: Counter[tuple[float, float]] = Counter()
    for paragraph in children_below(body, "p"):
        look = styles.paragraph(f"paragraph:{attribute(paragraph, 'style-name')}")
        letters[look.left or 0.0, look.right or 0.0] += sum(len(text) for text in paragraph.itertext())
    return max(letters, key=lambda indents: letters[indents], default=(0.0, 0.0))


def children_below(root: Element, name: str) -> Iterable[Element]:
    """The elements of that name at any depth."""
    found: Iterable[Element] = root.iter(f"{{*}}{name}")
    return found


def _look(style: Element) -> Look:
    paragraph, text = child(style, "paragraph-properties"), child(style, "text-properties")
    name = attribute(style, "display-name") or (attribute(style, "name") or "").replace("_20_", " ")
    outline = attribute(style, "default-outline-level")
    position, weight, display = (_said(text, key) for key in ("text-position", "font-weight", "display"))
    return Look(
        names=(name,) if name else (),
        outline=whole(outline) if outline else None,
        left=_points(_said(paragraph, "margin-left")),
        right=_points(_said(paragraph, "margin-right")),
        raised=None if position is None else bool(_RAISED.match(position)),
        hidden=None if display is None else display == "none",
        bold=None if weight is None else weight == "bold" or whole(weight) >= 600,
        listing=(attribute(style, "list-style-name"), None),
    )


def _level(element: Element) -> _Level:
    if tag_of(element) not in ("list-level-style-number", "outline-level-style"):
        return _Level()
    return _Level(
        form=_FORMS.get(attribute(element, "num-format") or "", ""),
        before=attribute(element, "num-prefix") or "",
        after=attribute(element, "num-suffix") or "",
        shown=whole(attribute(element, "display-levels"), 1),
        start=whole(attribute(element, "start-value"), 1),
    )


def _said(element: Element | None, name: str) -> str | None:
    return None if element is None else attribute(element, name)


def _points(length: str | None) -> float | None:
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else None
