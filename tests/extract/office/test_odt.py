"""OpenDocument texts: notes as printed, list numbers, tracked changes, furniture, hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest

from argmine.errors import Damaged, Encrypted, SourceError
from argmine.extract.office.odt import read_odt
from tests.extract.reading import body, furniture, kinds, notes

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta",
    }.items()
)  # fmt: skip


def odt(text: str, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text with this body; `automatic` and `styles` are the styles of the text and of the file."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{text}</office:text></office:body>"
    members = {
        "content.xml": f"<office:document-content {NAMES}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}>{styles}</office:document-styles>",
    }
    return packed(members | {f"{name}.xml": inside for name, inside in parts.items()})


def packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members.items():
            archive.writestr(name, inside)
    return out.getvalue()


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int = 1) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inside}</text:h>'


def note(number: str, text: str, kind: str = "footnote", own: bool = False) -> str:
    label = f' text:label="{number}"' if own else ""
    citation = f"<text:note-citation{label}>{number}</text:note-citation>"
    inside = f"<text:note-body>{text if text.startswith('<') else p(text)}</text:note-body>"
    return f'<text:note text:note-class="{kind}">{citation}{inside}</text:note>'


def items(*inside: str, attributes: str = 'text:style-name="L1"') -> str:
    listed = "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)
    return f"<text:list {attributes}>{listed}</text:list>"


def style(name: str, properties: str = "", parent: str = "", family: str = "paragraph") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{properties}</style:style>'


L1 = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" style:num-suffix="."/>
<text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style>"""


def test_notes_have_the_numbers_that_were_printed_and_stand_where_their_markers_do() -> None:
    text = p(f"On ownership{note('*', '* Professor.', own=True)}") + p(
        f"It is forbidden.{note('1', p('See Doe.') + p('But see Roe.'))} It is{note('i', 'End.', 'endnote')} free."
    )
    draft = read_odt(odt(text), "a.odt")
    assert body(draft) == ["On ownership⟦*⟧", "It is forbidden.⟦1⟧ It is⟦i⟧ free."]
    assert notes(draft) == ["* Professor.", "1 See Doe. But see Roe.", "i End."]


def test_lists_have_the_numbers_that_the_file_only_describes() -> None:
    deepest = items(p("deep"), attributes="")
    inner = items(p("one"), p("two") + deepest, attributes="")
    text = items(p("First") + inner, p("Second") + p("goes on")) + p("Between the lists.")
    text += items(p("Third"), attributes='text:style-name="L1" text:continue-numbering="true"')
    text += items(p("Anew"))
    draft = read_odt(odt(text, automatic=L1), "a.odt")
    assert body(draft) == [
        "I. First", "(a) one", "(b) two", "I.b.1. deep", "II. Second", "goes on", "Between the lists.", "III. Third",
        "I. Anew",
    ]  # fmt: skip


def test_an_item_may_set_its_number_and_a_header_has_none() -> None:
    header = f'<text:list text:style-name="L1"><text:list-header>{p("Points")}</text:list-header>'
    text = f'{header}<text:list-item text:start-value="4">{p("fourth")}</text:list-item></text:list>'
    assert body(read_odt(odt(text, automatic=L1), "a.odt")) == ["Points", "IV. fourth"]


def test_headings_are_numbered_as_the_outline_says() -> None:
    outline = """<text:outline-style>
        <text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Article "/>
        <text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>"""
    text = h("Scope") + h("In general", 2) + p("It is free.") + h("Terms")
    assert kinds(read_odt(odt(text, styles=outline), "a.odt")) == [
        ("heading", 1, "Article 1 Scope"),
        ("heading", 2, "In general"),
        ("paragraph", 0, "It is free."),
        ("heading", 1, "Article 2 Terms"),
    ]


def test_quotations_are_known_by_style_or_by_their_indents() -> None:
    inset = '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/>'
    automatic = style("P1", parent="Quotations") + style("P2", inset)
    text = p("The text of the article, at length. " * 3) + p("Quoted.", "P1") + p("Set in.", "P2")
    found = kinds(read_odt(odt(text, automatic, style("Quotations")), "a.odt"))
    assert [kind for kind, _, _ in found] == ["paragraph", "quotation", "quotation"]


def test_what_was_struck_out_is_left_out_and_what_was_put_in_is_kept() -> None:
    struck = f'<text:tracked-changes><text:changed-region text:id="c"><text:deletion>{p("never")}</text:deletion>'
    text = f"{struck}</text:changed-region></text:tracked-changes>" + p(
        'It is <text:change text:change-id="c"/><text:change-start/>always<text:change-end/> free.'
    )
    assert body(read_odt(odt(text), "a.odt")) == ["It is always free."]


def test_comments_running_heads_and_tables_of_contents_are_furniture() -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Scope 3')}</text:index-body></text:table-of-content>"
    text = contents + p(f"It is<office:annotation>{p('Really?')}</office:annotation> free.")
    page = f"<style:master-page><style:header>{p('DRAFT')}</style:header></style:master-page>"
    draft = read_odt(odt(text, styles=page), "a.odt")
    assert body(draft) == ["It is free."]
    assert sorted(furniture(draft)) == ["DRAFT", "Really?", "Scope 3"]


def test_spaces_superscripts_and_hidden_words() -> None:
    raised = style("T1", '<style:text-properties style:text-position="super 58%"/>', family="text")
    hidden = style("T2", '<style:text-properties text:display="none"/>', family="text")
    text = p(
        'An<text:s text:c="3"/>area<text:tab/>of 5 m<text:span text:style-name="T1">2</text:span> in the 19'
        '<text:span text:style-name="T1">th</text:span> century<text:span text:style-name="T2"> secret</text:span>.'
    )
    assert body(read_odt(odt(text, raised + hidden), "a.odt")) == ["An area of 5 m² in the 19th century."]


def test_a_table_is_one_block_and_covered_cells_stay_empty() -> None:
    def row(*cells: str) -> str:
        covered = "<table:covered-table-cell/>"
        inside = (f"<table:table-cell>{p(cell)}</table:table-cell>" if cell else covered for cell in cells)
        return f"<table:table-row>{''.join(inside)}</table:table-row>"

    head = f"<table:table-header-rows>{row('State', 'View', 'Year')}</table:table-header-rows>"
    text = f"<table:table>{head}{row('Arcadia', '', 'x')}</table:table>"
    assert kinds(read_odt(odt(text), "a.odt")) == [("table", 0, "State\tView\tYear\nArcadia\t\tx")]


def test_the_first_author_wins_over_the_last() -> None:
    facts = (
        "<dc:title>On Ice</dc:title><dc:creator>R. Roe</dc:creator><meta:initial-creator>A. Doe</meta:initial-creator>"
    )
    meta = f'<office:document-meta {NAMES} xmlns:dc="d"><office:meta>{facts}</office:meta></office:document-meta>'
    assert read_odt(odt(p("Text."), meta=meta), "a.odt").info == {"title": "On Ice", "author": "A. Doe"}


LOCKED = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"PK\x03\x04", Damaged, "cannot be unpacked"),
        (packed({"x.xml": "<x/>"}), Damaged, "holds no text document"),
        (packed({"content.xml": "<x"}), Damaged, "no well-formed XML"),
        (packed({"META-INF/manifest.xml": LOCKED}), Encrypted, "locked with a password"),
        (packed({"C:/windows/x": ""}), Damaged, "leads out of it"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_one_line(
    data: bytes, error: type[SourceError], reason: str
) -> None:
    with pytest.raises(error, match=reason):
        read_odt(data, "a.odt")
