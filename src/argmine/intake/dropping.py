"""Taking a document out of the corpus, as a person names it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from argmine.errors import QueryError
from argmine.intake.running import compare_all
from argmine.store import Database

_SHORTEST = 4  # letters of the beginning of an id


def drop(database: Database, words: str) -> tuple[str, ...]:
    """Forget a document and all that was found in it, or a source that could not be read; the paths that are gone.

    Args:
        words: the id of the document or its beginning, the path or address of a source, the name of its file, or its
            title.

    Raises:
        QueryError: nothing in the corpus is called so, or several documents are.
    """
    paths = _paths(database, words)
    database.forget(paths)
    compare_all(database)
    return paths


def _paths(database: Database, words: str) -> tuple[str, ...]:
    known = database.known()
    documents = {path: source.document_id for path, source in known.items()}
    titles = {name: (metadata.title or "").casefold() for name, metadata in database.documents()}
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda path, name: words in (path, name),
        lambda path, name: PurePath(path).name == words,
        lambda path, name: len(words) >= _SHORTEST and name.startswith(words),
        lambda path, name: bool(words) and titles.get(name) == words.casefold(),
    )
    for is_meant in ways:
        meant = [path for path, name in documents.items() if is_meant(path, name or "")]
        if meant:
            return _of_one(meant, documents, words)
    raise QueryError(f"Nothing in the corpus is called {words!r}.", "`argmine export documents` lists ids and paths.")


def _of_one(paths: list[str], documents: dict[str, str | None], words: str) -> tuple[str, ...]:
    """All sources of the document that is meant: to forget one of two copies would leave it there."""
    ids = {documents[path] or path for path in paths}
    if len(ids) > 1:
        raise QueryError(f"{words!r} may be {' or '.join(sorted(ids)[:4])}.", "Give the whole id or path.")
    (only,) = ids
    return tuple(path for path, name in documents.items() if (name or path) == only)
