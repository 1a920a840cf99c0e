"""Exports have stable columns and are read back by other programs."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from argmine.settings import Settings
from argmine.store import ClaimRow, Database, PassageRow
from argmine.view.exports.records import claim_record, passage_record, write_csv, write_jsonl


@pytest.fixture(scope="module")
def found(samples: Settings) -> list[PassageRow]:
    """All claims and passages of the samples, in the order of the text."""
    with Database.open(samples.folder) as database:
        return database.found(database.present())


def test_jsonl_holds_claims_and_passages(found: list[PassageRow]) -> None:
    records, lines = [passage_record(each) for each in found], io.StringIO()
    write_jsonl(records, lines)
    assert [json.loads(line) for line in lines.getvalue().splitlines()] == records


@pytest.mark.parametrize("claims_first", [True, False])
def test_csv_holds_claims_and_passages_in_whatever_order(found: list[PassageRow], claims_first: bool) -> None:
    ordered = sorted(found, key=lambda each: isinstance(each, ClaimRow) is not claims_first)
    assert isinstance(ordered[0], ClaimRow) is claims_first
    assert isinstance(ordered[-1], ClaimRow) is not claims_first
    records, table = [passage_record(each) for each in ordered], io.StringIO(newline="")
    write_csv(records, table)
    rows = list(csv.DictReader(io.StringIO(table.getvalue(), newline="")))
    assert rows == [{key: printed(value) for key, value in record.items()} for record in records]


def printed(value: Any) -> str:
    """A cell with this value: of lists and records their JSON, of nothing nothing."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def test_a_passage_has_the_keys_of_a_claim_in_their_order(found: list[PassageRow]) -> None:
    claim = next(each for each in found if isinstance(each, ClaimRow))
    passage = next(each for each in found if not isinstance(each, ClaimRow))
    record = passage_record(passage)
    assert list(record) == list(claim_record(claim))
    assert (record["text"], record["holder"], record["modality"], record["interpretations"]) == (
        passage.text, None, None, []
    )  # fmt: skip


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t=", "\n="])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(first: str) -> None:
    table = io.StringIO(newline="")
    write_csv([{"text": f"{first}HYPERLINK(1)"}], table)
    (row,) = csv.DictReader(io.StringIO(table.getvalue(), newline=""))
    assert row["text"] == f"'{first}HYPERLINK(1)"


def test_a_carriage_return_breaks_no_row() -> None:
    table = io.StringIO(newline="")
    write_csv([{"text": "\r=HYPERLINK(1)", "title": "one\r\ntwo"}], table)
    (row,) = csv.DictReader(io.StringIO(table.getvalue(), newline=""))
    assert row == {"text": "'\n=HYPERLINK(1)", "title": "one\ntwo"}


def test_text_is_what_stands_at_start_and_end(samples: Settings) -> None:
    with Database.open(samples.folder) as database:
        for claim in database.iter_claims():
            text = database.document(claim.document_id).text
            assert text[claim.start : claim.end] == claim.text
