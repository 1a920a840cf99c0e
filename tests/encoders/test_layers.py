"""A question goes through the same layers as a passage, by another library."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from argmine.encoders.layers import Layers, _gelu, load_layers
from argmine.encoders.minilm import lower_half
from argmine.encoders.pieces import framed, tokens_of
from argmine.encoders.weights import shipped
from argmine.errors import ModelError

LONG = "May a State own the Moon? " * 40
QUESTIONS = ("may States appropriate extracted resources?", "Mond", "", "A/RES/62/101 « non-appropriation »", LONG)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_states_are_those_of_onnxruntime_but_for_its_rounding(question: str) -> None:
    found, expected = lower_half().states(question)
    states = load_layers().states(framed(found))
    assert states.shape == expected[0].shape
    lengths = np.linalg.norm(states, axis=1) * np.linalg.norm(expected[0], axis=1)
    assert ((states * expected[0]).sum(axis=1) / lengths).min() > 0.97


def test_a_state_depends_on_the_whole_text() -> None:
    bank, shore = (load_layers().states(framed(tokens_of(text)))[1] for text in ("bank loan", "bank river"))
    assert bank @ shore < 0.99 * np.linalg.norm(bank) * np.linalg.norm(shore)


def test_half_of_a_normal_variable_stays_below_nothing() -> None:
    """Φ(0) = 1/2, Φ(1) = .8413447, Φ(−1) = .1586553."""
    assert _gelu(np.array([0, 1, -1], np.float32)).tolist() == pytest.approx([0, 0.8413447, -0.1586553], abs=1e-6)


def test_a_damaged_table_of_places_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shipped("minilm")[0], tmp_path / "minilm"))
    (folder / "lower.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"lower\.json"):
        Layers(folder)
