"""The registry: what ships is sound, and what a user adds is checked key by key."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argmine.errors import KnowledgeError
from argmine.knowledge import Instrument, instruments, version
from argmine.knowledge.numerals import number_of
from argmine.knowledge.registry import _alternatives, covered_by, is_covered
from argmine.types import Provision
from tests.conftest import SHARED

TREATIES = SHARED / "corpus" / "treaties"
TEXTS = {
    "OST": "ost_1967",
    "ARRA": "rescue_agreement_1968",
    "LIAB": "liability_convention_1972",
    "REG": "registration_convention_1975",
    "MOON": "moon_agreement_1979",
    "VCLT": "vclt_1969",
    "UNCHARTER": "un_charter",
    "ICJSTATUTE": "icj_statute",
    "UNCLOS": "unclos_1982",
    "AT": "antarctic_treaty_1959",
    "NYC": "new_york_convention_1958",
    "VCDR": "vcdr_1961",
    "VCCR": "vccr_1963",
    "ROME": "rome_statute_icc",
    "MADRID": "antarctic_madrid_protocol_1991",
    "CCAMLR": "ccamlr_1980",
    "ECHR": "echr_1950",
    "GENEVA1927": "geneva_convention_foreign_awards_1927",
    "GENOCIDE": "genocide_convention_1948",
    "UDHR": "udhr_1948",
}
SOUND = """
code = "TT"
title = "Test Treaty"
kind = "treaty"
date = "1999-12-31"
unit = "article"
numerals = "arabic"
names = ["Treaty of Testing"]

[[articles]]
number = "1"
heading = "Scope"
"""

Add = Callable[..., Path]


@pytest.fixture
def add(tmp_path: Path) -> Add:
    """Writes a user's file: SOUND, with one piece replaced by another."""

    def write(old: str = "", new: str = "", name: str = "tt.toml") -> Path:
        assert old in SOUND
        (tmp_path / name).write_text(SOUND.replace(old, new) if old else SOUND + new, encoding="utf-8")
        return tmp_path

    return write


def refusal(folder: Path) -> str:
    with pytest.raises(KnowledgeError) as caught:
        instruments(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("code", "written", "number"),
    [
        ("OST", "II", "II"),
        ("OST", "2", "II"),
        ("OST", "ix", "IX"),
        ("MOON", "XI", "11"),
        ("MOON", "11", "11"),
        ("UNCHARTER", "IX", "9"),
        ("LTS", "a.1", "A.1"),
        ("CSLCA", "51303", "51303"),
    ],
)
def test_an_article_is_found_by_either_writing_of_its_number(code: str, written: str, number: str) -> None:
    article = instruments()[code].article(written)
    assert article is not None
    assert article.number == number


@pytest.mark.parametrize(
    ("code", "written"), [("OST", "XVIII"), ("OST", "0"), ("OST", "IIII"), ("MOON", "11(7)"), ("OST", "")]
)
def test_an_article_that_does_not_exist_is_not_found(code: str, written: str) -> None:
    assert instruments()[code].article(written) is None


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("OST", 17),
        ("ARRA", 10),
        ("LIAB", 28),
        ("REG", 12),
        ("MOON", 21),
        ("ARTEMIS", 13),
        ("HAGUE", 20),
        ("UNGA1962", 9),
        ("DBS", 15),
        ("RSP", 15),
        ("NPS", 11),
        ("BENEFITS", 8),
        ("DEBRIS", 7),
        ("LTS", 21),
        ("CSLCA", 3),
        ("LUX2017", 18),
    ],
)
def test_an_instrument_has_the_articles_it_has(code: str, count: int) -> None:
    assert len(instruments()[code].articles) == count


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_articles_are_those_of_the_official_text(code: str) -> None:
    text = TREATIES / f"{TEXTS[code]}.md"
    if not text.exists():
        pytest.skip(f"needs ../shared/corpus/treaties/{text.name}")
    if code not in instruments():
        pytest.skip(f"{code} is not in the registry")
    printed = re.findall(
        r"^#+\s*Article\s+([0-9IVXL]+)\b", text.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE
    )
    numbers = [article.number for article in instruments()[code].articles]
    assert [number for number in numbers if " " not in number] == list(dict.fromkeys(printed))


