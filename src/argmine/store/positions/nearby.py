"""Names that are nearly what somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

_ALIKE = 75
"""Of 100, by the best part of a name: "Chengg" is Bin Cheng."""


def near_names(typed: str, names: Sequence[str], most: int = 3) -> str:
    """The names that are most like `typed`, as a question offers them: "Bin Cheng or Cheney"; empty where none is."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 (only for names that nobody has)

    found = process.extract(
        typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=most, score_cutoff=_ALIKE
    )
    return " or ".join(dict.fromkeys(name for name, *_ in found))
