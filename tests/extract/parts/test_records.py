"""Records of meetings: who speaks, for whom, and where the speech ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmine.extract import read
from argmine.extract.assembly import assemble
from argmine.extract.draft import Draft, plain_block
from argmine.extract.parts.records import find_speeches
from argmine.types import Document, Metadata, Source
from tests.conftest import SHARED


def record(*paragraphs: str) -> Document:
    """A document of these paragraphs; a heading begins with "# "."""
    blocks = [plain_block(one[2:], "heading", 1) if one.startswith("# ") else plain_block(one) for one in paragraphs]
    return assemble(Draft(tuple(blocks)), "0" * 12, Source("r.txt", "0" * 64, "text/plain", 1), Metadata())


def speakers(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [(speech.speaker, speech.affiliation) for speech in find_speeches(record(*paragraphs))]


@pytest.mark.parametrize(
    ("opening", "speaker", "affiliation"),
    [
        ("Mr. Okonjo (Ruritania): We agree.", "Mr. Okonjo", "Ruritania"),
        ("Mrs. Salazar-Mejía (Arcadia) (spoke in Spanish): We agree.", "Mrs. Salazar-Mejía", "Arcadia"),
        (
            "Ms. de la Cruz (Plurinational State of Freedonia): We agree.",
            "Ms. de la Cruz",
            "Plurinational State of Freedonia",
        ),
        ("Sir David HANNAY (United Kingdom): We agree.", "Sir David HANNAY", "United Kingdom"),
        ("Mr. MALIK (Sylvania) (translated from Russian): We agree.", "Mr. MALIK", "Sylvania"),
        ("Archbishop Auza (Holy See): We agree.", "Archbishop Auza", "Holy See"),
        ("The President (spoke in Arabic): We agree.", "The President", None),
        ("The PRESIDENT: We agree.", "The PRESIDENT", None),
        ("The Acting President: We agree.", "The Acting President", None),
        ("The Secretary-General: We agree.", "The Secretary-General", None),
        ("Le PRÉSIDENT (traduit du russe) : D’accord.", "Le PRÉSIDENT", None),
        ("Mr. CRAWFORD:", "Mr. CRAWFORD", None),
    ],
)
def test_a_speaker_stands_before_a_colon(opening: str, speaker: str, affiliation: str | None) -> None:
    assert speakers(opening, "The Chair: Thank you.", "The Chair: Next.")[0] == (speaker, affiliation)


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Okonjo (Ruritania) took the Chair.",
        "The position of Arcadia is clear: it agrees.",
        "President: Mr. Treki (Libyan Arab Jamahiriya)",
        "Members: Arcadia, Ruritania, Sylvania",
    ],
)
def test_a_colon_alone_makes_no_speaker(line: str) -> None:
    assert len(speakers(line, "The Chair: One.", "The Chair: Two.", "The Chair: Three.")) == 3


def test_a_speech_runs_to_the_next_speaker_without_headings_and_stage_directions() -> None:
    document = record(
        "The meeting was called to order at 3 p.m.",
        "The President: May I take it that this is so?",
        "It was so decided.",
        "# Agenda item 13",
        "Mr. Okonjo (Ruritania): First paragraph.",
        "Second paragraph.",
        "Mr. Valdez (Arcadia): We disagree.",
        "The meeting rose at 6 p.m.",
    )
    assert [speech.span.of(document.text) for speech in find_speeches(document)] == [
        "The President: May I take it that this is so?",
        "Mr. Okonjo (Ruritania): First paragraph.\n\nSecond paragraph.",
        "Mr. Valdez (Arcadia): We disagree.",
    ]


def test_summary_records_report() -> None:
    assert speakers(
        "12. Mr. BERGER (Arcadia) said that the text was clear.",
        "13. Ms. Harrowby (Sylvania), speaking on behalf of the Group of Nine, stated that it was not.",
        "14. The representative of the Republic of Ruritania said that it would abstain.",
        "15. The CHAIRMAN invited the Committee to vote.",
    ) == [
        ("Mr. BERGER", "Arcadia"),
        ("Ms. Harrowby", "Sylvania"),
        ("The representative of the Republic of Ruritania", "the Republic of Ruritania"),
        ("The CHAIRMAN", None),
    ]


def test_a_text_with_fewer_than_three_speakers_is_no_record() -> None:
    assert speakers("Mr. Okonjo (Ruritania): We agree.", "That was all.") == []


@given(
    st.lists(
        st.sampled_from(["The Chair: A.", "Mr. X (Y): B.", "C goes on.", "# D", "It was so decided."]), max_size=12
    )
)
def test_speeches_lie_one_behind_the_other_and_begin_with_their_speaker(paragraphs: list[str]) -> None:
    document = record(*paragraphs)
    speeches = find_speeches(document)
    assert all(one.span.end <= other.span.start for one, other in pairwise(speeches))
    assert all(speech.span.of(document.text).startswith(speech.speaker) for speech in speeches)


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
@pytest.mark.parametrize(
    ("name", "count", "some"),
    [
        ("A-48-PV.46", 34, ("Mrs. ALBRIGHT", "United States of America")),
        ("A-64-PV.121", 31, ("Mr. Salsabili", "Islamic Republic of Iran")),
        ("A-76-PV.102", 87, ("Mr. Pieper", "European Union")),
        ("A-79-PV.29", 43, ("Mr. Mansour", "State of Palestine")),
        ("S-PV.8422", 12, ("Mr. Nebenzia", "Russian Federation")),
    ],
)
def test_all_speeches_of_a_verbatim_record_are_found(name: str, count: int, some: tuple[str, str]) -> None:
    document = read(SHARED / f"corpus/un/{name}.pdf")
    assert document.metadata.genre == "record"
    assert len(document.speeches) == count
    assert some in {(speech.speaker, speech.affiliation) for speech in document.speeches}
