"""Where a document names an instrument: by title, usual name, abbreviation, series, or a short name of its own.

A document's own short names are definitions behind a name: "… Celestial Bodies, 610 U.N.T.S. 205 [hereinafter: OST]",
"… on the Moon (the “Agreement”)". They hold for that document only, and never when two instruments share one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from argmine.knowledge import Instrument, instruments, written
from argmine.resolve.instruments.descriptions import find_descriptions
from argmine.resolve.instruments.strangers import TITLE
from argmine.resolve.phrases import phrase_pattern
from argmine.types import Naming, Span

_GENERIC = re.compile(
    r"(?:the\s+)?(?:Treaty|Convention|Agreement|Accords?|Charter|Statute|Protocol|Principles|Declaration|Guidelines|Act|Law|Constitution)",
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(
    r"[\[(]\s?(?:hereinafter|hereafter|henceforth)[:,]?\s+(?:referred\s+to\s+as\s+|called\s+|cited\s+as\s+)?"
    r"[\"“'‘]?(?P<alias>[^\"”’\])\n]{2,60}?)[\"”’']?\s?[\])]",
    re.IGNORECASE,
)
# "No. 7762. Hereinafter referred to as Convention of 1972."
_UNBRACKETED = re.compile(
    r"(?<![\[(])\b[Hh]ere(?:in)?after[:,]?\s+(?:(?:referred\s+to|cited|called)(?:\s+as)?[:,]?\s+)?[“\"‘']?"
    r"(?P<alias>(?:[Tt]he\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,3}(?:\s+of\s+(?:1[89]|20)\d\d)?)(?=[”\"’'.,;])"
)
_BRACKETED = re.compile(
    r"[\[(]\s?(?:(?:or|the)\s+)?(?:[\"“](?P<quoted>[^\"”\n]{2,50})[\"”]|(?P<bare>[A-Z]{2,8}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){1,3}))\s?[\])]"
)
# "the Civil Liability Convention": a word with a capital before a name makes another name of it
_NAMED_LONGER = re.compile(r"(?:(?<=[a-zà-ÿ,] )|(?<=\bThe )|(?<=\d )|(?<=[“(]))(?P<word>[A-Z][\w’'-]*[a-zà-ÿ])\s+\Z")
_KEEPS_NAME = re.compile(
    r"(?:The|This|That|Under|Nations|Article|Articles|See|In|Of|And|Both|[A-Z][\w]*(?:-[a-z]\w*)+|[\w-]+[’']s?)\Z"
)
_OTHER_BEFORE = re.compile(
    r"\b(?:[Pp]roposed|[Mm]odel|[Rr]evised|[Ff]uture|(?:[Oo]ptional |[Aa]dditional |[Ss]upplementary )?[Pp]rotocols?"
    r"(?: No\. \d+)? to)\s+(?:the\s+)?\Z"
)
_DRAFT = re.compile(r"\b[Dd]raft\s+\Z")
_OTHER_BEHIND = re.compile(r"\s+(?:Secretariat|Committee|Commission|Conference|Institute|Initiative|Working|Review)\b")
_WORD_BEHIND = re.compile(r"\s+(\w+)")
_YEAR_BEFORE = re.compile(r"\b(1[6-9]\d\d|20\d\d)\s+\Z")
_YEAR_BEHIND = re.compile(r"\s+(?:of\s+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?(1[6-9]\d\d|20\d\d)\b")
_FULL_TITLE = 5  # words: "1980 Vienna Convention on the Law of Treaties" gives the year in which it entered into force
_LONGEST_WAIT = 15  # years
_YEARS_APART = 2  # adoption, signature and entry into force may fall into different years
_PART = re.compile(r"(?!The\s)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}")
_COORDINATED = re.compile(
    rf"\b(?:{_PART.pattern},\s){{0,4}}{_PART.pattern},?\s(?:and|or)\s{_PART.pattern}\s"
    r"(?P<noun>Treaties|Conventions|Agreements|Protocols|Covenants|Declarations|Statutes|Acts)\b"
)
_REACH_HEREINAFTER = 220
_REACH_BRACKET = 3


def find_namings(text: str) -> tuple[Naming, ...]:
    """Every place where a registered instrument is named, in the order of the text, none overlapping."""
    known = _known(text)
    named = _longest((*known, *_aliased(text, _definitions(text, known))))
    described = find_descriptions(text, named)
    return _longest((*named, *(each for each in described if not _is_of_another(text, each, _DESCRIBED))))


def code_titled(title: str | None) -> str | None:
    """The code of the instrument that `title` names, when the title is little more than that name."""
    words = " ".join((title or "").split())
    namings = _longest(_known(words))
    if len(namings) != 1:
        return None
    return namings[0].code if len(namings[0].span.of(words)) >= 0.6 * len(words) else None


def _longest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda naming: (naming.span.start, -naming.span.end)):
        if not kept or naming.span.start >= kept[-1].span.end:
            kept.append(naming)
    return tuple(kept)


def _known(text: str) -> tuple[Naming, ...]:
    return (*_matches(text, _names(), _NAMED), *_matches(text, _codes(), _CODED), *_coordinated(text))


def _coordinated(text: str) -> Iterator[Naming]:
    """ "The Liability and Registration Conventions": each with the noun that they share."""
    for match in _COORDINATED.finditer(text):
        noun = re.sub("ies$", "y", match["noun"]).removesuffix("s")
        parts = [Span(*part.span()) for part in _PART.finditer(text, match.start(), match.start("noun"))]
        codes = [_names().get(f"{part.of(text)} {noun}".casefold()) for part in parts]
        for part, code in zip(parts, codes, strict=True):
            if code is not None:
                yield Naming(Span(part.start, match.end() if part is parts[-1] else part.end), code)


_NAMED = "names"
_CODED = "codes"
_DESCRIBED = "descriptions"


def _matches(text: str, codes: Mapping[str, str], which: str) -> Iterator[Naming]:
    for match in _pattern(which).finditer(text):
        words = match.group()
        naming = Naming(Span(*match.span()), codes[_key(words, fold=which == _NAMED)])
        # "resolution 37/92" is a name in small letters too; "treaty on outer space" is none
        if (words[0].isupper() or any(map(str.isdigit, words)) or words in _small()) and not _is_of_another(
            text, naming, which
        ):
            yield naming


def _is_of_another(text: str, naming: Naming, which: str) -> bool:
    """Whether the words are a part of a longer name, or are given a year that is not the instrument's."""
    before = text[max(naming.span.start - 40, 0) : naming.span.start]
    behind = text[naming.span.end : naming.span.end + 40]
    if _OTHER_BEFORE.search(before) or _OTHER_BEHIND.match(behind):
        return True
    instrument = instruments()[naming.code]
    following = _WORD_BEHIND.match(behind)
    if following is not None and following[1] in instrument.not_behind:
        return True
    wait = _LONGEST_WAIT if naming.span.of(text).count(" ") >= _FULL_TITLE else _YEARS_APART
    if _DRAFT.search(before):
        return not any("draft" in form.casefold() for form in instrument.short) or _has_other_year(
            behind, instrument, wait
        )
    longer = _NAMED_LONGER.search(before) if which == _NAMED else None
    if longer is not None and _KEEPS_NAME.match(longer["word"]) is None:
        return True
    leading = _YEAR_BEFORE.search(before)
    return (leading is not None and _is_far(leading[1], instrument, wait)) or _has_other_year(behind, instrument, wait)


