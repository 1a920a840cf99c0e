"""The flow "evaluate": what is found in many documents, beside gold that people annotated.

    prefect deploy flows/evaluate.py:evaluate        or, without Prefect, `argmine eval`

A task for each gold file; a task gets paths and gives figures, never documents.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from prefect import flow, task

from argmine.evaluation.running import document_of, evaluate_claims
from argmine.evaluation.summaries import has_sentences, summarise
from argmine.settings import load_settings


@flow(name="evaluate", persist_result=False)
def evaluate(gold: list[str], documents: list[str], partial: bool = False) -> dict[str, dict[str, Any]]:
    """Figures of each gold file by its name; `documents` are files, or folders that hold them by the gold's name."""
    runs = {name: score.submit(name, documents, partial) for name in gold}
    return {name: run.result() for name, run in runs.items()}


@task(persist_result=False)
def score(gold: str, documents: list[str], partial: bool) -> dict[str, Any]:
    """Score one gold file of sentences, of notes or of interpretations."""
    path, places = Path(gold), [Path(each) for each in documents]
    if not has_sentences(path):
        return dict(summarise(path, places, load_settings().encoder)[1])
    figures = evaluate_claims(path, document_of(path, places), partial=partial).score.figures
    return {measure: asdict(figure) for measure, figure in figures.items()}
