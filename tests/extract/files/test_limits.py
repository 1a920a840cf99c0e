"""Files made to harm: each ends in one SourceError with its reason, or is read as any other."""

from __future__ import annotations

import resource
import time
import zlib
from pathlib import Path
from time import process_time

import pytest
from reportlab.pdfgen.canvas import Canvas

from argmine.errors import Damaged, SourceError, TimedOut, TooLarge
from argmine.extract.files.confined import confined, limited_work, uncounted_work
from argmine.extract.pages.pdf import Engine, read_pdf

SENTENCE = "The parties agree that nothing in this file will harm its reader."
TEXT = b"BT /F 12 Tf 50 700 Td (" + SENTENCE.encode() + b") Tj ET\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
NAMES = b"/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]" + NAMES % 6 + b"/Contents 4 0 R>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + NAMES


def pdf(path: Path, *objects: bytes) -> Path:
    """A file of these objects, numbered from 1, with a true table of their places."""
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    path.write_bytes(out + head + table + tail)
    return path


def stream(data: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (size, entries, data)


def page(path: Path, contents: bytes, *more: bytes, count: int = 1) -> Path:
    """A file of one page that says that it has `count`."""
    return pdf(path, CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count, PAGE, contents, FONT, *more)


@pytest.mark.parametrize("length", [3, 999_999_999])
def test_a_lying_length_does_not_lose_the_text(tmp_path: Path, length: int) -> None:
    draft = read_pdf(page(tmp_path / "a.pdf", stream(TEXT, length=length)))
    assert [block.text for block in draft.blocks] == [SENTENCE]


def test_thousands_of_objects_that_point_at_each_other_are_not_followed(tmp_path: Path) -> None:
    chain = [b"<</Next %d 0 R>>" % (number + 7) for number in range(20_000)]
    draft = read_pdf(page(tmp_path / "a.pdf", stream(TEXT), *chain))
    assert [block.text for block in draft.blocks] == [SENTENCE]


def test_a_page_tree_that_holds_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cyclic.pdf"
    pdf(path, CATALOG, b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 900>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 500>>")
    with pytest.raises(SourceError, match=r"cyclic\.pdf"):
        read_pdf(path)


def test_a_file_that_claims_pages_which_it_does_not_have_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="more than half of its pages"):
        read_pdf(page(tmp_path / "a.pdf", stream(TEXT), count=900))


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_text_compressed_a_thousandfold_is_too_large(tmp_path: Path, engine: Engine) -> None:
    lines = b"".join(b"(the sea and the sky %d) Tj 0 -1 Td " % number for number in range(12_000))
    bomb = zlib.compress(b"BT /F 1 Tf 50 700 Td " + lines + b"ET", 9)
    with pytest.raises(TooLarge, match="characters on page 1"):
        read_pdf(page(tmp_path / "bomb.pdf", stream(bomb, b"/Filter/FlateDecode")), engine=engine)


def test_what_the_second_engine_stumbles_over_is_damaged(tmp_path: Path) -> None:
    path = page(tmp_path / "a.pdf", stream(TEXT))
    path.write_bytes(path.read_bytes().replace(b"/Contents", b"/CropBox[0 0 (a) 800]/Contents"))
    with pytest.raises(Damaged, match=r"a\.pdf cannot be read by pdfplumber"):
        read_pdf(path, engine="pdfplumber")


def test_drawings_that_call_each_other_a_billion_times_are_stopped(tmp_path: Path) -> None:
    forms = [stream(b"/X Do " * 10, FORM % (number + 7)) for number in range(9)]
    path = page(tmp_path / "laughs.pdf", stream(b"/X Do"), *forms, stream(TEXT, FORM % 5))
    with pytest.raises(TimedOut, match="took over 1 seconds of work"):
        confined(read_pdf, path, seconds=1, megabytes=4_000)


def dozing(path: Path) -> str:
    time.sleep(2)
    return path.name


def test_waiting_is_no_work(tmp_path: Path) -> None:
    assert confined(dozing, tmp_path / "a.pdf", seconds=1, megabytes=4_000) == "a.pdf"


def test_a_stream_that_unpacks_to_more_than_the_memory_is_stopped(tmp_path: Path) -> None:
    bomb = zlib.compress(zlib.compress(b" " * 600_000_000, 1), 9)
    path = page(tmp_path / "bomb.pdf", stream(bomb, b"/Filter[/FlateDecode/FlateDecode]"))
    with pytest.raises(SourceError, match=r"bomb\.pdf"):
        confined(read_pdf, path, seconds=30, megabytes=600)


def test_what_is_loaded_meanwhile_can_be_left_uncounted() -> None:
    def end() -> int:
        return resource.getrlimit(resource.RLIMIT_CPU)[0]

    free = end()
    with limited_work(100):
        limit = end()
        with uncounted_work():
            assert end() == free
            used = process_time()
            sum(range(20_000_000))
            used = process_time() - used
        assert limit + used <= end() <= limit + used + 1.1
    assert end() == free


def test_what_is_harmless_is_read_in_confinement_as_elsewhere(tmp_path: Path) -> None:
    path = page(tmp_path / "a.pdf", stream(TEXT))
    assert confined(read_pdf, path, seconds=30, megabytes=4_000) == read_pdf(path)


def test_an_error_in_confinement_keeps_its_reason_and_hint(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    with pytest.raises(Damaged, match=r"empty\.pdf is empty") as caught:
        confined(read_pdf, path, seconds=30, megabytes=4_000)
    assert caught.value.hint


def test_a_page_number_with_zeros_before_it_stops_nothing(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(60, 400, SENTENCE)
    canvas.drawString(300, 20, "007")
    canvas.save()
    assert SENTENCE in [block.text for block in read_pdf(tmp_path / "a.pdf").blocks]
