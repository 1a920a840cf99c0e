"""Furniture of printed pages: what stands in the margins and is no part of the argument.

Running heads and feet are found by repetition at the same place, page numbers by their sequence, mastheads and job
numbers of the United Nations by the forms of its documents, download stamps by their words.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from argmine.extract.draft import Box, Piece
from argmine.extract.numerals import roman, roman_value
from argmine.extract.pages.glyphs import Rule
from argmine.extract.pages.linenumbers import line_numbers
from argmine.extract.pages.lines import line_of, rows_of
from argmine.extract.pages.runs import Run

_EDGE_ROWS = 4  # rows from the top and from the bottom of a page that may be furniture
_SAME_PLACE = 4.0  # points
_NUMBER = re.compile(r"[\[(|–—-]?\s?(\d{1,4})(?:/\d{1,4})?\s?[\])|–—.-]?$")
_ROMAN = re.compile(r"[\[(–—-]?([ivxl]{1,7})[\])–—.-]?$")
_MASTHEAD = re.compile(
    r"\s*(United Nations|Nations Unies|Naciones Unidas|International Seabed Authority|"
    r"Autorité internationale des fonds marins|Организация Объединенных Наций)\b"
)
_SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z0-9][\w.()-]{0,20}){1,6}")
_JOB = re.compile(
    r"\s*(\*?\d{2}-\d{5}\b|\*?[A-Z]{1,3}\.\d{2}-\d{5}\b|\*\d{7}\*|\d{7}\*?$|Please recycle|Merci de recycler|"
    r"Accessible document)"
)
_RECORD_NOTICE = re.compile(r"\s*(This record (?:contains|is subject)|Le présent procès-verbal|La presente acta)")
_STAMP = re.compile(
    r"\s*(Downloaded (?:from|by|via)|This content downloaded|All use subject to|Electronic copy available|"
    r"HeinOnline\b|Published by .{3,60} Digital|Authenticated\b|Brought to you by)"
)
_SEPARATOR = re.compile(r"[_\s]{5,}$|[–—-]{5,}$")


@dataclass(slots=True)
class PageRuns:
    """One page while it is sorted: `runs` still to be read, `furniture` set aside."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    furniture: list[Piece] = field(default_factory=list)
    label: str | None = None
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One of the outer rows of a page, `outer` when no other stands further out.

    `alone` when more white than between lines parts it from the next one in, `far` when much more.
    """

    page: int
    runs: tuple[Run, ...]
    text: str
    base: float
    top: bool
    outer: bool
    alone: bool
    far: bool


def set_aside(pages: list[PageRuns]) -> None:
    """Move the furniture out of each page's runs, and give each page its printed label."""
    for page, numbers in zip(pages, line_numbers([page.runs for page in pages]), strict=True):
        _rule_off(page)
        _move(page, numbers)
    symbol = _set_aside_masthead(pages[0]) if pages else None
    leading = _leading(pages)
    rows = [row for page in pages for row in _edge_rows(page, leading)]
    labels = _labels([row for row in rows if row.alone or row.outer], len(pages))
    chosen = _repeated(rows, labels, len(pages))
    chosen |= {row for row in rows if _is_furniture(row, labels, len(pages), symbol)}
    chosen |= _in_place(rows, chosen, len(pages))
    for page in pages:
        page.label = labels.get(page.number)
        _move(page, [run for row in chosen if row.page == page.number for run in row.runs])


def _rule_off(page: PageRuns) -> None:
    """A line typed in underscores is a rule."""
    for run in [run for run in page.runs if _SEPARATOR.match(run.text)]:
        page.rules.append(Rule(run.x0, run.x1, run.base))
        _move(page, [run])


def _move(page: PageRuns, gone: list[Run]) -> None:
    if not gone:
        return
    names = {id(run) for run in gone}
    page.runs = [run for run in page.runs if id(run) not in names]
    page.furniture.extend(Piece(_text(row), page.number, _box(row)) for row in rows_of(gone))


