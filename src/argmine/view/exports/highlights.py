"""Claims as highlights in a copy of their PDF, each with its provisions, stance and holder. Needs the extra `pdf`.

The source itself is never changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from argmine.errors import QueryError
from argmine.extras import install
from argmine.store import ClaimRow, Database
from argmine.types import Document, Line
from argmine.view.sourced import holder_name

if TYPE_CHECKING:
    from pypdf import PdfWriter

Box = tuple[float, float, float, float]
_COLOURS = {"permits": "b7e4c7", "limits": "ffe8a3", "prohibits": "f5b5b5", "requires": "e0c3f0", "open": "bde3f2"}
_OTHER = "e3e3e3"


def write_highlights(database: Database, claims: Iterable[ClaimRow], folder: Path) -> list[Path]:
    """Write a copy of every PDF that holds some of `claims` into `folder`; the copies.

    The claims of one document must follow each other. Lines on pages that are turned are left unmarked.

    Raises:
        QueryError: pypdf is not installed, or a source is no longer what was read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for document_id, own in groupby(claims, lambda claim: claim.document_id):
        document = database.document(document_id)
        if document.source.media_type == "application/pdf":
            written.append(_copy(document, list(own), folder))
    return written


def _copy(document: Document, claims: Iterable[ClaimRow], folder: Path) -> Path:
    try:
        from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 (an extra)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise QueryError("Highlights need pypdf.", install("pdf")) from error
    source = Path(document.source.path)
    try:
        writer = PdfWriter(clone_from=PdfReader(source))
    except (OSError, PyPdfError) as error:
        raise QueryError(f"{source} cannot be read: {error}.", "Ingest it again, or leave its document out.") from error
    for claim in claims:
        for page, boxes in _boxes(document, claim).items():
            _highlight(writer, page, boxes, claim)
    target = folder / f"{source.stem}-{document.id}.pdf"
    with target.open("wb") as out:
        writer.write(out)
    return target


def _boxes(document: Document, claim: ClaimRow) -> dict[int, list[Box]]:
    """The boxes of a claim by page; of a line that it fills in part, the part, as if all letters were of one width."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for line in document.lines:
        start, end = max(line.span.start, claim.start), min(line.span.end, claim.end)
        if start < end:
            boxes[line.page].append(_part(line, start, end))
    return boxes


def _part(line: Line, start: int, end: int) -> Box:
    x0, top, x1, bottom = line.box
    width = (x1 - x0) / (line.span.end - line.span.start)
    return x0 + width * (start - line.span.start), top, x0 + width * (end - line.span.start), bottom


def _highlight(writer: PdfWriter, number: int, boxes: list[Box], claim: ClaimRow) -> None:
    from pypdf.annotations import Highlight  # noqa: PLC0415
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject  # noqa: PLC0415

    page = writer.pages[number - 1]
    if page.rotation:
        return
    left, top = float(page.mediabox.left), float(page.mediabox.top)
    placed = [(left + x0, top - y1, left + x1, top - y0) for x0, y0, x1, y1 in boxes]
    corners = ArrayObject(FloatObject(value) for box in placed for value in _corners(box))
    x0, y0, x1, y1 = zip(*placed, strict=True)
    around = (min(x0), min(y0), max(x1), max(y1))
    mark = Highlight(rect=around, quad_points=corners, highlight_color=_COLOURS.get(claim.stance or "", _OTHER))
    mark[NameObject("/Contents")] = TextStringObject(_label(claim))
    mark[NameObject("/T")] = TextStringObject("argmine")
    mark[NameObject("/NM")] = TextStringObject(claim.id)
    writer.add_annotation(number - 1, mark)


def _corners(box: Box) -> Iterator[float]:
    """Upper left, upper right, lower left, lower right: the order that readers use (not that of ISO 32000)."""
    x0, y0, x1, y1 = box
    yield from (x0, y1, x1, y1, x0, y0, x1, y0)


def _label(claim: ClaimRow) -> str:
    provisions = ", ".join(str(link.provision) for link in claim.links)
    return " · ".join(filter(None, [provisions, claim.stance or claim.kind, holder_name(claim)]))
