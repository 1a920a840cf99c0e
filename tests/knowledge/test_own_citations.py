"""A user's file adds reporters, journals, courts, bodies and short forms without a line of code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OWN = """
[reporters]
"Ice Cas." = { name = "Ice Cases", kind = "case", cited = "volume" }
"Snow T.S." = { name = "Snow Treaty Series", kind = "treaty", cited = "number" }

[journals]
"Glaciological Law Gazette" = ["Glac. L. Gaz."]

[courts]
"Polar Court of Claims" = ["PCoC"]

[bodies]
"PZX/" = "Polar Zone Executive"

[words]
houses = ["Glacier"]
newspapers = ["Iceberg"]
blogs = ["Floes"]
acronyms = ["PZX"]

[short_forms]
earlier_note = ["cited at #"]
"""
NOTES = [
    "Arcadia v. Sylvania, 12 Ice Cas. 34 (1999).",
    "Treaty on Snow, 3 May 1999, Snow T.S. No. 12.",
    "Ada Lind, Snow Rights, 4 GLAC. L. GAZ. 56 (2001).",
    "PCoC, Frozen Claims (Arcadia v. Sylvania), Judgment, 3 May 1999.",
    "PZX/2020/14, para. 3.",
    "Lind, cited at 3, p. 60.",
    "Ada Lind, ‘Snow Falls’, Iceberg, 3 May 1999.",
    "Ada Lind, ‘Snow Falls’, Floes, 3 May 1999.",
    "Ada Lind, Snow Falls, Glacier, 1999.",
    "PZX, Snow Falls (1999).",
]
PROGRAM = """
import json, sys
from argmine.mine.citations.finding import find_citations
from tests.mine.notes import document
read = document("Body.", *json.load(sys.stdin))
print(json.dumps([
    [each.kind, each.identifier, each.description.container, list(each.description.authors),
     each.pointer and each.pointer.note, each.description.publisher]
    for each in find_citations(read)
]))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "citations.toml").write_text(OWN, encoding="utf-8")
    env = {**os.environ, "ARGMINE_KNOWLEDGE": str(folder)}
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(NOTES),
        env=env,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_a_reporter(found: list[list[object]]) -> None:
    assert found[0][:3] == ["legal_case", "12 Ice Cas. 34", "Ice Cas."]


def test_a_treaty_series(found: list[list[object]]) -> None:
    assert found[1][:2] == ["treaty", "Snow T.S. 12"]


def test_a_journal(found: list[list[object]]) -> None:
    assert (found[2][0], found[2][2]) == ("article-journal", "Glaciological Law Gazette")


def test_a_court(found: list[list[object]]) -> None:
    assert (found[3][0], found[3][3]) == ("legal_case", ["Polar Court of Claims"])


def test_a_body(found: list[list[object]]) -> None:
    assert found[4][:2] == ["report", "PZX/2020/14"]


def test_a_newspaper(found: list[list[object]]) -> None:
    assert found[6][0] == "article-newspaper"


def test_a_blog(found: list[list[object]]) -> None:
    assert found[7][0] == "post-weblog"


def test_a_publisher(found: list[list[object]]) -> None:
    assert (found[8][0], found[8][5]) == ("book", "Glacier")


def test_a_body_that_writes_under_its_letters(found: list[list[object]]) -> None:
    assert (found[9][0], found[9][3]) == ("report", ["PZX"])


def test_a_short_form(found: list[list[object]]) -> None:
    assert (found[5][0], found[5][4]) == ("short", "3")
