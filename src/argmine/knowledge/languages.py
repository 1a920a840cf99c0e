"""Words by which languages are told, and the names of their months: `languages.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from argmine.knowledge.lexicon import table


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest words of each language, by its ISO 639-1 code, in small letters."""
    return {language: frozenset(words.split()) for language, words in table("languages.toml")["function_words"].items()}


@cache
def small_words() -> frozenset[str]:
    """Small words of all languages in which international law is written."""
    return frozenset(table("languages.toml")["small_words"]["of_all"].split())


@cache
def words_apart(language: str) -> frozenset[str]:
    """Words of English ("en") that French has not, or of French ("fr") that English has not."""
    return frozenset(table("languages.toml")["apart"][language].split())


@cache
def months() -> Mapping[str, tuple[str, ...]]:
    """The names of the twelve months in each language, by its ISO 639-1 code."""
    return {language: tuple(names.split()) for language, names in table("languages.toml")["months"].items()}
