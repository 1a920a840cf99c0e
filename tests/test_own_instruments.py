"""A user adds an instrument by its text or by a file; from then on it is read, linked and traced as any other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
instruments("WAYPOINTS", Path("texts/treaty.md"))
settings = effective(None)
with make_plan(["texts"], settings) as plan:
    run(plan, settings, read_here, Silent())
trace("WAYPOINTS:3", By.STANCE, None, None, 5, Format.TABLE, None)
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
    assert refused == "paper.md: no articles were found."
    assert traced.startswith("WAYPOINTS:3  No exclusion")
    assert "“Article 3 of the Treaty on the Shared Use of Waypoints prohibits" in traced
    assert "Article 2" not in traced
    assert "No Party may close a waypoint" in traced
