"""Publications: articles, chapters, books, theses, papers, news and web pages, read into fields.

“Title”, 14 Ambleside J. Int’l L. 211 (2019)                 Bluebook rule 16
‘Title’ (1984) 6 Lakeland Yearbook of International Law 41   OSCOLA 3.3
‘Title’, Lakeland Yearbook, vol. 16 (1994), pp. 77–104       UN Editorial Manual, plain European styles
Title, in HANDBOOK 778 (A & B eds., 2015) · in A (ed.), Handbook (OUP 2015) 778 · AUTHOR, TITLE 53 (2d ed. 2009)
"""

from __future__ import annotations

import re
from dataclasses import replace

from argmine.knowledge.citations import letters, series
from argmine.mine.names import in_title_case, is_body, is_person, names, split_authors
from argmine.mine.parts import DATE, YEAR, Form, Part, any_year, bracketed_year, date_words, inner
from argmine.mine.pinpoints import bare_page, find_pinpoints
from argmine.types import Description, Pinpoint

_JOURNAL_WORD = re.compile(
    r"(?:\b(?:Journal|Review|Revue|Yearbook|Year\sBook|Zeitschrift|Quarterly|Proceedings|Annals|Annales|Annuaire|Archiv|Bulletin|Rivista|Revista"
    r"|Law(?:yer)?|Forum|Jahrbuch|Magazine|Letters|Studies|Policy|Affairs|Reports?|Recueil|Cahiers|Papers|Rdc|Hague)\b"
    r"|\b(?:J|L|Rev|Y\.?B|Ybk|Q|Proc|Bull|Ann|Int[’']l|Mag|Stud|Pol[’']y|Aff|Just|Probs|Colloq)\.|\bL\.?[JQR]\b|\b[A-Z]{2,6}IL\b|\bICLQ\b|\bL\sRev\b|\bJ\sIntl?\b|\b(?:Rev|Jnl|Rdv)\b)",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][^\d()\[\]“”;]{1,90}?"
