"""The text of an article marked up in XML, paragraph by paragraph; what each element means, a `Dialect` says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from argmine.extract.files.xmltree import Element, attribute, child, children, tag_of, text_of
from argmine.extract.paragraphs.passages import TIED, TIED_END, Paragraph, listed
from argmine.extract.paragraphs.running import Running, numbered, table_of
from argmine.extract.paragraphs.tied import TiedNote
from argmine.extract.words.numerals import written
from argmine.types import BlockKind

Role = Literal[
    "block", "heading", "section", "list", "item", "quotation", "caption", "figure", "table", "row", "cell", "raised",
    "break", "note", "reference", "pieces", "marker", "furniture", "label", "choice", "formula", "unseen", "inline",
]  # fmt: skip

_TIED = rf"{TIED}\d+{TIED_END}"
_BRACKETED = re.compile(rf"[\[(]\s*({_TIED}(?:[\s,;–-]*{_TIED})*)\s*[\])]")
_PRINTED = frozenset(("sic", "orig", "abbr"))  # of alternatives what the print has, not what an editor made of it
# What lists are called: by JATS, and by TEI and its writers ("ordered:loweralpha").
_LIST_NUMBERS = {
    "alphalower": "lowerLetter", "loweralpha": "lowerLetter", "alphaupper": "upperLetter", "upperalpha": "upperLetter",
    "romanlower": "lowerRoman", "lowerroman": "lowerRoman", "romanupper": "upperRoman", "upperroman": "upperRoman",
    "unordered": "", "order": "decimal", "number": "decimal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dialect:
    """What elements mean: a role by name, "inline" for all others.

    `targets` gives the names that a marker refers to. Notes right inside the elements of `gathered` stand apart from
    the text; a note elsewhere stands at the place of its own marker.
    """

    roles: Mapping[str, Role]
    targets: Callable[[Element], Sequence[str]]
    gathered: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk stands: what kind of paragraph it writes, in how many divisions and lists."""

    kind: BlockKind = "paragraph"
    depth: int = 0
    lists: int = 0
    furniture: bool = False
    raised: bool = False


class Notes:
    """The notes of an article: `named` are those that markers refer to; `met` are those that the text has come to."""

    def __init__(self, dialect: Dialect, named: Mapping[str, Element]) -> None:
        self.dialect = dialect
        self.named = named
        self.met: list[TiedNote] = []
        self._places: dict[Element, int] = {}

    def refer(self, note: Element, printed: str, running: Running) -> None:
        """Put the marker of a note: tied where it is first referred to, a mere number where it is again."""
        if note in self._places:
            running.mark(self.met[self._places[note]].number)
            return
        running.tie(self._add(note, number_of(note) or bare_number(printed) or str(len(self.met) + 1)))

    def hold(self, element: Element) -> bool:
        """Whether notes that markers refer to stand in an element."""
        return any(attribute(one, "id") in self.named for one in element.iterdescendants())

    def finish(self) -> None:
        """Keep the notes that markers refer to, where none of those was met in the text."""
        for note in self.named.values():
            if note not in self._places:
                self._add(note, number_of(note) or str(len(self.met) + 1))

    def keep(self, note: Element) -> bool:
        """Keep a numbered note that nothing refers to; whether it is kept."""
        if number := number_of(note):
            self._add(note, number)
        return bool(number)

    def _add(self, note: Element, number: str) -> int:
        at = self._places[note] = len(self.met)
        self.met.append(TiedNote(number, ""))  # the place is taken before notes within the note come
        text = " ".join(one.text for one in Story(self, note, skipped=("label",)).paragraphs)
        self.met[at] = TiedNote(number, text.lstrip(" .:)]"))
        return at


