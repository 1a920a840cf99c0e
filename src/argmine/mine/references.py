"""References to units of an instrument as they are written: "Art. II", "Articles I – IV", "§ 51303", "Principle 3".

Forms read (after the Bluebook's rule 21.4, OSCOLA 2.8, the UN Editorial Manual and the Strasbourg court's own style):

    Article II · Art. 11 (7d) · arts. I & II · Articles I, II and VI · Articles 31–32 · Article 94(2) · Article 5 bis
    Article IV, paragraph 2 · Article 31, paragraph 3, subparagraph (b) · Article 6 §§ 1 and 3
    Article I, second paragraph · paragraph 1 of Article 31
    paragraphs 1 and 2 of Article 11 · the second paragraph of Article I
    Article 1(A)(2) · Article 1, Section F · Article 11, par. 7 · Article Two · the VIth Article
    Annex III, article 4 · Article 4 of Annex III
    Section 10(2) · §§ 51301–51303 · Guideline B.2 · operative paragraph 4 · PP 3 · Part XI · Chapter VII
    artículo II · Artikel 31 Absatz 3 · l'article II · статья 31 · artigo 5 · articolo 2

What stands below an article is a path: ("31", "3", "b").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmine.knowledge.numerals import WORDS, number_of, roman
from argmine.types import Reference, Span

UNITS = {
    "article": (
        r"[Aa]rticles?|ARTICLES?|[Aa]rts?\.|Arts?(?= [\dIVX])|[Aa]rt[ií]culos?|Artikeln?s?|[Aa]rtigos?|[Aa]rticol[oi]|"
        r"[Сс]тать(?:я|и|е|ю|ёй|ей|ям|ях)|[Сс]татей|[Сс]т\."
    ),
    "section": r"[Ss]ections?|[Ss]ecs?\.|§{1,2}",
    "principle": r"[Pp]rinciples?",
    "guideline": r"[Gg]uidelines?",
    "conclusion": r"(?:[Dd]raft )?[Cc]onclusions?",
    "block": r"[Bb]uilding [Bb]locks?",
    "preamble": r"[Pp]reambular paragraphs?|[Pp]reambular paras?\.?|PPs?(?= ?\d)",
    "paragraph": r"[Oo]perative paragraphs?|[Oo]perative paras?\.?|[Oo]perative clauses?|OPs?(?= ?\d)",
    "part": r"Parts?(?= [IVX\d])|Partie(?= [IVX\d])",
    "chapter": r"Chapters?(?= [IVX\d])",
}
"""Unit → the words that name it; "preamble" and "paragraph" are the two kinds of paragraph of a resolution."""

_PLURAL = re.compile(r"(?:s|es|ln|ей|ям|ях|и)\.?$|§§", re.IGNORECASE)
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in UNITS.items())
_SUB = r"\s?\(\s?(?:\d{1,3}[a-z]?|[a-z]{1,4})(?:\s?(?:,|and|&|or|–|-)\s?(?:\d{1,3}[a-z]?|[a-z]{1,4}))*\s?\)|\([A-Z]\)"
_BIS = r"\s?(?:bis|ter|quater|quinquies|sexies)\b"
_WORD = "|".join(rf"{word}|{word.capitalize()}|{word.upper()}" for word in WORDS)
_SCANNED = r"(?:[1l](?=[IVX])[IVXl]{1,6}|[IVX][IVXl]{0,6}l[IVXl]{0,6})"
"""A Roman numeral in which a scan shows a stroke as a small L or a one: "XlII", "Vl", "1V"."""
_BEHIND_DOTTED = r"\(|\s[a-z]|\s[A-Z]{2}|[,;:)\]]|\.?\s*\Z|\.\s"
"""What may follow "11.2", the second paragraph of Article 11; before a sentence the 2 may be a note's mark."""
_NUMBER = (
    rf"(?:{_SCANNED}|\d{{1,5}}(?:{_BIS}|[A-Z]\b|\.\d{{1,2}}(?={_BEHIND_DOTTED}))?|[IVXLC]{{1,8}}(?:{_BIS})?|[A-D]\.\d(?:\.\d)?|{_WORD})"
    rf"(?![\w%’'](?!s\b))(?!(?<=\s[1I])\s1\s[a-z])"  # a scan's "1 1" may be 11 or II
    rf"(?:(?<=\d)\s[A-H](?=\s?\(\d|\sof\sthe\s))?(?:{_SUB}){{0,4}}"
)
_PARAGRAPH = (
    r"(?:[Pp]aragraphe?|[Pp]ara\.?|[Pp]ar\.|"
    r"¶|§|[Aa]bs(?:atz(?:es)?|\.)|alinéa|al\.|párrafo|apartado|parágrafo|пункта?|п\.)"
)
_PARAGRAPHS = r"(?:[Pp]aragraphe?s|[Pp]aras\.?|¶¶|§§|[Aa]bsätze|alinéas|párrafos|apartados|parágrafos|пункты)"
_PARAGRAPH_NUMBER = rf"(?:\d{{1,3}}|[Il])(?![\w%’']|\.\d)(?:{_SUB}){{0,3}}"
# "paragraph I", as a scan shows the figure
_STROKE = re.compile(r"(?<![\w(])[Il](?![\w)])")
_MORE = rf"(?:\s?(?:,|,?\s?(?:and|or|&|to|et|y|und)|[–-])\s?{_PARAGRAPH_NUMBER}){{0,6}}"
_NUMBERED = rf"(?:{_PARAGRAPHS}\s?(?P<{{0}}s>{_PARAGRAPH_NUMBER}{_MORE})|{_PARAGRAPH}\s?(?P<{{0}}>{_PARAGRAPH_NUMBER}))"
_LETTER = (
    r"(?:(?:sub-?paragraphs?|letters?|points?|items?|inciso)\s\((?P<{0}_in>[a-z]{1,3})\)"
    r"|(?:sub-?paragraphs?|lit(?:era|\.))\s(?P<{0}>[a-z])(?![\w’']))"
)
_ORDINALS = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
_BELOW = re.compile(
    rf",?\s{_NUMBERED.replace('{0}', 'below')}(?:,?\s{_LETTER.replace('{0}', 'letter')})?"
    rf"|,?\s(?:in\s)?(?:its\s|the\s)?(?P<ordinal>{_ORDINAL})\s(?:sub)?paragraph\b"
    rf"|,?\s{_LETTER.replace('{0}', 'alone')}"
    r"|,\s(?:[Ss]ection|[Pp]aragraph|[Pp]ara\.)\s\(?(?P<section>[A-H])\b\)?"
)
_SIBLING = re.compile(r"(?:,?\s(?:and|or|&)\s|,\s)\((?P<part>[a-z0-9]{1,3})\)")
_OF = r"\s(?:of|in|de|del|du|des|der|van|to)?\s?(?:the\s|that\s|l['’])?"
_ANNEX = r"(?:[Aa]nnex(?:es)?|[Aa]ppendix|[Ss]chedule)"
_HEAD = re.compile(
    rf"(?<![\w.])(?P<annex>{_ANNEX}(?:\s(?:[IVX]{{1,5}}|\d{{1,2}}|[A-Z])(?!\w)|(?=,)),?\s\(?)?"
    rf"(?:{_LETTER.replace('{0}', 'above_letter')}{_OF})?"
    rf"(?:{_NUMBERED.replace('{0}', 'above')}{_OF}"
    rf"|(?:the\s)?(?P<above_ordinal>{_ORDINAL})\s(?:sub)?paragraph\sof\s(?:the\s)?)?"
    rf"(?:the\s|[Ll]['’])?(?P<common>[Cc]ommon\s)?(?:{_UNIT})\s?"
)
_OF_ANNEX = re.compile(rf",?\s(?:of|to|in)\s(?:the\s|its\s)?{_ANNEX}(?:\s(?:[IVX]{{1,5}}|\d{{1,2}}))?\b")
# "Article II and VI of the Treaty": both are of it, in the singular too
_OF_ITS_TEXT = re.compile(r"\s(?:of|in)\s(?:the|that|this)\s(?:[A-Z]|\d{4}\s[A-Z])")
_OF_A_TEXT = re.compile(r"[^.;:]{0,40}?\s(?:of|in)\s(?:the|that|this|its)\s")
_NTH_ARTICLE = re.compile(r"\b(?P<number>[IVXL]{1,7}|\d{1,3})(?:st|nd|rd|th)\s[Aa]rticle\b(?!\s[IVXLC\d])")
_ITEM = re.compile(_NUMBER)
_JOIN = re.compile(
    r"(?P<range>\s?[–—-]\s?|\s(?:to|through|à|bis|al?)\s)"
    r"|(?P<list>\s?(?:,\s?(?:and|or|&|et|y|und|и)?|and|or|&|et|y|und|и)\s)"
)
_AGAIN = re.compile(rf"(?:{UNITS['article']}|§)\s?")
# "articles II of the Treaty and 11, paragraph 5, of the Agreement"
_ELLIPTIC = re.compile(
    rf"\s(?:of|in)\s(?:the\s)?[A-Z][\w\s]{{1,60}}?,?\s(?:and|or)\s(?P<number>{_NUMBER})"
    rf"(?=(?:,?\s{_PARAGRAPH}s?\s?\d{{1,3}}(?:\s?\(\w\))?,?)?\sof\s(?:the\s|that\s)?[A-Z])"
)
# "arts. 31, 32, 1155 UNTS 331": a volume of a series, not an article
_REPORTER = re.compile(
    r"\s+(?:U\.?N\.?T\.?S|U\.?S\.?T|I\.?L\.?M|L\.?N\.?T\.?S|T\.?I\.?A\.?S|C?E\.?T\.?S|U\.?S\.?C|Stat)\b"
)
_PARTS = re.compile(r"\s?(?:,|and|&|or|et|y|und)\s?")
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
    found: list[Reference] = list(_by_ordinals(text, within))
    position = within.start
    while head := _HEAD.search(text, position, within.end):
        position = head.end()
        reference = _reference(text, head, within.end)
        while reference is not None:
            found.append(reference)
            position = reference.span.end
            reference = _continued(text, reference, within.end)
    return tuple(sorted(found, key=lambda reference: reference.span))


