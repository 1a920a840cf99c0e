"""A stretch of text, and in which part of which kind of document it may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Genre = Literal[
    "paper", "brief", "un_document", "record", "resolution", "treaty", "statute", "judgment", "web", "other"
]
Region = Literal["body", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of `Document.text`, in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Span) -> int:
        """How many characters stand in both."""
        return max(min(self.end, other.end) - max(self.start, other.start), 0)
