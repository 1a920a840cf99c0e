"""Citations: references to authorities in notes and in running text, each with its fields.

A note is cut into segments (`segments`); in each, pointers back (`pointers`) are read first, then the form of the rest,
the most certain first: legislation, cases, what has its title in quotation marks, articles, documents by symbol,
chapters, treaties, books. In the body only forms that cannot be anything else count: symbols, resolutions, places in a
series, DOIs and addresses, with the words in the same brackets. Kinds are CSL 1.0.2 types, and "short" for pointers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from argmine.mine.authorities import read_case, read_document, read_legislation, read_treaty
from argmine.mine.names import in_title_case, is_body, is_person, split_authors
from argmine.mine.parts import DATE, DOI, URL, YEAR, Form, Part, any_year, bracketed_year, date_words
from argmine.mine.pinpoints import behind, find_pinpoints, reach
from argmine.mine.pointers import Pointing, find_pointers, run_before
from argmine.mine.publications import read_article, read_book, read_chapter, read_loose, read_quoted
from argmine.mine.segments import Segment, find_segments, masked
from argmine.mine.series import find_volumes
from argmine.mine.symbols import find_symbols
from argmine.types import Citation, Description, Document, Note, Pinpoint, Pointer, Span

_DEFINED = re.compile(
    r"[,\s]*[\[(]\s?(?:hereinafter|hereafter|henceforth|ci-après|im Folgenden|en adelante)[:,]?\s+(?:(?:referred\sto\sas|cited\sas|called|the)\s+)*"
    r"[\"“‘'*_]{0,2}(?P<name>[^\]\)\n]{1,120}?)[\"”’'*_]{0,2}\s?[\])]", re.IGNORECASE,
)  # fmt: skip
_SHORT_TITLE = re.compile(
    r"\s\((?:the\s)?[“‘\"]?(?P<name>[A-Z][\w’&-]*(?:\s(?:of|the|on|and|[A-Z][\w’&-]*)){0,5})[”’\"]?\)(?=\.?$|,)"
)
_PARENTHETICAL = re.compile(
    r"\s\((?P<words>(?:(?:[a-z“‘\"]|\[[a-z]\]|In\s|The\s|A\s|“)[^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,300})?))\)\.?$"
)
_ACCESS = re.compile(
    r"[,;]?\s?[(\[]?(?:(?:last\s|first\s)?(?:visited|accessed|retrieved|consulted|consulté|abgerufen)(?:\s(?:on|le|am))?:?\s[^()\[\];]{4,32}\d{4})[)\]]?\.?",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"[,.;:]?\s?(?:\(?(?:available\s(?:online\s)?(?:at|from|on|under)|online|at|URL|accessible\sat|disponible\ssur)?:?\s?)?$",
    re.IGNORECASE,
)
_CHAPTER_IN = re.compile(
    r"^(?P<work>[^,]{3,160},.{3,300}?),?\s[*_]?in:?[*_]?\s(?P<container>(?:\d{1,3}\s)?[A-Z].{2,200})$"
)
_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,300})\]\([^()\s]{0,400}\)")
_COMMENT = re.compile(
    r",?\s(?:\((?:an?\s)?(?:invented|fictional)[^()]*\))?,?\s?(?:who|whose|which|where|whereas|although|though|while|whilst|thus|because|but|however|long\sbefore|for\sthe\s(?:view|argument|proposition)|on\swhich|in\swhich|is\s|are\s|was\s|were\s|has\s|agrees?\s|argues?\s|concerns?\s)(?=[\s\w])"
)
_FINITE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|agrees?|argues?|refers?|referred|replied|recalls?|published|concerns?|printed|notes?|says?|said|held|holds|doubts|falls)\s"
)
_LABEL = re.compile(r"^(?:\d{1,3}\.?\s)?[*_]*")
_SERIES_KINDS = {
    "treaty": "treaty",
    "case": "legal_case",
    "legislation": "legislation",
    "document": "report",
    "journal": "article-journal",
}
_OUTER = re.compile(r"[(\[][^()\[\]]{4,400}[)\]]")
_PRINTED = re.compile(rf"\([^()]*{YEAR}\)")
_LONGEST = 1600
_FORMS = (
    read_legislation,
    read_case,
    read_quoted,
    read_article,
    read_document,
    read_chapter,
    read_treaty,
    read_book,
    read_loose,
)
_PUBLICATIONS = (read_quoted, read_article, read_document, read_chapter, read_book, read_loose)


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Citations in the body, then note by note, in the order of the text."""
    body = [each for block in document.blocks for each in _in_body(document.text, block.span)]
    notes = [each for note in document.notes for each in _in_note(document.text, note)]
    return (*body, *notes)


