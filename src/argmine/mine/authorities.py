"""Authorities in public hands: treaties, cases, legislation, documents of organizations, read into fields.

Sources: Bluebook rules 10, 12, 14, 20, 21; OSCOLA 2 and OSCOLA International Law; UN Editorial Manual, footnotes.
"""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge.citations import letters
from argmine.knowledge.registry import instruments
from argmine.mine.names import in_title_case, is_body, is_person, split_authors
from argmine.mine.parts import DATE, YEAR, Form, Part, any_year, bracketed_year, date_words, inner
from argmine.mine.pinpoints import find_pinpoints
from argmine.mine.symbols import parse_symbol
from argmine.types import Description, Pinpoint

_HEAD = re.compile(
    r"\b(?:Treaty|Treaties|Convention|Agreement|Charter|Protocol|Covenant|Statute|Accords?|Declaration|Constitution|Pact|Compact"
    r"|Memorandum of Understanding|General Act|Final Act|Exchange of (?:Notes|Letters)|Traité|Accord|Vertrag|Übereinkommen|Übereinkommens|Abkommen|Charta|Charte|Tratado|Convenio)\b",
    re.IGNORECASE,
)
_HEAD_OF_TITLE = re.compile(
    rf"(?:{_HEAD.pattern})(?=\s?(?:[,(\[:]|$)|\s(?:on|of|for|between|concerning|governing|relating|regarding|relative|to|against|and|with|among|in|establishing|as|the"
    r"|pour|sur|de|du|concernant|relatif|relative|entre|über|zur?|§|[Aa]rt|s\s|\d|Between|Concerning|Governing|Relating|Regarding|Relative|Establishing|Among|I))",
    re.IGNORECASE,
)
_OF_PARTS = re.compile(
    r"^(?:(?:para(?:graph)?s?\.?\s\d+\s(?:of|,)\s)?(?:[Aa]rts?\.?|[Aa]rticles?|[Ss]ections?|[Pp]art|[Aa]nnex|Artikel|§)\s[\w(),.–& -]{1,60}?\s(?:of|de|du|des|der)\s(?:the\s|la\s|l[’'])?)"
)
_DATED = re.compile(rf"[,:]?\s\(?(?:(?:of|on|du|vom)\s)?(?={DATE.pattern})")
_CASE = re.compile(
    r"\s(?:v\.?|vs\.?|c\.|contre|gegen)\s(?=[A-ZÀ-Þ])|\bAdvisory Opinion\b|\bJudge?ment(?:\sof\b|,|\s\()|\bArbitral\s(?:Award|Tribunal)\b"
    r"|\bAward(?:\sof\b|,\s\d)|\bArbitration\s\(|\bCases?\s(?:C|T|F)[-‑–]\d|\bPCA\sCase\b|\bICSID\sCase\b|\bCase\sN[o°]\.?\s?\d"
    r"|\bApp(?:lication|l)?s?\.?\s[Nn]os?\.?\s?\d|\bECLI:|\bEU:C:\d|\bAvis consultatif\b|\bWT/DS\d|\bProvisional Measures\b"
    r"|\bPreliminary Objections?\b|\((?:Dissenting|Separate)\sOpinion\b"
)
_CASE_ENDS = re.compile(
    rf"\.\s(?=\*?I\.?C\.?J|\*?P\.?C\.?I)|(?:,\s|\s?\[|\s\()(?:(?:Provisional\sMeasures|Preliminary\sObjections?|Jurisdiction|Merits|Judge?ment|Advisory|Award|Order|Final|Partial|Opinion|Decision|Admissibility|Compensation|Reparations?"
    rf"|Arbitral|Cases?\s(?:[Nn]|C|T)|PCA|ICSID|ICJ|I\.\s?C\.\s?J|PCIJ|P\.\s?C\.\s?I|ITLOS|ECtHR|ECHR|Eur\.|IACtHR|Inter-Am|App|no\.?|Nos?\.?|Series|Ser\.|\(?{YEAR}|\d{{1,3}}\s[A-Z]|EU:|ECLI|WT/|CIJ|C\.I\.J|avis|arrêt|Separate|Dissenting|Declaration\sof|\d{{1,2}}\s[A-Z][a-z]+\s\d{{4}}"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|paras?\.?\s|¶|at\s|p\.\s|\d{4}\])|Judge?ment\sof)"
)
_COURTS = {
    "ICJ": "International Court of Justice", "PCIJ": "Permanent Court of International Justice",
    "ITLOS": "International Tribunal for the Law of the Sea",
}  # fmt: skip
_CASE_NUMBER = re.compile(
    r"\b(?:Joined\s)?(?:(?:PCA|ICSID|ITLOS)\s)?Cases?\s(?:[Nn]os?\.?\s?)?(?:[CTF][-‑–]\d[\w/‑–-]*(?:\s?P)?|(?:[A-Z]+[-‑–/])?\w*\d[\w/‑–-]*)|\bApp(?:lication|l)?s?\.?\s[Nn]os?\.?\s?\d[\d/]*|\bECLI:[\w:]+|\bEU:C:\d{4}:\d+"
)
_COURT = re.compile(r"\b(?:ICJ|I\.C\.J\.|PCIJ|P\.C\.I\.J\.|ITLOS|ECtHR|CJEU|ECJ|ICTY|ICTR|ICC|PCA|IACtHR|ICSID|WTO)\b")
_CODE = re.compile(
    r"\b(?P<title>\d{1,3})\s(?P<code>U\.?\s?S\.?\s?C\.?(?:\s?[AS]\.?)?|C\.?F\.?R\.?)\s?(?:§{1,2}|[Ss]ec\.|[Pp]ts?\.|ch\.)?\s?(?P<section>\d[\w.–-]*)"
)
_PUBLIC_LAW = re.compile(r"\bPub(?:\.|lic)?\s?L(?:\.|aw)?(?:\s?[Nn]o\.?)?\s?(?P<number>\d{2,3}[-–‑]\d{1,4})")
_LAW = re.compile(
    r"(?:\b(?!The\b|This\b|An\b|Each\b|That\b)[A-Z][\w’'-]+\s(?:\([A-Za-z ,]+\)\s)?(?:Act|Code|Ordinance|Regulations?|Decree|Bill)\b(?=\s(?:of\s)?(?:18|19|20)\d\d|\s\d{4}|,|\s[(§]|\.?$|\sof\s\d|\sarts?\b|\ss\s\d)|\bAct\s(?:of\s(?=\d|\w+\s\d)|on\s|No\.?\s?\d|concerning|relating|to\s[a-z])"
    r"|\b(?:Federal\s|Basic\s|National\s)?(?:Decree-)?Law\s(?:No\.?|of\s(?:the\s)?\w+\s?\d|on\s|n°|N°|\d)|\b[Ll]oi\s(?:\d|n[°o]|du\s|fédérale|relative|portant|organique)|\bLey\s(?:\d|N|de|orgánica)|\b(?:Bundes)?[Gg]esetz\s(?:über|vom|zur|betreffend)|\bLegge\s\d"
    r"|\b(?:Council\s|Commission\s)?(?:Implementing\s|Delegated\s)?(?:Regulation|Directive|Decision|Règlement|Verordnung)\s\(?(?:E[UCG]|EEC|CE|UE|\d|No)|\bDirective\s\d|\bExec(?:utive|\.)\s?Order\s(?:No\.?\s?)?\d|\bH\.?R\.?\s?(?:Res\.\s)?\d{1,5}\b|(?<![.\w])S\.\s?\d{3,4},\s\d|\b\d{1,3}\sStat\.\s\d|\bFed\.\sReg\.|\b(?:Royal|Presidential|Cabinet|Ministerial|Emiri|Federal)\sDecree(?:-Law)?\b|\bDécret\b|\bOrdinance\s(?:No|of)|\bBGBl\b|\bMémorial\sA\b|\bStatutes?\sat\sLarge\b|\bStatutory\sInstrument\b|\bSI\s(?:19|20)\d\d/\d)"
)
_UNION = re.compile(
    r"(?:(?:Council|Commission)\s)?(?:(?:Implementing|Delegated)\s)?(?:Regulation|Directive|Decision)\s\((?:EU|EC|EEC|Euratom)\)"
)
_LAW_ENDS = re.compile(
    r"(?<=[a-z)\]])\.\s(?=[*\[]?[A-Z])|,\s(?:Pub|No\.|Act\sNo|Law\sNo|§|[Ss]ec|[Aa]rt|ss?\s\d|c\.?\s?\d|ch\.|[Tt]itle\s[IVX\d]|H\.?R\.?|S\.\s?\d|\d|\(|tit\.|A\s\d|Mémorial|OJ|O\.J\.|JO|BGBl|reprinted|codified|[Pp]ara|[Rr]ecital|[Aa]nnex|[Mm]ade|official|English|[Pp]t|Part|JORF|Journal\sofficiel|Federal\sGazette|Official|as\samended|Stb|SOU|RO\s|SR\s|Gazette)"
    rf"|\s§|\s\((?:{YEAR}|codified|US\)|UK\)|Lux|Japan|[A-Z][\w. ]+\)$|Japanese|consolidated)|\s\[{YEAR}|\sart(?:s|icle)?\.?\s\d|\s\d{{1,3}}\sU\.?S\.?C|\sOJ\s|\s(?:19|20)\d\d\sOJ|\ss\s\d|\sss\s\d"
)
_DOCUMENT_ENDS = re.compile(
    r"[,(.]?\s*(?:(?:U\.?N\.?|IAEA|ISA|OAS|WTO)\s)?(?:[Dd]oc(?:ument)?s?\.?|[Dd]ocument\sofficiel)?(?:\s(?:No\.?|symbol))?\s*$|[,(]?\s*(?:contained|set\sout)?\s*in\s*(?:document)?\s*$",
)


