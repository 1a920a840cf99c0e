"""Paragraphs: which lines belong together, over line, column and page breaks.

A new paragraph shows by white above it, by an indent, by a label ("(a)", "•"), by another size, or by a last line that
left room for the word that comes next.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from argmine.extract.pages.blocks.tables import part_tables
from argmine.extract.pages.lines.printed import PrintedLine, in_capitals

LABEL = re.compile(
    r"(?P<bullet>[•●▪■◦‣∙·○–—-])\s+"
    r"|(?P<item>\(?[a-z]{1,2}\)|\(?[ivx]{1,5}\)|\(\d{1,3}\)|\d{1,2}\))\s+"
    r"|(?P<number>\d{1,3}\.)\s+(?=\D)"
)
DIVISION = re.compile(
    r"(?:Article|Section|Chapter|Part|Partie|Annex|Annexe|Appendix|Principle)\s+[\dIVXLA-Z]{1,7}\.?", re.IGNORECASE
)
_EM = 0.8  # of an em: the least difference that is an indent
_WHITE = 1.22  # of the usual leading: the least that is white between paragraphs
_PUSHED = 1.4  # the most within a sentence, where a raised number pushes its line down
_BACK = 8  # groups that may stand between the parts of a paragraph
_DOUBLE = 2.7  # ems: the widest leading, that of double spacing in a face with wide lines
_SENTENCE_END = re.compile(r"[.:;!?…][”\"’'»)\]]*$")


class Leading:
    """The usual distance between baselines, by type size."""

    def __init__(self, columns: Iterable[list[PrintedLine]]) -> None:
        steps: dict[int, Counter[float]] = {}
        for column in columns:
            for before, after in itertools.pairwise(column):
                step = after.base - before.base
                if round(before.size) == round(after.size) and 0.9 * after.size < step < _DOUBLE * after.size:
                    steps.setdefault(round(after.size), Counter())[round(2 * step) / 2] += 1
        self.steps = {size: count.most_common(1)[0][0] for size, count in steps.items() if count.total() >= 4}

    def of(self, line: PrintedLine) -> float:
        """In points; a fifth more than the size where the document does not tell."""
        return self.steps.get(round(line.size), 1.2 * line.size)


def paragraphs_of(columns: list[list[PrintedLine]], leading: Leading, body_size: float) -> list[list[PrintedLine]]:
    """The lines of the columns, grouped."""
    grouped: list[list[PrintedLine]] = []
    tables: set[int] = set()  # by the identity of a group: where text goes on behind it
    for column in columns:
        for is_table, lines in part_tables(column, body_size):
            if is_table:
                grouped.append(lines)
                tables.add(id(lines))
                continue
            for line, following in itertools.pairwise([*lines, None]):
                _add(grouped, line, following, leading, body_size, tables)  # type: ignore[arg-type]
    return grouped


def _add(
    grouped: list[list[PrintedLine]],
    line: PrintedLine,
    following: PrintedLine | None,
    leading: Leading,
    body_size: float,
    tables: set[int],
) -> None:
    """Append a line to its group, or as a new one."""
    last = grouped[-1] if grouped else []
    behind = id(last) in tables
    if last and not behind and _continues(last, line, following, leading, body_size):
        last.append(line)
    elif (
        last and (behind or line.column != last[-1].column) and (back := _interrupted(grouped, line, body_size, tables))
    ):
        grouped.append([*grouped.pop(-back), line])
    else:
        grouped.append([line])


def _interrupted(grouped: list[list[PrintedLine]], line: PrintedLine, body_size: float, tables: set[int]) -> int:
    """How many groups back the paragraph stands that `line` goes on with, past a pull quote or a table; else 0."""
    if is_display(line, body_size):
        return 0
    for back, block in enumerate(reversed(grouped[-_BACK:]), 1):
        last = block[-1]
        if id(block) in tables or is_display(last, body_size) or abs(last.size - line.size) > 0.05 * line.size:
            continue
        around = all(id(other) in tables for other in grouped[len(grouped) - back + 1 :])
        goes_on = _runs_on(last, line) or (around and _continues_over_break(block, line, body_size))
        return back if back > 1 and goes_on else 0
    return 0


def _continues(
    block: list[PrintedLine], line: PrintedLine, following: PrintedLine | None, leading: Leading, body_size: float
) -> bool:
    last = block[-1]
    if abs(line.size - last.size) > 0.08 * last.size or _is_listed(last) or _begins_division(last, line):
        return False
    if line.column != last.column:
        return _continues_over_break(block, line, body_size)
    step = line.base - last.base
    if not 0 < step <= (_PUSHED if _is_pushed(last, line) else _WHITE) * max(leading.of(line), 1.0):
        return False
    if (is_display(last, body_size) and is_display(line, body_size)) or _are_capitals(last, line):
        return _same_style(last, line) and not LABEL.match(line.text)
    if last.bold > 0.95 and line.bold < 0.3 and not line.text[0].islower():
        return False
    return _continues_below(block, line, following)


def _begins_division(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line is the heading of an article or a part, or in italics after a line without any."""
    ended = _SENTENCE_END.search(last.words) is not None
    italic = line.italic > 0.95 and last.italic < 0.1 and line.text[0].isupper()
    return ended and (italic or DIVISION.fullmatch(line.text) is not None)


