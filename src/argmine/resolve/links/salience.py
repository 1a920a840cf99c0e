"""What a passage has been speaking of when a sentence begins (Grosz, Joshi and Weinstein's salience, 1995).

Every article and instrument named before counts by how near it was: a sentence between costs one step, a new
paragraph some more, a new section many. The headings above a sentence count by themselves; the speech of a record is
the limit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmine.types import Block, Document, Mention, Provision, Sentence, Span

Key = tuple[str, str]
"""An instrument's code and an article's number; the number is empty for the instrument as a whole."""
_PARAGRAPH = 2
_SECTION = 6
_REACH = 60
_FADES = 0.9


@dataclass(slots=True)
class Spoken:
    """What was spoken of before a sentence.

    `recency` 0..1 of the latest mention, `frequency` all mentions so weighed, `headings` 1 where a heading above names
    it (less for higher ones), `ahead` whether the next sentence of the paragraph names it, `latest` the mentions of the
    nearest sentence that has any, `mention` the last one of each.
    """

    recency: dict[Key, float] = field(default_factory=dict)
    frequency: dict[Key, float] = field(default_factory=lambda: defaultdict(float))
    headings: dict[Key, float] = field(default_factory=dict)
    ahead: frozenset[Key] = frozenset()
    latest: frozenset[Key] = frozenset()
    mention: dict[Key, Mention] = field(default_factory=dict)
    before: frozenset[Key] = frozenset()
    """What the claim right before it was found to be about."""
    heading: str = ""


class Passages:
    """The body's sentences with what each speaks of."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._sentences = [sentence for sentence in sentences if sentence.region == "body"]
        self._bounds = [sentence.span.start for sentence in self._sentences]
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._inside = [self._spoken_in(sentence.span) for sentence in self._sentences]
        self._about: dict[int, dict[Key, Mention]] = {}
        self.usage = Counter(key for inside in self._inside for key in inside)

    def place(self, span: Span) -> int:
        """The index of the sentence in which a span begins."""
        return bisect_left(self._bounds, span.start + 1) - 1

    def conclude(self, place: int, about: Mapping[Key, Mention]) -> None:
        """Remember what a claim was found to be about: it counts for those behind it."""
        self._about.setdefault(place, {}).update(about)

    def before(self, place: int) -> Spoken:
        """What was spoken of before the sentence at `place`."""
        spoken = Spoken()
        for steps, index in self._backwards(place):
            keys = {**self._about.get(index, {}), **self._inside[index]}
            for key, mention in keys.items():
                weight = _FADES**steps * (1 if key in self._inside[index] else 0.6)
                spoken.recency[key] = max(spoken.recency.get(key, 0.0), weight)
                spoken.frequency[key] += weight
                spoken.mention.setdefault(key, mention)
            if not spoken.latest:
                spoken.latest = frozenset(key for key in keys if key[1])
        spoken.before = frozenset(self._about.get(place - 1, ()))
        self._look_up(place, spoken)
        spoken.ahead = self._ahead(place)
        return spoken

    def _backwards(self, place: int) -> Iterator[tuple[int, int]]:
        """The sentences before, the nearest first: steps away, index."""
        speech = self._document.speech_at(self._bounds[place])
        steps = 0
        for index in range(place - 1, max(place - 1 - _REACH, -1), -1):
            sentence, following = self._sentences[index], self._sentences[index + 1]
            if self._document.speech_at(sentence.span.start) != speech:
                return
            if sentence.block != following.block:
                steps += _SECTION if self._is_heading(following) else _PARAGRAPH
            yield steps, index
            steps += 1

    def _look_up(self, place: int, spoken: Spoken) -> None:
        """The headings above, each of a higher level than the one below it."""
        level, weight = 99, 1.0
        for index in range(place, -1, -1):
            sentence = self._sentences[index]
            if not self._is_heading(sentence) or (block := self._block(sentence)) is None or block.level >= level:
                continue
            if index != place:
                for key, mention in self._inside[index].items():
                    spoken.headings[key] = max(spoken.headings.get(key, 0.0), weight)
                    spoken.mention.setdefault(key, mention)
                spoken.heading = spoken.heading or sentence.span.of(self._document.text)
                weight *= 0.6
            level = block.level
            if level <= 1:
                return

    def _ahead(self, place: int) -> frozenset[Key]:
        following = place + 1
        if following >= len(self._sentences) or self._sentences[following].block != self._sentences[place].block:
            return frozenset()
        return frozenset(self._inside[following])

    def _block(self, sentence: Sentence) -> Block | None:
        return self._document.blocks[sentence.block] if sentence.block is not None else None

    def _is_heading(self, sentence: Sentence) -> bool:
        block = self._block(sentence)
        return block is not None and block.kind == "heading"

    def _spoken_in(self, span: Span) -> dict[Key, Mention]:
        first = bisect_left(self._starts, span.start)
        inside = self._mentions[first : bisect_left(self._starts, span.end)]
        return {key_of(mention.provision): mention for mention in inside}


def key_of(provision: Provision) -> Key:
    """The article of a provision, or the instrument as a whole."""
    return provision.instrument, provision.path[0] if provision.path else ""
