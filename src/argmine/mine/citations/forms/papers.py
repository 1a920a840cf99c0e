"""Theses, working papers, statements, news and posts: what has neither journal nor publisher.

Sources: Bluebook rules 16.6, 17, 18; OSCOLA 3.4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from argmine.knowledge.citations import is_place
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.issuers import authors_in, is_state, states_before
from argmine.mine.citations.fields.kinds import BLOG, PAPER_KINDS, PAPER_LAST, PRESS, REPORT_WORDS, SPEECH, THESIS_WORDS
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person
from argmine.mine.citations.fields.parts import (
    DATE,
    MONTH,
    YEAR,
    Form,
    Part,
    any_year,
    bracketed_year,
    date_words,
    year_between,
)
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.types import Description

_DATED_END = re.compile(rf",?\s\((?:[^()]*)$|,?\s\(?(?:{DATE.pattern}).*$|,?\s\({YEAR}\).*$|,\s{YEAR}.*$")
_DANGLING = re.compile(r"\s(?:of|on|dated|du|vom)$|,\s(?:[Dd]oc(?:ument)?\.?|COM|SWD|JOIN)\s?(?:No\.?\s)?\(?\w*\d.*$")
_SAID_BY = re.compile(
    r"(?:(?:joint|oral|opening)\s)?(?:statement|declaration|letter|remarks|speech|address|intervention|presentation)\s"
    r"(?:of|by|from|made\sby|delivered\sby)\s(?:the\s)?(?=(?:[a-z]+\sof\s(?:the\s)?)?[A-ZÀ-Þ])"
)
_ACT_OF_BODY = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^,;()\d]{3,60}?)\s(?:resolution|recommendation|communication|conclusions|opinion|declaration|decision)"
    r"\s(?:of|on|[Nn]o)\b"
)
_ACT_ON_DAY = re.compile(
    rf"(?P<title>(?:[A-ZÀ-Þ][^,;()\d]{{3,60}}?\s)?(?:[Rr]esolution|[Rr]ecommendation|[Cc]onclusions|[Dd]ecision|[Oo]pinion)\sof\s(?:{DATE.pattern})"
    r"\son\s[^;()]{5,200}?)(?=\s?\(|,\s(?:para|p\.|point|https?|UN\b)|$)"
)
_RELEASED = re.compile(r"^(?:Press|News)\s[Rr]elease,\s(?=[A-ZÀ-Þ])")  # "Press Release, Ice Bureau, Ice Found"
_RELEASE = re.compile(r"\b[Pp]ress\s(?:release|statement)\b")
_IN_SERIES = re.compile(r",\s(?:[A-Z][\w&]*\s){0,3}(?:Reports?|Papers?|Briefs?|Notes?|Memo)\s(?:[Nn]o\.?\s)?\d[\d/]*$")
_DAY = re.compile(rf"(?:\d{{1,2}}\s)?{MONTH}(?:\s\d{{1,2}})?,?\s?(?:{YEAR})?$")
_SITE_WORDS = 6
_DOMAIN = re.compile(r"\w[\w-]*\.(?:com|org|net|eu|int|gov|info)", re.IGNORECASE)
_COMMA_INSIDE = re.compile(r",([’'”\"])\s(?=[A-ZÀ-Þ])")
_CAPITALS = re.compile(r"[A-Z][A-Z &.’'-]{3,60}")


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
    behind = rest[inside.end() :] if inside else ""
    return Form(
        "thesis", Description(publisher=publisher or None, year=year), bare_page(behind) or find_pinpoints(rest)
    )


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
        if BLOG.search(container)
        else "article-newspaper"
        if PRESS.search(container)
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
    blog = BLOG.search(rest[:120])
    if blog is None:
        return None
    return Form("post-weblog", Description(container=blog.group(), year=bracketed_year(rest) or any_year(rest)))


def _site_behind(title: str) -> tuple[str, str | None]:
    """(title, newspaper or site) of "Who Owns the Ice?, The Example Review"."""
    head, comma, last = title.rpartition(", ")
    is_name = bool(comma) and last[:1].isupper() and len(last.split()) <= _SITE_WORDS and len(head) > 5
    return (head.strip(" ,"), in_title_case(last)) if is_name else (title, None)


@dataclass(frozen=True, slots=True)
class _Loose:
    """What can be read of a reference without marks; `behind` begins with its date."""

    authors: tuple[str, ...]
    title: str
    year: int
    date: str | None
    behind: str
    is_reported: bool
    is_press: bool
    is_released: bool = False  # "Press Release, Ice Bureau, Title"

    @property
    def is_dated_by_person(self) -> bool:
        """Whether a person wrote it on a day."""
        return bool(self.date) and any(map(is_person, self.authors))

    @property
    def is_of_body(self) -> bool:
        """Whether a body, not a person, made it."""
        return bool(self.authors) and is_body(self.authors[0])


def read_loose(part: Part) -> Form | None:
    """What has a body and a date, or a date alone: reports, statements, press releases, news without marks."""
    loose = _read_words(part) if part.has_year else None
    if loose is None:
        return None
    paper = PAPER_LAST.search(loose.title) if PAPER_KINDS.search(loose.title) else None
    loose = replace(loose, title=_DANGLING.sub("", loose.title[: paper.start()] if paper else loose.title))
    if SPEECH.match(loose.title):
        return _speech(loose)
    if loose.date and (page := _on_site(loose)) is not None:
        return page
    title, place = _without_town(loose.title)
    loose = replace(loose, title=_IN_SERIES.sub("", title))
    kind = "report" if paper and not _RELEASE.search(loose.title) else _kind_of(loose)
    if kind == "document" and not loose.is_press and not any(map(is_person, loose.authors)):
        return None
    return _of_press(loose, kind) or _described(loose, kind, paper["container"] if paper else None, place)


def _of_press(loose: _Loose, kind: str) -> Form | None:
    """What stands in a newspaper, or what a person wrote on a day."""
    if kind == "article-newspaper" and not loose.authors:
        return _unsigned(loose)
    is_post = kind in ("document", "article-newspaper") and loose.is_dated_by_person
    return _post(loose, kind) if is_post else None


def _read_words(part: Part) -> _Loose | None:
    """Its words, if it has a year and a sign of what it is."""
    date, year = date_words(part.text)
    year = year or bracketed_year(part.text) or year_between(part.text)
    if year is None or not (part.text[:1].isupper() or _SAID_BY.match(part.text)):
        return None
    authors, title = split_authors(_RELEASED.sub("", part.text))
    if not authors and date and (surname := split_authors(part.text, surname_alone=True))[0]:
        site = _site_behind(surname[1][: surname[1].find(date)].strip(" ,("))[1]
        authors, title = surname if site and PRESS.search(site) else (authors, title)
    if not authors and date and (states := states_before(part.text)) is not None:
        authors, title = states
    if not authors and (act := _ACT_OF_BODY.match(part.text)) is not None and is_body(act["who"]):
        authors = (act["who"],)
    stop = part.text.find(date) if date else part.text.rfind(str(year))
    head = part.text[:stop].strip(" ,(*_.[")
    if date and (act := _ACT_ON_DAY.match(part.text)) is not None:
        title, head = act["title"], act["title"]
        return _Loose(tuple(authors), title, year, date, part.text[act.end() :], is_reported=True, is_press=False)
    is_reported, is_press = bool(REPORT_WORDS.search(in_title_case(head))), bool(PRESS.search(head))
    if not (authors or is_reported or is_press or _SAID_BY.match(part.text)):
        return None
    title = "" if DATE.match(title) or _DAY.match(title) else title  # a newspaper and its day
    title = act["title"] if (act := _ACT_ON_DAY.match(title)) else _DATED_END.sub("", title).strip(" ,*_.(")
    is_released = _RELEASED.match(part.text) is not None
    return _Loose(tuple(authors), title, year, date, part.text[stop:], is_reported, is_press, is_released)


def _kind_of(loose: _Loose) -> str:
    if loose.is_press and loose.is_released:
        return "article-newspaper"
    if _RELEASE.search(loose.title):
        return "document"
    if loose.is_press and loose.date and not loose.is_of_body:
        return "article-newspaper"
    return "report" if loose.is_reported or loose.is_of_body or any(map(is_state, loose.authors)) else "document"


def _on_site(loose: _Loose) -> Form | None:
    """A title that is taken for a body, where a site in capitals or by its address stands behind it (Bluebook 18.2)."""
    title = loose.authors[0] if len(loose.authors) == 1 else ""
    if not title or title.isupper() or not (_DOMAIN.fullmatch(loose.title) or _CAPITALS.fullmatch(loose.title)):
        return None
    about = Description(title=title, container=loose.title, year=loose.year, date=loose.date)
    return Form("webpage", about) if is_body(title) and len(title.split()) > _SITE_WORDS - 2 else None


def _speech(loose: _Loose) -> Form:
    authors = authors_in(loose.title) or loose.authors
    title, place = _without_town(loose.title)
    description = Description(authors=authors, title=title, year=loose.year, date=loose.date, place=place)
    return Form("speech", description, find_pinpoints(loose.behind))


def _post(loose: _Loose, kind: str) -> Form:
    """What a person wrote on a day: in a blog, in a newspaper, or nobody says where."""
    title, site = _site_behind(loose.title)
    if kind == "article-newspaper" and site is None and len(loose.authors) == 1 and title.isupper():
        return _unsigned(replace(loose, authors=(), title=f"{loose.authors[0]}, {title}"))
    if site:
        kind = "post-weblog" if BLOG.search(site) else "article-newspaper"
    description = Description(loose.authors, in_title_case(title) or None, site, year=loose.year, date=loose.date)
    return Form(kind, description, find_pinpoints(loose.behind))


def _unsigned(loose: _Loose) -> Form:
    """An article of a newspaper that stands behind its title: "Zones of ‘Ice,’ POLAR DAILY"."""
    title, site = _site_behind(_COMMA_INSIDE.sub(r"\1, ", loose.title))
    named = site if site and PRESS.search(site) else None
    about = Description(
        (), in_title_case(title if named else loose.title) or None, named, year=loose.year, date=loose.date
    )
    return Form("article-newspaper", about, find_pinpoints(loose.behind))


def _without_town(title: str) -> tuple[str, str | None]:
    """(title, town) of "Ice Policy Memorandum, The Hague" and "Ice Autonomy, Vienna: Ice Institute"."""
    head, comma, last = title.rpartition(", ")
    town = last.partition(": ")[0]
    return (head, town) if comma and len(head) > 5 and is_place(town) else (title, None)


def _described(loose: _Loose, kind: str, container: str | None, place: str | None) -> Form:
    description = Description(
        authors=loose.authors or authors_in(loose.title),
        title=in_title_case(loose.title) or None,
        container=container,
        place=place,
        year=loose.year,
        date=loose.date,
    )
    return Form(kind, description, find_pinpoints(loose.behind))
