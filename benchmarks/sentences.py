"""Sentence ends in US legal text: `python benchmarks/sentences.py ../shared/data/multilegalsbd/en/gold [--texts N]`.

F1 of the offsets at which sentences end, beside spaCy's sentencizer and, where it is installed, pySBD.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import spacy

from argmine.mine.components import plain_document
from argmine.mine.sentences import find_sentences


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--texts", type=int, default=None, help="so many of each file only")
    given = arguments.parse_args()
    finders = dict(_finders())
    for file in sorted(given.folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in islice(file.open(encoding="utf-8"), given.texts)]
        counts = {name: Counter[str]() for name in finders}
        for row in rows:
            gold = {_last(row["text"], span["end"]) for span in row["spans"]}
            for name, ends in finders.items():
                found = ends(row["text"])
                counts[name] += Counter(hits=len(gold & found), found=len(found), gold=len(gold))
        print(file.stem, *(f"{name} {2 * c['hits'] / (c['found'] + c['gold']):.3f}" for name, c in counts.items()))


def _finders() -> Iterator[tuple[str, Callable[[str], set[int]]]]:
    yield "argmine", lambda text: {_last(text, each.span.end) for each in find_sentences(plain_document(text))}
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    yield "spacy", lambda text: {_last(text, sent.end_char) for sent in nlp(text).sents if sent.text.strip()}
    try:
        import pysbd  # noqa: PLC0415
    except ImportError:
        return
    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    yield "pysbd", lambda text: {_last(text, each.end) for each in segmenter.segment(text) if each.sent.strip()}


def _last(text: str, end: int) -> int:
    """Without the white space at the end."""
    return len(text[:end].rstrip())


if __name__ == "__main__":
    main()
