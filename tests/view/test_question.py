"""A provision may be typed in any usual form; what is not known ends in a question error with a way out."""

from __future__ import annotations

import pytest

from argmine.errors import QueryError
from argmine.view.answers.question import parse_provision, parse_years

FORMS = [
    ("OST:II", "OST:II"),
    ("ost:2", "OST:II"),
    ("OST", "OST"),
    ("MOON:11(7)(d)", "MOON:11(7)(d)"),
    ("VCLT:31 (3) (b)", "VCLT:31(3)(b)"),
    ("Art. II OST", "OST:II"),
    ("Outer Space Treaty, article 2", "OST:II"),
    ("Article 94(2) of the UN Charter", "UNCHARTER:94(2)"),
    ("Outer Space Treaty", "OST"),
    ("Section 10 of the Artemis Accords", "ARTEMIS:10"),
    ("LIAB VI(2)", "LIAB:VI(2)"),
    ("Liability Convention art VI par 2", "LIAB:VI(2)"),
    ("VCLT art 31 para 3 (c)", "VCLT:31(3)(c)"),
    ("51 USC 51303", "CSLCA:51303"),
    ("Outer Space Treaty of 1967, article 6", "OST:VI"),
    ("Outer Space Treaty 1967", "OST"),
]
FAULTS = [
    ("OST:XL", "OST has no article XL"),
    ("Article XL of the Outer Space Treaty", "OST has no article XL"),
    ("UNCHARTER:3(3)", "UNCHARTER:3 has no paragraph 3"),
    ("UN Charter, Article 3(3)", "UNCHARTER:3 has no paragraph 3"),
    ("OST:I(4)", "OST:I has no paragraph 4"),
    ("Article 2(8) of the UN Charter", "UNCHARTER:2 has no paragraph 8"),
    ("OTS:II", "No provision is known"),
    ("Article II", "No provision is known"),
    ("", "No provision is known"),
    ("OST arts VI and VII", "several provisions: OST:VI, OST:VII"),
    ("Article 2, 4 UN Charter", "not understood: Article 2, 4"),
    ("Article II and something of 12 OST", "not understood"),
    ("OST and VCLT", "several provisions: OST, VCLT"),
]


@pytest.mark.parametrize(("written", "expected"), FORMS)
def test_a_provision_is_understood_as_it_is_usually_written(written: str, expected: str) -> None:
    assert str(parse_provision(written)) == expected


@pytest.mark.parametrize(("written", "reason"), FAULTS)
def test_what_names_no_provision_is_refused_with_a_hint(written: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        parse_provision(written)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("written", "way_out"),
    [("OST:I(4)", "It has paragraphs 1 to 3"), ("UNCHARTER:3(3)", "It is not divided; ask for UNCHARTER:3")],
)
def test_who_asks_for_a_paragraph_that_is_not_there_is_told_which_are(written: str, way_out: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_provision(written)
    assert way_out in caught.value.hint


def test_years_that_run_backwards_are_refused() -> None:
    assert parse_years("1998-2010") == (1998, 2010)
    with pytest.raises(QueryError, match="2010 is after 1998"):
        parse_years("2010-1998")
