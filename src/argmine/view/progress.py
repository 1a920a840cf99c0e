"""How an ingest looks while it runs: documents, pages, rate, time left; on stderr, since stdout holds results only."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class Bar:
    """A progress bar, an `intake.Watch`; with `shown` false, or where stderr is no terminal, it is silent."""

    def __init__(self, *, shown: bool = True) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"),
            TextColumn("{task.fields[pages]} pages"), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
            console=console, disable=not (shown and console.is_terminal), transient=True,
        )  # fmt: skip
        self._task = self._progress.add_task("reading", total=None, pages=0, rate="")
        self._pages = 0

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, documents: int) -> None:
        """So many documents will be read."""
        self._progress.reset(self._task, total=documents, pages=0, rate="")

    def advance(self, pages: int) -> None:
        """One document more, of so many pages."""
        self._pages += pages
        elapsed = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._pages / elapsed:.1f} pages/s" if elapsed else ""
        self._progress.update(self._task, advance=1, pages=self._pages, rate=rate)
