"""The case that a document is about: the court that decides it, and the States that are its parties.

INTERNATIONAL COURT OF JUSTICE               the court of a judgment, on a line of its own at the head
Dissenting opinion of Judge Halvorsen        its author's, though "the Court" is the same
Case of Halvorsen v. Ruritania               "the Government" is Ruritania's
Halvorsen v. Ruritania held that             the tribunal's, not Ruritania's
"""

from __future__ import annotations

import re

from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import court_titled, known, named_court
from argmine.types import Document, Holder, Span

_HEAD = 12  # blocks
_OPENING = 4000  # characters in which a judgment names the court that gives it
_SEPARATE = re.compile(r"\b(?:opinion of|declaration of|dissenting|separate|individual)\b(?! \d)", re.IGNORECASE)
_LINE = 200  # characters of a title
_AGAINST = re.compile(r"\s(?:v|vs|c)\.?\s", re.IGNORECASE)
_SIDE = r"[A-Z][\w.&’'-]*(?:,?\s(?:(?:of|and|&|the)\s)?[A-Z][\w.&’'-]*){0,5}"
_LONGEST_SIDE = 90
_CASE_BEFORE = re.compile(rf"(?:\b(?:In|See|As|Under|Thus|The)\s)?(?P<one>{_SIDE}),?\sv\.?s?\.?\s(?:the\s)?\Z")
_VERSUS = re.compile(r"(?P<one>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}) v\.? (?P<other>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})")


def deciding_court(document: Document) -> Holder | None:
    """The court whose judgment or opinion this is: on a line of its own, or the first that is named."""
    if document.metadata.genre != "judgment":
        return None
    lines = (block.span.of(document.text) for block in document.blocks[:_HEAD])
    titled = sorted(filter(None, map(court_titled, lines)), key=lambda court: "Chamber" not in court.name)
    return titled[0] if titled else named_court(document.text[:_OPENING])


def own_court(document: Document) -> Holder | None:
    """The court whose own words the document is; None for the opinion of one of its judges."""
    return None if _SEPARATE.search(document.metadata.title or "") else deciding_court(document)


def litigants(document: Document) -> set[str]:
    """The parties of the case by name: "Arcadia v. Ruritania"."""
    match = _VERSUS.search(document.metadata.title or "")
    return {match["one"], match["other"]} if match else set()


def only_state(document: Document) -> Holder | None:
    """The State that a case is brought by or against, where it is the only one."""
    heads = (block.span.of(document.text) for block in document.blocks[:_HEAD])
    title = next((line for line in (document.metadata.title or "", *heads) if _AGAINST.search(line[:_LINE])), "")
    named = (known(re.sub(r"\(.*", "", side).strip()) for side in _AGAINST.split(title))
    states = [side for side in named if side is not None and side.type == "state"]
    return states[0] if len(states) == 1 else None


def court_in_case(text: str, source: Span) -> Holder | None:
    """Who decided the case that a source is the other party of: "Halvorsen v. Ruritania held that"."""
    match = _CASE_BEFORE.search(text, max(source.start - _LONGEST_SIDE, 0), source.start)
    if match is None:
        return None
    case = " ".join(f"{match['one']} v. {source.of(text)}".split())
    sides = [known(re.sub(r"^[Tt]he\s+", "", side)) for side in case.split(" v. ", 1)]
    states = [side for side in sides if side is not None and side.type == "state"]
    court = "tribunal" if len(states) == 1 else "court"
    return Holder(f"{court} in {case}", "court", f"court:{slug(case)}")