def _is_listed(line: PrintedLine) -> bool:
    """Whether a line is one of a table of contents: its number stands apart, or at the end of a row of dots."""
    return re.search(r"\d$|[ivx]$", line.text) is not None and (
        line.gap > 2 * line.size or re.search(r"[.…]{4}|(?:\. ){4}", line.text) is not None
    )


def is_display(line: PrintedLine, body_size: float) -> bool:
    """Whether a line is set as headings are: larger, or bold all along."""
    return line.size >= 1.12 * body_size or line.bold > 0.95


def _are_capitals(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether two lines in capitals may be parts of one title."""
    return all(in_capitals(one.text) and " " in one.text for one in (last, line)) and not DIVISION.fullmatch(last.text)


def _same_style(last: PrintedLine, line: PrintedLine) -> bool:
    return (last.bold > 0.5) == (line.bold > 0.5) and in_capitals(last.text) == in_capitals(line.text)


def _continues_below(block: list[PrintedLine], line: PrintedLine, following: PrintedLine | None) -> bool:
    """For a line at the usual distance below the last one, in its size."""
    last, em = block[-1], line.size
    shift = line.x0 - last.x0
    label = LABEL.match(line.text)
    labelled = label is not None
    if _are_centred(last, line) and not labelled:
        return True
    short = _left_room(block, line, following)
    if shift > _EM * em:
        hanging = len(block) == 1 and (LABEL.match(last.text) is not None or not (short or _introduces(last, line)))
        return hanging and not labelled
    if shift < -_EM * em:
        return not labelled and not short and (len(block) == 1 or _runs_on(last, line))
    if label and not label["number"] and _SENTENCE_END.search(last.words):
        return False
    return not short


def _introduces(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line ends with a colon before what is set in from both sides."""
    return last.words.endswith(":") and line.right - line.x1 > line.size


def _runs_on(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence goes on from one line to the next, by its letters."""
    return line.text[0].islower() and not _SENTENCE_END.search(last.words)


def _are_centred(last: PrintedLine, line: PrintedLine) -> bool:
    middle = (line.left + line.right) / 2
    return all(
        abs((one.x0 + one.x1) / 2 - middle) < 0.5 * one.size
        and one.indent > 2 * one.size
        and one.right - one.x1 > one.size
        for one in (last, line)
    )


def _is_pushed(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line goes on with the one above, though a raised number may have pushed it down."""
    flush = line.indent < _EM * line.size or line.raised  # else it may be an item of a list
    return bool(flush) and _runs_on(last, line) and _fills(last) and abs(line.x0 - last.x0) < line.size


def _fills(line: PrintedLine) -> bool:
    """Whether a line reaches the right edge, as those of headings do not; recognition takes some of these for bold."""
    return line.right - line.x1 < line.size


def _left_room(block: list[PrintedLine], line: PrintedLine, following: PrintedLine | None) -> bool:
    """Whether the next word would have stood in the last line, had the paragraph gone on."""
    last = block[-1]
    if len(block) == 1 and following is not None and min(line.x0, last.x0) - following.x0 > _EM * line.size:
        return _is_short(last, line, last.right)  # two first lines
    if min(last.indent, line.indent) <= _EM * line.size:
        return _has_room(last, line, last.right)
    measure = [one.x1 for one in block if one.column == last.column] + [line.x1]  # set in: a quotation has its own edge
    if following is not None and abs(following.x0 - line.x0) <= 0.5 * line.size:
        measure.append(following.x1)
    return _has_room(last, line, max(measure))


def _has_room(last: PrintedLine, line: PrintedLine, right: float) -> bool:
    return _is_short(last, line, right) and not _runs_on(last, line)


def _is_short(last: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether the first word of `line` would have stood in `last`, up to the edge at `right`."""
    if last.text.endswith("-"):
        return False
    return right - last.x1 >= line.head - line.x0 + 0.55 * line.size


def _continues_over_break(block: list[PrintedLine], line: PrintedLine, body_size: float) -> bool:
    """Whether a paragraph goes on at the head of the next column or page."""
    last = block[-1]
    display = is_display(last, body_size) or is_display(line, body_size)
    if LABEL.match(line.text) or (display and not (_runs_on(last, line) and _fills(last))):
        return False
    edges = [one.x1 for one in block[-4:] if one.column == last.column]
    right = max(edges) if len(edges) > 1 and last.indent > _EM * last.size else last.right
    indented = line.indent > min(one.indent for one in block[-3:]) + _EM * line.size
    if _runs_on(last, line):
        return not (indented and _is_short(last, line, right))
    return not indented and not _has_room(last, line, right)
