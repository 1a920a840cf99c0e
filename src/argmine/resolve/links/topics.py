"""What a claim is about that names no article: the one of its passage that a reader would think of.

Legal prose names a provision once and goes on about it. The candidates are what the passage has spoken of, what the
words of the claim sound like among the articles of the instruments that the document names, the instruments as wholes,
and nothing at all; a conditional logit (McFadden 1974) over what `salience` and `wording` say of each gives their
probabilities. Its weights are plain numbers in `argmine.models`, made by `python -m argmine.training.topics`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log1p
from typing import Any

from argmine.errors import ModelError
from argmine.resolve.links.domestic import Domestic
from argmine.resolve.links.salience import Key, Passages, key_of
from argmine.resolve.links.warrants import Setting, is_warranted
from argmine.resolve.links.wording import Articles, Wording
from argmine.types import Claim, Document, Link, Mention, Provision, Sentence, Unresolved, relation_of

NOTHING: Key = ("", "")
_LIKE = 5
"""How many articles are candidates for their wording alone."""
_SURE = 0.7
"""The score of a link that leaves no doubt, below those of what a claim names itself."""
_FILE = ("topics", "model.json")
_REMEDY = "Make it with `python -m argmine.training.topics`, or install argmine again."
_POINTS_BACK = re.compile(
    r"\b(?:th(?:is|at|ese|ose)|such|said|same|latter)\s+(?:\w+\s+)?(?:provisions?|articles?|clauses?|paragraphs?|norms?|"
    r"principles?|prohibitions?|obligations?|dut(?:y|ies)|rules?|requirements?|terms?|phrases?|words?|rights?|freedoms?|"
    r"language|text|wording|treaty|convention|agreement|interpretation|reading|approach|view)\b"
    r"|\bthe\s+(?:provision|article|clause|phrase|term|word|text|wording|drafters|prohibition|obligation|treaty)\b"
    r"|\bthe\s+(?:duty|rule|freedom|requirement|ban)\b(?!\s+(?:of|to|that|on)\b)"
    r"|^\W*(?:it|this|these|those|they|such|thus|therefore|hence|accordingly|in other words|similarly|likewise)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a claim may be about, and what speaks for it: sign → how strongly."""

    key: Key
    signs: Mapping[str, float]


def carry_over(
    document: Document,
    claims: Iterable[Claim],
    links: Sequence[Link],
    mentions: Sequence[Mention],
    unresolved: Sequence[Unresolved],
    sentences: Sequence[Sentence],
) -> Iterator[Link]:
    """Links for claims that name no article.

    A claim with an article that could not be resolved is about that and gets none. The links are *topical*: what was
    spoken of before gives the place where it was for evidence, what only the words make likely the claim itself.
    """
    by_claim: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_claim[link.claim_id].append(link)
    unclear = sorted(each.span.start for each in unresolved)
    reader = Reader(document, sentences, mentions)
    for claim in sorted((claim for claim in claims if claim.region == "body"), key=lambda claim: claim.span):
        own = by_claim[claim.id]
        is_unclear = bisect_left(unclear, claim.span.start) < bisect_left(unclear, claim.span.end)
        if any(link.provision.path for link in own) or is_unclear:
            reader.conclude(claim, own)
            continue
        found = list(reader.read(claim, own))
        # what is not warranted is no link, yet keeps the thread of the passage for those behind
        reader.conclude(claim, [*own, *(link for link, _ in found)])
        have = {link.provision for link in own}
        yield from (link for link, warranted in found if warranted and link.provision not in have)


