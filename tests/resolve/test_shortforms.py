"""Short forms mean one authority or none: what is not certain is refused, with its reason."""

from __future__ import annotations

import pytest

from argmine.mine.citations.finding import find_citations
from argmine.resolve.works.shortforms import resolve_short_forms
from tests.mine.notes import document

LIND = "Ada Lind, ‘Ice and Law’ (2019) 12 Journal of Sample Law 211"
QUINT = "C. Quint, The Law of Ice (Sample Press 1984) 12"
TREATY = "Treaty on the Uses of Ice, 27 January 1967, 610 UNTS 205 [hereinafter Ice Treaty]"
MOON = "Agreement Governing the Moon, 18 December 1979, 1363 UNTS 3 [hereinafter Moon Agreement]"
READING = "K. Berg, ‘The Moon Agreement of 1979’ (1990) 33 Journal of Sample Law 93"
RULES = "Ice Board, Rules for the Use of Ice, UN Doc. A/AC.105/99, 7 May 2025 (hereinafter “Ice Rules”)"
BLOCKS = "Ice Board, Foundation Stones for the Use of Ice, 12 November 2019 (“Ice Stones”)"
SHELF = "Ice Shelf (Arcadia v. Sylvania), Judgment, I.C.J. Reports 1969, p. 3"
ACT = "Snow and Ice Act, 49 U.S.C. §§ 70101-70305 (2006)"
SNOW = "Ada Lind, Snow (Sample Press 2001) 3"


def meant(*notes: str) -> list[tuple[str, str | None, str | None]]:
    """(short form, title meant, reason)."""
    read = document("Body.", *(f"{note}." for note in notes))
    found = find_citations(read)
    return [
        (
            found[each.citation].span.of(read.text),
            None if each.target is None else found[each.target].description.title,
            each.reason,
        )
        for each in resolve_short_forms(read, found)
    ]


