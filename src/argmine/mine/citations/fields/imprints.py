"""Imprints: edition, place, publisher and year, as they stand in brackets behind a title or between commas."""

from __future__ import annotations

import re

from argmine.knowledge.citations import any_of, is_place
from argmine.mine.citations.fields.names import in_title_case, is_body
from argmine.mine.citations.fields.parts import YEAR, any_year
from argmine.types import Description

IMPRINT = re.compile(
    rf"\((?P<imprint>[^()]{{0,160}}?(?<![\d/-])(?P<year>{YEAR})(?:[–/-]\d{{2,4}})?"
    rf"|[^()]{{0,120}}\bforthcoming(?:\s{YEAR})?)\)"
)
EDITION = re.compile(
    r"(?P<edition>\b(?:\d{1,2}(?:st|nd|rd|d|th|e|\.)?|[Rr]ev(?:ised|\.)|[Ss]econd|[Tt]hird|[Ff]irst|[Ff]ourth"
    r"|[Ff]ifth|[Nn]ew)\s(?:rev\.\s)?(?:edn?|edition|éd|Aufl(?:age)?)\b\.?)"
)
HOUSES = re.compile(rf"\b(?:Press|Publish|Publishers|Publishing|Verlag|{any_of('houses')})\b")
_GLUED = re.compile(r"(?<=\bed\.)(?=(?:1[5-9]|20)\d\d)")  # "9th ed.1992"
_YEAR_AT_END = re.compile(rf"[,.]?\s?{YEAR}(?:[–/-]\d{{2,4}})?$")
_PLACES = re.compile(r"^(?P<place>[^:]{2,60}):\s?(?P<publisher>.+)$")


def clean_title(text: str) -> str:
    """A title without marks around it, out of capitals."""
    return in_title_case(text.strip(' ,.*_“”‘’"'))


def edition_in(text: str) -> str | None:
    """The edition as printed."""
    match = EDITION.search(text)
    return match["edition"] if match else None


def placed_among(pieces: list[str]) -> tuple[str, list[str]] | None:
    """(the town of publication, the other pieces): "Oxford, Clarendon Press", "Leyden/Sijthoff"."""
    for place in reversed(range(len(pieces))):
        if is_place(pieces[place]):
            return pieces[place], pieces[:place] + pieces[place + 1 :]
        town, slash, house = pieces[place].partition("/")
        if slash and is_place(town) and not is_place(house):
            return town, [*pieces[:place], house, *pieces[place + 1 :]]
    return None


def read_imprint(text: str) -> Description:
    """Edition, place, publisher and year in brackets: "3d ed. 2008", "Oxford: OUP, 2008", "Sample Press 1999"."""
    text = _GLUED.sub(" ", text)
    edition = edition_in(text)
    plain = _YEAR_AT_END.sub("", text.replace(edition or "\0", "")).strip(" ,;")
    publisher, place = _house_and_place(plain, is_dated=_YEAR_BEHIND_COMMA.search(text.strip()) is not None)
    return Description(edition=edition, publisher=publisher or None, place=place or None, year=any_year(text))


def _house_and_place(plain: str, *, is_dated: bool) -> tuple[str | None, str | None]:
    """(publisher, place) of an imprint without edition and year; `is_dated`: a comma stood before the year."""
    if placed := _PLACES.match(plain):
        return placed["publisher"].strip(" ,"), placed["place"].strip()
    if is_place(plain):
        return None, plain
    pieces = [piece.strip() for piece in plain.split(",") if piece.strip()]
    if (found := placed_among(pieces)) is not None:
        return ", ".join(found[1]), found[0]
    if len(pieces) < 2:
        is_town = is_dated and not HOUSES.search(plain) and _TOWN.fullmatch(plain) and not is_body(plain)
        return (None, plain) if is_town else (plain, None)
    *publisher, place = pieces
    return (plain.rstrip(", "), None) if is_body(publisher[0]) else (", ".join(publisher), place)


_YEAR_BEHIND_COMMA = re.compile(rf",\s?{YEAR}$")
_TOWN = re.compile(r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?")
