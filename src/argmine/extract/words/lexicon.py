"""How common a word is in a language: the word lists of pyspellchecker."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_LANGUAGES = frozenset(("en", "fr", "es", "de", "nl", "it", "pt"))

EVERYDAY = 200_000
"""Occurrences of words like "in" and "of", which are shorter than a word, but are one."""
SHORTEST = 3
"""Letters of the shortest word that is taken for a part of a compound, or of an address."""


@lru_cache(maxsize=2)
def words_of(language: str | None) -> Mapping[str, int]:
    """How often each word of a language (ISO 639-1) occurs in a large collection of texts; empty where none is known.

    English takes a tenth of a second and is then kept.
    """
    if language not in _LANGUAGES:
        return {}
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return counts
