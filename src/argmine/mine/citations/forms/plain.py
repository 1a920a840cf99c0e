"""References whose fields stand between commas, as plain European styles have them.

A. Lind, The Law of Ice, Schnee Press, Frostburg 2011, pp. 34–36        book
A. Lind, Property in Ice, PhD thesis, University of Lakeland, 2012      thesis
O. Brun / T. Keller (Hrsg.), Kommentar zum Eisvertrag, Nomos 2010       editors
European Ice Agency, Annual Report 2015, Paris 2016, p. 9               report of a body

They are read from behind: what follows the year is a place in the work, what stands before it between commas is
imprint as long as it looks like one, and the rest is the title.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from argmine.knowledge.citations import is_place
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import HOUSES, clean_title, edition_in, placed_among
from argmine.mine.citations.fields.kinds import SPEECH, THESIS_PIECE
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person, names
from argmine.mine.citations.fields.parts import DATE, YEAR, Form, Part
from argmine.mine.citations.forms.articles import NAMES_JOURNAL
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.types import Description, Pinpoint

_COMMA = re.compile(r",\s(?![^()]{0,80}\))")
_ENDS_WITH_YEAR = re.compile(
    rf"^(?:(?P<before>(?:\d{{1,2}}(?:\.|e|th|nd|rd|st)\s)?[^\d]{{2,80}}?)[,:]?\s)?\(?(?P<year>{YEAR})\)?\.?(?P<behind>\s\D?.*)?$"
)
_EDITORS = re.compile(
    r"^(?P<editors>[A-ZÀ-Þ][^()\d]{3,160}?)\s\((?:eds?|Hrsg|Hg|dirs?|coords?|éds?|a\scura\sdi)\.?\),?\s(?P<rest>.+)$"
)
_SERIAL = re.compile(
    r"\b(?:Policy|Working|Research|Discussion|Briefing|Occasional)\s(?:Briefs?|Papers?|Notes?)\b|\bNo\.?\s\d"
)
_IN_SERIES = re.compile(r"\b(?:Reports?|Papers?|Briefs?|Notes?|Series|Memo|Perspectives?)\s(?:[Nn]o\.?\s)?\d")
_VOLUME = re.compile(r",?\s[Vv]ol(?:ume|\.)\s(?P<volume>\d{1,3}|[IVX]{1,5})$")
_CAPITAL_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.&/-]*|&|and|und|et|of|de|der|für|y|e|di")
_LETTERS = re.compile(r"(?!OUP|CUP|UP|MIT|PUF|LGDJ)[A-Z]{3,6}")  # a journal by its letters: "JTL"
_OF_BOARD = re.compile(r"\w+\sof\sthe\s")  # "Statement of the Board of Directors": written, not spoken
_RANGE = re.compile(r"(?:pp?\.|S\.)\s(?P<pages>\d{1,5}\s?[–-]\s?\d{1,5})")
_MOST_WORDS = 5
_PLACED = re.compile(r"^(?P<place>[^:]{2,60}):\s?(?P<publisher>.+)$")


class _Fields(NamedTuple):
    title: str
    imprint: tuple[str, ...]
    year: int
    behind: str


def read_plain(part: Part) -> Form | None:
    """Author or editors, title, imprint with a year, and a place in the work."""
    if DATE.search(part.text):
        return None
    authors, editors, rest = _makers(part.text)
    fields = _fields(rest)
    if not authors and not editors and (alone := _of_surname(part.text)) is not None:
        authors, fields = alone
    if fields is not None and not authors and not editors:
        authors = tuple(piece for piece in fields.imprint if is_body(piece) and not HOUSES.search(piece))[:1]
    if fields is None or not (authors or editors):
        return None
    if (
        authors and SPEECH.match(fields.title) and not _OF_BOARD.match(fields.title)
    ):  # "Arcadia, statement on item 13, Ice Committee 2024"
        return Form("speech", Description(authors, clean_title(fields.title), year=fields.year), _pins(fields.behind))
    if authors and (journal := _journal(fields)) is not None:
        about = Description(authors, clean_title(fields.title), journal, year=fields.year)
        return Form("article-journal", about, _pins(fields.behind))
    description = replace(_imprint(fields), authors=authors, editors=editors)
    return Form(_kind(authors, fields), description, _pins(fields.behind))


def _of_surname(text: str) -> tuple[tuple[str, ...], _Fields] | None:
    """An author by his surname alone, where a town, a publisher or an edition says that the rest is a book."""
    authors, rest = split_authors(text, surname_alone=True)
    fields = _fields(rest) if authors else None
    if fields is None or not any(is_place(each) or HOUSES.search(each) or edition_in(each) for each in fields.imprint):
        return None
    return authors, fields


def _journal(fields: _Fields) -> str | None:
    """The journal of a person's article, where only its year is given: "Polar Review, 2022, p. 3"."""
    if len(fields.imprint) != 1:
        return None
    name = fields.imprint[0]
    named = NAMES_JOURNAL.search(name) or (_LETTERS.fullmatch(name) and not is_body(name))
    return in_title_case(name) if named and not HOUSES.search(name) else None


