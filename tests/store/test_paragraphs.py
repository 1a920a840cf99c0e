"""A judgment is cited by its numbered paragraphs: a quotation under one belongs to it, a heading ends it."""

from __future__ import annotations

from argmine.store.documents.paragraphs import Paragraphs
from argmine.types import Block, BlockKind, Document, Metadata, Source, Span


def document(*blocks: tuple[BlockKind, str | None, str]) -> Document:
    """Blocks of these kinds, numbers and words."""
    text, made = "", []
    for kind, label, words in blocks:
        made.append(Block(kind, Span(len(text), len(text) + len(words)), 1 if kind == "heading" else 0, label))
        text += words + "\n\n"
    return Document("0" * 12, Source("a.html", "0" * 64, "text/html", 0), Metadata(genre="judgment"), text, tuple(made))


def numbers(made: Document, *words: str) -> list[str | None]:
    paragraphs = Paragraphs(made)
    return [paragraphs.at(made.text.index(each)) for each in words]


JUDGMENT: tuple[tuple[BlockKind, str | None, str], ...] = (
    ("heading", None, "Opinion"),
    ("paragraph", None, "The Court is composed as above."),
    *(("paragraph", str(number), f"{number}. Point {number} is taken.") for number in range(1, 11)),
    ("quotation", None, "The sea is common."),
    ("list_item", "2", "(2) The second question."),
    ("heading", None, "Declaration"),
    ("paragraph", None, "I add a word."),
)


def test_what_stands_under_a_number_belongs_to_it_up_to_the_next_heading() -> None:
    found = numbers(document(*JUDGMENT), "composed", "Point 4", "The sea", "second question", "I add")
    assert found == [None, "4", "10", "10", None]


def test_what_follows_the_body_has_no_number() -> None:
    made = document(*JUDGMENT[:-2])
    assert Paragraphs(made).at(len(made.text)) is None


def test_the_points_of_lists_are_no_numbers_of_paragraphs() -> None:
    points: list[tuple[BlockKind, str | None, str]] = [
        ("paragraph", str(number), f"{number}. Point {number} of list {part}.")
        for part in "abcdef"
        for number in (1, 2)
    ]
    assert numbers(document(*points), "Point 1 of list b", "Point 2 of list f") == [None, None]


def test_the_points_of_an_operative_paragraph_belong_to_it() -> None:
    """Rulings 3 and 4 of a disposition are cited by its paragraph, and so is what they say."""
    points = [("paragraph", str(number), f"{number}. Ruling {number} is given.") for number in range(1, 5)]
    opinion = [("paragraph", str(number), f"{number}. An opinion, part {number}.") for number in range(1, 10)]
    made = document(*JUDGMENT[:-4], *points, ("heading", None, "Separate opinion"), *opinion)
    assert numbers(made, "Point 9", "Ruling 3", "Ruling 4", "part 3") == ["9", "10", "10", "3"]


def test_a_text_without_numbers_has_none() -> None:
    assert numbers(document(("paragraph", None, "Ice is common.")), "Ice") == [None]
