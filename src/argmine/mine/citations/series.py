"""Where a series or a journal is cited: 610 UNTS 205 · I.C.J. Reports 1986, p. 14 · TIAS No. 6347 · 43 J. SPACE L. 69.

Every number of the text is looked at once, with the words before it; whether these end in a series is looked up by
their letters (`knowledge.citations`), so that a thousand forms cost no more than ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from argmine.knowledge.citations import Series, forms, letters, series
from argmine.types import Span

_NUMBER = re.compile(r"(?<![\w/])(?:[A-Z]-?)?\d{1,6}(?![\d/])")
_WORD = re.compile(r"[^\W_]\S*")
_INSIDE = re.compile(r"\bat\b")
_LEAD = re.compile(r"(?:,\s*|\s)(?:at\s+)?(?:pp?\.|S\.|[Nn]os?\.?|n°|Nr\.?|[Vv]ol\.?|[Bb]d\.|§{1,2})?\s*$")
_VOLUME_BEFORE = re.compile(
    r"(?:(?P<year>[\[(](?:1[89]"
    r"|20)\d\d[\])])\s*)?(?:(?<![\w.§])(?P<volume>\d{1,4})(?:\s?(?P<issue>\(\d[\d–/-]{0,5}\)"
    r"|[:/]\d{1,3}))?)?,?\s*$"
)
_PAGE_BEHIND = re.compile(
    r",?\s*(?:\(\s?(?P<year>(?:1[89]|20)\d\d)\s?\))?,?\s*(?:at\s+|pp?\.\s*|(?P<no>[Nn]o\.?\s*))(?P<page>\d{1,6})"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST = 90
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Volume:
    """One place in a series, as cited at `span`; `page` is the number in the series where it counts by numbers.

    `inside`: only a page inside the work is given, the work having been cited before ("602 U.S. at 904").
    """

    span: Span
    series: Series
    volume: str | None = None
    issue: str | None = None
    year: int | None = None
    page: str | None = None
    inside: bool = False

    @property
    def identifier(self) -> str:
        """The canonical handle: "610 UNTS 205", "TIAS 6347", "ICJ Reports 1986, 14"."""
        name = self.series.abbreviation
        if self.series.cited == "year" and self.volume is None:
            return f"{name} {self.year}" + (f", {self.page}" if self.page else "")
        if self.series.cited in ("number", "series"):
            return f"{name} {self.page}"
        return " ".join(part for part in (self.volume, name, self.page) if part)


def find_volumes(text: str, within: Span) -> Iterator[Volume]:
    """Every place in a known series, left to right, none overlapping."""
    last = within.start
    for number in _NUMBER.finditer(text, within.start, within.end):
        if number.start() < last:
            continue
        window = text[max(last, number.start() - _LONGEST) : number.start()]
        lead = _LEAD.search(window[-12:])
        if lead is None:
            continue
        named = _named(window[: len(window) - len(lead.group())])
        if named is not None:
            found = _volume(text, number, number.start() - len(lead.group()) - len(named[1]), named, last, within.end)
            if found is not None:
                last = found.span.end
                yield replace(found, inside=_INSIDE.search(lead.group()) is not None and found.volume is not None)


def _named(window: str) -> tuple[Series, str] | None:
    """The longest run of words at the end of `window` that is a series; brackets around a part of it count."""
    if letters(window.rpartition(" ")[2]) not in _last_words():
        return None
    known = series()
    starts = [match.start() for match in _WORD.finditer(window)][-_WORDS:]
    for start in starts:
        words = window[start:]
        entry = known.get(letters(words))
        if (
            entry is not None
            and (entry.exact is None or entry.exact == " ".join(words.split()))
            and not words.islower()
        ):
            return entry, words
    return None


@cache
def _last_words() -> frozenset[str]:
    """The letters of the last words of all forms: what a number must stand behind."""
    ends = (form.rpartition(" ")[2] for form in forms())
    return frozenset(letters(end) for end in ends)


def _volume(
    text: str, number: re.Match[str], start: int, named: tuple[Series, str], floor: int, end: int
) -> Volume | None:
    entry = named[0]
    before = _VOLUME_BEFORE.search(text, max(floor, start - 30), start)
    volume, year, issue = (before["volume"], before["year"], before["issue"]) if before else (None, None, None)
    first = before.start() if before and before.group().strip() else start
    while first < start and text[first] in " ,":
        first += 1
    digits = number.group()
    year_before = int(year[1:5]) if year else None
    if entry.cited in ("number", "series"):
        return Volume(Span(start, number.end()), entry, None, None, year_before, digits)
    if (
        volume is None
        and not year
        and (_YEAR.fullmatch(digits) or "ol." in text[start + len(named[1]) : number.start()])
    ):
        return _behind(text, number, start, entry, end)
    if volume and _YEAR.fullmatch(volume) and entry.kind != "treaty":
        return Volume(Span(first, number.end()), entry, None, None, int(volume), digits)
    if volume is None and year is None:
        return None
    return Volume(Span(first, number.end()), entry, volume, issue and issue.strip("():/"), year_before, digits)


def _behind(text: str, number: re.Match[str], start: int, entry: Series, end: int) -> Volume | None:
    """Volume or year behind the name, then the page: "ICJ Reports 1986, p. 14", "Yearbook, vol. 16 (1994), p. 77"."""
    page = _PAGE_BEHIND.match(text, number.end(), end)
    digits = number.group()
    is_year = _YEAR.fullmatch(digits) is not None and entry.cited == "year"
    year = int(digits) if is_year else int(page["year"]) if page and page["year"] else None
    if page is None:
        return Volume(Span(start, number.end()), entry, None if is_year else digits, None, year) if is_year else None
    return Volume(
        Span(start, page.end()),
        entry,
        None if is_year else digits,
        None,
        year,
        f"No. {page['page']}" if page["no"] else page["page"],
    )
