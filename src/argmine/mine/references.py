"""References to units of an instrument as they are written: "Art. II", "Articles I – IV", "§ 51303", "Principle 3".

Forms read (after the Bluebook's rule 21.4, OSCOLA 2.8 and the UN Editorial Manual):

    Article II · Art. 11 (7d) · arts. I & II · Articles I, II and VI · Articles 31–32 · Article 94(2)
    Article IV, paragraph 2 · paragraph 1 of Article 31 · Article 31 (3a, 3b) · Section 10(2) · § 51303 · Guideline B.2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmine.knowledge.numerals import number_of, roman
from argmine.types import Reference, Span

_UNITS = {
    "article": r"[Aa]rticles?|ARTICLES?|[Aa]rts?\.|Arts?(?= [\dIVX])",
    "section": r"[Ss]ections?|[Ss]ecs?\.|§{1,2}",
    "principle": r"[Pp]rinciples?",
    "guideline": r"[Gg]uidelines?",
    "conclusion": r"(?:[Dd]raft )?[Cc]onclusions?",
    "block": r"[Bb]uilding [Bb]locks?",
}
_PLURAL = re.compile(r"s\.?$|§§", re.IGNORECASE)
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_SUB = r"\s?\(\s?(?:\d{1,3}[a-z]?|[a-z]{1,4})(?:\s?(?:,|and|&|or|–|-)\s?(?:\d{1,3}[a-z]?|[a-z]{1,4}))*\s?\)"
_NUMBER = (
    rf"(?:\d{{1,5}}(?:\s?(?:bis|ter|quater)\b|[A-Z]\b)?|[IVXLC]{{1,8}}|[A-D]\.\d(?:\.\d)?)(?![\w%])(?:{_SUB}){{0,3}}"
)
_BELOW = r"(?:,?\s(?:paras?\.?|paragraphs?|¶)\s?(\d{1,3})(?![\w.]*\d)(?:\s?\(([a-z]{1,4})\))?)"
_HEAD = re.compile(
    rf"(?<![\w.])(?:(?:[Pp]aras?\.?|[Pp]aragraphs?)\s(?P<above>\d{{1,3}})(?:\s?\((?P<letter>[a-z])\))?\sof\s)?(?:the\s)?(?:{_UNIT})\s?"
)
_ITEM = re.compile(rf"(?P<number>{_NUMBER}){_BELOW}?")
_JOIN = re.compile(r"(?P<range>\s?[–—-]\s?|\s(?:to|through)\s)|(?P<list>\s?(?:,\s?(?:and|or|&)?|and|or|&)\s)")
_AGAIN = re.compile(r"(?:[Aa]rticles?|[Aa]rts?\.|§)\s?")
# "arts. 31, 32, 1155 UNTS 331": a volume of a series, not an article
_REPORTER = re.compile(
    r"\s+(?:U\.?N\.?T\.?S|U\.?S\.?T|I\.?L\.?M|L\.?N\.?T\.?S|T\.?I\.?A\.?S|C?E\.?T\.?S|U\.?S\.?C|Stat)\b"
)
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class _Item:
    end: int
    number: str
    below: tuple[tuple[str, ...], ...]

    def paths(self) -> tuple[tuple[str, ...], ...]:
        return tuple((self.number, *path) for path in self.below) or ((self.number,),)


def find_references(text: str, within: Span) -> tuple[Reference, ...]:
    """All references in a stretch of `text`, left to right, none overlapping."""
    found = []
    position = within.start
    while head := _HEAD.search(text, position, within.end):
        position = head.end()
        reference = _reference(text, head, within.end)
        if reference is not None:
            found.append(reference)
            position = reference.span.end
    return tuple(found)


def _reference(text: str, head: re.Match[str], limit: int) -> Reference | None:
    unit = next(name for name in _UNITS if head.group(name))
    items = list(_items(text, head.end(), limit, plural=bool(_PLURAL.search(head.group(unit)))))
    if not items:
        return None
    paths = [path for item in items for path in item.paths()]
    if head.group("above") and len(paths) == 1 and len(paths[0]) == 1:
        paths = [(paths[0][0], head.group("above"), *filter(None, [head.group("letter")]))]
    return Reference(Span(head.start(), items[-1].end), unit, tuple(dict.fromkeys(paths)))


def _items(text: str, start: int, limit: int, *, plural: bool) -> Iterator[_Item]:
    """The numbers behind the unit's name; a comma goes on to the next number only in the plural."""
    item = _item(text, start, limit)
    while item is not None:
        yield item
        join = _JOIN.match(text, item.end, limit)
        if join is None or (join.group("list") and "," in join.group() and not plural):
            return
        again = _AGAIN.match(text, join.end(), limit)
        if not plural and not again and not join.group("range"):
            return
        if again and join.group("range") and not plural:
            return  # "joining Article II to Article VI"
        following = _item(text, again.end() if again else join.end(), limit)
        if following is None or not _same_series(item, following) or _REPORTER.match(text, following.end, limit):
            return
        if join.group("range"):
            yield from _between(item, following)
        item = following


def _item(text: str, start: int, limit: int) -> _Item | None:
    match = _ITEM.match(text, start, limit)
    if match is None:
        return None
    number, *subs = re.split(r"\s?\(", match.group("number"), maxsplit=1)
    below = _below("(" + subs[0]) if subs else ()
    if not below and match.group(2):
        below = (tuple(filter(None, match.group(2, 3))),)
    return _Item(match.end(), re.sub(r"\s+", " ", number.strip()), below)


def _below(written: str) -> tuple[tuple[str, ...], ...]:
    """ "(3a, 3b)" → (("3","a"), ("3","b")); "(7)(d)" → (("7","d"),); "(1) and" never gets here."""
    groups = [re.split(r"\s?(?:,|and|&|or|–|-)\s?", group.strip()) for group in re.findall(r"\(([^()]*)\)", written)]
    first, *deeper = groups
    if len(first) > 1:
        return tuple(_parts(part) for part in first if part)
    rest = tuple(part for group in deeper for part in _parts(group[0]))
    return ((*_parts(first[0]), *rest),)


def _parts(part: str) -> tuple[str, ...]:
    """ "7d" → ("7", "d")."""
    match = re.fullmatch(r"(\d+)([a-z]*)", part)
    return tuple(filter(None, match.groups())) if match else (part,)


def _same_series(one: _Item, other: _Item) -> bool:
    return one.number[0].isdigit() == other.number[0].isdigit()


def _between(first: _Item, last: _Item) -> Iterator[_Item]:
    """The units inside a range, its ends left out."""
    low, high = number_of(first.number), number_of(last.number)
    if low is None or high is None or not low < high <= low + _LONGEST_RANGE:
        return
    for number in range(low + 1, high):
        yield _Item(last.end, str(number) if first.number[0].isdigit() else roman(number), ())
