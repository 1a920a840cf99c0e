"""Segments: the stretches of a note that may be one citation each, and the signal that introduces it.

Notes are cut at semicolons, before signals (Bluebook rule 1.2; OSCOLA 1.2.1: *see*, *cf.*, *but see* …) and at ends of
sentences, never inside brackets or quotation marks. A stop after a name, an initial or an abbreviation, or between the
parts of one reference ("Author. “Title”. Journal, 2025"), ends no sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from argmine.knowledge.citations import is_place, signals
from argmine.knowledge.lexicon import abbreviations
from argmine.mine.citations.names import is_body, is_person
from argmine.mine.citations.series import find_volumes
from argmine.mine.citations.triggers import beginnings, words_of
from argmine.types import Span

_GROUP = re.compile(
    r"\((?:[^()]|\([^()]{0,200}\)){0,600}\)|\[[^\[\]]{0,400}\]|“[^“”]{0,900}”|‘(?:[^‘’]|’(?=\w)){0,500}’(?!\w)"
    r"|\"[^\"]{0,500}\"|«[^«»]{0,500}»|„[^„“”]{0,500}[“”]"
)
_WORD_BEFORE = re.compile(r"[^\s]{1,40}$")
_RELATION = (
    "citing|referring to|relying on|quoting|citant|cited in|quoted in|discussed in|cited by|quoted by"
    "|cited with approval in|commented in"
)
_MORE = (
    r"(?:,?\s(?:e\.g\.|eg|inter alia|in extenso|for example|for instance|also|in particular|especially|further)){0,2}"
)
_AHEAD = r"(?=[*_]?[\"“‘«„\[(]?(?:[A-Z§ÉÖÄÜ\d]|the\s|arts?\.?\s[\dIVX]|articles?\s[\dIVX]|ibid|id\.|https?:|van\s|von\s|de\s))"
# it begins with a set of marks, so that the engine skips all else; what must stand before is looked at behind
_STOPS = re.compile(
    rf"[;,.?!”\"](?:(?P<hard>(?<=;))\s+|(?P<quoted>(?<=[”\"]))\s+(?=[A-Z]['’\w&.]+\s[A-Z&]|[A-Z][\w’'-]+,\s)|(?P<stop>(?<=[^\s.][.?!]))[*_]?\s+(?:[—–]\s)?(?=[*_]?[A-Z\d“‘\"\[«„(*_ÉÀÖÄÜ])"
    rf"|(?P<with>(?<=,))\s+with\s+{_AHEAD}"
    r"|(?P<joined>(?<=[\d)\]],))\s(?:and|und|et)\s(?:to\s|of\s)?(?=[A-Z“‘][^;]{3,}))"
)
_FIRST_WORD = re.compile(r"[*_]?([^\W\d_]+)")
_BEGINNING = re.compile(r"\s*(?:(?:and|also|or|with|und|et)[,:]?\s+)?")
_BEGINS_AGAIN = re.compile(r"(?:id\.|ibid|supra|op\.|infra)", re.IGNORECASE)
_NAME_ONLY = re.compile(
    r"^\W*[A-ZÀ-Þ][\w’'.-]*,?(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|&|and|et|und|van|von|de|der|la|du"
    r"|al\.),?){0,9}(?:\s\((?:eds?\.?|\d{4})\))?$"
)
_JOURNAL = re.compile(
    r"\d(?<![\w.]\d)\d{0,2} (?:[A-Z][A-Z.’'&]{0,20} |& |OF ){1,10}\d{1,5}(?=[,.\s(–-])"
)  # 14 GEO. IMMIGR. L.J. 257
_QUOTED_SENTENCE = 60  # characters of quoted words that are a sentence, not a title
_TURNED_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w’'-]*\.?(?:\s[A-ZÀ-Þ][\w’'-]*\.?){0,2}(?=$|;|,?\s\(?(?:1[89]|20)\d\d)"
)
_DATED_NAME = re.compile(_TURNED_NAME.pattern.partition("(?=")[0] + r",?\s\(?(?:1[89]|20)\d\d(?:/\d\d)?\)?[.:;]\s")
_ADDRESS = re.compile(
    r"(?:Available|Accessible|Retrieved|Online|Disponible|Abrufbar|URL|DOI|https?://|www\.)", re.IGNORECASE
)
_AUTHOR = re.compile(
    r"(?:(?:van|von|de|der|la|le)\s){0,2}[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?"
    r"(?:,?\s(?:[A-ZÀ-Þ][a-z]?\.[\s-]?){1,3}|,\s[A-ZÀ-Þ][a-z]{2,12}(?:\s[A-ZÀ-Þ]\.)?)?"
    r"(?:,?\s(?:and|&|et|und)\s|[,;]\s|,?\set\sal\.?|$)"
)
_LAST_WORDS = re.compile(r"(?P<words>[A-ZÀ-Þ][^.;,()\d]{1,40})(?=\.\s|\.?$)")
_REACH = 400  # characters before a stop that can say whether it ends a sentence
_DAY_ALONE = re.compile(r"(?:\d{1,2}\s)?[A-Z][a-zéû]{2,8}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d(?=[.;]|$)")
_DATED_HEAD = re.compile(r"(?P<who>[A-ZÀ-Þ][^()“”\d;:]{2,200}?)\s\((?:18|19|20)\d\d[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d{1,2})?)?\)\.?\s?")
_DAY = re.compile(r"\d{1,2} (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")  # "12. März"
_COMPLETE = re.compile(r"(?:1[5-9]|20)\d\d|\d{2,}|\b(?:paras?|pp?|arts?|at)\.?\s\d|[§¶]\s?\d|\bn\s?\d")
_SHORTENED = frozenset(
    "doc docs res rep ser supp add corr rev comm cmte conf int dept gov univ assoc inst proc colloq off rec sess mtg"
    " pub stat fed reg cong gen ass cons prov prel obj order annex trib arb cl ct app rec yb ybk bull jur"
    " jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_MARKS_OF_PLACE = frozenset("p pp para paras no nos vol art arts n nn cf eds ed pt ch".split())
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|should|could|may|might|can|must|seems?|agrees?|argues?"
    r"|holds?"
    r"|notes?|says?|said|concerns|referred|refers|replied|remained|recalls|means|does|sont|est|ist|sind)\b"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that may be a citation, without its signal."""

    span: Span
    signal: str | None = None


