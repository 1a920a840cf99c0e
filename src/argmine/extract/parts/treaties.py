"""Instruments into their articles: treaties, statutes, resolutions, sets of principles and guidelines.

A text is an instrument's own when its articles (sections, principles ...) ascend from the first with few gaps and hold
most of its words; a paper that quotes some is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from argmine.knowledge.numerals import added_up
from argmine.types import Article, Block, Document, Span

_NUMERAL = r"(?P<number>(?:(?:[A-Z]\.)?\d{1,5}(?:[-.]\d{1,3})?[a-z]?|[IVXLC]{1,8})(?: ?(?:bis|ter|quater)\b)?)"
_UNIT = re.compile(
    r"(?:(?P<unit>(?i:article|art\.|artikel|section|sec\.|principle|principe|guideline|rule|regulation|règle|conclusion))\s+|§\s?)"
    rf"{_NUMERAL}(?P<gap>[\s.:—–-]+|$)",
)
_DIVISION = re.compile(
    r"(?:(?P<annex>(?i:annexe?|schedule|appendix|(?:optional )?protocol))\b(?:\s+(?P<numeral>[IVXLC\dA-Z]{1,5})\b)?"
    r"|(?i:parti?e?|chapter|chapitre|title|titre|section|subsection)\s+[IVXLC\dA-Z]{1,6}\b)"
)
_INSTRUMENT = re.compile(r"(?:convention|treaty|agreement|statute|final act|resolution)\b", re.IGNORECASE)
_SIGNATURES = re.compile(r"in (?:witness|faith|testimony) (?:whereof|thereof)|done (?:at|in)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\.\s*")

_HEADING = 300  # characters: what follows the number in a heading, at most
_FEWEST = 3  # articles: an instrument with fewer is not told from a paper that quotes some
_COVERED = 0.3  # share of the body's letters that the articles hold, at least
_COMPLETE = 0.8  # share of the numbers between the first and the last that are there


@dataclass(frozen=True, slots=True)
class _Unit:
    """One article as found: the index of its block, its number and heading, and where its words begin in the text."""

    block: int
    kind: str
    number: str
    heading: str | None
    start: int
    annex: str | None = None


def find_articles(document: Document) -> tuple[Article, ...]:
    """The articles of a document that is an instrument's own text; none if it is not, or holds several instruments.

    A span holds the article's own words, without number and heading. Articles of an annex that counts anew are numbered
    with its name ("Annex III, 13"). In a resolution without articles, its numbered paragraphs are taken.
    """
    units = _in_order(_units(document))
    if len(units) < _FEWEST and document.metadata.genre == "resolution":
        units = _in_order(_operative_paragraphs(document))
    ends = (*(unit.block for unit in units[1:]), len(document.blocks))
    articles = tuple(_article(document, unit, end) for unit, end in zip(units, ends, strict=False))
    return articles if _hold_most(document, articles) else ()


def _units(document: Document) -> list[_Unit]:
    """The headings of articles, of the kind that is most frequent, each with the annex in which it stands."""
    found: list[_Unit] = []
    annex: str | None = None
    for index, block in enumerate(document.blocks):
        unit = _unit(document, index)
        if unit:
            found.append(replace(unit, annex=annex))
        elif block.kind == "heading" and found and document.blocks[index - 1].kind != "heading":
            # A heading below another one is its title: "ANNEX VI", "STATUTE OF THE TRIBUNAL".
            annex = _annex(block.span.of(document.text)) or annex
    kinds = [unit.kind for unit in found]
    most = max(sorted(set(kinds)), key=kinds.count, default="")
    return [unit for unit in found if unit.kind == most]


def _annex(heading: str) -> str | None:
    """The name of the annex, or of the other instrument, that begins with a heading."""
    if _INSTRUMENT.match(heading):
        return heading
    division = _DIVISION.match(heading)
    if division is None or division["annex"] is None:
        return None
    return " ".join(part for part in (division["annex"].capitalize(), division["numeral"]) if part)


def _unit(document: Document, index: int) -> _Unit | None:
    """The article that begins with this block, if one does."""
    block = document.blocks[index]
    text = block.span.of(document.text)
    found = _UNIT.match(text)
    if found is None or block.kind not in ("heading", "paragraph", "list_item"):
        return None
    rest = text[found.end() :].strip()
    is_heading = block.kind == "heading" or (len(rest) <= _HEADING and not rest.endswith(tuple('.;:,”"')))
    if not is_heading and not re.search(r"[.:—–]", found["gap"]):  # "Article 5 of the Convention provides ..."
        return None
    kind = (found["unit"] or "§")[:3].lower()
    start = block.span.end if is_heading else block.span.start + found.end()
    if is_heading and not rest:
        rest = _title_below(document, index)
    heading = rest.lstrip("-–— ").rstrip(".: ") if is_heading and len(rest) <= _HEADING else ""
    return _Unit(index, kind, " ".join(found["number"].split()), heading or None, start)


def _title_below(document: Document, index: int) -> str:
    """The heading right below that of an article: its title."""
    below = document.blocks[index + 1 : index + 2]
    if not below or below[0].kind != "heading":
        return ""
    text = below[0].span.of(document.text)
    return "" if _UNIT.match(text) or _DIVISION.match(text) else text


def _operative_paragraphs(document: Document) -> list[_Unit]:
    found: list[_Unit] = []
    annex: str | None = None
    for index, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        number = _NUMBERED.match(text)
        if block.kind == "heading" and found:
            annex = _annex(text) or annex
        elif number and block.kind in ("paragraph", "list_item"):
            found.append(_Unit(index, "paragraph", number["number"], None, block.span.start + number.end(), annex))
    return found


def _in_order(units: Sequence[_Unit]) -> list[_Unit]:
    """The units without tables of contents, those of annexes named; none where numbers start anew without an annex."""
    runs = [run for run in _runs(units) if not _is_contents(run)]
    if not runs or len(runs[0]) < _FEWEST or not _is_complete(runs[0]):
        return []
    named = list(runs[0])
    for run in runs[1:]:
        if run[0].annex is None or run[0].annex == runs[0][-1].annex:
            return []
        named += [replace(unit, number=f"{unit.annex}, {unit.number}") for unit in run]
    return named


def _runs(units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """Stretches within which the numbers ascend."""
    run: list[_Unit] = []
    for unit in units:
        if run and _value(unit.number) <= _value(run[-1].number):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _is_contents(run: Sequence[_Unit]) -> bool:
    """Whether the headings stand one below the other, with nothing between."""
    close = sum(after.block - before.block == 1 for before, after in pairwise(run))
    return len(run) > 1 and close > _COMPLETE * (len(run) - 1) and all(unit.heading for unit in run)


def _is_complete(run: Sequence[_Unit]) -> bool:
    first, last = _value(run[0].number), _value(run[-1].number)
    if first[0] or last[0]:  # "Guideline B.2": counted anew in each part
        return True
    starts = first[1] == 1 or run[0].kind in ("sec", "§")
    return starts and len({_value(unit.number)[1] for unit in run}) >= _COMPLETE * (last[1] - first[1] + 1)


def _value(number: str) -> tuple[str, int, str]:
    """What a number is sorted by: "XIV" → ("", 14, ""), "3 bis" → ("", 3, "bis"), "B.2" → ("B", 2, "")."""
    part, digits, suffix = re.fullmatch(r"(?:([A-Z])\.)?(\d+|[IVXLC]+)[-.]?(.*)", number).groups()  # type: ignore[union-attr]
    return part or "", int(digits) if digits.isdigit() else added_up(digits), suffix.strip()


def _article(document: Document, unit: _Unit, end: int) -> Article:
    """The article's words: to the next article, the next division or the signatures."""
    inside: list[Block] = []
    for block in document.blocks[unit.block + 1 : end]:
        text = block.span.of(document.text)
        if not inside and block.kind == "heading" and text.strip("-–— .:") == unit.heading:
            continue
        if _ends_article(block, text):
            break
        inside.append(block)
    first = document.blocks[unit.block].span
    start = unit.start if unit.start < first.end or not inside else inside[0].span.start
    return Article(unit.number, unit.heading, Span(start, max(start, inside[-1].span.end if inside else first.end)))


def _ends_article(block: Block, text: str) -> bool:
    """The signatures, or a heading that is not that of a paragraph of the article ("2. Nuclear reactors")."""
    if block.kind != "heading":
        return bool(_SIGNATURES.match(text))
    return not re.match(r"(?:\d{1,2}|[a-z])[.)]\s|\([\da-z]{1,3}\)", text)


def _hold_most(document: Document, articles: Sequence[Article]) -> bool:
    body = sum(block.span.end - block.span.start for block in document.blocks)
    return sum(article.span.end - article.span.start for article in articles) >= _COVERED * max(1, body)
