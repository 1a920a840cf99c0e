"""Who relies on whom: a person is one under all his names, and two persons are two."""

from __future__ import annotations

from argmine.store import ClaimRow
from argmine.types import Correction, Description, Holder, Work
from argmine.view.answers.reliance import reliances

AUTHOR = Holder("author", "author", "author")


def claim(document: str, *authors: str, holder: Holder = AUTHOR) -> ClaimRow:
    return ClaimRow(
        1, f"{document}-0-4", document, f"{document}.txt", None, authors, None, "paper", "body", (), None, None, None,
        "Ice.", 0, 4, "interpretive", "permits", holder, "own", 0.9, (), (), (),
    )  # fmt: skip


def work(number: int, *authors: str, title: str = "Ice", document: str | None = None) -> Work:
    return Work(f"w{number}", "article", Description(authors=authors, title=title), (), (number,), document)


def pairs(*rests: tuple[ClaimRow, Work], corrections: tuple[Correction, ...] = ()) -> set[tuple[str, str]]:
    return {(each.one, each.other) for each in reliances(rests, corrections)}


BRUUN = claim("b", "Ada Bruun")


def test_an_initial_is_the_one_person_whom_it_fits() -> None:
    stephen = claim("g", "Stephen Gorove")
    assert pairs((BRUUN, work(1, "S. Gorove")), (stephen, work(2, "A. Bruun"))) == {
        ("Ada Bruun", "Stephen Gorove"), ("Stephen Gorove", "Ada Bruun"),
    }  # fmt: skip


def test_two_persons_of_one_surname_and_initial_are_two() -> None:
    found = pairs((BRUUN, work(1, "Stephen Gorove")), (BRUUN, work(2, "Samuel Gorove")), (BRUUN, work(3, "S. Gorove")))
    assert found == {("Ada Bruun", name) for name in ("Stephen Gorove", "Samuel Gorove", "S. Gorove")}


def test_titles_and_bodies_of_two_words_are_not_joined_by_their_letters() -> None:
    found = pairs(
        (BRUUN, work(1, title="Sylvan Court")), (BRUUN, work(2, title="Supreme Court")),
        (BRUUN, work(3, "Security Council")), (BRUUN, work(4, "Supreme Council")),
    )  # fmt: skip
    assert found == {
        ("Ada Bruun", name) for name in ("Sylvan Court", "Supreme Court", "Security Council", "Supreme Council")
    }


def test_a_work_in_the_corpus_has_the_name_of_its_author_and_nobody_relies_on_himself() -> None:
    own = work(1, "A. Bruun", document="b")
    assert pairs((claim("g", "Stephen Gorove"), own), (BRUUN, own)) == {("Stephen Gorove", "Ada Bruun")}


def test_of_two_authors_each_is_known_by_himself() -> None:
    both = claim("c", "Stephen Gorove", "Ada Bruun")
    assert pairs((both, work(1, "C. Castle")), (BRUUN, work(2, "S. Gorove", "A. Bruun"))) == {
        ("Stephen Gorove and Ada Bruun", "C. Castle"), ("Ada Bruun", "Stephen Gorove and Ada Bruun"),
    }  # fmt: skip


def test_a_user_says_who_is_the_same() -> None:
    same = Correction("holder", "scholar:sam-gorove", "scholar:samuel-gorove")
    rests = ((BRUUN, work(1, "Sam Gorove")), (BRUUN, work(2, "Samuel Gorove")))
    assert pairs(*rests) == {("Ada Bruun", "Sam Gorove"), ("Ada Bruun", "Samuel Gorove")}
    assert pairs(*rests, corrections=(same,)) == {("Ada Bruun", "Samuel Gorove")}