def _text(row: list[Run]) -> str:
    return line_of(row, 0, 0, (0.0, 0.0)).text


def _box(row: list[Run]) -> Box:
    return line_of(row, 0, 0, (0.0, 0.0)).box


def _leading(pages: list[PageRuns]) -> float:
    """The usual step from row to row, over all pages."""
    pairs = (pair for page in pages for pair in itertools.pairwise(rows_of(page.runs)))
    return median([after[0].base - before[0].base for before, after in pairs] or [0.0])


def _edge_rows(page: PageRuns, usual: float) -> list[_Row]:
    rows = rows_of(page.runs)
    bases = [row[0].base for row in rows]
    steps = sorted(after - before for before, after in itertools.pairwise(bases))
    leading = min(steps[len(steps) // 2], max(usual, 0.5 * steps[len(steps) // 2])) if steps else 0.0
    found = []
    for at, row in enumerate(rows):
        top = at < _EDGE_ROWS and bases[at] < 0.25 * page.height
        if not top and not (at >= len(rows) - _EDGE_ROWS and bases[at] > 0.75 * page.height):
            continue
        beside = at + 1 if top else at - 1
        gap = abs(bases[beside] - bases[at]) if 0 <= beside < len(rows) else page.height
        outer = at == (0 if top else len(rows) - 1)
        found.append(
            _Row(page.number, tuple(row), _text(row), bases[at], top, outer, gap > 1.25 * leading, gap > 2.5 * leading)
        )
    return found


def _repeated(rows: list[_Row], labels: dict[int, str], pages: int) -> set[_Row]:
    """Rows that stand at the same place, with the same words, on several pages."""
    least = 2 if pages <= 8 else 3
    groups: dict[tuple[str, bool], list[_Row]] = {}
    for row in rows:
        groups.setdefault((_words(row, labels), row.top), []).append(row)
    chosen: set[_Row] = set()
    for group in groups.values():
        for row in group:
            near = {other.page for other in group if abs(other.base - row.base) <= _SAME_PLACE}
            if len(near) >= least:
                chosen.add(row)
    return {row for row in chosen if _reaches_edge(row, chosen, rows)}


def _reaches_edge(row: _Row, chosen: set[_Row], rows: list[_Row]) -> bool:
    """Whether all rows further out on the page are furniture, too."""
    beside = (other for other in rows if other.page == row.page and other.top == row.top)
    return all(other in chosen for other in beside if (other.base < row.base if row.top else other.base > row.base))


def _words(row: _Row, labels: dict[int, str]) -> str:
    """A row's words, the page's number (the only one that changes from page to page) left open."""
    numbers = {str(row.page), labels.get(row.page, "")}
    return " ".join("#" if _strip(word) in numbers else word for word in row.text.casefold().split())


def _strip(word: str) -> str:
    """The number that a word may be: of "3/81" the first; a date is none."""
    return (word if word.count("/") > 1 else word.split("/", maxsplit=1)[0]).strip("-–—[]()|.")


def _is_furniture(row: _Row, labels: dict[int, str], pages: int, symbol: str | None) -> bool:
    """Whether a single row is furniture, by its number, by its words or by the document's symbol."""
    if _STAMP.match(row.text) or _JOB.match(row.text):
        return True
    if row.text.strip() == f"{row.page}/{pages}":
        return True
    if symbol and row.page > 1 and row.top and symbol in row.text.split():
        return True
    if row.outer and row.far and _NUMBER.match(row.text):
        return True
    return row.outer and row.alone and len(row.text) <= 120 and labels.get(row.page) in _candidates(row)


def _in_place(rows: list[_Row], chosen: set[_Row], pages: int) -> set[_Row]:
    """Heads whose words change with the section: they stand alone where most pages have furniture."""
    found: set[_Row] = set()
    for row in rows:
        if row in chosen or not row.alone or not row.outer or len(row.text) > 120 or _is_title(row):
            continue
        beside = {o.page for o in chosen if o.top == row.top and abs(o.base - row.base) <= _SAME_PLACE / 2}
        if pages >= 4 and len(beside) >= 0.5 * pages:
            found.add(row)
    return found


def _is_title(row: _Row) -> bool:
    """Whether a row may be the title of an article, which begins as high as the heads of the pages after it."""
    return row.page == 1 and row.top and not any(map(str.isdigit, row.text))


# --- page labels ------------------------------------------------------------------------------------------------------


def _candidates(row: _Row) -> set[str]:
    """Page numbers that a row may hold: its first and its last word, and each of its runs."""
    usual = max(row.runs, key=lambda run: len(run.text))
    runs = [run for run in row.runs if run.base >= usual.base - 0.1 * usual.size]  # not the raised number of a note
    words = " ".join(run.text for run in runs).split()
    ends = {word for word in words[:1] + words[-1:] if not word.endswith(".")}  # "12." begins a paragraph
    tokens = ends | {row.text.strip()} | {run.text.strip() for run in runs if not run.text.endswith(".")}
    found = (_NUMBER.match(token) or _ROMAN.match(token) for token in tokens)
    return {match[1] for match in found if match}


def _labels(rows: Iterable[_Row], pages: int) -> dict[int, str]:
    """Printed page numbers: those that go up with the pages. Unnumbered pages between numbered ones are counted in."""
    seen: dict[int, set[str]] = {}
    for row in rows:
        seen.setdefault(row.page, set()).update(_candidates(row))
    series: Counter[tuple[bool, int]] = Counter()
    for page, found in seen.items():
        series.update({(label.isdigit(), _value(label) - page) for label in found})
    labels: dict[int, str] = {}
    for (arabic, offset), count in sorted(series.items(), key=lambda item: (item[1], -abs(item[0][1]))):
        if count >= min(3, pages, 2 if arabic and pages < 6 else 3):
            labels.update(_series(seen, arabic, offset))
    return labels


def _series(seen: dict[int, set[str]], arabic: bool, offset: int) -> dict[int, str]:
    write = str if arabic else roman
    own = [page for page, found in seen.items() if page + offset > 0 and write(page + offset) in found]
    if not own:  # written otherwise than numbers are: "007"
        return {}
    first = max(1, 1 - offset) if arabic and len(own) >= 3 and min(own) + offset <= 3 else min(own)
    return {page: write(page + offset) for page in range(first, max(own) + 1)}


def _value(label: str) -> int:
    return int(label) if label.isdigit() else roman_value(label) or 0


# --- documents of the United Nations ----------------------------------------------------------------------------------


def _set_aside_masthead(page: PageRuns) -> str | None:
    """Move the head and the imprint of a United Nations document; its symbol, where there is a head."""
    _move(page, _imprint(page))
    rows = rows_of(page.runs)
    name = next((row for row in rows[:3] if _MASTHEAD.match(_text(row))), None)
    if name is None:
        return None
    wide = [rule.y for rule in page.rules if rule.x1 - rule.x0 > 0.5 * page.width and rule.y < 0.4 * page.height]
    original = [row[0].base for row in rows[:14] if re.search(r"\bOriginal ?:", _text(row))]
    records = [row[0].base for row in rows[:6] if re.search(r"\bOfficial Records$|^Documents officiels$", _text(row))]
    end = max([*wide, *original, *records, name[0].base])
    symbol = _SYMBOL.search(_text(name))
    _move(page, [run for run in page.runs if run.base <= end + 1])
    return symbol[0] if symbol else None


def _imprint(page: PageRuns) -> list[Run]:
    """Job number, bar code and notices at the foot of a document's first page."""
    rows = [row for row in rows_of(page.runs) if row[0].base > 0.6 * page.height]
    notice = next((row[0].base for row in rows if _RECORD_NOTICE.match(_text(row))), page.height)
    return [run for row in rows if row[0].base >= notice or _JOB.match(_text(row)) for run in row]
