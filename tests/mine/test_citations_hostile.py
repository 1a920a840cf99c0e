"""No text makes finding slow: time grows as text does, whatever provokes each pattern, and a long note is cut."""

from __future__ import annotations

import pytest

from argmine.mine.citations.finding import find_citations
from argmine.resolve.works.shortforms import resolve_short_forms
from argmine.types import Document
from tests.growth import HOSTILE, grows_as_text
from tests.mine.notes import document


def found_in(read: Document) -> object:
    return resolve_short_forms(read, find_citations(read))


@pytest.mark.parametrize("kind", ["note", "body"])
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_as_text_does(name: str, kind: str) -> None:
    in_place = (lambda text: document("Body.", text)) if kind == "note" else document
    assert grows_as_text(lambda text: found_in(in_place(text)), HOSTILE[name])


@pytest.mark.parametrize("unit", ["ibid. ", "A. ", "(", "1 UNTS 2 "])
def test_a_note_of_a_megabyte_is_read_as_far_as_a_note_goes(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    found = find_citations(document("Body.", text))
    assert all(each.span.end < 150_000 for each in found)
