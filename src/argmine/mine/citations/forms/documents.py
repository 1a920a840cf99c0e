"""Documents of organizations by their symbol: reports, working papers, records, resolutions.

Sources: UN Editorial Manual, footnotes; Bluebook rule 21.7.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.issuers import authors_in, states_before
from argmine.mine.citations.fields.names import in_title_case, is_body
from argmine.mine.citations.fields.parts import (
    DATE,
    MONTH,
    YEAR,
    Form,
    Part,
    bracketed_year,
    date_words,
    inner,
    year_between,
)
from argmine.mine.citations.forms.treaties import TREATY_HEAD, is_signed
from argmine.mine.citations.marks.pinpoints import bare_page, find_pinpoints
from argmine.mine.citations.marks.series import Volume
from argmine.mine.citations.marks.symbols import Symbol, parse_symbol
from argmine.types import Description, Pinpoint

_NO_TITLE = re.compile(rf"(?:\d{{1,2}}\s)?{MONTH}\s?\d{{0,2}}|(?:[A-Z]\.?\s?){{2,6}}")  # a day, a body by its letters
_IN_FORCE = re.compile(r"\b(?:opened\sfor\ssignature|entered\sinto\sforce|in\sforce)\b")
_BODY_UNDER = re.compile(r"(?P<who>[A-ZÀ-Þ][^,()“”:;\d]{3,60}),\s(?=[A-ZÀ-Þ])")  # "COPUOS, Legal Subcommittee, Title"
_TITLE_BEHIND = re.compile(
    rf"(?:,\s|\s(?=on\s))(?:on\s(?:the\s)?)?[“‘\"]?(?P<title>[A-ZÀ-Þ][^\d;]{{10,300}}?)[”’\"]?(?=,\s(?:{DATE.pattern}|adopted\b|paras?\b|[Aa]nnex\b|UN\b|U\.N\.|[Pp]rinciple)|\s\(|$)"
)
_IN_BEHIND = re.compile(r",?\s(?:in|contained\sin|reproduced\sin)$")
_DOCUMENT_ENDS = re.compile(
    r"[,(.]?\s*(?:(?:U\.?N\.?|IAEA|ISA|OAS|WTO)\s)?(?:[Dd]oc(?:ument)?s?\.?|[Dd]ocument\sofficiel)?(?:\s(?:No\.?"
    r"|symbol))?\s*$|[,(]?\s*(?:contained|set\sout)?\s*in\s*(?:document)?\s*$",
)


def read_document(part: Part) -> Form | None:
    """Documents of organizations by their symbol: reports, working papers, records, resolutions."""
    marked = _marked(part)
    if marked is None or _is_treaty(part, marked):
        return None
    authors, title = _makers(part, marked)
    date, date_year = date_words(part.text[marked.end :] if DATE.search(part.text, marked.end) else part.text)
    document = part.volume("document")
    about = Description(
        authors=authors or _made_by(title, parse_symbol(marked.identifiers[0])) or _of_series(document),
        title=title,
        year=bracketed_year(part.text[marked.end :]) or date_year or _year(part, marked),
        date=date,
        identifiers=(*marked.identifiers, *(each.identifier for each in part.volumes if each.series.kind == "treaty")),
        container=document.series.abbreviation if document else None,
        volume=document.volume if document else None,
    )
    behind = part.text[marked.end :]
    return Form("report", about, find_pinpoints(behind) or _page_last(behind))


def _is_treaty(part: Part, marked: _Marked) -> bool:
    """Whether it is a treaty that is printed under the symbol: what was opened for signature or entered into force."""
    head = part.text[: marked.start]
    if TREATY_HEAD.match(head) is None:
        return False
    return _IN_FORCE.search(part.text) is not None or (part.date is not None and is_signed(head))


class _Marked(NamedTuple):
    """Where the symbols or the place in a series stand, and what they are."""

    start: int
    end: int
    identifiers: tuple[str, ...]


def _marked(part: Part) -> _Marked | None:
    if part.symbols:
        spans = [span for span, _ in part.symbols]
        identifiers = tuple(dict.fromkeys(each for _, each in part.symbols))
        return _Marked(min(span.start for span in spans), max(span.end for span in spans), identifiers)
    document = part.volume("document")
    return _Marked(document.span.start, document.span.end, (document.identifier,)) if document else None


def _makers(part: Part, marked: _Marked) -> tuple[tuple[str, ...], str | None]:
    """(authors, title): before the symbol, else the title behind it."""
    near = max(marked.start - 60, 0)  # the pattern looks from each place to the end
    before = part.text[:near] + _DOCUMENT_ENDS.sub("", part.text[near : marked.start])
    authors, title = _authors_and_title(before, part)
    if (states := states_before(before)) is not None:
        quotation = part.quotation if part.quotation and part.quotation.start() < marked.start else None
        authors, title = states[0], inner(quotation) if quotation else in_title_case(states[1])
    if title is None or DATE.match(title) or _NO_TITLE.fullmatch(title):
        named = _TITLE_BEHIND.match(part.text, marked.end)
        title = in_title_case(named["title"]) if named and not is_body(named["title"]) else None
    return authors, title


def _year(part: Part, marked: _Marked) -> int | None:
    """The year of the series, in brackets before, between commas, or in the symbol."""
    document = part.volume("document")
    return (
        (document.year if document else None)
        or bracketed_year(part.text)
        or year_between(part.text[: marked.start] + part.text[marked.end :])
        or _year_of(marked.identifiers[0])
    )


def _page_last(text: str) -> tuple[Pinpoint, ...]:
    """A bare number at the end is a page: "UN Doc A/73/10, 145"."""
    last = _BARE_LAST.search(text)
    return bare_page(last.group()) if last else ()


def _made_by(title: str | None, symbol: Symbol | None) -> tuple[str, ...]:
    """Who the title says made it, else the body under whose symbol it was issued."""
    if title and (authors := authors_in(title)):
        return authors
    return (symbol.organ.split(",")[0],) if symbol and symbol.organ else ()


def _of_series(document: Volume | None) -> tuple[str, ...]:
    """The Commission whose yearbook it is."""
    is_yearbook = document is not None and document.series.abbreviation == "ILC Yearbook"
    return ("International Law Commission",) if is_yearbook else ()


_BARE_LAST = re.compile(r"(?<!\d),\s\d{1,3}(?:[–-]\d{1,3})?$")
_PLACED = re.compile(r",?\s(?:¶{1,2}|paras?\.?|pp?\.|at|item|annex|ch\.|conclusion)\s[\d–,\s-]+$")


def _year_of(symbol: str) -> int | None:
    """The year in a symbol: A/AC.105/C.2/2019/CRP.3, A/CN.4/SER.A/1966, S/RES/1373(2001)."""
    match = re.search(r"[/(]((?:19|20)\d\d)(?=[/)]|$)", symbol)
    return int(match.group(1)) if match else None


def _authors_and_title(before: str, part: Part) -> tuple[tuple[str, ...], str | None]:
    quotation = part.quotation
    if quotation is not None and quotation.start() < len(before):
        lead = before[: quotation.start()].strip(" ,:*_")
        persons, rest = split_authors(f"{lead}, X", surname_alone=True)
        return (persons if persons and rest == "X" else (in_title_case(lead),) if lead else ()), inner(quotation)
    authors, title = split_authors(before)
    if authors and (under := _BODY_UNDER.match(title)) is not None and is_body(under["who"]):
        authors, title = (f"{authors[0]}, {under['who']}",), title[under.end() :]
    title = _PLACED.sub("", title)
    title = re.split(rf",?\s\((?={YEAR}\))|,\s(?={DATE.pattern})|,\s(?={YEAR}$)", title.rstrip(" ,"))[0]
    title = _IN_BEHIND.sub("", title.strip(" ,(*_.:"))
    if (
        not authors
        and is_body(title)
        and not re.search(
            r"\b(?:[Rr]eport|[Ss]tatement|[Dd]ecision|[Rr]esolution|[Dd]eclaration|[Nn]ote|[Pp]aper|[Ll]etter"
            r"|[Gg]uidelines)\b",
            title,
        )
        and len(title) < 60
    ):
        return (in_title_case(title),), None
    return authors, in_title_case(title) if len(title) > 2 else None
