"""A court or an organ is one entity in a document, under its full name and its short ones."""

from __future__ import annotations

import pytest

from argmine.mine.components import plain_document
from argmine.resolve.holders.cast import Cast

UN = "United Nations Administrative Tribunal"
OFTEN = f"The {UN} sits in New York. " * 6


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (OFTEN, "the Administrative Tribunal", UN),
        (OFTEN, "the Judgement of the Administrative Tribunal", UN),
        (OFTEN, "the Judgement of the Tribunal", UN),
        (OFTEN + "\n\nThe IL0 Administrative Tribunal sits in Geneva.\n\n", "the Tribunal", UN),
        (
            OFTEN + "\n\nThe IL0 Administrative Tribunal sits in Geneva. ",
            "the Tribunal",
            "Administrative Tribunal of the International Labour Organization",
        ),
        ("The Court of Appeal and the Court of Claims sit here. ", "the Tribunal", "Tribunal"),
    ],
)
def test_a_body_is_called_by_its_fullest_name(text: str, words: str, name: str) -> None:
    document = plain_document(text + words + " held that it binds.")
    holder = Cast(document).named(words, len(text))
    assert holder is not None
    assert holder.name == name
