"""Articles in periodicals that are cited without a volume, by page and year alone.

Lind, Das Eis, Polarzeitung 193 (1976)                          Lind, Sur la glace, Revue du Nord 4 (No. 1, 1968)
Lind, O lodzie (On Ice), Studia Polarne (Polar Studies) 54 (1971)
"""

from __future__ import annotations

import re

from argmine.knowledge.citations import letters, series
from argmine.mine.citations.fields.imprints import HOUSES, clean_title
from argmine.mine.citations.fields.names import in_title_case
from argmine.mine.citations.fields.parts import YEAR, Form, any_year
from argmine.mine.citations.forms.articles import NAMES_JOURNAL
from argmine.mine.citations.marks.pinpoints import bare_page
from argmine.types import Description

_ISSUE = r"[Nn](?:o|r|um)\.\s?(?P<issue>\d{1,3})"
# what the brackets hold: a year, or an issue and a year; a place or a publisher speaks for a book
_DATED = re.compile(rf"(?:{_ISSUE},\s|[A-ZÀ-Þ][a-zß-ÿ]{{2,8}}\.?\s)?{YEAR}(?:[–/-]\d{{2,4}})?")
_NUMBERED = re.compile(rf",\s{_ISSUE}(?:\s(?:at|p\.)\s(?P<page>\d{{1,5}}))?$")
_PAGE = re.compile(r",?\s(?:at\s|pp?\.\s)?(?P<page>\d{1,5}(?:[–-]\d{1,5})?)(?P<pins>(?:,\s?\d{1,5})*)$")
_LAST = re.compile(r"(?:,|(?<=[?!]))\s(?P<journal>[A-ZÀ-Þ][^,()]{3,90}?)(?P<translated>\s\([A-ZÀ-Þ][^()]{3,60}\))?$")
_SHORTENED = re.compile(r"^(?:J\.|Q\.|REV\.|Rev\.)\s|\s(?:REV\.|Rev\.|Q\.|J\.|STUD\.|Stud\.|STUDIES|Studies)$")
_LEAST_TITLE = 5


def read_unnumbered(authors: tuple[str, ...], before: str, imprint: str) -> Form | None:
    """An article, from its authors, the title with what stands behind it, and the words in the brackets."""
    dated = _DATED.fullmatch(imprint.strip())
    if not authors or dated is None or before.isupper():  # in capitals it is a book
        return None
    numbered = _NUMBERED.search(before)
    head = before[: numbered.start()] if numbered else before
    page = _PAGE.search(head)
    named = _LAST.search(head[: page.start()] if page else head)
    if named is None or named.start() < _LEAST_TITLE or not (numbered or _is_periodical(named)):
        return None
    about = Description(
        authors,
        clean_title(head[: named.start() + (head[named.start()] in "?!")]),
        in_title_case(named["journal"]),
        issue=dated["issue"] or (numbered["issue"] if numbered else None),
        year=any_year(imprint),
        pages=page["page"] if page else numbered["page"] if numbered else None,
    )
    return Form("article-journal", about, bare_page(page["pins"].lstrip(", ")) if page and page["pins"] else ())


def _is_periodical(named: re.Match[str]) -> bool:
    """A journal by its words or by what is known of it; a name with its translation is one too."""
    name = named["journal"]
    known = letters(name) in series() or NAMES_JOURNAL.search(name) or _SHORTENED.search(name)
    return (bool(known) or named["translated"] is not None) and HOUSES.search(name) is None