def _by_ordinals(text: str, within: Span) -> Iterator[Reference]:
    """ "The VIth Article of the Treaty": no number follows the word, so no other form finds it."""
    for match in _NTH_ARTICLE.finditer(text, within.start, within.end):
        yield Reference(Span(*match.span()), "article", ((match["number"],),))


def _reference(text: str, head: re.Match[str], limit: int) -> Reference | None:
    unit = next(name for name in UNITS if head.group(name))
    items = list(_items(text, head.end(), limit, plural=bool(_PLURAL.search(head.group(unit)))))
    if not items or not _is_written(text, head.group(unit), items):
        return None
    paths = [path for item in items for path in item.paths()]
    above = _above(head)
    if above and len(paths) == 1 and len(paths[0]) == 1:
        paths = [(paths[0][0], *below) for below in above]
    if head.group("common"):
        unit = "common article"
    behind = _OF_ANNEX.match(text, items[-1].end, limit)
    if behind or head.group("annex"):
        unit = f"annex {unit}"
    end = behind.end() if behind else items[-1].end
    return Reference(Span(head.start(), end), unit, tuple(dict.fromkeys(paths)))


def _is_written(text: str, unit: str, items: list[_Item]) -> bool:
    """Whether "article two" is a reference: with a capital, or of some text."""
    in_words = items[0].number.casefold() in WORDS
    return not in_words or unit[0].isupper() or _OF_A_TEXT.match(text, items[-1].end) is not None


