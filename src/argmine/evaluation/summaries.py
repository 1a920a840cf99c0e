"""Gold of notes and of interpretations → its figures by name; gold of sentences is scored by `evaluation.running`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from argmine.encoders import load_encoder
from argmine.evaluation.gold import is_notes
from argmine.evaluation.notes import score_file
from argmine.evaluation.positions import MEASURE, is_readings, score_positions, sentences_of
from argmine.evaluation.running import document_of

Summary = tuple[str, Mapping[str, Any]]
"""The name of a gold file, and its figures by name."""


def has_sentences(gold: Path) -> bool:
    """Whether a gold file annotates sentences, and neither notes nor interpretations."""
    return not is_notes(gold) and not is_readings(gold)


def summarise(gold: Path, documents: Sequence[Path], encoder: str) -> Summary:
    """Score notes, or the pairs of sentences that state one interpretation.

    Args:
        gold: the annotated notes or interpretations.
        documents: files, or folders that hold the document by the gold's name; without any, notes are read alone.
        encoder: whose vectors gather interpretations.

    Raises:
        SourceError: gold or document cannot be read.
    """
    if is_notes(gold):
        return gold.name, score_file(gold, document_of(gold, documents) if documents else None).summary()
    figure = score_positions(gold, sentences_of(gold), document_of(gold, documents), load_encoder(encoder).encode)
    summary = {"f1": figure.f1, "precision": figure.precision, "recall": figure.recall, "pairs owed": figure.of}
    return f"{gold.name}: {MEASURE}", {name: round(value, 3) for name, value in summary.items()}


__all__ = ["Summary", "has_sentences", "summarise"]
