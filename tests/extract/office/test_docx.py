"""Word files: notes with the numbers that Word prints, list numbers, tracked changes, furniture, hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.errors import Damaged, Encrypted, SourceError, TooLarge, Unsupported
from argmine.extract.assembly import assemble
from argmine.extract.office.docx import read_docx
from argmine.types import Metadata, Source
from tests.extract.reading import body, furniture, kinds, notes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def docx(text: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are the insides of footnotes, endnotes, comments, numbering, styles ..."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        main = f'<Relationship Id="r" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
        core = f'<Relationship Id="c" Type="{KINDS}/metadata/core-properties" Target="docProps/core.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships {PACKAGE}>{main}{core}</Relationships>")
        related = "".join(f'<Relationship Id="{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships {PACKAGE}>{related}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{text}</w:body></w:document>")
        for kind, inside in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {W}>{inside}</w:{kind}>")
    return out.getvalue()


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; strings without a tag become runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ref(note: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def own_ref(note: int, mark: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{note}"/><w:t>{mark}</w:t></w:r>'


def note(number: int, text: str, kind: str = "footnote", mark: str = "") -> str:
    head = r(mark) if mark else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}"><w:p>{head}{r(" " + text)}</w:p></w:{kind}>'


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*forms: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{result}{char('end')}"


SEPARATOR = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def test_notes_stand_where_their_markers_do() -> None:
    text = p("Article II forbids it.", ref(2), " It is silent on mining,", ref(3), " and States differ.")
    draft = read_docx(docx(text, footnotes=SEPARATOR + note(2, "See Doe, at 12.") + note(3, "Ibid.")), "a.docx")
    assert body(draft) == ["Article II forbids it.⟦1⟧ It is silent on mining,⟦2⟧ and States differ."]
    assert notes(draft) == ["1 See Doe, at 12.", "2 Ibid."]


def test_a_note_with_its_own_mark_takes_no_number() -> None:
    text = p("On ownership", own_ref(2, "*")) + p("It is forbidden.", ref(3), " It is not.", own_ref(4, "†"), ref(5))
    inside = note(2, "Professor.", mark="*") + note(3, "Doe.") + note(4, "Added.", mark="†") + note(5, "Roe.")
    draft = read_docx(docx(text, footnotes=inside), "a.docx")
    assert body(draft) == ["On ownership⟦*⟧", "It is forbidden.⟦1⟧ It is not.⟦†⟧⟦2⟧"]
    assert notes(draft) == ["* Professor.", "1 Doe.", "† Added.", "2 Roe."]


def test_a_marker_in_a_line_of_its_own_belongs_to_the_text_above_or_at_the_start_to_the_first() -> None:
    text = p(ref(2)) + p("It is forbidden.") + p(ref(3)) + p("It is not.")
    draft = read_docx(docx(text, footnotes=note(2, "Doe.") + note(3, "Roe.")), "a.docx")
    assert body(draft) == ["⟦1⟧It is forbidden.⟦2⟧", "It is not."]


def test_endnotes_are_counted_apart_and_in_roman_numerals_unless_the_file_says_otherwise() -> None:
    text = p("One.", ref(2, "endnote"), " Two.", ref(2), " Three.", ref(3, "endnote"))
    parts = {"footnotes": note(2, "F."), "endnotes": note(2, "E.", "endnote") + note(3, "G.", "endnote")}
    assert body(read_docx(docx(text, **parts), "a.docx")) == ["One.⟦i⟧ Two.⟦1⟧ Three.⟦ii⟧"]
    decimal = '<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="4"/></w:endnotePr>'
    assert body(read_docx(docx(text, **parts, settings=decimal), "a.docx")) == ["One.⟦4⟧ Two.⟦1⟧ Three.⟦5⟧"]


def test_notes_begin_anew_with_each_section_where_the_file_says_so() -> None:
    anew = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    text = p("One.", ref(2), " Two.", ref(3), properties=anew) + p("Three.", ref(4)) + anew
    draft = read_docx(docx(text, footnotes=note(2, "A.") + note(3, "B.") + note(4, "C.")), "a.docx")
    assert body(draft) == ["One.⟦1⟧ Two.⟦2⟧", "Three.⟦1⟧"]


def test_notes_begin_anew_on_each_page_as_word_last_broke_it() -> None:
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    text = p("One.", ref(2), " Two.", ref(3), page, " Three.", ref(4))
    anew = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    inside = note(2, "A.") + note(3, "B.") + note(4, "C.")
    assert body(read_docx(docx(text, footnotes=inside, settings=anew), "a.docx")) == ["One.⟦1⟧ Two.⟦2⟧ Three.⟦1⟧"]


def test_a_note_of_several_paragraphs_is_whole_and_one_in_a_table_is_tied_in_its_cell() -> None:
    long = f'<w:footnote w:id="2">{p("See Doe.")}{p("But see Roe.")}</w:footnote>'
    row = "".join(f"<w:tc>{p(*runs)}</w:tc>" for runs in (("Arcadia", ref(2)), ("permits",)))
    head = "".join(f"<w:tc>{p(word)}</w:tc>" for word in ("State", "View"))
    draft = read_docx(docx(f"<w:tbl><w:tr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl>", footnotes=long), "a.docx")
    assert body(draft) == ["State\tView\nArcadia⟦1⟧\tpermits"]
    assert notes(draft) == ["1 See Doe. But see Roe."]


def test_what_was_struck_out_is_gone_with_its_note_and_what_was_put_in_stays() -> None:
    struck = f'<w:del w:id="1">{ref(2)}<w:r><w:delText>never </w:delText></w:r></w:del>'
    put_in = f'<w:ins w:id="2">{r("always ")}</w:ins>'
    text = p("It is ", struck, put_in, "forbidden.", ref(3))
    draft = read_docx(docx(text, footnotes=note(2, "Struck.") + note(3, "Kept.")), "a.docx")
    assert body(draft) == ["It is always forbidden.⟦1⟧"]
    assert notes(draft) == ["1 Kept."]


def test_a_paragraph_whose_end_was_struck_out_goes_on_with_the_next() -> None:
    text = p("It is ", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p("forbidden.")
    assert body(read_docx(docx(text), "a.docx")) == ["It is forbidden."]


def test_lists_have_the_numbers_that_the_file_only_describes() -> None:
    kind = levels(("upperRoman", "%1."), ("lowerLetter", "(%2)"), ("decimal", "%1.%2.%3"))
    legal = kind.replace('<w:lvl w:ilvl="2">', '<w:lvl w:ilvl="2"><w:isLgl/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{legal}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{start}</w:num>'
        for number, start in (
            (1, ""),
            (2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    places = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0))
    text = "".join(item("point", *place) for place in places)
    assert body(read_docx(docx(text, numbering=numbering), "a.docx")) == [
        "I. point", "(a) point", "(b) point", "1.2.1 point", "II. point", "(a) point", "V. point", "VI. point",
        "VII. point",
    ]  # fmt: skip


def test_items_have_levels_and_labels_and_bullets_are_left_out() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels(("lowerLetter", "(%1)"), ("bullet", "·"))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    text = item("the Moon", 1) + item("its soil", 1, 1) + item("its ice", 1, 1)
    draft = read_docx(docx(text, numbering=numbering), "a.docx")
    assert kinds(draft) == [("list_item", 1, "(a) the Moon"), ("list_item", 2, "its soil"), ("list_item", 2, "its ice")]
    assert [block.label for block in draft.blocks] == ["a", None, None]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="b1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Chapter"/><w:basedOn w:val="b1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="Zitat"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
ARTICLES = (
    f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "Article %1"))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_headings_and_quotations_are_known_by_their_styles_and_what_these_inherit() -> None:
    text = p("Use of terms", style="own") + p("It is free.", style="z") + p("Scope", style="b1") + p("All is free.")
    assert kinds(read_docx(docx(text, styles=STYLES, numbering=ARTICLES), "a.docx")) == [
        ("heading", 1, "Article 1 Use of terms"),
        ("quotation", 0, "It is free."),
        ("heading", 1, "Article 2 Scope"),
        ("paragraph", 0, "All is free."),
    ]


def test_what_is_set_in_further_than_the_text_on_both_sides_is_a_quotation() -> None:
    inset = '<w:ind w:left="1134" w:right="1134"/>'
    deeper = '<w:ind w:start="1700" w:end="1700"/>'
    text = p("The text of a document of the United Nations is set in as a whole. " * 3, properties=inset)
    text += p("What stands further in is quoted.", properties=deeper)
    assert [kind for kind, _, _ in kinds(read_docx(docx(text), "a.docx"))] == ["paragraph", "quotation"]


def test_a_clause_in_the_style_of_a_heading_is_text() -> None:
    clause = "The Parties shall use the Moon exclusively for peaceful purposes and for the benefit of all peoples."
    text = p("Scope", style="b1") + p(clause, style="b1")
    kinds_of = [kind for kind, _, _ in kinds(read_docx(docx(text, styles=STYLES, numbering=ARTICLES), "a.docx"))]
    assert kinds_of[0] == "heading"
    assert "heading" not in kinds_of[1:]


def test_comments_running_heads_and_tables_of_contents_are_furniture() -> None:
    contents = p("Introduction 3", style="t1") + p(field(' TOC \\o "1-3" ', r("Conclusion 9")))
    parts = {"styles": STYLES, "header": p("DRAFT"), "comments": f'<w:comment w:id="0">{p("Really?")}</w:comment>'}
    draft = read_docx(docx(contents + p("It is forbidden."), **parts), "a.docx")
    assert body(draft) == ["It is forbidden."]
    assert sorted(furniture(draft)) == ["Conclusion 9", "DRAFT", "Introduction 3", "Really?"]


def test_the_codes_of_fields_are_not_read_and_their_results_are() -> None:
    text = p("See page ", field(" PAGEREF x ", r("12")), ".") + p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "End."
    )
    assert body(read_docx(docx(text), "a.docx")) == ["See page 12.", "End."]


def test_superscripts_that_somebody_typed_are_matched_with_the_paragraphs_that_they_number() -> None:
    raised = '<w:rStyle w:val="up"/>'
    text = p(
        "It is forbidden.",
        r("1", raised),
        " An area of 5 m",
        r("2", raised),
        ", in the 19",
        r("th", raised),
        " century.",
    )
    text += p("1 See Doe, at 12.")
    draft = read_docx(docx(text, styles=STYLES), "a.docx")
    assert body(draft) == ["It is forbidden.⟦1⟧ An area of 5 m², in the 19th century."]
    assert notes(draft) == ["1 See Doe, at 12."]


def test_text_boxes_are_read_once_and_pull_quotes_are_furniture() -> None:
    def box(text: str) -> str:
        content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
        mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        choice = f"<mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
        fallback = f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
        return f"<w:r><mc:AlternateContent {mc}>{choice}{fallback}</mc:AlternateContent></w:r>"

    text = p("It is forbidden to own the Moon. So it is.", box("forbidden to own the Moon"), box("About the author"))
    draft = read_docx(docx(text), "a.docx")
    assert body(draft) == ["It is forbidden to own the Moon. So it is.", "About the author"]
    assert furniture(draft) == ["forbidden to own the Moon"]


def test_hidden_words_are_not_read_and_odd_characters_are_written_out() -> None:
    odd = '<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>use</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0A3"/></w:r>'
    text = (
        p(r("secret ", "<w:vanish/>"), odd, " 5.") + p("T", properties='<w:framePr w:dropCap="drop"/>') + p("he Moon.")
    )
    assert body(read_docx(docx(text), "a.docx")) == ["non-use ≤ 5.", "The Moon."]


def test_the_core_properties_are_the_info() -> None:
    out = io.BytesIO(docx(p("Text.")))
    with zipfile.ZipFile(out, "a") as archive:
        dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        archive.writestr("docProps/core.xml", f"<x {dc}><dc:title>On Ice</dc:title><dc:creator>A. Doe</dc:creator></x>")
    assert read_docx(out.getvalue(), "a.docx").info == {"title": "On Ice", "author": "A. Doe"}


def test_files_of_the_strict_variant_have_other_namespaces_and_are_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("Text.")))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(W[9:-1].encode(), strict.encode()))
    assert body(read_docx(out.getvalue(), "a.docx")) == ["Text."]


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


def broken(name: str) -> bytes:
    """Files that are no Word files, or that do harm."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        main = f'<Relationship Id="r" Type="{KINDS}/officeDocument" Target="d.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships {PACKAGE}>{main}</Relationships>")
        if name == "entities":
            archive.writestr("d.xml", f"{BOMB}<d><body><p><r><t>&b;</t></r></p></body></d>")
        elif name == "depth":
            archive.writestr("d.xml", "<d><body>" + "<sdt>" * 150 + "</sdt>" * 150 + "</body></d>")
        elif name == "climbs":
            archive.writestr("../../etc/passwd", "x")
        elif name == "bomb":
            archive.writestr("d.xml", b" " * 20_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", Damaged, "a.docx cannot be unpacked"),
        (docx(p("Text."))[:-300], Damaged, "a.docx cannot be unpacked"),
        (broken("entities"), Damaged, "declares entities"),
        (broken("depth"), Damaged, "nested deeper"),
        (broken("climbs"), Damaged, "leads out of it"),
        (broken("bomb"), TooLarge, "decompression bomb"),
        (broken(""), Damaged, "lacks its part d.xml"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Encrypted, "locked with a password"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, Unsupported, "older binary format"),
    ],
)
def test_files_that_cannot_be_read_are_refused_with_one_line(
    data: bytes, error: type[SourceError], reason: str
) -> None:
    with pytest.raises(error, match=reason) as caught:
        read_docx(data, "a.docx")
    assert caught.value.hint
    assert "\n" not in caught.value.reason


WORDS = st.lists(st.sampled_from(["the", "Moon", "is", "free,", "12", "(a)", "—"]), min_size=1, max_size=6).map(
    " ".join
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=8))
def test_each_note_is_tied_and_the_streams_tile_the_text(paragraphs: list[tuple[str, bool, bool]]) -> None:
    inside, text, expected = "", "", []
    for at, (words, noted, own) in enumerate(paragraphs):
        marker = own_ref(at, "*") if own else ref(at)
        text += p(f"A {words}", *((marker,) if noted else ()), " end.")
        inside += note(at, f"note {at}", mark="*" if own else "")
        expected += [f"note {at}"] * noted
    draft = read_docx(docx(text, footnotes=inside), "a.docx")
    assert [one.text for one in draft.notes] == expected
    assert all(
        one.anchor and draft.blocks[one.anchor.block].text[one.anchor.offset :] == " end." for one in draft.notes
    )
    document = assemble(draft, "id", Source("a.docx", "", "", 0), Metadata())
    spans = [block.span for block in document.blocks] + [one.span for one in document.notes] + list(document.furniture)
    assert "\n\n".join(span.of(document.text) for span in spans) == document.text
