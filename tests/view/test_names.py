"""A name finds its holder as a person types it: in part, by another name of the same State, with a slip."""

from __future__ import annotations

import pytest

from argmine.errors import QueryError
from argmine.view.answers.names import match_names

HELD = (
    "United States of America",
    "United Kingdom",
    "Russian Federation",
    "International Court of Justice",
    "Bin Cheng",
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("united states", "United States of America"),
        ("USA", "United States of America"),
        ("US", "United States of America"),
        ("Great Britain", "United Kingdom"),
        ("Russia", "Russian Federation"),
        ("the ICJ", "International Court of Justice"),
        ("ICJ", "International Court of Justice"),
        ("cheng", "Bin Cheng"),
    ],
)
def test_a_part_of_a_name_or_another_name_is_no_slip(typed: str, name: str) -> None:
    assert match_names(typed, HELD) == ((name,), True)


def test_a_slip_is_told() -> None:
    assert match_names("Chengg", HELD) == (("Bin Cheng",), False)


def test_a_state_that_holds_nothing_is_nobody() -> None:
    with pytest.raises(QueryError, match="Nobody is named 'FRA'"):
        match_names("FRA", HELD)
