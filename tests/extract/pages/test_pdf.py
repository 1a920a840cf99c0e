"""Reading PDFs: what is refused and why, and what every reading promises."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from argmine.errors import Damaged, Encrypted, Garbled, NoTextLayer, TooLarge
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft
from argmine.extract.pages.engines.glyphs import letters
from argmine.extract.pages.pdf import read_pdf
from argmine.types import Document, Metadata, Source
from tests.conftest import ROOT, SHARED
from tests.extract.pages.typesetting import Look, Typesetter

CORPUS = SHARED / "corpus"

SAMPLES = sorted((ROOT / "corpus" / "raw").glob("*.pdf"))

ARTICLE = [
    ("heading", "I. The Seabed and the Sky"),
    (
        "paragraph",
        "The seabed beyond national jurisdiction is governed by a convention,{1} whereas the sky above it is not. "
        "States have argued for four decades about what the common heritage of mankind requires of them,{2} and the "
        "argument is far from over. No delegation has proposed that the two regimes be merged.",
    ),
    (
        "paragraph",
        "A regime of permits would need an authority that can refuse them.{3} Whether such an authority would command "
        "respect depends on the participation of those States that already mine.",
    ),
]
NOTES = {
    "1": "Convention on Examples, 1 January 1990, art. 4.",
    "2": "See the statements collected in the Yearbook of Examples, vol. 12, pp. 3-40.",
    "3": "But see note 1 above.",
}


def typeset(path: Path, look: Look | None = None) -> Path:
    Typesetter(path, look or Look(), "The Seabed").set(ARTICLE, NOTES)
    return path


def document_of(draft: Draft) -> Document:
    return assemble(draft, "id", Source("a.pdf", "0", "application/pdf", 1), Metadata())


def test_an_empty_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    with pytest.raises(Damaged, match=r"empty\.pdf is empty"):
        read_pdf(path)


def test_a_web_page_named_pdf_is_damaged_and_the_hint_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_text("<html><body>Not found</body></html>")
    with pytest.raises(Damaged, match="not a PDF") as caught:
        read_pdf(path)
    assert "web page" in caught.value.hint


def test_a_file_cut_short_before_its_objects_is_damaged(tmp_path: Path) -> None:
    path = typeset(tmp_path / "short.pdf")
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(Damaged, match=r"short\.pdf"):
        read_pdf(path)


def test_a_locked_file_wants_its_password_and_opens_with_it(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "The parties agree that nothing in this text is secret.")
    canvas.save()
    with pytest.raises(Encrypted, match=r"locked\.pdf"):
        read_pdf(path)
    with pytest.raises(Encrypted) as caught:
        read_pdf(path, password="guess")  # noqa: S106
    assert "wrong" in caught.value.hint
    draft = read_pdf(path, password="secret")  # noqa: S106
    assert draft.blocks[0].text == "The parties agree that nothing in this text is secret."


def test_a_file_over_the_limit_of_pages_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = typeset(tmp_path / "long.pdf", Look(page=(300, 220)))
    with pytest.raises(TooLarge, match="over the limit of 1"):
        read_pdf(path, max_pages=1)


def test_pages_without_text_are_a_scan_and_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    for _ in range(3):
        canvas.rect(100, 100, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    with pytest.raises(NoTextLayer, match="3 of its 3 pages"):
        read_pdf(path)


def test_the_file_tells_its_title_and_author(tmp_path: Path) -> None:
    path = tmp_path / "titled.pdf"
    canvas = Canvas(str(path))
    canvas.setTitle("On Examples")
    canvas.setAuthor("A. Writer")
    canvas.drawString(72, 700, "An example of a sentence that stands on a page.")
    canvas.save()
    info = read_pdf(path).info
    assert (info["title"], info["author"]) == ("On Examples", "A. Writer")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf")
    assert repr(document_of(read_pdf(path))) == repr(document_of(read_pdf(path)))


def by_both_engines(path: Path) -> tuple[Document, Document]:
    """The document as each engine reads it, which is the same but for lines' boxes."""
    fast, slow = (document_of(read_pdf(path, engine=engine)) for engine in ("pdfium", "pdfplumber"))
    for part in ("text", "blocks", "notes", "furniture", "pages", "quality"):
        assert getattr(fast, part) == getattr(slow, part), part
    return fast, slow


