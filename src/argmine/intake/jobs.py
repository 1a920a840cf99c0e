"""What an ingest hands to whoever reads: jobs; and what it gets back: readings or failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from argmine.extract import Entry
from argmine.settings import Settings
from argmine.store import Failure
from argmine.types import Analysis, Document


@dataclass(frozen=True, slots=True)
class Job:
    """One source to read: its path or address, as named by the user, the hash of its content, and by which recipe.

    `file` is where it lies, where that is not its path: fetched from an address, or out of an archive. `said` is what
    a manifest says of it.
    """

    path: str
    sha256: str
    recipe: str
    file: str = ""
    said: Entry = field(default=Entry())

    def failed(self, stage: str, reason: str, hint: str) -> Failure:
        """This job's failure at a stage: why, and what to do."""
        return Failure(self.path, self.sha256, self.recipe, stage, reason, hint)

    def unexpected(self, stage: str, error: BaseException) -> Failure:
        """A failure that nobody foresaw; the type of the error goes into the reason."""
        words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return self.failed(stage, words, "Please report it with the file, if you may share it.")


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read and analysed; a vector and packed tokens for each of `analysis.searchable`."""

    document: Document
    analysis: Analysis
    vectors: NDArray[np.float32]
    tokens: tuple[bytes, ...]


Outcome = Reading | Failure
Reader = Callable[[Sequence[Job], Settings], Iterator[tuple[Job, Outcome]]]
"""Gives each job with its outcome, in the order of the jobs; only what took too long and is tried again comes last."""
STAGES = ("read", "analyse", "embed")
"""What is done with a source, one after the other; a failure names the one in which it came about."""