def _continued(text: str, reference: Reference, limit: int) -> Reference | None:
    """The second half of "articles II of the Treaty and 11 of the Agreement"."""
    match = _ELLIPTIC.match(text, reference.span.end, limit)
    item = _item(text, match.start("number"), limit) if match else None
    if match is None or item is None:
        return None
    return Reference(Span(match.start("number"), item.end), reference.unit.removeprefix("annex "), item.paths())


def _above(head: re.Match[str]) -> tuple[tuple[str, ...], ...]:
    """What stands before the article: "paragraphs 1 and 2 of", "the second paragraph of", "letter (b) of"."""
    letter = tuple(filter(None, head.group("above_letter", "above_letter_in")))
    if head.group("above_ordinal"):
        return ((_ORDINALS[head.group("above_ordinal")], *letter),)
    if numbers := head.group("aboves") or head.group("above"):
        return tuple((*path, *letter) for path in _numbers(numbers))
    return (letter,) if letter else ()


def _items(text: str, start: int, limit: int, *, plural: bool) -> Iterator[_Item]:
    """The numbers behind the unit's name; a comma goes on to the next number only in the plural."""
    item = _item(text, start, limit)
    while item is not None:
        yield item
        join = _JOIN.match(text, item.end, limit)
        if join is None or (join.group("list") and "," in join.group() and not plural):
            return
        again = _AGAIN.match(text, join.end(), limit)
        following = _item(text, again.end() if again else join.end(), limit)
        is_one = not plural and not again and not join.group("range") and join.group("list").strip() != "or"
        if is_one and (following is None or not _OF_ITS_TEXT.match(text, following.end, limit)):
            return
        if again and join.group("range") and not plural:
            return  # "joining Article II to Article VI"
        if following is None or not _same_series(item, following) or _REPORTER.match(text, following.end, limit):
            return
        if join.group("range"):
            yield from _between(item, following)
        item = following