def read_imprinted(text: str, *, is_named: bool = False) -> Form | None:
    """A title with its imprint behind "in": "Festschrift für Ada Lind, Schnee, Frostburg 1985, S. 301".

    `is_named`: its name says that it holds works of several, a year alone is imprint enough.
    """
    fields = _fields(text)
    if fields is None or not (fields.imprint or is_named):
        return None
    about = _imprint(fields)
    about = replace(about, title=None, container=about.title)
    pages = _RANGE.match(fields.behind)
    if pages is None:
        return Form("chapter", about, _pins(fields.behind))
    return Form("chapter", replace(about, pages=pages["pages"]), _pins(fields.behind[pages.end() :].lstrip(", ")))


def _makers(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """(authors, editors, what follows)."""
    if edited := _EDITORS.match(text):
        return (), names(edited["editors"]), edited["rest"]
    authors, rest = split_authors(text)
    return authors, (), rest


def _fields(rest: str) -> _Fields | None:
    pieces = _COMMA.split(rest)
    dated = [(place, match) for place, piece in enumerate(pieces) if place and (match := _ENDS_WITH_YEAR.match(piece))]
    if not dated:
        return None
    last, match = dated[-1]
    imprint = [*pieces[1:last], *([match["before"]] if match["before"] else [])]
    first = len(imprint)
    while first > 0 and _is_imprint(imprint[first - 1]):
        first -= 1
    if first == len(imprint) and match["before"]:
        return None  # words before the year that are no imprint
    title = ", ".join((pieces[0], *imprint[:first]))
    behind = ", ".join(((match["behind"] or "").strip(), *pieces[last + 1 :])).strip(" ,")
    is_title = 3 < len(title) < 300 and title[:1] not in '“‘"«'
    return _Fields(title, tuple(imprint[first:]), int(match["year"]), behind) if is_title else None


def _is_imprint(piece: str) -> bool:
    """Whether a piece is a publisher, a place, an edition, a university or a series, and no part of the title."""
    words = piece.split()
    known = is_place(piece) or edition_in(piece) or HOUSES.search(piece) or THESIS_PIECE.search(piece)
    known = known or _IN_SERIES.search(piece)
    named = len(words) <= _MOST_WORDS and all(_CAPITAL_WORD.fullmatch(word.strip(":()")) for word in words)
    return bool(known) or named or _SERIAL.search(piece) is not None or is_body(piece)


def _is_series(piece: str) -> bool:
    """Whether a piece is a series with the number in it: "ESPI Report 88", "Policy Brief No. 12"."""
    return _IN_SERIES.search(piece) is not None or (_SERIAL.search(piece) is not None and not is_place(piece))


def _imprint(fields: _Fields) -> Description:
    edition = next((found for piece in fields.imprint if (found := edition_in(piece))), None)
    series = next((piece for piece in fields.imprint if _is_series(piece)), None)
    place, publisher = _place_and_publisher(fields.imprint, series)
    title, own = _without_edition(fields.title)
    volume = _VOLUME.search(title)
    return Description(
        title=clean_title(title[: volume.start()] if volume else title),
        container=series,
        volume=volume["volume"] if volume else None,
        edition=edition or own,
        place=place,
        publisher=publisher,
        year=fields.year,
    )


def _place_and_publisher(imprint: tuple[str, ...], series: str | None) -> tuple[str | None, str | None]:
    """(town, publisher) among the pieces that are neither edition, thesis nor series."""
    pieces = [piece for piece in imprint if not (edition_in(piece) or THESIS_PIECE.search(piece) or piece == series)]
    if placed := _PLACED.match(", ".join(pieces)):
        return placed["place"], placed["publisher"]
    place, others = placed_among(pieces) or (None, pieces)
    if place is None and len(others) == 1 and not HOUSES.search(others[0]) and not is_body(others[0]):
        place, others = others[0], []
    if place is None and len(others) > 1:
        place, others = others[-1], others[:-1]
    if not others and (house := next(filter(None, map(_of_thesis, imprint)), None)):
        return None, house
    return place, ", ".join(others) or None


def _of_thesis(piece: str) -> str | None:
    """The town of the university of "Diss. Köln"."""
    town = THESIS_PIECE.sub("", piece).strip() if THESIS_PIECE.search(piece) else ""
    return town if is_place(town) else None


def _without_edition(title: str) -> tuple[str, str | None]:
    """(title, edition) of "Ice Law: A Treatise, 2nd ed"."""
    edition = edition_in(title)
    return (title.partition(edition)[0].strip(" ,"), edition) if edition else (title, None)


def _kind(authors: tuple[str, ...], fields: _Fields) -> str:
    if any(THESIS_PIECE.search(piece) for piece in fields.imprint):
        return "thesis"
    of_body = bool(authors) and is_body(authors[0]) and not is_person(authors[0])
    return "report" if of_body or any(map(_SERIAL.search, fields.imprint)) else "book"


def _pins(behind: str) -> tuple[Pinpoint, ...]:
    return bare_page(behind) or find_pinpoints(behind)
