"""The transformer in two halves as ONNX, in 8-bit integers, and the directions of the states between them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from argmine.encoders.weights import open_session, open_tokenizer
from argmine.training.directions import directions
from argmine.training.original import WIDTH, transformer
from argmine.training.vocabulary import transformer_of

Floats = NDArray[np.float32]

SEED = 7
# Untrained states of the middle layers match words in context better than those of the last one, which was trained to
# be averaged: nDCG@10 on 14 analysts' questions and the 75 of `benchmarks/questions.jsonl` .54, .58, .61, .63, .63,
# .60, .62 by layer.
LATE_LAYERS = 3
LATE_DIMENSIONS = 64
LATE_SAMPLE = 600  # sentences that the directions are learnt from


def write_halves(folder: Path, reading: Tokenizer) -> None:
    """lower.onnx, tokens to states; upper.onnx, states to the vector; and the tokenizer."""
    _write(folder / "lower.onnx", _lower(reading), ("tokens", "states"))
    _write(folder / "upper.onnx", _upper(), ("states", "vector"))
    _optimise(folder / "lower.onnx")
    (folder / "lower.json").write_text(json.dumps(_places(folder / "lower.onnx")) + "\n", "utf-8")
    reading.save(str(folder / "tokenizer.json"), pretty=False)


def late_directions(sentences: list[str], minilm: Path) -> Floats:
    """WIDTH × LATE_DIMENSIONS, learnt from the states that the lower half gives for some of the sentences."""
    states = _states(sentences[:: max(len(sentences) // LATE_SAMPLE, 1)], minilm)
    turned: Floats = directions(states, LATE_DIMENSIONS) @ _rotation(LATE_DIMENSIONS)
    return turned


def _write(path: Path, model: torch.nn.Module, names: tuple[str, str]) -> None:
    """A model as ONNX with one input and one output of these names, quantised."""
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        _export(model, full, names)
        # A range per channel keeps the vectors (mean cosine to the original .99; with one range per matrix .96); seven
        # bits keep the sums inside what processors without VNNI can add up.
        quantize_dynamic(full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _optimise(path: Path) -> None:
    """Write a model with its nodes fused, as onnxruntime would fuse them at each start, on any processor."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    unfinished = path.with_suffix(".tmp")
    options.optimized_model_filepath = str(unfinished)
    onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    unfinished.replace(path)


def _places(path: Path) -> dict[str, object]:
    """Where the weights of the lower half lie in its file, for `argmine.encoders.layers`.

    Under "arrays" type, first byte and shape of each; under "embeddings" the scale and the zero of each table.
    """
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
        name.removeprefix("transformer."): (kinds[tensor.data_type], content.index(tensor.raw_data), [*tensor.dims])
        for name, tensor in ((name, tensors[stored]) for name, stored in names.items())
    }
    return {"arrays": arrays, "embeddings": {
        table.removeprefix("transformer."): [
            float(onnx.numpy_helper.to_array(tensors[f"{table}.weight_{part}"])) for part in ("scale", "zero_point")
        ] for table in tables
    }}  # fmt: skip


def _states(sentences: list[str], minilm: Path) -> Floats:
    """The states of the tokens of all sentences, one after the other, rows of length 1."""
    session, reading = open_session(minilm / "lower.onnx", optimised=True), open_tokenizer(minilm)
    tokens = (np.array([encoding.ids]) for encoding in reading.encode_batch_fast(sentences))
    states = np.concatenate([session.run(None, {"tokens": ids})[0][0] for ids in tokens])
    rows: Floats = states / np.linalg.norm(states, axis=1, keepdims=True)
    return rows


def _rotation(dimensions: int) -> Floats:
    """Any rotation: it spreads what the first directions hold over all, so that four bits do for each."""
    drawn = np.random.default_rng(SEED).normal(size=(dimensions, dimensions))
    rotation: Floats = np.linalg.qr(drawn)[0].astype(np.float32)
    return rotation


def _lower(reading: Tokenizer) -> torch.nn.Module:
    """Tokens in, the states of the third layer out, one for each token."""

    class Lower(torch.nn.Module):
        def __init__(self, whole: torch.nn.Module) -> None:
            super().__init__()
            self.transformer = whole
            whole.encoder.layer = whole.encoder.layer[:LATE_LAYERS]  # type: ignore[index, union-attr]

        def forward(self, tokens: torch.Tensor) -> torch.Tensor:
            states: torch.Tensor = self.transformer(
                input_ids=tokens, attention_mask=torch.ones_like(tokens)
            ).last_hidden_state
            return states

    return Lower(transformer_of(reading))


def _upper() -> torch.nn.Module:
    """States of the third layer in, vector out: mean pooling and normalisation are part of the graph."""

    class Upper(torch.nn.Module):
        def __init__(self, whole: torch.nn.Module) -> None:
            super().__init__()
            self.layers = whole.encoder.layer[LATE_LAYERS:]  # type: ignore[index, union-attr]

        def forward(self, states: torch.Tensor) -> torch.Tensor:
            for layer in self.layers:
                found = layer(states)
                states = found[0] if isinstance(found, tuple) else found
            return torch.nn.functional.normalize(states.mean(1), dim=1)

    return Upper(transformer())


def _export(model: torch.nn.Module, path: Path, names: tuple[str, str]) -> None:
    example = torch.tensor([[2, 2000, 3000, 3]]) if names[0] == "tokens" else torch.zeros(1, 4, WIDTH)
    axes = {name: {0: "texts", 1: "length"} for name in names if name != "vector"}
    torch.onnx.export(
        model, (example,), path, input_names=names[:1], output_names=names[1:], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip
