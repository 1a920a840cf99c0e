"""Numerals: Roman and Arabic, strict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.knowledge.numerals import number_of, roman, same_number


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (1962, "MCMLXII")]
)
def test_roman_numerals_are_written_as_the_romans_did(n: int, numeral: str) -> None:
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_what_has_no_roman_numeral_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        roman(n)


@given(st.integers(1, 3999))
def test_every_roman_numeral_reads_back_in_either_case(n: int) -> None:
    assert number_of(roman(n)) == number_of(roman(n).lower()) == n


@given(st.integers(0, 10**9))
def test_every_arabic_numeral_reads_back(n: int) -> None:
    assert number_of(str(n)) == n


@given(st.text(alphabet="IVXLCDM", min_size=1, max_size=20))
def test_a_roman_numeral_is_read_only_as_roman_would_write_it(signs: str) -> None:
    n = number_of(signs)
    assert n is None or roman(n) == signs


@pytest.mark.parametrize(
    "text", ["IIII", "IC", "VX", "IM", "12 bis", "37A", "A.1", "", " ", "-1", "１２", "2(a)", "1" * 40]
)
def test_nothing_else_is_a_number(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("II", "2"), ("ii", "2"), ("12 bis", "12bis"), ("IV bis", "4 bis"), ("37A", "37a"), ("a.1", "A.1")],
)
def test_two_ways_to_write_one_number_agree(one: str, other: str) -> None:
    assert same_number(one) == same_number(other)


@pytest.mark.parametrize(
    ("one", "other"), [("12", "12 bis"), ("37A", "37B"), ("37", "37A"), ("A.1", "B.1"), ("A.1", "A.10")]
)
def test_numbers_that_differ_stay_apart(one: str, other: str) -> None:
    assert same_number(one) != same_number(other)
