"""Full text search finds words, stems, exact phrases and symbols, and takes whatever a person types."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from argmine.errors import StaleIndex
from argmine.store.indexes.fulltext import FullTextIndex, matches

CLAIMS = (
    (10, "Article II OST forbids national appropriation by any means.", "On the Moon", "author", "OST:II"),
    (11, "Appropriating resources in place is not permitted.", "On the Moon", "Ruritania", "OST:II OST:I(2)"),
    (12, "International waters are free for all States.", "Seas", "author", ""),
    (13, "Internal waters belong to the coastal State.", "Seas", "author", ""),
    (14, "The resolution A/RES/62/101 asks States to register; rules of res communis apply.", "", "COPUOS", ""),
    (15, "A resolution of 1962 with 101 paragraphs says so; a common res does not exist.", "", "J. Šmíd", ""),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> FullTextIndex:
    """The claims above."""
    folder = tmp_path_factory.mktemp("fulltext") / "index"
    FullTextIndex.build(folder, CLAIMS)
    return FullTextIndex.open(folder)


def rows(*ids: int) -> NDArray[np.bool_]:
    """The set of these row ids."""
    return np.isin(np.arange(1000), ids)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("appropriation", [10, 11]),
        ("appropriating", [11, 10]),
        ("resources", [11]),
        ("international", [12]),
        ("internal", [13]),
        ('"res communis"', [14]),
        ('"communis res"', []),
        ("“internal waters”", [13]),
        ('"waters"', [12, 13]),
        ("A/RES/62/101", [14, 15]),
        ('"A/RES/62/101"', [14]),
        ("Smid", [15]),
        ("Ruritania", [11]),
        ("OST:II", [10, 11]),
        ("seas", [12, 13]),
        ("fisheries", []),
        ('"--"', []),
        ('"--" seas', [12, 13]),
    ],
)
def test_a_question_finds_its_claims_best_first(index: FullTextIndex, query: str, found: list[int]) -> None:
    ids, scores = index.search(query, 10)
    assert ids.tolist() == found
    assert sorted(scores, reverse=True) == scores.tolist()


def test_words_beside_a_phrase_only_rank(index: FullTextIndex) -> None:
    assert index.search('coastal "waters" fisheries', 10)[0].tolist() == [13, 12]


def test_only_allowed_rows_are_found_and_their_scores_stay(index: FullTextIndex) -> None:
    ids, scores = index.search("states waters", 10)
    only, same = index.search("states waters", 10, rows(13, 10, 999))
    assert only.tolist() == [13]
    assert same[0] == pytest.approx(dict(zip(ids.tolist(), scores.tolist(), strict=True))[13])
    assert index.search("states waters", 10, rows())[0].tolist() == []


def test_many_allowed_rows_are_sifted_with_the_same_result(
    index: FullTextIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [index.search("resolution states waters", k, rows(11, 13, 14))[0].tolist() for k in (1, 2, 5)]
    monkeypatch.setattr("argmine.store.indexes.fulltext._FEW", 0)
    assert [index.search("resolution states waters", k, rows(11, 13, 14))[0].tolist() for k in (1, 2, 5)] == expected


def test_claims_are_added_to_an_index_and_taken_out_of_it(tmp_path: Path) -> None:
    FullTextIndex.build(tmp_path / "index", CLAIMS)
    FullTextIndex.change(tmp_path / "index", [10, 13], [(20, "New waters are claimed.", "Seas", "author", "")])
    changed = FullTextIndex.open(tmp_path / "index")
    assert len(changed) == len(CLAIMS) - 1
    assert sorted(changed.search("waters appropriation", 10)[0].tolist()) == [11, 12, 20]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("who may appropriate", "[Appropriating] the ice, they say, was not forbidden."),
        ("was the ICE forbidden", "Appropriating the [ice], they say, was not [forbidden]."),
        ("the of", "Appropriating the ice, they say, was not forbidden."),
    ],
)
def test_the_words_that_match_are_marked_by_their_stems(query: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    for span in reversed(matches(query, text)):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    assert text == marked


def test_the_first_k_are_the_best_of_all(index: FullTextIndex) -> None:
    ids, _ = index.search("resolution res states", 10)
    assert len(ids) == 4
    for k in range(5):
        assert index.search("resolution res states", k)[0].tolist() == ids[:k].tolist()


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        '""',
        '"""',
        '"  "',
        "+",
        "AND",
        "a AND OR NOT",
        "text:",
        "*",
        "(((",
        "[a TO",
        "~2^",
        "\\",
        "\ud800",
        "\0",
        "''",
    ],
)
def test_nothing_that_is_typed_is_a_syntax_error(index: FullTextIndex, query: str) -> None:
    index.search(query, 10)


@given(st.text(alphabet=st.sampled_from('waters"res (){}[]^~*:\\/+-!&|“”\n'), max_size=30) | st.text())
@settings(deadline=None)
def test_no_text_at_all_is_a_syntax_error(index: FullTextIndex, query: str) -> None:
    assert set(index.search(query, 10)[0].tolist()) <= {row for row, *_ in CLAIMS}


def test_a_question_of_a_million_letters_is_answered(index: FullTextIndex) -> None:
    assert index.search("waters " + "nonsense " * 100_000, 10)[0].tolist() == [12, 13]


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    FullTextIndex.build(tmp_path / "index", ())
    empty = FullTextIndex.open(tmp_path / "index")
    assert len(empty) == 0
    assert empty.search("waters", 5)[0].tolist() == []


def test_what_is_no_index_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("absent", "empty"):
        with pytest.raises(StaleIndex, match=f"{name} cannot be read.*argmine index"):
            FullTextIndex.open(tmp_path / name)
