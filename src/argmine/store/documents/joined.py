"""The part of a database that knows which contents are copies of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmine.errors import QueryError
from argmine.store.connection import Connection


class Joined:
    """Documents that a user has declared to be one."""

    _sql: Connection
    _advance: Callable[..., None]

    def joined_contents(self) -> dict[str, str]:
        """Hashes of copies, and of what each is a copy of."""
        return dict(self._sql.rows("SELECT sha256, original FROM joined ORDER BY sha256"))

    def join_documents(self, copy: str, original: str) -> None:
        """Let the sources of a document share another one; what was found in the copy goes.

        Raises:
            QueryError: there is no such document, or they are one.
        """
        with self._sql.transaction():
            content, kept = self._content(copy), self._content(original)
            if content == kept:
                raise QueryError(f"{copy} and {original} are one document already.")
            self._sql.run("UPDATE joined SET original = ? WHERE original = ?", (kept, content))
            self._sql.run("INSERT OR REPLACE INTO joined VALUES (?, ?)", (content, kept))
            recipe = self._sql.row("SELECT recipe FROM documents WHERE id = ?", (original,))[0]
            self._sql.run(
                "UPDATE sources SET document_id = ?, recipe = ? WHERE document_id = ?", (original, recipe, copy)
            )
            self._sql.run("DELETE FROM documents WHERE id = ?", (copy,))
            self._advance(copy.encode(), original.encode())

    def part_document(self, path: str) -> None:
        """Undo a join: the next ingest reads the source at this path for itself; QueryError if it is no copy."""
        with self._sql.transaction():
            found = self._sql.row("SELECT sha256 FROM sources JOIN joined USING (sha256) WHERE path = ?", (path,))
            if found is None:
                raise QueryError(f"{path} is joined to nothing.", "`argmine duplicates` lists what is.")
            self._sql.run("DELETE FROM joined WHERE sha256 = ?", found)

    def texts(self) -> Iterator[tuple[str, str, str | None, int, str]]:
        """Of every document id, source, title, pages, and the text up to the furniture; in the order of the ids."""
        ids = [row_id for (row_id,) in self._sql.rows("SELECT row_id FROM documents ORDER BY id")]
        for row_id in ids:
            yield self._sql.row(
                """SELECT id, (SELECT min(path) FROM sources WHERE document_id = documents.id), title,
                          (SELECT count(*) FROM pages WHERE document = documents.row_id),
                          substr(text, 1, coalesce(json_extract(furniture, '$[0][0]'), length(text)))
                   FROM documents JOIN texts ON texts.document = documents.row_id WHERE row_id = ?""",
                (row_id,),
            )

    def _content(self, document_id: str) -> str:
        found = self._sql.row("SELECT sha256 FROM documents WHERE id = ?", (document_id,))
        if found is None:
            raise QueryError(f"There is no document {document_id}.", "`argmine duplicates` lists ids.")
        return str(found[0])
