"""PDF files: characters from an engine, then geometry.

Two engines give the same records: pdfium (fast, the default) and pdfplumber. All that follows (columns, notes,
furniture, paragraphs) is `layout`'s and knows neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pypdfium2

from argmine.errors import Damaged, Encrypted, NoTextLayer, TooLarge
from argmine.extract.draft import Draft
from argmine.extract.pages.engines.glyphs import Sheet
from argmine.extract.pages.engines.ocr import is_installed, recognised
from argmine.extract.pages.engines.pdfium import check_characters, pdfium_sheets
from argmine.extract.pages.engines.plumbed import plumbed_sheets
from argmine.extract.pages.engines.slant import level
from argmine.extract.pages.layout import lay_out
from argmine.extract.words.legible import check_letters

Engine = Literal["pdfium", "pdfplumber"]

_ENCRYPTED = 4  # FPDF_ERR_PASSWORD
_LETTERS_OF_A_TEXT_PAGE = 25


def read_pdf(
    path: Path,
    *,
    name: str | None = None,
    max_pages: int = 2000,
    password: str | None = None,
    engine: Engine = "pdfium",
    ocr: bool = False,
) -> Draft:
    """The body, notes and furniture of a PDF with a text layer.

    Args:
        path: the file.
        name: what messages call it; its path if not given.
        max_pages: a file with more pages is not read.
        password: what opens an encrypted file.
        engine: who reads the characters; both give the same draft.
        ocr: whether pages that are pictures may be read by text recognition (Tesseract, where it is installed).

    Raises:
        Encrypted: a password is needed, or the one given is wrong.
        Damaged: empty, truncated, or no PDF at all.
        TooLarge: more than `max_pages` pages, or more than a page can hold on one of them.
        NoTextLayer: the pages are pictures.
        Garbled: the characters map to the wrong letters.
        TimedOut: text recognition took too long.
    """
    name = name or str(path)
    _check_file(path, name)
    info, sheets = _sheets(path, name, max_pages, password, engine)
    bare = [sheet for sheet in sheets if len(sheet.glyphs) < _LETTERS_OF_A_TEXT_PAGE]
    drawn = len(bare) == len(sheets)  # letters as drawings, or pictures in pieces
    scanned = any(sheet.scanned for sheet in sheets)
    pictures = {sheet.number for sheet in bare if sheet.scanned or drawn}
    if pictures and ocr and is_installed():
        with recognised(path, name, pictures, password=password) as copy:
            sheets = _sheets(copy, name, max_pages, None, engine)[1]
    for sheet in sheets:
        if sheet.scanned:
            level(sheet)
    draft = lay_out(sheets, info)
    _check_text(name, draft, scanned=scanned)
    return draft


def _sheets(
    path: Path, name: str, max_pages: int, password: str | None, engine: Engine
) -> tuple[dict[str, str], list[Sheet]]:
    """What the file says of itself, and its pages."""
    with _open(path, name, password) as document:
        if len(document) > max_pages:
            reason = f"{name} has {len(document):,} pages, over the limit of {max_pages:,}."
            raise TooLarge(reason, "Raise max_pages in argmine.toml, or split the file.")
        info = {key.lower(): value for key, value in document.get_metadata_dict().items() if value}
        if engine == "pdfium":
            return info, list(pdfium_sheets(document, name))
        check_characters(document, name)
        return info, plumbed_sheets(path, name, password)


def _check_file(path: Path, name: str) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise Damaged(f"{name} is empty.", "Fetch it again.")
    if b"%PDF-" not in head:
        raise Damaged(f"{name} is not a PDF.", "It may be a web page saved under this name: open it and look.")


@contextmanager
def _open(path: Path, name: str, password: str | None) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path, password=password)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _ENCRYPTED:
            given = "Its password is wrong" if password else "It needs a password"
            raise Encrypted(f"{name} is encrypted.", f"{given}: name it in the manifest.") from error
        raise Damaged(f"{name} cannot be opened as a PDF: it is cut short or damaged.", "Fetch it again.") from error
    if pages == 0:
        raise Damaged(f"{name} is a PDF without pages.", "Fetch it again.")
    try:
        yield document
    finally:
        document.close()


def _check_text(name: str, draft: Draft, *, scanned: bool) -> None:
    """Stop at scans and at texts whose letters are wrong."""
    written: dict[int, int] = {}
    for pieces in (*(b.pieces for b in draft.blocks), *(n.pieces for n in draft.notes), draft.furniture):
        for piece in pieces:
            written[piece.page or 0] = written.get(piece.page or 0, 0) + len(piece.text)
    pages = len(draft.pages)
    with_text = sum(count >= _LETTERS_OF_A_TEXT_PAGE for count in written.values())
    if with_text * 10 < pages:
        what = "is a scan" if scanned else "has no text"
        raise NoTextLayer(
            f"{name} {what}: {pages - with_text} of its {pages} pages hold no line of text.",
            "Have it recognised: argmine ingest --ocr." if is_installed() else "Install Tesseract, and add --ocr.",
        )
    check_letters("\n".join(block.text for block in draft.blocks), name)
