"""All results for one document."""

from __future__ import annotations

from dataclasses import dataclass

from argmine.types.citations import Antecedent, Citation
from argmine.types.claims import Claim, Relation
from argmine.types.documents import Sentence
from argmine.types.provisions import Link, Unresolved


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
