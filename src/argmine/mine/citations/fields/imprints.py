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
    year = any_year(text)
    edition = edition_in(text)
    plain = _YEAR_AT_END.sub("", text.replace(edition or "\0", "")).strip(" ,;")
    placed = _PLACES.match(plain)
    if placed:
        return Description(
            edition=edition, place=placed["place"].strip(), publisher=placed["publisher"].strip(" ,"), year=year
        )
    if is_place(plain):
        return Description(edition=edition, place=plain, year=year)
    pieces = [piece.strip() for piece in plain.split(",") if piece.strip()]
    if (found := placed_among(pieces)) is not None:
        return Description(edition=edition, publisher=", ".join(found[1]) or None, place=found[0], year=year)
    *publisher, place = pieces if len(pieces) > 1 else [plain, ""]
    if publisher and is_body(publisher[0]):
        return Description(edition=edition, publisher=plain.rstrip(", "), year=year)
    is_place_only = (
        not HOUSES.search(plain)
        and re.search(rf",\s?{YEAR}$", text.strip())
        and not publisher[1:]
        and not place
        and re.fullmatch(r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?", publisher[0] or "")
    )
    if is_place_only:
        return Description(edition=edition, place=publisher[0], year=year)
    return Description(edition=edition, publisher=", ".join(publisher) or None, place=place or None, year=year)
