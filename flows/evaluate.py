"""The flow "evaluate": what is found in many documents, beside gold that people annotated.

    prefect deploy flows/evaluate.py:evaluate        or, without Prefect, `argmine eval`

A task for each gold file; a task gets paths and gives figures, never documents.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from prefect import flow, task

from argmine.evaluation.gold import is_notes
from argmine.evaluation.notes import score_file
from argmine.evaluation.running import document_of, evaluate_claims


@flow(name="evaluate", persist_result=False)
def evaluate(gold: list[str], documents: list[str], partial: bool = False) -> dict[str, dict[str, Any]]:
    """Figures of each gold file by its name; `documents` are files, or folders that hold them by the gold's name."""
    runs = {name: score.submit(name, documents, partial) for name in gold}
    return {name: run.result() for name, run in runs.items()}


@task(persist_result=False)
def score(gold: str, documents: list[str], partial: bool) -> dict[str, Any]:
    """Score one gold file of sentences or of notes."""
    path = Path(gold)
    source = document_of(path, [Path(each) for each in documents])
    if is_notes(path):
        return score_file(path, source).summary()
    figures = evaluate_claims(path, source, partial=partial).score.figures
    return {measure: asdict(figure) for measure, figure in figures.items()}
