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

from argmine.mine.citations.back.mentions import find_mentions, once_each
from argmine.mine.citations.back.pointers import Pointing, find_pointers
from argmine.mine.citations.back.shortened import author_and_title
from argmine.mine.citations.cutting.parentheticals import related, trailing
from argmine.mine.citations.cutting.prose import begin_in, end_in, is_prose
from argmine.mine.citations.cutting.segments import Segment, find_segments
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.parts import DOI, LINK, URL, YEAR
from argmine.mine.citations.forms.dated import author_and_year
from argmine.mine.citations.forms.readings import PARENTHETICAL, quoted_words, read_citation
from argmine.mine.citations.marks.pinpoints import PLACE_LEADS, bare_page, behind, find_pinpoints, reach
from argmine.mine.citations.marks.series import find_volumes
from argmine.mine.citations.marks.symbols import find_symbols
from argmine.mine.citations.running import in_running_text
from argmine.types import Citation, Description, Document, Note, Pinpoint, Pointer, Span

_CHAPTER_IN = re.compile(
    r"^(?P<work>[^,]{3,160},.{3,300}),?\s[*_]?in:?[*_]?\s(?P<container>(?:\d{1,3}\s)?[A-Z].{2,200})$"
)
_MENTIONED = frozenset(("treaty", "legislation"))
_PRINTED = re.compile(rf"\([^()]*{YEAR}\)")
_TITLED = re.compile(r":\s[A-Z][^;“”]{3,300}?,\s(?:esp\.\s)?at\s\d{1,4}(?:\s?[–-]\s?\d{1,4})?")
_LONGEST = 1600
_LONGEST_NOTE = 100_000
"""Characters of a note that are read: a longer one is no note, and what is made to be slow ends in time."""
_BESIDE = 30  # characters that may stand beside the places of a parallel citation: a year, a command paper


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Citations in the body, then note by note, in the order of the text."""
    body = [each for block in document.blocks for each in in_running_text(document.text, block.span)]
    notes = [each for note in document.notes for each in once_each(_in_note(document.text, note))]
    return (*body, *notes)


def _in_note(text: str, note: Note) -> Iterator[Citation]:
    before: Citation | None = None
    read = Span(note.span.start, min(note.span.end, note.span.start + _LONGEST_NOTE))
    for segment in find_segments(text, read):
        if before is not None and (more := _parallel(text, before, segment)) is not None:
            before = more
            continue
        for citation in _in_segment(text, segment, note.number):
            if before is not None:
                yield before
            before = _in_same_journal(citation, before)
    if before is not None:
        yield before


def _in_same_journal(citation: Citation, before: Citation | None) -> Citation:
    """ "26 id. at 139 (1983)" is in the journal of the article before."""
    about = citation.description
    if citation.kind != "article-journal" or about.container or before is None or before.kind != citation.kind:
        return citation
    return replace(citation, description=replace(about, container=before.description.container))


def _parallel(text: str, before: Citation, segment: Segment) -> Citation | None:
    """The treaty before with the further places where it is printed: "961 UNTS 187; UKTS No. 16; 24 UST 2389"."""
    if before.kind != "treaty" or segment.signal:
        return None
    words = segment.span.of(text).rstrip(" .")
    volumes = [each for each in find_volumes(words, Span(0, len(words))) if each.series.kind == "treaty"]
    if not volumes or volumes[0].inside or volumes[0].span.start > 0:
        return None
    if len(words) - sum(each.span.end - each.span.start for each in volumes) > _BESIDE:
        return None
    identifiers = (*before.description.identifiers, *(each.identifier for each in volumes))
    about = replace(before.description, identifiers=tuple(dict.fromkeys(identifiers)))
    return replace(
        before, span=Span(before.span.start, segment.span.start + len(words)), description=about,
        identifier=before.identifier or identifiers[0],
    )  # fmt: skip


def _in_segment(text: str, segment: Segment, note: str) -> Iterator[Citation]:
    """Pointers first; then what stands before, between and behind them."""
    start, signal = segment.span.start, segment.signal
    for pointing in find_pointers(text, segment.span):
        if pointing.span.start < start:
            continue
        yield from _full(text, Span(start, pointing.span.start), signal, note, certain=True)
        citation, start = _short(text, pointing, segment.span.end, signal, note)
        yield citation
        yield from _quoted_within(text, Span(citation.span.end, start), note)
        signal = None
    yield from _full(text, Span(start, segment.span.end), signal, note, certain=start > segment.span.start)


def _quoted_within(text: str, behind: Span, note: str) -> Iterator[Citation]:
    """The authorities that the parentheticals behind a citation quote or cite."""
    words = behind.of(text)
    lead = len(words) - len(words.lstrip())
    for relation, span in related(words, (Span(lead, len(words)),)):
        place = Span(behind.start + span.start, behind.start + span.end)
        yield from _in_segment(text, Segment(place, relation), note)


def _short(text: str, pointing: Pointing, end: int, signal: str | None, note: str) -> tuple[Citation, int]:
    """(a pointer with its name, pinpoints and what is said behind it; where that ends)."""
    rest = text[pointing.mark.end : end]
    length = reach(rest)
    if titled := _TITLED.match(rest, length):  # the title of the chapter stands between its number and the page
        length = titled.end()
    pins = behind(rest[:length]) if not find_pinpoints(rest[:length]) else find_pinpoints(rest[:length])
    tail = rest[length:].rstrip(" .")
    comment = PARENTHETICAL.match(tail if tail.endswith(")") else "")
    stop = pointing.mark.end + len(rest[:length].rstrip(" ,"))
    after = pointing.mark.end + length + len(tail) if comment else stop
    words = comment["words"] if comment else None
    chapter = _CHAPTER_IN.match(pointing.pointer.name or "")
    pointer, pins = _without_place(pointing.pointer, pins)
    if chapter:
        authors, title = split_authors(chapter["work"], surname_alone=True)
        described = Description(authors, title.strip(" ,*_“”‘’") or None, chapter["container"])
        citation = Citation(
            Span(pointing.span.start, stop), "chapter", None, note, described, pins, signal, words, quoted_words(words),
            pointer=Pointer(pointing.pointer.form, pointing.pointer.note, chapter["container"]),
        )  # fmt: skip
        return citation, after
    citation = Citation(
        Span(pointing.span.start, stop), "short", note=note, pinpoints=pins, signal=signal, parenthetical=words,
        quoted=quoted_words(words), pointer=pointer,
    )  # fmt: skip
    return citation, after


def _without_place(pointer: Pointer, pins: tuple[Pinpoint, ...]) -> tuple[Pointer, tuple[Pinpoint, ...]]:
    """ "Art. II Ice Treaty, above note 1" means the Ice Treaty; its article is a pinpoint."""
    lead = PLACE_LEADS.match(pointer.name or "")
    if lead is None or pointer.name is None:
        return pointer, pins
    return replace(pointer, name=pointer.name[lead.end() :]), (*find_pinpoints(lead.group()), *pins)


def _full(text: str, span: Span, signal: str | None, note: str, *, certain: bool) -> Iterator[Citation]:
    """The citation that a stretch holds, if it holds one; `certain` wants a mark that cannot be anything else."""
    words = span.of(text)[:_LONGEST]
    left = len(words) - len(words.lstrip(" ,.;:\n)]"))
    right = len(words.rstrip(" .,;:\n"))
    if right - left < 5:
        return
    whole = words[left:right]
    end, brackets = trailing(whole)
    body = whole[:end]
    marks = tuple(_marks(body))
    if certain and not marks and not _PRINTED.search(body):
        yield from find_mentions(text, Span(span.start + left, span.start + left + len(body)), note, signal)
        return
    begin = begin_in(body, marks)
    stop = end_in(body, begin, marks)
    part = body[begin:stop]
    short = None if marks else author_and_title(part)
    citation = _section_alone(part) or _page_alone(part) or author_and_year(part) or short or read_citation(part)
    offset = span.start + left + begin + (citation.span.start if citation else 0)
    read = citation.span if citation and citation.span.end else Span(0, len(part.rstrip(" ,.;:")))
    trimmed = read.end - read.start
    if citation is None or (not marks and citation.kind in _MENTIONED and (is_prose(part) or _names_only(citation))):
        named = tuple(find_mentions(text, Span(span.start + left, span.start + left + len(body)), note, signal))
        if named or citation is None or is_prose(part):
            yield from named
            return
    if begin > _BESIDE:
        yield from find_mentions(text, Span(span.start + left, offset), note, signal)
    said = brackets[0].of(whole)[1:-1] if brackets and stop == len(body) else None
    yield replace(
        citation, span=Span(offset, offset + trimmed), signal=signal, note=note,
        parenthetical=said or citation.parenthetical, quoted=quoted_words(said) if said else citation.quoted,
    )  # fmt: skip
    for relation, inner in related(whole, brackets):
        place = Span(span.start + left + inner.start, span.start + left + inner.end)
        yield from _in_segment(text, Segment(place, relation), note)


def _names_only(citation: Citation) -> bool:
    """Whether a treaty is named without date, place of publication and short title."""
    about = citation.description
    return citation.kind == "treaty" and about.year is None and not about.identifiers and citation.defined is None


def _section_alone(words: str) -> Citation | None:
    """A section and nothing else goes on with the statute before it (Bluebook rule 12.10)."""
    if words[:1] != "§" or (length := reach(words)) < len(words.rstrip(" .")):
        return None
    return Citation(Span(0, 0), "legislation", pinpoints=find_pinpoints(words[:length]), pointer=Pointer("provision"))


def _page_alone(words: str) -> Citation | None:
    """A volume and a page inside a work cited before (Bluebook rule 10.9): "Lind, 602 U.S. at 904"."""
    volume = next(find_volumes(words, Span(0, len(words))), None)
    if volume is None or not volume.inside or _PRINTED.search(words, volume.span.end):
        return None
    name = words[: volume.span.start].strip(" ,*_") or None
    pins = bare_page(words[volume.span.start + words[volume.span.start : volume.span.end].rfind(" ") :])
    of = f"{volume.volume} {volume.series.abbreviation}"
    return Citation(Span(0, 0), "short", of, pinpoints=pins, pointer=Pointer("report", None, name))


def _marks(body: str) -> Iterator[Span]:
    whole = Span(0, len(body))
    yield from (span for span, _ in find_symbols(body, whole))
    yield from (volume.span for volume in find_volumes(body, whole))
    if "](" in body:
        yield from (Span(*match.span()) for match in LINK.finditer(body))
    yield from (Span(*match.span()) for pattern in (URL, DOI) for match in pattern.finditer(body, whole))
