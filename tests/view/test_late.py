"""Late interaction: words compared in their context, and what stands beside a passage."""

from __future__ import annotations

import numpy as np
import pytest

from argmine.encoder import load_token_encoder
from argmine.view.late import BESIDE, closeness, in_context, neighbours

PASSAGES = {
    1: ("a", "The lunar surface belongs to no State."),
    2: ("a", "Every State is liable for damage caused by its space object."),
    3: ("b", "The Committee met in Vienna in June."),
}


def equal(_: str) -> float:
    return 1.0


def test_other_words_of_the_same_meaning_are_near() -> None:
    found = closeness("who owns the moon", PASSAGES, equal)
    assert max(found, key=lambda row: found[row]) == 1
    found = closeness("compensation for harm done by satellites", PASSAGES, equal)
    assert max(found, key=lambda row: found[row]) == 2


def test_a_word_of_the_question_counts_by_its_rarity() -> None:
    found = closeness("Vienna State", PASSAGES, {"Vienna": 1.0, "State": 0.0}.__getitem__)
    assert max(found, key=lambda row: found[row]) == 3


def test_a_question_without_telling_words_is_near_to_nothing() -> None:
    assert closeness("???", PASSAGES, equal) == {1: 0.0, 2: 0.0, 3: 0.0}


def test_a_passage_says_the_same_of_itself() -> None:
    text = PASSAGES[2][1]
    assert closeness(text, PASSAGES, equal)[2] == pytest.approx(1, abs=0.02)


def test_the_neighbour_in_the_same_document_speaks_for_a_passage() -> None:
    own = {1: 0.8, 2: 0.4, 3: 0.9}
    assert in_context(2, PASSAGES, own) == pytest.approx(0.4 + BESIDE * (0.8 + 0.4) / 2)
    assert neighbours([2, 3]) == [1, 2, 3, 4]


def test_tokens_are_rows_of_bytes_with_the_words_they_belong_to() -> None:
    words, rows = load_token_encoder().words("Non-appropriation, Art. II")
    assert set(words) == {"Non", "appropriation", "Art", "II"}
    assert rows.dtype == np.int8
    assert rows.shape == (len(words), 64)
    assert np.linalg.norm(rows.astype(float), axis=1) == pytest.approx(127, abs=2)
