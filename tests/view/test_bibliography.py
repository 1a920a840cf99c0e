"""Works are exported in forms that other programs read back: BibTeX by pybtex, CSL-JSON and TEI by their own rules."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as Xml

import pytest
from pybtex.database import parse_string

from argmine.store.works import WorkRow
from argmine.types import Description, Work
from argmine.view.bibliography import WORK_WRITERS

CSL_TYPES = {"article-journal", "book", "chapter", "legal_case", "legislation", "report", "treaty", "webpage"}
ARTICLE = Description(
    ("Ada Lind", "Jan von der Berg"),
    "Ice & Law {1}",
    "Journal of Sample Law",
    (),
    "12",
    "2",
    None,
    2019,
    None,
    None,
    None,
    "211",
    ("doi:10.1000/ice", "https://example.org/ice"),
)
CHAPTER = Description(
    ("A. Holm",), "On Ice", "Essays \\ more", ("C. Quint",), year=1999, publisher="Sample Press", place="Oxford"
)
TREATY = Description((), "Treaty on Ice", "UNTS", (), "610", year=1967, pages="205", identifiers=("610 UNTS 205",))
CASE = Description(
    ("International Court of Justice",), "Ice (A v. B)\x01", year=1994, identifiers=("ICJ Reports 1994, 6",)
)
ROWS = [
    WorkRow(Work(f"id{number}", kind, about, ("a key",), (1, 2)), 2, 1)
    for number, (kind, about) in enumerate(
        [
            ("article-journal", ARTICLE),
            ("chapter", CHAPTER),
            ("treaty", TREATY),
            ("legal_case", CASE),
            ("article-journal", ARTICLE),
        ]
    )
]


def written(form: str) -> str:
    out = io.StringIO()
    WORK_WRITERS[form](ROWS, out)
    return out.getvalue()


def test_bibtex_is_read_back_with_every_work_under_its_own_key() -> None:
    entries = parse_string(written("bibtex"), "bibtex").entries
    assert len(entries) == len(ROWS)
    entry = next(iter(entries.values()))
    assert (entry.type, entry.fields["title"], entry.fields["doi"]) == ("article", "Ice \\& Law 1", "10.1000/ice")
    assert [(person.first_names, person.last_names) for person in entry.persons["author"]] == [
        (["Ada"], ["Lind"]),
        (["Jan"], ["Berg"]),
    ]


def test_csl_json_has_known_types_and_structured_names() -> None:
    items = json.loads(written("csl-json"))
    assert {item["type"] for item in items} <= CSL_TYPES
    assert items[0]["author"] == [{"family": "Lind", "given": "Ada"}, {"family": "von der Berg", "given": "Jan"}]
    assert (items[0]["issued"], items[0]["DOI"]) == ({"date-parts": [[2019]]}, "10.1000/ice")
    assert (items[3]["authority"], items[3]["number"]) == ("International Court of Justice", "ICJ Reports 1994, 6")


def test_tei_is_xml_with_one_structure_for_each_work() -> None:
    root = Xml.fromstring(written("tei"))  # noqa: S314 (our own)
    tei = "{http://www.tei-c.org/ns/1.0}"
    structs = root.findall(f".//{tei}biblStruct")
    assert len(structs) == len(ROWS)
    assert structs[1].findtext(f"{tei}analytic/{tei}title") == "On Ice"
    assert structs[1].findtext(f"{tei}monogr/{tei}editor/{tei}persName/{tei}surname") == "Quint"


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_records_hold_the_fields_and_what_joined_the_citations(form: str) -> None:
    text = written(form)
    records = (
        [json.loads(line) for line in text.splitlines()] if form == "jsonl" else list(csv.DictReader(io.StringIO(text)))
    )
    assert [record["title"] for record in records][2] == "Treaty on Ice"
    assert "a key" in str(records[0]["keys"])
