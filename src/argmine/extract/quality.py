"""What a reading is worth: whether the letters are letters, and what on a page is doubtful.

A PDF may print well and read as nonsense: its fonts map shapes to the wrong characters. Three signs show it: letters
that no language of law uses (the alphabet of phonetics, private places), several scripts mixed within a stretch, and a
stretch without the small words of any language whose vowels are out of all proportion, too. The last two say nothing
where most words are in the dictionary: a list of names of fonts, a form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from argmine.errors import Garbled
from argmine.extract.words.lexicon import words_of
from argmine.types import RECOGNISED, PageQuality, Quality

_STRETCH = 2000  # characters judged at a time
_LEAST = 200  # letters below which a stretch is not judged
_BAD_STRETCHES = 1 / 3
_ODD_LETTERS = 0.08
_MAIN_SCRIPTS = 0.85  # that the two commonest scripts together are of the letters, at least
_KNOWN_WORDS = 0.04
_VOWELS = (0.3, 0.58)
_LONG, _IN_DICTIONARY = 4, 0.6  # letters of a word that is looked up, and the share of them that is found
_SOME = 20  # such words in a stretch
_UNKNOWN = 0.1  # of a page's words that may be in no dictionary
_FEWEST_WORDS = 40  # of a page, to tell
_TEXT_PAGE = 25  # characters that a page with text has, at least
_LETTERS = 0.6  # of the characters of a page, at least
_WIDE_LINES = 0.15  # of a page's lines that have a hole in them, at most
_TWO_LANGUAGES = 0.25  # of the small words of two languages that the rarer one has, at least
_UNTIED = 0.2  # of a page's notes that may lack a marker, and of its markers that may lack a note
_POOR, _DOUBTFUL = 1 / 3, 1 / 10  # of the pages: from here on the document is so

_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿœæ]{3,}(?![\w’'])")
_BROKEN = re.compile(r"\w+-\n\w+")
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
    if sum(word in _SMALL_WORDS for word in words) >= _KNOWN_WORDS * len(words):
        return True
    vowels = _LATIN_VOWELS if script == "latin" else _CYRILLIC_VOWELS
    letters = "".join(words)
    return _VOWELS[0] <= sum(letter in vowels for letter in letters) / len(letters) <= _VOWELS[1]


# --- pages and documents ----------------------------------------------------------------------------------------------

_ENGLISH = frozenset("the of and to that which with this was be by".split())
_FRENCH = frozenset("le la les des du et que une dans par est qui au".split())
_GRAVE = frozenset(("no text", "letters that are no letters", "columns uncertain", "two languages side by side"))


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What was seen on a page while it was read.

    `wide` is the share of its lines with a hole in them; `unmarked` counts its notes without a marker in the body,
    `strays` the raised numbers in its body without a note; `unknown` is the share of its words that are in no
    dictionary of its language.
    """

    page: int
    text: str
    scanned: bool
    wide: float
    notes: int
    unmarked: int
    strays: int
    unknown: float = 0.0


def grade_page(signs: PageSigns) -> PageQuality:
    """Good, or not: a grave reason makes a page poor, any other doubtful."""
    reasons = tuple(_reasons(signs))
    grave = sum(reason in _GRAVE for reason in reasons)
    return PageQuality(signs.page, "poor" if grave else "doubtful" if reasons else "good", reasons)


def _reasons(signs: PageSigns) -> list[str]:
    ink = [char for char in signs.text if not char.isspace() and char not in "._"]  # leaders of a table of contents
    if len(ink) < _TEXT_PAGE:
        return ["no text"] if signs.scanned else []
    doubts = {
        RECOGNISED: signs.scanned,
        "letters that are no letters": bool(_complaint(signs.text)),
        "words in no dictionary": signs.unknown > _UNKNOWN,
        "few letters": sum(char.isalpha() for char in ink) < _LETTERS * len(ink),
        "columns uncertain": signs.wide > _WIDE_LINES,
        "two languages side by side": signs.scanned and _is_bilingual(signs.text),
        "notes without a marker": signs.unmarked > _UNTIED * signs.notes,
        "markers without a note": signs.strays > max(1.0, _UNTIED * signs.notes),
    }
    return [reason for reason, seen in doubts.items() if seen]


def unknown_words(text: str, known: Container[str]) -> float:
    """The share of the words of a page that are not known; 0 where there are too few to tell.

    Names, and words that a line end breaks, are not counted.
    """
    words = _PLAIN_WORD.findall(_BROKEN.sub(" ", text))
    return sum(word not in known for word in words) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def grade_text(text: str, notes: int, unmarked: int) -> Quality:
    """The grade of a source without pages: of its letters, and of `notes`, of which so many lack a marker."""
    stretches = [_complaint(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)]
    doubts = {
        "letters that are no letters": sum(map(bool, stretches)) > _DOUBTFUL * len(stretches),
        f"notes without a marker (notes: {unmarked} of {notes})": unmarked > _UNTIED * notes,
    }
    reasons = tuple(reason for reason, seen in doubts.items() if seen)
    return Quality("doubtful" if reasons else "good", reasons, ())


def _is_bilingual(text: str) -> bool:
    words = Counter(_WORD.findall(text.lower()))
    english, french = (sum(words[word] for word in small) for small in (_ENGLISH, _FRENCH))
    return min(english, french) >= max(5.0, _TWO_LANGUAGES * (english + french))


def grade_document(pages: Sequence[PageQuality]) -> Quality:
    """As good as its pages: poor if a third of them are, doubtful if a tenth are not good."""
    wrong = tuple(page for page in pages if page.grade != "good")
    poor = sum(page.grade == "poor" for page in wrong)
    counts = Counter(reason for page in wrong for reason in page.reasons)
    reasons = tuple(f"{reason} (pages: {count} of {len(pages)})" for reason, count in counts.most_common())
    if poor >= _POOR * len(pages) > 0:
        return Quality("poor", reasons, wrong)
    return Quality("doubtful" if len(wrong) > _DOUBTFUL * len(pages) else "good", reasons, wrong)
