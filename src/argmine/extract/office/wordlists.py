"""The numbers of lists in WordprocessingML, which stand nowhere in its text (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from argmine.extract.files.xmltree import Element, attribute, child, children, is_on, value_of, whole
from argmine.extract.words.numerals import written

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; `restart` is the number of the level behind which it begins anew, 0 for never."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        abstract = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        by_style = {value_of(child(one, "styleLink")): key for key, one in abstract.items()}
        self._kinds: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for num in children(root, "num"):
            number, kind = attribute(num, "numId"), value_of(child(num, "abstractNumId"))
            linked = value_of(child(abstract.get(kind), "numStyleLink"))
            kind = by_style.get(linked, kind) if linked else kind
            if number is None or kind is None:
                continue
            self._kinds[number] = kind
            levels = _levels(abstract.get(kind))
            self._starts[number] = _overrides(num, levels)
            self._levels[number] = levels
        self._counts: dict[str, list[int | None]] = {}

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 where none is named."""
        levels = self._levels.get(number, {})
        return next((at for at, level in levels.items() if level.style == style), 0)

    def count(self, number: str, at: int) -> str | None:
        """The label of the next paragraph of a list at a level from 0, "" for a bullet; None: there is no such list."""
        levels = self._levels.get(number)
        if levels is None or not 0 <= at < _LEVELS:
            return None
        counts = self._counts.setdefault(self._kinds[number], [None] * _LEVELS)
        start = self._starts[number].pop(at, None)
        before = counts[at] if start is None else start - 1
        level = levels.get(at, _Level())
        counts[at] = level.start if before is None else before + 1
        for below in range(at + 1, _LEVELS):
            restart = levels.get(below, _Level()).restart
            if restart is None or at < restart:
                counts[below] = None
        return _label(level, levels, counts)


def _label(level: _Level, levels: Mapping[int, _Level], counts: list[int | None]) -> str:
    if level.form == "bullet":
        return ""

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        other, count = levels.get(place, _Level()), counts[place]
        form = "decimal" if level.legal and other.form != "none" else other.form
        return written(other.start if count is None else count, form)

    return _PLACE.sub(number, level.text).strip()


def _levels(abstract: Element | None) -> dict[int, _Level]:
    return {whole(attribute(one, "ilvl")): _level(one) for one in children(abstract, "lvl")}


def _level(lvl: Element) -> _Level:
    restart = value_of(child(lvl, "lvlRestart"))
    legal = child(lvl, "isLgl")
    return _Level(
        start=whole(value_of(child(lvl, "start")), 1),
        form=value_of(child(lvl, "numFmt")) or "decimal",
        text=value_of(child(lvl, "lvlText")) or "",
        restart=whole(restart) if restart else None,
        legal=is_on(legal) is True,
        style=value_of(child(lvl, "pStyle")),
    )


def _overrides(num: Element, levels: dict[int, _Level]) -> dict[int, int]:
    """Put what a list changes of its kind into `levels`; the numbers at which it begins anew."""
    starts = {}
    for override in children(num, "lvlOverride"):
        at = whole(attribute(override, "ilvl"))
        if (own := child(override, "lvl")) is not None:
            levels[at] = _level(own)
        if start := value_of(child(override, "startOverride")):
            starts[at] = whole(start, 1)
            levels[at] = replace(levels.get(at, _Level()), start=starts[at])
    return starts
