"""Notes of pages whose text was recognised from a picture: numbers look like letters, quotation marks or nothing.

What survives recognition is geometry: smaller type at the foot of the page, under white, at the full measure, each note
indented. Numbers are taken only where a sign that looks like the number stands where that number is due, or where as
many notes stand between two numbered ones as there are numbers missing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from statistics import median

from argmine.extract.pages.blocks.flow import LABEL
from argmine.extract.pages.lines.printed import PrintedLine, in_capitals
from argmine.extract.pages.notes.anchors import CONFUSED

_ALIKE, _STEP = 1.2, 1.5  # type sizes, and the step in ems, between lines of one kind
_SMALLER = 0.94  # of the type above, at most
_WHITE = 1.25  # of the usual step between lines, at least
_QUOTED = 1.5  # ems from both edges: a block quotation
_TOKEN = re.compile(r"[^\s\w(\[]{0,3}\s?[\dlIiOoQStTJjnHzZbBgqs|!?]{0,4}[^\s\w(\[]{0,3}(?=\s?[A-Z\[/(“\"])")
_SIGN = re.compile(r"[\d\"'“”‘’•*°^!]")
_OF_AUTHORS = "*•·+°¤"  # what a star becomes
# Behind the number of a note: a volume ("42 REPORTS"), a word ("69Supra", "50n", "781bid").
_GLUED = re.compile(r"\d{1,4}\s?[A-Z]|[A-Z]|[0o15][a-z]")
_MARK_BEFORE_VOLUME = re.compile(r"[^\w\s]{1,2}(?=\d{1,3}\s[A-Z])")
_GLUED_LETTERS = re.compile(r"[lIiJjnSUT|!'\"]{1,2}(?=[A-Z][a-z]|(?:[A-Z]\.){2})")
_AHEAD = 4
_STOP = re.compile(r"[.:;!?…][”\"’'»)\]]*$")
_FLUSH = 0.8  # ems from the edge, at most, that a line begins
_ASKEW = 0.1  # of the measure, by which the end of a full line may be misplaced
_INDENT = 3  # ems by which the first line of a paragraph is set in, at most
_HEAVY = 0.5  # of a line's letters that are bold
_GUESSED = 0.2  # of the lines that go on with a sentence: so many do not change their weight in print


def steady(column: list[PrintedLine]) -> list[PrintedLine]:
    """The column with one type size for lines that follow each other: recognition guesses it anew for each line."""
    groups: list[list[PrintedLine]] = []
    for line in column:
        last = groups[-1][-1] if groups else None
        alike = last is not None and max(last.size, line.size) <= _ALIKE * min(last.size, line.size)
        if last is not None and alike and 0 < line.base - last.base <= _STEP * max(last.size, line.size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [replace(line, size=median(one.size for one in group)) for group in groups for line in group]


def filled(column: list[PrintedLine]) -> list[PrintedLine]:
    """The column; lines that nearly reach its edge within a sentence end at their own: recognition places words askew.

    So the next line, be its first word short ("the Outer | Space Treaty"), is not taken for one that had room above.
    """
    pairs = itertools.pairwise([*column, None])
    return [replace(line, right=line.x1) if _is_full(line, following) else line for line, following in pairs if line]


def _is_full(line: PrintedLine, following: PrintedLine | None) -> bool:
    left_over = line.right - line.x1
    within = _STOP.search(line.words) is None and not in_capitals(line.text)
    flush = line.indent <= _FLUSH * line.size  # a quotation and an item of a list have edges of their own
    listed = following is None or LABEL.match(following.text) is not None
    return flush and within and not listed and 0 < left_over <= _ASKEW * (line.right - line.left)


def unweighted(columns: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Columns of recognised text; bold that comes and goes within sentences was guessed, and is none."""
    pairs = [pair for column in columns for pair in itertools.pairwise(column) if pair[1].text[:1].islower()]
    changes = sum((before.bold > _HEAVY) != (after.bold > _HEAVY) for before, after in pairs)
    if changes > _GUESSED * len(pairs):
        return [[replace(line, bold=0.0) for line in column] for column in columns]
    return [_evened(column) for column in columns]


