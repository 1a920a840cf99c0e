"""Articles whose title has no marks: what stands before volume, journal and page, or around them.

AUTHOR, Title, 6 LAKELAND Y.B. INT’L L. 41, 52 (1984)        Lind, Das Eis, Archiv des Polarrechts 31 (1993), 312–340
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from argmine.knowledge.citations import letters, series
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import HOUSES
from argmine.mine.citations.fields.names import in_title_case, is_person
from argmine.mine.citations.fields.parts import MONTH, YEAR, Form, Part
from argmine.mine.citations.forms.articles import (
    BEHIND_VOLUME,
    BLUEBOOK,
    NAME,
    NAME_WORDS,
    NAMES_JOURNAL,
    OSCOLA,
    VOLUME_FIRST,
    article_at,
    is_journal,
    is_reporter,
    journal_name,
    page_behind,
)  # fmt: skip
from argmine.mine.citations.forms.lists import read_listed
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Span

_ROMAN = re.compile(rf"(?P<volume>[IVXL](?<!\w.)[IVXLC]{{0,6}}){BEHIND_VOLUME}")
_SAME_JOURNAL = Triggered(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?P<issue>)\s(?P<journal>[Ii]d)\.,?\s(?:at\s)?(?P<page>\d{{1,5}})(?P<rest>[\d,–\s-]{{0,20}})\((?P<year>{YEAR})\)",
    words="id",
)
# a title in small letters, then a volume and a name in capitals: an article, whatever the journal
_CAPITALS = re.compile(r"[A-ZÀ-Þ](?:[A-ZÀ-Þ.&’' -]|(?<=[’'])[ln]\b){9,}")
_SMALL_LETTERS = re.compile(r",\s[A-ZÀ-Þ“‘][^,]*[a-zß-ÿ]{3,}[^,]*\s[A-Za-zß-ÿ]{2,}")
_UNSIGNED = re.compile(r"[A-ZÀ-Þ][^,;:()]{10,200},\s")  # the title of what nobody has signed
_LEAST_WORDS = 3
# 12 POLAR JOURNAL 345, 1993
_YEAR_LAST = re.compile(
    rf"(?P<volume>(?:\d|[IVXL])(?<!\w.)(?:\d{{0,2}}|[IVXLC]{{0,6}}))(?P<issue>)\s"
    rf"(?P<journal>[A-ZÀ-Þ][A-ZÀ-Þ.&’' -]{{5,80}}?)\s(?P<page>\d{{1,4}})(?P<rest>),\s\(?(?P<year>{YEAR})\)?(?=$|[,;])"
)
# 23 POLAR L.J., Fall 1989, at 65: a volume that counts its pages by the issue (Bluebook rule 16.5)
SEASONAL = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?P<issue>)\s(?P<journal>[A-ZÀ-Þ][^\d()“”;]{{3,80}}?),\s"
    rf"(?:Spring|Summer|Fall|Autumn|Winter|{MONTH})\s(?P<year>{YEAR}),\s(?:at|pp?\.)\s(?P<page>\d{{1,4}})(?P<rest>)"
)
_DATED_ALONE = re.compile(rf"\s\((?:[Nn]o\.?\s?\d{{1,3}},\s?)?(?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?)?{YEAR}\)?$")
_COLLECTION = re.compile(r"Encyclop|Handbook|Commentar(?:y|ies)\b|Treatise|Manual\b", re.IGNORECASE)
_LEAST_TITLE = 5
# ", in ADA LIND, ET AL., 2 COMMENTARY ON ICE 3 (2013)": a chapter of the second volume of a book
_IN_AUTHORED = re.compile(
    r",\sin\s(?!(?:the|a|an)\s)(?=[^,]{2,60}(?:,\s|\s(?:&|and)\s))(?:[A-ZÀ-Þ][\w.’'-]*,?\s|&\s|and\s|et\sal\.,?\s){2,10}$"
)
# ", in ICE OVER THE NEXT 30 YEARS: ESSAYS 153 (A. Frost ed., 1997)": the number is of the book's title
_IN_CAPITALS = re.compile(r",\sin\s(?:[A-ZÀ-Þ][A-ZÀ-Þw’'.:&-]*\s|&\s){2,20}$")
_LONGEST_MAKERS = 120  # characters
_IN_BEFORE = re.compile(r"\bin\s$")
_NUMBERED = Triggered(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})\s(?P<journal>{NAME}),?\s[Nn]o\.\s?(?P<issue>\d{{1,3}})(?P<page>)(?P<rest>),?\s\((?:[A-Z][a-z]{{2,8}}\.?\s)?(?P<year>{YEAR})\)",
    words="no",
)  # 27 Polar Journal No. 1 (2014)
_FORTHCOMING = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?P<issue>)\s(?P<journal>{NAME})(?P<page>)(?P<rest>),?\s\(forthcoming\s(?P<year>{YEAR})\)"
)
_COLLOQUIUM = re.compile(
    r"(?:In\s|in:?\s)?(?P<journal>(?i:Pro[ce](?:eedings|\.)\s?(?:of\sthe\s)?)"
    r"(?:(?P<volume>\d{1,2})(?i:st|nd|rd|d|th)|[A-Z][\w-]+)\s[A-Z][\w.’ ]{5,80}?),?"
    rf"(?:\s(?:pp?\.\s)?(?P<page>\d{{1,4}}))?(?P<issue>)(?P<rest>[\d,–\s-]{{0,20}})(?:\sff?\.?|ff?\.)?\s\([^()]{{0,30}}(?P<year>{YEAR})\)"
)
_YEAR_FOR_VOLUME = re.compile(
    rf",\s(?P<journal>[A-ZÀ-Þ][^\d,()“”]{{1,60}}?)\s(?P<year>{YEAR}),\s(?:S\.|pp?\.)?\s?(?P<page>\d{{1,5}})(?![\d/])"
)
_IN_EDITED = re.compile(r"\sin:?\s[^()]{3,120}\((?:[Ee]ds?|Hrsg|Hg|dirs?)\b")
_VOLUME_LAST = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?:[/,]?\s?(?:\(?(?:[Nn]o\.?|H\.|Heft|[Nn]r\.?|n[°º]\.?)?\s?(?P<issue>\d{{1,3}})\)?))?,?\s"
    rf"(?:\((?P<bracketed>{YEAR})\)|(?P<year>{YEAR})),?\s(?:pp?\.\s?|S\.\s?)?(?P<page>\d{{1,6}}(?:\s?[–—-]\s?\d{{1,6}})?)(?![\d/.])"
)
_MONTH = re.compile(MONTH)
_VOLUME_WORD = re.compile(r"[,\s]*\b(?:[Vv]ol(?:ume)?\.?|Bd\.|Jg\.|t\.|tome)\s?$")


def read_article(part: Part) -> Form | None:
    """Articles whose title has no marks: AUTHOR, Title, 6 LAKELAND Y.B. INT’L L. 41, 52 (1984)."""
    if not part.has_year:
        return _article_undated(part)
    for match in _volumes_and_pages(part.text):
        if match.start() > 8 and _is_article(match, part.text):
            before = part.text[: match.start()].strip(" ,.")
            if _IN_EDITED.search(before):
                return None
            authors, title = split_authors(before, surname_alone=True)
            if not authors and "." in before and is_person(before):  # "D. P. LIND, 1 INTERNATIONAL LAW 244 (1970)"
                break  # a book in volumes
            if authors or before.count(",") <= 2:
                form = article_at(match, part.text)
                about = replace(form.description, authors=authors, title=in_title_case(title.strip(" ,*_")))
                return replace(form, description=about)
    others = (_article_by_year, _article_by_number_of_year, _article_by_volume, read_listed, _article_undated)
    return next(filter(None, (reader(part) for reader in others)), None)


def _volumes_and_pages(text: str) -> Iterator[re.Match[str]]:
    """Volume, journal, page and year, in the orders in which they follow author and title."""
    whole = Span(0, len(text))
    yield from _NUMBERED.finditer(text, whole)
    yield from _each(BLUEBOOK, text)
    yield from VOLUME_FIRST.finditer(text)
    yield from _FORTHCOMING.finditer(text) if "forthcoming" in text else ()
    yield from _COLLOQUIUM.finditer(text) if "PRO" in text or "Pro" in text or "PRo" in text else ()
    yield from _ROMAN.finditer(text)
    yield from _YEAR_LAST.finditer(text)
    yield from SEASONAL.finditer(text)
    yield from _SAME_JOURNAL.finditer(text, whole)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, those too that begin inside one before: the year of a title is no volume."""
    place = 0
    while (match := pattern.search(text, place)) is not None:
        yield match
        place = match.end("volume")


