"""Readings: the fields of one citation, from the form that fits it, the most certain first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from argmine.mine.citations.fields.authors import is_authored
from argmine.mine.citations.fields.issuers import court_before
from argmine.mine.citations.fields.kinds import THESIS_WORDS
from argmine.mine.citations.fields.names import in_title_case
from argmine.mine.citations.fields.parts import DOI, LINK, URL, YEAR, Form, Part
from argmine.mine.citations.forms.books import read_book
from argmine.mine.citations.forms.cases import read_case
from argmine.mine.citations.forms.chapters import read_chapter
from argmine.mine.citations.forms.dated import read_dated
from argmine.mine.citations.forms.documents import read_document
from argmine.mine.citations.forms.laws import read_legislation
from argmine.mine.citations.forms.pages import read_page, read_undated
from argmine.mine.citations.forms.papers import read_loose
from argmine.mine.citations.forms.publications import read_quoted
from argmine.mine.citations.forms.treaties import read_treaty
from argmine.mine.citations.forms.unmarked import SEASONAL, read_article
from argmine.mine.citations.forms.unpublished import read_unpublished
from argmine.mine.citations.marks.series import find_volumes
from argmine.mine.citations.triggers import Triggered
from argmine.types import Citation, Pinpoint, Span

_DEFINED = Triggered(
    r"[,\s]*[\[(]\s?(?:hereinafter|hereafter|henceforth|ci-après|im Folgenden"
    r"|en adelante)[:,]?\s+(?:(?:referred\sto\sas|cited\sas|called|the)\s+)*"
    r"[\"“‘'*_]{0,2}(?P<name>[^\]\)\n]{1,120}?)[\"”’'*_]{0,2}\s?[\])]",
    words="hereinafter hereafter henceforth ci folgenden adelante",
    flags=re.IGNORECASE,
)
_SHORT_TITLE = re.compile(
    r"\s\((?:the\s)?[“‘\"]?(?!(?:Part|Vol|No|Volume|Number|Annex)\b)(?P<name>[A-Z][\w’&-]*(?:\s(?:of|the|on|and|[A-Z][\w’&-]*)){0,5})[”’\"]?\)(?=\.?$|,|\s(?:[Aa]rts?\.?|[Pp]aras?\.?|§)\s)"
)
_QUOTED_NAME = re.compile(
    r"\s\((?:the\s)?(?P<quote>[“‘\"])(?P<name>[A-Z][\w’&/-]*(?:\s[\w’&/-]+){0,6}?)[”’\"]\)(?=\.?$|,|\s(?:[Aa]rts?\.?|[Pp]aras?\.?|§)\s)"
)
# "Ice Act, 49 U.S.C. § 70101 (2006) [ICA]"
_BRACKETED_NAME = re.compile(
    r"\s\[(?!(?:[Ee]mphasis|[Ss]ic|[Ff]ootnote|[Tt]ranslat|[Ii]n\s)\b)(?P<name>[A-ZÀ-Þ][\w’&/. -]{1,40})\]\.?$"
)
PARENTHETICAL = re.compile(
    r"\s\((?![^()]{0,80}\beds?\.)(?P<words>(?:(?:[a-z“‘\"]|\[[a-z]\]|In\s|The\s|A\s|“)[^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,300})?))\)\.?$"
)
_ACCESS = Triggered(
    r"[,;]?\s?[(\[]?(?:(?:last\s|first\s)?(?:visited|accessed|retrieved|consulted|consulté|abgerufen)(?:\s(?:on|le"
    r"|am))?:?\s[^()\[\];]{4,32}\d{4})[)\]]?\.?",
    words="visited accessed retrieved consulted consulté abgerufen",
    flags=re.IGNORECASE,
)
_ARCHIVED = re.compile(r"\s?\[https?://(?:www\.)?(?:perma\.cc|web\.archive\.org|archive\.\w{2,5})/[^\]\s]{1,120}\]")
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


_SCANNED_J = re.compile(
    r"(?<=\d)\s?[\]}I][\]}]?\.\s(?=(?:[A-Z][\w.’]*\s(?:&\s)?){1,5}\d)"
)  # "5]. Space L. 33", "I}. Air L. 3"
_GLUED_PAGE = re.compile(
    r"(?P<word>(?<![/\w.])(?<!Doc\s)(?<!Doc\.\s)[A-Z]{3,8}\.)(?=\d{2,4}(?:,|\s\())"
)  # "82 MICH. L. REV.1620, 1634"
_ASKED_ON_SITE = re.compile(
    r"(?<=[a-z][?!])\s(?=[A-ZÀ-Þ][A-ZÀ-Þ .&’'-]{3,60}\s\()"
)  # "Who Owns the Ice? POLAR NEWS (May 3,"
_DOT_FOR_DASH = re.compile(r"(?<=\d)[·~](?=\d)")  # pages of a scan: "195·99"
_SITE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .&’'-]{4,60}")
_SURNAME_FIRST = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s(?=[A-ZÀ-Þ][\w’'-]*\s)(?!(?:Inc|Ltd|Corp|Co)\b)")
_NUMBER_FIRST = re.compile(r"^\d{1,2}\s(?=[A-ZÀ-Þ])")  # the volume, or the note's own number
_QUOTED_WORDS = re.compile(r"[“\"‘](?P<words>[^”\"]{2,500}?)[”\"’](?!\w)")
_YEAR_LAST = re.compile(rf"{YEAR}\)$")
_RELATES = re.compile(r"\((?!forthcoming)(?:[a-z]{4,}ing|quoting|citing)")


def quoted_words(words: str | None) -> str | None:
    """The words in quotation marks, if there are any."""
    match = _QUOTED_WORDS.search(words) if words else None
    return match["words"] if match else None


def is_thesis(said: str | None) -> bool:
    """Whether the words in brackets say that it is one: "(dissertation for the University of Ice)"."""
    return said is not None and THESIS_WORDS.search(said) is not None


class _Stripped(NamedTuple):
    """The words of a citation without what surrounds its fields, and what that said."""

    plain: str
    defined: str | None
    parenthetical: str | None
    linked: str | None  # the words that a link stands on
    identifiers: tuple[str, ...]  # DOI and address


def read_citation(words: str, *, has_volume: bool = True) -> Citation | None:
    """The fields of one citation; its span is set by the caller; `has_volume`: it may stand in a known series."""
    found = _stripped(words, has_volume=has_volume)
    form = _formed(Part(found.plain))
    if form is None and not found.identifiers and found.linked is None and (form := read_undated(found.plain)) is None:
        return None
    if form is not None and form.kind == "book" and is_thesis(found.parenthetical):
        form = replace(form, kind="thesis")
    has_address = any(not each.startswith("doi:") for each in found.identifiers)
    form = form or read_page(found.plain, has_address=has_address, linked=found.linked)
    form = _on_site(form) if has_address else form
    identifiers = tuple(dict.fromkeys((*form.description.identifiers, *found.identifiers)))
    return Citation(
        Span(0, 0),
        "webpage" if form.kind == "document" and (has_address or found.linked) else form.kind,
        identifiers[0] if identifiers else None,
        None,
        replace(form.description, identifiers=identifiers),
        _distinct(form.pinpoints),
        parenthetical=found.parenthetical,
        quoted=quoted_words(found.parenthetical),
        defined=found.defined and found.defined.strip(" ,’"),
    )


def _on_site(form: Form) -> Form:
    """What has an address and a site in capitals behind its title is a page of it (Bluebook rule 18.2)."""
    title, _, site = (form.description.title or "").rpartition(", ")
    is_sited = form.kind in ("report", "article-newspaper") and not form.description.container and not form.pinpoints
    if not is_sited or not title or title.isupper() or _SITE.fullmatch(site) is None:
        return form
    about = replace(form.description, title=title, container=in_title_case(site))
    return replace(form, kind="webpage" if form.kind == "report" else form.kind, description=about)


def _stripped(words: str, *, has_volume: bool) -> _Stripped:
    plain = _SCANNED_J.sub(" J. ", words.replace("*", ""))
    plain = _DOT_FOR_DASH.sub("–", plain) if "·" in plain or "~" in plain else plain
    plain = _ASKED_ON_SITE.sub(", ", _GLUED_PAGE.sub(r"\g<word> ", plain))
    plain = _ARCHIVED.sub("", plain) if "[http" in plain else plain
    link = LINK.search(plain) if "](" in words else None
    plain = LINK.sub(lambda match: match["words"], plain) if link else plain
    defined, plain = _taken(_DEFINED, plain, "name")
    plain = _ACCESS.without(plain).rstrip(" .,")
    url = URL.search(plain)
    address = url.group().strip("<>").rstrip(".,;:") if url else _linked(link)
    plain = _without(plain, url)
    doi = DOI.search(words) if "10." in words else None
    if defined is None and plain.endswith("]"):
        defined, plain = _taken(_BRACKETED_NAME, plain, "name")
    if defined is None:
        defined, plain = _taken(_SHORT_TITLE if has_volume and _has_volume(plain) else _QUOTED_NAME, plain, "name")
    parenthetical, plain = _taken(PARENTHETICAL, plain, "words") if not _is_imprint(plain) else (None, plain)
    identifiers = ((f"doi:{doi.group().rstrip('.').lower()}",) if doi else ()) + ((address,) if address else ())
    return _Stripped(plain.strip(" ,"), defined, parenthetical, link["words"] if link else None, identifiers)


def _linked(link: re.Match[str] | None) -> str | None:
    """The address behind a link of a page, where it is one of the web: "[Ice Policy](https://…)"."""
    return link["to"] if link and link["to"].startswith(("http://", "https://")) else None


def _has_volume(text: str) -> bool:
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


def _on_case(part: Part) -> bool:
    """Whether it is an article whose title names a case: "Lind, In the Wake of Frost v. Snow, 23 POLAR L.J. 65"."""
    if " v. " not in part.text or _SURNAME_FIRST.match(part.text) is None:
        return False
    return part.volume("journal") is not None or SEASONAL.search(part.text) is not None


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
    if part.volume("case") is None and (is_authored(_NUMBER_FIRST.sub("", part.text)) or _on_case(part)):
        forms = (*_PUBLICATIONS, *_FORMS)
    elif quotation is not None and quotation.end() - quotation.start() > 12 and part.volume("case") is None:
        forms = (read_quoted, *(form for form in _FORMS if form is not read_quoted))
    for reader in forms:
        form = reader(part)
        if form is not None:
            return form
    return None
