"""Holders over the corpus: one entity under all its names.

States, organs and courts have one id by the registry. A scholar is joined by surname and initials, and only where one
full name bears them: "Halvorsen" is Solveig T. Halvorsen as long as the corpus knows no other; a document's own author
is the scholar of that name. What is joined wrongly, or not joined, a user's correction puts right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from argmine.resolve.holders.names import NAMES, fits_in, slug
from argmine.types import Correction, Holder


def author_of(authors: Sequence[str], document_id: str, title: str | None) -> Holder:
    """Who holds a document's own claims: its authors by name, the document itself where it names none."""
    if not authors:
        return Holder(title or document_id, "author", f"document:{document_id}")
    return Holder(" and ".join(authors), "scholar", "+".join(f"scholar:{slug(author)}" for author in authors))


def unify(holders: Iterable[Holder], corrections: Sequence[Correction] = ()) -> Mapping[str, Holder]:
    """Holder id → the holder that it is over the corpus, for each of `holders`."""
    known = {holder.id: holder for holder in sorted(holders, key=lambda each: len(each.name))}  # "T." before "T"
    full = _full_names(holder for holder in known.values() if holder.type == "scholar" and "+" not in holder.id)
    found = {holder.id: full.get(holder.id, holder) for holder in known.values()}
    same = {each.target: each.value for each in corrections if each.kind == "holder"}
    return {
        one: known.get(same.get(one, ""), known.get(same.get(holder.id, ""), holder)) for one, holder in found.items()
    }


def _full_names(scholars: Iterable[Holder]) -> dict[str, Holder]:
    """Id → the fullest holder with the surname and initials that agree with it, where there is but one."""
    by_surname: dict[str, list[tuple[tuple[str, ...], Holder]]] = defaultdict(list)
    for scholar in scholars:
        names = tuple(NAMES.findall(scholar.name))
        if names:
            by_surname[slug(names[-1])].append((names[:-1], scholar))
    return {
        scholar.id: _fullest(given, scholar, bearers) for bearers in by_surname.values() for given, scholar in bearers
    }


def _fullest(given: tuple[str, ...], scholar: Holder, bearers: list[tuple[tuple[str, ...], Holder]]) -> Holder:
    fuller = [(names, other) for names, other in bearers if names != given and fits_in(given, names)]
    longest = max(fuller, key=lambda pair: sum(map(len, pair[0])), default=None)
    if longest is None or not all(fits_in(names, longest[0]) for names, _ in fuller):
        return scholar
    return longest[1]
