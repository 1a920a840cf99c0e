"""How well the words of a claim show, by themselves, how a provision is read."""

from __future__ import annotations

import re

from argmine.types import ClaimKind

_LEANING = re.compile(
    r"\W*(?:this|that|these|those|such|it|its|they|their|he|his|she|her|however|moreover|furthermore|otherwise|yet|thus|"
    r"hence|therefore|consequently|accordingly|but|and|or|rather|nevertheless|also|in other words|in turn|for example|"
    r"for instance|the (?:same|former|latter|first|second|third|other)|first|second|third)\b",
    re.IGNORECASE,
)
"""How a sentence begins that leans on one before it: "This means …"."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = frozenset(".?!:;…\"'”’)]»")
_FEWEST = 7
"""Words of a sentence that says what is meant of what: fewer are mostly the end of one."""
_KINDS: dict[ClaimKind, float] = {"interpretive": 1.0, "normative": 0.7, "evaluative": 0.5}
_FRAGMENT, _LEANS = 0.3, 0.7


def telling(text: str, kind: ClaimKind, confidence: float, link: float) -> float:
    """How well a claim shows a reading, 0..1: whole sentences on what the law is, surely claims and surely on it.

    Args:
        text: its words.
        kind: of the claim.
        confidence: that it is a claim.
        link: the score of the link that ties it to the provision.
    """
    worth = _KINDS[kind] * confidence * link
    return worth * (1.0 if is_whole(text) else _FRAGMENT) * (_LEANS if _LEANING.match(text) else 1.0)


def is_whole(text: str) -> bool:
    """Whether the words look like a sentence from its first to its last letter, not like a part of one."""
    words = _WORD.findall(text)
    return len(words) >= _FEWEST and not words[0][0].islower() and text.rstrip()[-1] in _ENDS
