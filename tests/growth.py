"""Whether time grows as text does: a ratio of two sizes, so that neither the machine nor its load matters."""

from __future__ import annotations

import time
from collections.abc import Callable

HOSTILE = {
    "brackets": "(",
    "closed": ")(",
    "quotes": "“",
    "singles": "‘a’",
    "capitals": "A ",
    "names": "Ab Cd ",
    "stops": "A. ",
    "digits": "1 ",
    "numbers": "1234567890",
    "commas": "A, ",
    "symbols": "A/",
    "unsigned": "Some long words of what nobody has signed go on 1 ICE LAW REVIEW 2 (1999) ",
    "symbol": "A/AC.105/C.2/L.",
    "letters": "a",
    "spaces": " ",
    "semicolons": "; ",
    "signals": "see A ",
    "supra": "supra note 1 ",
    "ibid": "ibid. ",
    "vol": "1 A B C ",
    "urls": "http://a",
    "dois": "10.1000/",
    "years": "(2001) ",
    "months": "May 1, ",
    "articles": "art. 1, ",
    "pins": "¶¶ 1, 2–3, ",
    "series": "1 UNTS 2 ",
    "in": ", in A ",
    "eds": " eds., ",
    "hereinafter": "[hereinafter ",
    "acts": "Ice Act ",
    "versus": "A v. ",
    "titles": "A. B, ‘C’ (2001) 1 J Int’l L 2; ",
    "links": "[a](b) ",
    "stars": "*A* ",
    "places": "1 AB. ",
}
"""Texts are these over and over: each provokes other patterns."""

SIZE = 6_000
GROWTH = 4
_QUADRATIC = GROWTH**2
_SOON = 2e-3  # seconds: what takes less is noise, or bounded


def grows_as_text(read: Callable[[str], object], unit: str, size: int = SIZE) -> bool:
    """Whether reading four times the text takes not much more than four times as long.

    Taken again where something else was at work: what is not linear is slow each time.
    """
    text = unit * (size * GROWTH // len(unit) + 1)
    few, many = text[:size], text[: size * GROWTH]
    limit = max(min(_seconds(read, few) for _ in range(3)), _SOON) * _QUADRATIC * 0.6
    return any(_seconds(read, many) < limit for _ in range(4))


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start
