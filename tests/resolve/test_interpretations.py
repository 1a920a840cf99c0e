"""Claims that say the same are one interpretation; what excludes each other is never one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.pipeline import compare
from argmine.resolve.identities import author_of, unify
from argmine.resolve.interpretations import Vectors, find_interpretations
from argmine.types import Correction, Holder, Provision, Stance, Stand

BELGIUM, CHILE = Holder("Belgium", "state", "state:BEL"), Holder("Chile", "state", "state:CHL")
II = Provision("OST", ("II",))
STANCES: tuple[Stance | None, ...] = ("permits", "prohibits", "requires", "limits", "open", None)


def stand(place: int, stance: Stance | None = None, holder: Holder = BELGIUM, start: int | None = None) -> Stand:
    at = place * 5000 if start is None else start
    return Stand(place, f"c{place}", II, f"claim {place}", stance, "own", holder, "d", at, at // 1000)


def vector(angle: float) -> Vectors:
    """A vector of length 1: two of them are as like as the cosine of the angle between them, in degrees."""
    return np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))], dtype=np.float32)


def groups(*stands: tuple[Stand, Vectors], corrections: tuple[Correction, ...] = ()) -> list[list[int]]:
    return [[each.place for each in found.positions] for found in find_interpretations(stands, corrections=corrections)]


def test_like_claims_are_one_interpretation_and_unlike_ones_two() -> None:
    assert groups((stand(1), vector(0)), (stand(2), vector(20)), (stand(3), vector(90))) == [[1, 2], [3]]


def test_opposite_stances_are_never_merged_even_over_a_claim_without_one() -> None:
    stands = ((stand(1), vector(0)), (stand(2, "permits"), vector(0)), (stand(3, "prohibits"), vector(0)))
    assert groups(*stands) == [[1, 2], [3]]


def test_in_one_passage_a_holder_needs_less_likeness_and_not_the_same_stance() -> None:
    near = (stand(2, "requires", start=5100), vector(55))
    assert groups((stand(1, "permits"), vector(0)), near) == [[1, 2]]
    assert groups((stand(1, "permits", CHILE), vector(0)), near) == [[1], [2]]


def test_what_a_holder_says_in_one_paragraph_is_one_reading_whatever_its_words() -> None:
    assert groups((stand(1, start=5000), vector(0)), (stand(2, start=5100), vector(90))) == [[1, 2]]
    assert groups((stand(1, start=5000), vector(0)), (stand(2, start=6000), vector(90))) == [[1], [2]]
    assert groups((stand(1, start=5000), vector(0)), (stand(2, start=6000), vector(50))) == [[1, 2]]


def test_the_label_is_the_most_central_claim() -> None:
    (found,) = find_interpretations([(stand(1), vector(0)), (stand(2), vector(15)), (stand(3), vector(30))])
    assert found.label == "claim 2"


def test_a_user_renames_merges_moves_and_splits() -> None:
    stands = ((stand(1), vector(0)), (stand(2), vector(10)), (stand(3), vector(90)))
    renamed, _ = find_interpretations(stands, corrections=(Correction("rename", "c1@OST:II", "No ownership"),))
    assert renamed.label == "No ownership"
    assert groups(*stands, corrections=(Correction("merge", "c3@OST:II", "c1@OST:II"),)) == [[1, 2, 3]]
    assert groups(*stands, corrections=(Correction("move", "c2", "c2"),)) == [[1], [2], [3]]
    assert groups(*stands, corrections=(Correction("move", "c2", "c3@OST:II"),)) == [[1], [2, 3]]


def test_a_claim_stays_where_it_was() -> None:
    (found,) = find_interpretations([(stand(2), vector(0))], before={("c2", "OST:II"): "c1@OST:II"})
    assert found.id == "c1@OST:II"


def test_readings_of_the_same_thing_that_exclude_each_other_are_opposed() -> None:
    (opposed,) = compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits", CHILE), vector(5))]).oppositions
    assert (opposed.one, opposed.other, opposed.one_claim, opposed.other_claim) == ("c1@OST:II", "c2@OST:II", 1, 2)
    assert not compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits", CHILE), vector(85))]).oppositions


def test_nobody_opposes_himself_in_one_document() -> None:
    assert not compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits"), vector(5))]).oppositions


cases = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(STANCES)), max_size=12)


@given(cases, cases)
def test_claims_that_are_added_move_no_claim(old: list[tuple[int, Stance]], new: list[tuple[int, Stance]]) -> None:
    stands = [(stand(place, stance), vector(angle)) for place, (angle, stance) in enumerate([*old, *new])]
    after = {each.id: [one.place for one in each.positions] for each in find_interpretations(stands)}
    for each in find_interpretations(stands[: len(old)]):
        assert after[each.id][: len(each.positions)] == [one.place for one in each.positions]


@given(cases)
def test_each_claim_is_in_one_interpretation_with_none_that_excludes_it(claims: list[tuple[int, Stance]]) -> None:
    stands = [(stand(place, stance), vector(angle)) for place, (angle, stance) in enumerate(claims)]
    found = find_interpretations(stands)
    assert sorted(one.place for each in found for one in each.positions) == list(range(len(stands)))
    for each in found:
        taken = {stands[one.place][0].stance for one in each.positions}
        assert not ("prohibits" in taken and taken & {"permits", "limits"})


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (["Halvorsen", "Solveig T. Halvorsen"], "Solveig T. Halvorsen"),
        (["S. Halvorsen", "Solveig Halvorsen"], "Solveig Halvorsen"),
        (["Halvorsen", "Solveig Halvorsen", "Knut Halvorsen"], "Halvorsen"),
        (["K. Halvorsen", "Solveig Halvorsen"], "K. Halvorsen"),
        (["Muller", "Jürgen Müller"], "Jürgen Müller"),
    ],
)
def test_a_surname_is_the_scholar_who_alone_bears_it(names: list[str], whole: str) -> None:
    holders = [Holder(each, "scholar", f"scholar:{each}") for each in names]
    assert unify(holders)[holders[0].id].name == whole


def test_a_user_says_that_two_holders_are_one() -> None:
    assert unify([BELGIUM, CHILE], [Correction("holder", CHILE.id, BELGIUM.id)])[CHILE.id] == BELGIUM


def test_a_documents_own_author_is_the_scholar_of_that_name() -> None:
    assert author_of(("Solveig Halvorsen",), "d", None).id == "scholar:solveig-halvorsen"
