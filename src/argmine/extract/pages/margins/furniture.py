"""Furniture of printed pages: what stands in the margins and is no part of the argument.

Running heads and feet are found by repetition at the same place, page numbers by their sequence, mastheads and job
numbers of the United Nations by the forms of its documents, download stamps by their words.
"""

from __future__ import annotations

import re
from statistics import median

from argmine.extract.draft import Box, Piece
from argmine.extract.pages.engines.glyphs import Rule
from argmine.extract.pages.lines.printed import line_of, rows_of
from argmine.extract.pages.lines.runs import Run
from argmine.extract.pages.margins.edges import PageRuns, Row, edge_rows, text_of
from argmine.extract.pages.margins.heads import LONGEST, alike, in_place, repeated
from argmine.extract.pages.margins.labels import NUMBER, candidates, completed, page_labels
from argmine.extract.pages.margins.linenumbers import line_numbers

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
_COVER = re.compile(r"Recommended Citation|Follow this and additional|Stable URL|Terms (?:&|and) Conditions|Citation:$")
_FULL = 0.4  # of the letters of the middle page
_SEPARATOR = re.compile(r"[_\s]{5,}$|[–—-]{5,}$")


def set_aside(pages: list[PageRuns]) -> None:
    """Move the furniture out of each page's runs, and give each page its printed label."""
    for page, numbers in zip(pages, line_numbers([page.runs for page in pages]), strict=True):
        _rule_off(page)
        _move(page, numbers)
    symbol = _set_aside_masthead(pages[0]) if pages else None
    rows = edge_rows(pages)
    outer = [row for row in rows if row.alone or row.outer]
    labels = page_labels(outer, len(pages))
    chosen = repeated(rows, labels, len(pages))
    chosen |= {row for row in rows if _is_furniture(row, labels, len(pages), symbol)}
    chosen |= alike(rows, chosen, len(pages))
    chosen |= in_place(rows, chosen, labels, len(pages))
    labels = completed(labels, outer, _full(pages))
    for page in pages:
        page.label = labels.get(page.number)
        _move(page, [run for row in chosen if row.page == page.number for run in row.runs])


def _full(pages: list[PageRuns]) -> list[int]:
    """The pages with about as much text as the others; a cover sheet that an archive puts before them is none."""
    letters = {page.number: sum(len(run.text) for run in page.runs) for page in pages}
    enough = _FULL * median(letters.values()) if letters else 0.0
    return [page.number for page in pages if letters[page.number] >= max(enough, 1) and not _is_cover(page)]


def _is_cover(page: PageRuns) -> bool:
    return page.number == 1 and any(_COVER.search(run.text) for run in page.runs)


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
    page.furniture.extend(Piece(text_of(row), page.number, _box(row)) for row in rows_of(gone))


def _box(row: list[Run]) -> Box:
    return line_of(row, 0, 0, (0.0, 0.0)).box


def _is_furniture(row: Row, labels: dict[int, str], pages: int, symbol: str | None) -> bool:
    """Whether a single row is furniture, by its number, by its words or by the document's symbol."""
    if _STAMP.match(row.text) or _JOB.match(row.text):
        return True
    if row.text.strip() == f"{row.page}/{pages}":
        return True
    if symbol and row.page > 1 and row.top and symbol in row.text.split():
        return True
    number = NUMBER.match(row.text) if row.outer else None
    if number and (row.far or labels.get(row.page) == number[1]):
        return True
    return row.outer and row.alone and len(row.text) <= LONGEST and labels.get(row.page) in candidates(row)


# --- documents of the United Nations ----------------------------------------------------------------------------------


def _set_aside_masthead(page: PageRuns) -> str | None:
    """Move the head and the imprint of a United Nations document; its symbol, where there is a head."""
    _move(page, _imprint(page))
    rows = rows_of(page.runs)
    name = next((row for row in rows[:3] if _MASTHEAD.match(text_of(row))), None)
    if name is None:
        return None
    wide = [rule.y for rule in page.rules if rule.x1 - rule.x0 > 0.5 * page.width and rule.y < 0.4 * page.height]
    original = [row[0].base for row in rows[:14] if re.search(r"\bOriginal ?:", text_of(row))]
    records = [row[0].base for row in rows[:6] if re.search(r"\bOfficial Records$|^Documents officiels$", text_of(row))]
    end = max([*wide, *original, *records, name[0].base])
    symbol = _SYMBOL.search(text_of(name))
    _move(page, [run for run in page.runs if run.base <= end + 1])
    return symbol[0] if symbol else None


def _imprint(page: PageRuns) -> list[Run]:
    """Job number, bar code and notices at the foot of a document's first page."""
    rows = [row for row in rows_of(page.runs) if row[0].base > 0.6 * page.height]
    notice = next((row[0].base for row in rows if _RECORD_NOTICE.match(text_of(row))), page.height)
    return [run for row in rows if row[0].base >= notice or _JOB.match(text_of(row)) for run in row]
