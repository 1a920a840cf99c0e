"""The journal in which a document was printed, by its running heads: "44 JOURNAL OF ICE LAW [VOL. 34", "2031] ICE"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmine.types import Document

_LINE = 100  # characters: a longer line is no running head
_FEWEST = 2  # pages that have to agree
_SHORT = 3  # pages: a shorter document has no running head twice
_KIND = re.compile(
    r"\b(?:journal|j\.|review|rev\.|yearbook|annual|annals|proceedings|quarterly|revue|annuaire|zeitschrift|archiv)(?!\w)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:\d{1,4}\s+)?(?P<name>[^\W\d_][^,\[\]()\d|·:]{4,90}?)\s*(?:\[|\(|\b(?=vol)|\d|,|$)", re.IGNORECASE
)
_VOLUME = re.compile(r"\bvol(?:ume|\.)?\s*(?P<volume>\d{1,4})\b", re.IGNORECASE)
_YEAR = re.compile(r"^\W?(?P<first>(?:19|20)\d\d)\W{0,2}(?:\s+\D|$)|\s\W?(?P<last>(?:19|20)\d\d)\W?$")
_SMALL = frozenset("a an and at for in of on the to de des du et la le les und der die das".split())


@dataclass(frozen=True, slots=True)
class Periodical:
    """What the running heads say of the journal; None where they do not agree or say nothing."""

    name: str | None
    volume: str | None
    year: str | None


def periodical_of(document: Document) -> Periodical:
    """The journal, its volume and its year, as several running heads give them."""
    heads = [text for span in document.furniture if len(text := " ".join(span.of(document.text).split())) <= _LINE]
    fewest = _FEWEST if len(document.pages) > _SHORT else 1
    named = [
        (head, match["name"].strip(" .-")) for head in heads if _KIND.search(head) and (match := _NAME.match(head))
    ]
    spelled = Counter(name for _, name in named if _KIND.search(name))
    name = _most(spelled, fewest)
    volumes = Counter(match["volume"] for head, _ in named if (match := _VOLUME.search(head)))
    return Periodical(_cased(name) if name else None, _most(volumes, fewest), _most(Counter(_years(heads)), fewest))


def _years(heads: Iterable[str]) -> Iterator[str]:
    for head in heads:
        if match := _YEAR.search(head):
            yield match["first"] or match["last"]


def _most(counts: Counter[str], fewest: int) -> str | None:
    return next((value for value, count in counts.most_common(1) if count >= fewest), None)


def _cased(name: str) -> str:
    """ "JOURNAL OF SPACE LAW" → "Journal of Space Law"."""
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if at and word in _SMALL else word.capitalize() for at, word in enumerate(words))
