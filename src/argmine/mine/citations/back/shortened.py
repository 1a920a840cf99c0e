"""References shortened to author and title, without a number of a note: Lind, Ice Law, p. 51 · Lind, “Ice Law”, 155.

They hold neither year nor publication, and end with a place in the work or with the mark behind the title; which work
is meant is asked later (`resolve.shortforms`).
"""

from __future__ import annotations

import re

from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person
from argmine.mine.citations.fields.parts import any_year, bracketed_year
from argmine.mine.citations.marks.pinpoints import behind, reach
from argmine.types import Citation, Description, Pointer, Span

_QUOTED = re.compile(r"[“‘«\"]\s?(?P<title>[A-ZÀ-Þ][^“”«»\"]{3,160}?)\s?[”’»\"],?(?=\s|$)")
_TITLED = re.compile(
    r"(?P<title>[A-ZÀ-Þ][^\d,;“”]{3,120}(?:,\s[^\d,;“”]{3,60})?)(?=,\s(?:at\s|pp?\.|S\.|paras?\.?\s|§|\d))"
)


_IN = re.compile(r",\s[Ii]n:?(?:\s(?P<holder>[A-ZÀ-Þ][^,;()]{3,120}))?$")
_IN_VOLUME = re.compile(r"\s[IVX]{1,4}\s\d{1,4}\sff?")  # "Lind/Frost I 35 ff."
# "Lind, p. 35", "Lind and Frost, at 35", "Lind/Frost I 35 ff."; words that begin a place in a work are no surnames
_SURNAMES = re.compile(
    r"(?P<who>(?!(?:Annex|Appendix|Article|Chapter|Part|Section|Title|Vol|Volume|Note|Report|Page|Figure|Table|Book|Supplement)\b)"
    r"(?:(?:[A-ZÀ-Þ]\.[\s-]?){0,3}|(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er)\s)[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?"
    r"(?:(?:,\s[A-ZÀ-Þ][a-zß-ÿ’'-]+){0,3}(?:,?\s(?:and|&|et|und)\s|\s?/\s?)(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][a-zß-ÿ’'-]+)?)"
    r"(?=,\s(?:at|pp?\.|S\.)\s?\d|(?:\s[IVX]{1,4})?\s\d{1,4}\sff?\.?(?:\s\(\d[^()]{0,20}\))?$)"
)


def _named(words: str, who: str, title: str | None, end: int) -> Citation:
    name = f"{who}, {title}" if title else who
    authors = tuple(re.split(r",?\s(?:and|&|et|und)\s|\s?/\s?|,\s", who))
    return Citation(
        Span(0, len(words.rstrip(" .,;:"))),
        "short",
        description=Description(authors=authors, title=title),
        pinpoints=behind(words[end:].strip(" ,")),
        pointer=Pointer("name", None, name),
    )


def in_the_same(words: str) -> Citation | None:
    """Author and title before "id.": another work in the volume of the one before: "Lind, Snow, id. at 17"."""
    authors, title = split_authors(words)
    is_work = bool(authors) and all(map(is_person, authors)) and bracketed_year(words) is None
    if not is_work or title[-1:] not in " ,.":
        return None
    within = _IN.search(title.rstrip(" ,."))
    plain = title[: within.start() if within else None].strip(' ,.“”‘’"')
    if not plain[:1].isupper() or " " not in plain:
        return None
    holder = in_title_case(within["holder"]) if within and within["holder"] else None
    about = Description(authors, in_title_case(plain), holder)
    kind = "chapter" if holder else "article-journal"
    return Citation(Span(0, 0), kind, description=about, pointer=Pointer("preceding"))


def author_and_title(words: str) -> Citation | None:
    """What points to a work by author and title, where it is all that the words hold."""
    if any_year(words) is not None:
        return None
    surname = _SURNAMES.match(words)
    behind_it = words[surname.end() :].rstrip(" .") if surname else ""
    if surname is not None and (reach(behind_it) >= len(behind_it) or _IN_VOLUME.fullmatch(behind_it)):
        return _named(words, surname["who"], None, surname.end())
    authors, rest = split_authors(words, surname_alone=True)
    if not authors or is_body(authors[0]):
        return None
    title = _QUOTED.match(rest) or _TITLED.match(rest)
    if title is None or reach(rest[title.end() :]) < len(rest[title.end() :].rstrip(" .,")):
        return None
    place = rest[title.end() :].strip(" ,")
    name = words[: len(words) - len(rest)].strip(" ,")
    return Citation(
        Span(0, len(words.rstrip(" .,;:"))),
        "short",
        description=Description(authors=authors, title=title["title"]),
        pinpoints=behind(place),
        pointer=Pointer("name", None, f"{name}, {title['title']}"),
    )
