"""Naming: which of the authorities cited so far a name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from argmine.resolve.works.registered import instrument_cited, instrument_named
from argmine.types import Citation

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"[’']s?\b")
_YEAR = re.compile(r"\(?(?:1[89]|20)\d\d\)?$")
_YEAR_BEFORE = re.compile(r"^(?P<year>(?:18|19|20)\d\d)\s")
_SMALL = frozenset("the of and on in a an for to de la le der die das von van v et al others no article in".split())
_GENERIC = frozenset("treaty convention agreement protocol covenant charter statute accords act law".split())
_SHORTENED = frozenset(("legislation", "treaty", "report", "bill", "regulation"))
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_CONFUSED = str.maketrans({"i": "l", "1": "l", "0": "o", "5": "s", "j": "l", "!": "l"})
_MOST_ALIKE = 3  # words of a name
_LEAST_WORDS = 3
_MOST_OF = 0.65  # of the words of a name
_MOST = 200  # a word that more authorities share names none of them


class Naming:
    """The authorities cited in full so far, by the words that may name them."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._citations = citations
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def add(self, index: int) -> None:
        """Take up one that is cited in full."""
        for word in _known(self._citations[index]):
            self._by_word[word].append(index)

    def meant(self, name: str | None, kind: str = "short") -> tuple[int | None, str | None]:
        """The one authority before it that bears the name; a treaty that is named means a treaty."""
        if not name:
            return None, "it names no authority"
        dated = _YEAR_BEFORE.match(name) if kind in ("treaty", "legislation") else None
        name = name[dated.end() :] if dated else name
        words = _words(_YEAR.sub("", name))
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        named = [each for each in rarest[-_MOST:] if self.is_named(each, name)]
        if kind in ("treaty", "legislation", "legal_case"):
            named = [each for each in named if self._citations[each].kind == kind]
        if year := _YEAR.search(name):  # "Lind 1979": of several works of an author, the one of that year
            named = [each for each in named if str(self._citations[each].description.year) in year.group()]
        if words <= _GENERIC and dated:  # "the 1972 Convention"
            named = [each for each in named if str(self._citations[each].description.year) == dated["year"]]
        elif words <= _GENERIC:  # "the Treaty" means one that the document calls so
            named = [each for each in named if _words(self._citations[each].defined or "") == words]
        found = self.best(named, name)
        if len(found) == 1:
            return found[0], None
        return (
            None,
            f"{len(found)} authorities before it could be meant" if found else "nothing before it bears that name",
        )

    def best(self, targets: list[int], name: str | None) -> list[int]:
        """Of several, those whose short title is exactly the name; works cited in full again count once."""
        chosen = self._exactly(targets, name) or self._by_author(targets, name) or targets
        kept: dict[object, int] = {}
        for each in chosen:
            work = work_of(self._citations[each])
            if work not in kept or self._is_full(each) or not self._is_full(kept[work]):
                kept[work] = each
        return list(kept.values())

    def is_short_for(self, name: str | None, target: int) -> bool:
        """Whether a name in capitals may be short for an instrument or a report: its letters are initials of its title.

        What has no title may be called as one likes: "CSLR" for "14 C.F.R. §§ 400-460".
        """
        full = self._citations[target]
        plain = (name or "").replace(".", "")
        if full.kind not in _SHORTENED or not _ACRONYM.fullmatch(plain):
            return False
        initials = "".join(word[0].upper() for word in _WORD.findall(full.description.title or ""))
        return not initials or _in_order(plain, initials)

    def _exactly(self, targets: list[int], name: str | None) -> list[int]:
        """Those whose short title, or else whose title, is the name."""
        wanted = _words(name or "")
        abouts = {each: self._citations[each] for each in targets}
        defined = [each for each, full in abouts.items() if _words(full.defined or "") == wanted]
        return defined or [
            each for each, full in abouts.items() if wanted and _words(full.description.title or "") == wanted
        ]

    def _by_author(self, targets: list[int], name: str | None) -> list[int]:
        """ "Lind, ‘Ice’": those that Lind wrote, where others only speak of him."""
        who, _, title = (name or "").partition(",")
        wanted, titled = _words(who), _words(title)
        abouts = {each: self._citations[each].description for each in targets}
        own = [each for each, about in abouts.items() if wanted and wanted <= _words(" ".join(about.authors))]
        return [each for each in own if titled <= _words(abouts[each].title or "")] or own

    def _is_full(self, target: int) -> bool:
        about = self._citations[target].description
        return bool(about.year or about.identifiers)

    def nearest(self, targets: Sequence[int], name: str | None) -> list[int]:
        """Of authorities that do not bear the name, the ones that share most of its words: scans lose letters."""
        wanted = _words(name or "")
        shares = {each: len(wanted & _known(self._citations[each])) for each in targets}
        most = max(shares.values(), default=0)
        if len(wanted) < _LEAST_WORDS or most < _MOST_OF * len(wanted):
            return []
        return [each for each, shared in shares.items() if shared == most]

    def alike(self, targets: Sequence[int], name: str | None) -> list[int]:
        """Those whose authors or short titles bear the name but for letters that scans confuse: "ChristoI".

        A short word before it is the number of a note: "Sl Milde".
        """
        words = _words(name or "")
        wanted = {_folded(word) for word in words if len(word) > 2}
        if not wanted or len(words) > _MOST_ALIKE:
            return []
        cited = {each: self._citations[each] for each in targets}
        known = {each: " ".join((*full.description.authors, full.defined or "")) for each, full in cited.items()}
        return [each for each in targets if wanted <= {_folded(word) for word in _words(known[each])}]

    def is_named(self, target: int, name: str | None) -> bool:
        """Whether every word of the name is one of the authors', the title's or the short title's words."""
        wanted = _words(_YEAR.sub("", name or ""))
        full = self._citations[target]
        about = full.description
        if not wanted or _is_other(name or "", full):
            return False
        if wanted <= _known(full) or _fits_surname(wanted, full):
            return True
        initials = "".join(word[0] for word in _WORD.findall(about.title or "") if word[0].isupper())
        return len(wanted) == 1 and next(iter(wanted)).upper() in (initials, initials[:5]) and len(initials) > 2


