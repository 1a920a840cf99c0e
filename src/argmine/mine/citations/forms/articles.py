"""Articles in journals and yearbooks, in the three orders in which they are cited.

Title, 14 AMBLESIDE J. INT’L L. 211 (2019)                   Bluebook rule 16
‘Title’ (1984) 6 Lakeland Yearbook of International Law 41   OSCOLA 3.3
‘Title’, Lakeland Yearbook, vol. 16 (1994), pp. 77–104       UN Editorial Manual, plain European styles
"""

from __future__ import annotations

import re
from dataclasses import replace

from argmine.knowledge.citations import any_of, letters, series
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.imprints import HOUSES
from argmine.mine.citations.fields.kinds import PAPER_KINDS
from argmine.mine.citations.fields.names import in_title_case, is_person
from argmine.mine.citations.fields.parts import MONTH, YEAR, Form, Part, any_year, bracketed_year
from argmine.mine.citations.forms.lists import read_listed
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint, Span

# words of which one says by itself that it is a journal
NAMES_JOURNAL = re.compile(rf"\b(?:{any_of('periodicals')})\b|(?i:{any_of('ends_of_periodicals')})\b")
_JOURNAL_WORD = re.compile(
    rf"{NAMES_JOURNAL.pattern}|\b(?:{any_of('parts_of_journals')})(?:(?<=\.)|(?!\w))|\bL\.?[JQR]\b|\b[A-Z]{{2,6}}IL\b",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][^\d()\[\]“”;]{1,90}?"
