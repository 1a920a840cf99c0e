"""All results for one document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from argmine.types.citations import Antecedent, Citation
from argmine.types.claims import Claim, Relation
from argmine.types.documents import Sentence
from argmine.types.provisions import Link, Unresolved
from argmine.types.spans import Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """All results for one document; `recipe` names the versions of code, knowledge and models that made them."""

    document_id: str
    recipe: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    unresolved: tuple[Unresolved, ...]
    supports: tuple[tuple[str, int], ...] = ()
    """(claim id, index into `citations`): the authorities that a claim rests on, by the marker inside it."""
    instrument: str | None = None
    """The code of the registered instrument whose text this document is."""
    antecedents: tuple[Antecedent, ...] = ()
    """What each short form among the citations means, in their order."""
    relations: tuple[Relation, ...] = ()
    """Which claim speaks for or against which, in the order of the markers."""

    @property
    def passages(self) -> tuple[Sentence, ...]:
        """The sentences in which no claim was found, in their order."""
        ends = sorted((claim.span for claim in self.claims), key=lambda span: span.start)
        starts, furthest = [span.start for span in ends], [*accumulate((span.end for span in ends), max)]

        def is_free(span: Span) -> bool:
            before = bisect_left(starts, span.end)
            return not before or furthest[before - 1] <= span.start

        return tuple(sentence for sentence in self.sentences if is_free(sentence.span))

    @property
    def searchable(self) -> tuple[Span, ...]:
        """What a search can find: the claims, then the passages."""
        return (*(claim.span for claim in self.claims), *(passage.span for passage in self.passages))
