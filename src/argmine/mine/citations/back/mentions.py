"""Mentions: authorities that the prose of a note names, without citing them in full.

    ... as Article 11 of the Moon Agreement says ...        an instrument of the registry, with or without an article
    ... the Frost Act 1986 envisages it in its s. 3 ...     a statute with its year
    ... in the Ice Shelf cases, paras. 85–87, the Court ...  a decision with a place in it
    ... Ice Rules, Rule 4 ...                                what the document has named so before

A mention stands for itself, and points to the full citation before it where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmine.knowledge.citations import letters
from argmine.mine.citations.back.names import GENERIC, Name, Names, last_words, registered
from argmine.mine.citations.back.own_names import OwnNames
from argmine.mine.citations.back.pointers import run_before
from argmine.mine.citations.marks.pinpoints import find_pinpoints, reach
from argmine.mine.citations.triggers import Triggered, words_of
from argmine.types import Citation, Description, Pointer, Span

_TOKEN = re.compile(r"[^\s,;:()\[\]“”‘\"]+")
_NUMBER = re.compile(r"\s\d{1,3}(?:\.\d{1,2}|\([a-z]\)|[a-z])?(?!\w|[.,]\d)")
_UNITS = (
    r"(?:\b[Aa]rt(?:icle)?s?\b|\b[Ss]ections?\b|\b[Gg]uidelines?(?=\s[A-Z\d])|\b[Pp]rinciples?(?=\s[\dIVX])"
    r"|\b[Bb]locks?(?=\s\d)|\b[Cc]onclusions?(?=\s\d)|\b[Rr]ules?(?=\s\d)|\bParts?(?=\s[IVX\d])"
    r"|\bAnnex(?=\s[IVX\d])|§{1,2})"
)
_PLACE_BEFORE = re.compile(
    rf"{_UNITS}\.?"
    r"\s?(?:[A-Z]\.)?[\dIVXLC][\w(),.–& -]{0,50}?\s(?:(?:of|in|to|under)\s)?(?:the\s)?(?:(?:19|20)\d\d\s)?$"
)
_UNIT = re.compile(_UNITS)
_IN_ITS = re.compile(r"(?:[’']s?)?[,.]?\s(?:in\sits\s|\()?(?=[Aa]rt|[Ss]ec|§|[Pp]ara)")
_ACT = Triggered(r"\b(?P<head>Act|Ordinance|Code)(?:\sof)?\s(?P<year>(?:18|19|20)\d\d)\b", words="act ordinance code")
_LAW = Triggered(
    r"(?:\b[A-ZÀ-Þ][a-zß-ÿ]+(?:’s|'s)\s)?\b(?P<title>(?:Federal\s)?(?:Law|Decree)\s(?:[Nn]o\.?\s?[\w/()-]{1,12}\s)?of\s(?:\d{1,2}\s[A-Z][a-z]{2,8}\s)?"
    r"(?P<year>(?:19|20)\d\d)(?:\s(?:on|concerning)\s[^,;:.()“”]{5,120})?)",
    words="law decree",
)
_CASE = Triggered(r"\b[Cc]ases?(?=,\s(?:paras?\.?|pp?\.|at|¶{1,2}|§{1,2})\s?\d)", words="case cases")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s$")  # "the 1972 Convention"
# the town of "the 1982 London Convention"
_PROPER_BEFORE = re.compile(r"\b(?:18|19|20)\d\d\s(?P<proper>[A-ZÀ-Þ][a-zß-ÿ]+(?:\s[A-ZÀ-Þ][a-zß-ÿ]+)?\s)$")
_NEAR = 90


def find_mentions(
    text: str, within: Span, note: str, signal: str | None, own: OwnNames | None = None
) -> Iterator[Citation]:
    """Every instrument of the registry, authority that the document has named, dated statute and decision with a place
    that prose names, left to right.
    """
    found = [
        *_named_in(text, within, own),
        *_statutes_in(text, within),
        *_laws_in(text, within),
        *_cases_in(text, within),
    ]
    end = within.start
    for span, kind, description, name in sorted(found, key=lambda each: each[0]):
        if span.start >= end:
            pins = find_pinpoints(span.of(text))
            yield Citation(span, kind, None, note, description, pins, signal, pointer=Pointer("name", None, name))
            end, signal = span.end, None


def once_each(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The citations of one note; a name that stood in it before and comes without an article says nothing new."""
    seen: set[str] = set()
    for each in citations:
        name = letters(each.pointer.name) if each.pointer and each.pointer.name and each.kind != "short" else None
        if name is None or name not in seen or each.pinpoints:
            yield each
        called = each.pointer.name if each.pointer else each.description.title
        seen.update(letters(word) for word in (called, each.defined) if word)


_Found = tuple[Span, str, Description, str]


def _named_in(text: str, within: Span, own: OwnNames | None) -> Iterator[_Found]:
    words = words_of(within.of(text))
    if last_words().isdisjoint(words) and (own is None or own.last_words.isdisjoint(words)):
        return
    tokens = list(_TOKEN.finditer(text, within.start, within.end))
    place, floor = 0, within.start
    while place < len(tokens):
        count, name = _longest(text, tokens, place, own)
        if name is not None:
            named = Span(tokens[place].start(), _end(tokens[place + count - 1]))
            for found in _placed(text, named, name, within, floor):
                yield found
                floor = found[0].end  # the article behind a name is not that of the next
        place += count


