"""Late interaction: words compared in their context, and what stands beside a passage."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from argmine.encoders.tokens import load_token_encoder, unpack
from argmine.view.answers.late import BESIDE, TOGETHER, Compared, Passages, neighbours

TEXTS = {
    1: ("The lunar surface belongs to no State.", 7),
    2: ("Every State is liable for damage caused by its space object.", 7),
    3: ("The Committee met in Vienna in June.", 8),
}


@pytest.fixture(scope="module")
def passages() -> dict[int, tuple[int, bytes]]:
    """The texts above as they are stored."""
    return {row: (document, load_token_encoder().pack(text)) for row, (text, document) in TEXTS.items()}


def equal(_: str) -> float:
    return 1.0


def closeness(
    question: str, passages: Passages, rarity: Callable[[str], float], *, once: bool = False
) -> dict[int, float]:
    compared = Compared(question, passages, rarity, once=once)
    return dict(zip(passages, compared.closeness([*passages]).tolist(), strict=True))


def test_other_words_of_the_same_meaning_are_near(passages: dict[int, tuple[int, bytes]]) -> None:
    found = closeness("who owns the moon", passages, equal)
    assert max(found, key=lambda row: found[row]) == 1
    found = closeness("compensation for harm done by satellites", passages, equal)
    assert max(found, key=lambda row: found[row]) == 2


def test_a_word_of_the_question_counts_by_its_rarity(passages: dict[int, tuple[int, bytes]]) -> None:
    found = closeness("Vienna State", passages, {"Vienna": 1.0, "State": 0.0}.__getitem__)
    assert max(found, key=lambda row: found[row]) == 3


def test_a_question_without_telling_words_is_near_to_nothing(passages: dict[int, tuple[int, bytes]]) -> None:
    assert closeness("???", passages, equal) == {1: 0.0, 2: 0.0, 3: 0.0}


def test_a_passage_without_a_word_is_near_to_nothing(passages: dict[int, tuple[int, bytes]]) -> None:
    found = closeness("the moon", {**passages, 4: (8, load_token_encoder().pack("* * *"))}, equal)
    assert (found[4], found[1] > 0.3) == (0.0, True)


def test_a_passage_says_the_same_of_itself(passages: dict[int, tuple[int, bytes]]) -> None:
    assert closeness(TEXTS[2][0], passages, equal)[2] == pytest.approx(1, abs=0.02)


def test_the_neighbour_in_the_same_document_speaks_for_a_passage(passages: dict[int, tuple[int, bytes]]) -> None:
    compared = Compared("the surface of the moon", passages, equal)
    moon, liability = compared.closeness([1, 2])
    _, behind = compared.in_context([1, 2])
    least = liability + TOGETHER * moon + BESIDE * (moon + liability) / 2
    assert least <= behind < least + 0.1
    assert neighbours([2, 3]) == [1, 2, 3, 4]


def test_of_two_words_one_may_stand_in_the_neighbour(passages: dict[int, tuple[int, bytes]]) -> None:
    """Together they have both; each by itself has one."""
    apart = {row: (row, packed) for row, (_, packed) in passages.items()}
    gained = [Compared("lunar damage", there, equal).in_context([1, 2]) for there in (apart, passages)]
    assert (gained[1] > gained[0] + 0.1).all()


def test_what_has_no_neighbour_is_its_own(passages: dict[int, tuple[int, bytes]]) -> None:
    long = {9: (9, load_token_encoder().pack(f"{TEXTS[3][0]} {TEXTS[3][0]}"))}
    compared = Compared("a meeting in Vienna", long, equal)
    assert compared.in_context([9]) == pytest.approx(compared.closeness([9]) * (1 + TOGETHER + BESIDE))


def test_a_title_lacks_what_a_sentence_has(passages: dict[int, tuple[int, bytes]]) -> None:
    title, sentence = Compared("damage", {**passages, 4: (9, load_token_encoder().pack("Damage"))}, equal).brevity(
        [4, 2]
    )
    assert title == pytest.approx(0.9)
    assert sentence == 0


def test_tokens_are_packed_into_half_a_byte_a_number_and_stay_what_they_were() -> None:
    encoder = load_token_encoder()
    words, rows = encoder.words("Non-appropriation, Art. II")
    assert set(words) == {"Non", "appropriation", "Art", "II"}
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    packed = encoder.pack("Non-appropriation, Art. II")
    assert len(packed) == 32 * len(words)
    assert (rows * unpack(packed)).sum(axis=1) == pytest.approx(1, abs=0.02)


def test_a_question_that_is_the_only_one_is_understood_alike(passages: dict[int, tuple[int, bytes]]) -> None:
    question = "may a State own the Moon?"
    often, once = (closeness(question, passages, equal, once=alone) for alone in (False, True))
    assert once == pytest.approx(often, abs=0.02)
    assert sorted(once, key=once.__getitem__)[-1] == sorted(often, key=often.__getitem__)[-1]
