"""Short forms: which full citation an *ibid.*, a *supra* note 12, an *op. cit.* or a bare name means.

A short form gets a target only when exactly one authority remains; else it is kept with the reason. An *ibid.* means the
citation right before it, and the one authority of the note before when it begins a note (Bluebook rule 4.1, OSCOLA
1.2.3): a note between without a citation that was read, or with several, blocks it, and what blocks one blocks those
that hang on it. A *supra* means the note that it names; when that note does not cite the name while exactly one other
authority of the document has it, that one is the target and the error is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from argmine.types import Antecedent, Citation, Document, Note

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"[’']s?\b")
_SMALL = frozenset("the of and on in a an for to de la le der die das von van v et al others no article in".split())
_PLACE = re.compile(r"\b(?:paras?\.?|pp?\.|arts?\.|at)\s?\d|§\s?\d|\b[A-Z]\w+,? \d+\b|\((?:1[89]|20)\d\d\)")
_OTHER_PLACE = re.compile(r"\s?,?\s*(?:vol\.|Add\.|Corr\.|Rev\.)\s?\d")


def resolve_short_forms(document: Document, citations: Sequence[Citation]) -> tuple[Antecedent, ...]:
    """One antecedent for each citation that points back, in their order."""
    return tuple(_Chain(document, citations).resolve())


class _Chain:
    """What has been cited so far, note by note."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self._text = document.text
        self._notes = document.notes
        self._citations = citations
        self._targets: dict[int, int | None] = {}
        self._by_note: dict[str, list[int]] = defaultdict(list)
        self._full: list[int] = []

    def resolve(self) -> Iterator[Antecedent]:
        for index, citation in enumerate(self._citations):
            if citation.pointer is not None:
                target, reason = self._meant(index, citation)
                self._targets[index] = target
                yield Antecedent(index, target, reason)
            if citation.kind != "short":
                self._targets[index] = index
                self._full.append(index)
            if citation.note is not None:
                self._by_note[citation.note].append(index)

    def _meant(self, index: int, citation: Citation) -> tuple[int | None, str | None]:
        assert citation.pointer is not None
        if citation.pointer.form == "preceding":
            return self._preceding(index, citation)
        if citation.pointer.form == "provision":
            return self._statute(citation)
        if citation.pointer.note is not None:
            return self._in_note(citation.pointer.note, citation.pointer.name, citation)
        return self._by_name(citation.pointer.name, citation)

    def _preceding(self, index: int, citation: Citation) -> tuple[int | None, str | None]:
        if _OTHER_PLACE.match(self._text, citation.span.end):
            return None, "another volume or another part of the document is meant than the one before"
        before = index - 1
        if before >= 0 and self._citations[before].note == citation.note:
            return self._chained(before)
        place = self._place_of(citation)
        if place is None or place == 0:
            return None, "there is no note before it"
        earlier = self._by_note.get(self._notes[place - 1].number, [])
        here = [each for each in earlier if self._notes[place - 1].span.covers(self._citations[each].span)]
        targets = {self._targets[each] for each in here}
        if here and self._has_more(self._notes[place - 1], here):
            return None, f"note {self._notes[place - 1].number} may cite more than was read"
        if not here:
            return None, f"no citation was read in note {self._notes[place - 1].number}"
        if len(targets) > 1 and None in targets:
            return None, f"note {self._notes[place - 1].number} has a citation that is unresolved itself"
        if len(targets) > 1:
            return None, f"note {self._notes[place - 1].number} cites {len(targets)} authorities"
        return self._chained(here[-1])

    def _statute(self, citation: Citation) -> tuple[int | None, str | None]:
        """The one statute or treaty cited in this note or the five before it (Bluebook rule 12.10)."""
        place = self._place_of(citation) or 0
        near = {note.number for note in self._notes[max(place - 5, 0) : place + 1]}
        laws = [each for number in near for each in self._by_note.get(number, []) if self._is_law(each)]
        last = max(laws, default=None)
        if last is None:
            return None, "no statute is cited in the five notes before it"
        target = self._targets[last]
        others = {_work(self._citations[self._targets[each] or each]) for each in laws}
        return (target, None) if len(others) == 1 else (None, f"{len(others)} statutes are cited in the five notes before it")

    def _is_law(self, index: int) -> bool:
        target = self._targets[index]
        return target is not None and self._citations[target].kind in ("legislation", "bill")

    def _has_more(self, note: Note, here: Sequence[int]) -> bool:
        """Whether what stands in a note beside its citations looks like one that was missed."""
        words = self._text[note.span.start : note.span.end]
        for each in here:
            span = self._citations[each].span
            left, right = span.start - note.span.start, span.end - note.span.start
            words = words[:left] + " " * (right - left) + words[right:]
        return _PLACE.search(words) is not None

    def _chained(self, before: int) -> tuple[int | None, str | None]:
        target = self._targets[before]
        return (target, None) if target is not None else (None, "the citation that it repeats is unresolved itself")

    def _place_of(self, citation: Citation) -> int | None:
        return next((place for place, note in enumerate(self._notes) if _covers(note, citation)), None)

    def _in_note(self, number: str, name: str | None, citation: Citation) -> tuple[int | None, str | None]:
        here = self._by_note.get(number, [])
        targets = list(dict.fromkeys(target for each in here if (target := self._targets[each]) is not None))
        named = [target for target in targets if self._is_named(target, name, citation)] if name else targets
        named = [each for each in named if self._citations[each].note == number] or named  # cited there in full
        named = self._best(named, name)
        if len(named) == 1:
            return named[0], None
        if len(named) > 1:
            return None, f"note {number} cites {len(named)} authorities that it could mean"
        wrong = f"note {number} does not cite it" if here else f"no citation was read in note {number}"
        found, _ = self._by_name(name, citation)
        if found is None:
            return None, wrong
        elsewhere = self._citations[found].note
        return found, f"{wrong}, note {elsewhere} does" if elsewhere else f"{wrong}, the text does"

    def _by_name(self, name: str | None, citation: Citation) -> tuple[int | None, str | None]:
        if not name:
            return None, "it names no authority"
        found = self._best([each for each in self._full if self._is_named(each, name, citation)], name)
        if len(found) == 1:
            return found[0], None
        return None, f"{len(found)} authorities before it could be meant" if found else "nothing before it bears that name"

    def _best(self, targets: list[int], name: str | None) -> list[int]:
        """Of several, those whose short title is exactly the name; works cited in full again count once."""
        exact = [each for each in targets if name and _words(self._citations[each].defined or "") == _words(name)]
        chosen = exact or targets
        kept: dict[object, int] = {}
        for each in chosen:
            kept.setdefault(_work(self._citations[each]), each)
        return list(kept.values())

    def _is_named(self, target: int, name: str | None, short: Citation) -> bool:
        """Whether every word of the name is one of the authors', the title's or the short title's words."""
        wanted = _words(name or "")
        full = self._citations[target]
        about = full.description
        known = _words(" ".join((*about.authors, *about.editors, about.title or "", about.container or "", full.defined or "", *about.identifiers)))
        if not wanted:
            return False
        if wanted <= known:
            return True
        initials = "".join(word[0] for word in _WORD.findall(about.title or "") if word[0].isupper())
        return len(wanted) == 1 and next(iter(wanted)).upper() in (initials, initials[:5]) and len(initials) > 2


def _covers(note: Note, citation: Citation) -> bool:
    return note.number == citation.note and note.span.covers(citation.span)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(_POSSESSIVE.sub("", text.casefold())) if word not in _SMALL)


def _work(citation: Citation) -> object:
    about = citation.description
    return about.identifiers[:1] or (_words(" ".join(about.authors)), _words(about.title or ""))
