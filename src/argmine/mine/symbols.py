"""UN document symbols and resolutions, read into one canonical form.

    A/AC.105/C.2/L.339 · S/PV.8422 · A/CN.4/SER.A/1966/Add.1      the symbol itself
    General Assembly resolution 1962 (XVIII) · UNGA Res. 62/101   A/RES/1962(XVIII) · A/RES/62/101
    Security Council resolution 1373 (2001)                       S/RES/1373(2001)

Source: UN Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN document symbols".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.types import Span

_SYMBOL = re.compile(
    r"(?<![\w/.])(?:A|S|E|T|ST|TD|CCPR|CEDAW|CERD|CRC|CAT|HRI|ISBA|SPLOS|CLCS|UNEP|NPT|BWC|CD|DC)"
    r"(?:/(?:[A-Z0-9][\w.-]{0,24})(?:\s?\([IVXLC\d-]{1,9}\))?){1,8}"
)
_RESOLUTION = re.compile(
    r"\b(?:(?P<body>(?:UN\s)?General\sAssembly|UNGA|G\.?A\.?|(?:UN\s)?Security\sCouncil|UNSC|S\.?C\.?|ECOSOC|Economic\sand\sSocial\sCouncil)\s+)"
    r"[Rr]es(?:olutions?|\.)?\s+(?:[ASE]/RES/)?(?P<number>\d{1,4}(?:/\d{1,4})?)(?:\s?\((?P<session>[IVXLC]{1,9}|(?:19|20)\d\d|[SE]-[IVXLC\d]+)\))?"
)
_DIGIT = re.compile(r"\d")


def find_symbols(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """(where it stands, its canonical form), left to right."""
    for match in _SYMBOL.finditer(text, within.start, within.end):
        words = match.group().rstrip(".-")
        if _DIGIT.search(words) and words.count("/") > 0:
            yield Span(match.start(), match.start() + len(words)), canonical(words)
    for match in _RESOLUTION.finditer(text, within.start, within.end):
        yield Span(*match.span()), _resolution(match)


def canonical(symbol: str) -> str:
    """The symbol as the UN prints it: no spaces, series and additions in their usual case."""
    plain = re.sub(r"\s+", "", symbol)
    return re.sub(r"\b(ADD|CORR|REV)\.", lambda match: match.group(1).capitalize() + ".", plain)


def _resolution(match: re.Match[str]) -> str:
    body = match.group("body")
    organ = (
        "S"
        if "ecurity" in body or body.startswith(("UNSC", "S"))
        else "E"
        if body.startswith(("ECOSOC", "Econ"))
        else "A"
    )
    session = f"({match.group('session')})" if match.group("session") else ""
    return f"{organ}/RES/{match.group('number')}{session}"