def read_case(part: Part) -> Form | None:
    """Decisions of courts and tribunals, by parties, court, report and date."""
    volume = part.volume("case")
    mark = _CASE.search(part.text)
    if volume is None and mark is None:
        return None
    if volume is None and mark is not None and part.cover[mark.start()] == "\x01" and "v" not in mark.group().lower():
        return None
    ends = _CASE_ENDS.search(part.text, 3)
    stop = min([len(part.text), *([ends.start()] if ends else []), *([volume.span.start] if volume else [])])
    title = part.text[:stop].strip(" ,[(*_")
    number = _CASE_NUMBER.search(part.text)
    identifiers = [volume.identifier] if volume else []
    identifiers += [" ".join(number.group().split())] if number else []
    after = part.text[volume.span.end :] if volume else part.text[stop:]
    date, date_year = date_words(part.text[stop:])
    year = (
        (volume.year if volume else None) or bracketed_year(part.text[stop:]) or date_year or any_year(part.text[stop:])
    )
    court = _COURTS.get(volume.series.abbreviation.split()[0]) if volume else None
    description = Description(
        authors=(court,) if court else (), title=in_title_case(title) or None,
        container=volume.series.abbreviation if volume else _court(part.text),
        volume=volume.volume if volume else None, year=year, date=date,
        pages=volume.page if volume and volume.series.cited != "series" else None, identifiers=tuple(identifiers),
    )  # fmt: skip
    return Form("legal_case", description, _behind(after))


