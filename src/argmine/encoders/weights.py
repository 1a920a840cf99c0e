"""The models that ship in `argmine.models`: their files are found, compared with `models.toml`, and opened."""

# ruff: noqa: PLC0415 - a search pays only for the libraries of its own encoder, `--help` for none
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmine.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer


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
