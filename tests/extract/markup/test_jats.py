"""Articles and books in JATS, BITS and TEI XML: notes tied by name, headings, lists, references, hostile files."""

from __future__ import annotations

import pytest

from argmine.errors import Damaged, SourceError, Unsupported
from argmine.extract.markup.jats import read_jats
from tests.extract.reading import body, furniture, kinds, notes


def article(inside: str, meta: str = "", back: str = "", head: str = "") -> bytes:
    front = f"<front><article-meta>{meta}</article-meta></front>"
    return f"{head}<article>{front}<body>{inside}</body><back>{back}</back></article>".encode()


def fn(number: int, text: str, label: str = "") -> str:
    return f'<fn id="fn{number}"><label>{label or number}</label><p>{text}</p></fn>'


def xref(number: int, kind: str = "fn", to: str = "fn") -> str:
    return f'<xref ref-type="{kind}" rid="{to}{number}"><sup>{number}</sup></xref>'


def test_footnotes_are_tied_to_the_places_of_their_markers() -> None:
    text = f"<p>It is forbidden.{xref(1)} It is silent,{xref(2)} <italic>ergo</italic> free.</p>"
    back = f"<fn-group><title>Notes</title>{fn(1, 'See Doe.')}{fn(2, 'But see Roe.</p><p>And Poe.')}</fn-group>"
    draft = read_jats(article(text, back=back), "a.xml")
    assert body(draft) == ["It is forbidden.⟦1⟧ It is silent,⟦2⟧ ergo free."]
    assert notes(draft) == ["1 See Doe.", "2 But see Roe. And Poe."]
    assert furniture(draft) == ["Notes"]


def test_a_note_inside_the_text_stands_at_its_own_place() -> None:
    text = "<p>It is forbidden<fn><label>*</label><p>Not always.</p></fn>.</p>"
    draft = read_jats(article(text), "a.xml")
    assert body(draft) == ["It is forbidden⟦*⟧."]
    assert notes(draft) == ["* Not always."]


def test_references_that_are_cited_by_number_are_notes_and_others_are_a_list() -> None:
    cited = "[" + ", ".join(f'<xref ref-type="bibr" rid="B{at}">{at}</xref>' for at in (1, 2)) + "]"
    refs = "".join(
        f'<ref id="B{at}"><label>{at}.</label><mixed-citation>Doe, no. {at}.</mixed-citation></ref>' for at in (1, 2)
    )
    draft = read_jats(article(f"<p>It is free {cited}.</p>", back=f"<ref-list>{refs}</ref-list>"), "a.xml")
    assert body(draft) == ["It is free⟦1⟧⟦2⟧."]
    assert notes(draft) == ["1 Doe, no. 1.", "2 Doe, no. 2."]
    named = '<p>It is free (<xref ref-type="bibr" rid="B1">Doe 2031</xref>).</p>'
    listed = '<ref-list><title>Works</title><ref id="B1"><mixed-citation>Doe (2031).</mixed-citation></ref></ref-list>'
    draft = read_jats(article(named, back=listed), "a.xml")
    assert body(draft) == ["It is free (Doe 2031).", "Works", "Doe (2031)."]


def test_sections_make_headings_with_levels_and_labels() -> None:
    text = "<sec><label>1.</label><title>Ice</title><p>Free.</p><sec><title>Snow</title><p>Free too.</p></sec></sec>"
    meta = "<title-group><article-title>On Ice</article-title></title-group>"
    draft = read_jats(article(text, meta), "a.xml")
    assert [(kind, level, words) for kind, level, words in kinds(draft) if kind == "heading"] == [
        ("heading", 1, "On Ice"), ("heading", 2, "1. Ice"), ("heading", 3, "Snow"),
    ]  # fmt: skip
    assert [block.label for block in draft.blocks if block.kind == "heading"] == [None, "1", None]


def test_authors_are_named_below_the_title_with_their_notes() -> None:
    name = "<name><surname>Doe</surname><given-names>Ada</given-names></name>"
    meta = (
        f"<title-group><article-title>On Ice</article-title></title-group><contrib-group><contrib>{name}"
        '<xref ref-type="fn" rid="fn9">*</xref></contrib></contrib-group>'
        f"<author-notes>{fn(9, 'Professor.', '*')}</author-notes>"
        "<pub-date><day>3</day><month>5</month><year>2031</year></pub-date>"
    )
    draft = read_jats(article("<p>Free.</p>", meta), "a.xml")
    assert body(draft) == ["On Ice", "Ada Doe⟦*⟧", "Free."]
    assert notes(draft) == ["* Professor."]
    assert draft.info == {"title": "On Ice", "author": "Ada Doe", "date": "2031-05-03"}


