"""The claim model: the same example gives the same judgement, alone or in company; its inputs do not overflow."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.errors import ModelError
from argmine.mine.claims.classifier import Classifier, classifier
from argmine.mine.claims.features import COLUMNS, Example, features

MODEL = Path(str(resources.files("argmine.models").joinpath("claims")))
NAME = json.loads((MODEL / "model.json").read_text("utf-8"))["name"]
SENTENCE = Example("Article II of the Outer Space Treaty prohibits private ownership of the Moon.", "paper")
COURTESY = Example("I thank the Secretary-General for his briefing.", "record")


def test_a_claim_is_likelier_than_a_courtesy() -> None:
    claim, courtesy = classifier().judge([SENTENCE, COURTESY])
    assert claim.probability > courtesy.probability
    assert courtesy.probability < classifier().threshold
    assert claim.kind == "interpretive"


def test_a_judgement_does_not_depend_on_its_neighbours() -> None:
    assert classifier().judge([SENTENCE]) == classifier().judge([COURTESY, SENTENCE])[1:]


def test_who_decided_is_named() -> None:
    """Where the linear model is not sure, the second reader is asked, and the name says so."""
    unclear = Example("The practice of States in the following years points the other way.", "paper")
    names = {judgement.by for judgement in classifier().judge([SENTENCE, COURTESY, unclear])}
    assert names == {NAME, f"{NAME}+reader"}


def test_the_linear_model_can_decide_alone() -> None:
    alone = Classifier(MODEL, reading=False)
    assert {judgement.by for judgement in alone.judge([SENTENCE, COURTESY])} == {NAME}


def test_no_examples_give_no_judgements() -> None:
    assert classifier().judge([]) == []


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_features_within_the_columns(text: str) -> None:
    values = features(Example(text, "paper"))
    assert all(0 <= column < COLUMNS for column in values)


def test_a_model_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"flows\.train|cannot be read"):
        Classifier(tmp_path)
