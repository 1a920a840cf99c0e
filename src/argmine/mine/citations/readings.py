"""Readings: the fields of one citation, from the form that fits it, the most certain first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from argmine.mine.citations.articles import read_article
from argmine.mine.citations.authors import split_authors
from argmine.mine.citations.books import read_book
from argmine.mine.citations.cases import read_case
from argmine.mine.citations.chapters import read_chapter
from argmine.mine.citations.dated import read_dated
from argmine.mine.citations.documents import read_document
from argmine.mine.citations.issuers import court_before
from argmine.mine.citations.laws import read_legislation
from argmine.mine.citations.names import in_title_case, is_body, is_person, names
from argmine.mine.citations.papers import read_loose
from argmine.mine.citations.parts import DATE, DOI, LINK, URL, YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.publications import read_quoted
from argmine.mine.citations.series import find_volumes
from argmine.mine.citations.treaties import read_treaty
from argmine.mine.citations.triggers import Triggered
from argmine.mine.citations.unpublished import read_unpublished
from argmine.types import Citation, Description, Pinpoint, Span

_DEFINED = Triggered(
    r"[,\s]*[\[(]\s?(?:hereinafter|hereafter|henceforth|ci-après|im Folgenden"
    r"|en adelante)[:,]?\s+(?:(?:referred\sto\sas|cited\sas|called|the)\s+)*"
    r"[\"“‘'*_]{0,2}(?P<name>[^\]\)\n]{1,120}?)[\"”’'*_]{0,2}\s?[\])]",
    words="hereinafter hereafter henceforth ci folgenden adelante",
    flags=re.IGNORECASE,
)
_SHORT_TITLE = re.compile(
    r"\s\((?:the\s)?[“‘\"]?(?!(?:Part|Vol|No|Volume|Number|Annex)\b)(?P<name>[A-Z][\w’&-]*(?:\s(?:of|the|on|and|[A-Z][\w’&-]*)){0,5})[”’\"]?\)(?=\.?$|,)"
)
PARENTHETICAL = re.compile(
    r"\s\((?P<words>(?:(?:[a-z“‘\"]|\[[a-z]\]|In\s|The\s|A\s|“)[^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,300})?))\)\.?$"
)
_ACCESS = Triggered(
    r"[,;]?\s?[(\[]?(?:(?:last\s|first\s)?(?:visited|accessed|retrieved|consulted|consulté|abgerufen)(?:\s(?:on|le"
    r"|am))?:?\s[^()\[\];]{4,32}\d{4})[)\]]?\.?",
    words="visited accessed retrieved consulted consulté abgerufen",
    flags=re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"[,.;:]?\s?(?:\(?(?:available\s(?:online\s)?(?:at|from|on|under)|online|at|URL|accessible\sat"
    r"|disponible\ssur)?:?\s?)?$",
    re.IGNORECASE,
)
_FORMS: tuple[Callable[[Part], Form | None], ...] = (
    read_unpublished,
    read_legislation,
    read_case,
    read_quoted,
    read_article,
    read_document,
    read_chapter,
    read_treaty,
    read_book,
    read_loose,
)
_PUBLICATIONS = (read_quoted, read_article, read_document, read_chapter, read_book, read_loose)


_QUOTED_WORDS = re.compile(r"[“\"‘](?P<words>[^”\"]{2,500}?)[”\"’](?!\w)")
_YEAR_LAST = re.compile(rf"{YEAR}\)$")
_RELATES = re.compile(r"\((?:[a-z]{4,}ing|quoting|citing)")


def quoted_words(words: str | None) -> str | None:
    """The words in quotation marks, if there are any."""
    match = _QUOTED_WORDS.search(words) if words else None
    return match["words"] if match else None


def is_authored(text: str) -> bool:
    """Whether it begins with a person's name and a comma, as a publication does."""
    authors, behind_them = split_authors(text[:400])
    return bool(authors) and is_person(authors[0]) and behind_them[:1].isupper() | (behind_them[:1] in '“‘"')


