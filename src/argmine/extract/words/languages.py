"""The language of a text, by its function words or its script."""

from __future__ import annotations

import re
from collections import Counter

from argmine.knowledge.languages import function_words

_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
}
_SAMPLE = 40_000  # characters
_FEWEST = 30  # words: fewer do not tell
_SHARE, _AHEAD = 0.12, 1.8  # share of function words, and how much more than those of any other language


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in; None where none is clear."""
    sample = text[:_SAMPLE] if len(text) <= 2 * _SAMPLE else text[len(text) // 4 :][:_SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    for language, script in _SCRIPTS.items():
        if letters and len(script.findall(sample)) > 0.5 * letters:
            return language
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    if words.total() < _FEWEST:
        return None
    shares = {
        language: sum(words[word] for word in known) / words.total() for language, known in function_words().items()
    }
    best, second = sorted(shares, key=lambda language: shares[language], reverse=True)[:2]
    return best if shares[best] >= _SHARE and shares[best] >= _AHEAD * shares[second] else None
