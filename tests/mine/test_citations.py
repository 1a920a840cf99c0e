"""Notes are cut into citations, each classed by its form; in the body only certain forms count."""

from __future__ import annotations

import pytest

from argmine.mine.citations import find_citations
from argmine.mine.symbols import find_symbols
from argmine.types import Block, Document, Metadata, Note, Source, Span

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


def document(body: str, *notes: str) -> Document:
    text, spans = body, []
    for note in notes:
        text += "\n\n" + note
        spans.append(Span(len(text) - len(note), len(text)))
    numbered = tuple(Note(str(number), span, 0) for number, span in enumerate(spans, start=1))
    source = Source("sample.txt", "0" * 64, "text/plain", len(text))
    return Document("0" * 12, source, Metadata(), text, (Block("paragraph", Span(0, len(body))),), numbered)


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
