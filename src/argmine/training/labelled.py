"""The labelled sentences as the claim models see them.

`corpus/labelled/*.jsonl` holds sentences written for this project. `corpus/labelled/public/labels.tsv` holds labels for
sentences of public texts that are not ours to copy: a line is the key of a sentence (`key`), whether it claims, its
kind, stance and attribution. They count where the texts are given, PDFs, HTML or CSV files of speeches, and else not.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from argmine.extract import read
from argmine.mine.attributions import find_attributions
from argmine.mine.claims.features import Example
from argmine.mine.claims.finding import candidates, examples
from argmine.mine.sentences import find_sentences
from argmine.types import Sentence, Span

LABELS = "public/labels.tsv"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An example and its labels; `kind` is "none" where nothing is claimed, `stance` "" where none is taken."""

    example: Example
    kind: str
    stance: str
    attribution: str
    passage: str
    written: bool


def arguments(description: str | None) -> argparse.Namespace:
    """What a command that trains the claim model is told: where the sentences are, and where the model goes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path, default=Path("corpus/labelled"))
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="public texts that labels.tsv speaks of")
    parser.add_argument("--out", type=Path, default=Path("models/claims"))
    return parser.parse_args()


def load(folder: Path, texts: Iterable[Path] = ()) -> list[Labelled]:
    """The sentences written for the project, then those found in `texts`."""
    return [*_written(folder), *_public(folder / LABELS, texts)]


def bare(row: Labelled) -> Labelled:
    """The same without anything around the sentence, as somebody might hand it over alone."""
    return replace(row, example=Example(row.example.text, "other", attributed=row.example.attributed))


def key(text: str) -> str:
    """Names a sentence by its words alone, so that marks and line ends do not matter."""
    return sha256(" ".join(_WORD.findall(text.lower())).encode()).hexdigest()[:16]


def _written(folder: Path) -> Iterator[Labelled]:
    passage = before = None
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            above: str | None = before if row["passage"] == passage else None
            example = Example(
                row["text"], row["genre"], row["block"], row["heading"], above, row["lead"], _attributed(row["text"])
            )
            yield Labelled(
                example, row["kind"] or "none", row["stance"] or "", row["attribution"] or "own", row["passage"], True
            )
            passage, before = row["passage"], row["text"]


def _public(file: Path, texts: Iterable[Path]) -> Iterator[Labelled]:
    rows = csv.reader(file.read_text("utf-8").splitlines(), delimiter="\t") if file.exists() else ()
    labels = {name: (kind, stance, attribution) for name, kind, stance, attribution in rows}
    for path, example in _examples(texts):
        found = labels.pop(key(example.text), None)
        if found:
            yield Labelled(example, *found, path, False)


def _examples(texts: Iterable[Path]) -> Iterator[tuple[str, Example]]:
    for folder in texts:
        for path in sorted(file for file in folder.rglob("*") if file.suffix in (".pdf", ".html")):
            document = read(path)
            sentences = find_sentences(document)
            attributions = find_attributions(document.text, sentences)
            for example in examples(document, candidates(document, sentences), attributions):
                yield path.name, example
        for path in sorted(folder.rglob("*.csv")):
            yield from _speeches(path)


def _speeches(path: Path) -> Iterator[tuple[str, Example]]:
    """A table with the columns Speech and Full_Sentence, as ArgUNSC has it."""
    passage = before = None
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            text, speech = row.get("Full_Sentence"), row.get("Speech")
            if not text or text == before:
                continue
            above: str | None = before if speech == passage else None
            yield str(speech), Example(text, "record", before=above, attributed=_attributed(text))
            passage, before = speech, text


def _attributed(text: str) -> bool:
    return bool(find_attributions(text, (Sentence(Span(0, len(text)), "body"),)))
