"""File → Document: every word of a source in the right stream, body, note or furniture, at the right place.

    find_sources   a folder or a file           →  the files in it
    gather         an address, a zip archive    →  the files behind it, as local ones
    load_manifest  a folder                     →  what manifests in it say of the files
    read           a file                       →  a Document

PDF, DOCX, ODT, EPUB, HTML, JATS and TEI XML, Markdown and plain text are read. A reader sorts what it finds into a
`Draft`; `assembly` lays that out as one text; `metadata` says what the document is; `records` finds its speeches,
`treaties` its articles, and `parts` what is of another author in the same file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from argmine.errors import Damaged, SourceError, TooLarge
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft
from argmine.extract.files.archives import Capacity, Gathered, gather, is_remote
from argmine.extract.files.confined import confined
from argmine.extract.files.encoding import declared_charset, decode
from argmine.extract.files.sources import DOCX, EPUB, ODT, SUPPORTED, XML, find_sources, media_type
from argmine.extract.markup.epub import read_epub
from argmine.extract.markup.html import read_html
from argmine.extract.markup.jats import read_jats
from argmine.extract.metadata.genres import has_articles
from argmine.extract.metadata.guessed import describe, merge
from argmine.extract.metadata.manifest import load_manifest, manifest_beside, tie_manifests
from argmine.extract.metadata.rows import Entry
from argmine.extract.metadata.sidecar import read_sidecar
from argmine.extract.metadata.titles import strange_title
from argmine.extract.office.docx import read_docx
from argmine.extract.office.odt import read_odt
from argmine.extract.pages.engines.drawing import draw_page
from argmine.extract.pages.engines.ocr import is_installed as can_recognise
from argmine.extract.pages.pdf import Engine, read_pdf
from argmine.extract.parts.records import find_speeches
from argmine.extract.parts.texts import with_voices
from argmine.extract.parts.treaties import find_articles
from argmine.extract.plain.markdown import read_markdown
from argmine.extract.plain.text import read_text
from argmine.extract.quality import grade_text, with_doubt
from argmine.extract.words.legible import check_letters
from argmine.types import Document, Metadata, Quality, Source, document_id

__all__ = [
    "SUPPORTED", "Capacity", "Engine", "Entry", "Gathered", "Limits", "can_recognise", "confined", "draw_page",
    "find_sources", "gather", "is_remote", "load_manifest", "manifest_beside", "read", "tie_manifests",
]  # fmt: skip

_READERS = {DOCX: read_docx, ODT: read_odt, EPUB: read_epub, XML: read_jats}


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most of one source: its size in bytes, and pages."""

    bytes: int = 200_000_000
    pages: int = 2_000


def read(
    path: Path,
    *,
    name: str | None = None,
    limits: Limits = Limits(),
    known: Metadata | None = None,
    password: str | None = None,
    ocr: bool = False,
    engine: Engine = "pdfium",
) -> Document:
    """The document in a file.

    Args:
        path: the file.
        name: what the source is called in the result and in messages; its path if not given.
        limits: a larger file is not read.
        known: metadata as somebody who knows the source wrote them; they win over what the document says itself.
        password: what opens an encrypted PDF.
        ocr: whether pages that are pictures may be read by text recognition.
        engine: who reads the characters of a PDF.

    Raises:
        SourceError: the file cannot be read; the subclass says why (`Unsupported`, `Damaged`, `Encrypted`,
            `NoTextLayer`, `Garbled`, `TooLarge`).
    """
    name = name or path.as_posix()
    data = _bytes(path, name, limits)
    kind = media_type(data, path.suffix, name)
    if kind == "application/pdf":
        draft = read_pdf(path, name=name, max_pages=limits.pages, password=password, engine=engine, ocr=ocr)
    else:
        draft = _draft(data, kind, name)
    digest = sha256(data).hexdigest()
    document = assemble(draft, document_id(digest), Source(name, digest, kind, len(data)), Metadata())
    return _described(document, draft.info, _known(path, known))


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise SourceError(f"{name} is no file.", "Check the path.")
        if (size := path.stat().st_size) > limits.bytes:
            raise TooLarge(
                f"{name} has {size:,} bytes, over the limit of {limits.bytes:,}.", "Raise the limit, or split it."
            )
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{name} cannot be opened: {error.strerror}.", "Check who may read it.") from error


def _draft(data: bytes, kind: str, name: str) -> Draft:
    """What is in a file that has no printed pages."""
    if kind in _READERS:
        draft = _READERS[kind](data, name)
    elif kind == "text/html":
        draft = read_html(decode(data, name, declared_charset(data)), name)
    else:
        text = decode(data, name)
        draft = read_markdown(text) if kind == "text/markdown" else read_text(text)
    if not draft.blocks:
        raise Damaged(f"{name} holds no text.", "Fetch it again.")
    text = "\n".join(block.text for block in draft.blocks)
    check_letters(text, name)
    unmarked = sum(note.anchor is None for note in draft.notes)
    return replace(draft, quality=grade_text(text, len(draft.notes), unmarked))


def _known(path: Path, said: Metadata | None) -> Metadata | None:
    """What is known of the source from elsewhere: what is given first, then the file beside it."""
    beside = read_sidecar(path)
    return merge(said, beside) if said and beside else said or beside


def _described(document: Document, info: Mapping[str, str], known: Metadata | None) -> Document:
    document = replace(document, metadata=describe(document, info, known), quality=_doubted(document, info))
    genre = document.metadata.genre
    if has_articles(genre):
        return replace(document, articles=find_articles(document))
    return replace(document, speeches=find_speeches(document)) if genre == "record" else with_voices(document)


def _doubted(document: Document, info: Mapping[str, str]) -> Quality | None:
    """The quality of a reading; doubtful where the file claims a title that is not in its text."""
    said = strange_title(document, info)
    if said is None or document.quality is None:
        return document.quality
    return with_doubt(document.quality, f"its title is not in its text: {said!r}")