def _is_article(match: re.Match[str], text: str) -> bool:
    """Whether the words behind the volume are a journal; a book that contains a chapter is none."""
    journal = match["journal"]
    if journal in ("id", "Id"):
        return True
    makers = max(match.start() - _LONGEST_MAKERS, 0)
    if _IN_AUTHORED.search(text, makers, match.start()) or _IN_CAPITALS.search(text, makers, match.start()):
        return False
    titled = _SMALL_LETTERS.search(text, 0, match.start()) or _is_unsigned(text, match.start())
    if titled and _CAPITALS.fullmatch(journal) and not is_reporter(journal):
        return _IN_BEFORE.search(text, max(match.start() - 4, 0), match.start()) is None
    if _COLLECTION.search(journal):
        return False
    if _is_between_title_and_year(match, text):
        return True
    in_book = _IN_BEFORE.search(text, max(match.start() - 4, 0), match.start()) is not None
    return is_journal(journal) and not is_reporter(journal) and (not in_book or letters(journal) in series())


def _is_unsigned(text: str, end: int) -> bool:
    """Whether a title without an author, in small letters and without a comma, stands before the volume."""
    title = _UNSIGNED.fullmatch(text, 0, end)
    return title is not None and not title.group().isupper() and title.group().count(" ") > _LEAST_WORDS


