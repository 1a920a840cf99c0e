"""Exports have stable columns and are read back by other programs."""

from __future__ import annotations

import csv
import io
import json

from argmine.settings import Settings
from argmine.store import Database
from argmine.view.export import claim_record, write_csv, write_jsonl


def test_jsonl_and_csv_hold_the_same_claims(samples: Settings) -> None:
    with Database.open(samples.folder) as database:
        records = [claim_record(claim) for claim in database.iter_claims()]
    lines, table = io.StringIO(), io.StringIO()
    write_jsonl(records, lines)
    write_csv(records, table)
    assert [json.loads(line) for line in lines.getvalue().splitlines()] == records
    rows = list(csv.DictReader(io.StringIO(table.getvalue())))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert json.loads(rows[0]["holder"]) == records[0]["holder"]


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    table = io.StringIO()
    write_csv([{"text": "=HYPERLINK(1)"}], table)
    assert table.getvalue().splitlines()[1] == "'=HYPERLINK(1)"


def test_text_is_what_stands_at_start_and_end(samples: Settings) -> None:
    with Database.open(samples.folder) as database:
        for claim in database.iter_claims():
            text = database.document(claim.document_id).text
            assert text[claim.start : claim.end] == claim.text
