"""The two indexes as caches of the database: built together, published together, refused when they do not belong.

`indexes.json` names the generation of the database and the encoder that the indexes were built from; they lie beside
it under names that carry that generation, `vectors-GENERATION.faiss` and `fulltext-GENERATION/`. Both are complete
before `indexes.json` is replaced, which is one rename: a rebuild that is killed leaves the old pair in force, and
readers never see one index of one state and one of another. What is no longer named is then removed.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmine.errors import StaleIndex, StoreError
from argmine.store.connection import REINDEX, writing_alone
from argmine.store.database import Database

if TYPE_CHECKING:
    from argmine.store.fulltext import FullTextIndex
    from argmine.store.vectors import VectorIndex

MANIFEST = "indexes.json"
FORM = 1
"""Raised when the way of building changes, so that older indexes are not taken for new ones."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a pair of indexes was built from, and by which form of these modules."""

    generation: str
    encoder: str
    claims: int
    form: int = FORM


@dataclass(frozen=True, slots=True)
class Indexes:
    """Both indexes of one state of the database."""

    vectors: VectorIndex
    fulltext: FullTextIndex


def open_indexes(database: Database, encoder: str) -> Indexes:
    """The indexes of `database`, for questions from `encoder`.

    Raises StaleIndex, with the command that mends it, if there are none, or if they are older than the database or
    hold vectors of another encoder.
    """
    from argmine.store.fulltext import FullTextIndex  # noqa: PLC0415 (faiss and tantivy are for searches only)
    from argmine.store.vectors import VectorIndex  # noqa: PLC0415

    built = _manifest(database.folder)
    if built.encoder != encoder:
        raise StaleIndex(f"The index of {database.folder} holds vectors of {built.encoder}, not of {encoder}.", REINDEX)
    if built.generation != database.generation() or built.form != FORM:
        raise StaleIndex(f"The index of {database.folder} is older than its database.", REINDEX)
    vectors, fulltext = _places(database.folder, built.generation)
    indexes = Indexes(VectorIndex.open(vectors), FullTextIndex.open(fulltext))
    if not built.claims == len(indexes.vectors) == len(indexes.fulltext):
        raise StaleIndex(f"The index of {database.folder} is not whole.", REINDEX)
    return indexes


def reindex(folder: Path, encoder: str) -> bool:
    """Build both indexes of `folder` from its database unless they are in order; whether there was anything to do.

    Raises Locked while another process writes, StaleIndex if some claims have no vector of `encoder`.
    """
    with writing_alone(folder), Database.open(folder) as database:
        stale = not _in_order(database, encoder)
        if stale:
            _build(database, encoder)
        _clean(database)
    return stale


def _in_order(database: Database, encoder: str) -> bool:
    try:
        open_indexes(database, encoder)
    except StaleIndex:
        return False
    return True


def _build(database: Database, encoder: str) -> None:
    from argmine.store.fulltext import FullTextIndex  # noqa: PLC0415 (as above)
    from argmine.store.vectors import VectorIndex  # noqa: PLC0415

    if missing := database.without_vector(encoder):
        raise StaleIndex(f"{missing} claims have no vector of {encoder}.", "Run `argmine ingest FOLDER` again.")
    folder, generation = database.folder, database.generation()
    vectors, fulltext = _places(folder, generation)
    try:
        _remove(fulltext)  # left by a rebuild that was killed
        VectorIndex.build(vectors, database.vectors(encoder))
        FullTextIndex.build(fulltext, database.searchable())
        _publish(folder, Built(generation, encoder, database.counts()["claims"]))
    except (OSError, RuntimeError, ValueError) as error:  # as faiss and tantivy report a full disk
        raise StoreError(
            f"The index of {folder} cannot be written: {error}.", "Make room and run `argmine index`."
        ) from error


def _clean(database: Database) -> None:
    """Remove what is no longer named, also by a rebuild that was killed."""
    folder = database.folder
    used = (*_places(folder, database.generation()), folder / MANIFEST)
    for pattern in ("vectors-*", "fulltext-*", f"{MANIFEST}*"):
        for path in folder.glob(pattern):
            if path not in used:
                _remove(path)


def _places(folder: Path, generation: str) -> tuple[Path, Path]:
    return folder / f"vectors-{generation}.faiss", folder / f"fulltext-{generation}"


def _manifest(folder: Path) -> Built:
    try:
        return Built(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise StaleIndex(f"{folder} has no index yet.", "Make it with `argmine index`.") from error
    except (OSError, ValueError, TypeError) as error:
        raise StaleIndex(f"{folder / MANIFEST} cannot be read.", REINDEX) from error


def _publish(folder: Path, built: Built) -> None:
    unfinished = folder / f"{MANIFEST}.tmp"
    unfinished.write_text(json.dumps(asdict(built)) + "\n", encoding="utf-8")
    unfinished.replace(folder / MANIFEST)


def _remove(path: Path) -> None:
    """Remove a file or folder if the system allows; what a search still maps on Windows goes with the next rebuild."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()
