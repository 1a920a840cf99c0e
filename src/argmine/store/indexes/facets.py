"""What most sentences can be told apart by, one byte each, so that a filter over a million of them takes milliseconds.

SQLite finds the few claims of one holder or one provision at once, by its indexes; but for "the normative ones since
2010" it would hand over hundreds of thousands of row ids one by one, in ten times the time of the search itself. So
kind, stance, region, type of holder, genre, language and year stand in a table of their own beside the indexes: a row
for each of them, a column for each row id, mapped into memory. It is a cache of SQLite as the indexes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from argmine.errors import StaleIndex
from argmine.store.claims.attributes import VALUES
from argmine.store.connection import REINDEX
from argmine.store.indexes.hits import Rows

# A code is the place of its value in VALUES, from 1, and 0 stands for none.
_PLANES = ("live", *VALUES, "letter", "second_letter", "year")
_BEFORE = 1799
"""A year is counted from here, up to 2054, and 0 stands for none; earlier and later ones count as the nearest."""

Described = tuple[int, str | None, str | None, str, str | None, str, str | None, str | None]
"""Row id, kind, stance, region, type of holder, genre, language, date; of a passage, no kind, stance, holder."""


class Facets:
    """A byte for each attribute (rows) of each claim (columns, by row id)."""

    def __init__(self, planes: NDArray[np.uint8]) -> None:
        self._planes = planes

    @classmethod
    def of(cls, sentences: Iterable[Described], older: Facets | None = None) -> Facets:
        """The facets of `sentences`, ascending, behind those of the `older` ones, which are left as they are."""
        numbers = [(row, 1, *_codes(*columns)) for row, *columns in sentences]
        first = older._planes if older is not None else np.zeros((len(_PLANES), 0), np.uint8)
        last = numbers[-1][0] + 1 if numbers else first.shape[1]
        planes = np.zeros((len(_PLANES), last), np.uint8)
        planes[:, : first.shape[1]] = first
        if numbers:
            table = np.array(numbers, np.int64)
            planes[:, table[:, 0]] = table[:, 1:].T
        return cls(planes)

    @classmethod
    def open(cls, path: Path) -> Facets:
        """Map the table at `path`; StaleIndex where there is none that can be read."""
        try:
            planes = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, EOFError) as error:
            raise StaleIndex(f"{path} cannot be read.", REINDEX) from error
        if planes.dtype != np.uint8 or planes.ndim != 2 or len(planes) != len(_PLANES):
            raise StaleIndex(f"{path} is no table of sentences.", REINDEX)
        return cls(planes)

    def write(self, path: Path) -> None:
        """Write the table to `path`."""
        np.save(path, self._planes, allow_pickle=False)

    @property
    def live(self) -> Rows:
        """The sentences that there are."""
        live: Rows = self._planes[0].astype(bool)
        return live

    @property
    def last(self) -> int:
        """The highest row id that the table has room for; 0 where it has none."""
        return max(int(self._planes.shape[1]) - 1, 0)

    def without(self, rows: NDArray[np.int64]) -> Facets:
        """The same table after the sentences of these row ids are gone."""
        planes = np.array(self._planes)
        planes[:, rows] = 0
        return Facets(planes)

    def claims(self, rows: Sequence[int]) -> list[bool]:
        """For each of these row ids whether its sentence is a claim."""
        claims: list[bool] = (self._plane("kind")[rows] > 0).tolist()
        return claims

    def in_notes(self, rows: Sequence[int]) -> list[bool]:
        """For each of these row ids whether its sentence stands in a note."""
        note = VALUES["region"].index("note") + 1
        stands: list[bool] = (self._plane("region")[rows] == note).tolist()
        return stands

    def among(self, attribute: str, values: Sequence[str]) -> Rows:
        """The sentences whose `attribute` (a key of `VALUES`) is one of `values`; "none" stands for its absence."""
        plane = self._plane(attribute)
        found = np.zeros(plane.shape, bool)
        for value in values:  # so few comparisons take a tenth of the time of a look-up for each sentence
            found |= plane == (0 if value == "none" else VALUES[attribute].index(value) + 1)
        return found

    def in_languages(self, languages: Sequence[str]) -> Rows:
        """The sentences of documents in one of these languages (ISO 639-1)."""
        first, second = self._plane("letter"), self._plane("second_letter")
        found = np.zeros(first.shape, bool)
        for letter, second_letter in map(_letters, languages):
            found |= (first == letter) & (second == second_letter)
        return found

    def in_years(self, since: int | None, until: int | None) -> Rows:
        """The sentences of dated documents from the year `since` to the year `until`, both included."""
        years = self._plane("year")
        return (years >= _year(since or 0)) & (years <= _year(until or 9999))

    def _plane(self, name: str) -> NDArray[np.uint8]:
        plane: NDArray[np.uint8] = self._planes[_PLANES.index(name)]
        return plane


def _codes(*columns: Any) -> tuple[int, ...]:
    *few, language, date = columns
    codes = [
        values.index(value) + 1 if value in values else 0 for value, values in zip(few, VALUES.values(), strict=True)
    ]
    year = _year(int(date[:4])) if date and date[:4].isdigit() else 0
    return *codes, *_letters(language or ""), year


def _letters(language: str) -> tuple[int, int]:
    """The two letters of a language's code as bytes; zeros where there is none."""
    letters = language[:2].lower().encode("ascii", "replace").ljust(2, b"\0")
    return letters[0], letters[1]


def _year(year: int) -> int:
    return min(max(year - _BEFORE, 1), 255)
