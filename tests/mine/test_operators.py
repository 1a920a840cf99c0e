"""The operators of a sentence in their order, and what a negation reaches."""

from __future__ import annotations

import pytest

from argmine.mine.claims.operators import operator_features


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("Nothing in Article II forbids it.", "negation prohibition"),
        ("States may mine only with consent.", "permission qualification"),
        ("Whether the rule binds companies is disputed.", "doubt obligation doubt"),
        ("A breach of Article VI engages the responsibility of the State.", "prohibition obligation"),
        ("Private flights don't fall under the duty.", "negation obligation"),
        ("The Committee met in Vienna.", ""),
    ],
)
def test_the_operators_stand_in_their_order(text: str, operators: str) -> None:
    assert f"operators {operators}" in set(operator_features(text))


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("It does not forbid mining.", {"negated prohibition", "negated word forbid"}),
        ("It does not speak of this; States are free.", set()),  # another clause
        ("It does not, in the view of all who were there and signed it, forbid mining.", set()),  # too far away
    ],
)
def test_a_negation_reaches_the_operators_near_it_in_its_clause(text: str, reached: set[str]) -> None:
    assert {name for name in operator_features(text) if name.startswith("negated")} == reached


def test_a_run_of_operators_begins_anew_with_a_clause() -> None:
    names = set(operator_features("Mining is prohibited, but sampling may be allowed."))
    assert "clause but permission permission" in names
    assert "then prohibition permission" in names
