"""File → Document: every word of a source in the right stream, body, note or furniture, at the right place.

    find_sources   a folder or a file           →  the files in it
    gather         an address, a zip archive    →  the files behind it, as local ones
    load_manifest  a folder                     →  what manifests in it say of the files
    read           a file                       →  a Document

PDF, DOCX, ODT, EPUB, HTML, JATS and TEI XML, Markdown and plain text are read. A reader sorts what it finds into a
`Draft`; `assembly` lays that out as one text; `metadata` says what the document is; `records` finds its speeches and
`treaties` its articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from argmine.errors import Damaged, SourceError, TooLarge
from argmine.extract.archives import gather
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft
from argmine.extract.encoding import declared_charset, decode
from argmine.extract.markdown import read_markdown
from argmine.extract.markup.epub import read_epub
from argmine.extract.markup.html import read_html
from argmine.extract.markup.jats import read_jats
from argmine.extract.metadata.genres import has_articles
from argmine.extract.metadata.guessed import describe, merge
from argmine.extract.metadata.manifest import load_manifest
from argmine.extract.metadata.sidecar import read_sidecar
from argmine.extract.office.docx import read_docx
from argmine.extract.office.odt import read_odt
from argmine.extract.pages.pdf import read_pdf
from argmine.extract.quality import check_letters
from argmine.extract.records import find_speeches
from argmine.extract.sources import DOCX, EPUB, ODT, SUPPORTED, XML, find_sources, media_type
from argmine.extract.text import read_text
from argmine.extract.treaties import find_articles
from argmine.types import Document, Metadata, Source

__all__ = ["SUPPORTED", "Limits", "find_sources", "gather", "load_manifest", "read"]

_READERS = {DOCX: read_docx, ODT: read_odt, EPUB: read_epub, XML: read_jats}
_ID = 12  # hexadecimal characters of a file's hash


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
    manifest: Mapping[str, Metadata] | None = None,
) -> Document:
    """The document in a file.

    Args:
        path: the file.
        name: what the source is called in the result and in messages; its path if not given.
        limits: a larger file is not read.
        manifest: metadata by name, path or file name, as somebody who knows the sources wrote them; they win over what
            the document says itself.

    Raises:
        SourceError: the file cannot be read; the subclass says why (`Unsupported`, `Damaged`, `Encrypted`,
            `NoTextLayer`, `Garbled`, `TooLarge`).
    """
    name = name or path.as_posix()
    data = _bytes(path, name, limits)
    kind = media_type(data, path.suffix, name)
    draft = _draft(path, data, kind, name, limits)
    digest = sha256(data).hexdigest()
    document = assemble(draft, digest[:_ID], Source(name, digest, kind, len(data)), Metadata())
    return _described(document, draft.info, _known(path, name, manifest))


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


def _draft(path: Path, data: bytes, kind: str, name: str, limits: Limits) -> Draft:
    if kind == "application/pdf":
        return read_pdf(path, max_pages=limits.pages)
    if kind in _READERS:
        draft = _READERS[kind](data, name)
    elif kind == "text/html":
        draft = read_html(decode(data, name, declared_charset(data)), name)
    else:
        text = decode(data, name)
        draft = read_markdown(text) if kind == "text/markdown" else read_text(text)
    if not draft.blocks:
        raise Damaged(f"{name} holds no text.", "Fetch it again.")
    check_letters("\n".join(block.text for block in draft.blocks), name)
    return draft


def _known(path: Path, name: str, manifest: Mapping[str, Metadata] | None) -> Metadata | None:
    """What is known of the source from elsewhere: the manifest given first, then the file beside it."""
    beside = read_sidecar(path)
    keys = (name, path.as_posix(), path.name)
    given = next((manifest[key] for key in keys if key in manifest), None) if manifest else None
    return merge(given, beside) if given and beside else given or beside


def _described(document: Document, info: Mapping[str, str], known: Metadata | None) -> Document:
    document = replace(document, metadata=describe(document, info, known))
    genre = document.metadata.genre
    return replace(
        document,
        speeches=find_speeches(document) if genre == "record" else (),
        articles=find_articles(document) if has_articles(genre) else (),
    )