class _Cut(NamedTuple):
    """Where a segment may end: at `start`; what follows begins at `end`, or at `start` for a signal."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=64)  # a note, then each part of it, is asked for more than once
def masked(text: str) -> str:
    """The text with what stands in brackets or quotation marks blotted out, so that offsets stay."""
    return _GROUP.sub(lambda match: match.group()[0] + "\x01" * (len(match.group()) - 2) + match.group()[-1], text)


def find_segments(text: str, within: Span) -> Iterator[Segment]:
    """The segments of a note, left to right."""
    note = within.of(text)
    cover = masked(note)
    start = 0
    for end, after in (*_cuts(note, cover), (len(note), len(note))):
        if end > start:
            yield from _opened(note, within.start, start, end)
        start = after


def _opened(note: str, offset: int, start: int, end: int) -> Iterator[Segment]:
    first = _end(_BEGINNING.match(note, start, end), start)
    signal = None
    if (match := _opened_at(note, first, end)) is not None:
        signal = " ".join(match.group().split()).rstrip(",:")
        first = match.end()
    words = note[first:end]
    left = first + len(words) - len(words.lstrip())
    right = first + len(words.rstrip(" \n\t"))
    if right - left > 2:
        yield Segment(Span(offset + left, offset + right), signal)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _cuts(note: str, cover: str) -> Iterator[tuple[int, int]]:
    """(where a segment ends, where the next begins), left to right."""
    last = 0
    series = [volume.span for volume in find_volumes(note, Span(0, len(note)))]
    series += [Span(*match.span()) for match in _JOURNAL.finditer(note)]
    series.sort()
    starts = [span.start for span in series]
    for cut in _possible_cuts(note, cover):
        if cut.start < last:
            continue
        around = bisect_left(starts, cut.start) - 1
        if around >= 0 and cut.start < series[around].end:  # the stops of "171 Consol. T.S. 101"
            continue
        if cut.kind == "hard" and _is_author_list(note, last, cut):
            continue
        if cut.kind == "stop" and (_is_tail(note, cut.end) or not _ends_sentence(note, cover, last, cut)):
            continue
        if cut.kind == "quoted" and not _ends_quotation(note, cover, last, cut):
            continue
        if cut.kind == "signal" and _is_opening(note, last, cut.start):
            continue
        last = cut.start if cut.kind == "signal" else cut.end
        yield cut.start, last


def _is_tail(note: str, behind: int) -> bool:
    """Whether an address, or a town of publication alone, stands behind the stop: it belongs to what was before."""
    if _ADDRESS.match(note, behind) or _DAY_ALONE.match(note, behind):
        return True
    stop = _LAST_WORDS.match(note, behind)
    return stop is not None and is_place(stop["words"])


def _is_author_list(note: str, start: int, cut: _Cut) -> bool:
    """Whether a semicolon stands between two authors: "Lind, Ada; Frost, Paul, 1979"."""
    alone = _TURNED_NAME.fullmatch(note[max(start, cut.start - _REACH) : cut.start].strip())
    return alone is not None and _TURNED_NAME.match(note, cut.end) is not None


def _ends_quotation(note: str, cover: str, start: int, cut: _Cut) -> bool:
    """Whether quoted words that a sentence leads up to, or long ones alone, end here with their stop."""
    opening = cover.rfind("\x01", start, cut.start) if cut.start else -1
    first = opening
    while first > start and cover[first - 1] == "\x01":
        first -= 1
    if opening < 0 or not {note[opening - 1], note[opening]} & set(".?!"):
        return False
    lead = note[start : first - 1].strip()
    return (lead[-1:].islower() and " " in lead) or (not lead and opening - first > _QUOTED_SENTENCE)


def _is_opening(note: str, start: int, place: int) -> bool:
    """Whether the signal at `place` is the one with which the segment begins."""
    lead = _opened_at(note, start + _blank(note, start), len(note))
    return lead is not None and lead.end() > place


def _blank(note: str, start: int) -> int:
    return len(note[start : start + 9]) - len(note[start : start + 9].lstrip())


def _ends_sentence(note: str, cover: str, start: int, cut: _Cut) -> bool:
    stop = cut.start
    start = max(start, stop - _REACH)
    before, part = _WORD_BEFORE.search(cover, max(start, stop - 40), stop), cover[start:stop]
    word = before.group() if before else ""
    if _DATED_NAME.match(note, cut.end):  # "... Frostburg. Lind, Ada, 1979: ..."
        return True
    if _opened_at(note, cut.end, len(note)) or _BEGINS_AGAIN.match(note, cut.end):
        return True
    if _is_between(word, part.strip(), note, cut.end):
        return False
    dated = _DATED_HEAD.match(note, start + _blank(note, start), stop)
    if dated is not None and _are_authors(dated["who"]):  # "Lind, A. (2019). Title. Journal, 12(3), 45"
        return _COMPLETE.search(note, dated.end(), stop) is not None
    if word[-1:] in '”’"»':  # a title just ended: its container follows, unless the reference is complete
        return _COMPLETE.search(part) is not None
    if note[cut.end] in "*_[" and not _COMPLETE.search(note[start:stop]):  # a container in italics or a link
        return False
    return _COMPLETE.search(note[start:stop]) is not None or _VERBS.search(part) is not None or len(part) > 220


def _are_authors(who: str) -> bool:
    """Whether the words are a list of authors, surnames first, or one body."""
    end = 0
    while end < len(who) and (author := _AUTHOR.match(who, end)) is not None:
        end = author.end()
    if end < len(who):
        return is_body(who)
    return any(mark in who for mark in ",.&") or is_body(who) or len(who.split()) == 1 or is_person(who)


def _is_between(word: str, part: str, note: str, behind: int) -> bool:
    """Whether the stop stands inside a reference: before a number, behind a name or an abbreviation."""
    before_number = note[behind].isdigit() and word[-1:].isalpha()
    name_alone = len(part) < 140 and _NAME_ONLY.match(part) is not None
    day = _DAY.match(f"{word} {note[behind : behind + 4]}") is not None
    return before_number or day or name_alone or _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    plain = word.lstrip('(“‘"[*_').rstrip("*_")
    if plain[-1:].isdigit() or plain[-1:] in ')]%”’"':
        return False
    if plain.lower() in _SHORTENED:
        return True
    if plain.lower() in _MARKS_OF_PLACE:
        return True
    return (
        plain in _abbreviated()
        or len(plain) <= 2
        or "." in plain
        or "’" in plain[-3:]
        or (plain.isupper() and len(plain) <= 5)
    )


def _opened_at(note: str, start: int, end: int) -> re.Match[str] | None:
    """The signal with which a stretch begins."""
    first = _FIRST_WORD.match(note, start, end)
    if first is None or first[1].lower() not in _openers():
        return None
    return _opening().match(note, start, end)


@cache
def _openers() -> frozenset[str]:
    """The words with which a signal may begin."""
    forms = (*signals(), *_RELATION.split("|"), "and", "also", "but", "or")
    return frozenset(match[1].lower() for form in forms if (match := _FIRST_WORD.match(form)))


def _possible_cuts(note: str, cover: str) -> Iterator[_Cut]:
    """Semicolons, stops, joins, and signals and words of relation on the way, left to right."""
    cuts = [_Cut(match.lastgroup or "", *match.span()) for match in _STOPS.finditer(cover)]
    signals = [] if _openers().isdisjoint(words_of(note)) else list(_signals(cover))
    return iter(sorted((*cuts, *signals), key=lambda cut: cut.start) if signals else cuts)


def _signals(cover: str) -> Iterator[_Cut]:
    pattern = _on_the_way()
    for first in _first_words().finditer(cover, 1):
        start = first.start() - (cover[first.start() - 1] in "*_")
        if start > 0 and cover[start - 1] in " \n\t(" and (match := pattern.match(cover, start)):
            yield _Cut("signal", start, match.end())


@cache
def _abbreviated() -> frozenset[str]:
    """Every abbreviation, without the stop behind it."""
    return frozenset(word.removesuffix(".") for words in abbreviations().values() for word in words)


@cache
def _opening() -> re.Pattern[str]:
    """A signal at the beginning of a segment."""
    forms = "|".join(_written(form) for form in signals())
    return re.compile(
        rf"[*_]?(?i:(?:and|also|but|or)\s+)?(?:(?i:{forms}){_MORE}|{_RELATION}|[Bb]ut)[*_]?[,:.]?[*_]?\s+{_AHEAD}"
    )


@cache
def _first_words() -> re.Pattern[str]:
    """The first words of what `_on_the_way` matches."""
    return beginnings((*_forms_on_the_way(), *_RELATION.split("|"), "and", "also", "but"))


@cache
def _on_the_way() -> re.Pattern[str]:
    """A signal or a word of relation behind another citation."""
    forms = "|".join(_written(form) for form in _forms_on_the_way())
    return re.compile(rf"[*_]?(?:(?:and|also|but)\s+)?(?:(?i:{forms}){_MORE}|{_RELATION})[*_]?[,:]?[*_]?\s+{_AHEAD}")


def _forms_on_the_way() -> list[str]:
    firsts = ("see", "but", "cf.", "voir", "vgl.", "siehe", "mais")
    return [form for form in signals() if form.split()[0] in firsts and form != "but"]


def _written(form: str) -> str:
    """A form as it may be written: with or without its stops, with any space."""
    return r",?\s+".join(re.escape(word).replace(r"\.", r"\.?") for word in form.split())
