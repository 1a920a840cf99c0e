"""Pages per second of an ingest, stage by stage, beside bare pdfplumber on the same pages in the same run.

    python benchmarks/ingest.py [FOLDER] [--rounds 3]

One process; stages: read (file → Document), analyse, embed, store. The peer is `extract_text()` of each page of
`pdfplumber.open(...)`, which reads text and nothing else. Times are medians over the rounds; read the ratios, not
the seconds.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pdfplumber
from rich.console import Console
from rich.table import Table

from argmine.encoders import load_encoder
from argmine.errors import SourceError
from argmine.extract import read
from argmine.pipeline import analyse
from argmine.store import Database
from argmine.types import Document

Times = dict[str, float]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("corpus/raw"))
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    paths = [path for path in sorted(given.folder.rglob("*.pdf")) if _is_readable(path)]
    encoder = load_encoder()
    _argmine(paths[:1], encoder.encode)  # imports, models and caches are paid once
    rounds = [(_argmine(paths, encoder.encode), _pdfplumber(paths)) for _ in range(given.rounds)]
    _print(rounds, len(paths))


def _is_readable(path: Path) -> bool:
    try:
        read(path)
    except SourceError:
        return False
    return True


def _argmine(paths: list[Path], encode: Callable) -> tuple[Times, int]:  # type: ignore[type-arg]
    times: Times = {}
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder), write=True) as database:
        with _timed(times, "read"):
            documents: list[Document] = [read(path) for path in paths]
        with _timed(times, "analyse"):
            analyses = [analyse(document) for document in documents]
        pairs = list(zip(documents, analyses, strict=True))
        with _timed(times, "embed"):
            vectors = [
                encode([claim.span.of(document.text) for claim in analysis.claims]) for document, analysis in pairs
            ]
        with _timed(times, "store"):
            for (document, analysis), rows in zip(pairs, vectors, strict=True):
                database.write(document, analysis, rows, "static")
    return times, sum(len(document.pages) for document in documents)


def _pdfplumber(paths: list[Path]) -> float:
    times: Times = {}
    with _timed(times, "pdfplumber"):
        for path in paths:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_text()
    return times["pdfplumber"]


@contextmanager
def _timed(times: Times, stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    times[stage] = time.perf_counter() - start


def _print(rounds: list[tuple[tuple[Times, int], float]], documents: int) -> None:
    pages = rounds[0][0][1]
    peer = statistics.median(seconds for _, seconds in rounds)
    table = Table("stage", "pages/s", "ratio to bare pdfplumber", title=f"{pages} pages of {documents} PDFs")
    stages = {name: statistics.median(times[name] for (times, _), _ in rounds) for name in rounds[0][0][0]}
    stages["all of them"] = statistics.median(sum(times.values()) for (times, _), _ in rounds)
    for name, seconds in stages.items():
        table.add_row(name, f"{pages / seconds:.1f}", f"{peer / seconds:.2f}")
    table.add_row("bare pdfplumber extract_text", f"{pages / peer:.1f}", "1.00")
    console = Console()
    console.print(table)
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
