"""Whether the letters that were read are letters.

A PDF may print well and read as nonsense: its fonts map shapes to the wrong characters. Three signs show it: letters
that no language of law uses (the alphabet of phonetics, private places), several scripts mixed within a stretch, and a
stretch without the small words of any language whose vowels are out of all proportion, too. The last two say nothing
where most words are in the dictionary: a list of names of fonts, a form.
"""

from __future__ import annotations

import re
from collections import Counter

from argmine.errors import Garbled
from argmine.extract.words.lexicon import words_of
from argmine.knowledge.languages import small_words

STRETCH = 2000
"""Characters judged at a time."""
_LEAST = 200  # letters below which a stretch is not judged
_BAD_STRETCHES = 1 / 3
_ODD_LETTERS = 0.08
_MAIN_SCRIPTS = 0.85  # that the two commonest scripts together are of the letters, at least
_KNOWN_WORDS = 0.04
_VOWELS = (0.3, 0.58)
_LONG, _IN_DICTIONARY = 4, 0.6  # letters of a word that is looked up, and the share of them that is found
_SOME = 20  # such words in a stretch

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœőűąęěůıāēīōū")
_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїєў")

# The first and last code point of each script; what is in none of these and a letter is odd.
_SCRIPTS = (
    ("latin", 0x41, 0x17F),
    ("latin", 0x218, 0x21B),  # Romanian
    ("latin", 0x1E00, 0x1EFF),  # Vietnamese and scholarly transcription
    ("latin", 0xAA, 0xBA),
    ("greek", 0x370, 0x3E1),
    ("greek", 0x1F00, 0x1FFF),
    ("cyrillic", 0x400, 0x4FF),
    ("armenian", 0x530, 0x58F),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x77F),
    ("arabic", 0xFB50, 0xFEFC),
    ("devanagari", 0x900, 0x97F),
    ("bengali", 0x980, 0x9FF),
    ("tamil", 0xB80, 0xBFF),
    ("thai", 0xE00, 0xE7F),
    ("georgian", 0x10A0, 0x10FF),
    ("hangul", 0x1100, 0x11FF),
    ("hangul", 0xAC00, 0xD7AF),
    ("chinese", 0x3005, 0x312F),
    ("chinese", 0x4E00, 0x9FFF),
    ("chinese", 0xF900, 0xFAFF),
    ("chinese", 0xFF21, 0xFF9F),
)


def check_letters(text: str, name: str) -> None:
    """Stop at a text that is nonsense; `name` is the file's, for the message.

    Raises:
        Garbled: in a third of the text or more, the letters cannot be what was printed.
    """
    verdicts = [complaint(text[at : at + STRETCH]) for at in range(0, len(text), STRETCH)]
    complaints = [verdict for verdict in verdicts if verdict]
    if complaints and len(complaints) >= _BAD_STRETCHES * len(verdicts):
        reason = Counter(complaints).most_common(1)[0][0]
        raise Garbled(
            f"{name} reads as nonsense: {reason} (its character map is broken).",
            "Look for another copy, or run it through OCR (ocrmypdf --force-ocr IN OUT).",
        )


def complaint(stretch: str) -> str:
    """What is wrong with a stretch of text; empty when nothing is."""
    counts: Counter[str] = Counter()
    for char, count in Counter(stretch).items():
        if char.isalpha() or ord(char) >= 0xE000:
            counts[_script(char)] += count
    total = counts.total()
    if total < _LEAST:
        return ""
    if counts["odd"] > _ODD_LETTERS * total:
        return "its letters belong to no alphabet of its language"
    script = counts.most_common(1)[0][0]
    mixed = sum(count for _, count in counts.most_common(2)) < _MAIN_SCRIPTS * total
    wordless = script in ("latin", "cyrillic") and not _has_words(stretch.lower(), script)
    if not (mixed or wordless) or _are_known(stretch.lower()):
        return ""
    return "it mixes many scripts" if mixed else "hardly a word of it is a word"


def _are_known(stretch: str) -> bool:
    """Whether most words in plain letters, of which there are some, are in the dictionary of English."""
    words = [word for word in _WORD.findall(stretch) if len(word) >= _LONG and word.isascii()]
    known = words_of("en")
    return len(words) >= _SOME and sum(word in known for word in words) > _IN_DICTIONARY * len(words)


def _script(char: str) -> str:
    if char <= "z":
        return "latin"
    code = ord(char)
    return next((name for name, first, last in _SCRIPTS if first <= code <= last), "odd")


def _has_words(stretch: str, script: str) -> bool:
    """Whether small words occur, or at least vowels as often as in a language."""
    words = _WORD.findall(stretch)
    small = small_words()
    if sum(word in small for word in words) >= _KNOWN_WORDS * len(words):
        return True
    vowels = _LATIN_VOWELS if script == "latin" else _CYRILLIC_VOWELS
    letters = "".join(words)
    return _VOWELS[0] <= sum(letter in vowels for letter in letters) / len(letters) <= _VOWELS[1]
