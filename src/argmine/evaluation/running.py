"""Gold files → scores: each with the document that it annotates, analysed as an ingest would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmine.errors import SourceError
from argmine.evaluation.baselines import baselines, body_sentences
from argmine.evaluation.claims import MEASURES, Aligned, align, found_claims, tally
from argmine.evaluation.gold import load_gold
from argmine.evaluation.measures import Figure, figures
from argmine.evaluation.runs import Score, faults
from argmine.extract import read
from argmine.pipeline import analyse
from argmine.types import Analysis, Document

_KINDS = ("_notes", "_positions")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One gold file scored: the score, what became of each sentence, and the figures of the baselines, if asked for."""

    score: Score
    rows: Sequence[Aligned]
    baselines: Mapping[str, Mapping[str, Figure]]


def evaluate_claims(gold: Path, source: Path, *, partial: bool = False, compared: bool = False) -> Evaluated:
    """Score the claims of a document against annotated sentences.

    Args:
        gold: the annotated sentences.
        source: the document.
        partial: the gold covers only stretches of the document; claims elsewhere do not count.
        compared: score the baselines too.

    Raises:
        SourceError: gold or document cannot be read.
    """
    sentences = load_gold(gold)
    document = read(source, name=source.name)
    analysis = analyse(document)
    rows = align(sentences, found_claims(document, analysis), partial=partial)
    score = Score(gold.name, len(sentences), figures([tally(row) for row in rows], MEASURES), faults(rows))
    beside = dict(_beside(gold, document, analysis, partial=partial)) if compared else {}
    return Evaluated(score, rows, beside)


def _beside(
    gold: Path, document: Document, analysis: Analysis, *, partial: bool
) -> Iterator[tuple[str, Mapping[str, Figure]]]:
    texts = body_sentences(document, analysis.sentences)
    for name, baseline in baselines().items():
        rows = align(load_gold(gold), baseline(texts), partial=partial)
        yield name, figures([tally(row) for row in rows], MEASURES[:5])


def document_of(gold: Path, places: Sequence[Path]) -> Path:
    """The document that a gold file annotates: the one of its name, or a file that was named outright.

    Raises:
        SourceError: there is none, or there are several.
    """
    files = [place for place in places if place.is_file()]
    if len(files) == 1 and len(places) == 1:
        return files[0]
    stem = gold.name.partition(".")[0].lower()
    for kind in _KINDS:
        stem = stem.removesuffix(kind)
    folders = [gold.parent, *(place for place in places if place.is_dir())]
    found = {each.resolve(): each for folder in folders for each in folder.iterdir() if each.stem.lower() == stem}
    named = [each for each in [*files, *found.values()] if each.stem.lower() == stem and each.suffix != gold.suffix]
    if len(named) != 1:
        what = "several documents have" if named else "no document has"
        raise SourceError(f"{gold}: {what} its name ({stem}).", "Name the document with --document FILE_OR_FOLDER.")
    return named[0]


__all__ = ["Evaluated", "document_of", "evaluate_claims"]
