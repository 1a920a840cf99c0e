"""The second reader of claims: a small transformer for the sentences of which the linear model is not sure.

    reader.onnx   the transformer in 8-bit integers: embedded tokens and where the sentence stands in, logits out

It is the lower half of MiniLM (Wang et al. 2020), trained on the labelled sentences by `argmine.training.reader`; the
embeddings are still MiniLM's own, and lie in its file.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from argmine.encoders.layers import load_layers
from argmine.encoders.pieces import BEGIN, END, shared_tokenizer
from argmine.encoders.weights import open_session
from argmine.mine.claims.features import Example

if TYPE_CHECKING:
    from tokenizers import Tokenizer

KINDS = ("none", "interpretive", "normative", "evaluative")
STANCES = ("permits", "prohibits", "requires", "limits", "open", "")
_AT_A_TIME = 2
_LONGEST = 80  # tokens in all
_CONTEXT = 16  # tokens of what stands before the sentence


class Reader:
    """The transformer in memory; ModelError where a file is missing or damaged."""

    def __init__(self, folder: Path) -> None:
        # One thread for each sentence: a second one would spend its time waiting. Two sentences are read at a time.
        self._session = open_session(folder / "reader.onnx", threads=1)
        self._embedded = load_layers().embedded
        self._tokenizer = shared_tokenizer()

    def logits(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """Examples × (KINDS, then STANCES); one at a time, so that none changes what is said of another."""
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            found = list(pool.map(self._one, examples))
        return np.array(found, np.float32).reshape(len(examples), 10)

    def _one(self, example: Example) -> Any:
        tokens, start = tokenized(example, self._tokenizer)
        sentence = np.zeros((1, len(tokens)), np.float32)
        sentence[0, start:] = 1
        return self._session.run(None, {"states": self._embedded(tokens)[None], "sentence": sentence})[0][0]


def tokenized(example: Example, tokenizer: Tokenizer) -> tuple[list[int], int]:
    """The tokens that the transformer reads, and where the sentence begins.

    [CLS] genre context [SEP] sentence [SEP]
    """
    before = (example.before or example.lead or example.heading or "")[-120:]
    genre = tokenizer.encode(example.genre, add_special_tokens=False).ids[:1]
    context = tokenizer.encode(before, add_special_tokens=False).ids[-_CONTEXT:]
    head = [BEGIN, *genre, *context, END]
    words = tokenizer.encode(example.text[:700], add_special_tokens=False).ids
    return [*head, *words[: _LONGEST - 4 - len(context)], END], len(head)
