"""Relations between the claims of a document: reasons, attacks, concessions, each shown by words of the text.

Within a sentence the connective joins two clauses (`junctions`); between sentences it opens the second, and the first
is the sentence before it in the same paragraph. Without a marker there is no relation: few, but right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from argmine.knowledge.structure import rejection
from argmine.mine.claims.junctions import Junction, find_junctions, opening
from argmine.types import Claim, Document, Relation, Sentence, Span

_FEWEST_WORDS = 5
_VERDICT_WITHIN = 160  # characters behind the words that take a view up
Claims = Mapping[Span, Claim]


def find_relations(document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """The relations, in the order of their markers. Targets are claims; the source of a support may be a fact."""
    at = {claim.span: claim for claim in claims}
    found = [*_within(document, claims, at), *_between(document, sentences, at)]
    return tuple(sorted(found, key=lambda relation: (relation.marker, relation.source)))


def _within(document: Document, claims: Sequence[Claim], at: Claims) -> Iterator[Relation]:
    for claim in claims:
        if claim.part_of is None:
            for junction in find_junctions(document.text, claim.span):
                yield from _related(junction, at.get(junction.source), at.get(junction.target), claim)


def _related(junction: Junction, source: Claim | None, target: Claim | None, around: Claim) -> Iterator[Relation]:
    """Between clauses that are claims; a reason that is none speaks for the sentence."""
    if junction.kind == "support" or (source and target):
        ids = (source.id if source else None, (target or around).id)
        yield Relation(junction.kind, junction.source, junction.target, junction.marker, *ids)


def _between(document: Document, sentences: Sequence[Sentence], at: Claims) -> Iterator[Relation]:
    for before, sentence in pairwise(sentences):
        if sentence.region == "body" and before.block == sentence.block and _says_something(document, before):
            found = _opened(document.text, before.span, sentence.span) or _rejected(document.text, before, sentence)
            source, target = (at.get(found.source), at.get(found.target)) if found else (None, None)
            if found and target and (source or found.kind == "support"):
                ids = (source.id if source else None, target.id)
                yield Relation(found.kind, found.source, found.target, found.marker, *ids)


def _says_something(document: Document, sentence: Sentence) -> bool:
    kind = document.blocks[sentence.block].kind if sentence.block is not None else "paragraph"
    words = sentence.span.of(document.text)
    return kind in ("paragraph", "list_item", "quotation") and len(words.split()) >= _FEWEST_WORDS


def _opened(text: str, before: Span, sentence: Span) -> Junction | None:
    found = opening(text, sentence)
    if found is None or before.of(text).rstrip().endswith(("?", ":")) or sentence.of(text).rstrip().endswith(":"):
        return None
    marker, place = found
    source, target = (sentence, before) if marker.here else (before, sentence)
    return Junction(marker.relation, source, target, place)


def _rejected(text: str, before: Sentence, sentence: Sentence) -> Junction | None:
    """ "Halvorsen argues that … . This argument overlooks Article VI." """
    taken_up = rejection().taken_up.match(text, sentence.span.start, sentence.span.end)
    if taken_up is None:
        return None
    end = min(sentence.span.end, taken_up.end() + _VERDICT_WITHIN)
    verdict = rejection().verdict.search(text, taken_up.end(), end)
    if verdict is None:
        return None
    return Junction("attack", sentence.span, before.span, Span(taken_up.start(), verdict.end()))
