"""Processes that read, each source within its limits of time and memory.

A document that hangs, crashes or wants all memory costs its process, which is replaced, and a line in the report.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as PoolTimeout
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Self

from pebble import ProcessExpired, ProcessPool

from argmine.extract.confined import limit_memory
from argmine.intake.jobs import Job, Outcome
from argmine.intake.reading import read_one
from argmine.settings import Settings

_DOCUMENTS_PER_PROCESS = 200  # then a fresh one: what a library leaks does not add up
_WORTH = 4  # sources that repay the start of a process
_AHEAD = 4  # sources per process that are read before the first of them is written


class Pool:
    """As many processes as the settings say, fewer for few sources; a context."""

    def __init__(self, settings: Settings, sources: int) -> None:
        self.size = max(1, min(settings.workers, sources // _WORTH))
        self._settings = settings
        self._pool = ProcessPool(
            self.size,
            max_tasks=_DOCUMENTS_PER_PROCESS,
            initializer=limit_memory,
            initargs=[settings.megabytes_per_process],
            context=get_context("spawn"),  # threads must not be forked
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; with an error, at once."""
        if kind:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()

    def schedule(self, job: Job) -> Any:
        """Let the next process that is free read a source; its future."""
        seconds = self._settings.seconds_per_document
        return self._pool.schedule(read_one, args=(job, self._settings), timeout=seconds)

    def outcome(self, job: Job, future: Any) -> Outcome:
        """What a process made of a job, or how it ended."""
        seconds = self._settings.seconds_per_document
        try:
            outcome: Outcome = future.result()
        except PoolTimeout:
            hint = "Raise seconds_per_document in argmine.toml, or split the file."
            return job.failed("read", f"{job.path} took longer than {seconds} s.", hint)
        except ProcessExpired as error:
            reason = f"{job.path} ended the process that read it (exit code {error.exitcode})."
            most = self._settings.megabytes_per_process
            return job.failed("read", reason, f"It is damaged, or wants more than {most:,} MB: megabytes_per_process.")
        except Exception as error:
            return job.unexpected("read", error)
        return outcome


def read_in_processes(jobs: Sequence[Job], settings: Settings) -> Iterator[Outcome]:
    """A reader for `run`: outcomes in the order of the jobs, a few read ahead."""
    if not jobs:
        return
    with Pool(settings, len(jobs)) as pool:
        ahead: deque[tuple[Job, Any]] = deque()
        for job in jobs:
            ahead.append((job, pool.schedule(job)))
            if len(ahead) > _AHEAD * pool.size:
                yield pool.outcome(*ahead.popleft())
        while ahead:
            yield pool.outcome(*ahead.popleft())
