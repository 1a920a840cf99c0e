"""Books and their imprints: AUTHOR, TITLE 53 (2d ed. 2009) · A. Author, Title (Oxford: OUP, 2009) 53.

Sources: Bluebook rule 15, OSCOLA 3.2.
"""

from __future__ import annotations

import re
from dataclasses import replace

from argmine.mine.citations.authors import split_authors
from argmine.mine.citations.names import in_title_case, is_body, names
from argmine.mine.citations.parts import DATE, YEAR, Form, Part, any_year
from argmine.mine.citations.pinpoints import bare_page, find_pinpoints
from argmine.types import Description, Pinpoint

IMPRINT = re.compile(
    rf"\((?P<imprint>[^()]{{0,160}}?(?<![\d/-])(?P<year>{YEAR})(?:[–/-]\d{{2,4}})?"
    rf"|[^()]{{0,120}}\bforthcoming(?:\s{YEAR})?)\)"
)
_EDITION = re.compile(
    r"(?P<edition>\b(?:\d{1,2}(?:st|nd|rd|d|th|e|\.)?|[Rr]ev(?:ised|\.)|[Ss]econd|[Tt]hird|[Ff]irst|[Ff]ourth"
    r"|[Ff]ifth|[Nn]ew)\s(?:rev\.\s)?(?:edn?|edition|éd|Aufl(?:age)?)\b\.?)"
)
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
    r"\b(?:Report|Statement|Position\sPaper|Building\sBlocks|White\sPaper|Note\s[Vv]erbale|[Nn]ote\sverbale"
    r"|[Ww]orking\s[Pp]aper|Guidelines|Opinion\sof|Draft\s(?:[Aa]rticles|[Cc]onclusions)|Memorandum|Commentar(?:y"
    r"|ies)|Resolution|Study|Survey|Rapport)\b"
)
PAPER_LAST = re.compile(rf",\s(?P<container>[^,]*(?:{PAPER_KINDS.pattern})[^,]*)$")
_EDITED = re.compile(r"^(?P<editors>[^()]{3,200}?),?\s\(?(?:eds?|editors?|Hrsg)\.?\)?[,:]\s(?P<title>.+)$")
_HOUSES = re.compile(
    r"\b(?:Press|Publish|Publishers|Publishing|Verlag|Nijhoff|Brill|Springer|Routledge|Elgar|Kluwer|Hart|OUP|CUP|UP|Nomos"
    r"|Heymanns|Pedone|Bruylant|Blackwell|Sweet|Butterworths|Duncker)\b"
)
_EDITS = re.compile(r"^(?P<editors>[A-Z][^()]{3,120}?),?\s(?:eds?\.?|editors?)(?:,|\s)")
_PAGE_LAST = re.compile(
    r"[\s,]+(?:at\s"
    r"|pp?\.\s)?(?P<pages>\d{1,4}(?:[–-]\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,6}(?:\s?n\.\s?\d{1,3})?)$"
)
_PART_OF_BOOK = re.compile(
    r",\s(?:at\s)?(?:[Cc]hs?\.|[Cc]hapters?|Part|Title|§{1,2}|princ\.|[Ss]ec\.|[Aa]rts?\.)\s?(?:\d|[IVX]+\b).*$"
)
_VOLUME_LAST = re.compile(r",?\s[Vv]ol(?:ume|\.)\s(?P<volume>\d{1,3}|[IVX]{1,5})$")
_YEAR_AT_END = re.compile(rf"[,.]?\s?{YEAR}(?:[–/-]\d{{2,4}})?$")
_PLACES = re.compile(r"^(?P<place>[^:]{2,60}):\s?(?P<publisher>.+)$")


def clean_title(text: str) -> str:
    """A title without marks around it, out of capitals."""
    return in_title_case(text.strip(' ,.*_“”‘’"'))


def edition_in(text: str) -> str | None:
    """The edition as printed."""
    match = _EDITION.search(text)
    return match["edition"] if match else None


