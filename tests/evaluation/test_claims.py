"""Claims beside gold sentences: what counts as found, right and stray."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argmine.evaluation.claims import MEASURES, Found, align, article_of, tally
from argmine.evaluation.gold import GoldSentence
from argmine.evaluation.measures import Count, figures
from argmine.evaluation.runs import Change, Score, changes, faults, keep_run, read_run

FORBIDS = "Article II forbids any claim to the Moon."
SHOULD = "States should agree on a registry before the end of the decade."
GOLD = GoldSentence(
    FORBIDS, True, "interpretive", "prohibits", ("Lind", "author"), "reported", ("OST:II",), ("OST:I",), ("OST:II",)
)
FOUND = Found(FORBIDS, "interpretive", "prohibits", "reported", "A. Lind", frozenset({"OST:2"}), frozenset({"OST:2"}))
RIGHT = Count(1, 1, 1, 1)


def tally_of(gold: GoldSentence, *claims: Found) -> dict[str, Count]:
    (row,) = align([gold], claims)
    return {measure: count for measure, count in tally(row).items() if count != Count()}


def test_a_claim_that_is_right_in_all_is_right_in_every_measure() -> None:
    assert tally_of(GOLD, FOUND) == dict.fromkeys(
        ("claim", "interpretive", "stance", "attribution", "holder", "other holders", "links", "explicit links"), RIGHT
    )


def test_a_claim_that_is_missed_is_owed() -> None:
    owed = Count(owed=1)
    assert tally_of(GOLD) == {"claim": owed, "interpretive": owed, "other holders": owed, "links": owed}


def test_a_claim_that_is_none_is_found_and_not_right() -> None:
    assert tally_of(GoldSentence(FORBIDS, False), FOUND)["claim"] == Count(found=1)


def test_a_sentence_on_which_annotators_disagree_is_not_scored() -> None:
    assert tally_of(GoldSentence(FORBIDS, None), FOUND) == {}


@pytest.mark.parametrize(
    ("provisions", "count"),
    [
        ({"OST:2", "OST:1"}, Count(2, 2, 1, 1)),  # the second is allowed, and not owed
        ({"OST:2", "MOON:11"}, Count(1, 2, 1, 1)),
        ({"OST"}, Count(0, 1, 0, 1)),
        (set(), Count(0, 0, 0, 1)),
    ],
)
def test_a_link_is_right_when_owed_or_allowed(provisions: set[str], count: Count) -> None:
    assert tally_of(GOLD, replace(FOUND, provisions=frozenset(provisions)))["links"] == count


@pytest.mark.parametrize(
    ("holder", "right"),
    [("Lind", True), ("Ada Lind", True), ("another author", False), ("author", True), ("Oduya", False), ("", False)],
)
def test_a_holder_is_right_by_part_of_the_name_and_author_by_itself(holder: str, right: bool) -> None:
    assert tally_of(GOLD, replace(FOUND, holder=holder))["holder"].is_perfect is right


def test_what_the_author_endorses_is_reported_all_the_same() -> None:
    assert tally_of(GOLD, replace(FOUND, attribution="endorsed"))["attribution"] == RIGHT


def test_a_clause_stands_for_its_sentence_and_a_fragment_for_none() -> None:
    gold = [GOLD, GoldSentence(SHOULD, True, "normative")]
    clause, fragment = replace(FOUND, text="States should agree on a registry"), replace(FOUND, text="the decade")
    rows = align(gold, [clause, fragment])
    assert [[claim.text for claim in row.claims] for row in rows] == [[], [clause.text], [fragment.text]]
    assert tally(rows[2]) == {"claim": Count(found=1)}
    assert len(align(gold, [clause, fragment], partial=True)) == 2


@pytest.mark.parametrize(
    ("written", "article"),
    [
        ("OST:II", "OST:2"),
        ("ost:2(1)", "OST:2"),
        ("MOON:11(7)(d)", "MOON:11"),
        ("UNDRIP", "UNDRIP"),
        ("X:37A", "X:37a"),
    ],
)
def test_provisions_are_compared_by_article(written: str, article: str) -> None:
    assert article_of(written) == article


def test_a_figure_adds_up_sentences_and_lies_in_its_interval() -> None:
    tallies = [{"claim": RIGHT}] * 6 + [{"claim": Count(found=1)}] * 2 + [{"claim": Count(owed=1)}] * 4
    figure = figures(tallies, MEASURES)["claim"]
    assert (figure.precision, figure.recall, figure.f1, figure.of) == (0.75, 0.6, 0.6667, 10)
    assert figure.low < figure.f1 < figure.high
    assert list(figures(tallies, MEASURES)) == ["claim"]


def test_gains_and_losses_are_named_sentence_by_sentence(tmp_path: Path) -> None:
    before, after = align([GOLD], []), align([GOLD], [replace(FOUND, stance="permits")])
    keep_run(tmp_path, [Score("gold", 1, {}, faults(before))])
    last = read_run(tmp_path)["gold"]
    assert changes(Score("gold", 1, {}, faults(after)), last, after) == [
        Change("gold", "claim", True, FORBIDS),
        Change("gold", "interpretive", True, FORBIDS),
        Change("gold", "stance", False, FORBIDS),
        Change("gold", "other holders", True, FORBIDS),
        Change("gold", "links", True, FORBIDS),
    ]


def test_a_run_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "evaluation.json").write_text("[1", "utf-8")
    assert read_run(tmp_path) == {}
    keep_run(tmp_path, [Score("one", 1, {})])
    keep_run(tmp_path, [Score("two", 2, {})])
    assert {name: score.sentences for name, score in read_run(tmp_path).items()} == {"one": 1, "two": 2}
