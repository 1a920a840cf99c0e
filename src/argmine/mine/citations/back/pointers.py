"""Pointers, short forms that mean another citation: ibid. · id. at 3 · supra note 12 · (n 12) · op. cit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from argmine.knowledge.citations import short_forms
from argmine.mine.citations.triggers import beginnings, words_of
from argmine.types import Pointer, PointerForm, Span

NUMBER = r"(?:n\.?\s?)?\d{1,4}(?![\d/])[a-z*]?"
_DIGITS = re.compile(r"\d{1,4}")
_WORDS = re.compile(r"\S+")
# "A. Lind, Snow, 26 id. at 139 (1983)": another article of the journal before, no pointer
_IN_SAME_JOURNAL = re.compile(r",\s\d{1,4}\s[Ii]d\.,?\s(?:at\s)?\d{1,5}[^()\w]{0,3}[\d–,\s-]{0,16}\((?:1[89]|20)\d\d\)")
# "Lind, Il regime dei ghiacci, cit.": no verb, no stop and no number stands between
_AUTHOR_TITLE = re.compile(
    r"[\s,;.]*(?P<name>(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][\w’'-]+(?:,?\s(?:and|&|et|und|y|e)\s(?:[A-ZÀ-Þ]\.[\s-]?){0,3}[A-ZÀ-Þ][\w’'-]+)?"
    r",\s[A-ZÀ-Þ“‘«][^.;:()\d]{3,120},\s)$"
)
# a title in marks before a pointer, and the site that it is on: "Lind, 'Ice Melts into Water' (Ice News) (n 3)"
_QUOTED_TITLE = re.compile(
    r"(?P<title>[“‘'\"](?<!\w.))(?=[A-ZÀ-Þ])(?:[^“”‘\";\n'’]|['’](?=\w)){3,200}[”’'\"](?:\s\([^()]{2,60}\))?,?\s\(?$"
)
_OWN_EDITORS = re.compile(r"\s?\((?:eds?|Hrsg|Hg|dirs?)\b")  # "in: id. (ed.), Handbook": the author edits it
# a note alone, with a place in what it cites: "See note 12, p. 3"
_ALONE = re.compile(
    r"(?:[Ss]ee(?:\salso)?\s|[Cc]f\.\s|[Aa]s\sin\s|[Tt]he\sreferences?\sin\s)?(?:[Ff]oot|[Ee]nd)?(?:[Nn]otes?|fn\.|Fn\.|nn?\.|[Rr]ef\.)\s(?P<number>\d{1,3})(?![\d/–-])"
    r"(?=[.\s]*$|,?\s(?:at\s|pp?\.\s|paras?\.\s|¶)\d[^;]{0,12}$)"
)
# "as Lind and Frost suppose" (id. at 4) may mean another than the work right before
_NAMED_BEFORE = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w’-]+\s(?:and|&)\s[A-ZÀ-Þ][\w’-]+|(?:[A-ZÀ-Þ]\.\s?)+[A-ZÀ-Þ][\w’-]+)(?:\s[a-z]+)?\s\($"
)
_NEAR_NAME = 60
_SCANS = ("[d.", "1d.", "Jd.", "/d.")
_SCANNED = r"(?-i:\[d\.|[1J/]d\.)"
"""*Id.* in italics, as scans show it."""
_FORMS: tuple[PointerForm, ...] = ("preceding", "note", "work", "name")
_SMALL = frozenset(
    "of the and & de von van der den on in for to a an et al. al du la le des und from with by under no. v. v vs."
    " c. case".split()
)
_LONGEST = 260
_STARTERS = frozenset(
    "see cf cf. compare accord contra the this that in on for as it he she they but and also e.g. eg thus however"
    " although while according id. ibid. quoting citing one at when where like here there since if".split()
)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A pointer found: `mark` covers the pointer itself, `span` the name before it too."""

    span: Span
    mark: Span
    pointer: Pointer


