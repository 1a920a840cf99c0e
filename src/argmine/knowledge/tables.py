"""Knowledge files: where they lie, and their tables, each key of which is checked once, on load.

Plain code, no schema library: this is on the way of every search, and the import of one costs more than all the files.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from argmine.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file; `name` is its place in the file, empty for the top."""

    file: str
    name: str
    values: dict[str, object]

    def error(self, key: str, fault: str, remedy: str) -> KnowledgeError:
        """What is wrong with `key`, and what to write."""
        place = f"[{self.name}] {key}" if self.name else key
        return KnowledgeError(f"{self.file}: {place}: {fault}.", f"{remedy}.")

    def only(self, *keys: str) -> None:
        """No key but these.

        Raises:
            KnowledgeError: there is another one.
        """
        for key in self.values:
            if key not in keys:
                raise self.error(key, "unknown key", f"Leave it out, or write one of: {', '.join(keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """The string at `key`, which must be there when no default is given."""
        if key not in self.values and default is not None:
            return default
        if key not in self.values:
            raise self.error(key, "is missing", f'Write {key} = "..."')
        return self._string(key, self.values[key], f'Write {key} = "..."', may_be_empty=default == "")

    def choice(self, key: str, *options: str) -> str:
        """The string at `key`, one of `options`."""
        value = self.text(key)
        if value not in options:
            raise self.error(key, f'"{value}" is not known', f"Write one of: {', '.join(options)}")
        return value

    def texts(self, key: str, *, distinct: bool = True) -> tuple[str, ...]:
        """The list of strings at `key`, none twice if they are to be distinct; empty when the key is not there."""
        values = self.values.get(key, [])
        remedy = f'Write {key} = ["...", "..."]'
        if not isinstance(values, list):
            raise self.error(key, "is not a list", remedy)
        strings = tuple(self._string(key, value, remedy) for value in values)
        twice = next((string for place, string in enumerate(strings) if string in strings[:place]), None)
        if twice is not None and distinct:
            raise self.error(key, f'"{twice}" stands there twice', "Leave one out")
        return strings

    def table(self, key: str) -> Table:
        """The table at `key`; empty when it is not there."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            raise self.error(key, "is not a table", f"Write [{key}] on a line of its own and its keys below")
        return Table(self.file, key, values)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables at `key`, each named by its place, from 1; empty when there are none."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.error(key, "is not a list of tables", f"Write [[{key}]] above the keys of each")
        return tuple(Table(self.file, f"{key} {place}", value) for place, value in enumerate(values, start=1))

    def _string(self, key: str, value: object, remedy: str, *, may_be_empty: bool = False) -> str:
        if not isinstance(value, str):
            raise self.error(key, f"{value!r} is not a string in quotation marks", remedy)
        if value != " ".join(value.split()):
            raise self.error(key, f"{value!r} has white space at an end, or more than one space", remedy)
        if not value and not may_be_empty:
            raise self.error(key, "is empty", remedy)
        return value


def shipped(*folder: str) -> tuple[Traversable, ...]:
    """The knowledge files that come with argmine, in a folder of `knowledge/`, by name."""
    return _by_name(files("argmine.knowledge").joinpath(*folder).iterdir())


VARIABLE = "ARGMINE_KNOWLEDGE"
"""The environment variable that names a folder with knowledge of the user's own; processes that read inherit it."""


def added(*folder: str) -> tuple[Traversable, ...]:
    """The knowledge files in the folder that the environment names, or in a folder of it, by name; there may be none.

    Raises:
        KnowledgeError: the folder that is named cannot be read.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return ()
    below = Path(named).joinpath(*folder)
    return own(below) if not folder or below.is_dir() else ()


def own(folder: Path) -> tuple[Traversable, ...]:
    """The knowledge files in a user's folder, by name.

    Raises:
        KnowledgeError: the folder cannot be read.
    """
    try:
        return _by_name(folder.iterdir())
    except OSError as error:
        raise KnowledgeError(
            f"{folder}: not a folder that can be read.", "Name a folder with one TOML file for each instrument."
        ) from error


def content(file: Traversable) -> bytes:
    """The bytes of a knowledge file.

    Raises:
        KnowledgeError: the file cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{file.name}: cannot be read ({error.strerror}).") from error


def load(file: Traversable) -> Table:
    """The top table of a knowledge file.

    Raises:
        KnowledgeError: the file cannot be read, or is not TOML.
    """
    try:
        return Table(file.name, "", tomllib.loads(content(file).decode()))
    except (ValueError, RecursionError) as error:
        raise KnowledgeError(f"{file.name}: not TOML: {error}.", "Correct the line, or take the file away.") from error


def _by_name(entries: Iterator[Traversable]) -> tuple[Traversable, ...]:
    return tuple(sorted((entry for entry in entries if entry.name.endswith(".toml")), key=lambda entry: entry.name))
