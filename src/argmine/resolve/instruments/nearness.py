"""Where an antecedent is looked for: in the sentence, in the few before it, in the whole so far, the nearest first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from argmine.knowledge import Instrument, instruments
from argmine.types import Naming, Sentence, Span, Speech

REACH = 4
"""How many sentences before its own an antecedent may stand."""

_OFTEN, _FAR_MORE = 8, 4
"""How often a document speaks of its principal instrument: in all, and beside the other candidates."""

Codes = tuple[str, ...]
Fits = Callable[[Instrument], bool]


class Surroundings:
    """The sentences of a document, and its speeches: what one speaker named is not what the next one means."""

    def __init__(self, sentences: Sequence[Sentence], speeches: Sequence[Speech] = ()) -> None:
        self._sentences = [sentence.span for sentence in sentences]
        self._starts = [span.start for span in self._sentences]
        self._speeches = [speech.span.start for speech in speeches]

    def sentence_at(self, span: Span) -> Span | None:
        """The sentence in which `span` begins."""
        own = bisect_right(self._starts, span.start) - 1
        return self._sentences[own] if own >= 0 else None

    def before(self, span: Span) -> list[Span]:
        """The own sentence up to `span`, then the few before it, the nearest first, none of them another speaker's."""
        own = bisect_right(self._starts, span.start) - 1
        if own < 0:
            return []
        floor = self.floor(span)
        earlier = [self._sentences[index] for index in range(own - 1, max(own - 1 - REACH, -1), -1)]
        return [Span(self._starts[own], span.start), *(each for each in earlier if each.start >= floor)]

    def after(self, span: Span, steps: int) -> list[Span]:
        """The few sentences behind that in which `span` begins, the nearest first, none of them another speaker's."""
        own = bisect_right(self._starts, span.start) - 1
        later = self._sentences[own + 1 : own + 1 + steps]
        return [each for each in later if self.floor(each) == self.floor(span)]

    def floor(self, span: Span) -> int:
        """Where the speech begins in which `span` stands; 0 where nobody speaks."""
        speech = bisect_right(self._speeches, span.start) - 1
        return self._speeches[speech] if speech >= 0 else 0


def between(namings: Sequence[Naming], start: int, end: int, fits: Fits) -> Codes:
    """The codes that fit among the namings that begin in this stretch, each once, in alphabetical order."""
    first = bisect_left(namings, start, key=lambda naming: naming.span.start)
    last = bisect_left(namings, end, key=lambda naming: naming.span.start)
    return tuple(sorted({naming.code for naming in namings[first:last] if fits(instruments()[naming.code])}))


def principal(
    codes: Codes, times: Mapping[str, int], span: Span, namings: Sequence[Naming], around: Surroundings
) -> Codes:
    """Of several candidates the one of which the document speaks: far more often (`times`) than of the others together.

    None of the others may be named in the sentence of `span` or in the one before.
    """
    most = max(codes, key=lambda code: times.get(code, 0))
    others = [code for code in codes if code != most]
    is_most = times.get(most, 0) >= max(_OFTEN, _FAR_MORE * sum(times.get(code, 0) for code in others))
    own = around.sentence_at(span)
    places = [own, *around.before(span)[1:2]] if own else []
    near = {
        code for place in places for code in between(namings, place.start, place.end, lambda each: each.code in others)
    }
    return (most,) if is_most and own and not near else codes


def nearest(span: Span, namings: Sequence[Naming], surroundings: Surroundings, fits: Fits) -> Codes:
    """The codes that fit in the nearest of the sentences before that names any."""
    found = (between(namings, place.start, place.end, fits) for place in surroundings.before(span))
    return next((codes for codes in found if codes), ())
