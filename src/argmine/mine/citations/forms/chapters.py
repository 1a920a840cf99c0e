"""Chapters: in HANDBOOK 778 (A & B eds., 2015) · in A (ed.), Handbook (OUP 2015) 778 · in Handbook, ed. A (2015) 14.

Sources: Bluebook rule 15.5, OSCOLA 3.2.2.
"""

from __future__ import annotations

import re
from dataclasses import replace

from argmine.knowledge.citations import letters, series
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import HOUSES, IMPRINT, clean_title, edition_in, read_imprint
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person, names
from argmine.mine.citations.fields.parts import YEAR, Form, Part, any_year
from argmine.mine.citations.forms.articles import NAMES_JOURNAL, page_behind, read_journal
from argmine.mine.citations.forms.plain import read_imprinted
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint

_IN = Triggered(r"(?:^|[,.”’\"»?!]\s{0,2}|\s)[*_]?[Ii]n:?[*_]?\s(?=(?:\d{1,3}\s)?[*_“‘\"]?[A-ZÀ-Þ])", words="in")
_EDITORS_FIRST = re.compile(
    r"^(?P<editors>[^()]{3,240}?)[,]?\s?\(?(?:\b[Ee]ds?\b|\beditors?\b|\bHrsg\b|\bHg\b|\bdirs?\b|\béds?\b|\bcoords?\b"
    r"|\ba\scura\sdi\b)\.?\)?[,:]?\s(?P<title>[^()]{3,300}?)(?=\s?\(|,\s(?:[A-Z][\w .]{2,40}[:,]\s?){0,2}\d|,\s(?:pp?\."
    r"|vol\.)|$)"
)
_EDITORS_LAST = re.compile(
    rf"^(?:(?P<volume>\d{{1,3}})\s)?(?P<title>[^()]{{3,300}}?),?\s(?P<page>[A-Z]?\d{{1,5}}"
    rf"|[ivxlc]{{1,6}})?(?P<pins>(?:[,–-]\s?\d{{1,5}}){{0,8}})\s?\((?P<editors>[^()]{{3,300}}?),?\s(?:eds?\.?"
    rf"|editors?)(?:\b[^()]{{0,80}}?\b(?P<year>{YEAR})|\.?\))"
)
_EDITED_BY = re.compile(
    r"^(?P<title>[^()]{3,250}?),\s(?:\(?eds?\.?\)?|edited)\s(?:by\s)?(?P<editors>[^()\d]{3,200}?)(?=\s?\(|,\s\d"
    r"|,\s[A-Z][\w .]+:|$)"
)


_NAME = re.compile(r"[^\d,(]{2,90}(?=\s\d)")


def _in_journal(holder: str) -> Form | None:
    """An article "in" a journal whose name no editors follow: "in Rivista dei ghiacci, 2018, p. 45"."""
    first, named = holder.partition(",")[0], _NAME.match(holder)
    known = named is not None and letters(named.group()) in series()
    if is_person(first) or HOUSES.search(first) or not (known or NAMES_JOURNAL.search(first)):
        return None
    return read_journal(holder)


# what holds works of several by its name
_COLLECTION = re.compile(
    r"(?:Proceedings|Festschrift|Mélanges|Essays\b|Liber\s|Studies\sin\sHono|Scritti|Gedächtnisschrift|Encyclop)"
)
_NAMED_BOOK = re.compile(
    r"^(?P<editors>[A-ZÀ-Þ][\w’'-]+(?:\s?/\s?[A-ZÀ-Þ][\w’'-]+){0,4})\s(?P<page>\d{1,4})(?:\sff?\.?)?"
    r"(?:\s\((?P<pin>\d[^()]{0,20})\))?$"
)


def _in_named_book(text: str) -> Form | None:
    """A book known by its editors alone: "in: Lind/Frost 171 (175 ff.)"."""
    match = _NAMED_BOOK.match(text.rstrip(" .,"))
    if match is None:
        return None
    about = Description(editors=names(match["editors"]), pages=match["page"])
    return Form("chapter", about, bare_page(match["pin"]) if match["pin"] else ())


