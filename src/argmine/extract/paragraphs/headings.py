"""Headings of texts that do not mark them: capitals, numbers, and short lines above long paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from argmine.extract.paragraphs.passages import UNFINISHED, Paragraph, ends_sentence, label_of, plain

_LETTERS = 160  # no heading is longer
_LONG = 100  # characters: what stands below a heading that has neither number nor capitals

# Divisions of an instrument or a book, highest first; the numeral or name follows.
_DIVISIONS = ("part|title|annex|schedule|appendix|protocol", "chapter", "section|sec\\.?", "subsection")
_UNITS = "articles?|art\\.?|artikel|principle|guideline|rule|conclusion|block"
_NUMERAL = (
    r"(?:(?:[A-Z][.-])?\d{1,5}(?:[-.]\d{1,3})?[A-Za-z]?|[IVXLC]{1,7}[A-Z]?|[A-Z])(?:\s?(?:bis|ter|quater))?(?!\w)"
)
_DIVISION = re.compile(
    "|".join(rf"(?P<d{rank}>(?i:{words})\s+{_NUMERAL})" for rank, words in enumerate(_DIVISIONS))
    + rf"|(?P<unit>(?i:{_UNITS})\s+{_NUMERAL}(?!\))|§\s?\d)"
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.|[a-z]\.)\s+(?=\S)")
_NAMED = re.compile(
    r"(?:abstract|introduction|conclusions?|summary|executive summary|background|preamble|bibliography|references|"
    r"notes|acknowledge?ments?|recommendations|preambule|annex|résumé|sommaire)",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(r"https?://|www\.|@|\.{4}|^\W*\d[\d\s./:-]*$|\|")
_DIVIDED = 3  # headings of divisions: a text with fewer is no instrument
_BYLINE = re.compile(r"(?:(?:written|published|posted|edited)\s+)?(?:by|on)\s", re.IGNORECASE)
_NAMES = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}")
_RANKS = {"d0": 1, "d1": 3, "d2": 5, "d3": 7, "unit": 9}


def find_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, those that are headings marked as such, with their level."""
    body = [index for index, one in enumerate(paragraphs) if not one.furniture]
    counted = _numbered_paragraphs([paragraphs[index] for index in body])
    marked = list(paragraphs)
    for place, index in enumerate(body):
        if place in counted:
            continue
        above = marked[body[place - 1]] if place else None
        below = marked[body[place + 1]] if place + 1 < len(body) else None
        level = _level(marked[index], above, below)
        if level:
            marked[index] = replace(marked[index], kind="heading", level=level, label=label_of(marked[index].text))
    return marked


def division_rank(text: str) -> int | None:
    """The rank of a division's heading, 1 the highest, in odd numbers so that its title can stand between.

    "PART I", "Annex II" 1, "Chapter" 3, "Section" 5, "Subsection" 7, "Article", "Principle", "§" 9.
    """
    found = _DIVISION.match(text)
    return _RANKS[found.lastgroup] if found and found.lastgroup else None


def division_levels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs; in an instrument, headings have the levels of its divisions rather than those of the file.

    A heading right below that of a division is its title, one level deeper; others stand above the articles.
    """
    if sum(one.kind == "heading" and division_rank(one.text) is not None for one in paragraphs) < _DIVIDED:
        return list(paragraphs)
    ranks: dict[int, int] = {}
    last: int | None = None
    for index, one in enumerate(paragraphs):
        if one.furniture:
            continue
        if one.kind == "heading":
            rank = division_rank(one.text)
            title = 0 if not ranks else last + 1 if last is not None else _RANKS["unit"] - 1
            ranks[index] = title if rank is None else rank
            last = rank
        else:
            last = None
    dense = {rank: level for level, rank in enumerate(sorted(set(ranks.values())), 1)}
    return [replace(one, level=dense[ranks[index]]) if index in ranks else one for index, one in enumerate(paragraphs)]


def is_title(text: str) -> bool:
    """Whether a text is the heading of a division, or one that every book has ("Introduction")."""
    return _NAMED.fullmatch(text) is not None or division_rank(text) is not None


def _level(paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None) -> int:
    """The level that the paragraph has as a heading; 0 if it is none."""
    text = plain(paragraph.text).strip()
    if paragraph.kind not in ("paragraph", "list_item") or not _is_short(text) or _NO_HEADING.search(text):
        return 0
    if _in_a_list(paragraph, above) or _in_a_list(paragraph, below):
        return 0
    if _is_capital(text):
        return 1
    if UNFINISHED.search(text) or (below is not None and plain(below.text)[:1].islower()):
        return 0
    return _level_by_form(text, paragraph, above, below)


def _level_by_form(text: str, paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None) -> int:
    number = _NUMBERED.match(text)
    if number:
        return _level_of_number(number[0].strip()) if below is not None and text[number.end()].isupper() else 0
    if paragraph.kind == "list_item":
        return 0
    if is_title(text) or (above is None and below is not None and _opens(text, below.text)):
        return 1
    under_title = above is not None and above.kind == "heading" and above.level == 1 and not above.label
    return 2 if _stands_above(text, above, below) and not (under_title and _NAMES.fullmatch(text)) else 0


def _opens(text: str, below: str) -> bool:
    """Whether the first line of a text is its title."""
    return below[:1].isupper() and below.endswith((",", ".")) and not re.search(r"[;,.]\s", text)


def _numbered_paragraphs(body: Sequence[Paragraph]) -> set[int]:
    """The places of paragraphs whose numbers run on with those of long ones ("13." between "12." and "14.")."""
    labels = [(place, one.label or "", len(one.text)) for place, one in enumerate(body)]
    numbers = [(place, int(label), length) for place, label, length in labels if label.isdigit()]
    running = [
        pair for pair in pairwise(numbers) if pair[0][1] + 1 == pair[1][1] and max(pair[0][2], pair[1][2]) > _LETTERS
    ]
    return {place for pair in running for place, _, _ in pair}


def _is_short(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    if letters < 3 or len(text) > (2 * _LETTERS if division_rank(text) else _LETTERS):
        return False
    end = text.rstrip("”’\"'»)")[-1:]
    return end not in tuple(".;:,!") or _NAMED.fullmatch(text[:-1]) is not None


def _in_a_list(paragraph: Paragraph, other: Paragraph | None) -> bool:
    """Whether the two are items of one list rather than a heading and what stands by it."""
    if other is None or paragraph.label is None or other.kind == "heading":
        return False
    number, next_number = paragraph.label, other.label or ""
    if not number.isdigit():
        return other.label is not None and other.text[:1] == paragraph.text[:1] == "("
    return next_number.isdigit() and abs(int(number) - int(next_number)) == 1 and len(other.text) <= _LETTERS


def _is_capital(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) > 0.85 * len(letters) and "/" not in text


def _level_of_number(number: str) -> int:
    if number[0].isdigit():
        return min(6, 1 + number.strip(".").count("."))
    if re.fullmatch(r"[IVX]{1,5}\.", number):
        return 1
    return 2 if number[0].isupper() else 3


def _stands_above(text: str, above: Paragraph | None, below: Paragraph | None) -> bool:
    """A short line without a full stop between finished text and a long paragraph."""
    if below is None or below.kind == "heading" or not text[0].isupper() or _BYLINE.match(text):
        return False
    finished = above is None or above.kind == "heading" or ends_sentence(above.text)
    opens = len(below.text) > _LONG and ends_sentence(below.text) and plain(below.text)[:1].isupper()
    return finished and (opens or below.kind == "list_item" or text.endswith("?"))
