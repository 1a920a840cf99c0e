"""Metadata: what a document says of itself, and nothing that it does not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argmine.extract import read
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft, Piece, plain_block
from argmine.extract.metadata.bibliography import metadata_of
from argmine.extract.metadata.dates import ending_date, find_date, line_date
from argmine.extract.metadata.guessed import merge, names_on
from argmine.extract.metadata.mastheads import Front, volume_of
from argmine.extract.metadata.meetings import agenda_item_of, session_of
from argmine.extract.metadata.periodicals import periodical_of
from argmine.extract.metadata.titles import completed, strange_title
from argmine.extract.words.languages import find_language
from argmine.types import Document, Metadata, Page, Source
from tests.conftest import ROOT, SHARED

LONG = (
    "The text goes on for a while so that the page is filled with words, as the pages of legal writing often are. " * 3
)
FRENCH = (
    "Les activités des États dans l’espace doivent se faire dans l’intérêt de tous les pays et de leurs peuples. " * 3
)
SPANISH = "La utilización del espacio deberá hacerse en provecho de todos los países y con arreglo a las normas. " * 3
RUSSIAN = "Деятельность государств по исследованию космического пространства осуществляется на благо всех стран."


def described(folder: Path, text: str, name: str = "text.txt") -> Metadata:
    (folder / name).write_text(text, "utf-8")
    return read(folder / name).metadata


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("8 August 2023", "2023-08-08"),
        ("August 8, 2023", "2023-08-08"),
        ("Published in October 2025.", "2025-10"),
        ("2024-09-12T07:30:00+00:00", "2024-09-12"),
        ("le 1er février 2011", "2011-02-01"),
        ("den 3. März 1999", "1999-03-03"),
        ("this 27th day of January 1967", "1967-01-27"),
        ("this twenty-seventh day of January, one thousand nine hundred and sixty-seven.", "1967-01-27"),
        ("the twenty-sixth day of June, one thousand nine hundred and forty-five", "1945-06-26"),
        ("31 February 1999 is printed; 45 May 2000 is not read as a day", "1999-02-31"),
        ("no date, 1967", None),
        ("page 2019 of 3000", None),
    ],
)
def test_dates_become_iso(text: str, date: str | None) -> None:
    assert find_date(text) == date


def test_a_line_that_is_a_date_is_told_from_a_sentence_with_one() -> None:
    sentence = "The Treaty, which was opened for signature on 27 January 1967, has been ratified by most States."
    assert line_date([sentence, "Distr.: General 8 August 2023"]) == "2023-08-08"
    assert ending_date([sentence, "Invented Research Note No 7, December 2015"]) == "2015-12"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, "en"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (RUSSIAN, "ru"),
        ("Too short to tell.", None),
        (LONG + FRENCH, None),
    ],
)
def test_the_language_is_told_where_it_is_clear(text: str, language: str | None) -> None:
    assert find_language(text) == language


def test_a_brief_has_title_author_date_and_genre(tmp_path: Path) -> None:
    found = described(
        tmp_path,
        f"WHO OWNS THE ICE?\n\nAda Example\n\nPolicy brief\n\nPublished in October 2031.\n\nINTRODUCTION\n\n{LONG}",
    )
    assert found == Metadata("WHO OWNS THE ICE?", ("Ada Example",), "2031-10", "en", "brief")


def test_an_institution_below_the_title_is_no_author(tmp_path: Path) -> None:
    assert described(tmp_path, f"WHO OWNS THE ICE?\n\nInvented Institute of Law\n\n{LONG}").authors == ()


def test_a_text_that_says_nothing_of_itself_has_no_title_author_or_date(tmp_path: Path) -> None:
    found = described(tmp_path, f"{LONG}\n\n{LONG}")
    assert (found.title, found.authors, found.date, found.symbol, found.genre) == (None, (), None, None, "other")


def test_a_web_page_says_it_in_its_head(tmp_path: Path) -> None:
    page = f"""<html lang="en"><head><title>Whose ice? | Invented Journal</title>
    <meta name="citation_title" content="Whose ice?"><meta name="citation_author" content="Example, Ada">
    <meta name="citation_author" content="Sample, Bo"><meta name="citation_publication_date" content="2031/05/03">
    <meta name="citation_journal_title" content="Invented Journal">
    <meta name="citation_doi" content="10.1234/ice.5"></head><body><p>{LONG}</p></body></html>"""
    found = described(tmp_path, page, "page.html")
    assert (found.title, found.authors, found.date) == ("Whose ice?", ("Ada Example", "Bo Sample"), "2031-05-03")
    assert (found.container, found.url) == ("Invented Journal", "https://doi.org/10.1234/ice.5")


def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path: Path) -> None:
    page = f"<html><head><title>Whose ice? | The Invented Post</title></head><body><p>{LONG}</p></body></html>"
    assert described(tmp_path, page, "page.html").title == "Whose ice?"


def test_a_manifest_wins_over_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"WHO OWNS THE ICE?\n\nAda Example\n\n{LONG}", "utf-8")
    found = read(tmp_path / "a.txt", known=Metadata(title="Ice", date="1999")).metadata
    assert (found.title, found.authors, found.date) == ("Ice", ("Ada Example",), "1999")


def test_a_metadata_file_tells_of_the_only_source_beside_it(tmp_path: Path) -> None:
    (tmp_path / "metadata.yaml").write_text(
        "title: Principles on the Melting of Ice and\n  on its Freezing\nadoption_date: '1986-12-03'\n"
        "document_type: ga_resolution\nofficial_citation: UNGA Res 41/65 of 3 December 1986\nlanguage: en\n",
        "utf-8",
    )
    (tmp_path / "text.txt").write_text(LONG, "utf-8")
    found = read(tmp_path / "text.txt").metadata
    assert (found.title, found.date) == ("Principles on the Melting of Ice and on its Freezing", "1986-12-03")
    assert (found.genre, found.symbol) == ("resolution", "A/RES/41/65")
    (tmp_path / "other.txt").write_text(LONG, "utf-8")
    assert read(tmp_path / "text.txt").metadata.title is None


@pytest.mark.parametrize("yaml", ["- a list", ": : :", "a: [", "\x00", "&a [*a]", "title: {x: 1}"])
def test_a_metadata_file_that_is_none_is_passed_over(tmp_path: Path, yaml: str) -> None:
    (tmp_path / "metadata.yaml").write_text(yaml, "utf-8")
    (tmp_path / "text.txt").write_text(LONG, "utf-8")
    assert read(tmp_path / "text.txt").metadata.title is None


def test_aliases_do_not_fill_the_memory(tmp_path: Path) -> None:
    levels = "".join(f"l{up}: &l{up} [{', '.join([f'*l{up - 1}'] * 9)}]\n" for up in range(1, 6))
    said = f"l0: &l0 [word, word]\n{levels}author: *l5\nvolume: {{a: *l5}}\n"
    (tmp_path / "metadata.yaml").write_text(f"{said}authors: [Ada Example, *l5, &bo Bo Sample, *bo, *bo]\n", "utf-8")
    (tmp_path / "text.txt").write_text(LONG, "utf-8")
    assert read(tmp_path / "text.txt").metadata.authors == ("Ada Example", "Bo Sample")


def test_what_is_known_is_completed_not_overwritten() -> None:
    known = Metadata(title="A", genre="paper")
    assert merge(known, Metadata(title="B", date="1999", genre="web")) == Metadata(
        title="A", date="1999", genre="paper"
    )


needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")


@needs_shared
@pytest.mark.parametrize(
    ("path", "genre", "date", "symbol"),
    [
        ("un/A-64-PV.121.pdf", "record", "2010-09-13", "A/64/PV.121"),
        ("un/S-PV.8422.pdf", "record", "2018-12-13", "S/PV.8422"),
        ("un/A-RES-77-321.pdf", "resolution", "2023-08-01", "A/RES/77/321"),
        ("un/A-AC.296-2026-9-prepcom-report.pdf", "un_document", "2026-05-04", "A/AC.296/2026/9"),
        ("un/res-51-122/text.txt", "resolution", "1996-12-13", "A/RES/51/122"),
        ("courts/131-ADV.html", "judgment", "2004-07-09", None),
        ("courts/130-ORA.html", "record", "2007-11-22", None),
        ("courts/itlos-advisory-opinion-2011.pdf", "judgment", "2011-02-01", None),
        ("treaties/ost_1967.md", "treaty", "1967-01-27", None),
        ("statutes/usc-51-ch-513-space-resources.txt", "statute", None, None),
        ("web/smuclerova-policy-brief.txt", "brief", "2025-10", None),
        ("web/negotiating-space-norms.txt", "web", "2025-07-22", None),
        ("web/hague-working-group.txt", "web", None, None),
    ],
)
def test_real_documents_say_what_they_are(path: str, genre: str, date: str | None, symbol: str | None) -> None:
    found = read(SHARED / "corpus" / path).metadata
    assert (found.genre, found.date, found.symbol) == (genre, date, symbol)


@pytest.mark.parametrize(
    ("lines", "symbol", "session"),
    [
        (["General Assembly", "Seventy-ninth session"], None, "79"),
        (["Committee on the Peaceful Uses of Ice", "Sixtieth session", "Vienna, 6-17 June 2031"], None, "60"),
        (["Report of the Working Group on its 2nd regular session"], None, "2"),
        (["Fiftieth year"], "A/48/PV.46", "48"),
        (["The committee will hold another session in June."], None, None),
        ([f"At its third session the committee heard {LONG}"], None, None),
    ],
)
def test_the_session_is_a_number(lines: list[str], symbol: str | None, session: str | None) -> None:
    assert session_of(lines, symbol) == session


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda item 75 (continued)", "75"),
        ("Agenda items 7(a) and 8", "7 (a)"),
        ("Item 5 of the provisional agenda*", "5"),
        ("Item 93 (b) of the preliminary list", "93 (b)"),
        ("The second item was ice.", None),
    ],
)
def test_the_item_of_the_agenda_is_its_number(line: str, item: str | None) -> None:
    assert agenda_item_of(["General Assembly", line]) == item


@pytest.mark.parametrize(
    ("line", "volume"),
    [
        ("2031] INVENTED JOURNAL OF ICE [VOL. 46.1", "46"),
        ("12 Invented L. Rev. 345 (2031)", "12"),
        ("12 January 2031 (Ada Example)", None),
    ],
)
def test_a_masthead_names_the_volume(line: str, volume: str | None) -> None:
    assert volume_of(Front((), (line,))) == volume


def test_a_manifest_tells_volume_and_doi() -> None:
    said = metadata_of({"Title": "Ice", "Volume": 12, "DOI": "https://doi.org/10.1234/ice.5"})
    assert (said.volume, said.doi, said.url) == ("12", "10.1234/ice.5", "https://doi.org/10.1234/ice.5")


def document_with(*furniture: str, pages: int = 20) -> Document:
    """A document whose pages bear these running heads."""
    draft = Draft((plain_block(LONG),), (), tuple(Piece(head) for head in furniture))
    printed = tuple(Page(number, None, 400, 600) for number in range(1, pages + 1))
    return replace(assemble(draft, "id", Source("a.pdf", "", "application/pdf", 1), Metadata()), pages=printed)


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (
            ["4 JOURNAL OF ICE LAW [VOL. 34", "2031] WHO OWNS 5", "6 JOURNAL OF ICE LAW [VOL. 34", "2031] WHO OWNS 7"],
            ("Journal of Ice Law", "34", "2031"),
        ),
        (["38 JOURNAL OF ICE Vol. 6, No.1", "40 JOURNAL OF ICE Vol. 6, No.1"], ("Journal of Ice", "6", None)),
        (["Invented Law Review 2031", "Invented Law Review 2031"], ("Invented Law Review", None, "2031")),
        (["1998", "1999", "2000", "A review of ice, 12"], (None, None, None)),
    ],
)  # fmt: skip
def test_running_heads_name_the_journal(heads: list[str], said: tuple[str | None, ...]) -> None:
    found = periodical_of(document_with(*heads))
    assert (found.name, found.volume, found.year) == said


@pytest.mark.parametrize(
    ("lines", "title", "authors"),
    [
        (["WHO OWNS THE ICE?*", "Ada B. Example*"], "WHO OWNS THE ICE?", ("Ada B. Example",)),
        (["WHO OWNS THE ICE?", "Ada Example and Bo Sample'"], "WHO OWNS THE ICE?", ("Ada Example", "Bo Sample")),
        (
            ["WHO OWNS THE ICE IN SPACE", "Ada Example' and Bo Sample'"],
            "WHO OWNS THE ICE IN SPACE",
            ("Ada Example", "Bo Sample"),
        ),
        (["THE OWNERS OF THE ICEt", "Dr. Ada B. Example"], "THE OWNERS OF THE ICE", ("Ada B. Example",)),
        (["WHO OWNS THE ICE?", "I. H. Ph. Example·Sample"], "WHO OWNS THE ICE?", ("I. H. Ph. Example·Sample",)),
        (["WHO OWNS THE ICE?", "Ada Example, Jr. & Bo Sample"], "WHO OWNS THE ICE?", ("Ada Example, Jr", "Bo Sample")),
    ],
)
def test_names_below_the_title_are_authors_and_no_title(
    tmp_path: Path, lines: list[str], title: str, authors: tuple[str, ...]
) -> None:
    found = described(tmp_path, "\n\n".join([*lines, LONG]))
    assert (found.title, found.authors) == (title, authors)


def test_an_author_stands_before_the_beginning_of_the_title_in_running_heads() -> None:
    """ "P. Castellane: The Celestial Commons 53"; no line below the title names him."""
    assert read(ROOT / "corpus/raw/castellane-1984.md").metadata.authors == ("P. Castellane",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tobias Quill*", ("Tobias Quill",)),
        ("by Ida Marrow and Tobias Quill", ("Ida Marrow", "Tobias Quill")),
        ("Dr, Peter p, C. Holm'", ("Peter P. C. Holm",)),  # as recognition has stops
        ("OPENING STATEMENTS", ()),
        ("University of Esterhaven", ()),
        ("Sand, Ships and Samples", ()),
    ],
)
def test_a_line_of_names_holds_nothing_else(line: str, names: tuple[str, ...]) -> None:
    assert names_on(line) == names


@pytest.mark.parametrize(
    ("said", "heading", "title"),
    [
        ("Claims to the M", "CLAIMS TO THE MOON AND THE WORK OF NASA", "Claims to the Moon and the Work of NASA"),
        ("of Nobody", "THE MOON OF NOBODY", "The Moon of Nobody"),
        ("Claims to the Moon", "Claims to the Moon: A Reply", "Claims to the Moon: A Reply"),
        ("Claims to the Moon", "CLAIMS TO THE MOON", "Claims to the Moon"),
        ("Claims to the Moon", "CONCLUSION", "Claims to the Moon"),
        ("Claims to the Moon", "", "Claims to the Moon"),
    ],
)
def test_a_title_that_a_file_cuts_is_completed_by_the_printed_one(said: str, heading: str, title: str) -> None:
    assert completed(said, heading, {"NASA"}) == title


@pytest.mark.parametrize(
    ("said", "is_strange"),
    [
        ("Claims to the Moon and Their Makers", False),
        ("Claims t0 the Mo0n and Their Makcrs", False),  # as text recognition has it
        ("The Astronaut as Seaman: A Comparison", True),
        ("untitled", False),
    ],
)
def test_a_title_of_another_text_is_strange(said: str, is_strange: bool) -> None:
    draft = Draft((plain_block("Claims to the Moon and Their Makers", "heading", 1), plain_block(LONG)))
    document = assemble(draft, "0" * 12, Source("a.pdf", "0" * 64, "application/pdf", 1), Metadata())
    assert (strange_title(document, {"title": said}) == said) == is_strange