_BEHIND_VOLUME = (
    rf"(?:\s?[:/(]\s?(?P<issue>\d{{1,3}}(?:[–/-]\d{{1,3}})?)\)?)?\s(?P<journal>{_NAME}),?\s(?P<page>\d{{1,5}})(?![\d/])(?P<rest>[^()]{{0,80}}?)"
    rf"\s?\((?:[Nn]o\.?\s?\d{{1,3}},\s?)?(?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?|[^()]{{3,90}}?\beds?\.,\s[^()]{{0,50}}?)?(?P<year>{YEAR})"
)
_BLUEBOOK = re.compile(rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}}){_BEHIND_VOLUME}")
_ROMAN = re.compile(rf"(?P<volume>[IVXL](?<!\w.)[IVXLC]{{0,6}}){_BEHIND_VOLUME}")
_SAME_JOURNAL = Triggered(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?P<issue>)\s(?P<journal>[Ii]d)\.,?\s(?:at\s)?(?P<page>\d{{1,5}})(?P<rest>[\d,–\s-]{{0,20}})\((?P<year>{YEAR})\)",
    words="id",
)
# a title in small letters, then a volume and a name in capitals: an article, whatever the journal
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.&’' -]{9,}")
_SMALL_LETTERS = re.compile(r",\s[A-ZÀ-Þ“‘][^,]*[a-zß-ÿ]{3,}[^,]*\s[A-Za-zß-ÿ]{2,}")
_DATED_ALONE = re.compile(rf"\s\((?:[Nn]o\.?\s?\d{{1,3}},\s?)?(?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?)?{YEAR}\)?$")
_LEAST_TITLE = 5
_IN_BEFORE = re.compile(r"\bin\s$")
_OSCOLA = re.compile(
    rf"[\[(](?P<year>{YEAR})[\])]\s?(?P<volume>\d{{1,4}})?\s?(?:\(\s?(?P<issue>[\w–/.-]{{1,12}})\s?\))?\s?,?\s?(?P<journal>{_NAME}),?\s(?P<page>[A-Z]?\d{{1,5}})(?![\d/])"
)
_EUROPEAN = re.compile(
    r"^[\s,.]*(?:in:?\s)?[*_]?(?P<journal>[A-ZÀ-Þ][^\d()\[\]“”;]{2,110}?)[*_]?[,.]?\s(?:(?:[Vv]ol(?:ume)?\.?"
    r"|[Bb]d\.|t\.|tome|Jg\.)\s?)?"
    r"(?P<volume>(?!(?:1[89]|20)\d\d\b)\d{1,4}|(?<=ol\.\s)[IVXLC]{1,7}\b)?(?:\s?[,:]?\s?[(/]?(?:[Nn]os?\.?|[Ii]ssue|[Nn]r\.?|n°|N°|Heft"
    r"|H\.)?\s?(?P<issue>(?!(?:1[89]|20)\d\d\b)\d{1,3}(?:[–/-]\d{1,3})?)\)?)?(?=[\s,.;:(]|$|(?:1[89]|20)\d\d[,\s])"
)
_VOLUME_FIRST = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?:\s?[:/(]\s?(?P<issue>\d{{1,3}})\)?)?\s(?P<journal>{_NAME}),?\s[\[(](?P<year>{YEAR})[\])]"
    rf",?\s(?:pp?\.\s?|at\s)?(?P<page>\d{{1,5}}(?:\s?[–—-]\s?\d{{1,5}})?)(?![\d/])"
)  # 27 Polar Journal (2014) 37-54
_NUMBERED = Triggered(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})\s(?P<journal>{_NAME}),?\s[Nn]o\.\s?(?P<issue>\d{{1,3}})(?P<page>)(?P<rest>),?\s\((?:[A-Z][a-z]{{2,8}}\.?\s)?(?P<year>{YEAR})\)",
    words="no",
)  # 27 Polar Journal No. 1 (2014)
_FORTHCOMING = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?P<issue>)\s(?P<journal>{_NAME})(?P<page>)(?P<rest>),?\s\(forthcoming\s(?P<year>{YEAR})\)"
)
_COLLOQUIUM = re.compile(
    r"(?:In\s|in:?\s)?(?P<journal>(?i:Proc(?:eedings|\.)\s(?:of\sthe\s)?)"
    r"(?:(?P<volume>\d{1,2})(?:st|nd|rd|d|th)|[A-Z][\w-]+)\s[A-Z][\w.’ ]{5,80}?),?"
    rf"\s(?:pp?\.\s)?(?P<page>\d{{1,4}})(?P<issue>)(?P<rest>[\d,–\s-]{{0,20}})(?:\sff?\.?|ff?\.)?\s\([^()]{{0,30}}(?P<year>{YEAR})\)"
)
_YEAR_FOR_VOLUME = re.compile(
    rf",\s(?P<journal>[A-ZÀ-Þ][^\d,()“”]{{1,60}}?)\s(?P<year>{YEAR}),\s(?:S\.|pp?\.)?\s?(?P<page>\d{{1,5}})(?![\d/])"
)
_IN_EDITED = re.compile(r"\sin:?\s[^()]{3,120}\((?:[Ee]ds?|Hrsg|Hg|dirs?)\b")
# right behind a title in quotation marks: "Floes 512 (2014) 33", "Floes 3 (2020), e4"
_VOLUME_YEAR_PAGE = re.compile(
    rf"^[\s,.]*(?P<journal>[A-ZÀ-Þ][^\d,()“”:]{{1,60}}?),?\s(?P<volume>\d{{1,4}})(?:[(/.]\s?(?P<issue>\d{{1,3}})\)?)?\s\((?P<year>{YEAR})\)"
    r"[,:]?\s(?:pp?\.\s|S\.\s)?(?P<page>[A-Za-z]?\d{1,6}(?:[–-]\d{1,6})?)"
)
_ISSUE_BEHIND = re.compile(r"^[,\s]*(?:(?:1[89]|20)\d\d,\s)?(?:[Nn]os?\.|n[°º]|Nr\.|fasc\.)\s?(?P<issue>\d{1,3})")
_MONTH_LAST = re.compile(rf",?\s(?:\d{{1,2}}\s)?{MONTH}$")
_MONTH = re.compile(MONTH)
_MONTH_NEXT = re.compile(rf"\s{MONTH}\s")
_PAGES = re.compile(
    r"(?:\bpp?\.?|\bS\.|:|,)\s?(?P<pages>(?<![\d/])(?!(?:1[5-9]"
    r"|20)\d\d\)?)[A-Z]?\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)(?![\d/])"
)
_VOLUME_LAST = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?:[/,]?\s?(?:\(?(?:[Nn]o\.?|H\.|Heft|[Nn]r\.?|n[°º]\.?)?\s?(?P<issue>\d{{1,3}})\)?))?,?\s"
    rf"(?:\((?P<bracketed>{YEAR})\)|(?P<year>{YEAR})),?\s(?:pp?\.\s?|S\.\s?)?(?P<page>\d{{1,6}}(?:\s?[–—-]\s?\d{{1,6}})?)(?![\d/.])"
)
_VOLUME_WORD = re.compile(r"[,\s]*\b(?:[Vv]ol(?:ume)?\.?|Bd\.|Jg\.|t\.|tome)\s?$")
_NAME_WORDS = 8
_RANGE_ENDS = re.compile(r"^\s?[–—·-]\s?\d{1,5}")
_IN_BRACKETS = re.compile(r"\s?(?:ff?\.\s?)?\((?P<pages>\d{1,5}(?:[–-]\d{1,5})?(?:\sff?\.)?)\)")  # "257 (260 ff.)"
_PAGE_FOLLOWS = re.compile(r"^\s?(?:,|at\b|:)")


