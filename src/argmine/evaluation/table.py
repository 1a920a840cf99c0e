"""How an evaluation looks: a table of figures with their intervals, and what changed since the run before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from argmine.evaluation.claims import MEASURES
from argmine.evaluation.measures import Figure
from argmine.evaluation.running import Evaluated
from argmine.evaluation.runs import Change, Score

_NEAR = 0.0005
_STYLES = {"+": "green", "-": "red"}  # of what changed


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one gold file: what it is called, and lines of as many cells as there are headings."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def score_records(evaluated: Evaluated) -> Iterator[dict[str, Any]]:
    """One record for each measure of each system, for other programs; the value is an F1 or a share."""
    systems = {"argmine": evaluated.score.figures, **evaluated.baselines}
    for system, figures in systems.items():
        for measure, figure in figures.items():
            yield {
                "gold": evaluated.score.gold, "sentences": evaluated.score.sentences, "system": system,
                "measure": measure, "value": figure.f1, "low": figure.low, "high": figure.high,
                "precision": figure.precision, "recall": figure.recall, "of": figure.of,
            }  # fmt: skip


def summary_records(gold: str, summary: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The same for figures that have no interval: those of notes and of interpretations."""
    for measure, value in summary.items():
        yield {
            "gold": gold, "sentences": None, "system": "argmine", "measure": measure, "value": value,
            "low": None, "high": None, "precision": None, "recall": None, "of": None,
        }  # fmt: skip


def score_sheet(evaluated: Evaluated, before: Score | None) -> Sheet:
    """One gold file of sentences: each measure with its interval, its change, and the baselines beside it."""
    score = evaluated.score
    lines = []
    for measure in MEASURES:
        if figure := score.figures.get(measure):
            beside = [_f1(figures.get(measure)) for figures in evaluated.baselines.values()]
            lines.append((measure, *_cells(figure), _change(figure, before, measure), *beside))
    headings = ("measure", "F1", "95 %", "prec.", "recall", "of", "change", *evaluated.baselines)
    return Sheet(f"{score.gold}: {score.sentences} sentences", headings, tuple(lines))


def summary_sheet(title: str, summary: Mapping[str, Any]) -> Sheet:
    """One gold file of notes or interpretations: its figures by name."""
    return Sheet(title, ("measure", "value"), tuple((name.replace("_", " "), str(it)) for name, it in summary.items()))


def show_sheet(sheet: Sheet, console: Console) -> None:
    """For people at a terminal."""
    table = Table(box=None, padding=(0, 1, 0, 0))
    for place, heading in enumerate(sheet.headings):
        table.add_column(heading, justify="right" if place else "left", no_wrap=True)
    for line in sheet.lines:
        table.add_row(*(Text(cell, _STYLES.get(cell[:1], "")) for cell in line))
    console.print(Text(sheet.title, "italic"), table, "", sep="\n")


def sheet_as_markdown(sheet: Sheet) -> str:
    """For a paper: a table of Markdown under the title."""
    rows = (sheet.headings, ("---", *("---:" for _ in sheet.headings[1:])), *sheet.lines)
    return f"**{sheet.title}**\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def show_changes(changes: Sequence[Change], console: Console) -> None:
    """Sentence by sentence, what was gained and what was lost."""
    for change in changes:
        sign, style = ("+", "green") if change.gained else ("−", "red")
        console.print(Text.assemble((f"{sign} {change.measure:<14} ", style), change.text))


def _cells(figure: Figure) -> tuple[str, ...]:
    interval = f"{_short(figure.low)}–{_short(figure.high)}"
    return _short(figure.f1), interval, _short(figure.precision), _short(figure.recall), str(figure.of)


def _change(figure: Figure, before: Score | None, measure: str) -> str:
    old = before.figures.get(measure) if before else None
    if old is None or abs(figure.f1 - old.f1) < _NEAR:
        return "=" if old else ""
    return f"{figure.f1 - old.f1:+.3f}"


def _f1(figure: Figure | None) -> str:
    return _short(figure.f1) if figure else ""


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")
