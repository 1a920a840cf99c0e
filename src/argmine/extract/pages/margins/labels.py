"""Page labels: the numbers printed on pages, which go up with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from argmine.extract.pages.lines.runs import Run
from argmine.extract.pages.margins.edges import Row
from argmine.extract.words.numerals import roman, roman_value

NUMBER = re.compile(r"[\[(|–—-]?\s?(\d{1,4})(?:/\d{1,4})?\s?[\])|–—.-]?$")
_ROMAN = re.compile(r"[\[(–—-]?([ivxl]{1,7})[\])–—.-]?$")
_BLANK = 2  # pages that are counted, but not in the file
_APART = 1.0  # ems from the words of its row that a page's number stands off, at least


def candidates(row: Row) -> set[str]:
    """Page numbers that a row may hold: its first and its last word, and each of its runs."""
    runs = [run for run in row.runs if not _is_note_number(run, row)]
    words = " ".join(run.text for run in runs).split()
    ends = {word for word in words[:1] + words[-1:] if not word.endswith(".")}  # "12." begins a paragraph
    tokens = ends | {row.text.strip()} | {run.text.strip() for run in runs if not run.text.endswith(".")}
    found = (NUMBER.match(token) or _ROMAN.match(token) for token in tokens)
    return {match[1] for match in found if match}


def _is_note_number(run: Run, row: Row) -> bool:
    """Whether a run is raised and stands at a word; the number of a page stands apart."""
    usual = max(row.runs, key=lambda run: len(run.text))
    raised = run.base < usual.base - 0.1 * usual.size
    return raised and any(0 <= max(o.x0 - run.x1, run.x0 - o.x1) <= _APART * o.size for o in row.runs if o is not run)


def page_labels(rows: Iterable[Row], pages: int) -> dict[int, str]:
    """Printed page numbers: those that go up with the pages. Unnumbered pages between numbered ones are counted in."""
    seen: dict[int, set[str]] = {}
    for row in rows:
        seen.setdefault(row.page, set()).update(candidates(row))
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


def completed(labels: dict[int, str], rows: Iterable[Row], full: Iterable[int]) -> dict[int, str]:
    """The labels, with those of pages in `full` that have none: a number near that of the pages around, else the next.

    The number of an opening page stands at its foot, and a blank page before it may be missing from the file; text
    recognition may lose a number. `full` are the pages with as much text as others: a cover sheet is not counted.
    """
    seen: dict[int, set[int]] = {}
    for row in rows:
        seen.setdefault(row.page, set()).update(int(found) for found in candidates(row) if found.isdigit())
    known = {page: int(label) for page, label in labels.items() if label.isdigit()}
    if not known:
        return labels
    without = [page for page in full if page not in labels]
    for page in [*sorted((one for one in without if one < max(known)), reverse=True), *sorted(without)]:
        if page not in known and (number := _beside(page, known, seen.get(page, set()))):
            known[page] = number
    return labels | {page: str(number) for page, number in known.items()}


def _beside(page: int, known: dict[int, int], seen: set[int]) -> int | None:
    """The number of a page, by those of its neighbours and by what is printed on it."""
    before = max((at for at in known if at < page), default=None)
    behind = min((at for at in known if at > page), default=None)
    if before is not None and behind is not None and known[before] >= known[behind]:
        return None
    low = known[before] + page - before if before is not None else None
    high = known[behind] - (behind - page) if behind is not None else None
    least = low if low is not None else (high or 0) - _BLANK
    most = high if high is not None else least + _BLANK
    printed = [number for number in seen if max(1, least) <= number <= most]
    if len(printed) == 1:
        return printed[0]
    if behind == page + 1 and high is not None and high >= max(1, least):
        return high
    return low if behind is None and before == page - 1 else None


def _value(label: str) -> int:
    return int(label) if label.isdigit() else roman_value(label) or 0
