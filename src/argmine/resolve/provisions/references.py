"""Which provision is meant: references joined to the instrument that stands beside them.

    explicit    "Art. II OST", "Outer Space Treaty, art. VI", "Articles I and II of the Outer Space Treaty"
    anaphoric   "Article VI" after the Treaty was named, "that article" (see `antecedents`)
    implicit    a phrase that the literature uses for one provision (see `concepts`)

An article that the instrument does not have is never linked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from argmine.knowledge import Instrument, instruments
from argmine.knowledge.lexicon import MONTH
from argmine.resolve.phrases import THE
from argmine.types import LinkMethod, Mention, Naming, Provision, Reference, Span, Unresolved

SCORES: dict[LinkMethod, float] = {"explicit": 1.0, "anaphoric": 0.8, "implicit": 0.6}
ANNEX = "annex "
"""Before the unit of a reference to a unit of an annex, which is none of the text itself."""
_DIVISIONS = ("part", "chapter", "preamble")
_WHOLE = 0.9  # an instrument named as a whole: explicit, but says less than an article
_DAY = rf"(?:(?:\d{{1,2}}\s+)?(?:{MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)\s+(?:\d{{1,2}},?\s+)?)?"
_BEHIND = re.compile(
    r"(?:['’]s)?\s*,?\s*\[?(?:(?:of|in|under|to|from|du|de|del|des|der|von|aus)\s+)?(?:de\s+)?"
    rf"[“\"]?(?:{THE}\s+|la\s+|las\s+|los\s+|l['’])?(?:\[?\(?){_DAY}(?:(?:1[89]|20)\d\d\s+)?"
    r"(?:(?:UN|U\.N\.|United Nations)\s+)?[“\"]?"
)
_BEFORE = re.compile(
    r"(?:['’]s?)?[”\"]?(?:\s+of\s+(?:1[89]|20)\d\d)?"
    rf"(?:\s*[\[(][^()\[\]]{{0,80}}[\])])?\s*(?:\((?:1[89]|20)\d\d\)|,\s{_DAY}(?:1[89]|20)\d\d)?\s*[,:(;]?\s*"
    r"(?:(?:in|at|notably|especially|see|under)\s+(?:its\s+)?|and\s+its\s+|supra\s+note\s+\d+,?\s*(?:at\s+)?)?"
)
# "Article 5 of the Helsinki Accords": an instrument is written, though not one that we know
_ELSEWHERE = re.compile(
    r"\.?,?\s*§\s?\d+,\s?cl\.|,?\s+\[?(?:of\s+its\s+statute\b|of\s+(?:the\s+|that\s+|this\s+|its\s+)?(?:(?:1[89]|20)\d\d\s+)?[A-Z]\w+"
    r"|(?:in|under|to)\s+(?:the\s+)?(?:(?:1[89]|20)\d\d\s+)?(?:[A-Z][\w’'-]*\s+(?:of\s+|on\s+|the\s+){0,2}){0,6}"
    r"(?:Treaty|Convention|Agreement|Charter|Statute|Protocol|Covenant|Accords?|Act|Code|Constitution|Annex|Regulations?)\b"
    r"|(?:of|to|in)\s+(?:the\s+|its\s+)?(?:[Aa]nnex|[Aa]ppendix|[Ss]chedule)\b"
    r"|of\s+(?:the|that|this|its|their|our|an?)\s+(?:(?:1[89]|20)\d\d\s+)?(?!(?:said|same|present|latter|former|treaty|convention|agreement|"
    r"statute|charter|protocol|covenant|accords?|instrument|declaration|resolution|principles)\b)[a-z])"
)
_LISTED = re.compile(
    r"\s*(?:,|;|,?\s*(?:and|or|to|with|&)|as well as|in conjunction with|read with|together with)\s*"
    r"(?:(?:in|of|the|also|with)\s+){0,3}"
)


def resolve_references(
    text: str, references: Sequence[Reference], namings: Sequence[Naming]
) -> tuple[tuple[Mention, ...], tuple[Reference, ...], tuple[Unresolved, ...]]:
    """Join references to the instruments named beside them.

    Returns:
        mentions of provisions (and of instruments as wholes, where a name stands without a reference), the references
        that have no instrument beside them, and those whose instrument has no such article.
    """
    owners = _owners(text, references, namings)
    mentions: list[Mention] = []
    unresolved: list[Unresolved] = []
    for reference, naming in zip(references, owners, strict=True):
        if naming is not None:
            span = _joined(reference.span, naming.span)
            for mention in mentions_of(reference, naming.code, naming.method, span):
                (mentions if isinstance(mention, Mention) else unresolved).append(mention)  # type: ignore[arg-type]
    used = {naming.span for naming in owners if naming is not None}
    mentions += [
        Mention(naming.span, Provision(naming.code), naming.method, _WHOLE * SCORES[naming.method])
        for naming in namings
        if naming.span not in used
    ]
    orphans = tuple(reference for reference, naming in zip(references, owners, strict=True) if naming is None)
    return tuple(sorted(mentions, key=lambda mention: mention.span)), orphans, tuple(unresolved)


def mentions_of(
    reference: Reference, code: str, method: LinkMethod, span: Span | None = None
) -> Iterator[Mention | Unresolved]:
    """The provisions of instrument `code` that a reference lists, in the instrument's own numerals."""
    instrument = instruments()[code]
    if reference.unit.startswith(ANNEX):
        yield Mention(span or reference.span, Provision(code), method, _WHOLE * SCORES[method])
        yield Unresolved(reference.span, f"the articles of the annexes of {code} are not in the registry")
        return
    if not is_of_unit(reference, instrument):
        yield Unresolved(reference.span, f"{code} has no {reference.unit}s")
        return
    if reference.unit in _DIVISIONS:
        yield from _divisions(reference, instrument, method, span or reference.span)
        return
    for number, *below in map(instrument.settled, reference.paths):
        unit = instrument.article(number)
        if unit is None:
            yield Unresolved(reference.span, f"{code} has no {instrument.unit} {number}")
        elif below and method == "anaphoric" and not instrument.lists(number, below[0]):
            yield Unresolved(reference.span, f"{instrument.unit} {number} of {code} has no {below[0]}")
        else:
            # "Article III(d) OST", which has no letters: of that no more than the article is sure
            path = (unit.number, *below) if below and instrument.lists(number, below[0]) else (unit.number,)
            yield Mention(span or reference.span, Provision(code, path), method, SCORES[method])


