"""Corrections of claims as people type them, and all corrections as records that can be kept and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from argmine.errors import QueryError
from argmine.knowledge.registry import instrument
from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import known
from argmine.store import Database
from argmine.types import AUTHOR, OF_CLAIMS, AttributionKind, Correction, CorrectionKind, Holder, HolderType, Stance
from argmine.view.answers.question import parse_provision

_NONE = "none"
_NO_CORRECTION = "no correction"


def of_claim(database: Database, kind: str, claim: str, value: str) -> Correction:
    """What is right of a claim: of its provisions, its stance, or who holds it.

    Raises:
        QueryError: there is no such claim, provision or stance.
    """
    row = database.claim(claim)
    if kind == "provision":
        found: list[Any] = _provisions(value)
    elif kind == "stance":
        found = [_stance(value)]
    else:
        holder = AUTHOR if value == AUTHOR.name else _holder(database, value)
        heard = "reported" if row.attribution == "own" else row.attribution
        found = [holder.name, holder.type, holder.id, "own" if holder == AUTHOR else heard]
    return Correction(kind, row.id, json.dumps(found, ensure_ascii=False))  # type: ignore[arg-type]


def records(corrections: Iterable[Correction]) -> Iterator[dict[str, str]]:
    """Corrections with the agreed keys."""
    return ({"kind": each.kind, "target": each.target, "value": each.value} for each in corrections)


def corrections_of(lines: Iterable[str], name: str) -> list[Correction]:
    """Corrections from lines of JSON, as `records` has them.

    Raises:
        QueryError: a line is none; nothing of the file is to be believed then.
    """
    return [_correction(line, f"{name}, line {number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _correction(line: str, place: str) -> Correction:
    try:
        row = json.loads(line)
        found = Correction(row["kind"], row["target"], row["value"])
        valid = found.kind in get_args(CorrectionKind) and all(isinstance(one, str) for one in row.values())
        fault = _fault(found) if valid else _NO_CORRECTION
    except (ValueError, TypeError, KeyError, AttributeError):
        fault = _NO_CORRECTION
    if fault:
        raise QueryError(f"{place}: {fault}.", "Give what `argmine corrections -f jsonl` wrote.")
    return found


def _fault(correction: Correction) -> str | None:
    """What is wrong with a correction that somebody wrote, in words."""
    if correction.kind == "merge":
        return mismatch(correction.target, correction.value)
    if correction.kind not in OF_CLAIMS:
        return None
    value = json.loads(correction.value)
    if not isinstance(value, list) or not _is_value(correction.kind, value):
        return _NO_CORRECTION
    faults = (_unknown(code, path) for code, path in (value if correction.kind == "provision" else ()))
    return next(filter(None, faults), None)


def mismatch(one: str, other: str) -> str | None:
    """Why two interpretations cannot be merged, in words."""
    if one == other:
        return "it is merged with itself"
    return None if one.rpartition("@")[2] == other.rpartition("@")[2] else "they are readings of two provisions"


def _is_value(kind: str, value: list[Any]) -> bool:
    """Whether this is what a correction of a claim holds."""
    if kind == "stance":
        return len(value) == 1 and value[0] in (*get_args(Stance), None)
    if kind == "held":
        name, holder_type, identity, attribution = value
        sound = holder_type in get_args(HolderType) and attribution in get_args(AttributionKind)
        return sound and all(isinstance(part, str) and part.strip() for part in (name, identity))
    return all(isinstance(code, str) and isinstance(path, list) and all(map(_is_part, path)) for code, path in value)


def _is_part(part: object) -> bool:
    return isinstance(part, str) and bool(part.strip())


def _unknown(code: str, path: list[str]) -> str | None:
    """What the registry lacks of a provision, in words: the instrument, or the article by that number."""
    known = instrument(code)
    if known is None:
        return f"no instrument has the code {code!r}"
    article = known.article(path[0]) if path else None
    has = not path or (article is not None and article.number == path[0])
    return None if has else f"{code} has no {known.unit} {path[0]}"


def _provisions(value: str) -> list[Any]:
    """What a user typed: provisions with commas between them, or that there is none."""
    given = [each for each in value.split(",") if each.strip()]
    if not given:
        raise QueryError("No provision is given.", f'Write OST:II, or "OST:II, OST:VI", or "{_NONE}".')
    found = [] if value == _NONE else [parse_provision(each) for each in given]
    return [[each.instrument, list(each.path)] for each in found]


def _stance(value: str) -> str | None:
    if value not in (*get_args(Stance), _NONE):
        raise QueryError(f"{value!r} is no stance.", f"Write one of: {', '.join((*get_args(Stance), _NONE))}.")
    return None if value == _NONE else value


def _holder(database: Database, name: str) -> Holder:
    """Somebody of the corpus, else a State, court or organ of the registry, else a scholar of that name."""
    exact = [each for each in database.holders() if name.casefold() in (each.name.casefold(), each.id.casefold())]
    return next(iter(exact), None) or known(name) or Holder(name, "scholar", f"scholar:{slug(name)}")
