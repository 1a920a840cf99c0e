"""Who holds what a judgment says: its court, the parties in their paragraphs, the judge of a separate opinion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmine.mine.components import plain_document
from argmine.types import Document
from tests.resolve.test_reports_marked import held

HEADS = {
    "case": "EUROPEAN COURT OF HUMAN RIGHTS\n\nCASE OF HALVORSEN v. NORWAY\n\nJUDGMENT",
    "opinion": "INTERNATIONAL COURT O F JUSTICE\n\nLEGALITY OF A LICENCE\n\nADVISORY OPINION",
    "between States": "INTERNATIONAL COURT OF JUSTICE\n\nNorway v. Chile\n\nJUDGMENT",
}
COURT = "European Court of Human Rights"
CASES = f"""
case | 12. Article 8 protects the home. | {COURT} | own
case | 12. The Municipal Court had dismissed it. The Court notes that Article 8 protects the home. | {COURT} | own
case | 12. The Government argued that Article 8 leaves the choice to the State. | Norway | reported
case | 12. According to the Government, Article 8 leaves the choice to the State. | Norway | reported
case | 12. In the Government’s view, Article 8 leaves the choice to the State. | Norway | reported
case | 12. In the applicant’s submission, Article 8 protects the home. | the applicant | reported
case | 12. The second applicant maintained that Article 8 protects the home. | the second applicant | reported
case | 12. The applicant argued that he had been evicted. The law had not protected his home. | the applicant | reported
case | 12. The applicant argued that he had been evicted. ¶ 13. Article 8 protects the home. | {COURT} | own
case | 12. The applicant argued that he was evicted. The Court finds that Article 8 protects the home. | {COURT} | own
opinion | 30. The licence is contrary to the Charter. | International Court of Justice | own
opinion | 30. The Permanent Court of International Justice held that consent is needed. The Court finds that the \
licence is contrary to the Charter. | International Court of Justice | own
between States | 30. The Government argued that the licence is lawful. | the Government | reported
""".strip().splitlines()


def judgment(head: str, text: str, title: str | None = None) -> Document:
    plain = plain_document(f"{HEADS[head]}\n\n{text}")
    return replace(plain, metadata=replace(plain.metadata, genre="judgment", title=title))


@pytest.mark.parametrize("line", CASES)
def test_a_judgment_speaks_for_its_court_and_reports_the_parties(line: str) -> None:
    head, text, name, attribution = (part.replace(" ¶ ", "\n\n") for part in line.split(" | "))
    claim = held(judgment(head, text))
    assert (claim.holder.name, claim.attribution) == (name, attribution)


def test_a_separate_opinion_is_its_authors() -> None:
    document = judgment("opinion", "1. The licence is lawful.", "Dissenting opinion of Judge Halvorsen")
    assert held(document).holder.name == "author"


def test_the_court_of_a_separate_opinion_is_the_court_of_the_case() -> None:
    text = "1. The Supreme Court of Norway is silent on it. The Court holds that the licence is unlawful."
    document = judgment("opinion", text, "Dissenting opinion of Judge Halvorsen")
    assert held(document).holder.name == "International Court of Justice"


@pytest.mark.parametrize("lead", ["While ", "In Halvorsen ", "Therefore ", "B. "])
def test_what_stands_before_the_court_is_no_part_of_its_name(lead: str) -> None:
    text = f"{lead}the Court was silent, the parties were not. The Court noted that consent is needed."
    assert held(plain_document(text)).holder.name == "Court"
