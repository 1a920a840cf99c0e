"""The language of a text, by its function words or its script."""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": "the of and to in is that for by with as not are be which this from it shall have has on or an was",
    "fr": "le la les des et de du dans que est une pour par sur qui au aux ne pas ce ces cette sont ou en il elle",
    "es": "el la los las de del y que en una por para con se no su al como es son o lo más esta este",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus sind",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door deze wordt",
    "it": "il la le gli di che e un una per con non del della dei delle si è da nel alla sono come più",
    "pt": "o a os as de do da dos das e que em um uma para com não por se na no ao como mais são",
}
_FUNCTION = {language: frozenset(words.split()) for language, words in _WORDS.items()}
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
    shares = {language: sum(words[word] for word in known) / words.total() for language, known in _FUNCTION.items()}
    best, second = sorted(shares, key=lambda language: shares[language], reverse=True)[:2]
    return best if shares[best] >= _SHARE and shares[best] >= _AHEAD * shares[second] else None
