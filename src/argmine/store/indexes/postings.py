"""Which claims are on a provision, and which are held by whom: lists of row ids, mapped into memory.

SQLite knows both, but hands over a row at a time: 150,000 claims on one article take longer than the search among them.
`postings.npy` holds the lists one behind the other, `postings.json` where each begins and ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from argmine.errors import StaleIndex
from argmine.knowledge.registry import is_covered
from argmine.store.connection import REINDEX
from argmine.types import Provision

Listed = tuple[str, str, str]
"""What is listed ("holder", or the code of an instrument), which one (a name, or a path as JSON), row ids by commas."""
HOLDER = "holder"
_NUMBERS, _PLACES = "postings.npy", "postings.json"


class Postings:
    """Lists of row ids, by what their claims have in common."""

    def __init__(self, rows: NDArray[np.uint32], places: dict[str, dict[str, list[int]]]) -> None:
        self._rows = rows
        self._places = places

    @classmethod
    def write(cls, folder: Path, lists: Iterable[Listed]) -> None:
        """Write the lists into `folder`."""
        places: dict[str, dict[str, list[int]]] = {}
        parts, end = [np.empty(0, np.uint32)], 0
        for kind, name, joined in lists:
            parts.append(np.fromstring(joined, dtype=np.uint32, sep=","))
            places.setdefault(kind, {}).setdefault(name, []).extend((end, end + len(parts[-1])))
            end += len(parts[-1])
        np.save(folder / _NUMBERS, np.concatenate(parts), allow_pickle=False)
        (folder / _PLACES).write_text(json.dumps(places, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> Postings:
        """Map the lists in `folder`; StaleIndex where there are none that can be read."""
        try:
            rows = np.load(folder / _NUMBERS, mmap_mode="r", allow_pickle=False)
            return cls(rows, json.loads((folder / _PLACES).read_text(encoding="utf-8")))
        except (OSError, ValueError, EOFError) as error:
            raise StaleIndex(f"{folder / _NUMBERS} cannot be read.", REINDEX) from error

    def holders(self) -> list[str]:
        """Everyone who holds a claim, the authors of documents by their own names."""
        return list(self._places.get(HOLDER, ()))

    def held_by(self, name: str) -> NDArray[np.uint32]:
        """The claims of one holder, and the own claims of the documents that he wrote."""
        return self._listed(self._places.get(HOLDER, {}).get(name, ()))

    def on(self, provision: Provision) -> NDArray[np.uint32]:
        """The claims on a provision and everything below it; those that are on several of these, several times."""
        listed = self._places.get(provision.instrument, {})
        below = (name for name in listed if is_covered(tuple(json.loads(name)), provision))
        return self._listed([place for name in below for place in listed[name]])

    def _listed(self, places: Iterable[int]) -> NDArray[np.uint32]:
        ends = iter(places)
        parts = [self._rows[start:end] for start, end in zip(ends, ends, strict=True)]
        return np.concatenate([np.empty(0, np.uint32), *parts])