def _court(text: str) -> str | None:
    match = _COURT.search(text)
    return match.group() if match else None


def _behind(text: str) -> tuple[Pinpoint, ...]:
    """Pinpoints behind a place in a report: a bare number after a comma is a page."""
    page = re.match(r",?\s(?:at\s)?(\d{1,4}(?:[–-]\d{1,4})?)(?=[\s,;.(]|$)(?!\s[A-Z])", text)
    rest = find_pinpoints(re.sub(r"\bN[o°]\.?\s?\d+", "", text))
    return (Pinpoint("page", page.group(1)), *rest) if page and text.startswith(",") else rest


def read_legislation(part: Part) -> Form | None:
    """Statutes, codes, bills and regulations of States and of the European Union."""
    code, public, law = (
        _CODE.search(part.text),
        _PUBLIC_LAW.search(part.text),
        _LAW.search(part.cover) or _UNION.match(part.text),
    )
    volume = part.volume("legislation")
    if code is None and public is None and law is None and volume is None:
        return None
    if law is not None and code is None and public is None and volume is None and not _is_law(part, law):
        return None
    identifiers = []
    if public:
        identifiers.append(f"Pub. L. {public['number'].replace('–', '-').replace('‑', '-')}")
    if (code and volume is None) or (code and not public):
        identifiers.append(f"{code['title']} {letters(code['code']).upper()[:3]} {code['section']}")
    identifiers += [
        each.identifier
        for each in part.volumes
        if each.series.kind == "legislation"
        and not (public and each.series.abbreviation.startswith("Pub"))
        and each.series.abbreviation not in ("USC", "CFR")
    ]
    title = _law_title(part)
    bare = find_pinpoints(part.text[len(title) if title else 0 :])
    sections = (
        (Pinpoint("section", code["section"]),) if code and not any(pin.unit == "section" for pin in bare) else bare
    )
    date, date_year = date_words(part.text)
    description = Description(
        title=title, year=_law_year(part, title) or date_year, date=date, identifiers=tuple(dict.fromkeys(identifiers)),
    )  # fmt: skip
    kind = (
        "bill" if re.match(r"H\.?R\.?\s?\d{2,5}\b|S\.\s?\d|.*\bBill\b", title or "") and not public else "legislation"
    )
    return Form(kind, description, sections)


