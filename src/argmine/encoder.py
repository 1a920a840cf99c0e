"""Text to vectors: by what search and `compare` measure likeness.

`load_encoder()` gives the default. Two encoders ship in `argmine.models`, both made from all-MiniLM-L6-v2 by
`python -m argmine.training.encoders`; any other sentence-transformers model is named by its folder.

    static   a table of token vectors, summed: no neural network runs, a cold query costs milliseconds
    minilm   the transformer itself in 8-bit integers, on onnxruntime: slower, closest to the original

Its lower half also serves late interaction (`token_encoder`); all of them cut texts into the same word pieces.

What each of them retrieves, and why `static` is the default, stands in `models.toml`. Nothing here asks a network.
"""

# ruff: noqa: PLC0415 - a query pays only for the libraries of its own encoder, `--help` for none
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from argmine.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding, Tokenizer

DEFAULT = "static"

LONGEST_TEXT = 10_000
"""Characters of a text that are read: far beyond any sentence, and a bound on what a hostile input may cost."""
_LONGEST = 256
"""Tokens that MiniLM takes."""
BEGIN, END = 2, 3
"""The tokens that it wants at both ends of a text: [CLS] and [SEP]."""


class Encoder(Protocol):
    """Anything that turns texts into vectors of one length."""

    @property
    def name(self) -> str:
        """What an index is stamped with: another name means that the vectors cannot be compared."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text (n × dimensions), each of length 1, so that a product of rows is their cosine.

        A text in which the encoder knows no token may be a row of zeros: it is like nothing. No texts give (0, d).
        """