def read_imprint(text: str) -> Description:
    """Edition, place, publisher and year in brackets: "3d ed. 2008", "Oxford: OUP, 2008", "Sample Press 1999"."""
    year = any_year(text)
    edition = edition_in(text)
    plain = _YEAR_AT_END.sub("", text.replace(edition or "\0", "")).strip(" ,;")
    placed = _PLACES.match(plain)
    if placed:
        return Description(
            edition=edition, place=placed["place"].strip(), publisher=placed["publisher"].strip(" ,"), year=year
        )
    *publisher, place = [piece.strip() for piece in plain.split(",")] if "," in plain else [plain, ""]
    if publisher and is_body(publisher[0]):
        return Description(edition=edition, publisher=plain.rstrip(", "), year=year)
    is_place_only = (
        re.search(rf",\s?{YEAR}$", text.strip())
        and not publisher[1:]
        and not place
        and re.fullmatch(r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?", publisher[0] or "")
    )
    if is_place_only:
        return Description(edition=edition, place=publisher[0], year=year)
    return Description(edition=edition, publisher=", ".join(publisher) or None, place=place or None, year=year)


def read_book(part: Part) -> Form | None:
    """Books whose title has no marks: AUTHOR, TITLE 53 (2d ed. 2009) · A. Author, Title (Oxford: OUP, 2009) 53."""
    imprints = [match for match in IMPRINT.finditer(part.text) if match.start() > 8]
    imprint = next((match for match in imprints if not DATE.search(match["imprint"])), None)
    if imprint is None:
        return _loose_book(part)
    before = part.text[: imprint.start()].strip(" ,")
    authors, title = split_authors(before, surname_alone=True)
    edited = _EDITED.match(before)
    edits = _EDITS.match(imprint["imprint"]) if not authors else None
    editors: tuple[str, ...] = ()
    if edited and not edited["title"].startswith("in "):
        editors, authors, title = names(edited["editors"]), (), edited["title"]
    editors = editors or (names(edits["editors"]) if edits else ())
    if not authors and not editors and not _could_be_book(title, imprint["imprint"]):
        return None
    volume = _VOLUME_LAST.search(title)
    behind = part.text[imprint.end() :]
    page = _PAGE_LAST.search(title) if volume is None and not bare_page(behind) else None
    pins = (Pinpoint("page", page["pages"]),) if page else ()
    title = title[: page.start()] if page else title
    volume = volume or _VOLUME_LAST.search(title)
    inside = _PART_OF_BOOK.search(title)
    if inside:
        pins, title = (*pins, *find_pinpoints(inside.group())), title[: inside.start()]
    paper = PAPER_LAST.search(title) if PAPER_KINDS.search(title) else None
    title = title[: paper.start()] if paper else title
    description = replace(
        read_imprint(imprint["imprint"]),
        authors=authors,
        container=paper["container"] if paper else None,
        title=clean_title(title[: volume.start()] if volume else title),
        editors=editors,
        volume=volume["volume"] if volume else None,
    )
    if not authors and not editors and REPORT_WORDS.search(in_title_case(title)):
        return Form(
            "report",
            replace(description, title=re.sub(r"\s¶.*$", "", description.title or "")),
            pins or find_pinpoints(title + behind),
        )
    house, _, named = title.partition(", ")
    if authors and named and is_body(in_title_case(house)) and house.isupper() == named.isupper():
        kind, description = "report", replace(description, publisher=in_title_case(house), title=clean_title(named))
        return Form(kind, description, pins or find_pinpoints(behind))
    kind = "report" if (authors and is_body(authors[0]) and not editors) or PAPER_KINDS.search(part.text) else "book"
    if THESIS_WORDS.search(imprint["imprint"]):
        kind = "thesis"
    return Form(kind, description, pins or bare_page(behind) or find_pinpoints(behind))


def _could_be_book(title: str, imprint: str) -> bool:
    """Without an author, only a publisher says that it is a book."""
    if (title.isupper() and len(title) > 12) or _EDITION.search(imprint):
        return title[:1].isupper()
    return title[:1].isupper() and _HOUSES.search(imprint) is not None


def _without_edition(title: str) -> tuple[str, str | None]:
    """(title, edition) of "Ice Law: A Treatise, 2nd ed"."""
    edition = edition_in(title)
    return (title.partition(edition)[0].strip(" ,"), edition) if edition else (title, None)


def _without_publisher(title: str) -> tuple[str, str | None]:
    """(title, publisher) of "Ice as Property, Lakeland University Press"."""
    head, comma, last = title.rpartition(", ")
    return (head, last) if comma and _HOUSES.search(last) else (title, None)


def _loose_book(part: Part) -> Form | None:
    """Author, Title, Place: Publisher, Year, p. 3: fields between commas."""
    authors, rest = split_authors(part.text, surname_alone=False)
    match = re.match(
        rf"^(?P<title>[^,]{{4,200}}(?:,[^,]{{4,80}})?),\s(?P<imprint>(?:[^,:]{{2,50}}[,:]\s){{0,3}}?[^,]{{0,60}}?)[,\s]*(?P<year>{YEAR})(?P<behind>.*)$",
        rest,
    )
    if not authors or is_body(authors[0]) or match is None or DATE.search(part.text):
        return None
    title, edition = _without_edition(match["title"])
    title, publisher = _without_publisher(title)
    imprint = read_imprint(f"{match['imprint']}, {match['year']}")
    return Form(
        "book",
        replace(
            imprint,
            authors=authors,
            title=clean_title(title),
            edition=edition or imprint.edition,
            publisher=publisher or imprint.publisher,
        ),
        bare_page(match["behind"])
        if match["behind"].startswith(",") and bare_page(match["behind"])
        else find_pinpoints(match["behind"]),
    )
