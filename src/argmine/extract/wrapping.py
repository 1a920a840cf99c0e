"""Lines into paragraphs, where a text was broken into printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmine.extract.hyphens import Vocabulary, joint
from argmine.extract.passages import OPEN, SUPERSCRIPT, begins_item, ends_sentence

_LONG_LINE = 160  # characters: no printed line is longer, so such a line is a paragraph of its own
_SHORT_LAST = 0.75  # a last line is shorter than this share of the full ones
_NOTE = re.compile(rf"{OPEN}|[{SUPERSCRIPT}]")
_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z“\"‘])")


def unwrap(lines: Sequence[str], words: Vocabulary) -> list[str]:
    """The paragraphs of a run of printed lines without a blank one between.

    Lines are joined, unless one is too long to be a printed line, or begins an item of a list or the next note, or
    follows a short line that ends a sentence. `words` are those of the document, which tell where a hyphen belongs.
    """
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else ""
        if index and not _parts(above, line, width) and not _next_note(paragraphs[-1], line):
            paragraphs[-1] = join(paragraphs[-1], line, words)
        else:
            paragraphs.append(line)
    return paragraphs


def split_items(lines: Sequence[str], words: Vocabulary) -> list[str]:
    """The same where a line end means nothing by itself: only an item of a list or a note begins anew."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and not _begins_anew(paragraphs[-1], line):
            paragraphs[-1] = join(paragraphs[-1], line, words)
        else:
            paragraphs.append(line)
    return paragraphs


def join(above: str, below: str, words: Vocabulary) -> str:
    """Two lines as one text; a word broken at the line end is made whole."""
    above, below = above.rstrip(), below.lstrip()
    return joint(above, below, words) + below


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
