"""How an ingest looks while it runs: documents, pages, rate, time left; on stderr, since stdout holds results only."""

from __future__ import annotations

from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

BETWEEN_LINES = 30.0
"""Seconds from one line to the next where stderr is no terminal: a log shows that the ingest lives."""


class Bar:
    """An `intake.Watch`: a progress bar, or now and then a line where stderr is no terminal; silent if not `shown`."""

    def __init__(self, *, shown: bool = True) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._lines = shown and not self._console.is_terminal
        self._progress = Progress(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"),
            TextColumn("{task.fields[pages]} pages"), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
            console=self._console, disable=not (shown and self._console.is_terminal), transient=True,
        )  # fmt: skip
        self._task = self._progress.add_task("reading", total=None, pages=0, rate="")
        self._pages = self._documents = self._of = 0
        self._said = monotonic()

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, documents: int) -> None:
        """So many documents will be read."""
        self._of = documents
        self._progress.reset(self._task, total=documents, pages=0, rate="")
        if self._lines and documents:
            self._console.print(f"Reading {documents:,} document{'s' * (documents != 1)}.")

    def advance(self, pages: int) -> None:
        """One document more, of so many pages."""
        self._documents += 1
        self._pages += pages
        elapsed = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._pages / elapsed:.1f} pages/s" if elapsed else ""
        self._progress.update(self._task, advance=1, pages=self._pages, rate=rate)
        if self._lines and monotonic() - self._said >= BETWEEN_LINES:
            self._said = monotonic()
            self._console.print(f"{self._documents:,} of {self._of:,} documents, {self._pages:,} pages.")