def _is_other(name: str, full: Citation) -> bool:
    """Whether the name is that of another instrument than the one cited: the "Moon Treaty" is not the treaty on outer
    space "including the Moon", unless the document calls it so.
    """
    meant, cited = instrument_named(name), instrument_cited(full)
    return meant is not None and cited is not None and meant.code != cited.code and full.defined != name


def _folded(word: str) -> str:
    """A word without what scans confuse in it."""
    return word.translate(_CONFUSED)


def _in_order(letters: str, initials: str) -> bool:
    """Whether the letters stand among the initials, in this order."""
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _fits_surname(wanted: frozenset[str], full: Citation) -> bool:
    """Whether only initials of the name are not in a citation that gives surnames alone, or names that begin so."""
    initials = {word for word in wanted if len(word) == 1}
    known = _known(full)
    if not initials or initials == wanted or not wanted - initials <= known:
        return False
    given = {word[0] for author in full.description.authors for word in _WORD.findall(author.casefold())[:-1]}
    return not given or initials <= given


@lru_cache(maxsize=4096)
def _known(full: Citation) -> frozenset[str]:
    """The words by which a short form may name a full citation."""
    about = full.description
    fields = (*about.authors, *about.editors, about.title, about.container, full.defined, *about.identifiers)
    instrument = instrument_cited(full)
    names = (instrument.title, *instrument.names, *instrument.abbreviations) if instrument else ()
    return _words(" ".join(field for field in (*fields, *names) if field))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(_POSSESSIVE.sub("", text.casefold())) if word not in _SMALL)


def work_of(citation: Citation) -> object:
    """What two citations of one work have in common."""
    about = citation.description
    if (instrument := instrument_cited(citation)) is not None:
        return instrument.code
    return about.identifiers[:1] or (_words(" ".join(about.authors)), _words(about.title or ""))
