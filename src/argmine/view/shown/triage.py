"""What an ingest could not read, or not well, in a terminal."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from argmine.store import DocumentRow, Failure
from argmine.types import RECOGNISED, Grade, Quality
from argmine.view.shown.listed import NARROW

_MOST_ROWS = 20
_PAGES = re.compile(r" \(\w+: (\d+) of \d+\)")
_COLOURS = {"poor": "red", "doubtful": "yellow"}
_NAMES: dict[Grade, str] = {"poor": "read poorly", "doubtful": "with doubts"}


def summary(grades: Mapping[Grade, int]) -> str:
    """How many documents were not read well, in one line that says how to see them; empty when all were."""
    counts = [f"{grades[grade]:,} {name}" for grade, name in _NAMES.items() if grades[grade]]
    total = f"{sum(grades.values()):,}"
    return f"Of {total} documents {' and '.join(counts)}: argmine status --quality" if counts else ""


def show_grades(documents: Iterable[DocumentRow], console: Console) -> None:
    """A line for each document that was not read well: grade, file, pages, reasons."""
    table = Table(box=None, padding=(0, 1), expand=True)
    table.add_column("reading", no_wrap=True)
    table.add_column("document", overflow="fold", ratio=2)
    table.add_column("pages", justify="right", no_wrap=True)
    table.add_column("why", ratio=3)
    for row in (_graded(each, each.quality) for each in documents if each.quality is not None):
        if console.width <= NARROW:
            console.print(*row, sep="\n", end="\n\n")
        table.add_row(*row)
    if not table.row_count:
        console.print("All documents were read well.")
    elif console.width > NARROW:
        console.print(table)


def _graded(document: DocumentRow, quality: Quality) -> tuple[Text, Text, str, Text]:
    """Grade, file, pages, reasons."""
    grade = Text(quality.grade, _COLOURS.get(quality.grade, ""))
    name = Text(PurePath(document.sources[0]).name)
    return grade, name, str(document.pages or "–"), Text(" · ".join(_short(quality)))


def _short(quality: Quality) -> list[str]:
    """The reasons in few words, with the number of pages; that a page is a scan stands last, for all its pages are."""
    reasons = [_PAGES.sub(r" \1", reason).replace(RECOGNISED, "scan") for reason in quality.reasons]
    return sorted(reasons, key=lambda reason: reason.startswith("scan"))


def show_failures(failures: Iterable[Failure], console: Console) -> None:
    """The sources that could not be read, under what can be done about them; the reason of each, in one line."""
    groups: dict[str, list[Failure]] = defaultdict(list)
    for failure in failures:
        groups[failure.hint].append(failure)
    if not groups:
        return
    count = sum(map(len, groups.values()))
    console.print(Text(f"\n{count:,} source{' ' if count == 1 else 's '}could not be read", "bold"))
    for hint, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        console.print(Text(hint, "yellow"))
        table = Table.grid(padding=(0, 1))
        for failure in group:
            stage = "" if failure.stage == "read" else f" ({failure.stage})"
            words = failure.reason.replace(failure.path, "").strip()
            table.add_row(*(Text(cell, overflow="fold") for cell in (f"{failure.path}{stage}", words)))
        console.print(Padding(table, (0, 0, 0, 2)))


def show_loose_rows(rows: Sequence[str], console: Console) -> None:
    """The rows of manifests that fit no source or are not understood, the first of them in words."""
    if not rows:
        return
    console.print(f"{len(rows):,} remark{'s' * (len(rows) != 1)} on rows of manifests:", markup=False)
    for row in rows[:_MOST_ROWS]:
        console.print(Padding(Text(row), (0, 0, 0, 2)))
    if len(rows) > _MOST_ROWS:
        console.print(f"  … and {len(rows) - _MOST_ROWS} more")
