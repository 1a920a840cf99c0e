"""The indexes as caches of the database: built together, published together, refused when they do not belong.

A published state of the indexes is a folder, `index-GENERATION`, named for the state of the database that it was built
from, and `indexes.json` names the one in force. A new folder is complete before that file is replaced, which is one
rename: a process that is killed leaves the old folder in force, and readers never see one index of one state and one of
another. What is no longer named is then removed; a search that has it open goes on with it.

    vectors.faiss    the vectors of the sentences up to some row id
    newer.faiss      those of the sentences after it
    fulltext/        their words
    facets.npy       by what they can be told apart; also which of them are still there
    postings.*       which of them are on a provision, and of a holder

A small change of a large corpus makes the new folder out of the old one: what stays the same is a hard link, and what
is new stands beside it. When much has changed, all is built anew, so that nothing grows without end.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from argmine.errors import StaleIndex, StoreError, Unwritable
from argmine.store.connection import PATIENCE, REINDEX, writing_alone
from argmine.store.opened import Opened, check_writable
from argmine.whole import whole

if TYPE_CHECKING:
    from argmine.store.indexes.facets import Facets
    from argmine.store.indexes.fulltext import FullTextIndex
    from argmine.store.indexes.postings import Postings
    from argmine.store.indexes.vectors import VectorIndex

MANIFEST = "indexes.json"
FORM = 3
"""Raised when the way of building changes, so that older indexes are not taken for new ones."""
SMALL = 20_000
"""A corpus of up to so many sentences is indexed anew at each change, which takes a second or two."""
NEWER = 50_000
"""So many sentences may stand in `newer.faiss`, all of which a search compares."""
_GONE = 0.2
"""So large a share of `vectors.faiss` may be of sentences that are gone, over which a search steps."""


@dataclass(frozen=True, slots=True)
class Built:
    """What indexes were built from: a state of the database, an encoder; and by which form of these modules.

    `settled` is the last row id in `vectors.faiss`.
    """

    generation: str
    encoder: str
    sentences: int
    settled: int
    form: int = FORM


@dataclass(frozen=True, slots=True)
class Indexes:
    """The indexes of one state of the database; `current` tells whether that is its present one."""

    vectors: VectorIndex
    fulltext: FullTextIndex
    facets: Facets
    postings: Postings
    built: Built
    current: bool

    @property
    def holds_gone(self) -> bool:
        """Whether there are vectors of sentences that are gone."""
        return len(self.vectors) > self.built.sentences


def open_indexes(database: Opened, encoder: str) -> Indexes:
    """The indexes of `database` as they were last published, for questions from `encoder`.

    Raises StaleIndex, with the command that mends it, if there are none, if they hold vectors of another encoder or
    were made by another version.
    """
    built = _manifest(database.folder)
    try:
        return _opened(database, built, encoder)
    except StaleIndex:
        newer = _manifest(database.folder)
        if newer == built:
            raise
        return _opened(database, newer, encoder)  # the folder was replaced between the two looks at it


def _opened(database: Opened, built: Built, encoder: str) -> Indexes:
    if built.encoder != encoder:
        reason = f"The index of {database.folder} holds vectors of {built.encoder}, not of {encoder}."
        raise StaleIndex(
            reason, f"Ask with --encoder {built.encoder}, or run `argmine ingest` with --encoder {encoder}."
        )
    published = (database.folder / MANIFEST).stat()
    mapped = _mapped(database.folder.absolute(), built, (published.st_ino, published.st_mtime_ns), os.getpid())
    return Indexes(*mapped, built, built.generation == database.generation())


@lru_cache(maxsize=1)  # a process that asks often opens once; another publication is another manifest
def _mapped(
    folder: Path, built: Built, _published: tuple[int, int], _process: int
) -> tuple[VectorIndex, FullTextIndex, Facets, Postings]:
    from argmine.store.indexes.facets import Facets  # noqa: PLC0415 (numpy, faiss and tantivy are for searches only)
    from argmine.store.indexes.fulltext import FullTextIndex  # noqa: PLC0415
    from argmine.store.indexes.postings import Postings  # noqa: PLC0415
    from argmine.store.indexes.vectors import VectorIndex  # noqa: PLC0415

    place = _place(folder, built.generation)
    vectors = VectorIndex.open(place / "vectors.faiss", place / "newer.faiss")
    fulltext, facets = FullTextIndex.open(place / "fulltext"), Facets.open(place / "facets.npy")
    if len(fulltext) != built.sentences or len(vectors) < built.sentences:
        raise StaleIndex(f"The index of {folder} is not whole.", REINDEX)
    return vectors, fulltext, facets, Postings.open(place)


def reindex(folder: Path, encoder: str, patience: float = PATIENCE) -> bool:
    """Bring the indexes of `folder` up to its database unless they are in order; whether there was anything to do.

    Raises Locked where another process writes for more than `patience` seconds, StaleIndex
    if some claims have no vector of `encoder`.
    """
    if folder.is_dir():
        check_writable(folder)
    with writing_alone(folder, patience), Opened.open(folder) as database:
        published = _published(database, encoder)
        stale = published is None or not published.current
        if stale:
            _renew(database, encoder, published)
        _clean(database)
    return stale


def _published(database: Opened, encoder: str) -> Indexes | None:
    try:
        return open_indexes(database, encoder)
    except StaleIndex:
        return None


def _renew(database: Opened, encoder: str, published: Indexes | None) -> None:
    from argmine.store.indexes.postings import Postings  # noqa: PLC0415 (as above)

    if missing := database.without_vector(encoder):
        raise StaleIndex(f"{missing} sentences have no vector of {encoder}.", "Run `argmine ingest FOLDER` again.")
    folder = database.folder
    place = _place(folder, database.generation())
    try:
        _remove(place)  # left by a process that was killed
        place.mkdir()
        extended = None if published is None else _extend(database, encoder, published, place)
        Postings.write(place, database.listed())
        _publish(folder, extended or _build(database, encoder, place))
    except (OSError, Unwritable, RuntimeError, ValueError) as error:  # as faiss and tantivy report a full disk
        raise StoreError(
            f"The index of {folder} cannot be written: {error}.", "Make room and run `argmine index`."
        ) from error


def _build(database: Opened, encoder: str, place: Path) -> Built:
    """All indexes from the database alone."""
    from argmine.store.indexes import vectors  # noqa: PLC0415 (as above)
    from argmine.store.indexes.facets import Facets  # noqa: PLC0415
    from argmine.store.indexes.fulltext import FullTextIndex  # noqa: PLC0415

    number = len(database.present())
    wanted = vectors.TRAINING * vectors.lists(number) if number > vectors.FLAT else 0
    sample = database.some_vectors(encoder, max(number // wanted, 1)) if wanted else None
    vectors.VectorIndex.build(place / "vectors.faiss", database.vectors(encoder), sample)
    vectors.VectorIndex.build(place / "newer.faiss", ())
    FullTextIndex.build(place / "fulltext", database.searchable())
    facets = Facets.of(database.described())
    facets.write(place / "facets.npy")
    return Built(database.generation(), encoder, number, facets.last)


def _extend(database: Opened, encoder: str, published: Indexes, place: Path) -> Built | None:
    """The published indexes and what has changed since; None where so much has that all should be built anew."""
    import numpy as np  # noqa: PLC0415 (as above)

    from argmine.store.indexes.facets import Facets  # noqa: PLC0415
    from argmine.store.indexes.fulltext import FullTextIndex  # noqa: PLC0415
    from argmine.store.indexes.vectors import VectorIndex  # noqa: PLC0415

    older, built = published.facets, published.built
    before, now = np.flatnonzero(older.live), np.array(database.present(), np.int64)
    newer, last = int(np.count_nonzero(now > built.settled)), older.last
    settled_once = len(published.vectors) - int(np.count_nonzero(before > built.settled))
    if len(now) <= SMALL or newer > NEWER or settled_once - (len(now) - newer) > _GONE * settled_once:
        return None
    gone = np.setdiff1d(before, now, assume_unique=True)
    old = _place(database.folder, built.generation)
    _link(old / "vectors.faiss", place / "vectors.faiss")
    VectorIndex.build(place / "newer.faiss", database.vectors(encoder, built.settled))
    (place / "fulltext").mkdir()
    for path in (old / "fulltext").iterdir():
        _link(path, place / "fulltext" / path.name)
    FullTextIndex.change(place / "fulltext", gone.tolist(), database.searchable(last))
    Facets.of(database.described(last), older.without(gone)).write(place / "facets.npy")
    return Built(database.generation(), encoder, len(now), built.settled)


def _link(old: Path, new: Path) -> None:
    """The same file under a second name; a copy where the file system has no hard links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _clean(database: Opened) -> None:
    """Remove what is no longer named, also by a process that was killed, and the indexes of an older form."""
    folder = database.folder
    used = (_place(folder, database.generation()), folder / MANIFEST)
    for pattern in ("index-*", "vectors-*", "fulltext-*", f"{MANIFEST}*"):
        for path in folder.glob(pattern):
            if path not in used:
                _remove(path)


def _place(folder: Path, generation: str) -> Path:
    return folder / f"index-{generation}"


def _manifest(folder: Path) -> Built:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if found.get("form") != FORM:
            raise StaleIndex(f"The index of {folder} was made by another version of argmine.", REINDEX)
        return Built(**found)
    except FileNotFoundError as error:
        raise StaleIndex(f"{folder} has no index yet.", "Make it with `argmine index`.") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise StaleIndex(f"{folder / MANIFEST} cannot be read.", REINDEX) from error


def _publish(folder: Path, built: Built) -> None:
    with whole(folder / MANIFEST) as unfinished:
        unfinished.write_text(json.dumps(asdict(built)) + "\n", encoding="utf-8")


def _remove(path: Path) -> None:
    """Remove a file or folder if the system allows; what a search still maps on Windows goes with the next rebuild."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()
