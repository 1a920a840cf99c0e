"""Publications whose title stands in quotation marks, by what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from argmine.mine.citations.fields.kinds import BLOG, PRESS, REPORT_WORDS
from argmine.mine.citations.fields.names import in_title_case, is_body, names
from argmine.mine.citations.fields.parts import YEAR, Form, Part, any_year, bracketed_year, inner
from argmine.mine.citations.forms.articles import is_cited_by_year, read_journal
from argmine.mine.citations.forms.chapters import chapter_form
from argmine.mine.citations.forms.papers import read_blog, read_news, read_paper, read_thesis
from argmine.mine.citations.marks.pinpoints import find_pinpoints
from argmine.types import Description

_BLOG_BEHIND = re.compile(rf"^[\s,.]*(?:in:?\s)?[*_]?(?:\w+\s){{0,2}}{BLOG.pattern}")


_ORDER = re.compile(r"^[\s,.]*(?:Executive\sOrder|E\.O\.|Presidential\s(?:Memorandum|Decree))\b")
_REPORTED = re.compile(r"\b(?:Report|Recommendations|Findings|Fact\sSheet|White\sPaper|Memorandum)\b")
_SPOKEN = re.compile(
    r"^[\s,.(]*(?:[Pp]aper\s|[Ss]peech\s|[Ll]ecture\s)?(?:presented|delivered|given|held)\s(?:at|to|in|on)\b"
)
_ARTICLE = re.compile(r"(?:The|An?)\s[a-z]")
_GOES_ON = re.compile(r":\s[A-ZÀ-Þ][^,()“”\d]{3,80}(?=,\s)")
# "‘Whose Ice’: Snow, and Who Owns It, POLAR NEWS (May 3, 2021)"
_GOES_ON_TO_SITE = re.compile(
    r":?\s[A-ZÀ-Þ][^()]{3,200}?(?=[,”\"]\s(?:[A-ZÀ-Þ][A-ZÀ-Þ .&’'-]{3,60}\s\("
    r"|\d{1,3}\s[A-Z][\w.’']*\s[^;()]{3,60}\s\d))"
)
_SITE_OF = re.compile(r"^(?:[Oo]fficial\s)?[Ww]eb\s?(?:site|page)\sof\s(?:the\s)?")
_READERS: tuple[Callable[[str], Form | None], ...] = (read_journal, read_thesis, read_paper, read_news, read_blog)


def read_quoted(part: Part) -> Form | None:
    """Works whose title stands in quotation marks."""
    quotation = part.quotation
    if quotation is None or quotation.start() > 220:
        return None
    before = part.text[: quotation.start()].rstrip(" *_(")
    if before and before[-1] not in ",.:)" and not re.search(r"\bin$", before):
        return None
    authors, ok = _lead_authors(before.strip(" ,:*_("))
    title, rest = inner(quotation), part.text[quotation.end() :]
    if (more := _more_of_title(title, rest)) is not None:  # "“Whose Ice?”: Work and Snow, in"
        title, rest = title + more.group(), rest[more.end() :]
    form = _container(rest, part) if ok else None
    if form is None or (form.kind in ("document", "webpage", "article-newspaper") and part.symbols):
        return None
    found = replace(form.description, authors=authors, title=in_title_case(title))
    if not _SPOKEN.match(rest) and _ORDER.search(rest):
        return replace(form, kind="legislation", description=replace(found, container=None))
    kind = "speech" if _SPOKEN.match(rest) else _kind(form, authors, title, part)
    return replace(form, kind=kind, description=found)


def _kind(form: Form, authors: tuple[str, ...], title: str, part: Part) -> str:
    """What the container makes it, but for what a body or a newspaper issued."""
    if form.kind == "article-journal" and part.volume("document") is not None:
        return "report"  # the yearbook of a commission
    if form.kind not in ("document", "webpage"):
        return form.kind
    if any(pin.unit in ("page", "paragraph") for pin in form.pinpoints):
        return "report"  # pages of the web have no numbers
    if authors and is_body(authors[0]) and REPORT_WORDS.search(title):
        return "report"
    if form.kind == "document" and _REPORTED.search(title):
        return "report"
    is_of_press = form.description.date and len(authors) == 1 and PRESS.search(authors[0])
    return "article-newspaper" if is_of_press else form.kind


def _more_of_title(title: str, rest: str) -> re.Match[str] | None:
    """What follows the quoted words of a title and belongs to it."""
    to_site = _GOES_ON_TO_SITE.match(rest) if rest[:1] == ":" or title.endswith(":") else None
    return to_site or _GOES_ON.match(rest)


def _lead_authors(lead: str) -> tuple[tuple[str, ...], bool]:
    """(authors, whether the words before a title can be its authors)."""
    if not lead:
        return (), True
    lead = _SITE_OF.sub("", lead)
    plain = re.sub(rf",?\s?\(?{YEAR}\)?[.:,]?$", "", lead).strip(" ,:")
    if is_body(plain) and len(plain) < 160:
        return (in_title_case(plain.rstrip(" .")),), True
    found = names(plain)
    if _ARTICLE.match(plain):  # "The expression, “peaceful purposes,” appears"
        return (), False
    good = len(plain) < 220 and not re.search(r"\s[a-z]{4,}\s", f" {plain} ".replace(" others ", " "))
    return (found, True) if good else ((), False)


def _container(rest: str, part: Part) -> Form | None:
    """What stands behind a title in quotation marks, read as what contains it."""
    within = re.match(r"^[\s,.]*[*_]?[Ii]n:?[*_]?\s", rest)
    if within and not is_cited_by_year(rest[within.end() :]):
        chapter = chapter_form(rest[within.end() :])
        if chapter is not None:
            return chapter
    for reader in (read_news, read_blog, *_READERS) if _BLOG_BEHIND.match(rest) else _READERS:
        if (form := reader(rest)) is not None:
            return form
    year = bracketed_year(part.text) or any_year(rest)
    if year is None:
        return None
    place = re.match(r"^[\s,.]*\((?P<imprint>[^()]+)\)", rest)
    return Form(
        "document",
        Description(year=year, publisher=place["imprint"] if place and not place["imprint"].isdigit() else None),
        find_pinpoints(rest),
    )
