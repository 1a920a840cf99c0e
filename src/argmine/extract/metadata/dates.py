"""Dates as documents print them, into ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmine.knowledge.languages import months

_NUMBER = {name.lower(): index for names in months().values() for index, name in enumerate(names, 1)}
_NUMBER |= {name[:3].lower(): index for index, name in enumerate(months()["en"], 1)} | {
    "aout": 8,
    "fevrier": 2,
    "sept": 9,
}
_MONTH = "(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[6-9]|20)\d\d"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<year>{_YEAR})-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?(?!\d)",
        rf"\b(?P<year>{_YEAR})/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b",
        rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?\s+(?:day\s+of\s+|de\s+)?(?P<name>{_MONTH}),?\s+(?:de\s+)?(?P<year>{_YEAR})\b",
        rf"\b(?P<name>{_MONTH})\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<name>{_MONTH}),?\s+(?P<year>{_YEAR})\b",
    )
)
_CARDINALS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
}
_CARDINALS |= {
    word: 10 * ten for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}
_TENTHS = {f"{word[:-1]}ieth": value for word, value in _CARDINALS.items() if value >= 20}
_DAY = rf"(?:(?:twenty|thirty)[- ])?(?:{'|'.join(_ORDINALS)})|\d{{1,2}}(?:st|nd|rd|th)?"
_SPELLED = re.compile(
    rf"\b(?P<day>{_DAY})\s+day\s+of\s+(?P<name>{_MONTH}),?\s+(?:in\s+the\s+year\s+)?(?:(?P<year>{_YEAR})|"
    r"one\s+thousand,?\s+(?P<hundred>eight|nine)\s+hundred(?:\s+and)?(?P<rest>(?:[\s-]+[a-z]+){0,2}))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:first\s+)?published|posted|updated|last\s+updated|date|dated|issued|on|in|online|le|am|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|distr\S*|general|\W)*",
    re.IGNORECASE,
)
_SHORT = 110  # characters: a longer line is text
_TAIL = 60  # characters: what may follow a date in a line that is one ("3 p.m.", "3 min read")


def find_date(text: str) -> str | None:
    """The first date in a text, as full as it is printed: "2019-06-21", "2025-10"; in words, too, as treaties write."""
    spelled = _SPELLED.search(text)
    if spelled:
        return _from_words(spelled)
    found = [match for form in _FORMS if (match := form.search(text))]
    # Of forms that begin at one place the fuller one counts: it stands first in the list.
    for match in sorted(found, key=lambda match: match.start()):
        date = _iso(match)
        if date:
            return date
    return None


def _from_words(match: re.Match[str]) -> str:
    """ "twenty-seventh day of January, one thousand nine hundred and sixty-seven" → "1967-01-27"."""
    month = _NUMBER[match["name"].lower().rstrip(".")]
    year = (
        int(match["year"])
        if match["year"]
        else 1000 + 100 * _CARDINALS[match["hundred"].lower()] + _number(match["rest"] or "")
    )
    digits = re.match(r"\d+", match["day"])
    return f"{year}-{month:02}-{int(digits[0]) if digits else _number(match['day']):02}"


def _number(words: str) -> int:
    return sum(_CARDINALS.get(word) or _ORDINALS.get(word, 0) for word in re.findall(r"[a-z]+", words.lower()))


def ordinal(words: str) -> int:
    """The number that an ordinal names: "forty-eighth", "48th"; 0 of other words."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    parts = re.findall(r"[a-z]+", words.lower())
    known = parts and parts[-1] in _ORDINALS | _TENTHS
    tens = _CARDINALS.get(parts[-2], 0) if len(parts) > 1 else 0
    return (tens if tens >= 20 else 0) + (_ORDINALS | _TENTHS)[parts[-1]] if known else 0


def line_date(lines: Iterable[str]) -> str | None:
    """The date of the first line that is nothing but one ("Published in October 2025.")."""
    for line in lines:
        lead = _LEAD.match(line)
        for form in _FORMS:
            match = form.match(line, lead.end() if lead else 0)
            if match and len(line) - match.end() <= _TAIL and (date := _iso(match)):
                return date
    return None


def ending_date(lines: Iterable[str]) -> str | None:
    """The date with which the first short line that has one ends ("Research Note No 7, December 2015")."""
    for line in lines:
        words = line.rstrip(" )]")
        if len(line) > _SHORT:
            continue
        for form in _FORMS:
            last = max(form.finditer(words), key=lambda match: match.end(), default=None)
            if last and last.end() == len(words) and (date := _iso(last)):
                return date
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = _NUMBER[parts["name"].lower().rstrip(".")] if parts.get("name") else int(parts["month"])
    day = int(parts["day"]) if parts.get("day") else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return f"{parts['year']}-{month:02}" + (f"-{day:02}" if day else "")
