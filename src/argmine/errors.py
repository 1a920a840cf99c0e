"""What can go wrong, as one tree.

    ArgmineError
    ├── SourceError        one source could not be read; the batch goes on
    │   ├── Unsupported    a type of file that argmine does not read
    │   ├── Encrypted      a password is needed
    │   ├── Damaged        empty, truncated, or not what its name says
    │   ├── NoTextLayer    a scan: pictures of pages, no text
    │   ├── Garbled        text whose letters are not letters (a broken character map)
    │   ├── TooLarge       over the limit of bytes or pages
    │   └── TimedOut       over the limit of time
    ├── KnowledgeError     a file of `knowledge/` (or a user's own) is wrong: names the file, the table and the key
    ├── QueryError         a question that cannot be answered as it is put: an unknown provision, claim or option
    ├── Unwritable         a file cannot be written: its folder, rights, or the room on the disk
    ├── ModelError         an encoder or a spaCy pipeline could not be loaded
    └── StoreError         the database or one of its indexes
        ├── NoCorpus       nothing has been ingested here
        ├── StaleIndex     vectors of another model, or an index older than the database
        ├── WrongSchema    a database of another version
        │   └── OlderSchema  of an older one, which an ingest brings up
        └── Locked         another process is writing

A message says what happened to what; `hint` says what to do next.
"""

from __future__ import annotations


class ArgmineError(Exception):
    """Base of all errors that argmine raises on purpose.

    Attributes:
        reason: one line: what happened, and to which file or name.
        hint: one line: the way out; empty when there is none.
    """

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.reason} {self.hint}".rstrip()

    def __reduce__(self) -> tuple[type[ArgmineError], tuple[str, str]]:
        # Exceptions cross process boundaries during an ingest; the default reduction loses the hint.
        return type(self), (self.reason, self.hint)


class SourceError(ArgmineError):
    """One source could not be read."""


class Unsupported(SourceError):
    """A type of file that argmine does not read."""


class Encrypted(SourceError):
    """The file wants a password."""


class Damaged(SourceError):
    """The file is empty, truncated, or not what its name says."""


class NoTextLayer(SourceError):
    """The file holds pictures of pages and no text."""


class Garbled(SourceError):
    """The file's characters map to the wrong letters: it prints well and reads as nonsense."""


class TooLarge(SourceError):
    """The file is over the limit of bytes or pages."""


class TimedOut(SourceError):
    """Reading took more work, or far more time, than the limit."""


class KnowledgeError(ArgmineError):
    """A knowledge file is wrong; the message names the file, the table and the key."""


class QueryError(ArgmineError):
    """A question that cannot be answered as it is put."""


class Unwritable(ArgmineError):
    """A file cannot be written."""


class ModelError(ArgmineError):
    """An encoder or a spaCy pipeline could not be loaded."""


class StoreError(ArgmineError):
    """The database or one of its indexes cannot be used."""


class NoCorpus(StoreError):
    """Nothing has been ingested here."""


class StaleIndex(StoreError):
    """An index does not belong to this database or this encoder."""


class WrongSchema(StoreError):
    """The database was written by another version."""


class OlderSchema(WrongSchema):
    """The database was made by an older argmine, or its making was cut short; the next ingest brings it up."""


class Locked(StoreError):
    """Another process is writing."""
