"""What a document says of itself: title, authors, date, language, genre, symbol.

Nothing is guessed where nothing is said: None is an answer. What a manifest says wins over what the document says, and
what a web page's head or a masthead says over what its first lines look like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from argmine.extract.metadata.dates import find_date
from argmine.extract.metadata.genres import genre_of
from argmine.extract.metadata.mastheads import (
    Front,
    front_of,
    is_masthead,
    journal_of,
    masthead_date,
    masthead_title,
    opening_of,
    symbol_of,
    volume_of,
)
from argmine.extract.metadata.meetings import agenda_item_of, session_of
from argmine.extract.metadata.periodicals import Periodical, periodical_of
from argmine.extract.metadata.titles import JUNK, TELLING, as_printed, declares, without_mark
from argmine.extract.pages.lines.printed import in_capitals
from argmine.extract.paragraphs.headings import is_title
from argmine.extract.words.languages import find_language
from argmine.extract.words.letters import signs_of
from argmine.types import Document, Genre, Metadata

_NO_TITLE = re.compile(
    r"[(\[]|\d{1,2}(?:\.\d{1,2})*\.\s|\d{1,2}(?:\.\d{1,2})+\s|[IVX]{1,5}\.\s|President:|Present:"
    r"|(?:19|20)\d\d\]?\s[^a-z]+\d$"  # a running head
)
_SITE = re.compile(r"\s+[|·–—»-]\s+[^|·–—»]{2,60}$")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")

_NAME_WORD = r"(?:[^\W\d_a-zà-ÿ][^\W\d_]*(?:['’·-][^\W\d_]+)*\.?|de|da|di|del|von|van|der|den|la|le|bin|al|el|y)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}(?:,? (?:Jr|Sr)\b\.?)?"
_NOTED = r"(?:\s?[*†‡§¶•+~'’\"”>°\d]{1,4})"  # the mark of the note on an author, also as recognition has it
_LIST = rf"(?:(?:Dr|Prof)\. )?{_NAME}(?:{_NOTED}?(?:,| and| &|, and) {_NAME}){{0,6}}"
_NAMES = re.compile(rf"(?P<names>{_LIST})\W{{0,2}}")
_AUTHORS = re.compile(rf"{_NAMES.pattern}{_NOTED}?")
_SIGNATURE = re.compile(rf"(?=.*\b(?:[A-Z]|Dr|Prof)\.){_LIST}\W{{0,2}}|{_LIST}{_NOTED}")
_BYLINE = re.compile(rf"(?i:(?:(?:published|posted|written|edited)\s+)?by)\s+{_NAMES.pattern}(?:$|[|·–—-]\s)")
# "P. Castellane: The Celestial Commons 53": a running head
_HEADED = re.compile(rf"(?:\d{{1,4}}\s+)?(?P<names>{_LIST}):\s+(?P<title>\S[^:]{{5,}}?)(?:\s+\d{{1,4}})?")
_STYLE = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir)\b\.?\s+)+")
_NO_NAME = re.compile(
    r"\b(?:universit\w*|institut\w*|school|college|faculty|centre|center|department|committee|commission|group|nations|"
    r"court|law|international|organi[sz]ation|office|ministry|journal|review|abstract|introduction|contents|conference|"
    r"session|meeting|lecturer|professor|draft|report|policy|brief|working|paper|space|treaty|convention|article|council|"
    r"assembly|agreement|charter|part|chapter)\b",
    re.IGNORECASE,
)
_MARKS = " *†‡§¶•+~'’\"”>°0123456789."
_COMMA = re.compile(r"\b(Dr|Prof|[^\W\d_]),(?=\s)")
_NAME_LINE = 60  # characters: a longer one may list names
_SIGNED_GENRES = ("paper", "brief", "web", "other")  # those that people sign
_OF_ORGANS = ("record", "resolution", "un_document")  # those that belong to a session
_NAMES_OF = 5  # words in capitals that names of authors have, at most
_LONG_LINE = 160  # characters: text, no title


def describe(document: Document, info: Mapping[str, str], manifest: Metadata | None = None) -> Metadata:
    """The metadata of a document that has been read; `info` is what its file says (`Draft.info`)."""
    front = front_of(document)
    symbol, doi = symbol_of(document, front), _doi(front, info)
    genre = manifest.genre if manifest and manifest.genre != "other" else genre_of(document, front, symbol)
    periodical = periodical_of(document) if genre in ("paper", "other") else Periodical(None, None, None)
    if genre == "other" and periodical.name and periodical.volume:
        genre = "paper"
    found = Metadata(
        title=masthead_title(genre, document, front, symbol) or _title(document, front, genre, info),
        date=_date(document, front, genre, info, periodical.year),
        language=find_language("\n".join(block.span.of(document.text) for block in document.blocks)),
        genre=genre,
        symbol=symbol,
        container=_container(front, genre, info, periodical),
        url=_url(doi, info),
        volume=info.get("volume") or (_volume(front, periodical) if genre in ("paper", "other") else None),
        doi=doi,
        session=session_of(front.lines, symbol) if genre in _OF_ORGANS else None,
        agenda_item=agenda_item_of(front.lines) if genre in _OF_ORGANS else None,
    )
    if genre in _SIGNED_GENRES:
        authors = _authors(document, front, found.title, info)
        is_name = signs_of(found.title or "") == signs_of("".join(authors))
        found = replace(found, authors=authors, title=None if is_name else found.title)
    return merge(manifest, found) if manifest else found


def merge(first: Metadata, second: Metadata) -> Metadata:
    """What `first` says, completed by `second`."""
    said = {field.name: getattr(first, field.name) for field in fields(first)}
    return replace(second, **{name: value for name, value in said.items() if value and value != "other"})


def _title(document: Document, front: Front, genre: Genre, info: Mapping[str, str]) -> str | None:
    """The title that the file claims, where a page's head or the first pages bear it out; else the first heading."""
    said = " ".join(info.get("title", "").split())
    if document.source.media_type == "text/html":
        said = _SITE.sub("", said)
    vouched = declares(document) or signs_of(said) in signs_of(opening_of(document))
    if said and vouched and not JUNK.fullmatch(said):
        return said if declares(document) else as_printed(document, said)
    return (_line_above_text(front) if genre == "web" else None) or _first_heading(document, front)


