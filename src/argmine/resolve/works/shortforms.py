"""Short forms: which full citation an *ibid.*, a *supra* note 12, an *op. cit.* or a bare name means.

A short form gets a target only when exactly one authority remains; else it is kept with the reason. An *ibid.* means
the citation right before it, and the one authority of the note before when it begins a note (Bluebook rule 4.1, OSCOLA
1.2.3): a note between without a citation that was read, or with several, blocks it, and what blocks one blocks those
that hang on it. A *supra* means the note that it names; when that note does not cite the name while exactly one other
authority of the document has it, that one is the target and the error is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from argmine.resolve.works.naming import Naming, work_of
from argmine.types import Antecedent, Citation, Document, Note, Pointer

_PLACE = re.compile(r"\b(?:paras?\.?|pp?\.|arts?\.|at)\s?\d|§\s?\d|\b[A-Z]\w+,? \d+\b|\((?:1[89]|20)\d\d\)")
# "the term is defined at § 3" is of the one law that the note cites
_PLACE_ELSEWHERE = re.compile(r"\b(?:pp?\.|at)\s?\d|\b[A-Z]\w+,? \d+\b|\((?:1[89]|20)\d\d\)")
# signs of an authority that was not read before *id.*: an imprint, a document, a pointer
_UNREAD = re.compile(
    r"\b(?:paras?\.?|pp?\.|arts?\.|at)\s?\d|§\s?\d|\([^()]{0,80}\b(?:1[89]|20)\d\d\)|\bDocs?\.|\b[Ss]upra\b|\bnote\s\d"
    r"|\b\d{1,3}\s[A-Z][A-Z.’'& ]{2,40}\s\d"
)
_IN_PAGES = frozenset(("book", "article-journal", "article-newspaper", "chapter", "thesis"))
_IN_ARTICLES = frozenset(("treaty", "legislation", "bill"))
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
        self._starts = [note.span.start for note in document.notes]
        self._by_note: dict[str, list[int]] = defaultdict(list)
        self._in_notes: dict[str, dict[int, None]] = defaultdict(dict)
        self._naming = Naming(citations)
        self._by_volume: dict[str, list[int]] = defaultdict(list)
        self._by_symbol: dict[str, int] = {}

    def resolve(self) -> Iterator[Antecedent]:
        for index, citation in enumerate(self._citations):
            target, reason = self._target(index, citation)
            pointed = citation.pointer is not None and (target is not None or not _stands_alone(citation))
            if pointed or (target is not None and target != index):
                yield Antecedent(index, target, reason)
            self._targets[index] = index if target is None and citation.kind != "short" else target
            self._take_up(index, citation)

    def _target(self, index: int, citation: Citation) -> tuple[int | None, str | None]:
        """(what is meant; None where it stands for itself or is not certain, and then why)."""
        if citation.pointer is not None:
            return self._meant(index, citation, citation.pointer)
        return self._with_title(citation), None

    def _with_title(self, citation: Citation) -> int | None:
        """The document cited before with its title whose symbol alone is cited again."""
        about = citation.description
        if citation.kind != "report" or about.title is not None or not about.identifiers:
            return None
        return self._by_symbol.get(about.identifiers[0])

    def _take_up(self, index: int, citation: Citation) -> None:
        if citation.kind != "short" and not _stands_alone(citation):
            self._naming.add(index)
            for identifier in citation.description.identifiers:
                self._by_volume[identifier.rpartition(" ")[0].casefold()].append(index)
                if citation.description.title is not None:
                    self._by_symbol.setdefault(identifier, index)
        if citation.note is not None:
            self._by_note[citation.note].append(index)
            if (target := self._targets[index]) is not None:
                self._in_notes[citation.note][target] = None

    def _meant(self, index: int, citation: Citation, pointer: Pointer) -> tuple[int | None, str | None]:
        if pointer.form == "preceding":
            return self._with_pages(
                citation, *self._borne(pointer.name, *self._repeated(index, citation, pointer.note))
            )
        if pointer.form == "provision":
            return self._statute(citation)
        if pointer.form == "report":
            return self._in_report(citation, pointer.name)
        if pointer.note is not None:
            return self._in_note(pointer.note, pointer.name, citation)
        return self._naming.meant(pointer.name, citation.kind)

    def _with_pages(self, short: Citation, target: int | None, reason: str | None) -> tuple[int | None, str | None]:
        """What *id.* repeats, unless an article stands behind it and it is a work that has pages."""
        is_paged = target is not None and self._citations[target].kind in _IN_PAGES
        if is_paged and short.pinpoints and all(pin.unit == "article" for pin in short.pinpoints):
            return None, "it names an article, and the work before it has pages"
        return target, reason

    def _borne(self, name: str | None, target: int | None, reason: str | None) -> tuple[int | None, str | None]:
        """What *id.* repeats, where it bears the name that stands before: "Lind and Frost (id. at 4)"."""
        if name is None or target is None or self._naming.is_named(target, name):
            return target, reason
        return None, f"the work before it is not by {name}"

    def _repeated(self, index: int, citation: Citation, number: str | None) -> tuple[int | None, str | None]:
        """What *ibid.* repeats; "ibid., note 12" the one authority of that note, where it stands before."""
        place = self._place_of(citation) or 0
        if number is None or all(note.number != number for note in self._notes[:place]):
            return self._preceding(index, citation)
        target, _ = self._preceding(index, citation)
        if target is not None and target in self._in_notes.get(number, ()):
            return target, None
        return self._in_note(number, None, citation)

    def _preceding(self, index: int, citation: Citation) -> tuple[int | None, str | None]:
        if _OTHER_PLACE.match(self._text, citation.span.end):
            return None, "another volume or another part of the document is meant than the one before"
        place = self._place_of(citation)
        if index > 0 and self._place_of(self._citations[index - 1]) == place is not None:
            return self._same_note(index)
        return self._before_note(place, citation)

    def _before_note(self, place: int | None, citation: Citation) -> tuple[int | None, str | None]:
        """What *id.* repeats where it is the first citation of its note."""
        if place is None or place == 0:
            return None, "there is no note before it"
        if _UNREAD.search(self._text, self._notes[place].span.start, citation.span.start):
            return None, "a reference before it in the note may not have been read"
        return self._note_before(self._notes[place - 1], citation)

    def _same_note(self, index: int) -> tuple[int | None, str | None]:
        citation, before = self._citations[index], index - 1
        between = self._text[self._citations[before].span.end : citation.span.start]
        if _PLACE.search(between):
            return None, "a reference before it in the note may not have been read"
        place = self._place_of(citation)
        while self._is_named_only(before, citation) and self._place_of(self._citations[before]) == place:
            before -= 1  # prose names an instrument, which has no pages: it is not what is cited
        if before < index - 1 and (before < 0 or self._place_of(self._citations[before]) != place):
            return self._before_note(place, citation)
        return self._chained(before)

    def _is_named_only(self, index: int, short: Citation) -> bool:
        """Whether prose names an instrument with articles here, where the short form has a page."""
        citation = self._citations[index]
        is_paged = any(pin.unit == "page" for pin in short.pinpoints)
        return index >= 0 and is_paged and citation.kind in _IN_ARTICLES and _stands_alone(citation)

    def _note_before(self, note: Note, short: Citation) -> tuple[int | None, str | None]:
        here = [each for each in self._by_note.get(note.number, []) if note.span.covers(self._citations[each].span)]
        if not here:
            return None, f"no citation was read in note {note.number}"
        if self._has_more(note, here):
            return None, f"note {note.number} may cite more than was read"
        targets = {self._targets[each] for each in here}
        if len(targets) == 1:
            return self._chained(here[-1])
        fits = self._with_place([each for each in targets if each is not None], short)
        if None not in targets and len(fits) == 1:
            return fits[0], None
        unclear = "has a citation that is unresolved itself" if None in targets else f"cites {len(targets)} authorities"
        return None, f"note {note.number} {unclear}"

    def _statute(self, citation: Citation) -> tuple[int | None, str | None]:
        """The one statute or treaty cited in this note or the five before it (Bluebook rule 12.10)."""
        place = self._place_of(citation) or 0
        near = {note.number for note in self._notes[max(place - 5, 0) : place + 1]}
        laws = [each for number in near for each in self._by_note.get(number, []) if self._is_law(each)]
        last = max(laws, default=None)
        if last is None:
            return None, "no statute is cited in the five notes before it"
        target = self._targets[last]
        statutes = {work_of(self._citations[meant]) for each in laws if (meant := self._targets[each]) is not None}
        if len(statutes) > 1:
            return None, f"{len(statutes)} statutes are cited in the five notes before it"
        return target, None

    def _in_report(self, citation: Citation, name: str | None) -> tuple[int | None, str | None]:
        """The decision cited before from this volume that begins last before the page."""
        volume = citation.identifier or ""
        page = _page(citation.pinpoints[0].value if citation.pinpoints else None)
        here = [
            each
            for each in self._naming.best(self._by_volume.get(volume.casefold(), []), None)
            if page is None or _page(self._citations[each].description.pages) <= page
        ]
        first = max((_page(self._citations[each].description.pages) for each in here), default=0)
        here = [each for each in here if page is None or _page(self._citations[each].description.pages) == first]
        fits = [each for each in here if not (name and self._citations[each].description.title)]
        found = [each for each in here if self._naming.is_named(each, name)] or fits
        if len(found) == 1:
            return found[0], None
        if found:
            return None, f"{len(found)} decisions before it stand in {volume}"
        return self._naming.meant(name) if name and not here else (None, f"no decision of that name stands in {volume}")

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
        of_law = all(
            target is not None and self._citations[target].kind in _IN_ARTICLES
            for target in map(self._targets.get, here)
        )
        return (_PLACE_ELSEWHERE if of_law else _PLACE).search(words) is not None

    def _chained(self, before: int) -> tuple[int | None, str | None]:
        target = self._targets[before]
        return (target, None) if target is not None else (None, "the citation that it repeats is unresolved itself")

    def _place_of(self, citation: Citation) -> int | None:
        place = bisect_right(self._starts, citation.span.start) - 1
        return place if citation.note is not None and place >= 0 else None

    def _in_note(self, number: str, name: str | None, short: Citation) -> tuple[int | None, str | None]:
        here, targets = self._by_note.get(number, []), list(self._in_notes.get(number, ()))
        named = [target for target in targets if self._naming.is_named(target, name)] if name else targets
        named = named or self._naming.nearest(targets, name) or self._naming.alike(targets, name)
        named = [each for each in named if self._citations[each].note == number] or named  # cited there in full
        named = self._naming.best(named, name)
        named = self._with_place(named, short) if len(named) > 1 else named
        if len(named) == 1:
            return named[0], None
        if len(named) > 1:
            return None, f"note {number} cites {len(named)} authorities that it could mean"
        wrong = f"note {number} does not cite it" if here else f"no citation was read in note {number}"
        found, _ = self._naming.meant(name)
        if found is None and len(targets) == 1 and self._naming.is_short_for(name, targets[0]):
            return targets[0], None
        if (
            found is None or not here or self._speaks_of(number, name)
        ):  # what could not be read may well be another work of the same name
            return None, wrong
        elsewhere = self._citations[found].note
        return found, f"{wrong}, note {elsewhere} does" if elsewhere else f"{wrong}, the text does"

    def _speaks_of(self, number: str, name: str | None) -> bool:
        """Whether the words of a note begin with the name or have it between others: it is there, and was not read."""
        text = next((self._text[each.span.start : each.span.end] for each in self._notes if each.number == number), "")
        first = (name or "").partition(",")[0]
        return bool(first) and re.search(rf"\b{re.escape(first)}\b", text, re.IGNORECASE) is not None

    def _with_place(self, targets: list[int], short: Citation) -> list[int]:
        """Of several, those that have such a place: instruments have articles, and no pages; acts have sections."""
        units = {pin.unit for pin in short.pinpoints}
        acts = [each for each in targets if self._citations[each].kind in ("legislation", "bill")]
        if units == {"section"} and acts:
            return acts
        if not units & {"article", "page"}:
            return targets
        return [each for each in targets if (self._citations[each].kind in _IN_ARTICLES) == ("article" in units)]


def _stands_alone(citation: Citation) -> bool:
    """Whether a citation that points back by name says what it means all the same: a treaty, a statute."""
    return citation.pointer is not None and citation.kind in ("treaty", "legislation", "report", "legal_case")


def _page(pages: str | None) -> int:
    """The first number of a page; 0 where there is none."""
    match = re.match(r"\d+", pages or "")
    return int(match.group()) if match else 0