class Story:
    """Reads what stands in an element; `paragraphs` is what has been read."""

    def __init__(self, notes: Notes, root: Element, place: Place = Place(), skipped: Sequence[str] = ()) -> None:
        self.paragraphs: list[Paragraph] = []
        self._notes = notes
        self._roles = notes.dialect.roles
        self._running = Running()
        self._label = ""
        self._children(root, place, skipped)
        self._flush(place)

    def _children(self, element: Element, place: Place, skipped: Sequence[str] = ()) -> None:
        self._write(element.text, place)
        for one in element:
            if tag_of(one) not in skipped:
                self._element(one, place)
            self._write(one.tail, place)

    def _element(self, element: Element, place: Place) -> None:
        role = self._roles.get(tag_of(element), "inline")
        if role == "inline":
            self._children(element, place)
        elif role == "raised":
            self._children(element, replace(place, raised=True))
        elif role == "break":
            self._write("" if attribute(element, "break") == "no" else " ", place)
        elif role == "formula":
            self._write(_formula(element), place)
        elif role == "choice":
            self._choose(element, place)
        elif role == "marker":
            self._marker(element, place)
        elif role == "note":
            self._note(element, place)
        elif role == "pieces":
            if child(element.getparent(), "mixed-citation") is None:  # else the same stands there as printed
                self._write(", ".join(_pieces(element, self._roles)), place)
        elif role == "label":
            self._label = text_of(element)
        elif role != "unseen":
            self._flush(place)
            self._block(element, role, place)

    def _block(self, element: Element, role: Role, place: Place) -> None:
        start = len(self.paragraphs)
        if role == "table":
            self._table(element, place)
        elif role == "reference":
            self._reference(element, replace(place, kind="list_item", lists=1))
        elif role == "list":
            self._list(element, replace(place, kind="list_item", lists=place.lists + 1))
        else:
            inside = _inside(role, place)
            self._children(element, inside)
            self._flush(inside)
        if (
            role == "section"
            and self._notes.hold(element)
            and all(one.kind == "heading" for one in self.paragraphs[start:])
        ):
            self.paragraphs[start:] = [replace(one, furniture=True) for one in self.paragraphs[start:]]
        if role in ("figure", "section") and self._label:
            self.paragraphs.append(Paragraph(self._label, "caption", furniture=place.furniture))
            self._label = ""

    def _reference(self, element: Element, place: Place) -> None:
        """A work in a list of works; where the text points to it by number it is a note, and does not stand here."""
        if attribute(element, "id") not in self._notes.named:
            self._children(element, place)
            self._flush(place)

    def _list(self, element: Element, place: Place) -> None:
        form = _form(f"{attribute(element, 'list-type')} {attribute(element, 'type')} {attribute(element, 'rend')}")
        count = 0
        for one in element:
            if self._roles.get(tag_of(one)) != "item":
                self._element(one, place)  # in TEI labels stand between the items
                continue
            count += 1
            own = text_of(child(one, "label")) or attribute(one, "n") or self._label
            self._label = own or (f"{written(count, form)}." if form else "")
            self._children(one, place, skipped=("label",))
            self._flush(place)

    def _table(self, element: Element, place: Place) -> None:
        for head in children(element, "head"):
            self._block(head, "caption", place)
        self.paragraphs += [replace(one, furniture=place.furniture) for one in table_of(self._rows(element))]

    def _rows(self, element: Element) -> list[list[list[Paragraph]]]:
        rows: list[list[list[Paragraph]]] = []
        for one in element:
            if self._roles.get(tag_of(one)) == "row":
                cells = [cell for cell in one if self._roles.get(tag_of(cell)) == "cell"]
                rows.append([Story(self._notes, cell).paragraphs for cell in cells])
            else:
                rows += self._rows(one)
        return rows

    def _choose(self, element: Element, place: Place) -> None:
        read = [one for one in element if self._roles.get(tag_of(one)) != "unseen"]
        best = [one for one in read if tag_of(one) in _PRINTED] or read
        for one in best[:1]:
            self._element(one, place)

    def _marker(self, element: Element, place: Place) -> None:
        notes = [self._notes.named[name] for name in self._notes.dialect.targets(element) if name in self._notes.named]
        if not notes or place.furniture:
            self._children(element, place)
        for note in notes if not place.furniture else ():
            self._notes.refer(note, text_of(element), self._running)

    def _note(self, element: Element, place: Place) -> None:
        """A note where it stands: at the place of its marker, or apart, where the text may have come to it before."""
        if attribute(element, "id") in self._notes.named:
            return
        if tag_of(element.getparent()) not in self._notes.dialect.gathered:
            self._notes.refer(element, "", self._running)
        elif not self._notes.keep(element):
            self._flush(place)
            self._children(element, replace(place, furniture=True))
            self._flush(replace(place, furniture=True))

    def _write(self, text: str | None, place: Place) -> None:
        if text:
            self._running.write(text, raised=place.raised)

    def _flush(self, place: Place) -> None:
        """Close the paragraph."""
        for text in self._running.taken():
            one = _paragraph(_BRACKETED.sub(r"\1", text), place, self._label)
            self.paragraphs.append(replace(one, furniture=place.furniture))
            self._label = ""


def _form(kind: str) -> str:
    """The form in which a list counts, by what it is called; "" where it does not."""
    kind = kind.lower().replace("-", "")
    return next((form for name, form in _LIST_NUMBERS.items() if name in kind), "")


def number_of(note: Element) -> str:
    """The number that a note is given; "" where it has none of its own."""
    return bare_number(text_of(child(note, "label")) or attribute(note, "n") or "")


def bare_number(text: str) -> str:
    """A printed number without brackets and full stop."""
    return text.strip(" []().:")


def _inside(role: Role, place: Place) -> Place:
    if role == "section":
        return replace(place, kind="paragraph", depth=place.depth + 1)
    if role == "furniture":
        return replace(place, furniture=True)
    if role == "heading" and place.kind == "paragraph":
        return replace(place, kind="heading")
    if role in ("quotation", "caption"):
        return replace(place, kind=role)
    return place


def _paragraph(text: str, place: Place, label: str) -> Paragraph:
    if place.kind == "heading":
        return Paragraph(f"{label} {text}".strip(), "heading", max(1, place.depth + 1), label.strip(" .()") or None)
    if place.kind == "list_item":
        return numbered(label, place.lists, text) if label else Paragraph(text, "list_item", place.lists)
    if place.kind != "paragraph":
        return Paragraph(f"{label} {text}".strip(), place.kind)
    return listed(f"{label} {text}".strip())


def _pieces(element: Element, roles: Mapping[str, Role]) -> list[str]:
    """The words of a reference that is kept as data, without the punctuation that print has."""
    pieces = (" ".join(" ".join(one.itertext()).split()) for one in element if roles.get(tag_of(one)) != "unseen")
    return [piece for piece in pieces if piece]


def _formula(element: Element) -> str:
    """A formula; its source in TeX is not what is printed."""
    marked = next((one for one in element.iter() if tag_of(one) == "math"), None)
    if marked is None and any(tag_of(one) == "tex-math" for one in element.iter()):
        return ""
    space = " " if tag_of(element) == "disp-formula" else ""
    return f"{space}{text_of(element if marked is None else marked)}{space}"
