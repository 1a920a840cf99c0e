"""An ingest whose stderr is a file says now and then how far it is."""

from __future__ import annotations

import pytest

from argmine.view.shown import progress
from argmine.view.shown.progress import Bar


def test_a_log_holds_how_many_documents_and_pages_are_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "BETWEEN_LINES", 0.0)
    with Bar() as bar:
        bar.begin(2)
        bar.advance(12)
        bar.advance(1)
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "Reading 2 documents.",
        "1 of 2 documents, 12 pages.",
        "2 of 2 documents, 13 pages.",
    ]
    assert not said.out


def test_between_two_lines_passes_time(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar.begin(300)
        bar.advance(12)
    assert capsys.readouterr().err == "Reading 300 documents.\n"


def test_nothing_is_said_of_nothing_or_when_it_is_to_be_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar.begin(0)
    with Bar(shown=False) as bar:
        bar.begin(3)
        bar.advance(1)
    assert capsys.readouterr().err == ""
