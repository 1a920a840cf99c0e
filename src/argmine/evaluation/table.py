"""How an evaluation looks: a table of figures with their intervals, and what changed since the run before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from argmine.evaluation.claims import MEASURES
from argmine.evaluation.measures import Figure
from argmine.evaluation.running import Evaluated
from argmine.evaluation.runs import Change, Score

_NEAR = 0.0005


def score_records(evaluated: Evaluated) -> Iterator[dict[str, Any]]:
    """One record for each measure of each system, for other programs."""
    systems = {"argmine": evaluated.score.figures, **evaluated.baselines}
    for system, figures in systems.items():
        for measure, figure in figures.items():
            yield {
                "gold": evaluated.score.gold, "sentences": evaluated.score.sentences, "system": system,
                "measure": measure, "f1": figure.f1, "low": figure.low, "high": figure.high,
                "precision": figure.precision, "recall": figure.recall, "of": figure.of,
            }  # fmt: skip


def show_score(evaluated: Evaluated, before: Score | None, console: Console) -> None:
    """One gold file: a line for each measure, with its interval, its change, and the baselines beside it."""
    score = evaluated.score
    table = Table(title=f"{score.gold}: {score.sentences} sentences", title_justify="left", box=None)
    table.add_column("measure", no_wrap=True)
    for heading in ("F1", "95 %", "precision", "recall", "of", "before", *evaluated.baselines):
        table.add_column(heading, justify="right", no_wrap=True)
    for measure in MEASURES:
        if figure := score.figures.get(measure):
            beside = [figures.get(measure) for figures in evaluated.baselines.values()]
            table.add_row(measure, *_cells(figure), _change(figure, before, measure), *map(_f1, beside))
    console.print(table, "")


def show_notes(gold: str, summary: Mapping[str, Any], console: Console) -> None:
    """One gold file of notes: its figures by name."""
    table = Table(title=gold, title_justify="left", box=None, show_header=False)
    for name, value in summary.items():
        table.add_row(name.replace("_", " "), str(value))
    console.print(table, "")


def show_changes(changes: Sequence[Change], console: Console) -> None:
    """Sentence by sentence, what was gained and what was lost."""
    for change in changes:
        sign, style = ("+", "green") if change.gained else ("−", "red")
        console.print(Text.assemble((f"{sign} {change.measure:<14} ", style), change.text))


def _cells(figure: Figure) -> tuple[str, ...]:
    interval = f"{_short(figure.low)}–{_short(figure.high)}"
    return _short(figure.f1), interval, _short(figure.precision), _short(figure.recall), str(figure.of)


def _change(figure: Figure, before: Score | None, measure: str) -> Text:
    old = before.figures.get(measure) if before else None
    if old is None or abs(figure.f1 - old.f1) < _NEAR:
        return Text("=" if old else "")
    return Text(f"{figure.f1 - old.f1:+.3f}", "green" if figure.f1 > old.f1 else "red")


def _f1(figure: Figure | None) -> str:
    return _short(figure.f1) if figure else ""


def _short(value: float) -> str:
    return f"{value:.3f}"
