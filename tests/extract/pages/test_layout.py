"""Columns, paragraphs, hyphens, headings and furniture of typeset documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from argmine.extract.draft import Draft
from argmine.extract.pages.engines.glyphs import Glyph, letters
from argmine.extract.pages.lines.printed import in_capitals
from argmine.extract.pages.lines.runs import runs_of
from argmine.extract.pages.pdf import read_pdf
from argmine.extract.words.hyphens import Vocabulary, joint
from tests.conftest import SHARED
from tests.extract.pages.typesetting import Look, Typesetter, plain

CORPUS = SHARED / "corpus"

LAW_REVIEW = Look()
TWO_COLUMNS = Look(columns=2, size=9.5, leading=11.5, page=(612, 792), two_sided=False)
WORD_PROCESSOR = Look(size=12, leading=14.5, page=(595, 842), indent=0, gap=8, justified=False, spaces=True)
LOOKS = {"law review": LAW_REVIEW, "two columns": TWO_COLUMNS, "word processor": WORD_PROCESSOR}

SENTENCES = (
    "The first proposal would have placed every licence under the supervision of an international authority.",
    "Several delegations regarded that authority as an unnecessary complication of a straightforward matter.",
    "Others considered the multilateral administration of common property an indispensable guarantee.",
    "It was recalled that the negotiation of comparable instruments had taken more than fifteen years.",
    "No interpretation of the earlier declaration had commanded general agreement among its signatories.",
    "The working group therefore recommended additional consultations before the following session.",
)


def paragraphs(count: int) -> list[tuple[str, str]]:
    """Paragraphs of three to six sentences, no two alike."""
    return [
        ("paragraph", " ".join([f"Consideration {at} follows.", *(SENTENCES[(at + k) % 6] for k in range(3 + at % 4))]))
        for at in range(count)
    ]


def read(path: Path, items: list[tuple[str, str]], look: Look) -> Draft:
    Typesetter(path, look, "On Licences").set(items, {})
    return read_pdf(path)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_paragraphs_come_out_as_they_went_in(tmp_path: Path, look: Look) -> None:
    items = paragraphs(40)
    assert [block.text for block in read(tmp_path / "a.pdf", items, look).blocks] == [text for _, text in items]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path, look: Look) -> None:
    draft = read(tmp_path / "a.pdf", paragraphs(60), look)
    assert not any(re.search("ON LICENCES|JOURNAL OF", block.text) for block in draft.blocks)
    heads = [piece for piece in draft.furniture if re.search("ON LICENCES|JOURNAL OF", piece.text)]
    assert len(heads) == len(draft.pages) > 2


def test_pages_have_their_printed_numbers(tmp_path: Path) -> None:
    draft = read(tmp_path / "a.pdf", paragraphs(60), LAW_REVIEW)
    assert [page.label for page in draft.pages] == [str(101 + at) for at in range(len(draft.pages))]


def test_bold_lines_that_stand_alone_are_headings(tmp_path: Path) -> None:
    items = [("heading", "I. The Proposal"), *paragraphs(3), ("heading", "II. The Debate"), *paragraphs(2)]
    blocks = read(tmp_path / "a.pdf", items, LAW_REVIEW).blocks
    headings = [(block.text, block.label) for block in blocks if block.kind == "heading"]
    assert headings == [("I. The Proposal", "I"), ("II. The Debate", "II")]


def test_italic_lines_that_are_numbered_or_centred_are_headings_and_lines_of_contents_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    rows = [
        (60, "Times-Roman", "A. The Sea .............................. 12"),
        (60, "Times-Roman", "This line is as long as the column in which the text of the page is set here."),
        (60, "Times-Italic", "A. The Sea"),
        (60, "Times-Roman", "This line is as long as the column in which the text of the page is set here."),
        (200, "Times-Italic", "The Sky"),
        (60, "Times-Roman", "This line is as long as the column in which the text of the page is set here."),
        (60, "Times-Italic", "In italics, at the margin, without a number"),
    ]
    for at, (x, font, text) in enumerate(rows):
        canvas.setFont(font, 11)
        canvas.drawString(x, 600 - 26 * at, text)
    canvas.save()
    assert [block.text for block in read_pdf(path).blocks if block.kind == "heading"] == ["A. The Sea", "The Sky"]


@pytest.mark.parametrize(
    ("text", "expected"), [("OF TIlE 1HE SUB-COMMlTTEE", True), ("NASA and ESA", False), ("12", False)]
)
def test_capitals_are_seen_through_errors_of_recognition(text: str, expected: bool) -> None:
    assert in_capitals(text) is expected


def test_an_article_number_on_a_line_of_its_own_is_a_heading_even_at_the_head_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 300))
    for lines in (
        ("Article VI", "States bear responsibility for what is done under their flags, wherever it is."),
        ("Article VII", "States are liable for the damage that is done under their flags, wherever it is."),
    ):
        for at, line in enumerate(lines):
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(60, 200 - 13 * at, line)
        canvas.showPage()
    canvas.save()
    blocks = read_pdf(path).blocks
    assert [(block.kind, block.label) for block in blocks if block.kind == "heading"] == [
        ("heading", "Article VI"),
        ("heading", "Article VII"),
    ]


def test_a_last_page_with_a_few_lines_keeps_its_columns_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(612, 792))
    for lines in (40, 40, 2):
        for at in range(lines):
            canvas.drawString(54, 720 - 12 * at, "left words of a record that go on and on in")
            canvas.drawString(318, 720 - 12 * at, "right words of a record that go on and on in")
        canvas.showPage()
    canvas.save()
    for block in read_pdf(path).blocks:
        assert not re.search(r"on in right\b.*on in left", block.text.split("right", 1)[0])
        assert "left words of a record that go on and on in right" not in block.pieces[-1].text


def test_a_pull_quote_does_not_break_the_paragraph_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    body = (
        [
            f"This line number {word} of the paragraph is set over the whole measure of the"
            for word in ("one", "two", "three")
        ]
        + [f"and this line {word} is set beside a" for word in ("four", "five", "six", "seven", "eight")]
        + [f"before line {word} of the same paragraph is set over the whole measure a" for word in ("nine", "ten")]
    )
    quote = ("“A sentence from", "the text, set large,", "so that it is seen", "by everybody.”")
    for at, line in enumerate(body):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(60, 600 - 13 * at, line)
    for at, line in enumerate(quote):
        canvas.setFont("Times-BoldItalic", 15)
        canvas.drawString(265, 558 - 15 * at, line)
    canvas.save()
    texts = [block.text for block in read_pdf(path).blocks]
    assert " ".join(body) in texts
    assert " ".join(quote) in texts


def test_a_drop_cap_is_a_letter_of_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    canvas.setFont("Times-Roman", 28)
    canvas.drawString(60, 587, "S")
    rows = ("pace is the province of all mankind, as the", "preamble of the treaty says in so many words,", "and")
    for at, (x, text) in enumerate(zip((77, 77, 60), rows, strict=True)):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(x, 600 - 13 * at, text)
    canvas.save()
    assert [block.text for block in read_pdf(path).blocks] == ["S" + " ".join(rows)]


def test_a_paragraph_goes_on_around_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    above = ("The licences that were issued in the years before the war are", "those which the registers of the")
    below = ("three States still hold, and nobody has counted them again",)
    for at, line in enumerate(above):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(60, 600 - 13 * at, line)
    canvas.drawString(60, 560, "Table 1. Licences by year")
    for at, row in enumerate((("State", "1911", "1912"), ("Ruritania", "4", "17"), ("Sylvania", "23", "9"))):
        for x, cell in zip((60, 180, 260), row, strict=True):
            canvas.drawString(x, 545 - 13 * at, cell)
    canvas.drawString(60, 490, below[0])
    canvas.save()
    found = {block.kind: block.text for block in read_pdf(path).blocks}
    assert found == {
        "caption": "Table 1. Licences by year",
        "table": "State 1911 1912 Ruritania 4 17 Sylvania 23 9",
        "paragraph": " ".join(above + below),
    }


def test_numbered_paragraphs_and_items_carry_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(460, 680))
    rows = [
        (60, "12.   The Committee took note of the report and asked for another one, which"),
        (60, "was to be ready before the next session of the group of experts and to cover:"),
        (80, "(a)   the use of the common areas by those who had not been asked before;"),
        (80, "(b)   all else."),
        (60, "13.   The Committee then rose."),
    ]
    y = 600
    for x, text in rows:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(x, y, text)
        y -= 13
    canvas.save()
    found = [(block.kind, block.label) for block in read_pdf(path).blocks]
    assert found == [("paragraph", "12"), ("list_item", "a"), ("list_item", "b"), ("paragraph", "13")]


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("the commer-", "cialization of space", "the commercialization"),
        ("the principle of non-", "appropriation", "the principle of non-appropriation"),
        ("in its twenty-", "second session", "in its twenty-second session"),
        ("international norm-", "and decision-making", "international norm- and decision-making"),
        ("a fragile cease-", "fire held", "a fragile cease-fire held"),
        ("the Secretary-", "General", "the Secretary-General"),
        ("https://example.org/", "documents", "https://example.org/documents"),
        ("see A/AC.105/", "C.2/L.1", "see A/AC.105/C.2/L.1"),
        ("the end", "of a line", "the end of a line"),
        ("https://example.org/time-", "series", "https://example.org/time-series"),
        ("https://perma.cc/6FTE-", "MJ8B]", "https://perma.cc/6FTE-MJ8B]"),
        ("https:", "//example.org", "https://example.org"),
        ("https://example.org/2023.pdf", "; and others", "https://example.org/2023.pdf; and"),
        ("Les accords Artemis", ": une stratégie", "Les accords Artemis : une"),
        ("a report (https://example.org/)", "[archived]", "a report (https://example.org/) [archived]"),
    ],
)
def test_line_ends_are_joined_as_the_words_are_written(line: str, following: str, expected: str) -> None:
    vocabulary = Vocabulary(["after the cease-fire had been agreed upon"])
    assert (joint(line, following, vocabulary) + following).startswith(expected)


def test_a_word_broken_at_a_line_end_is_written_as_elsewhere_in_the_document() -> None:
    assert joint("the co-", "operation of", Vocabulary(["on cooperation between States"])) == "the co"
    assert joint("the co-", "operation of", Vocabulary(["on co-operation between States"])) == "the co-"


@pytest.mark.parametrize(
    ("inside", "line", "following", "expected"),
    [
        ("the home-owners and their", "of home-", "ownership here", "of home-ownership"),
        ("in a multi-year plan for all", "benefits are multi-", "faceted by far", "benefits are multifaceted"),
        ("as ever", "no candidate is accept-", "able to them", "no candidate is acceptable"),
        ("as ever", "judged case-", "by-case in fact", "judged case-by-case"),
        ("as ever", "the station is on-", "orbit since then", "the station is on-orbit"),
        ("as ever", "the firm of Brack-", "mere and sons", "the firm of Brackmere"),
        ("as ever", "the firm of Glen-", "wood and sons", "the firm of Glenwood"),
        ("as ever", "have since re-", "enacted the clause", "have since re-enacted the clause"),
        ("as ever", "a bill co-", "sponsored by two", "a bill co-sponsored by two"),
        ("as ever", "some have pre-", "dominated since", "some have predominated since"),
        ("as ever", "a single en-", "try-point", "a single entry-point"),
        ("as ever", "low- and high-", "-earning persons", "low- and high-earning"),
        ("the dangerous wording of it", "say the D-", "word and be silent", "say the D-word"),
        ("of the seabed and the seabed", "the Deep Sea-", "Bed has a regime", "the Deep Sea-Bed"),
        ("as told by CalMatters in May", "the news of Cal-", "Matters on it", "the news of CalMatters"),
        ("as ever", "a report of Space-", "News on it", "a report of SpaceNews"),
        ("as ever", "it is an anti-", "antitrust view", "it is an anti-antitrust"),
        ("of pro-development policies", "powers are pro-", "scribed by law", "powers are proscribed"),
        ("a nonpartisan body and the nonpolitical sort of it", "who cast a non-", "vote there", "who cast a nonvote"),
        ("a non-partisan body and the nonpolitical sort of it", "who cast a non-", "vote there", "who cast a non-vote"),
    ],
)
def test_a_hyphen_is_judged_by_its_halves_and_by_like_words(
    inside: str, line: str, following: str, expected: str
) -> None:
    english = ["It is for the States that are parties to the treaty to say what they have agreed upon, and when."] * 4
    broken = ["a commer-", "cial flight, and the conti-", "nuing supervision of it"]
    assert (joint(line, following, Vocabulary([*english, inside, *broken])) + following).startswith(expected)


def test_a_document_that_breaks_no_word_keeps_every_hyphen_between_words() -> None:
    english = ["It is for the States that are parties to the treaty to say what they have agreed upon, and when."] * 4
    lines = [*english, "a long-", "standing and decision-", "making body of policy-", "making organs"]
    assert joint("a stand-", "alone text", Vocabulary(lines)) == "a stand-"


def test_quotation_marks_side_by_side_have_no_space_between_them() -> None:
    *word, closing = glyphs("so it was’”", 0)
    placed = [*word, closing._replace(x0=closing.x0 + 1.5, x1=closing.x1 + 1.5)]
    assert [run.text for run in runs_of(placed)] == ["so it was’”"]


def test_ligatures_hyphens_and_spaces_become_plain_letters() -> None:
    assert "".join(map(letters, "e\ufb03cient\u00a0use\ufffe\u200b\x01")) == "efficient use-"


def glyphs(text: str, gap: float) -> list[Glyph]:
    """Letters ten points high and five wide, `gap` points between them and ten at each "_"."""
    placed, x = [], 0.0
    for char in text:
        if char == "_":
            x += 3.3
            continue
        placed.append(Glyph(char, x, x + 5, 100.0, 10.0, 0))
        x += 5 + gap
    return placed


def test_word_spaces_that_are_only_white_are_found() -> None:
    assert [run.text for run in runs_of(glyphs("the_law_of_treaties", 0))] == ["the law of treaties"]


def test_a_spaced_out_title_is_not_cut_into_letters() -> None:
    assert [run.text for run in runs_of(glyphs("POLICY_BRIEF", 2))] == ["POLICY BRIEF"]


def test_the_dots_of_an_ellipsis_stay_apart_at_the_head_of_a_line() -> None:
    assert [run.text for run in runs_of(glyphs("._._.”", 0))] == [". . .”"]


WORD = st.lists(st.sampled_from(["ba", "re", "mi", "ton", "lus", "ne", "ist"]), min_size=1, max_size=5).map("".join)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(WORD, min_size=25, max_size=120), min_size=1, max_size=6))
def test_no_word_is_lost_or_moved(tmp_path: Path, texts: list[list[str]]) -> None:
    """Whatever the words: all of them come out, in their order, in the body."""
    items = [*paragraphs(30), *(("paragraph", " ".join(words).capitalize() + ".") for words in texts)]
    look = Look(columns=2, page=(595, 842), hyphenated=False, head=False)
    draft = read(tmp_path / "a.pdf", items, look)
    assert " ".join(block.text for block in draft.blocks) == " ".join(plain(text) for _, text in items)


def test_white_of_stretched_lines_one_above_the_other_is_no_gutter(tmp_path: Path) -> None:
    lines = [
        "Lusreist ton tonist ton ne remi luslus",
        "luslusbatonre ba reisttonreist bamibaistba lus",
        "nelustonmiba barelusmine mitonmitonist ba",
        "relusnereton nelustonist rerelus tonnene",
        "lusneneluston relus tonmitonistist balus mi",
        "istnemimiist nenemi lusreist tonmirereba",
        "luslustonneba mibatonrelus lusnenetonre",
        "neisttonreba reistre renetonist balustontonba ne",
        "lustonrelusbaretonnetonnemirenetonlus.",
    ]
    items = [*paragraphs(30), ("paragraph", " ".join(lines))]
    draft = read(tmp_path / "a.pdf", items, Look(columns=2, page=(595, 842), hyphenated=False, head=False))
    assert draft.blocks[-1].text == " ".join(lines)


@pytest.mark.parametrize("name", ["A-48-PV.46.pdf", "A-64-PV.121.pdf", "A-76-PV.102.pdf", "S-PV.8422.pdf"])
def test_every_speech_of_a_record_begins_a_block(name: str) -> None:
    path = CORPUS / "un" / name
    if not path.exists():
        pytest.skip(f"{path} is absent")
    inside = re.compile(r"[.?!”] (?:Mr|Ms|Mrs)\. [A-Z][^ :.]{1,30} \([A-Z][a-zA-Z ]{2,40}\)(?: \(spoke in \w+\))?: ")
    assert not [block.text for block in read_pdf(path).blocks if inside.search(block.text)]


def test_a_line_that_a_raised_number_pushed_down_goes_on_with_its_paragraph(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(460, 680))
    base = 600.0
    for step, line in (
        (0, "The first of these lines is as long as the others are in this column."),
        (12, "The second of these lines is as long as the others in this column are"),
        (15.5, "the third has a number in it that is raised and stands in its middle,"),
        (12, "the fourth of these lines is as long as the others are in this column."),
        (18, "The fifth begins a paragraph, since there is some white above the line."),
    ):
        base -= step
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, base, line)
    canvas.save()
    assert [len(block.pieces) for block in read_pdf(tmp_path / "a.pdf").blocks] == [4, 1]