def read_citation(words: str) -> Citation | None:
    """The fields of one citation; its span is set by the caller."""
    plain = words.replace("*", "")
    link = LINK.search(plain) if "](" in words else None
    plain = LINK.sub(lambda match: match["words"], plain) if link else plain
    defined, plain = _taken(_DEFINED, plain, "name")
    plain = _ACCESS.without(plain).rstrip(" .,")
    url = URL.search(plain)
    address = url.group().strip("<>").rstrip(".,;:") if url else _linked(link)
    plain = _without(plain, url)
    doi = DOI.search(words) if "10." in words else None
    if defined is None:
        defined, plain = _taken(_SHORT_TITLE, plain, "name") if find_volumes_in(plain) else (None, plain)
    parenthetical, plain = _taken(PARENTHETICAL, plain, "words") if not _is_imprint(plain) else (None, plain)
    form = _formed(Part(plain.strip(" ,")))
    identifiers = tuple(
        dict.fromkeys(
            (
                *(form.description.identifiers if form else ()),
                *((f"doi:{doi.group().rstrip('.').lower()}",) if doi else ()),
                *((address,) if address else ()),
            )
        )
    )
    if form is None and not identifiers and link is None:
        return None
    if form is None:
        form = _page(plain, address, link["words"] if link else None)
    description = replace(form.description, identifiers=identifiers)
    return Citation(
        Span(0, 0),
        "webpage" if form.kind == "document" and (address or link) else form.kind,
        identifiers[0] if identifiers else None,
        None,
        description,
        _distinct(form.pinpoints),
        parenthetical=parenthetical,
        quoted=quoted_words(parenthetical),
        defined=defined and defined.strip(" ,"),
    )


def _linked(link: re.Match[str] | None) -> str | None:
    """The address behind a link of a page, where it is one of the web: "[Ice Policy](https://…)"."""
    return link["to"] if link and link["to"].startswith(("http://", "https://")) else None


def find_volumes_in(text: str) -> bool:
    """Whether a place in a series stands in the text."""
    return next(find_volumes(text, Span(0, len(text))), None) is not None


def _is_imprint(plain: str) -> bool:
    tail = plain[plain.rfind("(") :]
    return _YEAR_LAST.search(tail, max(len(tail) - 6, 0)) is not None and not _RELATES.match(tail)


def _distinct(pins: tuple[Pinpoint, ...]) -> tuple[Pinpoint, ...]:
    return tuple(dict.fromkeys(pins))


def _taken(pattern: re.Pattern[str] | Triggered, text: str, group: str) -> tuple[str | None, str]:
    match = pattern.search(text)
    if match is None:
        return None, text
    return match[group], (text[: match.start()] + " " + text[match.end() :]).strip(" ,.")


def _without(text: str, url: re.Match[str] | None) -> str:
    if url is None:
        return text
    place = max(url.start() - 40, 0)  # the pattern looks from each place to the end
    before = text[:place] + _AVAILABLE.sub("", text[place : url.start()])
    return (before + text[url.end() :].lstrip(">")).strip(" ,.;:(")


def _formed(part: Part) -> Form | None:
    """The first form that fits; a title in quotation marks near the beginning speaks for a publication."""
    if len(part.text) < 4:
        return None
    forms = _FORMS
    quotation = part.quotation
    if court_before(part.text) is not None and (form := read_case(part)) is not None:
        return form
    if (dated := read_dated(part, _formed)) is not None:
        return dated
    if part.volume("case") is None and is_authored(part.text):
        forms = (*_PUBLICATIONS, *_FORMS)
    elif quotation is not None and quotation.end() - quotation.start() > 12 and part.volume("case") is None:
        forms = (read_quoted, *(form for form in _FORMS if form is not read_quoted))
    for reader in forms:
        form = reader(part)
        if form is not None:
            return form
    return None


