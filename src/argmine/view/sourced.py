"""Who says it and where, as the line under a quotation has it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from argmine.store import ClaimRow, PassageRow


def holder_name(claim: ClaimRow) -> str:
    """The holder as people know him: the authors' names where a document's own author speaks."""
    if claim.holder.type != "author":
        return claim.holder.name
    return " and ".join(claim.authors) or claim.title or claim.source


def quotations(claims: Iterable[ClaimRow]) -> tuple[tuple[ClaimRow, ...], ...]:
    """The claims in their order, those of the same words together: one article may lie in the corpus twice."""
    same: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        same.setdefault("".join(filter(str.isalnum, claim.text.casefold())), []).append(claim)
    return tuple(map(tuple, same.values()))


def place(claim: PassageRow) -> str:
    """Where a sentence is printed, as a lawyer pinpoints: the printed page, else the file's, else the section."""
    if claim.page_label:
        return f"p. {claim.page_label}"
    if claim.page:
        return f"page {claim.page} of the file"
    return claim.section[-1] if claim.section else ""


def link(claim: PassageRow, base: Path | None = None) -> str:
    """Where to open the source, at its page if it is a PDF; relative to the folder `base` where one is given.

    The fragment `#page=` is understood by browsers and PDF readers (RFC 8118).
    """
    path = Path(claim.source).absolute()
    page = f"#page={claim.page}" if claim.page and path.suffix.casefold() == ".pdf" else ""
    if base is None:
        return path.as_uri() + page
    try:
        return quote(Path(os.path.relpath(path, base)).as_posix()) + page
    except ValueError:  # another drive of Windows
        return path.as_uri() + page
