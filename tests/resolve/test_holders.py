"""A claim's holder is whoever the words name, and the author where they name nobody."""

from __future__ import annotations

import pytest

from argmine.mine.components import plain_document
from argmine.pipeline import analyse
from argmine.resolve.holders.actors import holder_of

SOURCES = [
    ("Belgium", "Belgium", "state"),
    ("the delegation of Belgium", "Belgium", "state"),
    ("the United States", "United States of America", "state"),
    ("the representative of Ruritania", "Ruritania", "state"),
    ("Chile and Peru", "Chile and Peru", "group"),
    ("the International Law Commission", "International Law Commission", "organ"),
    ("the Group of 77", "Group of 77", "group"),
    ("the International Court of Justice", "International Court of Justice", "court"),
    ("the Senate Committee.", "Senate Committee", "organ"),
    ("the International Court of Justice.", "International Court of Justice", "court"),
    ("the representative of Chile to the Legal Sub-Committee", "Chile", "state"),
    ("some scholars", "some scholars", "group"),
    ("Halvorsen", "Halvorsen", "scholar"),
    ("However, Smith et al.", "Smith et al.", "scholar"),
    ("Quintanar and Okonjo", "Quintanar and Okonjo", "scholar"),
    ("The Artemis Accords", "Artemis Accords", "instrument"),
    ("The Space Law Institute", "Space Law Institute", "organ"),
]
NOBODY = ["this article", "The present author", "He", "The Outer Space Treaty", "Article II", "These", "However"]

CLAIMS = [
    ("Halvorsen argues that Article II of the OST prohibits mining.", "Halvorsen", "reported"),
    ("According to Belgium, a multilateral framework is needed.", "Belgium", "reported"),
    ("Okonjo writes that “the prohibition is absolute and covers ice”.", "Okonjo", "quoted"),
    ("This article argues that ownership is not possible under the Treaty.", "author", "own"),
    ("Article II of the OST prohibits companies from owning the Moon too.", "author", "own"),
    ("The rule of Article II is absolute, Quintanar and Okonjo maintain.", "Quintanar and Okonjo", "reported"),
]


@pytest.mark.parametrize(("source", "name", "kind"), SOURCES)
def test_a_source_names_its_holder(source: str, name: str, kind: str) -> None:
    holder = holder_of(source)
    assert holder is not None
    assert (holder.name, holder.type) == (name, kind)


@pytest.mark.parametrize("source", NOBODY)
def test_what_cannot_hold_a_view_is_no_holder(source: str) -> None:
    assert holder_of(source) is None


def test_a_state_has_one_id_under_all_its_names() -> None:
    assert holder_of("USA") == holder_of("the United States of America")


@pytest.mark.parametrize(("sentence", "name", "attribution"), CLAIMS)
def test_a_claim_belongs_to_whom_the_sentence_names(sentence: str, name: str, attribution: str) -> None:
    (claim,) = analyse(plain_document(sentence)).claims
    assert (claim.holder.name, claim.attribution) == (name, attribution)
