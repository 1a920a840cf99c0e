"""UN symbols: every form that the grammar gives is read, printed and read again; resolutions have one writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.knowledge.citations import bodies
from argmine.mine.citations.marks.symbols import canonical, find_symbols, parse_symbol
from argmine.types import Span

NUMBER = st.integers(1, 9999).map(str)
SESSION = st.one_of(st.integers(1, 99).map(str), st.integers(1946, 2031).map(str))
ROMAN = st.sampled_from(["I", "IV", "XVIII", "XXI", "S-I"])
BODY = st.sampled_from(
    sorted(mark.rstrip("/") for mark in bodies() if mark.endswith("/") and "Ser." not in mark and "SER." not in mark)
)
SERIES = st.builds(
    lambda series, number: f"{series}.{number}",
    st.sampled_from(["PV", "SR", "L", "CRP", "WP", "INF", "NGO", "MISC"]),
    NUMBER,
)
RESOLUTION = st.one_of(
    st.builds(lambda session, number: f"RES/{session}/{number}", st.integers(31, 99).map(str), NUMBER),
    st.builds(lambda number, session: f"RES/{number}({session})", NUMBER, st.sampled_from(["XVIII", "XXI", "1946"])),
)
REST = st.one_of(
    NUMBER,
    SERIES,
    RESOLUTION,
    st.builds(lambda session, number: f"{session}/{number}", SESSION, NUMBER),
    st.builds(lambda session, series: f"{session}/{series}", SESSION, SERIES),
    st.builds(lambda letter, year: f"SER.{letter}/{year}", st.sampled_from("ABC"), SESSION),
)
ADDITIONS = st.lists(
    st.builds(lambda kind, number: f"{kind}.{number}", st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 40)),
    max_size=3,
    unique_by=lambda addition: addition.partition(".")[0],
)
SYMBOL = st.builds(lambda body, rest, more: "/".join((body, rest, *more)), BODY, REST, ADDITIONS)


@given(SYMBOL)
def test_a_symbol_is_read_printed_and_read_again(symbol: str) -> None:
    read = parse_symbol(symbol)
    assert read is not None
    assert str(read) == symbol
    assert parse_symbol(str(read)) == read


@given(SYMBOL, st.sampled_from(["", "UN Doc. ", "(", "see "]), st.sampled_from([".", ", para. 4", ")", "; and more"]))
def test_a_symbol_is_found_whole_in_text(symbol: str, before: str, behind: str) -> None:
    text = f"{before}{symbol}{behind}"
    ((span, found),) = find_symbols(text, Span(0, len(text)))
    assert (span.of(text), found) == (symbol, symbol)


@given(SYMBOL)
def test_its_additions_come_last(symbol: str) -> None:
    read = parse_symbol(symbol)
    assert read is not None
    assert all(addition.partition(".")[0] in ("Add", "Corr", "Rev") for addition in read.additions)


@pytest.mark.parametrize(
    ("symbol", "body", "rest", "additions"),
    [
        ("A/AC.105/C.2/L.339", "A/AC.105/C.2", "L.339", ()),
        ("A/AC.105/C.2/2019/CRP.3", "A/AC.105/C.2", "2019/CRP.3", ()),
        ("S/PV.8422", "S", "PV.8422", ()),
        ("A/AC.105/C.2/SR.63", "A/AC.105/C.2", "SR.63", ()),
        ("A/CN.4/SER.A/1966/Add.1", "A/CN.4", "SER.A/1966", ("Add.1",)),
        ("A/CONF.39/11/Add.2/Rev.1", "A", "CONF.39/11", ("Add.2", "Rev.1")),
        ("A/RES/62/101", "A/RES", "62/101", ()),
        ("A/RES/1962(XVIII)", "A/RES", "1962(XVIII)", ()),
        ("S/RES/1373(2001)", "S/RES", "1373(2001)", ()),
    ],
)
def test_the_parts_of_a_symbol(symbol: str, body: str, rest: str, additions: tuple[str, ...]) -> None:
    read = parse_symbol(symbol)
    assert read is not None
    assert str(read) == symbol
    assert read.additions == additions
    assert f"{read.body}/{read.rest}" == f"{body}/{rest}"


@pytest.mark.parametrize("words", ["A/B", "and/or", "X/AC.105/1", "A/AC.x", "km/h 5"])
def test_other_words_with_a_stroke_are_none(words: str) -> None:
    assert parse_symbol(words) is None


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/RES/1962 (XVIII)", "A/RES/1962(XVIII)"),
        ("A/77/20/ADD.1", "A/77/20/Add.1"),
        ("A/AC.105/C.2/SR.57–73", "A/AC.105/C.2/SR.57-73"),
    ],
)
def test_other_writings_have_the_canonical_form(printed: str, symbol: str) -> None:
    assert canonical(printed) == symbol
