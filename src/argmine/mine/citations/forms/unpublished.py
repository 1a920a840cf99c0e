"""What no publisher issued: papers of a parliament, interviews, letters and messages.

Hearing on Ice Mining Before the Subcomm. on Ice, 114th Cong. 12 (2015)     H.R. Rep. No. 117-284, at 6 (2021)
Interview with Ada Lind, Frostburg, 10 May 2025
E-mail from Paul Frost to the author (May 3, 2019)

Sources: Bluebook rules 13.3, 13.4, 17.2.
"""

from __future__ import annotations

import re

from argmine.mine.citations.fields.names import in_title_case
from argmine.mine.citations.fields.parts import Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.marks.pinpoints import find_pinpoints
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description

_PARLIAMENT = Triggered(
    r"(?P<title>[^\n]{0,250}\bHearings?\b[^()\n]{0,300}?)(?=,\s\d{1,3}(?:st|nd|rd|d|th)\sCong\.)"
    r"|(?P<number>(?:H\.?\s?R\.?|S\.|H\.|Sen\.|House|Senate)\s(?:Conf\.\s|Exec\.\s|Comm\.\s)?(?i:Rep(?:ort|\.)|Doc\.|Rpt\.|Rept\.)"
    r"\s(?i:No)\.\s\d{2,3}[-–]\d{1,4})",
    words="hearing hearings rep report doc rpt rept",
)
_PERSONAL = Triggered(
    r"(?:(?:[Pp]ersonal|[Tt]elephone|[Oo]ral|[Ww]ritten|[Aa]uthor[’']s)\s)?"
    r"(?:[Ii]nterviews?|[Ee]-?mails?|[Cc]orrespondence|[Cc]onversations?|[Cc]ommunications?|[Ll]etters?)"
    r"\s(?P<how>with|from|between|of)\s(?:the\s)?(?P<who>[A-ZÀ-Þ][^,;()]{2,80}?)(?=,|\s\(|\sto\s|\son\s|$)",
    words="interview interviews email emails mail mails correspondence conversation conversations communication"
    " communications letter letters",
)
_LETTER = re.compile(r"[Ll]etters?\b|[Cc]ommunications?\sfrom\sthe\sCommission")
_ADDRESSED = re.compile(r"\sto\s(?:the\s)?(?:author|[A-ZÀ-Þ])|\(on file\b|\(interview\b")


def read_unpublished(part: Part) -> Form | None:
    """Papers of a parliament and personal communications."""
    return _of_parliament(part) or _personal(part)


def _of_parliament(part: Part) -> Form | None:
    match = _PARLIAMENT.match(part.text) if _PARLIAMENT.opens(part.text) else None
    year = bracketed_year(part.text) or any_year(part.text)
    if match is None or year is None:
        return None
    title = in_title_case((match["title"] or match["number"]).strip(" ,"))
    identifiers = (title.replace("–", "-"),) if match["number"] else ()
    about = Description(title=title, year=year, identifiers=identifiers)
    return Form("report", about, find_pinpoints(part.text[match.end() :]))


def _personal(part: Part) -> Form | None:
    """Someone spoke or wrote to someone on a day; a letter counts where it says to whom, or where it is kept."""
    match = _PERSONAL.match(part.text) if _PERSONAL.opens(part.text) else None
    date, year = date_words(part.text)
    if match is None or date is None or part.symbols:
        return None
    if _LETTER.match(part.text) and not _ADDRESSED.search(part.text):
        return None
    title = part.text[: part.text.find(date)].strip(" ,(")
    return Form("personal_communication", Description((match["who"].strip(),), title, year=year, date=date))
