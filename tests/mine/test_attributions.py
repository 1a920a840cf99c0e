"""Who says what: source, cue and content of reported speech."""

from __future__ import annotations

import pytest

from argmine.mine.attributions import find_attributions
from argmine.types import Sentence, Span
from tests.marking import unmarked

MARKED = [
    "[source Halvorsen] [cue argues] that[content  the rule is old.]",
    "[source Quintanar and Okonjo] have rightly [cue noted] that[content  the rule is old.]",
    "[source Judge Xue], in her dissent, [cue held] that[content  the rule is old.]",
    "[source Smith et al.] [cue show] that[content  the rule is old.]",
    "[cue According to] [source Ruritania],[content  the rule is old.]",
    "[cue In the view of] [source the Group of 77],[content  the rule is old.]",
    "[content The rule is old], [source Tronchetti] [cue maintains].",
    "[source Some delegations] [cue considered] that[content  the rule is old.]",
    "[source Many legal scholars] [cue believe] that[content  the rule is old.]",
    "[source The International Court of Justice] [cue held] that[content  silence may be consent.]",
]
NOTHING = [
    "No scholar argues that the rule is old.",
    "The rule is old.",
    "It is submitted that the rule is old.",
    "The Treaty provides for liability.",
]


def attributions(text: str) -> list[tuple[str, str]]:
    found = find_attributions(text, (Sentence(Span(0, len(text)), "body"),))
    return sorted((label, getattr(each, label).of(text)) for each in found for label in ("content", "cue", "source"))


@pytest.mark.parametrize("marked", MARKED)
def test_source_cue_and_content_are_told_apart(marked: str) -> None:
    text, expected = unmarked(marked)
    assert attributions(text) == sorted(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_the_authors_own_words_are_attributed_to_nobody(text: str) -> None:
    assert attributions(text) == []


def test_an_impersonal_report_has_its_cue_for_source() -> None:
    (found,) = find_attributions("It has often been argued that it is old.", (Sentence(Span(0, 40), "body"),))
    assert found.source == found.cue


def test_words_in_quotation_marks_are_quoted() -> None:
    text = "As Okonjo put it: no. Okonjo wrote, “the rule is old”."
    (found,) = find_attributions(text, (Sentence(Span(22, len(text)), "body"),))
    assert found.quoted


def test_a_short_sentence_that_is_a_view_and_little_more_has_its_content_behind_the_view() -> None:
    text = "In Halvorsen’s view, no."
    (found,) = find_attributions(text, (Sentence(Span(0, len(text)), "body"),))
    assert found.content.of(text).strip(" ,") == "no."
