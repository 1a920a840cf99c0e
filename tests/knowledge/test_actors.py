"""States, organs, courts and groups under the names that documents give them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from argmine.knowledge import organs, states

STATES = {name: state for state in states() for name in state.names}
ORGANS = {name: organ for organ in organs() for name in organ.names}
HISTORIC = {"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR", "RVN", "UAR", "TANG", "ZANZ"}


def test_every_member_and_observer_of_the_un_is_there() -> None:
    """193 members, 2 observers, and Cook Islands and Niue, which are parties to treaties of the UN."""
    assert len({state.code for state in states()} - HISTORIC) == 193 + 2 + 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Russian Federation", "RUS"),
        ("Russia", "RUS"),
        ("Soviet Union", "SUN"),
        ("United States of America", "USA"),
        ("U.S.", "USA"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("United Kingdom", "GBR"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Republic of Korea", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Germany, Federal Republic of", "DEU"),
        ("German Democratic Republic", "DDR"),
        ("Byelorussian Soviet Socialist Republic", "BLR"),
        ("State of Palestine", "PSE"),
        ("Holy See", "VAT"),
    ],
)
def test_a_state_is_known_by_the_names_of_un_documents(name: str, code: str) -> None:
    assert STATES[name].code == code


@pytest.mark.parametrize("word", ["Korean", "Congolese", "Dominican"])
def test_an_adjective_of_two_states_belongs_to_neither(word: str) -> None:
    assert [state.code for state in states() if word in state.adjectives] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("General Assembly", "organ"),
        ("COPUOS", "organ"),
        ("Legal Subcommittee", "organ"),
        ("Secretary-General", "organ"),
        ("Council of the International Seabed Authority", "organ"),
        ("International Court of Justice", "court"),
        ("ITLOS", "court"),
        ("WTO Appellate Body", "court"),
        ("Group of 77 and China", "group"),
        ("European Union", "group"),
        ("Institut de Droit International", "group"),
        ("Hague International Space Resources Governance Working Group", "group"),
    ],
)
def test_an_organ_a_court_and_a_group_are_told_apart(name: str, kind: str) -> None:
    assert ORGANS[name].type == kind


def test_short_forms_that_a_document_must_define_are_no_names() -> None:
    assert {"the Court", "Court", "Assembly", "Council", "Committee", "Tribunal", "Commission"} & ORGANS.keys() == set()


def test_no_name_denotes_both_a_state_and_an_organ() -> None:
    assert STATES.keys() & ORGANS.keys() == set()


def test_import_reads_no_file_and_loads_no_heavy_library() -> None:
    code = (
        "import sys, argmine.knowledge as k; "
        "assert not {'pydantic', 'spacy', 'torch', 'prefect', 'numpy', 'pycountry'} & set(sys.modules); "
        "assert k.instruments.cache_info().misses == k.states.cache_info().misses == 0"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
