"""What a document says of itself: title, authors, date, language, genre, symbol.

Nothing is guessed where nothing is said: None is an answer. What a manifest says wins over what the document says, and
what a web page's head or a masthead says over what its first lines look like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from argmine.extract.dates import find_date
from argmine.extract.furniture import is_web_furniture
from argmine.extract.headings import is_title
from argmine.extract.languages import find_language
from argmine.extract.mastheads import Front, front_of, is_masthead, masthead_date, masthead_title, opening_of, symbol_of
from argmine.extract.treaties import find_articles
from argmine.types import Document, Genre, Metadata

_JUNK_TITLE = re.compile(
    r"untitled.*|microsoft word.*|.*\.(?:docx?|pdf|indd|tex|rtf|qxd|html?|dvi)|\W*|[\d\W_]+|etpu|document\d*|title|print|layout \d+|(?:\w+/)+\S+",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"[(\[]|\d{1,2}\.\s|[IVX]{1,5}\.\s|President:|Present:")
_SITE = re.compile(r"\s+[|·–—»-]\s+[^|·–—»]{2,60}$")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")

_NAME_WORD = r"(?:[^\W\d_a-zà-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?|de|da|di|del|von|van|der|den|la|le|bin|al|el|y)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}"
_BYLINE = re.compile(
    rf"(?i:(?:(?:published|posted|written|edited)\s+)?by)\s+(?P<names>{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,6}})\W{{0,2}}(?:$|\s[|·–—-]\s)"
)
_NAMES = re.compile(rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,6}}\W{{0,2}}")
_NO_NAME = re.compile(
    r"\b(?:universit\w*|institut\w*|school|college|faculty|centre|center|department|committee|commission|group|nations|court|law|"
    r"international|organi[sz]ation|office|ministry|journal|review|abstract|introduction|contents|conference|session|meeting|lecturer|"
    r"professor|draft|report|policy|brief|working|paper|space|treaty|convention|article|council|assembly|agreement|charter|part|chapter)\b",
    re.IGNORECASE,
)
_TREATY = re.compile(
    r"\b(?:treaty|convention|agreement|covenant|charter of|statute of|protocol|constitution of|accords?|pact|traité|accord|pacte)\b",
    re.I,
)
_STATUTE = re.compile(
    r"\bU\.?S\.?C\.?\b|\b(?:act|code|statutes?|law no|federal law|public law|chapter \d+|loi|gesetz|ley)\b",
    re.IGNORECASE,
)
_SOFT_LAW = re.compile(
    r"\b(?:principles|guidelines?|declaration|rules|regulations?|code of conduct|draft (?:articles|conclusions))\b",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:commentar(?:y|ies)|analysis|study|handbook|introduction to|interpretation of|interpreting|critique|towards?|perspectives?|"
    r"report|review|essay|notes? on|rethinking|challenges?|problems?|questions?)\b|\?",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"\b(?:JUDGMENT|JUDGEMENT|ADVISORY OPINION|ORDER OF|(?:DISSENTING|SEPARATE|INDIVIDUAL|CONCURRING) OPINION|DECLARATION OF JUDGE|ARRÊT|"
    r"AVIS CONSULTATIF|ORDONNANCE DU|CASE OF .{3,80} v\. )"
)
_COURT = re.compile(r"\b(?:court|tribunal|judge|cour internationale)\b", re.IGNORECASE)
_RESOLVING = re.compile(r"The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council),?")
_BRIEF = re.compile(r"\b(?:policy|issue|briefing) (?:brief|paper|note)\b|\bpolicy brief", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:abstract|keywords|key words|ISSN|doi:|vol(?:ume)?\.? ?\d+)\b", re.IGNORECASE)
_INSTRUMENTS = ("treaty", "statute", "resolution", "un_document")
_FRONT = 3000  # characters
_NOTES_OF_A_PAPER = 10
_NAME_LINE = 300  # characters: a longer line among the first is text, no title


def describe(document: Document, info: Mapping[str, str], manifest: Metadata | None = None) -> Metadata:
    """The metadata of a document that has been read; `info` is what its file says (`Draft.info`)."""
    front = front_of(document)
    symbol = symbol_of(document, front)
    genre = manifest.genre if manifest and manifest.genre != "other" else _genre(document, front, symbol)
    titled = _title(document, front, genre, info, symbol)
    found = Metadata(
        title=titled,
        authors=_authors(front, titled, genre, info, document.source.media_type),
        date=_date(document, front, genre, info),
        language=find_language("\n".join(block.span.of(document.text) for block in document.blocks)),
        genre=genre,
        symbol=symbol,
        container=info.get("container"),
        url=_url(front, info),
    )
    return merge(manifest, found) if manifest else found


def merge(first: Metadata, second: Metadata) -> Metadata:
    """What `first` says, completed by `second`."""
    said = {field.name: getattr(first, field.name) for field in fields(first)}
    return replace(second, **{name: value for name, value in said.items() if value and value != "other"})


def _genre(document: Document, front: Front, symbol: str | None) -> Genre:
    text = front.text[:_FRONT]
    if symbol and re.search(r"/(?:PV|SR)[./]", symbol):
        return "record"
    if re.search(r"\bVERBATIM RECORD\b|\bCOMPTE RENDU\b", text):
        return "record"
    if _DECISION.search(text) and _COURT.search(text):
        return "judgment"
    if any(_RESOLVING.fullmatch(line) for line in front.blocks[:12]) or (symbol and "/RES/" in symbol):
        return "resolution"
    instrument = _instrument(document, front)
    if instrument:
        return instrument
    if symbol or any(line.strip().lower() == "united nations" for line in front.lines):
        return "un_document"
    if _BRIEF.search(text):
        return "brief"
    return _kind_of_writing(document, text)


def _kind_of_writing(document: Document, text: str) -> Genre:
    furniture = [span.of(document.text) for span in document.furniture]
    if len(document.notes) >= _NOTES_OF_A_PAPER or _JOURNAL.search(text):
        return "paper"
    if document.source.media_type == "text/html" or any(is_web_furniture(line) for line in furniture):
        return "web"
    return "other"


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


def has_articles(genre: Genre) -> bool:
    """Whether documents of this genre are instruments, which have articles of their own."""
    return genre in _INSTRUMENTS


def _title(document: Document, front: Front, genre: Genre, info: Mapping[str, str], symbol: str | None) -> str | None:
    printed = masthead_title(genre, document, front, symbol)
    if printed:
        return printed
    said = " ".join(info.get("title", "").split())
    if said and document.source.media_type == "text/html":
        said = _SITE.sub("", said)
        return _first_heading(document, front) if not said or _JUNK_TITLE.fullmatch(said) else said
    if said and not _JUNK_TITLE.fullmatch(said) and _letters(said) in _letters(opening_of(document)):
        return said
    return (_line_above_text(front) if genre == "web" else None) or _first_heading(document, front)


def _first_heading(document: Document, front: Front) -> str | None:
    """The highest heading of the first page that names the document itself."""
    shown = set(front.blocks)
    headings = [
        (block.level, text)
        for block in document.blocks[:20]
        if block.kind == "heading" and (text := block.span.of(document.text)) in shown and not _names_a_part(text)
    ]
    return min(headings, key=lambda heading: heading[0])[1] if headings else None


def _names_a_part(text: str) -> bool:
    """Whether a heading names a part of the document, its series or its publisher, rather than the document."""
    return is_masthead(text) or is_title(text) or bool(_NO_TITLE.match(text))


def _line_above_text(front: Front) -> str | None:
    """On a page saved as text: the last short line above the first long paragraph."""
    title = None
    for line in front.blocks:
        if len(line) > 160:
            return title
        title = line.rstrip(".")
    return None


def _authors(
    front: Front, title: str | None, genre: Genre, info: Mapping[str, str], media_type: str
) -> tuple[str, ...]:
    if genre not in ("paper", "brief", "web", "other"):
        return ()
    said = tuple(" ".join(name.split()) for name in re.split(r";|\band\b", info.get("author", "")) if name.strip())
    if (
        said
        and (media_type == "text/html" or all(_letters(name) in _letters(front.text) for name in said))
        and not _NO_NAME.search(said[0])
    ):
        return said
    byline = next((found for line in front.lines if (found := _BYLINE.match(line)) and not _NO_NAME.search(line)), None)
    if byline:
        return _split_names(byline["names"])
    return _names_below(front.blocks, title)


def _names_below(blocks: Sequence[str], title: str | None) -> tuple[str, ...]:
    """The line right below the title, if it holds nothing but names."""
    if title is None or title not in blocks:
        return ()
    below = blocks[blocks.index(title) + 1 : blocks.index(title) + 2]
    if not below or not _NAMES.fullmatch(below[0]) or _NO_NAME.search(below[0]) or is_masthead(below[0]):
        return ()
    return _split_names(below[0])


def _split_names(names: str) -> tuple[str, ...]:
    return tuple(
        name.strip(" *†‡.") for name in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", names) if name.strip(" *†‡.")
    )


def _date(document: Document, front: Front, genre: Genre, info: Mapping[str, str]) -> str | None:
    if document.source.media_type == "text/html" and "date" in info:
        return find_date(info["date"]) or _year(info["date"])
    return masthead_date(genre, document, front)


def _year(text: str) -> str | None:
    found = re.search(r"\b(?:1[6-9]|20)\d\d\b", text)
    return found[0] if found else None


def _url(front: Front, info: Mapping[str, str]) -> str | None:
    doi = _DOI.search(info.get("doi", "")) or _DOI.search(front.text)
    if doi:
        return f"https://doi.org/{doi[0]}"
    url = info.get("url", "")
    return url if url.startswith(("http://", "https://")) else None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
