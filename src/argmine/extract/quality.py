"""Whether a text's letters are letters.

A PDF may print well and read as nonsense: its fonts map shapes to the wrong characters. Three signs show it, none of
which needs a dictionary: letters that no language of law uses (the alphabet of phonetics, private places), several
scripts mixed within a stretch, and a stretch without the small words of any language whose vowels are out of all
proportion, too.
"""

from __future__ import annotations

import re
from collections import Counter

from argmine.errors import Garbled

_STRETCH = 2000  # characters judged at a time
_LEAST = 200  # letters below which a stretch is not judged
_BAD_STRETCHES = 1 / 3
_ODD_LETTERS = 0.08
_MAIN_SCRIPTS = 0.85  # that the two commonest scripts together are of the letters, at least
_KNOWN_WORDS = 0.04
_VOWELS = (0.3, 0.58)

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

# Small words of the languages in which international law is written, as any grammar lists them.
_SMALL_WORDS = frozenset(
    """
    the of and to in a that is for on as by with be not this or it are which from at was have has its shall their
    le la les des et du en un une que qui est dans pour par sur au aux ce ne pas il sont ou avec cette leur ses
    el los las del y una por con para se su al lo como más sus no es entre o sobre
    der die und das den von zu mit für auf ist im dem nicht ein eine des sich auch als wird oder bei nach
    di il che e per della non del è un con sono dei nel alla gli
    o a os as do da dos das em para com não uma ao pelo pela
    het een van en dat niet op te zijn met voor aan bij wordt
    och att det som av på är den till med för inte om ett
    og er af til ikke fra har skal
    w i z na do nie że się jest oraz przez od dla
    a v na se že je s pro k být jako o podle
    și în la cu nu este pe din sau care prin
    ve bir bu ile için olarak da de olan
    és az hogy nem egy is meg vagy
    ja on ei se että tai sekä ovat
    и в на не что с по для как от из за или а о к при его это также их
    і в на що та до з не для від про як
    και το της του να η για με των στην
    """.split()
)


def check_letters(text: str, name: str) -> None:
    """Stop at a text that is nonsense; `name` is the file's, for the message.

    Raises:
        Garbled: in a third of the text or more, the letters cannot be what was printed.
    """
    verdicts = [_complaint(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)]
    complaints = [verdict for verdict in verdicts if verdict]
    if complaints and len(complaints) >= _BAD_STRETCHES * len(verdicts):
        reason = Counter(complaints).most_common(1)[0][0]
        raise Garbled(
            f"{name} reads as nonsense: {reason} (its character map is broken).",
            "Look for another copy, or run it through OCR (ocrmypdf --force-ocr IN OUT).",
        )


def _complaint(stretch: str) -> str:
    """What is wrong with a stretch of text; empty when nothing is."""
    counts = Counter(_script(char) for char in stretch if char.isalpha() or ord(char) >= 0xE000)
    total = counts.total()
    if total < _LEAST:
        return ""
    if counts["odd"] > _ODD_LETTERS * total:
        return "its letters belong to no alphabet of its language"
    if sum(count for _, count in counts.most_common(2)) < _MAIN_SCRIPTS * total:
        return "it mixes many scripts"
    script = counts.most_common(1)[0][0]
    if script in ("latin", "cyrillic") and not _has_words(stretch.lower(), script):
        return "hardly a word of it is a word"
    return ""


def _script(char: str) -> str:
    if char <= "z":
        return "latin"
    code = ord(char)
    return next((name for name, first, last in _SCRIPTS if first <= code <= last), "odd")


def _has_words(stretch: str, script: str) -> bool:
    """Whether small words occur, or at least vowels as often as in a language."""
    words = _WORD.findall(stretch)
    if sum(word in _SMALL_WORDS for word in words) >= _KNOWN_WORDS * len(words):
        return True
    vowels = _LATIN_VOWELS if script == "latin" else _CYRILLIC_VOWELS
    letters = "".join(words)
    return _VOWELS[0] <= sum(letter in vowels for letter in letters) / len(letters) <= _VOWELS[1]
