"""`argmine drop`: a document out of the corpus."""

# ruff: noqa: PLC0415
from __future__ import annotations

from typing import Annotated

import typer

from argmine.commands.options import Corpus, effective, remark


def drop(
    document: Annotated[
        str, typer.Argument(help="Its id, path, address, file name or title; also a source that could not be read.")
    ],
    corpus: Corpus = None,
) -> None:
    """Take a document out of the corpus: its claims, links, positions, and its place in the indexes.

    The file itself stays. To undo it, ingest it again; an ingest of its folder reads it again, too.

    Examples: argmine drop 3fa9c1d2e4b7 · argmine drop papers/draft.pdf · argmine drop https://example.org/gone.pdf
    """
    from argmine.intake import drop as forget
    from argmine.store import Database, reindex

    settings = effective(corpus)
    with Database.open(settings.folder, write=True) as database:
        paths = forget(database, document)
    reindex(settings.folder, settings.encoder)
    remark(f"Dropped: {', '.join(paths)}.")
