"""Instruments: their articles, in their own numerals, with their own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmine.extract import read
from argmine.types import Document
from tests.conftest import SHARED

needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")


def instrument(folder: Path, text: str, name: str = "text.md") -> Document:
    (folder / name).write_text(text, "utf-8")
    return read(folder / name)


def articles(document: Document) -> list[tuple[str, str | None, str]]:
    return [(one.number, one.heading, one.span.of(document.text)) for one in document.articles]


def test_headings_of_articles_in_markdown(tmp_path: Path) -> None:
    document = instrument(
        tmp_path,
        "# Treaty on Ice\n\nThe Parties, convinced, have agreed as follows:\n\n## PART I\n\n### Article I\n\n"
        "#### Ownership\n\nIce belongs to nobody.\n\n### Article II\n\n1. Ice may be used.\n2. It may be melted.\n\n"
        "## PART II\n\n### Article III\n\nDisputes shall be settled.\n\n"
        "DONE at Port Amalie, this third day of May, one thousand nine hundred and ninety-one.",
    )
    assert articles(document) == [
        ("I", "Ownership", "Ice belongs to nobody."),
        ("II", None, "1. Ice may be used.\n\n2. It may be melted."),
        ("III", None, "Disputes shall be settled."),
    ]
    assert (document.metadata.genre, document.metadata.date) == ("treaty", "1991-05-03")


@pytest.mark.parametrize(
    ("title", "heads", "numbers", "headings"),
    [
        ("Ice Convention", "Article {} — Rule {}", ["1", "2", "3"], ["Rule 1", "Rule 2", "Rule 3"]),
        ("Ice Agreement", "ARTICLE {}.", ["1", "2", "3"], [None, None, None]),
        ("Ice Accords", "SECTION {} – MATTER {}", ["1", "2", "3"], ["MATTER 1", "MATTER 2", "MATTER 3"]),
        ("Ice Act, Chapter 5", "§500{}. Matter {}", ["5001", "5002", "5003"], ["Matter 1", "Matter 2", "Matter 3"]),
        ("Ice Principles", "Principle {}", ["1", "2", "3"], [None, None, None]),
        ("Ice Guidelines", "Guideline B.{} Matter {}", ["B.1", "B.2", "B.3"], ["Matter 1", "Matter 2", "Matter 3"]),
    ],
)
def test_the_unit_is_the_instruments_own(
    tmp_path: Path, title: str, heads: str, numbers: list[str], headings: list[str | None]
) -> None:
    words = "States shall refrain from all acts that would make ice unusable for others, now and in the time to come."
    text = f"{title}\n\n" + "\n\n".join(f"{heads.format(number, number)}\n\n{words}" for number in (1, 2, 3))
    document = instrument(tmp_path, text, "text.txt")
    assert [(one.number, one.heading) for one in document.articles] == list(zip(numbers, headings, strict=True))
    assert all(one.span.of(document.text) == words for one in document.articles)


def test_articles_of_an_annex_are_named_after_it(tmp_path: Path) -> None:
    main = "\n\n".join(f"### Article {number}\n\nWords of article {number}." for number in (1, 2, 3))
    annex = "\n\n".join(f"### Article {number}\n\nWords of the annex, {number}." for number in (1, 2))
    document = instrument(tmp_path, f"# Convention on Ice\n\n{main}\n\n## Annex II\n\n{annex}")
    assert [one.number for one in document.articles] == ["1", "2", "3", "Annex II, 1", "Annex II, 2"]


def test_a_table_of_contents_is_not_the_articles(tmp_path: Path) -> None:
    contents = "\n\n".join(f"### Article {number} Matter {number}" for number in (1, 2, 3))
    main = "\n\n".join(f"### Article {number} Matter {number}\n\nWords of article {number}." for number in (1, 2, 3))
    document = instrument(tmp_path, f"# Convention on Ice\n\n{contents}\n\n{main}")
    assert articles(document) == [(str(one), f"Matter {one}", f"Words of article {one}.") for one in (1, 2, 3)]


def test_an_article_inserted_later_has_its_own_number(tmp_path: Path) -> None:
    main = "\n\n".join(f"### Article {number}\n\nWords of the article." for number in ("1", "2", "2 bis", "3"))
    assert [one.number for one in instrument(tmp_path, f"# Convention on Ice\n\n{main}").articles] == [
        "1",
        "2",
        "2 bis",
        "3",
    ]


def test_operative_paragraphs_are_the_articles_of_a_resolution(tmp_path: Path) -> None:
    document = instrument(
        tmp_path,
        "Declaration on Ice\n\nThe General Assembly,\n\nRecalling its resolution 1 (I),\n\n"
        "1. Declares that ice is free;\n\n2. Invites all States to respect it, in particular:\n\n"
        "(a) those that have it;\n\n3. Decides to remain seized.",
        "text.txt",
    )
    assert document.metadata.genre == "resolution"
    assert [(number, words[:8]) for number, _, words in articles(document)] == [
        ("1", "Declares"),
        ("2", "Invites "),
        ("3", "Decides "),
    ]


def test_a_paper_on_a_treaty_has_no_articles(tmp_path: Path) -> None:
    comment = (
        "The provision has been read in many ways since it was adopted, and none of them has prevailed until today."
    )
    main = "\n\n".join(f"## Article {number}\n\n{comment}" for number in ("I", "II", "III"))
    document = instrument(tmp_path, f"# A commentary on the Convention on Ice\n\n{main}")
    assert (document.metadata.genre, document.articles) == ("other", ())


def test_a_collection_of_treaties_is_not_one(tmp_path: Path) -> None:
    one = "\n\n".join(f"### Article {number}\n\nWords." for number in (1, 2, 3))
    document = instrument(tmp_path, f"# Treaties of the year\n\n## First\n\n{one}\n\n## Second\n\n{one}")
    assert document.articles == ()


@needs_shared
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("ost_1967", 17),
        ("rescue_agreement_1968", 10),
        ("liability_convention_1972", 28),
        ("registration_convention_1975", 12),
        ("moon_agreement_1979", 21),
        ("vclt_1969", 85),
        ("un_charter", 111),
        ("icj_statute", 70),
        ("antarctic_treaty_1959", 14),
        ("new_york_convention_1958", 16),
        ("rome_statute_icc", 128),
    ],
)
def test_a_treaty_has_the_articles_it_has(name: str, count: int) -> None:
    document = read(SHARED / f"corpus/treaties/{name}.md")
    assert document.metadata.genre == "treaty"
    assert len(document.articles) == count
    assert all(one.span.end > one.span.start for one in document.articles)


@needs_shared
def test_the_parts_of_the_law_of_the_sea_are_told_from_its_annexes() -> None:
    numbers = [one.number for one in read(SHARED / "corpus/treaties/unclos_1982.md").articles]
    assert [number for number in numbers if "," not in number] == [str(number) for number in range(1, 321)]
    assert "Annex VI, 21" in numbers


@needs_shared
@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("statutes/usc-51-ch-513-space-resources.txt", ["51301", "51302", "51303"]),
        ("un/res-1962-XVIII/text.txt", [str(number) for number in range(1, 10)]),
        ("un/res-47-68/text.txt", [str(number) for number in range(1, 12)]),
        ("un/copuos-debris-mitigation-2007/text.txt", [str(number) for number in range(1, 8)]),
        (
            "un/lts-guidelines-2019/text.txt",
            [
                f"{part}.{number}"
                for part, last in zip("ABCD", (5, 10, 4, 2), strict=True)
                for number in range(1, last + 1)
            ],
        ),
    ],
)
def test_statutes_resolutions_and_guidelines_have_theirs(path: str, numbers: list[str]) -> None:
    assert [one.number for one in read(SHARED / "corpus" / path).articles] == numbers