def rank(number: str) -> tuple[str, int, str]:
    """Where a unit stands: by letter ("A.1"), number, suffix ("37A")."""
    letter, _, rest = number.rpartition(".")
    base, suffix = re.fullmatch(r"([0-9]+|[IVXLCDM]+)(.*)", rest).groups()  # type: ignore[union-attr]
    return letter, number_of(base) or 0, suffix


@pytest.mark.parametrize("instrument", instruments().values(), ids=instruments().keys())
def test_articles_ascend(instrument: Instrument) -> None:
    ranks = [rank(article.number) for article in instrument.articles]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("instrument", instruments().values(), ids=instruments().keys())
def test_a_gist_is_a_sentence_or_two(instrument: Instrument) -> None:
    lengths = {article.number: len(article.gist.split()) for article in instrument.articles if article.gist}
    assert {number: words for number, words in lengths.items() if not 5 <= words <= 40} == {}


@pytest.mark.parametrize("code", ["OST", "ARRA", "LIAB", "REG", "MOON", "ARTEMIS", "HAGUE", "VCLT", "AT"])
def test_the_instruments_most_argued_about_have_a_gist_for_every_article(code: str) -> None:
    assert [article.number for article in instruments()[code].articles if not article.gist] == []


@pytest.mark.parametrize("instrument", instruments().values(), ids=instruments().keys())
def test_a_paragraph_below_another_has_that_one_above_it(instrument: Instrument) -> None:
    orphans = [
        f"{instrument.code}:{article.number}({paragraph})"
        for article in instrument.articles
        for paragraph in article.paragraphs
        if "(" in paragraph and paragraph.rpartition("(")[0] not in article.paragraphs
    ]
    assert orphans == []


def test_no_name_is_a_short_form_that_only_a_document_can_define() -> None:
    bare = {
        "the Treaty",
        "the Convention",
        "the Charter",
        "the Agreement",
        "Treaty",
        "Convention",
        "Charter",
        "Agreement",
    }
    assert [i.code for i in instruments().values() if bare & {*i.names, *i.abbreviations}] == []


def test_instruments_can_be_hashed_and_compared() -> None:
    assert len(set(instruments().values())) == len(instruments())


def test_a_users_folder_adds_to_what_ships(add: Add) -> None:
    found = instruments(add())
    assert found["TT"].names == ("Treaty of Testing",)
    assert set(found) == {*instruments(), "TT"}


def test_the_version_changes_with_a_users_files(add: Add) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", version())
    assert version(add()) != version()


