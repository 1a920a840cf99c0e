"""Stops: whether a reference or a sentence ends where a stop, a semicolon or a mark of quotation stands.

A stop after a name, an initial or an abbreviation, or between the parts of one reference ("Author. “Title”. Journal,
2025"), ends no sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from argmine.knowledge.citations import forms, is_place
from argmine.knowledge.lexicon import abbreviations
from argmine.mine.citations.cutting.signals import opened_at
from argmine.mine.citations.fields.names import is_body, is_person

_WORD_BEFORE = re.compile(r"[^\s]{1,40}$")
_BEGINS_AGAIN = re.compile(r"(?:id\.|ibid|supra|op\.|infra)", re.IGNORECASE)
_NAME_ONLY = re.compile(
    r"^\W*[A-ZÀ-Þ][\w’'.-]*,?(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|&|and|et|und|van|von|de|der|la|du"
    r"|al\.),?){0,9}(?:\s\((?:eds?\.?|\d{4})\))?$"
)
_QUOTED_SENTENCE = 60  # characters of quoted words that are a sentence, not a title
_TURNED = r"[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w’'-]*\.?(?:\s[A-ZÀ-Þ][\w’'-]*\.?){0,2}"
_TURNED_NAME = re.compile(_TURNED + r"(?=$|;|,?\s\(?(?:1[89]|20)\d\d)")
_DATED_NAME = re.compile(_TURNED + r",?\s\(?(?:1[89]|20)\d\d(?:/\d\d)?\)?[.:;]\s")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.-?)*[A-ZÀ-Þ]")
_ADDRESS = re.compile(
    r"(?:Available|Accessible|Retrieved|Online|Disponible|Abrufbar|URL|DOI|https?://|www\.)"
    r"|(?:Signed|Done|Opened\sfor\ssignature|Entered\sinto\sforce)\s(?=[^.;]{0,60}(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:[A-ZÀ-Þ]\.[\s-]?){0,3}(?:(?:van|von|de|der|la|le)\s){0,2}[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+)?"
    r"(?:,?\s(?:[A-ZÀ-Þ][a-z]?\.[\s-]?){1,3}|,\s[A-ZÀ-Þ][a-z]{2,12}(?:\s[A-ZÀ-Þ]\.)?)?"
    r"(?:,?\s(?:and|&|et|und)\s|[,;]\s|,?\set\sal\.?|$)"
)
_LAST_WORDS = re.compile(r"(?P<words>[A-ZÀ-Þ][^.;,()\d]{1,40})(?=\.\s|\.?$)")
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ]{3,}|[A-ZÀ-Þ]\.)(?:\s(?:[A-ZÀ-Þ’'-]{2,}|[A-ZÀ-Þ]\.|&)){1,8},\s[A-ZÀ-Þ]")
_SHORTEST_WORD = 3
# a volume with the first word of a journal: "40 PROe. COLLOQ."
_VOLUME_WORD = re.compile(r"(?:^|\s)\d{1,3}\s(?:[A-Z][A-Za-z]{0,6}\.\s){0,3}[A-Z][A-Za-z]{1,6}$")
_ROMAN_VOLUME = re.compile(r"[IVXL]{2,6}(?:[:/-][IVX\d]{1,3})?\s[A-Z]{3,}\s")  # "What Ice. XXIII ANNALS AIR & SPACE L."
_COMPARED = re.compile(r"Comp\.\s")  # "Am. J. Comp. L." is no signal
# "Jan. 27. 1967" of a scan
_YEAR_BEHIND_DAY = re.compile(r"(?:1[89]|20)\d\d\b(?:(?<=\D\d\d\.\s....)|(?<=\s\d\.\s....))")
_REACH = 400  # characters before a stop that can say whether it ends a sentence
_YEAR_ALONE = re.compile(r"\((?:1[6-9]|20)\d\d\)(?=[.;,]|\s*$)")  # "36 POLAR L. REV. 695. (2003)"
_DAY_ALONE = re.compile(r"(?:\d{1,2}\s)?[A-Z][a-zéû]{2,8}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d(?=[.;]|$)")
_DATED_HEAD = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^()“”\d;:]{2,200}?)\s\((?:18|19|20)\d\d[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d{1,2})?)?\)\.?\s?"
)
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
    r"|notes?|says?|said|concerns|permits|provides|states|requires|prohibits|allows|establishes|defines|imposes|applies|contains|referred|refers|replied|remained|recalls|means|does|sont|est|ist|sind)\b"
)


class Cut(NamedTuple):
    """Where a segment may end: at `start`; what follows begins at `end`, or at `start` for a signal."""

    kind: str
    start: int
    end: int


def is_tail(note: str, behind: int) -> bool:
    """Whether an address, or a town of publication alone, stands behind the stop: it belongs to what was before."""
    if _ADDRESS.match(note, behind) or _DAY_ALONE.match(note, behind) or _YEAR_ALONE.match(note, behind):
        return True
    stop = _LAST_WORDS.match(note, behind)
    return stop is not None and is_place(stop["words"])


def is_author_list(note: str, start: int, cut: Cut) -> bool:
    """Whether a semicolon stands between two authors: "Lind, Ada; Frost, Paul, 1979"."""
    alone = _TURNED_NAME.fullmatch(note[max(start, cut.start - _REACH) : cut.start].strip())
    return alone is not None and _TURNED_NAME.match(note, cut.end) is not None


def ends_quotation(note: str, cover: str, start: int, cut: Cut) -> bool:
    """Whether quoted words that a sentence leads up to, or long ones alone, end here with their stop."""
    opening = cover.rfind("\x01", start, cut.start) if cut.start else -1
    first = opening
    while first > start and cover[first - 1] == "\x01":
        first -= 1
    if opening < 0 or not {note[opening - 1], note[opening]} & set(".?!"):
        return False
    lead = note[start : first - 1].strip()
    said = lead.rstrip(",:")  # "once lamented, “ … ”"
    return (said.rpartition(" ")[2].islower() and " " in said) or (not lead and opening - first > _QUOTED_SENTENCE)


def blank(note: str, start: int) -> int:
    """How many blanks stand at a place, up to nine."""
    return len(note[start : start + 9]) - len(note[start : start + 9].lstrip())


def ends_sentence(note: str, cover: str, start: int, cut: Cut) -> bool:
    """Whether the stop at `cut` ends the stretch that begins at `start`; `cover` is the masked note."""
    stop = cut.start
    start = max(start, stop - _REACH)
    before, part = _WORD_BEFORE.search(cover, max(start, stop - 40), stop), cover[start:stop]
    word = before.group() if before else ""
    if _is_address(note, start, stop) or _begins(note, cut.end, word) or _is_before_capitals(note, cut.end, word):
        return True
    if _is_between(word, part.strip(), note, cut.end):
        return False
    dated = _DATED_HEAD.match(note, start + blank(note, start), stop)
    if dated is not None and _are_authors(dated["who"]):  # "Lind, A. (2019). Title. Journal, 12(3), 45"
        return _COMPLETE.search(note, dated.end(), stop) is not None
    if word[-1:] in '”’"»':  # a title just ended: its container follows, unless the reference is complete
        return _COMPLETE.search(part) is not None
    return _is_complete(note, part, start, cut)


def _is_address(note: str, start: int, stop: int) -> bool:
    """Whether the word before a stop is an address."""
    word = note[note.rfind(" ", start, stop) + 1 : stop].lstrip("<([")
    return word.startswith(("http", "www.")) and "." in word


def _begins(note: str, place: int, word: str) -> bool:
    """Whether a reference begins at a place whatever was before it: a signal, a pointer, "Lind, Ada, 1979: ..."."""
    is_initial = _INITIAL.fullmatch(word) is not None  # "G.K. Lind, High Ice (1977);"
    if (_DATED_NAME.match(note, place) and not is_initial) or _BEGINS_AGAIN.match(note, place):
        return True
    signal = opened_at(note, place, len(note))
    return signal is not None and not (_COMPARED.match(signal.group()) and _is_abbreviation(word))


def _is_before_capitals(note: str, place: int, word: str) -> bool:
    """Whether a sentence in small letters ends where an author in capitals begins."""
    return len(word) > _SHORTEST_WORD and word.islower() and word.isalpha() and _CAPITALS.match(note, place) is not None


def _is_complete(note: str, part: str, start: int, cut: Cut) -> bool:
    """Whether a whole reference, or a sentence with a verb, stands before the stop."""
    stop = cut.start
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
    before_number = note[behind].isdigit() and (word[-1:].isalpha() or _YEAR_BEHIND_DAY.match(note, behind) is not None)
    name_alone = len(part) < 140 and _NAME_ONLY.match(part) is not None
    day = _DAY.match(f"{word} {note[behind : behind + 4]}") is not None
    imprint = note[behind] == "(" and word[-1:] == "f" and word.rstrip("f").isdigit()  # "ICE LAW 247ff. (1992)"
    in_journal = _VOLUME_WORD.search(part) is not None and note[behind].isupper()
    in_journal = in_journal or _ROMAN_VOLUME.match(note, behind) is not None
    return before_number or day or name_alone or imprint or in_journal or _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    plain = word.lstrip('(“‘"[*_').rstrip("*_")
    if plain[-1:].isdigit() or plain[-1:] in ')]%”’"':
        return False
    if plain.lower() in _SHORTENED or plain in _in_journals():
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


@cache
def _in_journals() -> frozenset[str]:
    """The words that journals shorten, without their stops, but for those that are whole words in another name."""
    words = {word.strip(",:") for form in forms() for word in form.split()}
    whole = {word.casefold() for word in words if not word.endswith(".")}
    stems = {word.removesuffix(".") for word in words if word.endswith(".") and "." not in word[:-1]}
    return frozenset(stem for stem in stems if len(stem) > 2 and stem.casefold() not in whole)


@cache
def _abbreviated() -> frozenset[str]:
    """Every abbreviation, without the stop behind it."""
    return frozenset(word.removesuffix(".") for words in abbreviations().values() for word in words)
