"""Legislation: statutes, codes, bills and regulations of States and of the European Union.

Sources: Bluebook rules 12 to 14 and table T2, OSCOLA 2.4 and 2.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.knowledge.citations import letters
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.issuers import state_before, state_behind, state_in
from argmine.mine.citations.fields.names import in_title_case, is_body, is_person
from argmine.mine.citations.fields.parts import MONTH, YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.citations.forms.treaties import PLACE_BEFORE, TREATY_HEAD
from argmine.mine.citations.marks.pinpoints import find_pinpoints
from argmine.mine.citations.triggers import Triggered
from argmine.types import Description, Pinpoint, Span

_CODE = Triggered(
    r"(?P<title>\d(?<!\w\d)\d{0,2})\.?\s(?P<code>U\.?\s?S\.?\s?C(?:ode|\.?(?:\s?[AS]\.?)?)|C\.?F\.?R\.?)\s?(?:§{1,2}|[Ss]ec\."
    r"|[Pp]ts?\.|ch\.)?\s?(?P<section>\d[\w.–-]*)",
    marks=("S. Code", "S Code", "S.C", "SC", "S. C", "S C", "S.\xa0C", "S\xa0C", "F.R", "FR"),
)
_PUBLIC_LAW = re.compile(r"\bPub(?:\.|lic)?\s?L(?:\.|aw)?(?:\s?[Nn]o\.?)?\s?(?P<number>\d{2,3}[-–‑]\d{1,4})")
# each begins with a set of letters, so that the engine skips all others; what must stand before is looked at behind
_LAWS = (
    Triggered(
        r"[A-Z](?<!\w.)(?:(?<=A)ct\s(?:of\s(?=\d|\w+\s\d)|on\s|No\.?\s?\d|concerning|relating|to\s[a-z])"
        r"|(?!(?:he|his|n|ach|hat)\b)[\w’'-]+\.?\s(?:\([A-Za-z ,]+\)\s)?(?:Act|Code|Ordinance|Regulations?|Decree"
        r"|Bill)\b(?=\s(?:of\s)?(?:18|19|20)\d\d|\s\d{4}|,|\s[(§]|\.?$|\sof\s\d|\sarts?\b|\ss\s\d))",
        words="act code ordinance regulation regulations decree bill",
    ),
    Triggered(
        r"[LGlgB](?<!\w.)(?:(?<=L)aw\s(?:No\.?|of\s(?:the\s)?(?:\d|"
        rf"{MONTH}"
        r"\s\d)|of\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,3}\son\s|on\s|n°|N°|\d(?![\d–-]*\s\())"
        r"|(?<=[Ll])oi\s(?:\d|[a-z]+\sdu\s\d|n[°o]|du\s|fédérale|relative|portant|organique)|(?<=L)ey\s(?:\d|N|de|orgánica)"
        r"|(?<=B)undesgesetz\s(?:über|vom|zur|betreffend)|(?<=[Gg])esetz\s(?:über|vom|zur|betreffend)|(?<=L)egge\s\d)",
        words="law loi ley gesetz bundesgesetz legge",
    ),
    Triggered(
        r"[RDVE](?<!\w.)(?:(?:(?<=R)egulation|(?<=D)irective|(?<=D)ecision|(?<=R)èglement|(?<=V)erordnung)"
        r"\s\(?(?:E[UCG]|EEC|CE|UE|\d|No)|(?<=E)xec(?:utive|\.)\s?Order\s(?:on\s|of\s|(?:No\.?\s?)?\d))",
        words="regulation directive decision règlement verordnung exec executive",
    ),
    Triggered(
        r"\bH\.?R\.?\s?(?:Res\.\s)?\d{1,5}\b|(?<![.\w])S\.\s?\d{3,4},\s\d|\b\d{1,3}\sStat\.\s\d|\bFed\.\sReg\."
        r"|\b(?:Royal|Presidential|Cabinet|Ministerial|Emiri|Federal)\sDecree(?:-Law)?\b|\bDecree\sof\s(?:the\s)?[A-Z]"
        r"|(?i:\bConst(?:itution|\.))\s(?:art|amend)|\bR\.\s(?:Civ|Crim|App|Evid)\.\s"
        r"|\bDécret\b|\bOrdinance\s(?:No|of)|\bBGBl\b|\bMémorial\sA\b|\bStatutes?\sat\sLarge\b"
        r"|\bStatutory\sInstrument\b|\bSI\s(?:19|20)\d\d/\d",
        words="h hr stat fed decree decree-law décret const constitution civ crim app evid ordinance bgbl mémorial"
        " statute statutes statutory si",
        marks=("S.",),
    ),
)
_INSTRUMENT = re.compile(r"\bSI\s(?:19|20)\d\d/\d{1,5}\b")
_BILL = re.compile(r"H\.?R\.?\s?\d{2,5}\b|S\.\s?\d|.*\bBill\b")
_YEAR_FIRST = re.compile(r"^(?:the\s)?(?:19|20)\d\d\s(?=[A-Z])")
_SURNAMES = re.compile(r"[A-ZÀ-Þ][\w’-]+(?:\s?/\s?[A-ZÀ-Þ][\w’-]+)+,\s")
_ORDER_FIRST = re.compile(r"(?:Executive\sOrder|Presidential\s(?:Memorandum|Decree|Order))\b")
_PAPER = re.compile(
    r"(?:(?:Position|Working|White|Policy|Green)\s[Pp]aper|Report|Statement|Study|Opinion|Comments?)\s(?:of|by|on|from)\b"
)
_ACT_OF_DAY = re.compile(rf"(?:the\s)?(?:Act|Law|Decree)\sof\s{MONTH}\s\d{{1,2}},\s{YEAR}")  # "Act of Oct. 3, 1965"
_NUMBERED_YEAR = re.compile(r"\b\d{1,5}/(?P<year>(?:19|20)\d\d)\b")
_AMERICAN = frozenset(("USC", "CFR", "Stat.", "Pub. L.", "Fed. Reg."))
_UNION = re.compile(
    r"(?:(?:Council|Commission)\s)?(?:(?:Implementing|Delegated)\s)?(?:Regulation|Directive|Decision)\s\((?:EU|EC"
    r"|EEC|Euratom)\)"
)
_LAW_ENDS = re.compile(
    r"(?<=Act\sof\s\d\d\d\d),\s(?=[A-Z])|(?<=Act\s\d\d\d\d),\s(?=[A-Z])|(?<=[Tt]\.)\s(?=art|amend)|(?<=[a-z])\s(?=amend\.\s)|(?<=[a-z)\]])\.\s(?=[*\[]?[A-Z])|,\s(?:Pub|SI\s\d|c\.\s\d|No\.|Act\sNo|Law\sNo|§|[Ss]ec|[Aa]rt|ss?\.?\s\d|c\.?\s?\d|ch\."
    r"|[Tt]itle\s[IVX\d]|H\.?R\.?|S\.\s?\d|\d|\(|tit\.|A\s\d|Mémorial|OJ|O\.J\.|JO|BGBl|reprinted|codified|[Pp]ara"
    r"|[Rr]ecital|[Aa]nnex|[Mm]ade|official|English|[Pp]t|Part|JORF|Journal\sofficiel|Federal\sGazette|Official"
    r"|as\samended|Stb|SOU|RO\s|SR\s|Gazette)"
    rf"|\s§|\s\((?:{YEAR}|No\.?\s\d|codified|US\)|UK\)|Lux|Japan"
    rf"|[A-Z][\w. ]+\)$|Japanese|consolidated)|\s\[{YEAR}|\sart(?:s"
    rf"|icle)?\.?\s\d|\s\d{{1,3}}\sU\.?S\.?C|\sOJ\s|\s(?:19|20)\d\d\sOJ|\ss\s\d|\sss\s\d"
)


def read_legislation(part: Part) -> Form | None:
    """Statutes, codes, bills and regulations of States and of the European Union."""
    code = _CODE.search(part.text)
    public = _PUBLIC_LAW.search(part.text) if "Pub" in part.text else None
    law = next((found for each in _LAWS if (found := each.search(part.cover, of=part.text))), None)
    law = law or _UNION.match(part.text)
    if law and any(each.span.covers(Span(*law.span())) for each in part.volumes):
        law = None  # "BGBl." is where it is printed: a treaty may be, too
    is_placed = code is not None or public is not None or part.volume("legislation") is not None
    if not is_placed and (law is None or not _is_law(part, law)):
        return None
    if TREATY_HEAD.search(part.text, 0, 120) and (part.volume("treaty") is not None or law is code is public is None):
        return None
    return _described(part, code, public)


def _described(part: Part, code: re.Match[str] | None, public: re.Match[str] | None) -> Form:
    title, issuer = _title_and_issuer(part)
    pins = find_pinpoints(part.text[len(title) if title else 0 :])
    if code and not any(pin.unit == "section" for pin in pins):
        pins = (Pinpoint("section", code["section"]),)
    date, date_year = date_words(part.text)
    about = Description(
        authors=(issuer,) if issuer else (), title=title, year=_law_year(part, title) or date_year, date=date,
        identifiers=tuple(dict.fromkeys(_identifiers(part, code, public))),
    )  # fmt: skip
    return Form("bill" if _BILL.match(title or "") and not public else "legislation", about, pins)


def _identifiers(part: Part, code: re.Match[str] | None, public: re.Match[str] | None) -> Iterator[str]:
    if public:
        yield f"Pub. L. {public['number'].replace('–', '-').replace('‑', '-')}"
    if code and (part.volume("legislation") is None or not public):
        yield f"{code['title']} {letters(code['code']).upper()[:3]} {code['section']}"
    if instrument := _INSTRUMENT.search(part.text):
        yield instrument.group()
    for each in part.volumes:
        is_public = public is not None and each.series.abbreviation.startswith("Pub")
        if each.series.kind == "legislation" and not is_public and each.series.abbreviation not in ("USC", "CFR"):
            yield each.identifier


def _is_law(part: Part, law: re.Match[str]) -> bool:
    """A law is cited by its number, its date or a place in it; the words alone may be anything."""
    if split_authors(part.text)[0] and is_person(split_authors(part.text)[0][0]):
        return False
    if _SURNAMES.match(part.text) or _PAPER.match(part.text):  # "Lind/Frost, Ice Mining and Its Regulation"
        return False
    is_numbered = any(letter.isdigit() for letter in part.text)
    return is_numbered or part.text.strip().endswith(law.group().strip()) or state_in(law.group()) is not None


def _law_title(part: Part) -> str | None:
    named = _ACT_OF_DAY.match(part.text)
    ends = _LAW_ENDS.search(part.text, named.end() if named else 0)
    stop = min(ends.start() if ends else len(part.text), *(each.span.start for each in part.volumes), len(part.text))
    place = PLACE_BEFORE.match(part.text, 0, stop)
    title = _YEAR_FIRST.sub("", part.text[place.end() if place else 0 : stop].strip(" ,[(*_."))
    return in_title_case(title) if len(title) > 3 and not title[0].isdigit() else None


def _title_and_issuer(part: Part) -> tuple[str | None, str | None]:
    """The title without the State before or behind it, and the State; else the one that the title names."""
    if before := state_before(part.text):
        title = _law_title(Part(before[1]))
        return title, before[0]
    authors, rest = split_authors(part.text)
    if authors and is_body(authors[0]) and _ORDER_FIRST.match(rest):  # "The White House, Executive Order on Ice"
        return _law_title(Part(rest)), authors[0]
    title = _law_title(part)
    if title and (behind := state_behind(title)):
        return behind[0].strip(" ,("), behind[1]
    stop = part.text[len(title) if title else 0 :]
    american = any(each.series.abbreviation in _AMERICAN for each in part.volumes) or "Pub. L." in part.text
    return title, ("United States" if american else None) or state_in(title or "") or state_in(stop)


def _law_year(part: Part, title: str | None) -> int | None:
    numbered = _NUMBERED_YEAR.search(part.text)
    found = (any_year(title) if title else None) or bracketed_year(part.text) or part.year
    return found or (int(numbered["year"]) if numbered else None)