def _longest(text: str, tokens: list[re.Match[str]], place: int, own: OwnNames | None) -> tuple[int, Name | None]:
    """(how many words, the name) of the longest name that begins at a word; (1, None) without one."""
    first = letters(tokens[place].group())
    begins = [names for each in (registered(), own.names if own else {}) if (names := each.get(first)) is not None]
    found: tuple[int, Name | None] = (1, None)
    for names in begins:
        count, name = _named(text, tokens, place, names)
        if name is not None and (found[1] is None or count > found[0]):
            found = count, name
    return found


def _placed(text: str, named: Span, name: Name, within: Span, floor: int) -> Iterator[_Found]:
    """A name, where it tells enough by itself, stands alone or has a place beside it."""
    title = named.of(text)
    dated = None
    if title in GENERIC:
        if (proper := _PROPER_BEFORE.search(text, max(named.start - _NEAR, within.start), named.start)) is not None:
            named, name = Span(proper.start("proper"), named.end), name._replace(is_telling=True)
            title = named.of(text)
        dated = _YEAR_BEFORE.search(text, max(named.start - 5, within.start), named.start)
    span = _with_number(text, named, within) if name.is_unit else _with_place(text, named, Span(floor, within.end))
    if span == named and name.called is not None:
        span = _with_unit(text, named, within)
    alone = span.start == within.start and span.end >= within.end and title not in GENERIC and not name.is_unit
    if name.is_telling or alone or span != named:
        title = text[dated.start() : named.end] if dated else title
        yield span, name.kind, Description(title=title), name.called or title


def _with_unit(text: str, named: Span, within: Span) -> Span:
    """ "Ice Stones, Stone 4.2": what the name counts."""
    unit = re.escape(named.of(text).split()[-1].removesuffix("s"))
    place = re.compile(rf",?\s{unit}s?\s\d[\d.]*(?:\([a-z\d]\))*").match(text, named.end, within.end)
    return Span(named.start, named.start + len(text[named.start : place.end()].rstrip("."))) if place else named


def _with_number(text: str, named: Span, within: Span) -> Span:
    """ "Ice Rule 4": the number of the rule belongs to its name."""
    number = _NUMBER.match(text, named.end, within.end)
    return Span(named.start, number.end()) if number else named


def _named(text: str, tokens: list[re.Match[str]], place: int, begins: Names) -> tuple[int, Name | None]:
    """(how many words, the name) of the longest of the names that begin with this word."""
    found: tuple[int, Name | None] = (1, None)
    whole = ""
    for count, token in enumerate(_run(text, tokens[place : place + begins.most]), 1):
        last = letters(text[token.start() : _end(token)])  # without a mark of possession
        if (name := begins.names.get(whole + last)) is not None:
            found = count, name
        whole += letters(token.group())
    return found


def _run(text: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words up to the first mark between them that is no comma."""
    for count in range(1, len(tokens)):
        if text[tokens[count - 1].end() : tokens[count].start()].strip(" ,\n"):
            return tokens[:count]
    return tokens


def _end(token: re.Match[str]) -> int:
    """Where a word ends, without the mark of possession and the stop."""
    word = token.group().rstrip(".")
    return token.start() + len(word.removesuffix("’s").removesuffix("'s").rstrip("’'"))


def _with_place(text: str, span: Span, within: Span) -> Span:
    """A name with the article that is cited of it, before it or behind."""
    window = text[max(span.start - _NEAR, within.start) : span.start]
    units = [match.start() for match in _UNIT.finditer(window)]
    before = _PLACE_BEFORE.match(window, units[-1]) if units else None
    start = span.start - len(before.group()) if before else span.start
    its = _IN_ITS.match(text, span.end, within.end)
    stop = its.end() if its else span.end
    is_bracketed = its is not None and its.group().endswith("(")
    behind = reach(text[stop : min(stop + _NEAR, within.end)]) if before is None else 0
    words = text[stop : stop + behind].rstrip(" ,")
    if not find_pinpoints(words):
        return Span(start, span.end)
    end = stop + len(words)
    return Span(start, end + (is_bracketed and text[end : end + 1] == ")"))


def _laws_in(text: str, within: Span) -> Iterator[_Found]:
    """ "Luxembourg’s Law of 20 July 2017 on ice, Art. 1"."""
    for match in _LAW.finditer(text, within):
        stop = match.end() + reach(text[match.end() : min(match.end() + _NEAR, within.end)])
        title = match["title"]
        yield (
            Span(*match.span()) if stop == match.end() else Span(match.start(), stop),
            "legislation",
            Description(title=title, year=int(match["year"])),
            title,
        )


def _statutes_in(text: str, within: Span) -> Iterator[_Found]:
    for match in _ACT.finditer(text, within):
        start = run_before(text, match.start(), within.start)
        if start < match.start():
            stop = match.end() + reach(text[match.end() : min(match.end() + _NEAR, within.end)])
            pinned = find_pinpoints(text[match.end() : stop])
            title = text[start : match.end()]
            about = Description(title=title, year=int(match["year"]))
            yield Span(start, stop if pinned else match.end()), "legislation", about, title


def _cases_in(text: str, within: Span) -> Iterator[_Found]:
    """ "Lotus case, p. 18", "North Sea Continental Shelf cases, paras. 85–87"."""
    for match in _CASE.finditer(text, within):
        start = run_before(text, match.start(), within.start)
        if start < match.start():
            stop = match.end() + reach(text[match.end() : min(match.end() + _NEAR, within.end)])
            title = text[start : match.end()]
            yield Span(start, stop), "legal_case", Description(title=title), title[: match.start() - start].strip()
