"""What a group of lines is: heading (and of which level), list item, quotation, caption or paragraph."""

from __future__ import annotations

import re

from argmine.extract.pages.blocks.flow import DIVISION, LABEL, is_display
from argmine.extract.pages.blocks.tables import CAPTION, is_table
from argmine.extract.pages.lines.printed import PrintedLine, in_capitals
from argmine.types import BlockKind

_HEADING_LABEL = re.compile(
    r"(?P<label>(?:Article|Section|Chapter|Part|Partie|Annex|Annexe|Principle|Guideline|Rule|Regulation)\s+[\dIVXLA-Z.]{1,7}\b"
    r"|[IVXL]{1,6}\.|[A-Z]\.|\d{1,2}(?:\.\d{1,2}){0,3}\.?)(?:\s|$)"
)
_LONGEST_HEADING = 250  # letters
_ITALIC_LINES = 3
_FLUSH_LINES = 3
_LABEL_WORDS = 3
_OPENING = "\"“‘'[(."
_CAPITALS, _TITLE = 0.85, 4  # of the body's size that capitals have at least, in a heading of so many words
_LEADERS = re.compile(r"[.…]{4}|(?:\. ){4}")

_NUMBERINGS = (re.compile(r"[IVXL]+$"), re.compile(r"[A-Z]$"), re.compile(r"\d+$"))

_UNNUMBERED = -1

_Style = tuple[int, bool, bool, int]


class Styles:
    """The levels of a document's headings by their style: size, capitals, weight, and the kind of their numbers."""

    def __init__(self, groups: list[list[PrintedLine]], body_size: float) -> None:
        self.body_size = body_size
        found = {_style(group) for group in groups if is_heading(group, body_size)}
        self.levels: dict[_Style, int] = {}
        level = 0
        for style in sorted(found, key=lambda style: (-style[0], not style[1], not style[2], style[3])):
            beside = [other for other in self.levels if other[:3] == style[:3]]
            level += 0 if beside and beside[-1][3] == _UNNUMBERED else 1  # without a number: the highest of its look
            self.levels[style] = min(6, level)

    def level(self, group: list[PrintedLine]) -> int:
        """1 is the highest; deeper than 6 is 6."""
        return self.levels[_style(group)]


def _style(group: list[PrintedLine]) -> _Style:
    text = " ".join(line.text for line in group)
    size = max(round(2 * line.size) for line in group)
    match = _HEADING_LABEL.match(text)
    number = _numbering(match["label"]) if match else _UNNUMBERED
    return size, in_capitals(text), all(line.bold > 0.5 for line in group), number


def _numbering(label: str) -> int:
    """The rank of a heading's number among the kinds of numbers: Part I, I, A, 1."""
    if " " in label:
        return 0
    return next((rank for rank, kind in enumerate(_NUMBERINGS, 1) if kind.match(label.rstrip("."))), len(_NUMBERINGS))


def is_heading(group: list[PrintedLine], body_size: float) -> bool:
    """Whether the lines are set apart as a heading: larger, bold, in capitals, or two of numbered, centred, italic."""
    text = " ".join(line.text for line in group)
    leaders = _LEADERS.search(text)  # in a table of contents
    if leaders or len(text) > _LONGEST_HEADING or len(group) > 8 or not any(char.isalpha() for char in text):
        return False
    if len(group) == 1 and DIVISION.fullmatch(text):
        return True
    if re.search(r"[.;,:]$", text) and not _HEADING_LABEL.fullmatch(text):
        return all(line.size >= 1.25 * body_size for line in group)
    if all(is_display(line, body_size) for line in group) or _share_bold(group) > 0.5:
        return True
    if in_capitals(text) and len(text) > 4:
        return group[0].size >= (_CAPITALS if len(text.split()) >= _TITLE else 0.95) * body_size
    numbered = _HEADING_LABEL.match(text) is not None
    italic = len(group) <= _ITALIC_LINES and all(line.italic > 0.9 for line in group)
    return numbered + italic + _is_centred(group) >= 2


def _share_bold(group: list[PrintedLine]) -> float:
    return sum(line.bold * len(line.text) for line in group) / sum(len(line.text) for line in group)


def _is_centred(group: list[PrintedLine]) -> bool:
    return all(
        line.indent > 2 * line.size and abs((line.x0 + line.x1) - (line.left + line.right)) < 2 * line.size
        for line in group
    )


def name_block(
    group: list[PrintedLine], text: str, styles: Styles, *, led: bool = False
) -> tuple[BlockKind, int, str | None]:
    """Kind, level and printed label; `led` is whether the block above introduces it."""
    if is_table(group):
        return "table", 0, None
    if is_heading(group, styles.body_size):
        match = _HEADING_LABEL.match(text)
        return "heading", styles.level(group), match["label"].rstrip(".") if match else None
    if CAPTION.match(text) and len(group) <= 4:
        return "caption", 0, None
    if match := LABEL.match(text):
        if match["number"]:
            return "paragraph", 0, match["number"].rstrip(".")
        depth = 1 if group[0].indent < 3.5 * group[0].size else 2
        return "list_item", depth, (match["bullet"] or match["item"]).strip("()")
    return ("quotation" if _is_quotation(group, styles.body_size, led) else "paragraph"), 0, None


def introduces(text: str) -> bool:
    """Whether a block leads to the words of somebody; a few words before a colon ("In favour:") are a label."""
    return text.endswith(":") and len(text.split()) > _LABEL_WORDS


def _is_quotation(group: list[PrintedLine], body_size: float, led: bool) -> bool:
    """Set in from the left in every line; from the right, too, or smaller, or the words that a colon introduces."""
    if len(group) < 2 or any(line.indent < 0.9 * line.size for line in group) or _hangs(group) or not _is_prose(group):
        return False
    if _is_centred(group) and not _is_flush(group):
        return False
    if led and _is_flush(group):
        return True
    return all(line.right - line.x1 > 0.3 * line.size for line in group) or group[0].size <= 0.95 * body_size


def _hangs(group: list[PrintedLine]) -> bool:
    """Whether the first line stands out to the left by a label, as that of an item does whose label is misread."""
    return group[0].x0 < min(line.x0 for line in group[1:]) - group[0].size and group[0].text[0] not in _OPENING


def _is_prose(group: list[PrintedLine]) -> bool:
    """Whether lines are of words, as the signs of a drawing or a heading in small capitals are not."""
    text = " ".join(line.text for line in group)
    return 2 * sum(map(str.islower, text)) > len(text)


def _is_flush(group: list[PrintedLine]) -> bool:
    """Whether all lines but the first, and at least two, begin at one place: they are set to a measure, not centred."""
    edges = [line.x0 for line in group[1:]] or [0.0]
    return len(group) >= _FLUSH_LINES and max(edges) - min(edges) <= 0.5 * group[0].size
