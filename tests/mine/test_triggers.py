"""A pattern is tried only where one of its words stands, and that loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmine.mine.citations import finding
from argmine.mine.citations.triggers import ALL, Triggered, beginnings, words_of

from .test_citation_forms import FORMS

GOLDEN = Path(__file__).parent.parent / "golden"
TEXTS = [
    *(line.partition(" | ")[2] for line in FORMS.splitlines()),
    *(json.loads(line)["text"] for file in GOLDEN.glob("*_notes.jsonl") for line in file.open(encoding="utf-8")),
]


def test_there_are_triggered_patterns() -> None:
    assert finding.find_citations is not None and len(ALL) > 10


@pytest.mark.parametrize("triggered", ALL, ids=lambda each: each.pattern[:40])
def test_whatever_a_pattern_finds_its_triggers_open(triggered: Triggered) -> None:
    shut = [text for text in TEXTS if triggered.regex.search(text) and not triggered.opens(text)]
    assert shut == []


def test_a_pattern_is_not_tried_without_its_words() -> None:
    triggered = Triggered(r"\w+\s\d", words="ice")
    ALL.remove(triggered)
    assert triggered.regex.search("snow 1") is not None
    assert triggered.search("snow 1") is None
    assert triggered.search("Ice 1, ice 2") is not None


def test_words_are_small_letters_without_marks() -> None:
    assert words_of("See U.N. Doc. 5, “Ice’s Law”") == {"see", "u", "n", "doc", "ice", "s", "law"}


def test_beginnings_find_each_writing_of_the_first_words() -> None:
    found = beginnings(["supra note #", "(n #)", "id."]).findall("Supra note 3 (n 4); ID. at 5; identity, supra")
    assert found == ["Supra", "(", "ID", "supra"]
