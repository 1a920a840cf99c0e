"""Titles that a file claims, beside those that are printed: cut, completed, or of another text."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from rapidfuzz import fuzz

from argmine.extract.files.sources import DOCX, ODT
from argmine.extract.metadata.mastheads import opening_of
from argmine.extract.pages.lines.printed import in_capitals
from argmine.extract.words.letters import signs_of
from argmine.knowledge.languages import small_words
from argmine.types import Document

JUNK = re.compile(
    r"untitled.*|microsoft word.*|.*\.(?:docx?|pdf|indd|tex|rtf|qxd|html?|dvi)|[\d\W_]*|etpu|document\d*|title|print|"
    r"layout \d+|\w+/\S*",
    re.IGNORECASE,
)
"""What programs write where a title should be."""

_FILLED_BY_PROGRAMS = ("application/pdf", DOCX, ODT)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_CUT = 2  # letters by which a printed title is longer than one that is a part of it, at least
_LIKE = 75  # per cent of the letters of a title that recognition leaves, at least
TELLING = 15
"""Letters of a title that no other line has by chance."""


def declares(document: Document) -> bool:
    """Whether what the file says of itself was written for readers: a page's head, front matter, not by programs."""
    return document.source.media_type not in _FILLED_BY_PROGRAMS


def as_printed(document: Document, said: str) -> str:
    """The title that a file claims, completed by the first heading that holds it."""
    headings = (block.span.of(document.text) for block in document.blocks if block.kind == "heading")
    heading = next((without_mark(text) for text in headings if signs_of(said) in signs_of(text)), "")
    return completed(said, heading, _words_of_text(document))


def strange_title(document: Document, info: Mapping[str, str]) -> str | None:
    """The title that a program wrote into the file, where nothing like it stands on the first pages."""
    said = " ".join(info.get("title", "").split())
    if declares(document) or JUNK.fullmatch(said) or len(signs_of(said)) < TELLING:
        return None
    likeness = fuzz.partial_ratio(signs_of(said), signs_of(opening_of(document)))
    return said if likeness < _LIKE else None


def completed(said: str, heading: str, written: Container[str] = ()) -> str:
    """The title that a file claims, where it is a part of the printed one ("of Interrelations") the whole of that.

    Args:
        said: what the file claims.
        heading: the title as printed, maybe all in capitals.
        written: the words of the document's text, as they are written there: "NASA".
    """
    is_part = len(signs_of(heading)) > len(signs_of(said)) + _CUT and signs_of(said) in signs_of(heading)
    if not is_part or not in_capitals(heading) or in_capitals(said):
        return heading if is_part else said
    own = {signs_of(word): word for word in said.split()}
    words = _WORD.sub(lambda match: own.get(signs_of(match[0])) or _in_title(match[0], written), heading)
    return words[:1].upper() + words[1:]


def _in_title(word: str, written: Container[str]) -> str:
    """A word of a title in capitals as titles write it."""
    stem = re.split("['’]", word)[0]
    if stem in written:
        return stem + word[len(stem) :].lower()
    return word.lower() if word.lower() in small_words() else word.capitalize()


def _words_of_text(document: Document) -> frozenset[str]:
    paragraphs = (block.span.of(document.text) for block in document.blocks if block.kind == "paragraph")
    return frozenset(word for text in paragraphs if not in_capitals(text) for word in _WORD.findall(text))


def without_mark(title: str) -> str:
    """A title without the mark of its note, which recognition takes for a quotation mark or, behind capitals, a "t"."""
    title = title.rstrip("*†‡+•~ ")
    if title.count("'") == 1 or title.count('"') == 1:
        title = title.rstrip("'\"")
    return title[:-1] if re.search(r"[A-Z]{3}[tf]$", title) else title
