"""Citations that were read, beside notes that people annotated.

A gold file has a note a line: `n`, `text`, `anchor` (the last words before the marker), `works`, each with `raw`,
`type`, `authors`, `title`, `year`, `short_form`, `resolves_to` and `full_in` (the note that cites it in full). Without
a document the notes are read from the gold file itself: what is measured then is finding, not the reading of files.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmine.extract import Limits, read
from argmine.mine.citations.finding import find_citations
from argmine.mine.sentences import find_sentences
from argmine.resolve.works.shortforms import resolve_short_forms
from argmine.types import Antecedent, Block, Citation, Document, Metadata, Note, Source, Span

_WORD = re.compile(r"\w+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LEAST_SHARED = 0.5
_SAME_TITLE = 0.8
_TYPES: Mapping[str, tuple[str, ...]] = {
    "article": ("article-journal",),
    "chapter": ("chapter",),
    "book": ("book",),
    "treaty": ("treaty",),
    "case": ("legal_case",),
    "statute": ("legislation", "bill", "regulation"),
    "thesis": ("thesis",),
    "web": ("webpage", "post-weblog", "article-newspaper", "article-magazine"),
    "news": ("article-newspaper",),
    "report": ("report",),
    "un_document": ("report",),
    "other": ("document", "article-newspaper", "speech", "webpage", "post-weblog", "thesis", "personal_communication"),
}
"""The CSL types that are right for a gold type."""
Gold = Mapping[str, Any]


@dataclass(slots=True)
class Share:
    """So many right of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float:
        """The share; 1 of nothing."""
        return round(self.right / self.of, 4) if self.of else 1.0


