"""Run as a process: do what an ingest does with the store, and die at the n-th call of a function.

    python -m store.ingest_and_die FOLDER N [large]

With "large" the corpus counts as a large one, whose indexes are changed and not built anew.

N = 0 lives to the end and prints how many calls there were. The calls are those of Python and of C, so death may come
before and after each statement of SQLite and each operation on a file.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from pathlib import Path

from argmine.store import Database, reindex
from argmine.store.indexes import fulltext, vectors
from argmine.store.indexes import publishing as indexes

from .material import ENCODER, Result, paper, write

OLDER = (paper(8, path="a.txt"), paper(9, path="gone.txt"))
FOUND = (paper(1, path="a.txt"), paper(2, path="b.txt"), paper(1, path="copy.txt"), paper(3, path="d.txt"))
HEAVY = (fulltext, vectors)  # imported here, since an import is many calls


def ingest(folder: Path) -> None:
    """Bring the store from OLDER to FOUND and one failure, in order, doing only what is not yet done."""
    with Database.open(folder, write=True) as database:
        known = database.known()
        database.forget([path for path in ("gone.txt",) if path in known])
        for result in FOUND:
            _ingest_one(database, result)
        if "scan.pdf" not in known:
            database.fail("scan.pdf", "abc", "extract", "No text layer.", "Run OCR.", "r1")
    reindex(folder, ENCODER)


def _ingest_one(database: Database, result: Result) -> None:
    source, known = result[0].source, database.known()
    if source.path in known and known[source.path].sha256 == source.sha256:
        return
    if source.sha256 in {other.sha256 for other in known.values()}:
        database.link_source(source.path, source.sha256, result[0].id)
        return
    database.write(*result, ENCODER)


def prepare(folder: Path) -> None:
    """The state before."""
    write(folder, *OLDER)
    reindex(folder, ENCODER)


def main(folder: Path, last: int) -> None:
    """Ingest into a folder that `prepare` has made, and die at the call numbered `last`."""
    calls = itertools.count(1)

    def count(_frame: object, event: str, _argument: object) -> None:
        if event in ("call", "c_call", "c_return") and next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    ingest(folder)
    sys.setprofile(None)
    print(next(calls))


if __name__ == "__main__":
    if sys.argv[3:] == ["large"]:
        indexes.SMALL, indexes._GONE = 0, 1.0
    main(Path(sys.argv[1]), int(sys.argv[2]))
