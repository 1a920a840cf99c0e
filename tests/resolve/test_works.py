"""One work for all citations of it, joined by what identifies it, or by author, title and year; joins are visible."""

from __future__ import annotations

from argmine.mine.citations.finding import find_citations
from argmine.resolve.works.joining import join_works
from argmine.resolve.works.shortforms import resolve_short_forms
from argmine.types import Cited, Metadata, Work
from tests.mine.notes import document


def cited(*notes: str) -> list[Cited]:
    """The citations of one document, short forms with what they mean."""
    read = document("Body.", *(f"{note}." for note in notes))
    found = find_citations(read)
    means = {each.citation: each.target for each in resolve_short_forms(read, found)}
    roots = [means.get(index, index) for index in range(len(found))]
    return [Cited(index, 0, found[index], root) for index, root in enumerate(roots) if root is not None]


def works(*notes: str, apart: frozenset[str] = frozenset()) -> list[Work]:
    return list(join_works(cited(*notes), apart))


TWICE = (
    "Ada Lind, ‘Ice and Law: A Study’ (2019) 12 Journal of Sample Law 211",
    "A. Lind, Ice and Law, 12 J. SAMPLE L. 211, 215 (2019)",
)


def test_author_title_and_year_join_two_styles_of_one_article() -> None:
    (work,) = works(*TWICE)
    assert (work.places, work.keys) == ((0, 1), ("lind: ice law, 2019",))


def test_a_join_can_be_undone() -> None:
    assert len(works(*TWICE, apart=frozenset({"lind: ice law, 2019"}))) == 2


def test_another_year_or_another_author_is_another_work() -> None:
    assert len(works(TWICE[0], TWICE[1].replace("2019", "2020"))) == 2
    assert len(works(TWICE[0], TWICE[1].replace("Lind", "Berg"))) == 2


def test_a_place_in_a_series_joins_whatever_the_title_says() -> None:
    (work,) = works(
        "Treaty on the Uses of Ice, 27 January 1967, 610 UNTS 205", "Ice Treaty, Jan. 27, 1967, 610 U.N.T.S. 205"
    )
    assert "610 unts 205" in work.keys


def test_a_treaty_of_the_registry_is_one_work_by_whatever_name() -> None:
    title = (
        "Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space, including"
        " the Moon and Other Celestial Bodies"
    )
    (work,) = works("Article I OST", f"{title}, 27 January 1967, 610 UNTS 205", "Outer Space Treaty, Article II")
    assert "instrument OST" in work.keys


def test_symbols_join_a_resolution_old_and_new() -> None:
    assert len(works("General Assembly resolution 62/101 of 17 December 2007", "UNGA Res 62/101", "A/RES/62/101")) == 1


def test_short_forms_are_citations_of_the_work_that_they_mean() -> None:
    (work,) = works(TWICE[0], "Ibid., p. 4", "Lind (n 1) 215")
    assert work.places == (0, 1, 2)


def test_a_work_says_what_all_its_citations_say_together() -> None:
    (work,) = works(
        "Vienna Convention on Ice, art. 3, 1155 UNTS 331", "Vienna Convention on Ice, 23 May 1969, 1155 UNTS 331"
    )
    assert work.description.year == 1969


def test_the_id_of_a_work_does_not_depend_on_the_order_of_its_citations() -> None:
    assert works(*TWICE)[0].id == works(*reversed(TWICE))[0].id


def test_a_work_in_the_corpus_is_tied_to_its_document() -> None:
    ours = ("abc", Metadata("Ice and Law: A Study", ("Ada Lind",), "2019-05", genre="paper"))
    (work,) = join_works(cited(*TWICE), documents=[ours])
    assert work.document_id == "abc"


def test_two_documents_of_one_name_tie_nothing() -> None:
    both = [(each, Metadata("Ice and Law", ("Ada Lind",), "2019")) for each in ("abc", "def")]
    (work,) = join_works(cited(*TWICE), documents=both)
    assert work.document_id is None