def _first_heading(document: Document, front: Front) -> str | None:
    """The highest heading of the first page that names the document itself."""
    shown = set(front.blocks)
    headings = [
        (block.level, place, text)
        for place, block in enumerate(document.blocks[:20])
        if block.kind == "heading" and (text := block.span.of(document.text)) in shown and not _names_a_part(text)
    ]
    if not headings:
        return None
    level, place, title = min(headings)
    following = {at: text for rank, at, text in headings if rank == level}
    while in_capitals(title) and in_capitals(more := following.get(place + 1, "")):  # one line each, further apart
        place, title = place + 1, f"{title} {more}"
    return without_mark(title)


def _names_a_part(text: str) -> bool:
    """Whether a heading names a part of the document, its series or its publisher, rather than the document."""
    names = _SIGNATURE.fullmatch(_with_stops(text)) or _BYLINE.match(text)
    signed = (
        names is not None and not _NO_NAME.search(text) and not (in_capitals(text) and len(text.split()) > _NAMES_OF)
    )
    return is_masthead(text) or is_title(text) or signed or _NO_TITLE.match(text) is not None


def _line_above_text(front: Front) -> str | None:
    """On a page saved as text: the last short line above the first long paragraph."""
    title = None
    for line in front.blocks:
        if len(line) > _LONG_LINE:
            return title
        title = line.rstrip(".")
    return None


def _authors(document: Document, front: Front, title: str | None, info: Mapping[str, str]) -> tuple[str, ...]:
    said = tuple(_given_first(name) for name in re.split(r";|\band\b", info.get("author", "")) if name.strip())
    opening, titled = signs_of(opening_of(document)), signs_of(title or "")
    vouched = declares(document) or all(signs_of(name) in opening and signs_of(name) not in titled for name in said)
    if said and vouched and not any(_NO_NAME.search(name) for name in said):
        return tuple(_STYLE.sub("", name) for name in said)
    byline = next((found for line in front.lines if (found := _BYLINE.match(line)) and not _NO_NAME.search(line)), None)
    if byline:
        return _split_names(byline["names"])
    return _names_below(front.blocks, title) or _names_in_heads(document, title)


