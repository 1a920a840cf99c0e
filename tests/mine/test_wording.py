"""How a claim is put: "MODALITY STRENGTH POLARITY: the words"."""

from __future__ import annotations

import pytest

from argmine.mine.claims.wording import wording_of

CASES = [
    "none plain affirmative: The Treaty binds all parties.",
    "none plain negative: The Treaty does not define the term.",
    "none boosted affirmative: The text is plainly on the side of the miners.",
    "none hedged affirmative: The text seems to be on the side of the miners.",
    "obligation plain affirmative: States must supervise their companies.",
    "obligation plain affirmative: The operator is bound to pay.",
    "obligation plain affirmative: A State has to register its objects.",
    "obligation plain negative: A party may not close its station.",
    "obligation plain negative: Article II cannot be read in this way.",
    "obligation boosted negative: Under no circumstances may a party not be heard.",
    "obligation hedged affirmative: Article VI arguably requires a licence.",
    "permission plain affirmative: A State is free to leave.",
    "permission plain negative: Article II does not forbid it.",
    "permission boosted negative: Article II clearly does not prohibit extraction.",
    "permission plain affirmative: Coastal States are entitled to a zone.",
    "recommendation plain affirmative: States should adopt a code.",
    "recommendation plain affirmative: We call upon all parties to ratify.",
    "recommendation plain affirmative: It would be preferable to wait.",
    "recommendation plain negative: States should not wait.",
    "possibility hedged affirmative: It could be argued that consent is needed.",
    "possibility plain affirmative: A State may use what it has extracted.",
    "possibility hedged affirmative: The clause may well be read as a promise.",
    "possibility hedged negative: That might not be lawful.",
    "prediction plain affirmative: The regime will collapse.",
    "prediction hedged affirmative: Custom is likely to follow practice.",
    "none plain affirmative: The rule binds not only States.",
    "none plain affirmative: Custom applies whether or not the treaty is in force.",
    "none boosted affirmative: There can be no doubt that it applies.",
    "none plain negative: Nobody owns the Moon.",
    "none plain negative: The Committee failed to agree.",
    "none plain affirmative: The Court found “that no State must ever do so”.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_claim_is_put_in_words_that_say_how(case: str) -> None:
    expected, words = case.split(": ", 1)
    found = wording_of(words)
    assert f"{found.modality or 'none'} {found.strength} {found.polarity}" == expected