def _item(text: str, start: int, limit: int) -> _Item | None:
    match = _ITEM.match(text, start, limit)
    if match is None:
        return None
    number = re.split(r"\s?\(|(?<![A-D])\.(?=\d)", match.group(), maxsplit=1)[0]
    below = _below(match.group()[len(number) :])
    number = _upright(number)
    end = match.end()
    if below:
        below, end = _with_siblings(text, end, limit, below)
    elif written := _BELOW.match(text, end, limit):
        below, end = _written_below(written), written.end()
    return _Item(end, " ".join(number.split()), below)


def _upright(number: str) -> str:
    """A Roman numeral with its strokes, where a scan shows some as other signs."""
    if not re.fullmatch(_SCANNED, number):
        return number
    upright = re.sub("[1l]", "I", number)
    return upright if number_of(upright) is not None else number


def _with_siblings(
    text: str, end: int, limit: int, below: tuple[tuple[str, ...], ...]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """ "31(3)(b) and (c)": a bracket by itself stands beside the last one."""
    while sibling := _SIBLING.match(text, end, limit):
        below, end = (*below, (*below[-1][:-1], sibling["part"])), sibling.end()
    return below, end


def _written_below(written: re.Match[str]) -> tuple[tuple[str, ...], ...]:
    if written.group("ordinal"):
        return ((_ORDINALS[written.group("ordinal")],),)
    if section := written.group("section"):
        return ((section,),)
    letter = tuple(filter(None, written.group("letter", "letter_in", "alone", "alone_in")))
    numbers = written.group("belows") or written.group("below")
    return tuple((*path, *letter) for path in _numbers(numbers)) if numbers else (letter,)


def _numbers(written: str) -> tuple[tuple[str, ...], ...]:
    """ "1 and 3 (b)" → (("1",), ("3", "b")); "1 to 3" → 1, 2, 3."""
    paths: list[tuple[str, ...]] = []
    written = _STROKE.sub("1", written)
    for part in _PARTS.split(re.sub(r"\([^()]*\)", lambda match: match.group().replace(",", "\0"), written)):
        low, _, high = re.sub(r"\s(?:to)\s|[–-]", "–", part).partition("–")
        if high.strip().isdigit() and low.strip().isdigit() and int(low) < int(high) <= int(low) + 20:
            paths += [(str(number),) for number in range(int(low), int(high) + 1)]
        elif match := re.match(r"\s*(\d+)\s?(.*)", part):
            paths += [(match[1], *below) for below in _below(match[2].replace("\0", ",")) or ((),)]
    return tuple(paths)


def _below(written: str) -> tuple[tuple[str, ...], ...]:
    """ "(3a, 3b)" → (("3","a"), ("3","b")); "(7)(d)" → (("7","d"),); nothing where there is no bracket."""
    dotted = re.sub(r"^\.(\d+)", r"(\1)", written)
    groups = [re.split(r"\s?(?:,|and|&|or|–|-)\s?", group.strip()) for group in re.findall(r"\(([^()]*)\)", dotted)]
    if not groups:
        return ()
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
    return _style(one.number) == _style(other.number)


def _style(number: str) -> str:
    return "word" if number.casefold() in WORDS else "figure" if number[0].isdigit() else "letter"


def _between(first: _Item, last: _Item) -> Iterator[_Item]:
    """The units inside a range, its ends left out."""
    low, high = number_of(first.number), number_of(last.number)
    if low is None or high is None or not low < high <= low + _LONGEST_RANGE:
        return
    for number in range(low + 1, high):
        yield _Item(last.end, str(number) if first.number[0].isdigit() else roman(number), ())