def _names_in_heads(document: Document, title: str | None) -> tuple[str, ...]:
    """Names before the beginning of the title, as running heads have them: "P. Castellane: The Celestial Commons"."""
    wanted = signs_of(title or "")
    for span in document.furniture:
        head = _HEADED.fullmatch(" ".join(span.of(document.text).split()))
        if head and wanted.startswith(signs_of(head["title"])) and not _NO_NAME.search(head["names"]):
            return _split_names(head["names"])
    return ()


def _given_first(name: str) -> str:
    """ "Doe, Jane" → "Jane Doe"."""
    family, comma, given = " ".join(name.split()).partition(", ")
    return f"{given} {family}" if comma and "," not in given else " ".join(name.split())


def _names_below(blocks: Sequence[str], title: str | None) -> tuple[str, ...]:
    """The line right below the title, if it holds nothing but names; the first line, where the title is elsewhere."""
    wanted = signs_of(title or "")
    letters = [signs_of(without_mark(block)) for block in blocks]
    ends = (at for at, end in enumerate(letters) if wanted and end and (wanted.endswith(end) or _holds(end, wanted)))
    place = next(ends, None)
    if place is None and not (blocks and _SIGNATURE.fullmatch(blocks[0])):
        return ()
    below = next(iter(blocks[0 if place is None else place + 1 :]), "")
    below = _with_stops(below)
    names = _AUTHORS.fullmatch(below) if not is_masthead(below) else None
    return _split_names(names["names"]) if names and not _NO_NAME.search(below) else ()


def _with_stops(line: str) -> str:
    """A line with stops behind titles and initials, which recognition takes for commas: "Dr, Peter p, C. Holm"."""
    if len(line) > _NAME_LINE:
        return line
    return _COMMA.sub(lambda match: f"{match[1][:1].upper()}{match[1][1:]}.", line.strip())


def names_on(line: str) -> tuple[str, ...]:
    """The names of people that a line holds and nothing else, "by" and the marks of their notes left out."""
    line = _with_stops(line)
    names = _AUTHORS.fullmatch(re.sub(r"^by\s+", "", line, flags=re.IGNORECASE))
    shouted = in_capitals(line) and not _SIGNATURE.fullmatch(line)  # a title is in capitals, too
    signed = (
        names is not None and not shouted and not is_masthead(line) and not is_title(line) and not _NO_NAME.search(line)
    )
    return _split_names(names["names"]) if names and signed else ()


def _holds(line: str, title: str) -> bool:
    """Whether a printed title holds the one that the file claims, which often leaves a part out."""
    return len(title) >= TELLING and title in line and len(line) <= _LONG_LINE


def _split_names(names: str) -> tuple[str, ...]:
    """Names as they are parted; a part of a few letters belongs to the one before ("Jr.")."""
    parts = (
        _STYLE.sub("", part.strip(_MARKS))
        for part in re.split(r",(?!\s*(?:Jr|Sr)\b)\s*(?:and\s+)?|\s+(?:and|&)\s+", names)
    )
    return tuple(part for part in parts if any(map(str.isalpha, part)))


def _volume(front: Front, periodical: Periodical) -> str | None:
    return periodical.volume or volume_of(front)


def _date(document: Document, front: Front, genre: Genre, info: Mapping[str, str], printed: str | None) -> str | None:
    """The date that a page's head, a masthead or the first lines give; of a journal, in the year of its heads."""
    if not declares(document) or "date" not in info:
        date = masthead_date(genre, document, front)
        return date if printed is None or (date or "").startswith(printed) else printed
    year = re.search(r"\b(?:1[6-9]|20)\d\d\b", info["date"])
    return find_date(info["date"]) or (year[0] if year else None)


def _container(front: Front, genre: Genre, info: Mapping[str, str], periodical: Periodical) -> str | None:
    """The journal or the site in which the document appeared."""
    if genre == "web":
        return info.get("container") or info.get("site")
    return info.get("container") or (periodical.name or journal_of(front)[0] if genre == "paper" else None)


def _doi(front: Front, info: Mapping[str, str]) -> str | None:
    found = _DOI.search(info.get("doi", "")) or _DOI.search(front.text)
    return found[0] if found else None


def _url(doi: str | None, info: Mapping[str, str]) -> str | None:
    if doi:
        return f"https://doi.org/{doi}"
    url = info.get("url", "")
    return url if url.startswith(("http://", "https://")) else None
