"""Kinds: words that say what kind of work it is: a thesis, a paper of a series, a report."""

from __future__ import annotations

import re

from argmine.knowledge.citations import any_of

THESIS_WORDS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|doctoral|Doctoral|LL\.?M\.?|Master[’']?s?|[Tt]hèse|M\.?A\.?|D\.?Phil\.?)\s?(?:[Tt]hesis"
    r"|[Dd]issertation|de doctorat|Thesis)?\b(?=.{0,80}(?:[Uu]niv|[Ii]nstitut|[Tt]hesis|[Dd]iss))|\b(?:[Tt]hesis"
    r"|[Dd]issertation)\b"
)
# a degree is enough where it stands between commas; elsewhere a university or the word itself stands near it
THESIS_PIECE = re.compile(
    r"\b(?:PhD|Ph\.D\.|[Dd]octoral|LL\.?M\.?|Master[’']?s?|[Tt]hèse|[Tt]esi|[Tt]esis|[Dd]iss\.|[Dd]issertation|[Tt]hesis)(?!\w)"
)
PAPER_KINDS = re.compile(
    r"\b(?:Working\sPapers?|Research\s(?:Notes?|Papers?)|Discussion\sPapers?|Policy\s(?:Briefs?|Papers?)"
    r"|Position\sPaper|White\sPaper|Technical\s(?:Report|Note)|Occasional\sPaper|Briefing\sPaper|Issue\sBrief"
    r"|(?:Briefing|Brief|Memo|Analysis|Insight|Comment|Commentary|Perspectives?)\s(?:[Nn]o\.?\s)?\d"
    r"|CRS\s|Rep\.\sNo\.?|Report\s[Nn]o)"
)
REPORT_WORDS = re.compile(
    rf"\b(?:{any_of('reports')}|Report|Statement|Position\s[Pp]aper|White\sPaper|Note\s[Vv]erbale|[Nn]ote\sverbale"
    r"|[Ww]orking\s[Pp]aper|Guidelines|Opinion\sof|Draft\s(?:[Aa]rticles|[Cc]onclusions)|Memorandum|Commentar(?:y"
    r"|ies)|Resolution|Study|Survey|Rapport|Recommendations|Findings|Conclusions|Fact\sSheet|Action\sPlan|Green\sPaper"
    r"|Communication\sfrom)\b"
)
SPEECH = re.compile(
    r"(?:[Oo]ral\s|[Oo]pening\s|[Jj]oint\s)?(?:[Ss]tatement|[Rr]emarks|[Aa]ddress|[Ss]peech|[Ii]ntervention)\b"
)
PAPER_LAST = re.compile(rf"(?:,|(?<=\?))\s(?P<container>[^,]*(?:{PAPER_KINDS.pattern})[^,]*)$")
BLOG = re.compile(rf"\b(?:[Bb]log|{any_of('blogs')})\b")
PRESS = re.compile(rf"\b(?:[Pp]ress\s(?:release|statement|conference)|{any_of('newspapers')})\b", re.IGNORECASE)
