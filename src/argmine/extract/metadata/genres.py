"""What kind of document it is: record, judgment, resolution, treaty, statute, UN document, brief, paper, web page."""

from __future__ import annotations

import re

from argmine.extract.metadata.mastheads import Front, is_masthead
from argmine.extract.paragraphs.furniture import is_web_furniture
from argmine.extract.parts.treaties import find_articles
from argmine.types import Document, Genre

_RECORD = re.compile(r"\b(?:VERBATIM RECORD|COMPTE RENDU)\b")
_RECORD_SYMBOL = re.compile(r"/(?:PV|SR)[./]")
_DECISION = re.compile(
    r"\b(?:JUDGE?MENT|ADVISORY OPINION|ORDER OF|(?:DISSENTING|SEPARATE|INDIVIDUAL|CONCURRING) OPINION|ARRÊT|"
    r"DECLARATION OF JUDGE|AVIS CONSULTATIF|ORDONNANCE DU|CASE OF .{3,80} v\. )"
)
_CASE = re.compile(r".{0,120}\b\w+ v\. \w.{0,60}\b(?:Award|Judgment|Advisory Opinion|Order)\b.{0,40}")
_COURT = re.compile(r"\b(?:court|tribunal|judge|cour internationale)\b", re.IGNORECASE)
_RESOLVING = re.compile(r"The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council),?")
_TREATY = re.compile(
    r"\b(?:treaty|convention|agreement|covenant|charter of|statute of|protocol|constitution of|accords?|pact|"
    r"traité|pacte)\b",
    re.IGNORECASE,
)
_STATUTE = re.compile(
    r"\bU\.?S\.?C\.?\b|\b(?:act|code|statutes?|law no|federal law|public law|chapter \d+|loi|gesetz|ley)\b",
    re.IGNORECASE,
)
_SOFT_LAW = re.compile(
    r"\b(?:principles|guidelines?|declaration|rules|regulations?|code of conduct|draft (?:articles|conclusions))\b",
    re.IGNORECASE,
)
# A text on an instrument rather than the instrument.
_ABOUT = re.compile(
    r"\b(?:commentar(?:y|ies)|analysis|study|handbook|introduction to|interpretation of|interpreting|critique|towards?|"
    r"perspectives?|report|review|essay|notes? on|rethinking|challenges?|problems?|questions?)\b|\?",
    re.IGNORECASE,
)
_BRIEF = re.compile(r"\b(?:policy|issue|briefing) (?:brief|paper|note)\b", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:abstract|keywords|key words|ISSN|doi:|vol(?:ume)?\.? ?\d+)\b", re.IGNORECASE)
_FRONT = 3000  # characters
_NAME_LINE = 300  # characters: a longer line among the first is text, no title
_NOTES_OF_A_PAPER = 10


def genre_of(document: Document, front: Front, symbol: str | None) -> Genre:
    """The genre, by symbol, masthead, articles and notes; "other" where nothing tells."""
    return _official(front, symbol) or _instrument(document, front) or _published(document, front, symbol)


def has_articles(genre: Genre) -> bool:
    """Whether documents of this genre are instruments, which have articles of their own."""
    return genre in ("treaty", "statute", "resolution", "un_document")


def _official(front: Front, symbol: str | None) -> Genre | None:
    """The genres that a masthead tells."""
    text = front.text[:_FRONT]
    if _RECORD_SYMBOL.search(symbol or "") or _RECORD.search(text):
        return "record"
    if (_DECISION.search(text) and _COURT.search(text)) or any(_CASE.fullmatch(line) for line in front.blocks[:6]):
        return "judgment"
    if any(_RESOLVING.fullmatch(line) for line in front.blocks[:12]) or "/RES/" in (symbol or ""):
        return "resolution"
    return None


def _instrument(document: Document, front: Front) -> Genre | None:
    """The genre of an instrument's own text: it has the articles of one, and is named like one."""
    name = " ".join([line for line in front.blocks[:8] if len(line) <= _NAME_LINE and not is_masthead(line)][:2])
    articles = find_articles(document)
    if not articles or _ABOUT.search(name) or len(document.notes) > len(articles):
        return None
    if _TREATY.search(name):
        return "treaty"
    if _SOFT_LAW.search(name):
        return "un_document"
    return "statute" if _STATUTE.search(name) else None


def _published(document: Document, front: Front, symbol: str | None) -> Genre:
    if symbol or any(line.strip().lower() == "united nations" for line in front.lines):
        return "un_document"
    if _BRIEF.search(front.text[:_FRONT]):
        return "brief"
    if len(document.notes) >= _NOTES_OF_A_PAPER or _JOURNAL.search(front.text[:_FRONT]):
        return "paper"
    furniture = (span.of(document.text) for span in document.furniture)
    if document.source.media_type == "text/html" or any(is_web_furniture(line) for line in furniture):
        return "web"
    return "other"