def _evened(column: list[PrintedLine]) -> list[PrintedLine]:
    """The column; a line that alone is bold in a sentence that runs over full lines is not."""
    lines = [None, *column, None]
    around = zip(lines, column, lines[2:], strict=False)
    return [replace(line, bold=0.0) if _is_guessed(above, line, below) else line for above, line, below in around]


def _is_guessed(above: PrintedLine | None, line: PrintedLine, below: PrintedLine | None) -> bool:
    pairs = ((above, line), (line, below))
    light = any(one and other and min(one.bold, other.bold) <= _HEAVY and _run_on(one, other) for one, other in pairs)
    return line.bold > _HEAVY and light


def _run_on(line: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines are of one paragraph: the first is full and does not end a sentence."""
    near = 0 < below.base - line.base <= _STEP * line.size and -_INDENT <= (below.x0 - line.x0) / line.size < 1
    return near and line.right - line.x1 < line.size and _STOP.search(line.words) is None


def foot_of(column: list[PrintedLine], body_size: float) -> int | None:
    """The index of the first line of the smaller type at a column's foot; None where there is none."""
    steps = [after.base - before.base for before, after in itertools.pairwise(column)]
    if not steps:
        return None
    breaks = [at for at, step in enumerate(steps, 1) if step > _WHITE * median(steps)]
    for at, end in itertools.pairwise([*breaks, len(column)]):
        above = min(_size(column[:at]), body_size)
        smaller = max(_size(column[at:]), _size(column[at:end])) <= _SMALLER * above
        if smaller and not _is_quoted(column[at:end]):
            return at
    return None


def _size(lines: list[PrintedLine]) -> float:
    return sum(line.size * len(line.text) for line in lines) / sum(len(line.text) for line in lines)


def _is_quoted(lines: list[PrintedLine]) -> bool:
    room = [(line.indent, line.right - line.x1, _QUOTED * line.size) for line in lines]
    return len(lines) > 1 and all(left > least and right > 0.5 * least for left, right, least in room)


def start_of(line: PrintedLine, last: int, *, indented: bool, apart: bool = False) -> tuple[str, int] | None:
    """The number of the note that `line` begins, empty where it cannot be read, and the length of the number's sign.

    Args:
        line: a line at the foot of a page.
        last: the number of the note before.
        indented: whether the line is set in, as the first lines of notes are.
        apart: whether white parts it from the line above, which ends a sentence: it begins a note, whatever its sign.
    """
    match = _TOKEN.match(line.text)
    sign = match[0].strip(" .,;:") if match else ""
    if match is not None and sign:
        for number in range(last + 1, last + 1 + _AHEAD):
            if _looks_like(sign, number) and (indented or (number == last + 1 and sign.isdigit())):
                return str(number), match.end()
    if indented and sign and not last and not sign.strip(_OF_AUTHORS):
        return "*", match.end() if match else 0
    due = str(last + 1)
    if indented and last and line.text.startswith(due) and _GLUED.match(line.text[len(due) :]):
        return due, len(due)
    if indented and _SIGN.search(sign):
        mark = _MARK_BEFORE_VOLUME.match(line.text)
        return "", mark.end() if mark else len(match[0]) if match else 0
    begins = indented and apart and any(map(str.isalpha, line.text))
    return ("", _letters_for_number(line.text)) if begins else None


def _letters_for_number(text: str) -> int:
    """How many letters stand for the number that is glued to the first word: of "USee" and "lInterim" one."""
    match = _GLUED_LETTERS.match(text)
    return match.end() if match else 0


def _looks_like(sign: str, number: int) -> bool:
    digits = str(number)
    return len(sign) == len(digits) and all(char in CONFUSED[digit] for char, digit in zip(sign, digits, strict=True))