_BLUEBOOK = re.compile(
    rf"[,.?!]?\s*(?<![\w.])(?P<volume>\d{{1,4}})(?:\s?[:/(]\s?(?P<issue>\d{{1,3}}(?:[–/-]\d{{1,3}})?)\)?)?\s(?P<journal>{_NAME}),?\s(?P<page>\d{{1,5}})(?![\d/])(?P<rest>[^()]{{0,80}}?)"
    rf"\s?\((?:[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?)?(?P<year>{YEAR})"
)
_OSCOLA = re.compile(
    rf"[\[(](?P<year>{YEAR})[\])]\s?(?P<volume>\d{{1,4}})?\s?(?:\(\s?(?P<issue>[\w–/.-]{{1,12}})\s?\))?\s?,?\s?(?P<journal>{_NAME}),?\s(?P<page>[A-Z]?\d{{1,5}})(?![\d/])"
)
_EUROPEAN = re.compile(
    r"^[\s,.]*(?:in:?\s)?[*_]?(?P<journal>[A-ZÀ-Þ][^\d()\[\]“”;]{2,110}?)[*_]?[,.]?\s(?:(?:[Vv]ol(?:ume)?\.?|[Bb]d\.|t\.|tome|Jg\.)\s?)?"
    r"(?P<volume>(?!(?:1[89]|20)\d\d\b)\d{1,4})?(?:\s?[,:]?\s?[(/]?(?:[Nn]os?\.?|[Ii]ssue|[Nn]r\.?|n°|N°|Heft|H\.)?\s?(?P<issue>(?!(?:1[89]|20)\d\d\b)\d{1,3}(?:[–/-]\d{1,3})?)\)?)?(?=[\s,.;:(]|$)"
)
_PAGES = re.compile(
    r"(?:\bpp?\.?|\bS\.|:|,)\s?(?P<pages>(?<![\d/])(?!(?:1[5-9]|20)\d\d\)?)[A-Z]?\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)(?![\d/])"
)
_IN = re.compile(r"(?:^|[,.”’\"»?!]\s{0,2}|\s)[*_]?[Ii]n:?[*_]?\s(?=(?:\d{1,3}\s)?[*_“‘\"]?[A-ZÀ-Þ])")
_EDITORS_FIRST = re.compile(
    r"^(?P<editors>[^()]{3,240}?)[,]?\s?\(?(?:\beds?\b|\beditors?\b|\bHrsg\b|\bdirs?\b|\béds?\b)\.?\)?[,:]?\s(?P<title>[^()]{3,300}?)(?=\s?\(|,\s(?:[A-Z][\w .]{2,40}[:,]\s?){0,2}\d|,\s(?:pp?\.|vol\.)|$)"
)
_EDITORS_LAST = re.compile(
    rf"^(?:(?P<volume>\d{{1,3}})\s)?(?P<title>[^()]{{3,300}}?),?\s(?P<page>[A-Z]?\d{{1,5}}|[ivxlc]{{1,6}})?(?P<pins>(?:[,–-]\s?\d{{1,5}}){{0,8}})\s?\((?P<editors>[^()]{{3,300}}?),?\s(?:eds?\.?|editors?)\b[^()]{{0,80}}?\b(?P<year>{YEAR})"
)
_EDITED_BY = re.compile(
    r"^(?P<title>[^()]{3,250}?),\s(?:\(?eds?\.?\)?|edited)\s(?:by\s)?(?P<editors>[^()\d]{3,200}?)(?=\s?\(|,\s\d|,\s[A-Z][\w .]+:|$)"
)
_IMPRINT = re.compile(
    rf"\((?P<imprint>[^()]{{0,160}}?(?<![\d/-])(?P<year>{YEAR})(?:[–/-]\d{{2,4}})?|[^()]{{0,120}}\bforthcoming(?:\s{YEAR})?)\)"
)
_EDITION = re.compile(
    r"(?P<edition>\b(?:\d{1,2}(?:st|nd|rd|d|th|e|\.)?|[Rr]ev(?:ised|\.)|[Ss]econd|[Tt]hird|[Ff]irst|[Ff]ourth|[Ff]ifth|[Nn]ew)\s(?:rev\.\s)?(?:edn?|edition|éd|Aufl(?:age)?)\b\.?)"
)
_THESIS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|doctoral|Doctoral|LL\.?M\.?|Master[’']?s?|[Tt]hèse|M\.?A\.?|D\.?Phil\.?)\s?(?:[Tt]hesis|[Dd]issertation|de doctorat|Thesis)?\b(?=.{0,80}(?:[Uu]niv|[Ii]nstitut|[Tt]hesis|[Dd]iss))|\b(?:[Tt]hesis|[Dd]issertation)\b"
)
_REPORT = re.compile(
    r"\b(?:Working\sPapers?|Research\s(?:Notes?|Papers?)|Discussion\sPapers?|Policy\s(?:Briefs?|Papers?)|Position\sPaper|White\sPaper|Technical\s(?:Report|Note)|Occasional\sPaper|Briefing\sPaper|Issue\sBrief|CRS\s|Rep\.\sNo\.?|Report\s[Nn]o)"
)
_REPORTED = re.compile(
    r"\b(?:Report|Statement|Position\sPaper|Building\sBlocks|White\sPaper|Note\s[Vv]erbale|[Nn]ote\sverbale|[Ww]orking\s[Pp]aper|Guidelines|Opinion\sof|Draft\s(?:[Aa]rticles|[Cc]onclusions)|Memorandum|Commentar(?:y|ies)|Resolution|Study|Survey|Rapport)\b"
)
_PRESS = re.compile(
    r"\b(?:[Pp]ress\s(?:release|statement|conference)|N\.?Y\.?\s?Times|Times|Post|Guardian|Courier|Reuters|BBC|Herald|Tribune|Gazette|Telegraph|News|Economist|Le\sMonde|Daily|Spiegel|Zeitung|Bloomberg|CNN|Wall\sSt|Newspaper|Observer|Independent|Chronicle|Globe|Wire|SpaceNews)\b",
    re.IGNORECASE,
)
_BLOG = re.compile(
    r"\b(?:[Bb]log|EJIL:?\s?Talk!?|Opinio\sJuris|Lawfare|Just\sSecurity|Völkerrechtsblog|Verfassungsblog)\b"
)
_PLACES = re.compile(r"^(?P<place>[^:]{2,60}):\s?(?P<publisher>.+)$")