def _is_between_title_and_year(match: re.Match[str], text: str) -> bool:
    """Whether volume, name, page and a year alone stand behind an author and a title: a journal, whatever its name."""
    if _DATED_ALONE.search(text, match.start("page"), match.end("year") + 1) is None or is_reporter(match["journal"]):
        return False
    authors, title = split_authors(text[: match.start()].strip(" ,."), surname_alone=True)
    return (
        bool(authors)
        and len(title) > _LEAST_TITLE
        and text[match.start() - 2] in ",.?!’”)"
        and not HOUSES.search(match["journal"])
    )


def _article_by_year(part: Part) -> Form | None:
    """OSCOLA's order without marks around the title, and "(1985) Title. Journal 12: 3–40" of the sciences."""
    match = OSCOLA.search(part.text)
    if match and match.start() > 8 and is_journal(match["journal"]) and not is_reporter(match["journal"]):
        authors, title = split_authors(part.text[: match.start()].strip(" ,"), surname_alone=True)
        if authors:
            form = article_at(match, part.text)
            return replace(
                form, description=replace(form.description, authors=authors, title=in_title_case(title.strip(" ,*_")))
            )
    return None


def _article_by_number_of_year(part: Part) -> Form | None:
    """A journal that counts its pages by the year: "Lind, Das Eis, ZPR 2015, S. 33 (40)"."""
    match = _YEAR_FOR_VOLUME.search(part.text)
    if match is None or not (letters(match["journal"]) in series() or NAMES_JOURNAL.search(match["journal"])):
        return None
    authors, title = split_authors(part.text[: match.start()].strip(" ,"), surname_alone=True)
    if not authors or not title:
        return None
    about = Description(
        authors, in_title_case(title.strip(" ,*_“”‘’„«»")), journal_name(match["journal"]), year=int(match["year"]),
        pages=match["page"],
    )  # fmt: skip
    return Form("article-journal", about, page_behind(part.text[match.end() :]))


def _article_by_volume(part: Part) -> Form | None:
    """The continental order without marks: "Lind, Das Eis, Archiv des Polarrechts 31 (1993), 312–340"."""
    match = _VOLUME_LAST.search(part.text)
    if match is None or match.start() < 8 or _IN_EDITED.search(part.text, 0, match.start()):
        return None
    head, comma, journal = _VOLUME_WORD.sub("", part.text[: match.start()]).rstrip(" ,").rpartition(", ")
    authors, title = split_authors(head, surname_alone=True)
    named = bool(comma) and journal[:1].isupper() and len(journal.split()) <= NAME_WORDS and not journal[-1].isdigit()
    named = named and _MONTH.fullmatch(journal) is None and "(" not in journal  # "POLAR NEWS, April 15, 1987, p. 85"
    if not authors or not named or len(title) < 4 or not (match["bracketed"] or is_journal(journal)):
        return None
    about = Description(
        authors=authors,
        title=in_title_case(title.strip(" ,*_“”‘’")),
        container=journal_name(journal),
        volume=match["volume"],
        issue=match["issue"],
        year=int(match["bracketed"] or match["year"]),
        pages=match["page"],
    )
    return Form("article-journal", about, page_behind(part.text[match.end() :]))


def _article_undated(part: Part) -> Form | None:
    """Volume, known journal and page behind author and title; the year is not given, or a scan has lost it."""
    volume = part.volume("journal")
    if volume is None or volume.series.is_word or volume.span.start < 8 or volume.page is None:
        return None
    authors, title = split_authors(part.text[: volume.span.start].strip(" ,."), surname_alone=True)
    if not authors or _IN_BEFORE.search(part.text, max(volume.span.start - 4, 0), volume.span.start):
        return None
    about = Description(
        authors, in_title_case(title.strip(" ,*_")), volume.series.name, volume=volume.volume, issue=volume.issue,
        year=volume.year or part.year, pages=volume.page,
    )  # fmt: skip
    return Form("article-journal", about, page_behind(part.text[volume.span.end :]))
