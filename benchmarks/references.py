"""How well references are found and taken apart, on two labelled sets.

    python benchmarks/references.py TEI_FOLDER ANYSTYLE_FOLDER [--misses]

TEI_FOLDER holds the gold files of bibliographic-tei: notes of law-and-society articles, each with its references, some
in full, many as "op. cit." or as author and year. One counts as found when one of ours shares half of its words.
ANYSTYLE_FOLDER holds AnyStyle's labelled references (`res/parser/*.xml`), each read by itself.
Fields are compared one by one: surnames, title, container, year, volume, the first page, publisher, and place, without
case, accents and punctuation. P is the share of our fields that are right, R the share of labelled ones that we have.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmine.mine.citations.fields.names import names
from argmine.mine.citations.finding import find_citations
from argmine.mine.citations.forms.readings import read_citation
from argmine.types import Block, Citation, Document, Metadata, Note, Source, Span

TEI = "{http://www.tei-c.org/ns/1.0}"
LLAMORE = "{https://gitlab.mpcdf.mpg.de/dcfidalgo/llamore}"
NAMES = ("author", "title", "container", "year", "volume", "page", "publisher", "place")
ANYSTYLE = {
    "author": "author", "title": "title", "journal": "container", "container-title": "container", "date": "year",
    "volume": "volume", "pages": "page", "publisher": "publisher", "location": "place",
}  # fmt: skip
Fields = Mapping[str, frozenset[str]]


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    ours: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    read: int = 0

    def add(self, gold: Fields, ours: Fields) -> list[str]:
        wrong = []
        for name in NAMES:
            owed, seen = gold.get(name, frozenset()), ours.get(name, frozenset())
            if not owed:  # what is not labelled is not judged
                continue
            self.right[name] += len(owed & seen)
            self.gold[name] += len(owed)
            self.ours[name] += len(seen)
            if owed != seen:
                wrong.append(f"{name}: {sorted(owed)} not {sorted(seen)}")
        self.read += 1
        self.whole += not wrong
        return wrong

    def show(self) -> None:
        for name in (*NAMES, "all"):
            right, ours, gold = (
                sum(c.values()) if name == "all" else c[name] for c in (self.right, self.ours, self.gold)
            )
            if gold:
                p, r = right / max(ours, 1), right / gold
                print(f"  {name:10} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}  of {gold}")
        print(f"  every labelled field right: {self.whole} of {self.read} ({self.whole / max(self.read, 1):.3f})")


def plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(letter for letter in spread if not unicodedata.combining(letter))))


def words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


def one(text: str | None) -> frozenset[str]:
    return frozenset((plain(text),)) if text and plain(text) else frozenset()


def letters(text: str | None) -> frozenset[str]:
    """A container without spaces: "N.S.W.L.R." is "NSWLR"."""
    return frozenset((plain(text).replace(" ", ""),)) if text and plain(text) else frozenset()


def number(text: str | None) -> frozenset[str]:
    """The volume alone: without "vol." before it and the issue behind it, which AnyStyle labels as one."""
    alone = re.sub(r"^\W*(?:vol(?:ume)?|v|bd|t|tome)\b\.?", "", text or "", flags=re.IGNORECASE)
    return frozenset(plain(alone).split()[:1])


ALIKE = {"container": letters, "volume": number}


def surname(name: str) -> str:
    parts = [part for part in plain(name).split() if len(part) > 1]
    return parts[-1] if parts else plain(name)


def first_number(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text or "")[:1])


def fields_of(citation: Citation) -> Fields:
    about = citation.description
    named = citation.pointer.name if citation.pointer else None
    authors = about.authors or (names(re.split(r",| \(", named)[0]) if named else ())
    pin = next((pin.value for pin in citation.pinpoints if pin.unit == "page"), None)
    return {
        "author": frozenset(surname(each) for each in authors),
        "title": one(about.title),
        "container": letters(about.container),
        "year": one(str(about.year) if about.year else None),
        "volume": number(about.volume),
        "page": first_number(about.pages or pin),
        "publisher": one(about.publisher),
        "place": one(about.place),
    }


def of_bibl(bibl: ET.Element) -> Fields:
    def texts(tag: str, **wanted: str) -> list[str]:
        found = (each for each in bibl.iter(TEI + tag) if all(each.get(key) == value for key, value in wanted.items()))
        return [" ".join("".join(each.itertext()).split()) for each in found]

    people = list(bibl.iter(TEI + "author"))
    surnames = [
        "".join(name.itertext())
        for person in people
        for name in (*person.iter(TEI + "surname"), *person.iter(TEI + "orgName"))
    ]
    titles = {level: texts("title", level=level) for level in "amj"}
    title = (titles["a"] or titles["m"] or [""])[0]
    container = (titles["j"] or (titles["m"] if titles["a"] else []) or [""])[0]
    dates = [each.get("when") or "".join(each.itertext()) for each in bibl.iter(TEI + "date")]
    pages = texts("biblScope", unit="page") or texts("citedRange", unit="page")
    return {
        "author": frozenset(surname(each) for each in surnames),
        "title": one(title),
        "container": letters(container),
        "year": frozenset(re.findall(r"\d{4}", dates[0])[:1]) if dates else frozenset(),
        "volume": number(next(iter(texts("biblScope", unit="volume")), None)),
        "page": first_number(next(iter(pages), None)),
        "publisher": one(next(iter(texts("publisher")), None)),
        "place": one(next(iter(texts("pubPlace")), None)),
    }


def document(notes: list[str]) -> Document:
    text, made = "Body.", []
    for number, note in enumerate(notes, start=1):
        text += "\n\n" + note
        made.append(Note(str(number), Span(len(text) - len(note), len(text)), 0))
    source = Source("notes.txt", "0" * 64, "text/plain", len(text))
    return Document("0" * 12, source, Metadata(), text, (Block("paragraph", Span(0, 5)),), tuple(made))


def tei_notes(folder: Path) -> Iterator[tuple[str, list[ET.Element]]]:
    for path in sorted(folder.glob("*.xml")):
        for instance in ET.parse(path).iter(LLAMORE + "instance"):  # noqa: S314 (files of our own choice)
            raw = next(each for each in instance.iter(LLAMORE + "input") if each.get("type") == "raw")
            text = re.sub(r"^\d{1,3}\s+", "", " ".join((raw.text or "").split()))
            yield text, list(instance.iter(TEI + "bibl"))


def score_tei(folder: Path, *, misses: bool) -> None:
    notes = list(tei_notes(folder))
    read = document([text for text, _ in notes])
    ours: dict[str, list[Citation]] = {}
    for citation in find_citations(read):
        ours.setdefault(citation.note or "", []).append(citation)
    score, found, missed, spurious = Score(), 0, 0, 0
    for number, (_, bibls) in enumerate(notes, start=1):
        left = ours.get(str(number), [])[:]
        for bibl in bibls:
            text = " ".join("".join(bibl.itertext()).split())
            near = max(left, key=lambda each: shared(text, each.span.of(read.text)), default=None)
            if near is None or shared(text, near.span.of(read.text)) < 0.5:
                missed += 1
                if misses:
                    print("missed:", text)
                score.add(of_bibl(bibl), {})
                continue
            left.remove(near)
            found += 1
            wrong = score.add(of_bibl(bibl), fields_of(near))
            if misses and wrong:
                print("wrong:", wrong, "|", text)
        spurious += len(left)
        if misses:
            print(*(f"spurious: {each.span.of(read.text)}" for each in left), sep="\n", end="\n" if left else "")
    f1 = 2 * found / max(2 * found + missed + spurious, 1)
    print(f"bibliographic-tei: {found} found, {missed} missed, {spurious} spurious: F1 {f1:.3f}")
    score.show()


def shared(one_text: str, other: str) -> float:
    a, b = words(one_text), words(other)
    return len(a & b) / max(len(a | b), 1)


def anystyle_references(path: Path) -> Iterator[tuple[str, Fields]]:
    for sequence in ET.parse(path).iter("sequence"):  # noqa: S314 (files of our own choice)
        values: dict[str, list[str]] = {}
        for part in sequence:
            values.setdefault(ANYSTYLE.get(part.tag, part.tag), []).append(" ".join((part.text or "").split()))
        text = " ".join(" ".join((part.text or "").split()) for part in sequence if part.tag != "citation-number")
        yield text, labelled(values)


def labelled(values: Mapping[str, Iterable[str]]) -> Fields:
    first = {name: next(iter(each)) for name, each in values.items()}
    alike = [name for name in ("title", "container", "volume", "publisher", "place") if name in first]
    years = re.findall(r"(?:1[5-9]|20)\d\d", first.get("year", ""))
    return {
        "author": frozenset(authors_in(first["author"])) if "author" in first else frozenset(),
        "year": frozenset(years[:1]),
        "page": first_number(first.get("page")),
        **{name: ALIKE.get(name, one)(re.sub(r"^\s*[Ii]n:?\s", "", first[name])) for name in alike},
    }


def authors_in(line: str) -> Iterator[str]:
    """Surnames in a labelled author line: "Lind, Ada, and Paul Frost", "Lind, A., Frost, P. B.", "Lind A, Frost PB"."""
    plainer = re.sub(r",?\s*(?:\bet al\.?|\beds?\b\.?|\(.*?\))", "", line)
    pieces = [piece.strip() for piece in re.split(r";|\band\b|&|\bet\b|,", plainer) if plain(piece)]
    while pieces:
        first, behind = pieces.pop(0), pieces[0] if pieces else ""
        is_turned = len(first.split()) <= 2 and INITIALS.fullmatch(behind) is not None
        is_turned = is_turned or (len(first.split()) == 1 and len(pieces) != 2 and GIVEN.fullmatch(behind) is not None)
        if is_turned:
            pieces.pop(0)
        parts = [part for part in plain(first).split() if len(part) > 1]
        if parts:
            yield parts[0] if SHORT.search(first) and not is_turned else parts[-1]


INITIALS = re.compile(r"(?:[A-Z][a-z]?\.?[ -]?){1,4}|[A-Z]{1,3}")  # "P. B."
GIVEN = re.compile(r"[A-Z][a-z]+(?:\s[A-Z]\.)?")  # "Ada", "Ada P."
SHORT = re.compile(r"\s[A-Z]{1,3}\.?$")  # "Frost PB"


def score_anystyle(path: Path, *, misses: bool) -> None:
    score = Score()
    for text, gold in anystyle_references(path):
        citation = read_citation(text)
        wrong = score.add(gold, fields_of(citation) if citation else {})
        if misses and wrong:
            print("wrong:", wrong, "|", text[:200])
    print(f"anystyle, {path.name}: {score.read} references")
    score.show()


def main(tei: Path, anystyle: Path, *, misses: bool) -> None:
    score_tei(tei, misses=misses)
    for name in ("gold.xml", "core.xml"):
        if (anystyle / name).exists():
            score_anystyle(anystyle / name, misses=misses)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tei", metavar="TEI_FOLDER", type=Path)
    parser.add_argument("anystyle", metavar="ANYSTYLE_FOLDER", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what is missed, wrong or spurious")
    given = parser.parse_args()
    main(given.tei, given.anystyle, misses=given.misses)