def test_a_file_that_is_no_toml_is_ignored(add: Add) -> None:
    (add() / "notes.txt").write_text("not TOML", encoding="utf-8")
    assert "TT" in instruments(add())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "colour = 1", "tt.toml: [articles 1] colour: unknown key"),
        ("names =", "nmaes =", "tt.toml: nmaes: unknown key"),
        ('title = "Test Treaty"', "", 'tt.toml: title: is missing. Write title = "..."'),
        ('title = "Test Treaty"', 'title = ""', "tt.toml: title: is empty"),
        ('title = "Test Treaty"', 'title = "Test  Treaty"', "tt.toml: title: 'Test  Treaty' has white space"),
        ('"treaty"', '"tretay"', 'tt.toml: kind: "tretay" is not known. Write one of: treaty, statute'),
        ('"article"', '"clause"', 'tt.toml: unit: "clause" is not known'),
        ('"arabic"', '"greek"', 'tt.toml: numerals: "greek" is not known'),
        ('"arabic"', '"roman"', 'tt.toml: [articles 1] number: "1" is not roman'),
        ('"1999-12-31"', "1999-12-31", "tt.toml: date: datetime.date(1999, 12, 31) is not a string in quotation marks"),
        ('"1999-12-31"', '"31.12.1999"', 'tt.toml: date: "31.12.1999" is no date'),
        ('"1999-12-31"', '"1999-13"', 'tt.toml: date: "1999-13" is no date'),
        ('["Treaty of Testing"]', '"Treaty of Testing"', "tt.toml: names: is not a list"),
        ('["Treaty of Testing"]', "[1]", "tt.toml: names: 1 is not a string in quotation marks"),
        ('["Treaty of Testing"]', '["A B", "A B"]', 'tt.toml: names: "A B" stands there twice'),
        ('["Treaty of Testing"]', '["Outer Space Treaty"]', '"Outer Space Treaty" denotes both OST and TT'),
        ("", '[[articles]]\nnumber = "I"\nheading = "Again"', 'tt.toml: [articles 2] number: "I" is not arabic'),
        ("", '[[articles]]\nnumber = "1"\nheading = "Again"', 'tt.toml: [articles 2] number: "1" stands there twice'),
        ('heading = "Scope"', "", "tt.toml: [articles 1] heading: is missing"),
        ("", 'concepts = ["Scope"]', 'tt.toml: [articles 1] concepts: "Scope" has capitals. Write "scope"'),
        ("", 'concepts = ["envoys of mankind"]', '"envoys of mankind" denotes both OST:V and TT:1'),
        ("", 'paragraphs = ["(a)"]', 'tt.toml: [articles 1] paragraphs: "(a)" is no paragraph'),
        ("", '[parts]\nI = ["1", "9"]', "tt.toml: [parts] I: is not the first and the last article"),
        ("", '[foreign]\nFrench = ["Traité"]', "tt.toml: [foreign] French: is not the code of a language"),
        ("", "[foreign", "tt.toml: not TOML"),
        ("", "x = " + "[" * 5000, "tt.toml: not TOML"),
    ],
)
def test_a_wrong_file_is_refused_by_file_table_and_key(add: Add, old: str, new: str, said: str) -> None:
    assert said in refusal(add(old, new))


def test_the_file_is_named_after_the_code(add: Add) -> None:
    assert 'other.toml: code: "TT"' in refusal(add(name="other.toml"))


def test_a_code_is_taken_once(add: Add) -> None:
    assert 'ost.toml: code: "OST" is taken by another instrument' in refusal(add('"TT"', '"OST"', "ost.toml"))


def test_a_file_that_is_not_utf8_is_refused(add: Add) -> None:
    folder = add()
    (folder / "tt.toml").write_bytes(b'code = "\xff"')
    assert "tt.toml: not TOML" in refusal(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "not a folder that can be read" in refusal(tmp_path / "nowhere")


def test_a_date_may_stop_at_the_year(add: Add) -> None:
    assert instruments(add('"1999-12-31"', '"1999"'))["TT"].date == "1999"


@pytest.mark.parametrize("written", ['["1"]', '["1", "1"]'])
def test_a_part_of_one_article_names_it_once_or_twice(add: Add, written: str) -> None:
    assert instruments(add("", f"[parts]\nI = {written}"))["TT"].parts == {"I": ("1", "1")}


def test_a_concept_may_write_several_phrases_in_one() -> None:
    assert list(_alternatives("(heed|obey) the (|old )rule")) == [
        "heed the rule", "heed the old rule", "obey the rule", "obey the old rule",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("article", "below"),
    [("REFUGEE:1", ["1", "1A", "1B", "1C", "1D", "1E", "1F"]), ("REFUGEE:33", ["33"]), ("ROME:8", ["8"])],
)
def test_an_article_covers_its_sections_that_have_numbers_of_their_own(article: str, below: list[str]) -> None:
    """Article 1F of the Refugee Convention is part of article 1; article 8 bis of the Rome Statute is none of 8."""
    code, _, number = article.partition(":")
    assert ["".join(path) for path in covered_by(Provision(code, (number,)))] == below
    assert is_covered(("1F", "b"), Provision("REFUGEE", ("1",)))
    assert not is_covered(("1",), Provision("REFUGEE", ("1F",)))