@dataclass(slots=True)
class Scores:
    """What `score_notes` counts; `wrong` and `refused` are short forms tied to another work, or to none."""

    found: int = 0
    missed: int = 0
    spurious: int = 0
    type: Share = field(default_factory=Share)
    year: Share = field(default_factory=Share)
    authors: Share = field(default_factory=Share)
    title: Share = field(default_factory=Share)
    resolved: Share = field(default_factory=Share)
    wrong: int = 0
    refused: int = 0
    anchored: Share = field(default_factory=Share)
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of works found."""
        return round(2 * self.found / max(2 * self.found + self.missed + self.spurious, 1), 4)

    def summary(self) -> dict[str, Any]:
        """The figures by name."""
        shares = {
            name: value
            for name in ("type", "year", "authors", "title", "resolved", "anchored")
            if (value := getattr(self, name)).of
        }
        works = {"found": self.found, "missed": self.missed, "spurious": self.spurious}
        return {
            **({"works_f1": self.f1, **works} if any(works.values()) else {}),  # some gold names no works
            **{name: f"{share.value} ({share.right}/{share.of})" for name, share in shares.items()},
            "short_forms_wrong": self.wrong,
            "short_forms_refused": self.refused,
        }


def score_file(gold: Path, document: Path | None = None) -> Scores:
    """Read a gold file, and the document to which its notes belong if it is given, and score."""
    notes = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    return score_notes(
        notes, read(document, name=document.name, limits=Limits(200_000_000, 5000)) if document else of_notes(notes)
    )


def of_notes(notes: Sequence[Gold]) -> Document:
    """A document whose body is the anchors and whose notes are the gold texts."""
    body = " ".join(str(note.get("anchor", "")) for note in notes) or "."
    text, made, anchor = body, [], 0
    for note in notes:
        text += "\n\n" + note["text"]
        anchor += len(str(note.get("anchor", "")))
        made.append(Note(str(note["n"]), Span(len(text) - len(note["text"]), len(text)), anchor))
        anchor += 1
    return Document(
        "0" * 12,
        Source("notes.jsonl", "0" * 64, "text/plain", len(text)),
        Metadata(),
        text,
        (Block("paragraph", Span(0, len(body))),),
        tuple(made),
    )


def score_notes(gold: Sequence[Gold], document: Document) -> Scores:
    """Score what is found in a document's notes against gold notes of the same numbers."""
    scores = Scores()
    citations = find_citations(document)
    antecedents = {each.citation: each for each in resolve_short_forms(document, citations)}
    by_number = {note.number: note for note in document.notes}
    for note in gold:
        mine = by_number.get(str(note["n"]))
        here = [
            i for i, each in enumerate(citations) if mine and each.note == mine.number and mine.span.covers(each.span)
        ]
        if "works" in note:
            _score_note(scores, note, here, _Found(document.text, citations, antecedents))
        if mine is not None and len(document.blocks) > 1:
            scores.anchored.add(_is_anchored(document, mine, str(note.get("anchor", ""))))
    return scores


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    citations: Sequence[Citation]
    antecedents: Mapping[int, Antecedent]

    def full(self, index: int) -> Citation | None:
        """The citation that says what the work is."""
        own = self.citations[index]
        meant = self.antecedents.get(index)
        named = own.kind in ("treaty", "legislation", "legal_case") and own.description.year is None
        by_name = own.kind == "short" or named
        if by_name and meant is not None and meant.target is not None:
            return self.citations[meant.target]
        return own if own.kind != "short" else None

    def full_in(self, notes: Collection[str]) -> Iterator[Citation]:
        """What is cited in full in these notes: a work may be cited so more than once."""
        return (each for each in self.citations if each.note in notes and each.pointer is None)


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two full citations share an identifier, or author and title."""
    a, b = one.description, other.description
    return bool(set(a.identifiers) & set(b.identifiers)) or (
        (a.authors, a.title) == (b.authors, b.title) and a.title is not None
    )


def _score_note(scores: Scores, note: Gold, here: Sequence[int], found: _Found) -> None:
    left = list(here)
    for work in note.get("works", ()):
        match = max(left, key=lambda i: _shared(work["raw"], found.citations[i].span.of(found.text)), default=None)
        if match is None or _shared(work["raw"], found.citations[match].span.of(found.text)) < _LEAST_SHARED:
            scores.missed += 1
            scores.misses.append(f"{note['n']} missed: {work['raw']}")
            if work.get("short_form") and work.get("resolves_to"):
                scores.resolved.add(False)
                scores.refused += 1
            continue
        left.remove(match)
        scores.found += 1
        _score_work(scores, str(note["n"]), work, match, found)
    scores.spurious += len(left)
    scores.misses += [f"{note['n']} spurious: {found.citations[i].span.of(found.text)}" for i in left]


def _score_work(scores: Scores, number: str, work: Gold, index: int, found: _Found) -> None:
    full, short = found.full(index), found.citations[index].pointer is not None
    if work.get("short_form") and work.get("resolves_to"):
        _score_resolution(scores, number, work, found, index)
    checks = {"type": _is_type(work, full)}
    if work.get("year"):
        checks["year"] = full is not None and full.description.year == work["year"]
    if work.get("authors"):
        checks["authors"] = full is not None and _same_names(work["authors"], _makers(full), part=short)
    if work.get("title"):
        checks["title"] = full is not None and _is_titled(work["title"], full, found.citations[index])
    for name, right in checks.items():
        getattr(scores, name).add(right)
        if not right:
            seen = full and (full.kind, full.description.authors, full.description.title, full.description.year)
            scores.misses.append(f"{number} {name}: {work.get(name)} | {seen} | {work['raw']}")


def _score_resolution(scores: Scores, number: str, work: Gold, found: _Found, index: int) -> None:
    meant = found.antecedents.get(index)
    full = found.citations[meant.target] if meant and meant.target is not None else None
    owed = {str(work.get("full_in") or work["resolves_to"]), str(work["resolves_to"])}
    right = full is not None and (full.note in owed or any(_is_same(full, each) for each in found.full_in(owed)))
    scores.resolved.add(right)
    scores.wrong += full is not None and not right
    scores.refused += full is None
    if not right:
        reason = found.antecedents[index].reason if index in found.antecedents else "not read as a short form"
        scores.misses.append(f"{number} resolved: {sorted(owed)} not {full and full.note} ({reason}) | {work['raw']}")


def _is_type(work: Gold, full: Citation | None) -> bool:
    if full is None:
        return False
    allowed = [kind for each in (work["type"], work.get("type_alt")) if each for kind in _TYPES.get(each, (each,))]
    return full.kind in allowed


def _is_titled(title: str, full: Citation, short: Citation) -> bool:
    """Whether the title agrees; of a short form, the short title that it uses may."""
    names = [full.description.title, full.defined, short.pointer.name if short.pointer else None]
    return any(_shared(title, name) >= _SAME_TITLE for name in names if name)


def _makers(full: Citation) -> Sequence[str]:
    """The authors; of an edited book, where there are none, the editors."""
    return full.description.authors or full.description.editors


def _same_names(gold: Sequence[str], mine: Sequence[str], *, part: bool) -> bool:
    """Whether surnames agree (all words, for a body); of a short form, those that it names."""
    owed, seen = [_last(name) for name in gold], [_last(name) for name in mine]
    return set(owed) <= set(seen) if part else set(owed) == set(seen)


def _last(name: str) -> str:
    """The surname: the last word that is no "Jr." or "III" behind it."""
    words = [word for word in _words(name) if word not in _SUFFIXES] or _words(name)
    return words[-1] if words else ""


def _words(text: str) -> list[str]:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in spread if not unicodedata.combining(letter)))


def _shared(one: str, other: str) -> float:
    """Words that two texts share, of all words that they have (Jaccard); short ones may be part of long ones."""
    a, b = set(_words(one)), set(_words(other))
    return len(a & b) / max(len(a | b), 1)


def _is_anchored(document: Document, note: Note, words: str) -> bool:
    """Whether the sentence at the marker is the one that ends, or goes on, with these words."""
    if note.anchor is None:
        return False
    sentences = [each.span for each in find_sentences(document) if each.region == "body"]
    place = bisect_right([span.start for span in sentences], note.anchor - 1) - 1
    wanted = _words(words)[-4:]
    return place >= 0 and bool(wanted) and " ".join(wanted) in " ".join(_words(sentences[place].of(document.text)))
