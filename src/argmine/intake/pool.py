"""Processes that read, each source within its limits of time and memory.

A document that hangs, crashes or wants all memory costs its process, which is replaced, and a line in the report. One
that took too long is put by, and read again when the others are done: alone, and with more time.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from multiprocessing import get_context
from multiprocessing.sharedctypes import RawArray
from types import TracebackType
from typing import Any, Self

from pebble import ProcessExpired, ProcessPool

from argmine.encoders import load_encoder
from argmine.encoders.tokens import load_token_encoder
from argmine.extract.assembly import assemble
from argmine.extract.files.confined import clock, is_late, limit_memory, limited_work, uncounted_work
from argmine.extract.plain.text import read_text
from argmine.intake.jobs import STAGES, Job, Outcome
from argmine.intake.reading import read_one
from argmine.pipeline import analyse
from argmine.settings import Settings
from argmine.types import Metadata, Source

_DOCUMENTS_PER_PROCESS = 200  # then a fresh one: what a library leaks does not add up
_WORTH = 4  # sources that repay the start of a process
_AHEAD = 4  # sources per process that are read before the first of them is written
_MORE_TIME = 2  # times the limit, for a second try


class Pool:
    """As many processes as the settings say, fewer for few sources; a context."""

    def __init__(self, settings: Settings, jobs: Sequence[Job]) -> None:
        self.size = max(1, min(settings.workers, len(jobs) // _WORTH))
        self._settings = settings
        self._places = {job.path: place for place, job in enumerate(jobs)}
        self._late: list[Job] = []
        self._awaited: set[Any] = set()
        context = get_context("spawn")  # threads must not be forked
        self._stages = RawArray("b", len(jobs))
        self._pool = ProcessPool(
            self.size,
            max_tasks=_DOCUMENTS_PER_PROCESS,
            initializer=_begin,
            initargs=[settings.megabytes_per_process, self._stages],
            context=context,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; with an error, at once, and whoever waits for a source in another thread is told."""
        if kind:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()
        for future in list(self._awaited):
            future.cancel()

    def schedule(self, job: Job, times: int = 1) -> Any:
        """Let the next process that is free read a source, with so many times the limit of work; its future."""
        seconds = times * self._settings.seconds_per_document
        args = (job, self._settings, self._places[job.path], seconds)
        future = self._pool.schedule(_read, args=args, timeout=clock(seconds))
        self._awaited.add(future)
        future.add_done_callback(self._awaited.discard)
        return future

    def outcome(self, job: Job, future: Any) -> Outcome | None:
        """What a process made of a job, or how it ended; None for one that is put by."""
        try:
            outcome: Outcome = future.result()
        except Exception as error:
            if not _is_worth_another(error):
                return self._failed(job, error)
            self._late.append(job)
            return None
        return outcome

    def second_tries(self) -> Iterator[tuple[Job, Outcome]]:
        """What was put by, in the order of the jobs, one alone after the other."""
        for job in sorted(self._late, key=lambda job: self._places[job.path]):
            future = self.schedule(job, _MORE_TIME)
            try:
                outcome: Outcome = future.result()
            except Exception as error:
                outcome = self._failed(job, error)
            yield job, outcome

    def _failed(self, job: Job, error: Exception) -> Outcome:
        stage = STAGES[self._stages[self._places[job.path]]]
        if is_late(error):
            seconds = _MORE_TIME * self._settings.seconds_per_document
            spent = "of work" if isinstance(error, ProcessExpired) else f"(by the clock {clock(seconds):g} s)"
            hint = "Raise seconds_per_document in argmine.toml and ingest with --retry, or split the file."
            return job.failed(stage, f"{job.path} took more than {seconds} s {spent} to {stage}, alone.", hint)
        if isinstance(error, ProcessExpired):
            reason = f"{job.path} ended the process that read it (exit code {error.exitcode})."
            most = self._settings.megabytes_per_process
            hint = f"It is damaged, or wants more than {most:,} MB: megabytes_per_process."
            return job.failed(stage, reason, hint)
        return job.unexpected(stage, error)


def _is_worth_another(error: Exception) -> bool:
    """Whether a source may be read when nothing else is: it was late, or killed from outside, as where memory ends."""
    killed = isinstance(error, ProcessExpired) and sys.platform != "win32" and error.exitcode == -signal.SIGKILL
    return killed or is_late(error)


_at_work: Any = None
"""In a process that reads: which stage each source has reached, where the parent sees it."""


def _begin(megabytes: int, stages: Any) -> None:
    global _at_work  # noqa: PLW0603  (a process is told once, when it starts)
    limit_memory(megabytes)
    _at_work = stages


def _read(job: Job, settings: Settings, place: int, seconds: float) -> Outcome:
    """Read a source within its time; what all sources need is loaded where it is first needed, and not counted."""

    def reach(stage: str) -> None:
        _at_work[place] = STAGES.index(stage)
        if stage == "analyse":
            with uncounted_work():
                _load(settings)

    with limited_work(seconds):
        return read_one(job, settings, reach)


@cache
def _load(settings: Settings) -> None:
    """Load the knowledge and the models, once a process: with a sentence that wants them."""
    sentence = "Article II of the Treaty forbids it."
    analyse(assemble(read_text(sentence), "", Source("", "", "", 0), Metadata()), settings.spacy_model or None)
    load_encoder(settings.encoder).encode([sentence])
    load_token_encoder().pack(sentence)


def read_in_processes(jobs: Sequence[Job], settings: Settings) -> Iterator[tuple[Job, Outcome]]:
    """A reader for `run`: outcomes in the order of the jobs, a few read ahead."""
    if not jobs:
        return
    with Pool(settings, jobs) as pool:
        for job, future in _ahead(pool, jobs):
            if (outcome := pool.outcome(job, future)) is not None:
                yield job, outcome
        yield from pool.second_tries()


def _ahead(pool: Pool, jobs: Sequence[Job]) -> Iterator[tuple[Job, Any]]:
    """The jobs with their futures, a few of which are scheduled before their turn."""
    ahead: deque[tuple[Job, Any]] = deque()
    for job in jobs:
        ahead.append((job, pool.schedule(job)))
        if len(ahead) > _AHEAD * pool.size:
            yield ahead.popleft()
    yield from ahead
