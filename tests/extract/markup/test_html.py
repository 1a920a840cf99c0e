"""Web pages: main content, furniture, footnotes; pages of print made into HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmine.errors import Damaged
from argmine.extract.markup.html import read_html
from tests.conftest import SHARED
from tests.extract.reading import body, furniture, kinds, notes

LONG = (
    "The text goes on for a while so that the page is filled with words, as the pages of legal writing often are, "
    "and it ends in the end. "
) * 4

PAGE = f"""<!doctype html><html lang="en"><head><title>Who owns the ice? | The Invented Post</title>
<meta property="article:published_time" content="2031-03-05T10:00:00Z">
<script type="application/ld+json">{{"headline": "Who owns the ice?", "author": [{{"name": "Ada Example"}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<div class="cookie-banner">This website uses cookies. <button>Accept</button></div>
<nav><ul><li><a href="/">Home page</a></li><li><a href="/law">Law</a></li></ul></nav>
<article><h1>Who owns the ice?</h1>
<p>The Treaty forbids appropriation.<sup><a href="#fn1" id="r1">1</a></sup> {LONG}</p>
<div class="advert">Buy a star today</div>
<h2>What it says</h2>
<p>An area of 12 m<sup>2</sup> is covered, as in the 19<sup>th</sup> century.<a href="#fn2">[2]</a> {LONG}</p>
<blockquote><p>What may not be owned as a whole may not be owned in pieces, and that is all that there is to it.</p>
</blockquote>
<ol><li id="fn1"><p>Art. II of the Treaty. <a href="#r1">↩</a></p></li>
<li id="fn2"><p>See the statements of Ruritania.</p><p>But see those of Arcadia.</p></li></ol>
</article>
<aside class="related"><h3>Related articles</h3><p><a href="/x">Ten things about satellites</a></p></aside>
<footer><p>All rights reserved.</p></footer></body></html>"""


def test_the_main_content_is_the_body_and_the_rest_is_furniture() -> None:
    draft = read_html(PAGE, "page.html")
    assert [text[:40] for text in body(draft)] == [
        "Who owns the ice?",
        "The Treaty forbids appropriation.⟦1⟧ The t"[:40],
        "What it says",
        "An area of 12 m² is covered, as in the 1",
        "What may not be owned as a whole may not",
    ]
    assert {
        "Home page",
        "Law",
        "Accept",
        "Buy a star today",
        "Ten things about satellites",
        "All rights reserved.",
    } <= set(furniture(draft))


def test_notes_are_tied_and_keep_all_their_paragraphs() -> None:
    draft = read_html(PAGE, "page.html")
    assert notes(draft) == ["1 Art. II of the Treaty.", "2 See the statements of Ruritania. But see those of Arcadia."]
    assert "19th century.⟦2⟧ The text" in body(draft)[3]


def test_the_head_of_the_page_says_what_it_is() -> None:
    info = read_html(PAGE, "page.html").info
    assert (info["title"], info["author"], info["date"][:10], info["language"]) == (
        "Who owns the ice?",
        "Ada Example",
        "2031-03-05",
        "en",
    )


def test_the_notes_of_a_word_processor_are_notes() -> None:
    draft = read_html(
        '<body><p>The Treaty binds States<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> and\ntheir nationals.'
        '<a href="#_ftn2" name="_ftnref2">[2]</a></p>'
        '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Art. VI.</p></div>'
        '<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Ibid.</p></div></body>',
        "page.html",
    )
    assert body(draft) == ["The Treaty binds States⟦1⟧ and their nationals.⟦2⟧"]
    assert notes(draft) == ["1 Art. VI.", "2 Ibid."]


def test_a_note_referred_to_twice_is_one_note() -> None:
    reference = '<sup><a href="#cite-1">[1]</a></sup>'
    draft = read_html(
        f'<p>It is old.{reference} It is young.{reference}</p><ol><li id="cite-1">^ Smith 1960.</li></ol>', "page.html"
    )
    assert (body(draft), notes(draft)) == (["It is old.⟦1⟧ It is young."], ["1 Smith 1960."])
    assert furniture(draft) == ["1"]


def test_lists_have_the_numbers_that_a_browser_shows() -> None:
    lists = "<ol start=3><li>third<li>fourth</ol><ol type=a><li>first letter</ol><ul><li>bullet</ul>"
    draft = read_html(f"<article><p>{LONG}</p>{lists}<p>{LONG}</p></article>", "page.html")
    assert [(block.label, block.text) for block in draft.blocks[1:-1]] == [
        ("3", "3. third"),
        ("4", "4. fourth"),
        ("a", "(a) first letter"),
        (None, "bullet"),
    ]


def test_a_table_of_data_is_a_table_and_one_for_layout_is_not() -> None:
    draft = read_html("<table><tr><th>State<th>View<tr><td>Arcadia<td>permits</table>", "page.html")
    assert kinds(draft) == [("table", 0, "State\tView\nArcadia\tpermits")]
    layout = read_html(f"<table><tr><td><p>{LONG}</p><p>{LONG}</p></td></tr></table>", "page.html")
    assert [block.kind for block in layout.blocks] == ["paragraph", "paragraph"]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    draft = read_html(
        "<p>Shown.</p><p hidden>No.</p><p style='display: none'>No.</p><script>no()</script><!-- no -->", "page.html"
    )
    assert (body(draft), furniture(draft)) == (["Shown."], [])


PRINTED_PAGES = {
    141: "1. The Court is asked to give an advisory opin-\nion on a question of the law of outer space.\nIt is\n",
    142: "informed of the facts.\n</p>\n<p>* * *\n2. In accordance with\n</p><p>Article 65 of the Statute, it may.\n",
    143: "3. The Court turns to the merits of the question, of which it has juris-\ndiction.\n",
}
PRINTED = "".join(
    f'<div style="page-break-before:always"><div><p>CASE OF THE ICE (ADVISORY OPINION) {page}\n</p>\n<p>{text}</p>\n'
    f"<p>{page - 100} \n</p></div></div>"
    for page, text in PRINTED_PAGES.items()
)


def test_pages_of_print_are_joined_and_their_running_heads_are_furniture() -> None:
    draft = read_html(PRINTED, "opinion.html")
    assert body(draft) == [
        "1. The Court is asked to give an advisory opinion on a question of the law of outer space. It is "
        "informed of the facts.",
        "2. In accordance with Article 65 of the Statute, it may.",
        "3. The Court turns to the merits of the question, of which it has jurisdiction.",
    ]
    assert [block.label for block in draft.blocks] == ["1", "2", "3"]
    assert furniture(draft).count("CASE OF THE ICE (ADVISORY OPINION) 142") == 1
    assert "* * *" in furniture(draft)


def test_a_page_nested_beyond_reason_is_damaged() -> None:
    with pytest.raises(Damaged, match=r"page\.html"):
        read_html("<div>" * 100_000 + "x", "page.html")


def test_an_empty_page_has_no_blocks_or_is_damaged() -> None:
    assert not read_html("<html><body></body></html>", "page.html").blocks
    with pytest.raises(Damaged):
        read_html("\n", "page.html")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<sup>",
                "</sup>",
                "a.",
                "1",
                "<a href='#n'>1</a>",
                "<li id=n>",
                "<table><tr><td>",
                "<ol>",
                "<br>",
                "&lt;",
                "<b",
                "</div>",
                "<div>",
            ]
        )
    )
)
def test_any_tags_are_read_with_anchors_inside(tags: list[str]) -> None:
    draft = read_html(f"<p>x {' '.join(tags)}", "page.html")
    for note in draft.notes:
        assert note.anchor is None or note.anchor.offset <= len(draft.blocks[note.anchor.block].text)


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_the_paragraphs_of_an_advisory_opinion_are_whole() -> None:
    """Legal Consequences of the Construction of a Wall: 163 numbered paragraphs over 68 pages."""
    text = (SHARED / "corpus/courts/131-ADV.html").read_text("utf-8")
    draft = read_html(text, "131-ADV.html")
    assert sum(text.startswith("CONSTRUCTION OF A WALL (ADVISORY OPINION) ") for text in furniture(draft)) > 60
    assert not any("(ADVISORY OPINION)" in text for text in body(draft))
    labels = [int(block.label) for block in draft.blocks if block.kind == "paragraph" and (block.label or "").isdigit()]
    assert sum(number in labels for number in range(1, 164)) >= 155
