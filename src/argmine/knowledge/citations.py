"""Forms of citation: series, journals, courts, bodies, signals and short forms, from `citations.toml`.

A form is looked up by its letters alone: "U.N.T.S.", "U. N. T. S." and "UNTS" are one. A user's file
`citations.toml` in the folder that the environment variable ARGMINE_KNOWLEDGE names adds to each table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from argmine.knowledge import american
from argmine.knowledge.tables import Table, added, load, shipped

FILE = "citations.toml"
SeriesKind = Literal["treaty", "case", "legislation", "document", "journal"]
Cited = Literal["volume", "number", "year", "series"]

_TABLES = ("reporters", "journals", "words", "courts", "bodies", "signals", "short_forms")
_MARKS = re.compile(r"[^\w&/()]+|_")


@dataclass(frozen=True, slots=True)
class Series:
    """A series of treaties, decisions, statutes or documents, or a journal.

    `abbreviation` is the form under which it is written in an identifier; `cited` says where its number stands (see
    `citations.toml`); `exact` names the one writing that counts, None where any does; `is_word`: the form is an
    ordinary word too.
    """

    abbreviation: str
    name: str
    kind: SeriesKind
    cited: Cited
    exact: str | None = None
    is_word: bool = False


@lru_cache(maxsize=8192)
def letters(form: str) -> str:
    """What is compared of a form: its letters and digits, in lower case, without apostrophes, stops and spaces."""
    return _MARKS.sub("", form.casefold())


@cache
def series() -> Mapping[str, Series]:
    """Every series and journal by the letters of each of its forms.

    Raises:
        KnowledgeError: a file is wrong.
    """
    found: dict[str, Series] = {}
    for table in _tables():
        words = {letters(form) for form in table.table("words").texts("journals")}
        for form, entry in (*_reporters(table.table("reporters")), *_journals(table.table("journals"), words)):
            found.setdefault(letters(form), entry)
    for form, entry in _american():
        found.setdefault(letters(form), entry)
    return found


def _american() -> Iterator[tuple[str, Series]]:
    for form, abbreviation, name in american.reporters():
        if american.is_telling(form, name):
            yield form, Series(abbreviation, name, "case", "volume", None if " " in form else form)
    for form, name in american.journals():
        if american.is_telling(form, name):
            yield form, Series(name, name, "journal", "volume")


@cache
def forms() -> frozenset[str]:
    """Every form of a series as it is written in the files, and without spaces where it is an abbreviation."""
    found = {
        form
        for table in _tables()
        for form, _ in (*_reporters(table.table("reporters")), *_journals(table.table("journals"), set()))
    }
    found |= {form for form, _ in _american()}
    return frozenset(found | {part for form in found for part in _runs(form)})


def _runs(form: str) -> Iterator[str]:
    """The ends of a form written with fewer spaces: "Int'l L. J." is "Int'l L.J." too."""
    words = form.split()
    return ("".join(words[start:]) for start in range(max(len(words) - 4, 0), len(words)))


def _reporters(table: Table) -> Iterator[tuple[str, Series]]:
    for abbreviation in table.values:
        row = table.table(abbreviation)
        row.only("name", "kind", "written", "exact", "cited")
        kind = row.choice("kind", "treaty", "case", "legislation", "document")
        cited = row.choice("cited", "volume", "number", "year", "series")
        name = row.text("name")
        exact = row.values.get("exact") is True
        for form in dict.fromkeys((abbreviation, *row.texts("written"), *(() if exact else (name,)))):
            yield form, Series(abbreviation, name, kind, cited, form if exact else None)  # type: ignore[arg-type]


def _journals(table: Table, words: set[str]) -> Iterator[tuple[str, Series]]:
    for name in table.values:
        for form in dict.fromkeys((name, *table.texts(name))):
            yield form, Series(name, name, "journal", "volume", None, letters(form) in words)


@cache
def courts() -> Mapping[str, str]:
    """The name of each court and tribunal by the letters of each of its forms."""
    found: dict[str, str] = {}
    for table in _tables():
        rows = table.table("courts")
        for name in rows.values:
            for form in (name, *rows.texts(name)):
                found.setdefault(letters(form), name)
    return found


@cache
def words(which: str) -> tuple[str, ...]:
    """One list of `[words]`, in the order of the files: "houses", "newspapers", "blogs", "acronyms" and others.

    Raises:
        KnowledgeError: a file is wrong.
    """
    return tuple(dict.fromkeys(word for table in _tables() for word in table.table("words").texts(which)))


def any_of(which: str) -> str:
    """A pattern of the words of one list of `[words]`, any of which may stand there."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words(which))


@cache
def _places() -> frozenset[str]:
    return frozenset(letters(name) for name in words("places"))


_BETWEEN_PLACES = re.compile(r"\s?[/,;&–]\s?|\s(?:and|und|et|y)\s|\s-\s|-(?=[A-ZÀ-Þ])")


def is_place(text: str) -> bool:
    """Whether the words are towns where books are published: "Oxford", "Berlin/Heidelberg", "The Hague, London"."""
    whole = text.strip(" .,")
    pieces = [whole] if letters(whole) in _places() else _BETWEEN_PLACES.split(whole)
    return bool(whole) and all(letters(piece) in _places() for piece in pieces)


@cache
def bodies() -> Mapping[str, str]:
    """Bodies by the beginning of their document symbols."""
    return {mark: name for table in _tables() for mark, name in _texts(table.table("bodies"))}


@cache
def signals() -> tuple[str, ...]:
    """Words that introduce an authority, the longest first."""
    return _longest("signals", ("support", "comparison", "against", "background"))


@cache
def short_forms(which: str) -> tuple[str, ...]:
    """Forms of one list of `[short_forms]`, the longest first; # stands for a number."""
    return _longest("short_forms", (which,))


def _longest(table: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    forms = {form for top in _tables() for key in keys for form in top.table(table).texts(key)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _texts(table: Table) -> Iterator[tuple[str, str]]:
    return ((key, table.text(key)) for key in table.values)


@cache
def _tables() -> tuple[Table, ...]:
    tables = tuple(load(file) for file in (*shipped(), *added()) if file.name == FILE)
    for table in tables:
        table.only(*_TABLES)
    return tables
