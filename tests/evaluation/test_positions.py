"""Readings that were gathered are scored by the pairs of sentences that stand in one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmine.errors import SourceError
from argmine.evaluation.positions import is_readings, load_readings, pairs, score_pairs, sentences_of
from argmine.evaluation.summaries import has_sentences, summarise


def test_sentences_that_state_one_interpretation_are_pairs() -> None:
    assert pairs([[3, 1, 2], [5], [7, 5]]) == {(1, 2), (1, 3), (2, 3), (5, 7)}


def test_a_pair_that_is_missed_costs_recall_and_one_too_many_precision() -> None:
    figure = score_pairs(found=pairs([[1, 2], [3, 4]]), owed=pairs([[1, 2], [5, 6], [7, 8], [9, 10]]))
    assert (figure.precision, figure.recall, figure.of) == (0.5, 0.25, 4)


def test_an_interpretation_is_the_sentences_of_all_who_hold_it(tmp_path: Path) -> None:
    row = {"provision": "OST:II", "holders": [{"sentence_ids": [4]}, {"sentence_ids": [9, 2]}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    assert load_readings(tmp_path / "gold.jsonl") == [{2, 4, 9}]


def test_a_gold_file_of_interpretations_has_its_sentences_beside_it(tmp_path: Path) -> None:
    sentences, gold = tmp_path / "brief.jsonl", tmp_path / "brief_positions.jsonl"
    sentences.write_text(json.dumps({"id": 1, "text": "One."}))
    gold.write_text(json.dumps({"provision": "OST:II", "interpretation": "It forbids.", "holders": []}))
    assert (is_readings(gold), is_readings(sentences)) == (True, False)
    assert sentences_of(gold) == sentences


def test_gold_of_sentences_notes_and_interpretations_is_told_apart_and_summarised(tmp_path: Path) -> None:
    said = [
        "Article II of the Outer Space Treaty prohibits private ownership of ice.",
        "Article II of the Outer Space Treaty prohibits any ownership of ice by private persons.",
    ]
    sentences, gold, notes = (tmp_path / f"brief{kind}.jsonl" for kind in ("", "_positions", "_notes"))
    sentences.write_text("\n".join(json.dumps({"id": n, "text": text, "claim": True}) for n, text in enumerate(said)))
    reading = {"provision": "OST:II", "interpretation": "It forbids.", "holders": [{"sentence_ids": [0, 1]}]}
    gold.write_text(json.dumps(reading))
    notes.write_text(json.dumps({"n": 1, "text": "Ada Doe, On Ice (2031).", "citations": []}))
    (tmp_path / "brief.txt").write_text("\n\n".join(said))
    assert [has_sentences(path) for path in (sentences, gold, notes)] == [True, False, False]
    title, figures = summarise(gold, [], "static")
    assert (title, figures) == (
        "brief_positions.jsonl: same interpretation",
        {"f1": 1.0, "precision": 1.0, "recall": 1.0, "pairs owed": 1},
    )
    assert summarise(notes, [], "static")[0] == "brief_notes.jsonl"
    with pytest.raises(SourceError, match="no file of its sentences"):
        summarise(gold.rename(tmp_path / "alone.jsonl"), [], "static")
