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
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from argmine.mine.claims.operators import operator_features
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
    words = Counter([crc32(name) % COLUMNS for name in _of_words(example)])
    norm = sum(count * count for count in words.values()) ** 0.5 or 1.0
    values = {column: _OF_WORDS * count / norm for column, count in words.items()}
    for name in _of_rest(example):
        column = crc32(name.encode()) % COLUMNS
        values[column] = values.get(column, 0.0) + _OF_REST
    return values


def _of_words(example: Example) -> list[bytes]:
    words = _words(example.text)
    framed = [b"<", *words, b">"]
    names = [b"1" + word for word in words]
    names += [b"2" + one + b" " + two for one, two in pairwise(framed)]
    names += [b"3" + b" ".join(three) for three in zip(framed, framed[1:], framed[2:], strict=False)]
    names += [b"f%d" % place + word for place, word in enumerate(words[:3])]
    for mark, context in ((b"b", example.before), (b"h", example.heading), (b"l", example.lead)):
        if context:
            names += [mark + word for word in sorted(set(_words(context)))]
    return names


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
    yield from operator_features(text)
    if example.attributed:
        yield "attributed"
    if example.lead:
        yield "has a lead"


@lru_cache(maxsize=64)  # a sentence is the context of the next one, a heading that of many
def _words(text: str) -> tuple[bytes, ...]:
    words = _TOKEN.findall(text[:_LONGEST].lower())
    return tuple(b"#" if word[0].isdigit() else word.encode() for word in words)