def read_chapter(part: Part) -> Form | None:
    """Chapters whose title has no marks."""
    for match in _places_in(part):
        authors, title = split_authors(part.text[: match.start()].strip(" ,."), surname_alone=True)
        holder = part.text[match.end() :]
        if authors and (form := _in_journal(holder) or _contained(holder) or _in_named_book(holder)) is not None:
            return replace(
                form,
                description=replace(
                    form.description, authors=authors, title=in_title_case(title.strip(" ,*_")) or None
                ),
            )
        form = (
            chapter_form(part.text[match.end() :]) if authors or _EDITORS_LAST.match(part.text[match.end() :]) else None
        )
        if form is not None and (form.description.editors or _COLLECTION.match(form.description.container or "")):
            return replace(
                form,
                description=replace(
                    form.description, authors=authors, title=in_title_case(title.strip(" ,*_")) or None
                ),
            )
    return None


def _places_in(part: Part) -> list[re.Match[str]]:
    """Where "in" stands before what contains it; behind a comma or a mark before all others."""
    found = [match for match in _IN.regex.finditer(part.cover) if match.start() >= 6] if _IN.opens(part.text) else []
    return sorted(found, key=lambda match: match.group()[0] not in ',.”’"»')


_CONTAINED = re.compile(
    rf"^(?:(?P<volume>\d{{1,3}})\s)?(?P<title>[^()a-z]{{8,300}}?),?\s(?P<page>\d{{1,5}}(?:[–-]\d{{1,5}})?(?:,\s\d{{1,5}}){{0,4}})(?:\s?ff?\.)?\s\((?P<imprint>(?:(?!\beds?\b)[^()]){{0,60}}{YEAR})\)"
)


_IN_CAPITALS = re.compile(
    r"^(?:(?P<volume>\d{1,3})\s)?(?P<title>[^()a-z]{8,200}?),?\s(?:at\s|pp?\.\s)?(?P<page>\d{1,4}(?:\s?[–-]\s?\d{1,4})?)"
    r"(?:,\s\d{1,4}(?:\s?[–-]\s?\d{1,4})?){0,4}(?P<imprint>)$"
)


# "in Ice Union, The State of Ice 218 (1973)": a book of a body
_OF_BODY = re.compile(
    rf"^(?P<volume>(?!))?(?P<title>[A-ZÀ-Þ][^()]{{8,200}}?),?\s(?P<page>\d{{1,5}}(?:[–-]\d{{1,5}})?)(?:(?:\sat\s\d{{1,5}})?(?:\sff?\.?|ff?\.)?)\s\((?P<imprint>(?:(?!\beds?\b)[^()]){{0,60}}{YEAR})\)"
)


_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,2})\s(?=[A-ZÀ-Þ])")


def _contained(text: str) -> Form | None:
    """A book in small capitals with its page and year, editors named before its title or not at all (Bluebook 15.5)."""
    match = _CONTAINED.match(text) or _IN_CAPITALS.match(text.rstrip(" .,;")) or _OF_BODY.match(text)
    if match is None:
        return None
    editors, container = split_authors(match["title"].replace(", ET AL.,", " ET AL.,"))
    second = _VOLUME_FIRST.match(container) if editors else None  # "in ADA LIND, ET AL., 2 ICE LAW 3 (2013)"
    if match.re is _OF_BODY and not (editors and is_body(editors[0])):
        return None
    return Form(
        "chapter",
        replace(
            read_imprint(match["imprint"]),
            editors=editors,
            container=clean_title(container[second.end() :] if second else container),
            volume=second["volume"] if second else match["volume"],
            pages=match["page"],
        ),
        (Pinpoint("page", match["page"]),),
    )


# "in Lind, Frost and Berg, Commentary on Ice Law": editors without "(eds.)"
_SURNAMES = re.compile(
    r"(?P<editors>(?:(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][\w’'-]+,\s){0,5}(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][\w’'-]+"
    r"\s(?:and|&|und|et)\s(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][\w’'-]+),\s(?=[A-ZÀ-Þ])"
)
_BETWEEN = re.compile(r",\s|\s(?:and|&|und|et)\s")
_VOLUME_AND_YEAR = re.compile(
    rf"(?P<title>[^()\d]{{6,200}}),\s[Vv]ol(?:\.|ume)\s(?P<volume>[\dIVX]{{1,4}}),?\s\(?(?P<year>{YEAR})\)?"
)


