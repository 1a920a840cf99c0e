"""A corpus of any number of sentences, to measure search on: real ones, recombined, written through the store.

    python benchmarks/made.py FOLDER --sentences 1000000 [--shared ../shared]

Sentences come from every text below `--shared` (documents of the United Nations, treaties, judgments, speeches). Where
there are too few, the first part of one is joined to the second part of another. Holders, provisions, stances and years
are drawn with a fixed seed, a few of them often and most of them rarely, as in the literature. Two sentences of five
are claims. To encode the tokens of a million sentences takes an hour and a half; so those of 2,000 stand for all: they
are read and compared in a search as any others would be. Each document has a seed of its own: a folder that has fewer
sentences than are asked for is filled up.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from argmine.encoders import load_encoder
from argmine.encoders.tokens import load_token_encoder
from argmine.store import Database
from argmine.types import (
    Analysis,
    Block,
    Citation,
    Claim,
    Document,
    Holder,
    Link,
    Metadata,
    Provision,
    Sentence,
    Source,
    Span,
)

EACH = 50
ENCODED = 2000
KINDS = ("interpretive", "interpretive", "normative", "evaluative")
STANCES = ("permits", "prohibits", "requires", "limits", "open", None, None, None)
GENRES = ("paper", "paper", "record", "un_document", "brief", "judgment", "web")
LANGUAGES = ("en",) * 17 + ("fr", "es", "de")
PROVISIONS = [
    Provision(code, (article,))
    for code, articles in (("OST", "II I VI VIII IX III IV V VII"), ("MOON", "11 4 6"), ("VCLT", "31 32"))
    for article in articles.split()
]  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--sentences", type=int, default=100_000)
    arguments.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    given = arguments.parse_args()
    begun = time.perf_counter()
    make(given.folder, given.sentences, sentences(given.shared))
    print(f"{given.sentences:,} sentences written in {time.perf_counter() - begun:.0f} s")


def make(folder: Path, number: int, real: Sequence[str]) -> None:
    """Write so many sentences, fifty in each document."""
    real = random.Random(1967).sample(real, len(real))  # noqa: S311 (a seed, not a secret)
    encoder, tokens = load_encoder(), list(map(load_token_encoder().pack, real[:ENCODED]))
    with Database.open(folder, write=True) as database:
        for document_number in range(database.counts()["documents"], number // EACH):
            draw = random.Random(document_number)  # noqa: S311
            document, analysis = result(document_number, texts_of(document_number, real, draw), draw)
            vectors = encoder.encode([span.of(document.text) for span in analysis.searchable])
            some = [tokens[(document_number * EACH + place) % ENCODED] for place in range(EACH)]
            database.write(document, analysis, vectors, "static", some)


def sentences(shared: Path) -> list[str]:
    """Every sentence of some length in the texts below a folder, each once, in a fixed order."""
    found: dict[str, None] = {}
    for path in sorted(shared.rglob("*")):
        for part in re.split(r"(?<=[.;?!])\s+(?=[A-Z])", _text(path)):
            words = re.sub(r"<[^>]*>", " ", part).split()
            if 8 <= len(words) <= 60 and sum(word.isalpha() for word in words) > 0.6 * len(words):
                found[" ".join(words)] = None
    return list(found)


def _text(path: Path) -> str:
    if path.suffix == ".json":
        return "\n".join(re.findall(r'"([A-Z][^"]{40,400}[.?!])"', path.read_text("utf-8")))
    if path.suffix in {".md", ".txt", ".html", ".csv"}:
        return path.read_text("utf-8", errors="replace")
    if path.suffix != ".pdf":
        return ""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def texts_of(number: int, real: Sequence[str], draw: random.Random) -> list[str]:
    """The sentences of a document: real ones as long as there are some, then first parts joined to second parts."""
    own = real[number * EACH : (number + 1) * EACH]
    return [*own, *(_recombined(real, draw) for _ in range(EACH - len(own)))]


def _recombined(real: Sequence[str], draw: random.Random) -> str:
    first, second = draw.choice(real).split(), draw.choice(real).split()
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


def result(number: int, texts: list[str], draw: random.Random) -> tuple[Document, Analysis]:
    """A document whose paragraphs are sentences, two of five claims, and what was found in it."""
    text = "\n\n".join(texts)
    starts = [0]
    for each in texts:
        starts.append(starts[-1] + len(each) + 2)
    spans = [Span(start, start + len(each)) for start, each in zip(starts, texts, strict=False)]
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    metadata = Metadata(
        f"Paper {number}", (f"Author {number % 3000}",), str(draw.randint(1958, 2026)), draw.choice(LANGUAGES),
        genre=draw.choice(GENRES),
    )  # fmt: skip
    source = Source(f"made/{number}.txt", sha256, "text/plain", len(text))
    document = Document(sha256[:16], source, metadata, text, tuple(Block("paragraph", span) for span in spans))
    sentences = tuple(Sentence(span, "body", place) for place, span in enumerate(spans))
    claims = tuple(_claim(document.id, span, draw) for place, span in enumerate(spans) if place % 5 in (0, 3))
    links = tuple(
        Link(claim.id, PROVISIONS[_rank(draw, len(PROVISIONS))], "explicit", 1.0, claim.span)
        for claim in claims if draw.random() < 0.6
    )  # fmt: skip
    cited = Citation(spans[0], "legislation", f"A/RES/{_rank(draw, 75)}/{_rank(draw, 200)}", "1")
    return document, Analysis(
        document_id=document.id, recipe="made", sentences=sentences, claims=claims, citations=(cited,), links=links,
        unresolved=(), supports=((claims[0].id, 0), (claims[1].id, 0)),
    )  # fmt: skip


def _claim(document: str, span: Span, draw: random.Random) -> Claim:
    rank = _rank(draw, 2000)
    if draw.random() < 0.5:
        holder = Holder("author", "author", f"author:{document}")
    elif rank < 150:
        holder = Holder(f"State {rank}", "state", f"state:{rank}")
    else:
        holder = Holder(f"Scholar {rank}", "scholar", f"scholar:{rank}")
    return Claim(
        f"{document}-{span.start}-{span.end}", span, "note" if draw.random() < 0.2 else "body", draw.choice(KINDS),
        draw.choice(STANCES), holder, "own", 0.8, (),
    )  # fmt: skip


def _rank(draw: random.Random, most: int) -> int:
    """A place below `most`: the first ones often, the last ones rarely (Zipf)."""
    return int(most ** draw.random()) - 1


if __name__ == "__main__":
    main()