def is_of_unit(reference: Reference, instrument: Instrument) -> bool:
    """Whether an instrument has units of the kind that a reference names; everybody says "article" for them."""
    if reference.unit in ("article", "common article"):
        return instrument.unit != "paragraph" or instrument.kind != "resolution"
    if reference.unit in _DIVISIONS:
        return reference.unit == "preamble" or bool(instrument.parts)
    return instrument.unit == reference.unit


def _divisions(
    reference: Reference, instrument: Instrument, method: LinkMethod, span: Span
) -> Iterator[Mention | Unresolved]:
    """Parts, chapters, preambular paragraphs: what holds several articles or stands before them."""
    for number, *_ in reference.paths:
        if reference.unit == "preamble":
            path: tuple[str, ...] = ("preamble", number)
        elif number in instrument.parts:
            path = (f"{reference.unit.capitalize()} {number}",)
        else:
            yield Unresolved(reference.span, f"{instrument.code} has no {reference.unit} {number}")
            continue
        yield Mention(span, Provision(instrument.code, path), method, SCORES[method])


def _owners(text: str, references: Sequence[Reference], namings: Sequence[Naming]) -> list[Naming | None]:
    ends = [naming.span.end for naming in namings]
    starts = [naming.span.start for naming in namings]
    owners = [_beside(text, reference.span, namings, starts, ends) for reference in references]
    for index in range(len(references) - 2, -1, -1):  # "Article I and Article II of the Treaty"
        if owners[index] is None and _is_list(text, references[index], references[index + 1]):
            owners[index] = owners[index + 1]
    for index in range(1, len(references)):  # "Outer Space Treaty, art. I, art. VI"
        if owners[index] is None and _is_list(text, references[index - 1], references[index]):
            owners[index] = owners[index - 1]
    return [owner if _may_own(index, references, owners) else None for index, owner in enumerate(owners)]


def _may_own(index: int, references: Sequence[Reference], owners: Sequence[Naming | None]) -> bool:
    """Whether the name that stands before a reference serves it, too, when it serves the one before.

    In "owing to Article VIII of the Treaty, Article II(2) binds" it does not if the treaty's Article II has no
    paragraphs: Article II is then left to its context.
    """
    owner, here = owners[index], references[index]
    if owner is None or not index or owner is not owners[index - 1] or owner.span.start > here.span.start:
        return True
    is_of_the_one_before = references[index - 1].span.end <= owner.span.start
    lists = instruments()[owner.code].lists
    return not is_of_the_one_before or all(not below or lists(number, below[0]) for number, *below in here.paths)


def _beside(text: str, span: Span, namings: Sequence[Naming], starts: list[int], ends: list[int]) -> Naming | None:
    behind = bisect_left(starts, span.end)
    if behind < len(namings) and _BEHIND.fullmatch(text[span.end : min(namings[behind].span.start, span.end + 60)]):
        return namings[behind]
    before = bisect_right(ends, span.start) - 1
    if has_owner_elsewhere(text, span):
        return None
    if before >= 0 and _BEFORE.fullmatch(text[max(namings[before].span.end, span.start - 140) : span.start]):
        return namings[before]
    return None


def has_owner_elsewhere(text: str, reference: Span) -> bool:
    """Whether the words behind a reference name an instrument that is not in the registry."""
    return _ELSEWHERE.match(text, reference.end, reference.end + 80) is not None


def _is_list(text: str, one: Reference, other: Reference) -> bool:
    between = text[one.span.end : other.span.start]
    is_one_list = one.unit.removeprefix(ANNEX) == other.unit.removeprefix(ANNEX) or one.unit in ("part", "chapter")
    return len(between) < 40 and is_one_list and _LISTED.fullmatch(between) is not None


def _joined(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