def _of_volume(text: str) -> Form | None:
    """A work of several volumes without an imprint: "Commentary on Ice Law, vol. 1, 2009, pp. 44–63"."""
    match = _VOLUME_AND_YEAR.match(text)
    if match is None:
        return None
    pages = _PAGES.search(text, match.end())
    about = Description(
        container=clean_title(match["title"]), volume=match["volume"], year=int(match["year"]),
        pages=pages["pages"] if pages else None,
    )  # fmt: skip
    return Form("chapter", about, page_behind(text[pages.end() :]) if pages else ())


_PAGES = re.compile(r"(?:^\s?|pp?\.?\s|S\.\s|,\s)(?P<pages>(?!(?:1[89]|20)\d\d\b)\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)")
_VOLUME_LAST = re.compile(r",?\s(?:[Vv]ol(?:ume|\.)|Bd\.|t\.)\s?(?P<volume>\d{1,3}|[IVX]{1,5})$")
_PAGE_LAST = re.compile(
    r",?\s(?:at\s)?(?P<page>(?!(?:1[5-9]|20)\d\d$)\d{1,4}(?:[–-]\d{1,4})?)(?P<pins>(?:,\s\d{1,4})*)$"
)
_PLACED = re.compile(r"^(?P<title>.+), (?P<place>[A-Z][\w .]{2,30}): (?P<publisher>[A-Z][\w .&’'-]{2,60})$")


def chapter_form(text: str) -> Form | None:
    """What stands behind "in": editors, title, imprint and page, in any of four orders."""
    plain = text.replace("*", "").replace("_", "")
    if (last := _EDITORS_LAST.match(plain)) is not None:
        return _edited_behind(plain, last)
    edited = _EDITED_BY.match(plain) or _EDITORS_FIRST.match(plain)
    if edited is None and (surnames := _SURNAMES.match(plain)) is not None:
        rest = plain[surnames.end() :]
        form, editors = _of_volume(rest) or chapter_form(rest), _BETWEEN.split(surnames["editors"])
        return form and replace(form, description=replace(form.description, editors=tuple(map(str.strip, editors))))
    if edited is not None and edited.re is _EDITORS_FIRST and (form := read_imprinted(plain[edited.start("title") :])):
        return replace(form, description=replace(form.description, editors=names(edited["editors"])))
    imprint = IMPRINT.search(plain)
    year = int(imprint["year"]) if imprint and imprint["year"] else any_year(plain)
    if edited is None and (imprint is None or year is None):
        return read_imprinted(plain, is_named=_COLLECTION.match(plain) is not None)
    return _edited_before(plain, edited, imprint, year)


def _edited_behind(plain: str, last: re.Match[str]) -> Form:
    """HANDBOOK 778 (A & B eds., 2015)."""
    own = last["page"] + (last["pins"] or "") if last["page"] else None
    about = Description(
        container=clean_title(last["title"]), editors=names(last["editors"]), volume=last["volume"],
        year=int(last["year"]) if last["year"] else None, pages=last["page"],
        edition=edition_in(plain[last.start("editors") : last.end()]),
    )  # fmt: skip
    return Form("chapter", about, (Pinpoint("page", own),) if own else bare_page(plain[last.end() :].lstrip(")")))


def _edited_before(plain: str, edited: re.Match[str] | None, imprint: re.Match[str] | None, year: int | None) -> Form:
    """A (ed.), Handbook (OUP 2015) 778 · Handbook, ed. A (2015) 14 · Handbook (OUP 2015) 14."""
    behind = plain[imprint.end() :] if imprint else plain[edited.end() if edited else 0 :]
    pages = _PAGES.search(behind)
    pins = page_behind(behind[pages.end() :]) if pages else find_pinpoints(behind)
    published = read_imprint(imprint["imprint"]) if imprint else Description()
    title = edited["title"] if edited else plain[: imprint.start()] if imprint else plain
    if edited and (placed := _PLACED.match(title)) is not None:
        title, published = placed["title"], replace(published, place=placed["place"], publisher=placed["publisher"])
    if (volume := _VOLUME_LAST.search(title)) is not None:
        title, published = title[: volume.start()], replace(published, volume=volume["volume"])
    page = _PAGE_LAST.search(title) if imprint and not pages else None  # "in Handbook of Ice 77 (Press, 2020)"
    title = title[: page.start()] if page else title
    about = replace(
        published, container=clean_title(title), editors=names(edited["editors"]) if edited else (), year=year,
        pages=pages["pages"] if pages else page["page"] if page else None,
    )  # fmt: skip
    return Form("chapter", about, pins or (bare_page(page["pins"].lstrip(", ")) if page else ()))
