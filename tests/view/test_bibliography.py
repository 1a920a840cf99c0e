"""Works are exported in forms that other programs read back: BibTeX by pybtex, CSL-JSON and TEI by their own rules."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as Xml

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from argmine.mine.citations.finding import find_citations
from argmine.store.works import WorkRow
from argmine.types import Description, Work
from argmine.view.exports.bibliography import WORK_WRITERS
from tests.mine.notes import document

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


KINDS = {
    "article": "Ice Review Unit. doi:10.1000/ice.1",
    "article-journal": "Ada Lind, ‘Ice and Law’ (2019) 12 Journal of Sample Law 211",
    "article-newspaper": "“Company plans ice mine”, The Frostburg Times, 14 June 2018",
    "bill": "Commercial Use of Ice Bill of 2015, H.R. 1508, 114th Cong. (2015)",
    "book": "Ada Lind, The Law of Ice, Sample Press, Oxford 2011, p. 34",
    "chapter": "Ada Lind, “Ice Commons”, in C. Quint (ed.), Commons in Law (Sample Press 2013) 45",
    "document": "Ada Lind, ‘Ice’, 3 May 2019",
    "legal_case": "Ice Fisheries (Arcadia v. Ruritania), Judgment, I.C.J. Reports 1998, p. 14",
    "legislation": "Luxembourg, Law of 20 July 2017 on the use of ice, Mémorial A No. 674",
    "post-weblog": "Ada Lind, “Ice in Practice”, EJIL: Talk!, 7 October 2015",
    "report": "European Ice Agency, Annual Report 2015, Paris 2016",
    "speech": "Statement by Ruritania, Legal Subcommittee, 2 April 2019",
    "thesis": "Ada Lind, Property in Ice, PhD thesis, University of Lakeland, 2012",
    "treaty": "Treaty on the Uses of Ice, 27 January 1967, 610 UNTS 205",
    "webpage": "Ada Lind, ‘Ice’, Polar Site, 3 May 2021, https://example.org/ice",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_work_is_read_back_by_citeproc_and_by_a_parser_of_bibtex(kind: str) -> None:
    (found,) = find_citations(document("Body.", KINDS[kind]))
    assert found.kind == kind
    rows = [WorkRow(Work("a", found.kind, found.description, ("a key",), (1,)), 1, 1)]
    csl, bibtex = io.StringIO(), io.StringIO()
    WORK_WRITERS["csl-json"](rows, csl)
    WORK_WRITERS["bibtex"](rows, bibtex)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl.getvalue())), formatter.plain)
    made.register(Cited([CitationItem("a")]))
    (printed,) = (str(entry) for entry in made.bibliography())
    (entry,) = parse_string(bibtex.getvalue(), "bibtex").entries.values()
    about = found.description
    assert about.title is not None and about.title.split()[0].lower() in printed.lower()
    assert entry.fields["title"] == about.title
    assert entry.fields.get("year") == (str(about.year) if about.year else None)
