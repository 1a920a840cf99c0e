"""Clauses of a sentence: which stretches of it are whole propositions, and the lists of them that it holds.

    "Three views are held: the ice may be taken; the ground may not; and …"   items between semicolons
    "(i) the rule is old; (ii) it binds all"   "First, the rule is old; second, it binds all"
    "Halvorsen, at 3 (arguing that the rule is old); Okonjo, at 5 (noting that it binds all)"   each bracket

A clause must say something by itself: it has a finite verb that is not in a relative or subordinate clause of its own.
Names of things, infinitives and participles are none. What stands in quotation marks or brackets is never cut, but
brackets that say what a cited work says are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from argmine.knowledge.lexicon import said_in_brackets
from argmine.knowledge.structure import auxiliaries, finite_verbs
from argmine.types import Span

_HIDDEN = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|\((?!(?:i{1,3}|iv|v|vi{1,3}|[a-h]|\d)\))[^()]*\)|\[[^\[\]]*\]")
_SUBORDINATOR = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|whether|if|because|since|although|though|while|whereas|unless|until|"
    r"how|what|why|than|as)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"(?:\s|[,;:–—-]|(?:and|or|but|that|then|also|finally|lastly)\b,?)+", re.IGNORECASE)
_STARTS_NONE = re.compile(
    r"(?:to|as|which|who|whose|whom|where|when|such as|including|as well as|namely|e\.g|i\.e|see|cf|ibid|id|supra|"
    r"\w+ing|not|nor|rather|than|with|if|whether|because|provided|unless|so that|although|though)\b",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(
    r"(?:\s+(?:not|also|only|never|indeed|clearly))+\Z", re.IGNORECASE
)  # "the dispute was not, in theory, …"
_WANTS_MORE = re.compile(r"\b(?:that|whether|because|than)\Z", re.IGNORECASE)  # "it may be said that"
_HEADLESS = re.compile(  # "entirely supports the case", "should in another section say so": who does?
    rf"(?:[a-z]+ly\s+)+(?:{finite_verbs().pattern})|(?:[a-z]+ly\s+)*(?:{'|'.join(auxiliaries())})\b"
)
_GERUND_SUBJECT = re.compile(
    r"(?:nothing|anything|something|everything|during|being|beijing|sterling)\b", re.IGNORECASE
)
_ENUMERATOR = re.compile(
    r"\((?P<letter>i{1,3}|iv|v|vi{1,3}|[a-h]|\d)\)\s*"
    r"|(?:(?<=[,;:–—] )|(?<=\Z)|(?<=and ))"
    r"(?P<word>first|second|third|fourth|fifth|firstly|secondly|thirdly|fourthly),\s",
    re.IGNORECASE,
)
_SERIES = (
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"), tuple("abcdefgh"), tuple("123456789"),
    ("first", "second", "third", "fourth", "fifth"), ("firstly", "secondly", "thirdly", "fourthly"),
    ("first", "secondly", "thirdly", "fourthly"),
)  # fmt: skip
_BRACKET = re.compile(r"\((?:[^()]|\([^()]{0,100}\)){8,1500}\)")
_BRIEF = 30  # characters of a bracket that says nothing
_FEWEST_WORDS = 4
_LONGEST = 3_000  # characters of a sentence that are looked at


def hidden(text: str, sentence: Span) -> str:
    """The sentence with quotations and brackets blotted out, offset by offset."""
    words = text[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
    return _HIDDEN.sub(lambda match: "_" * len(match.group()), words)


def is_proposition(words: str) -> bool:
    """Whether `words`, quotations blotted out, say something by themselves: "it binds all", no "rule that binds"."""
    words = _ENDS_OPEN.sub("", words[joining(words) :].strip(" ,;:."))
    if len(re.findall(r"\w+", words)) < _FEWEST_WORDS or _starts_with_none(words) or _WANTS_MORE.search(words):
        return False
    if _HEADLESS.match(words):
        return False
    verbs = [match for match in finite_verbs().finditer(words) if match.start() > 0 and match.end() < len(words)]
    return len(verbs) > sum(1 for match in _SUBORDINATOR.finditer(words) if match.start() > 0)


def _starts_with_none(words: str) -> bool:
    """Whether an infinitive, a participle, a relative clause or a bare reference begins; a gerund may be a subject."""
    match = _STARTS_NONE.match(words)
    return match is not None and not _GERUND_SUBJECT.match(words)


def joining(words: str) -> int:
    """How many characters at the beginning only join: ", and that "."""
    match = _JOINING.match(words)
    return match.end() if match else 0


def find_items(text: str, sentence: Span) -> tuple[Span, ...]:
    """The propositions that a sentence lists, in their order; empty unless there are two or more."""
    masked = hidden(text, sentence)
    for items in (_enumerated(masked), _between_semicolons(masked)):
        found = tuple(_shifted(masked, item, sentence.start) for item in items if is_proposition(_of(masked, item)))
        if len(found) > 1 and (len(found) == len(items) or _has_lead(masked, items[0])):
            return found
    return _said_in_brackets(text, sentence)


def _said_in_brackets(text: str, sentence: Span) -> tuple[Span, ...]:
    """What each of several cited works is said to say, in the brackets behind it; empty where only one is."""
    brackets = _BRACKET.finditer(text, sentence.start, min(sentence.end, sentence.start + _LONGEST))
    opened = ((said_in_brackets().match(text, match.start() + 1, match.end()), match) for match in brackets)
    found = tuple(Span(said.end(), match.end() - 1) for said, match in opened if said and len(match.group()) > _BRIEF)
    return found if len(found) > 1 else ()


def semicolon_clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """All that stands between the semicolons of a sentence."""
    masked = hidden(text, sentence)
    return tuple(_shifted(masked, item, sentence.start) for item in _between_semicolons(masked))


def _has_lead(masked: str, first: Span) -> bool:
    return masked[: first.start].rstrip().endswith(":")


def _between_semicolons(masked: str) -> list[Span]:
    """Behind the lead, which ends with a colon, if there is one before the first semicolon."""
    first = masked.find(";")
    if first < 0:
        return []
    start = masked.rfind(": ", 0, first) + 1
    ends = [start, *(match.end() for match in re.finditer(";", masked) if match.end() > start), len(masked)]
    return [Span(one, other) for one, other in pairwise(ends) if other > one]


def _enumerated(masked: str) -> list[Span]:
    """Behind each number of one series that begins at its first: (i) … (ii) …, first, … second, …"""
    found = [((match["letter"] or match["word"]).lower(), match) for match in _ENUMERATOR.finditer(masked)]
    labels = tuple(label for label, _ in found)
    if len(found) < 2 or not any(series[: len(labels)] == labels for series in _SERIES):
        return []
    ends = [*(match.start() for _, match in found[1:]), len(masked)]
    return [Span(match.end(), end) for (_, match), end in zip(found, ends, strict=True)]


def _shifted(masked: str, item: Span, by: int) -> Span:
    """The item without what joins it to its neighbours, as a span of the text."""
    words = _of(masked, item)
    end = re.search(r"(?:[\s,;]|\b(?:and|or|but)\b)*\Z", words)
    last = end.start() if end else len(words)
    return trimmed(masked, Span(item.start + min(joining(words), last), item.start + last), by)


def trimmed(masked: str, item: Span, by: int = 0) -> Span:
    """The span without white space at its ends."""
    words = _of(masked, item)
    left = len(words) - len(words.lstrip())
    return Span(by + item.start + min(left, len(words)), by + item.start + max(len(words.rstrip()), left))


def _of(masked: str, item: Span) -> str:
    return masked[item.start : item.end]


def fragments(masked: str) -> Iterator[int]:
    """The places of the commas outside quotations and brackets."""
    return (match.start() for match in re.finditer(r",(?=\s)", masked))
