"""Where a series or a journal is cited: 610 UNTS 205 · I.C.J. Reports 1986, p. 14 · TIAS No. 6347 · 43 J. SPACE L. 69.

Every number of the text is looked at once, with the words before it; whether these end in a series is looked up by
their letters (`knowledge.citations`), so that a thousand forms cost no more than ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from argmine.knowledge.citations import Series, forms, letters, series
from argmine.mine.citations.triggers import END
from argmine.types import Span

# "E5", "A-5", "205"; it begins with a set of letters, so that the engine skips all others
_NUMBER = re.compile(
    r"[A-Z0-9](?<![\w/].)(?:(?<=[0-9])[0-9]{0,5}|(?<=[A-Z])-?[0-9]{1,6})(?![0-9/]|(?:d|st|nd|rd|th)\b)"
)
_LEADS = frozenset("at p pp s no nos n° nr vol bd § §§".split())
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
# "113 Recueil des cours 1964 III, p. 33"
_YEAR_AND_PAGE = re.compile(r"(?:1[89]|20)\d\d[\s/-]{0,3}[IVX]{1,4},?\s(?:at\s|pp?\.\s?)?(?P<page>\d{1,4})(?!\d)")
_LONGEST = 90  # characters of a form
_NEAR = 40  # characters before a number in which the last word of a form stands
_SHORT = 4000
_WORDS = 12
_SHORTEST = 3  # characters of a form with the space behind it


class Volume(NamedTuple):
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

    def moved(self, by: int) -> Volume:
        """The same place, counted from elsewhere."""
        return self._replace(span=Span(self.span.start + by, self.span.end + by))

    @property
    def identifier(self) -> str:
        """The canonical handle: "610 UNTS 205", "TIAS 6347", "ICJ Reports 1986, 14"."""
        name = self.series.abbreviation
        if self.series.cited == "year" and self.volume is None:
            return f"{name} {self.year}" + (f", {self.page}" if self.page else "")
        if self.series.cited in ("number", "series"):
            return f"{name} {self.page}"
        return " ".join([part for part in (self.volume, name, self.page) if part])


def find_volumes(text: str, within: Span) -> Iterator[Volume]:
    """Every place in a known series, left to right, none overlapping."""
    if within.start == 0 and within.end == len(text) <= _SHORT:
        return iter(_in_short(text.rstrip(END)))
    return _found(text, within)


@lru_cache(maxsize=64)  # a note, its segments and its citations are asked for in turn
def _in_short(text: str) -> tuple[Volume, ...]:
    return tuple(_found(text, Span(0, len(text))))


def _found(text: str, within: Span) -> Iterator[Volume]:
    last = within.start
    for number in _NUMBER.finditer(text, within.start, within.end):
        start = number.start()
        if start - last < _SHORTEST or (lead := _lead(text, max(last, start - _NEAR), start)) is None:
            continue
        window = text[max(last, start - _LONGEST) : start]
        named = _named(window[: len(window) - len(lead)])
        if named is not None:
            found = _volume(text, number, start - len(lead) - len(named[1]), named, last, within.end)
            if found is not None:
                last = found.span.end
                is_inside = found.volume is not None and lead != " " and _INSIDE.search(lead) is not None
                yield found._replace(inside=True) if is_inside else found


def _lead(text: str, floor: int, start: int) -> str | None:
    """What stands between a form and the number: a space, "No.", "p."; None behind a word that ends no form."""
    words = text[floor:start].rsplit(None, 3)
    if words and words[-1].strip(",.").lower() not in _LEADS:
        if _end_of(words[-1]) not in _last_words():
            return None
        if text[start - 1] == " " and text[start - 2] not in " ,":
            return " "
    elif not _may_follow(words):
        return None
    lead = _LEAD.search(text, max(floor, start - 12), start)
    return lead.group() if lead else None


def _may_follow(words: list[str]) -> bool:
    """Whether the last word before a number, but for "No." and "p.", ends a form; most numbers end here."""
    while words and words[-1].strip(",.").lower() in _LEADS:
        words.pop()
    return bool(words) and _end_of(words[-1]) in _last_words()


def _end_of(word: str) -> str:
    """The letters of the last word of a form; "App.2d" are two words without a space."""
    return letters(word.rpartition(".")[2] if word[-1:] == "d" and word[-2:-1].isdigit() else word)


@lru_cache(maxsize=1024)  # a note, its segments and its citations are asked for in turn
def _named(window: str) -> tuple[Series, str] | None:
    """The longest run of words at the end of `window` that is a series; brackets around a part of it count."""
    pieces = window.split()[-_WORDS:]
    most, longest = _last_words().get(_end_of(pieces[-1]), (1, 0)) if pieces else (0, 0)
    found, whole = None, ""
    for first in range(len(pieces) - 1, max(len(pieces) - most, 0) - 1, -1):
        piece = pieces[first]
        opening = len(piece) - len(piece.lstrip("([“‘")) if piece[0] in "([“‘" else 0
        entry = series().get((letters(piece[opening:]) if opening else letters(piece)) + whole)
        if entry is not None and piece[opening : opening + 1].isalnum():
            words = window[_begin(window, pieces[first:]) + opening :]
            if (entry.exact is None or entry.exact == " ".join(words.split())) and not words.islower():
                found = entry, words
        whole = letters(piece) + whole
        if len(whole) > longest:
            break
    return found


def _begin(window: str, pieces: list[str]) -> int:
    """Where the pieces begin that stand at the end of a window."""
    place = len(window)
    for piece in reversed(pieces):
        place = window.rindex(piece, 0, place)
    return place


@cache
def _last_words() -> Mapping[str, tuple[int, int]]:
    """The letters of the last words of all forms, what a number must stand behind, with the most words and letters of
    such a form.

    Capitals may stand apart: "U. N. T. S.".
    """
    most: dict[str, tuple[int, int]] = {}
    for form in forms():
        end = letters(form.rpartition(" ")[2])
        words, length = most.get(end, (1, 0))
        apart = 1 + sum(letter.isupper() or letter == " " for letter in form)
        most[end] = max(words, apart), max(length, len(letters(form)))
    return most


class _Before(NamedTuple):
    """What stands before the name of a series, and where it begins."""

    start: int
    volume: str | None
    issue: str | None
    year: int | None


def _volume(
    text: str, number: re.Match[str], start: int, named: tuple[Series, str], floor: int, end: int
) -> Volume | None:
    entry, before = named[0], _before(text, floor, start)
    if entry.cited in ("number", "series"):
        return Volume(Span(start, number.end()), entry, None, None, before.year, number.group())
    if entry.kind == "journal" and before.volume and (printed := _YEAR_AND_PAGE.match(text, number.start(), end)):
        year = int(number.group())
        return Volume(Span(before.start, printed.end()), entry, before.volume, None, year, printed["page"])
    if entry.cited == "year" and before.volume and _is_year(number) and _PAGE_BEHIND.match(text, number.end(), end):
        return _behind(text, number, start, entry, end)  # "1999, ICJ Reports 1999, p. 45"
    behind_word = "ol." in text[start + len(named[1]) : number.start()]  # "28 July 1994, UNTS vol. 1836, p. 3"
    if before.year is None and (behind_word or (before.volume is None and _is_year(number))):
        return _behind(text, number, start, entry, end)
    return _in_front(number, entry, before)


def _before(text: str, floor: int, start: int) -> _Before:
    match = _VOLUME_BEFORE.search(text, max(floor, start - 30), start)
    if match is None:
        return _Before(start, None, None, None)
    first = match.start() if match.group().strip() else start
    while first < start and text[first] in " ,":
        first += 1
    issue = match["issue"].strip("():/") if match["issue"] else None
    return _Before(first, match["volume"], issue, int(match["year"][1:5]) if match["year"] else None)


def _is_year(number: re.Match[str]) -> bool:
    return _YEAR.fullmatch(number.group()) is not None


def _in_front(number: re.Match[str], entry: Series, before: _Before) -> Volume | None:
    """Volume or year before the name, the page behind it: "610 UNTS 205", "[1986] ICJ Rep 14"."""
    volume, span = before.volume, Span(before.start, number.end())
    if volume and _YEAR.fullmatch(volume) and entry.kind != "treaty":
        return Volume(span, entry, None, None, int(volume), number.group())
    if volume is None and before.year is None:
        return None
    return Volume(span, entry, volume, before.issue, before.year, number.group())


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
