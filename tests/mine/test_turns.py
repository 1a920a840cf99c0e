"""One operator turns another around: bans that do not reach, licences that do not follow, views called wrong.

Marked text: the stance that a reader gives the sentence stands before it.
"""

from __future__ import annotations

import pytest

from argmine.mine.claims.classifier import classifier
from argmine.mine.claims.features import Example
from argmine.mine.claims.turns import turned_stance

TURNED = """
permits: The ban on “reclamation” in the Charter of the Reef does not cover “repair”.
permits: The interdiction of Article 3 does not extend to small craft.
permits: Quarried stone is distinct from the “protected ground” barred from sale.
permits: The forbidden “public use” only encompasses use by an organ of the State.
permits: The prohibition in Article 9 is confined to warships and says nothing of tugs.
permits: Salvage of wrecks falls outside the prohibition of Article 4.
permits: Unarmed patrols are not caught by its prohibition.
permits: The Convention's silence leaves survey vessels untouched by the ban.
permits: Applying Article 12 as a rule of substance would not do away with the rights of the owners.
permits: To read the clause in this way would not abolish the fishermen's title to their catch.
permits: Silence does not make the trade unlawful.
prohibits: The floor of the bay is not subject to private ownership or to annexation.
prohibits: Absence of a ban is not the same thing as a licence.
prohibits: That a use is not forbidden does not mean that it is lawful.
prohibits: If some kinds of dumping are not yet banned, this does not necessarily mean that they are legal.
prohibits: The lack of an express prohibition cannot be read as authorization.
prohibits: Silence of the treaty does not amount to consent to private title.
prohibits: The right to explore does not carry with it a right to keep what is found.
prohibits: Claiming that such bases are permissible throws the law of the sea back by half a century.
prohibits: The contention that the clause permits mining overlooks its second sentence.
permits: The contention that the clause forbids mining overlooks its second sentence.
permits: It is wrong to say that Article 5 prohibits repair at sea.
permits: The view that the Convention bars companies from the seabed cannot be sustained.
"""
UNTURNED = """
The Charter forbids the sale of protected ground.
The ban does not apply unless the coastal State has been warned.
Does the ban extend to small craft?
The ban covers not only warships but tugs.
The phrase does not mean that only States are allowed to fish.
The Treaty bans mines at sea, but it does not extend to those on land.
Consent does not make the visit dependent on a licence.
"""


def marked(text: str) -> list[tuple[str, str]]:
    """(stance, sentence) of each line."""
    lines = (line.partition(": ") for line in text.strip().splitlines())
    return [(stance, sentence) for stance, _, sentence in lines]


@pytest.mark.parametrize(("stance", "sentence"), marked(TURNED))
def test_what_operates_on_what_decides(stance: str, sentence: str) -> None:
    assert turned_stance(sentence) == stance


@pytest.mark.parametrize("sentence", UNTURNED.strip().splitlines())
def test_plain_words_conditions_and_questions_turn_nothing(sentence: str) -> None:
    assert turned_stance(sentence) is None


def test_the_view_of_somebody_named_stays_his() -> None:
    """Who is refuted holds what he holds: it is the author who takes the other stance."""
    sentence = "The contention that the clause permits mining overlooks its second sentence."
    assert turned_stance(sentence) == "prohibits"
    assert turned_stance(sentence, attributed=True) is None


def test_the_claim_model_never_takes_a_turned_sentence_for_its_opposite() -> None:
    pairs = marked(TURNED)
    judged = classifier().judge([Example(sentence, "paper") for _, sentence in pairs])
    opposite = {"permits": "prohibits", "prohibits": "permits"}
    assert not [s for (stance, s), found in zip(pairs, judged, strict=True) if found.stance == opposite[stance]]
