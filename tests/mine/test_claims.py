"""Claims are told from what is none, by rules that have names."""

from __future__ import annotations

import pytest

from argmine.mine.claims.finding import find_claims
from argmine.mine.claims.weighing import stance_of
from argmine.mine.components import plain_document
from argmine.mine.sentences import find_sentences

CLAIMS = [
    ("interpretive", "The prohibition in Article II also covers companies, since States must authorize what they do."),
    ("interpretive", "Article VI requires that States authorise and supervise what their companies do."),
    ("interpretive", "Extraction of ice is not contrary to the Outer Space Treaty."),
    ("interpretive", "The term “celestial bodies” means bodies in their natural place."),
    ("normative", "States should adopt a moratorium on mining."),
    ("normative", "The Committee ought to begin with a register of sites."),
    ("normative", "We call upon all delegations to join the consensus."),
    ("evaluative", "Unilateral acts will only increase the tension between competing operators."),
    ("evaluative", "The regime is therefore unlikely to attract investment."),
]
NO_CLAIMS = [
    "This article examines the history of the provision.",
    "Section 3 discusses the practice of States.",
    "The Treaty was signed in London on 27 January 1967.",
    "My delegation thanks the Chair for his words.",
    "The meeting rose at 6 p.m.",
    "Published in October 2025 by the Institute.",
    "She holds a doctorate from the University of Ruritania.",
    "Article II provides: “Outer space is open to nobody and may never be taken by anyone at all.”",
]
STANCES = [
    ("permits", "Article II does not prohibit the use of resources."),
    ("permits", "A State may use what it has extracted."),
    ("prohibits", "Nobody can own it: appropriation is forbidden."),
    ("prohibits", "Such claims are incompatible with the Treaty."),
    ("requires", "States must supervise their companies."),
    ("limits", "Extraction is lawful only if the benefits are shared."),
    ("open", "It is unclear if ice is covered."),
    ("open", "Does the article cover ice?"),
    ("permits", "The ban on trade in ice does not extend to gifts."),
    ("permits", "Such a test violates no rule of the treaty."),
    ("permits", "Nothing in the agreement outlaws the sale of ice."),
    ("permits", "The clause imposes no duty to publish."),
    ("prohibits", "That the treaty is content with a warning does not mean that the act is lawful."),
]


def claims(text: str) -> list[str]:
    document = plain_document(text)
    return [claim.kind for claim in find_claims(document, find_sentences(document))]


@pytest.mark.parametrize(("kind", "sentence"), CLAIMS)
def test_a_claim_is_found_with_its_kind(kind: str, sentence: str) -> None:
    assert claims(sentence) == [kind]


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_what_argues_nothing_is_no_claim(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(("stance", "sentence"), STANCES)
def test_the_words_give_the_stance(stance: str, sentence: str) -> None:
    assert stance_of(sentence) == stance


def test_each_claim_names_the_rules_that_made_it() -> None:
    document = plain_document("States should adopt a moratorium on mining.")
    (claim,) = find_claims(document, find_sentences(document))
    assert "should" in claim.rules
    assert claim.id == f"{document.id}-{claim.span.start}-{claim.span.end}"
