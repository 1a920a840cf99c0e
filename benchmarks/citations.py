"""How fast citations are found and parsed, beside eyecite where it is installed.

    python benchmarks/citations.py [FILE ...]

Text is taken from the samples (or the files): once as notes alone, the densest there is, once as a paper, of which
notes are about a fifth, once as running text. eyecite looks for cases, statutes and journals of the United States only.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from argmine.mine.citations.finding import find_citations
from argmine.types import Block, Document, Metadata, Note, Source, Span

ROOT = Path(__file__).parent.parent
WANTED = 400_000  # characters of each kind


def document(body: str, notes: list[str]) -> Document:
    text, made = body, []
    for number, note in enumerate(notes, start=1):
        text += "\n\n" + note
        made.append(Note(str(number), Span(len(text) - len(note), len(text)), 0))
    source = Source("benchmark.txt", "0" * 64, "text/plain", len(text))
    return Document("0" * 12, source, Metadata(), text, (Block("paragraph", Span(0, len(body))),), tuple(made))


def rate(work: Callable[[], object], size: int) -> float:
    """Megabytes (10⁶ characters) a second."""
    start = time.process_time()
    work()
    return size / (time.process_time() - start) / 1e6


def eyecite_rate(text: str) -> float | None:
    try:
        from eyecite import get_citations  # noqa: PLC0415 (it may be absent)
    except ImportError:
        return None
    get_citations("1 U.S. 1")
    return rate(lambda: get_citations(text), len(text))


def main(paths: list[str]) -> None:
    golden = ROOT / "tests" / "golden"
    notes = [
        json.loads(line)["text"]
        for path in sorted(golden.glob("*_notes.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    bodies = [Path(path).read_text("utf-8") for path in paths] or [
        path.read_text("utf-8") for path in sorted((ROOT / "corpus/sources").glob("*.txt"))
    ]
    body, size = "\n".join(bodies), sum(map(len, notes))
    many = body * (WANTED // len(body) + 1)
    kinds = {
        "notes alone": document(".", notes * (WANTED // size)),
        "paper, a fifth notes": document(many[: WANTED * 4 // 5], notes * (WANTED // 5 // size)),
        "running text": document(many[:WANTED], []),
    }
    find_citations(kinds["running text"])
    for name, read in kinds.items():
        print(f"{name:22} {rate(lambda read=read: find_citations(read), len(read.text)):.2f} MB/s")
    beside = eyecite_rate(kinds["notes alone"].text[:100_000])
    print(f"{'eyecite, notes':22} {beside:.2f} MB/s" if beside else "eyecite is not installed")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", metavar="FILE", nargs="*", help="plain texts, instead of the samples")
    main(parser.parse_args().files)
