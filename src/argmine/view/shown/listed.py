"""How the hits of a search look in a terminal: quotations first, then who says it, where, and how we know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from argmine.store import ClaimRow, PassageRow
from argmine.view.sourced import document_name, holder_name, link, linked, place, reported

if TYPE_CHECKING:
    from argmine.view.answers.hits import Hit

WIDE = 110
"""Columns of a terminal from which on two readings stand side by side."""
NARROW = 50
"""Columns of a terminal up to which a table is written as lines: its cells would be a few letters wide."""
STYLES = {"permits": "green", "limits": "yellow", "prohibits": "red", "requires": "magenta", "open": "cyan"}


def show_hits(hits: Sequence[Hit], console: Console) -> None:
    """Each hit: the quotation, then its source line, then its id and how it was found."""
    for number, hit in enumerate(hits, start=1):
        console.print(Text.assemble((f"{number:>3}  ", "dim"), "“", _marked(hit), "”"), soft_wrap=False)
        console.print(Padding(source_line(hit.passage), (0, 0, 0, 5)))
        for other in hit.also_in:
            console.print(Padding(Text(f"also in {title_of(other)}, {place(other)} · {other.id}", "dim"), (0, 0, 0, 5)))
        console.print(Padding(Text(f"{hit.passage.id} · {_parts(hit)}", "dim"), (0, 0, 1, 5)))


def source_line(passage: PassageRow) -> Text:
    """— holder, title (date), page · provisions · stance; of a passage, which nobody claims, where it stands."""
    line = Text("— ")
    named = isinstance(passage, ClaimRow) and holder_name(passage) == document_name(passage)
    where = ", ".join(filter(None, [title_of(passage), place(passage)]))
    if isinstance(passage, ClaimRow) and not named:  # else its document, without an author, speaks for itself
        line.append(_holder(passage)).append(", ")
    address = link(passage)
    line.append(where, f"link {address}" if address else "")
    if passage.region == "note":
        line.append(", in a note")
    return line.append(_about(passage)) if isinstance(passage, ClaimRow) else line.append(" · no claim", "dim")


def _holder(claim: ClaimRow) -> Text:
    by = reported(claim)
    return Text.assemble((holder_name(claim), "bold"), f" ({by})" if by else "")


def _about(claim: ClaimRow) -> Text:
    line = Text()
    if claim.links:
        line.append(" · " + ", ".join(map(linked, claim.links)), "blue")
    if claim.stance:
        line.append(f" · {claim.stance}", STYLES.get(claim.stance, ""))
    return line


def title_of(passage: PassageRow) -> str:
    """Its title and year; the path of its file where it has no title."""
    title = document_name(passage)
    return f"{title} ({passage.date[:4]})" if passage.date else title


def _marked(hit: Hit) -> Text:
    text = Text(hit.passage.text)
    for mark in hit.marks:
        text.stylize("bold underline", mark.start, mark.end)
    return text


def _parts(hit: Hit) -> str:
    """The score and what it is made of."""
    if hit.by_meaning is None and hit.by_words is None:
        return f"confidence {hit.score:.2f}"
    meaning = f"#{hit.by_meaning} ({hit.cosine:.2f})" if hit.by_meaning else "–"
    words = f"#{hit.by_words} ({hit.bm25:.1f})" if hit.by_words else "–"
    close = f" · word by word {hit.closeness:.2f}" if hit.closeness is not None else ""
    return f"score {hit.score:.4f}{close} · by meaning {meaning} · by words {words}"