def read_quoted(part: Part) -> Form | None:
    """Works whose title stands in quotation marks."""
    quotation = part.quotation
    if quotation is None or quotation.start() > 220:
        return None
    before = part.text[: quotation.start()].rstrip(" *_(")
    if before and before[-1] not in ",.:)" and not re.search(r"\bin$", before):
        return None
    lead = before.strip(" ,:*_(")
    rest = part.text[quotation.end() :]
    title = inner(quotation)
    authors, ok = _lead_authors(lead)
    if not ok:
        return None
    form = _container(rest, part)
    if form is None or (form.kind == "document" and part.symbols):
        return None
    found = replace(form.description, authors=authors, title=in_title_case(title))
    return replace(form, description=found)


def _lead_authors(lead: str) -> tuple[tuple[str, ...], bool]:
    """(authors, whether the words before a title can be its authors)."""
    if not lead:
        return (), True
    plain = re.sub(rf",?\s?\(?{YEAR}\)?[.:,]?$", "", lead).strip(" ,.:")
    if is_body(plain) and len(plain) < 160:
        return (in_title_case(plain),), True
    found = names(plain)
    good = len(plain) < 220 and not re.search(r"\s[a-z]{4,}\s", f" {plain} ".replace(" others ", " "))
    return (found, True) if good else ((), False)


def _container(rest: str, part: Part) -> Form | None:
    """What stands behind a title in quotation marks, read as what contains it."""
    within = re.match(r"^[\s,.]*[*_]?[Ii]n:?[*_]?\s", rest)
    if within and not _OSCOLA.match(rest[within.end() :]):
        chapter = _chapter(rest[within.end() :])
        if chapter is not None:
            return chapter
    for reader in (_journal, _thesis, _paper, _news, _web):
        if (form := reader(rest)) is not None:
            return form
    year = bracketed_year(part.text) or any_year(rest) or bracketed_year(part.text)
    if year is None:
        return None
    place = re.match(r"^[\s,.]*\((?P<imprint>[^()]+)\)", rest)
    return Form(
        "document",
        Description(year=year, publisher=place["imprint"] if place and not place["imprint"].isdigit() else None),
        find_pinpoints(rest),
    )


def _journal(rest: str) -> Form | None:
    """Volume, journal and page, in any of three orders."""
    for pattern in (_OSCOLA, _BLUEBOOK):
        match = pattern.search(rest[:400])
        if match and _is_journal(match["journal"]):
            return _article(match, rest)
    match = _EUROPEAN.match(rest)
    if match is None or not _is_journal(match["journal"]) or len(match["journal"].split()) > 16:
        return None
    behind = rest[match.end() :]
    year = bracketed_year(behind) or any_year(behind) or any_year(rest)
    pages = _PAGES.search(behind)
    if year is None and match["volume"] is None:
        return None
    if pages and pages.group().startswith("p.") and "–" not in pages["pages"] and "-" not in pages["pages"]:
        pages = None  # one page behind "p." is where the words stand, not where the article begins
    return Form(
        "article-journal",
        Description(container=_journal_name(match["journal"]), volume=match["volume"], issue=match["issue"], year=year,
                    pages=pages["pages"] if pages else None),
        _behind_page(behind[pages.end() :]) if pages else find_pinpoints(behind),
    )  # fmt: skip


