"""Citations: references to authorities in notes and in running text.

A note is cut into citations at its semicolons and signals (Bluebook rule 1.2: *see*, *cf.*, *but see* …); each part is
classed by the marks of its form. In the body only forms that cannot be anything else count: UN symbols, resolutions,
treaty-series references, DOIs, URLs. Kinds are CSL 1.0 types, and "short" for forms that point back (*ibid.*, *supra*
note 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.mine.symbols import find_symbols
from argmine.types import Citation, Document, Note, Span

_CUT = re.compile(r";\s+|\.\s+(?=(?:But see|See also|See generally|See|Cf\.|Contra|Compare|Accord)\b)")
_SIGNAL = re.compile(
    r"\s*(?:but\s+)?(?:see(?:,?\s+(?:also|generally|especially|inter alia|for example|e\.g\.))?"
    r"|cf\.?|contra|compare|accord|e\.g\.|and|also)[,:]?\s+",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”)\]]{3,300}")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"”<>;,]{2,120}")
_SERIES = re.compile(
    r"\b\d{1,4}\s+(?:U\.?N\.?T\.?S\.?|U\.?S\.?T\.?|L\.?N\.?T\.?S\.?|I\.?L\.?M\.?)\s+\d{1,5}|\bT\.?I\.?A\.?S\.?\s+(?:No\.\s+)?\d{3,5}"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(forms), re.IGNORECASE if kind in ("short", "chapter") else 0))
    for kind, forms in (
        ("short", (
            r"^(?:ibid\b|id\.|idem\b)", r"\bsupra\b", r"\bop\.?\s?cit\b", r"\bloc\.?\s?cit\b", r"\(\s?n\.?\s?\d+\s?\)",
            r"\b(?:above|infra),?\s+n(?:ote|\.)?\s?\d", r"\(\s?see\s+(?:foot)?note\s+n?\.?\s?\d+\s?\)",
        )),
        ("legal_case", (
            r"\s(?:v\.|vs\.|c\.|v)\s+[A-Z]", r"\bAdvisory Opinion\b", r"\bI\.?C\.?J\.?\s+Rep", r"\bP\.?C\.?I\.?J\.?\b",
            r"\bR\.?I\.?A\.?A\b", r"\bJudgment of\b", r"\bITLOS\b", r"\bAward of\b",
        )),
        ("legislation", (
            r"\bU\.?S\.?C\.?\b", r"\bPub\.\s?L\.", r"\b\d{1,3}\s+Stat\.", r"\b[A-Z]\w+\s+Act\b", 
            r"\bAct\s+(?:of|No\.?)\s", r"\bLaw\s+No\.?\s", r"\bLaw of \w*\s?\d", r"\bLoi\s+du\b",
            r"\bC\.?F\.?R\.?\b", r"\bRegulation\s+\(E[CU]\)", r"\bGesetz\b",
        )),
        ("chapter", (r"[”\"’.,]\s+in:?\s+.{0,160}\b(?:eds?\b|editors?\b|Hrsg)",)),
        ("article-journal", (
            r"\b(?:Journal|Review|Revue|Yearbook|Zeitschrift|Quarterly|Proceedings|Annals|Annales|Annuaire)\b",
            r"\b(?:J\.|L\.)\s?(?:\w+\.?\s)?.{0,30}\b(?:L|Rev|Int)\b",
            r"[”\"’]\s*(?:\(\d{4}\)\s*)?\d{1,3}(?:\(\d+\))?\s+[A-Z][\w.’' &]{2,60}\s+\d{1,4}\b",
        )),
        ("treaty", (
            r"\b(?:Treaty|Convention|Agreement|Charter|Protocol|Covenant|Statute|Accords?)\b"
            r"(?=.{0,200}(?:\barts?\.|\bArticle|\b(?:1[89]|20)\d\d\b|\bPart\b))",
        )),
        ("report", (
            r"\b(?:Report|Working Paper|Policy Brief|Contribution by|Presentation|Statement by)\b",
            r"\bYearbook of the International Law\b",
        )),
        ("article-newspaper", (rf"\b\d{{1,2}}\s(?:{_MONTHS})\s(?:19|20)\d\d\b",)),
        ("book", (
            r"\((?:[\w .,&’'-]{2,60}[,:]?\s)?(?:\d\w\w\sed\.?,?\s)?(?:1[6-9]|20)\d\d\)", r"\b(?:University\s)?Press\b",
            r"\bNijhoff\b", r"\bSpringer\b", r"\bBrill\b", r"\bRoutledge\b", r"\bed(?:itor)?s?\.",
        )),
    )
)  # fmt: skip
"""The marks of each form, the most telling first; "short" and "chapter" in any case."""


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Citations in the body, then note by note, in the order of the text."""
    body = [each for block in document.blocks for each in _certain(document.text, block.span, None)]
    notes = [each for note in document.notes for each in _in_note(document.text, note)]
    return (*body, *notes)


def _in_note(text: str, note: Note) -> Iterator[Citation]:
    start = note.span.start
    cuts = [*_CUT.finditer(text, note.span.start, note.span.end), None]
    for cut in cuts:
        end = cut.start() if cut else note.span.end
        part = _without_signal(text, start, end)
        citation = _classed(text, part, note.number) if part.end - part.start > 3 else None
        if citation is not None:
            yield citation
        start = cut.end() if cut else end


def _without_signal(text: str, start: int, end: int) -> Span:
    signal = _SIGNAL.match(text, start, end)
    first = signal.end() if signal else start
    words = text[first:end]
    left = first + len(words) - len(words.lstrip())
    return Span(left, max(left, first + len(words.rstrip(" .\n"))))


def _classed(text: str, part: Span, note: str) -> Citation | None:
    """One citation of a note; None where the part is comment."""
    words = part.of(text)[:1500]
    certain = next(_certain(text, part, note), None)
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return Citation(part, kind, certain.identifier if certain else None, note)
    return Citation(part, certain.kind, certain.identifier, note) if certain else None


def _certain(text: str, within: Span, note: str | None) -> Iterator[Citation]:
    """Forms that are a citation wherever they stand."""
    found = [Citation(span, "report", symbol, note) for span, symbol in find_symbols(text, within)]
    for kind, pattern in (("webpage", _URL), ("article", _DOI), ("treaty", _SERIES)):
        for match in pattern.finditer(text, within.start, within.end):
            words = match.group().rstrip(".,;:")
            found.append(Citation(Span(match.start(), match.start() + len(words)), kind, " ".join(words.split()), note))
    yield from _apart(sorted(found, key=lambda citation: citation.span))


def _apart(citations: list[Citation]) -> Iterator[Citation]:
    end = 0
    for citation in citations:
        if citation.span.start >= end:
            yield citation
            end = citation.span.end
