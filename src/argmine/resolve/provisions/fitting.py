"""Whether an instrument may be the one of which a reference without a name is: it has the units, in these numerals."""

from __future__ import annotations

from argmine.knowledge import Instrument
from argmine.knowledge.numerals import WORDS
from argmine.resolve.provisions.references import is_of_unit
from argmine.types import Provision, Reference


def has(reference: Reference, instrument: Instrument) -> bool:
    """Whether the instrument has all the units of a reference, and numbers them in its numerals."""
    if reference.unit in ("part", "chapter"):
        return all(path[0] in instrument.parts for path in reference.paths)
    number = reference.paths[0][0]
    is_other = (instrument.numerals == "roman") == number[0].isdigit()
    if reference.unit == "article" and is_other and number.casefold() not in WORDS:
        return False
    if reference.unit == "article" and instrument.unit != "article":
        return False  # "Article IV of the Principles" is said beside their name only
    return is_of_unit(reference, instrument) and all(
        lists(instrument, *instrument.settled(path)) for path in reference.paths
    )


def has_and_is(reference: Reference, noun: str, instrument: Instrument) -> bool:
    """Whether the instrument has all the units, and is called so: no Charter is a Convention."""
    called = " ".join((instrument.title, *instrument.names, *instrument.short))
    return noun in called.split() and has(reference, instrument)


def lists(instrument: Instrument, number: str, *below: str) -> bool:
    """Whether the instrument has the article, and the paragraph where one is cited."""
    return instrument.article(number) is not None and (not below or instrument.lists(number, below[0]))


def is_alike(provision: Provision, code: str, reference: Reference) -> bool:
    """Whether a provision is of an instrument, and where a part or chapter is sought, one of its parts or chapters."""
    is_division = reference.unit in ("part", "chapter")
    unit = provision.path[0].partition(" ")[0].casefold() if provision.path else ""
    return provision.instrument == code and (not is_division or unit == reference.unit)


def speaks_its_terms(sentence: str, reference: Reference, instrument: Instrument) -> bool:
    """Whether a key term of the article stands in the sentence."""
    words = sentence.casefold()
    units = [instrument.article(path[0]) for path in reference.paths]
    return any(term in words for unit in units if unit for term in (*unit.terms, *unit.concepts))