@pytest.mark.parametrize(
    ("notes", "title"),
    [
        ((LIND, "Ibid., p. 4"), "Ice and Law"),
        ((LIND, "Id. at 4", "Id. at 5"), "Ice and Law"),
        ((f"{ACT} [SIA]", LIND, "SIA, supra note 1, § 4"), "Snow and Ice Act"),
        ((ACT, LIND, "SIA, supra note 1, § 4"), "Snow and Ice Act"),
        ((ACT, "Id. § 4 (as § 5 defines it)", "Id. § 6"), "Snow and Ice Act"),
        (
            ("Ada LindI, ‘Ice and Law’ (2019) 12 Journal of Sample Law 211", QUINT, "Lindl, supra note 1, at 4"),
            "Ice and Law",
        ),
        ((LIND, QUINT, "Sl Lind, supra note 1, at 4"), "Ice and Law"),
        ((TREATY, QUINT, "GO Ice Treaty, supra note 1, at art. 4"), "Treaty on the Uses of Ice"),
        ((LIND, "Id.at 4", "Id. at 5"), "Ice and Law"),
        ((ACT, "Id. § 4, as Art. VI of the Moon Agreement wants it", "Id. § 4(e)"), "Snow and Ice Act"),
        ((LIND, "[d. at 4", "Jd. at 5"), "Ice and Law"),  # as scans show italics
        ((LIND, "“The Outer Space Treaty was meant by all,” id. at 4"), "Ice and Law"),  # what has articles has no page
        ((f"{LIND}; Ada Lind, ‘Floes’ (Ice News, 4 May 2019)", QUINT, "Lind, ‘Floes’ (n 1)"), "Floes"),
        (
            ("'Ice Melts into Water' (Ice News, 4 May 2019)", QUINT, "'Ice Melts into Water' (n 1)"),
            "Ice Melts into Water",
        ),
        ((f"{QUINT}. {LIND}; ibid., p. 3",), "Ice and Law"),
        ((LIND, QUINT, "Lind, supra note 1, at 215"), "Ice and Law"),
        ((LIND, QUINT, "Lind (n 1) 215"), "Ice and Law"),
        ((QUINT, LIND, "Quint, op. cit., p. 35"), "The Law of Ice"),
        ((QUINT, LIND, "Quint, above note 1, p. 35"), "The Law of Ice"),
        ((TREATY, QUINT, "Ice Treaty, supra note 1, art. II"), "Treaty on the Uses of Ice"),
        ((f"{LIND}; {SNOW}", "Lind, Snow, supra note 1, at 4"), "Snow"),
        ((f"{LIND}; {QUINT}", "Quint, supra note 1, at 4"), "The Law of Ice"),
        ((LIND, QUINT, f"Lind, supra note 1; {SNOW}", "Lind, supra note 3, at 4"), "Snow"),
        ((LIND, QUINT, "Quint, The Law of Ice, cit., p. 35"), "The Law of Ice"),
        ((MOON, READING, "The 1979 Moon Agreement in its Art. 11 says so"), "Agreement Governing the Moon"),
        ((LIND, QUINT, "Quint, note 2, p. 35"), "The Law of Ice"),
        ((LIND, QUINT, "Quint, The Law of Ice, p. 35"), "The Law of Ice"),
        ((LIND, QUINT, "Lind, “Ice and Law”, p. 215"), "Ice and Law"),
        ((TREATY, QUINT, "Art. II Ice Treaty, above note 1"), "Treaty on the Uses of Ice"),
        ((LIND, QUINT, "Ibid., note 1, p. 215"), "Ice and Law"),
        ((LIND, QUINT, "Ibid., note 12"), "The Law of Ice"),
        ((SHELF, LIND, "Ice Shelf cases, paras. 85–87"), "Ice Shelf (Arcadia v. Sylvania)"),
        ((MOON, LIND, "Guideline 3 and Art. 4 of the Moon Agreement"), "Agreement Governing the Moon"),
        ((LIND, QUINT, "See note 1"), "Ice and Law"),
        ((RULES, LIND, "Ice Rules, Rule 4"), "Rules for the Use of Ice"),
        ((RULES, LIND, "See Rule 4 of the Ice Rules"), "Rules for the Use of Ice"),
        ((RULES, LIND, "The State keeps it, as Ice Rule 4 says"), "Rules for the Use of Ice"),
        ((RULES, LIND, "A/AC.105/99, para. 3"), "Rules for the Use of Ice"),
        ((BLOCKS, LIND, "Ice Stones, section 8"), "Foundation Stones for the Use of Ice"),
        ((BLOCKS, LIND, "Foundation Stones, section 8"), "Foundation Stones for the Use of Ice"),
        ((f"{TREATY}; {LIND}", "Ibid., p. 215"), "Ice and Law"),
        ((f"{TREATY}; {LIND}", "Ibid., art. II"), "Treaty on the Uses of Ice"),
        ((f"{TREATY}; {LIND}", "See note 1, p. 215"), "Ice and Law"),
        ((TREATY, LIND, "Article II of the 1967 Treaty"), "Treaty on the Uses of Ice"),
        ((f"Lind, {LIND.partition(', ')[2]}", QUINT, "A. Lind, op. cit., p. 215"), "Ice and Law"),
        ((LIND, QUINT, "Fn. 1, p. 215"), "Ice and Law"),
        ((LIND, QUINT, "Ib., p. 13"), "The Law of Ice"),
        ((LIND, QUINT, "Lind, as cited in note 1, p. 215"), "Ice and Law"),
        ((LIND, QUINT, "Quint, cited above, p. 35"), "The Law of Ice"),
        ((LIND, QUINT, "Quint (1984), p. 35"), "The Law of Ice"),
        ((LIND, QUINT, "Quint 1984, 35"), "The Law of Ice"),
        ((LIND, QUINT, "Quint, at 35"), "The Law of Ice"),
        ((LIND, QUINT, "Quint, *supra* note 2, p. 35"), "The Law of Ice"),
        (("Commercial Ice Act of 2015, 51 U.S.C. § 51303", "§ 403"), "Commercial Ice Act of 2015"),
        (("Ash v. Elm, 576 U.S. 86 (2015)", "Fir v. Oak, 576 U.S. 644 (2015)", "Ash, 576 U.S. at 104"), "Ash v. Elm"),
        (("Ash v. Elm, 576 U.S. 86 (2015)", "Fir v. Oak, 576 U.S. 644 (2015)", "576 U.S. at 650"), "Fir v. Oak"),
        ((QUINT, LIND, "I d. at 4"), "Ice and Law"),  # as scans have it
        ((TREATY, MOON, "Ice Treaty, art. I(d), Moon Agreement, arts, II and III"), "Agreement Governing the Moon"),
        ((f"{LIND}; Paul Frost, Snow at Sea, id. at 17", QUINT, "Frost, supra note 1. at 18"), "Snow at Sea"),
        ((TREATY, "The States left the Treaty on the Snow in 1993. See id. at Preamble"), "Treaty on the Uses of Ice"),
        ((f"{LIND}; {QUINT}", "Quint, The Law of Icc, supra note 1, at 4"), "The Law of Ice"),  # letters lost
        ((LIND, "This is what Lind and others say (id. at 4)"), "Ice and Law"),
    ],
)
def test_a_short_form_means_the_one_authority_that_fits(notes: tuple[str, ...], title: str) -> None:
    assert meant(*notes)[-1][1:] == (title, None)


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ((f"{LIND}; {QUINT}", "Ibid., p. 4"), "note 1 cites 2 authorities"),
        ((LIND, "A comment without any source", "Ibid., p. 4"), "no citation was read in note 2"),
        ((f"Award, para. 88. {LIND}", "Ibid., p. 4"), "note 1 may cite more than was read"),
        (("Ibid., p. 4",), "there is no note before it"),
        ((LIND, "Ibid., vol. 3"), "another volume or another part of the document is meant than the one before"),
        ((f"{LIND}; {SNOW}", "Lind, supra note 1, at 4"), "note 1 cites 2 authorities that it could mean"),
        ((LIND, "Nobody, supra note 1, at 4"), "note 1 does not cite it"),
        ((LIND, "Id. at art. II"), "it names an article, and the work before it has pages"),
        ((ACT, LIND, "XYZ, supra note 1, § 4"), "note 1 does not cite it"),
        ((LIND, f"{QUINT}; as Lind says elsewhere", "Lind, supra note 2, at 4"), "note 2 does not cite it"),
        ((LIND, "Nobody, supra note 7, at 4"), "no citation was read in note 7"),
        ((LIND, SNOW, "Lind, op. cit., p. 3"), "2 authorities before it could be meant"),
        ((LIND, "Nobody, op. cit., p. 3"), "nothing before it bears that name"),
        ((LIND, "No question, as Berg and Snow suppose (id. at 4)"), "the work before it is not by Berg and Snow"),
        (
            (LIND, "G. Unread, THE ICE (iPress 2005). A word on snow. Id. at 4"),
            "a reference before it in the note may not have been read",
        ),
    ],
)
def test_what_is_not_certain_is_refused(notes: tuple[str, ...], reason: str) -> None:
    assert meant(*notes)[-1][1:] == (None, reason)


