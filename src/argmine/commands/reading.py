"""`argmine text`, `argmine view`: what the reader makes of a file, without storing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from argmine.commands.options import Output, check_output, effective, write_text
from argmine.whole import whole

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from argmine.settings import PdfEngine, Settings
    from argmine.types import Document


class Part(StrEnum):
    """A stream of a document."""

    BODY = "body"
    NOTES = "notes"
    FURNITURE = "furniture"


class Form(StrEnum):
    """How a document is printed."""

    TEXT = "text"
    JSON = "json"


File = Annotated[Path, typer.Argument(metavar="FILE", help="What to read.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognise the text of pages that are pictures (Tesseract).")]
Password = Annotated[str | None, typer.Option(metavar="WORD", help="What opens an encrypted PDF.")]


def text(
    file: File,
    part: Annotated[Part | None, typer.Option(help="One stream only; all three when left out.")] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="json: the whole document with its places.")] = Form.TEXT,
    ocr: Ocr = False,
    password: Password = None,
    pdf_engine: Annotated[str | None, typer.Option(metavar="NAME", help="pdfium or pdfplumber.")] = None,
    output: Output = None,
) -> None:
    """Print what is read in a file, without storing it.

    Text is the blocks with blank lines between; a note begins with its number. JSON is the document: text, and spans
    of it as blocks, notes with their anchors, furniture; pages, lines with boxes, speeches, articles.

    Examples: argmine text brief.pdf · argmine text brief.pdf --part notes · argmine text brief.pdf --format json
    """
    import json

    if output is not None:
        check_output(output)
    document = read_confined(file, ocr, password, pdf_engine)
    if form is Form.JSON:
        record: dict[str, Any] = asdict(document)
        write_text(lambda out: out.write(json.dumps(record, ensure_ascii=False) + "\n"), output)
        return
    parts = [part] if part else list(Part)
    pieces = [piece for one in parts for piece in _pieces(document, one)]
    write_text(lambda out: out.write("\n\n".join(pieces) + "\n"), output)


def view(
    file: File,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The picture, a PNG.")],
    page: Annotated[int, typer.Option("--page", metavar="N", help="The page, counted from 1.")] = 1,
    ocr: Ocr = False,
    password: Password = None,
) -> None:
    """Draw a page of a PDF with what is read on it in colours: blocks, notes, places of markers, furniture.

    Example: argmine view brief.pdf --page 3 -o page.png
    """
    from argmine.errors import QueryError
    from argmine.extract import draw_page
    from argmine.view.shown.drawn import COLOURS, outlines

    check_output(output)
    document = read_confined(file, ocr, password)
    if document.source.media_type != "application/pdf":
        raise QueryError(f"{file} is no PDF and has no pages to draw.", "See its text: argmine text FILE.")
    boxes = [(each.part, each.box, each.label) for each in outlines(document, page)]
    picture = draw_page(file, page, boxes, COLOURS, password=password)
    with whole(output) as unfinished:
        unfinished.write_bytes(picture)


def _pieces(document: Document, part: Part) -> Iterable[str]:
    if part is Part.BODY:
        return [block.span.of(document.text) for block in document.blocks]
    if part is Part.NOTES:
        return [f"{note.number} {note.span.of(document.text)}" for note in document.notes]
    return [span.of(document.text) for span in document.furniture]


def read_confined(file: Path, ocr: bool = False, password: str | None = None, engine: str | None = None) -> Document:
    """The document, read in a process of its own within the limits of the settings."""
    from functools import partial

    from argmine.errors import QueryError
    from argmine.extract import Limits, can_recognise, confined, read

    settings: Settings = effective(None)
    chosen = engine or settings.pdf_engine
    if chosen not in ("pdfium", "pdfplumber"):
        raise QueryError(f"There is no PDF engine {chosen!r}.", "Write pdfium or pdfplumber.")
    if ocr and not can_recognise():
        raise QueryError("Tesseract, which recognises text, is not installed.", "Install it.")
    limits = Limits(settings.max_megabytes * 1_000_000, settings.max_pages)
    reader = partial(read, limits=limits, password=password, ocr=ocr or settings.ocr, engine=cast("PdfEngine", chosen))
    return confined(reader, file, seconds=settings.seconds_per_document, megabytes=settings.megabytes_per_process)
