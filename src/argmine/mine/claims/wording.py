"""How a claim is put: its modality, whether it is hedged or pressed, and whether it denies.

"Article II clearly does not forbid it."     permission, boosted, negative
"It could be argued that consent is needed." possibility, hedged, affirmative

Lexical, by `knowledge/wording.toml`; words in quotation marks are another's and say nothing of how the claim is put.
"""

from __future__ import annotations

import re
from typing import cast

from argmine.knowledge.wordings import hedging, modalities, polarity
from argmine.types import Modality, Strength, Wording

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def wording_of(text: str) -> Wording:
    """What the words of a claim say of how it is put."""
    words = _QUOTED.sub(" ", text)
    telling = polarity()["idle"].sub(" ", words)
    modality = next((name for name, pattern in modalities() if pattern.search(telling)), None)
    denies = polarity()["negative"].search(telling) is not None
    return Wording(cast("Modality | None", modality), _strength(words), "negative" if denies else "affirmative")


def _strength(words: str) -> Strength:
    """A hedge beside a booster prevails: "it is perhaps always so" is not pressed."""
    if hedging()["hedged"].search(words):
        return "hedged"
    return "boosted" if hedging()["boosted"].search(words) else "plain"
