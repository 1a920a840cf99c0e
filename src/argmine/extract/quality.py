"""What a reading is worth: what on its pages is doubtful, and the grade of the whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from argmine.extract.words.legible import STRETCH, complaint
from argmine.knowledge.languages import words_apart
from argmine.types import RECOGNISED, PageQuality, Quality

_UNKNOWN = 0.1  # of a page's words that may be in no dictionary
_FEWEST_WORDS = 40  # of a page, to tell
_TEXT_PAGE = 25  # characters that a page with text has, at least
_LETTERS = 0.6  # of the characters of a page, at least
_WIDE_LINES = 0.15  # of a page's lines that have a hole in them, at most
_TWO_LANGUAGES = 0.25  # of the small words of two languages that the rarer one has, at least
_UNTIED = 0.2  # of a page's notes that may lack a marker, and of its markers that may lack a note
_POOR, _DOUBTFUL = 1 / 3, 1 / 10  # of the pages: from here on the document is so
_PLAIN_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿœæ]{3,}(?![\w’'])")
_BROKEN = re.compile(r"\w+-\n\w+")
_WORD = re.compile(r"[^\W\d_]+")
_GRAVE = frozenset(("no text", "letters that are no letters", "columns uncertain", "two languages side by side"))


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What was seen on a page while it was read.

    `wide` is the share of its lines with a hole in them; `unmarked` counts its notes without a marker in the body,
    `strays` the raised numbers in its body without a note; `unknown` is the share of its words that are in no
    dictionary of its language.
    """

    page: int
    text: str
    scanned: bool
    wide: float
    notes: int
    unmarked: int
    strays: int
    unknown: float = 0.0


def grade_page(signs: PageSigns) -> PageQuality:
    """Good, or not: a grave reason makes a page poor, any other doubtful."""
    reasons = tuple(_reasons(signs))
    grave = sum(reason in _GRAVE for reason in reasons)
    return PageQuality(signs.page, "poor" if grave else "doubtful" if reasons else "good", reasons)


def _reasons(signs: PageSigns) -> list[str]:
    ink = [char for char in signs.text if not char.isspace() and char not in "._"]  # leaders of a table of contents
    if len(ink) < _TEXT_PAGE:
        return ["no text"] if signs.scanned else []
    doubts = {
        RECOGNISED: signs.scanned,
        "letters that are no letters": bool(complaint(signs.text)),
        "words in no dictionary": signs.unknown > _UNKNOWN,
        "few letters": sum(char.isalpha() for char in ink) < _LETTERS * len(ink),
        "columns uncertain": signs.wide > _WIDE_LINES,
        "two languages side by side": signs.scanned and _is_bilingual(signs.text),
        "notes without a marker": signs.unmarked > _UNTIED * signs.notes,
        "markers without a note": signs.strays > max(1.0, _UNTIED * signs.notes),
    }
    return [reason for reason, seen in doubts.items() if seen]


def unknown_words(text: str, known: Container[str]) -> float:
    """The share of the words of a page that are not known; 0 where there are too few to tell.

    Names, and words that a line end breaks, are not counted.
    """
    words = _PLAIN_WORD.findall(_BROKEN.sub(" ", text))
    return sum(word not in known for word in words) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def grade_text(text: str, notes: int, unmarked: int) -> Quality:
    """The grade of a source without pages: of its letters, and of `notes`, of which so many lack a marker."""
    stretches = [complaint(text[at : at + STRETCH]) for at in range(0, len(text), STRETCH)]
    doubts = {
        "letters that are no letters": sum(map(bool, stretches)) > _DOUBTFUL * len(stretches),
        f"notes without a marker (notes: {unmarked} of {notes})": unmarked > _UNTIED * notes,
    }
    reasons = tuple(reason for reason, seen in doubts.items() if seen)
    return Quality("doubtful" if reasons else "good", reasons, ())


def _is_bilingual(text: str) -> bool:
    words = Counter(_WORD.findall(text.lower()))
    english, french = (sum(words[word] for word in small) for small in (words_apart("en"), words_apart("fr")))
    return min(english, french) >= max(5.0, _TWO_LANGUAGES * (english + french))


def grade_document(pages: Sequence[PageQuality]) -> Quality:
    """As good as its pages: poor if a third of them are, doubtful if a tenth are not good."""
    wrong = tuple(page for page in pages if page.grade != "good")
    poor = sum(page.grade == "poor" for page in wrong)
    counts = Counter(reason for page in wrong for reason in page.reasons)
    reasons = tuple(f"{reason} (pages: {count} of {len(pages)})" for reason, count in counts.most_common())
    if poor >= _POOR * len(pages) > 0:
        return Quality("poor", reasons, wrong)
    return Quality("doubtful" if len(wrong) > _DOUBTFUL * len(pages) else "good", reasons, wrong)


def with_doubt(quality: Quality, reason: str) -> Quality:
    """The quality of a document that is not good for one more reason."""
    grade = "doubtful" if quality.grade == "good" else quality.grade
    return Quality(grade, (reason, *quality.reasons), quality.pages)
