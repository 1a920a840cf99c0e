"""Footnote or body: paragraphs of law reviews in the right stream, beside labels of others.

    python benchmarks/reviews.py FOLDER [NAME…]

FOLDER is a clone of the public repository donaldbraman/docling-testing: data/v3_data/v3_csv labels each paragraph of a
PDF in data/v3_data/raw_pdf as body or footnote, by matching it with the same article as a web page. The labels are
automatic: rows below a confidence of 90 are left out, and so are rows without forty letters (headings, page numbers),
and the web page's own head. Read are the reviews of Boston University and California, or the NAMEs given.

A labelled paragraph is right when the stream of its label (body: all blocks; footnote: all notes) holds it and the
other stream does not. It is held when at least four fifths of its runs of sixteen letters stand in the stream; spaces,
hyphens, markers and quotation marks, which the labels write otherwise, play no part. Paragraphs that stand in neither
stream, or in the furniture, count as missed; a paragraph of one label that stands in the other's stream counts against
both. F1 is of each label, and of both together, over all paragraphs of all articles.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from argmine.errors import ArgmineError
from argmine.extract.pages.pdf import read_pdf

FOLDER = "data/v3_data"
REVIEWS = "bu_law_review_", "california_law_review_"
SURE, LEAST, RUN, HELD = 90.0, 40, 16, 0.8
LABELS = {"body_text": "body", "footnote": "note"}


def main(folder: Path, names: list[str]) -> None:
    """Print the scores of each article, and of all."""
    total: Counter[tuple[str, str]] = Counter()
    for name in names or sorted(names_in(folder)):
        found = judged(folder, name)
        print(f"{name[:58]:58s} {summary(found)}", flush=True)
        total += found
    print(f"{'all':58s} {summary(total)}")


def names_in(folder: Path) -> Iterator[str]:
    """The articles of the two reviews that are labelled."""
    listed = git(folder, "ls-tree", "--name-only", "HEAD", f"{FOLDER}/v3_csv/").decode()
    return (Path(path).stem for path in listed.splitlines() if Path(path).stem.startswith(REVIEWS))


def git(folder: Path, *command: str) -> bytes:
    """What git prints: the clone may have no work tree."""
    return subprocess.run(["git", "-C", str(folder), *command], check=True, capture_output=True).stdout


def judged(folder: Path, name: str) -> Counter[tuple[str, str]]:
    """How often a paragraph of a label (first) was found in a stream (second: body, note, both, none)."""
    rows = labelled(git(folder, "show", f"HEAD:{FOLDER}/v3_csv/{name}.csv").decode())
    with TemporaryDirectory() as place:
        path = Path(place) / f"{name}.pdf"
        path.write_bytes(git(folder, "show", f"HEAD:{FOLDER}/raw_pdf/{name}.pdf"))
        try:
            draft = read_pdf(path)
        except ArgmineError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return Counter((label, "none") for label, _ in rows)
    texts = {"body": (block.text for block in draft.blocks), "note": (note.text for note in draft.notes)}
    streams = {name: frozenset(runs("".join(parts))) for name, parts in texts.items()}
    return Counter((label, place_of(text, streams)) for label, text in rows)


def labelled(table: str) -> list[tuple[str, str]]:
    """The paragraphs whose label is sure, with it."""
    rows = csv.DictReader(table.splitlines(keepends=True))
    return [
        (LABELS[row["pdf_corrected_label"]], row["pdf_text"])
        for row in rows
        if row["pdf_corrected_label"] in LABELS
        and float(row["match_confidence"] or 0) >= SURE
        and len(letters(row["pdf_text"])) >= LEAST
    ]


def letters(text: str) -> str:
    """Letters only, in small: words that the labels part ("https://www. nytimes") and markers play no part."""
    return "".join(re.findall(r"[a-z]+", text.lower()))


def runs(text: str) -> list[str]:
    """All runs of letters of a text; one run where it is shorter."""
    found = letters(text)
    return [found[at : at + RUN] for at in range(max(1, len(found) - RUN + 1))]


def place_of(text: str, streams: dict[str, frozenset[str]]) -> str:
    """The stream that holds a paragraph."""
    wanted = runs(text)
    held = [name for name, stream in streams.items() if sum(run in stream for run in wanted) >= HELD * len(wanted)]
    return held[0] if len(held) == 1 else "both" if held else "none"


def summary(found: Counter[tuple[str, str]]) -> str:
    """F1 of each label, and of both together."""
    scores = []
    right = sum(found[label, label] for label in ("body", "note"))
    for label, other in (("body", "note"), ("note", "body")):
        wanted = sum(count for (owed, _), count in found.items() if owed == label)
        given = found[label, label] + found[other, label] + found[other, "both"]
        scores.append(f"{label} {2 * found[label, label] / max(1, wanted + given):.3f} of {wanted}")
    placed = sum(count for (_, place), count in found.items() if place != "none")
    both = 2 * right / max(1, found.total() + placed)
    misses = {f"{owed} in {place}": count for (owed, place), count in sorted(found.items()) if owed != place}
    return f"{' · '.join(scores)} · F1 {both:.3f} {misses}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("names", metavar="NAME", nargs="*")
    given = parser.parse_args()
    main(given.folder, given.names)