def _is_law(part: Part, law: re.Match[str]) -> bool:
    """A law is cited by its number, its date or a place in it; the words alone may be anything."""
    if split_authors(part.text)[0] and is_person(split_authors(part.text)[0][0]):
        return False
    return any(letter.isdigit() for letter in part.text) or part.text.strip().endswith(law.group().strip())


def _law_title(part: Part) -> str | None:
    ends = _LAW_ENDS.search(part.text)
    stop = min(ends.start() if ends else len(part.text), *(each.span.start for each in part.volumes), len(part.text))
    title = _OF_PARTS.sub("", part.text[:stop]).strip(" ,[(*_.")
    return in_title_case(title) if len(title) > 3 and not title[0].isdigit() else None


def _law_year(part: Part, title: str | None) -> int | None:
    return (any_year(title) if title else None) or bracketed_year(part.text) or part.year


def read_document(part: Part) -> Form | None:
    """Documents of organizations by their symbol: reports, working papers, records, resolutions."""
    document = part.volume("document")
    if not part.symbols and document is None:
        return None
    if part.symbols:
        place, symbol = min(part.symbols, key=lambda each: each[0].start)
        start, end = place.start, max(each.end for each, _ in part.symbols)
        identifiers = tuple(dict.fromkeys(each for _, each in part.symbols))
        parsed = parse_symbol(symbol)
    else:
        assert document is not None
        start, end, identifiers, parsed = document.span.start, document.span.end, (document.identifier,), None
    before = _DOCUMENT_ENDS.sub("", part.text[:start])
    authors, title = _authors_and_title(before, part)
    date, date_year = date_words(part.text[end:] if DATE.search(part.text, end) else part.text)
    year = (
        bracketed_year(part.text[end:])
        or date_year
        or (document.year if document else None)
        or bracketed_year(part.text)
        or _year_of(identifiers[0])
    )
    description = Description(
        authors=authors or ((parsed.organ.split(",")[0],) if parsed and parsed.organ and not title else ()), title=title,
        year=year, date=date, identifiers=(*identifiers, *(each.identifier for each in part.volumes if each.series.kind in ("treaty",))),
        container=document.series.abbreviation if document else None, volume=document.volume if document else None,
    )  # fmt: skip
    kind = "report"
    return Form(kind, description, find_pinpoints(part.text[end:]))


_PLACED = re.compile(r",?\s(?:¶{1,2}|paras?\.?|pp?\.|at|item|annex|ch\.|conclusion)\s[\d–,\s-]+$")


def _year_of(symbol: str) -> int | None:
    """The year in a symbol: A/AC.105/C.2/2019/CRP.3, A/CN.4/SER.A/1966, S/RES/1373(2001)."""
    match = re.search(r"[/(]((?:19|20)\d\d)(?=[/)]|$)", symbol)
    return int(match.group(1)) if match else None


def _authors_and_title(before: str, part: Part) -> tuple[tuple[str, ...], str | None]:
    quotation = part.quotation
    if quotation is not None and quotation.start() < len(before):
        lead = before[: quotation.start()].strip(" ,:*_")
        return ((in_title_case(lead),) if lead else ()), inner(quotation)
    authors, title = split_authors(before)
    title = _PLACED.sub("", title)
    title = re.split(rf",?\s\((?={YEAR}\))|,\s(?={DATE.pattern})", title)[0]
    title = title.strip(" ,(*_.:")
    if (
        not authors
        and is_body(title)
        and not re.search(
            r"\b(?:[Rr]eport|[Ss]tatement|[Dd]ecision|[Rr]esolution|[Dd]eclaration|[Nn]ote|[Pp]aper|[Ll]etter|[Gg]uidelines)\b",
            title,
        )
        and len(title) < 60
    ):
        return (in_title_case(title),), None
    return authors, in_title_case(title) if len(title) > 2 else None


