"""Names as people type them: in part, without accents, with a slip, or another name of the same State or organ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from argmine.errors import QueryError
from argmine.store.positions.nearby import near_names

_ALIKE = 84
"""Of 100: how alike a word of a name must be to the word that was typed, where no name has that very word."""


def match_names(typed: str, names: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The names that have every word of `typed`, or are of the State or organ that is also called so, and true; where
    there are none, those with words much like them.

    Raises:
        QueryError: there is no such name; the hint gives the nearest.
    """
    wanted = _words(typed)
    exact = tuple(name for name in names if wanted and wanted <= _words(name)) or also_called(typed, names)
    if exact:
        return exact, True
    return _alike(wanted, names) or _nothing(typed, names), False


def also_called(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """The name of a State or organ of which `typed` is another name or the code: "USA", "Russia", "ICJ"."""
    from argmine.knowledge.actors import organs, states  # noqa: PLC0415 (only for names that nobody has as typed)

    called = " ".join(typed.replace("’", "'").split()).casefold().removeprefix("the ")
    actors = [*((state.code, *state.names) for state in states()), *((organ.id, *organ.names) for organ in organs())]
    folded = [{name.casefold() for name in actor} for actor in actors]
    meant = {name for own in folded if called in own for name in own}
    return tuple(name for name in names if name.replace("’", "'").casefold() in meant)


def _alike(wanted: Iterable[str], names: Sequence[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz  # noqa: PLC0415 (only for names that nobody has)

    def is_near(word: str, name: str) -> bool:
        return any(fuzz.ratio(word, own) >= _ALIKE for own in _words(name))

    words = [word for word in wanted if len(word) > 3]
    return tuple(name for name in names if words and all(is_near(word, name) for word in words))


def _nothing(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    near = near_names(typed, names)
    hint = f"Did you mean {near}?" if near else "`argmine trace` shows who holds claims."
    raise QueryError(f"Nobody is named {typed!r}.", hint)


def _words(name: str) -> frozenset[str]:
    """Its words in small letters without accents and stops."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split())
