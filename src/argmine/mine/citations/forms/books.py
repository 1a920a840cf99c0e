"""Books with their imprint in brackets: AUTHOR, TITLE 53 (2d ed. 2009) · A. Author, Title (Oxford: OUP, 2009) 53.

Sources: Bluebook rule 15, OSCOLA 3.2.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from argmine.knowledge.citations import letters, series
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import EDITION, HOUSES, IMPRINT, clean_title, read_imprint
from argmine.mine.citations.fields.kinds import PAPER_KINDS, PAPER_LAST, REPORT_WORDS, SPEECH, THESIS_WORDS
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person, names
from argmine.mine.citations.fields.parts import DATE, Form, Part
from argmine.mine.citations.forms.periodicals import read_unnumbered
from argmine.mine.citations.forms.plain import read_plain
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.types import Description, Pinpoint

_EDITED = re.compile(r"^(?P<editors>[^()]{3,200}?),?\s\(?(?:eds?|editors?|Hrsg)\.?\)?[,:]\s(?P<title>.+)$")
_EDITS = re.compile(r"^(?P<editors>[A-Z][^()]{3,120}?),?\s(?:eds?\.?|editors?)(?:,|\s)")
_PAGE_LAST = re.compile(
    r"[\s,]+(?:at\s"
    r"|pp?\.\s)?(?P<pages>\d{1,4}(?:[–-]\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,6}(?:\s?n\.\s?\d{1,3}|\s?et\sseq\.?|\s?ff?\.?)?)$"
)
_PART_OF_BOOK = re.compile(
    r"\s§{1,2}\s?\d.*$|,\s(?:at\s)?(?:[Cc]hs?\.|[Cc]hapters?|Part|Title|§{1,2}|princ\.|[Ss]ec\.|[Aa]rts?\.)\s?(?:\d|[IVX]+\b).*$"
)
_VOLUME_LAST = re.compile(r",?\s(?:[Vv]ol(?:ume|\.)|Bd\.|Band|t\.|tome)\s(?P<volume>\d{1,3}|[IVX]{1,5})$")
_VOLUME_FIRST = re.compile(r"(?P<volume>\d|1\d)\s(?=[A-ZÀ-Þ])")
_EDITED_BY = re.compile(
    r",\sed(?:\.|ited)\s(?:by\s)?(?P<editors>[A-ZÀ-Þ][^()\d,]{3,80}(?:,?\s(?:and|&)\s[^()\d,]{3,80})?)$"
)
_ABBREVIATED = re.compile(r"\b[A-Z]{2,}\.(?:\s|$)|\b[A-Z]+[’'][A-RT-Z]\b")  # "HUM. RTS. FIRST", "INT’L"
_SERIAL = re.compile(r"(?P<number>[A-Z]{0,5}-?\d[\w-]{1,12}),\s(?=[A-Z])")  # "OIG-24-36, WHO MINES THE ICE?"
_PARAGRAPH = re.compile(r"\s¶.*$")
# a higher number is the note's own
_NUMBERED = re.compile(r"(?P<volume>(?P<small>[1-9]|[IVX]{1,4})|\d{2})\s(?=[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+\s)")
_WORD = re.compile(r"[^\W\d_]{3}")
_MOST_PIECES = 5
_MOST_LETTERS = 5
_Pins = tuple[Pinpoint, ...]


class _Makers(NamedTuple):
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    title: str


def read_book(part: Part) -> Form | None:
    """Books whose title has no marks."""
    if not part.has_year and "forthcoming" not in part.text:
        return None
    if (numbered := _NUMBERED.match(part.text)) is not None:
        return _of_volumes(numbered, part.text[numbered.end() :])
    imprint = _imprint(part.text)
    if imprint is None:
        return read_plain(part)
    before = part.text[: imprint.start()].strip(" ,")
    makers = _makers(before, imprint["imprint"])
    if (article := read_unnumbered(makers.authors, makers.title, imprint["imprint"])) is not None:
        return article
    return _described(part.text, imprint, makers) if _is_book(makers, imprint["imprint"]) else None


def _of_volumes(numbered: re.Match[str], text: str) -> Form | None:
    """The volume before the author: "2 JOSEPH STORY, COMMENTARIES 8 (1833)"."""
    form = read_book(Part(text))
    is_volume = numbered["small"] is not None or text[:12].isupper()
    return (
        replace(form, description=replace(form.description, volume=numbered["volume"])) if form and is_volume else form
    )


def _is_book(makers: _Makers, imprint: str) -> bool:
    if makers.authors and SPEECH.match(makers.title):
        return False
    return bool(makers.authors or makers.editors) or _could_be_book(makers.title, imprint)


def _described(text: str, imprint: re.Match[str], makers: _Makers) -> Form:
    behind = text[imprint.end() :]
    title, pins = _without_place(makers.title, behind)
    if not makers.authors and not makers.editors and (journal := series().get(letters(title))) is not None:
        return _in_journal(journal.name, imprint["imprint"], pins)  # a scan has lost author and title
    about = replace(_titled(title, imprint["imprint"]), authors=makers.authors, editors=makers.editors)
    if not makers.authors and not makers.editors and REPORT_WORDS.search(in_title_case(title)):
        about = replace(about, title=_PARAGRAPH.sub("", about.title or ""))
        return Form("report", about, pins or find_pinpoints(title + behind))
    if makers.authors and (published := _published_by_body(title, about)) is not None:
        return Form("report", published, pins or find_pinpoints(behind))
    return Form(_kind(makers, text, imprint["imprint"]), about, pins or bare_page(behind) or find_pinpoints(behind))


def _in_journal(name: str, imprint: str, pins: _Pins) -> Form:
    """An article of which only journal, page and year are left."""
    about = Description(container=name, year=read_imprint(imprint).year, pages=pins[0].value if pins else None)
    return Form("article-journal", about)


def _imprint(text: str) -> re.Match[str] | None:
    """The first brackets behind a title that hold a year, and no day unless all before is in capitals."""
    found = (match for match in IMPRINT.finditer(text) if match.start() > 8)
    return next(
        (match for match in found if not DATE.search(match["imprint"]) or text[: match.start()].isupper()), None
    )


def _makers(before: str, imprint: str) -> _Makers:
    """Authors, or editors before the title, behind it or in the imprint."""
    authors, title = _of_bodies(before) or split_authors(before, surname_alone=True)
    edited = _EDITED.match(before)
    if edited and not edited["title"].startswith("in "):
        return _Makers((), names(edited["editors"]), edited["title"])
    edits = _EDITS.match(imprint) if not authors else None
    if (by := _EDITED_BY.search(title)) is not None:
        return _Makers(authors, names(by["editors"]), title[: by.start()])
    return _Makers(authors, names(edits["editors"]) if edits else (), title)


def _of_bodies(before: str) -> tuple[tuple[str, ...], str] | None:
    """A body with commas in its name, before a title in capitals: "ICE, SNOW, AND INT’L AFFS. OFF., TITLE"."""
    if not before.isupper() or any(map(is_person, split_authors(before)[0])):
        return None
    pieces = before.split(", ")
    last = max((place for place, piece in enumerate(pieces[:-1][:_MOST_PIECES]) if _is_house(piece)), default=0)
    if last == 0 or _is_house(pieces[0]):
        return None
    return (in_title_case(", ".join(pieces[: last + 1])),), ", ".join(pieces[last + 1 :])


def _without_place(title: str, behind: str) -> tuple[str, _Pins]:
    """(title, the place in the book) of "The Law of Ice 53" and "The Law of Ice, ch. 2"."""
    has_volume = _VOLUME_LAST.search(title) is not None
    page = _PAGE_LAST.search(title) if not has_volume and not bare_page(behind) else None
    pins: _Pins = (Pinpoint("page", page["pages"]),) if page else ()
    title = title[: page.start()] if page else title
    inside = _PART_OF_BOOK.search(title)
    return (title[: inside.start()], (*pins, *find_pinpoints(inside.group()))) if inside else (title, pins)


def _titled(title: str, imprint: str) -> Description:
    """The imprint with the title, and the volume and the series that stand at its end."""
    first = _VOLUME_FIRST.match(title)
    title = title[first.end() :] if first else title
    volume = _VOLUME_LAST.search(title)
    paper = PAPER_LAST.search(title) if PAPER_KINDS.search(title) else None
    stop = min(match.start() if match else len(title) for match in (volume, paper))
    return replace(
        read_imprint(imprint),
        container=paper["container"] if paper else None,
        title=clean_title(title[:stop]),
        volume=volume["volume"] if volume else first["volume"] if first else None,
    )


def _published_by_body(title: str, about: Description) -> Description | None:
    """A report of a body that stands between its author and its title: LIND, POLAR INSTITUTE, WHO MINES THE ICE?"""
    house, _, named = title.partition(", ")
    if _WORD.search(named) is None or not _is_house(house) or house.isupper() != named.isupper():
        return None
    while (more := named.partition(", "))[2] and _is_house(more[0]):
        house, named = f"{house}, {more[0]}", more[2]
    number = _SERIAL.match(named)
    named = named[number.end() :] if number else named
    issue = number["number"] if number else about.issue
    return replace(about, publisher=in_title_case(house), title=clean_title(named), issue=issue)


def _is_house(words: str) -> bool:
    """Whether the words name a body; in capitals an abbreviation says so, as titles are not shortened."""
    if ":" in words:
        return False
    return is_body(in_title_case(words)) or (words.isupper() and _ABBREVIATED.search(words) is not None)


def _kind(makers: _Makers, text: str, imprint: str) -> str:
    if THESIS_WORDS.search(imprint) or THESIS_WORDS.search(text, text.find(imprint)):
        return "thesis"
    of_body = bool(makers.authors) and is_body(makers.authors[0]) and not makers.editors
    is_dated = DATE.search(imprint) is not None  # what is issued on a day
    return "report" if of_body or _is_lettered(makers) or is_dated or PAPER_KINDS.search(text) else "book"


def _is_lettered(makers: _Makers) -> bool:
    """Whether one author of letters alone made what calls itself a report: "PIA, NEGOTIATED RESOLUTION"."""
    is_short = len(makers.authors) == 1 and makers.authors[0].isupper() and len(makers.authors[0]) <= _MOST_LETTERS
    return is_short and REPORT_WORDS.search(in_title_case(makers.title)) is not None


def _could_be_book(title: str, imprint: str) -> bool:
    """Without an author, only a publisher says that it is a book."""
    if (title.isupper() and len(title) > 12) or EDITION.search(imprint):
        return title[:1].isupper()
    placed = _PAGE_LAST.search(title) is not None and read_imprint(imprint).place is not None
    return title[:1].isupper() and (placed or HOUSES.search(imprint) is not None)