def read_journal(rest: str) -> Form | None:
    """Volume, journal and page, in any of three orders."""
    for pattern in (_OSCOLA, _BLUEBOOK, _VOLUME_FIRST):
        match = pattern.search(rest[:400])
        if match and (_is_journal(match["journal"]) or _is_placed(pattern, match)):
            return _article(match, rest)
    if (match := _VOLUME_YEAR_PAGE.match(rest)) is not None and not _is_reporter(match["journal"]):
        return _article(match, rest)
    match = _EUROPEAN.match(rest)
    if match is None or not _is_journal(match["journal"]) or len(match["journal"].split()) > 16:
        return None
    behind = rest[match.end() :]
    if _is_dated(match, behind) or _MONTH.fullmatch(match["journal"]) or PAPER_KINDS.search(rest, 0, match.end()):
        return None
    year = bracketed_year(behind) or any_year(behind) or any_year(rest)
    pages = _PAGES.search(behind)
    if year is None and match["volume"] is None:
        return None
    if pages and pages.group().startswith("p.") and "–" not in pages["pages"] and "-" not in pages["pages"]:
        pages = None  # one page behind "p." is where the words stand, not where the article begins
    return Form(
        "article-journal",
        Description(
            container=_journal_name(match["journal"]),
            volume=match["volume"],
            issue=match["issue"] or ((issue := _ISSUE_BEHIND.match(behind)) and issue["issue"]),
            year=year,
            pages=pages["pages"] if pages else None,
        ),
        page_behind(behind[pages.end() :]) if pages else find_pinpoints(behind),
    )


def _is_dated(match: re.Match[str], behind: str) -> bool:
    """Whether the number is the day of a newspaper: "The Ice Review, 14 April 2025", "Ice News, July 16, 1979"."""
    day = match["volume"] is not None and _MONTH_NEXT.match(behind)
    return bool(day) or (match["volume"] is not None and _MONTH_LAST.search(match["journal"]) is not None)


