"""Lines into paragraphs, where a text was broken into printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from argmine.extract.paragraphs.passages import OPEN, begins_item, ends_sentence
from argmine.extract.words.hyphens import Vocabulary, joint
from argmine.extract.words.numerals import SUPERSCRIPT

_LONG_LINE = 160  # characters: no printed line is longer, so such a line is a paragraph of its own
_SHORT_LAST = 0.75  # a last line is shorter than this share of the full ones
_NEAR = 200  # characters on either side of a line end that are looked at
_NOTE = re.compile(rf"{OPEN}|[{SUPERSCRIPT}]")
_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z“\"‘])")


def unwrap(lines: Sequence[str], words: Vocabulary) -> list[str]:
    """The paragraphs of a run of printed lines without a blank one between.

    Lines are joined, unless one is too long to be a printed line, or begins an item of a list or the next note, or
    follows a short line that ends a sentence. `words` are those of the document, which tell where a hyphen belongs.
    """
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[list[str]] = []
    for line in lines:
        if paragraphs and not _parts(paragraphs[-1][-1], line, width) and not _next_note(paragraphs[-1][0], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [join(paragraph, words) for paragraph in paragraphs]


def split_items(lines: Sequence[str], words: Vocabulary) -> list[str]:
    """The same where a line end means nothing by itself: only an item of a list or a note begins anew."""
    paragraphs: list[list[str]] = []
    for line in lines:
        if paragraphs and not _begins_anew(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [join(paragraph, words) for paragraph in paragraphs]


def join(lines: Sequence[str], words: Vocabulary) -> str:
    """Lines as one text; words broken at a line end are made whole."""
    parts = [_before(line.strip(), following.strip(), words) for line, following in pairwise(lines)]
    return "".join((*parts, lines[-1].strip()))


def _before(line: str, following: str, words: Vocabulary) -> str:
    # Only the words at the line end matter; a paragraph is a line of any length here.
    return line[:-_NEAR] + joint(line[-_NEAR:], following[:_NEAR], words)


def _parts(above: str, line: str, width: int) -> bool:
    """Whether a paragraph ends with the line `above`."""
    if len(above) > _LONG_LINE or len(line) > _LONG_LINE or _begins_anew(above, line):
        return True
    return ends_sentence(above) and len(above) < _SHORT_LAST * width


def _begins_anew(above: str, line: str) -> bool:
    finished = ends_sentence(above)
    if begins_item(line):
        return finished or above.endswith((",", " and", " or"))
    return bool(_NOTE.match(line)) and (finished or bool(_NOTE.match(above)))


def _next_note(paragraph: str, line: str) -> bool:
    """Whether "13 Ibid." follows a paragraph that begins with "12"."""
    above, below = _NUMBER.match(paragraph), _NUMBER.match(line)
    return above is not None and below is not None and int(below[1]) == int(above[1]) + 1
