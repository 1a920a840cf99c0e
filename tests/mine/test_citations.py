"""Notes are cut into citations, each classed by its form; in the body only certain forms count."""

from __future__ import annotations

import pytest

from argmine.mine.citations.finding import find_citations
from argmine.mine.citations.marks.symbols import find_symbols, parse_symbol
from argmine.types import Pointer, Span

from .notes import document

FORMS = [
    ("legal_case", "Territorial Dispute (Ruritania v. Freedonia), Judgment, I.C.J. Reports 1994, p. 6"),
    ("legal_case", "Legal Consequences of a Wall, Advisory Opinion, 2004, para. 94"),
    ("treaty", "Treaty on the Uses of Ice, 27 January 1967, 610 UNTS 205, art. II"),
    ("report", "Report of the Legal Subcommittee, A/AC.105/1203"),
    ("article-journal", "A. Halvorsen, “Ice and Law” (2019) 12 Journal of Sample Law 211"),
    ("chapter", "B. Okonjo, “On ice”, in C. Quint (ed.), Essays (Sample Press 1999) 14"),
    ("book", "C. Quint, The Law of Ice (Sample Press 1984)"),
    ("legislation", "Commercial Ice Act of 2015, 51 U.S.C. § 51303"),
    ("webpage", "https://example.org/ice"),
    ("short", "Ibid., p. 12"),
    ("short", "Halvorsen, supra note 3, at 215"),
    ("short", "Quint (n 12) 15"),
]
SYMBOLS = [
    ("A/AC.105/C.2/L.339", "A/AC.105/C.2/L.339"),
    ("S/PV.8422", "S/PV.8422"),
    ("A/CN.4/SER.A/1966/ADD.1", "A/CN.4/SER.A/1966/Add.1"),
    ("A/RES/62/101", "A/RES/62/101"),
    ("General Assembly resolution 1962 (XVIII)", "A/RES/1962(XVIII)"),
    ("UNGA Res. 62/101", "A/RES/62/101"),
    ("Security Council resolution 1373 (2001)", "S/RES/1373(2001)"),
]


def citations(body: str, *notes: str) -> list[tuple[str, str]]:
    read = document(body, *notes)
    return [(citation.kind, citation.span.of(read.text)) for citation in find_citations(read)]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_note_is_classed_by_its_form(kind: str, form: str) -> None:
    assert citations("Body.", f"{form}.") == [(kind, form)]


def test_a_note_is_cut_at_semicolons_and_signals_and_keeps_no_signal() -> None:
    note = "See Quint, The Law of Ice (Sample Press 1984); but see Halvorsen, supra note 3. See also Ibid., p. 4."
    assert citations("Body.", note) == [
        ("book", "Quint, The Law of Ice (Sample Press 1984)"),
        ("short", "Halvorsen, supra note 3"),
        ("short", "Ibid., p. 4"),
    ]


def test_a_comment_is_no_citation() -> None:
    assert citations("Body.", "In the sense of a common use by all.") == []


def test_the_body_gives_only_certain_forms() -> None:
    body = "As document A/AC.105/1203 shows, Quint was right."
    assert citations(body) == [("report", "A/AC.105/1203")]


@pytest.mark.parametrize(("written", "canonical"), SYMBOLS)
def test_a_symbol_is_read_into_its_canonical_form(written: str, canonical: str) -> None:
    text = f"See {written}, p. 3."
    assert [(span.of(text), symbol) for span, symbol in find_symbols(text, Span(0, len(text)))] == [
        (written, canonical)
    ]


SYMBOL_FORMS = (
    "A/AC.105/1203 A/AC.105/C.2/L.339 A/AC.105/C.2/2019/CRP.3 A/AC.105/C.2/SR.57-73 A/48/PV.46 "
    "A/C.6/66/SR.18 A/CN.4/L.682 A/CN.4/SER.A/1966/Add.1 A/CONF.39/11/Add.2 A/RES/62/101 "
    "A/RES/1962(XVIII) A/HRC/28/66 A/HRC/RES/5/1 A/73/10 A/ES-10/24 S/PV.8422 S/RES/1373(2001) S/2001/946 "
    "S/PRST/2004/7 E/CN.4/Sub.2/2000/7/Rev.1 E/1995/22 E/C.12/GC/25 ST/SPACE/61 ST/SGB/2003/13 "
    "CCPR/C/21/Rev.1/Add.13 CEDAW/C/GC/35 CRC/C/GC/14 ISBA/19/C/17 ISBA/ST/SGB/2008/6 LOS/PCN/153 "
    "SPLOS/277 CLCS/40/Rev.1 CD/1839 TD/B/C.1/1 UNEP/EA.4/1 FCCC/CP/2015/10/Add.1 WT/DS58/R "
    "NPT/CONF.2010/50 A/AC.105/1203/Add.1/Corr.1 "
).split()


