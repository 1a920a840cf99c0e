"""Results to store: any that the types allow."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import numpy as np
from hypothesis import strategies as st

from argmine.types import (
    Analysis,
    Antecedent,
    Article,
    AttributionKind,
    Block,
    BlockKind,
    Citation,
    Claim,
    ClaimKind,
    Description,
    Document,
    Genre,
    Grade,
    Holder,
    HolderType,
    Line,
    Link,
    Metadata,
    Modality,
    Note,
    Page,
    PageQuality,
    Pinpoint,
    Pointer,
    Polarity,
    Provision,
    Quality,
    Region,
    Relation,
    RelationKind,
    Sentence,
    Source,
    Span,
    Speech,
    Stance,
    Strength,
    Unresolved,
    Wording,
)

from .material import Result

texts = st.text(max_size=12)
names = st.text(min_size=1, max_size=8)
some = st.none() | texts
floats = st.floats(allow_nan=False, allow_infinity=False)
shares = st.floats(0, 1)
offsets = st.integers(0, 10**9)
spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))


def any_of(literal: Any) -> st.SearchStrategy[Any]:
    """Any word that the type allows."""
    return st.sampled_from(get_args(literal))


def tuples(elements: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(elements, max_size=3).map(tuple)


genres = any_of(Genre)
metadata = st.builds(Metadata, some, tuples(texts), some, some, genres, some, some, some, some, some, some, some)
sources = st.builds(Source, st.text(min_size=1, max_size=8), texts, texts, offsets)
grades = any_of(Grade)
graded = st.lists(st.builds(PageQuality, offsets, grades, tuples(texts)), max_size=3, unique_by=lambda page: page.page)
qualities = st.builds(
    Quality, grades, tuples(texts), graded.map(lambda pages: tuple(sorted(pages, key=lambda page: page.page)))
)
boxes = st.tuples(floats, floats, floats, floats)
numbers = st.lists(st.builds(lambda label, w, h: (label, w, h), some, floats, floats), min_size=1, max_size=3)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pages = tuple(Page(i, *columns) for i, columns in enumerate(draw(numbers), start=1))
    lines = draw(st.lists(st.builds(Line, spans, st.integers(1, len(pages)), boxes), max_size=4))
    kinds = any_of(BlockKind)
    return Document(
        id=draw(names),
        source=draw(sources),
        metadata=draw(metadata),
        text=draw(st.text(max_size=200)),
        blocks=draw(tuples(st.builds(Block, kinds, spans, st.integers(0, 9), some))),
        notes=draw(tuples(st.builds(Note, texts, spans, st.none() | offsets))),
        furniture=draw(tuples(spans)),
        pages=pages,
        lines=tuple(sorted(lines, key=lambda line: line.span)),
        speeches=draw(tuples(st.builds(Speech, spans, texts, some))),
        articles=draw(tuples(st.builds(Article, texts, some, spans))),
        quality=draw(st.none() | qualities),
    )


regions = any_of(Region)
lists = tuples(texts)
descriptions = st.builds(
    Description,
    lists,
    some,
    some,
    lists,
    some,
    some,
    some,
    st.none() | st.integers(0, 3000),
    some,
    some,
    some,
    some,
    lists,
)
pinpoints = st.builds(Pinpoint, texts, texts)
pointers = st.none() | st.builds(Pointer, st.sampled_from(["note", "preceding"]), some, some)
provisions = st.builds(Provision, texts, tuples(texts))
holders = st.builds(Holder, texts, any_of(HolderType), texts)
wordings = st.builds(Wording, st.none() | any_of(Modality), any_of(Strength), any_of(Polarity))


@st.composite
def analyses(draw: st.DrawFn, document_id: str) -> Analysis:
    ids = draw(st.lists(names, unique=True, max_size=4))
    none: st.SearchStrategy[tuple[Any, ...]] = st.just(())
    stances = st.none() | any_of(Stance)
    kinds, attributions = any_of(ClaimKind), any_of(AttributionKind)
    claim = (spans, regions, kinds, stances, holders, attributions, shares, tuples(texts))
    more = {"reporter": st.none() | holders, "wording": wordings, "decided_by": texts}
    citations = draw(
        tuples(
            st.builds(
                Citation, spans, texts, some, some, descriptions, tuples(pinpoints), some, some, some, some, pointers
            )
        )
    )
    cited = st.integers(0, max(len(citations) - 1, 0))
    antecedents = tuples(st.builds(Antecedent, cited, st.none() | cited, some)) if citations else none
    link = (provisions, st.just("implicit"), shares, spans)
    links = tuples(st.builds(Link, st.sampled_from(ids), *link)) if ids else none
    named = st.sampled_from(ids) if ids else st.nothing()
    relation = st.builds(Relation, any_of(RelationKind), spans, spans, spans, st.none() | named, named)
    relations = tuples(relation) if ids else none
    indexes = st.integers(0, len(citations) - 1)
    supports = tuples(st.tuples(st.sampled_from(ids), indexes)) if ids and citations else none
    return Analysis(
        document_id=document_id,
        recipe=draw(texts),
        sentences=draw(tuples(st.builds(Sentence, spans, regions, st.none() | st.integers(0, 9)))),
        claims=tuple(
            _parted([draw(st.builds(Claim, st.just(name), *claim, **more)) for name in ids], draw(st.booleans()))
        ),
        citations=citations,
        links=draw(links),
        unresolved=draw(tuples(st.builds(Unresolved, spans, texts))),
        supports=draw(supports),
        instrument=draw(some),
        antecedents=draw(antecedents),
        relations=draw(relations),
    )


def _parted(claims: list[Claim], has_clauses: bool) -> list[Claim]:
    """The claims, all behind the first as its clauses if there are to be any."""
    first, others = claims[:1], claims[1:]
    return first + [replace(claim, part_of=first[0].id) if has_clauses else claim for claim in others]


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Any document with any analysis of it, and vectors that 16-bit floats hold exactly."""
    document = draw(documents())
    analysis = draw(analyses(document.id))
    rows = [draw(st.lists(st.integers(-8, 8), min_size=3, max_size=3)) for _ in analysis.searchable]
    return document, analysis, np.array(rows, np.float32).reshape(len(rows), 3)
