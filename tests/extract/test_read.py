"""Reading: sources found, types told by content, bad input named."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from argmine.errors import Damaged, SourceError, TooLarge, Unsupported
from argmine.extract import SUPPORTED, Limits, find_sources, load_manifest, read
from argmine.extract.assembly import assemble
from argmine.extract.plain.text import read_text
from argmine.types import Metadata, Source
from tests.conftest import SHARED
from tests.extract.markup.test_epub import epub
from tests.extract.markup.test_jats import article, tei
from tests.extract.office.test_docx import docx
from tests.extract.office.test_docx import p as words
from tests.extract.office.test_odt import odt
from tests.extract.office.test_odt import p as lines

LONG = "The text goes on for a while so that the page is filled with words, as the pages of legal writing often are. "


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_sources(folder)]


def test_every_file_is_a_source_but_hidden_ones_and_sidecars(tmp_path: Path) -> None:
    for name in (
        "b.pdf",
        "a/c.docx",
        "a/b.txt",
        ".hidden.txt",
        ".git/config",
        "manifest.csv",
        "a/metadata.yaml",
        "a/library.bib",
        "library.json",
        "export.CSV",
        "noext",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    assert names(tmp_path) == ["a/b.txt", "a/c.docx", "b.pdf", "export.CSV", "library.json", "noext"]


def test_a_file_is_its_own_only_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", "utf-8")
    assert find_sources(path) == (path,)


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.txt").write_text("x", "utf-8")
    (inside / "secret.txt").symlink_to(outside / "a.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "again.txt").symlink_to(inside / "a.txt")
    assert names(inside) == ["a.txt", "again.txt"]


def test_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere does not exist"):
        find_sources(tmp_path / "nowhere")
    with pytest.raises(SourceError, match="no file"):
        read(tmp_path)


def test_a_document_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG, "utf-8")
    document = read(tmp_path / "a.txt", name="corpus/a.txt")
    digest = hashlib.sha256(LONG.encode()).hexdigest()
    assert (document.id, document.source) == (digest[:12], Source("corpus/a.txt", digest, "text/plain", len(LONG)))
    assert read(tmp_path / "a.txt", name="corpus/a.txt") == document


@pytest.mark.parametrize("suffix", sorted(SUPPORTED - {".pdf"}))
def test_every_supported_suffix_is_read(tmp_path: Path, suffix: str) -> None:
    page, marked_up = f"<html><body><p>{LONG}</p></body></html>", article(f"<p>{LONG}</p>")
    data = {
        ".docx": docx(words(LONG)), ".docm": docx(words(LONG)), ".odt": odt(lines(LONG)), ".epub": epub(page),
        ".xml": marked_up, ".nxml": marked_up, ".tei": tei(f"<p>{LONG}</p>"),
        ".html": page.encode(), ".htm": page.encode(), ".xhtml": page.encode(),
    }.get(suffix, LONG.encode())  # fmt: skip
    path = tmp_path / f"a{suffix.upper()}"
    path.write_bytes(data)
    assert LONG.strip() in read(path).text


def test_a_manifest_wins_over_what_a_document_says_of_itself(tmp_path: Path) -> None:
    meta = "<title-group><article-title>On Ice – A Reading</article-title></title-group>"
    (tmp_path / "a.xml").write_bytes(article(f"<p>{LONG}</p>", meta))
    (tmp_path / "library.bib").write_text("@article{x, author = {Doe, Ada}, file = {:storage/a.xml:text/xml}}")
    manifest = load_manifest(tmp_path)
    found = read(tmp_path / "a.xml", known=manifest.entries[f"{tmp_path}/a.xml"].metadata).metadata
    assert (found.title, found.authors, manifest.loose) == ("On Ice – A Reading", ("Ada Doe",), ())


def test_the_title_that_a_word_processor_keeps_counts_only_where_the_text_has_it(tmp_path: Path) -> None:
    for name, text in (("a.odt", f"Letterhead of the Faculty. {LONG}"), ("b.odt", LONG)):
        facts = "<dc:title>Letterhead of the Faculty</dc:title>"
        (tmp_path / name).write_bytes(odt(lines(text), meta=f'<m xmlns:dc="d"><meta>{facts}</meta></m>'))
    assert read(tmp_path / "a.odt").metadata.title == "Letterhead of the Faculty"
    assert read(tmp_path / "b.odt").metadata.title is None


def test_content_counts_more_than_the_suffix(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.txt"))
    canvas.drawString(72, 700, "A page of a PDF that somebody saved as text, with enough letters.")
    canvas.save()
    (tmp_path / "b.txt").write_text(f"<!DOCTYPE html><html><body><p>{LONG}</p></body></html>", "utf-8")
    assert read(tmp_path / "a.txt").source.media_type == "application/pdf"
    assert read(tmp_path / "b.txt").source.media_type == "text/html"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", Damaged),
        ("a.txt", b"PK\x03\x04 a word processor's file", Damaged),
        ("a.txt", b"text\x00text", Damaged),
        ("a.html", b"   ", Damaged),
        ("a.html", b"<html><body><script>x()</script></body></html>", Damaged),
        ("a.pdf", b"no pdf at all", Damaged),
        ("a.pdf", b"", Damaged),
        ("a.docx", b"PK\x03\x04", Damaged),
        ("a.docx", b"words", Damaged),
        ("a.docx", b"\xd0\xcf\x11\xe0", Unsupported),
        ("a.epub", b"", Damaged),
        ("a.xml", b"<rss/>", Unsupported),
        ("a.doc", b"\xd0\xcf\x11\xe0", Unsupported),
        ("a", b"words", Unsupported),
    ],
)
def test_what_cannot_be_read_is_named_with_a_way_out(
    tmp_path: Path, name: str, data: bytes, error: type[SourceError]
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        read(tmp_path / name, name="the source")
    assert type(caught.value) is error
    assert caught.value.reason.startswith("the source")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG, "utf-8")
    with pytest.raises(TooLarge, match="over the limit of 10"):
        read(tmp_path / "a.txt", limits=Limits(bytes=10))


@given(
    st.lists(
        st.sampled_from(
            [LONG, "12 See A.", "word.12 The", "¹ Note.", "and so on", "II. Title", "3", "(a) item", "Notes"]
        )
    )
)
def test_the_streams_tile_the_text(pieces: list[str]) -> None:
    draft = read_text("\n\n".join(pieces))
    document = assemble(draft, "0" * 12, Source("a", "0" * 64, "text/plain", 1), Metadata())
    spans = [*(block.span for block in document.blocks), *(note.span for note in document.notes), *document.furniture]
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    between = [document.text[one.end : other.start] for one, other in pairwise(spans)]
    assert all(gap == "\n\n" for gap in between)
    assert all(note.anchor is None or document.block_at(max(0, note.anchor - 1)) is not None for note in document.notes)


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_every_file_of_the_shared_corpus_is_read_or_named() -> None:
    failed = {}
    for path in find_sources(SHARED / "corpus"):
        try:
            assert read(path).blocks
        except SourceError as error:
            failed[path.name] = type(error).__name__
    assert failed == {
        "bbnj-ru-broken-tounicode.pdf": "Garbled",
        "bbnj-zh-broken-tounicode.pdf": "Garbled",
        "001-scanned.pdf": "NoTextLayer",
        **dict.fromkeys(("001-brief.json", "001-scanned.json", "001-un-working-paper.json"), "Unsupported"),
    }
