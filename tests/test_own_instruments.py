"""A user adds an instrument by its text or by a file; from then on it is read, linked and traced as any other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from argmine.errors import KnowledgeError, QueryError
from argmine.extract import read
from argmine.intake.registering import add_instrument
from argmine.types import Document
from tests.conftest import ROOT

TREATY = """# Treaty on the Shared Use of Waypoints

""" + "\n\n".join(
    f"## Article {number}: {heading}\n\n{words}"
    for number, (heading, words) in enumerate(
        (
            (
                "Definitions",
                "A waypoint is a place at which a vessel may rest without anchor, as Parties list them.",
            ),
            ("Free use", "Vessels of all Parties may use each waypoint on equal terms and without any charge."),
            ("No exclusion", "No Party may close a waypoint to the vessels of another, save for urgent repairs."),
            ("Reports", "Each Party reports once a year how many of its vessels have used each of the waypoints."),
            ("Disputes", "Parties settle disputes by consultation, and by arbitration where consultation has failed."),
        ),
        start=1,
    )
)
PAPER = """# Who may close a waypoint?

Article 3 of the Treaty on the Shared Use of Waypoints prohibits a Party from closing a waypoint for commercial reasons.

Halvorsen argues that Article 2 of the Waypoints Treaty does not permit a charge for pilots either.
"""


SCRIPT = """
from pathlib import Path
from argmine.commands.options import effective
from argmine.commands.show import instruments
from argmine.commands.trace import By, trace
from argmine.commands.options import Format
from argmine.errors import QueryError
from argmine.intake import make_plan, read_here, run
from tests.conftest import Silent

try:
    instruments("PAPER", Path("texts/paper.md"))
except QueryError as error:
    print(error.reason)
instruments("WAYPOINTS", Path("texts/treaty.md"), "1999-05")
settings = effective(None)
with make_plan(["texts"], settings) as plan:
    run(plan, settings, read_here, Silent())
trace("WAYPOINTS:3", by=By.STANCE, limit=5)
"""


def test_a_treaty_is_registered_by_its_text_and_claims_about_it_are_traced(tmp_path: Path) -> None:
    """One process of its own: the registry is read once in a process."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "treaty.md").write_text(TREATY, "utf-8")
    (tmp_path / "texts" / "paper.md").write_text(PAPER, "utf-8")
    (tmp_path / "argmine.toml").write_text('[argmine]\ncorpus = "corpus"\nknowledge = "mine"\n', "utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ARGMINE_")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "mine/instruments/waypoints.toml: written.\n")
    refused, traced = done.stdout.split("\n", 1)
    assert refused == "texts/paper.md: no articles were found."
    assert traced.startswith("WAYPOINTS:3  No exclusion")
    assert "“Article 3 of the Treaty on the Shared Use of Waypoints prohibits" in traced
    assert "Article 2" not in traced
    assert "No Party may close a waypoint" in traced


@pytest.fixture
def treaty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    """The treaty as it is read; `mine` in the folder of the test is for one's own knowledge."""
    (tmp_path / "treaty.md").write_text(TREATY, "utf-8")
    monkeypatch.setenv("ARGMINE_KNOWLEDGE", str(tmp_path / "mine"))
    return read(tmp_path / "treaty.md")


@pytest.mark.parametrize("code", ["../x", "a/b", "/etc/x", "x.toml", "", "1A", "NO\nNE"])
def test_a_code_that_is_no_code_writes_nothing(treaty: Document, tmp_path: Path, code: str) -> None:
    with pytest.raises(QueryError, match="is no code of an instrument"):
        add_instrument(treaty, code, "1999")
    assert [path.name for path in tmp_path.iterdir()] == ["treaty.md"]


def test_a_file_that_is_there_stays_as_it_is(treaty: Document, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "instruments" / "waypoints.toml"
    file.parent.mkdir(parents=True)
    file.write_text("mended by hand", "utf-8")
    with pytest.raises(QueryError, match="is there already"):
        add_instrument(treaty, "Waypoints", "1999")
    assert file.read_text("utf-8") == "mended by hand"


@pytest.mark.parametrize(("code", "date", "fault"), [("OST", "1999", "is taken"), ("WAYPOINTS", "in May", "no date")])
def test_what_does_not_fit_the_registry_leaves_no_file(
    treaty: Document, tmp_path: Path, code: str, date: str, fault: str
) -> None:
    with pytest.raises(KnowledgeError, match=fault):
        add_instrument(treaty, code, date)
    assert not (tmp_path / "mine").exists()


def test_a_text_without_a_date_asks_for_one(treaty: Document, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="says no date") as caught:
        add_instrument(treaty, "WAYPOINTS")
    assert "--date" in caught.value.hint
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Article {}:", "article"), ("§ {}.", "section"), ("Principle {}:", "principle"), ("Rule {}:", "article")],
)
def test_an_instrument_counts_as_its_headings_do(treaty: Document, tmp_path: Path, heading: str, unit: str) -> None:
    (tmp_path / "treaty.md").write_text(
        re.sub(r"Article (\d):", lambda found: heading.format(found[1]), TREATY), "utf-8"
    )
    file = add_instrument(read(tmp_path / "treaty.md"), "WAYPOINTS", "1999-05-01")
    table = tomllib.loads(file.read_text("utf-8"))
    assert (table["unit"], table["date"], table["articles"][1]) == (
        unit, "1999-05-01", {"number": "2", "heading": "Free use"}
    )  # fmt: skip
