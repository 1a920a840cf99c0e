"""No text makes the stages before and behind citations slow: time grows as text does, whatever provokes a pattern."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from argmine.errors import QueryError
from argmine.extract.metadata.dates import ending_date, find_date, line_date
from argmine.extract.metadata.guessed import describe
from argmine.extract.metadata.mastheads import is_masthead
from argmine.extract.paragraphs.headings import division_levels, find_headings
from argmine.extract.paragraphs.passages import Paragraph
from argmine.extract.paragraphs.running import Running
from argmine.mine.attributions import find_attributions
from argmine.mine.claims.clauses import find_items
from argmine.mine.claims.junctions import find_junctions
from argmine.mine.claims.turns import turned_stance
from argmine.mine.references import find_references
from argmine.types import Sentence, Span
from argmine.view.answers.question import parse_provision
from tests.growth import HOSTILE, grows_as_text
from tests.mine.notes import document

PROSE = {
    "hyphens": "x-",
    "breaks": "\u2028 ",
    "lines": "a\n",
    "reports": "A argues that ",
    "accordance": "according to A, ",
    "quoted": "“a” said ",
    "items": "(i) it binds all; ",
    "joined": "it binds all and so, ",
    "days": "first day of May ",
    "parts": "Article I(1) ",
    "sessions": "first-session ",
    "bans": "the ban on “a” is not ",
    "views": "to say that it forbids, ",
}


def metadata(text: str) -> None:
    describe(document(text), {"title": text, "author": text})


def dates(text: str) -> None:
    find_date(text), line_date([text]), ending_date([text])


def raised(text: str) -> None:
    running = Running()
    running.write(f"a{text}a", raised=True)
    running.taken()


def headings(text: str) -> None:
    division_levels(find_headings([Paragraph(text), Paragraph(text[:100]), Paragraph(text)]))


def attributions(text: str) -> None:
    find_attributions(text, (Sentence(Span(0, len(text)), "body"),))


def clauses(text: str) -> None:
    find_items(text, Span(0, len(text))), find_junctions(text, Span(0, len(text)))


def turned(text: str) -> None:
    turned_stance(text)


def references(text: str) -> None:
    find_references(text, Span(0, len(text)))


def provision(text: str) -> None:
    with suppress(QueryError):
        parse_provision(text)


READERS = (metadata, is_masthead, dates, raised, headings, attributions, clauses, turned, references, provision)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("name", HOSTILE | PROSE)
def test_time_grows_as_text_does(read: Callable[[str], object], name: str) -> None:
    assert grows_as_text(read, (HOSTILE | PROSE)[name], size=600)
