"""Claims: the sentences that argue, judged by a small model from their words, surroundings and matching rules.

The model (`classifier`) gives the probability that a sentence is a claim, its kind and its stance; the rules that match
(`weighing`) are named beside it, so that a reader sees what spoke for it. Headings, tables, captions and the texts of
treaties and statutes hold no claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmine.mine.claims.classifier import Judgement, classifier
from argmine.mine.claims.features import Example
from argmine.mine.claims.weighing import quoted_share, weigh
from argmine.mine.claims.wording import wording_of
from argmine.types import AUTHOR, Attribution, Claim, Document, Genre, Region, Sentence, Span, claim_id

NOT_ARGUED: frozenset[Genre] = frozenset({"treaty", "statute"})
"""Texts that are the law, not readings of it."""

_MOSTLY = 0.6  # of the characters in quotation marks
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def find_claims(
    document: Document,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...] = (),
) -> tuple[Claim, ...]:
    """The claims among the sentences of body and notes, in the order of the text.

    Treaties and statutes state the law and argue nothing: they hold no claims. The holder is `AUTHOR` throughout.
    """
    if document.metadata.genre in NOT_ARGUED:
        return ()
    asked = candidates(document, sentences)
    model = classifier()
    judgements = model.judge(list(examples(document, asked, attributions)))
    pairs = zip(asked, judgements, strict=True)
    found = (claim_of(document, sentence.span, sentence.region, judgement) for sentence, judgement in pairs)
    return tuple(claim for claim in found if claim.confidence >= model.threshold and not _recites(document, claim))


def candidates(document: Document, sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """The sentences that may argue: no headings, tables or captions, and none without words."""
    return [sentence for sentence in sentences if _may_argue(document, sentence)]


def examples(document: Document, sentences: list[Sentence], attributions: tuple[Attribution, ...]) -> Iterator[Example]:
    """Each sentence with its surroundings, as the model sees it."""
    reported = sorted(each.content.start for each in attributions)
    headings = _Headings(document)
    before: Sentence | None = None
    for sentence in sentences:
        block = document.blocks[sentence.block] if sentence.block is not None else None
        together = before is not None and before.region == sentence.region and _near(before, sentence)
        yield Example(
            text=sentence.span.of(document.text),
            genre="note" if sentence.region == "note" else document.metadata.genre,
            block=block.kind if block else "paragraph",
            heading=headings.above(sentence.block),
            before=before.span.of(document.text) if before and together else None,
            lead=_lead(document, sentence.block),
            attributed=any(sentence.span.start <= start < sentence.span.end for start in reported),
        )
        before = sentence


def _near(before: Sentence, sentence: Sentence) -> bool:
    return (sentence.block or 0) - (before.block or 0) <= 1


def _may_argue(document: Document, sentence: Sentence) -> bool:
    if sentence.block is not None and document.blocks[sentence.block].kind in ("heading", "table", "caption"):
        return False
    return len(_LETTERS.findall(sentence.span.of(document.text))) >= 3


def _lead(document: Document, index: int | None) -> str | None:
    """The words before a list, for its items: the last paragraph above that ends with a colon."""
    if index is None or document.blocks[index].kind != "list_item":
        return None
    for block in reversed(document.blocks[max(index - 12, 0) : index]):
        if block.kind != "list_item":
            words = block.span.of(document.text)
            return words[-300:] if words.rstrip().endswith((":", ":—", ",")) else None
    return None


def _recites(document: Document, claim: Claim) -> bool:
    """Whether the sentence is a provision's own words with no more than an introduction."""
    return "provision-recited" in claim.rules and quoted_share(claim.span.of(document.text)) > _MOSTLY


def claim_of(
    document: Document, span: Span, region: Region, judgement: Judgement, *, part_of: str | None = None
) -> Claim:
    """The claim that a judgement says stands at `span`, whole or as a clause of the claim `part_of`."""
    text = span.of(document.text)
    return Claim(
        id=claim_id(document.id, span.start, span.end),
        span=span,
        region=region,
        kind=judgement.kind,
        stance=judgement.stance if judgement.kind != "evaluative" else None,
        holder=AUTHOR,
        attribution="own",
        confidence=judgement.probability,
        rules=(judgement.by, *(("clause",) if part_of else ()), *weigh(text).rules),
        part_of=part_of,
        wording=wording_of(text),
        decided_by=judgement.by,
    )


class _Headings:
    """The heading above each block."""

    def __init__(self, document: Document) -> None:
        self._above: list[str | None] = []
        current: str | None = None
        for block in document.blocks:
            self._above.append(current)
            if block.kind == "heading":
                current = block.span.of(document.text)

    def above(self, index: int | None) -> str | None:
        return self._above[index] if index is not None else None
