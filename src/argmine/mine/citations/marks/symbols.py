"""UN document symbols and resolutions, read into one canonical form.

    A/AC.105/C.2/L.339 · S/PV.8422 · A/CN.4/SER.A/1966/Add.1      the symbol itself
    A/AC.105/C.2/SR.57-73 · A/48/PV.46 · A/RES/1962(XVIII)        records, resolutions
    C.N.4.2023.TREATIES-XXIV.2                                    notifications of the depositary
    General Assembly resolution 1962 (XVIII) · UNGA Res. 62/101   A/RES/1962(XVIII) · A/RES/62/101
    Security Council resolution 1373 (2001) · UNSCR 1373          S/RES/1373(2001) · S/RES/1373

Grammar (UN Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN document symbols"):

    symbol     = body "/" part { "/" part } { "/" addition }
    body       = A | S | E | T | ST | TD | CCPR | ...            organ or treaty body
    part       = committee | session | series | number [ "(" session or year ")" ]
    committee  = AC.105 | C.2 | CN.4 | CONF.39 | Sub.2 | HRC ...
    series     = RES | PV.46 | SR.63 | L.339 | CRP.3 | WP.1 | INF | NGO | SER.A ...
    addition   = Add.1 | Corr.1 | Rev.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from argmine.knowledge.citations import bodies
from argmine.mine.citations.triggers import Triggered
from argmine.types import Span

_SYMBOL = Triggered(
    r"(?P<organ>[A-Z](?<![\w/.].)[A-Z]{0,7}(?:-[A-Z]{2,5})?)"
    r"(?:/(?:[A-Z0-9][\w.–-]{0,24})(?:\s?\([IVXLC]{1,9}\)|\([\d-]{1,9}\)|(?<=RES/\d{3})\s\((?:19|20)\d\d\)"
    r"|(?<=RES/\d{4})\s\((?:19|20)\d\d\))?){1,8}",
    marks=("/",),
)
_BODY = (
    r"(?:(?:UN|U\.N\.)\s)?(?:General\sAssembly|Security\sCouncil)|UNGA|UNSC|(?:U\.\s?N\.\s?)?G\.?\s?A\.?|(?:U\.\s?N\.\s?)?S\.?\s?C\.?"
    r"|ECOSOC|Economic\sand\sSocial\sCouncil|Human\sRights\sCouncil|HRC"
)
_RESOLUTION = Triggered(
    rf"\b(?:(?P<body>{_BODY})[,.]?\s+)[Rr]es(?:olutions?|\.)?,?\s+(?:No\.?\s)?(?:(?:A|S|E|A/HRC)/RES/)?"
    r"(?P<number>\d{1,4}(?:/\d{1,4})?)(?:\s(?P<part>[A-F])(?=\s\())?(?:\s?\((?P<session>[IVXLC]{1,9}|(?:19|20)\d\d|[SE]+-[IVXLC\d]{1,6})\))?",
    words="res resolution resolutions",
)
_UNION_DOCUMENT = Triggered(
    r"\b(?P<series>COM|SWD|JOIN|SEC)\s?\((?P<year>(?:19|20)\d\d)\)\s?(?P<number>\d{1,4})(?:\sfinal)?(?![\d/])",
    marks=("COM(", "COM (", "SWD(", "SWD (", "JOIN(", "JOIN (", "SEC(", "SEC ("),
)  # documents of the European Commission: "COM(2025) 335 final"
_SHORT_RESOLUTION = Triggered(r"\bUNSCR\s(?P<number>\d{1,4})(?:\s\((?P<session>(?:19|20)\d\d)\))?", marks=("UNSCR",))
# as scans show them: "U.N. Doc. AlAC.105/PV.312"
_SCANNED = Triggered(
    r"\bDoc(?:\.\s?|\s)(?P<organ>[AES])[lI1](?=(?:AC|CN|CONF|RES|SPC|PV|C|L)[./\dlI])(?P<rest>[\w./()\\-]{3,40})",
    words="doc",
)
_DEPOSITARY = Triggered(r"\bC\.N\.\d{1,4}\.\d{4}\.TREATIES-[A-Z0-9.]{1,12}\w", marks=("TREATIES",))
_SHORT = 4000  # characters
_DIGIT = re.compile(r"\d")
# numbers in which a scan shows letters: "A/AC.IOS/686", "A/S3/20", "CONF.I01"; special sessions are "A/S-10"
_MISREAD = re.compile(
    r"(?<=AC\.)[\dIlOoSZ]{2,4}(?![\w.-])|(?<=CONF\.)[\dIlOoSZ]{2,4}(?![\w.-])"
    r"|(?<=/)(?=[\dIlOoSZ]*\d)(?=\d*[IlOoSZ])[\dIlOoSZ]{2,6}(?![\w.-])"
)
_DIGITS = str.maketrans("IlOoSZ", "110052")
_SERIES = re.compile(r"\b(ADD|CORR|REV|SUB)\.", re.IGNORECASE)
_ADDITION = re.compile(r"/((?:Add|Corr|Rev)\.\d+)")
_ORGANS = {
    "eneral": "A",
    "GA": "A",
    "ecurity": "S",
    "SC": "S",
    "ECOSOC": "E",
    "conomic": "E",
    "uman": "A/HRC",
    "HRC": "A/HRC",
}


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart: `body` is its beginning ("A/AC.105/C.2"), `rest` what follows, then Add., Corr. and Rev.

    `organ` names the body; the print of a symbol read is the symbol.
    """

    body: str
    rest: str
    additions: tuple[str, ...]
    organ: str | None

    def __str__(self) -> str:
        return "/".join(part for part in (self.body, self.rest, *self.additions) if part)