def _article(match: re.Match[str], rest: str) -> Form:
    groups = match.groupdict()
    description = Description(
        container=_journal_name(match["journal"]), volume=match["volume"], issue=match["issue"], year=int(match["year"]),
        pages=match["page"],
    )  # fmt: skip
    pins = _behind_page(groups["rest"]) if groups.get("rest") else ()
    return Form("article-journal", description, pins or _behind_page(rest[match.end() :].lstrip(" )")))


def _behind_page(text: str) -> tuple[Pinpoint, ...]:
    """Pinpoints behind the first page: ", 52–54", ", at 217", "; para. 3"; the end of the range of pages is none."""
    rest = re.sub(r"^\s?[–—-]\s?\d{1,5}", "", text)
    return bare_page(rest) if re.match(r"^\s?(?:,|at\b|:)", rest) and bare_page(rest) else find_pinpoints(rest)


def _is_journal(name: str) -> bool:
    return letters(name) in series() or _JOURNAL_WORD.search(name) is not None


def _journal_name(name: str) -> str:
    known = series().get(letters(name))
    return known.name if known and known.kind == "journal" else in_title_case(name.strip(" ,*_"))


def read_article(part: Part) -> Form | None:
    """Articles whose title has no marks: AUTHOR, Title, 6 LAKELAND Y.B. INT’L L. 41, 52 (1984)."""
    for match in _BLUEBOOK.finditer(part.text):
        if match.start() > 8 and _is_journal(match["journal"]) and not _is_reporter(match["journal"]):
            authors, title = split_authors(part.text[: match.start()].strip(" ,"), surname_alone=True)
            if authors or part.text[: match.start()].count(",") <= 2:
                form = _article(match, part.text)
                mark = "?" if part.text[match.start() : match.start() + 1] == "?" else ""
                description = replace(
                    form.description, authors=authors, title=in_title_case(title.strip(" ,*_")) + mark
                )
                return replace(form, description=description)
    return _article_by_year(part)


def _article_by_year(part: Part) -> Form | None:
    """OSCOLA's order without marks around the title, and "(1985) Title. Journal 12: 3–40" of the sciences."""
    match = _OSCOLA.search(part.text)
    if match and match.start() > 8 and _is_journal(match["journal"]) and not _is_reporter(match["journal"]):
        authors, title = split_authors(part.text[: match.start()].strip(" ,"), surname_alone=True)
        if authors:
            form = _article(match, part.text)
            return replace(
                form, description=replace(form.description, authors=authors, title=in_title_case(title.strip(" ,*_")))
            )
    return None


def _is_reporter(name: str) -> bool:
    known = series().get(letters(name))
    return known is not None and known.kind != "journal"


def read_chapter(part: Part) -> Form | None:
    """Chapters whose title has no marks."""
    for match in _IN.finditer(part.cover):
        if match.start() < 6:
            continue
        authors, title = split_authors(part.text[: match.start()].strip(" ,."), surname_alone=True)
        if authors and (form := _contained(part.text[match.end() :])) is not None:
            return replace(
                form,
                description=replace(
                    form.description, authors=authors, title=in_title_case(title.strip(" ,*_")) or None
                ),
            )
        form = _chapter(part.text[match.end() :]) if authors or _EDITORS_LAST.match(part.text[match.end() :]) else None
        if form is not None and form.description.editors:
            return replace(
                form,
                description=replace(
                    form.description, authors=authors, title=in_title_case(title.strip(" ,*_")) or None
                ),
            )
    return None


_CONTAINED = re.compile(
    rf"^(?:(?P<volume>\d{{1,3}})\s)?(?P<title>[^()a-z]{{8,300}}?),?\s(?P<page>\d{{1,5}}(?:[–-]\d{{1,5}})?(?:,\s\d{{1,5}}){{0,4}})\s\((?P<imprint>(?:(?!\beds?\b)[^()]){{0,60}}{YEAR})\)"
)


