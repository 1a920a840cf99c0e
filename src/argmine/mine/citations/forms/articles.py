"""Articles in journals and yearbooks, in the three orders in which they are cited.

Title, 14 AMBLESIDE J. INT’L L. 211 (2019)                   Bluebook rule 16
‘Title’ (1984) 6 Lakeland Yearbook of International Law 41   OSCOLA 3.3
‘Title’, Lakeland Yearbook, vol. 16 (1994), pp. 77–104       UN Editorial Manual, plain European styles
"""

from __future__ import annotations

import re

from argmine.knowledge.citations import any_of, letters, series
from argmine.mine.citations.fields.imprints import HOUSES
from argmine.mine.citations.fields.kinds import PAPER_KINDS
from argmine.mine.citations.fields.names import in_title_case, is_body
from argmine.mine.citations.fields.parts import MONTH, YEAR, Form, any_year, bracketed_year
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.types import Description, Pinpoint

# words of which one says by itself that it is a journal
NAMES_JOURNAL = re.compile(rf"\b(?:{any_of('periodicals')})\b|(?i:{any_of('ends_of_periodicals')})\b")
_JOURNAL_WORD = re.compile(
    rf"{NAMES_JOURNAL.pattern}|\b(?:{any_of('parts_of_journals')})(?:(?<=\.)|(?!\w))|\bL\.?[JQR]\b|\b[A-Z]{{2,6}}IL\b",
    re.IGNORECASE,
)
NAME = r"[A-ZÀ-Þ][^\d()\[\]“”;]{1,90}?"
BEHIND_VOLUME = (
    rf"(?:\s?[:/(]\s?(?P<issue>\d{{1,3}}(?:[–/-]\d{{1,3}})?)\)?)?\s(?P<journal>{NAME}),?\s(?P<page>\d{{1,5}})(?![\d/])(?P<rest>[^()]{{0,80}}?)"
    rf"\s?\((?:[Nn]o\.?\s?\d{{1,3}},\s?)?(?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?|[^()]{{3,90}}?\beds?\.,\s[^()]{{0,50}}?)?(?P<year>{YEAR})"
)
BLUEBOOK = re.compile(rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}}){BEHIND_VOLUME}")
_PAGES_NEXT = re.compile(
    rf",?\s?(?:\(?{YEAR}\)?,?\s?)?:?\s?(?:pp?\.?\s?|S\.\s|pages\s)?\d{{1,6}}\s?[–—-]\s?\d{{1,6}}(?!\d)"
)
OSCOLA = re.compile(
    rf"[\[(](?P<year>{YEAR})[\])]\s?(?P<volume>\d{{1,4}})?\s?(?:\(\s?(?P<issue>[\w–/.-]{{1,12}})\s?\))?\s?,?\s?(?P<journal>{NAME}),?\s(?P<page>[A-Z]?\d{{1,7}})(?![\d/])"
)
_EUROPEAN = re.compile(
    r"^[\s,.]*(?:in:?\s)?[*_]?(?P<journal>[A-ZÀ-Þ][^\d()\[\]“”;]{2,110}?)[*_]?[,.]?\s(?:(?:[Vv]ol(?:ume)?\.?"
    r"|[Bb]d\.|t\.|tome|Jg\.)\s?)?"
    r"(?P<volume>(?!(?:1[89]|20)\d\d\b)\d{1,4}|(?<=ol\.\s)[IVXLC]{1,7}\b)?(?:\s?[,:]?\s?[(/]?(?:[Nn]os?\.?|[Ii]ssue|[Nn]r\.?|n°|N°|Heft"
    r"|H\.)?\s?(?P<issue>(?!(?:1[89]|20)\d\d\b)\d{1,3}(?:[–/-]\d{1,3})?)\)?)?(?=[\s,.;:(]|$|(?:1[89]|20)\d\d[,\s])"
)
VOLUME_FIRST = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})(?:\s?[:/(]\s?(?P<issue>\d{{1,3}})\)?)?\s(?P<journal>{NAME}),?\s[\[(](?P<year>{YEAR})[\])]"
    rf",?\s(?:pp?\.\s?|at\s)?(?P<page>\d{{1,5}}(?:\s?[–—-]\s?\d{{1,5}})?)(?![\d/])"
)  # 27 Polar Journal (2014) 37-54
# right behind a title in quotation marks: "Floes 512 (2014) 33", "Floes 3 (2020), e4"
_VOLUME_YEAR_PAGE = re.compile(
    rf"^[\s,.]*(?P<journal>[A-ZÀ-Þ][^\d,()“”:]{{1,60}}?),?\s(?P<volume>\d{{1,4}})(?:[(/.]\s?(?P<issue>\d{{1,3}})\)?)?\s\((?P<year>{YEAR})\)"
    r"[,:]?\s(?:pp?\.\s|S\.\s)?(?P<page>[A-Za-z]?\d{1,6}(?:[–-]\d{1,6})?)"
)
_ISSUE_BEHIND = re.compile(r"^[,\s]*(?:(?:1[89]|20)\d\d,\s)?(?:[Nn]os?\.|n[°º]|Nr\.|fasc\.)\s?(?P<issue>\d{1,3})")
_ON_DAY = re.compile(rf"[.\s]*\({MONTH}\s\d{{1,2}},\s{YEAR}\)(?!,?\s\d)")  # "ATLANTA J.-CONST. (Mar. 18, 2022)"
_MONTH_LAST = re.compile(rf",?\s(?:\d{{1,2}}\s)?{MONTH}$")
_MONTH = re.compile(MONTH)
_MONTH_NEXT = re.compile(rf"\s{MONTH}\s")
_PAGES = re.compile(
    r"(?:\bpp?\.?|\bS\.|:|,)\s?(?P<pages>(?<![\d/])(?!(?:1[5-9]"
    r"|20)\d\d\)?)[A-Z]?\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)(?![\d/])"
)
NAME_WORDS = 8
"""The most words of a journal that nothing else says to be one."""
_MOST_WORDS = 16
_RANGE_ENDS = re.compile(r"^\s?[–—·-]\s?\d{1,5}")
_IN_BRACKETS = re.compile(r"\s?(?:ff?\.\s?)?\((?P<pages>\d{1,5}(?:[–-]\d{1,5})?(?:\sff?\.)?)\)")  # "257 (260 ff.)"
_PAGE_FOLLOWS = re.compile(r"^\s?(?:,|at\b|:)")