def _in_note(text: str, note: Note) -> Iterator[Citation]:
    for segment in find_segments(text, note.span):
        for citation in _in_segment(text, segment):
            yield replace(citation, note=note.number)


def _in_segment(text: str, segment: Segment) -> Iterator[Citation]:
    """Pointers first; then what stands before, between and behind them."""
    start, signal = segment.span.start, segment.signal
    for pointing in find_pointers(text, segment.span):
        if pointing.span.start < start:
            continue
        yield from _full(text, Span(start, pointing.span.start), signal, certain=True)
        citation = _short(text, pointing, segment.span.end, signal)
        yield citation
        start, signal = citation.span.end, None
    yield from _full(text, Span(start, segment.span.end), signal, certain=start > segment.span.start)


def _short(text: str, pointing: Pointing, end: int, signal: str | None) -> Citation:
    """A pointer with its name, pinpoints and what is said behind it."""
    rest = text[pointing.mark.end : end]
    length = reach(rest)
    pins = behind(rest[:length]) if not find_pinpoints(rest[:length]) else find_pinpoints(rest[:length])
    tail = rest[length:].rstrip(" .")
    comment = _PARENTHETICAL.match(tail if tail.endswith(")") else "")
    stop = pointing.mark.end + length + (len(tail) if comment else 0)
    stop = pointing.mark.end + len(text[pointing.mark.end : stop].rstrip(" ,"))
    words = comment["words"] if comment else None
    chapter = _CHAPTER_IN.match(pointing.pointer.name or "")
    if chapter:
        authors, title = split_authors(chapter["work"], surname_alone=True)
        return Citation(
            Span(pointing.span.start, stop), "chapter", None, None,
            Description(authors, title.strip(" ,*_“”‘’") or None, chapter["container"]), pins, signal, words, _quoted(words),
            pointer=Pointer(pointing.pointer.form, pointing.pointer.note, chapter["container"]),
        )  # fmt: skip
    return Citation(
        Span(pointing.span.start, stop), "short", pinpoints=pins, signal=signal, parenthetical=words, quoted=_quoted(words),
        pointer=pointing.pointer,
    )  # fmt: skip


def _quoted(words: str | None) -> str | None:
    match = re.search(r"[“\"‘](?P<words>[^”\"]{2,500}?)[”\"’](?!\w)", words or "")
    return match["words"] if match else None


def _full(text: str, span: Span, signal: str | None, *, certain: bool) -> Iterator[Citation]:
    """The citation that a stretch holds, if it holds one; `certain` wants a mark that cannot be anything else."""
    words = span.of(text)[:_LONGEST]
    left = len(words) - len(words.lstrip(" ,.;:\n)]"))
    right = len(words.rstrip(" .,;:\n"))
    if right - left < 5:
        return
    body = words[left:right]
    marks = tuple(_marks(body))
    if certain and not marks and not _PRINTED.search(body):
        return
    begin = _begin(body, marks)
    comment = _COMMENT.search(masked(body), max((begin + 12, *(mark.start for mark in marks))))
    stop = comment.start() if comment and (_digit_before(body, begin, comment.start())) else len(body)
    citation = _section_alone(body[begin:stop]) or _read(body[begin:stop])
    if citation is None:
        return
    offset = span.start + left + begin
    trimmed = len(body[begin:stop].rstrip(" ,.;:"))
    yield replace(citation, span=Span(offset, offset + trimmed), signal=signal)


