"""`argmine correct`: what a person knows better."""

# Each command imports what it needs: a search must not wait for what gathers positions.
# ruff: noqa: PLC0415
from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from argmine.commands.options import Corpus, effective, remark
from argmine.types import OF_CLAIMS

if TYPE_CHECKING:
    from argmine.store import Database
    from argmine.types import Correction, CorrectionKind


class What(StrEnum):
    """What is put right."""

    RENAME = "rename"
    MERGE = "merge"
    MOVE = "move"
    SPLIT = "split"
    HOLDER = "holder"
    PROVISION = "provision"
    STANCE = "stance"
    HELD = "held"


def correct(
    what: Annotated[What, typer.Argument(help="What is put right; see the examples.")],
    target: Annotated[str, typer.Argument(help="Interpretation (rename, merge), holder, or claim (all others).")],
    value: Annotated[
        str, typer.Argument(help="The label, interpretation, holder, stance or provisions that are right.")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was put right of this target.")] = False,
    corpus: Corpus = None,
) -> None:
    """Put right what argmine found: readings, holders, and of single claims their provisions, stance and holder.

    `provision` takes one or several, or "none"; `stance` permits, prohibits, requires, limits, open or "none"; `held`
    a holder of the corpus, a State, a court, a new name, or "author". Ids are those that `argmine trace` and `argmine
    holder` show. What is put right outlives every ingest; given again it takes the place of the first.

    Examples: argmine correct rename "3f0c-10-90@OST:II" "No ownership of celestial bodies" ·
    argmine correct merge "3f0c-10-90@OST:II" "77ab-5-60@OST:II" · argmine correct move 3f0c-10-90 "77ab-5-60@OST:II" ·
    argmine correct split 3f0c-10-90 · argmine correct holder "S. Halvorsen" "Solveig Halvorsen" ·
    argmine correct provision 3f0c-10-90 "OST:II, OST:VI" · argmine correct stance 3f0c-10-90 limits ·
    argmine correct held 3f0c-10-90 Belgium · argmine correct held 3f0c-10-90 --undo
    """
    from argmine.intake import compare_all, gather
    from argmine.store import Database, reindex

    settings = effective(corpus)
    if not undo:
        with Database.open(settings.folder) as database:  # a slip is told before anybody is waited for
            correction = _correction(database, what, target, value)
    with Database.open(settings.folder, write=True) as database:
        afresh = None
        if undo:
            afresh = _undone(database, what, target)
        else:
            database.correct(correction)
        if what.value in OF_CLAIMS:
            compare_all(database)
        else:
            gather(database, afresh)
    if what.value in OF_CLAIMS:
        reindex(settings.folder, settings.encoder)
    remark(f"{what.value}: {'taken back' if undo else 'kept'}, and positions are gathered anew.")


def _undone(database: Database, what: What, target: str) -> str | None:
    """Take a correction back; the claim or the interpretation that must be gathered afresh for it."""
    if what.value in OF_CLAIMS:
        undone = database.take_back(what.value, database.claim(target).id)
        return None if undone else _nothing(what, target)
    kind: CorrectionKind = "move" if what in (What.MOVE, What.SPLIT) else what.value  # type: ignore[assignment]
    name = _corrected(database, target) if what is What.HOLDER else target
    undone = database.undo(kind, name)
    if undone is None:
        _nothing(what, target)
    return {"merge": undone.value, "move": undone.target}.get(kind)


def _nothing(what: What, target: str) -> NoReturn:
    from argmine.errors import QueryError

    raise QueryError(f"Nothing was put right by `{what.value}` of {target!r}.", "Give the target as it was given.")


def _corrected(database: Database, words: str) -> str:
    """The id of a holder who has become another, by his id or the words in it."""
    ids = [each.target for each in database.corrections() if each.kind == "holder"]
    wanted = re.findall(r"\w+", words.casefold())
    return next((each for each in ids if each == words or all(word in each.casefold() for word in wanted)), words)


def _correction(database: Database, what: What, target: str, value: str) -> Correction:
    from argmine.types import Correction
    from argmine.view.answers.byhand import of_claim

    if what.value in OF_CLAIMS:
        return of_claim(database, what.value, target, _given(what, value))
    if what is What.HOLDER:
        return Correction("holder", database.holder(target).id, database.holder(_given(what, value)).id)
    if what is What.SPLIT:
        return Correction("move", _claim(database, target), target)
    if what is What.MOVE:
        return Correction("move", _claim(database, target), _reading(database, _given(what, value)))
    if what is What.MERGE:
        return Correction(
            "merge", *_of_one_provision(_reading(database, target), _reading(database, _given(what, value)))
        )
    return Correction("rename", _reading(database, target), _given(what, value))


def _of_one_provision(one: str, other: str) -> tuple[str, str]:
    from argmine.errors import QueryError
    from argmine.view.answers.byhand import mismatch

    if fault := mismatch(one, other):
        raise QueryError(f"{fault.capitalize()}.", "Name two readings of one provision.")
    return one, other


def _given(what: What, value: str) -> str:
    from argmine.errors import QueryError

    if not value:
        raise QueryError(f"`argmine correct {what.value}` needs two things.", "`argmine correct --help` has examples.")
    return value


def _reading(database: Database, words: str) -> str:
    from argmine.errors import QueryError

    if words not in set(database.belonging().values()):
        raise QueryError(f"There is no interpretation {words!r}.", "`argmine holder NAME` shows their ids.")
    return words


def _claim(database: Database, words: str) -> str:
    from argmine.errors import QueryError

    if words not in {claim for claim, _ in database.belonging()}:
        raise QueryError(f"No claim {words!r} stands in an interpretation.", "`argmine trace PROVISION` shows claims.")
    return words
