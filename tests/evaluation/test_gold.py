"""Gold of every form becomes the same sentences; what is no gold is named in one line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from argmine.errors import SourceError
from argmine.evaluation.gold import GoldSentence, is_notes, load_gold

TEXT = "The Commission met in May. Article II forbids any claim to the Moon. States should agree on a registry."
FORBIDS = "Article II forbids any claim to the Moon."
SHOULD = "States should agree on a registry."
READ = [("The Commission met in May.", False, None), (FORBIDS, True, "interpretive"), (SHOULD, True, "normative")]
MARKS = [
    (TEXT.index(FORBIDS), TEXT.index(FORBIDS) + len(FORBIDS), "interpretive"),
    (TEXT.index(SHOULD), TEXT.index(SHOULD) + len(SHOULD), "normative"),
]


def seen(path: Path) -> list[tuple[str, bool | None, str | None]]:
    return sorted(((each.text, each.claim, each.kind) for each in load_gold(path)), key=lambda row: TEXT.index(row[0]))


def test_a_line_of_json_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = {
        "text": FORBIDS, "claim": True, "kind": "interpretive", "stance": "prohibits", "holder": "Lind",
        "holders_allowed": ["author"], "attribution": "reported", "provisions": ["OST:II"], "explicit": ["OST:II"],
    }  # fmt: skip
    path.write_text(json.dumps(row) + "\n\n" + json.dumps({"text": "Heading", "claim": None}) + "\n", "utf-8")
    assert load_gold(path) == (
        GoldSentence(
            FORBIDS, True, "interpretive", "prohibits", ("Lind", "author"), "reported", ("OST:II",), (), ("OST:II",)
        ),
        GoldSentence("Heading", None),
    )


@pytest.mark.parametrize("key", ["label", "labels"])
def test_of_doccano_what_nobody_marked_is_no_claim(tmp_path: Path, key: str) -> None:
    path = tmp_path / "doccano.jsonl"
    path.write_text(json.dumps({"text": TEXT, key: [[*mark[:2], mark[2].title()] for mark in MARKS]}), "utf-8")
    assert seen(path) == READ


@pytest.fixture
def inception(tmp_path: Path) -> Path:
    """An export as INCEpTION makes it: XMI and type system in an archive."""
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis reads UIMA CAS XMI")
    types = cassis.TypeSystem()
    claim = types.create_type(name="webanno.custom.Claim")
    types.create_feature(domainType=claim, name="kind", rangeType="uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = TEXT, "text/plain"
    for start, end, kind in MARKS:
        cas.add(claim(begin=start, end=end, kind=kind))
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("admin.xmi", cas.to_xmi())
        archive.writestr("TypeSystem.xml", types.to_xml())
    return path


def test_an_export_of_inception_is_read_from_its_archive(inception: Path) -> None:
    assert seen(inception) == READ


def test_and_unpacked(inception: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(inception) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert seen(tmp_path / "unpacked" / "admin.xmi") == READ


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("members", "complaint"),
    [
        ({"admin.xmi": "<x>" + " " * 20_000_000 + "</x>"}, "decompression bomb"),
        ({"../admin.xmi": "<x/>"}, "leads out of it"),
        ({"TypeSystem.xml": BOMB}, "TypeSystem.xml declares entities of its own"),
        ({"TypeSystem.xml": "<x/>", "admin.xmi": "<x>" * 500 + "</x>" * 500}, "admin.xmi is n"),
    ],
)
def test_a_hostile_archive_is_refused_before_it_is_read(
    tmp_path: Path, members: dict[str, str], complaint: str
) -> None:
    pytest.importorskip("cassis", reason="dkpro-cassis reads UIMA CAS XMI")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    with pytest.raises(SourceError, match=complaint):
        load_gold(tmp_path / "a.zip")


@pytest.mark.parametrize(
    ("name", "words", "complaint"),
    [
        ("a.jsonl", '{"text": 1', "is not JSON lines"),
        ("a.jsonl", '["text"]', "no JSON objects"),
        ("a.jsonl", '{"text": "No label."}', "line 1 is no annotation"),
        ("a.zip", "not an archive", "cannot be unpacked"),
        ("a.xmi", "<xmi/>", "has no TypeSystem.xml beside it"),
    ],
)
def test_what_is_no_gold_is_named_in_one_line(tmp_path: Path, name: str, words: str, complaint: str) -> None:
    path = tmp_path / name
    path.write_text(words, "utf-8")
    with pytest.raises(SourceError, match=complaint) as caught:
        load_gold(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_gold_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        load_gold(tmp_path / "nowhere.jsonl")


def test_notes_are_told_from_sentences(tmp_path: Path) -> None:
    notes, sentences = tmp_path / "a_notes.jsonl", tmp_path / "a.jsonl"
    notes.write_text('{"n": 1, "text": "Ibid.", "works": []}', "utf-8")
    sentences.write_text('{"text": "Heading", "claim": false}', "utf-8")
    assert (is_notes(notes), is_notes(sentences)) == (True, False)
