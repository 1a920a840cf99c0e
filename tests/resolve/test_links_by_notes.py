"""What stands in the note of a claim may say which article the claim is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmine.extract import read
from argmine.pipeline import analyse
from argmine.resolve.links.mentioned import link_by_notes, link_claims
from argmine.types import (
    AUTHOR,
    Block,
    Claim,
    Document,
    LinkMethod,
    Mention,
    Metadata,
    Note,
    Provision,
    Source,
    Span,
)

ABOVE = "The Liability Convention is in force. Compensation must be full."


def linked(
    note: str, reference: str, method: LinkMethod, above: str = ABOVE, named: str = "LIAB", title: int | None = None
) -> list[str]:
    """The links of the last sentence of a paragraph, whose note holds a reference to LIAB:XII."""
    text = f"{above}\n\n{note}"
    start = text.index("Compensation")
    place = text.index(reference, len(above))
    title = text.index("Convention") if title is None else title
    document = Document(
        "0" * 12, Source("a.txt", "0" * 64, "text/plain", 0), Metadata(), text,
        (Block("paragraph", Span(0, len(above))),),
        (Note("1", Span(len(above) + 2, len(text)), len(above)),),
    )  # fmt: skip
    claim = Claim("c", Span(start, len(above)), "body", "interpretive", "requires", AUTHOR, "own", 0.9, ())
    mentions = (
        Mention(Span(title, title + 10), Provision(named), "explicit", 0.9),
        Mention(Span(place, place + len(reference)), Provision("LIAB", ("XII",)), method, 0.8),
    )
    own = tuple(link_claims(text, (claim,), mentions))
    found = link_by_notes(document, (claim,), own, mentions)
    return [f"{link.provision} {link.method} {link.evidence.of(text)}" for link in found]


@pytest.mark.parametrize(
    ("note", "reference", "method", "links"),
    [
        ("Liability Convention, art. XII.", "art. XII", "explicit", ["LIAB:XII explicit art. XII"]),
        ("Art. XII.", "Art. XII", "anaphoric", ["LIAB:XII anaphoric Art. XII"]),
        ("See also Art. XII.", "Art. XII", "anaphoric", ["LIAB:XII anaphoric Art. XII"]),
        ("The drafters had debated at length whether Art. XII should be kept.", "Art. XII", "anaphoric", []),
    ],
)
def test_an_article_in_the_note_of_a_claim(note: str, reference: str, method: LinkMethod, links: list[str]) -> None:
    assert linked(note, reference, method) == links


def test_an_article_alone_is_of_no_instrument_that_the_paragraph_does_not_speak_of() -> None:
    above = "The Registration Convention is in force. Compensation must be full."
    assert linked("Art. XII.", "Art. XII", "anaphoric", above, "REG") == []


BESIDE_ANOTHER = "The Registration Convention is in force. Compensation under the Liability Convention must be full."


@pytest.mark.parametrize(
    ("note", "above", "links"),
    [
        ("Id. at art. XII.", BESIDE_ANOTHER, ["LIAB:XII anaphoric art. XII"]),
        ("Ibid., art. XII; others disagree at length.", BESIDE_ANOTHER, ["LIAB:XII anaphoric art. XII"]),
        ("Some hold that art. XII is more.", BESIDE_ANOTHER, []),
        ("Id. at art. XII, as debated by its drafters at length.", ABOVE, []),
    ],
)
def test_the_note_of_a_claim_that_names_an_instrument_opens_with_an_article_of_it(
    note: str, above: str, links: list[str]
) -> None:
    text_named = above.rindex("Liability Convention") + len("Liability ")
    assert linked(note, "art. XII", "anaphoric", above, "LIAB", text_named) == links


@pytest.mark.parametrize(
    ("before", "note", "links"),
    [
        ("Liability Convention, art. II.", "Id., art. III.", {"LIAB:III"}),
        ("Liability Convention, art. II.", "Ibid., Article III.", {"LIAB:III"}),
        ("Liability Convention, art. II; Outer Space Treaty, art. VII.", "Id., art. III.", set()),
        ("H. Vell, Ice and Law 12 (1999).", "Id., art. III.", set()),
    ],
)
def test_ibid_is_the_instrument_that_the_note_before_cites_alone(
    tmp_path: Path, before: str, note: str, links: set[str]
) -> None:
    file = tmp_path / "damage.md"
    body = "A State is liable on the ground.[^1] Elsewhere compensation must be paid where there is fault.[^2]"
    file.write_text(f"# Damage\n\n{body}\n\n[^1]: {before}\n\n[^2]: {note}\n", "utf-8")
    document = read(file)
    analysis = analyse(document)
    second = {claim.id for claim in analysis.claims if "fault" in claim.span.of(document.text)}
    assert second
    assert {str(link.provision) for link in analysis.links if link.claim_id in second and link.provision.path} == links