def find_pointers(text: str, within: Span) -> Iterator[Pointing]:
    """Every pointer in a stretch, left to right, with the name before it that belongs to it."""
    floor = within.start
    words = within.of(text)
    if _opening_words().isdisjoint(words_of(words)) and not any(form in words for form in _SCANS):
        return
    pattern = _pattern()
    if (alone := _ALONE.match(text, within.start, within.end)) is not None:
        yield Pointing(Span(*alone.span()), Span(*alone.span()), Pointer("note", alone["number"], None))
        floor = alone.end()
    for begins in _beginnings().finditer(text, within.start, within.end):
        match = pattern.match(text, begins.start(), within.end) if begins.start() >= floor else None
        if match is not None and (pointing := _pointing(text, match, floor)) is not None:
            yield pointing
            floor = match.end()


def _pointing(text: str, match: re.Match[str], floor: int) -> Pointing | None:
    """The pointer that a match is, with its name; None where it is none."""
    form = _form(match)
    if form == "preceding" and _means_itself(text, match, floor):
        return None
    if form == "preceding":
        start, name = match.start(), _who_before(text, floor, match.start())
    else:
        start, name = _name_before(text, floor, match.start())
    if form is None or (form in ("work", "name") and name is None):
        return None
    if match["numbered"] and (name is None or _DIGITS.search(name)):
        return None  # "A. Lind, Ice Law, p. 3, note 12": a note of that work
    number = _DIGITS.search(match.group())
    return Pointing(Span(start, match.end()), Span(*match.span()), Pointer(form, number and number.group(), name))


