"""References as lists of them have it: surnames first, stops between the fields.

Lind, Ada, and Paul Frost. Ice Law. Oxford: Sample Press, 1999.
Lind A, Frost PB. Ice in court. J Ice Res. 2004;12(3):45–67.
Lind, A., Frost, P. B., Ice in court, Journal of Ice Research, v. 12, p. 45–67, 2004.
"""

from __future__ import annotations

import re

from argmine.mine.citations.fields.names import TURNED, in_title_case, is_body, names, turned_names
from argmine.mine.citations.fields.parts import YEAR, Form, Part, any_year
from argmine.types import Description

_YEAR_FIRST = re.compile(rf"\(?{YEAR}[a-z]?\)?[.,:]?\s")
_NUMBERS = re.compile(
    rf"(?:\(?(?P<year>{YEAR})\)?[;:,.]?\s?)?(?<!\d)(?:[Vv](?:ol)?\.?\s?)?(?P<volume>(?!(?:1[5-9]|20)\d\d\b)\d{{1,4}})\s?(?:\((?P<issue>[\w–-]{{1,9}})\)"
    r"|,\s[Nn]o\.?\s(?P<number>\d{1,3}))?\s?[:,]\s?(?:pp?\.?\s?)?(?P<page>[A-Z]?\d{1,6}(?:\s?[–-]{1,2}\s?[A-Z]?\d{1,6})?)"
)
_BETWEEN = re.compile(r"(?<=[.?!,])\s+(?=[A-Z])")
_NAME = re.compile(r"[A-ZÀ-Þ][^\d:;]{1,90}")


_BOOK = re.compile(
    rf"(?P<surname>[A-ZÀ-Þ][\w’'-]+),\s(?P<given>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.?){{0,2}})"
    rf"(?P<others>(?:,?\s(?:and|&)\s[A-ZÀ-Þ][^\d,:]{{3,60}}?)?)\.\s(?P<title>[A-ZÀ-Þ“][^.?]{{3,250}}[.?])[”\"]?\s"
    rf"(?P<place>[^:\d]{{2,40}}):\s(?P<publisher>[^:\d]{{2,80}}),\s(?P<year>{YEAR})"
)


def read_listed(part: Part) -> Form | None:
    """An entry of a list of references."""
    return _book(part.text) or _article(part)


def _book(text: str) -> Form | None:
    match = _BOOK.match(text)
    if match is None:
        return None
    about = Description(
        authors=(
            in_title_case(f"{match['given']} {match['surname']}"),
            *names(match["others"].strip(" ,").removeprefix("and ")),
        ),
        title=in_title_case(match["title"].rstrip(".")),
        publisher=match["publisher"],
        place=match["place"],
        year=int(match["year"]),
    )
    return Form("book", about)


def _article(part: Part) -> Form | None:
    """Authors with initials, title, journal, volume and page, in this order; the year anywhere."""
    makers = TURNED.match(part.text)
    if makers is None or is_body(makers["names"]):
        return None
    rest = part.text[makers.end() :]
    dated = _YEAR_FIRST.match(rest)
    rest = rest[dated.end() :] if dated else rest
    numbers = _NUMBERS.search(rest)
    fields = _title_and_journal(rest[: numbers.start()]) if numbers else None
    year = any_year(part.text)
    if numbers is None or fields is None or year is None:
        return None
    about = Description(
        authors=turned_names(makers["names"]),
        title=in_title_case(fields[0]),
        container=fields[1],
        volume=numbers["volume"],
        issue=numbers["issue"] or numbers["number"],
        year=year,
        pages=numbers["page"].replace("--", "–"),
    )
    return Form("article-journal", about)


def _title_and_journal(head: str) -> tuple[str, str] | None:
    """What stands before the numbers, parted at the last sign behind which a name begins; a stop before a comma."""
    head = head.strip(" ,.;:")
    places = list(_BETWEEN.finditer(head))
    stops = [place for place in places if head[place.start() - 1] != ","]
    for place in reversed(stops or places):
        title, journal = head[: place.start()].strip(" ,."), head[place.end() :].strip(" ,.")
        if len(title) > 8 and _NAME.fullmatch(journal):
            return title, journal
    return None
