"""Pages of the web: what has an address, or a link on its title, and no other form.

[Ice Policy](https://…). Ice Bureau, 2024 · Ice Bureau website, Ice Policy · “Ice Policy”, Ice Bureau, https://…
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person, names
from argmine.mine.citations.fields.parts import DATE, Form, Part, any_year, bracketed_year, date_words, inner
from argmine.types import Description

# words that lead to an address and name nothing
_LEADS_TO = re.compile(
    r"(?:[Ss]ee\b|[Ff]or\s(?:more|further|details|an?\s|the\s)|[Aa]vailable|[Mm]ore\s|[Ff]urther\s|[Aa]t$|[Oo]nline$"
    r"|[Tt]he\s(?:full\s)?text|[Bb]oth\s|[Aa]ll\s|[Ii]nformation\s)|.*:$"
)
_SITE_FIRST = re.compile(
    r"(?P<site>[A-ZÀ-Þ][^,:;()]{2,60}?)(?:[’']s)?\s(?:[Ww]eb\s?(?:site|page)|[Hh]ome\s?page)(?:,\s?(?P<title>.{3,300}))?$"
)
_WEBSITE = re.compile(
    r"(?:[Oo]fficial\s)?(?:[Ww]eb\s?(?:site|page)|[Hh]ome\s?page)\sof\s(?:the\s)?(?P<of>[^,:;(]{3,120})"
)
_TITLE = re.compile(r"[“\"]?[^,(]{6,300}")
_SITE = re.compile(r",\s(?P<site>[^,(]{3,80})")
_TITLE_WORDS = 4
_BETWEEN = re.compile(r",\s|(?<![A-Z])\.\s")
# a title alone: neither number nor verb, nor pieces between commas
_UNDATED = re.compile(
    r"[A-ZÀ-Þ](?:(?!\s(?:is|are|was|were|has|have|had|did|does|may|can|will|would|should)\s)[^,;()\d]){8,160}"
)
_MARKS = ' .,:()“”‘’"*_'


def read_page(words: str, *, has_address: bool, linked: str | None) -> Form:
    """A page of the web; `linked` are the words that a link stands on. Without address and link: an article by DOI."""
    found = (reader(words) for reader in _READERS)
    about = _linked_page(words, linked) if linked is not None else next(each for each in found if each is not None)
    date, year = date_words(words)
    year = year or bracketed_year(words) or any_year(words)
    kind = "webpage" if has_address or linked is not None else "article"
    return Form(kind, replace(about, year=year, date=date))


def read_undated(words: str) -> Form | None:
    """A page of a body that is cited by its name alone, without date and address: "Ice Bureau, Ice Policy"."""
    if (site := _website(words)) is not None:
        return Form("webpage", site)
    authors, title = split_authors(words)
    if len(authors) != 1 or not is_body(authors[0]) or not _UNDATED.fullmatch(title.strip(' .“”‘’"')):
        return None
    return Form("webpage", Description(authors, in_title_case(title.strip(_MARKS))))


def _linked_page(words: str, linked: str) -> Description:
    """A page whose title is a link: who stands before it, the site behind it or in brackets."""
    before, _, behind = words.partition(linked)
    return Description(_makers(before), in_title_case(linked.strip(_MARKS)), _site(behind))


def _makers(before: str) -> tuple[str, ...]:
    """Persons or a body, where the words are nothing else."""
    who = before.strip(_MARKS)
    persons = names(who)
    return persons if all(map(is_person, persons)) else (who,) if is_body(who) else ()


def _site(behind: str) -> str | None:
    site = DATE.without(behind).strip(_MARKS).partition(",")[0].strip(" ()")
    return site if site[:1].isupper() else None


def _unnamed(words: str) -> Description | None:
    """Words that only lead to the address: "See for more details: https://…"."""
    return Description() if _LEADS_TO.match(words) else None


def _behind_site(words: str) -> Description | None:
    """ "Ice Bureau website, Ice Policy"."""
    match = _SITE_FIRST.match(words)
    if match is None:
        return None
    title = DATE.without(match["title"] or "").strip(_MARKS)
    return Description((match["site"],), title or match["site"])


def _quoted(words: str) -> Description | None:
    """ "Ice Bureau, “Ice Policy”, Frost Watch"."""
    quotation = Part(words).quotation
    if quotation is None:
        return None
    return Description(_makers(words[: quotation.start()]), inner(quotation), _site(words[quotation.end() :]))


def _of_persons(words: str) -> Description | None:
    """Author, title and site; of two pieces the first may be the title."""
    authors, behind = split_authors(words)
    title = _TITLE.match(behind)
    is_titled = title is not None and ("," in behind or len(authors) > 1 or _is_long(title.group()))
    if title is None or not is_titled or not (authors and all(map(is_person, authors))):
        return None
    site = _SITE.match(behind, title.end())
    name = in_title_case(site["site"].strip(" .”")) if site and not DATE.match(site["site"]) else None
    return Description(authors, in_title_case(title.group().strip(_MARKS)), name)


def _is_long(title: str) -> bool:
    """Whether it is a title, and no site: of two pieces the first may be the title."""
    return len(title.split()) >= _TITLE_WORDS and not title.isupper()


def _website(words: str) -> Description | None:
    """ "Official website of the Ice Bureau"."""
    match = _WEBSITE.match(words)
    return Description((match["of"].strip(" .:"),), words.strip(" .:")) if match else None


def _pieces(words: str) -> Description:
    """Title and site, with a body as author before them or as the site itself."""
    pieces = [piece.strip(_MARKS) for piece in _BETWEEN.split(DATE.without(words)) if piece.strip(_MARKS)]
    last = pieces[-1] if len(pieces) > 1 else None
    author = None
    if last is not None and last.isupper() and not pieces[0].isupper():  # "Ice Policy, ICE BUREAU" (Bluebook rule 18.2)
        own = in_title_case(last)
        return Description((own,) if is_body(own) else (), ", ".join(pieces[:-1]), own)
    if last is not None and is_body(last) and not is_body(pieces[0]):
        author = in_title_case(last)  # the site is its author's own
    elif len(pieces) > 1 and (is_body(pieces[0]) or (len(pieces) > 2 and is_person(pieces[0]))):
        author = pieces.pop(0)
    site = last if len(pieces) > 1 and last and not last.isdigit() else None
    return Description((author,) if author else (), pieces[0] if pieces else None, site)


_READERS: tuple[Callable[[str], Description | None], ...] = (
    _unnamed, _behind_site, _quoted, _of_persons, _website, _pieces,
)  # fmt: skip
