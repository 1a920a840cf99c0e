"""What is known before reading, as TOML that is checked on load: instruments and their articles, States, organs.

Nothing is read at import; each function reads its files at the first call and keeps what it read.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from argmine.knowledge.actors import Organ, State, organs, states
from argmine.knowledge.articles import Instrument, Unit
from argmine.knowledge.numerals import number_of, roman
from argmine.knowledge.registry import instrument, instruments, is_unwritten, written
from argmine.knowledge.tables import added, content, own, shipped

__all__ = [
    "Instrument",
    "Organ",
    "State",
    "Unit",
    "instrument",
    "instruments",
    "is_unwritten",
    "number_of",
    "organs",
    "roman",
    "states",
    "version",
    "written",
]


@cache
def version(extra: Path | None = None) -> str:
    """A short hash (BLAKE2b, 12 hexadecimal characters) of all knowledge files, those in `extra` included."""
    digest = blake2b(digest_size=6)
    for file in (*shipped(), *shipped("instruments"), *(own(extra) if extra else (*added(), *added("instruments")))):
        found = content(file)
        digest.update(f"{file.name} {len(found)}\n".encode())
        digest.update(found)
    return digest.hexdigest()
