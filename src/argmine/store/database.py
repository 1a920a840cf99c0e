"""The database: documents, what was found in them, and what an ingest needs to know. SQLite is the truth.

    with Database.open(folder, write=True) as database:      one writer
        database.write(document, analysis, vectors, encoder)
    with Database.open(folder) as database:                  any number of readers, also beside the writer
        database.claims_on(Provision("OST", ("II",)))

Sources are written in the caller's order, each in one transaction, and no table holds a time or anything random: an
ingest that was killed and run again ends with the same rows as one that was not.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from argmine.errors import StoreError
from argmine.store import works
from argmine.store.documents import reading, writing
from argmine.store.documents.described import Described
from argmine.store.documents.joined import Joined
from argmine.store.documents.wholeness import check
from argmine.store.opened import Opened
from argmine.store.positions.compared import Compared
from argmine.store.rows import Failure, KnownSource, ProvisionText
from argmine.store.works import CitingRow, WorkRow
from argmine.types import Analysis, Cited, Document, Metadata, Provision, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COUNTED = (
    "documents", "pages", "sentences", "claims", "passages", "citations", "links", "unresolved", "articles", "failures",
)  # fmt: skip
_LARGEST_HALF = 65504.0


class Database(Opened, Compared, Joined, Described):
    """One open database; use `Database.open`."""

    # What an ingest writes

    def write(
        self,
        document: Document,
        analysis: Analysis,
        vectors: NDArray[np.float32],
        encoder: str,
        tokens: Sequence[bytes] = (),
    ) -> None:
        """Put one document and all that was found in it in place of what its path or its id stood for.

        `vectors` (n × dimensions) are of `analysis.searchable`, from the encoder of that name. `tokens`, of the same,
        are as `encoders.tokens` packs them; without them a search does not compare the document word by word.
        """
        check(document, analysis, len(vectors))
        halves = vectors.astype("<f2")
        if len(halves) and not abs(halves).max() <= _LARGEST_HALF:
            raise StoreError(f"Encoder {encoder} gave vectors of {document.source.path} that are not finite.")
        path, sha256 = document.source.path, document.source.sha256
        found = (analysis.claims, analysis.links, analysis.passages)
        content = repr((document.id, document.metadata, analysis.recipe, encoder, *found))
        with self._sql.transaction():
            self._release(path)
            copies = self._sql.rows("SELECT path, sha256 FROM sources WHERE document_id = ?", (document.id,))
            self._sql.run("DELETE FROM documents WHERE id = ?", (document.id,))
            writing.insert(self._sql, document, analysis, writing.Signs(encoder, halves, tokens))
            for copy, its_sha256 in (*copies, (_stored(path), sha256)):
                self._add_source(copy, its_sha256, analysis.recipe, document.id)
            self._set("encoder", encoder)
            self._advance(content.encode(errors="surrogatepass"), halves.tobytes(), *tokens)

    def link_source(self, path: str, sha256: str, document_id: str) -> None:
        """Let a path whose content is already known share its document; StoreError if there is no such document."""
        found = self._sql.row("SELECT recipe FROM documents WHERE id = ?", (document_id,))
        if found is None:
            raise StoreError(f"{path} cannot share document {document_id}: it is not in the database.")
        with self._sql.transaction():
            self._release(path, keep=document_id)
            self._add_source(_stored(path), sha256, found[0], document_id)

    def fail(self, source_path: str, sha256: str, stage: str, reason: str, hint: str, recipe: str) -> None:
        """Record that a source could not be read; what an older content of its path had given goes."""
        why = (_printable(stage), _printable(reason), _printable(hint))
        with self._sql.transaction():
            self._release(source_path)
            self._sql.run(
                "INSERT INTO sources VALUES (?, ?, ?, NULL, ?, ?, ?)", (_stored(source_path), sha256, recipe, *why)
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Drop sources that are gone, and each document that no other source refers to."""
        with self._sql.transaction():
            for path in paths:
                self._release(path)

    def _add_source(self, path: str | bytes, sha256: str, recipe: str, document_id: str) -> None:
        self._sql.run("INSERT INTO sources VALUES (?, ?, ?, ?, NULL, NULL, NULL)", (path, sha256, recipe, document_id))

    def _release(self, path: str, keep: str | None = None) -> None:
        """Forget a path, and its document with all that hangs on it if this was its last source."""
        old = self._sql.row("SELECT document_id FROM sources WHERE path = ?", (_stored(path),))
        self._sql.run("DELETE FROM sources WHERE path = ?", (_stored(path),))
        if old is None or old[0] in (None, keep):
            return
        if self._sql.row("SELECT 1 FROM sources WHERE document_id = ?", old) is None:
            self._sql.run("DELETE FROM documents WHERE id = ?", old)
            self._advance(old[0].encode())

    def _advance(self, *content: bytes) -> None:
        """Chain this change to all before it: equal histories have equal names, and no others have."""
        digest = hashlib.sha256(self.generation().encode())
        for part in content:
            digest.update(hashlib.sha256(part).digest())
        self._set("generation", digest.hexdigest()[:16])

    def _set(self, key: str, value: str) -> None:
        self._sql.run(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
        )

    # What is known of the sources

    def known(self) -> dict[str, KnownSource]:
        """Every source by its path, in the order of the paths."""
        rows = self._sql.rows("SELECT path, sha256, recipe, document_id FROM sources ORDER BY path")
        return {os.fsdecode(path): KnownSource(*columns) for path, *columns in rows}

    def failures(self) -> tuple[Failure, ...]:
        """The sources that could not be read, in the order of their paths."""
        rows = self._sql.rows(
            "SELECT path, sha256, recipe, stage, reason, hint FROM sources WHERE document_id IS NULL ORDER BY path"
        )
        return tuple(Failure(os.fsdecode(path), *columns) for path, *columns in rows)

    def counts(self) -> dict[str, int]:
        """How many documents, pages, claims and so on there are."""
        return {name: self._sql.row(f"SELECT count(*) FROM {name}")[0] for name in _COUNTED}  # noqa: S608 (constants)

    # Documents

    def document(self, document_id: str) -> Document:
        """The document as it was written; QueryError if there is none."""
        return reading.read_document(self._sql, document_id)

    def analysis(self, document_id: str) -> Analysis:
        """The analysis as it was written; QueryError if there is none."""
        return reading.read_analysis(self._sql, document_id)

    def provision_text(self, provision: Provision) -> ProvisionText | None:
        """The own words of a provision's article, if its treaty was ingested."""
        return reading.read_provision(self._sql, provision)

    # Citations and works

    def cited(self) -> Iterator[Cited]:
        """Every citation whose authority is certain, full and short ones, in the order in which they were written."""
        return works.cited(self._sql)

    def documents(self) -> Iterator[tuple[str, Metadata]]:
        """Id and metadata of every document, in the order in which they were written."""
        return works.documents(self._sql)

    def document_ids(self) -> Iterator[tuple[int, str]]:
        """Row id and id of every document."""
        yield from self._sql.rows("SELECT row_id, id FROM documents ORDER BY row_id")

    def kept_apart(self) -> frozenset[str]:
        """The keys that join no works."""
        return frozenset(key for (key,) in self._sql.rows("SELECT key FROM kept_apart"))

    def keep_apart(self, key: str) -> None:
        """Undo a join: from the next `rewrite_works` on, the key joins nothing."""
        with self._sql.transaction():
            self._sql.run("INSERT OR IGNORE INTO kept_apart VALUES (?)", (key,))

    def join_again(self, key: str) -> None:
        """Let a key join works again; a key that was not kept apart stays as it is."""
        with self._sql.transaction():
            self._sql.run("DELETE FROM kept_apart WHERE key = ?", (key,))

    def rewrite_works(self, joined: Iterable[Work]) -> None:
        """Put these works in place of all."""
        with self._sql.transaction():
            works.rewrite(self._sql, joined)

    def works(self) -> Iterator[WorkRow]:
        """All works with their counts, in the order of their first citation."""
        return works.every(self._sql)

    def work(self, words: str) -> WorkRow:
        """The work with this id or key, or the only one with these words; QueryError if none or several have."""
        return works.one(self._sql, words)

    def citing(self, work: Work) -> list[CitingRow]:
        """Every place where a work is cited, with the claims that rest on it, oldest document first."""
        return works.citing(self._sql, work)

    def authorities(self, provision: Provision) -> list[tuple[WorkRow, int]]:
        """Works on which claims on a provision rest, with the number of these claims, most first."""
        return works.relied_on(self._sql, self.ids_on(provision))

    def unjoined(self) -> int:
        """How many documents have citations that are in no work yet."""
        return works.unjoined(self._sql)

    def rests(self, claims: Sequence[int]) -> list[tuple[int, Work]]:
        """The row id of each of these claims with each work on which it rests."""
        return works.rests(self._sql, claims)


def _stored(path: str) -> str | bytes:
    """A path as its column holds it: a file name that is not Unicode as the bytes that it is."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def _printable(text: str) -> str:
    """Messages name files; the bytes of one that is not Unicode are written as escapes."""
    return text.encode(errors="backslashreplace").decode()
