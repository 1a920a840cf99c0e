"""Works: the authorities themselves, one for all citations of it, over a document and over the corpus.

Two citations mean one work when they share a key. Keys are what identifies (a symbol, a place in a series, a DOI, an
address), the instrument of the registry that a treaty is, and, for what has authors or a title, the surnames with the
title's significant words and the year: agreement "well enough" is equality of that, after case, accents, initials,
subtitle and punctuation are taken away. Every join names its key, so that it can be seen; keys that are kept apart join
nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from hashlib import sha256

from argmine.resolve.works.registered import instrument_cited
from argmine.types import Citation, Cited, Description, Metadata, Span, Work

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "the of and on in a an for to de la le les du des der die das von zur und et at by from with its".split()
)
_SERIES_PLACE = re.compile(r"\d")
_LEAST_WORDS = 2
_NOWHERE = Span(0, 0)


def join_works(
    cited: Iterable[Cited],
    apart: Set[str] = frozenset(),
    documents: Iterable[tuple[str, Metadata]] = (),
    same: Iterable[tuple[str, str]] = (),
) -> tuple[Work, ...]:
    """One work for each group of citations that share a key, in the order of their first citation.

    Args:
        cited: citations of any number of documents, full ones before the short forms that mean them.
        apart: keys that must not join (a user's correction).
        documents: ids and metadata of what is in the corpus: a work that is one of them is tied to it.
        same: pairs of keys whose works are one (a user's correction).
    """
    groups = _Groups()
    roots: dict[int, Cited] = {}
    shorts: dict[int, list[int]] = defaultdict(list)
    for each in cited:
        if each.place != each.root:
            shorts[each.root].append(each.place)
            continue
        roots[each.place] = each
        groups.add(each.place)
        for key in keys_of(each.citation):
            if key not in apart:
                groups.join(each.place, key)
    for one, other in same:
        groups.unite(one, other)
    ours = _by_key(documents, apart)
    return tuple(_work([roots[place] for place in places], keys, shorts, ours) for places, keys in groups.all())


def _by_key(documents: Iterable[tuple[str, Metadata]], apart: Set[str]) -> dict[str, str]:
    """The ingested document for each key under which it would be cited; keys that two documents share name none."""
    found: dict[str, set[str]] = defaultdict(set)
    for document_id, metadata in documents:
        for key in (*document_keys(metadata), *_titled(metadata.title, _year(metadata))):
            found[key].add(document_id)
    return {key: ids.pop() for key, ids in found.items() if len(ids) == 1 and key not in apart}


def _titled(title: str | None, year: int | None) -> tuple[str, ...]:
    """What a work and a document whose authors are not known have in common: a long title and the year."""
    words = _significant(title)
    return (f"titled {' '.join(words)}, {year}",) if len(words) > _LEAST_WORDS and year else ()


def keys_of(citation: Citation) -> tuple[str, ...]:
    """Under what a full citation can be joined with another; the identifiers first."""
    about = citation.description
    keys = [identifier.lower() for identifier in about.identifiers if _identifies(citation, identifier)]
    if (instrument := instrument_cited(citation)) is not None:
        keys.append(f"instrument {instrument.code}")
    title = _significant(about.title)
    surnames = sorted(_plain(name.split()[-1]) for name in about.authors if name.split())
    if title and surnames and (len(title) >= _LEAST_WORDS or about.year):
        keys.append(f"{'+'.join(surnames)}: {' '.join(title)}, {about.year or 'undated'}")
    elif len(title) > _LEAST_WORDS and citation.kind in ("treaty", "legislation", "legal_case", "report"):
        keys.append(
            f"{citation.kind}: {' '.join(title)}"
            + (f", {about.year}" if citation.kind != "treaty" and about.year else "")
        )
    return tuple(dict.fromkeys(keys))


def _identifies(citation: Citation, identifier: str) -> bool:
    """Whether a handle names this work alone: an address of a treaty's publisher or a section of a code may not."""
    if identifier.startswith("http"):
        return identifier.count("/") > 3 and citation.kind not in ("treaty", "legal_case")
    if re.fullmatch(r".*[^\d,] (?:1[89]|20)\d\d|\d+ [A-Za-z .]+", identifier):
        return False  # a volume as a whole holds many works
    return _SERIES_PLACE.search(identifier) is not None


def _significant(title: str | None) -> tuple[str, ...]:
    main = re.split(r"[:?!]\s|\s[–—]\s", title or "")[0]
    words = tuple(word for word in _WORD.findall(_plain(main)) if word not in _SMALL)
    return words or tuple(_WORD.findall(_plain(main)))


def _plain(text: str) -> str:
    """Without case, accents and apostrophes."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


class _Groups:
    """Union of what shares a key, in the order of arrival."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._holder: dict[str, int] = {}

    def add(self, place: int) -> None:
        self._parent.setdefault(place, place)

    def join(self, place: int, key: str) -> None:
        holder = self._holder.setdefault(key, place)
        one, other = sorted((self._top(holder), self._top(place)))
        self._parent[other] = one

    def unite(self, one: str, other: str) -> None:
        """Make one group of the holders of two keys, where both are cited."""
        if one in self._holder and other in self._holder:
            self.join(self._holder[one], other)

    def _top(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def all(self) -> Iterator[tuple[list[int], list[str]]]:
        members: dict[int, list[int]] = defaultdict(list)
        keys: dict[int, list[str]] = defaultdict(list)
        for place in self._parent:
            members[self._top(place)].append(place)
        for key, holder in self._holder.items():
            keys[self._top(holder)].append(key)
        for top in sorted(members):
            yield members[top], keys[top]


def _work(
    roots: Sequence[Cited], keys: Sequence[str], shorts: Mapping[int, Sequence[int]], documents: Mapping[str, str]
) -> Work:
    best = max(roots, key=lambda each: (_fullness(each.citation.description), -each.place))
    description = best.citation.description
    for each in roots:
        description = _completed(description, each.citation.description)
    places = sorted(place for each in roots for place in (each.place, *shorts[each.place]))
    name = min(keys) if keys else f"{best.document}/{best.place}"
    tied = (*keys, *_titled(description.title, description.year))
    mine = {documents[key] for key in tied if key in documents}
    return Work(
        sha256(name.encode()).hexdigest()[:12],
        best.citation.kind,
        description,
        tuple(sorted(keys)),
        tuple(places),
        mine.pop() if len(mine) == 1 else None,
    )


def _fullness(description: Description) -> int:
    return (
        sum(bool(getattr(description, name)) for name in Description.__slots__)
        + min(len(description.title or ""), 40) // 10
    )


def _completed(one: Description, other: Description) -> Description:
    """`one`, with what only `other` says; identifiers of both."""
    fields = {name: getattr(one, name) or getattr(other, name) for name in Description.__slots__}
    fields["identifiers"] = tuple(dict.fromkeys((*one.identifiers, *other.identifiers)))
    return replace(one, **fields)


def document_keys(metadata: Metadata) -> tuple[str, ...]:
    """The keys under which an ingested document itself is cited."""
    about = Description(
        metadata.authors,
        metadata.title,
        year=_year(metadata),
        identifiers=(metadata.symbol,) if metadata.symbol else (),
    )
    kind = "treaty" if metadata.genre == "treaty" else "report"
    return keys_of(Citation(_NOWHERE, kind, description=about))


def _year(metadata: Metadata) -> int | None:
    year = metadata.date[:4] if metadata.date else ""
    return int(year) if year.isdigit() else None
