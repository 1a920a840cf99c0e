"""The samples in corpus/raw: made from their sources, marked as samples, and annotated sentence by sentence."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
GOLDEN = Path(__file__).parent / "golden"
RAW = sorted(path for path in (CORPUS / "raw").iterdir() if (CORPUS / "sources" / f"{path.stem}.txt").exists())
NAMES = [path.stem for path in RAW]
NOTE = re.compile(r"^\[\^([^\]]+)\]: (.+)$", re.MULTILINE)
OWED = ("permits", "prohibits", "requires", "limits", "open", None)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def note_rows(name: str) -> list[dict[str, Any]]:
    return rows(f"{name}_notes") if (GOLDEN / f"{name}_notes.jsonl").exists() else []


def source(name: str) -> str:
    """The body and the notes of a source, without its header."""
    return (CORPUS / "sources" / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[2]


def plain(text: str) -> str:
    """Without markers of notes and of type."""
    return re.sub(r"\[\^[^\]]+\]|\*", "", text)


def sentences(name: str) -> list[str]:
    """The lines of a source that the annotations cover: neither notes nor speakers, procedure or pull quotes."""
    lines = [line for line in NOTE.sub("", source(name)).splitlines() if line and line[:2] not in ("@ ", "% ", "! ")]
    return [plain(re.sub(r"^(?:#+|[=>+-]) ", "", line)) for line in lines]


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF; other files are one page."""
    if path.suffix != ".pdf":
        return [html.unescape(path.read_text(encoding="utf-8"))]
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with the samples made anew."""
    pytest.importorskip("reportlab", reason="reportlab typesets the samples")
    folders = (tmp_path_factory.mktemp("once"), tmp_path_factory.mktemp("twice"))
    for folder in folders:
        subprocess.run([sys.executable, str(CORPUS / "typeset.py"), str(folder)], check=True)
    return folders


def test_there_are_nine_samples_of_five_kinds_of_pdf_and_four_others() -> None:
    assert Counter(path.suffix for path in RAW) == {".pdf": 5, ".html": 2, ".md": 1, ".txt": 1}


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_typesetting_twice_gives_the_same_bytes(path: Path, anew: tuple[Path, Path]) -> None:
    once, twice = anew
    assert (once / path.name).read_bytes() == (twice / path.name).read_bytes()


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_the_file_that_ships_is_the_one_its_source_gives(path: Path, anew: tuple[Path, Path]) -> None:
    """By the words of each page, since compression differs between machines."""
    assert pages(path) == pages(anew[0] / path.name)


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_the_first_page_says_that_it_is_a_sample(path: Path) -> None:
    first = " ".join(pages(path)[0].split())
    assert re.search(r"(?:SAMPLE|Sample)\. Written for argmine", first)
    assert "invented" in first


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_the_metadata_say_that_it_is_a_sample(path: Path) -> None:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            assert document.get_metadata_dict()["Keywords"] == "sample, fictional"
            assert document.get_metadata_dict()["Subject"].startswith("Sample written for argmine")
    elif path.suffix == ".html":
        assert '<meta name="keywords" content="sample, fictional">' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_every_letter_of_the_source_is_printed(path: Path) -> None:
    body = "".join(sentences(path.stem)) + "".join(plain(text) for _, text in NOTE.findall(source(path.stem)))
    missing = letters(body.upper()) - letters("".join(pages(path)).upper())
    assert not missing


@pytest.mark.parametrize("path", RAW, ids=NAMES)
def test_a_sample_is_smaller_than_150_kilobytes(path: Path) -> None:
    assert path.stat().st_size < 150_000


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_sentences_are_the_lines_of_the_source(name: str) -> None:
    assert [row["text"] for row in rows(name)] == sentences(name)


@pytest.mark.parametrize("name", NAMES)
def test_golden_labels_keep_to_the_guide(name: str) -> None:
    for number, row in enumerate(rows(name), start=1):
        assert row["id"] == number
        assert row["stance"] in OWED
        assert set(row["explicit"]) <= set(row["provisions"])
        assert not set(row["provisions"]) & set(row["provisions_allowed"])
        claim = (row["kind"] in ("interpretive", "normative", "evaluative"), bool(row["holder"]))
        assert claim == (row["claim"], row["claim"]), row["text"]
        assert row["attribution"] in (("own", "reported", "quoted") if row["claim"] else (None,))


@pytest.mark.parametrize("name", NAMES)
def test_each_note_of_the_source_has_a_golden_note_with_its_anchor(name: str) -> None:
    text = source(name)
    assert [(str(row["n"]), row["text"]) for row in note_rows(name)] == [(n, plain(t)) for n, t in NOTE.findall(text)]
    for row in note_rows(name):
        if row["n"] != "*":
            before = plain(text.partition(f"[^{row['n']}]")[0])
            assert " ".join(before.split()).endswith(row["anchor"])


def test_articles_i_ii_vi_and_ix_are_read_in_opposed_ways() -> None:
    stances: dict[str, set[str]] = {}
    for name in NAMES:
        for row in rows(name):
            for provision in row["provisions"]:
                article = provision.partition("(")[0]
                stances.setdefault(article, set()).add(row["stance"])
    assert {"permits", "prohibits", "open"} <= stances["OST:II"]
    assert {"permits", "prohibits", "requires"} <= stances["OST:I"] & stances["OST:VI"] & stances["OST:IX"]
