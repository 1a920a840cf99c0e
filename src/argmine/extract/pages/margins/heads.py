"""Running heads and feet: rows that stand at the same place, with the same words or nearly so, on several pages."""

from __future__ import annotations

from difflib import SequenceMatcher

from argmine.extract.pages.lines.printed import in_capitals
from argmine.extract.pages.margins.edges import Row
from argmine.extract.pages.margins.labels import NUMBER, candidates

_SAME_PLACE = 4.0  # points
_ASKEW = 30.0  # points by which a picture of a page may be shifted against the next
_NEIGHBOURS = 8  # pages before and after, on which a head is looked for in other letters
_ALIKE = 0.8  # of the letters of two heads, as text recognition reads them
_LETTERS = 8  # of the shortest head that is told by its letters
LONGEST = 120
"""Characters of a head."""
_FEW = 4  # pages of a document too short to tell where its heads stand


def repeated(rows: list[Row], labels: dict[int, str], pages: int) -> set[Row]:
    """Rows that stand at the same place, with the same words, on several pages."""
    groups: dict[tuple[str, bool], list[Row]] = {}
    for row in rows:
        groups.setdefault((_words(row, labels), row.top), []).append(row)
    chosen: set[Row] = set()
    for group in groups.values():
        for row in group:
            near = {other.page for other in group if abs(other.base - row.base) <= _SAME_PLACE}
            if len(near) >= _least(pages):
                chosen.add(row)
    sides = _sides(rows)
    return {row for row in chosen if _reaches_edge(row, chosen, sides[row.page, row.top])}


def _least(pages: int) -> int:
    return 2 if pages <= 8 else 3


def alike(rows: list[Row], chosen: set[Row], pages: int) -> set[Row]:
    """Heads that are written nearly as others near by: text recognition reads each of them anew.

    Feet are left out: the notes that end a page often cite what others cite.
    """
    letters = {row: _letters(row) for row in rows if row.page > 1 and (row in chosen or _may_be_head(row))}
    by_page: dict[int, list[Row]] = {}
    for row, text in letters.items():
        if len(text) >= _LETTERS:
            by_page.setdefault(row.page, []).append(row)
    found: set[Row] = set()
    sides = _sides(rows)
    for row in rows:
        if row in chosen or not row.top or len(letters.get(row, "")) < _LETTERS:
            continue
        beside = sides[row.page, row.top]
        if not _reaches_edge(row, chosen, beside) or _goes_on(row, beside):
            continue
        pages_near = range(row.page - _NEIGHBOURS, row.page + _NEIGHBOURS + 1)
        others = [o for page in pages_near if page != row.page for o in by_page.get(page, ()) if _at_one_place(row, o)]
        like = [other for other in others if _are_alike(letters[row], letters[other])]
        if any(other in chosen for other in like) or len({other.page for other in like}) + 1 >= _least(pages):
            found.add(row)
    return found


def _goes_on(row: Row, beside: list[Row]) -> bool:
    """Whether a row begins a title of several lines in capitals: an article has the words of its heads for a title."""
    below = (other for other in beside if other.base > row.base)
    following = min(below, key=lambda other: other.base, default=None)
    return following is not None and not _has_digits(row) and in_capitals(following.text)


def _letters(row: Row) -> str:
    return "".join(filter(str.isalpha, row.text.casefold()))


def _may_be_head(row: Row) -> bool:
    return len(row.text) <= LONGEST and (row.alone or in_capitals(row.text))


def _at_one_place(row: Row, other: Row) -> bool:
    drift = _ASKEW if row.scanned and other.scanned else _SAME_PLACE
    return row.top == other.top and abs(row.base - other.base) <= drift


def _are_alike(text: str, other: str) -> bool:
    if 2 * min(len(text), len(other)) < _ALIKE * (len(text) + len(other)):
        return False
    compared = SequenceMatcher(None, text, other, autojunk=False)
    return compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE


def _sides(rows: list[Row]) -> dict[tuple[int, bool], list[Row]]:
    """The rows at the top and at the foot of each page."""
    sides: dict[tuple[int, bool], list[Row]] = {}
    for row in rows:
        sides.setdefault((row.page, row.top), []).append(row)
    return sides


def _reaches_edge(row: Row, chosen: set[Row], beside: list[Row]) -> bool:
    """Whether all rows further out on the page are furniture, too."""
    return all(other in chosen for other in beside if (other.base < row.base if row.top else other.base > row.base))


def _words(row: Row, labels: dict[int, str]) -> str:
    """A row's words, the page's number (the only one that changes from page to page) left open."""
    if row.outer and row.alone and NUMBER.match(row.text):
        return "#"
    numbers = {str(row.page), labels.get(row.page, "")}
    return " ".join("#" if _strip(word) in numbers else word for word in row.text.casefold().split())


def _strip(word: str) -> str:
    """The number that a word may be: of "3/81" the first; a date is none."""
    return (word if word.count("/") > 1 else word.split("/", maxsplit=1)[0]).strip("-–—[]()|.")


def in_place(rows: list[Row], chosen: set[Row], labels: dict[int, str], pages: int) -> set[Row]:
    """Heads whose words change with the section: they stand alone where most pages have furniture."""
    found: set[Row] = set()
    for row in rows:
        if row in chosen or not row.alone or not row.outer or len(row.text) > LONGEST:
            continue
        beside = [o for o in chosen if o.top == row.top and abs(o.base - row.base) <= _SAME_PLACE / 2]
        often = pages >= _FEW and 2 * len({other.page for other in beside}) >= pages
        if often and (labels.get(row.page) in candidates(row) or not _is_title(row, beside)):
            found.add(row)
    return found


def _is_title(row: Row, beside: list[Row]) -> bool:
    """Whether a row may be the title of an article, which begins as high as the heads of other pages.

    It has no number, where the heads have that of their page; on a first page, none that may be the page's ("954+").
    """
    if not row.top or (candidates(row) if row.page == 1 else _has_digits(row)):
        return False
    return row.page == 1 or 2 * sum(map(_has_digits, beside)) > len(beside)


def _has_digits(row: Row) -> bool:
    return any(map(str.isdigit, row.text))
