"""The word pieces that ship: those of the original's 30,522 that occur in texts of the field, and all letters.

A word whose piece is left out is written with smaller ones, as WordPiece does with every word that it does not know
(Wu et al. 2016, arXiv:1609.08144). Each piece costs a row in three tables.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable

import torch
from tokenizers import Tokenizer

from argmine.training.original import tokenizer, transformer

LEAST = 6  # times that a piece must occur in the texts
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def pruned(texts: Iterable[str]) -> Tokenizer:
    """The original's tokenizer with the pieces that the texts need, numbered anew in the old order."""
    reading = tokenizer()
    reading.no_truncation()
    counts = Counter(token for text in texts for token in reading.encode(text, add_special_tokens=False).tokens)
    facts = json.loads(tokenizer().to_str())
    old = facts["model"]["vocab"]
    kept = [token for token in sorted(old, key=old.__getitem__) if counts[token] >= LEAST or _always(token)]
    new = facts["model"]["vocab"] = {token: number for number, token in enumerate(kept)}
    for added in facts["added_tokens"]:
        added["id"] = new[added["content"]]
    for mark in facts["post_processor"]["special_tokens"].values():
        mark["ids"] = [new[token] for token in mark["tokens"]]
    return Tokenizer.from_str(json.dumps(facts))


def rows(shipped: Tokenizer) -> list[int]:
    """For each token of the shipped tokenizer its row in the original's tables."""
    old = tokenizer().get_vocab()
    new = shipped.get_vocab()
    return [old[token] for token in sorted(new, key=new.__getitem__)]


def transformer_of(shipped: Tokenizer) -> torch.nn.Module:
    """The original transformer, reading the tokens of the shipped tokenizer."""
    model = transformer()
    table = model.embeddings.word_embeddings.weight.data[rows(shipped)].clone()  # type: ignore[index, union-attr]
    model.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(table)  # type: ignore[no-untyped-call, union-attr]
    return model


def _always(token: str) -> bool:
    """A special token, or a letter or sign by itself: of the scripts that write words in few letters."""
    letter = token.removeprefix("##")
    return token in SPECIAL or (len(letter) == 1 and not unicodedata.name(letter, "CJK").startswith(_MANY))


_MANY = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
