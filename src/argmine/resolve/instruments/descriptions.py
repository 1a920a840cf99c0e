"""Names that a document makes from an instrument's title: "the Space Treaty", "the Rescue Treaty", "the US Act".

A definite description: words before a kind of instrument, each of which stands in the title or the names of one and
the same instrument that the document names in full somewhere ("the Luxembourg legislation", "the 1972 Convention",
"the remote-sensing resolution"). Nothing is described by words that two of the document's instruments share.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from argmine.knowledge import Instrument, instruments, states
from argmine.types import LinkMethod, Naming, Span

KINDS = {
    "treaty": "treat(?:y|ies)|conventions?|agreements?|protocols?|statutes?|charter|covenants?|constitution|accord",
    "statute": "acts?|laws?|legislations?|statutes?|decrees?|codes?",
    "resolution": "resolutions?|declarations?|principles",
    "soft_law": "declarations?|guidelines|principles|accords?|articles|conclusions|blocks|code",
}
"""Kind of instrument → the nouns that may stand for one."""
_NOUN = "|".join(dict.fromkeys("|".join(KINDS.values()).split("|")))
_WORD = r"(?:[A-Z][\w.’'-]*|[a-z][\w-]+|(?:1[89]|20)\d\d)"
_DESCRIPTION = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Bb]oth)\s+(?P<words>{_WORD}(?:\s+{_WORD}){{0,4}}?)\s+(?P<noun>(?i:{_NOUN}))\b"
    r"(?:\s+of\s+(?P<year>(?:1[89]|20)\d\d))?"
)
_OWNED = re.compile(rf"\b(?P<words>[A-Z][\w.]+)[’']s?\s+(?:(?P<more>{_WORD})\s+){{0,2}}(?P<noun>(?i:{_NOUN}))\b")
# "the laws of the United States and Luxembourg", "the statute enacted by Luxembourg"
_OF_STATES = re.compile(
    rf"\b(?P<noun>(?i:{KINDS['statute']}))\s+(?:(?:adopted|enacted|passed|promulgated)\s+)?(?:of|in|by)\s+(?:both\s+)?(?:the\s+)?"
    r"(?P<words>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?:\s+and\s+(?:(?:of|in|by)\s+)?(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})?)"
)
# "US legislation"; "US law" may be any
_BARE = re.compile(
    r"\b(?P<words>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:\s+and\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?)\s+"
    r"(?P<noun>legislation|statutes?|[Aa]cts?)\b"
)
# "the Convention of 1972"
_OF_YEAR = re.compile(rf"\b(?P<words>(?P<noun>(?=[A-Z])(?i:{_NOUN}))\s+of\s+(?:1[89]|20)\d\d)\b")
_AND = re.compile(r"\s+(?:and|or)\s+(?:(?:of|in|by)\s+)?(?:the\s+)?")
_TITLE_GOES_ON = re.compile(r"\s+(?:on|for|relating|against|concerning|regarding|governing)\b")
_EMPTY = frozenset(
    "of on the and for in to with by a an its or at from other international national domestic new recent".split()
)
_TELLS_NOTHING = frozenset("united nations un model draft present same said law".split())


def find_descriptions(text: str, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Descriptions of the instruments among `namings`, which are in the order of the text; none inside a naming."""
    codes = dict.fromkeys(naming.code for naming in namings)
    starts = [naming.span.start for naming in namings]
    for pattern in (_DESCRIPTION, _OWNED, _OF_STATES, _BARE, _OF_YEAR):
        for match in pattern.finditer(text):
            span = Span(match.start("words"), match.end())
            before = bisect_right(starts, span.end) - 1
            if _TITLE_GOES_ON.match(text, match.end()) or (before >= 0 and namings[before].span.overlaps(span)):
                continue
            method: LinkMethod = "explicit" if match["noun"][0].isupper() else "anaphoric"
            yield from (Naming(part, code, method) for part, code in _described(match, codes))


def _described(match: re.Match[str], codes: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """What each half of "the US and Luxembourg laws" describes, if it is one, and where it stands."""
    parts = match.groupdict()
    also = " ".join(parts[key] for key in ("more", "year") if parts.get(key))
    for half in _halves(match):
        wanted = _words(f"{half.of(match.string)} {also}")
        found = [code for code in codes if _fits(wanted, match["noun"], instruments()[code])]
        own = [code for code in found if match["noun"].casefold() in _known(code)]
        if len(own or found) == 1 and (own or _is_only(found[0], wanted)):
            is_last = half.end == match.end("words")
            yield Span(half.start, match.end() if is_last else half.end), (own or found)[0]


def _is_only(code: str, wanted: frozenset[str]) -> bool:
    """Whether nothing else of its kind goes by these words: "the Rescue Treaty" is an agreement, "the Space Treaty" no
    convention. A statute is told by its State, another by its year."""
    if wanted & _origins(code):
        return True
    kind = instruments()[code].kind
    return not any(
        wanted <= _known(other) for other, each in instruments().items() if other != code and each.kind == kind
    )


def _halves(match: re.Match[str]) -> Iterator[Span]:
    """The parts of the words that "and" joins."""
    start, end = match.span("words")
    for joint in _AND.finditer(match.string, start, end):
        yield Span(start, joint.start())
        start = joint.end()
    yield Span(start, end)


def _fits(wanted: frozenset[str], noun: str, instrument: Instrument) -> bool:
    if not wanted - _TELLS_NOTHING or not wanted <= _known(instrument.code):
        return False
    if not re.fullmatch(KINDS[instrument.kind], noun, re.IGNORECASE):
        return False
    # "the space treaty" may be any; in small letters only a State or a year tells it
    return noun[0].isupper() or bool(wanted & _origins(instrument.code))


@cache
def _known(code: str) -> frozenset[str]:
    """All words of an instrument's title and names, the year, and what its State is called."""
    instrument = instruments()[code]
    written = _words(" ".join((instrument.title, *instrument.names)))
    return written | _origins(code)


@cache
def _origins(code: str) -> frozenset[str]:
    """The year of an instrument; of a statute also the names and adjectives of its State."""
    instrument = instruments()[code]
    year = frozenset({instrument.date[:4]})
    if instrument.kind != "statute":
        return year
    titles = " ".join((instrument.title, *instrument.names)).replace("’", "'")
    own = (
        state
        for state in states()
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", titles) for name in (*state.names, *state.adjectives))
    )
    return year.union(*(_words(" ".join((*state.names, *state.adjectives))) for state in own))


def _words(written: str) -> frozenset[str]:
    plain = re.sub(r"[’']s\b", "", written.casefold()).replace(".", "").replace("-", " ")
    return frozenset(re.findall(r"\w+", plain)) - _EMPTY
