"""The flow "ingest": raw documents → the database of claims.

    prefect deploy flows/ingest.py:ingest        or        argmine ingest FOLDER

One task for each batch of documents; the documents of a batch are read on a pool of processes, each within its limit of
time, so that a document that hangs or crashes costs a line in the report and nothing else; what took too long is read
again at the end, alone. Tasks get paths and give
counts; what was read goes past Prefect, which would hash and keep it, straight to the one writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from threading import Condition
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from argmine.intake import Job, Outcome, Pool, Reading, make_plan, run
from argmine.settings import Settings, load_settings
from argmine.view.shown.progress import Bar

_TASKS_AT_ONCE = 4  # they only wait for processes; a few more keep the pool fed between batches
_RUNNER: Any = ThreadPoolTaskRunner(max_workers=_TASKS_AT_ONCE)
_PATIENCE = 1.0  # seconds between looks at whether the tasks are still alive


@flow(name="ingest", task_runner=_RUNNER, persist_result=False)
def ingest(
    sources: list[str],
    corpus: str | None = None,
    encoder: str | None = None,
    retry: bool = False,
    manifests: list[str] | None = None,
    ocr: bool | None = None,
    bar: bool = False,
) -> dict[str, Any]:
    """Bring the database in `corpus` up to date with what is at `sources`.

    Args:
        sources: files, folders and zip archives, as paths; and URLs.
        corpus: folder of the database; the settings' when None.
        encoder: who makes the vectors; the settings' when None.
        retry: read again what failed before.
        manifests: files that tell of the sources, besides those that lie among them.
        ocr: whether pages that are pictures go through text recognition; as the settings say when None.
        bar: show a progress bar on stderr.

    Returns:
        the report: counts, and the failures as records.
    """
    settings = load_settings(corpus=corpus, encoder=encoder)
    settings = settings if ocr is None else replace(settings, ocr=ocr)
    with make_plan(sources, settings, retry=retry, manifests=manifests or ()) as plan, Bar(shown=bar) as watch:
        return asdict(run(plan, settings, read_by_tasks, watch))


@task(name="read batch", cache_policy=NO_CACHE, persist_result=False, task_run_name="read {first} +{count}")
def read_batch(first: str, count: int, key: int) -> int:
    """Read one batch; its outcomes go to the shelf. Returns how many sources could be read."""
    shelf = _SHELVES[key]
    outcomes = shelf.read(first, count)
    return sum(isinstance(outcome, Reading) for outcome in outcomes)


def read_by_tasks(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, Outcome]]:
    """A reader for `intake.run`: outcomes in the order of the jobs, read ahead by the tasks."""
    if not jobs:
        return
    with Pool(settings, jobs) as pool:
        shelf = _Shelf(pool, jobs, settings)
        key = id(shelf)
        _SHELVES[key] = shelf
        try:
            yield from shelf.outcomes(_submitted(jobs, settings, key))
            yield from pool.second_tries()
        finally:
            del _SHELVES[key]


def _submitted(jobs: Sequence[Job], settings: Settings, key: int) -> list[PrefectFuture[int]]:
    batches = range(0, len(jobs), settings.batch)
    return [read_batch.submit(jobs[at].path, min(settings.batch, len(jobs) - at), key) for at in batches]


class _Shelf:
    """Where tasks leave what they read and the writer takes it from, in order."""

    def __init__(self, pool: Pool, jobs: Sequence[Job], settings: Settings) -> None:
        self._pool = pool
        self._jobs = jobs
        self._settings = settings
        self._places = {job.path: place for place, job in enumerate(jobs)}
        self._outcomes: dict[int, Outcome | None] = {}
        self._arrived = Condition()

    def read(self, first: str, count: int) -> list[Outcome | None]:
        """Read `count` jobs from the one whose path is `first` on."""
        start = self._places[first]
        batch = self._jobs[start : start + count]
        futures = [self._pool.schedule(job) for job in batch]
        return [
            self._put(start + at, self._pool.outcome(job, future))
            for at, (job, future) in enumerate(zip(batch, futures, strict=True))
        ]

    def outcomes(self, futures: list[PrefectFuture[int]]) -> Iterator[tuple[Job, Outcome]]:
        """All outcomes in the order of the jobs, each as soon as it and those before it are there."""
        for place, job in enumerate(self._jobs):
            if (outcome := self._take(place, job, futures)) is not None:
                yield job, outcome

    def _put(self, place: int, outcome: Outcome | None) -> Outcome | None:
        with self._arrived:
            self._outcomes[place] = outcome
            self._arrived.notify_all()
        return outcome

    def _take(self, place: int, job: Job, futures: list[PrefectFuture[int]]) -> Outcome | None:
        future = futures[place // self._settings.batch]
        with self._arrived:
            while place not in self._outcomes:
                ended = future.state.is_final()
                if not self._arrived.wait(_PATIENCE) and ended and place not in self._outcomes:
                    return job.unexpected("read", RuntimeError(f"its task ended as {future.state.name}"))
            return self._outcomes.pop(place)


_SHELVES: dict[int, _Shelf] = {}
"""Shelves of the ingests that run in this process; tasks are given a key, since Prefect would copy the thing itself."""
