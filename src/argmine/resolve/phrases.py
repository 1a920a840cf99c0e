"""Many fixed phrases found in one pass over a text: a trie written as a regular expression.

An alternation of a thousand names tries each of them at every word; the trie fails at the first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""
THE = r"(?:the|tbe|lbe|lhe|ihe|tlie|tiie|tne|thc|fhe|llie)"
"""The article, also as scans misread it."""


def phrase_pattern(phrases: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """A pattern for any of `phrases` as whole words, the longest first; runs of white space match each other.

    No phrases give a pattern that never matches.
    """
    trie: dict[str, Any] = {}
    for phrase in phrases:
        node = trie
        for letter in " ".join(phrase.split()):
            node = node.setdefault(letter, {})
        node[_END] = {}
    return re.compile(rf"(?<!\w){_expression(trie)}(?!\w)" if trie else r"(?!)", flags)


def _expression(node: dict[str, Any]) -> str:
    branches = [_letter(letter) + _expression(below) for letter, below in sorted(node.items()) if letter != _END]
    if not branches:
        return ""
    alternatives = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return alternatives + ("?" if _END in node else "")


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    return "['’]" if letter in "'’" else re.escape(letter)