def read_journal(rest: str) -> Form | None:
    """Volume, journal and page, in any of three orders."""
    for pattern in (OSCOLA, BLUEBOOK, VOLUME_FIRST):
        match = pattern.search(rest[:400])
        if match and (is_journal(match["journal"]) or _is_placed(pattern, match)):
            return article_at(match, rest)
    if (match := _VOLUME_YEAR_PAGE.match(rest)) is not None and not is_reporter(match["journal"]):
        return article_at(match, rest)
    return _continental(rest)


def _continental(rest: str) -> Form | None:
    """Journal, volume and pages between commas: "Lakeland Yearbook, vol. 16 (1994), pp. 77–104"."""
    match = _EUROPEAN.match(rest)
    if match is None or not _is_continental(match, rest):
        return None
    behind = rest[match.end() :]
    year = bracketed_year(behind) or any_year(behind) or any_year(rest)
    pages = _PAGES.search(behind)
    if match["volume"] is None and (year is None or _ON_DAY.match(behind)):
        return None
    if pages and pages.group().startswith("p.") and "–" not in pages["pages"] and "-" not in pages["pages"]:
        pages = None  # one page behind "p." is where the words stand, not where the article begins
    about = Description(
        container=journal_name(match["journal"]), volume=match["volume"],
        issue=match["issue"] or ((issue := _ISSUE_BEHIND.match(behind)) and issue["issue"]), year=year,
        pages=pages["pages"] if pages else None,
    )  # fmt: skip
    return Form("article-journal", about, page_behind(behind[pages.end() :]) if pages else find_pinpoints(behind))


def _is_continental(match: re.Match[str], rest: str) -> bool:
    """Whether what stands before the numbers is a journal, no newspaper with its day and no series of papers."""
    name, behind = match["journal"], rest[match.end() :]
    if len(name.split()) > _MOST_WORDS or not (is_journal(name) or _is_numbered(match, behind)):
        return False
    other = _is_dated(match, behind) or _MONTH.fullmatch(name) or PAPER_KINDS.search(rest, 0, match.end())
    return not other


def _is_numbered(match: re.Match[str], behind: str) -> bool:
    """Whether a name has volume and pages behind it, as no book and no newspaper has: "Polar Notes, 11, pp. 3–9"."""
    in_book = match.group().lstrip(" ,.")[:3].lower() in ("in ", "in:")
    if match["volume"] is None or in_book or HOUSES.search(match["journal"]) or is_body(match["journal"]):
        return False
    return _PAGES_NEXT.match(behind) is not None


def _is_dated(match: re.Match[str], behind: str) -> bool:
    """Whether the number is the day of a newspaper: "The Ice Review, 14 April 2025", "Ice News, July 16, 1979"."""
    day = match["volume"] is not None and _MONTH_NEXT.match(behind)
    return bool(day) or (match["volume"] is not None and _MONTH_LAST.search(match["journal"]) is not None)


def _is_placed(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether year, volume and page stand around a name right behind a title: "(1994) 28 Sociology 379"."""
    short = len(match["journal"].split()) <= NAME_WORDS
    return pattern is OSCOLA and match["volume"] is not None and match.start() <= 2 and short


def article_at(match: re.Match[str], rest: str) -> Form:
    """The article that a match of volume, journal and page in `rest` describes, without author and title."""
    groups = match.groupdict()
    description = Description(
        container=journal_name(match["journal"]) if match["journal"].lower() != "id" else None,
        volume=match["volume"],
        issue=match["issue"] or None,
        year=int(match["year"]),
        pages=_pages(match["page"] or "", groups.get("rest") or "") or None,
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


def is_journal(name: str) -> bool:
    """Whether a name is a known journal, or has words of one."""
    return letters(name) in series() or _JOURNAL_WORD.search(name) is not None


def journal_name(name: str) -> str:
    """The full title of a known journal; another as printed, out of capitals."""
    known = series().get(letters(name))
    return known.name if known and known.kind == "journal" else in_title_case(name.strip(" ,*_"))


def is_reporter(name: str) -> bool:
    """Whether a name is a series of treaties, decisions or statutes."""
    known = series().get(letters(name))
    return known is not None and known.kind != "journal"


def is_cited_by_year(text: str) -> bool:
    """Whether the text begins with year, volume and journal in OSCOLA's order."""
    return OSCOLA.match(text) is not None
