"""Who says it and where, as the line under a quotation has it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from argmine.store import ClaimRow, PassageRow
from argmine.types import Link

_RESERVED = ":/?#[]@!$&'()*+,;=%"  # what has a meaning in an address (RFC 3986), and what is escaped already
_IN_ARCHIVE = re.compile(r"(?<=\.zip)/", re.IGNORECASE)


def holder_name(claim: ClaimRow) -> str:
    """The holder as people know him: the authors' names where a document's own author speaks."""
    if claim.holder.type != "author":
        return claim.holder.name
    return " and ".join(claim.authors) or document_name(claim)


def one_name(claim: ClaimRow) -> str:
    """The holder by the name that he has over the corpus: "Pierre Castellane" also where a paper signs "P. Castellane".

    His name as printed, where the claim stands in no reading, and of a document without authors what it goes by.
    """
    return claim.one.name if claim.one and claim.one.type != "author" else holder_name(claim)


def document_name(passage: PassageRow) -> str:
    """The title of its document; the file with its folder, or the address, where it has none."""
    source = passage.source
    return passage.title or (source if "://" in source else Path(*Path(source).parts[-2:]).as_posix())


def reported(claim: ClaimRow) -> str:
    """By whom the holder's view is reported: "reported by Ines Castellane"; empty for his own words."""
    if claim.attribution == "own":
        return ""
    reporter = claim.reporter.name if claim.reporter else " and ".join(claim.authors)
    return f"{claim.attribution} by {reporter or 'the document'}"


def linked(link: Link) -> str:
    """A provision; how it was found and how surely, where the words do not name it: "OST:VI (implicit .62)"."""
    score = f"{link.score:.2f}".removeprefix("0")
    return str(link.provision) if link.method == "explicit" else f"{link.provision} ({link.method} {score})"


def quotations(claims: Iterable[ClaimRow]) -> tuple[tuple[ClaimRow, ...], ...]:
    """The claims in their order, those of the same words together: one article may lie in the corpus twice."""
    same: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        same.setdefault("".join(filter(str.isalnum, claim.text.casefold())), []).append(claim)
    return tuple(map(tuple, same.values()))


def place(claim: PassageRow) -> str:
    """Where a sentence is printed, as a lawyer pinpoints: the printed page, else the file's; the numbered paragraph.

    Where there is neither, the section.
    """
    page = f"page {claim.page} of the file" if claim.page else ""
    page = f"p. {claim.page_label}" if claim.page_label else page
    printed = ", ".join(filter(None, (page, f"para. {claim.paragraph}" if claim.paragraph else "")))
    return printed or (claim.section[-1] if claim.section else "")


def link(claim: PassageRow, base: Path | None = None) -> str:
    """Where to open the source, at its page if it is a PDF; the archive in which it lies; an address as it is.

    A file is named relative to the folder `base` where one is given. Empty for an address that no browser opens (a
    bucket). The fragment `#page=` is understood by browsers and PDF readers (RFC 8118).
    """
    if "://" in claim.source:
        return _address(claim.source, claim.page)
    path = Path(claim.source).absolute()
    path = next((above for above in path.parents if above.suffix.casefold() == ".zip" and above.is_file()), path)
    page = _page(path.name, claim.page)
    if base is None:
        return path.as_uri() + page
    try:
        return quote(Path(os.path.relpath(path, base)).as_posix()) + page
    except ValueError:  # another drive of Windows
        return path.as_uri() + page


def _address(source: str, page: int | None) -> str:
    """Of the schemes only these: a link may not become a script."""
    if source.partition("://")[0].lower() not in ("http", "https", "file"):
        return ""
    place = quote(_IN_ARCHIVE.split(source, 1)[0], safe=_RESERVED)
    return place if "#" in place else place + _page(place.partition("?")[0], page)


def _page(name: str, page: int | None) -> str:
    return f"#page={page}" if page and name.casefold().endswith(".pdf") else ""
