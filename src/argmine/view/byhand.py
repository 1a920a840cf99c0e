"""Corrections of claims as people type them, and all corrections as records that can be kept and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from argmine.errors import QueryError
from argmine.resolve.actors import known, slug
from argmine.store import Database
from argmine.types import AUTHOR, Correction, CorrectionKind, Holder, Stance
from argmine.view.question import parse_provision

_NONE = "none"
_OF_CLAIMS = ("provision", "stance", "held")


def of_claim(database: Database, kind: str, claim: str, value: str) -> Correction:
    """What is right of a claim: of its provisions, its stance, or who holds it.

    Raises:
        QueryError: there is no such claim, provision or stance.
    """
    row = database.claim(claim)
    if kind == "provision":
        given = [] if value == _NONE else [parse_provision(each) for each in value.split(",") if each.strip()]
        found: list[Any] = [[each.instrument, list(each.path)] for each in given]
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
        valid = valid and (found.kind not in _OF_CLAIMS or _is_value(found.kind, json.loads(found.value)))
    except (ValueError, TypeError, KeyError, AttributeError):
        valid = False
    if not valid:
        raise QueryError(f"{place}: no correction.", "Give what `argmine corrections -f jsonl` wrote.")
    return found


def _is_value(kind: str, value: object) -> bool:
    """Whether this is what a correction of a claim holds."""
    if not isinstance(value, list):
        return False
    if kind == "stance":
        return len(value) == 1 and value[0] in (*get_args(Stance), None)
    if kind == "held":
        return len(value) == 4 and all(isinstance(part, str) for part in value)
    return all(
        isinstance(each, list) and len(each) == 2 and isinstance(each[0], str) and isinstance(each[1], list)
        and all(isinstance(part, str) for part in each[1])
        for each in value
    )  # fmt: skip


def _stance(value: str) -> str | None:
    if value not in (*get_args(Stance), _NONE):
        raise QueryError(f"{value!r} is no stance.", f"Write one of: {', '.join((*get_args(Stance), _NONE))}.")
    return None if value == _NONE else value


def _holder(database: Database, name: str) -> Holder:
    """Somebody of the corpus, else a State, court or organ of the registry, else a scholar of that name."""
    exact = [each for each in database.holders() if name.casefold() in (each.name.casefold(), each.id.casefold())]
    return next(iter(exact), None) or known(name) or Holder(name, "scholar", f"scholar:{slug(name)}")
