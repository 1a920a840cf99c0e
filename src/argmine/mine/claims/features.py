"""What the claim model sees of a sentence: its words, its surroundings, and the rules that match it.

Words in runs of one to three are hashed into a fixed number of columns (Weinberger et al. 2009), so that the model has
no vocabulary to ship; numbers are one word. The surroundings are hashed with a mark of their own: the heading, the
sentence before, the lead of a list, the kind of block and of document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

from argmine.mine.claims.weighing import quoted_share, stance_of, weigh

COLUMNS = 1 << 17
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[“”\"?;:—–()]")
_LONGEST = 2_000  # characters of a sentence that are looked at
_OF_WORDS = 2.0  # the length of the vector of words; that of the rest counts each feature half
_OF_REST = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its surroundings; `before` is the sentence before it in the same block or passage."""

    text: str
    genre: str
    block: str = "paragraph"
    heading: str | None = None
    before: str | None = None
    lead: str | None = None
    attributed: bool = False


def features(example: Example) -> dict[int, float]:
    """Column → value."""
    words = Counter(_column(name) for name in _of_words(example))
    norm = sum(count * count for count in words.values()) ** 0.5 or 1.0
    values = {column: _OF_WORDS * count / norm for column, count in words.items()}
    for name in _of_rest(example):
        values[_column(name)] = values.get(_column(name), 0.0) + _OF_REST
    return values


def _of_words(example: Example) -> Iterator[str]:
    words = _words(example.text)
    yield from (f"1{word}" for word in words)
    framed = ["<", *words, ">"]
    yield from (f"2{one} {two}" for one, two in pairwise(framed))
    yield from (f"3{one} {two} {three}" for one, two, three in zip(framed, framed[1:], framed[2:], strict=False))
    yield from (f"f{place}{word}" for place, word in enumerate(words[:3]))
    for mark, context in (("b", example.before), ("h", example.heading), ("l", example.lead)):
        yield from (f"{mark}{word}" for word in sorted(set(_words(context or ""))))


def _of_rest(example: Example) -> Iterator[str]:
    text = example.text[:_LONGEST]
    weighing = weigh(text)
    yield f"genre {example.genre}"
    yield f"block {example.block}"
    yield f"words {min(len(_words(text)) // 6, 8)}"
    yield f"quoted {int(quoted_share(text) * 4)}"
    yield f"ends {text.rstrip()[-1:]}"
    yield f"kind by rules {weighing.kind}"
    yield f"confidence by rules {int(weighing.confidence * 8)}"
    yield f"stance by rules {stance_of(text)}"
    yield from (f"rule {name}" for name in weighing.rules)
    if example.attributed:
        yield "attributed"
    if example.lead:
        yield "has a lead"


def _words(text: str) -> list[str]:
    return ["#" if word[0].isdigit() else word for word in _TOKEN.findall(text[:_LONGEST].lower())]


def _column(name: str) -> int:
    return crc32(name.encode()) % COLUMNS
