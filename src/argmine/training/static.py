"""The static encoder: token vectors whose sum is what the transformer says of a sentence.

Made in the manner of model2vec and tokenlearn (Tulkens and van Dongen, 2024, doi:10.5281/zenodo.17270888): every token
of the vocabulary goes through the transformer by itself, is weighted against frequent words (SIF: Arora, Liang and Ma,
ICLR 2017), and is then moved until the sums agree with the transformer on whole sentences: on their direction, and on
which other sentences of the batch are near (listwise distillation).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn.functional import kl_div, log_softmax, normalize

from argmine.training.directions import directions
from argmine.training.original import WIDTH, tokenizer, transformer

Floats = NDArray[np.float32]

DIMENSIONS = 224
FIRST_WORD = 999  # the vocabulary of BERT begins with 999 special and unused entries
SEED = 7
EPOCHS = 6
BATCH = 512
LEARNING_RATE = 3e-3
TEMPERATURE = 0.05
FRAGMENTS = 0.3  # of the sentences are cut to a few words: what people type is not a sentence
SIF = 1e-4


def distilled(texts: Iterable[str]) -> tuple[NDArray[np.int8], Floats]:
    """One row of 8-bit integers for each token (vocabulary × DIMENSIONS), and what to multiply each row by."""
    torch.manual_seed(SEED)
    sentences = list(_cut(texts))
    reading = tokenizer()
    target = _teach(sentences, reading)
    basis = directions(target, DIMENSIONS)
    reading.post_processor = None
    tokens = [encoding.ids for encoding in reading.encode_batch_fast(sentences, add_special_tokens=False)]
    table = _regress(_first_table() @ basis, tokens, target @ basis)
    table[:FIRST_WORD] = 0
    scales = np.abs(table).max(axis=1) / 127
    integers = np.rint(np.divide(table, scales[:, None], out=np.zeros_like(table), where=scales[:, None] > 0))
    return integers.astype(np.int8), scales.astype(np.float32)


def _cut(sentences: Iterable[str]) -> Iterator[str]:
    """The sentences, some of them cut to two to seven words."""
    chance = random.Random(SEED)  # noqa: S311
    for sentence in sentences:
        words = sentence.split()
        length = chance.randint(2, 7)
        if chance.random() < FRAGMENTS and len(words) > length:
            start = chance.randrange(len(words) - length)
            yield " ".join(words[start : start + length])
        else:
            yield sentence


def _teach(sentences: list[str], reading: Tokenizer) -> Floats:
    """What the transformer says of each sentence (n × WIDTH), rows of length 1.

    A batch holds sentences of one length, so that nothing is padded.
    """
    model = transformer()
    tokens = [encoding.ids for encoding in reading.encode_batch_fast(sentences)]
    vectors = np.zeros((len(sentences), WIDTH), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in _of_one_length(tokens):
            ids = torch.tensor([tokens[index] for index in batch])
            states = model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state.float()
            vectors[batch] = normalize(states.mean(1), dim=1).numpy()
    return vectors


def _of_one_length(tokens: list[list[int]], most: int = 128) -> Iterator[list[int]]:
    """Indexes of token lists, in batches of lists of one length."""
    by_length: dict[int, list[int]] = {}
    for index, ids in enumerate(tokens):
        by_length.setdefault(len(ids), []).append(index)
    for _, indexes in sorted(by_length.items()):
        for start in range(0, len(indexes), most):
            yield indexes[start : start + most]


def _first_table() -> Floats:
    """Each token by itself through the transformer (vocabulary × WIDTH), centred, weighted by rank (Zipf, SIF)."""
    model = transformer()
    size = tokenizer().get_vocab_size()
    table = np.zeros((size, WIDTH), np.float32)
    with torch.inference_mode():
        for start in range(0, size, 1024):
            ids = torch.arange(start, min(start + 1024, size))
            framed = torch.stack([torch.full_like(ids, 101), ids, torch.full_like(ids, 102)], dim=1)
            states = model(input_ids=framed, attention_mask=torch.ones_like(framed)).last_hidden_state
            table[start : start + len(ids)] = states.mean(1).numpy()
    # BERT's vocabulary is in the order of frequency.
    probability = 1 / np.arange(2, size + 2)
    weights = SIF / (SIF + probability / probability.sum())
    weighted: Floats = ((table - table[FIRST_WORD:].mean(0)) * weights[:, None]).astype(np.float32)
    return weighted


def _regress(table: Floats, tokens: list[list[int]], target: Floats) -> Floats:
    """Move the token vectors until their sums agree with `target`, sentence by sentence and batch by batch."""
    torch.use_deterministic_algorithms(True)
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(table.copy()), freeze=False, mode="sum", sparse=True)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=LEARNING_RATE)
    goal = normalize(torch.from_numpy(target), dim=1)
    steps = EPOCHS * (len(tokens) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    order = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        shuffled = order.permutation(len(tokens))
        for start in range(0, len(tokens) - BATCH + 1, BATCH):
            batch = shuffled[start : start + BATCH]
            optimizer.zero_grad()
            _loss(bag(*_bagged([tokens[index] for index in batch])), goal[torch.from_numpy(batch)]).backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            schedule.step()
    trained: Floats = bag.weight.detach().numpy()
    return trained


def _bagged(tokens: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """The tokens one after the other, and where each sentence begins."""
    lengths = torch.tensor([0, *(len(ids) for ids in tokens[:-1])])
    return torch.tensor([token for ids in tokens for token in ids]), lengths.cumsum(0)


def _loss(sums: torch.Tensor, goal: torch.Tensor) -> torch.Tensor:
    """Cosine distance to the goal, and the divergence of the two rankings of the batch's other sentences."""
    made = normalize(sums, dim=1)
    itself = torch.eye(len(goal), dtype=torch.bool)
    mine, theirs = (
        log_softmax((rows @ rows.T / TEMPERATURE).masked_fill(itself, -1e4), dim=1) for rows in (made, goal)
    )
    return (1 - (made * goal).sum(1)).mean() + kl_div(mine, theirs, log_target=True, reduction="batchmean")