@pytest.mark.parametrize("symbol", SYMBOL_FORMS)
def test_a_symbol_that_is_read_and_printed_is_read_as_the_same(symbol: str) -> None:
    read = parse_symbol(symbol)
    assert read is not None
    assert str(read) == symbol
    assert parse_symbol(str(read)) == read
    assert [found for _, found in find_symbols(f"See {symbol}, p. 3.", Span(0, len(symbol) + 11))] == [symbol]


def test_a_symbol_says_its_organ_and_its_additions() -> None:
    read = parse_symbol("A/AC.105/C.2/SR.63/Corr.1")
    assert read is not None
    assert (read.body, read.rest, read.additions) == ("A/AC.105/C.2", "SR.63", ("Corr.1",))
    assert read.organ == "Legal Subcommittee of the Committee on the Peaceful Uses of Outer Space"


def test_words_with_strokes_are_no_symbols() -> None:
    assert [parse_symbol(words) for words in ("A/B", "and/or", "S/he", "A/")] == [None] * 4


def test_brackets_in_the_body_are_read_as_a_whole() -> None:
    body = (
        "That is settled (Ice Floes (Ruritania v. Freedonia), Judgment, I.C.J. Reports 1994, p. 6, para. 41) for good."
    )
    (citation,) = find_citations(document(body))
    assert (citation.kind, citation.description.title) == ("legal_case", "Ice Floes (Ruritania v. Freedonia)")


def test_prose_around_a_citation_is_left_out() -> None:
    note = "The point is put most clearly by Quint (n 4) 119–120, long before the Act. She cites A/AC.105/1203 as well."
    assert citations("Body.", note) == [("short", "Quint (n 4) 119–120"), ("report", "A/AC.105/1203")]


def test_a_chapter_in_a_book_cited_before_points_to_the_book() -> None:
    (citation,) = find_citations(
        document("Body.", "Ada Lind & Jon Berg, Article II, in 1 ICE COMMENTARY, supra note 11, at 55.")
    )
    assert (citation.kind, citation.description.authors) == ("chapter", ("Ada Lind", "Jon Berg"))
    assert citation.pointer == Pointer("note", "11", "1 ICE COMMENTARY")


def test_brackets_that_explain_are_kept_beside_the_citation_and_what_they_quote_is_found() -> None:
    note = "Ash v. Birch, 597 U.S. 215 (2022) (holding that ice is free) (quoting Cole v. Dale, 476 U.S. 667 (1986))."
    read = document("Body.", note)
    one, other = find_citations(read)
    assert one.span.of(read.text) == "Ash v. Birch, 597 U.S. 215 (2022)"
    assert one.parenthetical == "holding that ice is free"
    assert (other.signal, other.description.title) == ("quoting", "Cole v. Dale")


def test_a_treaty_printed_in_several_series_is_cited_once() -> None:
    note = "Treaty on the Uses of Ice, 27 January 1967, 610 UNTS 205; UKTS No. 10 (1968), Cmnd. 3519; 18 UST 2410."
    (found,) = find_citations(document("Body.", note))
    assert found.description.identifiers == ("610 UNTS 205", "UKTS 10", "18 UST 2410")


def test_a_stop_inside_a_journal_in_capitals_ends_no_citation() -> None:
    note = "Ada Lind, Is There an Ice Doctrine? A Tentative Reply, 14 GEO. GLACR. L.J. 257, 287 (2000)."
    assert citations("Body.", note)[0][1] == note.rstrip(".")


def test_custom_is_named_but_no_work_is_cited_by_it() -> None:
    named = "This is a rule of customary international law under Article II of the Outer Space Treaty."
    assert [found.description.title for found in find_citations(document("Body.", named))] == ["Outer Space Treaty"]


def test_an_address_ends_its_citation_before_the_next_sentence() -> None:
    note = "Ada Lind, Snow, Ice News, available at http://www.ice.example/asat/. A second glacier broke apart in 2007."
    assert citations("Body.", note) == [
        ("webpage", "Ada Lind, Snow, Ice News, available at http://www.ice.example/asat/")
    ]


