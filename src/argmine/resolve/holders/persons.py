"""Whether a name is a person's, as far as a document shows it.

Marchmont argues         no word of the language
Professor Lee argues     a title
C. Q. Lee argues         an initial
Lee argues               where a note cites somebody of that name, or the text speaks of Professor Lee, of C. Q. Lee,
                         or of Lee in the midst of a sentence
Furthermore, Seeking     words of the language that nothing shows to be names: nobody
The Plan notes           no person has an article
Lee v. Ruritania         a party of a case, unless something else shows a person
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator

from argmine.encoders.pieces import shared_tokenizer

TITLE = (
    r"(?:Prof(?:essor)?\b\.?|Dr\b\.?|Mrs?\b\.?|Ms\b\.?|Judge|(?:Mr\.?\s)?Justice|President|Senator|Congress(?:wo)?man|Lord|Sir|"
    r"Ambassador|Chair(?:wo)?man|(?:Prime\s|Foreign\s)?Minister|Counsel|Judges|Professors|Drs\.)"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-ÿ]"
_TITLED = re.compile(rf"\b{TITLE}\s+(?:[A-Z][\w’'-]*\.?\s+){{0,3}}?(?P<name>{_NAME})")
_WITH_INITIAL = re.compile(rf"\b[A-Z]\.[\s-]?(?:[A-Z]\.[\s-]?){{0,3}}(?P<name>{_NAME})")
# "Waterman Steamship Corp. v. Jones": parties of a case
_CASE = re.compile(
    rf"(?P<one>{_NAME})(?:,?\s(?:[A-Z][\w.&’'-]*|of|and|&)){{0,6}}?,?\sv\.?s?\.?\s(?:[A-Z][\w.&’'-]*\s){{0,3}}?(?P<other>{_NAME})"
)
_VERSUS = re.compile(r",?\sv\.?s?\.?\s(?=[A-Z])")
_SIDE_BEFORE = re.compile(r"[A-Z][\w.&’'-]*(?:,?\s(?:(?:of|and|&|the)\s)?[A-Z][\w.&’'-]*){0,5}\Z")
_SIDE_LEAD = re.compile(r"\A(?:(?:In|See|As|Under|Thus|The|Unlike|Like|After)\s)+")
_LONGEST_SIDE = 90
_ARTICLE = re.compile(r"[Tt]he\s")
_INITIAL = re.compile(r"[A-Z]\.?")
# "WJe", "VII", "SPACE", "Land-based": no name looks so
_SHAPE = re.compile(
    r"(?:Mc|Mac|De|Di|La|Le|O['’]|D['’]|Van|Von)?[A-ZÀ-ÖØ-Þ][^\WA-Z\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]*|[’'][^\W\d_]+)*"
)
_SMALL = re.compile(r"\b[a-zà-öø-þ][\w’'-]+")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-ZÀ-ÖØ-Þ][\w’'-]+")
_JOINED = re.compile(r",?\s+(?:and|&)\s+|,\s+")


class Persons:
    """Which names of a document are names of people; `cited` are the surnames of those whose works it cites."""

    def __init__(self, text: str, cited: Container[str]) -> None:
        self._cited = cited
        self._small = Counter(_SMALL.findall(text))
        self._capital = Counter(_CAPITAL.findall(text))
        self._parties = parties_of_cases(text)
        self._sides = frozenset(_sides(text))
        titled = {match["name"] for match in _TITLED.finditer(text)}
        initialled = {match["name"] for match in _WITH_INITIAL.finditer(text)}
        # "A. The": the letter of a heading, and a word of the language
        self._introduced = titled | {name for name in initialled if not self._is_word(name)}

    def shown(self, words: str, name: str) -> bool:
        """Whether the people whom `name` says are shown to be people; `words` are those of the source, with titles."""
        if re.search(rf"\b{TITLE}\s", words) or "et al" in name:
            return True
        return not _ARTICLE.match(words) and all(self._is_person(part) for part in _JOINED.split(name))

    def is_party(self, name: str) -> bool:
        """Whether a name is that of a party of a case, and of nobody whom the document cites or gives a title."""
        surname = name.rsplit(maxsplit=1)[-1]
        return name in self._sides and surname not in self._cited and surname not in self._introduced

    def _is_person(self, name: str) -> bool:
        *given, surname = name.split()
        if surname in self._introduced or surname in self._cited:
            return True
        if not _SHAPE.fullmatch(surname) or self._is_word(surname) or (not given and surname in self._parties):
            return False
        if any(_INITIAL.fullmatch(one) for one in given):
            return True
        return bool(given) or self._capital[surname] > 0 or not (surname.endswith("ing") or _is_common(surname))

    def _is_word(self, name: str) -> bool:
        """ "Another", "Conservatives": a word that the document writes small is nobody's name."""
        small = self._small[name.casefold()]
        return bool(small) and small >= self._capital[name]


def parties_of_cases(text: str) -> frozenset[str]:
    """The names that stand on either side of "v.": of firms and States as often as of people."""
    return frozenset(name for match in _CASE.finditer(text) for name in match.groups())


def _sides(text: str) -> Iterator[str]:
    """The parties of cases by what may be called so: "Bear Creek" and "Bear Creek Mining Corporation"."""
    for match in _VERSUS.finditer(text):
        before = _SIDE_BEFORE.search(text, max(match.start() - _LONGEST_SIDE, 0), match.start())
        names = _SIDE_LEAD.sub("", before.group()).split() if before else []
        yield from (" ".join(names[:count]).rstrip(",") for count in range(min(2, len(names)), len(names) + 1))


def _is_common(name: str) -> bool:
    """Whether the language has a word that is written so; names that are words are among them."""
    return shared_tokenizer().token_to_id(name.casefold()) is not None


__all__ = ["TITLE", "Persons", "parties_of_cases"]