def _contained(text: str) -> Form | None:
    """A book in small capitals with its page and year, editors named before its title or not at all (Bluebook 15.5)."""
    match = _CONTAINED.match(text)
    if match is None:
        return None
    editors, container = split_authors(match["title"].replace(", ET AL.,", " ET AL.,"))
    return Form("chapter", replace(
        _imprint(match["imprint"]), editors=editors, container=_title(container), volume=match["volume"], pages=match["page"]
    ), (Pinpoint("page", match["page"]),))  # fmt: skip


_PLACED = re.compile(r"^(?P<title>.+), (?P<place>[A-Z][\w .]{2,30}): (?P<publisher>[A-Z][\w .&’'-]{2,60})$")


def _chapter(text: str) -> Form | None:
    """What stands behind "in": editors, title, imprint and page, in any of four orders."""
    plain = text.replace("*", "").replace("_", "")
    last = _EDITORS_LAST.match(plain)
    if last:
        pins = (Pinpoint("page", last["page"] + (last["pins"] or "")),) if last["page"] else ()
        more = bare_page(plain[last.end() :].lstrip(")")) if not pins else ()
        return Form("chapter", Description(
            container=_title(last["title"]), editors=names(last["editors"]), volume=last["volume"], year=int(last["year"]),
            pages=last["page"], edition=_edition(plain[last.start("editors") : last.end()]),
        ), pins or more)  # fmt: skip
    imprint = _IMPRINT.search(plain)
    year = int(imprint["year"]) if imprint and imprint["year"] else any_year(plain)
    match = _EDITED_BY.match(plain) or _EDITORS_FIRST.match(plain)
    if match is None and (imprint is None or year is None):
        return None
    behind = plain[imprint.end() :] if imprint else plain[match.end() if match else 0 :]
    pages = re.search(
        r"(?:^\s?|pp?\.?\s|S\.\s|,\s)(?P<pages>(?!(?:1[89]|20)\d\d\b)\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)", behind
    )
    pins = _behind_page(behind[pages.end() :]) if pages else find_pinpoints(behind)
    published = _imprint(imprint["imprint"]) if imprint else Description()
    placed = _PLACED.match(match["title"]) if match else None
    if placed:
        published = replace(published, place=placed["place"], publisher=placed["publisher"])
    container = (
        placed["title"] if placed else match["title"] if match else plain[: imprint.start()] if imprint else plain
    )
    return Form("chapter", replace(
        published, container=_title(container), editors=names(match["editors"]) if match else (), year=year,
        pages=pages["pages"] if pages else None,
    ), pins)  # fmt: skip


def _title(text: str) -> str:
    return in_title_case(text.strip(' ,.*_“”‘’"'))


def _edition(text: str) -> str | None:
    match = _EDITION.search(text)
    return match["edition"] if match else None


