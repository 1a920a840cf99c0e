"""What little effort reaches on the same gold: the figures that ours are to be read beside.

    all      every sentence is a claim, of the kind that is most frequent in the labelled sentences
    cues     the lexical rules of `knowledge/claims.toml` alone
    MiniLM   logistic regression on plain MiniLM vectors, trained on the same labelled sentences as our model

None of them links or attributes: only what a sentence claims is compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from argmine.encoders import load_encoder
from argmine.errors import ModelError
from argmine.evaluation.claims import Found
from argmine.extras import install
from argmine.mine.claims.weighing import stance_of, weigh
from argmine.types import Document, Sentence

Baseline = Callable[[Sequence[str]], list[Found]]
"""Sentences → claims among them."""
_CUED = 0.5
_MOST_FREQUENT = "evaluative"
_ARGUING = ("paragraph", "list_item", "quotation")
LABELLED = Path("corpus/labelled")


def baselines() -> Mapping[str, Baseline]:
    """The baselines by name."""
    return {"all": every_sentence, "cues": cue_words, "MiniLM": minilm}


def body_sentences(document: Document, sentences: Sequence[Sentence]) -> list[str]:
    """What the baselines are given: the sentences of the body that are no headings, tables or captions."""
    return [
        sentence.span.of(document.text)
        for sentence in sentences
        if sentence.block is not None and document.blocks[sentence.block].kind in _ARGUING
    ]


def every_sentence(texts: Sequence[str]) -> list[Found]:
    """Everything argues."""
    return [_claim(text, _MOST_FREQUENT) for text in texts]


def cue_words(texts: Sequence[str]) -> list[Found]:
    """What the rules take for a claim, of the kind for which they speak most."""
    weighed = ((text, weigh(text)) for text in texts)
    return [_claim(text, weighing.kind) for text, weighing in weighed if weighing.confidence > _CUED]


def minilm(texts: Sequence[str]) -> list[Found]:
    """What logistic regression makes of the vectors of a sentence transformer.

    Raises:
        ModelError: scikit-learn or the labelled sentences are not there.
    """
    if not texts:
        return []
    labels = _regression().predict(load_encoder("minilm").encode(list(texts)))
    return [_claim(text, label) for text, label in zip(texts, labels, strict=True) if label != "none"]


@cache
def _regression() -> Any:
    try:
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  an extra
    except ImportError as error:
        raise ModelError("The baseline needs scikit-learn.", install("train")) from error
    rows = [json.loads(line) for file in sorted(LABELLED.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    if not rows:
        raise ModelError(f"There are no labelled sentences in {LABELLED}.", "Run it where the project is checked out.")
    vectors = load_encoder("minilm").encode([row["text"] for row in rows])
    return LogisticRegression(max_iter=500).fit(vectors, [row["kind"] if row["claim"] else "none" for row in rows])


def _claim(text: str, kind: str) -> Found:
    return Found(text, kind, cast("str | None", stance_of(text)) if kind != "evaluative" else None, "own", "author")
