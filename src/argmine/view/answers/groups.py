"""Claims that have something in common, as a trace sets them under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmine.knowledge.registry import is_covered
from argmine.resolve.interpretations.telling import telling
from argmine.store import ClaimRow
from argmine.types import Provision
from argmine.view.sourced import one_name, quotations

STANCES = ("permits", "limits", "prohibits", "requires", "open", None)
"""The order in which stances are shown: those that answer each other stand side by side."""
LABELS = {
    "permits": "It permits", "limits": "It permits under conditions", "prohibits": "It prohibits",
    "requires": "It requires", "open": "It is open", None: "Other claims about it",
}  # fmt: skip
_LABEL = 120
"""Characters of a label, at most: two lines of a narrow terminal."""
_CLAUSE = re.compile(
    r"[,;:—–](?=\s)|\s(?=\()|\s(?=(?:which|who|whose|that|where|when|because|since|as|if|unless|although|while|whereas)\s)"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that have something in common; `stance` where they have that in common.

    Of a reading, `reading` is its id, `label` the claim that is most like all others (or, where it is `named`, a user's
    words), `opposed` are the ids of the readings that exclude it, strongest first, and the claims that are most like
    the others of it come first; in any other group the oldest. `article` is the provision of a reading among those of a
    whole instrument.
    """

    label: str
    claims: tuple[ClaimRow, ...]
    stance: str | None = None
    reading: str | None = None
    opposed: tuple[str, ...] = ()
    named: bool = False
    article: str = ""

    @property
    def years(self) -> tuple[str, str] | None:
        """The first and the last year of the documents; None where none is dated."""
        return years(self.claims)

    @property
    def holders(self) -> tuple[tuple[str, int, bool], ...]:
        """(name, claims, whether all of them are reported by others), those with most claims first."""
        names: dict[str, list[ClaimRow]] = {}
        for claim in self.claims:
            names.setdefault(one_name(claim).casefold(), []).append(claim)
        ordered = sorted(names.values(), key=lambda claims: -len(claims))
        return tuple((one_name(own[0]), len(own), all(c.attribution != "own" for c in own)) for own in ordered)

    @property
    def title(self) -> str:
        """What it says, in a line or two: a user's words, or those of a claim, shortened at a clause."""
        if self.reading is None:
            return self.label
        words = self.label if self.named else quoted(shortened(self.label))
        return f"{self.article} · {words}" if self.article else words

    @property
    def summary(self) -> str:
        """How many claims, by how many holders, since when: "It permits · 2 of 3 claims by 2 holders, 1984–2019"."""
        by = f" by {counted(len(self.holders), 'holder')}" if self.reading else ""
        dates = f", {'–'.join(dict.fromkeys(self.years))}" if self.years else ""
        return f"{self._claims}{by}{dates}"

    @property
    def _claims(self) -> str:
        """How many claims; of a reading with a stance how many take it, where others take none or another."""
        number = counted(len(self.claims), "claim")
        if not (self.reading and self.stance):
            return number
        taking = sum(claim.stance == self.stance for claim in self.claims)
        share = "" if taking == len(self.claims) else f"{taking} of "
        return f"{LABELS[self.stance]} · {share}{number}"

    def held(self, most: int | None = None) -> str:
        """Its holders with their claims, `most` of them by name: "Castellane (2), Chile (1, reported) and 3 more"."""
        names = [f"{name} ({count}{', reported' * reported})" for name, count, reported in self.holders]
        more = f" and {len(names) - most} more" if most is not None and len(names) > most else ""
        return f"{', '.join(names[:most])}{more}"

    @property
    def quotations(self) -> tuple[tuple[ClaimRow, ...], ...]:
        """The claims, those of the same words together."""
        return quotations(self.claims)


def surest(claim: ClaimRow, provision: Provision) -> float:
    """The score of the best of its links to a provision or below it."""
    on_it = (link for link in claim.links if link.provision.instrument == provision.instrument)
    return max((link.score for link in on_it if is_covered(link.provision.path, provision)), default=0.0)


def tells(claim: ClaimRow, provision: Provision) -> float:
    """How well a claim shows by its words how a provision is read, 0..1."""
    return telling(claim.text, claim.kind, claim.confidence, surest(claim, provision))


def years(claims: Sequence[ClaimRow]) -> tuple[str, str] | None:
    """The first and the last year of the documents that hold `claims`."""
    dated = sorted(claim.date[:4] for claim in claims if claim.date)
    return (dated[0], dated[-1]) if dated else None


def lag(documents: int, what: str = "Readings") -> str:
    """What is to be said where readings, or works, lag behind an ingest by so many documents; empty where not."""
    if not documents:
        return ""
    number = counted(documents, "document")
    return f"{what} are not up to date: {number} in none yet. They are made at the end of an ingest; run it again."


def counted(number: int, noun: str) -> str:
    """A number and what it counts: "1 claim", "2 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """Words in quotation marks, those that stand in such already as they are."""
    return text if text[:1] == "“" and text[-1:] in "”…" and "”" not in text[1:-1] else f"“{text}”"


def shortened(text: str) -> str:
    """The beginning of a long claim, up to the last clause that fits; up to the last word where none ends in time."""
    text = " ".join(text.split())
    if len(text) <= _LABEL:
        return text
    ends = [mark.start() for mark in _CLAUSE.finditer(text, _LABEL // 2, _LABEL)]
    return f"{text[: ends[-1] if ends else text.rfind(' ', 0, _LABEL)].rstrip(' ,;:—–')} …"
