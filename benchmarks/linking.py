"""Paragraphs of the US Supreme Court linked to provisions of the Constitution, which argmine does not ship.

    python benchmarks/linking.py FOLDER

FOLDER is a copy of mayhewsw/legal-linking (Shaffer and Mayhew, NLLP 2019), of which `data/validation/all_validation`
and the predictions in `results/` are read. The Constitution is given to argmine as a user would give it: by TOML files,
written below from its structure and from the names under which American lawyers know its clauses. Nothing is trained.
Micro P, R and F1 over the pairs (paragraph, provision), for argmine and for each of the published predictions.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

SECTIONS = {"I": 10, "II": 4, "III": 3, "IV": 4}
"""Articles that are labelled by their sections; the others are labelled whole."""
AMENDMENTS = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth "
    "Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Twenty-first Twenty-second Twenty-third Twenty-fourth "
    "Twenty-fifth Twenty-sixth Twenty-seventh"
).split()
SPELT = 10
"""Amendments whose label is an ordinal; later ones are labelled by their numeral."""
CLAUSES = {
    "I:6": "speech or debate clause",
    "I:7": "presentment clause; origination clause",
    "I:8": "commerce clause; necessary and proper clause; taxing clause; spending clause; taxing and spending clause; "
    "commerce power; taxing power; spending power; power to regulate commerce; regulate commerce; copyright clause",
    "I:9": "suspension clause; direct tax clause; writ of habeas corpus; direct tax; direct taxes",
    "I:10": "contract clause; contracts clause; export clause",
    "II:2": "appointments clause; treaty clause; pardon power",
    "II:3": "take care clause",
    "III:1": "judicial power of the united states",
    "III:2": "case or controversy; cases or controversies; cases and controversies; judicial power",
    "III:3": "treason clause",
    "IV:1": "full faith and credit clause; full faith and credit",
    "IV:2": "privileges and immunities clause",
    "IV:3": "property clause",
    "IV:4": "guarantee clause",
    "VI:0": "supremacy clause; oath clause",
    "A:1": "establishment clause; free exercise clause; free speech clause; press clause; assembly clause; "
    "freedom of speech; freedom of the press; freedom of expression; free speech",
    "A:2": "right to keep and bear arms",
    "A:4": "unreasonable searches and seizures; unreasonable search and seizure; warrant clause",
    "A:5": "double jeopardy clause; self-incrimination clause; takings clause; privilege against self-incrimination; "
    "self-incrimination; double jeopardy",
    "A:6": "confrontation clause; right to counsel; assistance of counsel; speedy trial clause; "
    "compulsory process clause",
    "A:8": "cruel and unusual punishment; cruel and unusual punishments; excessive fines clause",
    "A:14": "equal protection clause; equal protection of the laws; equal protection",
}
HEAD = """code = "{code}"
title = "{title}"
kind = "statute"
date = "1787"
unit = "{unit}"
numerals = "{numerals}"
names = {names}
"""
UNIT = """
[[articles]]
number = "{number}"
heading = "{heading}"
concepts = {concepts}
paragraphs = {paragraphs}
"""
Labels = frozenset[str]


def written(folder: Path) -> None:
    """The Constitution as a user's own instruments: its articles, the sections of each long one, its amendments."""
    numbered = "I II III IV V VI VII".split()
    names = ["Constitution of the United States", "United States Constitution", "Federal Constitution", "Constitution"]
    units = [
        (numeral, clauses(f"{numeral}:0"), [str(n + 1) for n in range(SECTIONS.get(numeral, 0))])
        for numeral in numbered
    ]
    instrument(folder, "USCONST", "Constitution", "article", "roman", names, units)
    for numeral, sections in SECTIONS.items():
        units = [(str(n), clauses(f"{numeral}:{n}"), []) for n in range(1, sections + 1)]
        instrument(
            folder, f"USCONST{numeral}", f"Article {numeral} of the Constitution", "section", "arabic", [], units
        )
    units = [
        (str(n), [f"{word.lower()} amendment", *clauses(f"A:{n}")], []) for n, word in enumerate(AMENDMENTS, start=1)
    ]
    instrument(folder, "USAMEND", "Amendments to the Constitution", "article", "arabic", [], units)