class StaticEncoder:
    """A text is the normalised sum of the vectors of its tokens; those lie on the disk, memory-mapped.

    Distilled in the manner of model2vec (Tulkens and van Dongen, 2024, doi:10.5281/zenodo.17270888): `vectors.npy`
    holds one row of 8-bit integers per token, `scales.npy` what each row is multiplied by.
    """

    def __init__(self, folder: Path, name: str) -> None:
        import numpy as np

        self.name = name
        with blaming(folder / "vectors.npy"):
            self._vectors = np.asarray(np.load(folder / "vectors.npy", mmap_mode="r", allow_pickle=False))
        with blaming(folder / "scales.npy"):
            self._scales = np.asarray(np.load(folder / "scales.npy", mmap_mode="r", allow_pickle=False))
        self._tokenizer = shared_tokenizer()
        self.dimensions: int = self._vectors.shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`; the order, number or length of the other texts changes nothing in a row."""
        import numpy as np

        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            tokens = self._tokenizer.encode(clean(text), add_special_tokens=False).ids
            row[:] = self._scales[tokens] @ self._vectors[tokens]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        normal: NDArray[np.float32] = np.divide(rows, lengths, out=rows, where=lengths > 0)
        return normal


class OnnxEncoder:
    """A transformer with its pooling and normalisation, in two ONNX files: tokens → states → vector."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self._lower = lower_half()
        shared_tokenizer()
        self._upper = open_session(folder / "upper.onnx", threads=1)
        self.dimensions: int = self._upper.get_outputs()[0].shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`.

        One text at a time: quantisation takes its range from the whole batch, so that in a batch the neighbours of a
        text would change its vector, and two ingests of one corpus would differ.
        """
        import numpy as np

        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            _, states = self._lower.states(text)
            row[:] = self._upper.run(None, {"states": states})[0][0]
        return rows


class LowerHalf:
    """The embeddings and first three layers of MiniLM: a state for each token in its context."""

    def __init__(self, folder: Path) -> None:
        # One thread: of a sentence, a second one would spend its time waiting (4.7 ms with one, 9.9 with two).
        self._session = open_session(folder / "lower.onnx", threads=1, optimised=True)

    def states(self, text: str) -> tuple[Encoding, NDArray[np.float32]]:
        """The tokens of a text, as many as the model takes, and the states (1 × tokens + 2 × 384) between two marks."""
        import numpy as np

        found = tokens_of(text)
        return found, self._session.run(None, {"tokens": np.array([framed(found)])})[0]


class SentenceTransformerEncoder:
    """Any sentence-transformers model in a folder, or one that is already in its cache under `name`."""

    def __init__(self, name: str) -> None:
        self.name = str(Path(name).resolve()) if Path(name).is_dir() else name
        self._model = _sentence_transformer(self.name)
        self.dimensions: int = self._model.encode([""]).shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Encoder`."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        cleaned = [clean(text) for text in texts]
        rows: NDArray[np.float32] = self._model.encode(cleaned, normalize_embeddings=True, show_progress_bar=False)
        return rows.astype(np.float32, copy=False)


def load_encoder(name: str = DEFAULT) -> Encoder:
    """The encoder `name`: "static", "minilm", or the folder of a sentence-transformers model; read once a process.

    Raises:
        ModelError: a file is missing or damaged, a library is not installed, or there is no such model.
    """
    # Threads of onnxruntime do not survive a fork, so a child process must load its own.
    return _loaded(name, os.getpid())


def lower_half() -> LowerHalf:
    """The lower half of MiniLM, read once a process; ModelError where it cannot be."""
    return _lower_half(os.getpid())


@cache
def _lower_half(_process: int) -> LowerHalf:
    return LowerHalf(shipped("minilm")[0])


@cache
def shared_tokenizer() -> Tokenizer:
    """The word pieces that all shipped encoders share, of texts of any length; ModelError where it cannot be read."""
    tokenizer = open_tokenizer(shipped("minilm")[0])
    tokenizer.no_truncation()
    return tokenizer


def tokens_of(text: str) -> Encoding:
    """The tokens of a text, as many as MiniLM takes."""
    found = shared_tokenizer().encode(clean(text), add_special_tokens=False)
    found.truncate(_LONGEST - 2)
    return found


def framed(found: Encoding) -> list[int]:
    """The ids of tokens between the two marks that MiniLM wants."""
    return [BEGIN, *found.ids, END]


@cache
def _loaded(name: str, _process: int) -> Encoder:
    if name == "static":
        return StaticEncoder(*shipped(name))
    if name == "minilm":
        return OnnxEncoder(*shipped(name))
    return SentenceTransformerEncoder(name)


def verify(name: str) -> None:
    """Compare every file of the shipped model `name` with the hash in `models.toml`.

    Raises:
        ModelError: a file is missing or is not the one that `models.toml` describes.
    """
    from hashlib import file_digest

    folder, _ = shipped(name)
    for file, facts in _manifest()[name]["files"].items():
        with (folder / file).open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != facts["sha256"]:
                raise _damaged(folder / file)


def shipped(name: str) -> tuple[Path, str]:
    """The folder of a shipped model, and the name that its index is stamped with.

    Only the sizes are compared here: they betray a missing, truncated or not checked-out (Git LFS) file for the price
    of a look at the directory. The hashes would read every byte of a table that is memory-mapped precisely because a
    query touches a few of its rows; `verify` reads them.
    """
    model = _manifest()[name]
    folder = _models() / name
    for file, facts in model["files"].items():
        path = folder / file
        if not path.is_file():
            raise ModelError(f"The encoder '{name}' lacks its file {path}.", _remedy(name))
        if path.stat().st_size != facts["bytes"]:
            raise _damaged(path)
    weights = model["files"][model["weights"]]["sha256"]
    return folder, f"{name}-{weights[:8]}"


def _models() -> Path:
    from argmine import models

    return Path(models.__path__[0])


def _manifest() -> dict[str, Any]:
    import tomllib

    return tomllib.loads((_models() / "models.toml").read_text("utf-8"))


def _damaged(path: Path) -> ModelError:
    return ModelError(f"{path} is damaged: it is not the file that models.toml describes.", _remedy(path.parent.name))


def _remedy(name: str) -> str:
    return f"Install argmine again, or make it with `python -m argmine.training.encoders {name}`."


@contextmanager
def blaming(path: Path) -> Iterator[None]:
    """Turn whatever a library raises on a broken file into an error that names the file."""
    try:
        yield
    except Exception as error:  # each library has its own, and tokenizers and onnxruntime have bare ones
        raise _damaged(path) from error


def open_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of the model in `folder`; ModelError where it cannot be read."""
    from tokenizers import Tokenizer

    with blaming(folder / "tokenizer.json"):
        return Tokenizer.from_file(str(folder / "tokenizer.json"))


def open_session(path: Path, threads: int = 4, *, optimised: bool = False) -> Any:
    """An ONNX model in memory, on the processor; ModelError where it cannot be read.

    One that is `optimised` was written so: to do it again would take three quarters of the time of opening.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # A sentence is too small to keep many cores busy: more threads only wait for each other.
    options.intra_op_num_threads = min(threads, os.cpu_count() or 1)
    options.log_severity_level = 3
    if optimised:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    with blaming(path):
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _sentence_transformer(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise ModelError(
            f"The encoder '{name}' needs sentence-transformers.",
            "Install it with `pip install 'argmine[transformers]'`.",
        ) from error
    try:
        # Weights in safetensors only: the older format is a pickle, which can run code.
        return SentenceTransformer(name, device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True})
    except Exception as error:  # transformers, safetensors and the hub each have their own
        raise ModelError(
            f"There is no encoder '{name}'.",
            "It is 'static', 'minilm' or the folder of a sentence-transformers model with safetensors weights.",
        ) from error


def clean(text: str) -> str:
    """A text without what cannot be UTF-8 (lone surrogates from a shell or a broken PDF), which tokenizers refuses."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
