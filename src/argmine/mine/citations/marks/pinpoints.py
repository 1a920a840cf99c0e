"""Pinpoints, places inside an authority: "at 52–54", "¶ 83", "paras. 61–74", "art. 31(3)(b)", "ch. IV", "s 10(2)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.mine.citations.triggers import Triggered
from argmine.types import Pinpoint, Span

_UNITS = {
    "paragraph": r"paras?\.?|paragraphs?|¶{1,2}|Rn\.?|Rz\.?|Ziff\.|Tz\.|párrs?\.|§§?(?=\s?\d+\s+of\b)",
    "article": r"arts?[.,]?|articles?|Artikel",
    "section": r"sections?|secs?\.?|§{1,2}|(?-i:ss?\.?)(?=\s\d)|regs?\.(?=\s\d)",
    "chapter": r"chapters?|chs?\.?|chap\.|Kap\.|title|tit\.",
    "part": r"parts?|pts?\.?",
    "annex": r"annex(?:es)?|app(?:endix|\.)|anexo|annexe",
    "conclusion": r"(?:draft\s)?conclusions?",
    "principle": r"principles?",
    "guideline": r"guidelines?",
    "rule": r"rules?",
    "block": r"(?:building\s)?blocks?",
    "recital": r"recitals?",
    "note": r"n\.|nn\.|fn\.|footnotes?|note",
    "page": r"pp?\.?|pages?|at(?:\spp?\.?)?|S\.|col\.|cols\.",
}
_VALUE = (
    r"(?:[A-Z]{0,2}\*?\d{1,5}[a-z]?|[IVXLCivxlc]{1,7})(?![\w])"
    r"(?:\s?\((?:\d{1,3}[a-z]?|[a-z]{1,4}|[A-Z]{1,3})\)|\.(?:\d{1,3}|[A-Z](?!\w))|[/:]\d{1,3}){0,4}"
)
_RANGE = rf"{_VALUE}(?:\s?[–—-]\s?{_VALUE}|\sff?\.?(?!\w)|\set\sseq\.|\s?seq\.)?"
_LIST = rf"{_RANGE}(?:(?:,\s?(?:and\s|&\s)?|\s(?:and|&|und|et)\s){_RANGE}(?!\s+[A-Z][\w.’]*\s+[A-Z\d])){{0,12}}"
_PINPOINT = Triggered(
    r"(?<![\w’.])(?:"
    + "|".join(f"(?P<{unit}>(?i:{forms}))" for unit, forms in _UNITS.items())
    + rf")\s?(?P<value>{_LIST})",
    words="para paras paragraph paragraphs rn rz ziff tz párr párrs art arts article articles artikel section sections"
    " sec secs s ss reg regs"
    " chapter chapters ch chs chap kap title tit part parts pt pts annex annexes app appendix anexo"
    " annexe conclusion conclusions principle principles guideline guidelines rule rules block blocks recital recitals"
    " n nn fn footnote footnotes note p pp page pages at col cols",
    marks="¶§",
)
PLACE_LEADS = re.compile(
    rf"(?:[Aa]rt(?:icle)?s?\.?|[Ss]ect?(?:ion)?s?\.?|[Pp]ara(?:graph)?s?\.?|§{{1,2}})\s?{_LIST}(?:\s|,\s)(?:of\s)?(?:the\s)?(?=[A-ZÀ-Þ])"
)
_BARE = re.compile(rf"^[\s,:]*(?:at\s|especially\s|esp\.\s)?(?P<value>{_LIST})")


def find_pinpoints(text: str) -> tuple[Pinpoint, ...]:
    """Pinpoints that name their unit, in their order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Pinpoint]:
    for match in _PINPOINT.finditer(text, Span(0, len(text))):
        yield Pinpoint(_unit(match), _plain(match["value"]))


def _unit(match: re.Match[str]) -> str:
    return next(unit for unit in _UNITS if match[unit] is not None)


def bare_page(text: str) -> tuple[Pinpoint, ...]:
    """The number with which `text` begins, as a page."""
    match = _BARE.match(text)
    return (Pinpoint("page", _plain(match["value"])),) if match and match["value"][0] not in "ivxlcIVXLC" else ()


def behind(text: str) -> tuple[Pinpoint, ...]:
    """The pinpoints of what stands behind a reference: a bare number is a page, then those that name their unit."""
    return bare_page(text) or find_pinpoints(text)


def reach(text: str) -> int:
    """How far the pinpoints run with which `text` begins: where the reference ends."""
    end = 0
    while match := (_STEP.match(text, end) or (_BARE_STEP.match(text, end) if end == 0 else None)):
        end = match.end()
    return end


_STEP = re.compile(
    rf"[\s,]*(?:\.\s(?=at\s\d))?(?:of\s|and\s|at\s)?{_PINPOINT.pattern}|,?\s(?:at\s)?(?:[Pp]reamble|pmbl\.)"
)
_BARE_STEP = re.compile(rf",?\s*(?:at\s)?{_LIST}(?!\s?[a-z]{{3}})")


def _plain(value: str) -> str:
    return " ".join(value.strip(" ,.").split()).replace(" –", "–").replace("– ", "–")