def _is_placed(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether year, volume and page stand around a name right behind a title: "(1994) 28 Sociology 379"."""
    short = len(match["journal"].split()) <= _NAME_WORDS
    return pattern is _OSCOLA and match["volume"] is not None and match.start() <= 2 and short


def _article(match: re.Match[str], rest: str) -> Form:
    groups = match.groupdict()
    description = Description(
        container=_journal_name(match["journal"]) if match["journal"].lower() != "id" else None,
        volume=match["volume"],
        issue=match["issue"] or None,
        year=int(match["year"]),
        pages=_pages(match["page"], groups.get("rest") or "") or None,
    )
    pins = page_behind(groups["rest"]) if groups.get("rest") else ()
    return Form("article-journal", description, pins or page_behind(rest[match.end() :].lstrip(" )")))


def _pages(first: str, rest: str) -> str:
    """The first page, or from where to where: "1-24"."""
    ends = _RANGE_ENDS.match(rest)
    return first + "".join(ends.group().split()) if ends else first


def page_behind(text: str) -> tuple[Pinpoint, ...]:
    """Pinpoints behind the first page: ", 52–54", ", at 217", "; para. 3"; the end of the range of pages is none."""
    rest = _RANGE_ENDS.sub("", text)
    if (inside := _IN_BRACKETS.match(rest)) is not None:
        return bare_page(inside["pages"])
    return (bare_page(rest) if _PAGE_FOLLOWS.match(rest) else ()) or find_pinpoints(rest)


def _is_journal(name: str) -> bool:
    return letters(name) in series() or _JOURNAL_WORD.search(name) is not None


def _journal_name(name: str) -> str:
    known = series().get(letters(name))
    return known.name if known and known.kind == "journal" else in_title_case(name.strip(" ,*_"))


def read_article(part: Part) -> Form | None:
    """Articles whose title has no marks: AUTHOR, Title, 6 LAKELAND Y.B. INT’L L. 41, 52 (1984)."""
    whole = Span(0, len(part.text))
    for match in (
        *_NUMBERED.finditer(part.text, whole),
        *_BLUEBOOK.finditer(part.text),
        *_VOLUME_FIRST.finditer(part.text),
        *(_FORTHCOMING.finditer(part.text) if "forthcoming" in part.text else ()),
        *(_COLLOQUIUM.finditer(part.text) if "roc" in part.text or "PROC" in part.text else ()),
        *_ROMAN.finditer(part.text),
        *_SAME_JOURNAL.finditer(part.text, whole),
    ):
        if match.start() > 8 and _is_article(match, part.text):
            before = part.text[: match.start()].strip(" ,.")
            if _IN_EDITED.search(before):
                return None
            authors, title = split_authors(before, surname_alone=True)
            if (
                not authors and "." in before and is_person(before)
            ):  # "D. P. LIND, 1 INTERNATIONAL LAW 244 (1970)": a book in volumes
                break
            if authors or before.count(",") <= 2:
                form = _article(match, part.text)
                about = replace(form.description, authors=authors, title=in_title_case(title.strip(" ,*_")))
                return replace(form, description=about)
    others = (_article_by_year, _article_by_number_of_year, _article_by_volume, read_listed, _article_undated)
    return next(filter(None, (reader(part) for reader in others)), None)


def _is_article(match: re.Match[str], text: str) -> bool:
    """Whether the words behind the volume are a journal; a book that contains a chapter is none."""
    journal = match["journal"]
    if journal in ("id", "Id"):
        return True
    if _CAPITALS.fullmatch(journal) and _SMALL_LETTERS.search(text, 0, match.start()) and not _is_reporter(journal):
        return _IN_BEFORE.search(text, max(match.start() - 4, 0), match.start()) is None
    if _is_between_title_and_year(match, text):
        return True
    in_book = _IN_BEFORE.search(text, max(match.start() - 4, 0), match.start()) is not None
    return _is_journal(journal) and not _is_reporter(journal) and (not in_book or letters(journal) in series())


def _is_between_title_and_year(match: re.Match[str], text: str) -> bool:
    """Whether volume, name, page and a year alone stand behind an author and a title: a journal, whatever its name."""
    if _DATED_ALONE.search(text, match.start("page"), match.end("year") + 1) is None or _is_reporter(match["journal"]):
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
    match = _OSCOLA.search(part.text)
    if match and match.start() > 8 and _is_journal(match["journal"]) and not _is_reporter(match["journal"]):
        authors, title = split_authors(part.text[: match.start()].strip(" ,"), surname_alone=True)
        if authors:
            form = _article(match, part.text)
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
        authors, in_title_case(title.strip(" ,*_“”‘’„«»")), _journal_name(match["journal"]), year=int(match["year"]),
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
    named = bool(comma) and journal[:1].isupper() and len(journal.split()) <= _NAME_WORDS and not journal[-1].isdigit()
    if not authors or not named or len(title) < 4 or not (match["bracketed"] or _is_journal(journal)):
        return None
    about = Description(
        authors=authors,
        title=in_title_case(title.strip(" ,*_“”‘’")),
        container=_journal_name(journal),
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


def _is_reporter(name: str) -> bool:
    known = series().get(letters(name))
    return known is not None and known.kind != "journal"


def is_cited_by_year(text: str) -> bool:
    """Whether the text begins with year, volume and journal in OSCOLA's order."""
    return _OSCOLA.match(text) is not None
