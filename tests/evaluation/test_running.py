"""The whole way of an evaluation on a sample: the document is found by the gold's name, figures and tables come out."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from argmine.errors import SourceError
from argmine.evaluation.baselines import cue_words, every_sentence
from argmine.evaluation.running import document_of, evaluate_claims
from argmine.evaluation.table import score_records, score_sheet, sheet_as_markdown, show_sheet, summary_sheet

PROJECT = Path(__file__).parents[2]
GOLD = PROJECT / "tests" / "golden" / "castellane-1984.jsonl"
RAW = PROJECT / "corpus" / "raw"


def test_a_sample_is_scored_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    evaluated = evaluate_claims(GOLD, document_of(GOLD, [RAW]))
    claim = evaluated.score.figures["claim"]
    assert claim.f1 > 0.5
    assert claim.low <= claim.f1 <= claim.high
    assert {record["system"] for record in score_records(evaluated)} == {"argmine"}
    show_sheet(score_sheet(evaluated, None), Console(width=80))
    printed = capsys.readouterr().out
    assert "castellane-1984.jsonl" in printed
    assert f"{claim.f1:.3f}".removeprefix("0") in printed
    assert "…" not in printed


def test_a_sheet_becomes_a_table_of_markdown() -> None:
    sheet = summary_sheet("a_notes.jsonl", {"works_f1": 0.9, "wrong": 0})
    assert sheet_as_markdown(sheet) == (
        "**a_notes.jsonl**\n\n| measure | value |\n| --- | ---: |\n| works f1 | 0.9 |\n| wrong | 0 |\n"
    )


def test_notes_are_about_the_document_of_the_same_name() -> None:
    assert document_of(GOLD.with_name("castellane-1984_notes.jsonl"), [RAW]).name == "castellane-1984.md"


def test_a_document_that_is_named_outright_needs_no_name_in_common() -> None:
    assert document_of(GOLD, [RAW / "brackwater-2024.html"]).name == "brackwater-2024.html"


def test_gold_without_a_document_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no document has its name .* Name the document with --document"):
        document_of(GOLD, [tmp_path])


def test_baselines_claim_by_what_they_see() -> None:
    texts = ["States should agree on a registry.", "The Committee met in May 1999."]
    assert [claim.text for claim in every_sentence(texts)] == texts
    assert [(claim.text, claim.kind) for claim in cue_words(texts)] == [(texts[0], "normative")]
