"""Mined claims beside sentences that people annotated.

A claim counts for the gold sentence of which it shares most words. It counts as a false one when it fits none, unless
the gold covers only stretches of the document. Provisions are compared by article, Roman and Arabic numerals alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from argmine.evaluation.gold import GoldSentence
from argmine.evaluation.measures import Count, Tally
from argmine.knowledge import is_unwritten
from argmine.knowledge.numerals import same_number
from argmine.types import Analysis, Claim, ClaimKind, Document

MEASURES = (
    "claim", *get_args(ClaimKind), "stance", "attribution", "holder", "other holders", "links", "explicit links",
)  # fmt: skip
_LEAST_OF_CLAIM = 0.7
"""How many of a claim's words must stand in the sentence."""
_LEAST_OF_SENTENCE = 0.35
"""And how many of the sentence's words in the claim, so that a clause may stand for its sentence, a fragment not."""
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"\b(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One mined claim of the body, as far as it is scored; `provisions` are articles, `explicit` those named in it."""

    text: str
    kind: str
    stance: str | None
    attribution: str
    holder: str
    provisions: frozenset[str] = frozenset()
    explicit: frozenset[str] = frozenset()


@dataclass(slots=True)
class Aligned:
    """A gold sentence with the claims found in it; a stray claim stands beside no sentence."""

    gold: GoldSentence | None
    claims: list[Found] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the sentence, or of the stray claim."""
        return self.gold.text if self.gold else self.claims[0].text


def found_claims(document: Document, analysis: Analysis) -> list[Found]:
    """The claims of the body with what was linked to them."""
    links: dict[str, list[tuple[str, str]]] = {}
    for link in analysis.links:
        if is_unwritten(link.provision.instrument):  # gold names treaties and texts like them
            continue
        links.setdefault(link.claim_id, []).append((article_of(str(link.provision)), link.method))
    return [_found(document, claim, links.get(claim.id, [])) for claim in analysis.claims if claim.region == "body"]


def _found(document: Document, claim: Claim, links: Sequence[tuple[str, str]]) -> Found:
    return Found(
        claim.span.of(document.text),
        claim.kind,
        claim.stance,
        claim.attribution,
        claim.holder.name,
        frozenset(provision for provision, _ in links),
        frozenset(provision for provision, method in links if method == "explicit"),
    )


def article_of(provision: str) -> str:
    """The instrument and the article, in one spelling: "OST:VI(1)" gives "OST:6"."""
    code, _, rest = provision.partition(":")
    number = rest.partition("(")[0].strip()
    return f"{code.strip().upper()}:{same_number(number)}" if number else code.strip().upper()


def align(gold: Sequence[GoldSentence], claims: Iterable[Found], *, partial: bool = False) -> list[Aligned]:
    """Each gold sentence with its claims, then the strays (none where the gold is `partial`)."""
    rows = [Aligned(sentence) for sentence in gold]
    words = [_words(sentence.text) for sentence in gold]
    strays = []
    for claim in claims:
        mine = _words(claim.text)
        shares = [_share(mine, sentence) for sentence in words]
        best = max(range(len(rows)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _LEAST_OF_CLAIM:
            rows[best].claims.append(claim)
        else:
            strays.append(Aligned(None, [claim]))
    return rows if partial else rows + strays


def tally(row: Aligned) -> Tally:
    """What one gold sentence, or one stray claim, adds to each measure."""
    gold, claims = row.gold, row.claims
    if gold is None:
        return {"claim": Count(found=1)}
    if gold.claim is None:
        return {}
    counts = {"claim": _matched(owed=gold.claim, found=bool(claims))}
    for kind in get_args(ClaimKind):
        counts[kind] = _matched(owed=gold.claim and gold.kind == kind, found=any(each.kind == kind for each in claims))
    if gold.claim and claims:
        counts |= _answers(gold, claims)
    counts["other holders"] = _other_holders(gold, claims)
    counts["links"] = _links(gold, [each.provisions for each in claims])
    counts["explicit links"] = _explicit(gold, claims)
    return counts


def _answers(gold: GoldSentence, claims: Sequence[Found]) -> Mapping[str, Count]:
    """Shares of right answers on a claim that was found."""
    counts = {}
    if gold.stance:
        counts["stance"] = _answer(any(each.stance == gold.stance for each in claims))
    if gold.attribution:
        counts["attribution"] = _answer(any(_coarse(each.attribution) == gold.attribution for each in claims))
    if gold.holders:
        counts["holder"] = _answer(_is_held(gold, claims))
    return counts


def _coarse(attribution: str) -> str:
    """Gold tells own, reported and quoted; what is reported may be endorsed or rejected."""
    return "reported" if attribution in ("endorsed", "rejected") else attribution


def _other_holders(gold: GoldSentence, claims: Sequence[Found]) -> Count:
    """Holders that are not the document's author."""
    owed = bool(gold.claim and gold.holders and gold.holders[0].lower() != "author")
    right = bool(gold.claim) and bool(claims) and _is_held(gold, claims) and owed
    named = right or any(each.holder not in ("", "author") for each in claims)
    return Count(right, named, right, owed)


def _is_held(gold: GoldSentence, claims: Sequence[Found]) -> bool:
    return any(_same_holder(each.holder, holder) for each in claims for holder in gold.holders)


def _same_holder(found: str, gold: str) -> bool:
    """Whether one name holds all words of the other: "New Zealand", "the Government of New Zealand"."""
    one, other = (set(_words(_ARTICLE.sub("", name))) for name in (found, gold))
    if one == other:
        return True
    return "author" not in one | other and bool(one and other) and (one <= other or other <= one)


def _links(gold: GoldSentence, found: Sequence[frozenset[str]]) -> Count:
    owed = {article_of(each) for each in gold.provisions}
    allowed = owed | {article_of(each) for each in gold.allowed}
    mine = set().union(*found)
    return Count(len(mine & allowed), len(mine), len(mine & owed), len(owed))


def _explicit(gold: GoldSentence, claims: Sequence[Found]) -> Count:
    """Links to provisions that the sentence names, of the claims that were found: the linker's own score."""
    if not (gold.claim and claims):
        return Count()
    owed = {article_of(each) for each in gold.explicit}
    allowed = {article_of(each) for each in (*gold.provisions, *gold.allowed)}
    every = set().union(*(each.provisions for each in claims))
    mine = set().union(*(each.explicit for each in claims))
    return Count(len(mine & allowed), len(mine), len(every & owed), len(owed))


def _matched(*, owed: bool, found: bool) -> Count:
    return Count(owed and found, found, owed and found, owed)


def _answer(right: bool) -> Count:
    return Count(right, 1, right, 1)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _share(claim: Counter[str], sentence: Counter[str]) -> float:
    """The share of the claim's words in the sentence; 0 where too little of the sentence is in the claim."""
    both = (claim & sentence).total()
    if not both or both / sentence.total() < _LEAST_OF_SENTENCE:
        return 0.0
    return both / claim.total()


__all__ = ["MEASURES", "Aligned", "Found", "align", "article_of", "found_claims", "tally"]
