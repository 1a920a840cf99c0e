"""Scores of citations: what is right counts, and a wrong link is told apart from a refused one."""

from __future__ import annotations

from typing import Any

from argmine.evaluation.notes import of_notes, score_notes


def work(raw: str, **fields: Any) -> dict[str, Any]:
    return {
        "raw": raw,
        "type": "book",
        "authors": [],
        "title": None,
        "year": None,
        "short_form": None,
        "resolves_to": None,
        **fields,
    }


LIND = "Ada Lind, ‘Ice and Law’ (2019) 12 Journal of Sample Law 211"
SNOW = "Ada Lind, Snow (Sample Press 2001) 3"


def test_what_is_found_and_read_right_scores_one() -> None:
    notes = [
        {
            "n": 1,
            "text": f"{LIND}.",
            "works": [work(LIND, type="article", authors=["Ada Lind"], title="Ice and Law", year=2019)],
        }
    ]
    scores = score_notes(notes, of_notes(notes))
    assert (scores.f1, scores.type.value, scores.year.value, scores.authors.value, scores.title.value) == (
        1,
        1,
        1,
        1,
        1,
    )


def test_a_missed_and_a_spurious_work_lower_the_score() -> None:
    notes = [{"n": 1, "text": f"{LIND}.", "works": [work("Somebody else entirely")]}]
    scores = score_notes(notes, of_notes(notes))
    assert (scores.found, scores.missed, scores.spurious, scores.f1) == (0, 1, 1, 0)


def test_a_refused_short_form_is_counted_apart_from_a_wrong_one() -> None:
    notes = [
        {"n": 1, "text": f"{LIND}; {SNOW}.", "works": [work(LIND, type="article"), work(SNOW)]},
        {"n": 2, "text": "Ibid., p. 4.", "works": [work("Ibid., p. 4", short_form="Ibid.", resolves_to=1)]},
        {
            "n": 3,
            "text": "Lind, Snow, supra note 1.",
            "works": [work("Lind, Snow, supra note 1", short_form="supra", resolves_to=2)],
        },
    ]
    scores = score_notes(notes, of_notes(notes))
    assert (scores.resolved.right, scores.refused, scores.wrong) == (0, 1, 1)
