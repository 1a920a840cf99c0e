"""No text makes finding slow: time grows as text does, whatever provokes each pattern, and a long note is cut."""

from __future__ import annotations

import time

import pytest

from argmine.mine.citations.finding import find_citations
from argmine.resolve.shortforms import resolve_short_forms
from argmine.types import Document

from .notes import document

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
SIZE = 6_000
GROWTH = 4
QUADRATIC = GROWTH**2


def taken(read: Document) -> float:
    """Processor seconds for a document, the least of three."""
    least = float("inf")
    for _ in range(3):
        start = time.process_time()
        resolve_short_forms(read, find_citations(read))
        least = min(least, time.process_time() - start)
    return least


@pytest.mark.parametrize("kind", ["note", "body"])
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_as_text_does(name: str, kind: str) -> None:
    """A ratio, taken again where something else was at work: what is not linear is four times as slow each time."""
    text = HOSTILE[name] * (SIZE * GROWTH // len(HOSTILE[name]) + 1)
    few, many = (
        document("Body.", text[:size]) if kind == "note" else document(text[:size]) for size in (SIZE, SIZE * GROWTH)
    )
    ratios = (taken(many) / max(taken(few), 1e-3) for _ in range(4))
    assert any(ratio < QUADRATIC * 0.6 for ratio in ratios)


@pytest.mark.parametrize("unit", ["ibid. ", "A. ", "(", "1 UNTS 2 "])
def test_a_note_of_a_megabyte_is_read_as_far_as_a_note_goes(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    found = find_citations(document("Body.", text))
    assert all(each.span.end < 150_000 for each in found)
