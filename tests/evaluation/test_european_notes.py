"""Notes of three invented papers in plain European styles: works, kinds, years, authors and short forms are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmine.evaluation.notes import Scores, score_file

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=["scholar", "continental", "policy"])
def scores(request: pytest.FixtureRequest) -> Scores:
    return score_file(HERE / f"{request.param}_notes.jsonl")


def test_works_are_found_and_are_what_they_are(scores: Scores) -> None:
    assert min(scores.f1, scores.type.value, scores.year.value, scores.authors.value, scores.title.value) >= 0.94


def test_no_short_form_means_another_work(scores: Scores) -> None:
    assert scores.wrong == 0
    assert scores.resolved.value >= 0.9
