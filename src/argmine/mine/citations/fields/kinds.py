"""Kinds: words that say what kind of work it is: a thesis, a paper of a series, a report."""

from __future__ import annotations

import re

THESIS_WORDS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|doctoral|Doctoral|LL\.?M\.?|Master[’']?s?|[Tt]hèse|M\.?A\.?|D\.?Phil\.?)\s?(?:[Tt]hesis"
    r"|[Dd]issertation|de doctorat|Thesis)?\b(?=.{0,80}(?:[Uu]niv|[Ii]nstitut|[Tt]hesis|[Dd]iss))|\b(?:[Tt]hesis"
    r"|[Dd]issertation)\b"
)
PAPER_KINDS = re.compile(
    r"\b(?:Working\sPapers?|Research\s(?:Notes?|Papers?)|Discussion\sPapers?|Policy\s(?:Briefs?|Papers?)"
    r"|Position\sPaper|White\sPaper|Technical\s(?:Report|Note)|Occasional\sPaper|Briefing\sPaper|Issue\sBrief"
    r"|CRS\s|Rep\.\sNo\.?|Report\s[Nn]o)"
)
REPORT_WORDS = re.compile(
    r"\b(?:Report|Statement|Position\s[Pp]aper|Building\sBlocks|White\sPaper|Note\s[Vv]erbale|[Nn]ote\sverbale"
    r"|[Ww]orking\s[Pp]aper|Guidelines|Opinion\sof|Draft\s(?:[Aa]rticles|[Cc]onclusions)|Memorandum|Commentar(?:y"
    r"|ies)|Resolution|Study|Survey|Rapport|Recommendations|Findings|Conclusions|Fact\sSheet|Action\sPlan|Green\sPaper"
    r"|Communication\sfrom)\b"
)
SPEECH = re.compile(
    r"(?:[Oo]ral\s|[Oo]pening\s|[Jj]oint\s)?(?:[Ss]tatement|[Rr]emarks|[Aa]ddress|[Ss]peech|[Ii]ntervention)\b"
)
PAPER_LAST = re.compile(rf"(?:,|(?<=\?))\s(?P<container>[^,]*(?:{PAPER_KINDS.pattern})[^,]*)$")
BLOG = re.compile(
    r"\b(?:[Bb]log|EJIL:?\s?Talk!?|Opinio\sJuris|Lawfare|Just\sSecurity|Völkerrechtsblog|Verfassungsblog)\b"
)
PRESS = re.compile(
    r"\b(?:[Pp]ress\s(?:release|statement|conference)|N\.?Y\.?\s?Times|Times|Post|Guardian|Courier|Reuters|BBC"
    r"|Herald|Tribune|Gazette|Telegraph|News|Economist|Le\sMonde|Daily|Spiegel|Zeitung|Bloomberg|CNN|Wall\sSt"
    r"|Newspaper|Observer|Independent|Chronicle|Globe|Wire|SpaceNews|TASS|AFP|Xinhua|Interfax|Associated\sPress"
    r"|Al\sJazeera|Deutsche\sWelle|Euronews|Politico|Forbes|Ars\sTechnica|Handelsblatt|Le\sFigaro|Frankfurter\sAllgemeine"
    r"|El\sPa[ií]s|La\sRepubblica|Corriere|Kommersant|Izvestia|Haaretz|Sputnik|Time\sMagazine|Nikkei|Yonhap)\b",
    re.IGNORECASE,
)
