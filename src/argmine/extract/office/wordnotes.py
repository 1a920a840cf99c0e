"""The numbers of notes in WordprocessingML, counted as Word counts them (ECMA-376 part 1, 17.11).

A note with a mark of its own ("*") takes no number, so the one after it has the number that it would have had.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmine.extract.files.xmltree import Element, child, value_of, whole
from argmine.extract.paragraphs.tied import TiedNote, without_number
from argmine.extract.words.numerals import written

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # where a file names none
_PROPERTIES = {"footnote": "footnotePr", "endnote": "endnotePr"}


@dataclass(slots=True)
class Reference:
    """A note's marker: which note, in which section and on which page (counted from 0), and its mark, if its own."""

    kind: str
    note: str
    section: int
    page: int
    own_mark: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Counting:
    """How notes of a kind are counted in a section."""

    form: str
    start: int
    restart: str


def printed_notes(
    references: Sequence[Reference],
    sections: Sequence[Element],
    texts: Mapping[tuple[str, str], str],
    settings: Element | None,
) -> tuple[TiedNote, ...]:
    """One note for each reference, with the number that Word prints; `texts` are by kind and identifier."""
    counts: dict[str, tuple[int, tuple[int, int]]] = {}
    notes = []
    for one in references:
        text = texts.get((one.kind, one.note), "")
        if one.own_mark:
            mark = one.mark or "*"
            notes.append(TiedNote(mark, without_number(text, mark)))
            continue
        section = sections[one.section] if one.section < len(sections) else None
        counting = _counting(one.kind, section, settings)
        count, place = counts.get(one.kind, (counting.start - 1, _place(one, counting)))
        count = counting.start if place != _place(one, counting) else count + 1
        counts[one.kind] = (count, _place(one, counting))
        notes.append(TiedNote(written(count, counting.form), text))
    return tuple(notes)


def _place(reference: Reference, counting: _Counting) -> tuple[int, int]:
    """What has to change for the count to begin anew."""
    section = reference.section if counting.restart in ("eachSect", "eachPage") else 0
    return section, reference.page if counting.restart == "eachPage" else 0


def _counting(kind: str, section: Element | None, settings: Element | None) -> _Counting:
    places = [child(place, _PROPERTIES[kind]) for place in (section, settings)]

    def said(name: str) -> str | None:
        return next((value for place in places if (value := value_of(child(place, name)))), None)

    return _Counting(said("numFmt") or _FORMS[kind], whole(said("numStart"), 1), said("numRestart") or "continuous")
