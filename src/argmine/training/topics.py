"""Train the topic model: `python -m argmine.training.topics`. A minute; needs no more than argmine itself.

Reads the labelled sentences of `corpus/labelled` and, in `corpus/labelled/provisions/passages.txt`, what the claims
among them are about; fits the conditional logit of `argmine.resolve.links.topics` by Adam (Kingma and Ba 2015) with an
L2 penalty; prints how often it is right on passages left out, and writes `models/topics/model.json`, plain numbers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmine.mine.components import Mined
from argmine.pipeline import resolve_mentions
from argmine.resolve.links.mentioned import link_claims
from argmine.resolve.links.salience import Key
from argmine.resolve.links.topics import NOTHING, Candidate, Reader
from argmine.training.manifest import describe
from argmine.types import AUTHOR, Block, BlockKind, Claim, Document, Link, Metadata, Provision, Sentence, Source, Span

NAME = "topic-model-1"
_STRENGTH = 0.01
_STEPS = 250
_RATE = 0.1
_FOLDS = 5
_THRESHOLD = 0.3
_ALSO = 0.3
"""What an answer that would be right too counts beside one that is owed."""
_SENTENCES = 6  # of a paragraph, where the passages do not say
Row = dict[str, Any]
Wanted = dict[Key, float]
Example = tuple[Sequence[Candidate], Sequence[float]]


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--labelled", type=Path, default=Path("corpus/labelled"))
    arguments.add_argument("--out", type=Path, default=Path("models/topics"))
    given = arguments.parse_args()
    passages = [list(examples(rows, wanted)) for rows, wanted in load(given.labelled)]
    print(
        f"{sum(map(len, passages))} claims of {len(passages)} passages; right on passages left out: {_tested(passages)}"
    )
    weights = fit([example for passage in passages for example in passage])
    given.out.mkdir(exist_ok=True)
    model = {"name": NAME, "threshold": _THRESHOLD, "weights": {key: round(value, 3) for key, value in weights.items()}}
    (given.out / "model.json").write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", "utf-8")
    describe(given.out)


def load(folder: Path) -> Iterator[tuple[list[Row], dict[int, Wanted]]]:
    """Each passage that is labelled: its sentences, and by their number what they are about."""
    rows: dict[str, list[Row]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["passage"], []).append(row)
    for line in (folder / "provisions" / "passages.txt").read_text("utf-8").splitlines():
        passage, bar, labels = line.partition("|")
        if bar and not line.startswith("#"):
            pairs = (part.split(":", 1) for part in labels.split(";") if ":" in part)
            yield rows[passage.strip()], {int(number): _wanted(written) for number, written in pairs}


def _wanted(written: str) -> Wanted:
    """ "OST:II OST?" → the article owed, the treaty right too."""
    found: Wanted = {}
    for word in written.split():
        code, _, article = word.rstrip("?").partition(":")
        found[code, article] = _ALSO if word.endswith("?") else 1.0
    return found


def examples(rows: Sequence[Row], wanted: dict[int, Wanted]) -> Iterator[Example]:
    """The candidates of each claim that names no article, and how right each would be; what is owed is carried on."""
    document, sentences, claims = passage_of(rows)
    mentions, _ = resolve_mentions(Mined(document, sentences=sentences))
    reader = Reader(document, sentences, mentions)
    for number, claim in claims.items():
        own = list(link_claims(document.text, [claim], mentions))
        if any(link.provision.path for link in own):
            reader.conclude(claim, own)
            continue
        candidates = reader.candidates(reader.setting(claim, own))
        right = wanted.get(number, {})
        owed = [key for key, share in right.items() if share == 1.0]
        shares = [right.get(each.key, 0.0) for each in candidates]
        shares[0] = 0.0 if owed else _ALSO if right else 1.0
        reader.conclude(claim, [_link(claim, key) for key in owed])
        if max(shares):
            yield candidates, shares


def _link(claim: Claim, key: Key) -> Link:
    return Link(claim.id, Provision(key[0], (key[1],) if key[1] else ()), "anaphoric", 0.5, claim.span)


def passage_of(rows: Sequence[Row]) -> tuple[Document, tuple[Sentence, ...], dict[int, Claim]]:
    """A passage laid out as a document, with its sentences, and its claims by their number."""
    parts: list[str] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    claims: dict[int, Claim] = {}
    offset = 0
    for kind, numbers in _blocks(rows):
        start = offset
        for number in numbers:
            words = rows[number]["text"] if number >= 0 else rows[-number - 1]["heading"]
            span = Span(offset, offset + len(words))
            sentences.append(Sentence(span, "body", len(blocks)))
            if number >= 0 and rows[number]["claim"]:
                kind_of_claim = rows[number]["kind"]
                claims[number] = Claim(f"{number}", span, "body", kind_of_claim, None, AUTHOR, "own", 1.0, ())
            parts.append(words)
            offset += len(words) + 1
        blocks.append(Block(kind, Span(start, offset - 1), 2 if kind == "heading" else 0))
    text = "\n".join(parts)
    source = Source(rows[0]["passage"], rows[0]["passage"], "text/plain", len(text))
    document = Document(rows[0]["passage"], source, Metadata(), text, tuple(blocks))
    return document, tuple(sentences), claims


def _blocks(rows: Sequence[Row]) -> list[tuple[BlockKind, list[int]]]:
    """The sentences' numbers by blocks; a heading that is no sentence of its own is -1 less the number below it."""
    texts = {row["text"] for row in rows}
    blocks: list[tuple[BlockKind, list[int]]] = []
    heading = None
    for number, row in enumerate(rows):
        if row["heading"] != heading and (heading := row["heading"]) and heading not in texts:
            blocks.append(("heading", [-number - 1]))
        kind: BlockKind = row["block"]
        if kind == "paragraph" and blocks and blocks[-1][0] == kind and len(blocks[-1][1]) < _SENTENCES:
            blocks[-1][1].append(number)
        else:
            blocks.append((kind, [number]))
    return blocks


def fit(data: Sequence[Example]) -> dict[str, float]:
    """The weights that make the right candidates likely."""
    names = sorted({sign for candidates, _ in data for each in candidates for sign in each.signs})
    tables = [(_table(candidates, names), np.array(shares)) for candidates, shares in data]
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = _STRENGTH * weights + sum(_slope(table, shares, weights) for table, shares in tables) / len(tables)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def _table(candidates: Sequence[Candidate], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[each.signs.get(name, 0.0) for name in names] for each in candidates])


def _slope(table: NDArray[np.float64], shares: NDArray[np.float64], weights: NDArray[np.float64]) -> Any:
    chances = np.exp(table @ weights - (table @ weights).max())
    chances /= chances.sum()
    right = chances * shares
    return table.T @ (chances - right / right.sum())


def _tested(passages: Sequence[Sequence[Example]]) -> str:
    """On each fifth of the passages, with weights from the others: claims whose likeliest candidate is right."""
    right = linked = about = 0
    for fold in range(_FOLDS):
        weights = fit([example for place, each in enumerate(passages) if place % _FOLDS != fold for example in each])
        for candidates, shares in (example for each in passages[fold::_FOLDS] for example in each):
            sums = [sum(weights.get(sign, 0.0) * value for sign, value in each.signs.items()) for each in candidates]
            best = int(np.argmax(sums))
            right += shares[best] > 0
            linked += candidates[best].key != NOTHING
            about += shares[0] < _ALSO
    total = sum(map(len, passages))
    return f"{right / total:.3f} ({linked} linked, {about} owed a link)"


if __name__ == "__main__":
    main()
