"""What a passage is about: the provision of a claim that names none.

Legal prose names a provision once and goes on about it. Every article that the section has spoken of before a claim
counts by how near it was (Grosz, Joshi and Weinstein's salience, 1995, reduced to recency and frequency): a sentence
between costs a little, a new paragraph more, a heading counts more than a sentence, and the section, or the speech of
a record, is the limit. The claim is about the leader if it leads clearly; otherwise about nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from argmine.types import Claim, Document, Link, Mention, Provision, Sentence, Unresolved

_SENTENCE = 0.85
_PARAGRAPH = 0.25
_HEADING = 1.5
_REACH = 12  # sentences
_LEAST = 0.3
_LEAD = 2.0
_SCORE = 0.5


def carry_over(
    document: Document,
    claims: Iterable[Claim],
    links: Sequence[Link],
    mentions: Sequence[Mention],
    unresolved: Sequence[Unresolved],
    sentences: Sequence[Sentence],
) -> Iterator[Link]:
    """Links for claims on the law that name no article, from what their section is speaking of.

    A claim that names another instrument, or an article that could not be resolved, is about that and gets none.
    """
    named: dict[str, list[Provision]] = defaultdict(list)
    for link in links:
        named[link.claim_id].append(link.provision)
    passages = _Passages(document, [sentence for sentence in sentences if sentence.region == "body"], mentions)
    unclear = sorted(each.span.start for each in unresolved)
    for claim in claims:
        wholes = {provision.instrument for provision in named[claim.id]}
        if claim.kind != "interpretive" or any(provision.path for provision in named[claim.id]):
            continue
        if bisect_left(unclear, claim.span.start) < bisect_left(unclear, claim.span.end):
            continue
        topic = passages.topic(claim)
        if topic is not None and (not wholes or topic.provision.instrument in wholes):
            yield Link(claim.id, topic.provision, "anaphoric", _SCORE, topic.span)


class _Passages:
    """The body's sentences with the articles that each speaks of."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._sentences = sentences
        self._mentions = [mention for mention in mentions if mention.provision.path]
        self._starts = [mention.span.start for mention in self._mentions]
        self._bounds = [sentence.span.start for sentence in sentences]

    def topic(self, claim: Claim) -> Mention | None:
        """The latest mention of the article that the section is about when the claim is made."""
        saliences: dict[tuple[str, str], float] = defaultdict(float)
        latest: dict[tuple[str, str], Mention] = {}
        for weight, mentions in self._before(claim):
            articles = {_article(mention): mention for mention in reversed(mentions)}
            for article, mention in articles.items():
                saliences[article] += weight / len(articles)
                latest.setdefault(article, mention)
        ranked = sorted(saliences.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
            return None
        return latest[ranked[0][0]]

    def _before(self, claim: Claim) -> Iterator[tuple[float, list[Mention]]]:
        """The sentences before the claim, the nearest first: weight, articles spoken of."""
        own = bisect_left(self._bounds, claim.span.end) - 1
        speech = self._document.speech_at(claim.span.start)
        weight = 1.0
        for index in range(own - 1, max(own - 1 - _REACH, -1), -1):
            sentence, following = self._sentences[index], self._sentences[index + 1]
            if sentence.block is None or self._document.speech_at(sentence.span.start) != speech:
                return
            weight *= _PARAGRAPH if sentence.block != following.block else 1.0
            is_heading = self._document.blocks[sentence.block].kind == "heading"
            yield weight * (_HEADING if is_heading else 1.0), self._inside(sentence)
            if is_heading:
                return
            weight *= _SENTENCE

    def _inside(self, sentence: Sentence) -> list[Mention]:
        first = bisect_left(self._starts, sentence.span.start)
        return self._mentions[first : bisect_left(self._starts, sentence.span.end)]


def _article(mention: Mention) -> tuple[str, str]:
    return mention.provision.instrument, mention.provision.path[0]
