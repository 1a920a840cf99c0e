"""Documents whose text is known, typeset by several programs: how much of it each reader gives back unharmed.

    python benchmarks/typeset.py --scorer ../shared/eval FILE.pdf=TRUTH.json...

`score_extraction.py` in the scorer's folder says what is counted: the share of sentences that stand in a reader's text
as one string; the same where markers of notes and hyphens are forgiven; paragraphs, notes and, for argmine alone, which
ties them, notes whose marker stood where the truth has it. Other readers are measured where they are installed. Seconds
are those of the processor, for each page.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from argmine.extract import read
from argmine.types import Document

_TAIL = 12  # letters before a marker, and at the beginning of a note, that tell one from another


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pairs", nargs="+", metavar="FILE.pdf=TRUTH.json")
    arguments.add_argument("--scorer", type=Path, required=True)
    given = arguments.parse_args()
    sys.path.insert(0, str(given.scorer))
    score = importlib.import_module("score_extraction").score
    table = Table("file", "reader", "strict", "forgiven", "paragraphs", "notes", "tied", "furniture", "s/page")
    for pair in given.pairs:
        path, _, truth = pair.partition("=")
        for row in _rows(Path(path), json.loads(Path(truth).read_text()), score):
            table.add_row(*row)
    Console(width=120).print(table)


def _rows(path: Path, truth: Mapping[str, Any], score: Callable[..., dict[str, Any]]) -> list[tuple[str, ...]]:
    pages = len(pypdfium2.PdfDocument(path))
    start = _seconds()
    document = read(path)
    spent = (_seconds() - start) / pages
    body = "\n".join(block.span.of(document.text) for block in document.blocks)
    notes = "\n".join(f"{note.number} {note.span.of(document.text)}" for note in document.notes)
    rows = [_row(path, "argmine", score(body, truth, notes), f"{_tied(document, truth):.3f}", spent)]
    for name, reader in _peers().items():
        start = _seconds()
        text = reader(path)
        rows.append(_row(path, name, score(text, truth), "", (_seconds() - start) / pages))
    return rows


def _row(path: Path, reader: str, found: Mapping[str, Any], tied: str, seconds: float) -> tuple[str, ...]:
    shares = (found[key] for key in ("sentences_strict", "sentences_tolerant", "paragraphs_strict", "notes_strict"))
    shown = (f"{share:.3f}" for share in shares)
    return (path.stem, reader, *shown, tied, str(found["furniture_lines"]), f"{seconds:.3f}")


def _seconds() -> float:
    """Of the processor, in this process and in those that it started."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def _tied(document: Document, truth: Mapping[str, Any]) -> float:
    """F1 of pairs: how a note begins, and what stands before its marker."""
    texts = {note["n"]: _letters(note["text"])[:_TAIL] for note in truth["notes"]}
    paragraphs = [paragraph for section in truth["sections"] for paragraph in section["paragraphs"]]
    wanted = Counter(
        (texts[marker["n"]], _letters(paragraph["text"][: marker["offset"]])[-_TAIL:])
        for paragraph in paragraphs
        for marker in paragraph["markers"]
    )
    found = Counter(
        (_letters(note.span.of(document.text))[:_TAIL], _letters(document.text[: note.anchor])[-_TAIL:])
        for note in document.notes
        if note.anchor is not None
    )
    own = Counter({pair: count for pair, count in found.items() if pair[0] in texts.values()})  # not an author's
    return 2 * (wanted & own).total() / max(1, wanted.total() + own.total())


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _plumbed(path: Path) -> str:
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text(x_tolerance=1.5) for page in document.pages)


def _pdfium(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def _pdftotext(path: Path) -> str:
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout


def _pymupdf(path: Path) -> str:
    return str(importlib.import_module("pymupdf4llm").to_markdown(str(path), show_progress=False))


def _peers() -> dict[str, Callable[[Path], str]]:
    peers = {"pdfplumber": _plumbed, "pypdfium2": _pdfium}
    peers |= {"pdftotext": _pdftotext} if shutil.which("pdftotext") else {}
    return peers | ({"pymupdf4llm": _pymupdf} if importlib.util.find_spec("pymupdf4llm") else {})


if __name__ == "__main__":
    main()
