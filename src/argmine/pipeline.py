"""What is done with one document, on one screen: mine its mentions, resolve what they mean. No input, no output.

Document → sentences, attributions, claims with their clauses and relations, citations   (mine)
         → references, namings → mentions → links       (resolve)
         → Analysis
claims of all documents → interpretations, oppositions  (compare)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmine.knowledge import version as knowledge_version
from argmine.mine.attributions.takes import find_takes
from argmine.mine.claims.parts import clause_attributions
from argmine.mine.references import find_references
from argmine.resolve.holders.held import resolve_holders
from argmine.resolve.holders.identities import unify
from argmine.resolve.instruments.collectives import find_collectives
from argmine.resolve.instruments.namings import code_titled, find_namings
from argmine.resolve.instruments.nearness import Surroundings
from argmine.resolve.instruments.shortnames import find_bodies, resolve_short_names
from argmine.resolve.instruments.strangers import strange_nouns
from argmine.resolve.interpretations.likeness import Vectors
from argmine.resolve.interpretations.oppositions import find_oppositions
from argmine.resolve.interpretations.readings import find_interpretations
from argmine.resolve.links.clauses import link_clauses
from argmine.resolve.links.custom import link_custom
from argmine.resolve.links.mentioned import link_by_notes, link_claims
from argmine.resolve.links.topics import carry_over
from argmine.resolve.provisions.antecedents import resolve_orphans
from argmine.resolve.provisions.concepts import concept_mentions, named_concepts, quoted_terms
from argmine.resolve.provisions.demonstratives import resolve_demonstratives
from argmine.resolve.provisions.references import resolve_references
from argmine.resolve.provisions.subjects import resolve_subjects
from argmine.resolve.works.shortforms import resolve_short_forms
from argmine.types import (
    Analysis,
    Antecedent,
    Claim,
    Comparison,
    Correction,
    Document,
    Link,
    Mention,
    Span,
    Stand,
    Unresolved,
)

if TYPE_CHECKING:
    from argmine.mine.components import Mined

VERSION = "116"
"""Raised with every change of code that changes results, so that an ingest reads documents again."""


def recipe(spacy_model: str | None = None) -> str:
    """Names everything that an analysis depends on besides the document."""
    return f"argmine {VERSION} · knowledge {knowledge_version()} · {spacy_model or 'blank English'}"


def analyse(document: Document, spacy_model: str | None = None) -> Analysis:
    """All results for one document; the same document and recipe give the same analysis.

    Raises:
        ModelError: the user's spaCy model cannot be loaded.
    """
    # Who only plans or writes needs no spaCy, and not torch, which spaCy imports where it is installed.
    from argmine.mine.components import language, mine  # noqa: PLC0415

    mined = mine(document, language(spacy_model))
    mentions, unresolved = resolve_mentions(mined)
    antecedents = resolve_short_forms(document, mined.citations)
    claims = _held(mined, antecedents)
    links = _links(mined, claims, mentions, unresolved)
    return Analysis(
        document_id=document.id,
        recipe=recipe(spacy_model),
        sentences=mined.sentences,
        claims=claims,
        citations=mined.citations,
        links=links,
        unresolved=unresolved,
        supports=tuple(pair for several in _parted(claims) for pair in _supports(mined, several)),
        instrument=code_titled(document.metadata.title) if document.articles else None,
        antecedents=antecedents,
        relations=mined.relations,
    )


def compare(
    stands: Sequence[tuple[Stand, Vectors]],
    before: Mapping[tuple[str, str], str] | None = None,
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """What the claims of a corpus on each provision say together; the order is that in which they were written.

    `before` says to which interpretation a claim belonged: (claim id, provision) → interpretation id.
    """
    holders = unify((stand.holder for stand, _ in stands), corrections)
    known = [(replace(stand, holder=holders[stand.holder.id]), vector) for stand, vector in stands]
    interpretations = find_interpretations(known, before, corrections)
    vectors = {stand.place: vector for stand, vector in known}
    stands_by_place = {stand.place: stand for stand, _ in known}
    return Comparison(interpretations, tuple(find_oppositions(interpretations, vectors, stands_by_place)))


def resolve_mentions(mined: Mined) -> tuple[tuple[Mention, ...], tuple[Unresolved, ...]]:
    """Every mention of a provision, in the order of the text, and what could not be resolved."""
    text = mined.document.text
    whole = Span(0, len(text))
    surroundings = Surroundings(mined.sentences, mined.document.speeches)
    full = find_namings(text)
    strange = strange_nouns(mined.document, full)
    namings, unclear = resolve_short_names(text, full, surroundings, strange)
    beside, orphans, without_article = resolve_references(text, find_references(text, whole), namings)
    found: list[Mention | Unresolved] = [*beside, *without_article, *unclear, *concept_mentions(text, whole)]
    found += resolve_orphans(text, orphans, namings, surroundings, beside, strange)
    found += quoted_terms(text, namings)
    found += named_concepts(text, (*namings, *find_bodies(text)), surroundings, _mentions(found))
    found += find_collectives(text, namings, surroundings)
    found += resolve_demonstratives(text, _mentions(found), mined.sentences)
    found += resolve_subjects(text, _mentions(found), mined.sentences)
    unresolved = sorted((each for each in found if isinstance(each, Unresolved)), key=lambda each: each.span)
    return _mentions(found), tuple(unresolved)


def _held(mined: Mined, antecedents: tuple[Antecedent, ...]) -> tuple[Claim, ...]:
    """The claims with their holders: the sentences first, then their clauses, each in the order of the text."""
    document, (sentences, clauses) = mined.document, _parted(mined.claims)
    takes = find_takes(document.text, mined.sentences)
    reports = clause_attributions(document.text, clauses, mined.attributions) if clauses else ()
    return (
        *resolve_holders(document, sentences, mined.attributions, takes, mined.citations, antecedents),
        *resolve_holders(document, clauses, reports, takes, mined.citations, antecedents),
    )


def _parted(claims: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """(claims that are sentences, claims that are clauses of these)."""
    return tuple(each for each in claims if not each.part_of), tuple(each for each in claims if each.part_of)


def _links(
    mined: Mined, claims: tuple[Claim, ...], mentions: tuple[Mention, ...], unresolved: tuple[Unresolved, ...]
) -> tuple[Link, ...]:
    """By what stands in the claim, then by its notes, then by what its section speaks of."""
    sentences, clauses = _parted(claims)
    links = tuple(link_claims(mined.document.text, sentences, mentions))
    links += tuple(link_by_notes(mined.document, sentences, links, mentions))
    links += tuple(carry_over(mined.document, sentences, links, mentions, unresolved, mined.sentences))
    links += tuple(link_custom(mined.document, sentences, links))
    return (*links, *link_clauses(mined.document.text, clauses, links, mentions))


def _mentions(found: list[Mention | Unresolved]) -> tuple[Mention, ...]:
    return tuple(sorted((each for each in found if isinstance(each, Mention)), key=lambda each: each.span))


def _supports(mined: Mined, claims: tuple[Claim, ...]) -> Iterator[tuple[str, int]]:
    """The citations that stand in a claim, and those of the notes whose markers stand in it or at its end."""
    document = mined.document
    starts = [claim.span.start for claim in claims]
    notes = [note.span.start for note in document.notes]
    for index, citation in enumerate(mined.citations):
        place: int | None = citation.span.start
        if citation.note is not None:
            place = document.notes[bisect_right(notes, citation.span.start) - 1].anchor
        around = bisect_left(starts, place) - 1 if place is not None else -1
        if around >= 0 and place is not None and place <= claims[around].span.end:
            yield claims[around].id, index
