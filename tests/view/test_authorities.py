"""Who cites a work, what a provision's readings rest on, and joins that a user undoes or makes; on the samples."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from rich.console import Console
from typer.testing import CliRunner

from argmine.cli import app
from argmine.settings import Settings
from argmine.store import Database
from argmine.types import Provision
from argmine.view.answers.authorities import authorities, lag_of_works, named
from argmine.view.shown.works import show_authorities

from ..test_cli import argmine


def records(samples: Settings, *arguments: str) -> list[dict[str, object]]:
    done = argmine(*arguments, "-f", "jsonl", "--corpus", samples.corpus)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_cites_shows_each_place_with_its_note_and_claim(samples: Settings) -> None:
    places = records(samples, "cites", "castellane", "commons")
    assert {"Rafael Quintanar", "Solveig T. Halvorsen"} <= {name for each in places for name in each["authors"]}  # type: ignore[attr-defined]
    assert any(each["claim"] and each["note"] for each in places)


def test_in_a_narrow_terminal_no_title_is_cut(samples: Settings) -> None:
    (row, claims), *_ = authorities(samples, Provision("OST", ("II",)))
    show_authorities([(row, claims)], Console(file=(shown := io.StringIO()), width=20))
    assert "…" not in shown.getvalue()
    assert shown.getvalue().split() == [str(claims), *named(row.work).split(), row.work.id]


def test_authorities_are_counted_by_the_claims_that_rest_on_them(samples: Settings) -> None:
    found = records(samples, "authorities", "OST:II")
    counts = [each["claims"] for each in found]
    assert counts == sorted(counts, reverse=True)  # type: ignore[type-var]
    assert "The Celestial Commons and Its Enclosure" in [each["title"] for each in found]


def test_a_work_that_is_in_the_corpus_is_tied_to_its_document(samples: Settings) -> None:
    """Castellane's article names no author that could be read: title and year tie it."""
    tied = {each["title"]: each["document_id"] for each in records(samples, "export", "works")}
    assert tied["The Celestial Commons and Its Enclosure"]
    assert tied["The Act and the Article"]
    assert not tied["Sovereignty Beyond the Sky"]


def test_exported_citations_tell_the_full_citation_that_they_mean(samples: Settings) -> None:
    found = {each["id"]: each for each in records(samples, "export", "citations")}
    short = next(each for each in found.values() if each["kind"] == "short")
    assert found[short["means"]]["kind"] != "short"
    assert str(short["text"])


def test_works_are_read_back_by_pybtex_and_citeproc(samples: Settings, tmp_path: Path) -> None:
    works = len(records(samples, "export", "works"))
    bibtex = argmine("export", "works", "-f", "bibtex", "--corpus", samples.corpus).stdout
    assert len(parse_string(bibtex, "bibtex").entries) == works
    items = json.loads(argmine("export", "works", "-f", "csl-json", "--corpus", samples.corpus).stdout)
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    printed = [str(entry) for entry in made.bibliography()]
    assert len(printed) == works
    assert any("Castellane" in entry and "1984" in entry for entry in printed)


def test_a_form_that_does_not_fit_is_refused_with_those_that_do(samples: Settings) -> None:
    done = argmine("export", "claims", "-f", "bibtex", "--corpus", samples.corpus)
    assert done.returncode == 2
    assert "jsonl" in done.stderr


@pytest.fixture
def own(sources: Path, tmp_path: Path) -> Settings:
    """Two documents that cite one article, once with another year."""
    for name, year in (("four.txt", 1984), ("five.txt", 1985)):
        note = f"1. A. Castle, ‘The Ice of the Moon’, Lakeland Yearbook of International Law, vol. 6 ({year}), p. 55."
        (sources / name).write_text(f"Article II of the Outer Space Treaty forbids it.1\n\n{note}\n", encoding="utf-8")
    settings = Settings(corpus=str(tmp_path / "corpus"))
    assert argmine("ingest", str(sources), "--direct", "--corpus", settings.corpus).returncode == 0
    return settings


def works(settings: Settings) -> list[str]:
    return sorted(str(each["id"]) for each in records(settings, "export", "works"))


def test_works_are_made_one_by_hand_and_a_join_is_undone(own: Settings) -> None:
    one, other = works(own)
    assert CliRunner().invoke(app, ["works", one, "--same-as", other, "--corpus", own.corpus]).exit_code == 0
    assert len(works(own)) == 1
    listed = CliRunner().invoke(app, ["works", "castle", "--corpus", own.corpus]).stdout
    assert "joined by: castle: ice moon, 1984" in listed
    key = "castle: ice moon, 1984"
    assert CliRunner().invoke(app, ["works", "--apart", key, "--corpus", own.corpus]).exit_code == 0
    assert len(works(own)) == 2
    assert CliRunner().invoke(app, ["works", "--join", key, "--corpus", own.corpus]).exit_code == 0
    assert len(works(own)) == 1


def test_that_an_ingest_has_not_ended_is_said_beside_the_works(own: Settings) -> None:
    assert lag_of_works(own) == ""
    with Database.open(own.folder, write=True) as database:
        database.rewrite_works(())
    assert lag_of_works(own).startswith("Works are not up to date:")
