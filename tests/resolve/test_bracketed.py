"""What notes say in brackets of the works that they cite, and quotations whose note cites a treaty first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmine.mine.attributions import find_attributions
from argmine.mine.claims.clauses import find_items
from argmine.mine.components import plain_document
from argmine.resolve.holders.held import resolve_holders
from argmine.types import AUTHOR, Antecedent, Citation, Claim, Description, Note, Sentence, Span

THORNCASTLE = Citation(Span(0, 0), "book", description=Description(authors=("Wilhelmina Thorncastle",)))
CASTELLANE = Citation(Span(0, 0), "book", description=Description(authors=("Pierre Castellane",)))
LEE = Citation(Span(0, 0), "legal_case", description=Description(title="Lee v. Ruritania"))
TREATY = Citation(Span(0, 0), "treaty", description=Description(title="Sea Convention"))
ROOTS = (THORNCASTLE, CASTELLANE, LEE, TREATY)

# each citation: short form, work meant; "#" in the text stands for the form
BRACKETS = [
    ("See # (arguing that the sea is free to all).", 0, "Wilhelmina Thorncastle", "reported"),
    ("# (noting the ice may be taken by whoever comes).", 0, "Wilhelmina Thorncastle", "reported"),
    ("See generally # (stating “the sea is free to all”).", 0, "Wilhelmina Thorncastle", "quoted"),
    ("# (“The sea is free to all who sail.”).", 0, "Wilhelmina Thorncastle", "quoted"),
    ("# (discussing old maps, and suggesting that the sea is free).", 0, "Wilhelmina Thorncastle", "reported"),
    ("# (finding that the sea is free to all).", 2, "the court in Lee v. Ruritania", "reported"),
    ("# (stating “the sea is free to all”).", 3, "author", "own"),
    ("# (discussing the freedom of the sea and who may use it).", 0, "author", "own"),
    ("The sea is free to all who sail, and no State may close it: # (noting that this is old).", 0, "author", "own"),
]


def _cited(text: str, form: str) -> Citation:
    """A short form that stands in a text, with what brackets behind it say."""
    start = text.index(form)
    said = text[start + len(form) :].partition("(")[2].partition(")")[0]
    return Citation(Span(start, start + len(form)), "short", note="1", parenthetical=said or None)


def _held(text: str, works: tuple[int, ...]) -> list[Claim]:
    """The claims of a note: who holds them."""
    forms = [f"W{place}, supra note 2, at 3" for place in range(len(works))]
    for form in forms:
        text = text.replace("#", form, 1)
    cited = [_cited(text, form) for form in forms]
    means = [Antecedent(len(ROOTS) + place, work) for place, work in enumerate(works)]
    spans = find_items(text, Span(0, len(text))) if len(works) > 1 else ()
    claims = [
        Claim("c", span, "note", "interpretive", None, AUTHOR, "own", 1.0, ()) for span in (Span(0, len(text)), *spans)
    ]
    attributions = find_attributions(text, (Sentence(Span(0, len(text)), "note"),))
    return list(resolve_holders(plain_document(text), claims, attributions, (), (*ROOTS, *cited), means))


@pytest.mark.parametrize(("text", "work", "holder", "attribution"), BRACKETS)
def test_what_brackets_say_of_a_cited_work_is_its_authors(text: str, work: int, holder: str, attribution: str) -> None:
    (claim,) = _held(text, (work,))
    assert (claim.holder.name, claim.attribution) == (holder, attribution)


def test_somebody_whom_a_cited_work_reports_holds_what_he_is_reported_to_hold() -> None:
    (claim,) = _held("# (noting that Belgium argued that the sea is free to all).", (0,))
    assert claim.reporter is not None
    assert (claim.holder.name, claim.reporter.name) == ("Belgium", "Wilhelmina Thorncastle")


def test_works_that_say_different_things_are_some_together_and_themselves_each_in_its_brackets() -> None:
    text = "See # (arguing that the sea is free to all); # (maintaining that its shores are closed)."
    whole, first, second = _held(text, (0, 1))
    assert whole.holder.name == "some"
    assert (first.holder.name, second.holder.name) == ("Wilhelmina Thorncastle", "Pierre Castellane")


def _quoted(*cited: tuple[Citation, str | None]) -> Claim:
    """A quotation whose note cites these works, each with what is said of it."""
    text = "“The sea is free to all who sail upon it, and to all who come.”"
    document = replace(plain_document(text), notes=(Note("1", Span(len(text), len(text)), len(text)),))
    claims = [Claim("c", Span(0, len(text)), "body", "interpretive", None, AUTHOR, "own", 1.0, ())]
    citations = [replace(work, note="1", parenthetical=said) for work, said in cited]
    (claim,) = resolve_holders(document, claims, (), (), citations)
    return claim


def test_quoted_words_are_his_whom_their_note_cites() -> None:
    claim = _quoted((CASTELLANE, None))
    assert (claim.holder.name, claim.attribution) == ("Pierre Castellane", "quoted")


def test_quoted_words_whose_note_cites_a_treaty_first_are_no_scholars() -> None:
    assert _quoted((TREATY, None), (CASTELLANE, "discussing who may sail")).holder == AUTHOR


def test_quoted_words_whose_note_cites_a_resolution_first_are_no_scholars() -> None:
    resolution = Citation(Span(0, 0), "report", description=Description(authors=("General Assembly",)))
    assert _quoted((resolution, None), (CASTELLANE, None)).holder == AUTHOR