def test_a_work_in_the_volume_before_has_its_journal_and_year() -> None:
    note = "Ada Lind, Snow, 34 J. Space L. 13 (1992); Paul Frost, Ice at Sea, id. at 17."
    other = find_citations(document("Body.", note))[1].description
    assert (other.authors, other.title) == (("Paul Frost",), "Ice at Sea")
    assert (other.container, other.year, other.pages) == ("Journal of Space Law", 1992, "17")


def test_a_treaty_named_again_in_the_prose_of_a_note_is_cited_once() -> None:
    note = "Outer Space Treaty, supra note 5, at art. I. The Outer Space Treaty spells out a spirit of cooperation."
    assert citations("Body.", note) == [("short", "Outer Space Treaty, supra note 5, at art. I")]


def test_numbers_are_no_authors() -> None:
    found = find_citations(document("Body.", "Ada Lind, Snow, 54 A.B.A.]. 365·67, 110 (1968)."))
    assert [author for each in found for author in each.description.authors if author[0].isdigit()] == []


def test_idem_before_a_title_is_the_author_of_the_work_before() -> None:
    note = "G.K. Lind, The High Ice (1977); idem, The Colonization of Snow, 27 Polar Review 32 (1974)."
    other = find_citations(document("Body.", note))[1]
    assert (other.kind, other.description.authors) == ("article-journal", ("G.K. Lind",))
    assert other.description.title == "The Colonization of Snow"


def test_a_chapter_in_the_book_before_is_no_treaty_though_its_title_names_one() -> None:
    note = (
        "A. Berg, The Moon Treaty, in KEEPING ICE FOR PEACEFUL USES 125 (A. Berg ed., 1984); "
        "S. Frost, Article IV Of The 1967 Outer Space Treaty And Arms, in KEEPING ICE FOR PEACEFUL USES, id. at 80."
    )
    found = find_citations(document("Body.", note))
    assert [(each.kind, each.description.authors) for each in found] == [
        ("chapter", ("A. Berg",)),
        ("chapter", ("S. Frost",)),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Ada Lind received an LL.M. in Polar Law from the University of Frostburg (2007). She also completed a J.D. at"
        " Snow College (2005), and a B.A. in Ice Science at the University of Arcadia (2002).",
        "J.D. Candidate, Frostburg School of Law, 2026; B.A., University of Arcadia, 2021.",
    ],
)
def test_degrees_and_schools_of_an_author_are_no_works(note: str) -> None:
    assert find_citations(document("Body.", note)) == ()


def test_a_thesis_is_a_work_though_it_names_a_degree() -> None:
    note = "Ada Lind, The Floe (Ph.D. thesis, University of Frostburg, 2003)."
    (thesis,) = find_citations(document("Body.", note))
    assert (thesis.kind, thesis.description.year) == ("thesis", 2003)


def test_a_convention_has_its_town_and_year_in_its_name() -> None:
    note = "For instance, Art. V of the 1982 Frostburg Convention obliges a State to consult."
    (named,) = find_citations(document("Body.", note))
    assert named.description.title == "1982 Frostburg Convention"


def test_a_title_goes_on_behind_its_quoted_words_to_the_site() -> None:
    note = "Ada Lind, ‘Whose Ice’: Snow, and Who Owns It, POLAR NEWS (Mar. 18, 2022), https://ice.example/a."
    (cited,) = find_citations(document("Body.", note))
    assert cited.description.title == "Whose Ice: Snow, and Who Owns It"


def test_a_sentence_that_ends_with_a_quotation_is_not_the_author_of_what_follows() -> None:
    lead = "A former minister once lamented, “The rules of ice are not written by those who live on it.” "
    note = f"{lead}Ada Lind, Ice and Rules, 12 Polar L.J. 3 (2010)."
    (cited,) = find_citations(document("Body.", note))
    assert cited.description.authors == ("Ada Lind",)


def test_cases_in_a_list_with_commas_are_one_each() -> None:
    note = (
        "These were Lind v. Frost, 334 U.S. 1 (1948), Berg v. Arcadia, 339 U.S. 816 (1950),"
        " and Snow v. Board of Ice, 339 U.S. 629 (1950)."
    )
    titles = [each.description.title for each in find_citations(document("Body.", note))]
    assert titles == ["Lind v. Frost", "Berg v. Arcadia", "Snow v. Board of Ice"]
