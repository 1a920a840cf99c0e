"""Theses, working papers, statements, news and posts: what has neither journal nor publisher.

Sources: Bluebook rules 16.6, 17, 18; OSCOLA 3.4.
"""

from __future__ import annotations

import re

from argmine.mine.citations.authors import split_authors
from argmine.mine.citations.books import PAPER_KINDS, PAPER_LAST, REPORT_WORDS, THESIS_WORDS
from argmine.mine.citations.issuers import author_in
from argmine.mine.citations.names import in_title_case, is_body, is_person
from argmine.mine.citations.parts import DATE, YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.pinpoints import find_pinpoints
from argmine.types import Description

_PRESS = re.compile(
    r"\b(?:[Pp]ress\s(?:release|statement|conference)|N\.?Y\.?\s?Times|Times|Post|Guardian|Courier|Reuters|BBC"
    r"|Herald|Tribune|Gazette|Telegraph|News|Economist|Le\sMonde|Daily|Spiegel|Zeitung|Bloomberg|CNN|Wall\sSt"
    r"|Newspaper|Observer|Independent|Chronicle|Globe|Wire|SpaceNews)\b",
    re.IGNORECASE,
)
_SITE_WORDS = 6
_BLOG = re.compile(
    r"\b(?:[Bb]log|EJIL:?\s?Talk!?|Opinio\sJuris|Lawfare|Just\sSecurity|Völkerrechtsblog|Verfassungsblog)\b"
)


def read_thesis(rest: str) -> Form | None:
    """A thesis with its university, behind a title."""
    mark = THESIS_WORDS.search(rest[:200])
    year = bracketed_year(rest) or any_year(rest)
    if mark is None or year is None:
        return None
    inside = re.search(r"\((?P<words>[^()]+)\)", rest)
    publisher = inside["words"] if inside else rest.strip(" ,.")
    publisher = re.sub(
        rf"^[^,]*?(?:[Tt]hesis|[Dd]issertation|de doctorat)[,]?\s?|[,.]?\s?{YEAR}.*$", "", publisher
    ).strip(" ,")
    return Form("thesis", Description(publisher=publisher or None, year=year), find_pinpoints(rest))


def read_paper(rest: str) -> Form | None:
    """A working paper, brief or note with its series and number, behind a title."""
    mark = PAPER_KINDS.search(rest[:200])
    if mark is None:
        return None
    date, year = date_words(rest)
    container = re.search(r"[A-ZÀ-Þ][^()]*?(?=,?\s(?:\(|No\b|\d|[A-Z][a-z]+\.?\s\d{4}))|$", rest.strip(" ,.("))
    number = re.search(r"\b[Nn]o\.?\s?(\d[\d/-]*)|\b(\d{1,4}/\d{4})\b", rest)
    return Form(
        "report",
        Description(
            container=container.group().strip(" ,") if container and container.group() else None,
            issue=next((each for each in number.groups() if each), None) if number else None,
            year=year or bracketed_year(rest) or any_year(rest),
            date=date,
        ),
        find_pinpoints(re.sub(r"\b[Nn]o\.?\s?\d+", "", rest)),
    )


def read_news(rest: str) -> Form | None:
    """A newspaper or blog, with its day."""
    date, year = date_words(rest)
    if date is None:
        return None
    container = rest[: rest.find(date)].strip(" ,.(*_[")
    container = re.sub(r"\s\([^()]*$", "", container).strip(" ,.(*_[")
    if len(container) > 90 or container.count(",") > 2:
        return None
    kind = (
        "post-weblog"
        if _BLOG.search(container)
        else "article-newspaper"
        if _PRESS.search(container)
        else "webpage"
        if container
        else "document"
    )
    return Form(
        kind,
        Description(container=in_title_case(container) or None, year=year, date=date),
        find_pinpoints(rest[rest.find(date) + len(date) :]),
    )


def read_blog(rest: str) -> Form | None:
    """A blog that is known by its name, behind a title."""
    blog = _BLOG.search(rest[:120])
    if blog is None:
        return None
    return Form("post-weblog", Description(container=blog.group(), year=bracketed_year(rest) or any_year(rest)))


_YEAR_BETWEEN = re.compile(rf",\s(?P<year>{YEAR})(?=,|\.?$)")


def _year_between(text: str) -> int | None:
    """A year between commas: "Commission, Draft conclusions, 2018, conclusion 4"."""
    match = _YEAR_BETWEEN.search(text)
    return int(match["year"]) if match else None


def _site_behind(title: str) -> tuple[str, str | None]:
    """(title, newspaper or site) of "Who Owns the Ice?, The Example Review"."""
    head, comma, last = title.rpartition(", ")
    is_name = bool(comma) and last[:1].isupper() and len(last.split()) <= _SITE_WORDS and len(head) > 5
    return (head.strip(" ,"), in_title_case(last)) if is_name else (title, None)


def read_loose(part: Part) -> Form | None:
    """What has a body and a date, or a date alone: reports, statements, press releases, news without marks."""
    date, year = date_words(part.text)
    year = year or bracketed_year(part.text) or _year_between(part.text)
    if year is None or not part.text[:1].isupper():
        return None
    authors, title = split_authors(part.text)
    stop = part.text.find(date) if date else part.text.rfind(str(year))
    head = part.text[:stop].strip(" ,(*_.[")
    reported, press = REPORT_WORDS.search(in_title_case(head)), _PRESS.search(head)
    if not (authors or reported or press):
        return None
    title = re.sub(rf",?\s\((?:[^()]*)$|,?\s\(?(?:{DATE.pattern}).*$|,?\s\({YEAR}\).*$|,\s{YEAR}.*$", "", title).strip(
        " ,*_.("
    )
    paper = PAPER_LAST.search(title) if PAPER_KINDS.search(title) else None
    if paper:
        title = title[: paper.start()]
    title = re.sub(r"\s(?:of|on|dated|du|vom)$", "", title)
    if re.match(r"(?:Oral\s|Opening\s|Joint\s)?(?:[Ss]tatement|Remarks|Address|Speech)\b", title):
        speaker = author_in(title)
        authors = authors or ((speaker,) if speaker else ())
        return Form(
            "speech", Description(authors=authors, title=title, year=year, date=date), find_pinpoints(part.text[stop:])
        )
    kind = (
        "document"
        if re.search(r"\b[Pp]ress\s(?:release|statement)\b", title)
        else "report"
        if paper
        else "article-newspaper"
        if press and date and not (authors and is_body(authors[0]))
        else "report"
        if reported or (authors and is_body(authors[0]))
        else "document"
    )
    if kind == "document" and not press and not any(map(is_person, authors)):
        return None
    if kind in ("document", "article-newspaper") and date and any(map(is_person, authors)):
        title, site = _site_behind(title)
        return Form(
            "post-weblog" if site and _BLOG.search(site) else "article-newspaper" if site else kind,
            Description(authors, in_title_case(title) or None, site, year=year, date=date),
            find_pinpoints(part.text[stop:]),
        )
    if not authors and (maker := author_in(title)) is not None:
        authors = (maker,)
    return Form(
        kind,
        Description(
            authors=authors,
            title=in_title_case(title) or None,
            container=paper["container"] if paper else None,
            year=year,
            date=date,
        ),
        find_pinpoints(part.text[stop:]),
    )
