"""Manifests: rows of CSV, JSON, CSL-JSON, Zotero and BibTeX tied to files, and those that fit none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmine.errors import Damaged
from argmine.extract.metadata.manifest import load_manifest
from argmine.types import Metadata

DOE = Metadata(title="On Ice", authors=("Ada Doe",), date="2031-05", genre="paper", container="Law of Ice")


def place(folder: Path, *files: str, **manifests: str) -> Path:
    """A folder with these sources, and manifests by name, dots written as two underscores."""
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    for name, text in manifests.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def load(folder: Path) -> tuple[dict[str, Metadata], tuple[str, ...]]:
    """The metadata by path below the folder, and the loose rows."""
    manifest = load_manifest(folder)
    said = {Path(path).relative_to(folder).as_posix(): entry.metadata for path, entry in manifest.entries.items()}
    return said, manifest.loose


def test_the_rows_of_a_table_belong_to_the_files_that_they_name(tmp_path: Path) -> None:
    table = (
        "file,title,authors,date,genre,symbol\n"
        'a.txt,On Ice,"Doe, Ada; Roe, Max",3 May 2031,paper,\n'
        "sub/b.txt,,,2031,un_document,A/AC.105/1\n"
    )
    assert load(place(tmp_path, "a.txt", "sub/b.txt", manifest__csv=table)) == (
        {
            "a.txt": Metadata(title="On Ice", authors=("Ada Doe", "Max Roe"), date="2031-05-03", genre="paper"),
            "sub/b.txt": Metadata(date="2031", genre="un_document", symbol="A/AC.105/1"),
        },
        (),
    )


def test_rows_that_fit_no_file_or_several_are_reported(tmp_path: Path) -> None:
    table = "file,title\nnone.txt,Nothing\nb.txt,Twice\n"
    found, loose = load(place(tmp_path, "x/b.txt", "y/b.txt", manifest__csv=table))
    assert found == {}
    assert loose == (
        "manifest.csv, row 1 (none.txt): no such file.",
        "manifest.csv, row 2 (b.txt): several files are called so.",
    )


def test_a_longer_path_tells_files_of_one_name_apart_and_where_the_path_began_does_not_matter(tmp_path: Path) -> None:
    table = "file,title\nC:\\\\zotero\\\\x\\\\b.txt,First\n/home/doe/y/b.txt,Second\n"
    found, _ = load(place(tmp_path, "x/b.txt", "y/b.txt", manifest__csv=table.replace("\\\\", "\\")))
    assert {path: metadata.title for path, metadata in found.items()} == {"x/b.txt": "First", "y/b.txt": "Second"}


@pytest.mark.parametrize(
    "data",
    [
        [{"file": "a.txt", "title": "On Ice"}],
        {"a.txt": {"title": "On Ice"}},
        {"items": [{"attachments": [{"path": "files/12/a.txt"}], "title": "On Ice"}]},
    ],
)
def test_a_manifest_in_json_is_a_list_or_names_files_as_keys(tmp_path: Path, data: object) -> None:
    found, loose = load(place(tmp_path, "a.txt", manifest__json=json.dumps(data)))
    assert ({path: metadata.title for path, metadata in found.items()}, loose) == ({"a.txt": "On Ice"}, ())


CSL = {
    "id": "doe_ice", "type": "article-journal", "title": "On Ice", "container-title": "Law of Ice",
    "author": [{"family": "Doe", "given": "Ada"}], "issued": {"date-parts": [[2031, 5]]},
}  # fmt: skip


@pytest.mark.parametrize("file", ["doe_ice.txt", "Doe - 2031 - On Ice.txt", "On Ice.txt"])
def test_csl_items_name_no_file_and_fit_those_that_reference_managers_call_so(tmp_path: Path, file: str) -> None:
    assert load(place(tmp_path, file, library__json=json.dumps([CSL]))) == ({file: DOE}, ())


def test_other_json_beside_sources_is_no_manifest(tmp_path: Path) -> None:
    others = {"settings__json": '{"title": "On Ice"}', "broken__json": "{", "list__json": "[1, 2]"}
    assert load(place(tmp_path, "On Ice.txt", **others)) == ({}, ())


BIB = r"""
@article{doe_ice,
  title = {On {Ice}}, author = {Doe, Ada}, journal = {Law of Ice}, year = {2031}, month = may,
  file = {Full Text:/home/doe/Zotero/storage/AB12/Doe\: Ice.txt:text/plain;Snapshot:b.html:text/html}
}
@book{roe, title = {M{\"u}ll \& Moon}, author = {{Office of Outer Space} and R{\"o}, Max}, date = {2030-02-01},
  doi = {10.1000/moon}}
"""


def test_bibtex_is_read_with_the_paths_of_zotero(tmp_path: Path) -> None:
    found, loose = load(place(tmp_path, "Doe: Ice.txt", "b.html", "roe.txt", library__bib=BIB))
    assert found == {
        "Doe: Ice.txt": DOE,
        "b.html": DOE,
        "roe.txt": Metadata(
            title="Müll & Moon",
            authors=("Office of Outer Space", "Max Rö"),
            date="2030-02-01",
            genre="paper",
            url="https://doi.org/10.1000/moon",
            doi="10.1000/moon",
        ),
    }
    assert loose == ()


def test_a_mistake_in_bibtex_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    broken = "@article{doe_ice, title = {On Ice}}\n@article{doe_ice, title = {Again}}\n@misc{x, title = {open"
    found, loose = load(place(tmp_path, "doe_ice.txt", library__bib=broken))
    assert found["doe_ice.txt"].title == "On Ice"
    assert "library.bib: repeated bibliography entry: doe_ice." in loose


def test_the_table_that_zotero_exports_is_a_manifest(tmp_path: Path) -> None:
    row = {
        "Key": "AB12", "Item Type": "journalArticle", "Publication Year": "2031", "Author": "Doe, Ada",
        "Title": "On Ice", "Publication Title": "Law of Ice", "Language": "en-GB",
        "File Attachments": "/zotero/AB12/a.txt; /zotero/AB12/b.html",
    }  # fmt: skip
    table = "\n".join(",".join(f'"{cell}"' for cell in cells) for cells in (row, row.values()))
    found, _ = load(place(tmp_path, "a.txt", "b.html", export__csv=f"\ufeff{table}\n"))
    expected = Metadata("On Ice", ("Ada Doe",), "2031", "en", "paper", None, "Law of Ice")
    assert found == {"a.txt": expected, "b.html": expected}


def test_what_is_called_a_manifest_wins_and_others_complete_it(tmp_path: Path) -> None:
    bib = "@article{x, title = {Other}, journal = {Law of Ice}, file = {a.txt}}"
    found, _ = load(place(tmp_path, "a.txt", manifest__csv="file,title\na.txt,On Ice\n", library__bib=bib))
    assert (found["a.txt"].title, found["a.txt"].container, found["a.txt"].genre) == ("On Ice", "Law of Ice", "paper")


def test_manifests_in_folders_below_speak_of_what_is_below_them(tmp_path: Path) -> None:
    place(tmp_path, "a.txt", "sub/a.txt")
    (tmp_path / "sub" / "manifest.csv").write_text("file;title\na.txt;Below\n")
    assert load(tmp_path)[0] == {"sub/a.txt": Metadata(title="Below")}


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("manifest.json", "{", "manifest.json is no JSON"),
        ("manifest.json", "[" * 100_000, "manifest.json is no JSON"),
        ("manifest.csv", "title\nOn Ice\n", "manifest.csv has no column that names files"),
        ("manifest.csv", "", "manifest.csv is empty"),
    ],
)
def test_a_manifest_that_cannot_be_read_says_so(tmp_path: Path, name: str, text: str, reason: str) -> None:
    place(tmp_path, "a.txt")
    (tmp_path / name).write_text(text)
    with pytest.raises(Damaged, match=reason):
        load_manifest(tmp_path)


def test_what_is_not_understood_and_a_second_row_of_a_file_are_reported(tmp_path: Path) -> None:
    table = (
        "file,title,date,genre,language\n"
        "a.txt,First,13/13/2020,foo,xx-bogus\n"
        "a.txt,Second,3 May 2031,paper,en-GB\n"
        "b.txt,,2031,Policy brief,French\n"
        "c.txt,,soon 12,,\n"
    )
    found, loose = load(place(tmp_path, "a.txt", "b.txt", "c.txt", manifest__csv=table))
    assert (found["a.txt"].title, found["b.txt"].language, found["b.txt"].genre) == ("First", "fr", "brief")
    genres = "paper, brief, un_document, record, resolution, treaty, statute, judgment, web, other"
    assert loose == (
        f"manifest.csv, row 1 (a.txt): 'foo' is no genre ({genres}).",
        "manifest.csv, row 1 (a.txt): the date '13/13/2020' is read as 2020: write it as 2031-05-30.",
        "manifest.csv, row 1 (a.txt): 'xx-bogus' is no language: write it as en, or in English.",
        "manifest.csv, row 2 (a.txt): manifest.csv, row 1 is of the same file, and wins.",
        "manifest.csv, row 4 (c.txt): the date 'soon 12' is read as none: write it as 2031-05-30.",
    )


def test_types_and_languages_of_reference_managers_are_not_complained_of(tmp_path: Path) -> None:
    item = {"id": "map", "type": "map", "title": "Moon", "language": "eng", "file": "a.txt", "genre": "lunar map"}
    assert load(place(tmp_path, "a.txt", library__json=json.dumps([item])))[1] == ()
