"""Instruments and their articles: numbers, headings, key terms and a gist in our own words; never the official text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

from argmine.errors import KnowledgeError
from argmine.knowledge.articles import Instrument, Unit
from argmine.knowledge.numerals import number_of, same_number
from argmine.knowledge.tables import Table, added, load, own, shipped
from argmine.types import Provision

KINDS = ("treaty", "statute", "resolution", "soft_law", "custom")
UNITS = ("article", "section", "principle", "guideline", "paragraph", "block", "conclusion")
_KEYS = (
    "code", "title", "kind", "date", "unit", "numerals", "names", "abbreviations", "series", "short", "foreign",
    "not_behind", "articles", "parts",
)  # fmt: skip
CODE = re.compile(r"[A-Z][A-Z0-9]*")
"""What the code of an instrument looks like."""
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_LATIN = "(?: (?:bis|ter|quater|quinquies|penter|sexies))?"
_ARABIC = re.compile(rf"(?:[A-Z]\.)?[0-9]+(?:[A-Z]|{_LATIN})")
_ROMAN = re.compile(rf"([IVXLCDM]+){_LATIN}")
_PARAGRAPH = re.compile(rf"(?:[0-9]+[A-Z]?|[A-Za-z]{{1,5}}){_LATIN}(?:\([0-9A-Za-z]{{1,8}}{_LATIN}\)){{0,4}}")


@cache
def instruments(extra: Path | None = None) -> Mapping[str, Instrument]:
    """All instruments by code: those that come with argmine, and those in the files `*.toml` of the folder `extra`, or
    of the folder `instruments` in the user's own knowledge (`tables.added`).

    Read once in a process, at the first call.

    Raises:
        KnowledgeError: a file is wrong, or two instruments share a code, a name or a concept.
    """
    found: dict[str, Instrument] = {}
    for file in (*shipped("instruments"), *(own(extra) if extra else added("instruments"))):
        table = load(file)
        instrument = _instrument(table)
        if instrument.code in found:
            raise table.error("code", f'"{instrument.code}" is taken by another instrument', "Choose another code")
        found[instrument.code] = instrument
    _check_denotations(found.values())
    return MappingProxyType(found)


@cache
def instrument(code: str) -> Instrument | None:
    """The one instrument under this code, of argmine's or of the user's own; None if there is none.

    Reads one file, where `instruments` reads all: a question about one provision need not wait for the others.
    """
    name = f"{code.lower()}.toml" if CODE.fullmatch(code) else ""
    file = next((file for file in (*shipped("instruments"), *added("instruments")) if file.name == name), None)
    return _instrument(load(file)) if file is not None else None


@cache
def covered_by(provision: Provision) -> tuple[tuple[str, ...], ...]:
    """The paths below which is all that a provision covers: its own, and its sections that are numbered as articles."""
    known = instrument(provision.instrument) or instruments().get(provision.instrument)
    return known.covered(provision.path) if known else (provision.path,)


def is_covered(path: tuple[str, ...], provision: Provision) -> bool:
    """Whether what has this path in the instrument of a provision is that provision, or below it."""
    return any(path[: len(above)] == above for above in covered_by(provision))


@cache
def written() -> tuple[Instrument, ...]:
    """The instruments that have a text: what a citation or a reference can mean."""
    return tuple(each for each in instruments().values() if each.is_written)


def is_unwritten(code: str) -> bool:
    """Whether a code stands for law that has no text and no articles."""
    known = instrument(code)
    return known is not None and not known.is_written


def _instrument(table: Table) -> Instrument:
    table.only(*_KEYS)
    numerals = table.choice("numerals", "roman", "arabic")
    articles = _articles(table, numerals)
    return Instrument(
        code=_code(table),
        title=table.text("title"),
        kind=table.choice("kind", *KINDS),
        date=_date(table),
        unit=table.choice("unit", *UNITS),
        numerals=numerals,
        names=table.texts("names"),
        abbreviations=table.texts("abbreviations"),
        series=table.texts("series"),
        short=table.texts("short"),
        not_behind=table.texts("not_behind"),
        foreign=_foreign(table.table("foreign")),
        articles=articles,
        parts=_parts(table.table("parts"), [same_number(article.number) for article in articles]),
    )


def _code(table: Table) -> str:
    code = table.text("code")
    if not CODE.fullmatch(code) or table.file != f"{code.lower()}.toml":
        raise table.error(
            "code", f'"{code}" is not the file\'s name in capitals', "Name the file code.toml, of letters and digits"
        )
    return code


def _date(table: Table) -> str:
    day = table.text("date")
    try:
        date.fromisoformat(f"{day}-01-01"[:10] if _DATE.fullmatch(day) else "")
    except ValueError as error:
        raise table.error(
            "date", f'"{day}" is no date', 'Write date = "1967-01-27", or stop at month or year'
        ) from error
    return day


def _foreign(table: Table) -> Mapping[str, tuple[str, ...]]:
    for language in table.values:
        if not re.fullmatch("[a-z]{2,3}", language):
            raise table.error(language, "is not the code of a language", "Write two or three small letters, as fr")
    return MappingProxyType({language: table.texts(language) for language in table.values})


def _articles(table: Table, numerals: str) -> tuple[Unit, ...]:
    articles: list[Unit] = []
    seen: set[str] = set()
    for row in table.tables("articles"):
        article = _unit(row, numerals)
        if same_number(article.number) in seen:
            raise row.error("number", f'"{article.number}" stands there twice', "Leave one out")
        seen.add(same_number(article.number))
        articles.append(article)
    return tuple(articles)


def _unit(table: Table, numerals: str) -> Unit:
    table.only("number", "heading", "gist", "terms", "concepts", "with_name", "paragraphs")
    number = table.text("number")
    if not (_is_roman(number) if numerals == "roman" else _ARABIC.fullmatch(number)):
        raise table.error("number", f'"{number}" is not {numerals}', "Write it so, or change numerals at the top")
    return Unit(
        number=number,
        heading=table.text("heading"),
        gist=table.text("gist", ""),
        terms=_lower(table, "terms"),
        concepts=_phrases(table, "concepts"),
        with_name=_phrases(table, "with_name"),
        paragraphs=_paragraphs(table),
    )


def _is_roman(number: str) -> bool:
    match = _ROMAN.fullmatch(number)
    return match is not None and number_of(match[1]) is not None


def _paragraphs(table: Table) -> tuple[str, ...]:
    paragraphs = table.texts("paragraphs")
    for paragraph in paragraphs:
        if not _PARAGRAPH.fullmatch(paragraph):
            raise table.error("paragraphs", f'"{paragraph}" is no paragraph', 'Write "2", or "2(a)(i)" for one below')
    return paragraphs


def _lower(table: Table, key: str) -> tuple[str, ...]:
    phrases = table.texts(key)
    for phrase in phrases:
        if phrase != phrase.lower():
            raise table.error(key, f'"{phrase}" has capitals', f'Write "{phrase.lower()}"')
    return phrases


def _phrases(table: Table, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for phrase in _lower(table, key) for each in _alternatives(phrase)))


def _alternatives(phrase: str) -> Iterator[str]:
    """ "comply with (orders|judgments) of the court": each of the phrases that this writes in one."""
    parts = re.split(r"\(([^()]*)\)", phrase)
    choices = (part.split("|") if place % 2 else (part,) for place, part in enumerate(parts))
    yield from (" ".join("".join(chosen).split()) for chosen in product(*choices))


def _parts(table: Table, numbers: list[str]) -> Mapping[str, tuple[str, str]]:
    parts: dict[str, tuple[str, str]] = {}
    for part in table.values:
        match table.texts(part, distinct=False):
            case (first, last) if _in_order(same_number(first), same_number(last), numbers):
                parts[part] = (first, last)
            case (only,) if same_number(only) in numbers:
                parts[part] = (only, only)
            case _:
                raise table.error(part, "is not the first and the last article", f'Write {part} = ["133", "191"]')
    return MappingProxyType(parts)


def _in_order(first: str, last: str, numbers: list[str]) -> bool:
    return first in numbers and last in numbers and numbers.index(first) <= numbers.index(last)


def _check_denotations(known: Iterable[Instrument]) -> None:
    """A name denotes one instrument and a concept one article, however it is capitalised."""
    owners: dict[str, str] = {}
    for instrument in known:
        for key, phrase, owner in _denotations(instrument):
            other = owners.setdefault(phrase.replace("’", "'").casefold(), owner)
            if other != owner:
                raise KnowledgeError(
                    f'{instrument.code.lower()}.toml: {key}: "{phrase}" denotes both {other} and {owner}.',
                    "Leave it out of one, or of both.",
                )


def _denotations(instrument: Instrument) -> Iterator[tuple[str, str, str]]:
    """Each phrase that denotes the instrument or an article of it: key, phrase, what it denotes."""
    yield "title", instrument.title, instrument.code
    for key in ("names", "abbreviations", "series"):
        for phrase in getattr(instrument, key):
            yield key, phrase, instrument.code
    for language, names in instrument.foreign.items():
        for name in names:
            yield f"[foreign] {language}", name, instrument.code
    for place, article in enumerate(instrument.articles, start=1):
        for concept in article.concepts:
            yield f"[articles {place}] concepts", concept, f"{instrument.code}:{article.number}"
