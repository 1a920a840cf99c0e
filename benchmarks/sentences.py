"""Where sentences end: `python benchmarks/sentences.py ../shared/data/multilegalsbd/en/gold [--texts N]`.

F1 of the offsets at which sentences end, beside spaCy's sentencizer and, where it is installed, pySBD. Without a
folder, on the golden documents of this project: as they are read, so that faults of layout count too, word by word
where the document and its golden sentences agree on the words.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

import spacy

from argmine.extract import read
from argmine.mine.components import plain_document
from argmine.mine.sentences import find_sentences

PROJECT = Path(__file__).parent.parent


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--texts", type=int, default=None, help="so many of each file only")
    given = arguments.parse_args()
    if given.folder is None:
        golden()
        return
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


def golden() -> None:
    """F1 on each golden document and on all."""
    counts = Counter[str]()
    for gold in sorted((PROJECT / "tests" / "golden").glob("*.jsonl")):
        for path in (PROJECT / "corpus" / "raw").glob(f"{gold.stem}.*"):
            document = read(path)
            found = [each.span.of(document.text) for each in find_sentences(document) if each.region == "body"]
            wanted = [json.loads(line)["text"] for line in gold.open(encoding="utf-8")]
            one = _agreement(wanted, found)
            counts += one
            print(f"{gold.stem:28} {2 * one['hits'] / (one['found'] + one['gold']):.3f}")
    print(f"{'all':28} {2 * counts['hits'] / (counts['found'] + counts['gold']):.3f}")


def _agreement(wanted: list[str], found: list[str]) -> Counter[str]:
    """Sentence ends among the words that both have."""
    (gold_words, gold_ends), (words, ends) = _ends(wanted), _ends(found)
    counts = Counter[str]()
    for ours, theirs, size in SequenceMatcher(None, words, gold_words, autojunk=False).get_matching_blocks():
        for offset in range(size):
            last, wants = ends[ours + offset], gold_ends[theirs + offset]
            counts += Counter(hits=last and wants, found=last, gold=wants)
    return counts


def _ends(sentences: list[str]) -> tuple[list[str], list[bool]]:
    """The words of all, and whether each is the last of its sentence."""
    split = [re.findall(r"\w+", sentence.lower()) for sentence in sentences]
    pairs = [(word, place == len(words)) for words in split for place, word in enumerate(words, start=1)]
    return [word for word, _ in pairs], [last for _, last in pairs]


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
