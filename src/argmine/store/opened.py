"""A database as a search has it open: found by row id, and what the indexes are built from; no more is imported."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from argmine.errors import NoCorpus, StoreError
from argmine.store.connection import FILE, Connection, writing_alone
from argmine.store.indexable import Indexable
from argmine.store.searched import Searched

_ANOTHER = "Name another folder with --corpus."


class Opened(Searched, Indexable):
    """One open database; a `Database` where documents are read, written or compared."""

    def __init__(self, folder: Path, connection: Connection, lock: ExitStack) -> None:
        self.folder = folder
        self._sql = connection
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, write: bool = False) -> Self:
        """Open `folder`/argmine.db; for writing it is made, brought to the present schema, and locked.

        Raises NoCorpus where there is nothing to read, WrongSchema for a database of another version or program,
        Locked while another process writes (only if `write`), StoreError for whatever else the file's system says.
        """
        path = folder / FILE
        if not write and not path.is_file():
            raise NoCorpus(f"There is no corpus in {folder}.", "Make one with `argmine ingest FOLDER`.")
        with ExitStack() as stack:
            if write:
                check_writable(folder)
                stack.enter_context(writing_alone(folder))
            connection = Connection(path, write=write)
            return cls(folder, connection, stack.pop_all())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let go of the lock."""
        with self._lock:
            self._sql.close()

    def generation(self) -> str:
        """A name for the present state of documents, claims and vectors, which the indexes carry; "0" at first."""
        return self._get("generation") or "0"

    def encoder(self) -> str | None:
        """The encoder of the vectors that were written last."""
        return self._get("encoder")

    def _get(self, key: str) -> str | None:
        found = self._sql.row("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0]) if found else None


def check_writable(folder: Path) -> None:
    """Make the folder of a corpus, if need be; StoreError where nothing can be written in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made: {error.strerror}.", _ANOTHER) from error
    if not os.access(folder, os.W_OK):
        raise StoreError(
            f"{folder} is read-only.", "Copy it to where you may write, or name another folder with --corpus."
        )
