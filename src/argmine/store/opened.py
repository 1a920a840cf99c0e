"""A database as a search has it open: found by row id, and what the indexes are built from; no more is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from threading import get_ident
from typing import Self

from argmine.errors import NoCorpus, StoreError
from argmine.store.claims.indexable import Indexable
from argmine.store.claims.searched import Searched
from argmine.store.connection import FILE, INGEST, PATIENCE, Connection, address, writing_alone

_ANOTHER = "Name another folder with --corpus."


class Opened(Searched, Indexable):
    """One open database; a `Database` where documents are read, written or compared."""

    def __init__(self, folder: Path, connection: Connection, lock: ExitStack) -> None:
        self.folder = folder
        self._sql = connection
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, write: bool = False, patience: float = PATIENCE) -> Self:
        """Open `folder`/argmine.db; for writing it is made, brought to the present schema, and locked.

        Raises NoCorpus where there is nothing to read, WrongSchema for a database of another version or program,
        Locked where another process writes for more than `patience` seconds (only if `write`),
        StoreError for whatever else the file's system says.
        """
        path = folder / FILE
        if not write and not path.is_file():
            raise NoCorpus(f"There is no corpus in {folder}.", "Make one with `argmine ingest FOLDER`.")
        with ExitStack() as stack:
            if write:
                check_writable(folder)
                stack.enter_context(writing_alone(folder, patience))
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

    def look_again(self) -> None:
        """See the present state from now on (where it is open for reading)."""
        self._sql.look_again()

    def let_go(self) -> None:
        """See no state until `look_again` (where it is open for reading)."""
        self._sql.let_go()

    def generation(self) -> str:
        """A name for the present state of documents, claims and vectors, which the indexes carry; "0" at first."""
        return self._get("generation") or "0"

    def encoder(self) -> str | None:
        """The encoder of the vectors that were written last."""
        return self._get("encoder")

    def _get(self, key: str) -> str | None:
        found = self._sql.row("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0]) if found else None


@contextmanager
def kept_open(folder: Path) -> Iterator[Opened]:
    """The present state of a database, for one question; a process that asks often opens it once.

    To open one and to read its schema takes a sixth of a search. Raises what `Opened.open` does.
    """
    path = folder / FILE
    found = path.stat() if path.is_file() else None
    file = (found.st_ino, found.st_mtime_ns) if found else None
    database = _kept(folder, address(path, write=False), file, os.getpid(), get_ident())
    database.look_again()
    try:
        yield database
    finally:
        database.let_go()


@lru_cache(maxsize=1)  # a file that was replaced, a forked process and another thread have a connection of their own
def _kept(folder: Path, _address: str, _file: tuple[int, int] | None, _process: int, _thread: int) -> Opened:
    return Opened.open(folder)


def ingesting_alone(folder: Path) -> AbstractContextManager[None]:
    """Be the only ingest of a corpus, beside which others may search it and put right what they find."""
    check_writable(folder)
    return writing_alone(folder, 0, INGEST)


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
