"""Sentences end where legal prose ends them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.mine.sentences import split
from argmine.types import Span

MARKED = [  # a bar stands where one sentence ends and the next begins
    "It is free.| Nobody owns it.",
    "See Art. II of the Treaty.| It is short.",
    "Cf. No. 12, paras. 3 and 4, and pp. 7 ff.| The rest is silence.",
    "It was decided in Ruritania v. Freedonia in 1984.| The award stands.",
    "The text is at 610 U.N.T.S. 205.| It is short.",
    "Mr. A. B. Halvorsen spoke.| Dr. Okonjo replied.",
    "Means of use, occupation, etc. are excluded.",
    "Flags, bases, etc.| The list is open.",
    "He asked: “May States own it?”| Nobody answered.",
    "“It may not be owned.”| So the text says.",
    "Is it lawful?| It depends.",
    "The U.S. position is known.",
    "It was rejected by the U.S.| The text was changed.",
    "It follows from Article I.| The text is clear.",
    "12. The Committee took note of it.| It adjourned.",
    "(a) The first condition is met.| (b) The second is not.",
    "… and so on.| The end.",
    "Id. at 12.| Ibid., para. 4.",
    "The question is open: may a State, acting alone, do so?",
    "It is § 51303. It says so.".replace(". It", ".| It"),
    "It was held in 26 Vet. App. 97.| The appeal failed.",
    "Cf. 41 Penn. St. 396, 12 How. 344 (3d Cir. 1851).| It stands.",
    "Thus Article 11, par. 1 of the agreement binds.| It is clear.",
    "The two rules are on a par.| They bind.",
    "The reward was 50 doubloons.| Ships came.",
    "The number is no. 7 of the list.| The answer is no.| The reason is plain.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_a_text_is_split_at_its_sentence_ends(marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in split(text, Span(0, len(text)))]
    assert found == [part.strip() for part in marked.split("|")]


@given(st.text(alphabet='aB1.?! \n"”)§', max_size=80))
def test_sentences_hold_every_letter_in_order_and_do_not_overlap(text: str) -> None:
    spans = list(split(text, Span(0, len(text))))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
