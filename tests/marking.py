"""Marked text: input and expectation in one line.

"[OST:II Art. II OST] forbids it." is the text "Art. II OST forbids it." with the mark ("OST:II", "Art. II OST").
"""

from __future__ import annotations

import re

_MARK = re.compile(r"\[(?P<label>[^\s\]]+) (?P<words>[^\[\]]+)\]")


def unmarked(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The plain text, and the marks as (label, words) in their order. Brackets of the text itself are written ⟦ ⟧."""
    marks = [(match["label"], match["words"]) for match in _MARK.finditer(marked)]
    plain = _MARK.sub(lambda match: match["words"], marked)
    return _bracketed(plain), [(label, _bracketed(words)) for label, words in marks]


def _bracketed(text: str) -> str:
    return text.replace("⟦", "[").replace("⟧", "]")
