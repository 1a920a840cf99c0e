"""Results to store, written by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from argmine.store import Database
from argmine.types import (
    Analysis,
    Article,
    Block,
    Citation,
    Claim,
    Document,
    Holder,
    Line,
    Link,
    Metadata,
    Note,
    Page,
    Provision,
    Sentence,
    Source,
    Span,
    Unresolved,
)

Result = tuple[Document, Analysis, NDArray[np.float32]]
ENCODER = "test-3"
BODY = (
    "On the use of the Moon",
    "Article II OST forbids appropriation by any means. Ruritania holds that extraction is free.",
    "The régime of Article I (2) should be settled at the United Nations.",
)
NOTE = "A/RES/62/101, p. 3."


def paper(number: int = 1, path: str | None = None) -> Result:
    """A document of two pages with a heading, two paragraphs, a note, three claims, a passage and their vectors."""
    text = "\n\n".join((*BODY, NOTE, f"Paper {number}"))
    heading, first, second, note, foot = (_span(text, part) for part in (*BODY, NOTE, f"Paper {number}"))
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    document = Document(
        id=sha256[:16],
        source=Source(path or f"papers/{number:03}.txt", sha256, "text/plain", 1000 + number),
        metadata=Metadata(f"Paper {number}", ("A. Author", "B. Šmíd"), "2025-10", "en", "paper"),
        text=text,
        blocks=(Block("heading", heading, 1, "I"), Block("paragraph", first), Block("paragraph", second)),
        notes=(Note("1", note, first.end),),
        furniture=(foot,),
        pages=(Page(1, "vii", 595.3, 841.9), Page(2, None, 595.3, 841.9)),
        lines=(
            Line(first, 1, (72.1, 1 / 3, 500.0, 12.3)),
            Line(second, 1, (72.1, 14.7, 500.0, 26.0)),
            Line(note, 2, (72.1, 0.1 + 0.2, 500.0, 12.0)),
        ),
    )
    return document, _analysis(document), _vectors(number)


def _analysis(document: Document) -> Analysis:
    author, state = Holder("author", "author", "author"), Holder("Ruritania", "state", "state:RU")
    forbids, holds, should = (
        _span(document.text, part)
        for part in (BODY[1].split(" Ruritania")[0], "Ruritania holds that extraction is free.", BODY[2])
    )
    one, two, three = (f"{document.id}-{span.start}" for span in (forbids, holds, should))
    return Analysis(
        document_id=document.id,
        recipe="r1",
        sentences=(Sentence(forbids, "body", 1), Sentence(holds, "body", 1), Sentence(document.notes[0].span, "note")),
        claims=(
            Claim(one, forbids, "body", "interpretive", "prohibits", author, "own", 0.9, ("verb:forbids",)),
            Claim(two, holds, "body", "interpretive", "permits", state, "reported", 0.7, ("cue:holds", "free")),
            Claim(three, should, "body", "normative", None, author, "own", 0.1 + 0.2, ()),
        ),
        citations=(Citation(_span(document.text, "A/RES/62/101"), "bill", "A/RES/62/101", "1"),),
        links=(
            Link(one, Provision("OST", ("II",)), "explicit", 1.0, Span(forbids.start, forbids.start + 14)),
            Link(three, Provision("OST", ("I", "2")), "explicit", 0.1 + 0.2, _span(document.text, "Article I (2)")),
            Link(two, Provision("OST", ("II",)), "anaphoric", 0.6, Span(forbids.start, forbids.start + 14)),
        ),
        unresolved=(Unresolved(_span(document.text, "the United Nations"), "no article is named"),),
        supports=((one, 0), (two, 0)),
    )


def _vectors(number: int) -> NDArray[np.float32]:
    return np.array([[1, 0, number / 100], [0, 1, number / 100], [0, 0, 1], [-1, 0, 0]], np.float32)


def _span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def treaty(path: str = "treaties/ost.md", number: str = "II") -> Result:
    """An ingested instrument: one article with its own words, on page 4; no claims."""
    document, analysis, _ = paper(900, path)
    words = document.blocks[1].span
    article = Article(number, "No appropriation", words)
    document = replace(document, articles=(article,), lines=(Line(words, 2, (0.0, 0.0, 1.0, 1.0)),), id=f"id of {path}")
    bare = Analysis(document.id, analysis.recipe, (), (), (), (), (), (), "OST")
    return document, bare, np.empty((0, 3), np.float32)


def write(folder: Path, *results: Result, encoder: str = ENCODER) -> None:
    """Write results in this order."""
    with Database.open(folder, write=True) as database:
        for document, analysis, vectors in results:
            database.write(document, analysis, vectors, encoder)
