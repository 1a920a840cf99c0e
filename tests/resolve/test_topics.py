"""A claim that names no article is about the one of its passage that a reader would think of, or about nothing."""

from __future__ import annotations

import pytest

from argmine.mine.components import Mined, plain_document
from argmine.mine.sentences import find_sentences
from argmine.pipeline import _links, resolve_mentions
from argmine.types import Claim, ClaimKind, Holder, Link

AUTHOR = Holder("author", "author", "author")
PASSAGES = """
Article II of the Outer Space Treaty forbids national appropriation. | OST:II
It reaches private companies as well as States. | OST:II
Extraction is not covered by the prohibition. | OST:II
---
Article 98 of the Rome Statute limits requests for surrender. | ROME:98
That provision protects officials of third States only. | ROME:98
---
Article 36 of the Vienna Convention on Consular Relations obliges the police to inform a detained foreigner. | VCCR:36
The duty arises as soon as they see that he is one. | VCCR:36
---
Article 32 of the Declaration on the Rights of Indigenous Peoples requires consultation on mines. | UNDRIP:32
That duty falls on the State and not on the company. | UNDRIP:32
---
Article 87 of UNCLOS opens the high seas to all States. | UNCLOS:87
This freedom must be exercised with due regard for others. | UNCLOS:87
---
The Moon Agreement binds few States. | MOON
""".strip()


def links_of(lines: list[str], kind: ClaimKind = "interpretive") -> list[list[str]]:
    """The articles to which each sentence is linked, every one being a claim of that kind."""
    document = plain_document(" ".join(line.partition(" |")[0] for line in lines))
    mined = Mined(document, sentences=find_sentences(document))
    claims = tuple(
        Claim(f"{place}", each.span, "body", kind, None, AUTHOR, "own", 1.0, ())
        for place, each in enumerate(mined.sentences)
    )
    links: list[Link] = list(_links(mined, claims, *resolve_mentions(mined)))
    return [[str(link.provision) for link in links if link.claim_id == claim.id] for claim in claims]


@pytest.mark.parametrize("passage", PASSAGES.split("\n---\n"))
def test_a_claim_is_about_what_its_passage_speaks_of(passage: str) -> None:
    lines = passage.splitlines()
    assert links_of(lines) == [line.partition(" |")[2].split() for line in lines]


def test_a_claim_without_a_word_of_the_article_is_not_about_it() -> None:
    lines = [
        "Article II of the Outer Space Treaty forbids national appropriation.",
        "Article I of the Outer Space Treaty frees exploration.",
        "The town woke early on market days.",
        "Bakers sold their bread while the bells rang.",
        "Nobody must sell fish behind the church at noon.",
    ]
    assert links_of(lines)[2:] == [[], [], []]


def test_what_is_told_of_the_day_is_about_no_article_however_near_it_stands() -> None:
    lines = [
        "Article II of the Outer Space Treaty forbids national appropriation.",
        "They laugh at the antics of a monkey.",
    ]
    assert links_of(lines, "evaluative")[1] == []


def test_what_an_instrument_says_is_not_carried_past_where_it_is_spoken_of() -> None:
    """Twelve sentences behind the last that names it, nobody thinks of the treaty any more."""
    idle = [f"Port number {place} has a pier and a crane." for place in range(12)]
    lines = ["Article II of the Outer Space Treaty forbids national appropriation.", *idle, "Use must be free."]
    assert links_of(lines)[-1] == []


def test_an_article_called_up_by_a_phrase_in_passing_is_not_carried_on() -> None:
    lines = [
        "The Liability Convention governs damage.",
        "Imagine that a probe carries weapons of mass destruction, which the Outer Space Treaty forbids.",
        "Payment may be in kind.",
    ]
    assert "OST:IV" in links_of(lines)[1]
    assert links_of(lines)[2] == []


DOMESTIC = """
The Harbour and Orbits Act names an inspector.
The [HOA] names an inspector for every launch.
A launch needs leave under 12 C.F.R. § 4.
The Minister may supervise a company at its cost.
Under Portuguese law a company is fined.
"""


@pytest.mark.parametrize("sentence", DOMESTIC.strip().splitlines())
def test_what_a_treaty_says_is_not_carried_over_to_the_law_of_a_state(sentence: str) -> None:
    """The article on supervision is a likely one here, and the sentence is on an act all the same."""
    lines = [
        "The Harbour and Orbits Act (HOA) was passed last year.",
        "Article VI of the Outer Space Treaty requires States to supervise the activities of companies.",
        sentence.replace("[", "").replace("]", ""),
        "An applicant must show that he can supervise his company, and the licence may be transferred.",
    ]
    assert links_of(lines)[2:] == [[], []]


def test_an_article_whose_key_terms_stand_in_a_sentence_on_domestic_law_is_linked() -> None:
    lines = [
        "Article VI of the Outer Space Treaty requires States to supervise companies.",
        "Portuguese law thereby provides for authorization and continuing supervision.",
    ]
    assert links_of(lines)[1] == ["OST:VI"]


def test_the_short_name_of_an_act_is_not_that_of_a_treaty_named_before_it() -> None:
    lines = ["It follows the Liability Convention.", "Orbits Act of 1998, No. 23 [hereinafter 1998 Act].",
             "The 1998 Act came late."]  # fmt: skip
    assert links_of(lines)[2] == []


def test_what_is_said_of_a_preamble_is_about_no_article() -> None:
    lines = ["Article IV of the Outer Space Treaty bans nuclear weapons.", "The preamble bans nothing of the kind."]
    assert links_of(lines)[1] == []


def test_what_binds_whether_or_not_a_state_is_party_is_of_no_article() -> None:
    lines = [
        "Article VI of the Outer Space Treaty requires States to supervise companies.",
        "A State must supervise its companies whether or not it is party to any treaty.",
    ]
    assert links_of(lines)[1] == []


def test_an_instrument_that_a_claim_names_stays_beside_the_article_carried_over() -> None:
    lines = ["Article VI of the Outer Space Treaty asks for supervision.", "So the Outer Space Treaty binds companies."]
    assert links_of(lines)[1] == ["OST", "OST:VI"]


def test_a_claim_on_custom_is_linked_to_unwritten_law() -> None:
    lines = ["Customary international law binds all States.", "It needs practice and a sense of duty."]
    assert links_of(lines) == [["CUSTOM"], ["CUSTOM"]]


def test_a_claim_on_something_else_gets_no_link() -> None:
    assert links_of(["Bread is dear this year."]) == [[]]
