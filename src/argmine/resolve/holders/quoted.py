"""What notes say of whose words a claim gives, and quotations that go on behind the sentence that introduces them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from argmine.resolve.holders.actors import UNNAMED, institution, person
from argmine.resolve.holders.bracketed import LAW
from argmine.resolve.holders.cast import Cast
from argmine.resolve.holders.persons import parties_of_cases
from argmine.resolve.holders.registered import known
from argmine.resolve.holders.reports import Report
from argmine.types import Antecedent, Attribution, Citation, Document, Holder, Span, in_full

_AGAINST = re.compile(r"\b(?:but|contra|cf|compare|contrast|against)\b", re.IGNORECASE)
_INTRODUCTION = 400  # characters in which the introduction of a block quotation names whose words it gives
_LAW = (
    r"(?:[Aa]rticles?|[Aa]rt\.|[Pp]aragraphs?|[Ss]ections?|[Pp]rinciples?|[Pp]rovisions?|[Dd]efinition|Treaty|Convention|Agreement|"
    r"Statutes?|Act|Code|Preamble|Charter|Protocol|Covenant|Constitution|Declaration|Resolution|Rules?|Regulations?|Directive)"
)
# "According to Article IV, paragraph 2:", "the Declaration recognizes in article V that", "the Act provides"
_OF_LAW = re.compile(
    rf"\b{_LAW}\b[^.]*(?:[.,]\s?\w{{1,4}}\b[^.]*)?[:;]\Z|\b(?:provides?|stipulates?|prescribes?|reads?|means?)\b[^.]{{0,40}}[:;]\Z"
    rf"|\b{_LAW}\b[^.]*\b(?:that|it|is|the)\Z"
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d”\"])[.?!][”\"]?\d{0,3}\s+(?=[A-Z“\"])")
_FULL_STOP = re.compile(r"[.?!][”\"’')\]]*\d{0,3}\Z")
_FOLLOWS = re.compile(r"\b(?:follow(?:s|ing)|thus|in\sth(?:is|ese)|in\s(?:his|her|its|their)\sown)\b")
_MOST_AUTHORS = 4  # a note that cites more is a list of further reading
_QUOTATION = re.compile(r"“[^”]{20,}”|\"[^\"]{20,}\"")
# "“It binds all.”", "Moreover, “it binds all.”": a quotation and next to nothing else
_BARE = re.compile(
    r"(?:(?:Moreover|Furthermore|Further|Thus|Therefore|Hence|Accordingly|Consequently|Also|Finally|Similarly|Indeed|But|And|Yet|"
    r"However|Instead|Rather|In addition|(?:After|Before|In|On|At|By|Under|For|During)\s(?:[a-z]+\s){0,3}[a-z]+),?\s+)?"
    r"[“\"](?=[\w\[‘'])"
)
_QUOTED_SHARE = 0.75
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
_LETTERED = re.compile(r"\(?(?:[a-z]|\d)\)\s?[-–—]?\s")
# "three views are held:", "the controversy may be summed up as follows:"
_SCHOOLS = re.compile(
    r"\b(?:views|opinions|interpretations|schools|theories|doctrines|positions|approaches|readings|controversy|debate)\b"
)
_OPENING = 30  # characters of a lettered paragraph in which whoever holds it is named
_NOTHING = 8  # characters that are no words: a colon, the mark of a note


class Noted:
    """Whose works the notes of a document cite."""

    def __init__(
        self, document: Document, citations: Sequence[Citation] = (), antecedents: Sequence[Antecedent] = ()
    ) -> None:
        self._document = document
        parties = parties_of_cases(document.text)
        self._by_note: dict[str, list[str]] = {}
        self._official: dict[str, bool] = {}
        self._beginning: dict[int, Sequence[str]] = {}
        self._ending: dict[int, Sequence[str]] = {}
        for citation, root in zip(citations, in_full(citations, antecedents), strict=True):
            names = root.description.authors
            if citation.note is None:
                continue
            self._official.setdefault(citation.note, _is_official(root))
            if not _AGAINST.search(citation.signal or ""):
                self._by_note.setdefault(citation.note, []).extend(each for each in names if each not in parties)
            if names:
                self._beginning[citation.span.start] = self._ending[citation.span.end] = names
        self.authors = {author for citation in citations for author in citation.description.authors} - parties
        anchored = sorted((note.anchor, note.number) for note in document.notes if note.anchor is not None)
        self._anchors, self._numbers = [anchor for anchor, _ in anchored], [number for _, number in anchored]

    def holder(self, span: Span) -> Holder | None:
        """The scholars whose works are cited by the notes whose markers stand in or right behind `span`."""
        return self._cited(self._marked(span))

    def speaker(self, span: Span) -> Holder | None:
        """Whose the quoted words of `span` are: not theirs who are cited behind a treaty, or another official text."""
        return self._cited([number for number in self._marked(span) if not self._official.get(number)])

    def is_official(self, span: Span) -> bool:
        """Whether the notes of `span` cite a treaty or another official text first."""
        return any(self._official.get(number) for number in self._marked(span))

    def _marked(self, span: Span) -> list[str]:
        first, last = bisect_left(self._anchors, span.start + 1), bisect_left(self._anchors, span.end + 2)
        return self._numbers[first:last]

    def _cited(self, numbers: Sequence[str]) -> Holder | None:
        return _people([name for number in numbers for name in self._by_note.get(number, ())])

    def beside(self, text: str, span: Span) -> Holder | None:
        """Whose words a note quotes: "“…” Halvorsen, Seas and Skies 4", "Halvorsen, Seas and Skies 4 (“…”)"."""
        behind = next((place for place in range(span.end, span.end + 4) if place in self._beginning), None)
        if behind is not None:
            return _people(self._beginning[behind])
        before = next((place for place in range(span.start, span.start - 5, -1) if place in self._ending), None)
        is_bracketed = before is not None and "(" in text[before : span.start + 2]
        return _people(self._ending[before]) if before is not None and is_bracketed else None


def _people(names: Sequence[str]) -> Holder | None:
    """The scholars of these names together; none where there are too many."""
    found = (" ".join(name.split()) for name in names)
    people = list({each.id: each for name in found if not known(name) and (each := person(name))}.values())
    if not 0 < len(people) <= _MOST_AUTHORS:
        return None
    if len(people) == 1:
        return people[0]
    return Holder(" and ".join(each.name for each in people), "scholar", "+".join(each.id for each in people))


def _is_official(root: Citation) -> bool:
    """Whether a citation is of a text of law, or of what organs and courts wrote."""
    authors = root.description.authors
    is_theirs = bool(authors) and all(known(author) or institution(author) for author in authors)
    return root.kind in LAW or is_theirs


def is_quoted(text: str, span: Span) -> bool:
    """Whether most of what stands here is in quotation marks."""
    quoted = sum(len(match.group()) for match in _QUOTATION.finditer(text, span.start, span.end))
    return quoted >= _QUOTED_SHARE * (span.end - span.start)


def quotation_reports(document: Document, cast: Cast, noted: Noted, reports: Sequence[Report]) -> Iterator[Report]:
    """A report for each block quotation: of whom the sentence before it reports or names, else of whom the note at its
    end cites, else of somebody unnamed.

    What only stands indented, behind a sentence that leads to nothing, is the author's. One that follows another goes
    on with it; the words of a treaty are nobody's.
    """
    ordered = sorted(reports, key=lambda report: report.attribution.source.start)
    places = [report.attribution.source.start for report in ordered]
    last: Report | None = None
    for before, block in pairwise(document.blocks):
        if block.kind != "quotation":
            continue
        if before.kind == "heading":
            last = None
        elif before.kind != "quotation":
            near, sentence = _introduction(document, before.span)
            told = bisect_left(places, near.end) - 1
            report = ordered[told] if told >= 0 and places[told] >= near.start else None
            is_told = report is not None and report.attribution.source.start >= sentence.start
            last = report if is_told else _introduced(document, cast, sentence, report)
            if last is not None and last.holder == UNNAMED:
                last = replace(last, holder=noted.speaker(_run(document, block.span)) or UNNAMED)
        if last is not None:
            yield replace(last, attribution=replace(last.attribution, content=block.span, quoted=True))


def _run(document: Document, first: Span) -> Span:
    """A block quotation with those that follow it at once."""
    end = first.end
    for block in document.blocks[(document.block_at(first.start) or 0) :]:
        if block.kind != "quotation":
            break
        end = block.span.end
    return Span(first.start, end)


def _introduction(document: Document, before: Span) -> tuple[Span, Span]:
    """What stands before a quotation in its paragraph, and the last sentence of it."""
    start = max(before.end - _INTRODUCTION, before.start)
    words = document.text[start : before.end].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    end = start + len(words)
    return Span(start, end), Span(start + (ends[-1] if ends else 0), end)


def _introduced(document: Document, cast: Cast, sentence: Span, report: Report | None) -> Report | None:
    """Whose words a sentence introduces without a verb of saying; None where it leads to none, or to the law.

    Its subject, or behind a colon who was reported before it, else somebody unnamed.
    """
    words = sentence.of(document.text)
    if _FULL_STOP.search(words) and not _FOLLOWS.search(words):
        return None
    introduced = cast.introduced(sentence)
    if introduced is not None:
        return Report(Attribution(sentence, sentence, sentence, quoted=True), introduced)
    subject = cast.subject_before(Span(sentence.end - 1, sentence.end), ("scholar", "state", "court", "organ"))
    if subject is None or subject[0] < sentence.start:
        if _OF_LAW.search(words):
            return None
        if report is not None and words.endswith(":"):
            return report
        subject = None
    holder = subject[1] if subject else UNNAMED
    return Report(Attribution(sentence, sentence, sentence, quoted=True), holder)


def school_reports(document: Document, reports: Sequence[Report]) -> Iterator[Report]:
    """A report for the rest of each lettered paragraph that opens with a report, under "The views are as follows:"."""
    ordered = sorted(reports, key=lambda each: each.attribution.source.start)
    places = [report.attribution.source.start for report in ordered]
    is_led = False
    for before, block in pairwise(document.blocks):
        lead = document.text[before.span.start : before.span.end].rstrip()[-_INTRODUCTION:]
        is_item = block.kind == "list_item" or _LETTERED.match(document.text, block.span.start) is not None
        is_led = is_item and (is_led or (lead.endswith(":") and _SCHOOLS.search(lead) is not None))
        first = bisect_left(places, block.span.start)
        if is_led and first < len(places) and places[first] <= block.span.start + _OPENING:
            told = ordered[first].attribution
            rest = Span(told.content.start, block.span.end)
            yield replace(ordered[first], attribution=replace(told, content=rest, quoted=False))


def led_reports(document: Document, reports: Sequence[Report]) -> Iterator[Report]:
    """A report for each paragraph that stands behind "Halvorsen writes that:", where no mark shows that it is his, and
    for those that are numbered on behind it."""
    ordered = sorted(reports, key=lambda each: each.attribution.content.end)
    places = [report.attribution.content.end for report in ordered]
    lead: Report | None = None
    for before, block in pairwise(document.blocks):
        text = document.text
        words = text[before.span.start : before.span.end].rstrip()
        if (before.kind, block.kind) != ("paragraph", "paragraph"):
            lead = None
        elif words.endswith(":"):
            end = before.span.start + len(words)
            last = ordered[bisect_right(places, before.span.end) - 1] if places else None
            lead = last if last and end - _NOTHING <= last.attribution.content.start <= before.span.end else None
        elif not (_NUMBERED.match(text, before.span.start) and _NUMBERED.match(text, block.span.start)):
            lead = None
        if lead is not None:
            yield replace(lead, attribution=replace(lead.attribution, content=block.span, quoted=True))


def quoted_on(document: Document, cast: Cast, span: Span, last: Report | None) -> Report | None:
    """Whose words a quotation without a word of saying gives: whoever was quoted right before it in the paragraph, or
    is the subject of the sentence before it."""
    text, block = document.text, document.block_at(span.start)
    if block is None or not _BARE.match(text, span.start, span.end) or not is_quoted(text, span):
        return None
    start = document.blocks[block].span.start
    if last is not None and last.attribution.source.start >= start:
        between = Span(last.attribution.content.end, span.start)
        if between.end - between.start < _NOTHING or is_quoted(text, between):
            return replace(last, attribution=replace(last.attribution, content=span, quoted=True))
    _, sentence = _introduction(document, Span(start, span.start))
    subject = cast.subject_before(Span(span.start, span.start + 1))
    if subject is None or subject[0] < sentence.start:
        return None
    return Report(Attribution(sentence, sentence, span, quoted=True), subject[1])
