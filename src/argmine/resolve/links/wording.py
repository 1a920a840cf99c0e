"""What the words of a sentence say of the articles of an instrument: key terms, shared words, likeness of meaning.

An article is what the registry says of it in our own words (heading, gist, key terms), never its text. Shared words
count by how few of the articles have them; meaning is the cosine of the static vectors of sentence and article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from argmine.encoders import load_encoder
from argmine.knowledge import Unit, instruments

_STEM = 7  # letters: "appropriate", "appropriation"
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    "the and for not any all that this with from are its their such which who has have been may can was were will "
    "shall must should would could under upon into other than but also only one two more most some these those they "
    "them there then when where what how does did made make state states party parties treaty convention agreement "
    "article provision international law".split()
)


@dataclass(frozen=True, slots=True)
class Wording:
    """How a sentence sounds like one article: key terms met, words shared (0..1 of the best), cosine."""

    terms: float
    words: float
    meaning: float


class Articles:
    """The articles of some instruments, to be compared with sentences."""

    def __init__(self, codes: Sequence[str]) -> None:
        self.keys = [(code, unit.number) for code in codes for unit in instruments()[code].articles]
        units = [unit for code in codes for unit in instruments()[code].articles]
        self._phrases = [_phrases(unit) for unit in units]
        owners = Counter(phrase for phrases in self._phrases for phrase in phrases)
        self._owners = owners
        self._scattered = {phrase: _stems_of(phrase) for phrase in owners}
        bags = [_bag(unit) for unit in units]
        found = Counter(stem for bag in bags for stem in bag)
        self._weights = {stem: log(1 + len(bags) / times) for stem, times in found.items()}
        self._bags = bags
        self._by_stem: dict[str, list[int]] = {}
        for place, bag in enumerate(bags):
            for stem in bag:
                self._by_stem.setdefault(stem, []).append(place)
        parts = [_vectors(code) for code in codes]
        self._vectors = np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)

    def compare(self, sentence: str) -> dict[tuple[str, str], Wording]:
        """Each article's wording for one sentence."""
        if not self.keys:
            return {}
        words, terms = self._shared(sentence), self._terms(sentence)
        cosines = self._vectors @ load_encoder().encode([sentence])[0]
        return {key: Wording(terms[place], words[place], float(cosines[place])) for place, key in enumerate(self.keys)}

    def _terms(self, sentence: str) -> list[float]:
        plain = " ".join(sentence.casefold().split())
        stems = _stems(sentence)
        # of thousands of phrases a sentence has a few, and no call is made for the others
        there = [phrase for phrase, scattered in self._scattered.items() if phrase in plain or scattered <= stems]
        shares = {phrase: _weight(phrase, plain, stems) / self._owners[phrase] for phrase in there}
        return [sum(shares.get(phrase, 0.0) for phrase in phrases) for phrases in self._phrases]

    def _shared(self, sentence: str) -> list[float]:
        scores = [0.0] * len(self.keys)
        for stem in _stems(sentence):
            for place in self._by_stem.get(stem, ()):
                scores[place] += self._weights[stem] / sqrt(len(self._bags[place]))
        best = max(scores)
        return [score / best for score in scores] if best else scores


def _weight(phrase: str, plain: str, stems: frozenset[str]) -> float:
    """A phrase as it stands counts whole, its words scattered half; more words say more."""
    length = min(phrase.count(" ") + 1, 3) / 3
    if phrase in plain and re.search(rf"(?<!\w){re.escape(phrase)}", plain):  # the first test is quick and mostly fails
        return length
    wanted = _stems_of(phrase)
    return length / 2 if len(wanted) > 1 and wanted <= stems else 0.0


def _phrases(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*unit.terms, *unit.concepts, *unit.with_name)))


def _bag(unit: Unit) -> frozenset[str]:
    return _stems(" ".join((unit.heading, unit.gist, *unit.terms, *unit.concepts)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


@cache
def _stems_of(phrase: str) -> frozenset[str]:
    """Of a phrase of the registry, which is asked for again with every sentence."""
    return _stems(phrase)


@cache
def _vectors(code: str) -> NDArray[np.float32]:
    units = instruments()[code].articles
    return load_encoder().encode([f"{unit.heading}. {unit.gist}" for unit in units])
