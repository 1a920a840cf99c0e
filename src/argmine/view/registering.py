"""An instrument of the user's own, from its text: the articles found become a file of the registry."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from argmine.errors import KnowledgeError, QueryError
from argmine.knowledge import instruments
from argmine.knowledge.tables import VARIABLE
from argmine.types import Document

_KIND = {
    "Treaty": "treaty", "Convention": "treaty", "Agreement": "treaty", "Protocol": "treaty", "Charter": "treaty",
    "Statute": "treaty", "Covenant": "treaty", "Act": "statute", "Law": "statute", "Code": "statute",
    "Resolution": "resolution", "Declaration": "resolution", "Principles": "soft_law", "Guidelines": "soft_law",
    "Accords": "soft_law", "Constitution": "treaty",
}  # fmt: skip
"""What a title calls an instrument → the kind that it is."""


def add_instrument(document: Document, code: str) -> Path:
    """Write the instrument whose text `document` is into the user's own knowledge; the file.

    Raises:
        QueryError: the document has no articles, or no folder for one's own knowledge is set.
        KnowledgeError: code or title are taken; nothing is written then.
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        raise QueryError(
            "No folder for knowledge of your own is set.", f'Set knowledge = "FOLDER" in argmine.toml, or {VARIABLE}.'
        )
    if not document.articles:
        raise QueryError(
            f"{document.source.path}: no articles were found.", "Its articles must ascend, each under its number."
        )
    file = Path(folder, "instruments", f"{code.lower()}.toml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(_lines(document, code.upper())) + "\n", "utf-8")
    try:
        instruments(file.parent)
    except KnowledgeError:
        file.unlink()
        raise
    return file


def _lines(document: Document, code: str) -> Iterator[str]:
    title = " ".join((document.metadata.title or code).split())
    noun = next((word for word in re.findall(r"\w+", title.title()) if word in _KIND), "Treaty")
    is_roman = not document.articles[0].number[:1].isdigit()
    yield f"code = {_text(code)}"
    yield f"title = {_text(title)}"
    yield f"kind = {_text(_KIND[noun])}"
    yield f"date = {_text((document.metadata.date or '2000')[:10])}"
    yield 'unit = "article"'
    yield f"numerals = {_text('roman' if is_roman else 'arabic')}"
    yield f"abbreviations = [{_text(code)}]"
    yield f"short = [{_text(f'the {noun}')}]"
    for article in document.articles:
        yield "\n[[articles]]"
        yield f"number = {_text(article.number)}"
        yield f"heading = {_text(' '.join((article.heading or f'Article {article.number}').split()))}"


def _text(words: str) -> str:
    """A basic string of TOML, which has JSON's escapes."""
    return json.dumps(words, ensure_ascii=False)
