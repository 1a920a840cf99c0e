"""Pages read per second, beside libraries that give text or Markdown only; memory over many documents.

    python benchmarks/read.py FILE... [--documents 300]

All read the same files in one run, on one core; argmine also in two processes. pymupdf4llm is measured when installed.
The second table is the peak memory of one process that reads the files over and over.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from argmine.errors import SourceError
from argmine.extract import read

_EVERY = 50  # documents between two looks at the memory


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--documents", type=int, default=300)
    given = arguments.parse_args()
    files = [path for path in given.files if _is_read(path)]
    Console().print(_speeds(files), _memory(files, given.documents))


def _is_read(path: Path) -> bool:
    try:
        read(path)
    except SourceError as error:
        Console(stderr=True).print(f"left out: {error.reason}")
        return False
    return True


def _speeds(files: list[Path]) -> Table:
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in files)
    table = Table("reader", "gives", "pages/s", title=f"{pages} pages of {len(files)} documents")
    for name, gives, reader in READERS:
        if reader is not None:
            table.add_row(name, gives, f"{pages / _seconds(reader, files):.1f}")
    table.add_row("argmine, two processes", "a Document", f"{pages / _seconds_in_two(files):.1f}")
    return table


def _seconds(reader: Callable[[Path], object], files: Iterable[Path]) -> float:
    start = time.perf_counter()
    for path in files:
        reader(path)
    return time.perf_counter() - start


def _seconds_in_two(files: list[Path]) -> float:
    """The start of the processes is not counted: an ingest starts them once."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(read, files[:2], chunksize=1)
        start = time.perf_counter()
        for _ in pool.imap_unordered(read, sorted(files, key=lambda path: -path.stat().st_size), chunksize=1):
            pass
        return time.perf_counter() - start


def _plumbed(path: Path) -> str:
    with pdfplumber.open(path) as document:
        return "".join(page.extract_text() for page in document.pages)


def _pdfium(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_range() for page in document)


def _pymupdf() -> Callable[[Path], object] | None:
    if importlib.util.find_spec("pymupdf4llm") is None:
        return None
    import pymupdf4llm  # noqa: PLC0415  (in no environment but that of a benchmark)

    return lambda path: pymupdf4llm.to_markdown(str(path))


READERS: tuple[tuple[str, str, Callable[[Path], object] | None], ...] = (
    ("argmine", "a Document", read),
    ("pypdfium2", "text", _pdfium),
    ("pdfplumber", "text", _plumbed),
    ("pymupdf4llm", "Markdown", _pymupdf()),
)


def _memory(files: list[Path], documents: int) -> Table:
    table = Table("documents", "peak MB", title="one process")
    for number, path in enumerate(itertools.islice(itertools.cycle(files), documents), 1):
        read(path)
        if number % _EVERY == 0:
            table.add_row(str(number), str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
    return table


if __name__ == "__main__":
    main()
