"""Decisions of courts and tribunals, by parties, court, report and date.

    Ice (A v. B), Judgment, I.C.J. Reports 1994, p. 6, para. 41 · Ice (A v B) [1994] ICJ Rep 6 · Case C-402/05 P

Sources: Bluebook rules 10 and 21.5, OSCOLA 2.1 and 2.6, OSCOLA International Law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from argmine.knowledge.citations import courts, letters
from argmine.mine.citations.fields.issuers import court_before
from argmine.mine.citations.fields.names import in_title_case
from argmine.mine.citations.fields.parts import YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.marks.pinpoints import find_pinpoints
from argmine.mine.citations.marks.series import Volume
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint

_CASE = Triggered(
    r"\s(?:v\.?|vs\.?|c\.|contre|gegen)\s(?=[A-ZÀ-Þ])|\bAdvisory Opinion\b|\bJudge?ment(?:\sof\b|,|\s\()"
    r"|\bArbitral\s(?:Award|Tribunal)\b"
    r"|\bAward(?:\sof\b|,\s\d)|\bArbitration\s\(|\bCases?\s(?:C|T|F)[-‑–]\d|\bPCA\sCase\b|\bICSID\sCase\b"
    r"|\bCase\sN[o°]\.?\s?\d"
    r"|\bApp(?:lication|l)?s?\.?\s[Nn]os?\.?\s?\d|\bECLI:|\bEU:C:\d|\bAvis consultatif\b|\bWT/DS\d"
    r"|\barrêt\sdu\s\d|\bsentence\sarbitrale\b|\bUrteil\svom\s\d|\bProvisional Measures\b"
    r"|\bPreliminary Objections?\b|\((?:Dissenting|Separate)\sOpinion\b",
    words="v vs c contre gegen opinion judgment judgement arbitral award arbitration case cases app appl apps appls"
    " arrêt sentence urteil application applications ecli eu consultatif wt measures objection objections",
)
_CASE_ENDS = re.compile(
    rf"\.\s(?=\*?I\.?C\.?J|\*?P\.?C\.?I)|\s(?:[Aa]pp(?:lication)?\.?\s[Nn]os?\.?\s|EU:C:|ECLI:|\[\d{{4}}\]\s|ITLOS\sCase\s)|(?:,\s|\s?\[|\s\()(?:(?:Provisional\sMeasures|Preliminary\sObjections?"
    rf"|Jurisdiction|Merits|Judge?ment|Advisory|Award|Order|Final|Partial|Opinion|Decision|Admissibility"
    rf"|Compensation|Reparations?"
    rf"|Arbitral|[Jj]udge?ment\sof|arrêt\sdu|sentence\sdu|avis\sdu|Cases?\s(?:[Nn]|C|T)|PCA|ICSID|ICJ|I\.\s?C\.\s?J|PCIJ|P\.\s?C\.\s?I|ITLOS|ECtHR|ECHR|Eur\.|IACtHR"
    rf"|Inter-Am|App|no\.?|Nos?\.?|Series|Ser\.|\(?{YEAR}|\d{{1,3}}\s[A-Z]|EU:|ECLI|WT/|CIJ|C\.I\.J|avis|arrêt"
    rf"|Separate|Dissenting|Declaration\sof|\d{{1,2}}\s[A-Z][a-z]+\s\d{{4}}"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|paras?\.?\s|¶|at\s|p\.\s|\d{4}\])|Judge?ment\sof)"
)
_PARTIES = re.compile(r"\s(?:v|c\.|contre|gegen)")
_NAMED_CASE = re.compile(r"\b[Cc]ase\b(?=,|\s\(|\.?$)|\bSeries\s[ABC]\b|\bOpinion|\bAward|\bOrder\b|\bDecision\b")
_NUMBER_BEFORE = re.compile(r"^(?:Joined\s)?Cases?\s(?:[CTF][-‑–])?\d{1,4}/\d\d(?:\s?P)?,?\s(?=\S)")
_LUXEMBOURG = re.compile(r"\b(?:Cases?\s)?C[-‑–]\d{1,4}/\d\d\b|\bCase\s\d{1,4}/\d\d\b|\bEU:C:\d")
_STRASBOURG = re.compile(r"\b(?:[Aa]pp(?:lication|l)?s?\.?\s)?[Nn]os?\.?\s\d{3,5}/\d\d\b")
_CASE_NUMBER = re.compile(
    r"\b(?:Joined\s)?(?:(?:PCA|ICSID|ITLOS)\s)?Cases?\s(?:[Nn]os?\.?\s?)?(?:[CTF][-‑–]\d[\w/‑–-]*(?:\s?P)?"
    r"|(?:[A-Z]+[-‑–/])?\w*\d[\w/‑–-]*)|\bApp(?:lication|l)?s?\.?\s[Nn]os?\.?\s?\d[\d/]*|\bECLI:[\w:]+"
    r"|\bEU:C:\d{4}:\d+"
)
# letters that may be a court's: "ICJ", "I.C.J.", "ECtHR", "Eur. Ct. H.R."
_COURT = re.compile(r"\b(?:Eur\.\sCt\.\sH\.R\.|[A-Z](?:\.[A-Z]){1,5}\.|[A-Z][A-Za-z]{1,6}[A-Z]\b)")


def read_case(part: Part) -> Form | None:
    """Decisions of courts and tribunals, by parties, court, report and date."""
    before = court_before(part.text)
    if before is not None:
        return _of_court(before[0], Part(before[1]))
    return _read(part)


def _of_court(court: str, part: Part) -> Form | None:
    """What a court is named before; "the Ice case" is one too."""
    form = _read(part, named=True)
    return replace(form, description=replace(form.description, authors=(court,))) if form else None


def _read(part: Part, *, named: bool = False) -> Form | None:
    volume = part.volume("case")
    if volume is None and not _is_marked(part, named=named):
        return None
    ends = _CASE_ENDS.search(part.text, 3)
    stop = min([len(part.text), *([ends.start()] if ends else []), *([volume.span.start] if volume else [])])
    title = _NUMBER_BEFORE.sub("", part.text[:stop].strip(" ,[(*_"))
    behind = part.text[stop:]
    date, date_year = date_words(behind)
    court, inside = _court_of(part, volume, behind)
    description = Description(
        authors=(court,) if court else (),
        title=in_title_case(title) or None,
        container=volume.series.abbreviation if volume else inside,
        volume=volume.volume if volume else None,
        year=(volume.year if volume else None) or bracketed_year(behind) or date_year or any_year(behind),
        date=date,
        pages=volume.page if volume and volume.series.cited != "series" else None,
        identifiers=tuple(_identifiers(part, volume)),
    )
    after = part.text[volume.span.end :] if volume else behind
    return Form("legal_case", description, _behind(after, is_reported=volume is not None))


def _is_marked(part: Part, *, named: bool) -> bool:
    """Whether parties, or words that only decisions bear, stand in the text."""
    mark = _CASE.search(part.text) or (_NAMED_CASE.search(part.text) if named else None)
    return mark is not None and (part.cover[mark.start()] != "\x01" or _stands(mark, part.text))


def _identifiers(part: Part, volume: Volume | None) -> Iterator[str]:
    """The place in the reports, and the number of the case."""
    if volume is not None:
        yield volume.identifier
    if (number := _CASE_NUMBER.search(part.text)) is not None:
        yield " ".join(number.group().split())


def _court_of(part: Part, volume: Volume | None, behind: str) -> tuple[str | None, str | None]:
    """(the court that decided, the letters by which the text names it)."""
    inside = _court(behind) or _court(part.text)
    reporter = volume.series.abbreviation.split()[0] if volume else None
    known = (courts().get(letters(each)) for each in (reporter, inside) if each)
    return next(filter(None, known), None) or _by_number(part.text), inside


def _stands(mark: re.Match[str], text: str) -> bool:
    """Whether a mark in brackets is the parties or all that the brackets hold: "(Advisory Opinion)"."""
    return (
        _PARTIES.match(mark.group()) is not None or text[mark.start() - 1] + text[mark.end() : mark.end() + 1] == "()"
    )


def _by_number(text: str) -> str | None:
    """The court whose cases are numbered so: C-366/10, EU:C:2011:864, application no. 5310/71."""
    if _LUXEMBOURG.search(text):
        return "Court of Justice of the European Union"
    return "European Court of Human Rights" if _STRASBOURG.search(text) else None


def _court(text: str) -> str | None:
    """The first court that the text names by its letters, as printed."""
    named = (match.group() for match in _COURT.finditer(text))
    return next((each for each in named if letters(each) in courts()), None)


_YEAR_ALONE = re.compile(rf",\s{YEAR}")


def _behind(text: str, *, is_reported: bool) -> tuple[Pinpoint, ...]:
    """Pinpoints behind a place in a report: a bare number after a comma is a page."""
    page = re.match(r",?\s(?:at\s)?(\d{1,4}(?:[–-]\d{1,4})?)(?=[\s,;.(]|$)(?!\s[A-Z])", text)
    rest = find_pinpoints(re.sub(r"\bN[o°]\.?\s?\d+", "", text))
    is_page = page is not None and text.startswith(",") and (is_reported or not _YEAR_ALONE.match(text))
    return (Pinpoint("page", page.group(1)), *rest) if page and is_page else rest