def test_what_blocks_one_short_form_blocks_those_that_hang_on_it() -> None:
    found = meant(f"{LIND}; {QUINT}", "Ibid., p. 4", "Ibid., p. 5")
    assert [(title, reason) for _, title, reason in found] == [
        (None, "note 1 cites 2 authorities"),
        (None, "the citation that it repeats is unresolved itself"),
    ]


def test_initials_that_a_full_name_lacks_name_another() -> None:
    assert meant(LIND, "P. Lind, op. cit., p. 215")[-1][1:] == (None, "nothing before it bears that name")


def test_a_name_given_in_the_body_before_the_marker_counts() -> None:
    read = document("There are rules (“Ice Order”)", "Ice Board, Rules for Use, UN Doc. A/AC.105/99, 7 May 2025.")
    (citation,) = find_citations(read)
    assert citation.defined == "Ice Order"


def test_a_wrong_number_is_said_where_only_one_authority_bears_the_name() -> None:
    assert meant(LIND, QUINT, "Lind, supra note 2, at 4")[-1][1:] == (
        "Ice and Law",
        "note 2 does not cite it, note 1 does",
    )


def test_the_name_of_one_instrument_does_not_mean_another_that_has_its_words() -> None:
    space = (
        "Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space, including"
    )
    space += " the Moon and Other Celestial Bodies, 27 January 1967, 610 UNTS 205 [hereinafter OST]"
    assert [title for _, title, _ in meant(space, "Ibid.; Moon Treaty, supra note 1, art. 4")][-1] is None