def _has_other_year(behind: str, instrument: Instrument, wait: int) -> bool:
    year = _YEAR_BEHIND.match(behind)
    return year is not None and _is_far(year[1], instrument, wait)


def _is_far(year: str, instrument: Instrument, wait: int) -> bool:
    return not -_YEARS_APART <= int(year) - int(instrument.date[:4]) <= wait


@cache
def _pattern(which: str) -> re.Pattern[str]:
    if which == _NAMED:
        return phrase_pattern(_names(), re.IGNORECASE)
    return phrase_pattern(_codes())


def _key(words: str, *, fold: bool) -> str:
    plain = " ".join(words.replace("’", "'").split())
    return plain.casefold() if fold else plain


@cache
def _names() -> dict[str, str]:
    return {
        _key(name, fold=True): instrument.code
        for instrument in written()
        for written_name in (instrument.title, *instrument.names, *_foreign(instrument))
        for name in (written_name, *_with_of(written_name))
    }


@cache
def _small() -> frozenset[str]:
    """The names that the registry writes with a small letter first."""
    return frozenset(name for instrument in written() for name in instrument.names if not name[0].isupper())


@cache
def _codes() -> dict[str, str]:
    return {
        _key(form, fold=False): code
        for code, instrument in instruments().items()
        for form in (*instrument.abbreviations, *instrument.series)
    }


