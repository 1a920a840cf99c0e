"""What holds of every source without printed pages, in every format: nothing is lost, doubled or moved.

A made-up text, each word of which occurs once, is written in the format and read again: each word is then in exactly
one of body, notes and furniture, those of the body in the order in which they were written; each note stands at the
place of its marker; and to read the file again gives the same document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmine.extract import read
from argmine.types import Document
from tests.extract.markup.test_epub import epub, page
from tests.extract.markup.test_jats import article, fn, tei, xref
from tests.extract.office.test_docx import docx, p, ref
from tests.extract.office.test_docx import note as word_note
from tests.extract.office.test_odt import h, items, odt
from tests.extract.office.test_odt import note as open_note
from tests.extract.office.test_odt import p as open_p

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
OWN = re.compile(r"\b[bdfgklmnprst][a-z]{5}zu\b", re.IGNORECASE)


@dataclass(frozen=True)
class Element:
    """A part of a made-up text, in two halves; the marker of a note, if it has one, stands between them."""

    kind: str
    first: str
    second: str
    note: str

    @property
    def whole(self) -> str:
        return f"{self.first} {self.second}"


def word(number: int) -> str:
    """A word that no other number has."""
    return "".join(SYLLABLES[number // 60**place % 60] for place in range(3)) + "zu"


def told(shapes: list[tuple[str, int]]) -> list[Element]:
    """A text of elements of these kinds and lengths, between two long paragraphs."""
    numbers = count()

    def words(size: int) -> str:
        return " ".join(word(next(numbers)) for _ in range(size)).capitalize()

    return [
        Element(kind, words(size), words(size), words(size) if kind == "noted" else "")
        for kind, size in [("paragraph", 30), *shapes, ("paragraph", 30)]
    ]


KINDS = st.sampled_from(("paragraph", "noted", "heading", "item", "table", "aside"))
TEXTS = st.lists(st.tuples(KINDS, st.integers(3, 12)), max_size=9).map(told)


class Written:
    """Elements in the forms of a format, numbered where they have notes; a kind without a form is a paragraph."""

    def __init__(self, elements: list[Element], **forms: Callable[[Element, int], str]) -> None:
        self.noted = [each for each in elements if each.kind == "noted"]
        numbers = {each: number for number, each in enumerate(self.noted, 1)}
        kinds = ((each, each.kind if each.kind in forms else "paragraph") for each in elements)
        self.text = "".join(forms[kind](each, numbers.get(each, 0)) for each, kind in kinds)

    def notes(self, form: Callable[[int, str], str]) -> str:
        return "".join(form(number, f"{each.note}.") for number, each in enumerate(self.noted, 1))


def as_docx(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: p(f"{each.whole}."),
        noted=lambda each, at: p(f"{each.first}.", ref(at + 1), f" {each.second}."),
        heading=lambda each, _: p(each.whole, style="h1"),
        table=lambda each, _: f"<w:tbl><w:tr><w:tc>{p(each.first)}</w:tc><w:tc>{p(each.second)}</w:tc></w:tr></w:tbl>",
    )
    style = '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>'
    return docx(written.text, styles=style, footnotes=written.notes(lambda at, note: word_note(at + 1, note)))


def as_odt(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: open_p(f"{each.whole}."),
        noted=lambda each, at: open_p(f"{each.first}.{open_note(str(at), f'{each.note}.')} {each.second}."),
        heading=lambda each, _: h(each.whole),
        item=lambda each, _: items(open_p(f"{each.whole}.")),
        aside=lambda each, _: open_p(f"{each.first}<office:annotation>{open_p(each.second)}</office:annotation>."),
    )
    return odt(written.text)


def in_html(elements: list[Element]) -> str:
    written = Written(
        elements,
        paragraph=lambda each, _: f"<p>{each.whole}.</p>",
        noted=lambda each, at: f'<p>{each.first}.<sup><a href="#fn{at}" id="r{at}">{at}</a></sup> {each.second}.</p>',
        heading=lambda each, _: f"<h2>{each.whole}</h2>",
        item=lambda each, _: f"<ul><li>{each.whole}.</li></ul>",
        table=lambda each, _: f"<table><tr><td>{each.first}</td><td>{each.second}</td></tr></table>",
        aside=lambda each, _: f'<nav><a href="/">{each.whole}</a></nav>',
    )
    notes = written.notes(lambda at, note: f'<li id="fn{at}"><p>{note} <a href="#r{at}">↩</a></p></li>')
    return f"{written.text}<ol>{notes}</ol>" if notes else written.text


def as_html(elements: list[Element]) -> bytes:
    return f"<!doctype html><html><head></head><body><article>{in_html(elements)}</article></body></html>".encode()


def as_epub(elements: list[Element]) -> bytes:
    return epub(page(in_html(elements)))


def as_jats(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: f"<p>{each.whole}.</p>",
        noted=lambda each, at: f"<p>{each.first}.{xref(at)} {each.second}.</p>",
        heading=lambda each, _: f"<sec><title>{each.whole}</title></sec>",
        item=lambda each, _: f"<list><list-item><p>{each.whole}.</p></list-item></list>",
    )
    return article(written.text, back=f"<fn-group>{written.notes(fn)}</fn-group>")


def as_tei(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: f"<p>{each.whole}.</p>",
        noted=lambda each, at: f'<p>{each.first}.<note place="foot" n="{at}">{each.note}.</note> {each.second}.</p>',
        heading=lambda each, _: f"<div><head>{each.whole}</head></div>",
        item=lambda each, _: f"<list><item>{each.whole}.</item></list>",
    )
    return tei(written.text)


def as_markdown(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: f"{each.whole}.\n\n",
        noted=lambda each, at: f"{each.first}.[^{at}] {each.second}.\n\n",
        heading=lambda each, _: f"## {each.whole}\n\n",
        item=lambda each, _: f"- {each.whole}.\n\n",
    )
    return (written.text + written.notes(lambda at, note: f"[^{at}]: {note}\n\n")).encode()


def as_text(elements: list[Element]) -> bytes:
    written = Written(
        elements,
        paragraph=lambda each, _: f"{each.whole}.\n\n",
        noted=lambda each, at: f"{each.first}.{at} {each.second}.\n\n",
        heading=lambda each, _: f"{each.whole.upper()}\n\n",
    )
    return (written.text + written.notes(lambda at, note: f"{at} {note}\n\n")).encode()


FORMATS: dict[str, Callable[[list[Element]], bytes]] = {
    ".docx": as_docx, ".odt": as_odt, ".epub": as_epub, ".html": as_html, ".xml": as_jats, ".tei": as_tei,
    ".md": as_markdown, ".txt": as_text,
}  # fmt: skip


def own_words(texts: Iterator[str]) -> list[str]:
    return [found.lower() for text in texts for found in OWN.findall(text)]


def body(document: Document) -> Iterator[str]:
    yield from (block.span.of(document.text) for block in document.blocks)


def streams(document: Document) -> Iterator[str]:
    yield from body(document)
    yield from (note.span.of(document.text) for note in document.notes)
    yield from (span.of(document.text) for span in document.furniture)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(elements=TEXTS)
def test_each_word_of_a_source_is_in_one_stream_at_its_place(
    tmp_path: Path, suffix: str, elements: list[Element]
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(FORMATS[suffix](elements))
    document = read(path)
    written = own_words(each for element in elements for each in (element.whole, element.note))
    assert Counter(own_words(streams(document))) == Counter(written)
    assert "\n\n".join(streams(document)) == document.text
    places = [written.index(each) for each in own_words(body(document))]
    assert places == sorted(places)
    assert read(path) == document


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(elements=TEXTS)
def test_each_note_of_a_source_stands_at_its_marker(tmp_path: Path, suffix: str, elements: list[Element]) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(FORMATS[suffix](elements))
    document = read(path)
    around = {
        note.span.of(document.text): (document.text[: note.anchor], document.text[note.anchor :])
        for note in document.notes
        if note.anchor is not None
    }
    noted = [each for each in elements if each.kind == "noted"]
    assert around.keys() == {f"{each.note}." for each in noted}
    for each in noted:
        before, after = around[f"{each.note}."]
        assert before.endswith(f"{each.first}.")
        assert after.startswith(f" {each.second}.")
