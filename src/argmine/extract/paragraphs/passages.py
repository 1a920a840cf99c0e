"""Paragraphs of a source without pages, before they are sorted into body, notes and furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmine.extract.words.numerals import SUPERSCRIPT
from argmine.types import BlockKind

# A note's marker that the source itself marks as one: OPEN number CLOSE. Noncharacters never come from a file.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
# A marker that has found its note: TIED index TIED_END; it takes no part in the text.
TIED, TIED_END = "\ufdd2", "\ufdd3"

_MARKERS = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}|{TIED}[^{TIED_END}]*{TIED_END}")
_LABEL = re.compile(
    r"\((\d{1,3}|[A-Za-z]|[ivx]{1,5})\)\.?(?=\s|[A-Z“\"])|(\d{1,3}|[a-z]|[ivx]{1,5})\)(?=\s|[A-Z])"
    r"|(\d{1,3})\.(?=\s|[A-Z])|([A-H])\.(?=\s)|([a-z])\.(?=[a-z]{4})"
)
_BULLET = re.compile(r"[•·▪‣◦●○■□–—*-]\s+(?=\S)")
# A note's marker may stand behind the full stop.
_SENTENCE_END = re.compile(rf"[.!?…:;][\"'”’»)\]]*(?:[{SUPERSCRIPT}]{{1,3}}|\d{{1,3}}|\[\d{{1,3}}\])?$")
# No sentence and no heading ends with one of these.
UNFINISHED = re.compile(
    r"\b(?:of|[Tt]he|an?|by|in|to|with|for|from|under|on|at|that|as|which|its|their|and|or|de|la|le|les|des|du|par|dans|et|ou"
    r"|paras?\.|pp?\.|Arts?\.|Nos?\.|[Vv]ols?\.|cf\.|v\.|e\.g\.|i\.e\.|M(?:r|rs|s)\.|Dr\.|Res\.|Doc\.)$"
)
_LIST_ITEM = 150  # characters: a longer numbered text is a numbered paragraph, no item of a list


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the source has it; `kind`, `level` and `label` as in `types.Block`.

    `furniture` is true for what is no part of the argument: menus, page numbers, running heads.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None
    furniture: bool = False


def mark(number: str) -> str:
    """A note's marker in running text."""
    return f"{OPEN}{number}{CLOSE}"


def plain(text: str) -> str:
    """The words alone, markers left out."""
    return _MARKERS.sub("", text)


def squeeze(text: str) -> str:
    """White space of all kinds and lengths as one space."""
    return " ".join(text.split())


def ends_sentence(text: str) -> bool:
    """Whether a paragraph is finished: it ends in a full stop (not that of "para."), a colon or the like."""
    end = plain(text[-200:]).rstrip()
    return bool(_SENTENCE_END.search(end)) and not UNFINISHED.search(end)


def label_of(text: str) -> str | None:
    """The printed number with which a text begins: "12. The Court" → "12", "(a) the State" → "a"."""
    found = _LABEL.match(text)
    return next(group for group in found.groups() if group) if found else None


def begins_item(text: str) -> bool:
    """Whether a text begins as an item of a list: with a bullet or a number."""
    return bool(_LABEL.match(text) or _BULLET.match(text))


def listed(text: str, level: int = 0) -> Paragraph:
    """A paragraph or an item of a list, by how the text begins; a bullet is left out, a number stays."""
    bullet = _BULLET.match(text)
    if bullet:
        return Paragraph(text[bullet.end() :], "list_item", level or 1)
    label = label_of(text)
    if label is None:
        return Paragraph(text, "list_item", level) if level else Paragraph(text)
    if label.isdigit() and text[0].isdigit() and (len(text) > _LIST_ITEM or ends_sentence(text)):
        return Paragraph(text, label=label)
    return Paragraph(text, "list_item", level or 1, label)
