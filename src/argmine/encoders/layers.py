"""The lower half of MiniLM for one short text, by numpy: done before onnxruntime is so much as loaded.

The weights are those of `lower.onnx`, read where they lie in it: `lower.json`, written with it, says where each begins.
onnxruntime (`minilm.LowerHalf`) rounds what flows between the layers to 8 bits, here nothing is rounded: the states of
both have cosines of .99. It is faster where there are many texts: it reads documents, and all questions but one alone.
"""

from __future__ import annotations

import json
import os
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from argmine.encoders.weights import blaming, shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_LAYERS, _HEADS, _EPSILON = 3, 12, 1e-12
_BLOCK = 12288
"""Weights in each block of a matrix's columns: for up to twenty tokens OpenBLAS multiplies so few in one thread. To
wake another takes longer than the product: of the whole matrix at once .2 ms on an idle machine, 15 on a busy one."""


class Layers:
    """The embeddings and the first three layers of a BERT (Devlin et al. 2019)."""

    def __init__(self, folder: Path) -> None:
        with blaming(folder / "lower.json"):
            places = json.loads((folder / "lower.json").read_text("utf-8"))
            self._places, self._tables = places["arrays"], places["embeddings"]
        with blaming(folder / "lower.onnx"):
            self._file = np.memmap(folder / "lower.onnx", np.uint8, "r")

    @cached_property
    def _matrices(self) -> dict[str, tuple[Floats, Floats, Floats]]:
        return {name: self._dense(name) for name, (kind, _, _) in self._places.items() if kind == "int8"}

    def states(self, tokens: list[int]) -> Floats:
        """A state for each token in its context (tokens × 384)."""
        states = self.embedded(tokens)
        for layer in range(_LAYERS):
            states = self._layer(states, f"encoder.layer.{layer}")
        return states

    def embedded(self, tokens: list[int]) -> Floats:
        """What the first layer is given for each token at its place (tokens × 384)."""
        there = range(len(tokens))
        kinds = (("word", tokens), ("position", there), ("token_type", [0] * len(tokens)))
        rows: Floats = sum(self._embedded(f"embeddings.{kind}_embeddings", list(chosen)) for kind, chosen in kinds)  # type: ignore[assignment]  # of three, never 0
        return self._normal(rows, "embeddings.LayerNorm")

    def _layer(self, states: Floats, name: str) -> Floats:
        seen = self._through(self._attended(states, f"{name}.attention.self"), f"{name}.attention.output.dense")
        states = self._normal(states + seen, f"{name}.attention.output.LayerNorm")
        thought = self._through(_gelu(self._through(states, f"{name}.intermediate.dense")), f"{name}.output.dense")
        return self._normal(states + thought, f"{name}.output.LayerNorm")

    def _attended(self, states: Floats, name: str) -> Floats:
        """What each token takes from the others, by each of the heads."""
        parts = (self._through(states, f"{name}.{part}") for part in ("query", "key", "value"))
        query, key, value = (part.reshape(len(states), _HEADS, -1).swapaxes(0, 1) for part in parts)
        near = np.einsum("htd,hsd->hts", query, key) / np.float32(query.shape[2] ** 0.5)
        shares = np.exp(near - near.max(axis=2, keepdims=True))
        seen: Floats = np.einsum("hts,hsd->thd", shares / shares.sum(axis=2, keepdims=True), value)
        return seen.reshape(states.shape)

    def _through(self, states: Floats, name: str) -> Floats:
        weights, scales, bias = self._matrices[name]
        blocks = (states @ weights).swapaxes(0, 1).reshape(len(states), -1)
        through: Floats = blocks * scales + bias
        return through

    def _normal(self, states: Floats, name: str) -> Floats:
        centred = states - states.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(_EPSILON))
        normal: Floats = centred / spread * self._array(f"{name}.weight") + self._array(f"{name}.bias")
        return normal

    def _embedded(self, name: str, chosen: list[int]) -> Floats:
        scale, zero = map(np.float32, self._tables[name])
        embedded: Floats = (self._array(name)[chosen].astype(np.float32) - zero) * scale
        return embedded

    def _dense(self, name: str) -> tuple[Floats, Floats, Floats]:
        weights = self._array(name).astype(np.float32)
        blocks = weights.reshape(len(weights), -1, _BLOCK // len(weights)).swapaxes(0, 1)
        scales, bias = self._array(f"{name}.scale"), self._array(f"{name}.bias")
        return blocks, scales, bias

    def _array(self, name: str) -> NDArray[Any]:
        kind, start, shape = self._places[name]
        count = int(np.prod(shape, dtype=np.int64))
        return np.frombuffer(self._file, kind, count, start).reshape(shape)


def load_layers() -> Layers:
    """The lower half of the MiniLM that ships with argmine, read once a process; ModelError where it cannot be."""
    return _loaded(os.getpid())


@cache
def _loaded(_process: int) -> Layers:
    return Layers(shipped("minilm")[0])


def _gelu(values: Floats) -> Floats:
    """Of a normal variable, what is likely to stay below: by the error function, to seven digits."""
    size = np.abs(values) * np.float32(0.5**0.5)
    share = 1 / (1 + np.float32(0.3275911) * size)  # Abramowitz and Stegun 7.1.26
    tail = share * np.exp(-size * size)
    series: Any = np.zeros_like(values)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = series * share + np.float32(factor)
    error = np.copysign(1 - series * tail, values)
    gelu: Floats = values * (1 + error) / 2
    return gelu
