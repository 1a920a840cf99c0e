"""Parts: what every reader of a citation asks of its text: marks of identity, dates, brackets, quotations."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cached_property

from argmine.mine.citations.cutting.masks import masked
from argmine.mine.citations.marks.series import Volume, find_volumes
from argmine.mine.citations.marks.symbols import find_symbols
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint, Span

YEAR = r"(?:1[5-9]|20)\d\d(?![\d/])"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?"
    r"|Dec(?:ember)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|Januar|Februar|März|Juni|Juli|Oktober|Dezember)\.?"
)
DATE = Triggered(
    rf"\b(?:(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?(?:[–-]\d{{1,2}})?\s)?{MONTH}(?:\s\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?:(?:\sand\s|\s&\s|[–·-])\d{{1,2}})?[,.])?\s(?P<year>{YEAR})|\d{{1,2}}[./]\d{{1,2}}[./](?P<short>{YEAR}))",
    words="jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " januar februar märz juni juli oktober dezember",
    marks=(".19", ".20", "/19", "/20", ".18", "/18", ".17", "/17", ".16", "/16", ".15", "/15"),
)
DOI = Triggered(r"\b10\.\d{4,9}/[^\s\"”<>;,]{2,120}", marks=("10.",))
URL = Triggered(r"<?(?:https?://|www\.)[^\s<>\"”)\]]{3,400}>?", marks=("http", "www."))
LINK = re.compile(r"\[(?P<words>(?=[A-ZÀ-Þ“‘\d]|[^\[\]]{1,300}\]\(http)[^\[\]]{1,300})\]\((?P<to>[^()\s]{0,400})\)")
"""A link as pages of the web write it in Markdown; what it goes to may be left out: "[Ice Policy](#)"."""
_YEAR_DIGITS = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR = re.compile(rf"(?<![\w/§.-])(?<!R\.\s)(?<!No\.\s)(?P<year>{YEAR})")
_YEAR_BETWEEN = re.compile(rf",\s(?P<year>{YEAR})(?=,|\.?$)")
_BRACKETED_YEAR = re.compile(rf"[(\[][^()\[\]]{{0,200}}?(?<![\d/§-])(?P<year>{YEAR})[^()\[\]]{{0,40}}[)\]]")
_QUOTED = re.compile(
    r"“(?P<double>[^“”]{2,600})”|(?<![\w’])‘(?P<single>(?:[^‘’]|’(?=\w)|‘[^‘’]{1,200}’){2,500})’(?!\w)"
    r"|\"(?P<straight>[^\"]{2,500})\"|«\s?(?P<guillemets>[^«»]{2,500})»|„(?P<low>[^„“”]{2,500})[“”]"
    r"|(?<![\w'])'(?P<plain>(?:[^'\n]|'(?=\w)){4,300})'(?!\w)"
)


@dataclass(frozen=True)
class Part:
    """The text of one citation, without signal, brackets that define a short title, comment and web address."""

    text: str

    @cached_property
    def cover(self) -> str:
        """The text, brackets and quotations blotted out."""
        return masked(self.text)

    @cached_property
    def volumes(self) -> tuple[Volume, ...]:
        """Places in known series."""
        return tuple(find_volumes(self.text, Span(0, len(self.text))))

    @cached_property
    def symbols(self) -> tuple[tuple[Span, str], ...]:
        """UN symbols and resolutions, by place."""
        return tuple(sorted(find_symbols(self.text, Span(0, len(self.text)))))

    @cached_property
    def quotation(self) -> re.Match[str] | None:
        """The first words in quotation marks."""
        return _QUOTED.search(self.text) if any(mark in self.text for mark in "“‘\"«„'") else None

    def volume(self, *kinds: str) -> Volume | None:
        """The first place in a series of one of these kinds."""
        return next((volume for volume in self.volumes if volume.series.kind in kinds), None)

    @cached_property
    def has_year(self) -> bool:
        """Whether four digits in it may be a year, of which most publications have one."""
        return _YEAR_DIGITS.search(self.text) is not None

    @cached_property
    def date(self) -> re.Match[str] | None:
        """The first date with a month."""
        return DATE.search(self.text)

    @cached_property
    def year(self) -> int | None:
        """The year of publication: in the last brackets that hold one, else of the first date, else the first."""
        last = deque(_BRACKETED_YEAR.finditer(self.text), maxlen=1)
        found = last[0] if last else self.date or _YEAR.search(self.cover)
        return int(next(year for year in found.groups() if year)) if found else None


@dataclass(frozen=True, slots=True)
class Form:
    """A citation read."""

    kind: str
    description: Description
    pinpoints: tuple[Pinpoint, ...] = ()


def inner(match: re.Match[str]) -> str:
    """The words between the marks of a quotation."""
    return next(words for words in match.groups() if words).strip().rstrip(",.")


def bracketed_year(text: str) -> int | None:
    """The year in the first brackets that hold one."""
    match = _BRACKETED_YEAR.search(text)
    return int(match["year"]) if match else None


def year_between(text: str) -> int | None:
    """A year between commas: "Commission, Draft conclusions, 2018, conclusion 4"."""
    match = _YEAR_BETWEEN.search(text)
    return int(match["year"]) if match else None


def any_year(text: str) -> int | None:
    """The first year in the text."""
    match = _YEAR.search(text)
    return int(match["year"]) if match else None


def date_words(text: str) -> tuple[str | None, int | None]:
    """(the first date as printed, its year)."""
    match = DATE.search(text)
    return (match.group(), int(match["year"] or match["short"])) if match else (None, None)
