"""Forms of citation in European styles, as marked text (see `test_citation_forms`), a form a line in a file beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_citation_forms import assert_read

LINES = (Path(__file__).parent / "european_forms.txt").read_text("utf-8").splitlines()


def test_there_are_at_least_120_forms() -> None:
    assert len(set(LINES)) >= 120


@pytest.mark.parametrize("line", LINES)
def test_a_form_is_read_into_its_fields(line: str) -> None:
    kind, _, marked = line.partition(" | ")
    assert_read(kind, marked)
