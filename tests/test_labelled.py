"""The labelled sentences keep to their guide."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, get_args

import pytest

from argmine.types import ClaimKind, Genre, Stance
from tests.conftest import ROOT

KEYS = {
    "passage",
    "genre",
    "year",
    "heading",
    "block",
    "lead",
    "text",
    "claim",
    "kind",
    "stance",
    "attribution",
    "holder",
}
FILES = sorted((ROOT / "corpus" / "labelled").glob("*.jsonl"))


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for file in FILES for line in file.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def labelled() -> list[dict[str, Any]]:
    return rows()


def test_there_are_enough_of_them(labelled: list[dict[str, Any]]) -> None:
    assert len(labelled) >= 3000


def test_keys_and_labels_are_those_of_the_guide(labelled: list[dict[str, Any]]) -> None:
    for row in labelled:
        assert set(row) == KEYS, row["text"]
        assert row["genre"] in {*get_args(Genre), "note"}, row["text"]
        assert row["kind"] in (get_args(ClaimKind) if row["claim"] else (None,)), row["text"]
        assert row["stance"] in (*get_args(Stance), None), row["text"]
        assert (row["attribution"] is None) == (not row["claim"]) == (row["holder"] is None), row["text"]
        assert row["claim"] or row["stance"] is None, row["text"]


def test_no_long_sentence_stands_there_twice(labelled: list[dict[str, Any]]) -> None:
    counts = Counter(row["text"] for row in labelled if len(row["text"]) > 60)
    assert [text for text, count in counts.items() if count > 1] == []
