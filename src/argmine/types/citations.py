"""Citations and the works that they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from argmine.types.spans import Span

PointerForm = Literal["preceding", "note", "work", "name", "provision", "report"]


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place inside an authority to which a citation points: `Pinpoint("paragraph", "61–74")`.

    `unit` is page, paragraph, article, section, chapter, part, annex, note or another unit as printed, in full.
    """

    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a citation says of its authority, each field as printed but for capitals and marks around it.

    `pages` is where the work begins, or from where to where it runs; `identifiers` are canonical handles ("610 UNTS
    205", "A/RES/62/101", "doi:10.1000/1", a URL), the most telling first.
    """

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    editors: tuple[str, ...] = ()
    volume: str | None = None
    issue: str | None = None
    edition: str | None = None
    year: int | None = None
    date: str | None = None
    publisher: str | None = None
    place: str | None = None
    pages: str | None = None
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """How a short form points back: "ibid." (preceding), "supra note 3" (note), "op. cit." (work), a name (name),
    a section alone that goes on with the statute before (provision), a volume with a page inside ("602 U.S. at 904":
    report, the volume being the citation's identifier).

    `note` is the number of the note it names; `name` the words before the pointer, an author or a short title.
    """

    form: PointerForm
    note: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an authority, as printed at `span`, without its signal and the stop behind it.

    `kind` is a CSL type, or "short" for a form that points back (ibid., supra note 3); a chapter may point back too, to
    the book that holds it ("Article II, in 1 COMMENTARY, supra note 11"). `identifier` is the first of the
    description's identifiers; `note` is the number of the note in which it stands. `signal` is how the authority is
    introduced, as printed ("see also"), `parenthetical` what is said of it behind it, `quoted` its words where they are
    given, `defined` the short title that the document gives it ("hereinafter").
    """

    span: Span
    kind: str
    identifier: str | None = None
    note: str | None = None
    description: Description = Description()
    pinpoints: tuple[Pinpoint, ...] = ()
    signal: str | None = None
    parenthetical: str | None = None
    quoted: str | None = None
    defined: str | None = None
    pointer: Pointer | None = None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a short form means: citations are counted by their place in `Analysis.citations`.

    `target` is the full citation meant; None where it is not certain, and then `reason` says why. With a target,
    `reason` says what is wrong with the reference all the same ("note 11 does not cite it, note 13 does").
    """

    citation: int
    target: int | None
    reason: str | None = None


def in_full(citations: Sequence[Citation], antecedents: Sequence[Antecedent]) -> tuple[Citation, ...]:
    """For each citation the full one that it means, which is itself where it is no short form or an open one."""
    targets = {each.citation: each.target for each in antecedents if each.target is not None}
    return tuple(citations[targets.get(place, place)] for place in range(len(citations)))


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of the corpus: `place` names it, `document` where it stands, `root` what it means in full."""

    place: int
    document: int
    citation: Citation
    root: int


@dataclass(frozen=True, slots=True)
class Work:
    """One authority, however it is cited. `kind` is its CSL type, `description` what all its citations say together.

    `id` comes from its keys, `keys` say what joined its citations ("610 unts 205", "castellane: celestial commons"),
    `places` are its citations, `document_id` the ingested document that it is.
    """

    id: str
    kind: str
    description: Description
    keys: tuple[str, ...]
    places: tuple[int, ...]
    document_id: str | None = None
