"""A link opens the source where it lies: a file, an archive, an address; never anything else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from argmine.store import ClaimRow, PassageRow
from argmine.types import AUTHOR, Holder
from argmine.view.sourced import document_name, link, one_name, place


def sentence(source: str, page: int | None = 3, label: str | None = None, number: str | None = None) -> PassageRow:
    return PassageRow(
        1, "d-0-4", "d", source, None, (), None, "paper", "body", ("Merits",), page, label, number, "Ice.", 0, 4
    )


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://example.org/notes.html", "https://example.org/notes.html"),
        ("https://example.org/a%20b.pdf", "https://example.org/a%20b.pdf#page=3"),
        ("https://example.org/a b.pdf?x=1", "https://example.org/a%20b.pdf?x=1#page=3"),
        ("HTTP://example.org/box.zip/in/paper.pdf", "HTTP://example.org/box.zip"),
        ("s3://bucket/paper.pdf", ""),
        ("javascript://%0aalert(1)", ""),
    ],
)
def test_an_address_is_its_own_link_if_a_browser_opens_it(source: str, address: str) -> None:
    assert (link(sentence(source)), link(sentence(source), Path("/reports"))) == (address, address)


def test_a_file_is_linked_at_its_page_if_it_is_a_pdf(tmp_path: Path) -> None:
    assert link(sentence(str(tmp_path / "a paper.PDF"))) == f"{tmp_path.as_uri()}/a%20paper.PDF#page=3"
    assert link(sentence(str(tmp_path / "paper.pdf")), tmp_path / "reports") == "../paper.pdf#page=3"
    assert link(sentence(str(tmp_path / "paper.docx")), tmp_path) == "paper.docx"


def test_of_what_lies_in_an_archive_the_archive_is_linked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as archive:
        archive.writestr("in/paper.pdf", "")
    (tmp_path / "folder.zip").mkdir()
    assert link(sentence(str(tmp_path / "box.zip" / "in" / "paper.pdf")), tmp_path) == "box.zip"
    assert link(sentence(str(tmp_path / "folder.zip" / "paper.pdf")), tmp_path) == "folder.zip/paper.pdf#page=3"


@pytest.mark.parametrize(
    ("page", "label", "number", "cited"),
    [
        (3, "vii", None, "p. vii"),
        (3, None, None, "page 3 of the file"),
        (3, "27", "41", "p. 27, para. 41"),
        (None, None, "41", "para. 41"),
        (None, None, None, "Merits"),
    ],
)
def test_a_sentence_is_cited_by_page_and_numbered_paragraph(
    page: int | None, label: str | None, number: str | None, cited: str
) -> None:
    assert place(sentence("a.pdf", page, label, number)) == cited


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/home/a/briefs/paper.pdf", "briefs/paper.pdf"),
        ("paper.pdf", "paper.pdf"),
        ("https://a.org/b/c", "https://a.org/b/c"),
    ],
)
def test_a_document_without_a_title_goes_by_its_file_and_not_by_the_whole_path(source: str, name: str) -> None:
    assert document_name(sentence(source)) == name


def own_claim(source: str, authors: tuple[str, ...], one: Holder) -> ClaimRow:
    return ClaimRow(
        1, "d-0-4", "d", source, None, authors, None, "paper", "body", (), 3, None, None, "Ice.", 0, 4,
        "interpretive", None, AUTHOR, "own", 0.9, (), (), (), one=one,
    )  # fmt: skip


def test_a_document_without_authors_goes_by_its_file_also_where_it_holds_a_reading() -> None:
    claim = own_claim("/papers/ice/melting.pdf", (), Holder("e291a73cf31d", "author", "document:e291a73cf31d"))
    assert one_name(claim) == "ice/melting.pdf"


def test_a_scholar_has_one_name_over_the_corpus() -> None:
    claim = own_claim("ice.pdf", ("P. Vell",), Holder("Pierre Vell", "scholar", "scholar:pierre-vell"))
    assert one_name(claim) == "Pierre Vell"
