"""Text recognition for pages that are pictures, by ocrmypdf, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from argmine.errors import SourceError, TimedOut

_SECONDS = 60.0, 40.0  # for the file, and for each page of it


def is_installed() -> bool:
    """Whether ocrmypdf and the engine that it drives are there."""
    return all(shutil.which(name) for name in ("ocrmypdf", "tesseract"))


@contextmanager
def recognised(path: Path, name: str, pages: int, languages: str = "eng") -> Iterator[Path]:
    """A copy of the PDF at `path` whose pages without text have one; it lives as long as the context.

    Args:
        path: a PDF; pages that have text are left as they are.
        name: what messages call it.
        pages: how many pages it has, for the limit of time.
        languages: codes of Tesseract's language packs, joined by "+".

    Raises:
        TimedOut: it took more than a minute and forty seconds a page.
        SourceError: ocrmypdf refused the file; the message has its last line.
    """
    with TemporaryDirectory(prefix="argmine-") as folder:
        copy = Path(folder) / "recognised.pdf"
        command = ["ocrmypdf", "--quiet", "--skip-text", "--output-type", "pdf", "--optimize", "0", "--jobs", "1"]
        limit = _SECONDS[0] + _SECONDS[1] * pages
        code, said = _run([*command, "--language", languages, str(path.resolve()), str(copy)], limit, name)
        if code or not copy.exists():
            raise SourceError(f"{name} could not be recognised: {said}.", "Run ocrmypdf on it by hand to see more.")
        yield copy


def _run(command: list[str], limit: float, name: str) -> tuple[int, str]:
    """Exit status and last words of a command; past the limit it and its children are stopped."""
    process = subprocess.Popen(  # noqa: S603  (a fixed program, no shell; the paths are absolute)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        _, said = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise TimedOut(f"Recognising {name} took over {limit:.0f} seconds.", "Run ocrmypdf on it by hand.") from error
    lines = said.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
    return process.returncode, lines[-1].rstrip(".")
