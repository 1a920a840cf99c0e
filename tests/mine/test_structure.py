"""Clauses and relations in marked text.

A clause that argues by itself stands between bars: "| the ice may be taken | ; | the ground may not |". A relation is
written KIND: [source] and <target>, and its marker between asterisks: "<it binds all> *because* [it is custom]". The
full stop of a sentence belongs to its last clause and is left out of the marks.
"""

from __future__ import annotations

import re

import pytest

from argmine.mine.claims.clauses import find_items, is_proposition
from argmine.mine.claims.junctions import find_junctions, opening
from argmine.types import Span

LISTS = [
    "Three views are held: |the ice may be taken from the pole|; |the ground may not be owned by anyone|.",
    "The Committee found that (i) |the rule is part of custom|; and (ii) |it binds all States alike|.",
    "There are two reasons: first, |the text says nothing of companies|; second, |practice has never excluded them|.",
    "|The text is silent on ownership|; |the records are silent on it too|.",
    "The following is argued: |the State must register the object|; |the State must inform the others|.",
]
NO_LISTS = [
    "The parties are Norvania; Lothria; and Caldoria.",
    "The Treaty speaks of exploration; use; and free access.",
    "The Court held “the rule is old; it binds all States” and left it there.",
    "States must consult each other before they begin.",
    "It deals with (i) registration and (ii) liability.",
]
RELATIONS = [
    "support: <The rule binds all States> *because* [it has become custom].",
    "support: *Because* [the text is silent on ownership], <the records must be consulted>.",
    "support: <The claim must fail>, *since* [it lacks any legal basis].",
    "support: <The claim must fail> *since* [no treaty supports it at all].",
    "support: *Given that* [no treaty forbids the practice], <it remains lawful for all>.",
    "support: <The licence was void>, *inasmuch as* [it was never published at all].",
    "support: [The rule has become custom], *and therefore* <it binds third States too>.",
    "support: [The text is clear on this point], *which means that* <the records are not needed>.",
    "support: [The text is clear on this point]; *therefore* <the records are not needed>.",
    "concession: *Although* <the Treaty forbids appropriation>, [it does not forbid extraction].",
    "concession: *Even though* <the text is silent on it>, [the duty exists in custom].",
    "concession: *While* <the Accords are not binding>, [they govern the practice of States].",
    "concession: <The Treaty forbids appropriation>, *but* [it does not forbid extraction].",
    "concession: <The rule is very old>, *yet* [it has seldom been applied].",
    "concession: <The Accords are not binding>; *however*, [they govern the practice of States].",
    "concession: <The text is silent on it>; *nevertheless*, [the duty exists in custom].",
]
NO_RELATIONS = [
    "The rule has been in force since 1967.",
    "States are not bound just because the rule is old.",
    "In general it may be said that although the rule is old.",
    "The clause should name the means, but should in another place name the court.",
    "As can be seen, the rule binds all.",
    "The reading does not support the claim, but entirely supports the defence.",
    "The mission failed because of the weather.",
    "Not only States but also companies are bound by it.",
    "The station was built while in orbit around the Moon.",
    "The Treaty entered into force, thus creating a new regime.",
    "It is a right and thus far it has been respected.",
    "States that lack the means may nonetheless ask for help.",
    "Nothing but a treaty can change the rule.",
    "They have agreed on this ever since the Treaty was adopted.",
    "The Court said “it binds because it is custom” and no more.",
]
OPENINGS = [
    "support there: *Therefore*, the licence is needed.",
    "support there: *Thus* the duty extends to companies.",
    "support there: *It follows that* the duty extends to companies.",
    "support there: *For these reasons* the claim must fail.",
    "support there: *This means that* the operator has to pay.",
    "support there: *Accordingly*, no State may do so.",
    "support here: *This is because* the text says nothing of it.",
    "support here: *After all*, the text says nothing of it.",
    "concession here: *However*, the records point the other way.",
    "concession here: *Nevertheless*, the duty remains.",
    "concession here: *Yet* the rule has never been applied.",
    "concession here: *By contrast*, the Moon Agreement is explicit.",
    "attack here: *On the contrary*, the text permits it.",
    "attack here: *Far from it*, the text permits it.",
    "concession here: The records, *however*, point the other way.",
    "support there: The clause must *therefore* be read narrowly.",
]
NO_OPENINGS = [
    "Thus far, no State has done so.",
    "However much they disagree, they must negotiate.",
    "States have agreed on the rule.",
    "The Committee met again in the spring.",
    "The text is clear, and it must therefore be read so.",
    "It is the view of some that the duty thus extends to companies.",
    "But before the records are read, the text must be.",
    "Yet to be ratified, the treaty is of little use.",
]
PROPOSITIONS = ["the rule binds all States", "it does not forbid extraction", "no State may claim the Moon"]
FRAGMENTS = [
    "the rule that binds all States",
    "to take part in the exploration",
    "taking part in the exploration of space",
    "which binds all the parties",
    "the use of outer space",
    "it binds all",
]


@pytest.mark.parametrize("marked", LISTS)
def test_a_list_of_propositions_is_cut_into_them(marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text).rstrip(".") for span in find_items(text, Span(0, len(text)))]
    assert found == re.findall(r"\|([^|]+)\|(?=[;.])", marked)


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_lists_no_propositions_is_left_whole(text: str) -> None:
    assert find_items(text, Span(0, len(text))) == ()


@pytest.mark.parametrize("case", RELATIONS)
def test_a_connective_relates_two_clauses(case: str) -> None:
    kind, marked = case.split(": ", 1)
    text = re.sub(r"[][<>*]", "", marked)
    (found,) = find_junctions(text, Span(0, len(text)))
    assert found.kind == kind
    assert found.source.of(text).rstrip(".") == _between(r"\[([^]]+)\]", marked)
    assert found.target.of(text).rstrip(".") == _between("<([^>]+)>", marked)
    assert found.marker.of(text) == _between(r"\*([^*]+)\*", marked)


@pytest.mark.parametrize("text", NO_RELATIONS)
def test_other_uses_of_a_connective_relate_nothing(text: str) -> None:
    assert find_junctions(text, Span(0, len(text))) == ()


@pytest.mark.parametrize("case", OPENINGS)
def test_a_sentence_is_joined_to_the_one_before(case: str) -> None:
    (kind, side), marked = case.split(": ", 1)[0].split(), case.split(": ", 1)[1]
    text = marked.replace("*", "")
    found = opening(text, Span(0, len(text)))
    assert found is not None
    marker, place = found
    assert (marker.relation, marker.here) == (kind, side == "here")
    assert place.of(text) == _between(r"\*([^*]+)\*", marked)


@pytest.mark.parametrize("text", NO_OPENINGS)
def test_other_sentences_stand_by_themselves(text: str) -> None:
    assert opening(text, Span(0, len(text))) is None


@pytest.mark.parametrize("words", PROPOSITIONS)
def test_what_says_something_by_itself_is_a_proposition(words: str) -> None:
    assert is_proposition(words)


@pytest.mark.parametrize("words", FRAGMENTS)
def test_names_infinitives_and_participles_are_none(words: str) -> None:
    assert not is_proposition(words)


def _between(pattern: str, marked: str) -> str:
    found = re.search(pattern, marked)
    assert found is not None
    return found.group(1)
