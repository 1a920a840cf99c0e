"""Reading one source: file → document → analysis → vectors; whatever goes wrong is an outcome too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from argmine.encoders import load_encoder
from argmine.encoders.tokens import load_token_encoder
from argmine.errors import ArgmineError
from argmine.extract import Limits, read
from argmine.intake.jobs import STAGES, Job, Outcome, Reading
from argmine.pipeline import analyse
from argmine.settings import Settings
from argmine.types import Document


def read_here(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, Outcome]]:
    """A reader in this process, one source after the other; only size and pages are limited."""
    for job in jobs:
        yield job, read_one(job, settings)


def read_one(job: Job, settings: Settings, reach: Callable[[str], None] = lambda stage: None) -> Outcome:
    """Read, analyse and embed one source; whatever goes wrong becomes a `Failure` with its stage.

    `reach` is told of each of the `STAGES` when it begins.
    """
    stage = STAGES[0]
    try:
        reach(stage)
        document = _document(job, settings)
        reach(stage := STAGES[1])
        analysis = replace(analyse(document, settings.spacy_model or None), recipe=job.recipe)
        reach(stage := STAGES[2])
        texts = [span.of(document.text) for span in analysis.searchable]
        vectors = load_encoder(settings.encoder).encode(texts)
        tokens = tuple(map(load_token_encoder().pack, texts))
    except ArgmineError as error:
        return job.failed(stage, error.reason, error.hint)
    except MemoryError:
        reason = f"{job.path} wants more than the {settings.megabytes_per_process:,} MB of memory that one may have."
        return job.failed(stage, reason, "Raise megabytes_per_process in argmine.toml, if you trust the file.")
    except Exception as error:  # a bug of ours or of a library must not lose the other documents
        return job.unexpected(stage, error)
    return Reading(document, analysis, vectors, tokens)


def _document(job: Job, settings: Settings) -> Document:
    return read(
        Path(job.file or job.path),
        name=job.path,
        limits=Limits(settings.max_megabytes * 1_000_000, settings.max_pages),
        known=job.said.metadata,
        password=job.said.password,
        ocr=settings.ocr,
        engine=settings.pdf_engine,
    )
