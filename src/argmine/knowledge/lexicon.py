"""Words that the finders know: abbreviations, reporting verbs, the rules of the claim detector, forms of citation.

Each table is a TOML file of this folder, read once, when it is first asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from argmine.errors import KnowledgeError

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
"""A pattern for the English name of a month."""


def table(name: str) -> Mapping[str, Any]:
    """The TOML file `name` of this folder.

    Raises:
        KnowledgeError: when it is not valid TOML.
    """
    try:
        return tomllib.loads(resources.files("argmine.knowledge").joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"knowledge/{name}: {error}.", "Mend the file or install argmine again.") from error


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """ "inside" never ends a sentence ("Art."); "either" may ("etc."), before a word that opens one."""
    return {name: frozenset(words) for name, words in table("abbreviations.toml").items()}


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """A named rule of the claim detector.

    `weights` say how much a match speaks for each of "interpretive", "normative", "evaluative" and "none" (no claim);
    `pattern` is searched in the sentence, ignoring case unless `case` is set.
    """

    name: str
    pattern: str
    weights: tuple[tuple[str, float], ...]
    case: bool = False


@cache
def claim_rules() -> tuple[ClaimRule, ...]:
    """The lexical rules of the claim detector, in the order of their file."""
    return tuple(
        ClaimRule(rule["name"], rule["pattern"], tuple(rule["weights"].items()), rule.get("case", False))
        for rule in table("claims.toml")["rule"]
    )


@cache
def stance_rules() -> tuple[tuple[str, str], ...]:
    """(stance, pattern), the first that matches decides."""
    return tuple((rule["stance"], rule["pattern"]) for rule in table("claims.toml")["stance"])


@cache
def operators() -> dict[str, dict[str, str]]:
    """Words that operate on what is lawful: word, or beginning of words with a star behind it → its operator."""
    tables = table("operators.toml")
    return {
        name: {word: operator for operator, words in tables[name].items() for word in words.split()}
        for name in ("operators", "joints")
    }


@cache
def reporting() -> Mapping[str, Any]:
    """Words that report what somebody says: verbs with their forms, phrases, impersonal phrases, groups of holders."""
    return table("reporting.toml")


@cache
def said_in_brackets() -> re.Pattern[str]:
    """How what an authority says opens in brackets: "arguing that", "discussing it and noting", a mark."""
    said = "|".join(re.escape(verb[4]) for forms in reporting()["verbs"].values() for verb in forms)
    return re.compile(
        rf"(?:[a-z]+ing\s[^“\"();:]{{1,120}}?,?\sand\s)?(?:[a-z]+ly\s)?(?P<cue>{said})(?:\s(?:further|also|inter\salia,?))?"
        r"(?:\sthat\b|,|:)?\s+(?=[“\"‘\[\w])|(?=[“\"](?:\[?\w))"
    )


@cache
def refutation() -> re.Pattern[str]:
    """Words by which a view is rejected: "is mistaken", "overlooks"."""
    words = reporting()["refutation"]
    verdicts, verbs = ("|".join(map(re.escape, words[key])) for key in ("verdicts", "verbs"))
    being = r"(?:is|was|are|were|seems|appears|remains)\s+(?:\w+ly\s+)?"
    return re.compile(rf"\b(?:{being}(?:{verdicts})|{verbs})\b", re.IGNORECASE)


@cache
def overruling() -> re.Pattern[str]:
    """How a sentence begins that rejects an argument before it: "The objection fails", "None of them convinces"."""
    words = reporting()["refutation"]
    theses, failing, succeeding = ("|".join(map(re.escape, words[key])) for key in ("theses", "failing", "succeeding"))
    verdicts = "|".join(map(re.escape, words["verdicts"]))
    being = r"(?:is|was|are|were|seems?|appears?|remains?)\s+(?:\w+ly\s+)?"
    them = rf"(?:(?:the|these|those|such)\s(?:(?:two|three|four|five|last|first)\s)?(?:{theses})s?|them|these|those)"
    return re.compile(
        r"(?:(?:But|Yet|However,|In\smy\sview,?|I\sthink)\s)?"
        rf"(?:(?:this|that|the|such\san?|these|those|both|all)\s(?:\w+\s)?(?:{theses})s?,?\s(?:(?:\w+ly|also|too|both|all|however|though),?\s)?"
        rf"(?:{failing}|{being}(?:{verdicts}))"
        rf"|(?:None|Neither|Not\sone|Few)\sof\s{them}\s(?:is\s(?:\w+ly\s)?)?(?:{succeeding})"
        rf"|Neither\s(?:{theses})\s(?:is\s)?(?:{succeeding}))\b",
        re.IGNORECASE,
    )