def _section_alone(words: str) -> Citation | None:
    """A section and nothing else goes on with the statute before it (Bluebook rule 12.10)."""
    if words[:1] != "§" or (length := reach(words)) < len(words.rstrip(" .")):
        return None
    return Citation(Span(0, 0), "short", pinpoints=find_pinpoints(words[:length]), pointer=Pointer("provision"))


def _digit_before(body: str, begin: int, stop: int) -> bool:
    return any(letter.isdigit() for letter in body[begin:stop])


def _marks(body: str) -> Iterator[Span]:
    whole = Span(0, len(body))
    yield from (span for span, _ in find_symbols(body, whole))
    yield from (volume.span for volume in find_volumes(body, whole))
    yield from (Span(*match.span()) for pattern in (URL, DOI) for match in pattern.finditer(body))


def _begin(body: str, marks: tuple[Span, ...]) -> int:
    """Where the citation begins: prose that leads up to it is left out."""
    if body.startswith("the "):
        return 4
    lead = _FINITE.search(body[:400]) if not re.match(r"[“‘\"«]", body) else None
    lead_in = lead.end() if lead else 0
    if _is_authored(body) or body.startswith("§"):
        return 0
    if (
        lead is None
        and (body[:1].isupper() or body[:1] in '“‘"«[(§*_' or body[:1].isdigit())
        and not _PROSE.match(body)
    ):
        return _LABEL.match(body).end() if body[:1] in "*_" else 0  # type: ignore[union-attr]
    mark = min((span.start for span in marks), default=None)
    quote = re.search(r"[“‘«]", body)
    places = [place for place in (mark, quote.start() if quote else None) if place is not None]
    if not places:
        return lead_in if lead_in and body[lead_in : lead_in + 1].isupper() else 0
    return run_before(body, min(places), 0) if lead is None or min(places) > lead_in else 0


def _is_authored(text: str) -> bool:
    """Whether it begins with a person's name and a comma, as a publication does."""
    authors, behind_them = split_authors(text[:400])
    return bool(authors) and is_person(authors[0]) and behind_them[:1].isupper() | (behind_them[:1] in '“‘"')


_PROSE = re.compile(
    r"(?:For|On|In|As|At|By|It|He|She|They|We|That|These|Those|Such|With|From|According|Similarly|Likewise|However|Though|Although|While|Here|There|One|Some|Many|Also|An?|To|But|And|So|Yet|His|Her|Its|Their|My|Our|Not|Even|If|When|Where)\s(?!re\b)"
)


def _read(words: str) -> Citation | None:
    """The fields of one citation; its span is set by the caller."""
    plain = _LINK.sub(lambda match: match["words"], words).replace("*", "")
    defined, plain = _taken(_DEFINED, plain, "name")
    plain = _ACCESS.sub("", plain).rstrip(" .,")
    url = URL.search(plain)
    address = url.group().strip("<>").rstrip(".,;:") if url else None
    plain = _without(plain, url)
    doi = DOI.search(words)
    if defined is None:
        defined, plain = _taken(_SHORT_TITLE, plain, "name") if find_volumes_in(plain) else (None, plain)
    parenthetical, plain = _taken(_PARENTHETICAL, plain, "words") if not _is_imprint(plain) else (None, plain)
    form = _formed(Part(plain.strip(" ,")))
    identifiers = tuple(
        dict.fromkeys(
            (
                *(form.description.identifiers if form else ()),
                *((f"doi:{doi.group().rstrip('.').lower()}",) if doi else ()),
                *((address,) if address else ()),
            )
        )
    )
    if form is None and not identifiers:
        return None
    if form is None:
        form = _page(plain, address)
    description = replace(form.description, identifiers=identifiers)
    return Citation(
        Span(0, 0), "webpage" if form.kind == "document" and address else form.kind, identifiers[0] if identifiers else None, None, description, _distinct(form.pinpoints),
        parenthetical=parenthetical, quoted=_quoted(parenthetical), defined=defined and defined.strip(" ,"),
    )  # fmt: skip


