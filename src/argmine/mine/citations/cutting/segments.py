"""Segments: the stretches of a note that may be one citation each, and the signal that introduces it.

Notes are cut at semicolons, before signals (`signals`) and at ends of sentences (`stops`), never inside brackets or
quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from argmine.mine.citations.cutting.masks import masked
from argmine.mine.citations.cutting.signals import AHEAD, opened_at, signals_on_the_way
from argmine.mine.citations.cutting.stops import Cut, blank, ends_quotation, ends_sentence, is_author_list, is_tail
from argmine.mine.citations.marks.series import Volume, find_volumes
from argmine.types import Span

_DATED_AUTHOR = r"(?:[Vv]on\s(?:[Dd]er\s)?|[Vv]an\s(?:[Dd]er\s)?|[Dd]e\s)?[A-ZÀ-Þ][\w’-]+\s\((?:19|20)\d\d[a-z]?\)"
# it begins with a set of marks, so that the engine skips all else; what must stand before is looked at behind
_STOPS = re.compile(
    rf"[;,.?!”\"](?:(?P<hard>(?<=;))\s+|(?P<quoted>(?<=[”\"]))\s+(?=[A-Z]['’\w&.]+\s[A-Z&(]|[A-Z][\w’'-]+,\s)|(?P<stop>(?<=[^\s.][.?!]))[*_]?\s+(?:[—–~«,]\s)?(?![\[(][Hh]erein)(?=[*_]?[A-Z\d“‘\"\[«„(*_ÉÀÖÄÜ])"
    rf"|(?P<with>(?<=,))\s+with\s+(?!Annex|Appendix|Protocol|Exchange){AHEAD}"
    r"|(?P<joined>(?<=[\d)\]IVX],))\s(?:and|und|et)\s(?:to\s|of\s|the\s)?(?![IVXLC]+\b)(?=[A-Z“‘][^;]{3,}))"
)
# another author with his year, a document or an author with initials behind "and" or a comma: looked for in the note
# itself, as brackets are blotted out in its cover
_AND = re.compile(
    r"[,\s](?<=[\d)].)(?:(?:(?<=,)\s|(?<=\s)(?:and|und|et)\s)(?="
    rf"{_DATED_AUTHOR},?\s(?:pp?\.|S\.|at)\s)"
    r"|(?<=\)\s)and\s(?=[A-ZÀ-Þ]{3,}\s(?:[A-Z]\.\s)?[A-ZÀ-Þ]{2,})"
    r"|(?<=,)\s(?:and\s)?(?=(?:[A-ZÀ-Þ][\w.’'&]*\s|of\s|the\s|for\s|ex\srel\.\s){1,10}v\.\s[^;()]{5,90},\s\d)"
    r"|(?<=\s)(?:and|und|et)\s(?:also\s)?(?=(?:Statement|Report|Proposal|Working\s[Pp]aper|Letter|Resolution|UN(?:GA|SC)?\s|U\.N\.\s"
    r"|General\sAssembly|Security\sCouncil|(?:[A-ZÀ-Þ]\.[\s-]?)+[A-ZÀ-Þ][a-zß-ÿ’-]+,\s)))"
)
_BEGINNING = re.compile(r"\s*(?:(?:and|also|or|with|und|et)[,:]?\s+)?")
_JOURNAL = re.compile(
    r"\d(?<![\w.]\d)\d{0,2} (?:[A-Z][A-Z.’'&]{0,20} |& |OF ){1,10}\d{1,5}(?=[,.\s(–-])"
)  # 14 GEO. IMMIGR. L.J. 257


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that may be a citation, without its signal."""

    span: Span
    signal: str | None = None


def find_segments(text: str, within: Span, volumes: tuple[Volume, ...] | None = None) -> Iterator[Segment]:
    """The segments of a note, left to right; `volumes` are the places in series that were found in it."""
    note = within.of(text)
    cover = masked(note)
    start = 0
    placed = find_volumes(note, Span(0, len(note))) if volumes is None else volumes
    for end, after in (*_cuts(note, cover, tuple(placed)), (len(note), len(note))):
        if end > start:
            yield from _opened(note, within.start, start, end)
        start = after


def _opened(note: str, offset: int, start: int, end: int) -> Iterator[Segment]:
    first = _end(_BEGINNING.match(note, start, end), start)
    signal = None
    if (match := opened_at(note, first, end)) is not None:
        signal = " ".join(match.group().split()).rstrip(",:")
        first = match.end()
    words = note[first:end]
    left = first + len(words) - len(words.lstrip())
    right = first + len(words.rstrip(" \n\t"))
    if right - left > 2:
        yield Segment(Span(offset + left, offset + right), signal)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _cuts(note: str, cover: str, volumes: tuple[Volume, ...]) -> Iterator[tuple[int, int]]:
    """(where a segment ends, where the next begins), left to right."""
    last = 0
    treaties = frozenset(volume.span.start for volume in volumes if volume.series.kind == "treaty")
    series = [volume.span for volume in volumes]
    series += [Span(*match.span()) for match in _JOURNAL.finditer(note)]
    series.sort()
    starts = [span.start for span in series]
    for cut in _possible_cuts(note, cover):
        around = bisect_left(starts, cut.start) - 1
        inside = around >= 0 and cut.start < series[around].end  # the stops of "171 Consol. T.S. 101"
        if cut.start < last or inside or _goes_on(note, cover, last, cut, treaties):
            continue
        last = cut.start if cut.kind == "signal" else cut.end
        yield cut.start, last


def _goes_on(note: str, cover: str, last: int, cut: Cut, treaties: frozenset[int]) -> bool:
    """Whether the reference that begins at `last` goes on behind a place where it might end."""
    if cut.kind == "hard":
        return is_author_list(note, last, cut)
    if cut.kind == "stop":  # "1 December 1959. 12 U.S.T. 794. 402 UNTS 71": stops of a scan
        return cut.end in treaties or is_tail(note, cut.end) or not ends_sentence(note, cover, last, cut)
    if cut.kind == "quoted":
        return not ends_quotation(note, cover, last, cut)
    return cut.kind == "signal" and _is_opening(note, last, cut.start)


def _is_opening(note: str, start: int, place: int) -> bool:
    """Whether the signal at `place` is the one with which the segment begins."""
    lead = opened_at(note, start + blank(note, start), len(note))
    return lead is not None and lead.end() > place


def _possible_cuts(note: str, cover: str) -> Iterator[Cut]:
    """Semicolons, stops, joins, and signals and words of relation on the way, left to right."""
    cuts = [Cut(match.lastgroup or "", *match.span()) for match in _STOPS.finditer(cover)]
    cuts += [Cut("joined", *match.span()) for match in _AND.finditer(note) if cover[match.start()] != "\x01"]
    signals = [Cut("signal", span.start, span.end) for span in signals_on_the_way(note, cover)]
    return iter(sorted((*cuts, *signals), key=lambda cut: cut.start))