class Reader:
    """Reads the claims of a document in their order, and says of each what it may be about."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._text = document.text
        self._passages = Passages(document, sentences, mentions)
        self._domestic = Domestic(document, sentences, mentions)
        self._codes = tuple(dict.fromkeys(mention.provision.instrument for mention in mentions))
        self._cited = {key_of(mention.provision) for mention in mentions if mention.method != "implicit"}
        self._articles = Articles(self._codes)
        self._usage = self._passages.usage
        self._headings: dict[str, Mapping[Key, Wording]] = {"": {}}

    def read(self, claim: Claim, own: Sequence[Link]) -> Iterator[tuple[Link, bool]]:
        """The links of a claim to what it is probably about, and whether each is warranted; `own` are its links to
        instruments as wholes."""
        setting = self.setting(claim, own)
        candidates = self.candidates(setting)
        chances = sorted(zip(_chances(candidates), candidates, strict=True), key=lambda pair: -pair[0])
        if chances[0][1].key == NOTHING:
            return
        for place, (chance, candidate) in enumerate(chances):
            if candidate.key != NOTHING and (place == 0 or chance >= _model()["threshold"]):
                warranted = self._is_known(candidate.key, setting) and is_warranted(candidate.key, setting, chance)
                yield _link(setting, candidate.key, chance), warranted

    def _is_known(self, key: Key, setting: Setting) -> bool:
        """Whether the document cites the article by its number, or the claim has key terms of it: what only a phrase
        has called up in passing is not carried on."""
        own = setting.wording.get(key)
        return own is None or own.terms > 0 or key in self._cited

    def conclude(self, claim: Claim, links: Iterable[Link]) -> None:
        """Remember what a claim is about: it counts for those behind it."""
        about = {
            key_of(link.provision): Mention(link.evidence, link.provision, link.method, link.score) for link in links
        }
        self._passages.conclude(self._passages.place(claim.span), about)

    def setting(self, claim: Claim, own: Sequence[Link]) -> Setting:
        """What there is to be known of a claim."""
        spoken = self._passages.before(self._passages.place(claim.span))
        words = claim.span.of(self._text)
        if spoken.heading not in self._headings:
            self._headings[spoken.heading] = self._articles.compare(spoken.heading)
        named = {
            key_of(link.provision): Mention(link.evidence, link.provision, link.method, link.score) for link in own
        }
        points_back = _POINTS_BACK.search(words) is not None
        wording = self._articles.compare(words)
        is_domestic = self._domestic.is_spoken_of(claim.span)
        heading = self._headings[spoken.heading]
        return Setting(claim, words, named, spoken, wording, heading, points_back, is_domestic)

    def candidates(self, setting: Setting) -> list[Candidate]:
        """Nothing, what was spoken of, what the claim sounds like most, and the instruments as wholes."""
        wording = setting.wording
        likest = sorted(wording, key=lambda key: -_sound(wording[key]))[:_LIKE]
        with_terms = [key for key in wording if wording[key].terms]
        termed = sorted(with_terms, key=lambda key: -wording[key].terms)[:_LIKE]
        spoken = (key for key in setting.spoken.mention if key[1])
        keys = dict.fromkeys((*spoken, *likest, *termed, *((code, "") for code in self._codes)))
        return [_nothing(setting), *(Candidate(key, self._signs(key, setting)) for key in keys)]

    def _signs(self, key: Key, setting: Setting) -> dict[str, float]:
        sort = "article" if key[1] else "whole"
        signs = {f"{sort}{name}": value for name, value in self._context(key, setting).items()}
        if key[1]:
            return signs | _of_article(key, setting)
        return signs | ({f"whole {setting.named[key].method}": 1.0} if key in setting.named else {})

    def _context(self, key: Key, setting: Setting) -> dict[str, float]:
        """What the passage and the document say of a candidate."""
        spoken, code = setting.spoken, key[0]
        of_code = sum(value for other, value in spoken.frequency.items() if other[0] == code)
        used = sum(times for other, times in self._usage.items() if other[0] == code)
        return {
            "": 1.0,
            " recency": spoken.recency.get(key, 0.0),
            " frequency": log1p(spoken.frequency.get(key, 0.0)),
            " heading": spoken.headings.get(key, 0.0),
            " ahead": float(key in spoken.ahead),
            " before": float(key in spoken.before),
            " instrument share": of_code / (sum(spoken.frequency.values()) or 1.0),
            " usage": log1p(self._usage[key]) / 3,
            " instrument usage": used / (self._usage.total() or 1),
            " named": float((code, "") in setting.named),
            " other named": float(bool(setting.named) and (code, "") not in setting.named),
        }


def _nothing(setting: Setting) -> Candidate:
    signs = {"nothing": 1.0, f"nothing {setting.claim.kind}": 1.0, "nothing points": float(setting.points_back)}
    return Candidate(NOTHING, signs)


def _of_article(key: Key, setting: Setting) -> dict[str, float]:
    """What speaks for an article by its share of the talk and by the words of claim and heading."""
    spoken = setting.spoken
    recency = spoken.recency.get(key, 0.0)
    talk = sum(value for other, value in spoken.frequency.items() if other[1]) or 1.0
    signs = {
        "article latest": 1 / len(spoken.latest) if key in spoken.latest else 0.0,
        "article share": spoken.frequency.get(key, 0.0) / talk,
        "article points recency": setting.points_back * recency,
    }
    if wording := setting.wording.get(key):
        signs |= {
            "terms": min(wording.terms, 2.0),
            "words": wording.words,
            "meaning": wording.meaning,
            "meaning over mean": wording.meaning - setting.usual,
            "terms spoken": min(wording.terms, 2.0) * (recency > 0),
        }
    if heading := setting.heading.get(key):
        signs |= {"heading terms": min(heading.terms, 1.0), "heading meaning": heading.meaning}
    return signs


def _sound(wording: Wording) -> float:
    return wording.terms + wording.words + 2 * wording.meaning


def _chances(candidates: Sequence[Candidate]) -> list[float]:
    """The probability of each candidate."""
    weights = _model()["weights"]
    sums = [sum(weights.get(sign, 0.0) * value for sign, value in each.signs.items()) for each in candidates]
    highest = max(sums)
    powers = [exp(each - highest) for each in sums]
    return [power / sum(powers) for power in powers]


def _link(setting: Setting, key: Key, chance: float) -> Link:
    """What was spoken of is linked with the place where it was, as deep as it went there."""
    claim, mention = setting.claim, setting.spoken.mention.get(key)
    score = round(_SURE * chance, 3)
    relation = relation_of(claim)
    if mention is not None:
        return Link(claim.id, mention.provision, "topical", score, mention.span, relation)
    return Link(claim.id, Provision(key[0], (key[1],) if key[1] else ()), "topical", score, claim.span, relation)


@cache
def _model() -> dict[str, Any]:
    """The weights of the signs, and the chance from which a second candidate is taken too."""
    try:
        found: dict[str, Any] = json.loads(resources.files("argmine.models").joinpath(*_FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"The topic model cannot be read: {error}.", _REMEDY) from error
    return found