_WEBSITE = re.compile(
    r"(?:[Oo]fficial\s)?(?:[Ww]eb\s?(?:site|page)|[Hh]ome\s?page)\sof\s(?:the\s)?(?P<of>[^,:;(]{3,120})"
)


# words that lead to an address and name nothing
_LEADS_TO = re.compile(
    r"(?:[Ss]ee\b|[Ff]or\s(?:more|further|details|an?\s|the\s)|[Aa]vailable|[Mm]ore\s|[Ff]urther\s|[Aa]t$|[Oo]nline$|[Tt]he\s(?:full\s)?text"
    r"|[Bb]oth\s|[Aa]ll\s|[Ii]nformation\s)"
)
_SITE_FIRST = re.compile(
    r"(?P<site>[A-ZÀ-Þ][^,:;()]{2,60}?)(?:[’']s)?\s(?:[Ww]eb\s?(?:site|page)|[Hh]ome\s?page)(?:,\s?(?P<title>.{3,300}))?$"
)


def _linked_page(plain: str, linked: str) -> Description:
    """A page whose title is a link: who stands before it, the site behind it or in brackets."""
    before, _, behind = plain.partition(linked)
    who = before.strip(" .,:“‘\"")
    persons = names(who)
    authors = persons if all(map(is_person, persons)) else (who,) if is_body(who) else ()
    site = DATE.without(behind).strip(" .,:()”’\"").partition(",")[0].strip(" ()")
    return Description(authors, in_title_case(linked.strip(' .“”‘’"')), site if site[:1].isupper() else None)


def _page(plain: str, address: str | None, linked: str | None = None) -> Form:
    """What has an address and no other form: a page of the web; `linked` are the words that a link stands on."""
    date, year = date_words(plain)
    kind = "webpage" if address or linked else "article"
    if linked is not None:
        return Form(kind, replace(_linked_page(plain, linked), year=year or any_year(plain), date=date))
    if _LEADS_TO.match(plain) or plain.endswith(":"):
        return Form(kind, Description(year=year, date=date))
    if (of_site := _SITE_FIRST.match(plain)) is not None:
        title = DATE.without(of_site["title"] or "").strip(" .,()“”‘’\"")
        return Form(kind, Description((of_site["site"],), title or of_site["site"], year=year, date=date))
    authors, behind = split_authors(plain)
    named = "," in behind or len(authors) > 1  # author, title and site: of two pieces the first may be the title
    if authors and named and all(map(is_person, authors)) and (words := re.match(r"[“\"]?[^,(]{6,300}", behind)):
        place = re.match(r",\s(?P<site>[^,(]{3,80})", behind[words.end() :])
        name = in_title_case(place["site"].strip(" .”")) if place and not DATE.match(place["site"]) else None
        about = Description(authors, in_title_case(words.group().strip(' .“”"')), name)
        return Form(
            kind,
            replace(about, year=year or bracketed_year(plain) or any_year(plain), date=date),
        )
    website = _WEBSITE.match(plain)
    if website:
        about = Description((website["of"].strip(" .:"),), plain.strip(" .:"), year=year, date=date)
        return Form(kind, about)
    pieces = [piece.strip(' .*_“”‘’"') for piece in re.split(r",\s|(?<![A-Z])\.\s", DATE.without(plain)) if piece.strip(" .*_()")]
    last = pieces[-1].strip(" ()") if len(pieces) > 1 else None
    is_site = last is not None and is_body(last) and not is_body(pieces[0])
    author = in_title_case(last) if last and is_site else None  # the site is its author's own
    if author is None and ((len(pieces) > 2 and is_person(pieces[0])) or (len(pieces) > 1 and is_body(pieces[0]))):
        author = pieces.pop(0)
    title = pieces[0] if pieces else None
    site = last if len(pieces) > 1 else None
    return Form(
        kind,
        Description(
            authors=(author,) if author else (),
            title=title,
            container=site,
            year=year or bracketed_year(plain) or any_year(plain),
            date=date,
        ),
    )
