"""Documents that are said to say something: they speak for those who wrote them.

The Task Force Report states that …      a body's name: the body
the Columbia report concludes that …     any other name: the document itself
The report went on to say that …         none: whoever was reported before it in the paragraph, else "report"
"""

from __future__ import annotations

import re
from functools import cache

from argmine.knowledge.lexicon import reporting
from argmine.resolve.holders.actors import institution
from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import known
from argmine.types import Holder

_WRITERS = ("organ", "court", "state", "instrument")


def speaking_paper(words: str, document_id: str, told: Holder | None) -> Holder | None:
    """Who says what a document says; None where `words` name no document.

    Args:
        told: who was reported before it in the same paragraph.
    """
    match = _paper().fullmatch(words)
    if match is None:
        return None
    body, noun = (match["body"] or "").strip(), match["noun"].casefold()
    if not body and told is not None and told.type in _WRITERS:
        return told
    name = f"{body} {noun}".strip()
    return known(body) or institution(body) or Holder(name, "instrument", f"paper:{slug(name)}@{document_id}")


@cache
def _paper() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in reporting()["papers"]["nouns"])
    return re.compile(rf"[Tt]h(?:e|at)\s(?:same\s|said\s)?(?P<body>(?:[A-Z][\w’'-]*\s)*?)(?P<noun>(?i:{nouns}))")