def parse_symbol(symbol: str) -> Symbol | None:
    """A symbol taken apart; None where the words are not one."""
    match = _SYMBOL.regex.fullmatch(symbol.strip())
    if match is None or match["organ"] not in _organs() or not _DIGIT.search(symbol):
        return None
    plain = canonical(symbol)
    additions = tuple(_ADDITION.findall(plain))
    stem = _ADDITION.sub("", plain)
    mark = _longest_body(stem)
    body = mark.rstrip("/") if mark.endswith("/") else stem.partition("/")[0]
    return Symbol(body, stem[len(body) :].lstrip("/"), additions, bodies().get(mark))


def find_symbols(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """(where it stands, its canonical form), left to right for symbols, then for resolutions."""
    if within.start == 0 and within.end == len(text) <= _SHORT:
        return iter(_in_short(text))
    return _found(text, within)


@lru_cache(maxsize=64)  # a citation is asked for its symbols more than once
def _in_short(text: str) -> tuple[tuple[Span, str], ...]:
    return tuple(_found(text, Span(0, len(text))))


def _found(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    words = within.of(text)
    others = (_SCANNED, _RESOLUTION, _SHORT_RESOLUTION, _DEPOSITARY, _UNION_DOCUMENT)
    if "/" not in words and not any(each.opens(words) for each in others):
        return
    for match in _SYMBOL.finditer(text, within):
        words = match.group().rstrip(".-–")
        if match["organ"] in _organs() and _DIGIT.search(words) and (words.count("/") > 1 or words[-1].isdigit()):
            yield Span(match.start(), match.start() + len(words)), canonical(words)
    for match in _SCANNED.finditer(text, within):
        words = match["rest"].rstrip(".-–")
        if _DIGIT.search(words):
            yield Span(match.start("organ"), match.start("rest") + len(words)), canonical(f"{match['organ']}/{words}")
    for match in _DEPOSITARY.finditer(text, within):
        yield Span(*match.span()), match.group()
    for match in _UNION_DOCUMENT.finditer(text, within):
        yield Span(*match.span()), f"{match['series']}({match['year']}) {match['number']}"
    for pattern in (_RESOLUTION, _SHORT_RESOLUTION):
        for match in pattern.finditer(text, within):
            yield Span(*match.span()), _resolution(match)


def canonical(symbol: str) -> str:
    """The symbol as the UN prints it: no spaces, plain hyphens, series and additions in their usual case."""
    plain = re.sub(r"\s+", "", symbol).replace("–", "-")
    plain = _MISREAD.sub(lambda match: match.group().translate(_DIGITS), plain) if _MISREAD.search(plain) else plain
    return _SERIES.sub(lambda match: match.group(1).capitalize() + ".", plain)


def _resolution(match: re.Match[str]) -> str:
    body = match.groupdict().get("body") or "SC"
    plain = re.sub(r"[.\s]", "", body)
    organ = next((organ for mark, organ in _ORGANS.items() if mark in plain), "A")
    session = f"({match['session']})" if match["session"] else ""
    return f"{organ}/RES/{match['number']}{session}{match.groupdict().get('part') or ''}"


def _longest_body(symbol: str) -> str:
    return max((mark for mark in _marks(symbol[:1]) if symbol.startswith(mark)), key=len, default="")


@cache
def _organs() -> frozenset[str]:
    """What a symbol may begin with."""
    return frozenset(mark.partition("/")[0] for mark in bodies())


@cache
def _marks(first: str) -> tuple[str, ...]:
    return tuple(mark for mark in bodies() if mark.startswith(first))
