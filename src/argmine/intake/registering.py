"""An instrument of the user's own, from its text: the articles found become a file of the registry."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from argmine.errors import QueryError
from argmine.knowledge import instruments
from argmine.knowledge.registry import CODE
from argmine.knowledge.tables import VARIABLE
from argmine.types import Document

_KIND = {
    "Treaty": "treaty", "Convention": "treaty", "Agreement": "treaty", "Protocol": "treaty", "Charter": "treaty",
    "Statute": "treaty", "Covenant": "treaty", "Act": "statute", "Law": "statute", "Code": "statute",
    "Resolution": "resolution", "Declaration": "resolution", "Principles": "soft_law", "Guidelines": "soft_law",
    "Accords": "soft_law", "Constitution": "treaty",
}  # fmt: skip
"""What a title calls an instrument → the kind that it is."""


_UNIT = re.compile(r"(?P<unit>§|(?i:art|sec|princip|guideline|conclusion|rule|regulation))\w*\.?\s*[\dIVXLC]")
_UNITS = {
    "§": "section",
    "sec": "section",
    "princip": "principle",
    "guideline": "guideline",
    "conclusion": "conclusion",
}
"""How the headings of an instrument begin → the unit in which it counts; any other is an article."""


def add_instrument(document: Document, code: str, date: str | None = None) -> Path:
    """Write the instrument whose text `document` is into the user's own knowledge; the new file.

    Args:
        document: the text as it was read.
        code: letters and digits, in either case.
        date: of the instrument, "1967-01-27" or its beginning; the document's own where it is left out.

    Raises:
        QueryError: code, articles or date are wanting, or no folder for one's own knowledge is set.
        KnowledgeError: code or title are taken, or the articles do not fit the registry. Nothing is written then.
    """
    code = code.upper()
    if not CODE.fullmatch(code):
        raise QueryError(f"{code!r} is no code of an instrument.", "Write letters and digits, as OST or MYTREATY2.")
    if not document.articles:
        raise QueryError(
            f"{document.source.path}: no articles were found.", "Its articles must ascend, each under its number."
        )
    day = date or (document.metadata.date or "")[:10]
    if not day:
        raise QueryError(f"{document.source.path} says no date.", "Give the instrument's own: --date 1967-01-27.")
    return _registered(_folder() / f"{code.lower()}.toml", "\n".join(_lines(document, code, day)) + "\n")


def _folder() -> Path:
    named = os.environ.get(VARIABLE)
    if not named:
        raise QueryError(
            "No folder for knowledge of your own is set.", f'Set knowledge = "FOLDER" in argmine.toml, or {VARIABLE}.'
        )
    return Path(named, "instruments")


def _registered(file: Path, words: str) -> Path:
    """Write a new file once a copy of its folder, with it in, has proved right; one that is there is never touched."""
    if file.exists():
        raise QueryError(f"{file} is there already.", "Mend it by hand, or choose another code.")
    with TemporaryDirectory(prefix="argmine-") as temporary:
        for known in file.parent.glob("*.toml"):
            copyfile(known, Path(temporary, known.name))
        Path(temporary, file.name).write_text(words, "utf-8")
        instruments(Path(temporary))
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as out:
        out.write(words)
    return file


def _unit(document: Document) -> str:
    """In what the instrument counts, by the headings that most of its blocks have; numbers alone count paragraphs."""
    found = (_UNIT.match(block.span.of(document.text)) for block in document.blocks)
    counts = Counter(_UNITS.get(match["unit"].lower(), "article") for match in found if match)
    return counts.most_common(1)[0][0] if counts else "paragraph"


def _lines(document: Document, code: str, date: str) -> Iterator[str]:
    title = " ".join((document.metadata.title or code).split())
    noun = next((word for word in re.findall(r"\w+", title.title()) if word in _KIND), "Treaty")
    is_roman = not document.articles[0].number[:1].isdigit()
    yield f"code = {_text(code)}"
    yield f"title = {_text(title)}"
    yield f"kind = {_text(_KIND[noun])}"
    yield f"date = {_text(date)}"
    yield f"unit = {_text(_unit(document))}"
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