def find_volumes_in(text: str) -> bool:
    """Whether a place in a series stands in the text."""
    return next(find_volumes(text, Span(0, len(text))), None) is not None


def _is_imprint(plain: str) -> bool:
    tail = plain[plain.rfind("(") :]
    return re.search(rf"{YEAR}\)$", tail) is not None and not re.match(r"\((?:[a-z]{4,}ing|quoting|citing)", tail)


def _distinct(pins: tuple[Pinpoint, ...]) -> tuple[Pinpoint, ...]:
    return tuple(dict.fromkeys(pins))


def _taken(pattern: re.Pattern[str], text: str, group: str) -> tuple[str | None, str]:
    match = pattern.search(text)
    if match is None:
        return None, text
    return match[group], (text[: match.start()] + " " + text[match.end() :]).strip(" ,.")


def _without(text: str, url: re.Match[str] | None) -> str:
    if url is None:
        return text
    before = _AVAILABLE.sub("", text[: url.start()])
    return (before + text[url.end() :].lstrip(">")).strip(" ,.;:(")


def _formed(part: Part) -> Form | None:
    """The first form that fits; a title in quotation marks near the beginning speaks for a publication."""
    if len(part.text) < 4:
        return None
    forms = _FORMS
    quotation = part.quotation
    if part.volume("case") is None and _is_authored(part.text):
        forms = (*_PUBLICATIONS, *_FORMS)
    elif quotation is not None and quotation.end() - quotation.start() > 12 and part.volume("case") is None:
        forms = (read_quoted, *(form for form in _FORMS if form is not read_quoted))
    for reader in forms:
        form = reader(part)
        if form is not None:
            return form
    return None


def _page(plain: str, address: str | None) -> Form:
    """What has an address and no other form: a page of the web."""
    date, year = date_words(plain)
    pieces = [piece.strip(' .*_“”‘’"') for piece in re.split(r",\s|\.\s", DATE.sub("", plain)) if piece.strip(" .*_()")]
    last = pieces[-1].strip(" ()") if len(pieces) > 1 else None
    author = in_title_case(last) if last and is_body(last) else None  # the site is its author's own
    if author is None and ((len(pieces) > 2 and is_person(pieces[0])) or (len(pieces) > 1 and is_body(pieces[0]))):
        author = pieces.pop(0)
    title = pieces[0] if pieces else None
    site = last if len(pieces) > 1 else None
    return Form("webpage" if address else "article", Description(
        authors=(author,) if author else (), title=title, container=site, year=year or bracketed_year(plain) or any_year(plain), date=date
    ))  # fmt: skip


def _in_body(text: str, within: Span) -> Iterator[Citation]:
    """Forms that are a citation wherever they stand, with what the same brackets hold of them."""
    end = within.start
    for mark in sorted(_body_marks(text, within)):
        if mark.start < end:
            continue
        span = _around(text, within, mark)
        span = span if span.start >= end else mark
        citation = _read(span.of(text)) or _read(mark.of(text))
        if citation is not None:
            citation = replace(citation, span=span)
            yield citation
            end = span.end


def _body_marks(text: str, within: Span) -> Iterator[Span]:
    yield from (span for span, _ in find_symbols(text, within))
    yield from (volume.span for volume in find_volumes(text, within) if not volume.series.is_word)
    for pattern in (URL, DOI):
        for match in pattern.finditer(text, within.start, within.end):
            yield Span(match.start(), match.start() + len(match.group().rstrip(".,;:")))


def _around(text: str, within: Span, mark: Span) -> Span:
    """The brackets around a mark, where they begin like a citation; else the mark."""
    opened = max(
        text.rfind("(", max(within.start, mark.start - 300), mark.start),
        text.rfind("[", max(within.start, mark.start - 300), mark.start),
    )
    if opened < 0:
        return mark
    bracket = _OUTER.match(text, opened, within.end)
    if bracket is None or bracket.end() < mark.end or mark.start - opened < 3:
        return mark
    return (
        Span(bracket.start() + 1, bracket.end() - 1)
        if text[opened + 1].isupper() and ";" not in bracket.group()
        else mark
    )