def _imprint(text: str) -> Description:
    """Edition, place, publisher and year in brackets: "3d ed. 2008", "Oxford: OUP, 2008", "Sample Press 1999"."""
    year = any_year(text)
    edition = _edition(text)
    plain = re.sub(rf"[,.]?\s?{YEAR}(?:[–/-]\d{{2,4}})?$", "", text.replace(edition or "\0", "")).strip(" ,;")
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
    """AUTHOR, TITLE 53 (2d ed. 2009) · A. Author, Title (Oxford: OUP, 2009) 53 · A. Author, Title (Place, 1982), p. 33."""
    imprints = [match for match in _IMPRINT.finditer(part.text) if match.start() > 8]
    imprint = next((match for match in imprints if not DATE.search(match["imprint"])), None)
    if imprint is None:
        return _loose_book(part)
    before = part.text[: imprint.start()].strip(" ,")
    authors, title = split_authors(before, surname_alone=True)
    edited = re.match(r"^(?P<editors>[^()]{3,200}?),?\s\(?(?:eds?|editors?|Hrsg)\.?\)?[,:]\s(?P<title>.+)$", before)
    editors: tuple[str, ...] = ()
    if edited and not edited["title"].startswith("in "):
        editors, authors, title = names(edited["editors"]), (), edited["title"]
    if not authors and not editors and not _could_be_book(title, imprint["imprint"]):
        return None
    page = re.search(
        r"[\s,]+(?:at\s|pp?\.\s)?(?P<pages>\d{1,4}(?:[–-]\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,6}(?:\s?n\.\s?\d{1,3})?)$",
        title,
    )
    pins = (Pinpoint("page", page["pages"]),) if page else ()
    title = title[: page.start()] if page else title
    volume = re.search(r",?\s[Vv]ol(?:ume|\.)\s(?P<volume>\d{1,3}|[IVX]{1,5})$", title)
    behind = part.text[imprint.end() :]
    paper = re.search(rf",\s(?P<container>[^,]*(?:{_REPORT.pattern})[^,]*)$", title)
    title = title[: paper.start()] if paper else title
    description = replace(
        _imprint(imprint["imprint"]),
        authors=authors,
        container=paper["container"] if paper else None,
        title=_title(title[: volume.start()] if volume else title),
        editors=editors,
        volume=volume["volume"] if volume else None,
    )
    if not authors and not editors and _REPORTED.search(in_title_case(title)):
        return Form(
            "report",
            replace(description, title=re.sub(r"\s¶.*$", "", description.title or "")),
            pins or find_pinpoints(title + behind),
        )
    kind = "report" if (authors and is_body(authors[0]) and not editors) or _REPORT.search(part.text) else "book"
    if _THESIS.search(imprint["imprint"]):
        kind = "thesis"
    return Form(kind, description, pins or bare_page(behind) or find_pinpoints(behind))


def _could_be_book(title: str, imprint: str) -> bool:
    """Without an author, only a publisher says that it is a book."""
    if (title.isupper() and len(title) > 12) or _EDITION.search(imprint):
        return title[:1].isupper()
    return (
        re.search(
            r"\b(?:Press|Publish|Verlag|Nijhoff|Brill|Springer|Routledge|Elgar|Kluwer|Hart|OUP|CUP|UP|Nomos|Heymanns|Pedone|Bruylant)\b",
            imprint,
        )
        is not None
        and title[:1].isupper()
    )


def _loose_book(part: Part) -> Form | None:
    """Author, Title, Place: Publisher, Year, p. 3: fields between commas."""
    authors, rest = split_authors(part.text, surname_alone=False)
    match = re.match(
        rf"^(?P<title>[^,]{{4,200}}(?:,[^,]{{4,80}})?),\s(?P<imprint>(?:[^,:]{{2,50}}[,:]\s){{0,3}}?[^,]{{0,60}}?)[,\s]*(?P<year>{YEAR})(?P<behind>.*)$",
        rest,
    )
    if not authors or is_body(authors[0]) or match is None or DATE.search(part.text):
        return None
    title = match["title"]
    return Form(
        "book",
        replace(_imprint(f"{match['imprint']}, {match['year']}"), authors=authors, title=_title(title)),
        bare_page(match["behind"])
        if match["behind"].startswith(",") and bare_page(match["behind"])
        else find_pinpoints(match["behind"]),
    )


def _thesis(rest: str) -> Form | None:
    mark = _THESIS.search(rest[:200])
    year = bracketed_year(rest) or any_year(rest)
    if mark is None or year is None:
        return None
    inside = re.search(r"\((?P<words>[^()]+)\)", rest)
    publisher = inside["words"] if inside else rest
    publisher = re.sub(
        rf"^[^,]*?(?:[Tt]hesis|[Dd]issertation|de doctorat)[,]?\s?|[,.]?\s?{YEAR}.*$", "", publisher
    ).strip(" ,")
    return Form("thesis", Description(publisher=publisher or None, year=year), find_pinpoints(rest))


