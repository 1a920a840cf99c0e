"""Claims: the sentences that argue, found by named lexical and structural rules.

Each rule of `knowledge/claims.toml` adds its weights to the kinds of claim and to "none"; the structure around the
sentence (headings, tables, quotations, fragments) adds its own. The margin between the best kind and "none" gives the
confidence by a logistic curve. The rules stand for the cues that annotators of argument name: deontic modals and legal
effect for interpretation (Wyner et al. 2010), directives for norms, evaluation and consequence for the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from argmine.knowledge.lexicon import claim_rules, stance_rules
from argmine.types import Attribution, Block, Claim, ClaimKind, Document, Genre, Holder, Sentence, Span, Stance

AUTHOR = Holder("author", "author", "author")
"""The document's own authors: the holder of a claim until `resolve.holders` knows better."""

NOT_ARGUED: frozenset[Genre] = frozenset({"treaty", "statute"})
"""Texts that are the law, not readings of it."""

_SLOPE = 1.6
_BIAS = -0.55
_KINDS = get_args(ClaimKind)
_QUOTED = re.compile(r"“[^”]{12,}”|\"[^\"]{12,}\"|«[^»]{12,}»")
_FINAL = re.compile(r"[.?!:;…][\"”’»)\]*]*$")
# "Establish a registry …": a bare verb first (no gerund, participle or plural noun), then what it takes
_IMPERATIVE = re.compile(
    r"^(?:[(\[]?\w{1,4}[.)\]]\s+)?[A-Z][a-z]{2,}(?<!s)(?<!ing)(?<!ed)\s+(?:\w+ly\s+)?"
    r"(?:the|an?|all|any|each|every|its|their|our|that|to|on|with|and|in|for|up|from)\b"
)
_ADVICE = re.compile(
    r"\b(?:recommend|proposal|way forward|next step|conclusion|what (?:should|must|can))", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the rules say of one sentence: sums per kind and for "none", and the names of the rules that matched."""

    kinds: tuple[tuple[str, float], ...]
    none: float
    rules: tuple[str, ...]

    @property
    def kind(self) -> ClaimKind:
        """The kind with the highest sum; the order of the kinds breaks ties."""
        return cast(ClaimKind, max(self.kinds, key=lambda pair: pair[1])[0])

    @property
    def confidence(self) -> float:
        """Logistic curve over the margin between the best kind and "none", 0..1."""
        margin = max(value for _, value in self.kinds) - self.none + _BIAS
        return round(1 / (1 + math.exp(-_SLOPE * margin)), 3)


def find_claims(
    document: Document,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...] = (),
    threshold: float = 0.5,
) -> tuple[Claim, ...]:
    """The claims among the sentences of body and notes, in the order of the text.

    Treaties and statutes state the law and argue nothing: they hold no claims. The holder is `AUTHOR` throughout.
    """
    if document.metadata.genre in NOT_ARGUED:
        return ()
    reported = {each.content.start for each in attributions}
    found = (_claim(document, sentence, reported) for sentence in sentences)
    return tuple(claim for claim in found if claim is not None and claim.confidence >= threshold)


def claim_id(document_id: str, span: Span) -> str:
    """A claim's id: its document's id and its place."""
    return f"{document_id}-{span.start}-{span.end}"


def _claim(document: Document, sentence: Sentence, reported: set[int]) -> Claim | None:
    block = document.blocks[sentence.block] if sentence.block is not None else None
    text = sentence.span.of(document.text)
    if _is_structure(block, text):
        return None
    surroundings = [*_structural(document, sentence, block, text)]
    if not reported.isdisjoint(range(sentence.span.start, sentence.span.end)):
        surroundings.append(("attributed", "none", -0.8))
    weighing = weigh(text, tuple(surroundings))
    stance = stance_of(text) if weighing.kind != "evaluative" else None
    return Claim(
        id=claim_id(document.id, sentence.span), span=sentence.span, region=sentence.region, kind=weighing.kind,
        stance=stance, holder=AUTHOR, attribution="own", confidence=weighing.confidence, rules=weighing.rules,
    )  # fmt: skip


def weigh(text: str, structural: tuple[tuple[str, str, float], ...] = ()) -> Weighing:
    """Add up the weights of all rules that match `text`, and of (rule, kind, weight) found from its surroundings."""
    sums = dict.fromkeys((*_KINDS, "none"), 0.0)
    names = []
    for name, pattern, weights in _compiled():
        if pattern.search(text):
            names.append(name)
            for kind, weight in weights:
                sums[kind] += weight
    for name, kind, weight in structural:
        names.append(name)
        sums[kind] += weight
    none = sums.pop("none")
    return Weighing(tuple(sums.items()), none, tuple(dict.fromkeys(names)))


def stance_of(text: str) -> Stance | None:
    """The stance that the words take towards what is lawful; the first matching pattern of the table decides."""
    for stance, pattern in _stances():
        if pattern.search(text):
            return stance
    return None


def _is_structure(block: Block | None, text: str) -> bool:
    if block is not None and block.kind in ("heading", "table", "caption"):
        return True
    return len(_LETTERS.findall(text)) < 4


def _structural(
    document: Document, sentence: Sentence, block: Block | None, text: str
) -> Iterator[tuple[str, str, float]]:
    """What the place of a sentence says: (rule, kind, weight)."""
    if _quoted_share(text) > 0.6:
        yield "mostly-quotation", "none", 1.2
    if block is not None and block.kind == "quotation":
        yield "block-quotation", "none", 1.0
    if not _FINAL.search(text) and (block is None or block.kind != "list_item"):
        yield "fragment", "none", 1.5
    if sentence.region == "note":
        yield "in-a-note", "none", 1.0
    if block is not None and block.kind == "list_item" and _IMPERATIVE.match(text):
        above = document.section_at(sentence.span.start)
        yield "imperative-item", "normative", 1.6 if above and _ADVICE.search(above[-1]) else 0.6


def _quoted_share(text: str) -> float:
    return sum(len(match.group()) for match in _QUOTED.finditer(text)) / max(len(text), 1)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], tuple[tuple[str, float], ...]], ...]:
    return tuple(
        (rule.name, re.compile(rule.pattern, 0 if rule.case else re.IGNORECASE), rule.weights) for rule in claim_rules()
    )


@cache
def _stances() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    return tuple((cast(Stance, stance), re.compile(pattern, re.IGNORECASE)) for stance, pattern in stance_rules())
