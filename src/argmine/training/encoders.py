"""Make the encoders that ship in `argmine.models`, from the weights of all-MiniLM-L6-v2.

    python -m argmine.training.encoders minilm TEXTS...   the transformer as ONNX, two halves in 8-bit integers, with
                                                          the word pieces of the texts
    python -m argmine.training.encoders static TEXTS...   token vectors whose sums agree with the transformer
    python -m argmine.training.encoders late TEXTS...     the directions of the states of its lower half

TEXTS are files with one sentence per line. Needs `pip install 'argmine[models]'`, and asks no network. Each command
brings `models.toml` up to date. The others read the word pieces of `minilm`, and are made after it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from argmine.encoders.weights import open_tokenizer
from argmine.training.halves import late_directions, write_halves
from argmine.training.manifest import MODELS, describe
from argmine.training.static import distilled
from argmine.training.vocabulary import pruned, rows

Texts = Annotated[list[Path], typer.Argument(help="Files with one sentence per line.", exists=True, dir_okay=False)]

app = typer.Typer(help="Make the encoders that ship with argmine.", no_args_is_help=True)


@app.command()
def static(texts: Texts) -> None:
    """Distil the transformer into a table of token vectors."""
    vectors, scales = distilled(_sentences(texts))
    kept = rows(open_tokenizer(MODELS / "minilm"))
    folder = _emptied("static")
    np.save(folder / "vectors.npy", vectors[kept])
    np.save(folder / "scales.npy", scales[kept])
    describe(folder)


@app.command()
def minilm(texts: Texts) -> None:
    """Export the transformer to ONNX in two halves, and quantise them."""
    with tempfile.TemporaryDirectory(dir=MODELS) as scratch:
        write_halves(Path(scratch), pruned(_sentences(texts)))
        shutil.copytree(scratch, folder := _emptied("minilm"), dirs_exist_ok=True)
    describe(folder)


@app.command()
def late(texts: Texts) -> None:
    """Learn in which directions the states of the lower half of `minilm` lie: for late interaction."""
    found = late_directions(_sentences(texts), MODELS / "minilm")
    folder = _emptied("late")
    np.save(folder / "basis.npy", found)
    describe(folder)


def _sentences(texts: list[Path]) -> list[str]:
    return [line for file in texts for line in file.read_text("utf-8").splitlines() if line]


def _emptied(name: str) -> Path:
    folder: Path = MODELS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    app()