def _means_itself(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether *id.* edits the book that is cited, or is the journal before: no pointer to a work."""
    if _OWN_EDITORS.match(text, match.end()):
        return True
    return _IN_SAME_JOURNAL.search(text, max(match.start() - 12, floor), match.end() + 40) is not None


def _who_before(text: str, floor: int, end: int) -> str | None:
    """Who is named in the prose before *id.*: "as Lind and Frost suppose (id. at 4)"."""
    who = _NAMED_BEFORE.search(text, max(end - _NEAR_NAME, floor), end)
    return who["who"] if who else None


def _name_before(text: str, floor: int, end: int) -> tuple[int, str | None]:
    """(where the name before a pointer begins, the name)."""
    mark = text[max(end - 2, floor) : end]
    start = _start_of_name(text, floor, end - len(mark) + len(mark.rstrip("*_")))
    return start, text[start:end].strip(" ,(:*_") or None


def _start_of_name(text: str, floor: int, end: int) -> int:
    """Where the name before a pointer begins: an author with a title in small letters, else a run of names."""
    whole = _AUTHOR_TITLE.match(text, floor, end) if end - floor < _LONGEST else None
    if whole is not None:
        return whole.start("name")
    quoted = (
        _QUOTED_TITLE.search(text, max(floor, end - _LONGEST), end) if text[end - 2 : end - 1] in "”’'\"),(" else None
    )
    return run_before(text, quoted.start("title") if quoted else end, floor)


def _form(match: re.Match[str]) -> PointerForm | None:
    for form in _FORMS:
        if match[form] is not None:
            return form
    return "note" if match["numbered"] else None  # "infra": the full citation comes later


def run_before(text: str, end: int, floor: int) -> int:
    """Where the run of names and title words begins that stands right before `end`.

    Words count while they begin with a capital, a digit or a mark of quotation; small words count between those.
    """
    begin = max(floor, end - _LONGEST)
    tokens = list(_WORDS.finditer(text, begin, end))
    start, pending = end, False
    for token in reversed(tokens):
        word = token.group()
        plain = word.strip("“”‘’\"'([*_,:")
        if start < end and word[-1] in ";":
            break
        if start < end and _ends(word):
            break
        is_capital = plain[:1].isupper() and not (plain.isupper() and len(plain) > 1)  # "STUDIES IN SNOW"
        if plain.lower() in _STARTERS and (is_capital or plain.lower() not in _SMALL):
            break
        if plain[:1].isupper() or plain[:1].isdigit() or word[0] in '“‘"' or word in ("–", "&"):
            start, pending = token.start(), False
        elif plain in _SMALL or (pending is False and start < end and plain in ("al.",)):
            pending = True
        else:
            break
    return _without_lead(text, start, end)


def _ends(word: str) -> bool:
    """Whether a sentence ends with this word: a stop behind a long word in small letters, a digit or a bracket."""
    if word[-1] != ".":
        return False
    plain = word[:-1]
    return plain[-1:] in ')]”’"' or plain.isdigit() or (len(plain) > 3 and plain.islower())


def _without_lead(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,.)]”’":
        start += 1
    return start


@cache
def _opening_words() -> frozenset[str]:
    """Words of which one stands in every pointer."""
    keys = ("preceding", "later_note", "earlier_note", "same_work", "elsewhere", "numbered")
    return frozenset(word for key in keys for form in short_forms(key) for word in words_of(form))


@cache
def _beginnings() -> re.Pattern[str]:
    """Where a pointer may begin."""
    keys = ("preceding", "later_note", "earlier_note", "same_work", "elsewhere", "numbered")
    return beginnings((*_SCANS, *(form for key in keys for form in short_forms(key))))


@cache
def _pattern() -> re.Pattern[str]:
    """All pointers; the number of the note is in one of the groups `number`, `inside`, `behind` and `first`."""
    numbered = "|".join(_words(form.partition("#")[0].strip()) + rf"\s?{NUMBER}" for form in short_forms("numbered"))
    notes, later = _numbered("earlier_note"), "|".join(_numbered("later_note"))
    parts = (
        rf"(?P<preceding>(?<![\w.’/=])(?:{_any('preceding')}|{_SCANNED})(?!(?!at\s?\d)[\w’/-])(?:,?\s(?:{numbered})(?!\s?[\w–-]))?)",
        rf"(?P<later>(?<!\w)(?:{later.replace('#', NUMBER)}))",
        rf"(?P<note>{'|'.join(form.replace('#', NUMBER) for form in notes)})",
        rf"(?P<work>(?<!\w)(?:{_any('same_work')})(?!\w)(?:,?\s(?:supra,?\s)?\(?(?:note|n\.|fn\."
        rf"|footnote|Fn\.|Anm\.|fn)\s?{NUMBER}\)?)?)",
        rf"(?P<name>(?<!\w)(?:{_any('elsewhere')})(?!\w|,?\s+(?:part|sec|ch|text|[IVX]+\b|\d)))",
        rf"(?P<numbered>(?<=,\s)(?:{numbered}))",
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def _any(key: str) -> str:
    return "|".join(_words(form) for form in short_forms(key))


def _numbered(key: str) -> list[str]:
    """One pattern for each shape of a form with a number: "supra note #", "(n #)", "note # above"."""
    forms = [form.partition("#") for form in short_forms(key)]
    before = "|".join(_words(head.strip()) for head, _, tail in forms if not tail.strip())
    inside = "|".join(_words(head.strip()[1:]) for head, _, tail in forms if tail.strip() == ")")
    behind = [(_words(head.strip()), _words(tail.strip())) for head, _, tail in forms if tail.strip() not in ("", ")")]
    found = [rf"(?<!\w)(?:{before})[,*_]{{0,2}}\s?#"] if before else []
    if inside:
        found.append(
            rf"(?:(?<!\w)(?:supra|above|oben|op\.\s?cit\.),?\s)?\(\s?(?:{inside})\s?#(?:(?:\s?[–-]\s?|,\s?|\s(?:and|&)\s)(?:n\.?\s?)?\d{{1,4}})*\s?\)"
        )
    if behind:
        heads, tails = ("|".join(dict.fromkeys(words)) for words in zip(*behind, strict=True))
        found.append(rf"(?<!\w)(?:{heads})\s?#,?\s(?:{tails})(?!\w)")
    return found


def _words(form: str) -> str:
    return r"[,*_]{0,2}\s*".join(re.escape(word).replace(r"\.", r"\.?") for word in form.split())
