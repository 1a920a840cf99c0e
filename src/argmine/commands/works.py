"""argmine cites, argmine authorities, argmine works."""

# ruff: noqa: PLC0415
from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmine.commands.options import Corpus, console, effective, many, remark, write_records

if TYPE_CHECKING:
    from argmine.settings import Settings
    from argmine.types import Work


Words = Annotated[
    list[str] | None, typer.Argument(metavar="WORK", help="Words of its authors and title, its id, or one of its keys.")
]
Named = Annotated[list[str], typer.Argument(metavar="WORK", help="Words of its authors and title, its id, or a key.")]


class Form(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


OutputForm = Annotated[Form, typer.Option("--format", "-f", help="table for people, jsonl or csv for programs.")]
Provision = Annotated[str, typer.Argument(help='OST:II, "Art. II OST", "Outer Space Treaty, article 2", OST.')]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="Works at most; 0 shows all.")]
Key = Annotated[
    str | None, typer.Option("--apart", metavar="KEY", help="Undo a join: this key joins nothing any more.")
]
Again = Annotated[str | None, typer.Option("--join", metavar="KEY", help="Let a key join again that was kept apart.")]
Same = Annotated[
    str | None, typer.Option("--same-as", metavar="ID", help="The work named first is the one with this id.")
]


def cites(words: Named, form: OutputForm = Form.TABLE, corpus: Corpus = None) -> None:
    """Show who cites a work, where, for which claim.

    Examples: argmine cites Castellane Commons · argmine cites "610 unts 205" -f jsonl
    """
    from argmine.view.answers.authorities import cites as gather
    from argmine.view.exports.cited import citing_record
    from argmine.view.shown.works import show_cites

    settings = effective(corpus)
    _tell_lag(settings)
    row, places = gather(settings, " ".join(words))
    if form is Form.TABLE:
        show_cites(row, places, console())
    else:
        write_records(map(citing_record, places), form)


def authorities(provision: Provision, limit: Limit = 20, form: OutputForm = Form.TABLE, corpus: Corpus = None) -> None:
    """Show the works on which readings of a provision rest, the most relied on first.

    Examples: argmine authorities OST:II · argmine authorities MOON:11 -n 5 -f csv
    """
    from argmine.view.answers.authorities import authorities as gather
    from argmine.view.answers.question import parse_provision
    from argmine.view.exports.cited import authority_record
    from argmine.view.shown.works import show_authorities

    settings = effective(corpus)
    rows = gather(settings, parse_provision(provision))[: many(limit)]
    _tell_lag(settings)
    if form is Form.TABLE:
        show_authorities(rows, console())
    else:
        write_records((authority_record(row, claims) for row, claims in rows), form)


def works(
    words: Words = None, apart: Key = None, join: Again = None, same_as: Same = None, limit: Limit = 20,
    corpus: Corpus = None,
) -> None:  # fmt: skip
    """List works with what joined their citations; undo a join, or make one, by hand.

    Examples: argmine works Castellane · argmine works --apart "lind: law ice, 2019" ·
    argmine works 3f0c2a9be114 --same-as 77ab01c9d2e3
    """
    from argmine.view.answers.authorities import works as gather
    from argmine.view.shown.works import show_works

    settings, name = effective(corpus), " ".join(words or ())
    if apart or join or same_as:
        remark(_correct(settings, apart, join, (name, same_as) if same_as else None))
    else:
        show_works(gather(settings, name), console(), many(limit))
        _tell_lag(settings)


def _tell_lag(settings: Settings) -> None:
    """On stderr, beside results of any format."""
    from argmine.view.answers.authorities import lag_of_works

    if behind := lag_of_works(settings):
        remark(behind)


def _correct(settings: Settings, apart: str | None, join: str | None, same: tuple[str, str] | None) -> str:
    from argmine.intake import gather_works
    from argmine.store import Database
    from argmine.types import Correction

    with Database.open(settings.folder, write=True) as database:
        if same:
            one, other = (_key(database.work(words).work) for words in same)
            database.correct(Correction("work", one, other))
        if apart:
            database.keep_apart(_known(apart, (key for row in database.works() for key in row.work.keys), "work has"))
        if join:
            database.join_again(_known(join, database.kept_apart(), "join was undone for"))
        gather_works(database)
        return f"{sum(1 for _ in database.works()):,} works."


def _known(key: str, keys: Iterable[str], where: str) -> str:
    from argmine.errors import QueryError

    if key not in keys:
        raise QueryError(f"No {where} the key '{key}'.", "argmine works WORDS lists works with their keys.")
    return key


def _key(work: Work) -> str:
    from argmine.errors import QueryError

    if not work.keys:
        raise QueryError(f"The work {work.id} has no key.", "Only works with an identifier or a title can be joined.")
    return work.keys[0]
