"""The SQLite file: opening, migrations, transactions, the one writer. The only module that imports sqlite3.

The journal is a write-ahead log: a search never waits for an ingest, and after a clean close one file is left. A
process killed at any moment leaves the last committed state, which the next opening recovers.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from argmine.errors import Damaged, Locked, NoCorpus, OlderSchema, StoreError, WrongSchema

FILE = "argmine.db"
LOCK = "argmine.lock"
"""Held while something is written."""
INGEST = "ingest.lock"
"""Held while an ingest lasts, most of which is reading: two of one corpus would read the same."""
PATIENCE = 10.0
"""Seconds for which one who writes waits for another; an ingest writes a document in a fraction of one."""
_LOOKS = 0.05
_MIGRATIONS = Path(__file__).with_name("migrations")
MIGRATIONS = tuple(sorted(script.name for script in _MIGRATIONS.glob("*.sql")))
"""Each is named for the version to which it brings a database (PRAGMA user_version), and stands in its place."""
APPLICATION = 0x41524D4E
_STAMPS = """
SELECT user_version, application_id, EXISTS (SELECT 1 FROM sqlite_master)
FROM pragma_user_version, pragma_application_id
"""
REINDEX = "Rebuild it with `argmine index`."
_REBUILD = "It can be rebuilt from the sources: delete it and run `argmine ingest FOLDER`."


class Connection:
    """One open database; whatever SQLite reports leaves as a StoreError that names the file.

    A connection for reading sees one state of the database from its opening to its closing.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        with _reported(path):
            self._sql = sqlite3.connect(address(path, write=write), uri=True, isolation_level=None)
        try:
            self._prepare(write)
        except BaseException:
            self.close()
            raise

    def _prepare(self, write: bool) -> None:
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA trusted_schema = OFF")
        if write:
            self._check_version(oldest=0)
            self.run("PRAGMA journal_mode = WAL")
            self.run("PRAGMA synchronous = NORMAL")  # a power cut may undo the last commits, never damage the file
            self._migrate()
            return
        self.run("PRAGMA query_only = ON")
        self.look_again()

    def look_again(self) -> None:
        """Of a connection for reading: see the present state of the database from now on."""
        self.let_go()
        self.run("BEGIN")
        self._check_version(oldest=len(MIGRATIONS))

    def let_go(self) -> None:
        """Of a connection for reading: see no state, so that a writer need not keep one for it."""
        if self._sql.in_transaction:
            self.run("ROLLBACK")

    def _version(self) -> int:
        return int(self.rows("PRAGMA user_version")[0][0])

    def _check_version(self, oldest: int) -> None:
        known = len(MIGRATIONS)
        version, application, tables = self.row(_STAMPS)
        if tables and application != APPLICATION:
            raise WrongSchema(f"{self.path} is not a database of argmine.", "Name another folder.")
        if version > known:
            raise WrongSchema(
                f"{self.path} has schema {version}; this argmine knows up to {known}.", "Use a newer argmine."
            )
        if version == 0 and oldest:
            raise NoCorpus(f"{self.path} is empty.", "Fill it with `argmine ingest FOLDER`.")
        if version < oldest:
            raise OlderSchema(f"{self.path} has the older schema {version}.", "`argmine index` brings it up.")

    def _migrate(self) -> None:
        for number, name in enumerate(MIGRATIONS, start=1):
            if number > self._version():
                script = (_MIGRATIONS / name).read_text(encoding="utf-8")
                with _reported(self.path):
                    self._sql.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of a query, as tuples."""
        with _reported(self.path):
            return self._sql.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """The first row of a query, or None."""
        with _reported(self.path):
            return self._sql.execute(sql, parameters).fetchone()

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Execute one statement; the row id that an INSERT made."""
        with _reported(self.path):
            return self._sql.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row."""
        with _reported(self.path):
            self._sql.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._sql.rollback()
            raise

    def close(self) -> None:
        """Close; the last one to close folds the write-ahead log into the file."""
        with _reported(self.path):
            self._sql.close()


@contextmanager
def writing_alone(folder: Path, patience: float = PATIENCE, file: str = LOCK) -> Iterator[None]:
    """Hold `folder` for one writer; Locked if another has it still after so many seconds.

    SQLite's own exclusive lock on an empty file beside the database: the same on every system, and the system frees it
    when the process dies. The file stays, since removing a lock file would let two writers in.
    """
    if not folder.is_dir():
        raise NoCorpus(f"There is no folder {folder}.", "Make it with `argmine ingest FOLDER`.")
    path = folder / file
    with _reported(path):
        lock = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        with _reported(path):
            _hold(lock, monotonic() + patience)
        yield
    finally:
        lock.close()


def _hold(lock: sqlite3.Connection, until: float) -> None:
    """Look again and again until nobody else has it; SQLite would wait as well, but be deaf to Ctrl-C."""
    while True:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if monotonic() >= until or not _is_held(error):
                raise
            sleep(_LOOKS)
        else:
            return


def _is_held(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def address(path: Path, *, write: bool) -> str:
    """A database as SQLite's URI. A folder that cannot be written to is read as it lies, without a log beside it."""
    if write:
        mode = "rwc"
    elif os.access(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists():
        mode = "rw"
    else:
        mode = "ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if _is_held(error):
            raise Locked(
                f"{path} is held by another argmine that is writing.", "Wait until it ends, or end it."
            ) from error
        name = getattr(error, "sqlite_errorname", "")
        hint = _REBUILD if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) else ""
        raise StoreError(f"{path}: {error}.", hint) from error
    except UnicodeEncodeError as error:
        near = error.object[max(error.start - 20, 0) : error.end + 20]
        raise Damaged(f"Half a character, which no text can hold, in {near!r}.") from error
