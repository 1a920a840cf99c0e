"""What stands at the head of a document: UN symbols, organs, meeting dates, the titles of cases."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from argmine.extract.metadata.dates import ending_date, find_date, line_date
from argmine.types import Document

_OPENING = 60  # blocks
_FRONT = 40  # blocks, and lines of furniture, that may stand on a first page that is not marked as one
# The first parts of UN symbols and those of bodies that number like the UN (UN Editorial Manual, "Symbols").
_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|S|E|T|ST|TD|HRI|CCPR|CERD|CEDAW|CRC|CAT|CMW|CRPD|CED|UNEP|UN-HABITAT|DP|JIU|NPT|FCCC|CBD|ISBA|SPLOS|CLCS|"
    r"LOS|ID|IDB|APLC|BWC|CCW|CD|CTOC|CAC|LC|DC)/[A-Z0-9][A-Z0-9.()\[\]-]*(?:/[A-Za-z0-9][A-Za-z0-9.()\[\]-]*){0,8}(?=\*?$|[\s,;*])"
)
_SYMBOL_LINE = 100  # characters: a longer line cites a symbol rather than bears it
_ORGAN = re.compile(
    r"\b(General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council)\b",
    re.I,
)
_MEETING = re.compile(r"\b(\d{1,5}(?:st|nd|rd|th)\s+(?:\(\w+\)\s+)?(?:plenary\s+)?meeting)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+\d", re.IGNORECASE)
_ADOPTED = re.compile(r"Resolution adopted by the .{5,80}? on (?P<date>.{6,24})", re.IGNORECASE)
_RESOLUTION = re.compile(r"(?:\d{1,3}/\d{1,3}|\d{1,4} \([IVXLC]{1,7}\))\.?\s+(?P<title>\S.{8,400})")
_DECISION = re.compile(
    r"\b(?:judgment|judgement|advisory\s+opinion|order|arrêt|avis\s+consultatif|ordonnance)\s+(?:of|du)\s+(?=\d)",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"Officia\w\s+citation\s*:?\s*(?P<title>.{8,400}?),\s*(?:\w+\s+){0,3}(?:Advisory Opinion|Judgment|Order)\b",
    re.IGNORECASE,
)
_PLENARY = re.compile(r"(?P<organ>[AS])/(?:\d{1,3}/)?PV\.(?P<number>\d{1,5})")
_BODY = re.compile(r"(?:[A-Z][a-z]+ ){1,4}(?:Subcommittee|Sub-Committee|Committee|Commission|Conference)")
_PLENARIES = {"A": "General Assembly", "S": "Security Council"}
_CITED_WITHIN = 1000  # characters: later on, other decisions are cited
_REPORTS = re.compile(r"\bReports\s+((?:19|20)\d\d)\b")
_PERIODICAL = re.compile(
    r"\b(?:journal|review|yearbook|annual|annals|proceedings|quarterly|revue|annuaire|zeitschrift|archiv)\b",
    re.IGNORECASE,
)
_VOLUME_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_PERIODICAL_NAME = re.compile(r"(?:\d{1,4}\s+)?(?P<name>[^\W\d_][^,\[\]()\d|·]{8,90})")
_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s*(?P<volume>\d{1,4})\b", re.IGNORECASE)
_CITED_VOLUME = re.compile(
    r"(?P<volume>\d{1,4}) (?=[A-Z])[^\d()]{0,60}(?:J\.|L\.|Rev\.|Journal|Review|Yearbook|Annals)[^\d()]{0,30} "
    r"\d{1,4} \((?:19|20)\d\d\)"
)
_HEAD_LINES = 12  # lines of a first page among which a date may stand at the end of one
_CASE = re.compile(r"\bin the case concerning (?P<title>.{5,250}?\))", re.IGNORECASE)
_REPORT = re.compile(
    r"(?:Report (?:of|on)|Note (?:by|verbale)|Letter dated|Proposal|Draft |Identical letters|Statement by|Summary)\b"
)
_TITLE = 500  # characters
_SIGNED = re.compile(r"\b(?:signed|done|adopted|opened for signature)\s+(?:at|in)\b", re.IGNORECASE)
_SIGNATURES = re.compile(r"(?:in (?:witness|faith|testimony) (?:whereof|thereof)|done (?:at|in))\b", re.IGNORECASE)

_NAME_LINE = 300  # characters: a longer line is text, no name
# Lines of a first page that name an organ, a court, a publisher or a series.
_SERIES = re.compile(
    r"united nations(?:.{0,3}nations unies)?(?: \S*\d\S*)?|nations unies|(?:general assembly|security council).{0,40}|"
    r"economic and social council|official records|office for outer space affairs|committee on the .{5,80}|"
    r".{0,40}(?:commission|committee|subcommittee|conference|authority)|assembl[ée]e.{0,30}|"
    r"(?:\S+ ){0,2}\S+[ -]session|"
    r"agenda.{0,30}|item \d.{0,60}|(?:policy|issue) brief|(?:working|briefing|research) paper|"
    r"(?:the )?(?:international )?(?:court|tribunal).{0,60}|(?:cour|tribunal) .{0,60}|reports of judgments.{0,60}|"
    r"recueil des arr.{0,60}|avis consultatifs et ordonnances|(?:judgment|advisory opinion|order|arr[êe]t|"
    r"avis consultatif|ordonnance)(?: (?:of|du) .{4,30})?|(?:year|année) \d{4}.{0,30}|verbatim record|compte rendu|"
    r"(?:table of )?contents|notes|abstract|introduction|.{0,3}|\d{1,2} \w+ \d{4}|"
    r"(?:article|essay|comment|editorial|book review)s?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Front:
    """The lines of a document's first page: its blocks, then its furniture."""

    blocks: tuple[str, ...]
    furniture: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Both, the furniture first: a masthead stands there."""
        return self.furniture + self.blocks

    @property
    def text(self) -> str:
        """All words of the first page."""
        return "\n".join(self.blocks + self.furniture)


def front_of(document: Document) -> Front:
    """The first page, or the first pieces of a source without pages."""
    blocks = [block.span for block in document.blocks[:_FRONT]]
    furniture = list(document.furniture[:_FRONT])
    if document.pages:
        blocks = [span for span in blocks if (page := document.page_at(span.start)) and page.number == 1] or blocks[:3]
        furniture = [span for span in furniture if (page := document.page_at(span.start)) and page.number == 1]
    return Front(tuple(span.of(document.text) for span in blocks), tuple(span.of(document.text) for span in furniture))


def opening_of(document: Document) -> str:
    """The words of the first pages."""
    return document.text[: document.blocks[min(_OPENING, len(document.blocks)) - 1].span.end] if document.blocks else ""


def symbol_of(document: Document, front: Front) -> str | None:
    """The UN symbol that the document bears: at the end of a short line of its first page, or as running head."""
    borne = [
        found
        for line in front.lines
        if len(line) <= _SYMBOL_LINE
        for found in _SYMBOL.findall(line)
        if _ends(line, found)
    ]
    heads = Counter(found for span in document.furniture for found in _SYMBOL.findall(span.of(document.text)))
    running = [symbol for symbol, count in heads.most_common(1) if count >= 2]
    with_digits = (symbol for symbol in (*running, *borne) if re.search(r"\d", symbol))
    return next(with_digits, None)


def _ends(line: str, symbol: str) -> bool:
    return line.rstrip(" *").endswith(symbol)


def masthead_date(genre: str, document: Document, front: Front) -> str | None:
    """The date of the meeting, the decision, the adoption or the issue, as the genre has it."""
    text = front.text
    if genre == "record":
        dated = (line for line in front.blocks + front.furniture if _WEEKDAY.search(line) or _MEETING.search(line))
        return next((date for line in dated if (date := find_date(line))), None)
    if genre == "resolution" and (adopted := _ADOPTED.search(text)):
        return find_date(adopted["date"])
    if genre == "judgment":
        return _date_of_decision(document, text)
    if genre in ("treaty", "statute"):
        return _date_of_signature(document, front)
    return line_date(front.lines) or ending_date(front.lines[:_HEAD_LINES]) or journal_of(front)[1]


def journal_of(front: Front) -> tuple[str | None, str | None]:
    """The periodical that a masthead or running head of the first page names, and its year."""
    for line in front.lines:
        if len(line) <= _SYMBOL_LINE and _PERIODICAL.search(line) and (year := _VOLUME_YEAR.search(line)):
            name = _PERIODICAL_NAME.match(line)
            return (name["name"].strip(" ,") if name else None), year[1]
    return None, None


def volume_of(front: Front) -> str | None:
    """The volume that a masthead or running head of the first page names: "[VOL. 46.1", "43 J. Space L. 1 (2019)"."""
    short = [line for line in front.lines if len(line) <= _SYMBOL_LINE]
    found = next((match for line in short if (match := _VOLUME.search(line) or _CITED_VOLUME.match(line))), None)
    return found["volume"] if found else None


def _date_of_decision(document: Document, text: str) -> str | None:
    """The day of the judgment, else the year of the reports in which it is printed."""
    decision = _DECISION.search(text)
    reports = _REPORTS.search(opening_of(document)[:_CITED_WITHIN])
    return (find_date(text[decision.end() : decision.end() + 30]) if decision else None) or (
        reports[1] if reports else None
    )


def _date_of_signature(document: Document, front: Front) -> str | None:
    """From a line below the title ("Signed at Washington, on 1 December 1959"), else from the words of signature."""
    heading = next((line for line in front.blocks[:4] if _SIGNED.match(line)), "")
    texts = (block.span.of(document.text) for block in reversed(document.blocks))
    last = next((text for text in texts if _SIGNATURES.match(text)), "")
    done = _SIGNED.search(last)
    return find_date(heading) or (find_date(last[done.end() :]) if done else None)


def masthead_title(genre: str, document: Document, front: Front, symbol: str | None) -> str | None:
    """The title as the masthead of a record, a resolution or a court's report gives it."""
    text = " ".join(front.blocks)
    if genre == "record" and (case := _CASE.search(text)):
        return case["title"].strip(" ,")
    if genre == "record":
        organ, meeting = _organ(front, symbol), _MEETING.search(front.text)
        return f"{organ}, {meeting[1]}" if organ and meeting else _meeting_by_symbol(symbol)
    if genre == "resolution":
        return next((found["title"] for block in front.blocks if (found := _RESOLUTION.fullmatch(block))), None)
    if genre == "judgment" and (citation := _CITATION.search(" ".join(opening_of(document).split()))):
        return citation["title"].strip(" ,")
    if genre == "un_document":
        return next((block for block in front.blocks if _REPORT.match(block) and len(block) <= _TITLE), None)
    return None


def _organ(front: Front, symbol: str | None) -> str | None:
    """The organ that met: below the plenary a committee, the lowest named."""
    bodies = [line for line in front.lines if _BODY.fullmatch(line)]
    if bodies and not _PLENARY.fullmatch(symbol or ""):
        return bodies[-1]
    organ = _ORGAN.search(front.text)
    return organ[1].title() if organ else None


def _meeting_by_symbol(symbol: str | None) -> str | None:
    found = _PLENARY.fullmatch(symbol or "")
    return f"{_PLENARIES[found['organ']]}, meeting No. {found['number']}" if found else None


def is_masthead(line: str) -> bool:
    """Whether a line names an organ, a court, a publisher or a series rather than the document."""
    words = " ".join(line.split())
    return len(words) <= _NAME_LINE and _SERIES.fullmatch(words) is not None
