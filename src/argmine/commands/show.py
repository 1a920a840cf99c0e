"""`argmine show`, `argmine status`, `argmine instruments`: what the database holds and argmine knows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from argmine.commands.options import Corpus, Format, OutputFormat, console, effective, remark, write_records

# Each command imports what it needs: a search must not wait for what reads documents.
# ruff: noqa: PLC0415


def show(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="As search and trace print it, or its beginning.")
    ],
    form: OutputFormat = Format.TABLE,
    corpus: Corpus = None,
) -> None:
    """Show one claim: its paragraph, holder, provisions with their evidence, authorities; or one passage.

    Examples: argmine show 3fa9c1d2e4b7-1042-1180 · argmine show 3fa9c1d2e4b7-1042-1180 -f md
    """
    from argmine.store import ClaimRow, Database

    with Database.open(effective(corpus).folder) as database:
        found = database.passage(claim_id)
        document = database.document(found.document_id)
    if form in (Format.JSONL, Format.CSV):
        from argmine.view.exports.records import passage_record

        write_records([passage_record(found)], form)
        return
    if form is Format.MD:
        from argmine.view.shown.markdown import sentence_as_markdown

        print(sentence_as_markdown(found, document), end="")
        return
    from argmine.view.shown.terminal import show_claim, show_passage

    if isinstance(found, ClaimRow):
        show_claim(found, document, console())
    else:
        show_passage(found, document, console())


def status(
    quality: Annotated[bool, typer.Option("--quality", help="The documents that were not read well, and why.")] = False,
    corpus: Corpus = None,
) -> None:
    """Show what the database holds, how well it was read, and which sources could not be read.

    Examples: argmine status · argmine status --quality
    """
    from argmine.store import Database
    from argmine.view.shown.terminal import show_counts
    from argmine.view.shown.triage import show_failures, show_grades, summary

    settings = effective(corpus)
    with Database.open(settings.folder) as database:
        if quality:
            show_grades(database.documents_to_look_at(), console())
            return
        counts: dict[str, int | str] = {"database": str(settings.folder), "encoder": database.encoder() or "none"}
        grades = database.grades()
        counts.update(database.counts())
        counts.update({f"read: {grade}": count for grade, count in grades.items()})
        failures = database.failures()
    show_counts(counts, console())
    if line := summary(grades):
        console().print(line)
    show_failures(failures, console())


def instruments(
    code: Annotated[str | None, typer.Argument(help="One of them, with its articles.")] = None,
    add: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Register the instrument whose text this is, under CODE.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="Its date, where the text does not say it: 1967-01-27.")
    ] = None,
) -> None:
    """List the treaties and other instruments that argmine knows, or the articles of one; or add one of your own.

    Added ones go into the folder of your own knowledge (`knowledge` in argmine.toml, or ARGMINE_KNOWLEDGE) as a file
    that may be mended by hand; what was read before is read again at the next ingest.

    Examples: argmine instruments · argmine instruments OST · argmine instruments LAGRANGE --add treaty.pdf --date 2031
    """
    from argmine.view.shown.registry import show_articles, show_instruments

    effective(None)  # a user's own are among them
    if add is not None:
        remark(f"{_added(add, code, date)}: written.")
    elif code is None:
        show_instruments(console())
    else:
        show_articles(code, console())


def _added(text: Path, code: str | None, date: str | None) -> Path:
    from argmine.commands.reading import read_confined
    from argmine.errors import QueryError
    from argmine.intake.registering import add_instrument

    if code is None:
        raise QueryError("An instrument needs a code.", "argmine instruments CODE --add FILE.")
    return add_instrument(read_confined(text), code, date)
