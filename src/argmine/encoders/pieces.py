"""Word pieces: what all shipped models cut a text into (Wu et al. 2016, arXiv:1609.08144)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmine.encoders.weights import open_tokenizer, shipped

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

LONGEST_TEXT = 10_000
"""Characters of a text that are read: far beyond any sentence, and a bound on what a hostile input may cost."""
_LONGEST = 256
"""Tokens that MiniLM takes."""
BEGIN, END = 2, 3
"""The tokens that it wants at both ends of a text: [CLS] and [SEP]."""


@cache
def shared_tokenizer() -> Tokenizer:
    """The word pieces that all shipped encoders share, of texts of any length; ModelError where it cannot be read."""
    tokenizer = open_tokenizer(shipped("minilm")[0])
    tokenizer.no_truncation()
    return tokenizer


def tokens_of(text: str) -> Encoding:
    """The tokens of a text, as many as MiniLM takes."""
    found = shared_tokenizer().encode(clean(text), add_special_tokens=False)
    found.truncate(_LONGEST - 2)
    return found


def framed(found: Encoding) -> list[int]:
    """The ids of tokens between the two marks that MiniLM wants."""
    return [BEGIN, *found.ids, END]


def clean(text: str) -> str:
    """A text without what cannot be UTF-8 (lone surrogates from a shell or a broken PDF), which tokenizers refuses."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
