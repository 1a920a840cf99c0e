"""Every written form of a reference is linked to its provision, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmine.mine.components import Mined, plain_document
from argmine.mine.sentences import find_sentences
from argmine.pipeline import resolve_mentions
from argmine.types import Note, Span
from tests.marking import unmarked

EXPLICIT = [
    # an article and its instrument, in every order
    "[OST:II Art. II OST] forbids it.",
    "[OST:II Article II of the Outer Space Treaty] forbids it.",
    "[OST:II Article II of Outer Space Treaty] forbids it.",
    "[OST:II article II of the 1967 Outer Space Treaty] forbids it.",
    "The [OST:VI Outer Space Treaty, art. VI], says so.",
    "The [OST:VI Outer Space Treaty (art. VI] and more) says so.",
    "The [OST:IX Outer Space Treaty’s Article IX] asks for due regard.",
    "Vigilance is owed under [OST:VI article VI ⟦of the Outer Space Treaty]⟧ as well.",
    "In the [OST:IV OST, Article IV], weapons are named.",
    "[OST:II Article 2 of the Outer Space Treaty] is written in Roman numerals.",
    "[MOON:11 Article XI of the Moon Agreement] is written in Arabic numerals.",
    "[UNCHARTER:51 Article 51 of the UN Charter] speaks of armed attack.",
    "[UNCHARTER:51 Article 51 of the Charter of the United Nations] speaks of armed attack.",
    "[VCLT:31 Article 31 of the Vienna Convention on the Law of Treaties] governs.",
    "[VCLT:31 VCLT Article 31] governs.",
    "[VCLT:31 art. 31 VCLT] governs.",
    "[LIAB:II Article II of the Liability Convention] is absolute.",
    "[ICJSTATUTE:36 Article 36 of the Statute of the International Court of Justice] is optional.",
    "The [OST:VI VIth Article of the Outer Space Treaty] binds.",
    "[VCLT:53 Article 53 of the May 22, 1969 Vienna Convention] voids it.",
    "See [OST:VI Outer Space Treaty, Jan. 27, 1967, art. VI] on this.",
    "See [MOON:11 Moon Agreement, 1979, Article 11] on this.",
    "[REFUGEE:33(1) Article 33(1) of the 1951 Refugee Convention] forbids return.",
    "[REFUGEE:1F(b) Article 1F(b) of the Convention relating to the Status of Refugees] shuts out.",
    "[REFUGEE:1A(2) Article 1(A)(2) of the Refugee Convention] wants fear.",
    "[REFUGEE:1A(2) Article 1 A (2) of the Refugee Convention] wants fear.",
    "[REFUGEE:1F Article 1, Section F, of the Refugee Convention] shuts out.",
    "[REFUGEE:33(1) Article 33(1) of the Refugee Convention] has no section A.",
    "[REFUGEE1967:I(2) Article I(2) of the Protocol relating to the Status of Refugees] drops the date.",
    # paragraphs and letters
    "[UNCHARTER:94(2) Article 94(2) of the UN Charter] was never used.",
    "[MOON:11(3) Article 11, par. 3 of the Moon Agreement] forbids property in place.",
    "[OST:I(1) Article I, paragraph I, of the Outer Space Treaty] serves all.",
    "[OST:I(2) Article I (2) of the Outer Space Treaty] frees access.",
    "[VCLT:31(3)(b) Article 31(3)(b) of the VCLT] asks for practice.",
    "[VCLT:31(3)(b) Art. 31 (3b) VCLT] asks for practice.",
    "[MOON:11(7)(d) Art. 11 (7d) of the Moon Agreement] shares benefits.",
    "[VCLT:31(1) Article 31, paragraph 1, of the VCLT] begins with good faith.",
    "[VCLT:31(1) Article 31, para. 1, VCLT] begins with good faith.",
    "[VCLT:31(1) Paragraph 1 of Article 31 of the VCLT] begins with good faith.",
    # sections, principles, guidelines
    "[ARTEMIS:10 Section 10 of the Artemis Accords] affirms it.",
    "[ARTEMIS:10(2) Section 10(2) of the Artemis Accords] affirms it.",
    "[ARTEMIS:11 Artemis Accords, Section 11], creates zones.",
    # an instrument as a whole
    "The 1970 [SEABED Treaty on the prohibition of the emplacement] of nuclear weapons is kept.",
    "The [OST Outer Space Treaty] binds 117 States.",
    "The [MOON Moon Agreement] binds few.",
]

LISTS = [
    ("Articles I and II of the Outer Space Treaty apply.", ["OST:I", "OST:II"]),
    ("Articles I – IV OST apply.", ["OST:I", "OST:II", "OST:III", "OST:IV"]),
    ("Articles I-III of the OST apply.", ["OST:I", "OST:II", "OST:III"]),
    ("See arts. I & II OST.", ["OST:I", "OST:II"]),
    ("Articles I, II and VI of the Outer Space Treaty apply.", ["OST:I", "OST:II", "OST:VI"]),
    ("Articles 31–32 VCLT apply.", ["VCLT:31", "VCLT:32"]),
    ("Articles 31 to 33 of the VCLT apply.", ["VCLT:31", "VCLT:32", "VCLT:33"]),
    ("Art. 31 (3a, 3b) VCLT asks for practice.", ["VCLT:31(3)(a)", "VCLT:31(3)(b)"]),
    ("Article I and Article II of the Outer Space Treaty apply.", ["OST:I", "OST:II"]),
    ("Articles 2(4) and 51 of the UN Charter apply.", ["UNCHARTER:2(4)", "UNCHARTER:51"]),
    ("Article II of the Outer Space Treaty and Article 11 of the Moon Agreement differ.", ["OST:II", "MOON:11"]),
    ("Joining Article II to Article VI of the Outer Space Treaty is an error.", ["OST:II", "OST:VI"]),
    ("Outer Space Treaty, art. VI; Liability Convention, art. II.", ["OST:VI", "LIAB:II"]),
    ("VCLT, arts. 31, 32, 1155 UNTS 331.", ["VCLT", "VCLT:31", "VCLT:32"]),
]

DEFINED = [
    "The Outer Space Treaty (hereinafter “the Treaty”) is short. [OST:II Article II of the Treaty] forbids it.",
    "The Moon Agreement ⟦hereinafter: MA⟧ is clear. [MOON:11 Art. 11 MA] governs.",
    "The Liability Convention, 1972. Hereinafter referred to as Convention of 1972. "
    "[LIAB:VI Article VI of the Convention of 1972] frees.",
    "The Liability Convention is strict. [LIAB:VI(1) Article VI, paragraph 1 of the Convention of 1972] frees.",
    "The Liability Convention (“the Convention”) is strict. [LIAB:II Article II of the Convention] is absolute.",
]

ANAPHORIC = [
    "The [OST Outer Space Treaty] is old. [OST:II Article II] forbids appropriation.",
    "Under the [MOON Moon Agreement], a regime is planned. [MOON:11 Article 11(5)] says when.".replace(
        "MOON:11 A", "MOON:11(5) A"
    ),
    "The [VCLT Vienna Convention on the Law of Treaties] rules. [VCLT:31 Article 31 of the Vienna Convention] leads.",
    "In respect of practice between States, [VCLT:31 Article 31 of the Vienna Convention] asks for agreement between "
    "States.",
    "[OST:II Article II of the Outer Space Treaty] is short. [MOON:11 Article 11 of the Moon Agreement] names persons, "
    "and [OST:II Article II] does not.",
    "The [OST Outer Space Treaty] is old. [OST The Treaty] is short.",
    "[OST:I Article I of the Outer Space Treaty] is long. [AT:I Article I of the Antarctic Treaty] is clear. "
    "Its second sentence, of [AT:I Article I], bans manoeuvres.",
    "The [OST Outer Space Treaty] and the [LIAB Liability Convention] bind it. [LIAB The Convention] frees it in "
    "[LIAB:VI(1) Article VI, paragraph 1].",
    "[OST:II Article II of the Outer Space Treaty] is short. [OST:II That article] has no exception.",
]

NOTHING = [
    "Article 5 of the Helsinki Accords says nothing of this.",
    "Section 3 of this paper turns to practice.",
    "The Committee met on 20 June and adopted Article by article.",
    "The Moon Agreement in Article 1 1 of its text, as a scan has it, plans a regime.",
    "CO2 and Part II are not provisions.",
    "The UN Charter and Article 5 of the Helsinki Accords are far apart.",
    "The Outer Space Treaty is old. It rests on Art. I, § 8, cl. 4.",
]

FOREIGN = [
    "It rests on the Lantern Convention. Hereafter “Convention.” The UN Charter is old. See Convention, Article 3(3).",
    "The UN Charter is old. Vigilance is owed under article 36 [of the Statute of the River Lantern] to preserve it.",
    "The VCLT rules. The Lantern Convention, hereinafter cited as the Convention, binds it. See Convention, Article 3.",
    "The UN Charter is old. The sense of Convention, Article 2(4) is open.",
    "The UN Charter is old. Article 3(3) limits the purpose.",
    "The Outer Space Treaty is old. LANTERN Agreement, Article III(d), bans it.",
    "The Statute of the International Court of Justice is old. Article 2 of the Tribunal’s Statute binds the members.",
    "The UN Charter is old. The Tribunal acts under article 2 of its statute.",
    "The ICJ Statute is old. The Statute of the Lantern Administrative Tribunal is new. Article 11 is in it.",
    "The Moon Agreement is young. TRIPS Article 13 limits exceptions. Article 17 is like it.",
    "The Moon Agreement is young. Copies are left to TRIPS. Article 13 limits exceptions.",
]
"""What is of an instrument that the registry has not, or of none, beside instruments that it has."""

UNLISTED = [
    ("Article III(d) of the Outer Space Treaty has no letters.", "OST:III"),
    ("Article 31(9) of the VCLT is misprinted.", "VCLT:31"),
    ("Article 98(2) of the Rome Statute is read.", "ROME:98(2)"),
    ("Article II(1) of the Outer Space Treaty is its only paragraph.", "OST:II(1)"),
    ("Principle XII(2) of the Remote Sensing Principles may have been numbered.", "RSP:XII(2)"),
]


def provisions(text: str) -> list[tuple[str, str]]:
    document = plain_document(text)
    mined = Mined(document, sentences=find_sentences(document))
    mentions, _ = resolve_mentions(mined)
    return [(str(mention.provision), mention.span.of(text)) for mention in mentions if mention.method != "implicit"]


@pytest.mark.parametrize("marked", EXPLICIT)
def test_a_reference_in_any_form_is_found_with_its_words(marked: str) -> None:
    text, expected = unmarked(marked)
    assert provisions(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_and_ranges_are_expanded(text: str, expected: list[str]) -> None:
    assert [provision for provision, _ in provisions(text)] == expected


@pytest.mark.parametrize("marked", DEFINED)
def test_a_short_name_of_the_document_is_understood(marked: str) -> None:
    text, (expected,) = unmarked(marked)
    assert expected in provisions(text)


@pytest.mark.parametrize("marked", ANAPHORIC)
def test_an_article_without_instrument_finds_the_one_before(marked: str) -> None:
    text, expected = unmarked(marked)
    assert provisions(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_known_provision_is_not_linked_to_an_article(text: str) -> None:
    assert [provision for provision, _ in provisions(text) if ":" in provision] == []


@pytest.mark.parametrize("text", FOREIGN)
def test_an_article_of_an_unknown_instrument_is_no_other_ones(text: str) -> None:
    assert [provision for provision, _ in provisions(text) if ":" in provision] == []


@pytest.mark.parametrize(("text", "expected"), UNLISTED)
def test_a_paragraph_that_the_article_lacks_is_left_out(text: str, expected: str) -> None:
    assert [provision for provision, _ in provisions(text) if ":" in provision] == [expected]


def test_a_short_form_stands_for_what_its_note_is_on() -> None:
    body = "The UN Charter is old. The Lantern Convention bans force. Convention, Article 2(4) goes further. "
    definition = "Hereafter “Convention.”"
    mark = body.index(" bans force")
    plain = plain_document(body + definition)
    note = Note("1", Span(len(body), len(body + definition)), mark)
    document = replace(plain, notes=(note,))
    mentions, _ = resolve_mentions(Mined(document, sentences=find_sentences(plain)))
    assert {str(mention.provision) for mention in mentions} == {"UNCHARTER"}


def test_an_article_that_the_instrument_lacks_is_unresolved() -> None:
    document = plain_document("Article XL of the Outer Space Treaty forbids it.")
    mentions, unresolved = resolve_mentions(Mined(document, sentences=find_sentences(document)))
    assert [each.reason for each in unresolved] == ["OST has no article XL"]
    assert not [mention for mention in mentions if mention.provision.path]


@pytest.mark.parametrize(
    ("cited", "sentence", "expected"),
    [
        (1, "Article 5 returns astronauts at once.", ["UNCHARTER:33"]),
        (
            1,
            "Article 5 suspends rights and privileges of membership.",
            ["UNCHARTER:33", "UNCHARTER:5"],
        ),
        (8, "Article 5 returns astronauts at once.", ["UNCHARTER:33"] * 8 + ["UNCHARTER:5"]),
    ],
)
def test_a_figure_far_from_its_instrument_needs_words_or_usage(cited: int, sentence: str, expected: list[str]) -> None:
    """One treaty is cited once, others more often: "Article 5" far away may be of any."""
    others = "Article II of the Outer Space Treaty is short. Article VI of the Outer Space Treaty is long. "
    here = "Article 33 of the UN Charter asks for peace. " * cited
    text = here + others + "It rains. It pours. Nobody knows. All is wet. The end is near. " + sentence
    found = [provision for provision, _ in provisions(text) if provision.startswith("UNCHARTER:")]
    assert found == expected


@pytest.mark.parametrize(
    ("often", "between", "expected"),
    [
        (9, "It is a long story. ", ["OST:II", "OST"]),
        (2, "It is a long story. ", []),
        (9, "", []),
    ],
)
def test_of_two_treaties_the_one_is_meant_of_which_a_document_speaks(
    often: int, between: str, expected: list[str]
) -> None:
    """Unless the other is named right before."""
    before = "Article VI of the Outer Space Treaty binds all. " * often
    both = "The Outer Space Treaty and the Antarctic Treaty are old. "
    text = before + both + between + "Article II is short, as the Treaty is."
    found = [provision for provision, words in provisions(text) if words in ("Article II", "the Treaty")]
    assert found == expected


def test_two_candidates_mean_unresolved() -> None:
    text = "The VCLT and the UN Charter are read together. Article 31 decides."
    document = plain_document(text)
    mentions, unresolved = resolve_mentions(Mined(document, sentences=find_sentences(document)))
    assert [each.reason for each in unresolved] == ["may be of UNCHARTER or VCLT"]
    assert {str(mention.provision) for mention in mentions} == {"VCLT", "UNCHARTER"}
