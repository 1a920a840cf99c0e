"""Text recognition for pages that are pictures, by Tesseract, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from argmine.errors import SourceError, TimedOut

_SECONDS = 40.0  # for a page
_DPI = 300
_MOST_PIXELS = 40_000_000  # of a page's picture: A2 at 300 dpi
_HINT = "Run tesseract on it by hand to see more."


def is_installed() -> bool:
    """Whether Tesseract is there."""
    return shutil.which("tesseract") is not None


@contextmanager
def recognised(
    path: Path, name: str, pages: Collection[int], *, password: str | None = None, languages: str = "eng"
) -> Iterator[Path]:
    """A copy of the PDF at `path` of which some pages have the text that is seen on them.

    It lives as long as the context and has no password.

    Args:
        path: a PDF.
        name: what messages call it.
        pages: the numbers of the pages to be recognised, from 1; the others are left as they are.
        password: what opens an encrypted file.
        languages: codes of Tesseract's language packs, joined by "+".

    Raises:
        TimedOut: a page took more than forty seconds.
        SourceError: Tesseract refused a page; the message has its last line.
    """
    with TemporaryDirectory(prefix="argmine-") as folder:
        copy = Path(folder) / "recognised.pdf"
        source = pypdfium2.PdfDocument(path, password=password)
        result = pypdfium2.PdfDocument.new()
        for number in range(1, len(source) + 1):
            if number in pages:
                with_text = _recognise(source[number - 1], Path(folder), f"page {number} of {name}", languages)
                page = pypdfium2.PdfDocument(with_text)
                result.import_pages(page)
                page.close()
            else:
                result.import_pages(source, [number - 1])
        result.save(copy)
        result.close()
        source.close()
        yield copy


def _recognise(page: pypdfium2.PdfPage, folder: Path, name: str, languages: str) -> Path:
    """A PDF of one page: its picture, and the text seen on it behind that."""
    width, height = page.get_size()
    dpi = min(_DPI, 72 * (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    picture, result = folder / "page.png", folder / "page"
    page.render(scale=dpi / 72, grayscale=True).to_pil().save(picture, dpi=(dpi, dpi))
    page.close()
    program = shutil.which("tesseract") or "tesseract"
    command = [program, str(picture), str(result), "--dpi", f"{dpi:.0f}", "-l", languages, "pdf"]
    code, said = _run(command, name)
    if code:
        raise SourceError(f"Tesseract could not read {name}: {said}.", _HINT)
    return result.with_suffix(".pdf")


def _run(command: list[str], name: str) -> tuple[int, str]:
    """Exit status and last words of a command; past the limit it is stopped."""
    process = subprocess.Popen(  # noqa: S603  (a fixed program, no shell; the paths are absolute)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost more than they bring
    )
    try:
        _, said = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        _stop(process)
        process.communicate()
        raise TimedOut(f"Recognising {name} took over {_SECONDS:.0f} seconds.", _HINT) from error
    lines = said.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
    return process.returncode, lines[-1].rstrip(".")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a command with all that it started; Windows has no groups of processes."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
