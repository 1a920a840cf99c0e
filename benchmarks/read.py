"""Pages read per second, beside libraries that give text or Markdown only; memory over many documents.

    python benchmarks/read.py FILE... [--documents 1000]

All read the same files in one run; pages for each second of processor time, so that other work on the machine does not
count. Then argmine in one process and in two, by the clock. pymupdf4llm is measured when installed. The last table is
the memory of one process that reads the files over and over: what it has, and the most that it had.
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
    arguments.add_argument("--documents", type=int, default=1000)
    given = arguments.parse_args()
    files = [path for path in given.files if _is_read(path)]
    Console().print(_speeds(files), _in_two_processes(files), _memory(files, given.documents))


def _is_read(path: Path) -> bool:
    try:
        read(path)
    except SourceError as error:
        Console(stderr=True).print(f"left out: {error.reason}")
        return False
    return True


def _speeds(files: list[Path]) -> Table:
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in files)
    table = Table("reader", "gives", "pages/s", "argmine", title=f"{pages} pages of {len(files)} documents")
    rates = {name: pages / _seconds(reader, files) for name, _, reader in READERS if reader is not None}
    for name, gives, _ in READERS:
        if name in rates:
            table.add_row(name, gives, f"{rates[name]:.1f}", f"{rates['argmine'] / rates[name]:.2f} times")
    return table


def _seconds(reader: Callable[[Path], object], files: Iterable[Path]) -> float:
    """Processor time."""
    start = time.process_time()
    for path in files:
        reader(path)
    return time.process_time() - start


def _in_two_processes(files: list[Path]) -> Table:
    """The start of the processes is not counted: an ingest starts them once."""
    one, two = (_clocked(files, processes) for processes in (1, 2))
    table = Table("processes", "seconds", "times", title="by the clock")
    table.add_row("1", f"{one:.1f}", "1.00")
    table.add_row("2", f"{two:.1f}", f"{one / two:.2f}")
    return table


def _clocked(files: list[Path], processes: int) -> float:
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_pages, files[:2], chunksize=1)
        start = time.perf_counter()
        for _ in pool.imap_unordered(_pages, sorted(files, key=lambda path: -path.stat().st_size), chunksize=1):
            pass
        return time.perf_counter() - start


def _pages(path: Path) -> int:
    return len(read(path).pages)


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
    table = Table("documents", "MB", "peak MB", title="one process")
    for number, path in enumerate(itertools.islice(itertools.cycle(files), documents), 1):
        read(path)
        if number % _EVERY == 0:
            table.add_row(
                str(number), str(_resident()), str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
            )
    return table


def _resident() -> int:
    """Megabytes that this process has now."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main()