def test_lists_quotations_tables_and_captions_are_told_apart() -> None:
    text = (
        '<p>They are:</p><list list-type="alpha-lower"><list-item><p>ice,</p></list-item><list-item><p>dust.</p>'
        "</list-item></list><list><list-item><label>(iv)</label><p>snow</p></list-item></list>"
        "<disp-quote><p>It is free.</p></disp-quote><table-wrap><label>Table 1.</label><caption><p>Views</p></caption>"
        "<table><tr><th>State</th><th>View</th></tr><tr><td>Arcadia</td><td>permits</td></tr></table></table-wrap>"
    )
    assert kinds(read_jats(article(text), "a.xml")) == [
        ("paragraph", 0, "They are:"),
        ("list_item", 1, "a. ice,"),
        ("list_item", 1, "b. dust."),
        ("list_item", 1, "(iv) snow"),
        ("quotation", 0, "It is free."),
        ("caption", 0, "Table 1. Views"),
        ("table", 0, "State\tView\nArcadia\tpermits"),
    ]


def test_characters_by_name_formulas_and_powers_are_written_out() -> None:
    text = (
        "<p>Caf&eacute;&nbsp;&sect; 2, 5 m<sup>2</sup> in the 19<sup>th</sup>, "
        "<inline-formula><alternatives><tex-math>$x$</tex-math><math>x</math></alternatives></inline-formula>.</p>"
    )
    head = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS-archivearticle1.dtd">'
    assert body(read_jats(article(text, head=head), "a.xml")) == ["Café § 2, 5 m² in the 19th, x."]


def tei(inside: str, header: str = "") -> bytes:
    namespace = 'xmlns="http://www.tei-c.org/ns/1.0"'
    return f"<TEI {namespace}><teiHeader>{header}</teiHeader><text><body>{inside}</body></text></TEI>".encode()


def test_notes_of_tei_stand_in_the_text_or_are_named_by_a_marker_or_name_their_place() -> None:
    text = (
        '<div><head>Ice</head><p>One<note n="1">See Doe.</note>, two<ref target="#n2">2</ref>, three'
        '<anchor xml:id="a3"/>, four<note>Untold.</note>.</p></div>'
        '<div><note xml:id="n2" n="2">See Roe.</note><note xml:id="n3" n="3" target="#a3">See Poe.</note></div>'
    )
    draft = read_jats(tei(text), "a.xml")
    assert body(draft) == ["Ice", "One⟦1⟧, two⟦2⟧, three⟦3⟧, four⟦4⟧."]
    assert notes(draft) == ["1 See Doe.", "2 See Roe.", "3 See Poe.", "4 Untold."]


def test_tei_keeps_what_was_printed_and_sets_running_heads_apart() -> None:
    text = (
        "<div><fw>ICE 7</fw><p>The <choice><reg>connection</reg><orig>connexion</orig></choice> of <quote>ice</quote> "
        'broken on-<lb break="no"/>line, the 19<hi rend="superscript">th</hi><del> not</del>.</p>'
        "<quote><p>Displayed.</p></quote></div>"
    )
    draft = read_jats(tei(text), "a.xml")
    assert body(draft) == ["The connexion of “ice” broken on-line, the 19th.", "Displayed."]
    assert [kind for kind, _, _ in kinds(draft)] == ["paragraph", "quotation"]
    assert furniture(draft) == ["ICE 7"]


def test_the_header_of_tei_is_the_info() -> None:
    header = (
        "<fileDesc><titleStmt><title>On Ice</title><author><persName>Ada Doe</persName></author></titleStmt>"
        '<publicationStmt><date when="2031-05"/><idno type="DOI">10.1000/ice</idno></publicationStmt></fileDesc>'
    )
    assert read_jats(tei("<p>Free.</p>", header), "a.xml").info == {
        "title": "On Ice", "author": "Ada Doe", "date": "2031-05", "doi": "10.1000/ice",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", Damaged, "no well-formed XML"),
        (b"<article><body><p>Free.</body></article>", Damaged, "no well-formed XML"),
        (b"<article><body/></article>", Damaged, "holds no text"),
        (b"<rss><item/></rss>", Unsupported, "neither JATS nor TEI XML, but rss"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><article><body><p>&x;</p></body></article>', Damaged, "declares entities"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><article>&x;</article>', Damaged, "declares entities"),
        (b"<article>" + b"<sec>" * 120 + b"</sec>" * 120 + b"</article>", Damaged, "nested deeper"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_one_line(
    data: bytes, error: type[SourceError], reason: str
) -> None:
    with pytest.raises(error, match=reason):
        read_jats(data, "a.xml")