def _with_of(name: str) -> Iterator[str]:
    """ "Convention of International Liability": as many write it."""
    noun, on, rest = name.partition(" on ")
    if on and _GENERIC.fullmatch(noun):
        yield f"{noun} of {rest}"


def _foreign(instrument: Instrument) -> Iterator[str]:
    for language, names in instrument.foreign.items():
        yield from names
        if language == "de":  # the genitive: "des Weltraumvertrags"
            yield from (name + ending for name in names if " " not in name for ending in ("s", "es"))


def _definitions(text: str, namings: Iterable[Naming]) -> dict[str, str]:
    """Short names that the document defines: name → code; a name with two owners is nobody's."""
    owners: dict[str, set[str]] = {}
    ordered = sorted(namings, key=lambda naming: naming.span)
    starts = [naming.span.start for naming in ordered]
    for naming in ordered:
        following = bisect_left(starts, naming.span.end)
        limit = starts[following] if following < len(starts) else len(text)
        for alias in _defined_behind(text, naming.span.end, limit):
            if _is_organisation(alias, naming.span.of(text)) or _is_of_other_kind(alias, naming.code):
                continue
            owners.setdefault(alias, set()).add(naming.code)
    known = set(_names()) | {code.casefold() for code in _codes()}
    return {alias: codes.pop() for alias, codes in owners.items() if len(codes) == 1 and alias.casefold() not in known}


def _defined_behind(text: str, end: int, limit: int) -> Iterator[str]:
    # The alias may itself be a known name ("[hereinafter Outer Space Treaty]"): it then needs no definition.
    near = _BRACKETED.search(text, end, min(end + _REACH_BRACKET + 60, limit + 60))
    if near and near.start() <= end + _REACH_BRACKET:
        yield _alias(near.group("quoted") or near.group("bare"))
    far = _HEREINAFTER.search(text, end, min(end + _REACH_HEREINAFTER, limit + 80))
    far = far or _unbracketed(text, end, min(end + _REACH_HEREINAFTER, limit + 80))
    if far and ";" not in text[end : far.start()]:
        yield _alias(far.group("alias"))


def _unbracketed(text: str, start: int, end: int) -> re.Match[str] | None:
    """A definition without brackets, where no other title stands between, known or not."""
    found = _UNBRACKETED.search(text, start, end)
    return found if found and TITLE.search(text, start, found.start()) is None else None


def _is_organisation(alias: str, name: str) -> bool:
    """ "Radio Regulations of the International Telecommunication Union (ITU)": letters of the last name only."""
    _, of, body = name.rpartition(" of the ")
    capitals = "".join(word[0] for word in body.split() if word[0].isupper())
    return bool(of) and alias.isupper() and alias == capitals


def _is_of_other_kind(alias: str, code: str) -> bool:
    """ "1998 Act" is short for a statute, and for no treaty that was named before it."""
    return instruments()[code].kind == "treaty" and alias.endswith((" Act", " Law", " Regulations", " Code"))


def _alias(written: str) -> str:
    """As the document will write it: a generic word only with its article ("the Agreement")."""
    words = " ".join(written.split()).strip(" ,.")
    if _GENERIC.fullmatch(words):
        return "the " + words.removeprefix("the ").removeprefix("The ")
    return words.removeprefix("the ").removeprefix("The ")


def _aliased(text: str, definitions: Mapping[str, str]) -> Iterator[Naming]:
    forms = {form: code for alias, code in definitions.items() for form in {alias, alias[0].upper() + alias[1:]}}
    for match in phrase_pattern(forms).finditer(text):
        yield Naming(Span(*match.span()), forms[" ".join(match.group().split())])
