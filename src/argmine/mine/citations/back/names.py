"""Names of instruments by their letters: those of the registry, which every document may use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from argmine.knowledge.articles import Instrument
from argmine.knowledge.citations import letters
from argmine.knowledge.registry import written
from argmine.mine.citations.forms.treaties import TREATY_HEAD
from argmine.mine.citations.triggers import words_of

GENERIC = ("Treaty", "Convention", "Agreement", "Protocol", "Covenant", "Charter", "Statute", "Accords")
_KINDS = {"treaty": "treaty", "statute": "legislation", "resolution": "report", "soft_law": "report"}
_MOST_WORDS = 24


class Name(NamedTuple):
    """What a name means: the kind of citation that it makes, and how it is called in full.

    `is_telling`: two words at least, it needs no article beside it; `is_unit`: the number behind belongs to it
    ("Ice Rule 4").
    """

    kind: str
    is_telling: bool
    called: str | None = None
    is_unit: bool = False


class Names(NamedTuple):
    """The names that begin with one word, by their letters, and the most words that one of them has."""

    names: Mapping[str, Name]
    most: int


def first_word(name: str) -> str:
    """The first word of a name."""
    return name.split(maxsplit=1)[0]


@cache
def registered() -> Mapping[str, Names]:
    """Names of instruments by the letters of their first word, then by their own."""
    found: dict[str, dict[str, Name]] = {}
    most: dict[str, int] = {}
    for each in written():
        for name in (each.title, *each.names, *each.abbreviations):
            is_telling = " " in name and name not in each.abbreviations
            words = letters(name).replace("(", "").replace(")", "")  # words are read without brackets
            first = letters(first_word(name))
            found.setdefault(first, {})[words] = Name(_kind(each), is_telling)
            most[first] = max(most.get(first, 1), 2 * len(name.split()))  # "Inter - American" are three words
    for name in GENERIC:  # "Art. VI of the Treaty": which one is meant, the document says
        found.setdefault(letters(name), {}).setdefault(letters(name), Name("treaty", is_telling=False))
    return {first: Names(names, min(most.get(first, 1), _MOST_WORDS)) for first, names in found.items()}


@cache
def last_words() -> frozenset[str]:
    """The last words of registered names, of which one stands in each."""
    every = (name for each in written() for name in (each.title, *each.names, *each.abbreviations))
    return frozenset(word for name in (*every, *GENERIC) for word in words_of(name.split()[-1]))


def _kind(instrument: Instrument) -> str:
    """Soft law that is signed like a treaty is cited as one; guidelines and drafts are reports."""
    is_signed = instrument.kind == "soft_law" and TREATY_HEAD.search(instrument.title) is not None
    return "treaty" if is_signed else _KINDS[instrument.kind]
