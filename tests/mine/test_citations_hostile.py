"""No text makes finding slow: 200 kB of what provokes each pattern is read in time."""

from __future__ import annotations

import subprocess
import sys

import pytest

HOSTILE = {
    "brackets": "(",
    "closed": ")(",
    "quotes": "“",
    "singles": "‘a’",
    "capitals": "A ",
    "names": "Ab Cd ",
    "stops": "A. ",
    "digits": "1 ",
    "numbers": "1234567890",
    "commas": "A, ",
    "symbols": "A/",
    "symbol": "A/AC.105/C.2/L.",
    "letters": "a",
    "spaces": " ",
    "semicolons": "; ",
    "signals": "see A ",
    "supra": "supra note 1 ",
    "ibid": "ibid. ",
    "vol": "1 A B C ",
    "urls": "http://a",
    "dois": "10.1000/",
    "years": "(2001) ",
    "months": "May 1, ",
    "articles": "art. 1, ",
    "pins": "¶¶ 1, 2–3, ",
    "series": "1 UNTS 2 ",
    "in": ", in A ",
    "eds": " eds., ",
    "hereinafter": "[hereinafter ",
    "acts": "Ice Act ",
    "versus": "A v. ",
    "titles": "A. B, ‘C’ (2001) 1 J Int’l L 2; ",
    "links": "[a](b) ",
    "stars": "*A* ",
    "places": "1 AB. ",
}
_PROGRAM = """
import sys, time
from argmine.mine.citations.finding import find_citations
from argmine.resolve.shortforms import resolve_short_forms
from tests.mine.notes import document
unit = sys.argv[1]
text = (unit * (200_000 // len(unit) + 1))[:200_000]
for read in (document("Body.", text), document(text)):
    resolve_short_forms(read, find_citations(read))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_much_hostile_text_is_read(name: str) -> None:
    """The limit is generous, for slow machines: what is not linear takes minutes."""
    subprocess.run([sys.executable, "-c", _PROGRAM, HOSTILE[name]], check=True, timeout=90)