def _paper(rest: str) -> Form | None:
    mark = _REPORT.search(rest[:200])
    if mark is None:
        return None
    date, year = date_words(rest)
    container = re.search(r"[A-ZÀ-Þ][^()]*?(?=,?\s(?:\(|No\b|\d|[A-Z][a-z]+\.?\s\d{4}))|$", rest.strip(" ,.("))
    number = re.search(r"\b[Nn]o\.?\s?(\d[\d/-]*)|\b(\d{1,4}/\d{4})\b", rest)
    return Form("report", Description(
        container=container.group().strip(" ,") if container and container.group() else None, issue=next((each for each in number.groups() if each), None) if number else None,
        year=year or bracketed_year(rest) or any_year(rest), date=date,
    ), find_pinpoints(re.sub(r"\b[Nn]o\.?\s?\d+", "", rest)))  # fmt: skip


def _news(rest: str) -> Form | None:
    """A newspaper or blog, with its day."""
    date, year = date_words(rest)
    if date is None:
        return None
    container = rest[: rest.find(date)].strip(" ,.(*_[")
    container = re.sub(r"\s\([^()]*$", "", container).strip(" ,.(*_[")
    if len(container) > 90 or container.count(",") > 2:
        return None
    kind = (
        "post-weblog"
        if _BLOG.search(container)
        else "article-newspaper"
        if _PRESS.search(container)
        else "webpage"
        if container
        else "document"
    )
    return Form(
        kind,
        Description(container=in_title_case(container) or None, year=year, date=date),
        find_pinpoints(rest[rest.find(date) + len(date) :]),
    )


def _web(rest: str) -> Form | None:
    blog = _BLOG.search(rest[:120])
    if blog is None:
        return None
    return Form("post-weblog", Description(container=blog.group(), year=bracketed_year(rest) or any_year(rest)))


def read_loose(part: Part) -> Form | None:
    """What has a body and a date, or a date alone: reports, statements, press releases, news without marks."""
    date, year = date_words(part.text)
    year = year or bracketed_year(part.text)
    if year is None or not part.text[:1].isupper():
        return None
    authors, title = split_authors(part.text)
    stop = part.text.find(date) if date else part.text.rfind(str(year))
    head = part.text[:stop].strip(" ,(*_.[")
    reported, press = _REPORTED.search(in_title_case(head)), _PRESS.search(head)
    if not (authors or reported or press):
        return None
    title = re.sub(rf",?\s\((?:[^()]*)$|,?\s\(?(?:{DATE.pattern}).*$|,?\s\({YEAR}\).*$|,\s{YEAR}.*$", "", title).strip(
        " ,*_.("
    )
    paper = re.search(rf",\s(?P<container>[^,]*(?:{_REPORT.pattern})[^,]*)$", title)
    if paper:
        title = title[: paper.start()]
    title = re.sub(r"\s(?:of|on|dated|du|vom)$", "", title)
    if re.match(r"(?:Oral\s|Opening\s|Joint\s)?(?:[Ss]tatement|Remarks|Address|Speech)\b", title):
        speaker = re.match(r"(?:\w+\s)?[Ss]tatement\s(?:of|by|from)\s(?:the\s)?(?P<who>[A-Z][^,(]{1,60})", title)
        authors = authors or ((speaker["who"].strip(),) if speaker else ())
        return Form(
            "speech", Description(authors=authors, title=title, year=year, date=date), find_pinpoints(part.text[stop:])
        )
    kind = (
        "document"
        if re.search(r"\b[Pp]ress\s(?:release|statement)\b", title)
        else "report"
        if paper
        else "article-newspaper"
        if press and date and not (authors and is_body(authors[0]))
        else "report"
        if reported or (authors and is_body(authors[0]))
        else "document"
    )
    if kind == "document" and not press and not any(map(is_person, authors)):
        return None
    return Form(
        kind,
        Description(
            authors=authors,
            title=in_title_case(title) or None,
            container=paper["container"] if paper else None,
            year=year,
            date=date,
        ),
        find_pinpoints(part.text[stop:]),
    )
