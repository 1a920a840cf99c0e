"""What one note cites: in each segment the pointers back, and between them what stands for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from argmine.mine.citations.back.mentions import find_mentions
from argmine.mine.citations.back.names import GENERIC
from argmine.mine.citations.back.own_names import OwnNames
from argmine.mine.citations.back.pointers import Pointing, find_pointers
from argmine.mine.citations.back.shortened import author_and_title, in_the_same
from argmine.mine.citations.cutting.biographies import is_biography
from argmine.mine.citations.cutting.parentheticals import related, trailing
from argmine.mine.citations.cutting.prose import begin_in, end_in, is_prose
from argmine.mine.citations.cutting.segments import Segment
from argmine.mine.citations.fields.authors import split_authors
from argmine.mine.citations.fields.parts import DOI, LINK, URL, YEAR
from argmine.mine.citations.forms.alone import page_alone, place_alone, section_alone
from argmine.mine.citations.forms.dated import author_and_year
from argmine.mine.citations.forms.readings import PARENTHETICAL, is_thesis, quoted_words, read_citation
from argmine.mine.citations.forms.treaties import PLACE_BEFORE
from argmine.mine.citations.marks.pinpoints import PLACE_LEADS, behind, find_pinpoints, reach
from argmine.mine.citations.marks.series import Volume, find_volumes
from argmine.mine.citations.marks.symbols import find_symbols
from argmine.types import Citation, Description, Note, Pinpoint, Pointer, Span

_CHAPTER_IN = re.compile(
    r"^(?P<work>[^,]{3,160},.{3,300}),?\s[*_]?in:?[*_]?\s(?P<container>(?:\d{1,3}\s)?[A-Z].{2,200})$"
)
_SAME_AUTHOR = re.compile(
    r"[Ii](?:dem|d\.?),\s(?!(?:at|pp?|paras?|arts?|supra|vol)\b)[“‘\"A-ZÀ-Þ][^;]{8,300}\((?:[^()]{0,40}\s)?(?:1[89]|20)\d\d\)"
)
_MENTIONED = frozenset(("treaty", "legislation"))
_PRINTED = re.compile(rf"\([^()]*{YEAR}\)")
_TITLED = re.compile(r":\s[A-Z][^;“”]{3,300}?,\s(?:esp\.\s)?at\s\d{1,4}(?:\s?[–-]\s?\d{1,4})?")
_LONGEST = 1600
_LEAD = 30  # characters before a citation that are prose which may name another
_SHORTEST = 5


IDEM = "Idem Auctor"
"""Who stands for the author of the work before until it is known who that is."""


class _Stretch(NamedTuple):
    """A stretch between pointers: `body` is it without the brackets that explain.

    Marks, places in series and brackets are counted from its beginning, which is `offset` in the document.
    """

    whole: str
    body: str
    offset: int
    marks: tuple[Span, ...]
    volumes: tuple[Volume, ...]
    brackets: tuple[Span, ...]

    def volumes_in(self, begin: int, stop: int) -> tuple[Volume, ...]:
        """The places in series between two places, counted from the first."""
        return tuple(each.moved(-begin) for each in self.volumes if begin <= each.span.start and each.span.end <= stop)


@dataclass(frozen=True, slots=True)
class Noted:
    """The text and number of a note, the names that the document has given so far, and the places in series that stand
    in the note, counted from where it begins; they are looked for once.

    In a biography only what can be nothing else is a citation.
    """

    text: str
    note: str
    own: OwnNames
    start: int
    volumes: tuple[Volume, ...]
    is_biography: bool

    @classmethod
    def of(cls, text: str, note: Note, own: OwnNames) -> Noted:
        """What a note is read with."""
        words = note.span.of(text)
        volumes = tuple(find_volumes(words, Span(0, len(words))))
        is_numbered = note.number[:1].isdigit()
        return cls(text, note.number, own, note.span.start, volumes, is_biography(words, is_numbered=is_numbered))

    def in_segment(self, segment: Segment) -> Iterator[Citation]:
        """Pointers first; then what stands before, between and behind them."""
        start, signal = segment.span.start, segment.signal
        for pointing in find_pointers(self.text, segment.span):
            if pointing.span.start < start:
                continue
            if _SAME_AUTHOR.match(self.text, pointing.mark.start, segment.span.end):
                yield from self._of_same_author(pointing, Span(start, segment.span.end), signal)
                return
            before = Span(start, pointing.span.start)
            other = in_the_same(before.of(self.text)) if pointing.pointer.form == "preceding" else None
            if other is None:
                yield from self._full(before, signal, certain=True)
            citation, start = self._short(pointing, segment.span.end, signal)
            yield citation if other is None else _within(before.start, citation, other)
            yield from self._quoted_within(Span(citation.span.end, start))
            signal = None
        yield from self._full(Span(start, segment.span.end), signal, certain=start > segment.span.start)

    def _of_same_author(self, pointing: Pointing, within: Span, signal: str | None) -> Iterator[Citation]:
        """ "Idem, Snow at Sea, Ice Review 32 (1974)": the author of the work before."""
        rest = Span(pointing.mark.end, within.end)
        words = rest.of(self.text)
        part = f"{IDEM}{words}".rstrip(" .;")
        citation = read_citation(part)
        if citation is not None and citation.description.authors:
            span = Span(pointing.mark.start, rest.start + len(words.rstrip(" .;")))
            yield replace(citation, span=span, note=self.note, signal=signal)

    def _quoted_within(self, behind: Span) -> Iterator[Citation]:
        """The authorities that the parentheticals behind a citation quote or cite."""
        words = behind.of(self.text)
        lead = len(words) - len(words.lstrip())
        yield from self._related(words, (Span(lead, len(words)),), behind.start)

    def _related(self, words: str, brackets: tuple[Span, ...], offset: int) -> Iterator[Citation]:
        for relation, inner in related(words, brackets):
            yield from self.in_segment(Segment(Span(offset + inner.start, offset + inner.end), relation))

    def _short(self, pointing: Pointing, end: int, signal: str | None) -> tuple[Citation, int]:
        """(a pointer with its name, pinpoints and what is said behind it; where that ends)."""
        rest = self.text[pointing.mark.end : end]
        length = reach(rest)
        if titled := _TITLED.match(rest, length):  # the title of the chapter stands between its number and the page
            length = titled.end()
        pins = find_pinpoints(rest[:length]) or behind(rest[:length])
        tail = rest[length:].rstrip(" .")
        comment = PARENTHETICAL.match(tail if tail.endswith(")") else "")
        stop = pointing.mark.end + len(rest[:length].rstrip(" ,"))
        words = comment["words"] if comment else None
        citation = _pointed(pointing.pointer, pins)
        citation = replace(
            citation, span=Span(pointing.span.start, stop), note=self.note, signal=signal, parenthetical=words,
            quoted=quoted_words(words),
        )  # fmt: skip
        return citation, pointing.mark.end + length + len(tail) if comment else stop

    def _full(self, span: Span, signal: str | None, *, certain: bool) -> Iterator[Citation]:
        """The citation that a stretch holds, if it holds one; `certain` wants a mark that cannot be anything else."""
        words = span.of(self.text)[:_LONGEST]
        left = len(words) - len(words.lstrip(" ,.;:\n)]"))
        whole = words[left : len(words.rstrip(" .,;:\n"))]
        if len(whole) < _SHORTEST:
            return
        end, brackets = trailing(whole)
        body, offset = whole[:end], span.start + left
        volumes = self._volumes_in(Span(offset, offset + len(body)))
        marks = tuple(_marks(body, volumes))
        if self.is_biography and not marks:
            return
        if certain and not marks and not _PRINTED.search(body):
            yield from self._mentions(offset, len(body), signal)
            return
        yield from self._cited(_Stretch(whole, body, offset, marks, volumes, brackets), signal)

    def _cited(self, stretch: _Stretch, signal: str | None) -> Iterator[Citation]:
        """What a stretch cites, or else the authorities that its prose names."""
        body, marks, offset = stretch.body, stretch.marks, stretch.offset
        begin = begin_in(body, marks)
        begin += len(body[begin:]) - len(body[begin:].lstrip(" (")) if body[begin : begin + 2] == " (" else 0
        stop = end_in(body, begin, marks)
        part, brackets = body[begin:stop], stretch.brackets
        citation = _read(part, stretch.volumes_in(begin, stop), is_marked=bool(marks))
        if citation is None or _is_mention(citation, part, is_marked=bool(marks)):
            named = tuple(self._mentions(offset, len(body), signal))
            if named or citation is None or is_prose(part):
                yield from named
                return
        yield from self._stated(citation, Span(offset, offset + begin), signal)
        said = brackets[0].of(stretch.whole)[1:-1] if brackets and stop == len(body) else None
        yield self._with_comment(citation, part, offset + begin, signal, said)
        yield from self._related(stretch.whole, brackets, offset)

    def _volumes_in(self, within: Span) -> tuple[Volume, ...]:
        """The places in series within a stretch, counted from its beginning."""
        start, end = within.start - self.start, within.end - self.start
        inside = (each for each in self.volumes if start <= each.span.start and each.span.end <= end)
        return tuple(each.moved(-start) for each in inside)

    def _stated(self, citation: Citation, before: Span, signal: str | None) -> Iterator[Citation]:
        """What the prose before a citation names."""
        if before.end - before.start > _LEAD:
            yield from self._mentions(before.start, before.end + citation.span.start - before.start, signal)

    def _with_comment(
        self, citation: Citation, part: str, place: int, signal: str | None, said: str | None
    ) -> Citation:
        """A citation in its place, with what the brackets behind it say."""
        read = citation.span if citation.span.end else Span(0, len(part.rstrip(" ,.;:")))
        kind = "thesis" if citation.kind == "book" and is_thesis(said) else citation.kind
        return replace(
            citation, span=Span(place + read.start, place + read.end), kind=kind, signal=signal, note=self.note,
            parenthetical=said or citation.parenthetical, quoted=quoted_words(said) if said else citation.quoted,
        )  # fmt: skip

    def _mentions(self, start: int, length: int, signal: str | None) -> Iterator[Citation]:
        return find_mentions(self.text, Span(start, start + length), self.note, signal, self.own)


def _within(start: int, pointer: Citation, work: Citation) -> Citation:
    """A work of its own in the volume to which the pointer behind it points."""
    about, span = work.description, Span(start, pointer.span.end)
    return replace(pointer, span=span, kind=work.kind, description=about)


def _read(part: str, volumes: tuple[Volume, ...], *, is_marked: bool) -> Citation | None:
    short = None if is_marked else author_and_title(part)
    return (
        section_alone(part)
        or (page_alone(part, volumes[0]) or place_alone(part, volumes[0]) if volumes else None)
        or author_and_year(part)
        or short
        or read_citation(part, has_volume=bool(volumes))
    )


def _is_mention(citation: Citation, part: str, *, is_marked: bool) -> bool:
    """Whether what was read as an instrument is its name alone, or prose that names it; or a page without address."""
    if citation.kind == "webpage":
        return not is_marked and citation.description.year is None
    if is_marked or citation.kind not in _MENTIONED:
        return False
    place = PLACE_BEFORE.match(part)  # "art. 5 of the Agreement among …"
    if place and (citation.description.date or citation.defined) and not is_prose(part[place.end() :]):
        return False
    return is_prose(part) or _names_only(citation)


def _names_only(citation: Citation) -> bool:
    """Whether a treaty is named without date, place of publication and short title."""
    about = citation.description
    bare = about.year is None or about.title in GENERIC  # "Article II of the 1967 Treaty"
    return citation.kind == "treaty" and bare and not about.identifiers and citation.defined is None


def _pointed(pointer: Pointer, pins: tuple[Pinpoint, ...]) -> Citation:
    """What points back; a chapter may point to the book that holds it: "Lind, “Snow”, in Commentary, supra note 1"."""
    chapter = _CHAPTER_IN.match(pointer.name or "")
    pointer, pins = _without_place(pointer, pins)
    if chapter is None:
        return Citation(Span(0, 0), "short", pinpoints=pins, pointer=pointer)
    authors, title = split_authors(chapter["work"], surname_alone=True)
    described = Description(authors, title.strip(" ,*_“”‘’") or None, chapter["container"])
    container = Pointer(pointer.form, pointer.note, chapter["container"])
    return Citation(Span(0, 0), "chapter", description=described, pinpoints=pins, pointer=container)


def _without_place(pointer: Pointer, pins: tuple[Pinpoint, ...]) -> tuple[Pointer, tuple[Pinpoint, ...]]:
    """ "Art. II Ice Treaty, above note 1" means the Ice Treaty; its article is a pinpoint."""
    lead = PLACE_LEADS.match(pointer.name or "")
    if lead is None or pointer.name is None:
        return pointer, pins
    return replace(pointer, name=pointer.name[lead.end() :]), (*find_pinpoints(lead.group()), *pins)


def _marks(body: str, volumes: tuple[Volume, ...]) -> Iterator[Span]:
    """What can be nothing else than a part of a citation."""
    whole = Span(0, len(body))
    yield from (span for span, _ in find_symbols(body, whole))
    yield from (volume.span for volume in volumes)
    if "](" in body:
        yield from (Span(*match.span()) for match in LINK.finditer(body))
    yield from (Span(*match.span()) for pattern in (URL, DOI) for match in pattern.finditer(body, whole))
