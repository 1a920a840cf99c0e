"""Masks: a text with what stands in brackets or quotation marks blotted out, so that offsets stay."""

from __future__ import annotations

import re
from functools import lru_cache

_GROUP = re.compile(
    r"\((?:[^()]|\([^()]{0,200}\)){0,600}\)|\[[^\[\]]{0,400}\]|“[^“”]{0,900}”|‘(?:[^‘’]|’(?=\w)){0,500}’(?!\w)"
    r"|\"(?<!\w\")(?=\S)[^\"]{0,500}\"|'(?<![\w’']')(?=A\s|[A-ZÀ-Þ]\w)(?:[^';\n]|'(?=\w)){2,300}'(?!\w)|«[^«»]{0,500}»|„[^„“”]{0,500}[“”]"
)


@lru_cache(maxsize=64)  # a note, then each part of it, is asked for more than once
def masked(text: str) -> str:
    """The text with what stands in brackets or quotation marks blotted out, so that offsets stay."""
    return _GROUP.sub(lambda match: match.group()[0] + "\x01" * (len(match.group()) - 2) + match.group()[-1], text)