def read_treaty(part: Part) -> Form | None:
    """Treaties by title, date and series, and instruments that the registry knows by name and article."""
    volume = part.volume("treaty")
    lead = _OF_PARTS.match(part.text)
    start = lead.end() if lead else 0
    if volume is None and not _is_treaty(part, start, lead is not None):
        return None
    stop = _treaty_title_end(part, start)
    title = part.text[start:stop].strip(" ,(*_.:[")
    title = re.sub(r"^(?:[Tt]he|[Ll]a|[Ll]e)\s", "", title)
    date, date_year = date_words(part.text)
    tail = part.text[volume.span.end :] if volume else ""
    pins = find_pinpoints(part.text[:start]) + find_pinpoints(
        re.sub(r"\bN[o°]\.?\s?\d+", "", part.text[stop : volume.span.start if volume else len(part.text)] + " " + tail)
    )
    description = Description(
        title=in_title_case(title) if title and not title[0].isdigit() else None, year=date_year or bracketed_year(part.text) or any_year(part.text), date=date,
        container=volume.series.abbreviation if volume else None, volume=volume.volume if volume else None,
        pages=volume.page if volume else None,
        identifiers=tuple(dict.fromkeys(each.identifier for each in part.volumes if each.series.kind in ("treaty", "legislation", "document"))),
    )  # fmt: skip
    return Form("treaty", description, pins)


def _is_treaty(part: Part, start: int, pointed: bool) -> bool:
    head = part.cover[start : start + 300]
    named = _known_name(part.text[start:])
    if named and (pointed or find_pinpoints(part.text) or part.date or len(part.text) - start < named + 25):
        return True
    if _HEAD_OF_TITLE.search(head.partition(",")[0]) is None or not head[:1].isupper():
        return False
    return pointed or part.date is not None or (bool(find_pinpoints(part.text)) and len(part.text) < 160)


def _treaty_title_end(part: Part, start: int) -> int:
    ends = [match.start() for pattern in (_TITLE_STOPS, _DATED) if (match := pattern.search(part.text, start + 3))]
    ends += [volume.span.start for volume in part.volumes]
    return min([len(part.text), *(end for end in ends if end >= start)])


_TITLE_STOPS = re.compile(
    r"(?<=[a-z)\]])\.\s(?=[*\[]?[A-Z])|\s?\((?=[Aa]rts?\.?\s|[Aa]rticles?\s)|(?:,\s(?:Arts?\.?|Articles?|Sections?|Secs?\.|Part|Annex)|,?\s(?:arts?\.?|articles?|§{1,2}|sections?|secs?\.|ss?|paras?\.?|¶+|pts?\.))\s?[\dIVX]"
    r"|,?\s\(?(?:adopted|opened\sfor|done|signed|concluded|entered|with\s(?:annex|final)|as\samended|approved|fait|signé|reproduced|annexed)\b"
    r"|,\s(?:pmbl\.|preamble|annex\b|Preamble|National\sAeronautics)"
    rf"|,?\s\((?={YEAR}\))|,\s(?={YEAR}\b)|,\s[A-Z][\w.]{{1,25}}[–-][A-Z][\w.]{{1,25}},"
)


@cache
def _names() -> dict[str, int]:
    """Names of registered instruments, by their letters."""
    return {
        letters(name): len(name)
        for each in instruments().values()
        for name in (each.title, *each.names, *each.abbreviations)
    }


def _known_name(text: str) -> int:
    """The length of the registered name with which the text begins; 0 where there is none."""
    plain = re.sub(r"^(?:The|the)\s", "", text)
    cut = re.match(r"[^,(\[\d.;:]{2,200}", plain)
    words = cut.group().split() if cut else []
    for count in range(min(len(words), 24), 0, -1):
        name = " ".join(words[:count])
        if letters(name) in _names():
            return len(name)
    return 0


__all__ = ["read_case", "read_document", "read_legislation", "read_treaty"]
