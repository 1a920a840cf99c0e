"""Claims that say the same are one interpretation; what excludes each other is never one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.pipeline import compare
from argmine.resolve.holders.identities import author_of, unify
from argmine.resolve.interpretations.likeness import Vectors
from argmine.resolve.interpretations.readings import find_interpretations
from argmine.resolve.interpretations.telling import telling
from argmine.types import Correction, Holder, Interpretation, Provision, Stance, Stand

BELGIUM, CHILE = Holder("Belgium", "state", "state:BEL"), Holder("Chile", "state", "state:CHL")
II = Provision("OST", ("II",))
STANCES: tuple[Stance | None, ...] = ("permits", "prohibits", "requires", "limits", "open", None)


def stand(place: int, stance: Stance | None = None, holder: Holder = BELGIUM, start: int | None = None) -> Stand:
    at = place * 5000 if start is None else start
    return Stand(place, f"c{place}", II, word(place), stance, "own", holder, "d", at, at // 1000)


def word(place: int) -> str:
    """A word that no other claim has."""
    return "claim" + "".join(chr(ord("a") + int(digit)) for digit in str(place))


def vector(angle: float) -> Vectors:
    """A vector of length 1: two of them are as like as the cosine of the angle between them, in degrees."""
    return np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))], dtype=np.float32)


def groups(
    *stands: tuple[Stand, Vectors],
    corrections: tuple[Correction, ...] = (),
    before: dict[tuple[str, str], str] | None = None,
) -> list[list[int]]:
    found = find_interpretations(stands, before, corrections)
    return [[each.place for each in reading.positions] for reading in found]


def test_like_claims_are_one_interpretation_and_unlike_ones_two() -> None:
    assert groups((stand(1), vector(0)), (stand(2), vector(20)), (stand(3), vector(90))) == [[1, 2], [3]]


def test_opposite_stances_are_never_merged_even_over_a_claim_without_one() -> None:
    stands = ((stand(1), vector(0)), (stand(2, "permits"), vector(0)), (stand(3, "prohibits"), vector(0)))
    assert [2, 3] not in [[each for each in group if each != 1] for group in groups(*stands)]
    assert len(groups(*stands)) == 2


def test_in_one_passage_less_likeness_is_needed_and_not_the_same_stance() -> None:
    near, far = stand(2, "requires", start=5100), stand(2, "requires")
    assert groups((stand(1, "permits"), vector(0)), (near, vector(55))) == [[1, 2]]
    assert groups((stand(1, "permits"), vector(0)), (far, vector(55))) == [[1], [2]]


def test_rare_words_that_two_claims_share_bring_them_together() -> None:
    unlike = ((stand(1), vector(0)), (stand(2), vector(60)))
    assert groups(*unlike) == [[1], [2]]
    text = "Ore may be sold by whoever mined it."
    assert groups(*((replace(each, text=text), turned) for each, turned in unlike)) == [[1, 2]]


def test_the_label_is_the_most_central_claim() -> None:
    (found,) = find_interpretations([(stand(1), vector(0)), (stand(2), vector(8)), (stand(3), vector(16))])
    assert found.label == word(2)


def test_a_part_of_a_sentence_names_no_reading() -> None:
    texts = ("Article II prohibits States from owning the ice.", "or not of the ice.", "it may own the ice")
    (found,) = find_interpretations(
        [(replace(stand(place, start=0), text=text), vector(15 * place)) for place, text in enumerate(texts)]
    )
    assert found.label == texts[0]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Ice that was mined may be owned by whoever mined it.", "may be owned by whoever mined it on the Moon."),
        ("Ice that was mined may be owned by whoever mined it.", "Ice that was mined may be owned by"),
        (
            "Ice that was mined may be owned by whoever mined it.",
            "This means that ice may be owned by whoever mined it.",
        ),
        ("This means that ice may be owned by whoever mined it.", "Space Treaty or not."),
    ],
)
def test_a_whole_sentence_by_itself_tells_most(more: str, less: str) -> None:
    assert telling(more, "interpretive", 0.9, 1.0) > telling(less, "interpretive", 0.9, 1.0)
    assert telling(more, "interpretive", 0.9, 1.0) > telling(more, "evaluative", 0.9, 1.0)
    assert telling(more, "interpretive", 0.9, 1.0) > telling(more, "interpretive", 0.9, 0.5)


def test_a_user_renames_merges_moves_and_splits() -> None:
    stands = ((stand(1), vector(0)), (stand(2), vector(10)), (stand(3), vector(90)))
    renamed, _ = find_interpretations(stands, corrections=(Correction("rename", "c1@OST:II", "No ownership"),))
    assert renamed.label == "No ownership"
    before = {(f"c{place}", "OST:II"): name for place, name in ((1, "c1@OST:II"), (2, "c1@OST:II"), (3, "c3@OST:II"))}
    merge = (Correction("merge", "c3@OST:II", "c1@OST:II"),)
    assert groups(*stands, corrections=merge, before=before) == [[1, 2, 3]]
    assert groups(*stands, corrections=(Correction("move", "c2", "c2"),)) == [[1], [2], [3]]
    assert groups(*stands, corrections=(Correction("move", "c2", "c3@OST:II"),)) == [[1], [2, 3]]


def test_a_claim_stays_where_it_was() -> None:
    (found,) = find_interpretations([(stand(2), vector(0))], before={("c2", "OST:II"): "c1@OST:II"})
    assert found.id == "c1@OST:II"


def test_readings_of_the_same_thing_that_exclude_each_other_are_opposed() -> None:
    (opposed,) = compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits", CHILE), vector(5))]).oppositions
    assert (opposed.one, opposed.other, opposed.one_claim, opposed.other_claim) == ("c1@OST:II", "c2@OST:II", 1, 2)
    assert not compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits", CHILE), vector(85))]).oppositions


def test_the_words_of_a_provision_alone_make_no_opposition() -> None:
    """All three are alike as claims on one article are; only the first two speak of the same thing."""
    claims = [(stand(1, "permits"), vector(0)), (stand(2, "prohibits", CHILE), vector(5))]
    found = compare([*claims, (stand(3, "prohibits", CHILE), vector(50))]).oppositions
    assert [(each.one_claim, each.other_claim) for each in found] == [(1, 2)]


def test_nobody_opposes_himself_in_one_document() -> None:
    assert not compare([(stand(1, "permits"), vector(0)), (stand(2, "prohibits"), vector(5))]).oppositions


cases = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(STANCES)), max_size=12)


@given(cases)
def test_readings_do_not_depend_on_what_was_gathered_before_but_keep_its_ids(
    claims: list[tuple[int, Stance]],
) -> None:
    stands = [(stand(place, stance), vector(angle)) for place, (angle, stance) in enumerate(claims)]
    half = find_interpretations(stands[::2])
    afresh, after = find_interpretations(stands), find_interpretations(stands, _belonging(half))
    assert [each.positions for each in afresh] == [each.positions for each in after]
    assert len({each.id for each in after}) == len(after)
    assert find_interpretations(stands, _belonging(after)) == after


def _belonging(found: tuple[Interpretation, ...]) -> dict[tuple[str, str], str]:
    return {(f"c{one.place}", "OST:II"): each.id for each in found for one in each.positions}


def test_a_reading_keeps_its_id_while_most_of_its_claims_stay_together() -> None:
    stands = [(stand(place), vector(0)) for place in (1, 2, 3)]
    before = {("c2", "OST:II"): "c0@OST:II", ("c3", "OST:II"): "c0@OST:II", ("c1", "OST:II"): "c1@OST:II"}
    assert [each.id for each in find_interpretations(stands, before)] == ["c0@OST:II"]


def test_a_reading_that_a_user_named_keeps_its_claims_and_its_name() -> None:
    stands = ((stand(1), vector(0)), (stand(2), vector(20)), (stand(3), vector(20)))
    assert groups(*stands) == [[1], [2, 3]]
    before = {(f"c{place}", "OST:II"): "c1@OST:II" for place in (1, 2)} | {("c3", "OST:II"): "c3@OST:II"}
    named = (Correction("rename", "c1@OST:II", "No ownership"),)
    (found,) = find_interpretations(stands, before, named)
    assert (found.id, found.label) == ("c1@OST:II", "No ownership")


handed = st.lists(
    st.builds(
        lambda kind, one, other, article: Correction(
            "move" if kind == "split" else kind,
            one if kind in ("move", "split") else f"{one}@OST:II",
            one if kind == "split" else f"{other}@OST:{article}",
        ),
        st.sampled_from(("rename", "merge", "move", "split")),
        st.sampled_from(("c0", "c1", "c2", "c9")),
        st.sampled_from(("c0", "c1", "c2", "c9")),
        st.sampled_from(("II", "VI")),
    ),
    max_size=4,
    unique_by=lambda each: (each.kind, each.target),
)


@pytest.mark.parametrize("at_once", [2, 3000])
@given(cases, handed)
def test_whatever_a_user_put_right_each_claim_is_in_one_reading_and_no_two_have_one_id(
    at_once: int, claims: list[tuple[int, Stance]], corrections: list[Correction]
) -> None:
    stands = [(stand(place, stance), vector(angle)) for place, (angle, stance) in enumerate(claims)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("argmine.resolve.interpretations.readings._AT_ONCE", at_once)
        found = find_interpretations(stands, corrections=corrections)
    assert sorted(one.place for each in found for one in each.positions) == list(range(len(stands)))
    assert len({each.id for each in found}) == len(found)


def test_more_claims_than_are_compared_at_once_are_gathered_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmine.resolve.interpretations.readings._AT_ONCE", 4)
    stands = [(stand(place), vector(0 if place % 2 else 90)) for place in range(8)]
    assert groups(*stands) == [[0, 2, 4, 6], [1, 3, 5, 7]]


@given(cases)
@settings(deadline=None)
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
