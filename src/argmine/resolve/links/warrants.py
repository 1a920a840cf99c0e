"""Whether a link that was carried over would be found borne out by a reader who checks it.

The likeliest article of a passage is not yet what a sentence is about: most sentences are about none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from argmine.resolve.links.domestic import is_statute
from argmine.resolve.links.salience import Key, Spoken
from argmine.resolve.links.wording import Wording
from argmine.types import Claim, Mention

_VERY_LIKELY = 0.65
"""The chance from which a claim without words of the article may be about it."""
_BEYOND_DOUBT = 0.75
"""The chance from which an article may be carried over to a claim that is not about the law."""
_FROM_AFAR = 0.8
"""The chance from which key terms call up an article that was last spoken of some paragraphs before."""
_ECHO = 0.2
"""How much of an article's words there must be, beside the article that has most of them."""
_TERM = 0.5
"""What a key term counts that is more than one word and stands as it is."""
_NO_ARTICLE = re.compile(
    r"\b[Pp]reamb(?:le|ular)\b|\b[Rr]esolution\s+\d|\bwhether\s+or\s+not\s+(?:\w+\s+){0,4}part(?:y|ies)\s+to\b"
)
_IN_PLAY = 0.61
"""The recency down to which an instrument is spoken of: it was named in the paragraph or just before it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One claim where it stands: what it names, what was spoken of before it, how it and its heading sound."""

    claim: Claim
    words: str
    named: Mapping[Key, Mention]
    spoken: Spoken
    wording: Mapping[Key, Wording]
    heading: Mapping[Key, Wording]
    points_back: bool
    is_domestic: bool = False
    """Whether it is on the law of a State, and names no treaty."""

    @property
    def usual(self) -> float:
        """The mean likeness of meaning over all articles."""
        return sum(each.meaning for each in self.wording.values()) / max(len(self.wording), 1)


def is_warranted(key: Key, setting: Setting, chance: float) -> bool:
    """Whether a reader who checks the link would find it borne out: the claim is on the law or uses key terms of the
    article, its words are the article's, and the instrument is spoken of around it."""
    own = setting.wording.get(key)
    if setting.is_domestic and not is_statute(key[0]) and (own is None or own.terms < _TERM):
        return False
    has_terms = own is not None and own.terms > 0
    is_of_law = setting.claim.kind == "interpretive" or chance >= _BEYOND_DOUBT or has_terms
    is_spoken = _is_in_play(key[0], setting) or (has_terms and chance >= _FROM_AFAR)
    if not (is_of_law and is_spoken) or own is None:
        return is_of_law and is_spoken
    is_of_another = chance < _BEYOND_DOUBT and _is_of_another(key, setting)
    return _is_worded(own, setting, chance) and not (is_of_another or _is_elsewhere(setting))


def _is_of_another(key: Key, setting: Setting) -> bool:
    """Whether the claim has key terms of another article of the instrument, and none of this one."""
    others = (each.terms for other, each in setting.wording.items() if other[0] == key[0])
    return setting.wording[key].terms == 0 and max(others) >= _TERM


def _is_elsewhere(setting: Setting) -> bool:
    """Whether the claim says that it is on a preamble, a resolution or what binds without a treaty, and names no
    instrument."""
    return not setting.named and _NO_ARTICLE.search(setting.words) is not None


def _is_in_play(code: str, setting: Setting) -> bool:
    """Whether the claim names the instrument, or the sentences or a heading before it."""
    spoken = setting.spoken
    latest = max((value for key, value in spoken.recency.items() if key[0] == code), default=0.0)
    return (code, "") in setting.named or latest >= _IN_PLAY or any(key[0] == code for key in spoken.headings)


def _is_worded(own: Wording, setting: Setting, chance: float) -> bool:
    """Whether the claim has key terms or many words of the article. Where the article is very likely, one that points
    back needs none, another a word of any article of the document's instruments: a claim that has none of these only
    stands among sentences on it."""
    if own.terms > 0 or own.words >= _ECHO:
        return True
    is_spoken = setting.points_back or any(each.words > 0 or each.terms > 0 for each in setting.wording.values())
    return chance >= _VERY_LIKELY and is_spoken
