"""A reference is read with its unit and every number that it lists."""

from __future__ import annotations

import pytest

from argmine.mine.references import find_references
from argmine.types import Span

FORMS = [
    ("Art. II", "article", ["II"]),
    ("Article I (2)", "article", ["I 2"]),
    ("arts. I & II", "article", ["I", "II"]),
    ("Articles I – IV", "article", ["I", "II", "III", "IV"]),
    ("Articles 150–153", "article", ["150", "151", "152", "153"]),
    ("Articles I, II and VI", "article", ["I", "II", "VI"]),
    ("Article 94(2)", "article", ["94 2"]),
    ("Art. 11 (7d)", "article", ["11 7 d"]),
    ("Article 31(3)(b)", "article", ["31 3 b"]),
    ("Art. 31 (3a, 3b)", "article", ["31 3 a", "31 3 b"]),
    ("paragraph 2 of Article IV", "article", ["IV 2"]),
    ("Article IV, paragraph 2", "article", ["IV 2"]),
    ("Article 12 bis", "article", ["12 bis"]),
    ("Article 31(3)(b) and (c)", "article", ["31 3 b", "31 3 c"]),
    ("Article 31.3(c)", "article", ["31 3 c"]),
    ("paragraphs 1 and 2 of Article 11", "article", ["11 1", "11 2"]),
    ("Article 31, paragraphs 1 to 3", "article", ["31 1", "31 2", "31 3"]),
    ("Article 11.2", "article", ["11 2"]),
    ("Articles 31.1 and 32", "article", ["31 1", "32"]),
    ("Article 6 §§ 1 and 3 (d)", "article", ["6 1", "6 3 d"]),
    ("the second paragraph of Article I", "article", ["I 2"]),
    ("§§ 51301–51303", "section", ["51301", "51302", "51303"]),
    ("operative paragraph 4", "paragraph", ["4"]),
    ("preambular paragraph 2", "preamble", ["2"]),
    ("Part XI", "part", ["XI"]),
    ("artículos 31 y 32", "article", ["31", "32"]),
    ("Artikel 31 Absatz 3", "article", ["31 3"]),
    ("статья 31", "article", ["31"]),
    ("common Article 3", "common article", ["3"]),
    ("§ 51303", "section", ["51303"]),
    ("Section 10(2)", "section", ["10 2"]),
    ("Guideline B.2", "guideline", ["B.2"]),
    ("Principle 3", "principle", ["3"]),
]


@pytest.mark.parametrize(("written", "unit", "paths"), FORMS)
def test_a_form_gives_its_unit_and_numbers(written: str, unit: str, paths: list[str]) -> None:
    text = f"It follows from {written}: so it is."
    (reference,) = find_references(text, Span(0, len(text)))
    assert reference.span.of(text) == written
    assert (reference.unit, [" ".join(path) for path in reference.paths]) == (unit, paths)


def test_a_number_behind_a_stop_may_be_the_mark_of_a_note() -> None:
    text = "So says Article 11.2 The drafters agreed."
    (reference,) = find_references(text, Span(0, len(text)))
    assert reference.span.of(text) == "Article 11"


@pytest.mark.parametrize(
    "text",
    [
        "an article about mines",
        "the articles of faith",
        "20 June 2019",
        "CO2",
        "Artist 5",
        "Article by article",
    ],
)
def test_other_words_and_numbers_are_no_references(text: str) -> None:
    assert find_references(text, Span(0, len(text))) == ()


def test_a_volume_of_a_treaty_series_is_no_article() -> None:
    text = "arts. 31, 32, 1155 UNTS 331"
    (reference,) = find_references(text, Span(0, len(text)))
    assert reference.paths == (("31",), ("32",))