def clauses(key: str) -> list[str]:
    return [clause.strip() for clause in CLAUSES.get(key, "").split(";") if clause.strip()]


def instrument(
    folder: Path,
    code: str,
    title: str,
    unit: str,
    numerals: str,
    names: Sequence[str],
    units: Iterable[tuple[str, list[str], list[str]]],
) -> None:
    text = HEAD.format(code=code, title=title, unit=unit, numerals=numerals, names=listed(names))
    for number, concepts, paragraphs in units:
        heading = f"{unit.capitalize()} {number}"
        text += UNIT.format(number=number, heading=heading, concepts=listed(concepts), paragraphs=listed(paragraphs))
    (folder / f"{code.lower()}.toml").write_text(text)


def listed(words: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


def label(code: str, path: Sequence[str]) -> str | None:
    """The data set's name of a provision; None for an article of which it names the sections."""
    if not path:
        return None
    if code == "USAMEND":
        number = int(path[0])
        return f"{AMENDMENTS[number - 1].lower()}_amendment" if number <= SPELT else f"amendment{roman(number)}"
    if code.startswith("USCONST") and code != "USCONST":
        return f"article{code.removeprefix('USCONST').lower()}#section{path[0]}"
    if code == "USCONST" and path[0] in SECTIONS:
        return f"article{path[0].lower()}#section{path[1]}" if len(path) > 1 else None
    return f"article{path[0].lower()}" if code == "USCONST" else None


def roman(number: int) -> str:
    return "x" * (number // 10) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]


def read(path: Path) -> list[tuple[str, Labels]]:
    rows = []
    for line in path.read_text("utf-8").splitlines():
        text, _, labels = line.partition("\t")
        rows.append((text, frozenset(each for each in labels.strip().split(",") if each and each != "unmatched")))
    return rows


def joined(text: str) -> str:
    """As printed: no spaces before stops and inside brackets."""
    text = re.sub(r"\s+([.,;:?!)\]%])", r"\1", text)
    return re.sub(r"([(\[$])\s+", r"\1", text).replace("`` ", "“").replace(" ''", "”").replace(" 's", "'s")


def linked(texts: Sequence[str]) -> list[Labels]:
    """The provisions that argmine finds in each paragraph, all of them read as one document."""
    from argmine.mine.components import Mined, plain_document  # noqa: PLC0415
    from argmine.mine.sentences import find_sentences  # noqa: PLC0415
    from argmine.pipeline import resolve_mentions  # noqa: PLC0415

    paragraphs = [joined(text) for text in texts]
    document = plain_document("\n\n".join(paragraphs))
    mentions, _ = resolve_mentions(Mined(document, sentences=find_sentences(document)))
    found: list[set[str]] = [set() for _ in paragraphs]
    ends = list(ends_of(paragraphs))
    place = 0
    for mention in mentions:
        while mention.span.start >= ends[place]:
            place += 1
        if name := label(mention.provision.instrument, mention.provision.path):
            found[place].add(name)
    return [frozenset(each) for each in found]


def ends_of(paragraphs: Iterable[str]) -> Iterator[int]:
    end = 0
    for paragraph in paragraphs:
        end += len(paragraph) + 2
        yield end


def show(name: str, found: Sequence[Labels], owed: Sequence[Labels]) -> None:
    right = sum(len(ours & gold) for ours, gold in zip(found, owed, strict=True))
    ours, gold = sum(map(len, found)), sum(map(len, owed))
    precision, recall = right / max(ours, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({ours} found, {gold} owed)")


def main(folder: Path) -> None:
    rows = read(folder / "data" / "validation" / "all_validation")
    owed = [labels for _, labels in rows]
    with tempfile.TemporaryDirectory() as own:
        Path(own, "instruments").mkdir()
        written(Path(own, "instruments"))
        os.environ["ARGMINE_KNOWLEDGE"] = own
        found = linked([text for text, _ in rows])
    show("argmine", found, owed)
    for file in sorted((folder / "results").glob("*.txt")):
        show(file.stem, [labels for _, labels in read(file)], owed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    main(parser.parse_args().folder)
