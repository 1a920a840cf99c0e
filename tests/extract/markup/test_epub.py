"""Electronic books: chapters in order, notes wherever the book keeps them, what is furniture, hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest

from argmine.errors import Damaged, Encrypted, SourceError
from argmine.extract.markup.epub import read_epub
from tests.extract.reading import body, furniture, kinds, notes

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def page(inside: str) -> str:
    spaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"<html {spaces}><head><title/></head><body>{inside}</body></html>"


def epub(*chapters: str, facts: str = "", **others: str) -> bytes:
    """A book of these chapters, called c0.xhtml, c1.xhtml ... in OPS/text; `others` are further members."""
    manifest = "".join(
        f'<item id="c{at}" href="text/c{at}.xhtml" media-type="application/xhtml+xml"/>' for at in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    package = (
        f"<package {DC}><metadata>{facts}</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    members = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, **others}
    members |= {f"OPS/text/c{at}.xhtml": inside for at, inside in enumerate(chapters)}
    return packed(members)


def packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, inside in members.items():
            archive.writestr(name, inside)
    return out.getvalue()


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    draft = read_epub(epub(page("<h1>Ice</h1><p>First.</p>"), page("<h1>Dust</h1><p>Second.</p>")), "a.epub")
    assert kinds(draft) == [
        ("heading", 1, "Ice"), ("paragraph", 0, "First."), ("heading", 1, "Dust"), ("paragraph", 0, "Second."),
    ]  # fmt: skip


def test_notes_in_a_chapter_of_their_own_are_tied_to_their_places_though_the_numbers_begin_anew() -> None:
    one = page('<h1>I</h1><p>Ice.<sup><a id="r" href="c2.xhtml#n1">1</a></sup> More.</p>')
    two = page('<h1>II</h1><p>Dust.<sup><a id="r" href="c2.xhtml#n2">1</a></sup> More.</p>')
    end = page(
        '<h1>Notes</h1><h2>I</h2><p id="n1"><a href="c0.xhtml#r">1</a>. On ice.</p><p>And snow.</p>'
        '<p id="n2"><a href="c1.xhtml#r">1</a>. On dust.</p>'
    )
    draft = read_epub(epub(one, two, end), "a.epub")
    assert body(draft) == ["I", "Ice.⟦1⟧ More.", "II", "Dust.⟦1⟧ More."]
    assert notes(draft) == ["1 On ice. And snow.", "1 On dust."]
    assert furniture(draft) == ["Notes", "I"]


def test_notes_that_the_book_types_are_found_whatever_their_marks_and_place() -> None:
    text = page(
        '<aside epub:type="footnote" id="a"><p>Professor.</p></aside>'
        '<p>Ice<a epub:type="noteref" href="#a">*</a> is free;'
        '<a epub:type="noteref" href="#b">*</a> so is dust.</p><aside epub:type="footnote" id="b"><p>* Doe.</p></aside>'
    )
    draft = read_epub(epub(text), "a.epub")
    assert body(draft) == ["Ice⟦*⟧ is free;⟦*⟧ so is dust."]
    assert notes(draft) == ["* Professor.", "* Doe."]


def test_three_hundred_notes_with_the_same_mark_keep_their_places() -> None:
    text = "".join(f'<p>Claim {at}.<a href="#note{at}">*</a></p>' for at in range(300))
    end = "".join(f'<p id="note{at}">* Authority {at}.</p>' for at in range(300))
    draft = read_epub(epub(page(text.replace('"#', '"c1.xhtml#')), page(end)), "a.epub")
    pairs = {note.text: draft.blocks[note.anchor.block].text for note in draft.notes if note.anchor}
    assert pairs == {f"Authority {at}.": f"Claim {at}." for at in range(300)}


def test_links_that_are_numbers_are_no_notes_where_they_lead_to_chapters_or_back() -> None:
    contents = page('<p>Chapters <a href="c1.xhtml#one">1</a> and <a href="c1.xhtml#two">2</a></p>')
    text = page('<div id="one"><h1>Ice</h1><p>Free.</p></div><div id="two"><h1>Dust</h1><p>Free too.</p></div>')
    index = page('<p>ice, <a href="c1.xhtml#one">12</a></p>')
    draft = read_epub(epub(contents, text, index), "a.epub")
    assert body(draft) == ["Chapters 1 and 2", "Ice", "Free.", "Dust", "Free too.", "ice, 12"]
    assert draft.notes == ()


def test_contents_and_the_numbers_of_printed_pages_are_furniture() -> None:
    text = page(
        '<nav epub:type="toc"><ol><li><a href="#x">Ice</a></li></ol></nav><h1 id="x">Ice</h1>'
        '<p>It is <span epub:type="pagebreak" id="p7">7</span>free.</p>'
        '<section epub:type="index"><p>ice, 7</p></section>'
    )
    draft = read_epub(epub(text), "a.epub")
    assert body(draft) == ["Ice", "It is free."]
    assert sorted(furniture(draft)) == ["1. Ice", "7", "ice, 7"]


def test_empty_elements_of_xhtml_do_not_swallow_what_follows_and_names_of_classes_hide_nothing() -> None:
    text = page('<p>One.<a id="p1"/> Two.</p><div class="sidebar"><p>A box of the book.</p></div><p>Caf&eacute;.</p>')
    assert body(read_epub(epub(text), "a.epub")) == ["One. Two.", "A box of the book.", "Café."]


def test_a_chapter_that_is_no_well_formed_xhtml_is_read_as_a_web_page() -> None:
    assert body(read_epub(epub("<p>One.<p>Two &amp; three."), "a.epub")) == ["One.", "Two & three."]


def test_the_package_document_is_the_info_and_editors_are_no_authors() -> None:
    facts = (
        '<dc:title>On Ice</dc:title><dc:creator xmlns:o="o" o:role="edt">E. Dit</dc:creator>'
        "<dc:creator>A. Doe</dc:creator><dc:creator>R. Roe</dc:creator><dc:date>2031-05</dc:date>"
        "<dc:identifier>doi:10.1000/ice</dc:identifier>"
    )
    assert read_epub(epub(page("<p>Text.</p>"), facts=facts), "a.epub").info == {
        "title": "On Ice", "author": "A. Doe; R. Roe", "date": "2031-05", "doi": "10.1000/ice",
    }  # fmt: skip


LOCK = '<encryption><CipherReference URI="{}"/></encryption>'


def test_a_locked_book_is_refused_and_scrambled_fonts_are_no_lock() -> None:
    locked = {"META-INF/encryption.xml": LOCK.format("OPS/text/c0.xhtml")}
    fonts = {"META-INF/encryption.xml": LOCK.format("OPS/fonts/a.otf")}
    assert body(read_epub(epub(page("<p>Text.</p>"), **fonts), "a.epub")) == ["Text."]
    with pytest.raises(Encrypted, match="is locked by its seller"):
        read_epub(epub(page("<p>Text.</p>"), **locked), "a.epub")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({"a": ""}), "lacks its part META-INF/container.xml"),
        (packed({"META-INF/container.xml": "<container/>"}), "names no package document"),
        (epub(), "holds no text"),
        (epub(page("<p> </p>")), "holds no text"),
        (packed({"/etc/passwd": ""}), "leads out of it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "book",  # the bytes hold the time of packing
)
def test_files_that_are_no_books_are_refused_with_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        read_epub(data, "a.epub")
    assert isinstance(caught.value, Damaged)


def test_a_chapter_outside_of_the_book_is_not_read() -> None:
    package = epub(page("<p>Text.</p>"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"text/c0.xhtml", b"../../../etc/passwd"))
    with pytest.raises(Damaged, match="holds no text"):
        read_epub(out.getvalue(), "a.epub")