@pytest.mark.parametrize("look", [Look(), Look(columns=2, page=(595, 842)), Look(spaces=True, justified=False)])
def test_both_engines_give_the_same_document(tmp_path: Path, look: Look) -> None:
    path = typeset(tmp_path / "a.pdf", look)
    fast, slow = by_both_engines(path)
    for one, other in zip(fast.lines, slow.lines, strict=True):
        assert one.box == pytest.approx(other.box, abs=0.3)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_both_engines_give_the_same_document_of_each_sample(path: Path) -> None:
    by_both_engines(path)


@pytest.mark.parametrize("look", [Look(), Look(columns=2, page=(595, 842)), Look(raised_notes=False, rule=False)])
def test_every_character_is_in_exactly_one_stream(tmp_path: Path, look: Look) -> None:
    path = typeset(tmp_path / "a.pdf", look)
    document = document_of(read_pdf(path))
    markers = "".join(note.number for note in document.notes)
    assert _ink(document.text) + _ink(markers) + _ink(markers) == _printed(path)


def test_each_line_knows_the_page_and_the_place_where_it_is_printed(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", Look(page=(400, 240)))
    document = document_of(read_pdf(path))
    offset = document.text.index("participation")
    page = document.page_at(offset)
    line = next(line for line in document.lines if line.span.start <= offset < line.span.end)
    assert page is not None
    assert page.number == line.page > 1
    assert "participation" in _text_in(path, line.page, line.box)


@pytest.mark.parametrize("name", ["bbnj-ru-broken-tounicode.pdf", "bbnj-zh-broken-tounicode.pdf"])
def test_a_broken_character_map_is_found(name: str) -> None:
    path = CORPUS / "bad" / name
    if not path.exists():
        pytest.skip(f"{path} is absent")
    with pytest.raises(Garbled, match="nonsense"):
        read_pdf(path)


def _ink(text: str) -> Counter[str]:
    """The letters of a text, hyphens aside (those at line ends go)."""
    return Counter(char for char in text if not char.isspace() and char != "-")


def _printed(path: Path) -> Counter[str]:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return _ink("".join(letters(char) for char in text))


def _text_in(path: Path, number: int, box: tuple[float, float, float, float]) -> str:
    page = pypdfium2.PdfDocument(path)[number - 1]
    x0, top, x1, bottom = box
    height = page.get_height()
    return str(page.get_textpage().get_text_bounded(x0 - 1, height - bottom, x1 + 1, height - top))


def test_text_off_the_paper_is_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    canvas.drawString(60, 600, "The text of the page, which is what readers see.")
    canvas.drawString(5000, 600, "A printer's note that nobody sees.")
    canvas.drawString(60, 9e9, "Text whose place is damaged.")
    canvas.save()
    draft = read_pdf(path)
    assert [block.text for block in draft.blocks] == ["The text of the page, which is what readers see."]
    assert {piece.text for piece in draft.furniture} == {
        "A printer's note that nobody sees.",
        "Text whose place is damaged.",
    }


def test_what_is_filled_into_the_fields_of_a_form_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    canvas.drawString(60, 620, "The launching State is named in the field on the right of this line:")
    canvas.acroForm.textfield(value="Ruritania", x=60, y=560, width=200, height=24)
    canvas.save()
    assert "Ruritania" in [block.text for block in read_pdf(path).blocks]


def test_words_that_read_upwards_are_whole_though_they_are_drawn_letter_by_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    canvas.drawString(60, 620, "The figure shows how many samples were taken in each of the years.")
    canvas.rotate(90)
    for at, letter in enumerate("Heart rate"):
        canvas.drawString(200 + 6 * at, -40, letter)
    canvas.save()
    assert [piece.text for piece in read_pdf(path).furniture] == ["Heart rate"]
